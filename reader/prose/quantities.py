"""Reading quantities: what is measured or counted, how much of it, and how the words bound it.

Values are intervals: "at least 12" is 12 and more, "about 10,000" some way to both sides. Times of the calendar and the
clock are taken out first (``date_grammar``), so that "in 2014" and "2 p.m." are no quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from reader.prose import bounds
from reader.prose.counted import noun, stem, thing_after
from reader.prose.date_grammar import mentions
from reader.prose.number_tokens import joined, low, tokens
from reader.prose.number_words import ORDINALS, PARTS, SCALES, SMALL, VAGUE
from reader.prose.numerals import Numeral, numeral
from reader.prose.quantity import Dimension, Qualifier, Quantity, QuantityKind, bounded
from reader.prose.quantity_lists import compounded, with_shared_heads, without_conversions
from reader.prose.quantity_words import MEASURED, STOPS
from reader.prose.regex import regex
from reader.prose.units import AFTER_FIGURES_ONLY, CURRENCIES, UNITS, currency_before, rate_after, unit_after
from reader.prose.word_lists import listed, said
from reader.story import Span

__all__ = ["Dimension", "Qualifier", "Quantity", "QuantityKind", "quantities", "stem"]

_FIGURE = regex(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞]")

#: Words after "one" that make it a pronoun or "a certain".
_NO_THING = listed(
    "of another by day time thing who that which or and to in on at the 's for was is has had could would can should "
    "might may must will as with more such side way"
)
_NO_COUNT_BEFORE = listed("the no this that each any every which another day for")
_PRONOUNS = listed("it them him her us me you this that these those whom which")
#: Capitalised words before a number that don't make it part of a name: "In Iraq 40 people" does, "Monday 40 people"
#: doesn't.
_CAPITAL_OK = listed(
    "about around over nearly almost some at least than more less fewer under up to the a an in on of and for from "
    "with by only roughly approximately another between killing leaving all both monday tuesday wednesday thursday "
    "friday saturday sunday"
)
#: Words after which "a week" is a measure.
_MEASURING = listed("for within after than about nearly almost least lasted lasting took takes under over exactly half")
#: Words after which "over" bounds a duration.
_OVER = listed(
    "for after of just well slightly lasted lasting lasts last took takes take taken taking spent spend spends been "
    "was is were be at in within than a an the since to by with had has have runs ran"
)
_NOT_FIRST = listed("at was were had has be when since")
_DYING = ("dead", "die", "dies", "died", "dying", "killed")
_ERAS = ("bc", "bce", "ad", "ce")
#: Who has so many of what: "a mother of 13".
PARENTS = listed("mother father mom mum dad parent parents")
#: What comes in parts that are told apart by what they are of: "two counts of fraud".
OF_WHAT = ("count",)
#: Ordinals that say which of several of these something is in or of: "a third-floor flat", "second-degree murder".
_ORDERED = listed("floor degree grade story storey")
#: What a father of two has two of, as stems.
_CHILDREN = ("child", "boy", "girl", "son", "daughter", "teenag", "toddler", "twin", "adult", "infant")
_QUAKES = ("quak", "earthquak", "temblor", "tremor", "aftershock", "magnitud")
_MEASURED_STEMS = ("magnitud", "strength", "popul", "speed", "rate", "averag")


#: Every word that a quantity can begin with: most words need no look at what follows them.
_FIRST_WORDS = frozenset(
    (
        *SMALL, *ORDINALS, *VAGUE, *CURRENCIES, "several", "couple", "a", "an", "half", "quarter", "dozen", "tens",
        "hundreds", *(code.removesuffix("$") for code in CURRENCIES),
    )
)  # fmt: skip

#: One of these words is in every quantity in words, but for those of an article and one of the others: "an hour".
NUMBER_WORDS = frozenset(
    (*SMALL, *ORDINALS, *VAGUE, "several", "couple", "half", "quarter", "dozen", "tens", "hundreds")
)  # fmt: skip
_AFTER_ARTICLE = UNITS.keys() | SCALES.keys() | PARTS.keys()
_ARTICLE = regex(r"\ban?\b(?=\W*([^\W\d_]+))", re.IGNORECASE)

#: What can be told of a stretch of time: "3 mm a year".
_RATED = frozenset(Dimension) - {
    Dimension.COUNT, Dimension.DURATION, Dimension.POINTS, Dimension.SPEED, Dimension.CONCENTRATION,
}  # fmt: skip
_OF_RATES = (QuantityKind.MEASURE, QuantityKind.SHARE)
#: Words that tell of a change of temperature: after it, before it, and before it where none of "to" and "at" is.
_COMPARED = listed("warmer cooler hotter colder higher lower above below")
_NOUNS_OF_CHANGE = listed("warming cooling rise increase")
_CHANGES = listed(
    "rose risen rises rising increased increases warmed warms cooled drop dropped fell fallen change changed"
)
#: ... within so many tokens.
_CHANGING = 6

#: Of these no part is told after the unit.
_NO_PARTS = (Dimension.COUNT, Dimension.SHARE, Dimension.POINTS, Dimension.MONEY)
#: So many quantities of one text are read: one sentence with more is a table, and costs as much as a page.
MOST = 150


@lru_cache(maxsize=8192)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The first ``MOST`` quantities of a text, in order, without overlap. English; of other languages, figures with
    units."""
    return tuple(_Reading(text).all()) if _FIGURE.search(text) or in_words(text) else ()


def in_words(text: str) -> bool:
    """Whether a text may have a quantity in words."""
    words = said(text)
    if not NUMBER_WORDS.isdisjoint(words):
        return True
    return not words.isdisjoint(("a", "an")) and any(word.lower() in _AFTER_ARTICLE for word in _ARTICLE.findall(text))


class _Reading:
    """One text being read: its tokens, and which of them belong to times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tokens(text)
        self.timed: list[bool] = []
        if taken := mentions(text):
            self.timed = [False] * len(self.words)
            ends = [word.end for word in self.words]
            for span in (mention.span for mention in taken):
                n = bisect_right(ends, span.start)
                while n < len(self.words) and self.words[n].start < span.end:
                    self.timed[n] = True
                    n += 1

    def all(self) -> list[Quantity]:
        found: list[Quantity] = []
        end = 0  # of what is read
        for at, (_, word, _, _, kind) in enumerate(self.words):
            begins = kind == "figure" or word in (_FIRST_WORDS if kind == "word" else CURRENCIES)
            if at < end or not begins or (self.timed and self.timed[at]):
                continue
            read = self.read(at)
            if read is None:
                continue
            quantity, end = read
            if quantity is not None:
                found.append(quantity)
                if len(found) == MOST:
                    break
        return compounded(self.text, without_conversions(self.text, with_shared_heads(self.text, found)))

    def read(self, at: int) -> tuple[Quantity | None, int] | None:
        """The quantity whose number or currency begins at a token, and the index after it; None where none begins."""
        token = self.words[at]
        if token.low in ("several", "couple"):
            return self.few(at)
        start, unit = at, ""
        currency = currency_before(self.words, at)
        if currency:
            unit, at = currency
        elif token.kind == "sign" or low(self.words, at - 1) == "±":
            return None
        found = self.part_of_a_unit(at) or numeral(self.words, at) or self.one_of_a_unit(at)
        if found is None:
            return None
        if found.figures and found.kind == "cardinal" and found.low == found.high:
            more, end = self.and_a_part(found.end)
            if more and low(self.words, end) in UNITS:  # "5 and a half minutes"
                found = found._replace(end=end, low=found.low + more, high=found.high + more, grain=more)
        if not currency and self.is_name(start, found):
            return None, found.end
        if found.kind == "ordinal":
            return self.ordinal(found)
        if found.low == 1 and not found.figures and not self.one_counts(found):
            return None, found.end
        return self.cardinal(start, found, unit)

    def is_name(self, start: int, found: Numeral) -> bool:
        """Whether the number is part of a name: "AK-47", "SB 1062", "Boeing 727", "No. 5", "Flight 370"."""
        if start == 0 or not found.figures:
            return False
        before = self.words[start - 1]
        if joined(self.words, start):
            if before.kind == "word" or before.low == "#":
                return True
            if before.low in "-–/." and start > 1 and joined(self.words, start - 1):
                first = self.words[start - 2]
                return first.kind == "word" and first.text[0].isupper() and len(first.text) <= 4
        if before.low == "." and low(self.words, start - 2) in ("no", "nos", "rev", "st"):
            return True
        named = before.kind == "word" and before.text[0].isupper() and before.low not in _CAPITAL_OK
        if not named or found.low != int(found.low) or found.end == len(self.words):
            return named and found.low == int(found.low)
        if start > 2 and self.words[start - 2].kind == "word" and self.words[start - 2].text[0].isupper():
            return True  # "Sea Link 3"
        after = self.words[found.end]
        return (after.kind == "sign" and after.text not in "%-") or after.low in STOPS or after.text[0].isupper()

    def one_of_a_unit(self, at: int) -> Numeral | None:
        """ "for a week", "within an hour": a measure of one where the words before say so; not "twice a week"."""
        if (
            low(self.words, at) not in ("a", "an")
            or low(self.words, at + 1) not in UNITS
            or low(self.words, at + 1) == "second"
        ):
            return None
        measures = low(self.words, at - 1) in _MEASURING or self.and_a_part(at + 2)[0] > 0
        if low(self.words, at + 2) == "and" and low(self.words, at + 4) in UNITS:  # "an hour and 45 minutes"
            measures = measures or low(self.words, at + 3) in SMALL or self.words[at + 3].kind == "figure"
        return Numeral(at, at + 1, 1.0, 1.0, 1.0, figures=False) if measures else None

    def part_of_a_unit(self, at: int) -> Numeral | None:
        """ "half an hour", "a half-hour", "a quarter of a century", "three quarters of a mile": up to the unit."""
        first = low(self.words, at)
        above = 1 if first in ("a", "one") else SMALL.get(first, 0)
        i = at + (above > 0)
        i += above > 0 and low(self.words, i) == "-"
        name = low(self.words, i)
        above = above or int(name == "half")
        if not 0 < above < PARTS.get(name, 0) or (name.endswith("s") != (above > 1)):
            return None
        unit = i + 1 + (low(self.words, i + 1) == "of")
        if low(self.words, unit) in ("a", "an") or (name == "half" and low(self.words, unit) == "-"):
            unit += 1
        else:
            return None
        named = low(self.words, unit)
        if named not in UNITS or named in AFTER_FIGURES_ONLY or named == "second":  # the second of several, mostly
            return None
        value = above / PARTS[name]
        return Numeral(at, unit, value, value, value, figures=False)

    def and_a_part(self, at: int) -> tuple[float, int]:
        """What "and a half" after a unit adds, and the index after it: "an hour and a half"; nothing and the same."""
        if low(self.words, at) == "and" and low(self.words, at + 1) in ("a", "one") and low(self.words, at + 3) != "of":
            name = low(self.words, at + 2)
            if name in ("half", "quarter"):
                return 1 / PARTS[name], at + 3
        return 0.0, at

    def one_counts(self, found: Numeral) -> bool:
        """Whether "one" counts something, and doesn't stand for somebody or for "a certain"."""
        before, after = low(self.words, found.start - 1), low(self.words, found.end)
        if self.words[found.start].low in ("a", "an"):
            return True
        if before in _NO_COUNT_BEFORE or not after:
            return False
        if found.end - found.start > 1 or after == "-":
            return True
        return after.isalpha() and after not in STOPS and after not in _NO_THING

    def few(self, at: int) -> tuple[Quantity | None, int] | None:
        """ "several days", "a couple of hours"."""
        if low(self.words, at) == "several":
            scale = SCALES.get(low(self.words, at + 1), 1)  # "several hundred"
            end = at + 1 + (scale > 1)
            return self.cardinal(at, Numeral(at, end, 3.0 * scale, 12.0 * scale, float(scale), figures=False), "")
        if low(self.words, at - 1) not in ("a", "another") or low(self.words, at + 1) != "of":
            return None
        return self.cardinal(at - 1, Numeral(at - 1, at + 2, 2.0, 3.0, 1.0, figures=False), "")

    def ordinal(self, found: Numeral) -> tuple[Quantity | None, int]:
        after, first = low(self.words, found.end), self.words[found.start].low == "first"
        number = self.span(found.start, found.end)
        ordered = after == "-" and low(self.words, found.end + 1) in _ORDERED
        if ordered:
            found = found._replace(end=found.end + 1)
            after, first = low(self.words, found.end), False
        if not after.isalpha() or after in STOPS or (first and low(self.words, found.start - 1) in _NOT_FIRST):
            return None, found.end
        head, modifiers, end = noun(self.words, found.end, one=True)
        if not head:
            return None, found.end
        if ordered and (of := noun(self.words, found.end + 1)[0]):
            modifiers = (of,)
        span = Span(number.start, self.words[end - 1].end)
        return Quantity(
            span, number, QuantityKind.ORDINAL, Dimension.COUNT, "", found.low, found.low, found.low, False, False,
            Qualifier.EXACT, 1.0, head, modifiers, False,
        ), found.end  # fmt: skip

    def cardinal(self, start: int, found: Numeral, currency: str) -> tuple[Quantity | None, int]:
        """The quantity of a cardinal, a fraction or odds; start: the index of its currency sign or first word."""
        first, qualifier = bounds.before(self.words, start)
        least, most, grain, last = found.low, found.high, found.grain, found
        if least != most and qualifier not in (Qualifier.MORE, Qualifier.AT_LEAST):
            qualifier = Qualifier.VAGUE
        other = bounds.other_end(self.words, self.text, start, found, self.timed)
        if other is not None and other.kind == "score":
            return self.score(start, found, other), other.end
        if other is not None:
            scale = bounds.shared_scale(found, other)
            least, most, last = least * scale, other.high, other
            grain, qualifier = min(grain * scale, other.grain), Qualifier.BETWEEN
            first -= first == start and low(self.words, start - 1) == "between"
        elif low(self.words, found.end) == "±" and (margin := numeral(self.words, found.end + 1)) is not None:
            least, most, last, qualifier = least - margin.low, most + margin.low, margin, Qualifier.BETWEEN
        dimension, factor, unit, end = unit_after(self.words, last.end, last, currency)
        if dimension not in _NO_PARTS and other is None:
            more, end = self.and_a_part(end)
            least, most, grain = least + more, most + more, min(grain, more or grain)
        if dimension is Dimension.DURATION and self.is_stretch(first, start):
            first, qualifier = start, Qualifier.EXACT
        kind = QuantityKind.COUNT
        if dimension in (Dimension.SHARE, Dimension.POINTS):
            kind = QuantityKind.SHARE
        elif dimension is Dimension.DURATION and unit == "year" and (old := self.old(end)):
            kind, dimension, factor, end = QuantityKind.AGE, Dimension.COUNT, 1.0, old
        elif dimension is not Dimension.COUNT:
            kind = QuantityKind.MEASURE
        elif self.is_age(start, end):
            kind, unit = QuantityKind.AGE, "year"
        elif self.is_telephone(start, last.end):
            return None, end
        if self.is_no_share(dimension, end) or low(self.words, end) in _ERAS:
            return None, end
        end, qualifier = bounds.after(self.words, end, qualifier)
        number = self.span(first, end)
        counts = dimension is Dimension.COUNT
        one = counts and found.low == found.high == 1 and other is None
        head, modifiers, stop = thing_after(self.words, end, start=start, counts=counts, one=one)
        measured = self.measured(first, found, dimension, unit, head, modifiers)
        if measured:
            head, modifiers, kind, dimension, factor, unit = (
                measured,
                (),
                QuantityKind.MEASURE,
                Dimension.COUNT,
                1.0,
                "",
            )
        elif kind is QuantityKind.COUNT and not head and self.is_label(start, end):
            return None, end
        elif (
            kind is QuantityKind.COUNT and low(self.words, first - 1) == "of" and low(self.words, first - 2) in MEASURED
        ):
            kind = QuantityKind.MEASURE
        elif kind is QuantityKind.COUNT and self.is_parent(first) and head not in _CHILDREN:
            head, modifiers, stop = "child", (), end  # "a mother of 13 Ada Holt", "the father of three died"
        if head in OF_WHAT and counts and low(self.words, stop) == "of":
            of, before, _ = noun(self.words, stop + 1)
            modifiers = (*modifiers, *before, of)
        span = Span(number.start, self.words[stop - 1].end) if stop > end else number
        per = ""
        if dimension in _RATED and kind in _OF_RATES:
            rate = rate_after(self.words, end) or (rate_after(self.words, stop) if stop > end else None)
            per, times = rate or ("", 1.0)
            factor /= times
        if dimension is Dimension.TEMPERATURE and unit != "degree" and (per or self.is_change(first, end)):
            dimension = Dimension.WARMING
            factor *= 5 / 9 if unit == "fahrenheit" else 1.0
        value, part = (least + most) / 2 * factor, self.is_part(end)
        return bounded(Quantity(
            span, number, kind, dimension, unit, value, least * factor, most * factor, False, False, qualifier,
            grain * factor, head, modifiers, part, per=per,
        )), end  # fmt: skip

    def score(self, start: int, found: Numeral, other: Numeral) -> Quantity:
        span = self.span(start, other.end)
        return Quantity(
            span, span, QuantityKind.SCORE, Dimension.COUNT, "", found.low, found.low, found.low, False, False,
            Qualifier.EXACT, 1.0, "", (), False, other.low,
        )  # fmt: skip

    def span(self, start: int, end: int) -> Span:
        return Span(self.words[start].start, self.words[end - 1].end)

    def old(self, at: int) -> int:
        """The index after "old" in "31 years old" and "31-year-old", else 0."""
        if low(self.words, at) == "old":
            return at + 1
        return at + 2 if low(self.words, at) in ("-", "–") and low(self.words, at + 1) in ("old", "olds") else 0

    def is_age(self, start: int, end: int) -> bool:
        """Whether a bare number is an age: "aged 31", "Jane Doe, 31,"."""
        before = low(self.words, start - 1)
        if before in ("aged", "age") or (before == "at" and low(self.words, start - 2) in _DYING):
            return True
        if end - start != 1 or start < 2 or low(self.words, start - 1) != "," or low(self.words, end).isalnum():
            return False
        value, name = self.words[start].text, self.words[start - 2]
        named = name.kind == "word" and name.text[0].isupper() and name.low not in UNITS
        return (
            named and value.isdecimal() and 1 <= int(value) <= 115 and low(self.words, end) in (",", ".", "", ";", ")")
        )

    def is_telephone(self, start: int, end: int) -> bool:
        """Whether bare figures are part of a telephone number or a like code: others stand right beside them."""
        token = self.words[start]
        if token.kind != "figure" or end - start != 1:
            return False
        beside = [self.words[i] for i in (start - 1, end) if 0 <= i < len(self.words)]
        code = token.text.startswith("0") and len(token.text) > 2 and "." not in token.text
        return code or any(w.kind == "figure" and "." not in w.text and len(w.text) > 2 for w in beside)

    def measured(
        self, first: int, found: Numeral, dimension: Dimension, unit: str, head: str, modifiers: tuple[str, ...]
    ) -> str:
        """The measured thing of a bare value: "a 6.1-magnitude quake", "magnitude-6.1", "6.7 degree quake"; "" for
        others."""
        before = low(self.words, first - 2)
        if before in MEASURED and low(self.words, first - 1) == "-" and joined(self.words, first - 1):
            return stem(before)
        if dimension not in (Dimension.COUNT, Dimension.TEMPERATURE):
            return ""
        at = found.end
        if low(self.words, at) == "on" and "richter" in (low(self.words, at + 1), low(self.words, at + 2)):
            return "magnitud"
        named = next((m for m in modifiers if m in _MEASURED_STEMS), "")
        if head in _QUAKES and (named or unit == "degree"):
            return "magnitud"
        return named if "." in self.words[found.start].text else ""

    def is_parent(self, first: int) -> bool:
        """Whether a number is how many children somebody has: "a mother of 13", "the father-of-three"."""
        at = first - 1
        if low(self.words, at) == "-":
            at -= 1
        if low(self.words, at) != "of":
            return False
        return low(self.words, at - 2 if low(self.words, at - 1) == "-" else at - 1) in PARENTS

    def is_no_share(self, dimension: Dimension, end: int) -> bool:
        """Whether a fraction is one of a unit: "three tenths of a second"."""
        if dimension is not Dimension.SHARE or low(self.words, end) != "of":
            return False
        return low(self.words, end + 1) in ("a", "an") and low(self.words, end + 2) in UNITS

    def is_stretch(self, first: int, start: int) -> bool:
        """Whether "over" before a duration says only when: "$160 million over seven years", not "for over a year"."""
        return first == start - 1 and low(self.words, first) == "over" and low(self.words, first - 1) not in _OVER

    def is_change(self, first: int, end: int) -> bool:
        """Whether degrees tell how much warmer or colder: "a rise of 2C", "2C above normal"; not "rose to 38C"."""
        before, after = low(self.words, first - 1), low(self.words, end)
        if before == "by" or after in _COMPARED:
            return True
        near = {word.low for word in self.words[max(0, first - _CHANGING) : first]}
        if not near.isdisjoint(_NOUNS_OF_CHANGE):
            return True
        return before not in ("to", "at") and not near.isdisjoint(_CHANGES)

    def is_part(self, end: int) -> bool:
        """Whether a number tells of some of a group: "18 of them", "30 of the 80"."""
        if low(self.words, end) != "of":
            return False
        after, then = low(self.words, end + 1), low(self.words, end + 2)
        return after in _PRONOUNS or (after == "the" and (then.isdecimal() or then in ("two", "three", "four", "five")))

    def is_label(self, start: int, end: int) -> bool:
        """Whether a number that counts nothing stands in a list, an address or a ratio."""
        before, after = low(self.words, start - 1), low(self.words, end)
        return before in ("/", ":", "#", "@", "*", "no") or (after in ("/", ":", "@") and joined(self.words, end))
