"""What reviewers decided on a cluster, for the commands that tell it or go by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.commands.talk import CommandError, say
from reader.review.byhand import by_hand
from reader.review.matching import Matched, match
from reader.review.others import Kept, reviews
from reader.review.places import folder, journal_paths
from reader.review.records import Reason
from reader.review.state import replay
from reader.review.whose import home

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from reader.collation import Collation

_ODD = {
    Reason.TORN: "was cut off while it was written",
    Reason.NEWER: "was written by a newer Variorum",
    Reason.WRONG: "is no record",
}


@dataclass(frozen=True, slots=True)
class Reviews:
    """A collation with what was made by hand in it, and the decisions on its findings."""

    collation: Collation
    matched: tuple[Matched, ...]  #: by the reviewers' names


def reviewed(
    given: tuple[str, ...], collation: Collation, *, reviewers: Sequence[str] | None, beside: bool, strict: bool
) -> Reviews:
    """All reviews of a collation, or those of some ``reviewers``.

    What can't be used is said; if ``strict`` a journal that can't be read is an error.
    Raises CommandError where the journals can't be read, or the cluster has no place beside it.
    """
    try:
        place = home(collation.cluster, given, beside=beside)
        kept = reviews(place.folder)
    except ValueError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"cannot read the reviews: {error.filename}: {error.strerror}") from error
    if place.told is not None:
        say(place.told)
    chosen = _chosen(kept, reviewers)
    if not kept and not beside:
        _hint(collation, given)
    _say_problems(chosen, strict=strict)
    # Everybody's links and findings, in the order in which they were made.
    records = sorted((r for one in chosen for r in one.state.active), key=lambda r: (r.time, r.reviewer))
    made = by_hand(collation, replay(records))
    for _ in made.lost:
        say("something made by hand is left out: its words are not in the texts any more")
    return Reviews(made.collation, tuple(match(made.collation, one.state, one.reviewer) for one in chosen))


def reviewed_as_asked(args: argparse.Namespace, given: tuple[str, ...], collation: Collation) -> Reviews:
    """The same by the options of a command that has them."""
    return reviewed(given, collation, reviewers=args.reviewer, beside=args.beside, strict=args.strict)


def say_vanished(matched: Sequence[Matched]) -> None:
    """Say how many verdicts have no finding any more: they decide nothing."""
    for review in matched:
        if review.vanished:
            number = len(review.vanished)
            verdicts = "1 decision is on a finding" if number == 1 else f"{number} decisions are on findings"
            say(f"{review.reviewer}: {verdicts} that {'is' if number == 1 else 'are'} not there any more")


def _chosen(kept: list[Kept], names: Sequence[str] | None) -> list[Kept]:
    """The reviews of some reviewers; one that there is not is said, and has decided nothing."""
    if not names:
        return kept
    known = [one.reviewer for one in kept]
    for name in names:
        if name not in known:
            others = f"; there are reviews by {', '.join(known)}" if known else ""
            say(f"no review by {name!r} of these versions{others}")
    return [one for one in kept if one.reviewer in names]


def _hint(collation: Collation, given: tuple[str, ...]) -> None:
    try:
        beside: Path = folder(collation.cluster, given, beside=True)
        if journal_paths(beside):
            say("there are reviews beside the cluster; --beside reads them")
    except (ValueError, OSError):
        return


def _say_problems(chosen: Sequence[Kept], *, strict: bool) -> None:
    for one in chosen:
        if one.problem is not None:
            message = f"{one.problem.path}: {one.problem.message}"
            if strict:
                raise CommandError(message)
            say(message)
        for odd in one.odd:
            say(f"{one.path}: line {odd.line} {_ODD[odd.reason]}; it is kept, and not used")
