from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reader.findings.finding import Type
from reader.prose.visible import visible, visible_line
from reader.review.records import (
    Added,
    Judged,
    Linked,
    Noted,
    Odd,
    Read,
    Reason,
    Record,
    Undone,
    Verdict,
    Words,
    from_line,
    to_line,
)

_SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "review.schema.json").read_text("utf-8"))
_line = st.text(max_size=20).map(visible_line)
_text = st.text(max_size=20).map(visible)
_words = st.builds(Words, _line, _text, _text)
_several = st.lists(_words, max_size=3).map(tuple)
_some = st.lists(_words, min_size=1, max_size=3).map(tuple)

_others = st.dictionaries(_line, st.sampled_from(Verdict), max_size=2).map(lambda d: tuple(sorted(d.items())))

actions = st.one_of(
    st.builds(Judged, _line, st.sampled_from(Verdict), _several, _others),
    st.builds(Noted, _line, _text, _several),
    st.builds(Read, st.lists(_line, max_size=3).map(tuple)),
    st.builds(Linked, st.booleans(), _several, _several),
    st.builds(Added, _line, st.sampled_from(Type), _line, st.lists(_some, min_size=2, max_size=3).map(tuple)),
    st.builds(Undone, _line),
)
records = st.builds(Record, _line, _line, _line, actions)


@given(records)
def test_a_record_comes_back_from_its_line(record: Record) -> None:
    line = to_line(record)
    assert line.endswith("\n")
    assert line.isascii()
    assert line.count("\n") == 1
    assert from_line(line, 1) == record
    Draft202012Validator(_SCHEMA).validate(json.loads(line))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(_SCHEMA)


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda b: b.decode("utf-8", "replace")))
def test_any_other_line_is_odd_and_shown_safely(line: str) -> None:
    found = from_line(line, 7, whole=False)
    assert isinstance(found, Odd)
    assert found.line == 7
    assert found.text == visible_line(found.text)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda x: st.lists(x) | st.dictionaries(st.text(max_size=5), x)))  # fmt: skip  # noqa: E501
def test_json_that_is_no_record_is_odd(value: object) -> None:
    assert isinstance(from_line(json.dumps(value), 1), Odd)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"schema": "variorum-review/2"}, Reason.NEWER),
        ({"schema": "variorum-review/2", "do": "dance"}, Reason.NEWER),
        ({"schema": "something"}, Reason.WRONG),
        ({"do": "dance"}, Reason.WRONG),
        ({"verdict": "maybe"}, Reason.WRONG),
        ({"finding": 3}, Reason.WRONG),
        ({"words": [{"outlet": "a"}]}, Reason.WRONG),
        ({"words": "abc"}, Reason.WRONG),
        ({"others": ["sam"]}, Reason.WRONG),
        ({"others": {"sam": "maybe"}}, Reason.WRONG),
        ({"words": [{"outlet": "a", "sentence": [], "words": "b"}]}, Reason.WRONG),
        ({"words": [{"outlet": "a", "sentence": "b", "words": {"c": 1}}]}, Reason.WRONG),
        ({"reviewer": None}, Reason.WRONG),
    ],
)
def test_what_is_wrong_with_a_line_is_said(change: dict[str, object], reason: Reason) -> None:
    whole = json.loads(to_line(Record("r1", "2031-03-05T10:00:00Z", "ida", Judged("f1", Verdict.UNSURE, ()))))
    assert isinstance(from_line(json.dumps(whole), 1), Record)
    found = from_line(json.dumps(whole | change), 1)
    assert isinstance(found, Odd)
    assert found.reason is reason


def test_a_key_more_is_no_harm() -> None:
    record = Record("r1", "2031-03-05T10:00:00Z", "ida", Judged("f1", Verdict.UNSURE, ()))
    assert from_line(json.dumps(json.loads(to_line(record)) | {"mood": "good"}), 1) == record


def test_control_characters_in_a_journal_do_not_get_further() -> None:
    record = Record("r1", "t", "\x1b[31mida", Noted("f1", "a\x1b]52;c;eA==\x07b\nc", ()))
    found = from_line(to_line(record), 1)
    assert isinstance(found, Record)
    assert found.reviewer == "␛[31mida"
    assert isinstance(found.action, Noted)
    assert found.action.note == "a␛]52;c;eA==␇b\nc"


@pytest.mark.parametrize("line", ["a", "1", "[", '"', "{", "}", "[1]", " {", "\x0b{1"])
def test_what_can_be_no_record_is_not_parsed(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(text: str) -> None:
        raise AssertionError(text)

    monkeypatch.setattr("reader.review.records.json.loads", parsed)
    assert from_line(line, 7) == Odd(7, Reason.WRONG, visible_line(line))
