"""Passages linked and unlinked by hand, and findings of the reviewer's own, put into a collation: they win over it."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.align import with_base
from reader.collation import realigned
from reader.findings.finding import Evidence, Finding, FindingKind, Side, Strength, Type
from reader.frozen import dataclass, replace
from reader.review.hands import Hands
from reader.review.records import Added, Linked, Words, family

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.collation import Collation
    from reader.review.state import State

#: The rule that a finding made by hand names.
RULE = "by hand"


@dataclass(frozen=True, slots=True)
class ByHand:
    """A collation with what was made by hand in it."""

    collation: Collation
    passages: frozenset[str]  #: the passages that were put together or taken apart by hand
    findings: Mapping[str, tuple[str, ...]]  #: the findings that reviewers added -> by whom
    lost: tuple[
        Linked | Added, ...
    ]  #: of the reviewer's own, what could not be put in: its words are not in the texts any more


def words_of_sentences(collation: Collation, sentences: Iterable[str]) -> tuple[Words, ...]:
    """How a journal names sentences: by whose they are and what they say."""
    places = (collation.cluster.place(sentence) for sentence in sentences)
    return tuple(Words(place.version.outlet, place.text, place.text) for place in places)


def words_of_span(collation: Collation, sentence: str, start: int, end: int) -> Words:
    """How a journal names marked words: ``start`` to ``end`` in the sentence's paragraph."""
    place = collation.cluster.place(sentence)
    return Words(place.version.outlet, place.text, place.paragraph.text[start:end])


def own_finding(kind: Type, explanation: str, sides: Sequence[Sequence[Words]]) -> Added:
    """A contradiction that the reviewer found. Raises ValueError where there are not two sides, or no explanation.

    Its id depends only on the words that it rests on, as the engine's do.
    """
    told = tuple(tuple(side) for side in sides)
    if len(told) < 2 or not all(told) or any(not w.words.strip() for side in told for w in side):
        raise ValueError("a contradiction has two sides or more, each with words that make it")
    if not explanation.strip():
        raise ValueError("say in a sentence what contradicts what")
    parts = sorted("\x1f".join((w.outlet, w.sentence, w.words)) for side in told for w in side)
    digest = hashlib.sha256("\x1e".join((kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Added(f"hand-{digest}", kind, " ".join(explanation.split()), told)


def by_hand(
    collation: Collation, state: State, reviewer: str = "", others: Mapping[str, State] | None = None
) -> ByHand:
    """A collation with the links and findings that a reviewer made; the findings follow the links at once.

    others: what other reviewers decided, by their names. The findings that they added are put in too; their links
    are not: how a reviewer reads is their own.
    """
    made = {reviewer: state, **(others or {})}
    if not state.links and not any(one.added for one in made.values()):
        return ByHand(collation, frozenset(), MappingProxyType({}), ())
    lost: list[Linked | Added] = []
    found = _Sentences(collation)
    touched: set[str] = set()
    hands = Hands(collation)
    for link in state.links:
        a, b = found.named(link.a), found.named(link.b)
        if not a or not b:
            lost.append(link)
            continue
        (hands.together if link.together else hands.apart)(a, b)
        touched |= a | b
    if touched:
        alignment = with_base(collation.cluster, hands.alignment(), collation.base)
        collation = realigned(collation, alignment)
        collation = replace(collation, findings=hands.without(collation.findings))
    own: dict[str, Finding] = {}
    whose: dict[str, tuple[str, ...]] = {}
    taken = {finding.id for finding in collation.findings}  # no journal may put itself in the place of a finding
    for name, one in made.items():
        for added in one.added:
            finding = found.finding(collation, added)
            if finding is None or finding.id in taken:
                lost += [added] if one is state else []
            elif name not in whose.get(finding.id, ()):
                own.setdefault(finding.id, finding)
                whose[finding.id] = (*whose.get(finding.id, ()), name)
    passages = frozenset(collation.passage_of[sentence].id for sentence in touched)
    return ByHand(_with(collation, list(own.values())), passages, MappingProxyType(whose), tuple(lost))


class _Sentences:
    """The sentences of a cluster by whose they are and what they say."""

    def __init__(self, collation: Collation) -> None:
        self.ids: dict[tuple[str, str], list[str]] = {}
        self.of_family: dict[tuple[str, str], list[str]] = {}
        for version in collation.cluster.versions:
            for place in collation.cluster.places(version.id):
                self.ids.setdefault((version.outlet, place.text), []).append(place.sentence.id)
                self.of_family.setdefault((family(version.outlet), place.text), []).append(place.sentence.id)

    def meant(self, words: Words) -> Sequence[str]:
        """Where these words stand; where the versions of an outlet changed places, in another one of its."""
        own = self.ids.get((words.outlet, words.sentence))
        return own if own is not None else self.of_family.get((family(words.outlet), words.sentence), ())

    def named(self, words: Iterable[Words]) -> set[str]:
        """Those that are meant; a sentence that a version has twice is meant with all its places."""
        return {i for w in words for i in self.meant(w)}

    def finding(self, collation: Collation, added: Added) -> Finding | None:
        """A reviewer's finding with its evidence, where all its words are still there."""
        sides = []
        for side in added.sides:
            evidence = [found for words in side if (found := self._evidence(collation, words))]
            if len(evidence) < len(side):
                return None
            sides.append(Side(side[0].words, tuple(evidence)))
        return Finding(
            added.finding,
            FindingKind.CONTRADICTION,
            collation.passage_of[sides[0].evidence[0].sentence].id,
            added.explanation,
            1.0,
            type=added.type,
            strength=Strength.DISCREPANCY,
            sides=tuple(sides),
            rule=RULE,
        )

    def _evidence(self, collation: Collation, words: Words) -> Evidence | None:
        for sentence in self.meant(words):
            place = collation.cluster.place(sentence)
            at = place.text.find(words.words)
            if at >= 0 and words.words.strip():
                start = place.sentence.start + at
                return Evidence(place.version.id, sentence, start, start + len(words.words))
        return None


def _with(collation: Collation, own: Sequence[Finding]) -> Collation:
    """The collation with findings of the reviewer's own, each where its passage stands."""
    if not own:
        return collation
    row = {passage.id: n for n, passage in enumerate(collation.passages)}
    findings = sorted((*collation.findings, *own), key=lambda f: (row[f.passage], f.kind != FindingKind.CONTRADICTION))
    return replace(collation, findings=tuple(findings))
