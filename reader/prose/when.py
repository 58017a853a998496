"""What a time is: stretches of days that words can mean, and whether two of them go together."""

from __future__ import annotations

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.prose.calendar import Days
    from reader.story import Span


class When(NamedTuple):
    """A time as a text gives it."""

    span: Span
    #: "day", "weekday", "week", "weekend", "month", "season", "year", "years", "offset", "clock" or "stretch".
    form: str
    #: Stretches of days that it can mean, the likeliest first; empty where nothing anchors it.
    readings: tuple[Days, ...]
    weekday: int | None = None  #: 0 (Monday) to 6, where one is named
    month: int | None = None
    number: int | None = None  #: day of the month, where one is named
    year: int | None = None  #: where one is named
    minutes: tuple[int, int] | None = None  #: of the day, from and to; equal for an hour
    loose: bool = False  #: "about two weeks ago"; a clock time that may be before or after noon
    #: "before", "after", "since", "by", "until", "as of", ...: the time is an end of the stretch that is meant; with
    #: "year before" and "year after" it is the year beside the one that is meant.
    bound: str = ""
    count: float = 0.0  # type: ignore[assignment]  #: units before (negative) or after the day of publication, for an offset

    @property
    def length(self) -> int:
        """How many days the likeliest reading has; 0 without one."""
        return (self.readings[0][1] - self.readings[0][0]).days + 1 if self.readings else 0


def together(one: When, other: When, *, bounds: bool = True) -> bool:
    """Whether two times can be the same: some of their readings meet, or what they name agrees where there are none.

    bounds: whether an end of a stretch that nothing anchors goes with everything.
    """
    if one.form == "clock" or other.form == "clock":
        return one.form != other.form or same_hour(one, other)
    if bounds and not one.readings and not other.readings and (one.bound or other.bound):
        return True
    if one.weekday is not None and one.weekday == other.weekday and not (one.number and other.number):
        return True
    if not one.readings or not other.readings:
        return _named_together(one, other)
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one.readings for b in other.readings)


def _named_together(one: When, other: When) -> bool:
    """The same without a day of publication to count from: only what both name can differ."""
    for name in ("weekday", "month", "number", "year"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine is not None and theirs is not None and mine != theirs:
            return False
    if one.form == other.form == "offset" and not (one.loose or other.loose):
        return one.count * other.count > 0
    return True


def same_hour(one: When, other: When) -> bool:
    """Whether two clock times can be the same: within a quarter of an hour, or twelve hours apart where noon isn't
    told."""
    if one.minutes is None or other.minutes is None:
        return True
    gap = abs(one.minutes[0] - other.minutes[0])
    gap = min(gap, 1440 - gap)
    return gap <= 15 or ((one.loose or other.loose) and abs(gap - 720) <= 15)
