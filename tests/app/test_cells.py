"""What a pane shows of a row: words, their sign, or that there are none."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import reader
from reader.app.cells import CellMaker, Form, Sign, joined
from reader.app.desk import Desk
from reader.app.reading import Reading
from reader.app.rows import Row, RowKind, View
from reader.collation import collate
from reader.sources.examples import example_path
from reader.story import in_one_line
from tests.app.test_rows import row_with, table_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("passage", "version", "sign"),
    [
        (3, "v1", Sign.CONTRADICTION),
        (3, "v2", Sign.CONTRADICTION),
        (4, "v1", Sign.NONE),
        (4, "v2", Sign.REWORDED),
        (4, "v3", Sign.OMISSION),
        (7, "v3", Sign.MOVED),
        (8, "v2", Sign.ADDITION),
        (9, "v4", Sign.ADDITION),
        (10, "v5", Sign.NONE),
    ],
)
def test_signs(passage: int, version: str, sign: Sign) -> None:
    table = table_of()
    assert table.cell(row_with(table, passage), version).sign is sign


def test_what_nobody_has_to_report_is_not_missing() -> None:
    table = table_of()
    assert table.cell(row_with(table, 4), "v3").form is Form.MISSING
    assert table.cell(row_with(table, 8), "v1").form is Form.ABSENT
    assert table.cell(row_with(table, 4), "v5").form is Form.ABSENT


def test_a_moved_passage_says_where_it_stood() -> None:
    table = table_of()
    assert table.cell(row_with(table, 7), "v3").note == "from paragraph 1 of 2"


def test_under_revisions_what_moved_is_told_where_it_moved() -> None:
    made = collate(reader.load(example_path("boil-water")), revisions=True)
    moved = {sentence.split(".")[0] for sentence in Reading(made.cluster, made).moved}
    assert moved == {"v5"}, "not in the revisions after it, which have it where the one before has it"


def test_hidden_kinds_leave_no_signs() -> None:
    table = table_of(view=View(kinds=frozenset(), reworded=False))
    signs = {table.cell(n, v).sign for n in range(len(table.rows)) for v in table.panes.versions}
    assert signs <= {Sign.NONE, Sign.MOVED}


def test_sentences_that_touch_in_the_text_touch_on_screen(tmp_path: Path) -> None:
    """As in Japanese; and what is marked in them stands where it did."""
    (tmp_path / "asa.txt").write_text("橋が通行止めになった。バス12台が遅れた。けが人はいない。\n", "utf-8")
    (tmp_path / "hiru.txt").write_text("橋が通行止めになった。バス14台が遅れた。 けが人はいない。\n", "utf-8")
    collation = reader.collate(reader.load(tmp_path))
    ids = tuple(s.id for s in collation.cluster.versions[0].paragraphs[0].sentences)
    reading = Reading(collation.cluster, collation)
    assert joined(reading, ids) == "橋が通行止めになった。バス12台が遅れた。けが人はいない。"
    assert joined(reading, (ids[0], ids[2])) == "橋が通行止めになった。\nけが人はいない。"
    desk = Desk(reading)
    desk.resize(120, 20)
    cell = CellMaker(reading, desk.panes, desk.view, str).unsigned(Row(RowKind.PASSAGE, 0, len(ids)), "v1")
    assert cell.text == "橋が通行止めになった。バス12台が遅れた。けが人はいない。"
    for piece in cell.pieces:
        assert cell.text[piece.at : piece.at + piece.length] == collation.cluster.place(piece.sentence).text
    places = collation.cluster.places("v2")
    assert (
        in_one_line(places, lambda place: f"<{place.text}>").split("><", 1)[1]
        == "バス14台が遅れた。> <けが人はいない。>"
    )
    for one, other in pairwise(places):
        assert other.gap(one) in ("", " ")
        assert one.gap(other) == " "
