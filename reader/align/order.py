"""Passages in the order of reading: the base's order, and between its passages what only others report."""

from __future__ import annotations

from reader.align.bags import in_order
from reader.align.links import Passage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from reader.story import Cluster


def in_reading_order(
    cluster: Cluster, groups: Iterable[Iterable[str]], base: str, apart: Container[str] = ()
) -> tuple[Passage, ...]:
    """The passages of a cluster, numbered, for one base.

    groups: sentence ids, every sentence of the cluster in exactly one. apart: versions of another event.
    A passage that the base lacks stands after the passage that comes before it in a version that has it. With what a
    version begins with there is none: it stands after the base's first. Versions set apart stand at the end.
    """
    sets = list(map(tuple, groups))
    group_of = {sentence: n for n, group in enumerate(sets) for sentence in group}
    rank = {version.id: n for n, version in enumerate(cluster.versions)}
    rows: list[list[int]] = [[]]  # what comes first of all, then each passage of the base with what follows it
    row_of: dict[int, int] = {}
    others = sorted((v for v in in_order(cluster) if v.id != base), key=lambda v: v.id in apart)
    for version in (cluster.version(base), *others):
        row = len(rows) - 1 if version.id in apart else min(1, len(rows) - 1)
        for place in cluster.places(version.id):
            group = group_of[place.sentence.id]
            if group in row_of:
                row = row_of[group]
            elif version.id == base:
                rows.append([group])
                row_of[group] = row = len(rows) - 1
            else:
                rows[row].append(group)
                row_of[group] = row
    order = [group for row in rows for group in row]
    return tuple(Passage(f"g{n}", _by_version(cluster, sets[group], rank)) for n, group in enumerate(order, 1))


def _by_version(cluster: Cluster, sentences: tuple[str, ...], rank: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """rank: version -> its place in the order of display."""
    if len(sentences) == 1:
        return {cluster.place(sentences[0]).version.id: sentences}
    places = [cluster.place(sentence) for sentence in sentences]
    found: dict[str, tuple[str, ...]] = {}
    for place in sorted(places, key=lambda p: (rank[p.version.id], p.index)):
        found[place.version.id] = (*found.get(place.version.id, ()), place.sentence.id)
    return found
