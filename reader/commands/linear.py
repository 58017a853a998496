"""``variorum read --linear PATH...``: the story as plain text, passage by passage, with its findings in words."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.signs import ascii_text, wants_ascii
from reader.commands.given import collated
from reader.commands.output import write
from reader.commands.reviews import reviewed
from reader.commands.talk import say
from reader.export.linear import render
from reader.review.agreement import agreement
from reader.story import Notice

if TYPE_CHECKING:
    import argparse

#: The width where there is no terminal that has one.
WIDTH = 80


def run(args: argparse.Namespace, given: tuple[str, ...]) -> int:
    """Load, collate, print, with what reviewers decided. Raises CommandError where one of them can't be done."""
    collation = collated(args, given)
    found = reviewed(given, collation, reviewers=None, beside=args.beside, strict=args.strict)
    told = found.collation
    if args.disagreements:
        differ = agreement([f.id for f in told.findings], found.matched).disagreements
        some = tuple(f for f in told.findings if f.id in differ)
        notice = Notice("review", _disagreements(len(some), len(found.matched)))
        say(str(notice))
        told = replace(told, findings=some, bounds=(*told.bounds, notice))
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    text = render(told, found.matched, width)
    # A pipe gets all characters whatever the locale, as every report does.
    ascii = args.ascii
    if ascii is None:
        ascii = sys.stdout is not None and sys.stdout.isatty() and wants_ascii(os.environ)
    write(ascii_text(text) if ascii else text, None)
    return 0


def _disagreements(count: int, reviews: int) -> str:
    """What is left of the findings where only those are told about which reviewers disagree."""
    if reviews < 2:
        return f"two reviews or more can disagree; there is {'one' if reviews else 'none'}, so no finding is told"
    findings = "1 finding" if count == 1 else f"{count} findings" if count else "no finding"
    return f"only what reviewers disagree about is told: {findings}"
