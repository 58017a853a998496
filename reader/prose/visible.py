"""Characters that could command a terminal or mislead the eye, made visible one for one.

A terminal obeys control characters wherever they come from, and invisible ones let a text say one thing and show
another. Every such character is replaced by exactly one visible one, so that offsets into the original stay true.
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What stands for a character that has no picture of its own.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

#: Ranges (inclusive) of characters without a picture that must not reach a screen.
_BANNED = (
    (0x0080, 0x009F),  # C1 controls: 0x9B begins a control sequence just as ESC [ does
    (0x202A, 0x202E),  # bidirectional embeddings and overrides
    (0x2066, 0x2069),  # bidirectional isolates
    (0x206A, 0x206F),  # deprecated format characters
    (0xD800, 0xDFFF),  # lone surrogates: can't be written to any terminal or file
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    (0xE0000, 0xE007F),  # tag characters, an invisible alphabet
)


def _pairs() -> Iterator[tuple[int, str]]:
    for code in range(0x20):
        if chr(code) not in "\n\t":
            yield code, chr(0x2400 + code)
    yield 0x7F, "\N{SYMBOL FOR DELETE}"
    for first, last in _BANNED:
        for code in range(first, last + 1):
            yield code, REPLACEMENT
    for plane in range(17):  # the two noncharacters at the end of every plane
        yield plane * 0x10000 + 0xFFFE, REPLACEMENT
        yield plane * 0x10000 + 0xFFFF, REPLACEMENT
    # Line breaks and blanks that look like nothing: shown as what they mean.
    yield 0x2028, "\n"
    yield 0x2029, "\n"
    yield 0xFEFF, " "  # a byte order mark left inside the text


#: Not printable either, and left as they are: line feeds, tabs, blanks that do not break.
_USUAL = "\n\t\xa0\u202f"


@cache
def _table() -> dict[int, str]:
    return dict(_pairs())


@cache
def _line_table() -> dict[int, str]:
    return _table() | {0x0A: " ", 0x09: " ", 0x0D: " ", 0x2028: " ", 0x2029: " "}


def visible(text: str) -> str:
    """The text with hostile characters replaced, of the same length; line feeds and tabs stay.

    A carriage return is a line break of its own or the first half of one, so it becomes white space, not a picture.
    """
    strange = [c for c in set(text) if not c.isprintable() and c not in _USUAL]  # nothing in the table is printable
    if not strange or _table().keys().isdisjoint(map(ord, strange)):
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n").translate(_table())


def visible_line(text: str) -> str:
    """The same for what must stay on one line (outlets, file names, addresses): line breaks and tabs become blanks."""
    return text if text.isprintable() else text.translate(_line_table())
