"""What corresponds: similarity -> links -> passages."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from reader.align.links import Alignment, Link, Passage
from reader.story import Cluster, Place

__all__ = ["align", "with_base"]


def align(cluster: Cluster, base: str | None = None, *, progress: Callable[[float], None] | None = None) -> Alignment:
    """Placeholder until the alignment is written: cosine over words, one threshold, connected components."""
    places = {v.id: [p for p in cluster.places(v.id) if p.paragraph.kind.tells] for v in cluster.versions}
    bags = {p.sentence.id: Counter(re.findall(r"\w+", p.text.lower())) for ps in places.values() for p in ps}
    df = Counter(w for bag in bags.values() for w in bag)
    vectors = {}
    for key, bag in bags.items():
        vector = {w: c * math.log(1 + len(bags) / df[w]) for w, c in bag.items()}
        norm = math.sqrt(sum(x * x for x in vector.values())) or 1.0
        vectors[key] = {w: x / norm for w, x in vector.items()}
    links = []
    for i, one in enumerate(cluster.versions):
        for other in cluster.versions[i + 1 :]:
            for p in places[one.id]:
                for q in places[other.id]:
                    a, b = vectors[p.sentence.id], vectors[q.sentence.id]
                    score = sum(x * b[w] for w, x in a.items() if w in b)
                    if score > 0.33:
                        links.append(Link(p.sentence.id, q.sentence.id, min(1.0, round(score, 3))))
    if base is None:
        degree = Counter(cluster.place(s).version.id for link in links for s in (link.a, link.b))
        base = max((v.id for v in cluster.versions), key=lambda v: degree[v])
    return with_base(cluster, Alignment(tuple(links), (), base, {}), base)


def with_base(cluster: Cluster, alignment: Alignment, base: str) -> Alignment:
    """The same links with the passages in the order of another base."""
    parent: dict[str, str] = {}

    def root(s: str) -> str:
        while parent.setdefault(s, s) != s:
            s = parent[s]
        return s

    for link in alignment.links:
        parent[root(link.a)] = root(link.b)
    groups: dict[str, list[Place]] = {}
    for version in sorted(cluster.versions, key=lambda v: v.id != base):
        for place in cluster.places(version.id):
            groups.setdefault(root(place.sentence.id), []).append(place)
    passages = []
    for n, group in enumerate(groups.values(), 1):
        sentences: dict[str, tuple[str, ...]] = {}
        for place in group:
            sentences[place.version.id] = (*sentences.get(place.version.id, ()), place.sentence.id)
        passages.append(Passage(f"g{n}", sentences))
    return replace(alignment, passages=tuple(passages), base=base)
