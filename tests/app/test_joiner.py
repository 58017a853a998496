from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.joiner import JOINER, STAND_IN, laid_out, sent
from reader.prose.visible import visible


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("ශ්\u200dරී", 2),
        ("अ\u200d ब", 3),
        ("\u200dab", 2),
        ("1\u200d2", 2),
        ("👩\u200da", 3),
        ("👩\u200d👩\u200d👧\u200d👦", 2),
        ("🏳\ufe0f\u200d🌈", 2),
        ("❤\ufe0f\u200d🔥", 2),
        ("🧔🏽\u200d♂\ufe0f", 2),
    ],
)
def test_a_letter_behind_a_joiner_keeps_its_cells(text: str, cells: int) -> None:
    assert cell_len(laid_out(text)) == cells
    assert sent(laid_out(text)) == text


@given(st.text(st.sampled_from("aක්රී👩❤🏽1 \u200d\ufe0f\u200c\u206a")))
def test_nothing_is_lost_and_no_other_character_changes(text: str) -> None:
    shown = visible(text)
    assert STAND_IN not in shown
    assert sent(laid_out(shown)) == shown
    assert len(laid_out(shown)) == len(shown)
    assert [c for c in laid_out(shown) if c not in (JOINER, STAND_IN)] == [c for c in shown if c != JOINER]
