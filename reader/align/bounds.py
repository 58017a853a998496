"""Which bounds of the alignment a cluster was too large for, in words: what is told may be less than there is."""

from __future__ import annotations

from reader.align import apart as setting_apart
from reader.align.candidates import COMMON, MANY, MOST_ANCHORED, NEAREST, too_common, too_many_anchored
from reader.align.steady import MOST, too_large

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from reader.align.bags import Bags
    from reader.align.candidates import Pair


def reached(bags: Bags, same: list[Pair], apart: Container[str], versions: int) -> Iterator[str]:
    """A sentence for each bound that was reached. same: the pairs with the same words. versions: how many there are."""
    if versions > setting_apart.MOST:
        yield (
            f"there are {versions} versions; of more than {setting_apart.MOST} none is looked at for whether it "
            "reports another event"
        )
    if common := too_common(bags):
        yield (
            f"{common:,} sentences have only words that more than {COMMON:,} sentences have; nothing is set beside "
            "them but sentences with the same words"
        )
    if too_many_anchored(bags):
        yield (
            f"more than {MOST_ANCHORED:,} pairs of sentences have the same words; each sentence is linked with those "
            f"of the {NEAREST} versions before its own and the {NEAREST} after it only"
        )
    if versions <= MANY and (large := too_large(bags, same, apart)):
        pairs = "1 pair of versions has" if large == 1 else f"{large} pairs of versions have"
        yield (
            f"{pairs} more than {MOST:,} pairs of sentences; these are not also weighed as if the two were alone, so "
            "other versions may take a link from them"
        )
