"""What the library lists, and how a cluster of it is opened. No widget in here; everything runs beside the screen."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.frozen import NamedTuple, replace
from reader.prose.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.app.options import ReaderOptions
    from reader.app.work import Load
    from reader.sources.files import Files
    from reader.sources.library import Entry, Listing
    from reader.story import Cluster


class Item(NamedTuple):
    """A cluster that can be opened."""

    entry: Entry
    reviewed: int | None = None  #: findings that the reviewer has reviewed, as the journal counts them; None: unknown
    findings: int | None = None  #: how many there were when it was open last; None: unknown
    revisions: bool = False  #: to be read as revisions of one article


class Shelf(NamedTuple):
    """Clusters under one heading."""

    name: str
    where: str = ""  #: the folder, fit to be shown
    items: tuple[Item, ...] = ()
    note: str = ""  #: why there are none, or not all


class Library(NamedTuple):
    """What can be opened from here, and how."""

    #: The shelves; looked up in a thread each time that the library is opened. Never raises.
    shelves: Callable[[], tuple[Shelf, ...]]
    #: What loads an item; runs in a thread. What it raises is shown.
    load: Callable[[Item], Load]
    #: Whether what is opened is put on the list of what was opened lately.
    remembers: bool = False


def personal(options: ReaderOptions, folder: str | None = None) -> Library:
    """The library of somebody at their own machine: the clusters of a folder, those opened lately, the examples.

    folder: the one to be listed, with what is below it; by default the one in which the open cluster lies.
    """
    return Library(partial(_personal, options, folder), partial(_load, options), remembers=True)


def confined(root: Path, options: ReaderOptions, folder: Path | None = None) -> Library:
    """A library of the clusters in one folder and below it; nothing else is listed, and nothing else read.

    folder: the one to be listed, by default the root; in its form, the clusters are named.
    """

    def shelves() -> tuple[Shelf, ...]:
        from reader.sources.confined import Confined

        return (_counted(_below(folder or root, "", Confined(root)), options),)

    return Library(shelves, partial(_load, options, within=root), remembers=True)


def _load(options: ReaderOptions, item: Item, within: Path | None = None) -> Load:
    def run(first: Callable[[Cluster], None]) -> Cluster:
        from reader.sources import load

        if within is not None and options.beside:
            from reader.review.beside import check_beside
            from reader.sources.confined import Confined

            for path in item.entry.paths:
                check_beside(Path(path), Confined(within))
        return load(*item.entry.paths, strict=options.strict, first=first, within=within)

    return run


def _personal(options: ReaderOptions, folder: str | None) -> tuple[Shelf, ...]:
    here = _beside(options.paths) if folder is None else _below(Path(folder), _home(Path(folder)))
    examples = _examples()
    lately = _lately(here, examples)
    known = {real_paths(item.entry.paths) for item in examples.items}
    if here.items and all(real_paths(item.entry.paths) in known for item in here.items):
        return tuple(_counted(shelf, options) for shelf in (lately, examples))  # an example is open
    return tuple(_counted(shelf, options) for shelf in (here, lately, examples))


def _below(root: Path, shown: str, files: Files | None = None) -> Shelf:
    from reader.sources import SourceError
    from reader.sources.files import ANYWHERE
    from reader.sources.library import find

    try:
        found = find(root, files or ANYWHERE)
    except SourceError as error:
        return Shelf("Clusters", visible_line(shown), note=error.message)
    return Shelf("Clusters", visible_line(shown), _items(found.entries), _more(found) or _none(found))


def _beside(paths: Sequence[str]) -> Shelf:
    """The clusters in the folder that the open one lies in."""
    from reader.sources import SourceError
    from reader.sources.library import find

    name = "Beside this one"
    places = [Path(path) for path in paths if path != "-"]
    if not places:
        return Shelf(name, note="what came from a pipe has nothing beside it")
    try:
        root = places[0].resolve().parent
        found = find(root, depth=1)
    except (SourceError, OSError, RuntimeError) as error:
        return Shelf(name, note=str(error))
    return Shelf(name, visible_line(_home(root)), _items(found.entries), _more(found) or _none(found))


def _lately(*others: Shelf) -> Shelf:
    """What was opened lately and is still there, without what the other shelves list."""
    from reader.app.recent import recent
    from reader.sources.library import Entry, describe

    listed = {real_paths(item.entry.paths) for shelf in others for item in shelf.items}
    items = []
    for one in recent():
        if real_paths(one.paths) in listed:
            continue
        places = [Path(path) for path in one.paths]
        try:
            if not all(place.exists() for place in places):
                continue
            known = describe(places[0]) if len(places) == 1 else None
            changed = known.changed if known else max(place.stat().st_mtime for place in places)
        except OSError:
            continue
        entry = Entry(one.paths, visible_line(_home(places[0])), one.title, one.versions, changed)
        items.append(Item(entry, findings=one.findings, revisions=one.revisions))
    return Shelf("Opened lately", items=tuple(items), note="" if items else "nothing else yet")


def _examples() -> Shelf:
    from reader.sources.examples import example_names, example_path
    from reader.sources.library import describe

    found = ((name, describe(example_path(name))) for name in example_names())
    return Shelf("Examples", items=_items(replace(entry, name=name) for name, entry in found if entry is not None))


def _counted(shelf: Shelf, options: ReaderOptions) -> Shelf:
    """The shelf with how far the reviews are."""
    from reader.app.recent import recent
    from reader.review.places import reviewer_name
    from reader.review.tally import tally

    try:
        reviewer = reviewer_name(options.reviewer)
    except ValueError:
        return shelf
    totals = {real_paths(one.paths): one.findings for one in recent()}
    items = []
    for item in shelf.items:
        reviewed = tally(item.entry.paths, reviewer, beside=options.beside)
        items.append(item._replace(reviewed=reviewed, findings=totals.get(real_paths(item.entry.paths))))
    return shelf._replace(items=tuple(items))


def _items(entries: Iterable[Entry]) -> tuple[Item, ...]:
    return tuple(Item(entry) for entry in entries)


def _more(found: Listing) -> str:
    return "" if found.complete else "there is more here than is listed"


def _none(found: Listing) -> str:
    return "" if found.entries else "there is no cluster here"


def real_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Where paths lead, to tell whether they are the same."""
    return tuple(os.path.realpath(path) for path in paths)


def _home(path: Path) -> str:
    """A path as people write it: with ~ for the home folder."""
    absolute = str(path.absolute())
    home = str(Path.home())
    return "~" + absolute[len(home) :] if absolute == home or absolute.startswith(home + os.sep) else absolute
