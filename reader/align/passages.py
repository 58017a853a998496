"""From links to passages: sentences that report one thing are brought together, and rows stay small."""

from __future__ import annotations

from collections import Counter

from reader.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.align.bags import Bag

#: Two groups of sentences become one if the pairs between them score this much on average.
TOGETHER = 0.3
#: How many sentences of one version a passage holds at most.
SENTENCES = 4
#: Of a large group, only this many of a sentence's nearest pairs are asked for: others were never compared.
ASKED = 20

#: The score of each pair compared: sentence -> other sentence -> score, both ways round.
Scores = list[dict[int, float]]


@dataclass(slots=True, eq=False)
class _Group:
    """Sentences, by number, that are to be one passage, and how many each version has among them."""

    members: list[int]
    versions: Counter[int]


def gather(bags: list[Bag], links: Iterable[tuple[int, int]], scores: Scores) -> list[list[Bag]]:
    """Divide sentences into passages; ``links`` from the surest to the least sure.

    Links are taken one by one. A link brings two groups together only if the groups as wholes report the same thing, so
    no chain of single links pulls unlike sentences into one passage. Sentences that no other version reports stay with
    their like in the same paragraph.
    """
    groups: dict[int, _Group] = {}  # of the sentences that are linked
    for a, b in links:
        for n in (a, b):
            if n not in groups:
                groups[n] = _Group([n], Counter((bags[n].version,)))
        one, other = groups[a], groups[b]
        if one is not other and _fit(one, other, groups, scores, bags):
            small, large = sorted((one, other), key=lambda group: len(group.members))
            large.members += small.members
            large.versions += small.versions
            for n in small.members:
                groups[n] = large
    found: list[list[Bag]] = []
    taken: set[int] = set()
    before: Bag | None = None  # the sentence before, where it is alone
    for n, bag in enumerate(bags):
        group = groups.get(n)
        if group is None or len(group.members) == 1:
            if before is not None and before.place.paragraph is bag.place.paragraph:
                found[-1].append(bag)
            else:
                found.append([bag])
            before = bag
            continue
        before = None
        if n not in taken:
            taken.update(group.members)
            found.append([bags[m] for m in sorted(group.members)])
    return found


def _fit(one: _Group, other: _Group, groups: dict[int, _Group], scores: Scores, bags: list[Bag]) -> bool:
    """Whether two groups report the same thing, taken as wholes."""
    if len(one.members) + len(other.members) == 2:
        return True
    small, large = sorted((one, other), key=lambda group: len(group.members))
    if any(count + large.versions[version] > SENTENCES for version, count in small.versions.items()):
        return False
    support = 0.0
    for n in small.members:
        others = len(large.members) - large.versions[bags[n].version]
        found = sum([score for m, score in scores[n].items() if groups.get(m) is large])
        support += min(1.0, found / max(1, min(others, ASKED)))
    return support / len(small.members) >= TOGETHER
