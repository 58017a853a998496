"""What the commands have in common: a cluster from the paths and options that were given."""

from __future__ import annotations

import gc
import os

from reader.commands.talk import CommandError, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from reader.align import Alignment
    from reader.collation import Collation
    from reader.findings import Found
    from reader.story import Cluster


#: Between two looks for cycles so many more objects are made, in a command that ends with its answer: a collation of
#: 10,000 sentences is two million objects, none of them in a cycle that is over, and every look took in all of them.
CYCLES = 10_000_000


def paths(args: argparse.Namespace) -> tuple[str, ...]:
    """The paths that were given, or that of the example.

    Raises CommandError where there is neither, or both, or no such example.
    """
    if args.example is None:
        return tuple(args.paths)
    from reader.sources.examples import example_names, example_path

    names = ", ".join(example_names())
    if not args.example:
        raise CommandError(f"which example? there are: {names}")
    if args.paths:
        raise CommandError("give either paths or --example, not both")
    if args.example not in example_names():
        raise CommandError(f"no example {args.example!r}; there are: {names}")
    return (str(example_path(args.example)),)


def some_paths(args: argparse.Namespace, command: str) -> tuple[str, ...]:
    """The same for a command that needs some.

    Raises CommandError also where there are none, with a hint where a file is called as the command is.
    """
    given = paths(args)
    if not given:
        hint = f"; to read the file or folder called {command}, type ./{command}" if os.access(command, os.F_OK) else ""
        raise CommandError(f"{command} needs a folder or files, or --example NAME{hint}")
    return given


def cluster(args: argparse.Namespace, given: tuple[str, ...]) -> Cluster:
    """The cluster at some paths; what had to be left out is said.

    Raises CommandError where it can't be read.
    """
    from reader.sources import SourceError, load

    try:
        found = load(*given, strict=args.strict, within=args.within)
    except (SourceError, ValueError) as error:
        raise CommandError(str(error)) from error
    for notice in found.notices:
        say(str(notice))
    return found


def collated(
    args: argparse.Namespace,
    given: tuple[str, ...],
    meanwhile: Callable[[], object] = lambda: None,
    tell: Callable[[Collation], object] = lambda collation: None,
) -> Collation:
    """What corresponds and what differs at some paths, against the base that was chosen, or from revision to revision.

    What had to be left out is said, and how less was compared than there is to compare.
    meanwhile: done while another process may search for what differs. tell: done with the answer while that ends.

    Raises CommandError where the cluster can't be read, or has no such version.
    """
    # What both processes need is there before there are two, and nothing else.
    import pickle  # noqa: F401

    from reader.commands.forked import Searcher
    from reader.findings import finding  # noqa: F401
    from reader.prose import countries, kept, quotations, words  # noqa: F401

    kept.ready()
    words.lexicon("en")
    check_base(args)
    gc.set_threshold(CYCLES, *gc.get_threshold()[1:])
    with Searcher() as searcher:
        found = cluster(args, given)
        searcher.read(found)
        from reader.collation import UnknownVersionError, collate

        def searching(cluster: Cluster, alignment: Alignment) -> Callable[[], Found]:
            begun = searcher.search(cluster, alignment)
            meanwhile()
            return begun

        try:
            collation = said(collate(found, args.base, revisions=args.revisions, searching=searching))
        except UnknownVersionError as error:
            raise CommandError(str(error)) from error
        tell(collation)
    return collation


def said(collation: Collation) -> Collation:
    """The same; how less was compared than there is to compare is said."""
    for notice in collation.bounds:
        say(str(notice))
    return collation


def check_base(args: argparse.Namespace) -> None:
    """Raises CommandError where both a base and revisions are asked for."""
    if args.base and args.revisions:
        raise CommandError("give either --base or --revisions: a revision's base is the one before it")
