"""A collation with what a review makes of it. It takes time, and is made beside the screen. No widget in here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from reader.collation import Collation
    from reader.review.byhand import ByHand
    from reader.review.matching import Matched
    from reader.review.state import State


class Prepared(NamedTuple):
    """A collation with what a review makes of it."""

    engine: Collation  #: as it was found
    hand: ByHand  #: with what was made by hand
    state: State  #: the decisions that it was made with
    own: Matched
    others: tuple[Matched, ...]
    number: int = 0  #: which one of those that were asked for

    @property
    def collation(self) -> Collation:
        """What is read."""
        return self.hand.collation


def prepare(engine: Collation, state: State, folder: Path, reviewer: str, number: int = 0) -> Prepared:
    """What a reviewer reads: the collation with what they made by hand, and everybody's decisions on its findings."""
    from reader.review.byhand import by_hand
    from reader.review.matching import match

    hand = by_hand(engine, state)
    own = match(hand.collation, state, reviewer)
    return Prepared(engine, hand, state, own, read_others(hand.collation, folder, reviewer), number)


def read_others(collation: Collation, folder: Path, reviewer: str) -> tuple[Matched, ...]:
    """The decisions of all others whose journals lie there."""
    from reader.review.matching import match
    from reader.review.others import reviews
    from reader.review.places import journal_path

    try:
        kept = reviews(folder, but=journal_path(folder, reviewer))
    except OSError:  # whoever can't read the folder is told so when something is to be saved
        return ()
    return tuple(match(collation, one.state, one.reviewer) for one in kept)
