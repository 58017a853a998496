"""The yardsticks of the readers: what counts as read right, and that missing data is said and skipped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tools import yardsticks

if TYPE_CHECKING:
    from pathlib import Path


def test_missing_data_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["yardsticks", "--data", str(tmp_path)])
    yardsticks.main()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count(": skipped") == 3


def test_numbers_and_dates(tmp_path: Path) -> None:
    numbers, days = tmp_path / "numbers.json", tmp_path / "dates.json"
    result = {"Text": "40", "Resolution": {"value": "40"}}
    numbers.write_text(json.dumps([{"Input": "40 goats", "Results": [result]}, {"Input": "x", "Results": [result]}]))
    assert [right for *_, right in yardsticks.numbers(numbers)] == [True, False]
    value = {"PastResolution": {"date": "2016-11-05"}}
    context = {"ReferenceDateTime": "2016-11-07T00:00:00"}
    days.write_text(
        json.dumps([{"Input": text, "Context": context, "Results": [{"Value": value}]} for text in ("Nov 5", "in May")])
    )
    assert [right for *_, right in yardsticks.days(days)] == [True, False]


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ({"dim": "Numeral", "expected": "(NumeralValue 24)", "inputs": ["two dozen"]}, True),
        ({"dim": "Ordinal", "expected": "(OrdinalData 4)", "inputs": ["the 4th man"]}, True),
        ({"dim": "AmountOfMoney", "expected": "(simple Dollar 10)", "inputs": ["$10"]}, True),
        ({"dim": "AmountOfMoney", "expected": "(under EUR 7)", "inputs": ["less than 7 euros"]}, True),
        ({"dim": "AmountOfMoney", "expected": "(under EUR 7)", "inputs": ["7 euros"]}, False),
        ({"dim": "Distance", "expected": "(between Kilometre (3, 5))", "inputs": ["3-5 kilometres"]}, True),
        ({"dim": "Duration", "expected": "(DurationData 7 Week)", "inputs": ["seven weeks"]}, True),
        ({"dim": "Time", "expected": "(datetime (2013, 1, 1, 0, 0, 0) Month)", "inputs": ["last month"]}, True),
        ({"dim": "Time", "expected": "(datetime (2013, 2, 11, 0, 0, 0) Day)", "inputs": ["yesterday"]}, True),
        ({"dim": "Time", "expected": "(datetime (2013, 2, 11, 0, 0, 0) Day)", "inputs": ["tomorrow"]}, False),
    ],
)
def test_expressions(tmp_path: Path, row: dict[str, object], right: bool) -> None:
    path = tmp_path / "expressions.jsonl"
    path.write_text(json.dumps(row) + "\n")
    assert [found for *_, found in yardsticks.expressions(path)] == [right]


def test_expectations_of_other_kinds_are_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "expressions.jsonl"
    path.write_text(json.dumps({"dim": "Email", "expected": "(EmailData)", "inputs": ["a at b"]}) + "\n")
    assert list(yardsticks.expressions(path)) == []
