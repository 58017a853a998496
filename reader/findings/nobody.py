"""None beside some: nobody hurt beside two hurt, no shots beside three, a unanimous vote beside one of 5 to 4."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings.around import overlap, role
from reader.findings.groups import PEOPLE, befalls, is_statistic, of_one, subject
from reader.findings.matter import shared
from reader.findings.pair import Told, quoted
from reader.frozen import NamedTuple
from reader.prose.quantities import quantities, stem
from reader.prose.quantity import Quantity, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What may befall people (see ``role``).
ROLES = listed("dead hurt missing arrested rescued displaced living")
#: What is told of responsibility for an attack.
CLAIMED = "claimed"
#: What may befall somebody of whom no number is told: "a firefighter was hurt".
_OF_ONE = ("hurt", "dead", "arrested")
#: What both sentences must be about, besides.
LEAST_SHARED = 2
#: Things that one has none of and the other some are the same where the sentences share this much.
SAME_THINGS = 0.5
#: One of these words is in every sentence that says that it befell nobody.
SAYING_NOBODY = listed("nobody noone none no unanimous unanimously")
_NONE = regex(
    r"\b(?:nobody|no[ -]?one|none of (?:the|them|those)(?: \w+)?|no (?:people|person|passengers?|crew|civilians?"
    r"|injuries|deaths|casualties|fatalities|arrests))(?! (?:else|other|more|further|new)\b)\b",
    re.IGNORECASE,
)
_SOMEBODY = regex(
    r"\b(?:an?|one) (?:[\w-]+ ){0,3}?(?:man|woman|boy|girl|person|teenager|child|firefighter|officer|worker|driver"
    r"|passenger|soldier|student|resident|employee|bystander|pedestrian|suspect|policeman|guard)"
    r" (?:was|were|has been|had been) (?:[\w-]+ )?"
    r"(?:(?P<hurt>injured|hurt|wounded|hospitali[sz]ed)|(?P<dead>killed)|(?P<arrested>arrested|detained))\b",
    re.IGNORECASE,
)
_CLAIMED_BY_NONE = regex(
    r"\b(?:no[ -]?one|nobody|no (?:\w+ ){0,2}?(?:group|organi[sz]ation)s?) (?:[a-z]+ ){0,2}?claimed responsibility\b",
    re.IGNORECASE,
)
_CLAIMED = regex(r"\bclaim(?:ed|s|ing) responsibility\b|\bresponsibility (?:\w+ ){1,6}was claimed\b")
_NO_THINGS = regex(r"\bno (?P<things>[a-z]{3,}s)\b(?! (?:to|about|that|for)\b)", re.IGNORECASE)
_NOT_SURE = regex(
    r"\b(?:if|whether|unclear|initially|at first|earlier|so far|yet|immediate(?:ly)?|could)\b", re.IGNORECASE
)
_UNANIMOUS = regex(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
_VOTE = regex(r"\b(?:vot(?:e|es|ed|ing)|ruled|ruling|passed|approved|rejected|decision|verdict)\b", re.IGNORECASE)


class Beside(NamedTuple):
    """None in one sentence, and a number in the other, with what it befell or was voted."""

    none: Span
    some: Span
    about: str  #: what befell them, "voted", or the stem of the things
    value: str


def speaks(told: Told) -> bool:
    """Whether a sentence may say that something befell nobody, or that nobody voted against something."""
    return told.language == "en" and not SAYING_NOBODY.isdisjoint(said(told.text))


def beside(one: Told, other: Told) -> Iterator[Beside]:
    """Where one says that something befell nobody and the other how many it befell."""
    nones = _nones(one.text)
    if not nones or len(shared(one, other)) < LEAST_SHARED:
        return
    alike = overlap(one.text, other.text) >= SAME_THINGS
    for span, does in nones:
        if does == CLAIMED:
            claim = _CLAIMED.search(other.text)
            if claim and not _nones(other.text) and not _NOT_SURE.search(other.text):
                yield Beside(span, Span(*claim.span()), does, "claimed")
                return
        for x in quantities(other.text):
            if x.low < 1 or quoted(other, x.number.start) != quoted(one, span.start):
                continue
            if does == "voted":
                fits = x.kind is QuantityKind.SCORE and min(x.value, x.second) > 0 and bool(_VOTE.search(other.text))
            elif does not in ROLES:  # "no shots" beside "three shots"
                fits = alike and x.kind is QuantityKind.COUNT and x.head == does and not _NOT_SURE.search(other.text)
                if fits and is_statistic(x):  # everybody in a game has some touchdowns
                    fits = of_one(subject(one.text, span), subject(other.text, x.number))
            else:
                fits = _people(other.text, x) and befalls(other.text, x) == does
            if fits:
                yield Beside(span, x.number, does, f"{x.value:g}")
                return
        match = _SOMEBODY.search(other.text) if does in _OF_ONE else None
        if match and match[does] and not _NOT_SURE.search(other.text) and not quoted(other, match.start()):
            yield Beside(span, Span(*match.span()), does, "1")
            return


def _people(text: str, x: Quantity) -> bool:
    return x.kind is QuantityKind.COUNT and x.head in PEOPLE and not _NOT_SURE.search(text)


@lru_cache(maxsize=16384)
def _nones(text: str) -> tuple[tuple[Span, str], ...]:
    """The words for nobody, each with what befell nobody; "voted" for a unanimous one."""
    if SAYING_NOBODY.isdisjoint(said(text)) or _NOT_SURE.search(text):
        return ()
    found = [(Span(*m.span()), does) for m in _NONE.finditer(text) if (does := role(text, Span(*m.span())))]
    taken = [span for span, _ in found]
    found += [
        (Span(*m.span()), stem(m["things"]))
        for m in _NO_THINGS.finditer(text)
        if not any(span.start <= m.start() < span.end for span in taken)
    ]
    if "responsibility" in text:
        found += [(Span(*m.span()), CLAIMED) for m in _CLAIMED_BY_NONE.finditer(text)]
    if _VOTE.search(text):
        found += [(Span(*m.span()), "voted") for m in _UNANIMOUS.finditer(text)]
    return tuple(found)
