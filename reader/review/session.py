"""A review that goes on: what a reviewer does is on disk before it counts as saved, and nothing done is lost."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.prose.visible import visible
from reader.review.records import Judged, Noted, Read, Record, Undone
from reader.review.state import State, after, replay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.review.journal import Journal, Unsaved
    from reader.review.records import Action, Odd, Verdict, Words


def now() -> str:
    """The time of a record: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Session:
    """One reviewer at work on one cluster.

    Each action returns None when it is on disk, else why it isn't: then it holds in ``state``, stands in ``pending``,
    and is written with the next action or by ``retry``.
    """

    def __init__(
        self,
        journal: Journal,
        reviewer: str,
        *,
        clock: Callable[[], str] = now,
        new_id: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        """Opens the journal and goes on where it stops."""
        self.journal = journal
        self.reviewer = reviewer
        self._clock, self._new_id = clock, new_id
        loaded = journal.load()
        #: Lines of the journal that are not used, to be told to the reviewer.
        self.odd: tuple[Odd, ...] = loaded.odd
        #: Why the journal could not be read, where it couldn't.
        self.problem: Unsaved | None = loaded.problem
        #: What holds, saved or not.
        self.state: State = replay(loaded.records)
        #: What was done and is not on disk.
        self.pending: tuple[Record, ...] = ()

    def judge(
        self, finding: str, verdict: Verdict, words: Iterable[Words], others: Mapping[str, Verdict] | None = None
    ) -> Unsaved | None:
        """Give a verdict on a finding. words: what it rests on (``matching.words_of``).

        others: where disagreements are reviewed, the verdicts of the others that it answers.
        """
        return self.do(Judged(finding, verdict, tuple(words), tuple(sorted((others or {}).items()))))

    def note(self, finding: str, note: str, words: Iterable[Words]) -> Unsaved | None:
        """Write or change the note on a finding; an empty one takes it away."""
        return self.do(Noted(finding, visible(note).strip(), tuple(words)))

    def mark_read(self, findings: Iterable[str]) -> Unsaved | None:
        """Mark findings as read, as one action."""
        return self.do(Read(tuple(findings)))

    def undo(self) -> tuple[Record | None, Unsaved | None]:
        """Take the last action back, an earlier sitting's too. Gives which one it was, None where none is left."""
        if not self.state.active:
            return None, None
        last = self.state.active[-1]
        return last, self.do(Undone(last.id))

    def do(self, action: Action) -> Unsaved | None:
        """Any action."""
        record = Record(self._new_id(), self._clock(), self.reviewer, action)
        self.state = after(self.state, record)
        self.pending = (*self.pending, record)
        return self.retry()

    def retry(self) -> Unsaved | None:
        """Write what is not on disk yet."""
        problem = self.journal.append(self.pending)
        if problem is None:
            self.pending = ()
        return problem

    def is_saved(self, finding: str) -> bool:
        """Whether everything said of a finding is on disk."""
        return not any(_is_about(record.action, finding) for record in self.pending)


def _is_about(action: Action, finding: str) -> bool:
    match action:
        case Judged(known) | Noted(known):
            return known == finding
        case Read(findings):
            return finding in findings
        case Undone():
            return True  # what it took back is not worth looking for: nothing is safe until it is written
    return False
