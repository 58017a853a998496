"""The command line: what may be typed, and which command it means.

``variorum PATH...`` opens the reader; a first word that is a command's name is that command. What a command needs is
imported when it runs: ``--help`` and ``--version`` load nothing but argparse, paths alone not even that, and only the
reader loads Textual.
"""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from types import SimpleNamespace

from reader.commands.talk import BAD_INPUT, DESCRIPTION, INTERRUPTED, PIPE_CLOSED, CommandError, say, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence
    from typing import NoReturn

#: What holds where no option is given, as the parsers have it: to make a parser takes 4 ms, which words without options
#: don't need.
_NO_OPTIONS: dict[str, object] = {
    "example": None, "base": None, "revisions": False, "strict": False, "within": None, "confinement": None,
    "reviewer": None, "beside": False,
}  # fmt: skip
_REPORT_DEFAULTS = _NO_OPTIONS | {"format": "json", "output": None, "review": False, "only": None}
_READ_DEFAULTS = _NO_OPTIONS | {
    "linear": False, "disagreements": False, "theme": None, "ascii": None, "no_mouse": False,
}  # fmt: skip


def _without_options(words: Sequence[str], defaults: Mapping[str, object]) -> argparse.Namespace | None:
    """What paths alone ask; None where there may be options among the words."""
    if any(word.startswith("-") for word in words):
        return None
    return SimpleNamespace(**defaults, paths=list(words))  # type: ignore[return-value]  # as good as argparse's own


def _read(words: Sequence[str], *, named: bool = False) -> int:
    """named: whether the command's name was given, which may have been meant as a path."""
    args = _without_options(words, _READ_DEFAULTS)
    if args is None:
        from reader.commands.parsers import read_parser

        args = read_parser().parse(words)
    if not args.paths and not args.example and not args.linear and not (named and os.path.lexists("read")):
        return _what_to_type()
    from reader.commands.read import run

    return run(args)


def _report(words: Sequence[str]) -> int:
    args = _without_options(words, _REPORT_DEFAULTS)
    if args is None:
        from reader.commands.parsers import report_parser

        args = report_parser().parse(words)
    from reader.commands.report import run

    return run(args)


def _explain(words: Sequence[str]) -> int:
    from reader.commands.parsers import explain_parser

    args = explain_parser().parse(words)
    from reader.commands.explain import run

    return run(args)


def _check(words: Sequence[str]) -> int:
    from reader.commands.parsers import check_parser

    args = check_parser().parse(words)
    from reader.commands.check import run

    return run(args)


def _agree(words: Sequence[str]) -> int:
    from reader.commands.parsers import agree_parser

    args = agree_parser().parse(words)
    from reader.commands.agree import run

    return run(args)


def _serve(words: Sequence[str]) -> int:
    from reader.commands.parsers import SERVED, serve_parser

    args = serve_parser().parse_args(words)
    from reader.commands.serve import run

    return run(args, words, SERVED)


def _what_to_type() -> int:
    from reader.sources.examples import example_names

    print(DESCRIPTION)
    print("\nType the path of a story, a folder with one text file a version:\n  variorum PATH...")
    print("\nor a folder of such folders, to choose in the library; or open an example:")
    for name in example_names():
        print(f"  variorum --example {visible(name)}")
    print("\nvariorum --help tells the rest.")
    return 0


#: A first word that is none of these is a path.
_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "read": partial(_read, named=True),
    "report": _report,
    "explain": _explain,
    "check": _check,
    "agree": _agree,
    "serve-session": _serve,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code. argv: what stands after the program's name, else that of this process."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = _COMMANDS.get(words[0]) if words else None
    try:
        code = command(words[1:]) if command else _read(words)
        if sys.stdout is not None:  # closed by whoever started this
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


def start() -> NoReturn:
    """Run the command as the whole process, and end it with the command's exit code.

    Next to nothing that a command makes forms cycles, so they are looked for less often, and a process that is over is
    not taken apart object by object: together a tenth of a short report's time. Nor are threads that needn't be waited
    for stopped in the middle of a library's own code, which may abort the process.
    """
    gc.set_threshold(100_000, 20, 50)
    code = main()
    if "reader.prose.kept" in sys.modules:
        from reader.prose.kept import keep

        keep()
    if "threading" in sys.modules:
        import threading

        for thread in threading.enumerate():
            if thread is not threading.current_thread() and not thread.daemon:
                thread.join()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # nobody reads it any more, which main has answered already
            pass
    os._exit(code)
