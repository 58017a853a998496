"""Texts of many short lines, each line a little different, and how long it takes to load them.

    python -m tools.fuzz --only lines

Every shape is read as lines, as paragraphs with empty lines between, and as one line, from a text file of about 1 MB;
of lines there are at most as many as a version may hold, so that of very short ones the file is smaller.
"""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reader.sources import SourceError, load
from reader.sources.limits import MOST_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Callable

OTHER = "The ferry Aurelia ran aground off Lindholm on Saturday morning with 164 passengers on board.\n"
#: What stands between two lines.
BETWEEN = {"lines": "\n", "paragraphs": "\n\n", "one line": " "}
#: Characters of a text.
SIZE = 1_000_000


def word(number: int) -> str:
    """A word in small letters, another for each number."""
    letters, number = "", number + 1
    while number:
        letters += "abcdefghijklmnopqrstuvwxyz"[number % 26]
        number //= 26
    return letters


def name(number: int) -> str:
    """The same as a name."""
    return word(number).capitalize()


def signs(number: int, first: int, length: int = 4) -> str:
    """Characters from one on, others for each number."""
    return "".join(chr(first + (number >> (4 * place)) % 16) for place in range(length))


def _stamped(number: int) -> str:
    day, year = number % 28 + 1, 1000 + number // 28 % 1900
    return f"Updated {day} May {year}, 9:{number % 60:02}am AEST"


#: A line for each number, by what it is.
SHAPES: dict[str, Callable[[int], str]] = {
    "words": word,
    "two words": lambda n: f"{word(n)} ab",
    "capitalised words": lambda n: f"{name(n)} Ab",
    "words in capitals": lambda n: f"{word(n).upper()} AB",
    "titles": lambda n: f"Big {name(n)} Here",
    "figures": str,
    "figures with a stop": lambda n: f"{n}.",
    "figures and a word": lambda n: f"{n} ab",
    "decimals": lambda n: f"{n}.5",
    "fractions": lambda n: f"a/{n}",
    "sentences of two words": lambda n: f"The {word(n)}.",
    "sentences of five words": lambda n: f"She saw {word(n)} at sea.",
    "ordinary sentences": lambda n: f"The ferry {n} ran aground off {name(n)} with {n % 77} passengers on board.",
    "two sentences a line": lambda n: f"{word(n)}. A",
    "one stop a word": lambda n: f"{word(n)}.She",
    "questions": lambda n: f"{name(n)}?",
    "cries": lambda n: f"{name(n)}!!",
    "dots": lambda n: f"{word(n)}...",
    "ellipses": lambda n: f"{name(n)}…",
    "abbreviations": lambda n: f"U.S. {word(n)}",
    "initials": lambda n: f"J. R. {name(n)}",
    "titles of people": lambda n: f"Mr. {name(n)}",
    "months": lambda n: f"Nov. {n}",
    "numbered items": lambda n: f"{n % 999 + 1}. a{word(n)}",
    "items numbered on": lambda n: f"{n}. a",
    "items in brackets": lambda n: f"({n % 999 + 1}) {word(n)}",
    "lettered items": lambda n: f"{chr(97 + n % 26)}. {word(n)}",
    "bulleted items": lambda n: f"• {word(n)}",
    "items with dashes": lambda n: f"- {word(n)}",
    "mixed marks": lambda n: f"{['-', '*', '1.', 'a)', '#', '>', '•', '(2)', '+', '1)'][n % 10]} {word(n)}",
    "headings": lambda n: f"# {word(n)}",
    "underlined headings": lambda n: f"{name(n)}\n===",
    "quotations": lambda n: f"> {word(n)}",
    "links": lambda n: f"![{word(n)}](/{n})",
    "bylines": lambda n: f"By Ann {name(n)}",
    "bylines beside names": lambda n: f"By Ann {name(n)}\nJo {name(n)}",
    "names": lambda n: f"Ann {name(n)}",
    "credits": lambda n: f"Reporting by Ann {name(n)}; Editing by Jo Roe",
    "dates": lambda n: f"{n % 28 + 1} November {1000 + n // 28 % 1900}",
    "dates in figures": lambda n: f"{1000 + n // 336 % 1900}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}",
    "timestamps": _stamped,
    "times of day": lambda n: f"{n % 24}:{n // 24 % 60:02}:{n // 1440 % 60:02}",
    "minutes to read": lambda n: f"{n} min read",
    "datelines": lambda n: f"{word(n).upper()} (AP) —",
    "related": lambda n: f"Related: {word(n)}",
    "read more": lambda n: f"Read more: {word(n)}",
    "buttons": lambda n: f"Share {word(n)}",
    "comments": lambda n: f"{n} comments",
    "copyright": lambda n: f"© {n}",
    "appeals": lambda n: f"support our {word(n)} donate today",
    "requests": lambda n: f"click. tap the. press. get a. {word(n)}",
    "addresses": lambda n: f"http://a.b/{n}",
    "mail": lambda n: f"{word(n)}@b.example",
    "tags": lambda n: f"#{word(n)}",
    "slugs": lambda n: f"A/ B{n}/ C/ Da",
    "paths": lambda n: f"Home > {word(n)} > Asia",
    "quoted words": lambda n: f"“{word(n)}”",
    "straight quotes": lambda n: f'"{word(n)}"',
    "words in brackets": lambda n: f"({word(n)}.)",
    "markup": lambda n: f"<img src={n}>",
    "no letters": lambda n: "".join("!?.,;:-–"[(n >> (3 * place)) % 8] for place in range(6)),
    "emoji": lambda n: signs(n, 0x1F600),
    "combining marks": lambda n: f"e\u0301{word(n)}\u0300\u0301",
    "Arabic": lambda n: f"{signs(n, 0x627, 5)}؟",
    "Hebrew": lambda n: f"{signs(n, 0x5D0, 5)} שלום.",
    "Russian": lambda n: f"{signs(n, 0x430, 5)} мир.",
    "Chinese": lambda n: f"{signs(n, 0x4E00)}！大橋",
    "Hindi": lambda n: f"{signs(n, 0x905)}।",
    "blanks": lambda n: f"   {word(n)}   b  ",
    "tabs": lambda n: f"\t{word(n)}\tb",
    "wide blanks": lambda n: f"{name(n)}\xa0.",
    "one letter": lambda n: "a",
    "one full stop": lambda n: ".",
}


def text(shape: str, between: str, size: int = SIZE, most: int = MOST_PARAGRAPHS) -> str:
    """So many characters of a shape; where that takes more lines than ``most``, as many of these."""
    line, length, count = SHAPES[shape], 0, 0
    lines: list[str] = []
    while length < size and (between == " " or count < most - 1):
        lines.append(line(len(lines)))
        length += len(lines[-1]) + len(between)
        count += 1 + lines[-1].count("\n")
    return between.join(lines)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What it took to load a text."""

    shape: str
    form: str  #: a key of BETWEEN
    megabytes: float
    seconds: float  #: CPU seconds
    error: str = ""  #: why it was refused

    @property
    def rate(self) -> float:
        """CPU seconds a MB."""
        return self.seconds / self.megabytes


def measure() -> list[Loaded]:
    """Every shape in every form, the slowest a MB first."""
    gc.set_threshold(100_000, 20, 50)  # as the command does
    found = []
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "one.txt", Path(folder) / "other.txt"
        other.write_text(OTHER, "utf-8")
        one.write_text(OTHER, "utf-8")
        load(one, other)  # what is imported and compiled once
        for shape in SHAPES:
            for form, between in BETWEEN.items():
                data = text(shape, between).encode()
                one.write_bytes(data)
                gc.collect()
                error, begun = "", time.process_time()
                try:
                    load(one, other)
                except SourceError as refused:
                    error = refused.message
                seconds = time.process_time() - begun
                found.append(Loaded(shape, form, len(data) / 1_000_000, seconds, error))
    return sorted(found, key=lambda loaded: -loaded.rate)
