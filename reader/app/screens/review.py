"""A review on the reading screen, from its first collation to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.screens.by_hand import ByHandScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.app.screens import unsaved
    from reader.app.work import Collated
    from reader.findings.finding import Finding


class ReviewScreen(ByHandScreen):
    """The part of the reading screen that knows of a review: receives what it is about, goes on with it, leaves it."""

    _leaving: Callable[[], object] | None = None  #: what is to be done once nothing can be lost

    def receive(self, message: Collated) -> bool:
        """Put a collation in place; whether it is the one that is wanted. The first time, go on with the review."""
        desk, review = self._desk(), self.review
        first = not review.is_open
        base, reviewed = desk.reading.base, [] if first else [f for f in desk.reading.findings if not review.left(f)]
        if not review.install(message.prepared):
            return False
        desk.replace_reading(message.prepared.reading)
        if desk.reading.base != base:
            self._say_what_rests_on(base, reviewed)
        self.canvas.verdict, self.canvas.noted = review.mark, review.noted
        self._place = self._claim = None
        self.notices.extend(notice for notice in message.prepared.collation.bounds if notice not in self.notices)
        if first:
            from reader.app.notices import notices

            self.notices.extend(notices(review.session, review.prepared, review.home))
            if desk.untouched:
                desk.show_sides()
            self._go_on()
        elif self._then is not None:
            wanted, self._then = self._then, None
            self.go_to_id(wanted)
        return True

    def _say_what_rests_on(self, base: str, reviewed: Sequence[Finding]) -> None:
        """Additions and omissions are found against a base: with another one those that were reviewed are not there."""
        cluster, findings = self._desk().reading.cluster, self._desk().reading.findings
        there = {name for finding in findings for name in (finding.id, *finding.also)}
        count = sum(there.isdisjoint((finding.id, *finding.also)) for finding in reviewed)
        if count:
            now, then = (cluster.version(version).outlet for version in (self._desk().reading.base, base))
            kept = f"{count} finding{'' if count == 1 else 's'}"
            self.say(f"{now} is the base now; what is reviewed against {then} is kept: {kept}.")

    def _go_on(self) -> None:
        """Where there is a review already, go to where it stopped; but nobody who reads already is taken away."""
        desk, review = self._desk(), self.review
        done, total = review.progress
        if not done and not review.of_disagreements:
            return
        left, _ = review.next_left(desk.steps, (-1,))
        if left is None and review.of_disagreements and desk.steps.all:
            left = desk.steps.all[0].finding
        if left is not None and desk.top == 0:
            desk.go_to(left)
        if review.of_disagreements:
            self.say(_disagreements(review.reviewers, done, total), loud=True)
            return
        if not self.notices:
            rest = "goes on here" if left is not None else "is finished"
            self.say(f"{review.session.reviewer} reviewed {done} of {total} findings; the review {rest}.")

    # Leaving

    def leave(self, then: Callable[[], object] | None = None) -> None:
        """Leave the reader, or do something else instead; where something is not on disk, only after asking."""
        self._leaving = then or self.app.exit
        problem = self.review.retry()
        if problem is None:
            self._leaving()
            return
        from reader.app.screens.unsaved import Unsaved

        if not isinstance(self.app.screen, Unsaved):
            self.app.push_screen(Unsaved(self.review.pending, str(problem), self.signs), self._left)

    def _left(self, answer: unsaved.Answer | None) -> None:
        if answer == "retry":
            self.leave(self._leaving)
        elif answer == "quit" and self._leaving is not None:
            self._leaving()
        else:
            self._done(self._loud(self.review.problem) if self.review.problem else None, loud=True)

    def leave_at_once(self) -> None:
        """The line dropped: keep what can be kept, a note that is being written too."""
        from reader.app.screens.note import NoteEditor

        for screen in self.app.screen_stack:
            if isinstance(screen, NoteEditor) and screen.written is not None:
                self.review.note(screen.finding, screen.written)
        self.review.retry()


def _disagreements(names: Sequence[str], done: int, total: int) -> str:
    """How many there are between whom, and how many are decided."""
    if len(names) < 2:
        there = f"there is one, by {names[0]}" if names else "there is none"
        return f"Two reviews or more can disagree; {there}."
    among = f"{', '.join(names[:-1])} and {names[-1]}"
    if not total:
        return f"{among} agree on all that more than one of them judged."
    decided = f", of which you have decided {done}" if done else ""
    return f"{among} disagree on {total} finding{'' if total == 1 else 's'}{decided}."
