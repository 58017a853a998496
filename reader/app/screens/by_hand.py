"""Links and findings made by hand on the reading screen: what was begun, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.cells import Form
from reader.app.fit import shown
from reader.app.rows import RowKind
from reader.app.screens.deciding import DecidingScreen
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from reader.app.screens import mark_words, own_finding
    from reader.review.records import Words

#: Characters of a text that a message quotes.
QUOTED = 24


class Place(NamedTuple):
    """A cell that was chosen to be linked with another."""

    version: str
    sentences: tuple[str, ...]  #: its own
    passage: tuple[str, ...]  #: those of all versions in its row


class Claim(NamedTuple):
    """Words that were marked to stand against others."""

    version: str
    words: Words


class ByHandScreen(DecidingScreen):
    """The part of the reading screen that links passages and adds findings."""

    def __init__(self) -> None:
        super().__init__()
        self._place: Place | None = None
        self._claim: Claim | None = None
        self._then: str | None = None  #: the finding to go to when the collation is made again

    @property
    def doing(self) -> str:
        """What was begun by hand and waits for its second half."""
        if self._place is not None:
            return "linking"
        return "adding a finding" if self._claim is not None else ""

    def action_link_by_hand(self) -> None:
        """Choose a passage, then another to link it with, or another version of it to take it apart."""
        desk = self._desk()
        here = self._place_here()
        before, self._place = self._place, None
        if here is None:
            self._place = before
            self._done("Only what is reported can be linked: no byline, date or furniture.")
        elif before is None:
            self._claim, self._place = None, here
            row, pane = self._faces("next-passage", "previous-passage"), self._faces("pane-left", "pane-right")
            again = self._faces("link-by-hand")
            self._done(f"{row} to the passage to link, {pane} to the version to unlink, then {again}; esc stops.")
        elif set(before.sentences) & set(here.sentences):
            self._done("Nothing is linked: this is where you began.")
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
            pane, again = self._faces("pane-left", "pane-right"), self._faces("add-finding")
            self._done(f"Marked: {quoted}. {pane} to another version, {again} marks its words; esc stops.")
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
