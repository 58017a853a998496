"""Disagreements about numbers that have rules of their own, and words: each is read by a module that is imported when
the first sentence has such a word, for most stories have none."""

from __future__ import annotations

from reader.findings.cues import GOING, SIZED, THAN, cues
from reader.prose.quantity import Dimension, QuantityKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from types import ModuleType

    from reader.findings.pair import Disagreement, Told
    from reader.prose.quantity import Quantity

#: What tells how far something goes.
_EXTENTS = frozenset((Dimension.LENGTH, Dimension.WARMING, Dimension.TEMPERATURE, Dimension.AREA, Dimension.MASS))


def _trend() -> ModuleType:
    from reader.findings import trend

    return trend


def _extent() -> ModuleType:
    from reader.findings import extent

    return extent


def _compared() -> ModuleType:
    from reader.findings import compared

    return compared


def _level() -> ModuleType:
    from reader.findings import level

    return level


def _size() -> ModuleType:
    from reader.findings import size

    return size


#: How the kinds that a module sees begin -> the module; each has ``heads``, what a sentence tells of, and ``compare``.
_MODULES: dict[str, Callable[[], ModuleType]] = {
    "trend of ": _trend, "comparison of ": _compared, "level of ": _level, "size of ": _size, "extent of ": _extent,
}  # fmt: skip


def kinds(told: Told, read: Sequence[Quantity]) -> list[str]:
    """What a sentence tells that has rules of its own, with what it tells it of; two must tell of the same.

    read: the quantities of the sentence, unless its one figure is bare.
    """
    cue = cues(told.text)
    asked = []
    if cue & GOING:
        asked.append("trend of ")
    if cue & THAN:
        asked.append("comparison of ")
    if cue & SIZED:
        asked.append("size of ")
    if read:
        if any(x.kind is QuantityKind.SHARE for x in read):
            asked.append("level of ")
        if (cue & GOING or " trend " in told.text) and any(x.dimension in _EXTENTS for x in read):
            asked.append("extent of ")
    return [f"{kind}{head}" for kind in asked for head in _MODULES[kind]().heads(told.text)]


def compare(a: Told, b: Told, both: Collection[str]) -> Iterator[Disagreement]:
    """What the modules see that read something of the same in both sentences."""
    for begins, module in _MODULES.items():
        if any(kind.startswith(begins) for kind in both):
            yield from module().compare(a, b)
