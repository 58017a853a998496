from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.app.desk import Desk
from reader.app.panes import lay_out
from reader.app.reading import Reading
from reader.app.rows import RowKind, View
from reader.app.window import nearest
from reader.collation import collate
from reader.findings.finding import FindingKind, Side
from tests.app.invented import collations, contradiction, harbour, span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.app.search import Match
    from reader.collation import Collation
    from reader.findings.finding import Evidence


def desk_of(collation: Collation | None = None, width: int = 118, height: int = 12) -> Desk:
    collation = collation or harbour()
    desk = Desk(Reading(collation.cluster, collation))
    desk.resize(width, height)
    return desk


def passage(desk: Desk) -> int:
    """The passage under the cursor."""
    return desk.row.first


COMMANDS = st.lists(
    st.sampled_from(
        [
            *("scroll 1", "scroll -1", "scroll 11", "scroll -11", "start", "end", "next", "previous", "right", "left"),
            *("row", "row back"),
            *("zoom", "all", "hide", "bring", "furniture", "fold", "narrow", "wide", "find", "match", "open", "kinds"),
        ]
    ),
    max_size=25,
)


def run(desk: Desk, command: str) -> None:
    name, _, number = command.partition(" ")
    view = desk.view
    actions: dict[str, Callable[[], object]] = {
        "scroll": lambda: desk.scroll(int(number)),
        "start": desk.to_start,
        "end": desk.to_end,
        "row": lambda: desk.go_by_row(forward=number != "back"),
        "next": lambda: desk.step(True),
        "previous": lambda: desk.step(False),
        "right": lambda: desk.focus_next(True),
        "left": lambda: desk.focus_next(False),
        "zoom": lambda: desk.zoom(True),
        "all": lambda: desk.zoom(False),
        "hide": desk.hide,
        "bring": desk.bring_back,
        "furniture": lambda: desk.look(view._replace(furniture=not view.furniture)),
        "fold": lambda: desk.look(view._replace(fold_shared=not view.fold_shared)),
        "narrow": lambda: desk.resize(50, 9),
        "wide": lambda: desk.resize(200, 30),
        "find": lambda: desk.find("ferry"),
        "match": lambda: desk.go_to_match(True),
        "open": desk.open_fold,
        "kinds": lambda: desk.look(view._replace(kinds=view.kinds ^ {FindingKind.OMISSION})),
    }
    actions[name]()


@settings(max_examples=60)
@given(collations(), COMMANDS)
def test_whatever_is_done_the_cursor_is_on_screen_and_the_focus_on_a_pane(
    collation: Collation, commands: list[str]
) -> None:
    desk = desk_of(collation)
    for command in commands:
        run(desk, command)
        top = desk.table.tops[desk.cursor]
        assert 0 <= desk.top <= desk.last_top
        assert top < desk.top + desk.height
        assert top + desk.table.heights[desk.cursor] > desk.top
        assert desk.focused in desk.order
        assert desk.zoomed in (None, desk.focused)
        assert desk.reading.base in desk.order
        if desk.finding is not None:
            assert desk.finding.kind in desk.view.kinds


def test_findings_are_gone_through_one_by_one_and_back() -> None:
    desk = desk_of()
    seen = []
    while desk.step(True):
        assert desk.finding is not None
        seen.append(desk.finding.id)
        assert desk.cursor in desk.raised
    assert seen == ["c1", "o1", "o2", "o3", "o4", "a1", "a2"]
    back = []
    while desk.step(False):
        assert desk.finding is not None
        back.append(desk.finding.id)
    assert back == seen[-2::-1]


def test_a_step_brings_the_version_on_screen_that_it_speaks_of() -> None:
    desk = desk_of(width=80)
    assert desk.panes.versions == ("v1", "v2")
    desk.step(True)
    assert desk.finding is not None
    assert desk.finding.id == "c1"
    assert desk.panes.versions == ("v1", "v2")  # both sides are on screen
    desk.step(True)
    assert desk.panes.versions == ("v1", "v3")  # the version that leaves it out


@pytest.mark.parametrize(("height", "together"), [(40, True), (12, True), (4, False)])
def test_what_stands_in_two_rows_is_on_screen_at_once_where_it_fits(height: int, together: bool) -> None:
    made = harbour()
    finding = made.findings[0]
    far = next(p for p in made.passages if "v2" in p.sentences and finding.passage != p.id)
    evidence = replace(finding.sides[1].evidence[0], sentence=far.sentences["v2"][0], start=0, end=1)
    apart = replace(finding, sides=(finding.sides[0], replace(finding.sides[1], evidence=(evidence,))))
    desk = desk_of(replace(made, findings=(apart, *made.findings[1:])), height=height)
    desk.step(True)
    assert desk.finding is apart
    rows = [desk.table.row_of[n] for n in desk.reading.numbers(apart)]
    assert len(set(rows)) == 2
    assert desk.on_screen(rows[0]) == 0
    assert (desk.on_screen(rows[1]) == 0) is together


def test_a_step_on_the_same_screen_does_not_scroll() -> None:
    desk = desk_of(height=40, width=198)
    desk.step(True)
    top = desk.top
    desk.step(True)
    assert desk.top == top


def test_only_contradictions() -> None:
    desk = desk_of()
    assert desk.step(True, FindingKind.CONTRADICTION)
    assert not desk.step(True, FindingKind.CONTRADICTION)


def test_scrolling_past_the_end_goes_on_by_rows() -> None:
    desk = desk_of(height=200)
    assert desk.last_top == 0
    start = desk.cursor
    assert desk.scroll(1)
    assert desk.cursor == start + 1
    desk.to_end()
    assert not desk.scroll(1)


def test_scrolling_takes_the_cursor_along() -> None:
    desk = desk_of(height=8)
    desk.scroll(7)
    assert desk.table.tops[desk.cursor] >= desk.top
    desk.scroll(-7)
    assert desk.top == 0


def test_resizing_keeps_the_passage_in_place() -> None:
    desk = desk_of(height=10)
    desk.step(True)
    for _ in range(3):
        desk.step(True)
    before = passage(desk)
    at = desk.table.tops[desk.cursor] - desk.top
    desk.resize(160, 10)
    assert passage(desk) == before
    assert desk.table.tops[desk.cursor] - desk.top == at or desk.top in (0, desk.last_top)
    desk.resize(50, 10)
    assert passage(desk) == before


def test_the_collation_arrives_without_taking_the_place_away() -> None:
    collation = harbour()
    desk = Desk(Reading(collation.cluster))
    desk.resize(198, 6)
    desk.scroll(5)
    sentence = desk.sentence
    assert sentence is not None
    desk.replace_reading(Reading(collation.cluster, collation))
    assert desk.reading.index_of[sentence] in range(desk.row.first, desk.row.end)


def test_before_anything_was_done_the_collation_is_shown_from_its_beginning() -> None:
    collation = harbour()
    desk = Desk(Reading(collation.cluster))
    desk.resize(118, 12)
    desk.replace_reading(Reading(collation.cluster, collation))
    assert (desk.top, desk.cursor) == (0, 0)


def test_a_version_of_another_event_stands_last() -> None:
    assert desk_of().order[-1] == "v5"


def test_focus_moves_and_slides() -> None:
    desk = desk_of(width=80)
    assert desk.focused == "v1"
    desk.focus_next(True)
    assert (desk.focused, desk.panes.versions) == ("v2", ("v1", "v2"))
    desk.focus_next(True)
    assert (desk.focused, desk.panes.versions) == ("v3", ("v1", "v3"))
    desk.focus_next(False)
    desk.focus_next(False)
    assert desk.focused == "v1"
    assert not desk.focus_next(False)


def test_hiding_and_bringing_back() -> None:
    desk = desk_of(width=198)
    assert not desk.hide()  # the base stays
    desk.focus("v2")
    assert desk.hide()
    assert desk.order == ("v1", "v3", "v4", "v5")
    assert desk.focused == "v3"
    assert all(step.finding.version != "v2" for step in desk.steps.all)
    assert desk.bring_back() == 1
    assert len(desk.order) == 5


def test_two_versions_always_stay() -> None:
    desk = desk_of(width=198)
    for version in ("v2", "v3", "v4"):
        desk.focus(version)
        desk.hide()
    desk.focus("v5")
    assert not desk.hide()
    assert desk.order == ("v1", "v5")


def test_a_version_of_another_event_takes_no_pane_until_it_is_gone_to() -> None:
    desk = desk_of(width=198)
    assert desk.panes.versions == ("v1", "v2", "v3", "v4")
    assert desk.panes.slides
    desk.focus("v5")
    assert desk.panes.versions == ("v1", "v3", "v4", "v5")


def test_where_all_others_are_hidden_a_version_of_another_event_has_a_pane() -> None:
    desk = desk_of(width=198)
    for version in ("v2", "v3", "v4"):
        desk.focus(version)
        desk.hide()
    assert desk.panes.versions == ("v1", "v5")


def test_zooming() -> None:
    desk = desk_of(width=198)
    desk.focus("v3")
    desk.zoom(True)
    assert desk.panes.versions == ("v3",)
    desk.focus_next(True)
    assert desk.panes.versions == ("v4",)
    desk.zoom(False)
    assert desk.panes == lay_out(desk.order, 198, most=4)
    assert desk.focused == "v4"


def test_a_search_goes_round_and_counts() -> None:
    desk = desk_of(width=80, height=8)
    assert desk.find("PASSENGERS") == 4
    seen = []
    for _ in range(5):
        assert desk.go_to_match(True)
        assert desk.match is not None
        assert desk.match.version in desk.panes.versions
        seen.append(desk.match.sentence)
    assert seen == ["v1.p4.s1", "v2.p1.s1", "v3.p2.s1", "v4.p1.s1", "v1.p4.s1"]
    assert desk.go_to_match(False)
    assert desk.match is not None
    assert desk.match.sentence == "v4.p1.s1"
    assert desk.find("zebra") == 0
    assert not desk.go_to_match(True)


def test_a_match_in_folded_furniture_unfolds_it() -> None:
    desk = desk_of(width=198)
    desk.find("newsroom")
    desk.go_to_match(True)
    assert desk.row.kind is RowKind.PASSAGE
    assert [piece.sentence for piece in desk.table.cell(desk.cursor, "v1").pieces] == ["v1.p5.s1"]


def test_a_match_in_a_hidden_version_brings_it_back() -> None:
    desk = desk_of(width=198)
    desk.focus("v2")
    desk.hide()
    desk.find("164")
    desk.go_to_match(True)
    assert "v2" in desk.panes.versions


def test_a_folded_row_can_be_opened() -> None:
    desk = desk_of(width=198)
    desk.point(desk.table.tops[desk.table.row_of[5]])
    kinds = [desk.row.kind]
    assert desk.open_fold()
    kinds.append(desk.row.kind)
    assert kinds == [RowKind.FURNITURE, RowKind.PASSAGE]
    assert not desk.open_fold()


def test_opening_a_line_of_passages_elsewhere_goes_to_their_version() -> None:
    desk = desk_of(width=80, height=60)
    desk.point(desk.table.tops[desk.table.row_of[9]])
    assert desk.row.kind is RowKind.ELSEWHERE
    assert desk.open_fold()
    assert "v4" in desk.panes.versions


def test_hiding_a_kind_lets_go_of_its_finding() -> None:
    desk = desk_of()
    desk.step(True)
    desk.look(View(kinds=frozenset({FindingKind.ADDITION})))
    assert desk.finding is None or desk.finding.kind is FindingKind.ADDITION


def test_going_to_a_finding_of_a_hidden_kind_shows_it() -> None:
    desk = desk_of()
    desk.look(View(kinds=frozenset()))
    finding = desk.reading.findings[0]
    desk.go_to(finding)
    assert desk.finding == finding
    assert finding.kind in desk.view.kinds


@given(st.integers(0, 200), st.lists(st.tuples(st.integers(5, 200), st.integers(1, 60)), min_size=1, max_size=8))
def test_at_another_size_the_passage_under_the_cursor_is_on_screen(lines: int, sizes: list[tuple[int, int]]) -> None:
    desk = desk_of()
    desk.scroll(lines)
    here = passage(desk)
    for size in sizes:
        desk.resize(*size)
        assert passage(desk) == here
        first, height = desk.table.tops[desk.cursor] - desk.top, desk.table.heights[desk.cursor]
        assert min(height, desk.height) <= min(first + height, desk.height) - max(first, 0) + 1  # a blank may be off


@pytest.mark.parametrize("width", [118, 50])
def test_of_a_row_higher_than_the_screen_the_words_of_the_finding_are_shown(tmp_path: Path, width: int) -> None:
    before = "Nobody had expected the bridge over the Tarn at Odde, which carries the coast road and much freight,"
    for outlet, day in (("herald", "Friday"), ("courier", "Thursday")):
        told = f"{before} to be shut, but it closed on {day} after a crack was found in its western pier."
        (tmp_path / f"{outlet}.txt").write_text(f"Lorries wait\n\n{told}\n\nNo date is given.\n", "utf-8")
    desk = desk_of(collate(reader.load(tmp_path)), width, 2)
    (finding,) = (f for f in desk.reading.findings if f.kind is FindingKind.CONTRADICTION)
    desk.go_to(finding)
    row = desk.cursor
    assert desk.table.heights[row] - 1 > desk.height

    def seen(one: Evidence | Match) -> bool:
        line = desk.table.line_of(row, one)
        return line is not None and 0 <= desk.table.tops[row] + line - desk.top < desk.height

    shown = [seen(side.evidence[0]) for side in finding.sides]
    number = desk.reading.numbers(finding)[0]
    assert [not desk.way_to(number, side.evidence[0]) for side in finding.sides] == shown
    assert sum(shown) == (2 if width == 118 else 1), "the panes stand under each other where it is narrow"
    desk.scroll(-9)
    assert all(desk.way_to(number, side.evidence[0]) == 1 for side in finding.sides)
    assert not any(seen(side.evidence[0]) for side in finding.sides)
    assert desk.find("western pier") == 2
    for _ in range(2):
        desk.go_to_match(True)
        assert desk.match is not None
        assert seen(desk.match)
    desk.zoom(True)
    desk.go_to(finding)
    assert desk.table.line_of(desk.cursor, replace(finding.sides[0].evidence[0], version="v9")) is None


def test_a_finding_is_gone_to_where_its_words_are_in_a_pane() -> None:
    """Its own passage may have those of one side only, or in a version that is not on screen."""
    made = harbour()
    by_id = {passage.id: passage for passage in made.passages}
    sides = (
        Side("all", (span(made, "v2.p2.s1", "All"), span(made, "v1.p7.s1", "Divers"))),
        Side("divers", (span(made, "v3.p1.s1", "Divers"),)),
    )
    finding = contradiction("c2", by_id["g5"], sides)
    made = replace(made, findings=(*made.findings, finding))
    for width, panes in ((78, ("v1", "v3")), (198, ("v1", "v2", "v3", "v4"))):
        desk = desk_of(made, width)
        desk.go_to(finding)
        assert desk.panes.versions == panes
        assert made.passages[desk.row.first].id == "g8"
        desk.go_to(made.findings[0])
        assert made.passages[desk.row.first].id == "g4"


def test_of_each_side_the_words_that_lie_nearest_to_the_others() -> None:
    assert nearest([[4]]) == (4, 4)
    assert nearest([[6, 13, 20, 30], [26]]) == (26, 30)
    assert nearest([[1, 20], [10], [12, 40]]) == (10, 20)
    assert nearest([[1, 5], [2, 90]]) == (1, 2)
