"""What the command line asks of the reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """How the reader is to be opened."""

    paths: tuple[str, ...]  #: files and folders, or "-" for standard input
    strict: bool = False  #: one bad file refuses the whole cluster
    base: str | None = None  #: id or outlet of the version that the others are compared with
    revisions: bool = False  #: the versions are revisions of one article, each compared with the one before it
    ascii: bool | None = None  #: signs and text in ASCII only; None leaves it to the locale
    theme: str | None = None  #: name of a theme; None leaves it to the configuration
    mouse: bool = True  #: whether the terminal hands over the mouse
    reviewer: str | None = None  #: who reviews; None: the user
    beside: bool = False  #: verdicts are kept beside the cluster instead of in the user's state folder
