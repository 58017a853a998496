"""Bytes -> text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.decoding import decode
from reader.sources.errors import SourceError

FRENCH = "Le café du vieux pont est fermé, dit « Madame Poe » — à jamais… “Non”, répond-elle."
RUSSIAN = "Старый мост закрыли в пятницу, и паром больше не ходит. Мэр обещала построить новый мост к весне. " * 5


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode(),
        codecs.BOM_UTF8 + FRENCH.encode(),
        FRENCH.encode("utf-16"),
        codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"),
    ],
)
def test_unicode_needs_no_notice(data: bytes) -> None:
    assert decode(data, "a.txt") == (FRENCH, None)


def test_cp1252_with_a_notice() -> None:
    text, notice = decode(f"one\n{FRENCH}".encode("cp1252"), "a.txt")
    assert text == f"one\n{FRENCH}"
    assert notice is not None
    assert str(notice) == "a.txt: not utf-8 (line 2); read as cp1252. Save it as utf-8 to be sure of every character"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_others_are_detected(encoding: str) -> None:
    text, notice = decode(RUSSIAN.encode(encoding), "a.txt")
    assert text == RUSSIAN
    assert notice is not None
    assert "not utf-8" in notice.message


def decoded(data: bytes) -> str | None:
    """The text, None where the bytes are refused."""
    try:
        return decode(data, "a.txt")[0]
    except SourceError:
        return None


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text = decoded(data)
    assert text is None or text.encode("utf-8") is not None  # no lone surrogates


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf8_comes_back(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"%PDF-", b"PK", b"GIF8", b"{\\rtf", codecs.BOM_UTF8)):
        assert decoded(data) == text
