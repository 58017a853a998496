"""Which clusters lie in a folder, found cheaply: no text is taken apart and nothing is compared.

A cluster is a folder with two or more text files, with a cluster.toml, or with files of articles; and in the folder
that is listed itself, each file of two or more articles. Hidden folders are passed over, and links that lead out.
"""

from __future__ import annotations

import stat
from collections import deque

from reader.frozen import dataclass
from reader.prose.visible import visible_line
from reader.sources import clustertoml
from reader.sources.decoding import decode
from reader.sources.errors import SourceError
from reader.sources.files import ANYWHERE, Form, natural, reason
from reader.sources.folder import is_version
from reader.sources.registry import DATA, TEXT, read_file
from reader.sources.textfile import front_matter

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.sources.files import Files

#: How far below the folder clusters are looked for: 1 is in the folder itself.
DEPTH = 3
#: Files and folders that are looked at, clusters that are listed.
MOST_LOOKED_AT = 20_000
MOST_CLUSTERS = 1_000
#: Bytes of a file that is read for its headline and for how many articles there are in it, and of all that are read.
LARGEST_READ = 1_000_000
MOST_READ = 20_000_000
#: Characters of a title.
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A cluster as a list shows it."""

    paths: tuple[str, ...]  #: what ``load`` takes
    name: str  #: the path below the folder that was listed, fit to be shown
    title: str  #: fit to be shown
    versions: int | None  #: None: too large to be counted
    changed: float  #: when any of its files was last changed, in seconds since 1970, UTC
    problem: str = ""  #: what is wrong with its cluster.toml, fit to be shown


@dataclass(frozen=True, slots=True)
class Listing:
    """The clusters in a folder."""

    entries: tuple[Entry, ...]
    complete: bool = True  #: False: a bound was reached and there may be more


def find(root: Path, files: Files = ANYWHERE, *, depth: int = DEPTH, most: int = MOST_CLUSTERS) -> Listing:
    """The clusters in a folder and in the folders below it, those further up first, each folder's by name.

    depth: 1 looks only at what lies in the folder itself. SourceError where the folder can't be listed; one below it
    that can't is passed over.
    """
    return _Search(root, files, depth, most).run()


def describe(path: Path, files: Files = ANYWHERE) -> Entry | None:
    """The entry of one cluster by its path, named after it; None where there is none."""
    search = _Search(path.parent, files, 1, 1)
    match files.form(path):
        case Form.FOLDER:
            return search.folder(path, search.scan(path), visible_line(path.name))
        case Form.FILE:
            return search.file(path)
    return None


def is_library(path: Path, files: Files = ANYWHERE) -> bool:
    """Whether a folder is no cluster itself, but has clusters in the folders below it."""
    try:
        search = _Search(path, files, DEPTH, 1)
        here = search.scan(path)
        return not here.is_cluster and not here.data and bool(search.run().entries)
    except SourceError:
        return False


@dataclass(frozen=True, slots=True)
class _Scan:
    """What lies in one folder: regular files and folders, by name."""

    folders: Sequence[Path]
    texts: Sequence[Path]
    data: Sequence[Path]
    settings: Path | None

    @property
    def is_cluster(self) -> bool:
        return len(self.texts) > 1 or self.settings is not None or (bool(self.data) and not self.texts)


class _Search:
    """One search, with what is left of its bounds."""

    def __init__(self, root: Path, files: Files, depth: int, most: int) -> None:
        self._root = root
        self._files = files
        self._depth = depth
        self._most = most
        self._looked_at = 0
        self._read = 0
        self._complete = True

    def run(self) -> Listing:
        entries: list[Entry] = []
        folders = deque([(self._root, 1)])
        seen = {self._identity(self._root)}
        while folders and self._complete:
            folder, level = folders.popleft()
            try:
                here = self.scan(folder)
            except SourceError:
                if level == 1:
                    raise
                continue
            for entry in self._entries(folder, here, level):
                if len(entries) == self._most:
                    self._complete = False
                    break
                entries.append(entry)
            if level <= self._depth:
                for path in here.folders:
                    if (known := self._identity(path)) not in seen:
                        seen.add(known)
                        folders.append((path, level + 1))
        return Listing(tuple(entries), self._complete)

    def _entries(self, folder: Path, here: _Scan, level: int) -> Iterator[Entry]:
        if level == 1:
            yield from (entry for path in here.data if (entry := self.file(path)) is not None)
        elif here.is_cluster:
            entry = self.folder(folder, here, visible_line(str(folder.relative_to(self._root))))
            if entry is not None:
                yield entry

    def scan(self, folder: Path) -> _Scan:
        """What lies in a folder. SourceError where it can't be listed."""
        folders: list[Path] = []
        texts: list[Path] = []
        data: list[Path] = []
        settings: Path | None = None
        try:
            names = sorted(self._files.names(folder), key=lambda name: (natural(name), name))
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            told = reason(error) if isinstance(error, OSError) else "no folder can have such a name"
            raise SourceError(visible_line(str(folder)), told) from None
        left = MOST_LOOKED_AT - self._looked_at
        self._looked_at += len(names)
        self._complete = self._complete and len(names) <= left
        for name in names[:left]:
            if name.startswith("."):
                continue
            path = folder / name
            form = self._files.form(path, folder)
            if form is Form.FOLDER:
                folders.append(path)
            elif form is Form.FILE and name == clustertoml.NAME:
                settings = path
            elif form is Form.FILE and is_version(name) and self._status(path) is not None:
                (texts if path.suffix.lower() in TEXT else data).append(path)
        return _Scan(folders, texts, data, settings)

    def folder(self, folder: Path, here: _Scan, name: str) -> Entry | None:
        """The entry of a folder; None where there is no cluster in it after all."""
        if not here.is_cluster:
            return None
        title, problem, first = None, "", here.texts[0] if here.texts else None
        versions: int | None = len(here.texts)
        if here.settings is not None:
            try:
                settings = clustertoml.read(here.settings, self._files)
                title = settings.title
                first = next((path for path in here.texts if path.name in settings.order[:1]), first)
            except SourceError as error:
                problem = error.message
        if not here.texts:
            counts = [self._articles(path) for path in here.data]
            known = [found for found in counts if found is not None]
            versions = sum(count for count, _ in known) if len(known) == len(counts) else None
            if versions is not None and versions < 2 and here.settings is None:
                return None
            title = title or next((told for _, told in known if told), None)
        title = title or (self._headline(first) if first else None) or folder.name
        changed = self._changed((*here.texts, *here.data, *([here.settings] if here.settings else ())))
        path = "./-" if str(folder) == "-" else str(folder)  # which would be standard input
        return Entry((path,), name, _short(title), versions, changed, visible_line(problem))

    def file(self, path: Path) -> Entry | None:
        """The entry of a file of articles; None where there are fewer than two in it."""
        if path.suffix.lower() not in DATA:
            return None
        found = self._articles(path)
        count, title = found if found is not None else (None, None)
        if count is not None and count < 2:
            return None
        return Entry((str(path),), visible_line(path.name), _short(title or path.stem), count, self._changed([path]))

    def _articles(self, path: Path) -> tuple[int, str | None] | None:
        """How many articles are in a file, and what it or the first is called; None where it is too large to count."""
        if not self._may_read(path):
            return None
        try:
            found = read_file(path, files=self._files)
        except SourceError:
            return 0, None
        headline = next((article.headline for article in found.articles if article.headline), None)
        return len(found.articles), found.title or headline

    def _headline(self, path: Path) -> str | None:
        """The headline of a text file, as far as its first line is one."""
        if not self._may_read(path):
            return None
        try:
            text, _ = decode(self._files.read(path, path.name), path.name)
        except SourceError:
            return None
        told = front_matter(text).get("headline")
        return told or next((line.strip(" #\t\r") for line in text.split("\n") if line.strip(" #\t\r")), None)

    def _may_read(self, path: Path) -> bool:
        """Whether a file is small enough to be read for a list; what is read counts."""
        status = self._status(path)
        size = status.st_size if status is not None else 0
        if size > LARGEST_READ or self._read + size > MOST_READ:
            return False
        self._read += size
        return True

    def _status(self, path: Path) -> os.stat_result | None:
        """Of a regular file: nobody waits for a pipe here."""
        try:
            status = self._files.status(path)
        except OSError:
            return None
        return status if stat.S_ISREG(status.st_mode) else None

    def _changed(self, paths: Sequence[Path]) -> float:
        return max((status.st_mtime for path in paths if (status := self._status(path)) is not None), default=0.0)

    def _identity(self, folder: Path) -> tuple[int, int] | str:
        """What is the same for two ways to one folder."""
        try:
            status = self._files.status(folder)
        except OSError:
            return str(folder)
        return status.st_dev, status.st_ino


def _short(title: str) -> str:
    return " ".join(visible_line(title).split())[:LONGEST_TITLE]
