"""Everybody's reviews of one cluster, read from a folder of journals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.frozen import dataclass, replace
from reader.prose.visible import visible_line
from reader.review.journal import Journal, Unsaved
from reader.review.places import journal_paths
from reader.review.state import State, replay

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.review.records import Odd


@dataclass(frozen=True, slots=True)
class Kept:
    """One reviewer's journal as it stands on disk."""

    reviewer: str
    path: Path
    state: State
    odd: tuple[Odd, ...]  #: lines that are not used
    problem: Unsaved | None  #: why it could not be read
    stamp: tuple[int, ...] = ()  #: which bytes it was read from; another one where the file changed


def reviews(folder: Path, *, but: Path | None = None, known: Sequence[Kept] = ()) -> list[Kept]:
    """All reviews in a folder of journals, by the reviewers' names, which are made unique.

    but: a journal that is left out, for whoever has it read already.
    known: the reviews as they were read before; only what changed since is read again.
    Raises OSError where there is a folder that can't be read; a journal that can't be read says so in ``problem``.
    """
    found: list[Kept] = []
    before = {kept.path: kept for kept in known}
    for path in journal_paths(folder):
        if path == but:
            continue
        stamp = _stamp(path)
        if stamp and path in before and before[path].stamp == stamp:
            found.append(before[path])
            continue
        loaded = Journal(path).load()
        # The name as its owner writes it; the file's name is only made from it.
        name = loaded.records[-1].reviewer if loaded.records else visible_line(path.stem)
        found.append(Kept(name, path, replay(loaded.records), loaded.odd, loaded.problem, stamp))
    found.sort(key=lambda kept: (kept.reviewer, kept.path.name))
    names: set[str] = set()
    unique = []
    for kept in found:
        name, number = kept.reviewer, 1
        while name in names:
            number += 1
            name = f"{kept.reviewer} {number}"
        names.add(name)
        unique.append(kept if name == kept.reviewer else replace(kept, reviewer=name))
    return unique


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes when a journal does; nothing where it can't be told."""
    try:
        status = path.lstat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
