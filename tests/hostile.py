"""Text that wants to be more than text: control sequences, direction overrides, markup. To be shown, not obeyed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Stand in every field; a reader has to see them as they are.
MARKUP = "[/nope] [@click=app.quit]here[/] [bold red]$x {y} <script>z</script>"

#: Control sequences in their 7-bit and 8-bit forms, each with a word by which it would be recognised.
SEQUENCES = (
    "\x1b[5;8mBLINK",  # blinking and concealed
    "\x1b[2J\x1b[3J\x1b[77;77HJUMP",
    "\x1b[?1049lLEAVE",
    "\x1b[6n\x1b[cASK",  # makes the terminal type an answer
    "\x1b]0;TITLE\x07",
    "\x1b]52;c;Q0xJUEJPQVJE\x07CLIP",  # sets the clipboard
    "\x1b]8;;https://example.org/LINK\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\DCS",
    "\x1b_APC\x1b\\",
    "\x1bc",  # resets the terminal
    "\x9b5;8mC1BLINK",
    "\x9d52;c;Q0xJUEJPQVJE\x9cC1CLIP",
    "\x9d0;C1TITLE\x9c",
    "a\x08\x08b\x07c\x00d\x7fe\x0bf\x0cg\x0eh\x0fi\x1aj\x85k",
    "over\u202eride\u202c and \u2066iso\u2069late \u2028line \u2029paragraph",
    "tag\U000e0041\U000e007f s",
)

#: What of it must never come out raw, in whatever format or stream. Line feed and, in CSV, carriage return are layout.
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def forbidden(text: str, allowed: str = "") -> set[str]:
    """The characters of a text that a terminal could obey, or that turn what stands after them around."""
    return set(FORBIDDEN.findall(text)) - set(allowed)


def _field(word: str, n: int) -> str:
    return f"{word} {MARKUP} {SEQUENCES[n % len(SEQUENCES)]} end"


def articles() -> list[dict[str, str]]:
    """Three versions of a story with hostile text in every field; they differ in a number."""
    found = []
    for n, count in enumerate((140, 164, 140)):
        sequences = "\n\n".join(
            f"The harbour master wrote {sequence} in the log at {4 + k} o'clock."
            for k, sequence in enumerate(SEQUENCES)
        )
        found.append(
            {
                "outlet": _field(f"Post{n}", n),
                "headline": _field(f"Ferry{n} runs aground", n + 3),
                "byline": _field("Maja", n + 5),
                "url": f"https://example.org/{n}?{SEQUENCES[4]}{MARKUP}",
                "published": "2024-11-30",
                "language": "en",
                "text": f"The ferry ran aground {MARKUP} on Saturday with {count} passengers on board.\n\n"
                f"{sequences}\n\nNo oil has leaked, the port authority {n} said.",
            }
        )
    return found


def write_articles(path: Path) -> Path:
    """The articles as JSON Lines."""
    path.write_text("\n".join(map(json.dumps, articles())), encoding="utf-8")
    return path


def write_folder(path: Path) -> Path:
    """The articles as text files with hostile names, beside a hostile title in cluster.toml and a bad file."""
    path.mkdir()
    names = ("one\x1b]0;TITLE\x07", "two[@click=app.quit]", "three\x9b5;8m\u202etxt")
    for name, article in zip(names, articles(), strict=True):
        text = f"{article['headline']}\n\n{article['text']}\n".replace("\x00", "")  # a file with NUL is no text
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    (path / "bad\x1b[5;8m[bold].txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    title = json.dumps(_field("Ferry", 0), ensure_ascii=True).replace("\\u007f", "\\u007F")
    (path / "cluster.toml").write_text(f"title = {title}\n", encoding="utf-8")
    return path
