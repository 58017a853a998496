"""What corresponds: similarity -> links -> passages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.align.apart import set_apart
from reader.align.bags import Bag, bags
from reader.align.base import default_base
from reader.align.links import Alignment, Link, Passage
from reader.align.moves import moved
from reader.align.order import in_reading_order
from reader.align.passages import gather
from reader.align.rivals import outdone
from reader.align.scoring import scores
from reader.align.weights import LINKED

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

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
    A version of another event is set apart: it has no links, and its passages are its own.
    The order of the versions and their outlets' names change nothing but the order in which things stand.
    """
    read = bags(cluster)
    known = scores(read, progress)
    apart = set_apart(cluster, read, known)
    if apart:  # its pairs change how sure the others are; its words still say which words are common
        known = scores(read, None, apart)
    least = NEAR if len(cluster.versions) <= MANY else NEAR_OF_MANY
    links: list[tuple[float, int, int]] = []
    near: list[tuple[float, int, int]] = []
    for a, found in enumerate(known):
        for b, sure in found.items():
            if a < b and sure >= least:
                (links if sure >= LINKED else near).append((sure, a, b))
    needless = outdone(read.all, links)
    near += [link for link in links if link[1:] in needless]
    links = [link for link in links if link[1:] not in needless]
    links.sort(key=lambda link: (-link[0], link[1], link[2]))
    pairs = [(a, b) for _, a, b in links]
    groups = gather(read.all, pairs, known)
    as_link = _maker(cluster, read.all, moved(read.all, pairs))
    sure_links = _in_order(cluster, map(as_link, links))
    told = [[bag.place.sentence.id for bag in group] for group in groups]
    chosen = base or default_base(cluster, sure_links, apart)
    passages = in_reading_order(cluster, told + _paragraphs(cluster, apart), chosen, apart)
    if progress:
        progress(1.0)
    return Alignment(sure_links, passages, chosen, apart, _in_order(cluster, map(as_link, near)))


def with_base(cluster: Cluster, alignment: Alignment, base: str) -> Alignment:
    """The same links and passages in the reading order of another base."""
    groups = [[s for ids in passage.sentences.values() for s in ids] for passage in alignment.passages]
    return replace(alignment, passages=in_reading_order(cluster, groups, base, alignment.off_event), base=base)


def _paragraphs(cluster: Cluster, apart: Container[str]) -> list[list[str]]:
    """Paragraphs that report nothing, or of versions set apart: each a passage of its own."""
    return [
        [sentence.id for sentence in paragraph.sentences]
        for version in cluster.versions
        for paragraph in version.paragraphs
        if paragraph.sentences and (version.id in apart or not paragraph.kind.tells)
    ]


def _maker(
    cluster: Cluster, bags: list[Bag], out_of_order: set[tuple[int, int]]
) -> Callable[[tuple[float, int, int]], Link]:
    """What makes a link of a score and the numbers of two sentences."""
    rank = {version.id: n for n, version in enumerate(cluster.versions)}
    turn = [rank[bag.place.version.id] for bag in bags]
    name = [bag.place.sentence.id for bag in bags]

    def make(scored: tuple[float, int, int]) -> Link:
        sure, a, b = scored
        is_moved = (a, b) in out_of_order
        return Link(name[a], name[b], sure, is_moved) if turn[a] < turn[b] else Link(name[b], name[a], sure, is_moved)

    return make


def _in_order(cluster: Cluster, links: Iterable[Link]) -> tuple[Link, ...]:
    """Links by their first, then their second sentence, as the versions are displayed."""
    place = {p.sentence.id: n for n, p in enumerate(p for v in cluster.versions for p in cluster.places(v.id))}
    return tuple(sorted(links, key=lambda link: (place[link.a], place[link.b])))
