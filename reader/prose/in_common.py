"""What two rows of words have in common in the same order: the longest common subsequence, and what stands between.

After Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): the bits of a number stand for the words of the one
row, and each word of the other changes them in four operations, however long the rows are. Python's numbers do that
for sentences in less time than it takes to load a library that does it faster.
"""

from __future__ import annotations

from itertools import chain, groupby, repeat

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Step(NamedTuple):
    """Words ``a`` to ``a_end`` of the one row beside ``b`` to ``b_end`` of the other."""

    tag: str  #: "equal"; "delete" where only the one row has words; "insert" where only the other has
    a: int
    a_end: int
    b: int
    b_end: int


def alike(a: Sequence[str], b: Sequence[str], least: float) -> bool:
    """Whether at least this share of two rows, 0..1, is the same and in the same order; two empty ones are the same."""
    total = len(a) + len(b)
    if not total:
        return True
    in_a, in_b = frozenset(a), frozenset(b)
    most = min(sum(map(in_b.__contains__, a)), sum(map(in_a.__contains__, b)))
    if 1 - (total - 2 * most) / total < least:
        return False
    rows = _rows(a, b)
    length = len(a) - rows[-1].bit_count() if rows else 0
    return 1 - (total - 2 * length) / total >= least


def steps(a: Sequence[str], b: Sequence[str]) -> list[Step]:
    """The way from one row to the other, in order, two steps of one tag never side by side.

    As much as possible is equal: what both begin and end with, and of the rest, seen from the end, the last words that
    can be.
    """
    begin, shorter = 0, min(len(a), len(b))
    while begin < shorter and a[begin] == b[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and a[-1 - end] == b[-1 - end]:
        end += 1
    between = _tags(a[begin : len(a) - end], b[begin : len(b) - end])
    found: list[Step] = []
    i = j = 0
    for tag, run in groupby(chain(repeat("equal", begin), between, repeat("equal", end))):
        size = len(list(run))
        i_end, j_end = i + (tag != "insert") * size, j + (tag != "delete") * size
        found.append(Step(tag, i, i_end, j, j_end))
        i, j = i_end, j_end
    return found


def _rows(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """For each word of ``b``: a bit for each of ``a``, which is 0 where that word makes the subsequence longer."""
    where: dict[str, int] = {}
    for n, word in enumerate(a):
        where[word] = where.get(word, 0) | 1 << n
    everywhere = (1 << len(a)) - 1
    row = everywhere
    rows = []
    for word in b:
        if word in where:
            matches = row & where[word]
            row = ((row + matches) | (row - matches)) & everywhere
        rows.append(row)
    return rows


def _tags(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """A tag for each word that is equal, deleted or inserted, in order."""
    rows = _rows(a, b)
    tags = []
    i, j = len(a), len(b)
    while i and j:
        if rows[j - 1] >> i - 1 & 1:
            i -= 1
            tags.append("delete")
        elif j > 1 and not rows[j - 2] >> i - 1 & 1:
            j -= 1
            tags.append("insert")
        else:
            i, j = i - 1, j - 1
            tags.append("equal")
    return [*["insert"] * j, *["delete"] * i, *reversed(tags)]
