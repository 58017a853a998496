"""Which findings a list shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.app.reading import versions_of
from reader.app.screens import describe
from reader.app.search import fold
from reader.findings.kinds import FindingKind, Strength, Type
from reader.review.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.state import Decision

T = TypeVar("T")

UNREVIEWED = "unreviewed"


def _has(verdict: Verdict, decisions: Sequence[Decision]) -> bool:
    return any(decision.verdict is verdict for decision in decisions)


#: What reviewers said, by the name of the filter.
REVIEWED: dict[str, Callable[[Sequence[Decision]], bool]] = {
    UNREVIEWED: lambda decisions: not any(decision.is_review for decision in decisions),
    **{verdict.value: partial(_has, verdict) for verdict in Verdict},
    "noted": lambda decisions: any(decision.note for decision in decisions),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings are listed."""

    kinds: frozenset[FindingKind] = frozenset(FindingKind)
    type: Type | None = None
    strength: Strength | None = None
    version: str | None = None  #: a version that the finding speaks of
    words: str = ""  #: in its words, its claims, its outlets or its explanation
    review: str | None = None  #: one of ``REVIEWED``
    reviewer: str | None = None  #: only what this one says counts

    def passes(self, finding: Finding, text: str, decisions: Sequence[Decision] = ()) -> bool:
        """Whether a finding is listed. text: all its words, folded. decisions: what reviewers say of it."""
        counted = [decision for decision in decisions if self.reviewer in (None, decision.reviewer)]
        return (
            finding.kind in self.kinds
            and (self.type is None or finding.type is self.type)
            and (self.strength is None or finding.strength is self.strength)
            and (self.version is None or self.version in versions_of(finding))
            and all(word in text for word in fold(self.words)[0].split())
            and (self.review is None or REVIEWED[self.review](counted))
            and (self.reviewer is None or self.review == UNREVIEWED or bool(counted))
        )


def texts(collation: Collation) -> dict[str, str]:
    """Finding id -> all its words, folded."""
    cluster = collation.cluster
    found: dict[str, str] = {}
    for finding in collation.findings:
        claims = (part for side in describe.sides(cluster, finding) for part in side)
        outlets = describe.outlets(cluster, versions_of(finding))
        hand = describe.BY_HAND if finding.rule == describe.BY_HAND else ""
        words = (describe.what(finding), hand, outlets, *claims, describe.told(cluster, finding), finding.explanation)
        found[finding.id] = fold(" ".join(words))[0]
    return found


def passing(
    collation: Collation,
    chosen: Filter,
    decisions: Mapping[str, Sequence[Decision]],
    words: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """The findings of a collation that a filter lets through. words: their ``texts``, where they are known already."""
    if not chosen.words.strip():
        words = {}
    elif words is None:
        words = texts(collation)
    return tuple(f for f in collation.findings if chosen.passes(f, words.get(f.id, ""), decisions.get(f.id, ())))


def after(values: Sequence[T], value: T | None, way: int) -> T | None:
    """The next of some values, None standing before the first and after the last."""
    ring: list[T | None] = [None, *values]
    return ring[(ring.index(value) + way) % len(ring)]
