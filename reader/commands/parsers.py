"""What each command takes: its options, and its ``--help``."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import reader
from reader.commands.talk import BAD_INPUT, DESCRIPTION, say
from reader.export import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_READER_EPILOG = """\
A PATH is a folder of .txt or .md files, one version each; such a file; a .json or .jsonl of articles; or - for
JSON Lines on standard input. Several paths are put together into one cluster. A folder of
such folders opens the library, to choose in.

commands (each has a --help of its own):
  variorum PATH...                   open the reader; variorum read PATH... does the same
  variorum read --linear PATH...     print the story as plain text, passage by passage, with its findings in words
  variorum report PATH...            print the findings as JSON, Markdown, HTML or CSV, with verdicts if asked for
  variorum explain PATH... FINDING   print why a finding is one: its evidence, the values read, the rule
  variorum check PATH...             name the contradictions that nobody has decided on
  variorum agree PATH...             compare the verdicts of several reviewers
  variorum serve-session ROOT        for ForceCommand of sshd: the clusters below ROOT, and nothing else
A file or folder that has a command's name is opened as ./report.

exit codes: 0 done, 2 bad input, 10 open contradictions (check), 128+N ended by signal N
"""

_REPORT_EPILOG = """\
Bad input is named on standard error, with exit code 2; so are files that had to be left out, with exit code 0, unless
--strict is given. The report itself is UTF-8, whatever the locale.
"""

_EXPLAIN_EPILOG = """\
FINDING is the id of a finding, or the beginning of one: the reader, variorum report and variorum check show them.
"""

_CHECK_EPILOG = """\
A contradiction is open until a reviewer gave a verdict on it, and again when its words change afterwards. One line
each: the id, the type, the strength, and who says what.

exit codes: 0 none is open, 10 some are, 2 bad input
"""

_SERVE_EPILOG = """\
For ForceCommand in sshd_config, or command= in authorized_keys; docs/ssh.md shows how. What the user asks for is read
from SSH_ORIGINAL_COMMAND: the name of a cluster, a report on one, or nothing. The options are the administrator's.
"""

_AGREE_EPILOG = """\
Of each two reviewers: the share of findings that they judged alike, and Cohen's kappa, which takes off what chance
would give by their habits; of three and more also Krippendorff's alpha, the same for all of them together. 1 is full
agreement, 0 as much as chance gives. Then every finding that was judged, with who said what: first those on which
verdicts differ.
variorum PATH... --disagreements opens those in the reader, as a review of their own.
"""


class _Help(argparse.RawDescriptionHelpFormatter):
    """argparse asks for one with every option that is added, and for the terminal's width with each."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """As ``shutil.get_terminal_size`` says, without what importing that costs."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


class Parser(argparse.ArgumentParser):
    """Says what is wrong as all commands do."""

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Options and paths in any order. What argparse reads in one go need not be read as its slower way does."""
        args, left = self.parse_known_args(words)
        return self.parse_intermixed_args(words) if left else args

    def error(self, message: str) -> NoReturn:
        """As argparse does, but never printing an argument's control characters."""
        self.print_usage(sys.stderr)
        say(message)
        raise SystemExit(BAD_INPUT)


def _parser(command: str, epilog: str, description: str = DESCRIPTION, base: bool = True) -> Parser:
    """What all commands take. base: whether it matters which version the others are compared with."""
    parser = Parser(
        prog=f"variorum {command}".rstrip(),
        description=description,
        epilog=epilog,
        formatter_class=_Help,
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
    if base:
        parser.add_argument("--base", metavar="ID", help="compare with this version: its id or its outlet")
        parser.add_argument(
            "--revisions",
            action="store_true",
            help="these are revisions of one article: compare each with the one before it, and tell its history",
        )
    parser.add_argument("--strict", action="store_true", help="refuse a cluster of which any part can't be read")
    parser.set_defaults(within=None, confinement=None)  # a served session sets them
    return parser


def _add_reviews(parser: Parser) -> None:
    """Whose verdicts count, and where they lie."""
    parser.add_argument(
        "--reviewer", action="append", metavar="NAME", help="only this reviewer's verdicts; may be given again"
    )
    parser.add_argument("--beside", action="store_true", help="the verdicts lie beside the cluster, not at the user's")


def read_parser() -> Parser:
    """Of the reader."""
    parser = _parser("", _READER_EPILOG)
    parser.add_argument(
        "--linear",
        action="store_true",
        help="print plain text for a screen reader, a pager or a pipe; so where there is no terminal to read on",
    )
    parser.add_argument("--reviewer", metavar="NAME", help="who gives the verdicts, if not $USER")
    parser.add_argument("--beside", action="store_true", help="keep the verdicts beside the cluster, not at the user's")
    parser.add_argument(
        "--disagreements", action="store_true", help="review only what reviewers disagree about, and show who says what"
    )
    parser.add_argument("--theme", metavar="NAME", help="the theme to begin with; T in the reader shows them")
    parser.add_argument("--ascii", action="store_true", default=None, help="draw with ASCII signs; so under LC_ALL=C")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="version", version=f"variorum {reader.__version__}")
    return parser


def report_parser() -> Parser:
    """Of ``variorum report``."""
    parser = _parser("report", _REPORT_EPILOG, "Print what corresponds and what differs.")
    parser.add_argument("--format", choices=tuple(FORMATS), default="json", help="default: json")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE, in full or not at all")
    parser.add_argument("--review", action="store_true", help="with the verdicts and notes of the reviewers")
    parser.add_argument(
        "--only", choices=("confirmed", "dismissed", "unsure"), help="only findings with this verdict; implies --review"
    )
    _add_reviews(parser)
    return parser


def explain_parser() -> Parser:
    """Of ``variorum explain``."""
    parser = _parser("explain", _EXPLAIN_EPILOG, "Print why a finding is one: its evidence, the values read, the rule.")
    parser.usage = "%(prog)s [options] PATH... FINDING"
    _add_reviews(parser)
    return parser


def check_parser() -> Parser:
    """Of ``variorum check``."""
    parser = _parser("check", _CHECK_EPILOG, "Name the contradictions that nobody has decided on.", base=False)
    _add_reviews(parser)
    return parser


def agree_parser() -> Parser:
    """Of ``variorum agree``."""
    parser = _parser("agree", _AGREE_EPILOG, "Compare the verdicts of several reviewers of the same versions.")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    _add_reviews(parser)
    return parser


def serve_parser() -> Parser:
    """Of ``variorum serve-session``."""
    parser = Parser(
        prog="variorum serve-session",
        description="Let a user read the clusters below ROOT, and do nothing else.",
        epilog=_SERVE_EPILOG,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument("root", metavar="ROOT", help="the folder with the clusters")
    parser.add_argument("--reviewer", metavar="NAME", help="who gives the verdicts, if not the user who logged in")
    parser.add_argument("--state", metavar="DIR", help="keep verdicts and reports in DIR/variorum, not at home")
    parser.add_argument("--beside", action="store_true", help="keep the verdicts beside the clusters, for all to see")
    parser.add_argument("--settings", metavar="DIR", help="read config.toml and themes from DIR; else none are read")
    parser.add_argument("--theme", metavar="NAME", help="the theme to begin with")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--strict", action="store_true", help="refuse a cluster of which any part can't be read")
    parser.add_argument("--require-landlock", action="store_true", help="refuse where the kernel can't confine it too")
    return parser


#: The parser of each command that a served session may run.
SERVED: dict[str, Callable[[], Parser]] = {
    "read": read_parser,
    "report": report_parser,
    "explain": explain_parser,
    "check": check_parser,
    "agree": agree_parser,
}
