"""Regular expressions that take much longer for a little more text.

A pattern is given its own signs and words, over and over, by the methods that the program calls it with, once at a
length and once at eight times that: where the time grows with the square of the length, or faster, some text exists for
which it would never end.

    python -m tools.fuzz.patterns [--units N] [--seed N]     in a process of its own: it looks on while reader is loaded
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.util
import pkgutil
import random
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from re import _constants as signs  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from tools.fuzz.watch import Late, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Characters of the two texts that each pattern is given. A sentence is at most 4,000 long, a paragraph is not bounded.
SHORT, LONG = 4_000, 32_000
#: CPU seconds for the long one. What is linear takes a thousandth of it, what is quadratic several times as much.
MOST = 0.4
#: A text that takes less than this is quick enough at any length.
QUICK = 0.004

#: Modules that give their patterns no longer texts than this, and the CPU seconds that such a one may take.
BOUNDED = {"reader.prose.bylines": 160}
MOST_BOUNDED = 0.02

#: What text is made of, besides a pattern's own signs.
COMMON = (*" \n-.,;:()[]/\"'“”’—", "a", "A", "1", "a ", "A ", "1 ", "A. ", "a, ", "and ", ", and ")
#: What follows the repetition, so that a match that would end there fails.
ENDS = ("", "!", "\n")

METHODS: dict[str, Callable[[re.Pattern[str], str], object]] = {
    "match": lambda p, text: p.match(text),
    "fullmatch": lambda p, text: p.fullmatch(text),
    "search": lambda p, text: p.search(text),
    "finditer": lambda p, text: sum(1 for _ in p.finditer(text)),
    "findall": lambda p, text: p.findall(text),
    "sub": lambda p, text: p.sub("", text),
    "split": lambda p, text: p.split(text),
}


@dataclass(frozen=True, slots=True)
class Use:
    """A pattern, where it is compiled, and how it is called."""

    where: str  #: module:name, or module:line where it has no name
    pattern: re.Pattern[str]
    methods: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slow:
    """A text that takes a pattern too long."""

    use: Use
    method: str
    unit: str  #: what the text repeats
    end: str
    size: int
    seconds: float

    def __str__(self) -> str:
        pattern = " ".join(self.use.pattern.pattern.split())[:80]
        return (
            f"{self.use.where}: {self.method} takes {self.seconds:.2f} s for {self.size:,} characters of "
            f"{self.unit!r} and {self.end!r}: {pattern}"
        )


class _Seen:
    """A pattern that notes which of its methods are called."""

    def __init__(self, pattern: re.Pattern[str], called: set[str]) -> None:
        self._pattern, self._called = pattern, called

    def __getattr__(self, name: str) -> Any:
        if name in METHODS:
            self._called.add(name)
        return getattr(self._pattern, name)


def collect(root: str = "reader") -> list[Use]:
    """Every pattern that a package's modules compile while they are loaded and used on the examples.

    Must be the first in this process to import the package. One of which no call is seen, neither while the examples
    are read nor in the source, counts as searched with.
    """
    assert root not in sys.modules, f"{root} is loaded already"
    called: dict[tuple[str, int], set[str]] = defaultdict(set)
    where: dict[tuple[str, int], tuple[str, int, re.Pattern[str]]] = {}
    real = re._compile  # type: ignore[attr-defined]

    def compile_seen(pattern: Any, flags: int) -> Any:
        if isinstance(pattern, _Seen):
            return pattern
        made = real(pattern, flags)
        frame: Any = sys._getframe(2)
        name = str(frame.f_globals.get("__name__", ""))
        if not name.startswith(f"{root}.") or not isinstance(made.pattern, str):
            return made
        key = (made.pattern, made.flags)
        where.setdefault(key, (name, frame.f_lineno, made))
        return _Seen(made, called[key])

    re._compile = compile_seen  # type: ignore[attr-defined]
    try:
        package = importlib.import_module(root)
        if importlib.util.find_spec(f"{root}.prose"):  # patterns that wait to be asked are compiled where they stand
            importlib.import_module(f"{root}.prose.kept").compiled = re.compile  # type: ignore[attr-defined]
            importlib.import_module(f"{root}.prose.regex").regex = re.compile  # type: ignore[attr-defined]
        for found_module in pkgutil.walk_packages(package.__path__, f"{root}."):
            if not found_module.name.endswith("__main__"):
                importlib.import_module(found_module.name)
        _use(package)
    finally:
        re._compile = real  # type: ignore[attr-defined]
    found = []
    for key, (module, line, pattern) in where.items():
        name = _name(module, line)
        methods = called[key] | _called_in_source(package, name)
        found.append(Use(f"{module}:{name or line}", pattern, frozenset(methods) or frozenset({"finditer"})))
    return sorted(found, key=lambda use: (use.where, use.pattern.pattern))


def _name(module: str, line: int) -> str:
    """The name that a pattern is given in the statement of a module that a line belongs to."""
    file = sys.modules[module].__file__
    for statement in ast.parse(Path(file or "").read_text("utf-8")).body:
        if isinstance(statement, ast.Assign) and statement.lineno <= line <= (statement.end_lineno or line):
            return ast.unparse(statement.targets[0])
    return ""


def _called_in_source(package: Any, name: str) -> set[str]:
    if not name.isidentifier():
        return set()
    call = re.compile(rf"\b{name}\.({'|'.join(METHODS)})\(")
    return {method for file in sorted(Path(package.__path__[0]).rglob("*.py")) for method in call.findall(_text(file))}


@cache
def _text(file: Path) -> str:
    return file.read_text("utf-8")


def _use(package: Any) -> None:
    """Have the package read and report all examples."""
    export = importlib.import_module(f"{package.__name__}.export")
    sources = importlib.import_module(f"{package.__name__}.sources")
    for name in sources.example_names():
        cluster = package.load(sources.example_path(name))
        for revisions in (False, True):
            collation = package.collate(cluster, revisions=revisions)
            for form in export.FORMATS:
                export.render(collation, form)


def alphabet(pattern: re.Pattern[str]) -> tuple[list[str], list[str]]:
    """The single signs that a pattern knows, and the words."""
    single: set[str] = set()
    words: set[str] = set()
    _walk(parser.parse(pattern.pattern, pattern.flags), single, words)
    return sorted(single), sorted(words)


def _walk(parsed: Any, single: set[str], words: set[str]) -> None:
    run = ""
    for what, value in parsed:
        if what is signs.LITERAL:
            run += chr(value)
            continue
        if len(run) > 1:
            words.add(run)
        elif run:
            single.add(run)
        run = ""
        if what is signs.IN:
            for kind, inside in value:
                if kind is signs.LITERAL:
                    single.add(chr(inside))
                elif kind is signs.RANGE:
                    single.add(chr(inside[0]))
        elif what in (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT):
            _walk(value[2], single, words)
        elif what is signs.SUBPATTERN:
            _walk(value[3], single, words)
        elif what is signs.BRANCH:
            for branch in value[1]:
                _walk(branch, single, words)
        elif what in (signs.ASSERT, signs.ASSERT_NOT):
            _walk(value[1], single, words)
        elif what is signs.ATOMIC_GROUP:
            _walk(value, single, words)
    if len(run) > 1:
        words.add(run)
    elif run:
        single.add(run)


def units(pattern: re.Pattern[str], chance: random.Random, count: int) -> Iterator[str]:
    """What to repeat: what all text is made of, the pattern's signs, some of its words, and these put together."""
    single, words = alphabet(pattern)
    some = chance.sample(words, min(len(words), count))
    yield from dict.fromkeys((*COMMON, *single, *(f"{s} " for s in single), *some, *(f"{w} " for w in some)))
    pool = [*COMMON, *single, *words]
    for _ in range(count):
        yield "".join(chance.choice(pool) for _ in range(chance.randint(2, 5)))


def slow(use: Use, chance: random.Random, count: int) -> Iterator[Slow]:
    """The texts that take a pattern too long, by each method that it is called with: the first one found."""
    made = list(units(use.pattern, chance, count))
    for method in sorted(use.methods):
        call = METHODS[method]
        yield from islice(filter(None, (_slow(use, method, call, unit) for unit in made)), 1)


def _slow(use: Use, method: str, call: Callable[[re.Pattern[str], str], object], unit: str) -> Slow | None:
    bound = BOUNDED.get(use.where.partition(":")[0])
    for end in ENDS:
        if bound is not None:
            spent = min(_seconds(call, use.pattern, unit, bound, end) for _ in range(2))
            if spent >= MOST_BOUNDED:
                return Slow(use, method, unit, end, bound, spent)
            continue
        if _seconds(call, use.pattern, unit, SHORT, end) < QUICK:
            continue
        spent = min(_seconds(call, use.pattern, unit, LONG, end) for _ in range(2))
        if spent >= MOST:
            return Slow(use, method, unit, end, LONG, spent)
    return None


def _seconds(
    call: Callable[[re.Pattern[str], str], object], pattern: re.Pattern[str], unit: str, size: int, end: str
) -> float:
    text = (unit * (size // len(unit) + 1))[:size] + end
    begun = time.process_time()
    try:
        with watched(2 * MOST):
            call(pattern, text)
    except Late:
        return 2 * MOST
    return time.process_time() - begun


def main(argv: list[str] | None = None) -> int:
    """Run the command; 1 where a pattern is slow."""
    options = argparse.ArgumentParser(description="Look for regular expressions that take too long.")
    options.add_argument("--units", type=int, default=60, help="repetitions made of each pattern's words")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--only", default="", metavar="TEXT", help="patterns whose place has this in it")
    args = options.parse_args(argv)
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    uses = [use for use in collect() if args.only in use.where]
    found = 0
    for use in uses:
        for one in slow(use, random.Random(f"{args.seed} {use.pattern.pattern!r}"), args.units):
            found += 1
            print(one, flush=True)
    print(f"{len(uses)} patterns, {found or 'none'} of them slow")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
