from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from reader.export import render
from reader.export.csv import COLUMNS
from reader.export.plain import plain
from reader.findings.finding import Finding, FindingKind
from reader.story import Kind
from tests.export import sample

if TYPE_CHECKING:
    from reader.collation import Collation


def _rows(made: Collation) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(made, "csv"))))


def test_there_is_a_row_for_every_place_that_a_finding_rests_on() -> None:
    rows = _rows(sample.footbridge())
    assert [(row["finding"], row["kind"], row["side"], row["version"]) for row in rows] == [
        ("aa01", "omission", "", "v2"),
        ("cc01", "contradiction", "1", "v1"),
        ("cc01", "contradiction", "2", "v2"),
        ("cc02", "contradiction", "1", "v1"),
        ("cc02", "contradiction", "2", "v2"),
        ("bb01", "addition", "", "v2"),
    ]
    omission, date, *_ = rows
    assert omission["outlet"] == "Fellgate Post"
    assert (omission["sentence"], omission["text"]) == ("v1.p1.s1", "Footbridge closed after crack is found")
    assert (date["type"], date["strength"], date["confidence"]) == ("date", "conflict", "0.90")
    assert (date["claim"], date["words"]) == ("on Tuesday", "on Tuesday")
    assert date["text"] == "The bridge closed on Tuesday."
    assert date["text"][int(date["start"]) : int(date["end"])] == "on Tuesday"
    assert date["published"] == "2031-03-04T06:35:00+01:00"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-2 degrees", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1"])
def test_a_spreadsheet_runs_nothing(words: str) -> None:
    made = sample.version(1, words, [(Kind.BODY, [f"{words} said."])])
    findings = [Finding("a1", FindingKind.ADDITION, "g1", words, 0.5, "v1", ("v1.p1.s1",))]
    (row,) = _rows(sample.collation([made], [], findings))
    assert row["outlet"] == row["explanation"] == "'" + plain(words)
    assert row["text"].startswith("'")


@given(sample.collations())
@settings(max_examples=60, deadline=None)
def test_any_findings_come_back_from_the_table(made: Collation) -> None:
    text = render(made, "csv")
    rows = list(csv.reader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert len(rows) == len(text.splitlines()), "no line break inside a cell"
    places = sum(len(f.sentences) + sum(len(side.evidence) for side in f.sides) for f in made.findings)
    assert len(rows) == 1 + places
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert [row[0] for row in rows[1:]] == sorted(row[0] for row in rows[1:]), "in the order of the findings"
