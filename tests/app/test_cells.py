"""What a pane shows of a row: words, their sign, or that there are none."""

from __future__ import annotations

import pytest

import reader
from reader.app.cells import Form, Sign
from reader.app.reading import Reading
from reader.app.rows import View
from reader.collation import collate
from reader.sources.examples import example_path
from tests.app.test_rows import row_with, table_of


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
