"""Words for a time, taken apart and not yet tied to the calendar."""

from __future__ import annotations

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.story import Span


class Mention(NamedTuple):
    """Words for a time, taken apart and not yet tied to the calendar."""

    span: Span
    #: "day", "weekday", "nth", "month", "year", "years", "season", "stretch", "offset", "now", "period" or "clock".
    form: str
    year: int | None = None
    last_year: int | None = None  #: a stretch of years: the last
    month: int | None = None
    day: int | None = None
    last_day: int | None = None  #: "Nov. 29-30": the last
    weekday: int | None = None
    season: str | None = None
    part: str | None = None  #: early, mid, late
    which: str | None = None  #: last, this, next
    unit: str | None = None  #: day, week, weekend, month, year
    count: float | None = None  # type: ignore[assignment]  #: units from the day of publication, negative before it
    loose: bool = False  #: "about two weeks ago", "a few days ago"
    minutes: tuple[int, int] | None = None  #: of the day: from, to
    clock_exact: bool = False  #: an hour, not a part of the day
