"""What a command says on standard error, and the exit codes that it ends with."""

from __future__ import annotations

import sys

DESCRIPTION = "Read every version of a story at once: what each adds, leaves out and contradicts."

#: Bad input, a wrong option, a file that can't be written.
BAD_INPUT = 2
#: ``variorum check`` found contradictions that nobody has decided on.
OPEN = 10
#: As a shell reports a program that SIGINT ended, and one whose output nobody reads any more (SIGPIPE).
INTERRUPTED = 130
PIPE_CLOSED = 141


class CommandError(Exception):
    """The command can't go on; the message says why and what to do."""


def visible(text: str) -> str:
    """The text on one line, with everything that a terminal could obey, or that can't be seen, as a backslash escape.

    File names and fields of articles stand in messages, and neither may move the cursor.
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def say(message: str) -> None:
    """One line on standard error, after the name of the program; where there is none any more, nobody is told."""
    if sys.stderr is None:  # or print would take standard output, where the report goes
        return
    try:
        print(f"variorum: {visible(message)}", file=sys.stderr)
    except OSError:
        return
