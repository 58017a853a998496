"""The sides of a contradiction in little room: who says what, in one line or in one a side. Pure."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.app.fit import cut, several
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.app.fit import Part
    from reader.app.look import Look
    from reader.app.signs import Signs

#: Cells between two sides.
GAP = 4


class Claim(NamedTuple):
    """One side, fit to be shown."""

    words: str
    outlets: str
    versions: int
    way: str = ""  #: the sign of the direction in which it stands, where it is not on screen


def side_lines(claims: Sequence[Claim], width: int, lines: int, look: Look, signs: Signs) -> list[list[Part]]:
    """The sides, in at most so many lines of a width. What the sides have in common goes before what sets them apart.

    With all names; else with how many versions there are; else a line a side; else the claims alone, without the words
    that all of them begin or end with, and at last cut, and no more of them than say something.
    """
    counted = [one if one.versions == 1 else one._replace(outlets=f"{one.versions} versions") for one in claims]
    for told in (claims, counted):
        if sum(_size(one) + GAP for one in told) <= width + GAP:
            return [_in_one(told, look)]
    if len(claims) <= lines:
        return [_alone(one, width, look, signs) for one in claims]
    words = [one.words for one in claims]
    between = f"  {signs.contradiction}  "
    room = width - cell_len(between) * (len(words) - 1)
    more = ""
    if sum(map(cell_len, words)) > room:
        words, more = several(_apart(words, room, signs), width, cell_len(between), signs)
    line: list[Part] = []
    for n, text in enumerate(words):
        line += [(between if n else "", look.quiet), (text, look.contradiction)]
    return [[*line, (more, look.quiet)]]


def _size(one: Claim) -> int:
    return cell_len(one.words) + 2 + cell_len(_names(one))


def _names(one: Claim) -> str:
    return f"{one.outlets} {one.way}" if one.way else one.outlets


def _in_one(claims: Sequence[Claim], look: Look) -> list[Part]:
    line: list[Part] = []
    for n, one in enumerate(claims):
        line += [(" " * GAP if n else "", look.text), (one.words, look.contradiction)]
        line += [("  ", look.text), (_names(one), look.text)]
    return line


def _alone(one: Claim, width: int, look: Look, signs: Signs) -> list[Part]:
    """One side, its claim rather than its names in full."""
    words = cut(one.words, width, signs)
    room = width - cell_len(words) - 2
    outlets = _names(one)
    if cell_len(outlets) > room and one.versions > 1:
        outlets = _names(one._replace(outlets=f"{one.versions} versions"))
    if room < cell_len(signs.ellipsis) + 3:
        return [(words, look.contradiction)]
    return [(words, look.contradiction), ("  ", look.text), (cut(outlets, room, signs), look.text)]


def _apart(texts: Sequence[str], room: int, signs: Signs) -> list[str]:
    """The texts without so many of the words that all begin or end with that they fit; a sign stands for those."""
    split = [text.split() for text in texts]
    most = min(map(len, split)) - 1  # something is left of each
    before = sum(1 for _ in takewhile(lambda n: len({words[n] for words in split}) == 1, range(most)))
    left = most - before
    after = sum(1 for _ in takewhile(lambda n: len({words[-1 - n] for words in split}) == 1, range(left)))
    found = _without(split, before, after, signs)
    while before or after:
        # what follows the words that differ says what they are about, before what leads to them
        before, after = (before, after - 1) if after else (before - 1, 0)
        more = _without(split, before, after, signs)
        if sum(map(cell_len, more)) > room:
            break
        found = more
    return found


def _without(split: Sequence[Sequence[str]], before: int, after: int, signs: Signs) -> list[str]:
    """The texts without so many words at their beginning and their end."""
    sign = signs.ellipsis if not signs.ascii else "..."
    return [
        f"{sign if before else ''}{' '.join(words[before : len(words) - after])}{sign if after else ''}"
        for words in split
    ]
