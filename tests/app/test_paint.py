"""Rows that are painted part by part: the parts are the whole, and only what is asked for is painted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.align.links import Alignment, Passage
from reader.app import paint
from reader.app.brush import Brush
from reader.app.desk import Desk
from reader.app.look import look
from reader.app.paint import STACKED, paint_row, unstacked
from reader.app.reading import Reading
from reader.app.signs import ASCII, UNICODE, Signs
from reader.app.theming import load_themes
from reader.collation import Collation
from reader.story import Cluster, Kind
from tests.app.invented import collations, version
from tests.app.stories import collation


def brush_of(of: Collation, width: int, query: str = "") -> tuple[Brush, Desk]:
    desk = Desk(Reading(of.cluster, of))
    desk.resize(width, 20)
    if query:
        desk.find(query)
        desk.go_to_match(forward=True)
    desk.step(True)
    brush = Brush(
        *(desk.table, look(load_themes()[0][0]), UNICODE, width),
        search=desk.search,
        match=desk.match,
        verdict=lambda findings: "confirmed" if findings[0].confidence > 0.5 else "",
        noted=lambda finding: True,
    )
    return brush, desk


@settings(max_examples=60)
@given(collations(), st.sampled_from((30, 52, 100, 180)), st.integers(1, 7), st.sampled_from(("", "ferry")))
def test_the_parts_of_a_row_are_the_row(of: Collation, width: int, size: int, query: str) -> None:
    brush, desk = brush_of(of, width, query)
    for n, height in enumerate(desk.table.heights):
        for raised in (0, 2, height):
            whole = paint_row(brush, n, raised, desk.finding)
            assert len(whole) == height
            parts = [
                paint_row(brush, n, raised, desk.finding, part=range(at, at + size)) for at in range(0, height, size)
            ]
            assert [strip for part in parts for strip in part] == whole


@pytest.mark.parametrize("width", [40, 120])
def test_of_a_row_as_long_as_a_book_only_a_part_is_painted(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [f"The ferry {n} ran aground off Lindholm with {n} passengers on board." for n in range(2_000)]
    versions = (version(1, [(Kind.BODY, sentences)]), version(2, [(Kind.BODY, ["A ferry ran aground."])]))
    every = {v.id: tuple(s.id for p in v.paragraphs for s in p.sentences) for v in versions}
    of = Collation(Cluster("A ferry", versions), Alignment((), (Passage("g1", every),), "v1", {}), (), {})
    brush, desk = brush_of(of, width)
    painted = []
    marked = paint._marked

    def counted(brush: Brush, *of_line: object) -> object:
        painted.append(of_line)
        return marked(brush, *of_line)  # type: ignore[arg-type]

    monkeypatch.setattr(paint, "_marked", counted)
    row = max(range(len(desk.table.heights)), key=desk.table.heights.__getitem__)
    assert desk.table.heights[row] > 1_000
    strips = paint_row(brush, row, 2, part=range(900, 940))
    assert len(strips) == 40
    assert any("passengers" in "".join(segment.text for segment in strip) for strip in strips)
    assert len(painted) <= 42


def test_past_the_last_line_there_is_nothing() -> None:
    brush, desk = brush_of(collation(), 100)
    height = desk.table.heights[0]
    assert len(paint_row(brush, 0, 0, part=range(height - 1, height + 50))) == 1
    assert paint_row(brush, 0, 0, part=range(height, height + 50)) == []


@given(st.text(st.sampled_from("ae\u0301\u0323日👩\u200d👍🏽 \u0e33"), max_size=200))
def test_letters_keep_their_cells_and_their_first_marks(text: str) -> None:
    shown = unstacked(text)
    assert cell_len(shown) == cell_len(text)
    assert len(text) > cell_len(text) + STACKED or shown == text


def test_of_a_million_marks_on_a_letter_few_are_sent() -> None:
    assert unstacked("a" + "\u0301" * 1_000_000 + "b") == "a" + "\u0301" * STACKED + "b"


@pytest.mark.parametrize("width", [50, 118])
@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_the_current_row_has_a_sign_where_there_is_no_finding_too(width: int, signs: Signs) -> None:
    brush, desk = brush_of(collation(), width)
    desk.look(desk.view._replace(kinds=frozenset()))
    brush = brush._replace(table=desk.table, signs=signs, verdict=None, noted=None)
    for n, height in enumerate(desk.table.heights):
        if height:
            first, *others = paint_row(brush, n, 3)
            assert first.text.startswith(signs.cursor)
            assert first.text[1:] == paint_row(brush, n, 0)[0].text[1:]
            assert not any(line.text.startswith(signs.cursor) for line in others)
