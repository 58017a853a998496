"""What all tests share: an environment that is the same everywhere, and a small story of three outlets."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from pathlib import Path

# Textual and Rich read these when they are imported; each would change what is drawn.
for _name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_ANIMATIONS"):
    os.environ.pop(_name, None)

# The same examples in every run, and no deadline: the machine may be busy with something else.
settings.register_profile(
    "variorum", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("variorum")

#: Three outlets on one invented event. They disagree about the number of passengers, and one has a quotation altered.
STORY = {
    "harbour-post": """\
Ferry runs aground off Lindholm

By Maja Ekdahl

The ferry Aurelia ran aground off Lindholm on Saturday morning with 140 passengers on board.

"We heard a long scraping noise and then everything stopped," said the retired teacher Olof Brandt.

The coast guard took all passengers ashore in four boats.

No oil has leaked, the port authority said.
""",
    "coast-radio": """\
Passengers brought ashore after ferry grounding

The ferry Aurelia ran aground off Lindholm on Saturday morning with 164 passengers on board.

All passengers were taken ashore by the coast guard in four boats.

The shipping company has offered every passenger a new ticket.
""",
    "island-daily": """\
Aurelia stuck on rocks

With 140 passengers on board, the ferry Aurelia ran aground off Lindholm on Saturday morning.

"We heard a long scraping noise and then all was silent," said the retired teacher Olof Brandt.

Divers will look at the hull on Monday.
""",
}


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep whoever runs the tests out of them: no configuration is read and no state is written at home."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with the three versions of STORY."""
    folder = tmp_path / "story"
    folder.mkdir()
    for outlet, text in STORY.items():
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    return folder
