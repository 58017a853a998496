"""Every screen at sizes at which nothing fits: it stays, and is as it was when there is room again."""

from __future__ import annotations

import pytest

from tests.app.test_reading_screen import USUAL, opened

SIZES = (
    (1, 1),
    (2, 2),
    (3, 1),
    (1, 20),
    (2, 20),
    (3, 20),
    (4, 20),
    (5, 3),
    (8, 2),
    (12, 4),
    (20, 5),
    (40, 1),
    (100, 2),
)

#: What is open, and the keys to it.
SCREENS = {
    "nothing": (),
    "a finding": ("right_square_bracket",),
    "the list": ("F",),
    "the list, filtered": ("F", "slash", "o"),
    "a closer look": ("right_curly_bracket", "enter"),
    "who reports what": ("M",),
    "help": ("question_mark",),
    "themes": ("T",),
    "the review so far": ("right_square_bracket", "y", "S"),
    "a finding of one's own": ("plus",),
    "a note": ("right_curly_bracket", "i"),
    "a report": ("E",),
    "a search": ("slash", "f"),
    "commands": ("ctrl+p",),
    "something by hand": ("m",),
}


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_outlives_any_size(screen: str) -> None:
    async with opened() as reader:
        await reader.press(*SCREENS[screen])
        before = reader.lines()
        for size in SIZES:
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
        await reader.pilot.resize_terminal(*USUAL)
        await reader.pilot.pause()
        assert [line.rstrip() for line in reader.lines()][-1] == before[-1].rstrip()
