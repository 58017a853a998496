"""Plain text in lines of a width, counted in the cells of a terminal."""

from __future__ import annotations

from wcwidth import wcswidth, wcwidth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Joins what stands before and after it to one picture, so that no line ends there.
_JOINER = "\u200d"
_ADDRESS = "://"


def fold(text: str, width: int | None, indent: str = "") -> Iterator[str]:
    """The words of a text in lines, each after ``indent``; None or less than one cell of room: in one line.

    Lines end between words. A word that is wider than a whole line, and text without blanks, goes on in the next line,
    never inside a character and what stands above or below it. Addresses stay whole, so that they can be copied.
    """
    room = None if width is None else width - cells(indent)
    words = text.split()
    if room is None or room < 1:
        yield indent + " ".join(words)
        return
    if len(text) <= room and text.isascii():
        yield (indent + " ".join(words)).rstrip()
        return
    line, used = "", 0
    for word in words:
        wide = cells(word)
        if line and used + 1 + wide <= room:
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if wide <= room or _ADDRESS in word:
            if line:
                yield indent + line
            line, used = word, wide
            continue
        # It doesn't fit anywhere: begin it where there is room left, and cut.
        if line and used + 2 > room:
            yield indent + line
            line, used = "", 0
        line, used = (f"{line} ", used + 1) if line else ("", 0)
        for piece in _pieces(word):
            size = cells(piece)
            if line.strip() and used + size > room:
                yield indent + line.rstrip()
                line, used = "", 0
            line, used = line + piece, used + size
    if line or not words:
        yield (indent + line).rstrip()


def cells(text: str) -> int:
    """How many cells of a terminal a text takes; what has no known width counts as its characters."""
    if text.isascii():
        return len(text)
    width = wcswidth(text)
    return width if width >= 0 else len(text)


def _pieces(word: str) -> Iterator[str]:
    """The characters of a word, each with the marks that belong to it."""
    piece = ""
    for character in word:
        if piece and wcwidth(character) > 0 and not piece.endswith(_JOINER):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
