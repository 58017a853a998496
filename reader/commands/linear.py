"""``variorum read --linear PATH...``: the story as plain text, passage by passage, with its findings in words."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.commands.given import cluster, collated
from reader.commands.output import write
from reader.commands.reviews import reviewed
from reader.export.linear import render
from reader.review.agreement import agreement

if TYPE_CHECKING:
    import argparse

#: The width where there is no terminal that has one.
WIDTH = 80


def run(args: argparse.Namespace, given: tuple[str, ...]) -> int:
    """Load, collate, print, with what reviewers decided. Raises CommandError where one of them can't be done."""
    collation = collated(args, cluster(args, given))
    found = reviewed(given, collation, reviewers=None, beside=args.beside, strict=args.strict)
    told = found.collation
    if args.disagreements:
        differ = agreement([f.id for f in told.findings], found.matched).disagreements
        told = replace(told, findings=tuple(f for f in told.findings if f.id in differ))
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    write(render(told, found.matched, width), None)
    return 0
