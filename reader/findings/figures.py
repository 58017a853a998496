"""Figures that differ in sentences that are otherwise the same, in any language."""

from __future__ import annotations

from reader.findings.around import slot
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told
from reader.prose.other_figures import figures
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = regex(r"[^\W\d_]+")
#: Words on both sides of two figures that have to be the same, of six.
SAME_NEIGHBOURS = 4
#: The sentences have to share this much of their words.
SAME_SENTENCE = 0.8
#: So many figures of one sentence are compared; one that has more is a table.
MOST = 30
#: A sentence of fewer words says too little to be the same.
FEWEST_WORDS = 4
#: What a figure of each kind is called; all but a number are times.
_ABOUT = {"number": "the figure", "day": "day", "weekday": "day", "month": "month", "year": "year"}


def speaks(told: Told, kind: Type) -> bool:
    """Whether a sentence has such figures; both must."""
    return any((f.kind == "number") == (kind is Type.NUMBER) for f in figures(told.text, told.language))


def compare(a: Told, b: Told, kind: Type) -> Iterator[Disagreement]:
    """Figures in one place of two sentences of one language that share their other words.

    kind: numbers, or days, months and years.
    """
    ours, theirs = figures(a.text, a.language)[:MOST], figures(b.text, b.language)[:MOST]
    if not ours or not theirs or _shared(a.text, b.text) < SAME_SENTENCE:
        return
    told_a, told_b = {f.value for f in ours}, {f.value for f in theirs}
    for x in (f for f in ours if f.value not in told_b and (f.kind == "number") == (kind is Type.NUMBER)):
        for y in (f for f in theirs if f.value not in told_a and f.kind == x.kind):
            if slot(a.text, x.span, b.text, y.span) >= SAME_NEIGHBOURS:
                yield Disagreement(
                    kind, Strength.CONFLICT, x.span, y.span, x.value, y.value, _ABOUT[x.kind],
                    f"{kind}: another {x.kind if kind is Type.DATE else 'figure'} in the same words", 0.8,
                )  # fmt: skip
                break


def _shared(text_a: str, text_b: str) -> float:
    one, other = set(_WORD.findall(text_a.lower())), set(_WORD.findall(text_b.lower()))
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= FEWEST_WORDS else 0.0
