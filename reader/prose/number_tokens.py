"""Figures, words and signs: what numerals and the words around them are read from."""

from __future__ import annotations

from reader.frozen import NamedTuple
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

#: Fractions that are one character.
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

_TOKEN = regex(
    r"(?P<figure>\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3}|, \d{3}(?=\b(?!,| and| or)))+(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞])"
    r"|(?P<word>(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)*)"
    r"|(?P<sign>[^\s\w])"
)


class Token(NamedTuple):
    """A figure, a word or a sign of a text."""

    text: str
    low: str  #: in lower case
    start: int
    end: int
    kind: str  #: "figure", "word" or "sign"


def tokens(text: str) -> list[Token]:
    """A text's figures, words and signs, in order."""
    # Without the constructor that a named tuple has: a third of the time, and every sentence with a figure comes here.
    make = tuple.__new__
    return [
        make(Token, (word := match.group(), word.lower(), *match.span(), match.lastgroup))
        for match in _TOKEN.finditer(text)
    ]


def low(words: Sequence[Token], at: int) -> str:
    """The token at an index, in lower case; "" before the first and after the last."""
    return words[at].low if 0 <= at < len(words) else ""


def joined(words: Sequence[Token], at: int) -> bool:
    """Whether the token at an index follows the one before it without white space."""
    return 0 < at < len(words) and words[at].start == words[at - 1].end
