"""``variorum report``: print what corresponds and what differs, without opening the reader."""

from __future__ import annotations

from reader.commands.given import collated, some_paths
from reader.commands.output import write
from reader.export import render, writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reader.collation import Collation
    from reader.export.reviewed import Reviewed


def run(args: argparse.Namespace) -> int:
    """Load, collate, render, write. Raises CommandError where one of them can't be done."""
    given = some_paths(args, "report")

    def tell(collation: Collation) -> None:
        reviews: Sequence[Reviewed] = ()
        # Whoever says whose verdicts, or which, wants verdicts.
        if args.review or args.only or args.reviewer or args.beside:
            collation, reviews = _reviewed(args, given, collation)
        write(render(collation, args.format, reviews), args.output)

    collated(args, given, lambda: writer(args.format), tell)
    return 0


def _reviewed(
    args: argparse.Namespace, given: tuple[str, ...], collation: Collation
) -> tuple[Collation, Sequence[Reviewed]]:
    """The collation with what reviewers made by hand, cut down to ``args.only``, and the reviews."""
    from reader.commands.reviews import reviewed_as_asked
    from reader.export.reviewed import only

    found = reviewed_as_asked(args, given, collation)
    made = only(found.collation, found.matched, args.only) if args.only else found.collation
    return made, found.matched
