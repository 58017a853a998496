"""Who wrote a version first, where the text says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.findings.finding import Evidence
from reader.story import Cluster


@dataclass(frozen=True, slots=True)
class Origin:
    """The agency that a version comes from, and the words that say so."""

    agency: str
    evidence: tuple[Evidence, ...]


def origins(cluster: Cluster) -> Mapping[str, Origin]:
    """Placeholder until the origin is read."""
    return {}
