"""Two things compared the other way round: the ferry is faster than the train, the train is faster than the ferry."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.prose.comparisons import Comparison, comparisons

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How sure it is of two things compared the other way round.
CONFIDENCE = 0.65
#: So many characters of a version are looked through for the other comparison.
MOST = 20_000


@lru_cache(maxsize=8192)
def heads(text: str) -> frozenset[str]:
    """Which things a sentence compares, on which scale; both must compare the same."""
    return frozenset([comparison.pair for comparison in comparisons(text)])


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Of one two things one version says that the first is more so, the other that the second is, or that it isn't."""
    for x in comparisons(a.text):
        for y in comparisons(b.text):
            if not _apart(x, y) or _told_too(a, y) or _told_too(b, x):
                continue
            one_voice = quoted(a, x.span.start) == quoted(b, y.span.start)
            yield Disagreement(
                Type.NUMBER, Strength.CONFLICT if one_voice else Strength.DISCREPANCY, x.span, y.span,
                _canonical(x), _canonical(y), "",
                "number: compared the other way round", CONFIDENCE,
            )  # fmt: skip
            return


def _apart(x: Comparison, y: Comparison) -> bool:
    if x.pair != y.pair:
        return False
    turned = x.more == y.less
    return x.denied != y.denied if not turned else not (x.denied or y.denied)


def _told_too(told: Told, other: Comparison) -> bool:
    """Whether a version tells anywhere what the other says."""
    return any(
        (mine.less, mine.more, mine.axis, mine.denied) == (other.less, other.more, other.axis, other.denied)
        for mine in comparisons(told.whole[:MOST])
    )


def _canonical(x: Comparison) -> str:
    return f"{'not ' if x.denied else ''}{x.more} {x.axis} {x.less}"
