"""``variorum report``: print what corresponds and what differs, without opening the reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.collation import collate, resolve_base
from reader.commands.given import paths
from reader.commands.output import write
from reader.commands.talk import CommandError, say
from reader.export import render
from reader.sources import SourceError, load

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Load, collate, render, write. Raises CommandError where one of them can't be done."""
    given = paths(args)
    if not given:
        hint = "; to read the file or folder called report, type ./report" if Path("report").exists() else ""
        raise CommandError(f"report needs a folder or files, or --example NAME{hint}")
    try:
        cluster = load(*given, strict=args.strict)
        base = resolve_base(cluster, args.base)
    except (SourceError, ValueError) as error:
        raise CommandError(str(error)) from error
    for notice in cluster.notices:
        say(str(notice))
    write(render(collate(cluster, base), args.format), args.output)
    return 0
