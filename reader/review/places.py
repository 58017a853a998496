"""Where journals lie: in the user's state folder, or beside the cluster for teams that share a folder."""

from __future__ import annotations

import getpass
import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.story import Cluster

#: The folder beside a cluster that holds its journals.
BESIDE = ".variorum"
SUFFIX = ".jsonl"

#: Characters of a reviewer's name.
LONGEST_NAME = 100

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class PlaceError(ValueError):
    """A review has no place as it was asked for; the message says what to do."""


def reviewer_name(given: str | None = None, environ: Mapping[str, str] | None = None) -> str:
    """Who reviews: the name given, else the user's. Raises PlaceError for a name with nothing in it, or too long."""
    environ = os.environ if environ is None else environ
    name = given if given is not None else environ.get("USER") or environ.get("LOGNAME") or _login()
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise PlaceError(f"a reviewer's name has 1 to {LONGEST_NAME} characters, all of them visible")
    return name


def folder(
    cluster: Cluster, paths: Sequence[str | os.PathLike[str]], *, beside: bool = False, state: Path | None = None
) -> Path:
    """The folder of a cluster's journals, which need not be there yet.

    paths: what the cluster was loaded from; a cluster from standard input is known by its words.
    beside: next to the cluster instead of in ``state``, which is the user's (``~/.local/state/variorum``) by default.
    Raises PlaceError where ``beside`` is asked for and the cluster has no place of its own.
    """
    found = folder_of_paths(paths, beside=beside, state=state)
    if found is not None:
        return found
    if beside:
        raise PlaceError("a cluster from standard input has no place beside it; leave out --beside")
    words = "\0".join(v.outlet + "\0" + v.text for v in cluster.versions)
    return _in_state(cluster.title, words, state)


def folder_of_paths(
    paths: Sequence[str | os.PathLike[str]], *, beside: bool = False, state: Path | None = None
) -> Path | None:
    """The same for a cluster that need not be read for it; None for one that is known by its words only."""
    real = sorted(Path(path).resolve() for path in paths if os.fspath(path) != "-")
    if not real:
        return None
    if beside:
        first = real[0]
        return first / BESIDE if first.is_dir() else first.parent / BESIDE / _name(first.stem)
    return _in_state(real[0].stem, "\0".join(map(str, real)), state)


def journal_path(folder: Path, reviewer: str) -> Path:
    """The file of one reviewer's journal. Other names have other files, also on disks that know no capitals."""
    return folder / f"{_name(reviewer)}{SUFFIX}"


def journal_paths(folder: Path) -> list[Path]:
    """The journals in a folder, by name; none where there is no such folder. Raises OSError where it can't be read."""
    try:
        found = [path for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(found, key=lambda path: path.name)


def _name(text: str) -> str:
    """A file name for any text: its plain letters, and a digest where there was more to it than those."""
    plain = _UNSAFE.sub("-", text).strip("-")[:60]
    if plain == text and plain == plain.lower():
        return plain
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain.lower()}-{digest}" if plain else digest


def _in_state(name: str, key: str, state: Path | None) -> Path:
    if state is None:
        from platformdirs import user_state_path

        state = user_state_path("variorum", appauthor=False)
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return state / "reviews" / f"{_name(name)[:40]}-{digest}"


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name for this user id
        return "reviewer"
