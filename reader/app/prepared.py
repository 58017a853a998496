"""A collation with what a review makes of it. It takes time, and is made beside the screen. No widget in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.frozen import NamedTuple, replace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.app.reading import Reading
    from reader.collation import Collation
    from reader.review.byhand import ByHand
    from reader.review.matching import Matched
    from reader.review.others import Kept
    from reader.review.state import State


class Prepared(NamedTuple):
    """A collation with what a review makes of it."""

    engine: Collation  #: as it was found
    hand: ByHand  #: with what was made by hand
    collation: Collation  #: what is read: that, with the findings alone that are reviewed
    reading: Reading  #: as it is shown
    state: State  #: the decisions that it was made with
    own: Matched
    kept: tuple[Kept, ...]  #: the others' reviews as they stand on disk
    others: tuple[Matched, ...]
    number: int = 0  #: which one of those that were asked for


class Asked(NamedTuple):
    """What is to be prepared."""

    engine: Collation
    state: State
    reviewer: str
    folder: Path  #: where the journals lie
    known: tuple[Kept, ...] = ()  #: the others' reviews as they were before
    disagreements: frozenset[str] | None = None  #: review only what reviewers disagree about, and these; None: all
    number: int = 0


def prepare(asked: Asked) -> Prepared:
    """What a reviewer reads: the collation with what was made by hand, and everybody's decisions on its findings."""
    from reader.app.reading import Reading
    from reader.review.byhand import by_hand
    from reader.review.matching import match

    kept = read_others(asked.folder, asked.reviewer, asked.known)
    hand = by_hand(asked.engine, asked.state, asked.reviewer, {one.reviewer: one.state for one in kept})
    read = hand.collation
    own, others = match(read, asked.state, asked.reviewer), match_others(read, kept)
    if asked.disagreements is not None:
        from reader.review.agreement import agreement

        wanted = asked.disagreements.union(agreement([f.id for f in read.findings], [own, *others]).disagreements)
        read = replace(read, findings=tuple(f for f in read.findings if not wanted.isdisjoint((f.id, *f.also))))
    reading = Reading(read.cluster, read, hand.passages)
    reading.look_up()
    return Prepared(asked.engine, hand, read, reading, asked.state, own, kept, others, asked.number)


def match_others(collation: Collation, kept: Sequence[Kept]) -> tuple[Matched, ...]:
    """The others' decisions beside the findings."""
    from reader.review.matching import match

    return tuple(match(collation, one.state, one.reviewer) for one in kept)


def read_others(folder: Path, reviewer: str, known: Sequence[Kept] = ()) -> tuple[Kept, ...]:
    """The reviews of all others whose journals lie there. known: as they were read before."""
    from reader.review.others import reviews
    from reader.review.places import journal_path

    try:
        return tuple(reviews(folder, but=journal_path(folder, reviewer), known=known))
    except OSError:  # whoever can't read the folder is told so when something is to be saved
        return ()
