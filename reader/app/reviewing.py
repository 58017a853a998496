"""The review that goes on while one reads: what is decided, what is left, what is on disk. No widget in here.

What takes time is made beside the screen, as a ``Prepared``, and put in place by ``install``. Everything else is called
by the screen, and what it decides is on disk when the call returns, or ``problem`` says why it isn't.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.known import Known
from reader.app.prepared import Asked, Prepared, match_others, prepare, read_others

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from reader.app.taken import Undid
    from reader.collation import Collation
    from reader.findings.finding import Finding, Type
    from reader.review.journal import Unsaved
    from reader.review.records import Record, Verdict, Words
    from reader.review.whose import Home


class Review(Known):
    """One reviewer at work on the cluster that is open."""

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
        super().__init__(of_disagreements=disagreements)
        self._paths, self._given, self._beside = paths, reviewer, beside
        self.problem: Unsaved | None = None  #: why what was done last is not on disk
        self._remembered = False  #: whether it is written down what the cluster is
        self._asked = 0
        self._base: str | None = None
        self._taken: dict[str, tuple[str, ...]] = {}  #: id of a record that was taken back -> what it was about

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
