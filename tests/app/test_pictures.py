"""What the reading screen looks like, as pictures: every size, in light, dark, 16 colours and without colour.

After a change that is meant: ``pytest tests/app/test_pictures.py --snapshot-update``, and look at what has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.app.app import VariorumApp
from reader.app.options import ReaderOptions
from reader.app.screens.reading import ReadingScreen
from tests.app.invented import harbour

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = {"80x24": (80, 24), "120x36": (120, 36), "200x60": (200, 60)}
LOOKS = {"light": "light", "dark": "dark", "16 colours": "16-colours-dark", "no colour": None}


def reader(theme: str | None = "dark", *, ascii: bool = False) -> VariorumApp:
    answer = harbour()
    return VariorumApp(
        lambda first: answer.cluster,
        ReaderOptions(("story",), theme=theme, ascii=ascii),
        collate=lambda cluster, progress: answer,
    )


async def compared(pilot: Pilot[None]) -> None:
    """Wait until the versions are compared, then go to the contradiction."""
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    for _ in range(500):
        await pilot.pause(0.01)
        if screen.desk is not None and screen.desk.reading.collation is not None:
            break
    await pilot.press("right_square_bracket")
    await pilot.pause()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_reading(snap_compare: Any, monkeypatch: pytest.MonkeyPatch, size: str, look: str) -> None:
    if LOOKS[look] is None:
        monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(reader(LOOKS[look]), terminal_size=SIZES[size], run_before=compared)


def test_one_column(snap_compare: Any) -> None:
    assert snap_compare(reader(), terminal_size=(50, 30), run_before=compared)


def test_ascii(snap_compare: Any) -> None:
    assert snap_compare(reader(ascii=True), terminal_size=(100, 30), run_before=compared)


def test_a_search(snap_compare: Any) -> None:
    async def search(pilot: Pilot[None]) -> None:
        await compared(pilot)
        await pilot.press("slash", *"hull", "enter")
        await pilot.pause()

    assert snap_compare(reader(), terminal_size=(120, 36), run_before=search)


def test_one_version_alone(snap_compare: Any) -> None:
    async def zoom(pilot: Pilot[None]) -> None:
        await compared(pilot)
        await pilot.press("2", "z", "w")
        await pilot.pause()

    assert snap_compare(reader(), terminal_size=(120, 36), run_before=zoom)
