"""What a reviewer does on the reading screen: verdicts, notes, links and findings made by hand, taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen

from reader.app.reading import Reading
from reader.app.rows import Form, RowKind
from reader.app.screens.lines import shown
from reader.findings.finding import FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.app.canvas import Canvas
    from reader.app.desk import Desk
    from reader.app.reviewing import Review
    from reader.app.screens import mark_words, own_finding, summary, unsaved
    from reader.app.signs import Signs
    from reader.app.work import Collated, Work
    from reader.findings.finding import Finding
    from reader.review.journal import Unsaved
    from reader.review.records import Words
    from reader.story import Notice

#: Characters of a text that a message quotes.
QUOTED = 40


class Place(NamedTuple):
    """A cell that was chosen to be linked with another."""

    version: str
    sentences: tuple[str, ...]  #: its own
    passage: tuple[str, ...]  #: those of all versions in its row


class Claim(NamedTuple):
    """Words that were marked to stand against others."""

    version: str
    words: Words


class ReviewScreen(Screen[None]):
    """The part of the reading screen that decides."""

    desk: Desk | None
    canvas: Canvas
    signs: Signs
    work: Work
    review: Review
    keymap: Mapping[str, str]
    notices: list[Notice]

    def __init__(self) -> None:
        super().__init__()
        self._place: Place | None = None
        self._claim: Claim | None = None
        self._then: str | None = None  #: the finding to go to when the collation is made again
        self._unsaved: list[Finding] = []

    # What the whole screen has

    def say(self, text: str, *, loud: bool = False) -> None:
        """Put a line into the inspector until the next key."""
        raise NotImplementedError

    def _done(self, message: str | None = None, *, loud: bool = False) -> None:
        raise NotImplementedError

    def _desk(self) -> Desk:
        raise NotImplementedError

    @property
    def doing(self) -> str:
        """What was begun by hand and waits for its second half."""
        if self._place is not None:
            return "linking"
        return "adding a finding" if self._claim is not None else ""

    # When there are findings

    def receive(self, message: Collated) -> bool:
        """Put a collation in place; whether it is the one that is wanted. The first time, go on with the review."""
        desk, review = self._desk(), self.review
        first = not review.is_open
        if not review.install(message.prepared):
            return False
        hand = message.prepared.hand
        desk.replace_reading(Reading(hand.collation.cluster, hand.collation, hand.passages))
        self.canvas.verdict, self.canvas.noted = review.mark, review.noted
        self._place = self._claim = None
        if first:
            self.notices.extend(review.notices())
            self._go_on()
        elif self._then is not None:
            wanted, self._then = self._then, None
            self.go_to_id(wanted)
        return True

    def _go_on(self) -> None:
        """Where there is a review already, go to where it stopped; but nobody who reads already is taken away."""
        desk, review = self._desk(), self.review
        done, total = review.progress
        if not done:
            return
        left, _ = review.next_left(desk.steps, (-1,))
        if left is not None and desk.top == 0:
            desk.go_to(left)
        if not self.notices:
            rest = "goes on here" if left is not None else "is finished"
            self.say(f"{review.session.reviewer} reviewed {done} of {total} findings; the review {rest}.")

    def go_to_id(self, finding_id: str | None) -> bool:
        """Go to a finding by an id that it has; whether there is one."""
        desk = self._desk()
        chosen = next((f for f in desk.reading.findings if finding_id in (f.id, *f.also)), None)
        if chosen is None or finding_id is None:
            return False
        desk.go_to(chosen)
        return True

    # Verdicts

    def _judge(self, verdict: str) -> None:
        from reader.review.records import Verdict

        finding = self._current()
        if finding is not None:
            was_left = self.review.left(finding)
            problem = self.review.judge(finding, Verdict(verdict))
            self._decided((finding,))
            self._advance(problem, was_left)

    def action_verdict_confirmed(self) -> None:
        """Confirm the finding and go on."""
        self._judge("confirmed")

    def action_verdict_dismissed(self) -> None:
        """Dismiss the finding and go on."""
        self._judge("dismissed")

    def action_verdict_unsure(self) -> None:
        """Leave it undecided and go on."""
        self._judge("unsure")

    def action_mark_read(self) -> None:
        """Mark the additions and omissions of the passage as read."""
        desk = self._desk()
        row = desk.row
        here = [
            f
            for f in desk.reading.findings
            if f.kind is not FindingKind.CONTRADICTION
            and self.review.left(f)
            and any(row.first <= n < row.end for n in desk.reading.numbers(f))
        ]
        if not here:
            self._done("There is no addition or omission here that is not reviewed.")
            return
        problem = self.review.mark_read(here)
        self._decided(here)
        if desk.finding is None or desk.finding in here:
            self._advance(problem, True, f"{len(here)} marked as read.")
        else:
            self._finish(problem, f"{len(here)} marked as read.")

    def action_note(self) -> None:
        """Write a note on the finding."""
        finding = self._current()
        if finding is not None:
            from reader.app.screens.note import NoteEditor

            def keep(text: str | None) -> None:
                if text is not None:
                    self.keep_note(finding, text)

            self.app.push_screen(NoteEditor(finding, self.review.said(finding).note, self.signs), keep)

    def keep_note(self, finding: Finding, text: str) -> None:
        """Keep a note; an empty one takes it away."""
        problem = self.review.note(finding, text)
        self._decided((finding,))
        self._finish(problem, "Note saved." if text else "Note taken away.")

    def action_take_back(self) -> None:
        """Take back what was decided last."""
        undid = self.review.undo()
        if undid is None:
            self._done("There is nothing left to take back.")
            return
        about = [f for f in self._desk().reading.findings if undid.about(f)]
        if about:
            self._desk().go_to(about[0])
        self._decided(about)
        if undid.remade:
            self.work.collate(self.review.remake())
        self._finish(self.review.problem, f"Taken back: {undid.told}.")

    def action_save_again(self) -> None:
        """Write what could not be written."""
        if not self.review.pending:
            self._done("Everything is saved.")
            return
        pending = self._pending()
        problem = self.review.retry()
        self._decided(pending)
        self._finish(problem, "Saved.")

    def _current(self) -> Finding | None:
        """The finding that the reader is at, as a later collation has it."""
        finding = self._desk().finding
        if finding is None:
            self._done("There is no finding here to decide on.")
        return finding

    def _pending(self) -> list[Finding]:
        return [f for f in self._desk().reading.findings if not self.review.said(f).saved]

    def _decided(self, findings: Iterable[Finding]) -> None:
        """Draw the rows of findings again; with them those that could not be saved before."""
        reading = self._desk().reading
        self.canvas.decided(n for finding in (*findings, *self._was_pending()) for n in reading.numbers(finding))

    def _was_pending(self) -> list[Finding]:
        before, self._unsaved = self._unsaved, self._pending() if self.review.pending else []
        return [*before, *self._unsaved]

    def _finish(self, problem: Unsaved | None, message: str | None = None) -> None:
        """Say at once what could not be saved."""
        if problem is None:
            self._done(message)
        else:
            self._done(self._loud(problem), loud=True)

    @staticmethod
    def _loud(problem: Unsaved) -> str:
        return f"not saved: {problem.message} ({problem.path}); ctrl+s tries again"

    def _advance(self, problem: Unsaved | None, was_left: bool, message: str | None = None) -> None:
        """Go on to the next finding that waits for a verdict; after the last, say what was decided."""
        desk = self._desk()
        here = desk.steps.key(desk.finding, desk.row.first)
        found, again = self.review.next_left(desk.steps, here)
        if found is not None:
            desk.go_to(found)
            self._finish(problem, "From the beginning: this was left." if again else message)
            return
        self._finish(problem, message or "All that is shown is reviewed.")
        if was_left and problem is None:
            self.action_show_summary()

    def action_show_summary(self) -> None:
        """Show what was decided and what is left."""
        from reader.app.screens.summary import Summary

        screen = Summary(self.review.collation, self.review.own_decisions, self.signs)
        self.app.push_screen(screen, self._after_summary)

    def _after_summary(self, answer: summary.Answer | None) -> None:
        if answer is not None:
            name = {"export": "export", "list": "list_findings"}[answer]
            self.call_later(self.run_action, name)

    # By hand

    def action_link_by_hand(self) -> None:
        """Choose a passage, then another to link it with, or another version of it to take it apart."""
        desk = self._desk()
        here = self._place_here()
        before, self._place = self._place, None
        if here is None:
            self._place = before
            self._done("Only what versions tell can be linked.")
        elif before is None:
            self._claim, self._place = None, here
            self._done("Now the passage that tells the same, or another version of this one; esc stops.")
        elif set(before.sentences) & set(here.sentences):
            self._done("Nothing is linked.")
        else:
            together = not set(before.passage) & set(here.passage)
            if together:
                problem = self.review.link(True, before.passage, here.passage)
                told = "Linked by hand."
            else:
                rest = [s for s in here.passage if s not in before.sentences]
                problem = self.review.link(False, before.sentences, rest)
                outlet = desk.reading.cluster.version(before.version).outlet
                told = f"Unlinked by hand: {outlet} stands alone with it."
            self.work.collate(self.review.remake())
            self._finish(problem, told)

    def _place_here(self) -> Place | None:
        desk = self._desk()
        row, reading = desk.row, desk.reading
        if row.kind is not RowKind.PASSAGE or row.end - row.first != 1:
            return None
        passage = reading.passages[row.first].sentences
        version = desk.focused if desk.focused in passage else next(iter(sorted(passage)), "")
        telling = [s for ids in passage.values() for s in ids if reading.cluster.place(s).paragraph.kind.tells]
        own = tuple(s for s in passage.get(version, ()) if s in telling)
        return Place(version, own, tuple(telling)) if own else None

    def action_add_finding(self) -> None:
        """Mark words in the focused version; the second time, say what contradicts what."""
        desk = self._desk()
        outlet = desk.reading.cluster.version(desk.focused).outlet
        cell = desk.table.cell(desk.cursor, desk.focused)
        if cell.form is not Form.TEXT:
            self._done(f"{outlet} has no words here to mark.")
            return
        if self._claim is not None and self._claim.version == desk.focused:
            self._claim = None
            self._done("Nothing is added: the words have to stand in two versions.")
            return
        from reader.app.screens.mark_words import MarkWords

        self.app.push_screen(MarkWords(outlet, cell, self.signs), self._marked)

    def _marked(self, marked: mark_words.Marked | None) -> None:
        if marked is None:
            return
        from reader.review.byhand import words_of_span

        desk = self._desk()
        words = words_of_span(self.review.collation, marked.sentence, marked.start, marked.end)
        if self._claim is None:
            self._place, self._claim = None, Claim(desk.focused, words)
            quoted = shown(words.words, self.signs)[:QUOTED]
            self._done(f"Marked: {quoted}. Go to the words of another version and press it again; esc stops.")
            return
        before = self._claim
        from reader.app.screens.own_finding import OwnFinding

        def described(answer: own_finding.Described | None) -> None:
            if answer is not None:
                self._claim = None
                self._add(answer, (before.words, words))

        self.app.push_screen(OwnFinding([before.words.words, words.words], self.signs), described)

    def _add(self, told: own_finding.Described, words: tuple[Words, Words]) -> None:
        finding, problem = self.review.add(told.type, told.explanation, words)
        if finding is None:
            self._done("You added this already.")
            return
        self._then = finding
        self.work.collate(self.review.remake())
        self._finish(problem, "Added by hand, and confirmed.")

    def stop_by_hand(self) -> bool:
        """Forget what was begun by hand; whether something was."""
        begun = self._place is not None or self._claim is not None
        self._place = self._claim = None
        return begun

    def action_who_reports(self) -> None:
        """Show who reports what."""
        desk = self._desk()
        if desk.reading.collation is None:
            return
        from reader.app.screens.matrix import Matrix

        current = desk.reading.passages[desk.row.first].id
        self.app.push_screen(Matrix(desk.reading.collation, current, self.signs), self._go_to_passage)

    def _go_to_passage(self, passage: str | None) -> None:
        desk = self._desk()
        number = desk.reading.number_of.get(passage or "")
        if number is not None:
            desk.go_to_passage(number)
            self._done()

    # Leaving

    def leave(self) -> None:
        """Leave the reader; where something is not on disk, only after asking."""
        problem = self.review.retry()
        if problem is None:
            self.app.exit()
            return
        from reader.app.screens.unsaved import Unsaved

        if not isinstance(self.app.screen, Unsaved):
            self.app.push_screen(Unsaved(self.review.pending, str(problem), self.signs), self._left)

    def _left(self, answer: unsaved.Answer | None) -> None:
        if answer == "retry":
            self.leave()
        elif answer == "quit":
            self.app.exit()
        else:
            self._done(self._loud(self.review.problem) if self.review.problem else None, loud=True)

    def leave_at_once(self) -> None:
        """The line dropped: keep what can be kept, a note that is being written too."""
        from reader.app.screens.note import NoteEditor

        for screen in self.app.screen_stack:
            if isinstance(screen, NoteEditor) and screen.written is not None:
                self.review.note(screen.finding, screen.written)
        self.review.retry()
