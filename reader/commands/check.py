"""``variorum check``: are there contradictions that nobody has decided on?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.collation import collate
from reader.commands.given import cluster, said, some_paths
from reader.commands.output import write
from reader.commands.reviews import reviewed_as_asked, say_vanished
from reader.commands.talk import OPEN
from reader.review.tell import one_line, open_contradictions

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Print one line for each contradiction that is open. Returns ``OPEN`` where there are some, else 0.

    Raises CommandError where that can't be told.
    """
    given = some_paths(args, "check")
    found = reviewed_as_asked(args, given, said(collate(cluster(args, given))))
    say_vanished(found.matched)
    left = open_contradictions(found.collation, found.matched)
    write("".join(f"{one_line(finding)}\n" for finding in left), None)
    return OPEN if left else 0
