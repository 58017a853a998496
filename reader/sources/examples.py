"""The clusters that come with Variorum."""

from __future__ import annotations

from pathlib import Path

from reader.sources.errors import SourceError


def example_names() -> list[str]:
    """The names of the example clusters, in order; empty where they are not installed."""
    folder = _folder()
    if folder is None:
        return []
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def example_path(name: str) -> Path:
    """The folder of an example cluster. SourceError names those there are."""
    names = example_names()
    folder = _folder()
    if folder is None or name not in names:
        there = f"there are {', '.join(names)}" if names else "none are installed"
        raise SourceError(repr(name), f"no example of that name; {there}")
    return folder / name


def _folder() -> Path | None:
    from importlib import resources  # 3 ms, and only for examples

    package = resources.files("reader")
    if not isinstance(package, Path):  # inside a zip file
        return None
    for folder in (package / "_examples", package.parent / "examples"):  # installed; a checkout
        if folder.is_dir():
            return folder
    return None
