"""``variorum serve-session ROOT``: the clusters below one folder, as the only thing that an account may run.

For OpenSSH's ForceCommand, and for command= in authorized_keys. The words of the command line are the administrator's,
and trusted. Nothing else is: not SSH_ORIGINAL_COMMAND, not the environment, not what lies in the folder.
"""

from __future__ import annotations

import os
import pwd
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.asked import HELP, RefusedError, asked, typed
from reader.commands.internal import InternalErrors
from reader.commands.output import write
from reader.commands.talk import CommandError, say
from reader.commands.terminal import NoTerminalError, require_terminal
from reader.commands.walls import ASKED, clean, end_with_the_line, put_up, start_again
from reader.prose.visible import visible_line
from reader.sources.confined import Confined
from reader.sources.errors import SourceError
from reader.sources.files import Form

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from reader.app.options import Confinement
    from reader.commands.asked import Asked

    #: Makes the parser of each command: it knows what holds where nothing is said.
    Parsers = Mapping[str, Callable[[], argparse.ArgumentParser]]


@dataclass(frozen=True, slots=True)
class Session:
    """Who reads what, and where they may write."""

    root: Path  #: links resolved; the current folder
    state: Path
    settings: Path | None
    reviewer: str
    args: argparse.Namespace  #: the administrator's options


def run(args: argparse.Namespace, words: Sequence[str], parsers: Parsers) -> int:
    """Do what was asked for, and nothing else. words: those that ``args`` were made from.

    Raises CommandError where it is refused, or the session can't be set up.
    """
    if not sys.flags.isolated:
        start_again(words, os.environ)
    text = os.environ.get(ASKED)
    errors = InternalErrors(text)
    errors.hear()
    session = _set_up(args)
    errors.state = session.state
    try:
        wanted = asked(text)
    except RefusedError as error:
        raise CommandError(f"not offered here: {error}") from error
    if wanted.command == "help":
        write(HELP, None)
        return 0
    has_terminal = _has_terminal()
    if has_terminal:
        errors.hear_of_the_loop()
    else:
        end_with_the_line()
    if wanted.command == "list" or (wanted.name is None and not has_terminal):
        return _list(session)
    place = None if wanted.name is None else _place(session, wanted.name)
    return _run(wanted.command, _arguments(session, wanted, place, parsers[wanted.command]()))


def _set_up(args: argparse.Namespace) -> Session:
    """Forget what the user may have sent, enter the folder, put up the walls."""
    user = _user()
    if args.state is None and not Path(user.pw_dir).is_absolute():
        raise CommandError(f"the home folder of {user.pw_name}, {user.pw_dir!r}, is none; give a folder with --state")
    state_home, settings = (None if path is None else Path(path).absolute() for path in (args.state, args.settings))
    environ = clean(os.environ, user.pw_dir, state_home)
    os.environ.clear()
    os.environ.update(environ)
    root = _enter(Path(args.root))
    if not args.beside:  # what is written there is for the others too, as far as the administrator's umask allows
        os.umask(0o077)
    state = _state()
    readable = [root] if settings is None else [root, settings]
    held = put_up(readable, [state, root] if args.beside else [state], home=Path(user.pw_dir))
    if args.require_landlock and not held:
        raise CommandError("--require-landlock is given, and this kernel has no Landlock")
    return Session(root, state, settings, args.reviewer or user.pw_name, args)


def _user() -> pwd.struct_passwd:
    """Whoever logged in, as the system knows them: $USER and $HOME may say anything."""
    try:
        return pwd.getpwuid(os.getuid())
    except KeyError:
        raise CommandError(f"the system knows no user with the number {os.getuid()}") from None


def _enter(root: Path) -> Path:
    """Make the folder that is served the current one, so that clusters are named from there; it, links resolved."""
    try:
        os.chdir(root)
        return Path.cwd()
    except OSError as error:
        raise CommandError(f"the folder with the clusters can't be entered: {error.strerror}") from error


def _state() -> Path:
    """The user's state folder, made now: behind the walls nothing can be made where it lies."""
    from platformdirs import user_state_path

    state = user_state_path("variorum", appauthor=False)
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        say(f"verdicts and reports can't be kept: {state}: {error.strerror}")
    return state


def _has_terminal() -> bool:
    try:
        require_terminal(os.environ)
    except NoTerminalError:
        return False
    return True


def _place(session: Session, name: str) -> str:
    """The path of what is called so, or is shown so where nothing is called so, as ``list`` has to show some names.

    Raises CommandError for a name that nothing has, or several things have, or that leads through a link.
    """
    files = Confined(session.root)
    place = Path()
    for part in Path(name).parts:
        if files.form(session.root / place / part) is Form.NOTHING:
            part = _shown_so(files, session.root / place, part)
        place /= part
        if files.form(session.root / place) is Form.OUT:
            raise CommandError(f"not offered here: {name!r} is a link or lies behind one, and links are not followed")
    if session.args.beside:
        from reader.review.beside import check_beside

        try:
            check_beside(place, files)
        except SourceError as error:
            raise CommandError(str(error)) from error
    return "./-" if str(place) == "-" else str(place)  # which elsewhere is standard input


def _shown_so(files: Confined, folder: Path, name: str) -> str:
    """The one name in a folder that is shown as that: what would command a terminal can't be typed, nor be printed."""
    try:
        fitting = [one for one in files.names(folder) if not one.startswith(".") and visible_line(one) == name]
    except OSError:
        fitting = []
    if len(fitting) > 1:
        raise CommandError(f"{len(fitting)} names are shown as {name!r}; choose from the list: ssh -t HOST")
    if not fitting:
        raise CommandError(f"there is no cluster {name!r}; 'list' has the names of those there are")
    return fitting[0]


def _arguments(
    session: Session, wanted: Asked, place: str | None, parser: argparse.ArgumentParser
) -> argparse.Namespace:
    """The arguments of a command: the user's, as far as they may have a say, and the administrator's."""
    admin = session.args
    args = parser.parse_args(wanted.options)  # no other word of the user's: none can be taken for an option
    args.paths = [word for word in (place, wanted.finding) if word is not None]
    args.within, args.beside, args.strict = str(session.root), admin.beside, admin.strict
    if wanted.command == "read":
        args.confinement = _confinement(session)
        args.reviewer = session.reviewer
        args.theme = args.theme or admin.theme
        args.no_mouse = args.no_mouse or admin.no_mouse
    return args


def _confinement(session: Session) -> Confinement:
    from reader.app.options import Confinement

    return Confinement(str(session.root), session.state / "reports", session.settings)


def _run(command: str, args: argparse.Namespace) -> int:
    match command:
        case "report":
            from reader.commands.report import run
        case "explain":
            from reader.commands.explain import run
        case "check":
            from reader.commands.check import run
        case "agree":
            from reader.commands.agree import run
        case _:
            from reader.commands.read import run
    return run(args)


def _list(session: Session) -> int:
    """Print the clusters there are, a line each: the name as it may be typed, versions, what is reviewed, the title."""
    from reader.app.library import confined
    from reader.app.options import ReaderOptions

    options = ReaderOptions((), reviewer=session.reviewer, beside=session.args.beside)
    lines = []
    for shelf in confined(session.root, options, Path()).shelves():
        for entry, reviewed, findings, _ in shelf.items:
            name = typed(str(Path(entry.paths[0])))
            versions = "" if entry.versions is None else f"{entry.versions} versions"
            total = "" if findings is None else f"/{findings}"
            done = f"reviewed {reviewed}{total}" if reviewed else ""
            lines.append(f"{name:30}  {versions:12}  {done:17}  {entry.problem or entry.title}")
        if shelf.note:
            say(shelf.note)
    write("".join(f"{line.rstrip()}\n" for line in lines), None)
    return 0
