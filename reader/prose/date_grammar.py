"""Finding the words for days, weeks, months, years and hours, before anything is known of the day of publication."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from reader.prose.calendar import month_number, weekday_number
from reader.prose.date_patterns import (
    AFTER_LEADING,
    ANCHOR,
    CALENDAR_WORDS,
    CENTURIES,
    FIGURE_FIRST,
    FIGURE_LATER,
    FIRST_WORDS,
    FORMS,
    LEADING_WORDS,
    NEEDS,
    WEEKDAYS,
    form,
)
from reader.prose.mention import Mention
from reader.prose.number_words import SMALL
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Mention", "mentions"]


_QUANTITY_AFTER = regex(
    r"[ ](?:[a-z]+[ ]){0,2}?(?:people|men|women|troops|children|dollars|euros|[a-z]{3,}(?<![s'’i])s)\b"
)
_NUMBERS = {"a": 1.0, "an": 1.0, "a few": 3.0, "several": 4.0, "a couple of": 2.0}
_FEW = ("a few", "several", "a couple of")
_DAYPARTS = {
    "morning": (0, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (17 * 60, 24 * 60),
    "night": (18 * 60, 24 * 60),
    "noon": (11 * 60, 13 * 60),
    "midday": (11 * 60, 14 * 60),
}
_MONTH_NEEDS_MORE = ("may", "march", "mar")  # a verb or a noun unless a day, a year or a preposition stands beside it


#: So many times of one text are read: one sentence with more is a timetable.
MOST = 100
_NEXT = regex(r"[ -](\w+)")
_FIGURE = regex(r"\d")
_WORD = regex(r"\w+")
_COUNTED = regex(r"[A-Za-z]+(?:-[A-Za-z]+)?[ ](?i:day|week|month|year|decade|o[’'])")
_FIGURE_ONLY = ("iso", "slash", "yrs")  # these begin with a figure
#: No time begins so many characters before the anchor in it.
_REACH = 48


@lru_cache(maxsize=8192)
def mentions(text: str) -> tuple[Mention, ...]:
    """The words for times in a text, in order, without overlap; the first ``MOST`` of them.

    Durations ("for two weeks", "within 48 hours") are not times: see ``quantities``. Ages, scores and counts that look
    like years ("2000 people") are left alone too.
    """
    words, figures = said(text), _FIGURE.search(text) is not None
    telling = CALENDAR_WORDS & words
    if telling <= WEEKDAYS and not (figures and _may_tell(text, words)):
        if not telling:
            return ()
        return tuple(islice(_weekdays(text), MOST))
    return _all_forms(text, words, figures)


def _all_forms(text: str, words: frozenset[str], figures: bool) -> tuple[Mention, ...]:
    """The times of any text; ``words`` are what is ``said`` in it, and ``figures`` whether it has any."""
    found: list[Mention] = []
    by_figure, by_word = _possible(words & _TELLING, figures)
    low = text.lower()
    counting = any(unit in low for unit in _AFTER_COUNTS)
    at = 0  # everything before it is read
    for anchor in ANCHOR.finditer(text):
        start = max(at, anchor.start() - _REACH)
        if start > at:  # not from the middle of a word
            start = text.rfind(" ", at, start) + 1 or at
        for word in _WORD.finditer(text, start, max(start, anchor.end())):
            begin = word.start()
            if begin < at or not _may_begin(text, begin, word.group().lower(), counting):
                continue
            for name in by_figure if text[begin].isdigit() else by_word:
                match = form(name).match(text, begin)
                if match is not None:
                    break
            else:
                continue
            if len(found) == MOST:
                return tuple(found)
            at = match.end()
            mention = _READERS[name](match, text)
            if mention is not None:
                found.append(mention)
        at = max(at, anchor.end())  # no time begins before it that hasn't been tried
    return tuple(found)


#: So many characters before its last syllable a weekday may begin, "earlier the following" included.
_BEFORE_DAY = 32


def _weekdays(text: str) -> Iterator[Mention]:
    """The times of a text that names weekdays in full and no other time."""
    at = 0
    while (day := text.find("day", at)) >= 0:
        match = form("wday").search(text, max(at, day - _BEFORE_DAY))
        if match is None:
            return
        yield _weekday(match, text)
        at = match.end()


#: No time has a figure where none of these is, and none of the words.
_FIGURED = regex(r"\d(?:[-/.:]\d|\d{3}|[ ]?(?:[ap]\.?[ ]?m|o[’']c|st|nd|rd|th))", re.IGNORECASE)
_ZONED = listed("hours gmt utc local")


def _may_tell(text: str, words: frozenset[str]) -> bool:
    """Whether a figure of a text may be that of a day, an hour or a year."""
    return _FIGURED.search(text) is not None or not _ZONED.isdisjoint(words)


#: The words that tell which forms a text can have.
_TELLING = frozenset({"clock"}.union(*(words for needed in NEEDS.values() for words in needed)))


@lru_cache(maxsize=4096)
def _possible(words: frozenset[str], figures: bool) -> tuple[list[str], list[str]]:
    """The forms that a text with these words can have: those that begin with a figure, and with a word."""
    possible = [name for name in FORMS if not any(words.isdisjoint(needed) for needed in NEEDS.get(name, ()))]
    by_figure = [name for name in possible if name in FIGURE_FIRST] if figures else []
    by_word = [name for name in possible if name not in _FIGURE_ONLY and (figures or name not in FIGURE_LATER)]
    if "clock" not in words:  # only "five o'clock" begins with a word
        by_word.remove("clock")
    return by_figure, by_word


#: What ``_counts`` finds stands before one of these.
_AFTER_COUNTS = (" day", " week", " month", " year", " decade", " o’", " o'")


def _may_begin(text: str, at: int, word: str, counting: bool) -> bool:
    """Whether a time can begin with a word of a text, in lower case: a look at it and at the word after it.

    counting: whether any word of the text ``_counts``.
    """
    if word[0].isdigit():
        return True
    if word not in FIRST_WORDS:
        return counting and _counts(text, at)
    if word not in LEADING_WORDS:
        return True
    after = _NEXT.match(text, at + len(word))
    if after is None:
        return False
    follows = after.group(1)
    return (
        follows[0].isdigit() or follows.lower() in AFTER_LEADING or _counts(text, at) or _counts(text, after.start(1))
    )


def _counts(text: str, at: int) -> bool:
    """Whether a word may count out a time: any may, as in "umpteen years ago", but only before these."""
    return _COUNTED.match(text, at) is not None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _number(word: str | None) -> int | None:
    return int("".join(c for c in word if c.isdigit())) if word else None


def _year_number(word: str | None) -> int | None:
    """A year, also one of two figures: those of the last seventy years, or of the thirty to come."""
    year = _number(word)
    return year if year is None or year > 99 else year + (2000 if year < 30 else 1900)


def _iso(match: re.Match[str], text: str) -> Mention:
    return Mention(_span(match), "day", year=int(match["iy"]), month=int(match["im"]), day=int(match["id"]))


def _slash(match: re.Match[str], text: str) -> Mention | None:
    first, second, year = int(match["s1"]), int(match["s2"]), int(match["s3"])
    if year < 100:
        year += 2000 if year < 50 else 1900
    # Americans put the month first; where that can't be, or with points, the day comes first.
    month, day = (second, first) if first > 12 or "." in match["slash"] else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Mention(_span(match), "day", year=year, month=month, day=day)


def _month_day(match: re.Match[str], text: str) -> Mention | None:
    month, number = month_number(match["mm"]), _number(match["md"])
    if match["mm"] == "May" and match["md"] is None:
        return None
    weekday = weekday_number(match["mw"]) if match["mw"] else None
    return Mention(
        _span(match), "day", _year_number(match["my"]), None, month, number, _number(match["mde"]), weekday=weekday
    )  # fmt: skip


def _day_month(match: re.Match[str], text: str) -> Mention | None:
    weekday = weekday_number(match["dw"]) if match["dw"] else None
    year, month, first, last = _number(match["dy"]), month_number(match["dm"]), _number(match["dd"]), match["dde"]
    return Mention(_span(match), "day", year, None, month, first, _number(last), weekday=weekday)


#: The dates that a computer has end with it.
_LAST_CENTURY = 99
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def _nth_weekday(match: re.Match[str], text: str) -> Mention:
    """ "the first Monday of March": ``count`` says which, -1 the last."""
    month = month_number(match["nm"]) if match["nm"] else None
    return Mention(
        _span(match), "nth", year=_number(match["ny"]), month=month, weekday=weekday_number(match["nww"]),
        which=_which(match["nq"]), count=_NTH[match["no"].lower()],
    )  # fmt: skip


def _the_day(match: re.Match[str], text: str) -> Mention:
    """ "on the 15th"."""
    return Mention(Span(match.start("thd") - len("the "), match.end()), "day", day=_number(match["thd"]))


def _weekday_number(match: re.Match[str], text: str) -> Mention:
    return Mention(_span(match), "day", day=_number(match["nd"]), weekday=weekday_number(match["nw"]))


_PREPOSITION = regex(
    r"\b(?:in|since|of|by|until|till|before|after|during|for|through|this|last|next|from|to|and|between|or)[ ]$",
    re.IGNORECASE,
)


def _month_alone(match: re.Match[str], text: str) -> Mention | None:
    name = match["om"]
    bare = name.lower().rstrip(".") in _MONTH_NEEDS_MORE or len(name) <= 4
    if (
        bare
        and not (match["op"] or match["os"] or match["oy"])
        and not _PREPOSITION.search(text[: match.start("om")][-9:])
    ):
        return None
    which = _which(match["os"]) or (match["oys"] and f"{match['oys']} year")
    year = _number(match["oy"]) if match["oy"] and not match["oys"] else None
    return Mention(_span(match), "month", year=year, month=month_number(name), part=_part(match["op"]), which=which)


def _part(words: str | None) -> str | None:
    if not words:
        return None
    word = words.lower()
    if word.startswith(("later years", "the later years", "later part", "the later part")):
        return "late"
    if (
        word.startswith(("early", "earlier", "the early", "first", "the first"))
        or "beginning" in word
        or "start" in word
    ):
        return "earlier" if word.startswith("earlier") else "early"
    if word.startswith("later"):
        return "later"
    if word.startswith(("late", "the late", "last", "the last", "final", "the final")) or "end" in word:
        return "late"
    return "mid"


def _which(word: str | None) -> str | None:
    if not word:
        return None
    last = word.lower().split()[-1]
    if last in ("last", "past", "previous"):
        return "last"
    if last in ("next", "coming", "upcoming", "following"):
        return "next"
    return "this" if last in ("this", "current") else None


#: How many "some", "many" or "recent" are taken to be, loosely.
_SOME = 4.5


def _count(words: str) -> float:
    low = words.lower()
    if low in _NUMBERS:
        return _NUMBERS[low]
    if low.isdigit():
        return float(low)
    parts = [SMALL.get(part) for part in low.split("-")]
    return float(sum(part or 0 for part in parts)) if None not in parts else _SOME


def _ago(match: re.Match[str], text: str) -> Mention | None:
    count = _count(match["an"])
    back, ahead = match["ad"] in ("ago", "back"), match["ad"] in ("from now", "hence")
    if (
        not back and not ahead
    ):  # "two days earlier" counts from something told before: which day that is can't be known here
        return None
    loose = match.start() != match.start("an") or match["an"].lower() in _FEW or count == _SOME
    unit = match["au"]
    if unit == "decade":
        unit, count, loose = "year", count * 10, True
    return Mention(_span(match), "offset", unit=unit, count=count if ahead else -count, loose=loose)


def _in_time(match: re.Match[str], text: str) -> Mention:
    return Mention(_span(match), "offset", unit=match["inu"], count=_count(match["inc"]), loose=bool(match["inl"]))


_NOW_OFFSET = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "overnight": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


def _now(match: re.Match[str], text: str) -> Mention | None:
    words = match["now"].lower()
    quoted = text[match.start() - 1 : match.start()] in ("“", '"', "‘", "'") and match["now"][0].isupper()
    if quoted and text[match.end() : match.end() + 1] in ("”", '"', "’", "'", ".", ","):
        return None  # the name of a programme
    part = match["np"]
    if part:
        words = words[: -len(part)].rstrip()
    last = part or words.split()[-1]
    hours = _DAYPARTS.get("night" if last in ("tonight", "overnight") else last.lower())
    return Mention(_span(match), "now", unit="day", count=_NOW_OFFSET[words], minutes=hours, loose=words == "overnight")


def _weekday(match: re.Match[str], text: str) -> Mention:
    hours = _DAYPARTS[match["wp"]] if match["wp"] else None
    which = _which(match["ws"])
    return Mention(_span(match), "weekday", weekday=weekday_number(match["ww"]), which=which, minutes=hours)


def _weekday_of_week(match: re.Match[str], text: str) -> Mention:
    return Mention(_span(match), "weekday", weekday=weekday_number(match["wf"]), which=_which(match["wq"]), unit="week")


def _period(match: re.Match[str], text: str) -> Mention | None:
    unit, which = match["pu"].lower(), _which(match["ps"])
    count = match["pc"]
    if match["pe"] and not count:
        return None
    if count:
        if which != "last":
            return None
        number = 3.0 if count == "few" else 4.0 if count == "several" else _count(count)
        return Mention(_span(match), "years" if unit == "year" else "stretch", unit=unit, count=-number, loose=True)
    if unit in ("spring", "summer", "autumn", "fall", "winter"):
        return Mention(_span(match), "season", season=unit, which=which, part=_part(match["pp"]))
    return Mention(_span(match), "period", unit=unit, which=which, part=_part(match["pp"]))


def _weekend(match: re.Match[str], text: str) -> Mention:
    return Mention(Span(match.end() - len("the weekend"), match.end()), "period", unit="weekend")


def _season(match: re.Match[str], text: str) -> Mention:
    return Mention(_span(match), "season", season=match["ss"].lower(), year=int(match["sy"]), part=_part(match["sp"]))


def _decade(match: re.Match[str], text: str) -> Mention:
    year = int(match["cy"])
    last = year + (99 if year % 100 == 0 and year < 2000 else 9)
    return Mention(_span(match), "years", year=year, last_year=last, part=_part(match["cp"]))


def _century(match: re.Match[str], text: str) -> Mention | None:
    word = match["tn"].lower()
    number = CENTURIES.get(word) or _number(word)
    if not number or number > _LAST_CENTURY:
        return None
    year = (number - 1) * 100
    return Mention(_span(match), "years", year=year or 1, last_year=year + 100, part=_part(match["tp"]))


def _years(match: re.Match[str], text: str) -> Mention | None:
    first, last = int(match["y1"]), int(match["y2"])
    last += first // 100 * 100 if last < 100 else 0
    if last <= first:
        return None
    return Mention(_span(match), "years", year=first, last_year=last)


def _clock(match: re.Match[str], text: str) -> Mention | None:
    hour_word = match["h1"] or match["h2"] or match["h3"] or match["h4"]
    hour = int(hour_word) if hour_word.isdigit() else SMALL.get(hour_word.lower(), 99)
    if hour > 23:
        return None
    minute = int(match["mi"] or match["m3"] or 0)
    meridiem = match["a1"] or match["a2"]
    if match["h1"] and "." in match.group()[: len(hour_word) + 1] and not meridiem:
        return None  # 6.45 is a number; 6.45 p.m. is a time
    start = match.start()
    if (start and text[start - 1] in "$£€.-–") or text[match.end() : match.end() + 1] == "%":
        return None
    at = hour * 60 + minute
    if meridiem:
        at = (hour % 12 + (12 if meridiem[0] in "pP" else 0)) * 60 + minute
    loose = not meridiem and 0 < hour < 13  # "at 3:30": before or after noon can't be told
    return Mention(_span(match), "clock", minutes=(at % 1440, at % 1440), clock_exact=True, loose=loose)


def _noon(match: re.Match[str], text: str) -> Mention:
    at = 0 if match["noon"] == "midnight" else 720
    return Mention(_span(match), "clock", minutes=(at, at), clock_exact=True)


def _year(match: re.Match[str], text: str) -> Mention | None:
    preposition = (match["ypre"] or "").lower().strip(" -")
    dated = preposition in (
        "in",
        "since",
        "until",
        "till",
        "during",
        "year",
        "in late",
        "in early",
        "late",
        "early",
        "mid",
        "by",
        "of",
    )
    if not dated and _QUANTITY_AFTER.match(text, match.end()) and preposition not in ("the", "a"):
        return None
    part = (
        _part(preposition.removeprefix("in "))
        if preposition in ("in late", "in early", "late", "early", "mid")
        else None
    )
    start = match.start("yy")
    return Mention(Span(start, match.end()), "year", year=int(match["yy"]), part=part)


_READERS = {
    "iso": _iso, "slash": _slash, "mdy": _month_day, "dmy": _day_month, "nth": _nth_weekday, "the": _the_day,
    "wdn": _weekday_number, "mon": _month_alone, "ago": _ago, "inn": _in_time, "now": _now, "wof": _weekday_of_week,
    "wday": _weekday, "per": _period, "end": _weekend, "sea": _season, "dec": _decade, "cen": _century, "yrs": _years,
    "clock": _clock, "noon": _noon, "yr": _year,
}  # fmt: skip
