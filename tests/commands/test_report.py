from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.findings.finding import Type
from reader.review.byhand import own_finding, words_of_span
from reader.review.records import Verdict
from tests.commands.decide import collated, command, contradictions, decide, sitting
from tests.test_cli import variorum

if TYPE_CHECKING:
    from pathlib import Path

    from reader.story import Place


def _valid(text: str, pytestconfig: pytest.Config) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(text)
    schema = json.loads((pytestconfig.rootpath / "docs" / "report.schema.json").read_text("utf-8"))
    jsonschema.validate(report, schema)
    return report


def test_reviews_are_told_only_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, story: Path, pytestconfig: pytest.Config
) -> None:
    finding = contradictions(story)[0]
    decide(story, "ida", {finding.id: Verdict.CONFIRMED})
    assert "reviews" not in json.loads(command(monkeypatch, "report", story)[1])
    report = _valid(command(monkeypatch, "report", story, "--review")[1], pytestconfig)
    (review,) = report["reviews"]
    assert review["reviewer"] == "ida"
    assert [(d["finding"], d["verdict"]) for d in review["decisions"]] == [(finding.id, "confirmed")]


@pytest.mark.parametrize("format", ["markdown", "html", "csv"])
def test_every_format_tells_the_verdict(story: Path, format: str) -> None:
    finding = contradictions(story)[0]
    decide(story, "Ida Thorne", {finding.id: Verdict.UNSURE})
    done = variorum("report", story, "--review", "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ida Thorne" in done.stdout
    assert "unsure" in done.stdout


def test_only_findings_with_a_verdict(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    first, second, third = collated(story).findings[:3]
    decide(story, "ida", {first.id: Verdict.CONFIRMED, second.id: Verdict.DISMISSED})
    decide(story, "per", {second.id: Verdict.CONFIRMED, third.id: Verdict.DISMISSED})

    def told(*words: str) -> set[str]:
        code, out, _ = command(monkeypatch, "report", story, "--format", "csv", *words)
        assert code == 0
        return {row["finding"] for row in csv.DictReader(io.StringIO(out))}

    assert told("--only", "confirmed") == {first.id, second.id}
    assert told("--review", "--only", "dismissed") == {second.id, third.id}
    assert told("--only", "confirmed", "--reviewer", "per") == {second.id}
    assert told("--only", "unsure") == set()
    assert len(told("--review")) == len(collated(story).findings)


def test_a_report_before_any_review_is_a_report(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    code, out, err = command(monkeypatch, "report", story, "--review")
    assert (code, err) == (0, "")
    assert out == command(monkeypatch, "report", story)[1]


def test_reviews_beside_the_cluster(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    decide(story, "ida", {contradictions(story)[0].id: Verdict.CONFIRMED}, beside=True)
    out = command(monkeypatch, "report", story, "--beside", "--format", "markdown")[1]
    assert "ida reviewed 1 of" in out


def test_a_finding_made_by_hand_is_reported(
    monkeypatch: pytest.MonkeyPatch, story: Path, pytestconfig: pytest.Config
) -> None:
    made = collated(story)

    def place(words: str) -> Place:
        return next(p for v in made.cluster.versions for p in made.cluster.places(v.id) if words in p.text)

    oil, divers = place("No oil has leaked"), place("Divers will look")
    sides = [[words_of_span(made, p.sentence.id, p.sentence.start, p.sentence.end)] for p in (oil, divers)]
    added = own_finding(Type.OTHER, "One says all is well, the other does not.", sides)
    sitting(story, "ida").do(added)
    report = _valid(command(monkeypatch, "report", story, "--review")[1], pytestconfig)
    assert added.finding in {f["id"] for f in report["findings"]}
    code, out, _ = command(monkeypatch, "check", story)
    assert (code, f"{added.finding}  other discrepancy  One says all is well" in out) == (10, True)
    code, out, _ = command(monkeypatch, "explain", story, added.finding)
    assert (code, "rule: by hand" in out) == (0, True)
    # Its words go: it is kept, said, and not reported.
    (story / "island-daily.txt").write_text("Aurelia stuck\n\nThe Aurelia is stuck on rocks.\n", encoding="utf-8")
    code, out, err = command(monkeypatch, "check", story)
    assert added.finding not in out
    assert "something made by hand is left out" in err


def test_what_was_not_compared_is_said_and_stands_in_the_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    for n in range(41):
        (tmp_path / f"{n}.txt").write_text(f"The ferry Calda ran aground off Norrick.\n\nNo {n} died.\n", "utf-8")
    told = "comparison: there are 41 versions; of more than 40 none is looked at for whether it reports another event"
    code, out, err = command(monkeypatch, "report", tmp_path)
    assert (code, f"variorum: {told}" in err.splitlines()) == (0, True)
    assert f"comparison: {_valid(out, pytestconfig)['notices'][0]['message']}" == told
    assert f"variorum: {told}" in command(monkeypatch, "check", tmp_path)[2].splitlines()
    code, out, err = command(monkeypatch, "read", "--linear", tmp_path)
    assert (code, told in " ".join(out.split()), told in err) == (0, True, True)
