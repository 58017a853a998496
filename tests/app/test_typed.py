"""What is typed comes as UTF-8, whatever the terminal sends: nothing is lost, and columns stay as wide."""

from __future__ import annotations

import os
import select
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.typed import Decoder, Typed, ascii_cells, encoding

#: Encodings of one byte a character, and of several.
ONE = ("cp1252", "iso8859-15", "koi8-r", "cp1251")
SEVERAL = ("gb18030", "euc-jp", "shift_jis", "big5")


def in_pieces(decoder: Decoder, data: bytes, cuts: list[int]) -> str:
    """What comes of bytes that are cut here and there."""
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    pieces = [data[start:end] for start, end in pairwise(places)]
    return "".join(map(decoder.decode, pieces)) + decoder.decode(b"", final=True)


@pytest.mark.parametrize(
    ("environ", "known"),
    [
        ({}, "cp1252"),
        ({"LANG": "C.UTF-8"}, "cp1252"),
        ({"LC_ALL": "C"}, "cp1252"),
        ({"LANG": "de_DE"}, "cp1252"),
        ({"LANG": "de_DE@euro"}, "iso8859-15"),
        ({"LANG": "de_DE.UTF-8@euro"}, "cp1252"),
        ({"LANG": "ru_RU.KOI8-R"}, "KOI8-R"),
        ({"LC_ALL": "ja_JP.eucJP", "LANG": "de_DE"}, "eucJP"),
        ({"LC_ALL": "", "LC_CTYPE": "zh_CN.GB18030"}, "GB18030"),
        ({"LANG": "x.ANSI_X3.4-1968"}, "cp1252"),
        *(({"LANG": f"x.{name}"}, "cp1252") for name in ("no-such", "utf-16", "utf-7", "hex", "punycode", "../x", "")),
    ],
)
def test_the_locale_names_an_encoding(environ: dict[str, str], known: str) -> None:
    assert encoding(environ) == known


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.integers(0)), st.sampled_from(ONE))
def test_utf_8_is_told_by_its_form(text: str, cuts: list[int], other: str) -> None:
    assert in_pieces(Decoder(other), text.encode(), cuts) == text


@given(st.text(st.characters(codec="iso8859-15", min_codepoint=0xA0)), st.sampled_from(ONE))
def test_single_keys_of_another_encoding(text: str, other: str) -> None:
    """With a pause after each key; the rest of a character would have come in it."""
    decoder = Decoder("iso8859-15")
    assert "".join(decoder.decode(one.encode("iso8859-15")) + decoder.decode(b"", final=True) for one in text) == text
    assert not decoder.waits
    assert Decoder(other).decode(b"caf\xe9 \x1b[A", final=True) == "caf" + b"\xe9".decode(other) + " \x1b[A"


@given(st.binary(), st.lists(st.integers(0)), st.sampled_from(ONE))
def test_no_byte_is_lost(data: bytes, cuts: list[int], other: str) -> None:
    decoder = Decoder(other)
    text = in_pieces(decoder, data, cuts)
    assert not decoder.waits
    assert [c for c in text if c.isascii()] == [chr(byte) for byte in data if byte < 0x80]
    assert not any("\x80" <= c <= "\x9f" for c in text) or 0xC2 in data
    assert len(text.encode()) >= len(data)


@given(st.data(), st.lists(st.integers(0)), st.sampled_from(SEVERAL))
def test_characters_of_several_bytes(data: st.DataObject, cuts: list[int], other: str) -> None:
    """Some of them are UTF-8 too, by their form, and are none."""
    text = data.draw(st.text(st.characters(codec=other, exclude_characters="¥‾")))  # which come back as others
    assert in_pieces(Decoder(other), text.encode(other), cuts) == text
    decoder = Decoder(other)
    decoder.decode(b"\xe0")
    assert decoder.waits
    assert decoder.decode(b"", final=True) == "\N{REPLACEMENT CHARACTER}"
    assert not decoder.waits


def test_what_has_not_come_yet_is_left_to_the_terminal() -> None:
    """And whoever stops reading is not waited for, however much there is to copy."""
    terminal, keyboard = os.pipe()
    with Typed(terminal, {}) as file:
        os.write(keyboard, "né".encode() + b"\xe9")
        assert select.select([file], [], [], 10)[0]
        found = b""
        while len(found) < 5:
            found += os.read(file, 100)
        assert found.decode() == "néé"
        for _ in range(24):  # a pipe takes 64 kB, so the thread waits for room
            os.write(keyboard, b"x" * 4096)
    while select.select([terminal], [], [], 0)[0]:  # it may be full of what nobody copied
        os.read(terminal, 1 << 16)
    os.write(keyboard, b"for a shell")
    assert os.read(terminal, 1 << 16) == b"for a shell"
    with Typed(terminal, {}) as file:
        os.close(keyboard)
        assert not select.select([file], [], [], 0.05)[0]  # it doesn't end, or Textual would ask again and again
    os.close(terminal)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_ascii_cells_are_as_many(text: str) -> None:
    plain = ascii_cells(text)
    assert plain.isascii()
    assert len(plain) == sum(map(cell_len, text))
    assert [c for c in text if c.isascii()] == list(text) or plain != text
    assert ascii_cells("\x1b[2;3Hna\u00efve \u6e21!") == "\x1b[2;3Hnaive ? !"
