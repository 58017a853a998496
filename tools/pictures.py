"""Make the pictures of the documentation: the reader on an example, as SVG in docs/pictures/."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import reader
from reader.app.app import VariorumApp
from reader.app.options import ReaderOptions
from reader.app.screens.reading import ReadingScreen
from reader.sources.examples import example_path

if TYPE_CHECKING:
    from textual.screen import Screen

FOLDER = Path("docs/pictures")

#: A reviewer, and the keys of their sitting.
Sitting = tuple[str, tuple[str, ...]]

#: Sittings before the pictures that show what several reviewers say.
BEFORE: dict[str, tuple[Sitting, ...]] = {
    "review-end-dark": (("sam", ("right_curly_bracket", *"yydu")),),
    "review-disagreements-dark": (
        ("kim", ("right_curly_bracket", *"yyyd")),
        ("sam", ("right_curly_bracket", *"ydyu", "left_square_bracket", "i", *"see the log", "ctrl+s")),
    ),
}
#: Name -> theme, columns, rows, and the keys that lead there.
PICTURES: dict[str, tuple[str, int, int, tuple[str, ...]]] = {
    "reading-dark": ("dark", 120, 36, ("right_curly_bracket",)),
    "reading-light": ("light", 120, 36, ("right_curly_bracket",)),
    "reading-80x24": ("dark", 80, 24, ("right_curly_bracket",)),
    "closer-dark": ("dark", 120, 36, ("right_curly_bracket", "enter")),
    "findings-dark": ("dark", 120, 36, ("F", *"yduyj", "i", *"ask", "space", *"them", "ctrl+s", *"yukk")),
    "review-dark": ("dark", 120, 36, (*"yduyy", "i", *"ask", "ctrl+s")),
    "review-end-dark": ("dark", 120, 36, ("a", "o", "right_curly_bracket", *"yyydyuyyyyyy")),
    "review-disagreements-dark": ("dark", 120, 36, ("right_square_bracket",)),
    "review-words-dark": ("dark", 120, 36, ("right_curly_bracket", "plus", *"llllL")),
}


def compared(screen: Screen[object]) -> bool:
    """Whether the findings are there."""
    if not isinstance(screen, ReadingScreen) or screen.desk is None:
        return False
    return screen.desk.reading.collation is not None


async def picture(
    path: Path,
    theme: str,
    columns: int,
    rows: int,
    keys: tuple[str, ...],
    *,
    reviewer: str = "ida",
    disagreements: bool = False,
) -> str:
    """The screen after some keys, as SVG."""
    options = ReaderOptions((str(path),), theme=theme, reviewer=reviewer, disagreements=disagreements)
    app = VariorumApp(lambda _: reader.load(path), options)
    async with app.run_test(size=(columns, rows)) as pilot:
        async with asyncio.timeout(30):
            while not compared(app.screen):
                await asyncio.sleep(0.05)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        return app.export_screenshot(title="Variorum")


def main() -> None:
    """Write every picture."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "LC_ALL"):
        os.environ.pop(name, None)
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()  # what is decided for a picture is nobody's review
    path = Path(example_path("harbour-ferry"))
    for name, (theme, columns, rows, keys) in PICTURES.items():
        shutil.rmtree(Path(os.environ["XDG_STATE_HOME"]) / "variorum", ignore_errors=True)
        target = FOLDER / f"{name}.svg"
        for reviewer, typed in BEFORE.get(name, ()):
            asyncio.run(picture(path, theme, columns, rows, typed, reviewer=reviewer))
        drawn = asyncio.run(picture(path, theme, columns, rows, keys, disagreements="disagreements" in name))
        target.write_text(drawn, "utf-8")
        print(target)


if __name__ == "__main__":
    main()
