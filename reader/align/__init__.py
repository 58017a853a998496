"""What corresponds: similarity -> links -> passages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.align.bags import Bag, bags
from reader.align.base import default_base
from reader.align.candidates import candidates
from reader.align.links import Alignment, Link, Passage
from reader.align.moves import moved
from reader.align.order import in_reading_order
from reader.align.passages import gather
from reader.align.scoring import score
from reader.align.weights import LINKED

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.story import Cluster

#: The score from which a pair that is no link is worth searching for contradictions.
NEAR = 0.015
#: The same in clusters of many versions, where the sure pairs tell enough and the unsure ones grow too many.
NEAR_OF_MANY = 0.1
MANY = 12

__all__ = ["Alignment", "Link", "Passage", "align", "with_base"]


def align(cluster: Cluster, base: str | None = None, *, progress: Callable[[float], None] | None = None) -> Alignment:
    """Link the sentences of all versions and gather them into passages.

    base: a version id; without it the version with the most in common with the others.
    progress: called with 0..1 as the work goes on.
    The order of the versions and their outlets' names change nothing but the order in which things stand.
    """
    read = bags(cluster)
    everything = read.all
    scores: list[dict[int, float]] = [{} for _ in everything]
    links: list[tuple[float, int, int]] = []
    for a, b in candidates(read):
        sure = round(score(a, b, read), 3)
        scores[a.number][b.number] = scores[b.number][a.number] = sure
        if sure >= LINKED:
            links.append((sure, a.number, b.number))
    links.sort(key=lambda link: (-link[0], link[1], link[2]))
    pairs = [(a, b) for _, a, b in links]
    groups = gather(everything, pairs, scores)
    out_of_order = moved(everything, pairs)
    found = tuple(
        sorted(
            (_link(cluster, everything[a], everything[b], sure, (a, b) in out_of_order) for sure, a, b in links),
            key=lambda link: _key(cluster, link),
        )
    )
    least = NEAR if len(cluster.versions) <= MANY else NEAR_OF_MANY
    near = tuple(
        sorted(
            (
                _link(cluster, everything[a], everything[b], sure, False)
                for a, row in enumerate(scores)
                for b, sure in row.items()
                if a < b and least <= sure < LINKED
            ),
            key=lambda link: _key(cluster, link),
        )
    )
    apart: dict[str, object] = {}
    chosen = base or default_base(cluster, found, apart)
    told = [[bag.place.sentence.id for bag in group] for group in groups]
    passages = in_reading_order(cluster, told + _untold(cluster), chosen)
    if progress:
        progress(1.0)
    return Alignment(found, passages, chosen, {}, near)


def with_base(cluster: Cluster, alignment: Alignment, base: str) -> Alignment:
    """The same links and passages in the reading order of another base."""
    groups = [[s for ids in passage.sentences.values() for s in ids] for passage in alignment.passages]
    return replace(alignment, passages=in_reading_order(cluster, groups, base), base=base)


def _untold(cluster: Cluster) -> list[list[str]]:
    """Paragraphs that report nothing: each a passage of its own."""
    return [
        [sentence.id for sentence in paragraph.sentences]
        for version in cluster.versions
        for paragraph in version.paragraphs
        if not paragraph.kind.tells and paragraph.sentences
    ]


def _link(cluster: Cluster, a: Bag, b: Bag, sure: float, out_of_order: bool) -> Link:
    rank = {version.id: n for n, version in enumerate(cluster.versions)}
    one, other = sorted((a.place, b.place), key=lambda place: rank[place.version.id])
    return Link(one.sentence.id, other.sentence.id, sure, out_of_order)


def _key(cluster: Cluster, link: Link) -> tuple[int, int, int, int]:
    rank = {version.id: n for n, version in enumerate(cluster.versions)}
    a, b = cluster.place(link.a), cluster.place(link.b)
    return rank[a.version.id], a.index, rank[b.version.id], b.index
