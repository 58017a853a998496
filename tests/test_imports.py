"""What is imported when: only the reader loads Textual, and help loads next to nothing.

The direction of our own imports is checked by import-linter; what really gets loaded can only be seen in a process.
"""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from typing import TYPE_CHECKING

import reader

if TYPE_CHECKING:
    from pathlib import Path

#: Run a statement, then print every module that has been loaded.
_LIST = "import sys; print('\\n'.join(sys.modules), file=sys.stderr)"

#: Too slow for help; what the engine stands on.
HEAVY = {"textual", "rich", "rapidfuzz", "sentencex", "Stemmer", "charset_normalizer", "diff_match_patch", "asyncio"}


def loaded(statement: str) -> set[str]:
    """The modules that are loaded after a statement, in a process of its own."""
    script = f"import sys\ntry:\n    {statement}\nexcept SystemExit:\n    pass\n{_LIST}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    return set(done.stderr.splitlines())


def below_the_app() -> list[str]:
    """Every module of ours, tests and the reading screens apart."""
    found = [m.name for m in pkgutil.walk_packages(reader.__path__, "reader.", onerror=None)]
    return [n for n in found if not n.startswith(("reader.app", "reader.__main__"))]


def test_nothing_below_the_app_loads_textual() -> None:
    names = below_the_app()
    assert {"reader.story", "reader.collation", "reader.cli", "reader.commands.read"} <= set(names)
    modules = loaded("import " + ", ".join(names))
    assert set(names) <= modules
    assert not [m for m in modules if m.split(".")[0] in ("textual", "rich")]


def test_help_and_version_load_nothing_heavy() -> None:
    for words in (["--help"], ["--version"], ["report", "--help"]):
        modules = loaded(f"from reader.cli import main; main({words!r})")
        assert "reader.cli" in modules
        assert not {m.split(".")[0] for m in modules} & HEAVY
        assert not {m for m in modules if m.startswith(("reader.align", "reader.findings", "reader.sources"))}


def test_a_report_loads_little_beside_the_engine(story: Path) -> None:
    """Each of these takes a hundredth of a short report's time and more, and is needed in other cases only."""
    modules = loaded(f"from reader.cli import main; main(['report', {str(story)!r}])")
    assert not {"argparse", "dataclasses", "inspect", "hashlib", "rapidfuzz", "gettext", "typing"} & modules


def test_the_report_does_not_load_textual(story: Path) -> None:
    for format in ("json", "markdown", "html", "csv"):
        modules = loaded(f"from reader.cli import main; main(['report', {str(story)!r}, '--format', {format!r}])")
        assert "reader.export" in modules
        assert not [m for m in modules if m.split(".")[0] in ("textual", "rich")]
