"""From a cluster to what corresponds in it, step by step."""

from __future__ import annotations

from reader.align.apart import set_apart
from reader.align.bags import Bag, bags
from reader.align.base import default_base
from reader.align.bounds import reached
from reader.align.links import Alignment, Link
from reader.align.moves import moved
from reader.align.order import in_reading_order
from reader.align.passages import gather
from reader.align.rivals import outdone
from reader.align.scoring import alone, among
from reader.align.steady import steadied, steady
from reader.align.weights import LINKED
from reader.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from reader.story import Cluster

#: The score from which a pair that is no link is worth searching for contradictions.
NEAR = 0.015
#: The same in clusters of many versions, where the sure pairs tell enough and the unsure ones grow too many.
NEAR_OF_MANY = 0.1
MANY = 12


def aligned(cluster: Cluster, base: str | None, progress: Callable[[float], None] | None) -> Alignment:
    """As ``reader.align.align``."""
    read = bags(cluster)
    pairs_alone = alone(read, progress)
    apart = set_apart(cluster, read, pairs_alone.scores)
    # Pairs of a version set apart would change how sure the others are; its words still say which words are common.
    known = among(read, pairs_alone, apart, progress)
    kept = steady(read, pairs_alone.same, apart) if len(cluster.versions) <= MANY else None
    if kept is not None:
        known = steadied(known, kept)
    least = NEAR if len(cluster.versions) <= MANY else NEAR_OF_MANY
    links: list[tuple[float, int, int]] = []
    near: list[tuple[float, int, int]] = []
    for a, found in enumerate(known):
        for b, sure in found.items():
            if a < b and sure >= least:
                (links if sure >= LINKED else near).append((sure, a, b))
    needless = outdone(read.all, links) - (kept or set())
    near += [link for link in links if link[1:] in needless]
    links = [link for link in links if link[1:] not in needless]
    links.sort(key=lambda link: (-link[0], link[1], link[2]))
    pairs = [(a, b) for _, a, b in links]
    groups = gather(read.all, pairs, known)
    in_order = _maker(cluster, read.all, moved(read.all, pairs))
    sure_links = in_order(links)
    told = [[bag.place.sentence.id for bag in group] for group in groups]
    chosen = base or default_base(cluster, sure_links, apart)
    passages = in_reading_order(cluster, told + _paragraphs(cluster, apart), chosen, apart)
    if progress:
        progress(1.0)
    bounds = tuple(reached(read, pairs_alone.same, apart, len(cluster.versions)))
    return Alignment(sure_links, passages, chosen, apart, in_order(near), bounds)


def read_along(cluster: Cluster, alignment: Alignment, base: str) -> Alignment:
    """As ``reader.align.with_base``."""
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
) -> Callable[[list[tuple[float, int, int]]], tuple[Link, ...]]:
    """What makes links of scores and numbers of sentences: by their first, then their second sentence as displayed."""
    rank = {version.id: n for n, version in enumerate(cluster.versions)}
    name = [bag.place.sentence.id for bag in bags]
    shown = sorted(range(len(bags)), key=lambda n: (rank[bags[n].place.version.id], bags[n].rank))
    turn = [0] * len(bags)
    for at, n in enumerate(shown):
        turn[n] = at

    def make(scored: list[tuple[float, int, int]]) -> tuple[Link, ...]:
        as_shown = [(min(turn[a], turn[b]), max(turn[a], turn[b]), sure, (a, b)) for sure, a, b in scored]
        as_shown.sort()
        return tuple(
            [Link(name[shown[x]], name[shown[y]], sure, pair in out_of_order) for x, y, sure, pair in as_shown]
        )

    return make
