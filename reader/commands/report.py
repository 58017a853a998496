"""``variorum report``: print what corresponds and what differs, without opening the reader."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.collation import collate, resolve_base
from reader.commands.given import paths
from reader.commands.output import write
from reader.commands.talk import Failure, say
from reader.export import render
from reader.sources import SourceError, load


def run(args: argparse.Namespace) -> int:
    """Load, collate, render, write. Raises Failure where one of them can't be done."""
    given = paths(args)
    if not given:
        hint = "; to read the file or folder called report, type ./report" if Path("report").exists() else ""
        raise Failure(f"report needs a folder or files, or --example NAME{hint}")
    try:
        cluster = load(*given, strict=args.strict)
        base = resolve_base(cluster, args.base)
    except (SourceError, ValueError) as error:
        raise Failure(str(error)) from error
    for notice in cluster.notices:
        say(str(notice))
    write(render(collate(cluster, base), args.format), args.output)
    return 0
