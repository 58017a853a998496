"""Reading numerals, in figures and in English words: "1.2bn", "two dozen", "twenty-five", "2½", "a quarter million"."""

from __future__ import annotations

from math import floor, log10

from reader.frozen import NamedTuple
from reader.prose.number_tokens import VULGAR, joined, low
from reader.prose.number_words import ORDINALS, PARTS, SCALES, SHORT_SCALES, SMALL, VAGUE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.prose.number_tokens import Token

#: Characters of a figure; a longer one is a code, and would be no exact number either.
LONGEST = 20
#: Scales are not piled up beyond this.
LARGEST = 1e18

_DASHES = ("-", "–", "—")


class Numeral(NamedTuple):
    """A number as it is written."""

    start: int  #: index of its first token
    end: int  #: index after its last token
    low: float
    high: float  #: equal to ``low`` unless the word is vague ("dozens")
    grain: float  #: the place of the last digit that counts: 10,000 has 10000, 1.25 million has 10000
    kind: str = "cardinal"  #: "cardinal", "ordinal", "fraction" or "odds" ("one in three")
    figures: bool = True  #: written in figures


def numeral(words: Sequence[Token], at: int) -> Numeral | None:
    """The longest numeral that begins with the token at an index, or None."""
    token = words[at]
    if token.kind == "figure":
        return _several_parts(words, _figures(words, at)) if len(token.text) <= LONGEST else None
    if token.kind != "word":
        return None
    found = _vague(words, at) or _spelled(words, at)
    return _several_parts(words, found) if found else None


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


def clean(value: float) -> float:
    """Without the last bits that multiplying decimals leaves behind."""
    return float(f"{value:.12g}")


def _figures(words: Sequence[Token], at: int) -> Numeral:
    token = words[at]
    if token.text in VULGAR:
        return Numeral(at, at + 1, VULGAR[token.text], VULGAR[token.text], 0.01, "fraction")
    plain = "".join(c for c in token.text if c.isdecimal() or c == ".")
    value = float(plain)
    grain = grain_of(value, len(plain) - plain.find(".") - 1 if "." in plain else 0)
    end = at + 1
    if joined(words, end) and low(words, end) in ("st", "nd", "rd", "th"):
        return Numeral(at, end + 1, value, value, 1.0, "ordinal")
    if low(words, end) in VULGAR and value < 1000:
        value, grain, end = value + VULGAR[words[end].text], 0.25, end + 1
    elif slashed := _slashed(words, at):
        return slashed
    elif end < len(words) and words[end].kind == "figure" and (half := _slashed(words, end)):
        value, grain, end = value + half.low, 0.25, half.end
    return _odds(words, at, end, value) or _scaled(words, Numeral(at, end, value, value, grain))


def _slashed(words: Sequence[Token], at: int) -> Numeral | None:
    """ "3/4", where the parts are few enough to be no date and no model."""
    if low(words, at + 1) != "/" or not joined(words, at + 1) or not joined(words, at + 2):
        return None
    above, below = low(words, at), low(words, at + 2)
    if (
        below not in ("2", "3", "4", "5", "6", "8", "10")
        or not above.isdecimal()
        or len(above) > 3
        or joined(words, at + 3)
    ):
        return None
    share = float(above) / float(below)
    return Numeral(at, at + 3, share, share, 0.01, "fraction") if share < 1 else None


def _scaled(words: Sequence[Token], found: Numeral) -> Numeral:
    """Figures with the scales after them: "1.2 million", "5k", "$30bn", "10-million"."""
    value, grain, end = found.low, found.grain, found.end
    while end < len(words) and value < LARGEST:
        word, gap, width = words[end].low, words[end].start - words[end - 1].end, 1
        if word in _DASHES and low(words, end + 1) in SCALES:
            word, width, gap = low(words, end + 1), 2, 0
        if word in SCALES and gap <= 1:
            factor = SCALES[word]
        elif word in SHORT_SCALES and (gap == 0 or len(word) > 1) and (word != "m" or _priced(words, found.start)):
            factor = SHORT_SCALES[word]
        elif word == "b" and gap == 1 and low(words, end + 1) == ".":
            factor, width = 1e9, 2
        else:
            break
        value, grain, end = clean(value * factor), grain * factor, end + width
    return found._replace(low=value, high=value, grain=grain, end=end)


def _priced(words: Sequence[Token], at: int) -> bool:
    """Whether a currency stands before the figure: "$5m" is money, "5m" five metres."""
    return low(words, at - 1) in ("$", "£", "€", "¥", "₹")


def _odds(words: Sequence[Token], at: int, end: int, value: float) -> Numeral | None:
    """ "one in three", "1-in-3", "two out of five"."""
    i = end + (low(words, end) in _DASHES)
    if low(words, i) == "out" and low(words, i + 1) == "of":
        i += 2
    elif low(words, i) == "in":
        i += 1
    else:
        return None
    i += low(words, i) in _DASHES
    i += low(words, i) == "every"
    if i >= len(words) or value > 99 or value != int(value):
        return None
    below = words[i].low
    total = float(SMALL.get(below, 0)) if words[i].kind == "word" else float(below) if below.isdecimal() else 0.0
    if not 1 < total <= 1000 or value >= total or low(words, i + 1) in SCALES:
        return None
    if joined(words, i + 1) and words[i + 1].kind != "sign":
        return None
    return Numeral(at, i + 1, value / total, value / total, 0.01, "odds")


def _vague(words: Sequence[Token], at: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "tens of thousands"."""
    word, after, scale = words[at].low, low(words, at + 1), low(words, at + 2)
    if after == "of" and scale in VAGUE and word in ("tens", "hundreds"):
        least, most = VAGUE[scale]
        tens = word == "tens"
        return Numeral(at, at + 3, least * (10 if tens else 100), most * (2 if tens else 10), least, figures=False)
    if word not in VAGUE or (word == "scores" and after != "of"):
        return None
    least, most = VAGUE[word]
    return Numeral(at, at + 1, least, most, least, figures=False)


def _spelled(words: Sequence[Token], at: int) -> Numeral | None:
    word = words[at].low
    if word in ("a", "an", "half", "quarter", "one") and (part := _part(words, at)):
        return part
    if word in ("a", "an"):
        return _cardinal(words, at) if low(words, at + 1) in SCALES else None
    if word in ORDINALS:
        return Numeral(at, at + 1, ORDINALS[word], ORDINALS[word], 1.0, "ordinal", figures=False)
    return _cardinal(words, at) if word in SMALL or word == "dozen" else None


def _cardinal(words: Sequence[Token], at: int) -> Numeral | None:
    """A run of number words: "one hundred and twelve thousand", "twenty-five", "two and a half million"."""
    total, current = 0.0, 0.0
    scale = 1.0  # of the last word
    end, i = at, at
    while i < len(words) and max(total, current) < LARGEST:
        word = words[i].low
        if word in ("a", "an") and i == at:
            current = 1.0
        elif word in _DASHES and end == i and i > at and joined(words, i) and joined(words, i + 1):
            pass
        elif word in SMALL:
            tens = current % 100 >= 20 and current % 10 == 0 and 0 < SMALL[word] < 10 and scale == 1
            if end > at and scale < 100 and not tens:
                break
            current, scale, end = current + SMALL[word], 1.0, i + 1
        elif word in ORDINALS and end > at:
            value = _ordinal(total, current, scale, ORDINALS[word])
            if value is None:
                break
            return Numeral(at, i + 1, value, value, 1.0, "ordinal", figures=False)
        elif word in SCALES and not word.endswith("s"):
            scale, end = SCALES[word], i + 1
            if word in ("hundred", "dozen"):
                current = (current or 1.0) * scale
            else:
                total, current = total + (current or 1.0) * scale, 0.0
        elif word == "and" and end == i and i > at:
            if (mixed := _mixed(words, at, i + 1, total + current)) is not None:
                return mixed
            if scale < 100 or not (low(words, i + 1) in SMALL or low(words, i + 1) in ORDINALS):
                break
        else:
            break
        i += 1
    if end == at:
        return None
    value = total + current
    if low(words, end) == "point" and low(words, end + 1) in SMALL:
        return _spelled_decimals(words, at, end + 1, value)
    odds = _odds(words, at, end, value)
    if odds:
        return odds._replace(figures=False)
    return Numeral(at, end, value, value, grain_of(value), figures=False)


def _ordinal(total: float, current: float, scale: float, last: int) -> float | None:
    """The value of a run of number words that ends in an ordinal; None where the ordinal begins something new."""
    if last >= 100:
        return (total + (current or 1.0)) * last
    if scale >= 100 or (current % 100 >= 20 and current % 10 == 0 and last < 10):
        return total + current + last
    return None


def _mixed(words: Sequence[Token], at: int, part: int, value: float) -> Numeral | None:
    """ "two and a half million", "five and three quarters": the part begins at a token."""
    above = 1 if low(words, part) in ("a", "an", "one") else SMALL.get(low(words, part), 0)
    i = part + 1 + (low(words, part + 1) in _DASHES)
    name = low(words, i)
    if not 0 < above < PARTS.get(name, 0) or (name.endswith("s") != (above > 1)) or low(words, i + 1) == "of":
        return None
    value += above / PARTS[name]
    return _scaled(words, Numeral(at, i + 1, value, value, 1 / PARTS[name], figures=False))


def _spelled_decimals(words: Sequence[Token], at: int, i: int, value: float) -> Numeral:
    """ "three point five": the digits after the point begin at a token."""
    place = 1.0
    while low(words, i) in SMALL and SMALL[low(words, i)] < 10:
        place /= 10
        value += SMALL[low(words, i)] * place
        i += 1
    return _scaled(words, Numeral(at, i, clean(value), clean(value), place, figures=False))


def _part(words: Sequence[Token], at: int) -> Numeral | None:
    """ "half", "a third", "a quarter million", "half a million", "one-third"."""
    article = words[at].low in ("a", "an", "one")
    i = at + article
    i += article and low(words, i) in _DASHES
    name = low(words, i)
    if name not in PARTS or name.endswith("s") or (not article and name not in ("half", "quarter")):
        return None
    share, end = 1 / PARTS[name], i + 1
    scaled = end + (low(words, end) in _DASHES)
    if low(words, scaled) == "of" and low(words, scaled + 1) == "a" and low(words, scaled + 2) in SCALES:
        scaled += 1  # "a quarter of a million"
    scaled += low(words, scaled) in ("a", "an")
    scale = low(words, scaled)
    if scale in SCALES and scale != "hundred":
        value = share * SCALES[scale]
        return Numeral(at, scaled + 1, value, value, grain_of(value), figures=False)
    after = low(words, end)
    if not article and (name == "quarter" or after not in _AFTER_HALF):
        return None
    if name not in ("half", "quarter") and words[at].low != "one" and after != "of":
        return None  # "a third man" is an ordinal
    return Numeral(at, end, share, share, 0.01, "fraction", figures=False)


_AFTER_HALF = frozenset(("of", "a", "an", "the", "-", "its", "their", "his", "her", "our", "and", "to"))


def _several_parts(words: Sequence[Token], found: Numeral) -> Numeral:
    """A small cardinal with the name of parts after it, "two-thirds" or "three quarters", read as a fraction."""
    if found.kind != "cardinal" or found.low >= 10:
        return found
    i = found.end + (low(words, found.end) in _DASHES)
    name = low(words, i)
    if name not in PARTS or not (name.endswith("s") or (found.low == 1 and i > found.end)):
        return found
    share = found.low / PARTS[name]
    return Numeral(found.start, i + 1, share, share, 0.01, "fraction", found.figures) if share < 1 else found
