"""Lists of words, written as text, and the words that a sentence has."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    #: Pieces of a text, where they begin and where they end.
    Pieces = tuple[list[str], list[int], list[int]]

_WORD = regex(r"\w+")
_BETWEEN = regex(r"(\w+)")
#: Most words are plain ones between spaces: they are found first, as the others are, and sooner.
_WORD_OR_SIGN = regex(r"([A-Za-z]+(?=[ ,])|[^\W\d_]+(?:['’][^\W\d_]+)*|[,;:.()—–!?“”\"]|--)")

#: What ``parts`` has besides words.
SIGNS = frozenset((*',;:.()—–!?“”"', "--"))


#: Of texts up to this length it is asked where their words stand too.
SENTENCE = 1000


def listed(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


@lru_cache(maxsize=16384)
def placed(text: str) -> Pieces | None:
    """The words of a text in lower case, cut at every sign, where they begin and where they end; None where lower case
    moves them."""
    low = text.lower()
    return _pieces(_BETWEEN, low) if len(low) == len(text) else None


@lru_cache(maxsize=8192)
def parts(text: str) -> Pieces:
    """The words of a text as they stand, of letters and apostrophes, and the signs between them."""
    return _pieces(_WORD_OR_SIGN, text)


def _pieces(pattern: re.Pattern[str], text: str) -> Pieces:
    """What a pattern finds, which is a group as a whole. A text is cut sooner than all matches are told."""
    found = pattern.split(text)
    ends = list(accumulate(map(len, found)))
    return found[1::2], ends[:-1:2], ends[1::2]


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
