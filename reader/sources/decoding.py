"""Bytes -> text: utf-8, utf-16 with a byte order mark, else cp1252, else whatever charset-normalizer finds."""

from __future__ import annotations

import codecs
import re

from reader.prose.regex import regex
from reader.sources.errors import SourceError
from reader.story import Notice

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

#: What files that are not text begin with, and what they are.
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip file (docx, odt and epub are zip files)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
)

#: The share of letters beyond ASCII in such words from which a text is not cp1252.
STRANGE = 0.25

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: Bytes of other single-byte encodings read as cp1252 give words full of signs that no word has.
_STRANGE = regex(r"[À-ÿ]{4,}|[¡-¿×÷€-™]{3,}|\w[¡-¦¨-¬®-¶¸-¿]\w")


def decode(data: bytes, where: str) -> tuple[str, Notice | None]:
    """The text of a file, and a notice where it is not utf-8. SourceError for what is not text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise SourceError(where, f"this is {what}, not text; save the article as plain text, Markdown or JSON")
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), None
            except UnicodeDecodeError as error:
                raise SourceError(
                    where, f"it begins as {name} and breaks off at byte {error.start}; save it again as utf-8"
                ) from None
    sample = data[:65_536]
    if b"\x00" in data or len(_CONTROLS.findall(sample)) > 0.05 * len(sample) + 8:
        raise SourceError(where, "this is a binary file, not text; save the article as plain text, Markdown or JSON")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _guess(data, where, error.start)


def _guess(data: bytes, where: str, at: int) -> tuple[str, Notice]:
    line = data.count(b"\n", 0, at) + 1
    text: str | None
    try:
        text, name = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        text, name = None, ""
    if text is None or _looks_strange(text):
        from charset_normalizer import from_bytes  # 30 ms to import, and hardly ever needed

        best = from_bytes(data[:200_000]).best()
        if best is not None:
            try:
                text, name = data.decode(best.encoding), best.encoding
            except (UnicodeDecodeError, LookupError):
                best = None
        if best is None and text is None:
            text, name = data.decode("cp1252", errors="replace"), "cp1252, with some characters lost"
    assert text is not None
    return text, Notice(
        where, f"not utf-8 (line {line}); read as {name}. Save it as utf-8 to be sure of every character"
    )


def _looks_strange(text: str) -> bool:
    sample = text[:20_000]
    beyond = sum(c > "\x7f" for c in sample)
    return sum(len(run) for run in _STRANGE.findall(sample)) > STRANGE * beyond
