"""The line of keys at the foot of every screen over the reading screen."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.app.screens.panel import key_line
from tests.app.test_chrome import LOOK, text

KEYS = (("esc", "back"), ("↑ ↓", "choose"), ("enter", "open"))


@pytest.mark.parametrize("width", range(1, 50))
def test_a_key_is_there_with_its_whole_label_or_not_at_all(width: int) -> None:
    line = text(key_line(KEYS, width, LOOK))
    assert cell_len(line) <= width
    assert "   ".join(f"{key} {label}" for key, label in KEYS).startswith(line.strip())
    assert line.strip() == "" or line.strip().split("   ")[-1].split()[-1] in ("back", "choose", "open")


def test_with_room_all_keys_are_there() -> None:
    assert text(key_line(KEYS, 37, LOOK)) == " esc back   ↑ ↓ choose   enter open"
