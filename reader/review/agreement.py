"""How far reviewers agree: per finding who said what, percent agreement, Cohen's kappa, Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from reader.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.review.matching import Matched
    from reader.review.records import Verdict


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers, on the findings that both judged."""

    a: str
    b: str
    shared: int  #: findings that both judged
    agreed: int
    kappa: float | None  #: -1..1; None where it is not defined: nothing shared, or both gave one verdict throughout

    @property
    def percent(self) -> float | None:
        """The share of shared findings that they agree on, 0..100."""
        return 100 * self.agreed / self.shared if self.shared else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What several reviewers said of the findings of one cluster."""

    reviewers: tuple[str, ...]  #: by name
    verdicts: Mapping[str, Mapping[str, Verdict]]  #: finding id -> reviewer -> verdict, in the order of reading
    pairs: tuple[Pair, ...]
    alpha: float | None  #: Krippendorff's, over all reviewers; None where it is not defined

    @property
    def disagreements(self) -> tuple[str, ...]:
        """The findings on which verdicts differ, in the order of reading."""
        return tuple(finding for finding, said in self.verdicts.items() if len(set(said.values())) > 1)


def agreement(findings: Sequence[str], reviews: Sequence[Matched]) -> Agreement:
    """Compare reviews of one collation.

    findings: the ids of its findings, in the order of reading. A finding that a reviewer only read or noted has no
    verdict of theirs; "unsure" is a verdict like the others.
    """
    verdicts: dict[str, dict[str, Verdict]] = {}
    for finding in findings:
        said = {}
        for review in sorted(reviews, key=lambda r: r.reviewer):
            standing = review.standing.get(finding)
            if standing is not None and standing.decision.verdict is not None:
                said[review.reviewer] = standing.decision.verdict
        if said:
            verdicts[finding] = said
    names = tuple(sorted(review.reviewer for review in reviews))
    pairs = []
    for a, b in combinations(names, 2):
        both = [(said[a], said[b]) for said in verdicts.values() if a in said and b in said]
        pairs.append(Pair(a, b, len(both), sum(x == y for x, y in both), cohen(both)))
    return Agreement(names, verdicts, tuple(pairs), krippendorff([list(said.values()) for said in verdicts.values()]))


def cohen(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two raters: agreement beyond what their habits alone would give.

    Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
    None where chance alone gives full agreement, or there is nothing to compare.
    """
    total = len(pairs)
    if not total:
        return None
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[value] * second[value] for value in first) / total**2
    if expected == 1:
        return None
    observed = sum(a == b for a, b in pairs) / total
    return (observed - expected) / (1 - expected)


def krippendorff(units: Sequence[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal values, any number of raters, values missing.

    units: for each thing rated the values that it was given, in any order.
    Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania (2011), section C.
    None where nothing was rated twice, or every value is the same.
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    totals: Counter[str] = Counter()
    for counts in paired:
        totals.update(counts)
    n = sum(totals.values())
    expected = n * n - sum(count * count for count in totals.values())
    if not expected:
        return None
    observed = 0.0
    for counts in paired:
        size = sum(counts.values())
        observed += (size * size - sum(count * count for count in counts.values())) / (size - 1)
    return 1 - (n - 1) * observed / expected
