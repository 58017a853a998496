"""What a terminal makes of a line that turns right-to-left text around: the Unicode bidirectional algorithm (UAX #9).

For one line of a paragraph from left to right, without embeddings and isolates, of which there are none on our screens.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BRACKETS = dict(zip("([{", ")]}", strict=True))
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))


def visual_order(cells: Sequence[str]) -> list[int]:
    """From left to right, which cells are seen. cells: each a character with what belongs to it; "" for none."""
    characters = [(n, character) for n, cell in enumerate(cells) for character in cell]
    levels = levels_of("".join(character for _, character in characters))
    of_cell: dict[int, int] = {}
    for (n, _), level in zip(characters, levels, strict=True):
        of_cell.setdefault(n, level)  # a cell goes where its first character goes
    order = sorted(of_cell)
    for level in range(max(of_cell.values(), default=0), 0, -1):  # L2
        runs = groupby(order, lambda n, level=level: of_cell[n] >= level)  # type: ignore[misc]
        order = [n for high, run in runs for n in (reversed(list(run)) if high else run)]
    return order


def levels_of(text: str) -> list[int]:
    """The level of each character: 0 from left to right, 1 turned around, 2 a number in what is turned around."""
    given = [unicodedata.bidirectional(character) or "L" for character in text]
    at = [n for n, kind in enumerate(given) if kind != "BN"]
    kinds = [given[n] for n in at]
    _weak(kinds)
    _pairs(kinds, [text[n] for n in at])
    _neutral(kinds)
    found = [0] * len(text)
    for n, kind in zip(at, kinds, strict=True):
        found[n] = {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
    end = len(text)
    for n in range(len(text) - 1, -1, -1):  # L1: blanks at the end
        if given[n] not in ("WS", "BN", "S", "B"):
            break
        end = n
    return [level if n < end else 0 for n, level in enumerate(found)]


def _weak(kinds: list[str]) -> None:
    before = "L"
    for n, kind in enumerate(kinds):  # W1
        kinds[n] = before = before if kind == "NSM" else kind
    strong = "L"
    for n, kind in enumerate(kinds):  # W2, W3
        strong = kind if kind in ("L", "R", "AL") else strong
        if kind == "EN" and strong == "AL":
            kinds[n] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for n in range(1, len(kinds) - 1):  # W4
        one, kind, other = kinds[n - 1 : n + 2]
        if one == other and ((kind == "ES" and one == "EN") or (kind == "CS" and one in ("EN", "AN"))):
            kinds[n] = one
    at = 0
    for kind, run in groupby(list(kinds)):  # W5
        size = len(list(run))
        if kind == "ET" and "EN" in (*kinds[max(at - 1, 0) : at], *kinds[at + size : at + size + 1]):
            kinds[at : at + size] = ["EN"] * size
        at += size
    strong = "L"
    for n, kind in enumerate(kinds):  # W6, W7
        strong = kind if kind in ("L", "R") else strong
        if kind in ("ES", "ET", "CS"):
            kinds[n] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[n] = "L"


def _direction(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else kind


def _pairs(kinds: list[str], characters: list[str]) -> None:
    """N0, where the paragraph runs from left to right."""
    stack: list[tuple[str, int]] = []
    pairs = []
    for n, character in enumerate(characters):
        if kinds[n] != "ON":
            continue
        if character in _BRACKETS:
            stack.append((_BRACKETS[character], n))
        else:
            for k in range(len(stack) - 1, -1, -1):
                if stack[k][0] == character:
                    pairs.append((stack[k][1], n))
                    del stack[k:]
                    break
    for first, last in sorted(pairs):
        inside = {_direction(kind) for kind in kinds[first + 1 : last]} & {"L", "R"}
        if "L" in inside:
            kinds[first] = kinds[last] = "L"
        elif inside:
            before = next((_direction(k) for k in reversed(kinds[:first]) if _direction(k) in ("L", "R")), "L")
            kinds[first] = kinds[last] = before


def _neutral(kinds: list[str]) -> None:
    at = 0
    for neutral, run in groupby([kind in _NEUTRAL for kind in kinds]):  # N1, N2
        size = len(list(run))
        if neutral:
            one = _direction(kinds[at - 1]) if at else "L"
            other = _direction(kinds[at + size]) if at + size < len(kinds) else "L"
            kinds[at : at + size] = [one if one == other else "L"] * size
        at += size
