"""What differs: coverage, and one module per type of contradiction."""

from __future__ import annotations

import hashlib

from reader.align.links import Alignment
from reader.findings.finding import Evidence, Finding, FindingKind, Side, Strength, Type
from reader.story import Cluster

__all__ = ["find"]


def find(cluster: Cluster, alignment: Alignment) -> tuple[Finding, ...]:
    """Placeholder until the findings are written: coverage against the base, and "some" beside "many"."""
    found: list[Finding] = []
    base = alignment.base
    for passage in alignment.passages:
        texts = {v: " ".join(cluster.place(s).text for s in ids) for v, ids in passage.sentences.items()}
        if not all(cluster.place(s).paragraph.kind.tells for ids in passage.sentences.values() for s in ids):
            continue
        for version in cluster.versions:
            here = passage.sentences.get(version.id)
            if version.id != base and here and base not in passage.sentences:
                key = hashlib.sha256(("addition" + texts[version.id]).encode()).hexdigest()[:12]
                found.append(Finding(key, FindingKind.ADDITION, passage.id, f"{version.outlet} reports this.", 0.8, version.id, here))
            if version.id != base and not here and base in passage.sentences:
                key = hashlib.sha256(("omission" + version.outlet + texts[base]).encode()).hexdigest()[:12]
                found.append(Finding(key, FindingKind.OMISSION, passage.id, f"{version.outlet} leaves this out.", 0.8, version.id, passage.sentences[base]))
        sides: dict[str, list[Evidence]] = {}
        for v, ids in passage.sentences.items():
            for s in ids:
                place = cluster.place(s)
                for word in ("some of", "many of"):
                    at = place.text.lower().find(word)
                    if at >= 0:
                        start = place.sentence.start + at
                        sides.setdefault(word, []).append(Evidence(v, s, start, start + len(word)))
        if len(sides) == 2:
            key = hashlib.sha256("|".join(sides).encode()).hexdigest()[:12]
            found.append(
                Finding(
                    key, FindingKind.CONTRADICTION, passage.id, "One says some, another says many.", 0.7,
                    type=Type.QUANTIFIER, strength=Strength.DISCREPANCY, sides=tuple(Side(c, tuple(e)) for c, e in sides.items()),
                )
            )
    return tuple(found)
