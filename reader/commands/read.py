"""``variorum PATH...``: open the reader."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.given import check_base, some_paths
from reader.commands.talk import CommandError, say
from reader.commands.terminal import (
    LINEAR,
    NoTerminalError,
    colour_system,
    has_colours,
    is_gnu_screen,
    keys_from_terminal,
    require_terminal,
)

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Check the terminal, then hand over to the app, which loads the cluster itself once it has something on screen.

    Where there is no terminal to read on, or ``args.linear`` asks for it, the story is printed as linear text instead.
    Raises CommandError where there is no cluster to read.
    Returns the app's exit code.
    """
    given = some_paths(args, "read") if args.confinement is None else tuple(args.paths)
    check_base(args)
    if args.linear:
        return _linear(args, given)
    shelf = _folder_of_clusters(given, args.within)
    try:
        require_terminal(os.environ)
        keys_from_terminal()
    except NoTerminalError as error:
        if shelf:
            told = "and there are several clusters in this folder's folders; give the path of one"
            raise CommandError(f"{shelf}: {error}, {told}") from error
        say(f"{error}; here is the text instead, as {LINEAR} prints it")
        return _linear(args, given)
    colours = colour_system(os.environ)
    if colours:
        os.environ["TEXTUAL_COLOR_SYSTEM"] = colours
    elif not has_colours(os.environ):
        os.environ["NO_COLOR"] = "1"  # Textual takes every terminal that it doesn't know for one with 16
    # Else the mouse is told of by the pixel, wherever a terminal can, and each is a message over the line.
    os.environ["TEXTUAL_SMOOTH_SCROLL"] = "0"
    gc.disable()  # while modules are imported there is nothing to collect; the reader turns it on after its first frame
    from reader.app.app import run_reader
    from reader.app.library import confined, personal
    from reader.app.opening import is_answer
    from reader.app.options import ReaderOptions
    from reader.sources import SourceError

    options = ReaderOptions(
        paths=() if shelf else given,
        base=args.base,
        revisions=args.revisions,
        strict=args.strict,
        theme=args.theme,
        ascii=args.ascii,
        mouse=not args.no_mouse and not is_gnu_screen(os.environ),
        reviewer=args.reviewer,
        beside=args.beside,
        confinement=args.confinement,
        disagreements=args.disagreements,
    )
    if args.within is None:
        library = personal(options, shelf)
    else:
        library = confined(Path(args.within), options, Path(shelf or "."))
    try:
        return run_reader(options, tell=say, library=library)
    except (SourceError, ValueError) as error:
        if is_answer(error):
            raise CommandError(str(error)) from error
        raise


def _folder_of_clusters(given: tuple[str, ...], within: str | None) -> str | None:
    """The one folder given, where it is no cluster but holds some: what is in it can be chosen from."""
    if len(given) != 1 or (within is None and not _has_folders(given[0])):
        return None
    from reader.sources.confined import Confined
    from reader.sources.files import ANYWHERE
    from reader.sources.library import is_library

    return given[0] if is_library(Path(given[0]), ANYWHERE if within is None else Confined(Path(within))) else None


def _has_folders(path: str) -> bool:
    """Whether there are folders in a folder: few clusters have any, and those are not looked at before the reader."""
    try:
        with os.scandir(path) as entries:
            return any(entry.is_dir() and not entry.name.startswith(".") for entry in entries)
    except (OSError, ValueError):
        return False


def _linear(args: argparse.Namespace, given: tuple[str, ...]) -> int:
    from reader.commands.linear import run as print_linear

    return print_linear(args, given)
