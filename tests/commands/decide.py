"""Verdicts on a story, given without the reader, and the command line in this process."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import reader
from reader.cli import main
from reader.findings.finding import FindingKind
from reader.review.journal import Journal
from reader.review.matching import words_of
from reader.review.places import folder, journal_path
from reader.review.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.records import Verdict


def command(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command, without a terminal."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out.flush()
    return code, out.buffer.getvalue().decode("utf-8"), err.getvalue()


def collated(story: Path) -> Collation:
    """The story as the commands see it."""
    return reader.collate(reader.load(story))


def contradictions(story: Path) -> list[Finding]:
    """Its contradictions, in order."""
    return [f for f in collated(story).findings if f.kind is FindingKind.CONTRADICTION]


def sitting(story: Path, reviewer: str, *, beside: bool = False) -> Session:
    """A review of a story that goes on where it stopped."""
    place = folder(reader.load(story), [story], beside=beside)
    return Session(Journal(journal_path(place, reviewer), private=not beside), reviewer)


def decide(story: Path, reviewer: str, verdicts: dict[str, Verdict], *, beside: bool = False) -> None:
    """Give verdicts on findings."""
    made = collated(story)
    known = {finding.id: finding for finding in made.findings}
    session = sitting(story, reviewer, beside=beside)
    for finding, verdict in verdicts.items():
        assert session.judge(finding, verdict, words_of(made, known[finding])) is None
