"""Words that fit: in no more cells than there are, and with a sign where something is missing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.fit import cut, fitted, several, shared, shown
from reader.app.signs import ASCII, UNICODE, Signs

WORDS = st.text("ab 日本é…", max_size=30)
SIGNS = st.sampled_from([UNICODE, ASCII])


@given(WORDS, st.integers(0, 20), SIGNS)
def test_what_is_cut_fits_and_says_so(text: str, width: int, signs: Signs) -> None:
    found = cut(text, width, signs)
    assert cell_len(found) <= max(width, 0)
    assert found == text if cell_len(text) <= width else not width or found.endswith(signs.ellipsis)


@given(WORDS, st.integers(0, 20), SIGNS)
def test_what_is_fitted_fills_its_cells(text: str, width: int, signs: Signs) -> None:
    assert cell_len(fitted(text, width, signs)) == width


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(0, 60), SIGNS)
def test_what_shares_a_line_fits_together_and_nothing_is_cut_where_there_is_room(
    texts: list[str], room: int, signs: Signs
) -> None:
    found = shared(texts, room, signs)
    assert sum(map(cell_len, found)) <= room
    if sum(map(cell_len, texts)) <= room:
        assert found == texts


def test_of_many_texts_as_many_are_shown_as_say_something() -> None:
    many = [f"{n} thousand" for n in range(10, 60)]
    found, more = several(many, 60, 5, UNICODE)
    assert (found[0], len(found), more) == ("10 thou…", 4, "  and 46 more")
    assert several(many[:2], 8, 5, UNICODE) == (["…", "1…"], "")
    assert several(many[:2], 60, 5, UNICODE) == (many[:2], "")
    assert several(many[:1], 4, 5, UNICODE) == (["10…"], "")
    assert several([], 4, 5, UNICODE) == ([], "")


def test_short_texts_leave_their_share_to_the_long_ones() -> None:
    assert shared(["ab", "abcdefghij"], 12, UNICODE) == ["ab", "abcdefghij"]
    assert shared(["ab", "abcdefghij"], 8, UNICODE) == ["ab", "abcde…"]


def test_what_commands_a_terminal_is_made_visible() -> None:
    assert shown("a\x1b[2Jb\nc", UNICODE) == "a␛[2Jb c"
    assert shown(None, UNICODE) == ""
