"""How far a review is, counted without comparing the versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.review import tally as module
from reader.review.journal import Journal
from reader.review.places import BESIDE, folder_of_paths, journal_path
from reader.review.records import Verdict
from reader.review.session import Session
from reader.review.tally import tally

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def session(cluster: Path, state: Path, *, beside: bool = False) -> Session:
    folder = folder_of_paths([cluster], beside=beside, state=state)
    assert folder is not None
    return Session(Journal(journal_path(folder, "ida")), "ida")


def test_findings_with_a_verdict_or_marked_as_read_count_and_notes_do_not(tmp_path: Path) -> None:
    cluster, state = tmp_path / "story", tmp_path / "state"
    cluster.mkdir()
    assert tally([cluster], "ida", state=state) == 0
    one = session(cluster, state)
    one.judge("a", Verdict.CONFIRMED, ())
    one.judge("a", Verdict.DISMISSED, ())
    one.mark_read(["b", "c"])
    one.note("d", "ask", ())
    assert tally([cluster], "ida", state=state) == 3
    one.undo()
    one.undo()
    assert tally([cluster], "ida", state=state) == 1
    assert tally([cluster], "sam", state=state) == 0


def test_a_review_beside_the_cluster_is_counted_there(tmp_path: Path) -> None:
    cluster, state = tmp_path / "story", tmp_path / "state"
    cluster.mkdir()
    session(cluster, state, beside=True).judge("a", Verdict.UNSURE, ())
    assert (cluster / BESIDE).is_dir()
    assert tally([cluster], "ida", beside=True, state=state) == 1
    assert tally([cluster], "ida", state=state) == 0


def test_what_can_not_be_counted_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cluster, state = tmp_path / "story", tmp_path / "state"
    cluster.mkdir()
    assert tally(["-"], "ida", state=state) is None
    session(cluster, state).judge("a", Verdict.UNSURE, ())
    monkeypatch.setattr(module, "LARGEST", 10)
    assert tally([cluster], "ida", state=state) is None
    folder = folder_of_paths([tmp_path / "other"], state=state)
    assert folder is not None
    journal_path(folder, "ida").mkdir(parents=True)
    monkeypatch.setattr(module, "LARGEST", 1_000_000)
    assert tally([tmp_path / "other"], "ida", state=state) is None
