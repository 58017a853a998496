"""Figures, words for numbers, weekdays and months in languages whose sentences are not read like the English ones."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module

from reader.frozen import NamedTuple
from reader.prose.kept import compiled
from reader.prose.lexicon import plain
from reader.prose.regex import regex
from reader.story import Span

#: Languages whose words for numbers, weekdays and months are known.
KNOWN = ("de", "es", "fr")
_FIGURE = r"(?<![\w.,])\d+(?:[.,'’\u00a0\u202f]\d+)*(?!\w)"
#: The years that four digits alone are taken for.
YEARS = range(1500, 2100)


class Figure(NamedTuple):
    """A number, a day, a month or a year, with where it stands."""

    span: Span
    value: str  #: the digits of a number; equal for equal values
    kind: str  #: "number", "day", "weekday", "month" or "year"


@lru_cache(maxsize=8192)
def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text, in order, and in German, French and Spanish the words for numbers, weekdays and months.

    Language decides how "1.200" is read, so a number's value is its digits: 1.200 and 1200 go together, so do 12,5 and
    12.5. A number before a month is the day of a date.
    """
    pattern, words = _grammar(language[:2].lower())
    found: list[Figure] = []
    for match in pattern.finditer(text):
        word = match.group()
        kind, value = words.get(word.lower(), ("number", "".join(c for c in word if c.isdecimal())))
        if kind == "number" and word.isdecimal() and len(word) == 4 and int(word) in YEARS:
            kind = "year"
        last = found[-1] if kind == "month" and found else None
        if last is not None and last.kind == "number" and _OF.fullmatch(text, last.span.end, match.start()):
            found[-1] = last._replace(kind="day")
        found.append(Figure(Span(*match.span()), value, kind))
    return tuple(found)


#: What stands between the day and the month: "12. Mai", "12 mai", "12 de mayo".
_OF = regex(r"\.?(?: de)?\s")


@cache
def _grammar(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """The pattern of a language's figures, and what its words mean."""
    data = import_module(f"reader.prose.lexicon.{language}") if language in KNOWN else plain
    words: dict[str, tuple[str, str]] = {word: ("number", str(n)) for word, n in data.NUMBERS.items()}
    for kind, lines in (("weekday", data.WEEKDAYS), ("month", data.MONTHS)):
        words.update((word, (kind, line.split()[0])) for line in lines for word in line.split())
    if not words:
        return compiled(_FIGURE), words
    said = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    return compiled(rf"{_FIGURE}|(?<![\w-])(?:{said})(?![\w-])", re.IGNORECASE), words
