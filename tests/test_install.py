"""The built wheel in an empty environment, used from another folder: nothing of the checkout is there to help."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import reader

ROOT = Path(__file__).parent.parent

#: One process runs them all, for the environment takes half a minute to make.
pytestmark = pytest.mark.xdist_group("install")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment into which the wheel was installed, and nothing by hand."""
    folder = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(folder, with_pip=True)
    (wheel,) = built.glob("*.whl")
    done = subprocess.run(
        [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)],
        capture_output=True,
        text=True,
        timeout=500,
    )
    assert done.returncode == 0, done.stderr
    return folder / "bin"


def run(program: Path, *words: str, cwd: Path) -> str:
    """What a program prints; AssertionError where it fails."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([program, *words], cwd=cwd, env=environ, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


def test_the_wheel_holds_the_package_with_its_data(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {"reader/cli.py", "reader/py.typed"} <= names
    assert "reader/_themes/dark.toml" in names
    assert any(name.startswith("reader/_examples/") for name in names)
    assert {name.split("/")[0] for name in names} == {"reader", f"variorum-{reader.__version__}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_source_distribution_holds_what_is_needed_to_build_and_test(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        names = {name.split("/", 1)[1] for name in file.getnames() if "/" in name}
    assert {"pyproject.toml", "Makefile", "README.md", "LICENSE", "CHANGELOG.md", "themes/dark.toml"} <= names
    assert {"reader/cli.py", "tests/test_install.py", "tools/environment.sh"} <= names
    assert not [name for name in names if name.startswith((".venv", ".git/")) or "__pycache__" in name]


def test_the_installed_command_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    variorum = installed / "variorum"
    assert run(variorum, "--version", cwd=tmp_path) == f"variorum {reader.__version__}\n"
    start = "  variorum --example "
    lines = run(variorum, cwd=tmp_path).splitlines()
    names = [line.removeprefix(start) for line in lines if line.startswith(start)]
    assert len(names) >= 3
    for name in names:
        report = json.loads(run(variorum, "report", "--example", name, cwd=tmp_path))
        assert len(report["versions"]) >= 2
        assert {finding["kind"] for finding in report["findings"]} >= {"addition", "omission", "contradiction"}


def test_python_m_reader_is_the_same_command(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "python", "-m", "reader", "--version", cwd=tmp_path) == f"variorum {reader.__version__}\n"


def test_the_installed_package_finds_its_themes(installed: Path, tmp_path: Path) -> None:
    wanted = sorted(path.stem for path in (ROOT / "themes").glob("*.toml"))
    assert len(wanted) >= 5
    script = (
        "from reader.app.theming import load_themes; themes, bad = load_themes(); assert not bad; print(len(themes))"
    )
    assert int(run(installed / "python", "-c", script, cwd=tmp_path)) == len(wanted)
