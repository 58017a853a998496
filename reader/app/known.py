"""What is known of a review: who says what of which finding, what is left, and what is on disk. No widget in here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.frozen import NamedTuple, replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.app.prepared import Prepared
    from reader.app.steps import Key, Steps
    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.matching import Matched, Standing, Vanished
    from reader.review.records import Verdict
    from reader.review.session import Session
    from reader.review.state import Decision

#: Of what several findings are decided, the word that stands for all of them.
_LOUDEST = ("confirmed", "unsure", "dismissed", "read")


class Said(NamedTuple):
    """What the reviewer says of a finding, as the screen shows it."""

    verdict: str = ""  #: "confirmed", "dismissed", "unsure", "read" or ""
    note: str = ""
    changed: str = ""  #: words that it rested on then and doesn't now
    saved: bool = True  #: whether all of it is on disk


class Voice(NamedTuple):
    """What another reviewer says of a finding."""

    reviewer: str
    verdict: str  #: as in ``Said``
    note: str


class Known:
    """What the screen can ask of the review of the cluster that is open."""

    session: Session

    def __init__(self, *, of_disagreements: bool) -> None:
        """of_disagreements: only the findings are reviewed about which reviewers disagree."""
        self.of_disagreements = of_disagreements
        self.chosen: frozenset[str] | None = None  #: findings that are gone through; None: all
        self._prepared: Prepared | None = None
        self._standing: dict[str, Standing] = {}
        self._unsaved: frozenset[str] = frozenset()
        self._left: set[str] = set()  #: the findings that wait for a verdict
        self._named: Mapping[str, Sequence[Finding]] = {}  #: every id that a finding has -> the findings that have it

    @property
    def prepared(self) -> Prepared:
        """What is read; there is one once there are findings on screen."""
        assert self._prepared is not None
        return self._prepared

    @property
    def engine(self) -> Collation:
        """The collation as it was found, without what was made by hand."""
        return self.prepared.engine

    @property
    def collation(self) -> Collation:
        """The collation that is read."""
        return self.prepared.collation

    @property
    def is_open(self) -> bool:
        """Whether there is something to decide on."""
        return self._prepared is not None

    @property
    def progress(self) -> tuple[int, int]:
        """How many findings are reviewed, with all that was said of them on disk, of how many.

        Of those only that are gone through.
        """
        if self.chosen is not None:
            there = [f for f in self.collation.findings if not self.chosen.isdisjoint((f.id, *f.also))]
            return sum(not self.left(f) and f.id not in self._unsaved for f in there), len(there)
        total = len(self.collation.findings)
        unsaved = {finding.id for name in self._unsaved for finding in self._named.get(name, ())}
        return total - len(self._left) - len(unsaved - self._left), total

    @property
    def pending(self) -> int:
        """How many decisions are not on disk."""
        return len(self.session.pending) if self.is_open else 0

    def left(self, finding: Finding) -> bool:
        """Whether a finding waits for a verdict: there is none, or the text changed after it.

        Where disagreements are reviewed, also while there is none that answers what the others say now.
        """
        return finding.id in self._left

    def _waits(self, finding: Finding) -> bool:
        standing = self._standing.get(finding.id)
        if standing is None or not standing.decision.is_review or standing.changed:
            return True
        return self.of_disagreements and dict(standing.decision.others) != self._verdicts(finding)

    def said(self, finding: Finding) -> Said:
        """What the reviewer says of a finding."""
        standing = self._standing.get(finding.id)
        saved = finding.id not in self._unsaved
        if standing is None:
            return Said(saved=saved)
        decision = standing.decision
        gone = standing.gone[0].words if standing.changed else ""
        return Said(_word(decision), decision.note or "", gone, saved)

    def noted(self, finding: Finding) -> bool:
        """Whether there is a note of the reviewer's on a finding, on disk."""
        standing = self._standing.get(finding.id)
        return standing is not None and bool(standing.decision.note) and finding.id not in self._unsaved

    def others(self, finding: Finding) -> list[Voice]:
        """What the other reviewers say of it."""
        found = ((one.reviewer, one.standing.get(finding.id)) for one in self.prepared.others)
        voices = (Voice(name, _word(s.decision), s.decision.note or "") for name, s in found if s is not None)
        return [voice for voice in voices if voice.verdict or voice.note]

    def _verdicts(self, finding: Finding) -> dict[str, Verdict]:
        found = ((one.reviewer, one.standing.get(finding.id)) for one in self.prepared.others)
        return {name: s.decision.verdict for name, s in found if s is not None and s.decision.verdict is not None}

    def added_by(self, finding: Finding) -> tuple[str, ...]:
        """The reviewers who added it by hand, the reviewer first; nobody where it was found."""
        return self.prepared.hand.findings.get(finding.id, ())

    def mark(self, findings: Sequence[Finding]) -> str:
        """The word for a sign that stands for these findings: "" where one of them is left or not on disk."""
        if not findings or any(self.left(f) or f.id in self._unsaved for f in findings):
            return ""
        said = {self.said(finding).verdict for finding in findings}
        return next(word for word in _LOUDEST if word in said)

    @property
    def own_decisions(self) -> dict[str, Decision]:
        """Finding id -> what the reviewer says of it; without the verdict where it waits for another, or for a disk."""
        return {
            finding: _open(s.decision) if finding in self._left or finding in self._unsaved else s.decision
            for finding, s in self._standing.items()
        }

    @property
    def decisions(self) -> dict[str, list[Decision]]:
        """Finding id -> what everybody says of it, see ``decisions_on``."""
        everywhere = (self._standing, *(other.standing for other in self.prepared.others))
        names = dict.fromkeys(finding for standing in everywhere for finding in standing)
        return {finding: self.decisions_on(finding) for finding in names}

    def decisions_on(self, finding: str) -> list[Decision]:
        """What everybody says of a finding, the reviewer first.

        Of the reviewer's own no verdict where the text changed afterwards, and nothing that is not on disk.
        """
        found = []
        own = self._standing.get(finding)
        if own is not None and finding not in self._unsaved:
            found.append(_open(own.decision) if own.changed else own.decision)
        standing = ((other.reviewer, other.standing.get(finding)) for other in self.prepared.others)
        return [*found, *(replace(s.decision, reviewer=name) for name, s in standing if s is not None)]

    @property
    def reviews(self) -> tuple[Matched, ...]:
        """Everybody's decisions, the reviewer's own first, for a report; without one's own where there are none."""
        own = self._match()
        return (*((own,) if own.standing or own.vanished or own.links else ()), *self.prepared.others)

    @property
    def reviewers(self) -> list[str]:
        """Everybody who has given a verdict on one of these findings, by name."""
        everybody = (self._match(), *self.prepared.others)
        judged = (one for one in everybody if any(s.decision.verdict for s in one.standing.values()))
        return sorted(one.reviewer for one in judged)

    @property
    def tallies(self) -> dict[str, Counter[str]]:
        """What each of the others said of these findings: how often "confirmed", ..., "read", and "left"."""
        total, found = len(self.collation.findings), {}
        for other in self.prepared.others:
            standing = (other.standing.get(finding.id) for finding in self.collation.findings)
            said = Counter(_word(s.decision) for s in standing if s is not None and s.decision.is_review)
            said["left"] = total - said.total()
            found[other.reviewer] = said
        return found

    @property
    def vanished(self) -> tuple[Vanished, ...]:
        """What the reviewer decided on findings that are not there any more."""
        return self._match().vanished

    def next_left(self, steps: Steps, here: Key) -> tuple[Finding | None, bool]:
        """The next finding that waits for a verdict, and whether it lies before ``here``: past the last, the first."""
        found = next((step for step in steps.around(here) if self.left(step.finding)), None)
        return (found.finding, found.key <= here) if found is not None else (None, False)

    def _match(self) -> Matched:
        from reader.review.matching import match

        return match(self.prepared.hand.collation, self.session.state, self.session.reviewer)


def _word(decision: Decision) -> str:
    return decision.verdict.value if decision.verdict else "read" if decision.read else ""


def _open(decision: Decision) -> Decision:
    """The same without a verdict."""
    return replace(decision, verdict=None, read=False)
