"""The command line: what may be typed, and which command it means.

``variorum PATH...`` opens the reader; a first word that is a command's name is that command. What a command needs is
imported when it runs: ``--help`` and ``--version`` load nothing but argparse, and only the reader loads Textual.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import reader
from reader.commands.talk import BAD_INPUT, INTERRUPTED, PIPE_CLOSED, CommandError, say, visible
from reader.export import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_DESCRIPTION = "Read every version of a story at once: what each adds, leaves out and contradicts."

_READER_EPILOG = """\
A PATH is a folder of .txt or .md files, one version each; such a file; a .json or .jsonl of articles; or - for
JSON Lines on standard input. Several paths are put together into one cluster.

commands:
  variorum PATH...          open the reader
  variorum report PATH...   print the findings as JSON, Markdown, HTML or CSV; see variorum report --help
A file or folder that has a command's name is opened as ./report.

exit codes: 0 done, 2 bad input or no terminal, 128+N ended by signal N
"""

_REPORT_EPILOG = """\
Bad input is named on standard error, with exit code 2; so are files that had to be left out, with exit code 0, unless
--strict is given. The report itself is UTF-8, whatever the locale.
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """As argparse does, but never printing an argument's control characters."""
        self.print_usage(sys.stderr)
        say(message)
        raise SystemExit(BAD_INPUT)


def _parser(prog: str, epilog: str) -> _Parser:
    parser = _Parser(
        prog=prog,
        description=_DESCRIPTION,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="the versions of one story")
    parser.add_argument(
        "--example",
        nargs="?",
        const="",
        metavar="NAME",
        help="take an example cluster instead of paths; variorum alone lists them",
    )
    parser.add_argument("--base", metavar="ID", help="compare with this version: its id or its outlet")
    parser.add_argument("--strict", action="store_true", help="refuse a cluster of which any part can't be read")
    return parser


def _read_parser() -> _Parser:
    parser = _parser("variorum", _READER_EPILOG)
    parser.add_argument("--theme", metavar="NAME", help="the theme to begin with; T in the reader shows them")
    parser.add_argument("--ascii", action="store_true", default=None, help="draw with ASCII signs; so under LC_ALL=C")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="version", version=f"variorum {reader.__version__}")
    return parser


def _report_parser() -> _Parser:
    parser = _parser("variorum report", _REPORT_EPILOG)
    parser.add_argument("--format", choices=tuple(FORMATS), default="json", help="default: json")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE, in full or not at all")
    return parser


def _read(words: Sequence[str]) -> int:
    args = _read_parser().parse_args(words)
    if not args.paths and not args.example:
        return _what_to_type()
    from reader.commands.read import run

    return run(args)


def _report(words: Sequence[str]) -> int:
    args = _report_parser().parse_args(words)
    from reader.commands.report import run

    return run(args)


def _what_to_type() -> int:
    from reader.sources.examples import example_names

    print(_DESCRIPTION)
    print("\nType the path of a story, a folder with one text file a version:\n  variorum PATH...")
    print("\nor open an example:")
    for name in example_names():
        print(f"  variorum --example {visible(name)}")
    print("\nvariorum --help tells the rest.")
    return 0


#: A first word that is none of these is a path.
_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"report": _report}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code. argv: what stands after the program's name, else that of this process."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = _COMMANDS.get(words[0]) if words else None
    try:
        code = command(words[1:]) if command else _read(words)
        sys.stdout.flush()
    except CommandError as error:
        say(str(error))
        return BAD_INPUT
    except BrokenPipeError:
        # Whoever read the report has stopped, as head does. Python would complain once more while flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
