"""The clusters that were opened lately: one small file in the state folder, written in full or not at all.

It is a convenience: what can't be read or written is done without, and nothing is lost by deleting it.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.small import start
from reader.frozen import NamedTuple
from reader.prose.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = "variorum-recent/1"
NAME = "recent.json"
#: Clusters that are remembered, files and folders of one, bytes of the file, characters of a title.
MOST, MOST_PATHS, LARGEST, LONGEST = 30, 50, 500_000, 200


class Recent(NamedTuple):
    """A cluster that was opened."""

    paths: tuple[str, ...]  #: absolute
    title: str  #: fit to be shown
    versions: int
    findings: int  #: how many there were
    opened: str  #: ISO 8601, UTC
    revisions: bool = False  #: whether it was read as revisions of one article


def recent(state: Path | None = None) -> tuple[Recent, ...]:
    """What was opened lately, the latest first. Never raises. state: the state folder, by default the user's."""
    try:
        data = start(_state(state) / NAME, LARGEST)
        table = json.loads(data) if len(data) <= LARGEST else None
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(table, dict) or table.get("schema") != SCHEMA or not isinstance(table.get("clusters"), list):
        return ()
    return tuple(found for value in table["clusters"][:MOST] if (found := _read(value)) is not None)


def remember(
    paths: Sequence[str | os.PathLike[str]],
    title: str,
    versions: int,
    findings: int,
    *,
    revisions: bool = False,
    state: Path | None = None,
    now: datetime | None = None,
) -> None:
    """Put a cluster at the top of what was opened lately. One from standard input can't be opened again, and isn't."""
    if not paths or len(paths) > MOST_PATHS or any(os.fspath(path) == "-" for path in paths):
        return
    known = tuple(str(Path(path).absolute()) for path in paths)
    opened = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    one = Recent(known, title[:LONGEST], versions, findings, opened, revisions)
    rest = [other for other in recent(state) if other.paths != known]
    table = {"schema": SCHEMA, "clusters": [entry._asdict() for entry in [one, *rest][:MOST]]}
    with contextlib.suppress(OSError):
        _write(_state(state), json.dumps(table, indent=1) + "\n")


def _read(value: object) -> Recent | None:
    if not isinstance(value, dict):
        return None
    paths = value.get("paths")
    if not isinstance(paths, list) or not 0 < len(paths) <= MOST_PATHS or not all(_is_path(path) for path in paths):
        return None
    title, opened = value.get("title"), value.get("opened")
    versions, findings = value.get("versions"), value.get("findings")
    if not (isinstance(title, str) and isinstance(opened, str) and isinstance(versions, int)):
        return None
    if not isinstance(findings, int):
        return None
    return Recent(
        tuple(paths),
        visible_line(title)[:LONGEST],
        versions,
        findings,
        visible_line(opened)[:20],
        value.get("revisions") is True,
    )


def _is_path(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value and Path(value).is_absolute()


def _state(state: Path | None) -> Path:
    if state is not None:
        return state
    from platformdirs import user_state_path

    return user_state_path("variorum", appauthor=False)


def _write(folder: Path, text: str) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{NAME}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
        part.replace(folder / NAME)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
