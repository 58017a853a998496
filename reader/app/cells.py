"""What one pane shows of one row: the words of a version, or that it has none, and with which sign. Pure."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from reader.app.heights import noted_by_hand, text_of
from reader.findings.kinds import FindingKind
from reader.frozen import NamedTuple
from reader.story import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.align.wording import Wording
    from reader.app.panes import Panes
    from reader.app.reading import Reading
    from reader.app.rows import Row, View
    from reader.findings.finding import Finding

#: Two texts longer than this are not compared word by word: a mark in them would help nobody, and it takes time.
LONGEST_COMPARED = 20_000


class Form(Enum):
    """What a pane shows in a row."""

    TEXT = auto()
    ABSENT = auto()  #: nothing, and nothing is missing
    MISSING = auto()  #: what the base reports is not reported
    FURNITURE = auto()  #: furniture, folded


class Sign(StrEnum):
    """The sign before the text of a cell; the names are those of ``Signs`` and ``Look``."""

    NONE = ""
    CONTRADICTION = "contradiction"
    ADDITION = "addition"
    OMISSION = "omission"
    MOVED = "moved"
    REWORDED = "reworded"


class Piece(NamedTuple):
    """A sentence in the text of a cell."""

    sentence: str
    at: int  #: where it begins in the cell's text
    start: int  #: where it begins in its paragraph's text
    length: int
    heading: bool = False

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of its paragraph is in the text of its cell; None where it isn't."""
        first, last = max(0, start - self.start), min(self.length, end - self.start)
        return (self.at + first, self.at + last) if first < last else None


class Cell(NamedTuple):
    """What one pane shows of one row."""

    form: Form
    text: str = ""
    sign: Sign = Sign.NONE
    pieces: tuple[Piece, ...] = ()
    note: str = ""  #: a quiet line under the text
    quiet: bool = False  #: metadata, and furniture where it is shown
    blocks: int = 0  #: paragraphs of furniture that are folded here, under the text where there is one

    def place(self, sentence: str, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of a sentence's paragraph is in the text of this cell; None where it isn't."""
        for piece in self.pieces:
            if piece.sentence == sentence:
                return piece.place(start, end)
        return None


#: The first passage of a row, the one after its last, a version.
_Where = tuple[int, int, str]


class Cells:
    """Cells that are the same whatever the panes: sliding a large cluster makes those anew only that come on screen."""

    def __init__(self, reading: Reading, view: View, before: Cells | None = None) -> None:
        """before: those of another view of the same reading, in which the texts are as high."""
        self.reading, self.view = reading, view
        self.cells: dict[_Where, Cell] = {}
        self.texts: dict[_Where, Cell] = {}
        #: Lines of a passage's text in a version, by the width. A text is as high in all views that show it.
        self.heights: dict[int, dict[tuple[int, str], int]] = {} if before is None else before.heights


class CellMaker:
    """Makes the cells of one set of panes and one view, each when it is asked for."""

    def __init__(
        self, reading: Reading, panes: Panes, view: View, show: Callable[[str], str], made: Cells | None = None
    ) -> None:
        """show: the article text as the terminal can show it, character for character.

        made: the cells of an earlier maker; they are used where it was of the same reading and view.
        """
        self.reading, self.panes, self.view = reading, panes, view
        self._show = show
        before = made if made is not None and made.reading is reading else None
        self.made = before if before is not None and before.view == view else Cells(reading, view, before)
        self._own = Cells(reading, view)  #: those of rows that depend on the panes

    def _made(self, row: Row) -> Cells:
        return self._own if self._is_by_hand(row) else self.made

    def cell(self, row: Row, version: str) -> Cell:
        """What the pane of a version shows in a row."""
        cells, where = self._made(row).cells, (row.first, row.end, version)
        found = cells.get(where)
        if found is None:
            found = self.unsigned(row, version)
            if found.form is Form.TEXT and not found.quiet:
                found = found._replace(sign=self._sign(row, version, [piece.sentence for piece in found.pieces]))
            cells[where] = found
        return found

    def unsigned(self, row: Row, version: str) -> Cell:
        """The same without the sign of a text: comparing its words takes time, and its height does not depend on it."""
        texts, where = self._made(row).texts, (row.first, row.end, version)
        found = texts.get(where)
        if found is None:
            found = texts[where] = self._make_cell(row, version)
        return found

    def _make_cell(self, row: Row, version: str) -> Cell:
        reading = self.reading
        ids = [s for n in range(row.first, row.end) for s in reading.passages[n].sentences.get(version, ())]
        if not ids:
            missing = FindingKind.OMISSION in self.view.kinds and any(
                (n, version) in reading.omissions for n in range(row.first, row.end)
            )
            return Cell(Form.MISSING, sign=Sign.OMISSION) if missing else Cell(Form.ABSENT)
        places = [reading.cluster.place(s) for s in ids]
        kinds = {place.paragraph.kind for place in places}
        folded = not self.view.furniture and row.first not in self.view.opened  # what is opened is a row by itself
        blocks = 0
        if folded and Kind.FURNITURE in kinds and not any(kind.tells for kind in kinds):
            blocks = len({place.paragraph.id for place in places if place.paragraph.kind is Kind.FURNITURE})
            places = [place for place in places if place.paragraph.kind is not Kind.FURNITURE]
            if not places:
                return Cell(Form.FURNITURE, blocks=blocks)
        pieces, at = [], 0
        for before, place in zip((None, *places), places, strict=False):
            at += 0 if before is None else len(place.gap(before))
            heading = place.paragraph.kind in (Kind.HEADLINE, Kind.SUBHEADING)
            length = place.sentence.end - place.sentence.start
            pieces.append(Piece(place.sentence.id, at, place.sentence.start, length, heading))
            at += length
        quiet = not any(kind.tells for kind in kinds)
        note = ""
        if any(s in reading.moved for s in ids):
            at, count = reading.stands_in(next(s for s in ids if s in reading.moved))
            note = f"from paragraph {at} of {count}"
        if self._is_by_hand(row) and noted_by_hand(reading, self.panes, row.first, version):
            note = f"{note}, set by hand" if note else "set by hand"
        text = self._show(text_of(places))
        return Cell(Form.TEXT, text, pieces=tuple(pieces), note=note, quiet=quiet, blocks=blocks)

    def _is_by_hand(self, row: Row) -> bool:
        """Whether a row is a passage that was put together or taken apart by hand."""
        by_hand = self.reading.by_hand
        return bool(by_hand) and row.end - row.first == 1 and self.reading.passages[row.first].id in by_hand

    def concerned(self, row: Row, version: str) -> list[Finding]:
        """The findings that the sign of a cell stands for."""
        cell, reading = self.cell(row, version), self.reading
        match cell.sign:
            case Sign.CONTRADICTION:
                return self.contradictions(cell)
            case Sign.ADDITION:
                found = (reading.additions.get(piece.sentence) for piece in cell.pieces)
            case Sign.OMISSION:
                found = (reading.omissions.get((k, version)) for k in range(row.first, row.end))
            case _:
                return []
        return list({finding.id: finding for finding in found if finding is not None}.values())

    def _sign(self, row: Row, version: str, ids: Sequence[str]) -> Sign:
        reading, kinds = self.reading, self.view.kinds
        if FindingKind.CONTRADICTION in kinds and any(s in reading.contradictions for s in ids):
            return Sign.CONTRADICTION
        if FindingKind.ADDITION in kinds and any(s in reading.additions for s in ids):
            return Sign.ADDITION
        if any(s in reading.moved for s in ids):
            return Sign.MOVED
        if self.view.reworded:
            differs = self.wording(row, version)
            if differs is not None and not differs.same:
                return Sign.REWORDED
        return Sign.NONE

    def wording(self, row: Row, version: str) -> Wording | None:
        """Which words differ from the version that one is compared with; None where there is nothing to compare."""
        reading = self.reading
        if reading.collation is None or row.end - row.first != 1:
            return None
        compared = reading.collation.compared(version)
        sentences = reading.passages[row.first].sentences
        if version == compared or version not in sentences or compared not in sentences:
            return None
        a, b = (joined(reading, sentences[v]) for v in (compared, version))
        if len(a) + len(b) > LONGEST_COMPARED:
            return None
        from reader.align.wording import wording  # takes as long to import as a screen to draw

        return wording(a, b, reading.cluster.version(version).language)

    def contradictions(self, cell: Cell) -> list[Finding]:
        """The contradictions that rest on words of a cell, as far as they are shown."""
        if FindingKind.CONTRADICTION not in self.view.kinds:
            return []
        found = (f for piece in cell.pieces for f in self.reading.contradictions.get(piece.sentence, ()))
        return list(dict.fromkeys(found))


def joined(reading: Reading, sentences: Sequence[str]) -> str:
    """Sentences of a passage as a cell has them, character for character."""
    return text_of([reading.cluster.place(s) for s in sentences])
