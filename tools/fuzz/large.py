"""Large inputs made by hand, each one thing over and over, and what reading them takes.

    python -m tools.fuzz.large NAME      one of them, in this process, its figures as JSON

``measure`` runs each in a process of its own, with a bound on its memory and on its CPU time.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reader import collate
from reader.commands.given import CYCLES
from reader.export import FORMATS, render
from reader.export.linear import render as linear
from reader.sources import SourceError, load
from tools.fuzz import checks

if TYPE_CHECKING:
    from collections.abc import Callable

#: Bytes of address space that a process may take.
MEMORY = 4 << 30
#: CPU seconds after which one is ended.
SECONDS = 300

MILLION = 1_000_000
OTHER = (
    "Passengers brought ashore after ferry grounding\n\nThe ferry Aurelia ran aground off Lindholm on Saturday morning "
    "with 164 passengers on board.\n\nAll passengers were taken ashore by the coast guard in four boats."
)

Articles = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Large:
    """A large input: the articles of one story."""

    name: str
    make: Callable[[], Articles]
    refused: str = ""  #: part of the error, where it is too large to be read


@dataclass(frozen=True, slots=True)
class Cost:
    """What a large input took."""

    name: str
    megabytes: float  #: of text
    load: float  #: CPU seconds
    collate: float = 0.0
    export: float = 0.0  #: all formats
    paint: float = 0.0  #: two screens
    memory: float = 0.0  #: the most that the process held, in MB
    error: str = ""  #: why it was refused, or what went wrong

    @property
    def seconds(self) -> float:
        """CPU seconds of it all."""
        return self.load + self.collate + self.export + self.paint


def beside(text: str) -> Articles:
    """A text beside an ordinary one."""
    return [{"outlet": "A", "text": text}, {"outlet": "B", "text": OTHER}]


def twice(text: str) -> Articles:
    """A text beside nearly the same."""
    return [{"outlet": "A", "text": text}, {"outlet": "B", "text": f"{text} End."}]


def filled(unit: str, size: int = MILLION) -> str:
    """A text of so many characters that repeats one thing."""
    return (unit * (size // len(unit) + 1))[:size]


def sentences(count: int, ship: str = "ferry") -> str:
    """So many sentences, each a little different."""
    return " ".join(f"The {ship} {n} ran aground off Lindholm with {n} passengers on board." for n in range(count))


def versions(count: int, text: Callable[[int], str]) -> Articles:
    """So many versions."""
    return [{"outlet": f"outlet {n}", "text": text(n)} for n in range(count)]


def _again(name: str, unit: str) -> Large:
    return Large(f"1 MB of {name}", lambda: twice(filled(unit)))


LARGE = (
    Large("one line of 9.8 MB", lambda: beside(filled("word ", 9_800_000))),
    Large("a file over 10 MB", lambda: beside(filled("word ", 10_100_000)), "this is over 10 MB"),
    Large("500 versions", lambda: versions(500, lambda n: f"The ferry {n} ran aground with {n} passengers.")),
    Large("501 versions", lambda: versions(501, lambda n: f"The ferry {n} ran aground."), "at most 500 versions"),
    Large("100,000 lines of JSON", lambda: [{"text": "a"}] * 100_000, "at most 500 versions"),
    Large("100,000 paragraphs of one word", lambda: beside("word\n\n" * 100_000)),
    Large("100,000 paragraphs of different words", lambda: beside("\n\n".join(map(_word, range(100_000))))),
    Large("50,000 paragraphs of one word, twice", lambda: twice("word\n\n" * 50_000)),
    Large("100,001 paragraphs", lambda: versions(2, lambda n: "word\n\n" * 100_001), "holds at most 100000"),
    Large("three times 50,000 sentences", lambda: versions(3, lambda n: "word\n\n" * 50_000), "at most 120000"),
    Large("1.2 million sentences on a line", lambda: versions(2, lambda n: "I said. " * 600_000), "more than 100000"),
    Large("500 copies of 40 sentences", lambda: versions(500, lambda n: sentences(40))),
    Large("500 copies of 240 sentences", lambda: versions(500, lambda n: sentences(240))),
    Large("500 revisions of 240 sentences", lambda: versions(500, _revision)),
    Large("a sentence of 1 MB", lambda: twice(filled("the ferry ran aground off Lindholm and then ") + ".")),
    Large("a million combining marks", lambda: beside("a" + "\u0301" * MILLION)),
    Large("a million line feeds", lambda: twice("a" + "\n" * MILLION + "b")),
    Large("2,000 nearly the same sentences", lambda: _near(2_000)),
    Large("5,000 nearly the same sentences", lambda: _near(5_000)),
    Large("one sentence 10,000 times", lambda: twice("The ferry ran aground with 12 passengers. " * 10_000)),
    _again("no blanks", "x"),
    _again("quotation marks", '"'),
    _again("apostrophes", "'"),
    _again("single quotation marks", "'a "),
    _again("quoted words", "“a b c d.” "),
    _again("digits", "1"),
    _again("figures", "1 "),
    _again("“and”", "and "),
    _again("dates", "30 November 2024 "),
    _again("capitalised words", "Kim "),
    _again("hyphens", "-"),
    _again("“a, ”", "a, "),
    _again("brackets", "("),
    _again("“allegedly”", "allegedly "),
    _again("“not”", "not "),
    _again("exclamation marks", "! "),
)


def _word(number: int) -> str:
    """A word of letters alone, another for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _revision(number: int, count: int = 240, changed: int = 5) -> str:
    """A revision: of its sentences so many are others than in the one before."""
    first = number * changed
    told = (
        f"The ferry {n} ran aground off Lindholm with {n} passengers on board." for n in range(first, first + count)
    )
    return " ".join(told)


def _near(count: int) -> Articles:
    return [{"outlet": "A", "text": sentences(count)}, {"outlet": "B", "text": sentences(count, "boat")}]


def through(large: Large, folder: Path) -> Cost:
    """Read, collate, export and paint one; in this process."""
    path = folder / "large.jsonl"
    made = large.make()
    path.write_text("\n".join(map(json.dumps, made)), "utf-8")
    size = sum(len(article["text"].encode()) for article in made) / MILLION
    laps = [time.process_time()]

    def lap() -> float:
        """CPU seconds since the last one."""
        laps.append(time.process_time())
        return round(laps[-1] - laps[-2], 3)

    try:
        cluster = load(path)
    except SourceError as error:
        checks.no_commands(str(error), "an error")
        return Cost(large.name, size, lap(), memory=_memory(), error=error.message)
    loaded = lap()
    collation = collate(cluster)
    collated = lap()
    for form in FORMATS:
        render(collation, form)
    linear(collation, (), checks.COLUMNS)
    exported = lap()
    for width, height in checks.SCREENS:
        for _ in checks.painted(collation, width, height):
            pass
    painted = lap()
    checks.cluster_holds(cluster)
    return Cost(large.name, size, loaded, collated, exported, painted, _memory())


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(large: Large, *, memory: int = MEMORY, seconds: int = SECONDS) -> Cost:
    """One of them in a process of its own; a process that fails or takes too much is told in ``error``."""
    command = [sys.executable, "-m", "tools.fuzz.large", large.name, str(memory), str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).resolve().parents[2])
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [""]
        return Cost(large.name, 0.0, 0.0, error=f"FAILED with {done.returncode}: {last[0]}")
    return Cost(**json.loads(done.stdout))


def main() -> int:
    """Run the command; returns its exit code."""
    name, memory, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    gc.set_threshold(CYCLES, 20, 50)  # as the commands do
    with TemporaryDirectory() as folder:
        cost = through(next(large for large in LARGE if large.name == name), Path(folder))
    print(json.dumps(asdict(cost)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
