"""Versions in another language than the base: that nothing of theirs corresponds tells nothing of what they report."""

from __future__ import annotations

from reader.findings.wording import listed
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.align.links import Alignment
    from reader.story import Cluster

#: A version with a larger share of sentences that correspond to the base's can be compared, whatever is said of it.
COMPARABLE = 1 / 3


def foreign(cluster: Cluster, alignment: Alignment) -> frozenset[str]:
    """The ids of versions in another language than the base, with hardly a sentence that corresponds to one of its."""
    base = cluster.version(alignment.base)
    others = [
        v.id
        for v in cluster.versions
        if v.language != base.language and v.language and base.language and v.id not in alignment.off_event
    ]
    if not others:
        return frozenset()
    both = {s for passage in alignment.passages if base.id in passage.sentences for s in _all(passage.sentences)}
    found = set()
    for version in others:
        told = [p.sentence.id for p in cluster.places(version) if p.paragraph.kind in (Kind.BODY, Kind.LIST_ITEM)]
        if sum(sentence in both for sentence in told) <= COMPARABLE * len(told):
            found.add(version)
    return frozenset(found)


def _all(sentences: Mapping[str, Sequence[str]]) -> list[str]:
    return [sentence for ids in sentences.values() for sentence in ids]


def told(cluster: Cluster, versions: frozenset[str]) -> str:
    """What whoever reads the findings is to know of such versions; there is one at least."""
    names = [version.outlet for version in cluster.versions if version.id in versions]
    is_, adds = ("is", "it adds and leaves out") if len(names) == 1 else ("are", "they add and leave out")
    return f"{listed(names)} {is_} in another language than the base; what {adds} can't be told, and is not"
