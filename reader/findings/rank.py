"""Places in an order: the third-largest city beside the second-largest, the fourth beside one of the top three.

Told of one thing, in the same order: by the same superlative, or among the "top" of what the superlative is said of, or
in what it finished third.
"""

from __future__ import annotations

from functools import lru_cache

from reader.findings.around import content
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.findings.subject import one_subject, subjects
from reader.frozen import NamedTuple
from reader.prose.number_words import ORDINALS, SMALL
from reader.prose.regex import regex
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How sure it is of two places of one thing in one order.
CONFIDENCE = 0.7
#: So many words besides the name and the rank must be the same: what is ranked, and by what.
LEAST_SHARED = 1

_ORDINAL = "|".join(word for word in ORDINALS if word not in ("hundredth", "thousandth"))
_NUMBER = "|".join(SMALL)
_RANK = regex(
    rf"\b(?P<th>{_ORDINAL}|\d{{1,3}}(?:st|nd|rd|th))[- ](?P<most>[a-z]{{2,}}est|most|best|worst)\b(?P<by>[- ][a-z]+)?"
    rf"|\b(?:among|in|one of|within) (?:the|its|their|this year['’]s) top (?P<top>{_NUMBER}|\d{{1,3}})\b"
    r"(?! ?(?:%|per ?cent))"
    rf"|\b(?:finish(?:ed|es)|came|placed) (?:in )?(?P<nth>{_ORDINAL}|last)(?: place)?"
    r"(?= (?:in|at|behind|among|overall|on)\b)"
)
#: "Last" is after whatever has a number.
LAST = 1000
#: One of these is in every superlative that is read here, and in every top.
_SUPERLATIVES = ("est", "most", "worst", " top ", "finish", "came ", "placed")


class Rank(NamedTuple):
    """A place in an order, or a bound of it."""

    span: Span
    first: int
    last: int
    order: str  #: "largest", "highest grossing"; "" for a top whose order isn't told


def tells(told: Told) -> bool:
    """Whether a sentence gives a place in an order; both must."""
    return bool(_ranks(told.text))


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Two places of one thing in one order, one of them a bound."""
    for x in _ranks(a.text):
        for y in _ranks(b.text):
            if x.first <= y.last and y.first <= x.last:
                continue
            if (x.order and y.order and x.order != y.order) or quoted(a, x.span.start) or quoted(b, y.span.start):
                continue
            if _of_one(a, x, b, y):
                yield Disagreement(
                    Type.NUMBER, Strength.CONFLICT, x.span, y.span, _canonical(x), _canonical(y), "rank",
                    "number: another place in one order", CONFIDENCE,
                )  # fmt: skip
                return


def _canonical(x: Rank) -> str:
    if x.first == LAST:
        return "last"
    return f"no. {x.first}" if x.first == x.last else f"no. {x.first} to {x.last}"


def _ranks(text: str) -> tuple[Rank, ...]:
    return _read(text) if any(word in text for word in _SUPERLATIVES) else ()


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[Rank, ...]:
    found = []
    for match in _RANK.finditer(text):
        if match["top"]:
            last = SMALL.get(match["top"]) or int(match["top"])
            found.append(Rank(Span(*match.span()), 1, int(last), ""))
        elif match["nth"]:
            place = ORDINALS.get(match["nth"]) or LAST
            found.append(Rank(Span(*match.span()), place, place, "finished"))
        else:
            place = ORDINALS.get(match["th"]) or int(match["th"][:-2])
            found.append(
                Rank(Span(*match.span()), place, place, f"{match['most']}{match['by'] or ''}".replace("-", " "))
            )
    return tuple(found)


def _of_one(a: Told, x: Rank, b: Told, y: Rank) -> bool:
    ours, theirs = subjects(a.text, x.span.start), subjects(b.text, y.span.start)
    if not one_subject(a, ours, b, theirs):
        return False
    named = {word for name in (*ours, *theirs) for word in name.words}
    one, other = (_words(told.text, rank.span, named) for told, rank in ((a, x), (b, y)))
    return len(one & other) >= LEAST_SHARED


def _words(text: str, span: Span, named: set[str]) -> frozenset[str]:
    """The words that a rank is told in, and those after it in its clause, which say what is ranked; not the names."""
    end = min((at for at in (text.find(sign, span.end) for sign in ",;:") if at >= 0), default=len(text))
    here = (w for w in content(text) if span.start <= w.start < end)
    found = frozenset(w.key for w in here if text[w.start : w.end].lower() not in named)
    return found - {lexicon("en").key(word) for word in ("first", *ORDINALS, "top", "year")}
