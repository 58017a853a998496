"""Lists of words, written as text, and the words that a sentence has."""

from __future__ import annotations

from functools import lru_cache

from reader.prose.regex import regex

_WORD = regex(r"\w+")


def listed(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


@lru_cache(maxsize=16384)
def said(text: str) -> frozenset[str]:
    """The words of a text in lower case, cut at every sign: "doesn't" is "doesn" and "t".

    Most sentences have none of the words that a long pattern needs, and need not be searched with it.
    """
    return frozenset(_WORD.findall(text.lower()))
