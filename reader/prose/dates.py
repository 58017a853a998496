"""Reading times: what days, and what hours, the words of a text can mean.

Everything relative is anchored at the day of publication. Words that leave a choice ("Friday": the last one or the
next?) are read as several stretches of days; two times go together where any of their readings do.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from reader.prose.calendar import (
    Days,
    day,
    month_days,
    part_of,
    season_days,
    shifted,
    week_days,
    year_days,
)  # fmt: skip
from reader.prose.date_grammar import Mention, mentions
from reader.prose.regex import regex
from reader.prose.when import When, same_hour, together
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["When", "dates", "same_hour", "together", "with_bound"]


@lru_cache(maxsize=8192)
def dates(text: str, published: date | None) -> tuple[When, ...]:
    """The times that a text names, in order, without overlap.

    published: the day the text was published, which "Friday" and "last week" count from; None where it isn't known.
    Then they have no readings, but keep the weekday or the month that they name.
    """
    return tuple(_when(*_tied(text, mention), published) for mention in mentions(text))


_BOUND = regex(
    r"\b(?P<year>(?:(?P<outer>since|until|till|by|from) )?(?:the|a) year )?"
    r"(?P<word>before|prior to|after|following|since|by|until|till|as of|from|between|through|starting|beginning)"
    r"(?: (?:about|around|late|early|mid|the (?:end|start|beginning) of|the|on|in))?[ -]*$",
    re.IGNORECASE,
)


#: One of these is in every match.
_BOUNDING = (
    "before", "prior to", "after", "following", "since", "by", "until", "till", "as of", "from", "between", "through",
    "starting", "beginning",
)  # fmt: skip
#: So many characters before a time such words are looked for.
_BEFORE = 30

#: "Did not retire until May" says when: in May. What lasts ends before: "did not stay until May".
_NOT_UNTIL = regex(
    r"(?:\b(?:not|never)|n[’']t) (?:\w+ly )?(?:be )?(?:(?:re)?open|retire|resign|begin|start|return|resume|leave|arrive"
    r"|marry|become|appear|end|close|finish|come|launch|vote|announce|release|publish|sign|meet|learn|discover"
    r"|take effect)(?:e?d)?(?: [^,;:.()]{1,40})? (?:until|till)(?: after)? $",
    re.IGNORECASE,
)
_NOT_BEFORE = 80
#: "the year after 2014" is one year.
_BESIDE = {"before": "year before", "prior to": "year before", "after": "year after", "following": "year after"}


_ONE_WORD = {
    "prior to": "before", "following": "after", "till": "until", "starting": "since", "beginning": "since",
}  # fmt: skip


def _tied(text: str, mention: Mention) -> tuple[Mention, str]:
    """A time with the preposition that makes it the end of a stretch: "since the year before 2002" is since 2001."""
    start = mention.span.start
    before = text[max(0, start - _BEFORE) : start].lower()
    found = None
    if any(map(before.__contains__, _BOUNDING)):
        found = _BOUND.search(text, max(0, start - _BEFORE), start)
    if not found:
        return mention, ""
    word = found["word"].lower()
    if word in ("until", "till") and _NOT_UNTIL.search(text, max(0, start - _NOT_BEFORE), start):
        return mention, ""
    if found["year"] and mention.form == "year" and mention.year is not None and word in _BESIDE:
        if not found["outer"]:
            return mention, _BESIDE[word]
        mention = mention._replace(year=mention.year + (1 if _BESIDE[word] == "year after" else -1))
        word = found["outer"].lower()
    return mention, _ONE_WORD.get(word, word)


def not_until(text: str, at: int) -> bool:
    """Whether what stands before a time says that something was not so until then, but then."""
    return "ntil " in text and _NOT_UNTIL.search(text, max(0, at - _NOT_BEFORE), at) is not None


def with_bound(text: str, when: When) -> Span:
    """The words of a time together with those that make it the end of a stretch or the year beside: "after 2005"."""
    found = _BOUND.search(text, max(0, when.span.start - _BEFORE), when.span.start) if when.bound else None
    return Span(found.start(), when.span.end) if found else when.span


def _opened(days: Days, bound: str, form: str) -> Days:
    """The stretch that a bound makes of a time: strictly before or after a year, but loosely a week."""
    if bound in ("year before", "year after"):
        return year_days(days[0].year + (1 if bound == "year after" else -1))
    if bound == "before":
        return date.min, shifted(days[0], -1) if days[0] == days[1] or form in _STRICT else days[1]
    if bound == "after" and form in _STRICT:
        return shifted(days[1], 1), date.max
    if bound in ("by", "until", "through", "as of"):
        return date.min, days[1]
    if bound in ("after", "since", "from", "between"):
        return days[0], date.max
    return days


_STRICT = ("year", "years")


def _when(mention: Mention, bound: str, published: date | None) -> When:
    form, readings = _readings(mention[1:], bound, published)
    return When(
        mention.span, form, readings, mention.weekday, mention.month, mention.day, mention.year,
        mention.minutes, mention.loose, bound, mention.count or 0.0,
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _readings(told: tuple[Any, ...], bound: str, published: date | None) -> tuple[str, tuple[Days, ...]]:
    """The form of a time and the days that it can mean; ``told`` is the mention wherever it stands, for most stories
    tell of few times often."""
    mention = Mention(Span(0, 0), *told)
    readings = [_opened(days, bound, mention.form) for days in _READ[mention.form](mention, published)]
    form = mention.form
    if form == "period":
        form = {"week": "week", "weekend": "weekend", "month": "month", "year": "year"}[mention.unit or "week"]
    elif form in ("now", "nth"):
        form = "day"
    return form, tuple(dict.fromkeys(readings))


def _days(mention: Mention, published: date | None) -> list[Days]:
    """A day of a month, with its year or in the years around the publication."""
    if mention.month is None or mention.day is None:  # "Saturday the 23rd": of the month nearest to the publication
        return _days_of_no_month(mention, published)
    if mention.year is not None:
        years = [mention.year]
    elif published is None:
        return []
    else:
        years = [published.year, published.year - 1, published.year + 1]
    found: list[Days] = []
    for year in years:
        first = day(year, mention.month, mention.day)
        last = day(year, mention.month, mention.last_day) if mention.last_day else first
        if first and last and first <= last:
            found.append((first, last))
    if published is not None and mention.year is None:
        found.sort(key=lambda days: abs((days[0] - published).days))
        if mention.weekday is not None:
            found.sort(key=lambda days: days[0].weekday() != mention.weekday)
    return found[:1] if mention.year is None else found


def _days_of_no_month(mention: Mention, published: date | None) -> list[Days]:
    if published is None or mention.day is None:
        return []
    months = [month_days(published.year, published.month + shift)[0] for shift in (0, -1, 1)]
    found = [day(first.year, first.month, mention.day) for first in months]
    right = [d for d in found if d and (mention.weekday is None or d.weekday() == mention.weekday)]
    return [(d, d) for d in right[:2]]


def _weekday(mention: Mention, published: date | None) -> list[Days]:
    """A weekday: the latest one, the day itself included, or the next."""
    if published is None or mention.weekday is None:
        return []
    if mention.unit == "week":  # "Friday of last week"
        shift = {"last": -7, "next": 7}.get(mention.which or "", 0)
        found = shifted(week_days(published)[0], mention.weekday + shift)
        return [(found, found)]
    back = (published.weekday() - mention.weekday) % 7
    latest, coming = shifted(published, -back), shifted(published, (7 - back) if back else 7)
    match mention.which:
        case "last":
            before = shifted(published, -(back or 7))
            days = [before, shifted(before, -7)] if (published - before).days < 7 else [before]
        case "next":
            days = [coming, shifted(coming, 7)]
        case "this":
            days = [latest, coming]
        case _:
            days = [latest, coming, shifted(latest, -7)] if not back else [latest, coming]
    return [(d, d) for d in days]


def _nth(mention: Mention, published: date | None) -> list[Days]:
    """ "the first Monday of March", "the last Friday of this month"."""
    if mention.month is None:
        shift = {"last": -1, "next": 1}.get(mention.which or "", 0)
        months = [month_days(published.year, published.month + shift)] if published else []
    else:
        months = _month(mention, published)
    found: list[Days] = []
    for first, last in months:
        ahead = ((mention.weekday or 0) - first.weekday()) % 7
        number = int(mention.count or 1)
        back = (last.weekday() - (mention.weekday or 0)) % 7
        day_found = shifted(first, ahead + 7 * (number - 1)) if number > 0 else shifted(last, -back)
        found.append((day_found, day_found))
    return found


def _month(mention: Mention, published: date | None) -> list[Days]:
    month = mention.month or 1
    which = mention.which or ""
    if mention.year is not None:
        found = [month_days(mention.year, month)]
    elif published is None:
        return []
    elif which.endswith("year"):
        shift = {"last": -1, "this": 0, "next": 1}[which.split()[0]]
        found = [month_days(published.year + shift, month)]
    else:
        latest = published.year - (month > published.month)
        found = [month_days(latest, month), month_days(latest + 1, month)]
        if which == "last":
            found = [month_days(latest - (month == published.month), month), month_days(latest - 1, month)]
        elif which == "next":
            found = [month_days(latest + 1, month)]
    return [_part(days, mention.part, published) for days in found]


def _part(days: Days, part: str | None, published: date | None) -> Days:
    """Narrowed to "early", "mid" or "late", or to what lies before or after the publication ("earlier", "later")."""
    if part is None:
        return days
    if part in ("earlier", "later"):
        if published is None or not days[0] <= published <= days[1]:
            return days
        return (days[0], published) if part == "earlier" else (published, days[1])
    return part_of(days, part)


def _period(mention: Mention, published: date | None) -> list[Days]:
    """ "last week", "this year", "the weekend". A week that ends on Saturday and one that ends on Sunday are both
    meant."""
    if published is None:
        return []
    shift = {"last": -1, "this": 0, "next": 1}.get(mention.which or "this", 0)
    match mention.unit:
        case "week":
            start, end = week_days(shifted(published, 7 * shift))
            found = [(shifted(start, -1), end)]
            if shift < 0:  # "last week" is also used for the seven days before
                found.append((shifted(published, -7), shifted(published, -1)))
            if shift == 0 and mention.part == "earlier":
                return [(found[0][0], shifted(published, -1))]
        case "weekend":
            saturday = shifted(published, -((published.weekday() - 5) % 7))
            latest = (shifted(saturday, -1), shifted(saturday, 1))
            if shift < 0:
                found = [latest, (shifted(latest[0], -7), shifted(latest[1], -7))]
            else:
                coming = (shifted(latest[0], 7), shifted(latest[1], 7))
                found = [coming] if shift > 0 else [latest, coming]
        case "month":
            found = [month_days(published.year, published.month + shift)]
            if shift < 0:
                found.append((shifted(published, -31), published))
        case _:
            found = [year_days(published.year + shift)]
            if shift < 0:
                found.append((shifted(published, -366), published))
                found = found[:1] if mention.part else found
    return [_part(days, mention.part, published) for days in found]


def _offset(mention: Mention, published: date | None) -> list[Days]:
    """ "two weeks ago", "in three days": the day counted out, with as much slack as such words have."""
    if published is None or mention.count is None:
        return []
    unit, count = mention.unit or "day", mention.count
    length = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[unit]
    middle = shifted(published, round(length * count))
    slack = {"day": 0.0, "week": 3.0, "month": 16.0, "year": 183.0}[unit]
    if mention.loose:
        slack = max(slack, abs(count) * length * 0.35, 1.0)
    if unit == "year" and not mention.loose:
        return [(date(middle.year, 1, 1), date(middle.year, 12, 31)), (shifted(middle, -183), shifted(middle, 183))]
    return [(shifted(middle, -round(slack)), shifted(middle, round(slack)))]


def _now(mention: Mention, published: date | None) -> list[Days]:
    """ "today", "last night". News is read the day after in another time zone, so the day before comes second."""
    if published is None:
        return []
    found = shifted(published, int(mention.count or 0))
    return [(found, found)]


def _years(mention: Mention, published: date | None) -> list[Days]:
    if mention.year is None:
        if published is None or mention.count is None:
            return []
        return [(shifted(published, round(366 * mention.count) - 200), published)]
    return [_part(year_days(max(1, mention.year), mention.last_year), mention.part, published)]


def _year(mention: Mention, published: date | None) -> list[Days]:
    return [_part(year_days(mention.year), mention.part, published)] if mention.year is not None else []


def _season(mention: Mention, published: date | None) -> list[Days]:
    season = mention.season or "summer"
    if mention.year is not None:
        found = [season_days(mention.year, season)]
        if season == "winter":
            found.append(season_days(mention.year - 1, season))
    elif published is None:
        return []
    else:
        shift = {"last": -1, "this": 0, "next": 1}.get(mention.which or "this", 0)
        found = [
            season_days(published.year + n, season)
            for n in ((-1, 0) if shift < 0 else (0, 1) if shift > 0 else (0, -1))
        ]
    return [_part(days, mention.part, published) for days in found]


def _stretch(mention: Mention, published: date | None) -> list[Days]:
    """ "the past few weeks"."""
    if published is None or mention.count is None:
        return []
    length = {"day": 1.0, "week": 7.0, "weekend": 7.0, "month": 30.44, "year": 365.25}.get(mention.unit or "day", 91.0)
    return [(shifted(published, round(length * mention.count * 1.3)), published)]


def _no_days(mention: Mention, published: date | None) -> list[Days]:
    return []


_READ = {
    "day": _days, "weekday": _weekday, "nth": _nth, "month": _month, "period": _period, "offset": _offset, "now": _now,
    "years": _years,
    "year": _year, "season": _season, "stretch": _stretch, "clock": _no_days,
}  # fmt: skip
