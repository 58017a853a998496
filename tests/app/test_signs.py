"""Signs: one cell each, all different where they have to be, and article text that an ASCII terminal can show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from reader.app.signs import ASCII, UNICODE, Signs, ascii_text, signs_for, wants_ascii

NAMES = [name for name in Signs._fields if name != "ascii"]


@pytest.mark.parametrize("signs", [UNICODE, ASCII, signs_for(False, no_color=True)])
def test_every_sign_is_one_cell(signs: Signs) -> None:
    for name in NAMES:
        assert len(getattr(signs, name)) == 1
        assert wcwidth(getattr(signs, name)) == 1


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_what_means_different_things_looks_different(signs: Signs) -> None:
    meanings = ("contradiction", "addition", "omission", "reworded", "moved", "base", "bar", "absent")
    assert len({getattr(signs, name) for name in meanings}) == len(meanings)
    verdicts = ("confirmed", "dismissed", "unsure", "note", "absent")
    assert len({getattr(signs, name) for name in verdicts}) == len(verdicts)


def test_without_unicode_and_without_colour() -> None:
    assert all(getattr(ASCII, name).isascii() for name in NAMES)
    assert signs_for(True) is ASCII
    assert signs_for(False) is UNICODE
    for signs in (ASCII, signs_for(False, no_color=True)):
        assert len({signs.map_contradiction, signs.map_addition, signs.map_omission}) == 3


@pytest.mark.parametrize(
    ("env", "wanted"),
    [
        ({}, False),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "C.utf8"}, False),
        ({"LANG": "sr_RS.UTF-8@latin"}, False),
        ({"LC_ALL": "C"}, True),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, False),
        ({"LC_CTYPE": "de_DE.ISO-8859-1", "LANG": "en_US.UTF-8"}, True),
        ({"LANG": "de_DE@euro"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "C"}, False),
    ],
)
def test_the_locale_says_whether_the_terminal_shows_unicode(env: dict[str, str], wanted: bool) -> None:
    assert wants_ascii(env) is wanted


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It’s — “so” – café…", 'It\'s - "so" - cafe.'),
        ("Łódź, Malmö, Århus, Øst, Straße", "Lodz, Malmo, Arhus, Ost, Strase"),
        ("Москва и Ёлка, Αθήνα", "Moskva i Elka, Aqhna"),
        ("a\u00a0b\u200bc", "a b c"),
        ("cafe\u0301", "cafe'"),
        ("日本 ␛[31m", "?? ?[31m"),
        ("½ €5", "1 E5"),
    ],
)
def test_text_in_ascii(text: str, plain: str) -> None:
    assert ascii_text(text) == plain


@given(st.text())
def test_ascii_text_is_as_long_and_fit_for_any_terminal(text: str) -> None:
    plain = ascii_text(text)
    assert plain.isascii()
    assert len(plain) == len(text)
    for before, after in zip(text, plain, strict=True):
        assert after.isprintable() or after == before
