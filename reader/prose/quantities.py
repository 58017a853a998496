"""Reading quantities: what is measured or counted, how much of it, and how the words bound it.

Values are intervals: "at least 12" is 12 and more, "about 10,000" some way to both sides. Times of the calendar and the
clock are taken out first (``date_grammar``), so that "in 2014" and "2 p.m." are no quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from math import inf

from reader.prose.date_grammar import mentions
from reader.prose.numerals import Numeral, Token, digits_that_count, numeral, several_parts, tokens
from reader.prose.quantity_words import (
    AFTER, AFTER_FIGURES_ONLY, BEFORE, CURRENCIES, CURRENCY_OF, NOT_PLURALS, PLURALS, STOPS, UNIT_PREFIXES, UNITS,
    Dimension, Qualifier,
)  # fmt: skip
from reader.story import Span


class QuantityKind(StrEnum):
    """What a number does in its sentence."""

    COUNT = "count"  #: so many things
    MEASURE = "measure"  #: so much of a unit, or a bare value ("magnitude 6.1")
    ORDINAL = "ordinal"
    AGE = "age"
    SCORE = "score"  #: two numbers against each other
    SHARE = "share"  #: percent, fraction, odds


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as a sentence gives it."""

    span: Span  #: the very words, with the qualifier and the unit or the thing counted
    number: Span  #: the words of the number alone, with its qualifier and unit
    kind: QuantityKind
    dimension: Dimension
    unit: str  #: a currency code, "m", "second", "percent" or ""
    value: float  #: as written, in the base unit; of a range the middle, of a score the first number
    low: float  #: in the base unit: metres, seconds, kilograms, percent; money in its currency
    high: float
    low_open: bool
    high_open: bool
    qualifier: Qualifier
    grain: float  #: the place of the last digit that counts, in the base unit
    head: str  #: the stem of the thing counted or measured, "" where the sentence leaves it open
    modifiers: tuple[str, ...]  #: stems of the words before the head: "merchant", "north", "korean"
    part: bool  #: "18 of them", "30 of the 80": some of a group that is told of elsewhere
    second: float = 0.0  #: of a score: the other number

    def holds(self, value: float) -> bool:
        """Whether a value lies within the bounds."""
        above = value > self.low if self.low_open else value >= self.low
        return above and (value < self.high if self.high_open else value <= self.high)


_QUICK = re.compile(
    r"\d|[½¼¾⅓⅔]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|trillions?|dozens?|half|third|"
    r"quarters?|first|second|fourth|fifth|\w+th|couple|several|tens|scores)\b",
    re.IGNORECASE,
)

_MEASURED = frozenset(
    "magnitude population toll speed price value cost age temperature height weight depth width length distance total number "
    "average rate score majority margin budget deficit salary bail fine strength force reward turnout capacity maximum "
    "minimum sum fee debt profit loss revenue bond bounty vote".split()
)
_MEASURED_STEMS = frozenset(("magnitud", "strength", "popul", "speed", "rate", "averag"))
_QUAKES = frozenset(("quak", "earthquak", "temblor", "tremor", "aftershock", "magnitud"))
_BEFALLS = frozenset(("hurt", "kill", "dead", "wound", "injur", "miss", "arrest"))
_NO_QUANTITY_AFTER_ONE = frozenset(
    "of another by day time thing who that which or and to in on at the 's for was is has had could would can should "
    "might may must will as with more such side way".split()
)
_PRONOUNS = frozenset("it them him her us me you this that these those whom which".split())


@lru_cache(maxsize=8192)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order, without overlap. English; other languages give figures with units only."""
    if not _QUICK.search(text):
        return ()
    return tuple(_Reading(text).all())


@cache
def _stemmer() -> object:
    import Stemmer  # 1 ms, and only where there is a number

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of an English word, lower case ("villages" and "village" have one)."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if low in _SAME:
        return _SAME[low]
    found: str = _stemmer().stemWord(low)  # type: ignore[attr-defined]
    return found


#: Irregular plurals, and words for people that newsrooms swap freely.
_SAME = {
    "men": "man", "women": "woman", "children": "child", "kids": "child", "kid": "child", "persons": "peopl", "person": "peopl",
    "people": "peopl", "feet": "foot", "servicemen": "soldier", "soldiers": "soldier", "troops": "soldier", "troop": "soldier",
    "policemen": "polic", "cops": "polic", "speedboats": "boat", "speedboat": "boat", "homes": "hous", "houses": "hous",
    "persian": "persian", "dead": "dead", "inhabitants": "resid", "residents": "resid",
}  # fmt: skip


class _Reading:
    """One text being read: its tokens, and where times stand in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tokens(text)
        taken = mentions(text)
        self.timed = (
            [any(m.span.start < w.end and w.start < m.span.end for m in taken) for w in self.words] if taken else []
        )

    def all(self) -> list[Quantity]:
        found: list[Quantity] = []
        at = 0
        while at < len(self.words):
            read = None if self.timed and self.timed[at] else self._read(at, found[-1] if found else None)
            if read is None:
                at += 1
                continue
            quantity, at = read
            if quantity is not None:
                found.append(quantity)
        return self._shared_heads(found)

    def low(self, at: int) -> str:
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        return 0 < at < len(self.words) and self.words[at].start == self.words[at - 1].end

    def _read(self, at: int, previous: Quantity | None) -> tuple[Quantity | None, int] | None:
        """The quantity whose number begins at a token, and the index after it; None where no number begins."""
        token = self.words[at]
        if token.low in ("several", "couple"):
            return self._loose(at)
        if token.kind == "sign" and token.low not in CURRENCIES:
            return None
        start, unit = at, ""
        currency = self._currency_before(at)
        if currency:
            unit, at = currency
            if at >= len(self.words):
                return None
        elif token.kind == "sign":
            return None
        found = numeral(self.words, at)
        if found is None or self.low(at - 1) == "±":
            return None
        found = several_parts(self.words, found)
        if self._is_name(start, found):
            return None, found.end
        if found.kind == "ordinal":
            return self._ordinal(found)
        if found.low == 1 and not found.figures and not self._one_counts(found):
            return None, found.end
        return self._cardinal(start, found, unit)

    def _currency_before(self, at: int) -> tuple[str, int] | None:
        """A currency sign or code before the number, and the index of the number."""
        low = self.low(at)
        if low in CURRENCIES and (
            self.words[at].kind == "sign" or self.words[at].text.isupper() or low in ("rs", "eur")
        ):
            end = at + 1
            if low == "rs" and self.low(end) == ".":
                end += 1
            if end < len(self.words) and (
                self.words[end].kind == "figure" or self.words[end].low.isalpha() and low == "$"
            ):
                return CURRENCIES[low], end
            return None
        pair = low + self.low(at + 1)
        if pair in CURRENCIES and self.joined(at + 1) and self.low(at + 1) == "$":
            return CURRENCIES[pair], at + 2
        return None

    def _is_name(self, start: int, found: Numeral) -> bool:
        """Whether the number is part of a name: "AK-47", "SB 1062", "Boeing 727", "No. 5", "Flight 370"."""
        if start == 0:
            return False
        before = self.words[start - 1]
        touching = self.joined(start)
        if touching and before.kind == "word" and found.figures:
            return True
        if before.low == "#":
            return True
        if touching and before.low in ("-", "–", "/", ".") and start > 1 and self.joined(start - 1):
            first = self.words[start - 2]
            after_letters = first.kind == "word" and (first.text[0].isupper() and len(first.text) <= 4)
            if after_letters and found.figures:
                return True
        if not found.figures or start == 1 and before.kind != "word":
            return False
        if before.low == "." and self.low(start - 2) in ("no", "nos", "rev", "st"):
            return True
        named = before.kind == "word" and before.text[0].isupper() and start > 1 and before.low not in _CAPITAL_OK
        if not named or found.low != int(found.low):
            return False
        after = self.words[found.end] if found.end < len(self.words) else None
        return (
            after is None
            or after.kind == "sign"
            and after.text not in "%-"
            or after.low in STOPS
            or after.text[0].isupper()
        )

    def _one_counts(self, found: Numeral) -> bool:
        """Whether "one" counts something, and doesn't stand for somebody or for "a certain"."""
        before, after = self.low(found.start - 1), self.low(found.end)
        if (
            before in ("the", "no", "this", "that", "each", "any", "every", "which", "another", "day", "for")
            or not after
        ):
            return False
        if found.end - found.start > 1 or self.words[found.start].low in ("a", "an"):
            return True
        return after.isalpha() and after not in STOPS and after not in _NO_QUANTITY_AFTER_ONE or after == "-"

    def _loose(self, at: int) -> tuple[Quantity, int] | None:
        """ "several days", "a couple of hours": a few of something."""
        low = self.low(at)
        if low == "couple" and (self.low(at - 1) not in ("a", "another") or self.low(at + 1) != "of"):
            return None
        end = at + (2 if low == "couple" else 1)
        start = at - 1 if low == "couple" else at
        least, most = (2.0, 3.0) if low == "couple" else (3.0, 12.0)
        found = Numeral(start, end, least, most, 1.0, figures=False)
        return self._cardinal(start, found, "")

    def _ordinal(self, found: Numeral) -> tuple[Quantity | None, int]:
        low = self.low(found.end)
        text = self.words[found.start].low
        if (
            not low.isalpha()
            or (text == "second" and self.low(found.start - 1) in ("a", "per", "each"))
            and low in STOPS
        ):
            return None, found.end
        if (
            low in STOPS
            or text == "first"
            and self.low(found.start - 1) in ("at", "was", "were", "had", "has", "be", "when", "since")
        ):
            return None, found.end
        head, modifiers, end = self._noun(found.end, one=True)
        if not head:
            return None, found.end
        number = self._span(found.start, found.end)
        span = Span(number.start, self.words[end - 1].end)
        return Quantity(
            span, number, QuantityKind.ORDINAL, Dimension.COUNT, "", found.low, found.low, found.low, False, False,
            Qualifier.EXACT, 1.0, head, modifiers, False,
        ), found.end  # fmt: skip

    def _span(self, start: int, end: int) -> Span:
        return Span(self.words[start].start, self.words[end - 1].end)

    def _cardinal(self, start: int, found: Numeral, currency: str) -> tuple[Quantity | None, int]:
        first, qualifier = self._qualifier(start)
        second, end = self._second_number(first, start, found, qualifier)
        if second is not None and second.kind == "score":
            return self._score(start, found, second), second.end
        low, high = found.low, found.high
        grain = found.grain
        if found.low != found.high:
            qualifier = qualifier if qualifier in (Qualifier.MORE, Qualifier.AT_LEAST) else Qualifier.VAGUE
        if second is not None:
            high = second.high
            scale = _shared_scale(found, second)
            low, grain, qualifier = low * scale, min(grain * scale, second.grain), Qualifier.BETWEEN
            if first == start and self.low(start - 1) == "between":
                first -= 1
        figures = (second or found).figures
        dimension, factor, unit, end = self._unit(end, found, currency, figures)
        age = dimension is Dimension.DURATION and unit == "year" and self._old(end)
        kind = QuantityKind.COUNT
        if age:
            kind, end, dimension, factor, unit = QuantityKind.AGE, age, Dimension.COUNT, 1.0, "year"
        elif dimension in (Dimension.SHARE, Dimension.POINTS):
            kind = QuantityKind.SHARE
        elif dimension is not Dimension.COUNT:
            kind = QuantityKind.MEASURE
        elif self._age_after_name(start, end) or self.low(start - 1) in ("aged", "age"):
            kind = QuantityKind.AGE
        end, qualifier = self._qualifier_after(end, qualifier)
        number = Span(self.words[first].start, self.words[end - 1].end)
        part = self._part_of(end)
        head, modifiers, stop = self._thing(start if second is None else found.start, end, kind, dimension)
        measured = (
            [m for m in modifiers if m in _MEASURED_STEMS]
            if dimension in (Dimension.COUNT, Dimension.TEMPERATURE)
            else []
        )
        if (
            measured
            or dimension is Dimension.TEMPERATURE
            and unit == "degree"
            or self.low(first - 2) in ("magnitude", "strength")
            and self.low(first - 1) == "-"
        ) and head in _QUAKES:
            head, modifiers, kind, dimension, factor, unit = (
                "magnitud",
                (),
                QuantityKind.MEASURE,
                Dimension.COUNT,
                1.0,
                "",
            )
        elif self.low(first - 2) in _MEASURED and self.low(first - 1) == "-" and self.joined(first - 1):
            head, modifiers, kind, stop = stem(self.low(first - 2)), (), QuantityKind.MEASURE, end
        elif measured and "." in self.words[found.start].text:
            head, modifiers, kind = measured[0], (), QuantityKind.MEASURE
        if kind is QuantityKind.COUNT and not head and self._bare_is_no_quantity(start, end):
            return None, end
        if kind is QuantityKind.COUNT and self._measured_before(first):
            kind = QuantityKind.MEASURE
        span = Span(number.start, self.words[stop - 1].end) if stop > end else number
        quantity = Quantity(
            span, number, kind, dimension, unit, (low + high) / 2 * factor, low * factor, high * factor, False, False,
            qualifier, grain * factor, head, modifiers, part,
        )  # fmt: skip
        return _bounded(quantity), end

    def _qualifier(self, start: int) -> tuple[int, Qualifier]:
        """The index where the words that bound the number begin, and what they say."""
        at = start
        if self.low(at - 1) in ("a", "an", "the") and self.low(at - 2) in (
            "about",
            "nearly",
            "almost",
            "than",
            "least",
        ):
            at -= 1
        for length in (4, 3, 2, 1):
            if at - length < 0:
                continue
            words = [w.low for w in self.words[at - length : at]]
            if " ".join(words) not in BEFORE:
                continue
            first = at - length
            found = BEFORE[" ".join(words)]
            if (
                length == 1
                and words[0] in ("over", "under", "above", "below", "beyond", "around", "about")
                and self._spatial(first, at)
            ):
                continue
            if length == 1 and words[0] == "some" and self.low(first - 1) in ("at",):
                continue
            outer = self._outer_qualifier(first, found)
            return outer or (first, found)
        return start, Qualifier.EXACT

    def _outer_qualifier(self, first: int, found: Qualifier) -> tuple[int, Qualifier] | None:
        """ "at least some 200", "up to about 60": the bound outside "about" counts."""
        if found is not Qualifier.ABOUT:
            return None
        for length in (3, 2, 1):
            words = " ".join(w.low for w in self.words[max(0, first - length) : first])
            if first >= length and words in BEFORE and words != "some":
                return first - length, BEFORE[words]
        return None

    def _spatial(self, first: int, at: int) -> bool:
        """Whether "over" or "around" is a place or a reason and no bound: "dispute over two islands"."""
        before = self.low(first - 1)
        return before in (
            "dispute",
            "fight",
            "row",
            "concern",
            "concerns",
            "debate",
            "control",
            "flew",
            "talk",
            "talks",
            "all",
        )

    def _second_number(
        self, first: int, start: int, found: Numeral, qualifier: Qualifier
    ) -> tuple[Numeral | None, int]:
        """The other end of a range, or the other side of a score, and the index after both."""
        at = found.end
        low = self.low(at)
        if found.kind in ("odds",) or found.low != found.high:
            return None, at
        unit_end = at
        if low in ("percent", "%", "km", "miles", "years", "days", "million", "degrees", "per") or low in UNITS:
            unit_end = at + (2 if low == "per" and self.low(at + 1) == "cent" else 1)
        joiner = self.low(unit_end)
        between = (
            self.low(start - 1) in ("between",)
            or self.low(start - 2) == "between"
            and self.low(start - 1) in ("$", "£", "€", "about", "some")
        )
        if joiner == "and" and not between:
            return None, at
        if joiner not in ("to", "-", "–", "—", "or", "and") or (joiner in ("-", "–", "—") and not found.figures):
            return None, at
        after = unit_end + 1
        if self.low(after) in ("$", "£", "€"):
            after += 1
        if after >= len(self.words) or self.timed and self.timed[after] or self.words[after].kind == "sign":
            return None, at
        second = numeral(self.words, after)
        if second is None or second.kind not in ("cardinal", "fraction") or second.low != second.high:
            return None, at
        second = several_parts(self.words, second)
        if joiner == "or" and not (second.low == found.low + 1 and second.low < 20):
            return None, at
        if self.low(start - 1) == "from" and joiner == "to" and not between and second.low < found.low:
            return None, at
        scored = joiner in ("-", "–", "to") and unit_end == at and self._scores(start, second, joiner)
        if scored:
            return replace(second, kind="score"), second.end
        if (
            unit_end != at
            and self.low(second.end) != self.low(at)
            and self.low(second.end) not in ("percent", "%", "per")
            and self.low(at) not in ("million",)
        ):
            return None, at
        if second.low * _shared_scale(second, found) <= found.low * _shared_scale(found, second):
            return None, at
        return second, second.end

    def _scores(self, start: int, second: Numeral, joiner: str) -> bool:
        """Whether two joined numbers are a score or a vote: nothing is counted after them, or a word of contest is near."""
        contest = re.search(
            r"\b(?:vot\w+|w[io]n|wins|won|beat|beats|lost|defeat\w*|victory|score\w*|tie|lead|draw|loss|ruling|ruled|decision)\b",
            self.text[max(0, self.words[start].start - 60) : self.words[second.end - 1].end + 30],
            re.IGNORECASE,
        )
        after = self.low(second.end)
        nothing = not after.isalpha() or after in STOPS
        return (
            bool(contest)
            and (
                nothing or after in ("vote", "win", "victory", "defeat", "decision", "ruling", "loss", "lead", "margin")
            )
            and after not in UNITS
        )

    def _score(self, start: int, found: Numeral, second: Numeral) -> Quantity:
        span = self._span(start, second.end)
        return Quantity(
            span, span, QuantityKind.SCORE, Dimension.COUNT, "", found.low, found.low, found.low, False, False,
            Qualifier.EXACT, 1.0, "", (), False, second.low,
        )  # fmt: skip

    def _unit(self, at: int, found: Numeral, currency: str, figures: bool) -> tuple[Dimension, float, str, int]:
        """Dimension, factor to the base unit, the unit's name, and the index after it."""
        if currency:
            if self.low(at) in ("dollars", "euros", "usd"):
                at += 1
            return Dimension.MONEY, 1.0, currency, at
        low = self.low(at)
        dash = 1 if low in ("-", "–") and self.joined(at) and self.joined(at + 1) else 0
        word = self.low(at + dash)
        if word in ("%", "percent", "pct") or word == "per" and self.low(at + dash + 1) == "cent":
            end = at + dash + (2 if word == "per" else 1)
            if (
                self.low(end) in ("point", "points")
                or self.low(end) == "-"
                and self.low(end + 1) in ("point", "points")
            ):
                return Dimension.POINTS, 1.0, "points", end + 1
            return Dimension.SHARE, 1.0, "percent", end
        if word == "percentage" and self.low(at + dash + 1) in ("point", "points"):
            return Dimension.POINTS, 1.0, "points", at + dash + 2
        if found.kind in ("fraction", "odds") and found.high <= 1:
            return Dimension.SHARE, 100.0, "percent", at
        if word in ("degree", "degrees", "°"):
            return self._degrees(at + dash)
        if word in UNIT_PREFIXES:
            pair = f"{word} {self.low(at + dash + 1)}" if word != "light" else "light-year"
            if pair in UNITS:
                dimension, factor, name = UNITS[pair]
                return dimension, factor, name, at + dash + (3 if word == "light" else 2)
        country = (
            word
            if (word, "USD") in CURRENCY_OF
            or word in ("egyptian", "us", "u.s", "american", "japanese", "indian", "swiss")
            else ""
        )
        money = self.low(at + dash + 1) if country else word
        if money in CURRENCIES and money not in ("rand", "rs") and not (money == "sterling"):
            code = CURRENCY_OF.get((country, CURRENCIES[money]), CURRENCIES[money])
            return Dimension.MONEY, 1.0, code, at + dash + (2 if country else 1)
        if word in ("cents", "pence") and found.figures:
            return Dimension.MONEY, 0.01, "USD" if word == "cents" else "GBP", at + dash + 1
        if word in ("pounds", "won") and found.high >= 1e5:
            return Dimension.MONEY, 1.0, "GBP" if word == "pounds" else "KRW", at + dash + 1
        if (
            word in UNITS
            and not (word in AFTER_FIGURES_ONLY and not figures)
            and not (word == "second" and dash == 0 and found.high != 1)
        ):
            dimension, factor, name = UNITS[word]
            end = at + dash + 1
            if dimension is Dimension.LENGTH and (self.low(end), self.low(end + 1)) in (
                ("per", "hour"),
                ("an", "hour"),
            ):
                return Dimension.SPEED, factor / 3600.0, "m/s", end + 2
            if dimension is Dimension.LENGTH and self.low(end) == "/" and self.low(end + 1) in ("h", "hr"):
                return Dimension.SPEED, factor / 3600.0, "m/s", end + 2
            return dimension, factor, name, end
        return Dimension.COUNT, 1.0, "", at

    def _degrees(self, at: int) -> tuple[Dimension, float, str, int]:
        scale = self.low(at + 1)
        if scale in ("celsius", "c", "centigrade"):
            return Dimension.TEMPERATURE, 1.0, "celsius", at + 2
        if scale in ("fahrenheit", "f"):
            return Dimension.TEMPERATURE, 1.0, "fahrenheit", at + 2
        return Dimension.TEMPERATURE, 1.0, "degree", at + 1

    def _old(self, at: int) -> int:
        """The index after "old" in "31 years old" and "31-year-old", else 0."""
        if self.low(at) == "old":
            return at + 1
        return at + 2 if self.low(at) in ("-", "–") and self.low(at + 1) in ("old", "olds") else 0

    def _age_after_name(self, start: int, end: int) -> bool:
        """ "Jane Doe, 31," gives an age."""
        if end - start != 1 or start < 2 or self.low(start - 1) != "," or self.low(end) not in (",", ".", "", ";", ")"):
            return False
        value = self.words[start].text
        name = self.words[start - 2]
        return (
            value.isdigit()
            and 1 <= int(value) <= 115
            and name.kind == "word"
            and name.text[0].isupper()
            and name.low not in UNITS
        )

    def _qualifier_after(self, end: int, qualifier: Qualifier) -> tuple[int, Qualifier]:
        if self.low(end) == "+" and self.joined(end):
            return end + 1, Qualifier.AT_LEAST
        pair = f"{self.low(end)} {self.low(end + 1)}"
        if pair in AFTER:
            return end + 2, AFTER[pair]
        if self.low(end) == "-" and self.low(end + 1) in AFTER and self.joined(end):
            return end + 2, AFTER[self.low(end + 1)]
        return end, qualifier

    def _part_of(self, end: int) -> bool:
        if self.low(end) != "of":
            return False
        after = self.low(end + 1)
        return (
            after in _PRONOUNS
            or after in ("the", "those")
            and (self.low(end + 2).isdigit() or self.low(end + 2) in ("two", "three", "four", "five", "six"))
        )

    def _thing(
        self, start: int, end: int, kind: QuantityKind, dimension: Dimension
    ) -> tuple[str, tuple[str, ...], int]:
        """Stems of what is counted or measured, and the index after its last word."""
        at = end
        if self.low(at) in ("-", "–") and self.joined(at):
            at += 1
        if (
            self.low(at) in ("more", "other", "additional", "further", "different", "separate", "new")
            and dimension is Dimension.COUNT
        ):
            at += 1
        if self.low(at) == "of" and (
            dimension is not Dimension.COUNT
            or self.low(at + 1) in ("its", "his", "her", "their", "our", "the", "these", "those")
            or self.low(end - 1) in ("dozens", "hundreds", "thousands", "millions", "scores", "couple", "billions")
        ):
            at += 1
            if self.low(at) in ("its", "his", "her", "their", "our", "the", "a", "an", "all", "these", "those"):
                at += 1
        elif dimension not in (Dimension.COUNT,) and self.low(at) not in ("in", "worth"):
            pass
        elif self.low(at) == "worth" and self.low(at + 1) == "of":
            at += 2
        elif dimension is not Dimension.COUNT:
            return self._noun_before(start)
        head, modifiers, stop = self._noun(
            at, one=dimension is Dimension.COUNT and end - start == 1 and self.low(start) in ("one", "1")
        )
        if head and self.joined(at) and at == end + 1:
            stop = max(stop, at)
        return (head, modifiers, stop) if head else self._noun_before(start)

    def _noun(self, at: int, *, one: bool = False) -> tuple[str, tuple[str, ...], int]:
        """The head of the noun group that begins at a token: its first plural, else its last word."""
        run: list[int] = []
        i = at
        while i < len(self.words) and len(run) < 6:
            word = self.words[i]
            if word.kind == "word" and word.low not in STOPS:
                run.append(i)
                bare = word.low.replace("’", "'")
                if bare.endswith("'s"):
                    pass
                elif not one and _plural(bare):
                    break
            elif word.kind == "sign" and word.low in "-–" and self.joined(i) and self.joined(i + 1):
                pass
            elif word.kind == "figure" and run and self.low(i - 1) == "-":
                pass
            elif word.kind == "sign" and word.low in "“\"‘'" and not run:
                pass
            else:
                break
            i += 1
        if not run:
            return "", (), at
        plural = [n for n in run if _plural(self.words[n].low)]
        last = (
            plural[0]
            if plural and not one
            else run[min(len(run), 2) - 1]
            if len(run) > 2 or one and len(run) > 1 and self.words[run[0]].low.endswith(("al", "ic", "ive", "ous"))
            else run[0 if one else -1]
        )
        head = stem(self.words[last].text)
        return head, tuple(stem(self.words[n].text) for n in run if n < last), last + 1

    def _noun_before(self, start: int) -> tuple[str, tuple[str, ...], int]:
        """ "a magnitude of 5.9", "magnitude-6.1", "the toll rose to 12": the measured thing stands before the number."""
        i = start - 1
        while i >= 0 and i > start - 7:
            low = self.words[i].low
            if low in _MEASURED or low.rstrip("s") in _MEASURED:
                return stem(low.rstrip("s") if low not in _MEASURED else low), (), 0
            if self.words[i].kind == "sign" and low not in "-–$£€" or low in ("and", "but", "who", "which"):
                break
            i -= 1
        return "", (), 0

    def _measured_before(self, first: int) -> bool:
        return self.low(first - 1) in ("-", "of") and self.low(first - 2) in _MEASURED

    def _bare_is_no_quantity(self, start: int, end: int) -> bool:
        """Whether a number with nothing to count is a label: in brackets, after a sign, in a list of figures."""
        before, after = self.low(start - 1), self.low(end)
        return before in ("/", ":", "#", "@", "*", "no") or after in ("/", ":", "@") and self.joined(end)

    def _shared_heads(self, found: list[Quantity]) -> list[Quantity]:
        """Numbers of a list share the noun at its end: "12 Somali and 11 Yemeni pirates"; a conversion in brackets is dropped."""
        for n in range(len(found) - 2, -1, -1):
            one, other = found[n], found[n + 1]
            gap = self.text[one.span.end : other.span.start].strip().lower()
            if (
                one.kind is other.kind is QuantityKind.COUNT
                and gap in ("and", "or", "&", "to")
                and other.head
                and one.head not in _BEFALLS
                and not _plural_stem(self.text, one)
            ):
                mods = (*one.modifiers, one.head) if one.head else ()
                found[n] = replace(one, head=other.head, modifiers=mods)
        return [q for n, q in enumerate(found) if not (n and self._converts(found[n - 1], q))]

    def _converts(self, one: Quantity, other: Quantity) -> bool:
        """Whether the second only says the first again in another unit: "58km (36 miles)"."""
        between = self.text[one.number.end : other.number.start]
        return (
            one.dimension is other.dimension
            and one.unit != other.unit
            and between.strip() in ("(", "[", "/", ", or", "or")
        )


def _plural(low: str) -> bool:
    return low in PLURALS or (
        low.endswith("s") and len(low) > 3 and low not in NOT_PLURALS and not low.endswith(("ss", "'s", "’s", "ous"))
    )


def _plural_stem(text: str, quantity: Quantity) -> bool:
    words = text[quantity.number.end : quantity.span.end].split()
    return bool(words) and _plural(words[-1].lower())


def _shared_scale(first: Numeral, second: Numeral) -> float:
    """ "$1-2 million", "5 to 10 thousand": the scale at the end holds for both numbers."""
    if second.end - second.start < 2 or first.end - first.start > 1 or not first.figures or first.low >= 1000:
        return 1.0
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3, 1e2) if second.low >= scale), 1.0)


def _bounded(quantity: Quantity) -> Quantity:
    """The quantity with the interval that its qualifier makes."""
    value, grain = quantity.value, quantity.grain
    digits = digits_that_count(value, grain)
    # "About" reaches a tenth of the value for one digit that counts, less for more, but half a unit of the last digit at least.
    slack = max(value * (0.1 if digits == 1 else 0.05), grain / 2 if digits > 1 else 0.0)
    match quantity.qualifier:
        case Qualifier.ABOUT:
            return replace(quantity, low=quantity.low - slack, high=quantity.high + slack)
        case Qualifier.NEARLY:
            return replace(quantity, low=value - slack * 1.5, high_open=True)
        case Qualifier.JUST_OVER:
            return replace(quantity, high=value + slack * 1.5, low_open=True)
        case Qualifier.AT_LEAST:
            return replace(quantity, high=inf)
        case Qualifier.MORE:
            return replace(quantity, high=inf, low_open=True)
        case Qualifier.AT_MOST:
            return replace(quantity, low=0.0)
        case Qualifier.LESS:
            return replace(quantity, low=0.0, high_open=True)
    return quantity


_CAPITAL_OK = frozenset(
    "about around over nearly almost some at least than more less fewer under up to the a an in on of and for from with by "
    "only roughly approximately another between killing leaving all both".split()
) | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
__all__ = ["Quantity", "QuantityKind", "Token", "quantities", "stem"]
