from __future__ import annotations

from typing import TYPE_CHECKING

from reader.review.records import Verdict
from tests.commands.decide import collated, command, contradictions, decide

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_two_reviewers(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    first, second, third = (finding.id for finding in collated(story).findings[:3])
    decide(story, "ida", {first: Verdict.CONFIRMED, second: Verdict.DISMISSED})
    decide(story, "per", {first: Verdict.CONFIRMED, second: Verdict.UNSURE, third: Verdict.DISMISSED})
    code, out, err = command(monkeypatch, "agree", story)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:3] == [
        "2 reviewers: ida, per",
        "ida and per: 1 of 2 alike (50%), Cohen's kappa 0.33",
        "1 disagreement",
    ]
    assert lines[3].startswith(f"{second}  ida: dismissed, per: unsure  ")
    assert lines[4] == "2 other findings judged"
    assert lines[5].startswith(f"{first}  ida: confirmed, per: confirmed  ")
    assert lines[6].startswith(f"{third}  per: dismissed  ")
    assert "alpha" not in out


def test_three_reviewers_have_an_alpha_and_some_can_be_chosen(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    findings = [finding.id for finding in collated(story).findings[:2]]
    for name in ("ida", "per", "zoe"):
        decide(story, name, dict(zip(findings, (Verdict.CONFIRMED, Verdict.DISMISSED), strict=True)), beside=True)
    code, out, _ = command(monkeypatch, "agree", story, "--beside")
    assert code == 0
    assert "all: Krippendorff's alpha 1.00" in out
    assert "no disagreements" in out
    code, out, _ = command(monkeypatch, "agree", story, "--beside", "--reviewer", "ida", "--reviewer", "zoe")
    assert (code, out.splitlines()[0]) == (0, "2 reviewers: ida, zoe")


def test_one_review_cannot_be_compared(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    code, out, err = command(monkeypatch, "agree", story)
    assert (code, out) == (2, "")
    assert "there are none" in err
    decide(story, "ida", {contradictions(story)[0].id: Verdict.CONFIRMED})
    code, out, err = command(monkeypatch, "agree", story)
    assert (code, out) == (2, "")
    assert "there is one, by ida" in err
