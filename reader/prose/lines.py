"""What a line of an article looks like, whatever it says; and hard-wrapped lines joined again."""

from __future__ import annotations

from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

#: Hard-wrapped texts are so wide, in characters; a line may be longer than the others by so many.
NARROWEST, WIDEST, RAGGED = 40, 120, 24

MARKDOWN_HEADING = regex(r"#{1,6}\s+\S")
UNDERLINE = regex(r"={3,}|-{3,}")
QUOTE = regex(r">\s*\S")
#: What lists begin their items with.
BULLETS = frozenset("-*•·▪●◦‣⁃+")
_AFTER_BULLET = regex(r".\s+\S")
NUMBERED = regex(r"\(?(\d{1,3}|[a-z])[.)]\s+\S")
#: Speech that a line reports; a heading tells it in the present.
SPEECH = regex(r"\b(?:said|told|asked|added|wrote)\b")

#: Blanks too: corpora that cut text into words leave them before a closing mark.
_CLOSERS = "\"'”’»)]」』"
_PAUSE_OR_STOP = ".…;,:。；，：،۔।"
_PAUSE_OR_END = _PAUSE_OR_STOP + "!?！？؟"
_ABBREVIATION = regex(r"\b[A-Z]\.(?:[A-Z]\.)+$")


def numbered(text: str) -> re.Match[str] | None:
    """The number or letter that a line begins with as list items do: its group 1; None where there is none."""
    start = text[:5]
    return NUMBERED.match(text) if "." in start or ")" in start else None


def ends_like_a_sentence(text: str) -> bool:
    """Whether a line ends with a full stop or a pause, quotation marks and brackets after it left aside."""
    last = _last_sign(text)
    return last != "" and last in _PAUSE_OR_END


def ends_like_a_headline(text: str) -> bool:
    """Whether a line ends without a full stop or a pause; a question, a cry and "in the U.S." may head an article."""
    last = _last_sign(text)
    return last == "" or last not in _PAUSE_OR_STOP or _ABBREVIATION.search(text[-20:]) is not None


def _last_sign(text: str) -> str:
    """The last character before any closing marks; empty where the last 20 are nothing else."""
    last = text[-1:]
    if last.isalnum():
        return last
    return next((sign for sign in text[:-21:-1] if not sign.isspace() and sign not in _CLOSERS), "")


def is_one_word(text: str) -> bool:
    """Whether a line is a word of plain letters: of 100,000 lines of one word each few questions are asked."""
    return text.isalpha() and text.isascii()


def is_bullet(text: str) -> bool:
    """Whether a line begins with a sign that lists begin their items with, and says something."""
    return text[:1] in BULLETS and _AFTER_BULLET.match(text) is not None


def unwrapped(text: str) -> str:
    """The same text with line feeds inside hard-wrapped paragraphs turned into blanks, character for character.

    A text counts as hard-wrapped where its lines break because the next word would not have fitted.
    """
    lines = text.split("\n")
    longest = max(len(line.rstrip()) for line in lines)
    if not NARROWEST <= longest <= WIDEST + RAGGED:
        return text
    inner = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    inner = [n for n in inner if not _begins_anew(lines[n + 1])]
    if len(inner) < 3:
        return text
    width = max(len(lines[n].rstrip()) for n in inner)
    if not NARROWEST <= width <= WIDEST or longest > width + RAGGED:
        return text
    full = {n for n in inner if len(lines[n].rstrip()) + 1 + len(lines[n + 1].split(maxsplit=1)[0]) > width}
    if len(full) < 0.8 * len(inner):
        return text
    return "".join(line + (" " if n in full else "\n") for n, line in enumerate(lines))[: len(text)]


def _begins_anew(line: str) -> bool:
    words = line.strip()
    if is_bullet(words) or numbered(words):
        return True
    if words[0] not in "#>=-":
        return False
    return bool(MARKDOWN_HEADING.match(words) or QUOTE.match(words) or UNDERLINE.fullmatch(words))
