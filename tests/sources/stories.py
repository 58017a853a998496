"""Small invented articles for the tests of the ways in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

COURIER = """\
Harwick closes its old bridge

By Jane Roe

30 November 2024 06:35 GMT

The council of Harwick voted on Tuesday to close the old bridge over the Lind, the mayor said.

“We will rebuild it,” she added. Nobody was hurt.
"""

RADIO = """\
Old bridge in Harwick shut after vote

The council of Harwick has shut the old bridge over the Lind. The mayor promised to rebuild it.
"""


def articles() -> list[dict[str, Any]]:
    """Two articles as a program would hand them over."""
    return [
        {"outlet": "courier", "headline": "Harwick closes its old bridge", "published": "2024-11-30", "text": COURIER},
        {
            "outlet": "radio",
            "headline": "Old bridge in Harwick shut after vote",
            "published": "2024-12-01",
            "text": RADIO,
        },
    ]


def folder(path: Path, **files: str | bytes) -> Path:
    """A folder with the files, named by their stems, and the two stories where no files are given."""
    path.mkdir(parents=True, exist_ok=True)
    for stem, text in (files or {"courier": COURIER, "radio": RADIO}).items():
        data = text.encode() if isinstance(text, str) else text
        (path / f"{stem}.txt").write_bytes(data)
    return path


def lines(items: list[Any]) -> str:
    """JSON Lines."""
    return "\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n"
