"""What else can't both be so: opposites that say what something is like, in the same place of nearly the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.findings.finding import Strength, Type
from reader.findings.polarity import opposites
from reader.prose.polarity import qualities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.findings.pair import Disagreement, Told


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Opposites in the same place."""
    if a.language == b.language == "en":
        yield from opposites(a, b, qualities(), Type.OTHER, Strength.CONFLICT, "opposites in the same place")
