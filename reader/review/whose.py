"""Whose reviews a cluster's are when it lies somewhere else than it did: it is known again by what its versions tell.

Beside the journals lies ``cluster.json``: the paths that the cluster was read from and a fingerprint of every version.
Reviews are looked for by path first. Where there are none, another folder of journals is taken that is

- about the very same texts, or
- about a cluster of which at least half of the versions are here, and which isn't where it was any more, or was read
  from some of the same files.

So an edited text, a version more, a moved and a renamed folder all keep their review; two clusters that only resemble
each other don't share one. Nothing is moved: at the first decision the new place gets a ``cluster.json`` that names the
folder. It is no record of anything decided, and losing it costs nothing but that.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.frozen import NamedTuple, dataclass
from reader.prose.visible import visible_line
from reader.review.places import BESIDE, folder, journal_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.story import Cluster, Version

SCHEMA = "variorum-cluster/1"
NAME = "cluster.json"
#: Bytes of such a file, and how many folders of journals are looked through.
LARGEST = 1_000_000
MOST_FOLDERS = 10_000
#: Characters of a text's beginning by which a version is known whose end was edited.
HEAD = 200


@dataclass(frozen=True, slots=True)
class Home:
    """Where the reviews of a cluster are."""

    folder: Path
    named: Path  #: the folder that its paths name
    before: str | None = None  #: where the cluster lay that they were written on, if it is not known by its paths
    shared: int = 0  #: how many versions are the same as there
    total: int = 0  #: how many there are here

    @property
    def told(self) -> str | None:
        """What to tell the reviewer, in a sentence; None where there is nothing to tell."""
        if self.before is None:
            return None
        same = "all" if self.shared == self.total else f"{self.shared} of {self.total}"
        where = f"of {self.before}" if self.before else "of a cluster read before"
        return f"the review {where} goes on here: {same} versions are the same"


class Prints(NamedTuple):
    """By what a version is known again."""

    text: str  #: a digest of its words, whatever the white space between them
    head: str  #: the same of its beginning
    url: str


def home(
    cluster: Cluster, paths: Sequence[str | os.PathLike[str]], *, beside: bool = False, state: Path | None = None
) -> Home:
    """The folder of a cluster's journals, which need not be there yet. Arguments and errors as of ``places.folder``."""
    named = folder(cluster, paths, beside=beside, state=state)
    if beside and named.name == BESIDE:  # it lies inside the cluster, and moves with it
        return Home(named, named)
    found = by_name(named)
    if _has_journals(found):
        return Home(found, named)
    return _best(named, prints(cluster), _lying(paths, named, beside=beside)) or Home(named, named)


def by_name(named: Path) -> Path:
    """The folder of journals for a cluster whose paths name a folder: that one, or the one that its pointer names."""
    with contextlib.suppress(OSError):
        if not journal_paths(named):
            pointed = _read(named).get("review")
            if isinstance(pointed, str) and pointed not in ("", ".", "..") and Path(pointed).name == pointed:
                return named.parent / pointed
    return named


def remember(found: Home, cluster: Cluster, paths: Sequence[str | os.PathLike[str]], *, beside: bool = False) -> None:
    """Write down what the cluster is, beside its journals. What can't be written is left out: it is only a help."""
    if beside and found.named.name == BESIDE:
        return
    versions = [one._asdict() for one in prints(cluster)]
    known = _read(found.folder)
    lying = _lying(paths, found.named, beside=beside)
    before = _strings(known.get("paths"))
    stays = found.folder != found.named and not _are_gone(before, found.named)  # a copy: the other one lies there still
    facts = {"schema": SCHEMA, "title": cluster.title, "paths": before if stays else lying, "versions": versions}
    with contextlib.suppress(OSError):
        if facts != known:
            _write(found.folder, facts, private=not beside)
        pointer = {"schema": SCHEMA, "review": found.folder.name}
        if found.folder != found.named and _read(found.named) != pointer:
            found.named.mkdir(mode=0o700, exist_ok=True)
            _write(found.named, pointer, private=not beside)


def prints(cluster: Cluster) -> tuple[Prints, ...]:
    """The fingerprints of the versions; an address counts where no other version has it."""
    urls = Counter(version.url for version in cluster.versions)
    return tuple(_prints(version, urls) for version in cluster.versions)


def in_common(one: Iterable[Prints], other: Iterable[Prints]) -> int:
    """How many versions of one cluster the other has too, each counted once."""
    left, right = list(one), list(other)
    count = 0
    for part in range(len(Prints._fields)):
        there = Counter(prints[part] for prints in right if prints[part])
        rest = []
        for prints in left:
            if there[prints[part]]:
                there[prints[part]] -= 1
                right.remove(next(known for known in right if known[part] == prints[part]))
                count += 1
            else:
                rest.append(prints)
        left = rest
    return count


def _prints(version: Version, urls: Mapping[str | None, int]) -> Prints:
    words = " ".join(version.text.split())
    url = version.url if version.url and urls[version.url] == 1 else ""
    return Prints(_digest(words), _digest(words[:HEAD]), url)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16] if words else ""


def _best(named: Path, here: Sequence[Prints], lying: Sequence[str]) -> Home | None:
    """The reviews of the cluster that shares most with this one, where they can be the same."""
    best: tuple[bool, int, str] | None = None
    found = None
    for other, facts in _others(named):
        there = _versions(facts)
        shared = in_common(here, there)
        same = shared == len(here) == len(there) and {p.text for p in here} == {p.text for p in there}
        paths = _strings(facts.get("paths"))
        half = 2 * shared >= max(len(here), len(there)) or shared == min(len(here), len(there)) > 1
        if not same and not (half and (set(paths) & set(lying) or _are_gone(paths, named))):
            continue
        rank = (same, shared, other.name)
        if best is None or rank > best:
            best = rank
            where = visible_line(os.path.commonpath(paths) if len(paths) > 1 else paths[0]) if paths else ""
            found = Home(other, named, where, shared, len(here))
    return found


def _others(named: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The other folders of journals that lie there, with what they say of their cluster."""
    try:
        with os.scandir(named.parent) as entries:
            names = sorted(entry.name for entry in islice(entries, MOST_FOLDERS) if entry.is_dir(follow_symlinks=False))
    except OSError:
        return
    for name in names:
        other = named.parent / name
        if other != named and (facts := _read(other)) and "versions" in facts and _has_journals(other):
            yield other, facts


def _versions(facts: Mapping[str, Any]) -> list[Prints]:
    found = []
    versions = facts.get("versions")
    for version in versions if isinstance(versions, list) else ():
        values = _strings([version.get(field) for field in Prints._fields] if isinstance(version, dict) else [])
        if len(values) == len(Prints._fields):
            found.append(Prints(*values))
    return found


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _lying(paths: Sequence[str | os.PathLike[str]], named: Path, *, beside: bool) -> list[str]:
    """Where the cluster lies: real paths; beside it, in a folder that is shared, as seen from there."""
    real = sorted(Path(path).resolve() for path in paths if os.fspath(path) != "-")
    if not beside:
        return [str(path) for path in real]
    return [os.path.relpath(path, named.parent) for path in real]


def _are_gone(paths: Sequence[str], named: Path) -> bool:
    return not any(os.path.lexists(named.parent / path) for path in paths)


def _has_journals(found: Path) -> bool:
    try:
        return bool(journal_paths(found))
    except OSError:  # it is there and can't be read: whoever reads the journals is told so
        return True


def _read(found: Path) -> Mapping[str, Any]:
    """What ``cluster.json`` says in a folder; nothing where there is none, or none that can be used."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(found / NAME, flags), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
                return {}
            facts = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) and facts.get("schema") == SCHEMA else {}


def _write(found: Path, facts: Mapping[str, Any], *, private: bool) -> None:
    """There in full or not at all."""
    handle, name = tempfile.mkstemp(prefix=".cluster-", suffix=".part", dir=found)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(facts, file)
        if not private:  # whoever may read the folder may read this
            part.chmod(stat.S_IMODE(found.stat().st_mode) & 0o666)
        part.replace(found / NAME)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
