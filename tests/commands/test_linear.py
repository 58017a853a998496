"""What is printed where there is no terminal to read on, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.review.records import Verdict
from tests.commands.decide import collated, command, decide

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_where_only_disagreements_are_told_the_text_says_so(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    words = ("read", "--linear", "--disagreements", story)
    code, out, err = command(monkeypatch, *words)
    told = "review: two reviews or more can disagree; there is none, so no finding is told"
    assert (code, err) == (0, f"variorum: {told}\n")
    assert told in " ".join(out.split())
    first, second = (finding.id for finding in collated(story).findings[:2])
    decide(story, "ida", {first: Verdict.CONFIRMED, second: Verdict.DISMISSED})
    assert "there is one, so no finding" in command(monkeypatch, *words)[2]
    decide(story, "per", {first: Verdict.CONFIRMED, second: Verdict.UNSURE})
    code, out, err = command(monkeypatch, *words)
    assert (code, err) == (0, "variorum: review: only what reviewers disagree about is told: 1 finding\n")
    decide(story, "per", {second: Verdict.DISMISSED})
    assert command(monkeypatch, *words)[2].endswith("disagree about is told: no finding\n")


def test_a_folder_of_clusters_without_a_terminal(monkeypatch: pytest.MonkeyPatch, story: Path, tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    story.rename(tmp_path / "all" / "story")
    code, out, err = command(monkeypatch, "read", tmp_path / "all")
    assert (code, out) == (2, "")
    assert err.count("variorum: ") == 1
    assert "instead" not in err
    assert err.endswith("there are several clusters in this folder's folders; give the path of one\n")
