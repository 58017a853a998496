"""Figures, number words, weekdays and months in other languages than English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.other_figures import KNOWN, figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Samstag, dem 12. Mai 2014, kamen einundzwanzig Gäste.",
         [("samstag", "weekday"), ("12", "day"), ("mai", "month"), ("2014", "year"), ("21", "number")]),
        ("de", "Sonnabend im Jänner", [("samstag", "weekday"), ("januar", "month")]),
        ("fr", "Le 3 août, trente-deux des quatre-vingts invités", [("3", "day"), ("août", "month"), ("32", "number"),
         ("80", "number")]),
        ("es", "El 5 de mayo, veintidós", [("5", "day"), ("mayo", "month"), ("22", "number")]),
        ("pt", "Em 2014, 1.200 euros e 12,5 por cento", [("2014", "year"), ("1200", "number"), ("125", "number")]),
        ("de-AT", "drei Achtziger und Achtung", [("3", "number")]),
        ("de", "", []),
    ],
)  # fmt: skip
def test_figures(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.value, f.kind) for f in figures(text, language)] == expected


@given(st.text(), st.sampled_from([*KNOWN, "ru", "zh", "xx"]))
def test_spans_lie_in_the_text_in_order(text: str, language: str) -> None:
    at = 0
    for found in figures(text, language):
        assert at <= found.span.start < found.span.end <= len(text)
        at = found.span.end
