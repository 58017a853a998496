from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import reader
from reader.align.links import Alignment, Passage
from reader.app.cells import Form, Sign
from reader.app.marks import Tint, marks
from reader.app.panes import lay_out
from reader.app.reading import Reading
from reader.app.rows import RowKind, Table, View
from reader.app.wrap import wrap
from reader.collation import Collation, collate
from reader.findings.finding import FindingKind, Side
from reader.story import Cluster, Kind
from tests.app.invented import collations, contradiction, harbour, omission, span
from tests.app.invented import version as invented_version

FEW = settings(max_examples=40)
VIEWS = st.builds(
    View,
    furniture=st.booleans(),
    fold_shared=st.booleans(),
    reworded=st.booleans(),
    kinds=st.sets(st.sampled_from(FindingKind)).map(frozenset),
    opened=st.sets(st.integers(0, 6), max_size=3).map(frozenset),
)


def table_of(collation: Collation | None = None, width: int = 198, view: View | None = None) -> Table:
    reading = Reading((collation or harbour()).cluster, collation or harbour())
    return Table(reading, lay_out(reading.order, width), view or View())


@FEW
@given(collations(), VIEWS, st.integers(40, 300))
def test_rows_hold_every_passage_once_in_order(collation: Collation, view: View, width: int) -> None:
    table = table_of(collation, width, view)
    covered = [n for row in table.rows for n in range(row.first, row.end)]
    assert covered == list(range(len(collation.passages)))
    assert [table.row_of[n] for n in covered] == [
        k for k, row in enumerate(table.rows) for _ in range(row.first, row.end)
    ]


@FEW
@given(collations(), st.booleans())
def test_with_everything_unfolded_every_sentence_is_on_screen_exactly_once(collation: Collation, aligned: bool) -> None:
    reading = Reading(collation.cluster, collation if aligned else None)
    table = Table(reading, lay_out(reading.order, 1000), View(furniture=True))
    seen = Counter(
        piece.sentence for n in range(len(table.rows)) for v in reading.order for piece in table.cell(n, v).pieces
    )
    assert seen == Counter(p.sentence.id for v in collation.cluster.versions for p in collation.cluster.places(v.id))
    for n in range(len(table.rows)):
        for v in reading.order:
            cell = table.cell(n, v)
            for piece in cell.pieces:
                place = collation.cluster.place(piece.sentence)
                assert cell.text[piece.at : piece.at + piece.length] == place.text


@FEW
@given(collations(), VIEWS, VIEWS, st.integers(30, 300), st.sets(st.integers(1, 6)))
def test_a_row_is_as_high_as_its_tallest_cell_and_one_blank_line(
    collation: Collation, before: View, view: View, width: int, by_hand: set[int]
) -> None:
    names = frozenset(collation.passages[n].id for n in by_hand if n < len(collation.passages))
    reading = Reading(collation.cluster, collation, names)
    panes = lay_out(reading.order, width)
    other = Table(reading, panes, before)
    assert len(other.heights) == len(other.rows)
    table = Table(reading, panes, view, made=other.made)
    for n, row in enumerate(table.rows):
        cells = [table.cell(n, v) for v in panes.versions]
        if panes.stacked and row.kind in (RowKind.PASSAGE, RowKind.FURNITURE):
            told = [table.cell_height(c) + 1 for c in cells if c.form in (Form.TEXT, Form.FURNITURE)]
            assert table.heights[n] == sum(told) + any(c.form is Form.MISSING for c in cells) + 1
            assert len(table.stack(n)) == table.heights[n] - 1
        elif row.kind is RowKind.PASSAGE:
            assert table.heights[n] == max(map(table.cell_height, cells)) + 1
    assert table.tops[-1] == sum(table.heights)


def test_a_revision_that_lacks_a_part_of_a_passage_has_no_line_that_says_so_in_one_column() -> None:
    texts = (["The ferry is stuck.", "It is old."], ["The ferry is stuck."], ["The ferry is stuck.", "It is old."])
    versions = tuple(invented_version(n, [(Kind.BODY, told)]) for n, told in enumerate(texts, 1))
    ids = {v.id: tuple(place.sentence.id for place in Cluster("", versions).places(v.id)) for v in versions}
    passage = Passage("g1", ids)
    finding = omission("f1", passage, "v2", "v1")
    made = Collation(Cluster("", versions), Alignment((), (passage,), "v1", {}), (finding,), {})
    reading = Reading(made.cluster, made)
    table = Table(reading, lay_out(reading.order, 40), View())
    assert table.panes.stacked
    assert not any(cell.form is Form.MISSING for _, cell in table.stack(0))
    assert table.heights == [len(table.stack(0)) + 1]


def test_words_in_paragraphs_of_their_own_are_as_high_as_they_are_long() -> None:
    words = [(Kind.BODY, [text]) for text in ("Ferry", "Stuck.", "見る。", "Unputdownable-and-unsinkable", "Two words")]
    collation = collate(reader.Cluster("", (invented_version(1, words), invented_version(2, words))))
    reading = Reading(collation.cluster, collation)
    for width in (12, 34, 60, 90):
        table = Table(reading, lay_out(reading.order, width), View())
        for n in range(len(table.rows)):
            shown = [table.cell(n, v) for v in table.panes.versions]
            lines = [len(wrap(cell.text, table.panes.text_width)) for cell in shown]
            assert table.heights[n] == (sum(lines) + 2 if table.panes.stacked else max(lines)) + 1


@FEW
@given(collations(), st.integers(40, 300))
def test_marks_are_whole_in_order_and_inside_the_text(collation: Collation, width: int) -> None:
    table = table_of(collation, width)
    for n in range(len(table.rows)):
        for version in table.panes.versions:
            end = 0
            for mark in marks(table, n, version):
                assert end <= mark.start < mark.end <= len(table.cell(n, version).text)
                end = mark.end


@FEW
@given(collations(), VIEWS, VIEWS, st.lists(st.tuples(st.integers(40, 300), st.integers(0, 4)), min_size=2, max_size=4))
def test_cells_that_were_made_for_other_panes_are_as_if_made_anew(
    collation: Collation, view: View, other: View, places: list[tuple[int, int]]
) -> None:
    by_hand = frozenset(passage.id for passage in collation.passages[::3])
    reading = Reading(collation.cluster, collation, by_hand)
    table = None
    for n, (width, first) in enumerate(places):
        panes, look = lay_out(reading.order, width, first=first), other if n == 1 else view
        table = Table(reading, panes, look, made=table.made if table else None)
        fresh = Table(reading, panes, look)
        assert table.tops == fresh.tops
        assert [table.cell(n, v) for n in range(len(table.rows)) for v in panes.versions] == [
            fresh.cell(n, v) for n in range(len(fresh.rows)) for v in panes.versions
        ]


@FEW
@given(collations(), st.integers(40, 300))
def test_lines_fit_their_pane(collation: Collation, width: int) -> None:
    table = table_of(collation, width)
    for n in range(len(table.rows)):
        for version in table.panes.versions:
            text = table.cell(n, version).text
            assert all(cell_len(text[a:b]) <= table.panes.text_width for a, b in wrap(text, table.panes.text_width))


def row_with(table: Table, passage: int) -> int:
    return table.row_of[passage]


def test_furniture_is_one_quiet_row_that_says_how_much_it_is() -> None:
    table = table_of()
    n = row_with(table, 5)
    assert table.rows[n].kind is RowKind.FURNITURE
    assert (table.rows[n].first, table.rows[n].end) == (5, 7)
    cell = table.cell(n, "v1")
    assert (cell.form, cell.blocks) == (Form.FURNITURE, 2)
    assert table.heights[n] == 2


def test_furniture_can_be_shown() -> None:
    table = table_of(view=View(furniture=True))
    assert table.rows[row_with(table, 5)].kind is RowKind.PASSAGE
    assert table.cell(row_with(table, 5), "v1").text == "Support our newsroom."
    assert table.cell(row_with(table, 5), "v1").quiet


def test_neighbouring_metadata_is_one_row_without_a_blank_line() -> None:
    table = table_of()
    n = row_with(table, 1)
    assert (table.rows[n].first, table.rows[n].end) == (1, 3)
    assert table.cell(n, "v1").text == "By Maja Ekdahl\n30 November 2024"
    assert table.cell(n, "v1").quiet


def around_the_article() -> Collation:
    """Three versions with metadata and furniture before what they tell, none of which belongs together."""
    versions = (
        invented_version(1, [(Kind.METADATA, ["By Maja Ekdahl"]), (Kind.BODY, ["The ferry ran aground."])]),
        invented_version(
            2,
            [
                (Kind.METADATA, ["Updated at noon"]),
                (Kind.FURNITURE, ["Support our newsroom."]),
                (Kind.FURNITURE, ["Share this."]),
                (Kind.BODY, ["A ferry ran aground."]),
            ],
        ),
        invented_version(3, [(Kind.METADATA, ["By Tom Rask"]), (Kind.BODY, ["Ferry aground."])]),
    )
    alone = [(v.id, s.id) for v in versions for p in v.paragraphs if not p.kind.tells for s in p.sentences]
    alone.sort(key=lambda of: {"v1": 0, "v3": 1, "v2": 2}[of[0]])
    passages = [Passage(f"g{n}", {v: (s,)}) for n, (v, s) in enumerate(alone, 1)]
    told = {v.id: (v.paragraphs[-1].sentences[0].id,) for v in versions}
    cluster = Cluster("A ferry", versions)
    return Collation(cluster, Alignment((), (*passages, Passage("g9", told)), "v1", {}), (), {})


def test_what_stands_around_the_articles_is_one_row() -> None:
    table = table_of(around_the_article())
    assert [(row.kind, row.end - row.first) for row in table.rows] == [(RowKind.FURNITURE, 5), (RowKind.PASSAGE, 1)]
    cell = table.cell(0, "v2")
    assert (cell.form, cell.text, cell.blocks, cell.quiet) == (Form.TEXT, "Updated at noon", 2, True)
    assert table.heights[0] == 3  # with the line that says what is folded, and the blank one


def test_what_stands_around_the_article_of_a_version_off_screen_does_not_part_the_others() -> None:
    collation = around_the_article()
    reading = Reading(collation.cluster, collation)
    table = Table(reading, lay_out(reading.order, 80, first=1), View())
    assert table.panes.versions == ("v1", "v2")
    assert [(row.kind, row.end - row.first) for row in table.rows] == [(RowKind.FURNITURE, 5), (RowKind.PASSAGE, 1)]


def test_furniture_that_is_opened_is_a_row_by_itself() -> None:
    table = table_of(around_the_article(), view=View(opened=frozenset({3})))
    assert [row.end - row.first for row in table.rows] == [3, 1, 1, 1]
    assert table.cell(1, "v2").text == "Support our newsroom."


def test_what_all_versions_report_is_folded_unless_they_disagree() -> None:
    collation = harbour()
    reading = Reading(collation.cluster, collation)
    assert [n for n, shared in enumerate(reading.shared) if shared] == [3]
    view = View(fold_shared=True)
    assert table_of(view=view).rows[row_with(table_of(view=view), 3)].kind is RowKind.PASSAGE
    quiet = View(fold_shared=True, kinds=frozenset())
    folded = table_of(view=quiet)
    assert folded.rows[row_with(folded, 3)].kind is RowKind.SHARED


def test_passages_of_versions_that_are_not_on_screen_are_one_line_that_names_them() -> None:
    table = table_of(width=80)
    n = row_with(table, 9)
    assert table.panes.versions == ("v1", "v2")
    assert table.rows[n].kind is RowKind.ELSEWHERE
    assert table.told(n) == (2, ("v4", "v5"))
    assert table.heights[n] == 2


def test_contradicting_words_are_marked_and_nothing_else_beside_them() -> None:
    table = table_of()
    n = row_with(table, 3)
    for version, words in (("v1", "140"), ("v2", "164")):
        found = marks(table, n, version)
        assert [table.cell(n, version).text[m.start : m.end] for m in found] == [words]
        assert [m.tint for m in found] == [Tint.CONTRADICTION]


def test_of_two_contradictions_in_a_row_the_current_one_is_louder() -> None:
    collation = harbour()
    ferry = contradiction(
        "c2",
        collation.passages[3],
        tuple(Side("ferry", (span(collation, s, "ferry"),)) for s in ("v1.p4.s1", "v2.p1.s1")),
    )
    both = replace(collation, findings=(*collation.findings, ferry))
    table = table_of(both)
    n = row_with(table, 3)
    assert {m.tint for m in marks(table, n, "v1")} == {Tint.CONTRADICTION}
    found = {table.cell(n, "v1").text[m.start : m.end]: m.tint for m in marks(table, n, "v1", current=ferry)}
    assert found == {"ferry": Tint.CONTRADICTION, "140": Tint.OTHER_CONTRADICTION}


def test_reworded_words_are_marked_only_when_wanted() -> None:
    table = table_of()
    n = row_with(table, 7)
    assert [table.cell(n, "v3").text[m.start : m.end] for m in marks(table, n, "v3")] == ["examine"]
    plain = table_of(view=View(reworded=False))
    assert marks(plain, row_with(plain, 7), "v3") == []


def test_before_there_is_a_collation_paragraphs_stand_beside_each_other() -> None:
    cluster = harbour().cluster
    reading = Reading(cluster)
    table = Table(reading, lay_out(reading.order, 198), View())
    assert table.cell(0, "v1").text == "Ferry aground off Lindholm"
    assert table.cell(0, "v2").text == "The ferry Aurelia ran aground off Lindholm with 164 passengers."
    assert all(table.cell(n, v).sign is Sign.NONE for n in range(len(table.rows)) for v in reading.order)


def test_one_column_names_each_version_above_its_words() -> None:
    table = table_of(width=50)
    n = row_with(table, 4)
    versions = [version for version, _ in table.stack(n)]
    assert versions[0] == "v1"
    assert versions[-1] == ""  # the line that says who does not report it
    assert table.heights[n] == len(versions) + 1
