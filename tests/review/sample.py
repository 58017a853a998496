"""Sessions in a folder of the test's own, with a clock and ids that are the same in every run."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from reader.review.journal import Journal
from reader.review.records import Words
from reader.review.session import Session

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (Words("Tarn Courier", "The bridge closed on Tuesday.", "on Tuesday"),)

_ids = count(1)


def session(path: Path, reviewer: str = "ida") -> Session:
    """A session on a journal; opening the same path again goes on with it."""
    return Session(
        Journal(path),
        reviewer,
        clock=lambda: "2031-03-05T10:00:00Z",
        new_id=lambda: f"r{next(_ids)}",
    )
