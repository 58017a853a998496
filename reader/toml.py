"""TOML from untrusted files: as ``tomllib`` reads it, but in a time that grows with the text.

For a key of n parts, ``a.a.a = 1``, ``tomllib`` takes time that grows with n squared: of 64 kB 9 s, of 1 MB an hour.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

#: Parts of a key; ours have three.
DEEPEST = 50

#: A quoted part of more characters is not looked for: a file can't hold very many of those.
_PART = r"""(?:[\w-]++|"(?:[^"\\]|\\.){0,100}+"|'[^']{0,100}+')"""
_LONG_KEY = rf"(?<![\w-])(?:{_PART}[ \t]*+\.[ \t]*+){{{DEEPEST}}}"


def loads(text: str) -> dict[str, Any]:
    """The tables of a text.

    Raises ``tomllib.TOMLDecodeError`` where it is no TOML, RecursionError where it is nested too deeply, and another
    ValueError for a number of more digits than Python reads.
    """
    for line in text.split("\n") if text.count(".") > DEEPEST else ():
        if line.count(".") >= DEEPEST and re.search(_LONG_KEY, line):
            raise RecursionError("a key has too many parts")
    return tomllib.loads(text)
