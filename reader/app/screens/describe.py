"""Findings in words, as lists and details show them. Pure."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from reader.findings.kinds import FindingKind
from reader.story import in_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.story import Cluster

#: What was made by a reviewer, and not found: the name of its rule, too.
BY_HAND = "by hand"

#: From this confidence on, these words; the confidence is the share of such findings that are right.
_CONFIDENCE = ((0.95, "almost certain"), (0.85, "very likely"), (0.7, "likely"), (0.5, "more likely than not"))
#: The same for the score of a link.
_LINKED = ((0.9, "almost certainly"), (0.7, "very likely"), (0.5, "likely"))


def what(finding: Finding) -> str:
    """What it is in a word: the type of a contradiction, else the kind."""
    return finding.type.value if finding.type else finding.kind.value


def confidence(finding: Finding) -> str:
    """How sure it is, in words: "very likely"; "by hand" where a reviewer says so."""
    if finding.rule == BY_HAND:
        return BY_HAND
    return next((words for least, words in _CONFIDENCE if finding.confidence >= least), "doubtful")


def sure(finding: Finding) -> str:
    """How sure it is to be right, as a person would say it: "very likely right", "more likely right than not"."""
    words = confidence(finding)
    if words.endswith(" than not"):
        return f"{words.removesuffix(' than not')} right than not"
    return words if words == "doubtful" else f"{words.replace('certain', 'certainly')} right"


def linked(score: float) -> str:
    """How sure a link is, in words: "the sentences very likely report the same thing (0.82)"."""
    words = next((words for least, words in _LINKED if score >= least), "possibly")
    return f"the sentences {words} report the same thing ({score:.2f})"


def outlets(cluster: Cluster, versions: Sequence[str]) -> str:
    """The outlets of some versions, "a, b, c"."""
    return ", ".join(cluster.version(version).outlet for version in versions)


def sides(cluster: Cluster, finding: Finding) -> list[tuple[str, str]]:
    """Each claim of a contradiction with the outlets that make it."""
    return [
        (side.claim, outlets(cluster, list(dict.fromkeys(evidence.version for evidence in side.evidence))))
        for side in finding.sides
    ]


def told(cluster: Cluster, finding: Finding) -> str:
    """The words of an addition, or those of the base that an omission leaves out."""
    return in_one_line(map(cluster.place, finding.sentences), attrgetter("text"))


def link_score(collation: Collation, finding: Finding) -> float | None:
    """The highest score of a link between two sides of a contradiction; None where no link joins them."""
    side_of = {evidence.sentence: n for n, side in enumerate(finding.sides) for evidence in side.evidence}
    scores = [
        link.score
        for link in collation.links
        if link.a in side_of and link.b in side_of and side_of[link.a] != side_of[link.b]
    ]
    return max(scores, default=None)


def counts(findings: Sequence[Finding]) -> dict[FindingKind, int]:
    """How many there are of each kind, the contradictions first."""
    order = (FindingKind.CONTRADICTION, FindingKind.ADDITION, FindingKind.OMISSION)
    return {kind: sum(finding.kind is kind for finding in findings) for kind in order}
