"""What the reader and the report have in common: a cluster from the paths and options that were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.talk import CommandError

if TYPE_CHECKING:
    import argparse


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
