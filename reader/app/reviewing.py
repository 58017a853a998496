"""The review that goes on while one reads: what is decided, what is left, what is on disk. No widget in here.

What takes time is made beside the screen, as a ``Prepared``, and put in place by ``install``. Everything else is called
by the screen, and what it decides is on disk when the call returns, or ``problem`` says why it isn't.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.app.prepared import Asked, Prepared, match_others, prepare, read_others

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.app.steps import Key, Steps
    from reader.app.taken import Undid
    from reader.collation import Collation
    from reader.findings.finding import Finding, Type
    from reader.review.journal import Unsaved
    from reader.review.matching import Matched, Standing, Vanished
    from reader.review.records import Record, Verdict, Words
    from reader.review.session import Session
    from reader.review.state import Decision
    from reader.review.whose import Home

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


class Review:
    """One reviewer at work on the cluster that is open."""

    session: Session
    home: Home

    def __init__(
        self,
        paths: Sequence[str],
        reviewer: str | None = None,
        *,
        beside: bool = False,
        disagreements: bool = False,
    ) -> None:
        """Nothing is read yet.

        paths: what the cluster is loaded from. beside: where the journals lie.
        disagreements: only the findings are reviewed about which reviewers disagree. It is a review of its own: each
        waits until the reviewer has given a verdict in it, and again when another reviewer says something else.
        """
        self._paths, self._given, self._beside = paths, reviewer, beside
        self.of_disagreements = disagreements
        self.chosen: frozenset[str] | None = None  #: findings that are gone through; None: all
        self.problem: Unsaved | None = None  #: why what was done last is not on disk
        self._prepared: Prepared | None = None
        self._standing: dict[str, Standing] = {}
        self._remembered = False  #: whether it is written down what the cluster is
        self._asked = 0
        self._base: str | None = None
        self._unsaved: frozenset[str] = frozenset()
        self._taken: dict[str, tuple[str, ...]] = {}  #: id of a record that was taken back -> what it was about
        self._left: set[str] = set()  #: the findings that wait for a verdict
        self._named: Mapping[str, Sequence[Finding]] = {}  #: every id that a finding has -> the findings that have it

    # Beside the screen

    def open(self, engine: Collation) -> Prepared:
        """Read the journals. Raises ValueError for a reviewer without a name, or a cluster without a place."""
        from reader.review.journal import Journal
        from reader.review.places import journal_path, reviewer_name
        from reader.review.session import Session
        from reader.review.whose import home

        name = reviewer_name(self._given)
        self.home = home(engine.cluster, self._paths, beside=self._beside)
        self.session = Session(Journal(journal_path(self.folder, name), private=not self._beside), name)
        disagreements = frozenset[str]() if self.of_disagreements else None
        return prepare(Asked(engine, self.session.state, name, self.folder, disagreements=disagreements))

    @property
    def folder(self) -> Path:
        """Where the journals lie."""
        return self.home.folder

    def remake(self, base: str | None = None) -> Callable[[], Prepared]:
        """Ask for the collation again, against another base or after something was made by hand; run it anywhere."""
        self._asked += 1
        self._base = base or self._base
        number, wanted, engine, state = self._asked, self._base, self.engine, self.session.state
        known = self.prepared.kept
        disagreements = frozenset(self._named) if self.of_disagreements else None  # those that there were stay

        def make() -> Prepared:
            from reader.collation import rebased

            found = engine if wanted in (None, engine.base) else rebased(engine, wanted or engine.base)
            return prepare(Asked(found, state, self.session.reviewer, self.folder, known, disagreements, number))

        return make

    def install(self, prepared: Prepared) -> bool:
        """Go on with a collation; whether it is the one that was asked for last."""
        if prepared.number != self._asked:
            return False
        self._prepared = prepared
        own = prepared.own
        if prepared.state is not self.session.state:  # something was decided meanwhile
            own = self._match()
        self._standing = dict(own.standing)
        findings = prepared.collation.findings
        named: dict[str, list[Finding]] = {}
        for finding in findings:
            for name in (finding.id, *finding.also):
                named.setdefault(name, []).append(finding)
        self._named = named
        self._left = {finding.id for finding in findings if self._waits(finding)}
        return True

    def let_go(self) -> None:
        """Nothing is decided here any more."""
        self._prepared = None
        self._standing, self._named, self._left = {}, {}, set()

    # What is known

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
        """Finding id -> what the reviewer says of it; without the verdict where it waits for another one."""
        return {
            finding: replace(s.decision, verdict=None, read=False) if finding in self._left else s.decision
            for finding, s in self._standing.items()
        }

    @property
    def decisions(self) -> dict[str, list[Decision]]:
        """Finding id -> what everybody says of it, the reviewer first; where the text changed afterwards it is open."""
        found = {
            finding: [replace(s.decision, verdict=None, read=False) if s.changed else s.decision]
            for finding, s in self._standing.items()
        }
        for other in self.prepared.others:
            for finding, standing in other.standing.items():
                found.setdefault(finding, []).append(replace(standing.decision, reviewer=other.reviewer))
        return found

    @property
    def reviews(self) -> tuple[Matched, ...]:
        """Everybody's decisions, the reviewer's own first, for a report; without one's own where there are none."""
        own = self._match()
        return (*((own,) if own.standing or own.vanished else ()), *self.prepared.others)

    @property
    def reviewers(self) -> list[str]:
        """Everybody who has given a verdict on one of these findings, by name."""
        everybody = (self._match(), *self.prepared.others)
        judged = (one for one in everybody if any(s.decision.verdict for s in one.standing.values()))
        return sorted(one.reviewer for one in judged)

    @property
    def vanished(self) -> tuple[Vanished, ...]:
        """What the reviewer decided on findings that are not there any more."""
        return self._match().vanished

    def look_at_others(self) -> bool:
        """Read the others' journals again; whether there is more to be found in them now, which ``remake`` makes."""
        before = self.prepared
        kept = read_others(self.folder, self.session.reviewer, before.kept)
        if kept == before.kept:
            return False
        self._prepared = before._replace(kept=kept, others=match_others(before.hand.collation, kept))
        self._left = {finding.id for finding in self.collation.findings if self._waits(finding)}
        added = [[one.state.added for one in found] for found in (before.kept, kept)]
        return self.of_disagreements or added[0] != added[1]

    def next_left(self, steps: Steps, here: Key) -> tuple[Finding | None, bool]:
        """The next finding that waits for a verdict, and whether it lies before ``here``: past the last, the first."""
        found = next((step for step in steps.around(here) if self.left(step.finding)), None)
        return (found.finding, found.key <= here) if found is not None else (None, False)

    # What is decided

    def judge(self, finding: Finding, verdict: Verdict) -> Unsaved | None:
        """Give a verdict."""
        others = self._verdicts(finding) if self.of_disagreements else {}
        return self._after(self.session.judge(finding.id, verdict, self._words(finding), others), (finding,))

    def note(self, finding: Finding, text: str) -> Unsaved | None:
        """Write a note; an empty one takes it away."""
        return self._after(self.session.note(finding.id, text, self._words(finding)), (finding,))

    def mark_read(self, findings: Sequence[Finding]) -> Unsaved | None:
        """Mark findings as read, as one action."""
        return self._after(self.session.mark_read([finding.id for finding in findings]), findings)

    def link(self, together: bool, a: Iterable[str], b: Iterable[str]) -> Unsaved | None:
        """Put the passages of sentences together, or take sentences ``a`` out of it; ``remake`` makes the findings."""
        from reader.review.byhand import words_of_sentences
        from reader.review.records import Linked

        named = (words_of_sentences(self.collation, ids) for ids in (a, b))
        return self._after(self.session.do(Linked(together, *named)), ())

    def add(self, kind: Type, explanation: str, sides: Sequence[Words]) -> tuple[str | None, Unsaved | None]:
        """Add a finding of one's own, and confirm it; its id, None where there is that one already."""
        from reader.review.byhand import own_finding
        from reader.review.records import Judged, Verdict

        added = own_finding(kind, explanation, [(side,) for side in sides])
        if any(known.finding == added.finding for known in self.session.state.added):
            return None, None
        self.session.do(added)
        words = tuple(word for side in added.sides for word in side)
        return added.finding, self._after(self.session.do(Judged(added.finding, Verdict.CONFIRMED, words)), ())

    def undo(self) -> Undid | None:
        """Take back what was decided last, in an earlier sitting too; None where nothing is left."""
        record, problem = self.session.undo()
        if record is None:
            return None
        from reader.app.taken import Undid, told

        what, about, remade = told(record)
        self._taken[record.id] = about
        self._after(problem, [finding for name in about for finding in self._named.get(name, ())])
        return Undid(what, about, remade)

    def retry(self) -> Unsaved | None:
        """Write what is not on disk."""
        return self._after(self.session.retry(), ()) if self.is_open else None

    def _match(self) -> Matched:
        from reader.review.matching import match

        return match(self.prepared.hand.collation, self.session.state, self.session.reviewer)

    def _words(self, finding: Finding) -> tuple[Words, ...]:
        from reader.review.matching import words_of

        return words_of(self.collation, finding)

    def _after(self, problem: Unsaved | None, findings: Sequence[Finding]) -> Unsaved | None:
        from reader.review.matching import stand

        for finding in findings:
            standing = stand(self.collation, finding, self.session.state)
            if standing is not None:
                self._standing[finding.id] = standing
            else:
                self._standing.pop(finding.id, None)
            (self._left.add if self._waits(finding) else self._left.discard)(finding.id)
        self.problem = problem
        if problem is None and not self._remembered:
            from reader.review.whose import remember

            self._remembered = True
            remember(self.home, self.engine.cluster, self._paths, beside=self._beside)
        about = (self._about(record) for record in self.session.pending)
        self._unsaved = frozenset(finding for ids in about for finding in ids)
        return problem

    def _about(self, record: Record) -> tuple[str, ...]:
        from reader.app.taken import told
        from reader.review.records import Undone

        if isinstance(record.action, Undone):
            return self._taken.get(record.action.record, ())
        return told(record)[1]


def _word(decision: Decision) -> str:
    return decision.verdict.value if decision.verdict else "read" if decision.read else ""
