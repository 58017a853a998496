"""The fuzzer of tools/fuzz, for a minute and always with the same cases; ``make fuzz`` runs it longer."""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from tools.fuzz import large
from tools.fuzz.runner import Tally, keep, one, run
from tools.fuzz.targets import TARGETS, Target
from tools.fuzz.watch import Late, watched

if TYPE_CHECKING:
    from pathlib import Path

    from tools.fuzz.inputs import Case

#: Cases of each target: together about half a minute of CPU time.
CASES = {"articles": 200, "folder": 150, "command": 150, "journal": 150, "settings": 150}
#: Large inputs that take a few seconds at most, among them all that are refused.
QUICK = (
    *(
        "a file over 10 MB",
        "501 versions",
        "100,000 lines of JSON",
        "a million combining marks",
        "a million line feeds",
        "100,001 paragraphs",
        "three times 50,000 sentences",
    ),
    *("a sentence of 1 MB", "2,000 nearly the same sentences", "1 MB of “and”", "1 MB of brackets", "1 MB of digits"),
)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_whatever_comes_in(target: Target) -> None:
    @settings(max_examples=CASES[target.name], suppress_health_check=list(HealthCheck))
    @given(target.cases)
    def every(case: Case) -> None:
        one(target, case, Tally())

    every()


@pytest.mark.parametrize("name", QUICK)
def test_large_inputs_are_read_or_refused_within_bounds(name: str) -> None:
    """In a process of its own: 2 GB of address space at most, and some twenty times the CPU time that it takes."""
    found = next(one for one in large.LARGE if one.name == name)
    cost = large.measure(found, memory=2 << 30, seconds=120)
    if found.refused:
        assert found.refused in cost.error
    else:
        assert not cost.error


def test_no_pattern_takes_much_longer_for_a_little_more_text() -> None:
    command = [sys.executable, "-m", "tools.fuzz.patterns", "--units", "4"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_pattern_that_would_is_found(tmp_path: Path) -> None:
    package = tmp_path / "slowpoke"
    (package / "export").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "export" / "__init__.py").write_text("FORMATS = ()\n")
    (package / "sources.py").write_text("def example_names(): return ()\n")
    (package / "bad.py").write_text('import re\nGROWS = re.compile(r"(?:a+)+b")\nFINE = re.compile(r"a+b?")\n')
    code = (
        "import random, sys; from tools.fuzz.patterns import collect, slow\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "for use in collect('slowpoke'):\n"
        "    if list(slow(use, random.Random(0), 5)): print(use.where)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert done.stdout.split() == ["slowpoke.bad:GROWS"], done.stderr


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(Late), watched(0.2):
        sum(1 for _ in count())
    with watched(30):
        pass


def test_a_failure_is_made_small_and_kept(tmp_path: Path) -> None:
    def check(case: Case, folder: Path) -> None:
        assert all(b'"text"' not in data for data in (*case.files.values(), case.stdin))

    tally = Tally()
    run(Target("failing", TARGETS[0].cases, check), tally, number=1, cases=100)
    (failure,) = tally.failures
    assert "AssertionError" in failure.what
    assert failure.case.size < 100
    keep(failure, tmp_path / "kept")
    assert "AssertionError" in (tmp_path / "kept" / "FAILURE.txt").read_text("utf-8")


def test_a_process_that_takes_too_much_is_told() -> None:
    assert "FAILED" in large.measure(large.LARGE[0], memory=1 << 27).error


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    words = ["--only", "random", "--seconds", "0.1", "--target", "settings", "--failures", str(tmp_path / "failures")]
    done = subprocess.run([sys.executable, "-m", "tools.fuzz", *words], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "settings" in done.stdout
    assert not (tmp_path / "failures").exists()
