"""Where clauses begin and end, so that evidence can be words that a person would point at."""

from __future__ import annotations

from reader.prose.regex import regex

_BREAK = regex(r"[,;:()“”\"—–] *| - |\b(?:that|and|but|which|who|where|when|while|because|if) ")
_END = regex(r"[,;:!?](?:\s|$)|\.\W*$|[()“”\"—–]| - | (?:but|and|which|who|although|while|after|before|when|because) ")


def beginning(text: str, at: int) -> int:
    """Where the clause begins that a place of a sentence stands in."""
    return max((m.end() for m in _BREAK.finditer(text, 0, at)), default=0)


def end(text: str, at: int) -> int:
    """Where the clause ends that a place of a sentence stands in."""
    found = _END.search(text, at)
    return found.start() if found else len(text)


def within(text: str, at: int, longest: int) -> int:
    """Where the clause ends, or where that is further than ``longest`` characters, the last word before."""
    there = end(text, at)
    return there if there - at <= longest else max(at, text.rfind(" ", at, at + longest))
