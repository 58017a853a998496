"""Untrusted text made harmless on its way out: in one line, nothing in it is a control character.

The loaders have done so with article text already; this holds for whatever else a report prints.
"""

from __future__ import annotations

from reader.prose.visible import visible_line


def plain(text: str) -> str:
    """The text in one line without white space around it: runs of white space are one space."""
    if text.isprintable() and "  " not in text:  # and so the only white space in it is single blanks
        return text.strip(" ")
    return " ".join(visible_line(text).split())
