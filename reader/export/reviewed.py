"""What reviewers said of the findings, as the reports show it. ``reader.review.matching.Matched`` is a ``Reviewed``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.collation import Collation
from reader.export.view import listed
from reader.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: Characters of a sentence that is linked by hand, as far as it is quoted.
QUOTED = 80


class Words(Protocol):
    """Words that a verdict was given on."""

    @property
    def outlet(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def words(self) -> str: ...


class Decision(Protocol):
    """What one reviewer says of one finding."""

    @property
    def time(self) -> str: ...
    @property
    def verdict(self) -> str | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def read(self) -> bool: ...
    @property
    def words(self) -> Sequence[Words]: ...


class Standing(Protocol):
    """A decision on a finding that is there."""

    @property
    def decision(self) -> Decision: ...
    @property
    def changed(self) -> bool: ...


class Vanished(Protocol):
    """A decision on a finding that is not there any more."""

    @property
    def finding(self) -> str: ...
    @property
    def decision(self) -> Decision: ...
    @property
    def why(self) -> str: ...


class Linked(Protocol):
    """Passages that were put together, or sentences that were taken out of theirs."""

    @property
    def together(self) -> bool: ...
    @property
    def a(self) -> Sequence[Words]: ...
    @property
    def b(self) -> Sequence[Words]: ...


class Reviewed(Protocol):
    """One reviewer's decisions beside the findings of a collation."""

    @property
    def reviewer(self) -> str: ...
    @property
    def standing(self) -> Mapping[str, Standing]: ...
    @property
    def vanished(self) -> Sequence[Vanished]: ...
    @property
    def links(self) -> Sequence[Linked]: ...
    @property
    def added(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Said:
    """What one reviewer says of one finding, in words."""

    reviewer: str
    verdict: str  #: "confirmed", "dismissed", "unsure", "read" or "noted"
    time: str
    note: str | None
    changed: bool  #: whether the text changed afterwards


def said_of(reviews: Iterable[Reviewed], finding: str) -> list[Said]:
    """What every reviewer says of a finding, in the order of the reviews."""
    found = []
    for review in reviews:
        if standing := review.standing.get(finding):
            decision = standing.decision
            verdict = decision.verdict or ("read" if decision.read else "noted")
            found.append(Said(review.reviewer, verdict, decision.time, decision.note, standing.changed))
    return found


@dataclass(frozen=True)
class Cut(Collation):
    """A collation with those findings alone to which a reviewer gave some verdict."""

    whole: Collation | None = None
    verdict: str = ""


def whole(collation: Collation) -> Collation:
    """The collation with all its findings."""
    return collation.whole or collation if isinstance(collation, Cut) else collation


def cut_told(collation: Collation) -> str:
    """What is left out of a report, in a sentence; nothing where it is all there."""
    if not isinstance(collation, Cut):
        return ""
    total = len(whole(collation).findings)
    return (
        f"Shown here: {len(collation.findings)} of {total} findings, those that a reviewer called {collation.verdict}."
    )


def added_by(reviews: Iterable[Reviewed], finding: str) -> str:
    """Who added a finding by hand, "ida and sam"; nothing where it was found."""
    return listed([review.reviewer for review in reviews if finding in review.added])


def links_told(reviews: Iterable[Reviewed]) -> Iterator[str]:
    """The links that were made by hand, a sentence each."""
    for review in reviews:
        for link in review.links:
            how = "linked by hand" if link.together else "took apart by hand"
            yield f"{review.reviewer} {how}: {_quoted(link.a)} and {_quoted(link.b)}."


def _quoted(words: Sequence[Words]) -> str:
    """ "Hallow Courier, “Three people were killed …”"."""
    told = []
    for one in words:
        text = " ".join(one.sentence.split())
        cut = text if len(text) <= QUOTED else text[:QUOTED].rsplit(" ", 1)[0] + " …"
        told.append(f"{one.outlet}, “{cut}”")
    return "; ".join(told)


def progress(collation: Collation, review: Reviewed) -> str:
    """ "ida reviewed 12 of 39 findings: 5 confirmed, 6 dismissed, 1 read"."""
    counts = dict.fromkeys(("confirmed", "dismissed", "unsure", "read"), 0)
    findings = whole(collation).findings
    for finding in findings:
        for said in said_of((review,), finding.id):
            if said.verdict in counts:
                counts[said.verdict] += 1
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
    done = f"{review.reviewer} reviewed {sum(counts.values())} of {len(findings)} findings"
    return f"{done}: {told}" if told else done


def only(collation: Collation, reviews: Sequence[Reviewed], verdict: str) -> Collation:
    """The collation with those findings alone to which at least one reviewer gave a verdict."""
    kept = (f for f in collation.findings if any(said.verdict == verdict for said in said_of(reviews, f.id)))
    of = collation
    return Cut(of.cluster, of.alignment, tuple(kept), of.origins, of.history, of.bounds, whole=of, verdict=verdict)
