from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema

from tests.commands.decide import command
from tests.test_cli import variorum

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

EXAMPLE = ("--example", "boil-water", "--revisions")


def test_the_report_has_a_history(pytestconfig: pytest.Config) -> None:
    done = variorum("report", *EXAMPLE)
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    jsonschema.validate(report, json.loads((pytestconfig.rootpath / "docs" / "report.schema.json").read_text("utf-8")))
    assert report["base"] == "v1"
    changes = {(e["version"], e["change"], e["type"]) for e in report["history"]}
    assert {
        ("v3", "changed", "number"),
        ("v4", "changed", "certainty"),
        ("v5", "moved", None),
        ("v6", "gone", None),
    } <= changes
    findings = {finding["id"]: finding for finding in report["findings"]}
    for event in report["history"]:
        assert (
            event["finding"] is None
            or event["explanation"].removesuffix(".") in findings[event["finding"]]["explanation"]
        )
    assert "history" not in json.loads(variorum("report", "--example", "boil-water").stdout)


def test_every_format_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for format in ("markdown", "html", "csv"):
        out = command(monkeypatch, "report", *EXAMPLE, "--format", format)[1]
        for said in ("Figure changed in revision 3", "Softened in revision 4"):
            assert said in out
    out = command(monkeypatch, "report", *EXAMPLE, "--format", "markdown")[1]
    assert "### revision 5, 10 June 2025, 07:15 +01:00\n" in out
    assert "- Moved up in revision 5. It is the third such notice" in out
    assert "- Gone in revision 6. Four primary schools" in out


def test_the_linear_text_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = command(monkeypatch, "read", "--linear", *EXAMPLE)
    assert code == 0
    assert "6 revisions of one article, each compared with the one before it" in out
    assert "    Added in revision 4.\n" in out
    assert "History:\n    Moved up in revision 5.\n" in out


def test_findings_of_a_history_can_be_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    report = json.loads(command(monkeypatch, "report", *EXAMPLE)[1])
    for finding in report["findings"]:
        code, out, _ = command(monkeypatch, "explain", *EXAMPLE, finding["id"])
        assert (code, out.startswith(finding["explanation"])) == (0, True)
        if finding["kind"] == "addition":
            before = f"revision {int(finding['version'][1:]) - 1}"
            assert f"rule: revisions: no sentence of {before} has its words or became it" in out


def test_a_base_and_revisions_exclude_each_other(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    for words in (["report", story], [story], ["read", "--linear", story]):
        code, out, err = command(monkeypatch, *words, "--revisions", "--base", "v1")
        assert (code, out) == (2, "")
        assert "either --base or --revisions" in err
