"""Untrusted text as HTML: nothing in it is markup, and no attribute ends early."""

from __future__ import annotations

import html

from reader.export.plain import plain
from reader.prose.regex import regex
from reader.prose.visible import visible_line

# BCP 47, as far as it matters here.
_CODE = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def text(words: str, *, strip: bool = True) -> str:
    """Words as HTML text. With ``strip`` in one line without white space around it; else character for character."""
    return html.escape(plain(words) if strip else visible_line(words), quote=False)


def attribute(words: str) -> str:
    """Words as the value of an attribute in double quotes."""
    return html.escape(plain(words), quote=True)


def language(code: str | None) -> str:
    """The lang attribute for words in a language, with a space before it; nothing where the code is none."""
    return f' lang="{code}"' if code and _CODE.fullmatch(code) else ""


def to_passage(passage: str) -> str:
    """A link to the row of a passage: its number, with a name for who hears it."""
    number = attribute(passage.removeprefix("g"))
    return f'<a href="#{attribute(passage)}" aria-label="passage {number}">{number}</a>'
