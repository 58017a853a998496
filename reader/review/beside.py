"""Journals beside a cluster, in a folder that others may write to: whether a way of theirs leads out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.prose.visible import visible_line
from reader.review.places import BESIDE
from reader.sources.errors import SourceError
from reader.sources.files import Form

if TYPE_CHECKING:
    from pathlib import Path

    from reader.sources.files import Files

#: Journals and folders of them that are looked at.
MOST = 2_000


def check_beside(path: Path, files: Files) -> None:
    """Raises SourceError where there is a link among the journals beside the cluster at a path, or too many to tell."""
    folder = path if files.form(path) is Form.FOLDER else path.parent
    waiting, seen = [folder / BESIDE], 0
    while waiting:
        here = waiting.pop()
        form = files.form(here)
        seen += 1
        if form is Form.OUT:
            raise SourceError(visible_line(str(here)), f"among the verdicts this is {files.link}; remove it")
        if seen > MOST:
            raise SourceError(visible_line(str(folder / BESIDE)), f"there are more than {MOST} files in it")
        if form is Form.FOLDER:
            waiting += [here / name for name in files.names(here)]
