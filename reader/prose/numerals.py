"""Reading numerals, in figures and in English words: "1.2bn", "two dozen", "twenty-five", "2½", "a quarter million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

#: Cardinal words below a hundred.
SMALL = {
    "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip

#: Words that multiply what stands before them.
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "lakhs": 1e5,
    "crore": 1e7, "crores": 1e7, "dozen": 12.0, "millions": 1e6, "billions": 1e9,
}  # fmt: skip

#: Short forms of scales, which stand after figures only.
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip

#: What the parts of a whole are called, with how many of them make one.
PARTS = {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}  # fmt: skip

_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}  # fmt: skip

#: Plural words that stand for a stretch of numbers: the least and the most that they are used for.
VAGUE = {
    "dozens": (24.0, 200.0),
    "scores": (30.0, 300.0),
    "hundreds": (150.0, 3000.0),
    "thousands": (1500.0, 200_000.0),
    "millions": (1.5e6, 2e8),
    "billions": (1.5e9, 2e11),
    "trillions": (1.5e12, 2e14),
}

_TOKEN = re.compile(
    r"(?P<figure>\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞])"
    r"|(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)*)"
    r"|(?P<sign>[^\s\w])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, a word or a sign of a text."""

    text: str
    low: str
    start: int
    end: int
    kind: str  #: "figure", "word" or "sign"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written."""

    start: int  #: index of its first token
    end: int  #: index after its last token
    low: float
    high: float  #: equal to ``low`` unless the word is vague ("dozens")
    grain: float  #: the place of the last digit that counts: 10,000 has 10000, 1.25 million has 10000
    kind: str = "cardinal"  #: "cardinal", "ordinal", "fraction" or "odds" ("one in three")
    figures: bool = True  #: written in figures


def tokens(text: str) -> list[Token]:
    """A text's figures, words and signs, in order."""
    return [
        Token(m.group(), m.group().lower(), m.start(), m.end(), m.lastgroup or "sign") for m in _TOKEN.finditer(text)
    ]


def numeral(words: Sequence[Token], at: int) -> Numeral | None:
    """The longest numeral that begins with the token ``at``, or None."""
    token = words[at]
    if token.kind == "figure":
        return _figures(words, at)
    if token.kind != "word":
        return None
    return _vague(words, at) or _spelled(words, at)


def grain_of(value: float, decimals: int = 0) -> float:
    """The place of the last digit that counts in a number written with that many decimals."""
    if decimals:
        return 10.0**-decimals
    number = round(value)
    if number != value or number == 0:
        return 1.0
    grain = 1
    while number % (grain * 10) == 0:
        grain *= 10
    return float(grain)


def digits_that_count(value: float, grain: float) -> int:
    """How many significant digits a number written with that grain has: 10,000 has one, 12,500 three."""
    return max(1, floor(log10(abs(value) / grain) + 1e-9) + 1) if value and grain else 1


def _low(words: Sequence[Token], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _joined(words: Sequence[Token], at: int) -> bool:
    """Whether the token ``at`` follows the one before it without white space."""
    return 0 < at < len(words) and words[at].start == words[at - 1].end


def _figures(words: Sequence[Token], at: int) -> Numeral | None:
    token = words[at]
    if token.text in _VULGAR:
        return Numeral(at, at + 1, _VULGAR[token.text], _VULGAR[token.text], 0.01, "fraction")
    plain = "".join(c for c in token.text if c.isdigit() or c == ".")
    value = float(plain)
    decimals = len(plain) - plain.find(".") - 1 if "." in plain else 0
    grain = grain_of(value, decimals)
    end = at + 1
    if _joined(words, end) and _low(words, end) in ("st", "nd", "rd", "th"):
        return Numeral(at, end + 1, value, value, 1.0, "ordinal")
    if _low(words, end) in _VULGAR and value < 1000:
        value, grain, end = value + _VULGAR[words[end].text], 0.25, end + 1
    elif (
        _low(words, end) == "/" and _joined(words, end) and _joined(words, end + 1) and words[end + 1].kind == "figure"
    ):
        below = float(words[end + 1].text.replace(",", ""))
        if below in (2, 3, 4, 5, 6, 8, 10) and value < below and not _joined(words, end + 2):
            return Numeral(at, end + 2, value / below, value / below, 0.01, "fraction")
    elif at + 3 < len(words) and words[at + 2].text == "/" and words[end].kind == "figure":
        half = _figures(words, end)
        if half and half.kind == "fraction":
            value, grain, end = value + half.low, 0.25, half.end
    odds = _odds(words, at, end, value)
    if odds:
        return odds
    while end < len(words):
        low = words[end].low
        gap = words[end].start - words[end - 1].end
        hyphen = low in "-–" and gap == 0 and _joined(words, end + 1) and _low(words, end + 1) in SCALES
        if hyphen:
            low = _low(words, end + 1)
        if low in SCALES and gap <= 1:
            factor = SCALES[low]
        elif (
            low in SHORT_SCALES
            and (gap == 0 or low in ("bn", "mn", "mln", "bln", "tn"))
            and not (low == "m" and not _money(words, at))
        ):
            factor = SHORT_SCALES[low]
        elif low == "b" and gap == 1 and _low(words, end + 1) == ".":
            factor, end = 1e9, end + 1
        else:
            break
        value, grain, end = _round(value * factor), grain * factor, end + (2 if hyphen else 1)
    return Numeral(at, end, value, value, grain)


def _money(words: Sequence[Token], at: int) -> bool:
    """Whether a currency stands before the figure: "$5m" is money, "5m" five metres."""
    return _low(words, at - 1) in "$£€¥₹" if at else False


def _round(value: float) -> float:
    """Without the last bits that multiplying decimals leaves behind."""
    return float(f"{value:.12g}")


def _odds(words: Sequence[Token], at: int, end: int, value: float) -> Numeral | None:
    """ "one in three", "1-in-3", "two out of five"."""
    i = end
    if _low(words, i) in ("-", "–"):
        i += 1
    if _low(words, i) == "out" and _low(words, i + 1) == "of":
        i += 2
    elif _low(words, i) == "in":
        i += 1
    else:
        return None
    if _low(words, i) in ("-", "–"):
        i += 1
    if _low(words, i) == "every":
        i += 1
    if i >= len(words) or value > 99 or value != int(value):
        return None
    below = words[i].low
    total = float(SMALL.get(below, 0)) if words[i].kind == "word" else float(below) if below.isdigit() else 0.0
    if not total or not 1 < total <= 1000 or value >= total:
        return None
    if _joined(words, i + 1) and _low(words, i + 1) not in ".,;:!?)’'”\"-–" or _low(words, i + 1) in SCALES:
        return None
    return Numeral(at, i + 1, value / total, value / total, 0.01, "odds")


def _vague(words: Sequence[Token], at: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "tens of thousands"."""
    low = words[at].low
    end = at + 1
    if low == "tens":
        if _low(words, at + 1) == "of" and _low(words, at + 2) in VAGUE:
            least, most = VAGUE[_low(words, at + 2)]
            return Numeral(at, at + 3, least * 10, most * 2, least, figures=False)
        return None
    if low not in VAGUE or (low == "scores" and _low(words, end) != "of"):
        return None
    least, most = VAGUE[low]
    if low == "hundreds" and _low(words, end) == "of" and _low(words, end + 1) in VAGUE:
        least, most = VAGUE[_low(words, end + 1)]
        return Numeral(at, end + 2, least * 100, most * 10, least, figures=False)
    return Numeral(at, end, least, most, least, figures=False)


def _spelled(words: Sequence[Token], at: int) -> Numeral | None:
    low = words[at].low
    if low in ("a", "an", "half", "quarter", "one"):
        part = _part(words, at)
        if part:
            return part
    if low in ("a", "an"):
        after = _low(words, at + 1)
        if after not in ("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore", "score"):
            return None
        if after == "score":
            return None
    elif low in ORDINALS:
        return Numeral(at, at + 1, ORDINALS[low], ORDINALS[low], 1.0, "ordinal", figures=False)
    elif low not in SMALL and low != "dozen":
        return None
    return _cardinal(words, at)


def _cardinal(words: Sequence[Token], at: int) -> Numeral | None:
    """A run of number words; "one hundred and twelve thousand", "twenty-five", "two and a half million"."""
    total = current = 0.0
    last = at  # index after the last word that was taken
    i = at
    seen = False
    scaled = 1.0
    while i < len(words):
        low = words[i].low
        if low in ("a", "an") and not seen:
            current, seen = 1.0, True
        elif (
            low in ("-", "–", "—")
            and seen
            and _low(words, i + 1) in (SMALL.keys() | ORDINALS.keys() | SCALES.keys())
            and _joined(words, i + 1)
        ):
            i += 1
            continue
        elif low in SMALL:
            value = SMALL[low]
            if seen and scaled < 100 and not (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10):
                break
            current, seen = current + value, True
            last = i + 1
        elif (
            low in ORDINALS
            and seen
            and ORDINALS[low] < 100
            and (current % 10 == 0 and ORDINALS[low] < 10 and current % 100 >= 20 or scaled >= 100)
        ):
            value = total + current + ORDINALS[low]
            return Numeral(at, i + 1, value, value, 1.0, "ordinal", figures=False)
        elif low in ORDINALS and ORDINALS[low] >= 100 and seen:
            value = (total + (current or 1)) * ORDINALS[low]
            return Numeral(at, i + 1, value, value, 1.0, "ordinal", figures=False)
        elif low in SCALES and low not in ("millions", "billions"):
            factor = SCALES[low]
            if low in ("hundred", "dozen"):
                current = (current or 1.0) * factor
            else:
                total += (current or 1.0) * factor
                current = 0.0
            scaled, seen = factor, True
            last = i + 1
            if low == "dozen":
                break
        elif low == "and" and seen:
            half = _low(words, i + 1) in ("a", "one") and _low(words, i + 2) == "half"
            if half:
                return _and_half(words, at, i + 3, total + current)
            if (
                scaled < 100
                or _low(words, i + 1) not in SMALL
                or total
                and scaled >= 1000
                and SMALL[_low(words, i + 1)] == 1
            ):
                break
        else:
            break
        i += 1
    if last == at:
        return None
    value = total + current
    odds = _odds(words, at, last, value)
    return odds or Numeral(at, last, value, value, grain_of(value), figures=False)


def _and_half(words: Sequence[Token], at: int, end: int, value: float) -> Numeral:
    value, grain = value + 0.5, 0.5
    if _low(words, end) in SCALES:
        value, grain, end = value * SCALES[words[end].low], grain * SCALES[words[end].low], end + 1
    return Numeral(at, end, value, value, grain, figures=False)


def _part(words: Sequence[Token], at: int) -> Numeral | None:
    """ "half", "a third", "a quarter million", "half a million", "one-third"."""
    i, above = at, 1.0
    if words[i].low in ("a", "an", "one"):
        i += 1
        if _low(words, i) in ("-", "–"):
            i += 1
    name = _low(words, i)
    if name not in PARTS or (i == at and name not in ("half", "quarter")):
        return None
    share, end = above / PARTS[name], i + 1
    dash = 1 if _low(words, end) in ("-", "–") and _joined(words, end) else 0
    article = 1 if _low(words, end + dash) in ("a", "an") else 0
    scale = _low(words, end + dash + article)
    if scale in SCALES and scale != "hundred":
        value = share * SCALES[scale]
        return Numeral(at, end + dash + article + 1, value, value, grain_of(value), figures=False)
    if name == "second" or (name == "quarter" and i == at):
        return None
    if (
        i == at
        and name == "half"
        and _low(words, end) not in ("of", "a", "an", "the", "-", "its", "their", "his", "our")
    ):
        return None
    if (
        name in ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
        and words[at].low != "one"
        and _low(words, end) != "of"
    ):
        return None  # "a third man" is an ordinal
    return Numeral(at, end, share, share, 0.01, "fraction", figures=False)


def several_parts(words: Sequence[Token], found: Numeral) -> Numeral:
    """A small cardinal with the name of parts after it, "two-thirds" or "three quarters", read as a fraction."""
    i = found.end
    if _low(words, i) in ("-", "–"):
        i += 1
    name = _low(words, i)
    if (
        found.kind == "cardinal"
        and found.low < 10
        and name in PARTS
        and (name.endswith("s") or found.low == 1 and "-" in (_low(words, found.end),))
    ):
        share = found.low / PARTS[name]
        if share < 1:
            return Numeral(found.start, i + 1, share, share, 0.01, "fraction", figures=found.figures)
    return found
