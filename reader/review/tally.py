"""How far a review is, counted from its journal alone: for lists of clusters that nobody has compared yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.review.journal import Journal
from reader.review.places import folder_of_paths, journal_path
from reader.review.state import replay
from reader.review.whose import by_name

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from pathlib import Path

#: Bytes of a journal that is counted: some thousand decisions, read in a few milliseconds.
LARGEST = 1_000_000


def tally(
    paths: Sequence[str | os.PathLike[str]], reviewer: str, *, beside: bool = False, state: Path | None = None
) -> int | None:
    """How many findings a reviewer has reviewed in the cluster at some paths.

    Findings that are not there any more count too. 0 where there is no journal; None where it can't be read or is
    larger than ``LARGEST``.
    """
    try:
        folder = folder_of_paths(paths, beside=beside, state=state)
        if folder is None:
            return None
        path = journal_path(by_name(folder), reviewer)
        if path.stat().st_size > LARGEST:
            return None
    except FileNotFoundError:
        return 0
    except (OSError, RuntimeError):
        return None
    loaded = Journal(path).load()
    if loaded.problem is not None:
        return None
    return sum(decision.is_review for decision in replay(loaded.records).decisions.values())
