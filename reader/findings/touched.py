"""What a sentence touches, and what it says of it: whether two sentences can disagree at all, seen before any grammar.

Most sentences that are compared report the same thing in the same words, or nothing of the same. Each module says of a
sentence what another must touch too for the module to see anything between the two, and what the sentence says there:
two that say the same of all that they both touch don't disagree.
"""

from __future__ import annotations

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping


class Touched(NamedTuple):
    """What a module must find in both of two sentences to see anything between them."""

    what: frozenset[Hashable] = frozenset()
    whole: Hashable = None  #: what is said of all of it: two sentences with the same don't disagree; None: who knows
    each: Mapping[Hashable, Hashable] | None = None  #: what is said of each, where that tells; None again: who knows
    #: Of ``what``, what counts between any two sentences; the rest only between two that share most of their words...
    anywhere: frozenset[Hashable] | None = None  #: None: all of it
    spared: int = 0  #: ...but so many, which stand in what may differ


#: Of a sentence that touches nothing.
NOTHING = Touched()


def apart(mine: Touched, its: Touched) -> bool:
    """Whether two sentences touch anything in common of which they may not say the same."""
    what, whole, ours, _, _ = mine
    its_what, its_whole, theirs, _, _ = its
    if what.isdisjoint(its_what) or (whole is not None and whole == its_whole):
        return False
    if ours is None or theirs is None:
        return True
    for both in what & its_what:
        said = ours[both]
        if said is None or said != theirs[both]:
            return True
    return False


def only_near(mine: Touched, its: Touched) -> bool:
    """Whether nothing that both touch counts but between sentences that share most of their words."""
    return mine[3] is not None and its[3] is not None and mine[3].isdisjoint(its[3])
