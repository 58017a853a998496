"""Passages put together and taken apart, one after the other: links and passages as they are after all of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.align.links import Link, Passage
from reader.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.align.links import Alignment
    from reader.collation import Collation
    from reader.findings.finding import Finding

#: Version id -> its sentences in a passage.
Parts = dict[str, tuple[str, ...]]


class Hands:
    """An alignment that is changed by hand. A change takes time by the sentences that it names, not by the cluster."""

    def __init__(self, collation: Collation) -> None:
        self._collation = collation
        self._passages: dict[int, Parts] = {n: dict(p.sentences) for n, p in enumerate(collation.passages)}
        self._passage_of = {s: n for n, parts in self._passages.items() for ids in parts.values() for s in ids}
        self._links = {frozenset((link.a, link.b)): link for link in collation.links}
        self._linked: dict[str, set[str]] = defaultdict(set)  #: sentence -> those that it is linked with
        for link in collation.links:
            self._linked[link.a].add(link.b)
            self._linked[link.b].add(link.a)
        turn = {version.id: n for n, version in enumerate(collation.cluster.versions)}
        self._rank = {
            place.sentence.id: (turn[version.id], place.index)
            for version in collation.cluster.versions
            for place in collation.cluster.places(version.id)
        }
        #: What was taken apart and not put together again, by number, and the numbers by sentence.
        self._divided: dict[int, tuple[set[str], set[str]]] = {}
        self._divided_of: dict[str, set[int]] = defaultdict(set)
        self._next = len(self._passages)

    def together(self, a: set[str], b: set[str]) -> None:
        """Make the passages that hold these sentences one, and link the sentences."""
        wanted = a | b
        joined: Parts = {}
        for number in sorted({self._passage_of[sentence] for sentence in wanted}):
            for version, ids in self._passages.pop(number).items():
                joined[version] = (*joined.get(version, ()), *ids)
        self._put(joined)
        for one in a:
            for other in b:
                pair = frozenset((one, other))
                if self._rank[one][0] != self._rank[other][0] and pair not in self._links:
                    first, last = sorted(pair, key=self._rank.__getitem__)
                    self._links[pair] = Link(first, last, 1.0)
                    self._linked[one].add(other)
                    self._linked[other].add(one)
        for number in {n for sentence in wanted for n in self._divided_of.get(sentence, ())}:
            sides = self._divided[number]
            if wanted & sides[0] and wanted & sides[1]:
                del self._divided[number]
                for sentence in sides[0] | sides[1]:
                    self._divided_of[sentence].discard(number)

    def apart(self, a: set[str], b: set[str]) -> None:
        """Give the sentences ``a`` a passage of their own where they share one with ``b``; no link between the two."""
        for one in a:
            for other in list(self._linked.get(one, ())):
                if one in b or other in b:
                    self._links.pop(frozenset((one, other)), None)
                    self._linked[one].discard(other)
                    self._linked[other].discard(one)
        shared = {self._passage_of[s] for s in a} & {self._passage_of[s] for s in b}
        for number in sorted(shared):
            parts = self._passages.pop(number)
            for inside in (False, True):
                kept = {v: tuple(s for s in ids if (s in a) is inside) for v, ids in parts.items()}
                if any(kept.values()):
                    self._put({version: ids for version, ids in kept.items() if ids})
        number = self._next = self._next + 1
        self._divided[number] = (a, b)
        for sentence in a | b:
            self._divided_of[sentence].add(number)

    def _put(self, parts: Parts) -> None:
        number = self._next = self._next + 1
        self._passages[number] = parts
        for ids in parts.values():
            for sentence in ids:
                self._passage_of[sentence] = number

    def alignment(self) -> Alignment:
        """The alignment after all of it, its passages in no order."""
        links = sorted(self._links.values(), key=lambda link: (self._rank[link.a], self._rank[link.b]))
        passages = tuple(Passage("", parts) for parts in self._passages.values())
        return replace(self._collation.alignment, links=tuple(links), passages=passages)

    def without(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings without contradictions between sentences that were taken apart.

        The engine compares sentences that aren't linked too, where they seem to report the same thing.
        """
        kept = []
        for finding in findings:
            left = _without(finding, self._divided, self._divided_of)
            if left is not None:
                kept.append(left)
        return tuple(kept)


def _without(
    finding: Finding, divided: Mapping[int, tuple[set[str], set[str]]], divided_of: Mapping[str, set[int]]
) -> Finding | None:
    """A finding without the evidence that is taken apart from the rest; None where fewer than two sides are left."""
    sides = finding.sides
    about = {evidence.sentence for side in sides for evidence in side.evidence}
    for number in sorted({n for sentence in about for n in divided_of.get(sentence, ())}):
        a, b = divided[number]
        if about & a and about & b:
            left = (replace(s, evidence=tuple(e for e in s.evidence if e.sentence not in a)) for s in sides)
            sides = tuple(side for side in left if side.evidence)
            about -= a
    if sides is finding.sides:
        return finding
    return replace(finding, sides=sides) if len(sides) > 1 else None
