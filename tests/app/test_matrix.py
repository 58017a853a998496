"""Who reports what: every passage, every version, at every size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.align.links import Passage
from reader.app.screens.lines import Lines
from reader.app.screens.matrix import Matrix
from reader.app.signs import ASCII, UNICODE
from reader.collation import Collation
from reader.story import Cluster
from tests.app.stories import Stage, collation, version


async def answer(*keys: str, current: str | None = None) -> list[str | None]:
    """What the table answers to some keys."""
    app = Stage()
    answers: list[str | None] = []
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(Matrix(collation(), current, UNICODE), answers.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    return answers


@pytest.mark.parametrize(
    ("keys", "current", "found"),
    [
        (("enter",), None, ["g1"]),
        (("j", "enter"), None, ["g2"]),
        (("enter",), "g4", ["g4"]),
        (("s", "j", "enter"), None, ["g2"]),
        (("G", "s", "enter"), None, ["g5"]),
        (("s", "G", "enter"), None, ["g5"]),
        (("escape",), None, [None]),
        (("M",), None, [None]),
    ],
)
async def test_enter_answers_with_the_passage(keys: tuple[str, ...], current: str | None, found: list[str]) -> None:
    assert await answer(*keys, current=current) == found


async def test_each_row_says_who_reports_it_and_who_does_not() -> None:
    app = Stage()
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(Matrix(collation(), None, UNICODE))
        await pilot.pause()
        rows = [line.split()[:3] for line in app.lines()[2:7]]
        assert [[cell.strip("▌") for cell in row if cell != "▌"][:3] for row in rows][1:] == [
            ["•", "•", "−"],
            ["·", "+", "·"],
            ["•", "−", "•"],
            ["•", "·", "−"],
        ]
        assert "≠" in app.lines()[2]
        assert app.lines()[1].split("•")[0].split() == ["harbour-post", "coast-radio", "island-daily"]
        assert "• reports it   · does not" in app.lines()[1]
        assert "reported by harbour-post, coast-radio, island-daily" in app.seen()
        assert "not by      none" in app.seen()
        await pilot.press("j")
        await pilot.pause()
        assert "not by      island-daily" in app.seen()


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_size_fits(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.push_screen(Matrix(collation(), None, ASCII))
        await pilot.pause()
        assert all(len(line) == size[0] for line in app.lines())
        assert app.seen().isascii()
        assert "reported by" in app.seen()


async def test_more_versions_than_fit_slide_past_the_base() -> None:
    versions = tuple(version(n, f"outlet-{n}", (f"Sentence of outlet {n}.",)) for n in range(1, 61))
    passage = Passage("g1", {v.id: (f"{v.id}.p1.s1",) for v in versions})
    one = collation()
    many = Collation(
        Cluster("Sixty", versions), replace(one.alignment, links=(), passages=(passage,), base="v1"), (), {}
    )
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Matrix(many, None, UNICODE))
        await pilot.pause()
        heads = app.lines()[1].split()
        assert heads[:3] == ["1", "2", "3"]
        await pilot.press("l", "l")
        await pilot.pause()
        assert app.lines()[1].split()[:3] == ["1", "4", "5"]
        await pilot.press(*["l"] * 80)
        await pilot.pause()
        assert app.lines()[1].split()[-1] == "60"
        await pilot.press("h")
        await pilot.pause()
        assert app.lines()[1].split()[-1] == "59"


async def test_furniture_is_not_listed_and_an_empty_table_stays_up() -> None:
    one = collation()
    empty = replace(one, alignment=replace(one.alignment, passages=()), findings=())
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Matrix(empty, None, UNICODE))
        await pilot.pause()
        assert "Nothing is reported." in app.seen()
        await pilot.press("j", "s", "enter")
        assert app.screen.query_one(Lines).cursor is None
