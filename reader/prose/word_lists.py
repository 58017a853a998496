"""Lists of words, written as text, and the words that a sentence has."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.prose.regex import regex

_WORD = regex(r"\w+")
_GROUP, _START, _END = re.Match.group, re.Match.start, re.Match.end


#: Of texts up to this length it is asked where their words stand too.
SENTENCE = 1000


def listed(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


@lru_cache(maxsize=16384)
def placed(text: str) -> tuple[list[str], list[int], list[int]] | None:
    """The words of a text in lower case, cut at every sign, where they begin and where they end; None where lower case
    moves them."""
    low = text.lower()
    if len(low) != len(text):
        return None
    found = list(_WORD.finditer(low))
    return list(map(_GROUP, found)), list(map(_START, found)), list(map(_END, found))


@lru_cache(maxsize=16384)
def said(text: str) -> frozenset[str]:
    """The words of a text in lower case, cut at every sign: "doesn't" is "doesn" and "t".

    Most sentences have none of the words that a long pattern needs, and need not be searched with it.
    """
    if text.isascii() and text.isalpha():
        return frozenset((text.lower(),))
    found = placed(text) if len(text) <= SENTENCE else None
    return frozenset(found[0] if found else said_once(text))


def said_once(text: str) -> list[str]:
    """The same words in order, for texts that nobody asks for again."""
    return _WORD.findall(text.lower())
