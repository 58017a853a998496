from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator

from reader.review.records import Verdict
from tests.commands.decide import collated, command, contradictions, decide

if TYPE_CHECKING:
    import pytest


def test_two_reviewers(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    first, second, third = (finding.id for finding in collated(story).findings[:3])
    decide(story, "ida", {first: Verdict.CONFIRMED, second: Verdict.DISMISSED})
    decide(story, "per", {first: Verdict.CONFIRMED, second: Verdict.UNSURE, third: Verdict.DISMISSED})
    code, out, err = command(monkeypatch, "agree", story)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:2] == ["2 reviewers: ida, per", "ida and per: 1 of 2 alike (50%), Cohen's kappa 0.33"]
    assert lines[2].startswith("(kappa: 1 is full agreement")
    assert lines[3] == "1 disagreement"
    assert lines[4].startswith(f"{second}  ida: dismissed, per: unsure  ")
    assert lines[5] == "2 other findings judged"
    assert lines[6].startswith(f"{first}  ida: confirmed, per: confirmed  ")
    assert lines[7].startswith(f"{third}  per: dismissed  ")
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


def test_agreement_as_json_keeps_to_its_schema(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    first, second, third = (finding.id for finding in collated(story).findings[:3])
    decide(story, "ida", {first: Verdict.CONFIRMED, second: Verdict.DISMISSED})
    decide(story, "per", {first: Verdict.CONFIRMED, second: Verdict.UNSURE, third: Verdict.DISMISSED})
    schema = json.loads((Path(__file__).parents[2] / "docs" / "agreement.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    code, out, err = command(monkeypatch, "agree", story, "--format", "json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    Draft202012Validator(schema).validate(told)
    (pair,) = told["pairs"]
    assert (pair["shared"], pair["agreed"], pair["percent"], round(pair["kappa"], 2)) == (2, 1, 50.0, 0.33)
    assert [(f["finding"], f["agree"], len(f["verdicts"])) for f in told["findings"]] == [
        *[(first, True, 2), (second, False, 2), (third, True, 1)]
    ]
    decide(story, "zoe", {})
    assert command(monkeypatch, "agree", story, "--format", "json")[1] == out


def test_one_review_cannot_be_compared(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    code, out, err = command(monkeypatch, "agree", story)
    assert (code, out) == (2, "")
    assert "there are none" in err
    decide(story, "ida", {contradictions(story)[0].id: Verdict.CONFIRMED})
    code, out, err = command(monkeypatch, "agree", story)
    assert (code, out) == (2, "")
    assert "there is one, by ida" in err
