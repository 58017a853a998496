"""Figures that differ in sentences that are otherwise the same: what can be said of numbers in any language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.findings.around import slot
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told
from reader.story import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,'’\u00a0\u202f]\d+)*(?![\w])")
_WORD = re.compile(r"[^\W\d_]+")
#: Words on both sides of two figures that have to be the same, of six.
SAME_NEIGHBOURS = 4
#: The sentences have to share this much of their words.
SAME_SENTENCE = 0.8
#: So many figures of one sentence are compared; one that has more is a table.
MOST = 30
#: A sentence of fewer words says too little to be the same.
FEWEST_WORDS = 4


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Figures in one place of two sentences that share their other words; separators don't count.

    Language decides how "1.200" is read, so only digits are compared: 1.200 and 1200 go together, so do 12,5 and 12.5.
    """
    ours, theirs = list(_FIGURE.finditer(a.text))[:MOST], list(_FIGURE.finditer(b.text))[:MOST]
    if not ours or not theirs or _shared(a.text, b.text) < SAME_SENTENCE:
        return
    told_a, told_b = {_digits(m.group()) for m in ours}, {_digits(m.group()) for m in theirs}
    for x in (m for m in ours if _digits(m.group()) not in told_b):
        for y in (m for m in theirs if _digits(m.group()) not in told_a):
            at_a, at_b = Span(*x.span()), Span(*y.span())
            if slot(a.text, at_a, b.text, at_b) >= SAME_NEIGHBOURS:
                yield Disagreement(
                    Type.NUMBER, Strength.CONFLICT, at_a, at_b, _digits(x.group()), _digits(y.group()), "the figure",
                    "number: another figure in the same words", 0.8,
                )  # fmt: skip
                break


def _digits(figure: str) -> str:
    return "".join(c for c in figure if c.isdecimal())


def _shared(text_a: str, text_b: str) -> float:
    one, other = set(_WORD.findall(text_a.lower())), set(_WORD.findall(text_b.lower()))
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= FEWEST_WORDS else 0.0
