from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from reader.export import FORMATS, render
from reader.export.json import to_dict
from reader.story import Kind
from tests.export import sample

if TYPE_CHECKING:
    from reader.collation import Collation

_SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text("utf-8"))
validator = Draft202012Validator(_SCHEMA)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(_SCHEMA)


def test_the_schema_lets_nothing_else_in() -> None:
    """Every object of the schema says which keys it has."""

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert "additionalProperties" in node, node
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(_SCHEMA)
    report = to_dict(sample.footbridge())
    assert validator.is_valid(report)
    report["findings"][0]["note"] = "more"
    assert not validator.is_valid(report)


def test_everything_is_in_the_report() -> None:
    report = to_dict(sample.footbridge())
    validator.validate(report)
    first, second, third = report["versions"]
    assert first["byline"] == "By Ida Thorne"
    assert first["published"] == "2031-03-04T06:35:00+01:00"
    assert first["url"] == "https://tarn-courier.example/bridge?id=1&x=2"
    assert first["path"] == "bridge/courier.txt"
    assert [p["kind"] for p in first["paragraphs"]] == ["headline", "metadata", "body", "furniture"]
    assert second["origin"]["agency"] == "Meridian"
    assert _words(report, second["origin"]["evidence"][0]) == "(Meridian)"
    assert third["off_event"]["reason"] == "It reports another bridge."
    assert _words(report, third["off_event"]["evidence"][0]) == "another valley"
    assert third["origin"] is None
    assert report["links"] == [
        {"a": "v1.p3.s1", "b": "v2.p1.s1", "score": 0.8, "moved": False},
        {"a": "v1.p3.s2", "b": "v2.p1.s2", "score": 0.7, "moved": True},
    ]
    assert list(report["passages"][2]["sentences"]) == ["v1", "v2"], "in the order of the versions"
    omission, date, number, addition = report["findings"]
    assert omission["version"] == "v2"
    assert omission["sentences"] == ["v1.p1.s1"]
    assert addition["kind"] == "addition"
    assert (date["type"], date["strength"]) == ("date", "conflict")
    assert [_words(report, side["evidence"][0]) for side in number["sides"]] == ["3 cracks", "five cracks"]


def test_the_source_text_is_exported_and_its_controls_are_escaped() -> None:
    told: sample.Told = [(Kind.BODY, ["The \x1b[31mbridge\x9b0m is \u202eclosed."])]
    made = sample.collation([sample.version(1, "Courier", told)], [])
    text = render(made, "json")
    assert json.loads(text)["versions"][0]["paragraphs"][0]["text"] == "The \x1b[31mbridge\x9b0m is \u202eclosed."
    assert "\\u001b[31m" in text
    assert "\\u009b" in text
    assert "\\u202e" in text


@given(sample.collations())
@settings(max_examples=30, deadline=None)
def test_any_report_keeps_to_the_schema_and_says_the_same_as_text(made: Collation) -> None:
    report = to_dict(made)
    for version in report["versions"]:
        version["published"] = None if version["published"] == "2031-13-77<b>" else version["published"]
    validator.validate(report)
    assert json.loads(render(made, "json")) == to_dict(made)


@given(sample.collations())
@settings(max_examples=30, deadline=None)
@pytest.mark.parametrize("format", FORMATS)
def test_no_format_lets_a_control_character_out(format: str, made: Collation) -> None:
    text = render(made, format)
    text.encode("utf-8")
    bad = {c for c in text if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or c in "\u2028\u2029\u202e\u2066\ufeff"}
    assert not bad
    assert render(made, format) == text


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no format 'pdf'; there are json, markdown, html, csv"):
        render(sample.footbridge(), "pdf")


def _words(report: dict[str, Any], evidence: dict[str, Any]) -> str:
    paragraph = evidence["sentence"].rsplit(".", 1)[0]
    texts = {p["id"]: p["text"] for v in report["versions"] for p in v["paragraphs"]}
    text: str = texts[paragraph][evidence["start"] : evidence["end"]]
    return text
