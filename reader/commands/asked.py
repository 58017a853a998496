"""What the user of a served session asks for: SSH_ORIGINAL_COMMAND, taken apart without a shell.

No word of it is run, and none reaches a command that is not listed here with the options that are. Whatever else it
says is refused.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.export import FORMATS
from reader.prose.visible import visible_line
from reader.review.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Characters of a command, and of a name in it.
LONGEST = 1_000

#: What an option takes: one of these words, any word where there are none; None: nothing.
Values = tuple[str, ...] | None

_COMPARING: Mapping[str, Values] = {"--base": (), "--revisions": None}
_WHOSE: Mapping[str, Values] = {"--reviewer": ()}
_VERDICTS = tuple(verdict.value for verdict in Verdict)

#: What may be asked for, with its options.
COMMANDS: Mapping[str, Mapping[str, Values]] = MappingProxyType(
    {
        "read": {**_COMPARING, "--linear": None, "--theme": (), "--ascii": None, "--no-mouse": None},
        "report": {**_COMPARING, **_WHOSE, "--format": tuple(FORMATS), "--review": None, "--only": _VERDICTS},
        "explain": {**_COMPARING, **_WHOSE},
        "check": _WHOSE,
        "agree": {**_COMPARING, **_WHOSE},
        "list": {},
        "help": {},
    }
)

HELP = """\
This account reads clusters with Variorum, and does nothing else. What may stand after ssh -t HOST:

  (nothing)                  choose one of the clusters
  NAME                       open a cluster: [--base ID] [--revisions] [--theme NAME] [--ascii] [--no-mouse]
and after ssh HOST:
  list                       print the names of the clusters
  read --linear NAME         print a cluster as plain text, with its findings in words
  report NAME                print the findings: [--format json|markdown|html|csv] [--review] [--only VERDICT]
  explain NAME FINDING       print why a finding is one
  check NAME                 print the contradictions that nobody has decided on
  agree NAME                 print how far the reviewers agree

A NAME is typed as list prints it, in quotes that reach the server: ssh -t HOST "'ferry of 3 May'". One that looks like
something else has ./ before it: ./-x, ./list.
"""

#: What programs that copy files ask a server for.
_COPYING = ("internal-sftp", "sftp-server", "scp", "rsync", "tar", "cat", "git-upload-pack", "git-receive-pack")


class RefusedError(ValueError):
    """What was asked for is not offered; the message says what is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A command, ready for its parser."""

    command: str  #: one of ``COMMANDS``
    #: The cluster's, as a path from the folder that is served, or as that is shown; None: one is to be chosen.
    name: str | None = None
    options: tuple[str, ...] = ()  #: each one word: "--base=v2"
    finding: str | None = None  #: the one that ``explain`` explains


def asked(text: str | None) -> Asked:
    """What is asked for. None or nothing: a cluster is to be chosen. Raises RefusedError."""
    words = _words(text or "")
    if not words:
        return Asked("read")
    command, rest = (words[0], words[1:]) if words[0] in COMMANDS else ("read", words)
    if words[0] in ("--help", "-h", "?"):
        return Asked("help")
    program = PurePosixPath(words[0]).name
    plain = len(words) == 1 and program == words[0] != _COPYING[0]
    if program in _COPYING and not plain and not words[0].startswith("./"):
        raise RefusedError("no files can be copied here, and no programs run; 'help' tells what can be read")
    options, others = _options(command, rest)
    most = {"list": 0, "help": 0, "explain": 2}.get(command, 1)
    least = 0 if command == "read" and "--linear" not in options else most
    if len(others) > most:
        blanks = "; a name with blanks needs quotes that reach the server: \"'two words'\"" if most else ""
        raise RefusedError(f"{others[most]!r} is too much: there is one cluster to a command{blanks}")
    if len(others) < least:
        raise RefusedError(f"{command} needs the name of a cluster{' and a finding' if most == 2 else ''}")
    name = _name(others[0]) if others else None
    return Asked(command, name, options, others[1] if most == 2 else None)


def typed(name: str) -> str:
    """What somebody types for a cluster's name, quoted where it has to be: ``asked`` takes it for that name as shown.

    name: the path from the folder that is served.
    """
    shown = visible_line(name)
    word = shlex.quote(shown)
    try:
        wanted = asked(word)
    except RefusedError:
        wanted = None
    return word if wanted == Asked("read", shown) else shlex.quote(f"./{shown}")


def _words(text: str) -> list[str]:
    if len(text) > LONGEST:
        raise RefusedError(f"a command has at most {LONGEST} characters")
    if visible_line(text) != text:
        raise RefusedError("there are control characters in this command")
    try:
        return shlex.split(text)
    except ValueError as error:
        raise RefusedError(f"this command can't be read: {str(error).lower()}") from None


def _options(command: str, words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The options that the command has here, and the other words."""
    known = COMMANDS[command]
    options: list[str] = []
    others: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            others.extend(rest)
            break
        if not word.startswith("-"):
            others.append(word)
            continue
        name, sign, value = word.partition("=")
        if name not in known:
            there = f"; there are {', '.join(sorted(known))}" if known else ""
            raise RefusedError(
                f"{command} has no option {name!r} here{there}; a cluster of that name is {f'./{word}'!r}"
            )
        choices = known[name]
        if choices is None:
            if sign:
                raise RefusedError(f"{name} takes no value")
            options.append(name)
            continue
        value = value if sign else next(rest, "")
        if not value or value.startswith("-") or (choices and value not in choices):
            raise RefusedError(f"{name} needs {'one of ' + ', '.join(choices) if choices else 'a value'}")
        options.append(f"{name}={value}")
    return tuple(options), others


def _name(text: str) -> str:
    """A cluster's name: names below the folder that is served, none of them hidden or leading up."""
    if text.startswith(("/", "~")):
        raise RefusedError(f"{text!r} is no cluster's name, which begins below the folder that is served; see 'list'")
    parts = text.removeprefix("./").rstrip("/").split("/")
    if any(part in ("", "..") or part.startswith(".") for part in parts):
        raise RefusedError(f"{text!r} is no cluster's name; 'list' has them")
    return "/".join(parts)
