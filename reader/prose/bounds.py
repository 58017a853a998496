"""How a number is bounded: the words before and after it, the other end of a range, the other side of a score."""

from __future__ import annotations

import re

from reader.prose.number_tokens import joined, low
from reader.prose.numerals import numeral
from reader.prose.quantity import Qualifier
from reader.prose.quantity_words import AFTER, BEFORE, STOPS
from reader.prose.regex import regex
from reader.prose.units import UNITS
from reader.prose.word_lists import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.prose.number_tokens import Token
    from reader.prose.numerals import Numeral

#: Words that are places or reasons as often as bounds, and what stands before them then: "dispute over two islands".
_SPATIAL = listed("over under above below beyond around about")
_NO_BOUND = listed("dispute fight row concern concerns debate control flew talk talks all war conflict battle clash")
_SIGNS = ("$", "£", "€")
_CONTEST = regex(
    r"\b(?:vot\w+|w[io]n|wins|won|beat|beats|lost|defeat\w*|victory|score\w*|tie|tied|lead|draw|loss|ruling|ruled|decision"
    r"|passed|approved)\b",
    re.IGNORECASE,
)
_OF_CONTEST = listed("vote win victory defeat decision ruling loss lead margin draw tie")


#: How the words before a number end that bound it.
ENDS = frozenset(phrase.split()[-1] for phrase in BEFORE)


def before(words: Sequence[Token], start: int) -> tuple[int, Qualifier]:
    """The index where the words that bound a number begin, and what they say."""
    at = start
    if low(words, at - 1) in ("a", "an", "the") and low(words, at - 2) in (
        "about",
        "nearly",
        "almost",
        "than",
        "least",
    ):
        at -= 1
    if low(words, at - 1) not in ENDS:
        return start, Qualifier.EXACT
    for length in (4, 3, 2, 1):
        first = at - length
        if first < 0:
            continue
        phrase = " ".join(word.low for word in words[first:at])
        if phrase not in BEFORE or (phrase in _SPATIAL and low(words, first - 1) in _NO_BOUND):
            continue
        if phrase == "some" and low(words, first - 1) == "at":
            continue
        return (
            _outer(words, first) or (first, BEFORE[phrase])
            if BEFORE[phrase] is Qualifier.ABOUT
            else (first, BEFORE[phrase])
        )
    return start, Qualifier.EXACT


def _outer(words: Sequence[Token], first: int) -> tuple[int, Qualifier] | None:
    """ "at least some 200", "up to about 60": the bound outside "about" counts."""
    for length in (3, 2, 1):
        phrase = " ".join(word.low for word in words[max(0, first - length) : first])
        if first >= length and phrase in BEFORE and phrase != "some":
            return first - length, BEFORE[phrase]
    return None


def after(words: Sequence[Token], end: int, qualifier: Qualifier) -> tuple[int, Qualifier]:
    """The index after the words that bound a number from behind, and what they say; else what was given."""
    if low(words, end) == "+" and joined(words, end):
        return end + 1, Qualifier.AT_LEAST
    pair = f"{low(words, end)} {low(words, end + 1)}"
    if pair in AFTER and not _bounds_next(words, end + 1):
        return end + 2, AFTER[pair]
    if low(words, end) == "-" and low(words, end + 1) in AFTER and joined(words, end):
        return end + 2, AFTER[low(words, end + 1)]
    return end, qualifier


def _bounds_next(words: Sequence[Token], at: int) -> bool:
    """Whether the words from a token on bound a number after them: "3 and over 1,200"."""
    return any(
        " ".join(word.low for word in words[at:end]) in BEFORE and _begins(words, end)
        for end in range(at + 1, min(at + 4, len(words)))
    )


def _begins(words: Sequence[Token], at: int) -> bool:
    """Whether a number begins at a token, after its currency sign and small words if it has them."""
    while low(words, at) in (*_SIGNS, "a", "an", "about", "some"):
        at += 1
    return at < len(words) and numeral(words, at) is not None


def other_end(words: Sequence[Token], text: str, start: int, found: Numeral, timed: Sequence[bool]) -> Numeral | None:
    """The other end of a range, or the other side of a score (its kind then is "score"); None where there is none.

    start: the index of the number's sign or of its first word; timed: which tokens belong to a time.
    """
    if found.kind == "odds" or found.low != found.high:
        return None
    voted = low(words, found.end) in ("votes", "vote")
    unit_end = found.end + (1 if voted else _unit_width(words, found.end))
    joiner = low(words, unit_end)
    between = "between" in (low(words, start - 1), low(words, start - 2))
    dash = joiner in ("-", "–", "—")
    if not (dash and found.figures) and joiner not in ("to", "or") and not (joiner == "and" and between):
        return None
    at = unit_end + 1 + (low(words, unit_end + 1) in _SIGNS)
    if at >= len(words) or (timed and timed[at]) or words[at].kind == "sign":
        return None
    other = numeral(words, at)
    if other is None or other.kind not in ("cardinal", "fraction") or other.low != other.high:
        return None
    if joiner == "or" and not (other.low == found.low + 1 < 21):
        return None
    if voted or (joiner in ("-", "–", "to") and unit_end == found.end and _scores(words, text, start, other)):
        return other._replace(kind="score")
    if unit_end > found.end and low(words, other.end) not in (low(words, found.end), "percent", "%", "per"):
        return None
    return other if other.low > found.low * shared_scale(found, other) else None


def _unit_width(words: Sequence[Token], at: int) -> int:
    """How many tokens the unit between the ends of a range has: "5 percent to 10 percent"."""
    word = low(words, at)
    if word == "per" and low(words, at + 1) == "cent":
        return 2
    return 1 if word in ("percent", "%", "degrees", "dollars", "euros") or word in UNITS else 0


def _scores(words: Sequence[Token], text: str, start: int, other: Numeral) -> bool:
    """Whether two joined numbers are a score or a vote: a word of contest is near, and nothing is counted after
    them."""
    following = low(words, other.end)
    if following.isalpha() and following not in STOPS and following not in _OF_CONTEST:
        return False
    near = text[max(0, words[start].start - 60) : words[other.end - 1].end + 30]
    return following not in UNITS and bool(_CONTEST.search(near))


def shared_scale(first: Numeral, second: Numeral) -> float:
    """ "$1-2 million", "5 to 10 thousand": the scale at the end holds for both numbers."""
    if second.end - second.start < 2 or first.end - first.start > 1 or not first.figures or first.low >= 1000:
        return 1.0
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3, 1e2) if second.low >= scale), 1.0)
