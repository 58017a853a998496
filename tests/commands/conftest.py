"""A story with two plain contradictions, a number and a day, for what is decided on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import STORY

if TYPE_CHECKING:
    from pathlib import Path

_MORE = {
    "harbour-post": "The inquiry opens on 4 March, the maritime board said.",
    "coast-radio": "The maritime board said that the inquiry opens on 9 March.",
    "island-daily": "The inquiry opens on 4 March, the maritime board said.",
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with the three versions of STORY and a sentence more in each."""
    folder = tmp_path / "story"
    folder.mkdir()
    for outlet, text in STORY.items():
        (folder / f"{outlet}.txt").write_text(f"{text}\n{_MORE[outlet]}\n", encoding="utf-8")
    return folder
