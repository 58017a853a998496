"""Writing the report to a file: which findings, which format, which name. No file is overwritten without asking."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.fit import shown
from reader.app.screens.filter import after
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Dialog, Field
from reader.app.signs import UNICODE
from reader.app.wrap import wrap
from reader.export import render
from reader.export.reviewed import only
from reader.review.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget
    from textual.widgets import Input

    from reader.app.fit import Part
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.export.reviewed import Reviewed

#: Format, ending of its files, what it is for.
FORMATS = (
    ("html", ".html", "a page to read, print or send"),
    ("markdown", ".md", "text for an e-mail or a wiki"),
    ("json", ".json", "everything, for programs"),
    ("csv", ".csv", "the findings, for a spreadsheet"),
)
#: Lines for what went wrong.
SAID = 2
#: Where reports go to one folder only: reports in it, and bytes of a name.
MOST_REPORTS, LONGEST_NAME = 200, 200


class ExportError(Exception):
    """Why the report could not be written, in words."""


class ExistsError(ExportError):
    """There is such a file already."""


def place(name: str, ending: str, folder: Path | None = None) -> Path:
    """The file that a name means. folder: the only one that reports may be written to, made where it isn't there yet.

    There a name is only a name, and ends as its format does. Raises ExportError where it is none, or the folder full.
    """
    if folder is None:
        return Path(os.path.expanduser(name)).absolute()  # noqa: PTH111  leaves "~nobody" as it is, pathlib raises
    if name.startswith(".") or not name.isprintable() or set(name) & set("/\\"):
        raise ExportError("Give a name without a folder, not beginning with a full stop.")
    name = name if name.endswith(ending) else name + ending
    if len(os.fsencode(name)) > LONGEST_NAME:
        raise ExportError(f"A name has at most {LONGEST_NAME} bytes.")
    path = folder / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink():
            raise ExportError(f"{folder} is a link, which is not followed.")
        if not path.exists() and sum(1 for _ in folder.iterdir()) >= MOST_REPORTS:
            raise ExportError(f"There are {MOST_REPORTS} reports already; give the name of one to write over it.")
    except OSError as error:
        raise ExportError(f"It can't be written: {error.strerror or error} ({folder}).") from None
    return path


def write(text: str, path: Path, *, overwrite: bool = False) -> None:
    """Write a report. It is there as a whole or not at all: a full disk leaves no half file, and none is lost.

    Raises ExistsError where there is a file and overwrite is not set, ExportError where it can't be written.
    """
    try:
        if path.is_dir():
            raise ExportError(f"{path.name or path} is a folder.")
        if path.exists() and not overwrite:
            raise ExistsError(f"{path.name} is there already.")
        if not path.parent.is_dir():
            raise ExportError(f"There is no folder {path.parent}.")
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".variorum-", suffix=".part")
    except OSError as error:
        raise ExportError(f"It can't be written: {error.strerror or error} ({path}).") from None
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        if overwrite:
            part.replace(path)
        else:
            os.link(part, path)  # refuses where someone has put a file there in the meantime
            part.unlink()
    except FileExistsError:
        raise ExistsError(f"{path.name} is there already.") from None
    except OSError as error:
        raise ExportError(f"It can't be written: {error.strerror or error} ({path}).") from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class ExportDialog(Dialog["Path | None"]):
    """Answers with the file that was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "format(1)", show=False),
        Binding("up", "format(-1)", show=False),
        Binding("tab", "which(1)", show=False, priority=True),
        Binding("shift+tab", "which(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ExportDialog #said { height: 2; }
    ExportDialog.-low #said { height: 1; }
    """

    def __init__(
        self,
        collation: Collation,
        default_stem: str,
        signs: Signs = UNICODE,
        *,
        reviews: Sequence[Reviewed] = (),
        folder: Path | None = None,
    ) -> None:
        """default_stem: the file's name without its ending. reviews: the verdicts that the report tells.

        folder: the only one that may be written to; None: the current one, or any that is named.
        """
        super().__init__(signs)
        self.collation = collation
        self._stem = default_stem
        self._reviews = reviews
        self._folder = folder
        self._said = ""
        self._error = False
        self._asked: Path | None = None  #: the file that enter overwrites
        self._verdict: str | None = None  #: only findings with this verdict; None: all

    def body(self) -> Iterable[Widget]:
        """Formats, name, what went wrong, keys."""
        yield Drawn(self._title, self.signs)
        yield Lines(self._line, self.signs, count=lambda _: len(FORMATS))
        yield Field(self._stem + FORMATS[0][1], placeholder="name of the file", longest=1000)
        said = Drawn(self._message, self.signs)
        said.id = "said"
        yield said
        yield self.key_drawn()

    def on_mount(self) -> None:
        """The name can be changed at once; up and down change the format."""
        self.query_one(Lines).show(0)
        field = self.query_one(Field)
        field.focus()
        field.cursor_position = len(field.value)
        self._say(f"in {self._folder or Path.cwd()}")

    def action_format(self, step: int) -> None:
        """Another format, and its ending."""
        self.query_one(Lines).action_move(step)

    def action_which(self, step: int) -> None:
        """All findings, or only those with the next verdict that somebody gave."""
        given = [verdict.value for verdict in Verdict if only(self.collation, self._reviews, verdict.value).findings]
        self._verdict = after(given, self._verdict, step)
        if not given:
            self._say("No finding has a verdict.")
        self.redraw()

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """The ending of the name follows the format, where it is the ending of a format."""
        field = self.query_one(Field)
        ending = next((known for _, known, _ in FORMATS if field.value.endswith(known)), None)
        if event.index is not None and ending is not None:
            field.value = field.value.removesuffix(ending) + FORMATS[event.index][1]
            field.cursor_position = len(field.value)

    def on_lines_chosen(self) -> None:
        """A format that was clicked on twice."""
        self.query_one(Field).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another name has not been asked about."""
        self._asked = None
        self._say(f"in {self._folder or Path.cwd()}")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write it."""
        name = event.value.strip()
        cursor = self.query_one(Lines).cursor or 0
        if not name:
            self._say("The file needs a name.", error=True)
            return
        path = None
        try:
            path = place(name, FORMATS[cursor][1], self._folder)
            write(render(self._chosen, FORMATS[cursor][0], self._reviews), path, overwrite=path == self._asked)
        except ExistsError as error:
            self._asked = path
            self._say(f"{error} Enter overwrites it.", error=True)
        except ExportError as error:
            self._say(str(error), error=True)
        else:
            self.dismiss(path)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this dialog."""
        arrows = "Up Down" if self.signs.ascii else "↑ ↓"
        which = (("tab", "findings"),) if self._reviews else ()
        return (("enter", "overwrite" if self._asked else "write"), ("esc", "back"), (arrows, "format"), *which)

    @property
    def _chosen(self) -> Collation:
        return only(self.collation, self._reviews, self._verdict) if self._verdict else self.collation

    def _title(self, width: int) -> Sequence[Sequence[Part]]:
        count = len(self._chosen.findings)
        told = (
            f"only {count:,} {self._verdict}"
            if self._verdict
            else f"all {count:,} findings"
            if count != 1
            else "the only finding"
        )
        style = self.parts.title if self._verdict else self.parts.quiet
        return ([("Write the report", self.parts.title), (f"   {told}", style)],)

    def _say(self, text: str, *, error: bool = False) -> None:
        self._said, self._error = text, error
        self.redraw()

    def _line(self, index: int, width: int) -> Iterator[Part]:
        name, _, purpose = FORMATS[index]
        here = self.query_one(Lines).cursor == index
        yield f"{name:10}", self.parts.title if here else self.parts.text
        yield purpose, self.parts.quiet

    def _message(self, width: int) -> Sequence[Sequence[Part]]:
        style = self.parts.error if self._error else self.parts.quiet
        text = shown(self._said, self.signs)
        return [[(text[start:end], style)] for start, end in wrap(text, width)[:SAID]]
