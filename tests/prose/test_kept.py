"""Patterns that were kept are those that would be compiled, and whatever lies in their place does no harm."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A pattern, its flags, and a text to try it on.
CASES = [
    (r"\b(?P<count>\d+) (?:boats?|ships?)\b", 0, "3 boats and 12 ships"),
    (r"(?i:harbour|ÉCLUSE)\s+(?P<a>\w+)|(?P<b>quay)", re.IGNORECASE, "Harbour Master, écluse une, QUAY"),
    (r"^(\w+)\s\1$", re.MULTILINE, "tide tide\nlow low"),
    (r"[^\W\d_]+(?:['’][^\W\d_]+)*|[Ā-ž一-鿿]", 0, "the pilot’s žluť 港"),
    (r"(?<!no )(?<=the )ferry(?=\s)", re.DOTALL | re.VERBOSE, "the ferry"),
    ("", 0, "x"),
]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where patterns are kept; nothing is yet."""
    path = tmp_path / "kept.patterns"
    monkeypatch.setattr(kept, "_file", lambda: str(path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept._tables.cache_clear()
    yield path
    kept._tables.cache_clear()


def all_compiled() -> list[re.Pattern[str]]:
    return [kept.compiled(text, flags) for text, flags, _ in CASES]


def again() -> None:
    """What another command does first."""
    kept._tables.cache_clear()


def check(made: list[re.Pattern[str]]) -> None:
    for pattern, (text, flags, sample) in zip(made, CASES, strict=True):
        usual = re.compile(text, flags)
        assert pattern == usual
        assert (pattern.pattern, pattern.flags, pattern.groups) == (usual.pattern, usual.flags, usual.groups)
        assert pattern.groupindex == usual.groupindex
        found, wanted = (list(one.finditer(sample)) for one in (pattern, usual))
        assert [m.span() for m in found] == [m.span() for m in wanted]
        assert [(m.groups(), m.groupdict(), m.lastgroup) for m in found] == [
            (m.groups(), m.groupdict(), m.lastgroup) for m in wanted
        ]


def test_kept_patterns_are_those_that_are_compiled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(all_compiled())
    assert not file.exists()
    kept.keep()
    again()
    monkeypatch.setattr(kept, "_parts", None)  # compiling would fail
    check(all_compiled())
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_new_patterns_join_those_that_are_kept(file: Path) -> None:
    kept.compiled("tide")
    kept.keep()
    again()
    kept.compiled("tide")
    before = file.stat().st_mtime_ns
    kept.keep()
    assert file.stat().st_mtime_ns == before  # nothing is new
    kept.compiled("ebb")
    kept.keep()
    again()
    assert set(kept._tables()[0]) == {("tide", 0), ("ebb", 0)}


def test_many_old_patterns_are_given_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    for text in ("a", "b", "c", "d"):
        kept.compiled(text)
        kept.keep()
        again()
    assert set(kept._tables()[0]) == {("d", 0)}


def test_nothing_is_written_where_byte_code_is_not(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.compiled("tide")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        kept.keep()
    assert not file.exists()
    monkeypatch.setattr(kept, "_file", lambda: str(file.parent / "gone" / "kept.patterns"))
    kept.keep()
    monkeypatch.setattr(kept, "_file", lambda: "")  # as in a zip file
    again()
    kept.keep()
    check(all_compiled())
    assert not list(file.parent.iterdir())


def test_a_file_that_can_not_be_replaced_leaves_nothing_behind(file: Path) -> None:
    file.mkdir()
    check(all_compiled())
    kept.keep()
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("other", [b"", b"\xff", b"()", marshal.dumps(3), marshal.dumps((sys.version, None))])
def test_what_is_no_table_is_passed_over(file: Path, other: bytes) -> None:
    file.write_bytes(other)
    check(all_compiled())


def test_what_another_python_wrote_is_passed_over(file: Path) -> None:
    text, flags, _ = CASES[0]
    file.write_bytes(marshal.dumps(("3.0", {(text, flags): (0, b"", 0, {}, ())})))
    check(all_compiled())


@given(st.binary(max_size=64), st.integers(0, 63), st.integers(0, 255))
def test_code_that_the_matcher_refuses_is_compiled(noise: bytes, at: int, byte: int) -> None:
    """Noise, and true code with one byte changed: refused, or taken for another pattern, but never worse."""
    text = CASES[0][0]
    flags, code, groups, numbers, names = kept._parts(text, 0)
    spoilt = bytearray(code)
    spoilt[at % len(code)] = byte
    for other in (noise, bytes(spoilt)):
        table: kept._Table = {(text, 0): (flags, other, groups, numbers, names)}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(kept, "_tables", lambda table=table: (table, {}))
            assert kept.compiled(text).pattern == text


def test_the_second_command_takes_what_the_first_one_kept(tmp_path: Path, story: Path) -> None:
    """From a copy of the package, as commands are run."""
    root = Path(kept.__file__).parents[2]
    (tmp_path / "reader").symlink_to(root / "reader")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(tmp_path / "cache"), "PYTHONPATH": str(tmp_path)}
    script = """if True:
        import re._compiler, sys
        code, compiled = re._compiler._code, []
        re._compiler._code = lambda *given: compiled.append(given) or code(*given)
        from reader.cli import main
        from reader.prose.kept import keep
        main()
        keep()
        sys.stderr.write(str(len(compiled)))
    """
    counts = []
    texts = []
    for _ in range(2):
        command = [sys.executable, "-c", script, "report", str(story)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=120)
        counts.append(int(done.stderr))
        texts.append(done.stdout)
    assert texts[0] == texts[1]
    assert counts[0] > 30  # with a second processor others are compiled in a second process
    assert counts[1] < 20  # those of the standard library
