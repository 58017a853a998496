from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.export.fold import cells, fold

_TEXT = st.text(
    st.sampled_from("ab é漢字\u0301👩\u200d🚒\u00a0\u0627\u200f-") | st.characters(exclude_categories=["Cc", "Cs"])
)


def test_lines_end_between_words() -> None:
    assert list(fold("The lock at Tarn closed on Monday.", 12)) == ["The lock at", "Tarn closed", "on Monday."]
    assert list(fold("The lock at Tarn", 14, "    ")) == ["    The lock", "    at Tarn"]
    assert list(fold("The lock", None, "  ")) == ["  The lock"]
    assert list(fold("The lock", 2, "  ")) == ["  The lock"]
    assert list(fold(" ", 10, "  ")) == [""]


def test_what_is_wider_than_a_line_goes_on_in_the_next() -> None:
    assert list(fold("see abcdefghijkl now", 6)) == ["see ab", "cdefgh", "ijkl", "now"]
    assert list(fold("大橋は火曜日に閉鎖された", 9)) == ["大橋は火", "曜日に閉", "鎖された"]
    assert list(fold("see https://tarn.example/lock now", 8)) == ["see", "https://tarn.example/lock", "now"]
    assert list(fold("e\u0301" * 5, 2)) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]


@given(_TEXT, st.integers(4, 30), st.sampled_from(["", "  "]))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int, indent: str) -> None:
    lines = list(fold(text, width, indent))
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert line.startswith(indent) or not line
        assert line == line.rstrip()
        assert cells(line) <= width or len(line.split()) == 1
