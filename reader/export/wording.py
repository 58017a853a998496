"""Which words of a version differ from the base's, sentence by sentence."""

from __future__ import annotations

from reader.align.wording import wording
from reader.prose.visible import visible_line
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.story import Place


def reworded(base: Sequence[Place], version: Sequence[Place]) -> dict[str, tuple[Span, ...]]:
    """Sentence id -> the words of the version's sentences that the base has otherwise, as spans of the sentence.

    base, version: the sentences of both in one passage. Nothing where the base has none.
    """
    if not base:
        return {}
    spans = wording(_joined(base), _joined(version), version[0].version.language).b
    found: dict[str, tuple[Span, ...]] = {}
    at = 0
    for place in version:
        length = len(place.text)
        own = [
            Span(max(s.start - at, 0), min(s.end - at, length)) for s in spans if s.start < at + length and s.end > at
        ]
        if own:
            found[place.sentence.id] = tuple(own)
        at += length + 1
    return found


def _joined(places: Sequence[Place]) -> str:
    return " ".join(visible_line(place.text) for place in places)
