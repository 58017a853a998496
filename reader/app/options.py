"""What the command line asks of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Confinement(NamedTuple):
    """What the reader keeps to where it is the only thing that an account may run."""

    root: str  #: the folder outside which no cluster is read
    reports: Path  #: the only folder that reports are written to
    settings: Path | None = None  #: the folder with config.toml and themes; None: none are read


class ReaderOptions(NamedTuple):
    """How the reader is to be opened."""

    paths: tuple[str, ...]  #: files and folders, or "-" for standard input
    strict: bool = False  #: one bad file refuses the whole cluster
    base: str | None = None  #: id or outlet of the version that the others are compared with
    revisions: bool = False  #: the versions are revisions of one article, each compared with the one before it
    ascii: bool | None = None  #: signs and text in ASCII only; None leaves it to the locale
    theme: str | None = None  #: name of a theme; None leaves it to the configuration
    mouse: bool = True  #: whether the terminal hands over the mouse
    reviewer: str | None = None  #: who reviews; None: the user
    confinement: Confinement | None = None  #: None: the user may do whatever the system lets them do
    disagreements: bool = False  #: only what reviewers disagree about is reviewed
    beside: bool = False  #: verdicts are kept beside the cluster instead of in the user's state folder
