"""Where one thing stands, in percent: turnout reached 61 percent beside a 54 percent turnout."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.date import clash
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.findings.value import canonical, relation, same
from reader.frozen import NamedTuple
from reader.prose.names import names
from reader.prose.quantities import quantities
from reader.prose.quantity import Quantity, QuantityKind
from reader.prose.regex import regex
from reader.prose.trends import subject_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How sure it is of two levels of one thing.
CONFIDENCE = 0.65
#: So far before a number its verb may begin; so many characters of a version are looked through for the other level.
BEFORE, MOST = 40, 20_000

_STANDS = regex(
    r"\b(?:(?:has|have|had) )?(?:reached|hit|stood at|stands at|(?:is|was|were|are) at"
    r"|(?:grown|grew|risen|rose|climbed|fallen|fell|dropped) to)(?: about| around| nearly| almost| some)* $"
)
_OF = regex(
    r" (?:of|in|to|more|less|fewer|higher|lower|from|off|up|down|below|above|over|under|by|at|on|for|since|among"
    r"|than)\b"
)
#: Of these there are as many as things that they are of.
_OF_ANYTHING = frozenset(
    ("increas", "rise", "declin", "drop", "fall", "cut", "reduct", "growth", "gain", "loss", "chang", "chanc", "risk",
     "probabl", "major", "stake", "share", "part", "rate", "score", "level", "valu", "averag", "amount", "discount",
     "confid", "interest", "point")
)  # fmt: skip


class Level(NamedTuple):
    """How high something stands."""

    quantity: Quantity
    head: str  #: what stands so, as a key
    places: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=8192)
def heads(text: str) -> frozenset[str]:
    """What a sentence tells the level of; both must tell that of one thing."""
    return frozenset([level.head for level in _levels(text)])


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Two levels of one thing, told by its name alone in one sentence at least, where neither version tells both."""
    for x in _levels(a.text):
        for y in _levels(b.text):
            if x.head != y.head or _disjoint(x.places, y.places) or _disjoint(x.names, y.names):
                continue
            found = relation(x.quantity, y.quantity)
            here, there = x.quantity.number, y.quantity.number
            if found.strength is None or clash(a, here, b, there) or _told_too(a, y) or _told_too(b, x):
                continue
            one_voice = quoted(a, here.start) == quoted(b, there.start)
            yield Disagreement(
                Type.NUMBER, found.strength if one_voice else Strength.DISCREPANCY, here, there,
                canonical(x.quantity), canonical(y.quantity), _about(a.text, x) or _about(b.text, y),
                "number: another level of one thing", CONFIDENCE,
            )  # fmt: skip
            return


def _about(text: str, x: Level) -> str:
    """What stands so, in the words after its number; "" where it stands before."""
    return text[x.quantity.number.end : x.quantity.span.end].strip(" -–’'”\"")


def _disjoint(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _told_too(told: Told, other: Level) -> bool:
    """Whether a version gives the other's share anywhere."""
    shares = (x for x in quantities(told.whole[:MOST]) if x.kind is QuantityKind.SHARE)
    return any(same(x.value, other.quantity.value) for x in shares)


@lru_cache(maxsize=4096)
def _levels(text: str) -> tuple[Level, ...]:
    found: list[Level] = []
    for x in quantities(text):
        if x.kind is not QuantityKind.SHARE or x.part or x.per:
            continue
        head = ""
        if (stands := _STANDS.search(text, max(0, x.number.start - BEFORE), x.number.start)) is not None:
            head = subject_of(text, stands.start())
        elif x.head and not x.modifiers and not _OF.match(text, x.number.end):
            head = x.head
        if head and head not in _OF_ANYTHING:
            places = frozenset([name.place for name in names(text) if name.place])
            others = frozenset([name.words[-1] for name in names(text) if name.words and not name.place])
            found.append(Level(x, head, places, others))
    once = {one.head for one in found if sum(one.head == other.head for other in found) == 1}
    return tuple(one for one in found if one.head in once)
