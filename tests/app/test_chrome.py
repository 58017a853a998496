from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app import chrome
from reader.app.desk import Desk
from reader.app.look import look
from reader.app.overview import marks_of, seen
from reader.app.reading import Reading
from reader.app.signs import ASCII, UNICODE
from reader.app.theming import load_shipped
from reader.findings.finding import FindingKind
from tests.app.invented import collations, harbour

if TYPE_CHECKING:
    from reader.app.fit import Part
    from reader.collation import Collation
    from reader.story import Version

THEME = load_shipped("dark")
assert THEME is not None
LOOK = look(THEME)


def desk_of(width: int = 118, height: int = 12) -> Desk:
    collation = harbour()
    desk = Desk(Reading(collation.cluster, collation))
    desk.resize(width, height)
    return desk


def text(parts: list[Part]) -> str:
    return "".join(words for words, _ in parts)


@pytest.mark.parametrize("width", [30, 60, 120])
def test_the_head_fills_its_line_and_cuts_the_title_first(width: int) -> None:
    line = text(chrome.head(desk_of(), width, LOOK, UNICODE, progress=None, notices=0))
    assert cell_len(line) == width
    assert line.endswith("≠ 1   + 2   − 4 ")
    assert line.startswith(" Fer")


def test_the_head_counts_what_is_hidden_or_zoomed_away_too() -> None:
    desk = desk_of()
    desk.zoom(True)
    assert "+ 2   − 4" in text(chrome.head(desk, 100, LOOK, UNICODE, progress=None, notices=0))
    desk.look(desk.view._replace(kinds=frozenset({FindingKind.ADDITION})))
    assert "≠ off   + 2   − off" in text(chrome.head(desk, 100, LOOK, UNICODE, progress=None, notices=0))


def test_the_head_shows_progress_and_notices() -> None:
    line = text(chrome.head(desk_of(), 100, LOOK, ASCII, progress=0.5, notices=1))
    assert line.endswith("1 notice   comparing #####.....  50 % ")
    assert "0 %" in text(chrome.progress_bar(-1, LOOK, ASCII))
    assert text(chrome.progress_bar(0, LOOK, ASCII)) == "comparing "


def test_the_names_stand_above_their_panes() -> None:
    desk = desk_of()
    names, rule = (text(line) for line in chrome.heads(desk, 120, LOOK, UNICODE))
    each = desk.panes.width + 1
    assert names.startswith(" ● harbour-post")
    assert names[each:].startswith(" 2 coast-radio")
    assert [n for n, c in enumerate(rule) if c == "┼"] == [each - 1, 2 * each - 1]
    assert len(rule) == 120
    assert names.rstrip().endswith("2-3 of 5 ▸")


def test_the_key_of_a_version_stands_before_its_name() -> None:
    desk = desk_of()
    desk.focus("v5")
    assert " 5 old-news" in text(chrome.heads(desk, 120, LOOK, UNICODE)[0])
    desk.focus("v2")
    assert desk.hide()
    assert " 2 island-daily" in text(chrome.heads(desk, 120, LOOK, UNICODE)[0]), "what is hidden has no key"


def test_a_long_name_leaves_room_for_where_one_is() -> None:
    collation = harbour()
    first, second, third, *others = collation.cluster.versions
    versions: tuple[Version, ...] = (first, second, replace(third, outlet="x" * 90), *others)
    desk = Desk(Reading(replace(collation.cluster, versions=versions), collation))
    desk.resize(118, 12)
    names = text(chrome.heads(desk, 120, LOOK, UNICODE)[0])
    assert "x…" in names
    assert names.rstrip().endswith("2-3 of 5 ▸")
    assert cell_len(names) <= 120


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2024-11-30", "30 Nov"),
        ("2024-11-30T06:35:00+00:00", "30 Nov 06:35"),
        ("2024-03-01T00:00", "1 Mar 00:00"),
        ("some day", "some day"),
    ],
)
def test_days(published: str, shown: str) -> None:
    assert chrome.day(published) == shown


@pytest.mark.parametrize("width", [10, 25, 60, 100, 200])
def test_the_key_line_keeps_to_its_room_and_always_offers_help(width: int) -> None:
    line = text(chrome.keys(width, LOOK, UNICODE, {})).rstrip()
    assert cell_len(line) <= max(width, len(" ? help"))
    assert line.endswith("? help")


def test_the_key_line_shows_own_keys() -> None:
    assert text(chrome.keys(200, LOOK, UNICODE, {"search": "f3", "next-finding": "f8"})).startswith(" f8 [ finding")


def test_the_map_shows_the_loudest_finding_of_each_part() -> None:
    desk = desk_of(width=198, height=40)
    found = marks_of(desk, 40)
    row = desk.table.tops[desk.table.row_of[3]]
    assert found[row] is FindingKind.CONTRADICTION
    assert found.count(None) == 40 - 5
    assert list(seen(desk, 40)) == []


def test_the_map_shows_which_part_is_on_screen() -> None:
    desk = desk_of(height=6)
    assert seen(desk, 6).start == 0
    desk.to_end()
    assert seen(desk, 6).stop == 6
    assert len(marks_of(desk, 6)) == 6


@settings(max_examples=30)
@given(collations(), st.integers(30, 120), st.integers(1, 70))
def test_each_row_is_on_the_line_of_the_map_where_it_begins(collation: Collation, width: int, height: int) -> None:
    desk = Desk(Reading(collation.cluster, collation))
    desk.resize(width, height)
    loudness = (None, FindingKind.OMISSION, FindingKind.ADDITION, FindingKind.CONTRADICTION)
    found: list[FindingKind | None] = [None] * height
    for top, row in zip(desk.table.tops, desk.table.rows, strict=False):
        line = min(top * height // max(desk.lines, height), height - 1)
        found[line] = max(found[line], desk.steps.loudest_in(row.first, row.end), key=loudness.index)
    assert marks_of(desk, height) == found
