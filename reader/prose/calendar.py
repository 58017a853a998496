"""The words of the calendar, and the days that they stand for."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: A stretch of days, both ends included.
Days = tuple[date, date]

#: Meteorological seasons of the northern half: the month each begins with. A text that says "summer" and means December
#: is told apart by nothing in the words, so seasons are compared with seasons and years only.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_MONTH_PREFIX = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_PREFIX = {name[:3]: number for number, name in enumerate(WEEKDAYS)}


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation; KeyError for other words."""
    return _MONTH_PREFIX[word[:3].lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or its abbreviation; KeyError for other words."""
    return _WEEKDAY_PREFIX[word[:3].lower()]


def day(year: int, month: int, number: int) -> date | None:
    """That day, or None where the calendar has none such (31 June)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shifted(start: date, days: int) -> date:
    """The day so many days later (earlier where negative), held within the years that a date can have."""
    number = min(max(start.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number)


def month_days(year: int, month: int) -> Days:
    """The first and the last day of a month; months beyond 1..12 run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year = min(max(year, 1), 9998)
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def year_days(year: int, last: int | None = None) -> Days:
    """The first day of a year and the last day of it, or of the year ``last``; held within the years that there are."""
    first, last = (min(max(one, MINYEAR), MAXYEAR) for one in (year, year if last is None else last))
    return date(first, 1, 1), date(last, 12, 31)


def week_days(any_day: date) -> Days:
    """The Monday and the Sunday around a day. News weeks begin on Sunday or Monday; see ``dates`` for the slack."""
    monday = shifted(any_day, -any_day.weekday())
    return monday, shifted(monday, 6)


def season_days(year: int, season: str) -> Days:
    """A season that begins in that year (winter 2014 runs into 2015)."""
    month = SEASONS[season]
    return month_days(year, month)[0], month_days(year, month + 2)[1]


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late third of a stretch, each a little wider than a third: such words are loose."""
    start, end = days
    length = (end - start).days + 1
    slack = max(1, length // 15)
    if part == "early":
        return start, shifted(start, length // 3 + slack)
    if part == "late":
        return shifted(end, -(length // 3 + slack)), end
    return shifted(start, length // 3 - slack), shifted(end, slack - length // 3)
