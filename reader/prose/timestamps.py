"""Dates and times that stand on their own: timestamps above an article and the date fields of article formats.

Dates inside sentences ("on Friday", "last week") are another matter; these here are exact or nothing.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from reader.frozen import NamedTuple
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "en-short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}
#: Every month's name in any of these languages -> 1..12. No name means two months.
_MONTH = {name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), 1)} | {"sept": 9}

_MONTHS_NAMES = frozenset(_MONTH)

_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
понедельник вторник среда четверг пятница суббота воскресенье
"""

#: Zones by the abbreviations that news uses, in hours from UTC. Of others the time is kept as told.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9,
    "aest": 10, "aedt": 11,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
_OTHER_ZONES = "et ct mt pt ist uk us eastern local pacific time hkt sgt pkt aet wib eat wat"

#: Words that may stand in a timestamp beside the date itself.
_LABELS = """
date published publish updated update posted modified last first originally created on at by of the and edited revised
veröffentlicht aktualisiert am um uhr publié mis à jour le publicado actualizado el a las de pubblicato aggiornato il
опубликовано обновлено в г ago hour hours hr hrs minute minutes min mins day days week weeks read reading just now
yesterday today 年 月 日 년 월 일 am pm m st nd rd th t p
"""

#: Characters of the longest line in which a timestamp is looked for.
LONGEST_DATED = 160

_ALLOWED = frozenset((*_MONTH, *_WEEKDAYS.split(), *_LABELS.split(), *_ZONES, *_OTHER_ZONES.split()))
_SHORT_LABEL = regex(r"(?:date|published|posted|updated|last updated|publicado|publié|veröffentlicht)\b", re.IGNORECASE)
_RELATIVE = regex(r"\b\d+\s+(?:min|minute|hour|day|week)s?\s+(?:ago|read)\b|\bjust now\b", re.IGNORECASE)

_NAME = r"[^\W\d_]{3,12}"  # any word: which of them are months is looked up, which compiles faster than a list
_DIGIT = regex(r"\d")
#: What some part of stands in every timestamp: a word, a clock, three numbers, or an hour and letters.
_MAY_TELL = regex(r"[^\W\d_]{3}|\d(?:[:.hH]\d\d|[-/.]\d\d?[-/.]\d|\s*[apAP年년])")
_NUMBERS_APART = regex(r"\d\D+\d")  # and two numbers in every date
_THREE_LETTERS = regex(r"[^\W\d_]{3}")
_FOUR = regex(r"\d{4}")
_YMD = regex(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = regex(r"^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?Z?$")
_DMY = regex(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?(?:\s+(?:de|of))?[\s-]+({_NAME})\.?,?(?:\s+de)?[\s-]+(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_SINCE_1970 = regex(r"\d{9,10}(?:\.\d+)?|\d{13}")
_WORD = regex(r"[^\W\d_]+")
_MDY = regex(rf"\b({_NAME})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_NUMBERS = regex(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\d/])")
_CJK = regex(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_CLOCK = regex(
    r"(?<![\d:])(\d{1,2})(?:[:.h](\d{2}))(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m?\.?(?![a-z]))?"
    r"|(?<![\d:])(\d{1,2})\s*([ap]\.?\s?m\.?)(?![a-z])",
    re.IGNORECASE,
)
_OFFSET = regex(r"\s*(?:\(\s*)?(?:(?:gmt|utc)\s*)?([+-]|−)(\d{2}):?(\d{2})?\)?(?!\d)", re.IGNORECASE)
_ZONE_NAME = regex(r"\s*\(?([A-Za-z]{1,4})\b")
_PART_DATE = regex(rf"\b({_NAME})\b\.?\s+\d|\d\.?\s+({_NAME})\b")


class Stamp(NamedTuple):
    """A date, with its time where one is told, and where both stand in the text that they were read from."""

    day: date
    clock: time | None
    zone: tzinfo | None
    start: int
    end: int

    @property
    def iso(self) -> str:
        """ISO 8601: "2024-11-30" or "2024-11-30T06:35:00+00:00"."""
        if self.clock is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.clock, self.zone).isoformat(timespec="seconds")


def stamp(text: str) -> Stamp | None:
    """The first full date of a text with the time beside it; None where there is no day, month and year.

    A date in numbers alone is read only where the order of day and month is certain.
    """
    found = _date(text)
    if found is None:
        return None
    day, start, end = found
    clock, zone, first, last = _clock(text, start, end)
    return Stamp(day, clock, zone, min(start, first), max(end, last))


def published(value: object) -> str | None:
    """A date field as ISO 8601, None where it can't be read.

    Takes dates, datetimes, seconds or milliseconds since 1970, and text: ISO 8601, RFC 2822, "March 3, 2024".
    """
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        if abs(value) > 1e15:
            return None
        compact = _COMPACT.match(str(value)) if isinstance(value, int) and 1e7 < value < 1e8 else None
        return _compact(compact) if compact else _since_1970(float(value))
    if not isinstance(value, str) or len(value) > 200:
        return None
    text = value.strip()
    compact = _COMPACT.match(text)
    if compact:
        return _compact(compact)
    if _SINCE_1970.fullmatch(text):
        return _since_1970(float(text))
    found = stamp(text)
    return found.iso if found else None


def is_timestamp(text: str) -> bool:
    """Whether a block says nothing but when: "Updated Thu 6 May 2010, 9:03am AEST", "Nov 28, 2005", "5 min read"."""
    if len(text) > 120 or not may_tell_when(text) or not _DIGIT.search(text):
        return False
    low = text.casefold()
    words = _WORD.findall(low)
    if not words:
        clock = next(_clocks(text), None) if ":" in text else None  # "17.54" alone is a number
        return (clock is not None and ":" in clock.group()) or next(_dates(text), None) is not None
    if not _ALLOWED.issuperset(words):
        return False
    if not _MONTHS_NAMES.isdisjoint(words) and _has_month(text):
        return True
    if ("ago" in low or "read" in low or "now" in low) and _RELATIVE.search(text):
        return True
    if _NUMBERS_APART.search(text) and next(_dates(text), None) is not None:
        return True
    return len(words) <= 8 and next(_clocks(text), None) is not None


def may_tell_when(text: str) -> bool:
    """Whether a text with a digit may be a timestamp, or a line of at most ``LONGEST_DATED`` characters hold one.

    100,000 figures need not be asked more.
    """
    return not text.isdigit() and len(text) <= LONGEST_DATED and _MAY_TELL.search(text) is not None


def tells_time(text: str) -> bool:
    """Whether a timestamp names an hour, or says that it is one ("Published ...")."""
    return next(_clocks(text), None) is not None or _SHORT_LABEL.match(text) is not None


def _has_month(text: str) -> bool:
    """Whether a month's name stands beside a number."""
    return any((found[1] or found[2]).casefold() in _MONTH for found in _PART_DATE.finditer(text))


def _since_1970(seconds: float) -> str | None:
    if seconds > 1e11:  # milliseconds
        seconds /= 1000
    if not 0 < seconds < 4e9:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).isoformat(timespec="seconds")


def _compact(found: re.Match[str]) -> str | None:
    day = _day(found[1], found[2], found[3])
    if day is None or found[4] is None:
        return day.isoformat() if day else None
    clock = _time(found[4], found[5], found[6], "")
    zone = UTC if found.string.endswith("Z") else None
    return datetime.combine(day, clock, zone).isoformat(timespec="seconds") if clock else None


def _date(text: str) -> tuple[date, int, int] | None:
    candidates = list(_dates(text))
    if not candidates:
        return None
    start, end, day = min(candidates)
    return day, start, end


def _dates(text: str) -> Iterator[tuple[int, int, date]]:
    """The first date of each form, with where it stands."""
    for pattern, order in _forms(text):
        for found in pattern.finditer(text):
            parts = found.group(*order) if order else _ordered(*found.groups())
            day = _day(*parts) if parts else None
            if day is not None:
                yield found.start(), found.end(), day
                break


def _forms(text: str) -> Iterator[tuple[re.Pattern[str], tuple[int, ...]]]:
    """The forms of dates that a text may hold, by the signs and letters in it; with the groups of year, month and day.

    No groups stand for an order that is to be seen.
    """
    if _FOUR.search(text):
        if text.count("-") + text.count("/") + text.count(".") > 1:
            yield _YMD, (1, 2, 3)
        if not text.isascii():
            yield _CJK, (1, 2, 3)
        if _THREE_LETTERS.search(text):
            yield _DMY, (3, 2, 1)
            yield _MDY, (3, 1, 2)
    if text.count(".") + text.count("/") > 1:
        yield _NUMBERS, ()


def _ordered(one: str, two: str, year: str) -> tuple[str, str, str] | None:
    """Year, month and day, where it is certain which of two numbers is the month."""
    a, b = int(one), int(two)
    if len(year) == 2:
        year = "20" + year
    if a > 12 >= b or a == b:
        return year, two, one
    if b > 12 >= a:
        return year, one, two
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _MONTH.get(month.casefold(), 0)
    if not 1000 <= int(year) <= 2999:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _clocks(text: str) -> Iterator[re.Match[str]]:
    return _CLOCK.finditer(text)


def _clock(text: str, start: int, end: int) -> tuple[time | None, tzinfo | None, int, int]:
    """The time nearest the date at start..end, with its zone and where it stands."""
    rest = text[end : end + 40]
    sources = ((rest, end), (text[max(0, start - 40) : start], max(0, start - 40)))
    for words, offset in sources:
        for found in _CLOCK.finditer(words):
            clock = _time(found[1] or found[5], found[2] or "0", found[3], found[4] or found[6] or "")
            if clock is None:
                continue
            zone, length = _zone(words[found.end() :])
            return clock, zone, offset + found.start(), offset + found.end() + length
    return None, None, start, end


def _time(hour: str, minute: str, second: str | None, half: str) -> time | None:
    h, m, s = int(hour), int(minute), int(second or 0)
    if half:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half[0] in "pP" else 0)
    if h > 23 or m > 59 or s > 59:
        return None
    return time(h, m, s)


def _zone(text: str) -> tuple[tzinfo | None, int]:
    offset = _OFFSET.match(text)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        if minutes < 24 * 60:
            delta = timedelta(minutes=minutes if offset[1] == "+" else -minutes)
            return (timezone(delta) if delta else UTC), offset.end()
    name = _ZONE_NAME.match(text)
    if name and name[1].casefold() in _ZONES:
        hours = _ZONES[name[1].casefold()]
        return (timezone(timedelta(hours=hours)) if hours else UTC), name.end()
    return None, 0
