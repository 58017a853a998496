"""Journals of reviews: records right and wrong, foreign lines, torn ends, bytes that are no text."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tools.fuzz.inputs import NAME, VALUE, Case, dumped, spoilt

#: Lines that are nested too deeply, hold a number too long, are no text, or are something else altogether.
ODD = (b"[" * 3_000, b'{"a":' * 3_000, b"[" * 300 + b"]" * 300, b"NaN", b"1" * 5_000, b"\xff\xfe{", b"null", b"\x00")
#: A key that comes twice.
TWICE = (
    b'{"schema": "variorum-review/1", "id": "a", "id": "b", "do": "undo", "time": "x", "reviewer": "y", "record": "a"}'
)
#: Empty and nearly empty values are what a careless check lets through.
_WRONG = st.one_of(st.sampled_from([None, True, 0, -1, 1.5, "", [], {}, ["a"], [[]], [{}], {"a": 1}, 10**30]), VALUE)
_WORDS = st.one_of(
    st.sampled_from(
        [
            {"outlet": "paper 0", "sentence": "Divers will look at the hull.", "words": "Divers"},
            {"outlet": "paper 1", "sentence": "No oil has leaked.", "words": "oil"},
            {"outlet": "paper 1", "sentence": "No oil has leaked.", "words": ""},
        ]
    ),
    st.fixed_dictionaries({"outlet": NAME, "sentence": NAME, "words": NAME}),
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A record of a journal, now and then with something wrong in it."""
    words = st.lists(_WORDS, min_size=1, max_size=3)
    finding = st.one_of(st.sampled_from(["FINDING", "gone", "hand-1"]), NAME)
    time = st.one_of(st.sampled_from(["2024-11-30T06:35:00Z", "0001-01-01", "9999-12-31T23:59:59+00:00"]), NAME)
    record: dict[str, Any] = {
        "schema": "variorum-review/1",
        "id": draw(st.one_of(st.sampled_from("abcd"), NAME)),
        "time": draw(time),
        "reviewer": draw(NAME),
        "do": draw(st.sampled_from(["verdict", "note", "read", "link", "unlink", "finding", "undo"])),
        "finding": draw(finding),
        "verdict": draw(st.sampled_from(["confirmed", "dismissed", "unsure"])),
        "note": draw(NAME),
        "words": draw(words),
        "findings": draw(st.lists(finding, max_size=3)),
        "a": draw(words),
        "b": draw(words),
        "type": draw(st.sampled_from(["number", "date", "other"])),
        "explanation": draw(NAME),
        "sides": draw(st.lists(words, min_size=2, max_size=3)),
        "record": draw(st.sampled_from("abcdx")),
    }
    wrong = draw(st.integers(0, 11))
    if wrong == 0:
        del record[draw(st.sampled_from(sorted(record)))]
    if wrong == 1:
        record[draw(st.sampled_from(sorted(record)))] = draw(_WRONG)
    if wrong == 2:  # deep inside, where a check is forgotten first
        inside = draw(st.sampled_from([record["words"], record["a"], record["b"], record["sides"][0]]))
        inside[0] = {**inside[0], draw(st.sampled_from(["outlet", "sentence", "words"])): draw(_WRONG)}
    if wrong == 3:
        record["schema"] = draw(st.sampled_from(["variorum-review/2", "variorum-review/", "other/1"]))
    return record


@st.composite
def journals(draw: st.DrawFn) -> Case:
    """A journal. Whoever reads it puts a finding's id in the place of FINDING."""
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.integers(0, 12))
        line = [draw(st.binary(max_size=100)), draw(st.sampled_from(ODD)), TWICE][kind] if kind < 3 else b""
        line = line if kind < 3 else dumped(draw(records()))
        lines.append(line if draw(st.integers(0, 9)) else spoilt(draw, line))
    between = draw(st.sampled_from([b"\n", b"\n", b"\n", b"\r\n", b"\n\n"]))
    return Case({"journal.jsonl": between.join(lines) + draw(st.sampled_from([b"\n", b"\n", b""]))})
