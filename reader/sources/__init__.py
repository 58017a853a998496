"""Ways in: files, folders, standard input -> Cluster; one module a format, and one registry of them."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from reader.prose.visible import visible_line
from reader.sources import clustertoml
from reader.sources.article import Found
from reader.sources.errors import SourceError
from reader.sources.examples import example_names, example_path
from reader.sources.files import ANYWHERE, Form, Together, bounded
from reader.sources.folder import read_folder
from reader.sources.registry import read_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from reader.sources.files import Files
    from reader.story import Cluster, Notice

__all__ = ["SourceError", "example_names", "example_path", "load"]


def load(
    *paths: str | os.PathLike[str],
    strict: bool = False,
    stdin: IO[bytes] | IO[str] | None = None,
    first: Callable[[Cluster], None] | None = None,
    within: str | os.PathLike[str] | None = None,
) -> Cluster:
    """The cluster in some files, a folder, or both.

    paths: folders of text files, text files, .json and .jsonl files of articles; "-" reads JSON Lines from standard
    input (``stdin`` instead, where it is given, up to the bound of a file). Versions stand in the order of the paths.
    first: called with the first few versions as they lie there, for whoever wants something to read meanwhile.
    within: a folder outside which nothing is read, whatever the paths, ``cluster.toml`` and links say: for paths from
    somebody who isn't trusted. Links are not followed then, and standard input is not read.
    What can't be read is left out, with a notice in ``cluster.notices``; ``strict`` makes it an error.
    Raises SourceError where fewer than two versions are left, or past the bounds in ``reader.sources.limits``.
    """
    if not paths:
        raise SourceError("variorum", "no path given; name a folder of text files, several files, or a .jsonl file")
    files: Files = ANYWHERE
    if within is not None:
        from reader.sources.confined import Confined

        files, stdin = Confined(Path(within)), io.BytesIO()
    found: list[Found] = []
    problems: list[Notice] = []
    together = Together()
    for path in paths:
        try:
            one = _read(path, stdin, files)
        except SourceError as error:
            if strict or len(paths) == 1:
                raise
            problems.append(error.notice)
        else:
            found.append(together.add(one, visible_line(os.fspath(path))))
    everything = [*found, Found(problems=tuple(problems))]
    if first is not None:
        from reader.sources.glance import glance

        if (few := glance(everything)) is not None:
            first(few)
    from reader.sources import assemble  # taking text apart takes longer to import than the first paint may wait

    return assemble.cluster(everything, strict=strict)


def _read(path: str | os.PathLike[str], stdin: IO[bytes] | IO[str] | None, files: Files) -> Found:
    if os.fspath(path) == "-":
        return _read_stdin(stdin)
    place = Path(path)
    if place.name == clustertoml.NAME:
        place = place.parent
    if files.form(place) is Form.FOLDER:
        return read_folder(place, files)
    one = read_file(place, files=files)
    return Found(one.articles, one.notices, one.title, one.base, visible_line(place.stem), one.problems)


def _read_stdin(stdin: IO[bytes] | IO[str] | None) -> Found:
    from reader.sources import jsonfile

    where = "standard input"
    if stdin is None and sys.stdin is None:
        raise SourceError(where, "it is closed; give a path, or articles to read there")
    data = bounded(sys.stdin.buffer if stdin is None else stdin, where)
    return jsonfile.read_lines(data, where, "version", None)
