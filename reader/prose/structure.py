"""Plain text taken apart into paragraphs of one kind each: headline, subheadings, body, list items, quotes, metadata, furniture.

Nothing is dropped: what stands between the blocks is white space only, so that the text can be put together again from them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.prose.furniture import furniture, slug_prefix, stands_alone
from reader.prose.timestamps import is_timestamp, stamp, tells_time
from reader.story import Kind
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind, without white space around it; offsets count characters of the whole text."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or a part of one, on the way to a block."""

    start: int
    end: int
    text: str
    kind: Kind | None = None
    after_gap: bool = True  #: an empty line stands before it


#: A single bare date among the first so many blocks is the article's own; several of them are headings of a timeline.
HEAD = 6
LONGEST_HEADLINE = 220
LONGEST_SUBHEADING = 110

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_QUOTE = re.compile(r">\s*\S")
_LIST_MARKER = re.compile(r"(?:[-*•·▪●◦‣⁃+]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_BULLET = re.compile(r"[-*•·▪●◦‣⁃+]\s+\S")
_NUMBERED = re.compile(r"\(?(\d{1,3}|[a-z])[.)]\s+\S")
#: Blanks too: corpora that cut text into words leave them before a closing mark.
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!?…;,:。！？；，：،؟۔।][\s\"'”’»)\]」』]*$")
_DATE_PREFIX = re.compile(r"(?:date|published|posted|updated)(?:\s+on)?\s*:?\s+", re.IGNORECASE)

_PARTICLE = r"(?:de|da|di|del|della|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e|and|und|et|with)"
_NAME_WORD = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁ](?:[\w’'`-]*[^\W\d_]|\.)?\.?|O[’'][A-Z]\w+)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:{_NAME_WORD}|{_PARTICLE}(?=\s)))*\s+{_NAME_WORD}"
_ROLE = r"(?:[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?|[Ww]riters?|[Ss]taff|[Cc]olumnist|[Nn]ews|[Pp]ress|AP|AFP|Reuters|BBC|CNN|UPI|Bureau [Cc]hief)"
_PERSON = re.compile(
    rf"{_NAME}(?:(?:,|,?\s+and|\s*&|\s*\||;)\s+{_NAME})*(?:,\s+(?:[A-Z][\w’'-]*\s+)*{_ROLE}(?:\s+{_ROLE})?)?"
)
_BYLINE = re.compile(
    r"(?:(?:[Ww]ritten|[Ss]tory|[Rr]eport(?:ing|ed)?|[Pp]osted|[Pp]hotographs?|[Pp]hotography|[Aa]dditional reporting|[Ee]dited|[Cc]ompiled) (?:by|BY):?|[Bb]y:?|BY:?|[Ff]rom|[Aa]uthors?:|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Dd]i|Автор:?|Текст:?)\s+"
    rf"(?P<who>{_NAME}|The {_NAME_WORD}(?:\s+{_NAME_WORD})*|[A-Z][A-Za-z]+(?= (?:[Ss]taff|[Rr]eporter|[Cc]orrespondent)))(?P<rest>.{{0,120}})$"
)
_BYLINE_REST = re.compile(
    r"(?:\s*[,|/;•·–—-]\s*|\s+(?:and|und|et|y|e|&|for|in|at|of|on)\s+|\s+)(?:\S.*)?", re.IGNORECASE
)
_CREDITS = re.compile(
    r"\(?(?:additional |further )?(?:reporting|editing|writing|compiled|translated|edited|written) by [A-ZÀ-Þ].{2,200}$",
    re.IGNORECASE,
)
_DATELINE_ONLY = re.compile(
    r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я .’'-]{2,40}(?:,\s*[A-Z][\w. ]{1,30})?(?:,\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}))?\s*(?:\([A-Z][\w /.]{1,30}\))?\s*[-–—]{1,2}"
    r"|[A-ZÀ-ÞА-Я][\w .’'-]{2,40}(?:,\s*[A-Z][\w. ]{1,30})*\s*\((?:AP|AFP|Reuters|UPI|dpa|DPA|Xinhua|TASS|ANI|PTI|IANS|Yonhap|Kyodo|CNN|BBC|ANSA|EFE)\)\s*[-–—]{0,2}"
)
_NOT_NAMES = re.compile(
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"The|A|An|This|That|These|It|He|She|They|We|You|I|In|On|At|No|Not|Why|How|What|Who|When|Where|After|Before|New|More|Most|All|Key|Next|Last|First)\b"
)
_SPEECH = re.compile(r"\b(?:said|says|told|asked|added|wrote)\b")


def blocks(text: str, *, headline: str | None = None) -> list[Block]:
    """The blocks of one article, in order. headline: the article's own, where it is known; the text then may begin with it.

    Long lines and many of them are fine: the time grows in proportion to the text.
    """
    pieces = [part for piece in _pieces(text) for part in _split(piece)]
    if not pieces:
        return []
    pieces = _with_headings_of_lines(pieces)
    marked = furniture([piece.text for piece in pieces])
    pieces = [
        replace(p, kind=Kind.FURNITURE) if m and p.kind is None else p for p, m in zip(pieces, marked, strict=True)
    ]
    pieces = _with_lists(pieces)
    pieces = _with_metadata(pieces, headline)
    pieces = _with_headline(pieces, headline)
    pieces = _with_subheadings(pieces)
    return [Block(p.start, p.end, p.kind or Kind.BODY) for p in pieces]


def unwrapped(text: str) -> str:
    """The same text with line feeds inside hard-wrapped paragraphs turned into blanks, character for character.

    A text counts as hard-wrapped where its lines break because the next word would not have fitted.
    """
    lines = text.split("\n")
    if len(lines) < 4:
        return text
    joints = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    inner = [n for n in joints if not _begins_anew(lines[n + 1])]
    if len(inner) < 3:
        return text
    width = max(len(lines[n].rstrip()) for n in inner)
    if not 40 <= width <= 120 or max(len(line.rstrip()) for line in lines) > width + 24:
        return text
    full = [n for n in inner if len(lines[n].rstrip()) + 1 + len(lines[n + 1].split(maxsplit=1)[0]) > width]
    if len(full) < 0.8 * len(inner):
        return text
    joined = set(full)
    return "".join(line + (" " if n in joined else "\n") for n, line in enumerate(lines))[: len(text)]


def _begins_anew(line: str) -> bool:
    words = line.strip()
    return bool(
        _LIST_MARKER.match(words)
        or _MARKDOWN_HEADING.match(words)
        or _QUOTE.match(words)
        or _UNDERLINE.fullmatch(words)
    )


_UNDERLINE = re.compile(r"={3,}|-{3,}")
_LINE = re.compile(r"[^\n]+")


def _pieces(text: str) -> Iterator[_Piece]:
    end = 0
    for line in _LINE.finditer(text):
        words = line.group()
        bare = words.strip()
        if not bare:
            continue
        start = line.start() + len(words) - len(words.lstrip())
        yield _Piece(start, start + len(bare), bare, after_gap=text.count("\n", end, start) != 1)
        end = start + len(bare)


def _split(piece: _Piece) -> Iterator[_Piece]:
    """A line that holds more than one thing, in its parts: slugs or a date before the first sentence."""
    slugs = slug_prefix(piece.text)
    if slugs:
        yield from _parts(piece, slugs, Kind.FURNITURE)
        return
    label = _DATE_PREFIX.match(piece.text)
    if label:
        found = stamp(piece.text[:120])
        if found and found.start <= label.end() + 12 and is_timestamp(piece.text[: found.end]):
            gap = re.match(r"[\s|,;:–—-]*", piece.text[found.end :])
            cut = found.end + (gap.end() if gap else 0)
            rest = piece.text[cut:]
            if len(rest) > 40 and not is_timestamp(piece.text) and (rest[0].isupper() or rest[0] in "“\"‘'"):
                yield from _parts(piece, cut, Kind.METADATA)
                return
    yield piece


def _parts(piece: _Piece, cut: int, kind: Kind) -> Iterator[_Piece]:
    head = piece.text[:cut].rstrip()
    yield _Piece(piece.start, piece.start + len(head), head, kind, piece.after_gap)
    yield _Piece(piece.start + cut, piece.end, piece.text[cut:], after_gap=False)


def _with_headings_of_lines(pieces: list[_Piece]) -> list[_Piece]:
    """Headings and quotations by their marks: "# ...", a line underlined with === or ---, "> ..."."""
    found = list(pieces)
    for n, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        if _MARKDOWN_HEADING.match(piece.text) and len(piece.text) <= LONGEST_HEADLINE:
            found[n] = replace(piece, kind=Kind.SUBHEADING)
        elif _QUOTE.match(piece.text):
            found[n] = replace(piece, kind=Kind.QUOTE)
        elif (
            n
            and _UNDERLINE.fullmatch(piece.text)
            and not piece.after_gap
            and len(pieces[n - 1].text) <= LONGEST_SUBHEADING
        ):
            if found[n - 1].kind is None and not _ENDS_LIKE_A_SENTENCE.search(pieces[n - 1].text):
                found[n - 1] = replace(found[n - 1], kind=Kind.SUBHEADING)
    return found


def _with_lists(pieces: list[_Piece]) -> list[_Piece]:
    """List items: bullets wherever they stand, numbers and letters only beside their neighbours in the count."""
    found = list(pieces)
    numbers = [_NUMBERED.match(p.text) if p.kind is None else None for p in pieces]
    for n, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        number = numbers[n]
        if _BULLET.match(piece.text) or (
            number and any(_counts_on(number, numbers[k]) for k in (n - 1, n + 1) if 0 <= k < len(pieces))
        ):
            found[n] = replace(piece, kind=Kind.LIST_ITEM)
    return found


def _counts_on(one: re.Match[str], other: re.Match[str] | None) -> bool:
    if other is None:
        return False
    a, b = one[1], other[1]
    if a.isdigit() != b.isdigit():
        return False
    return abs(int(a) - int(b)) == 1 if a.isdigit() else abs(ord(a) - ord(b)) == 1


def is_byline(text: str) -> bool:
    """Whether a block says nothing but who wrote it: "By Jane Roe", "By JANE ROE and John Doe, Staff Writers"."""
    if len(text) > 160:
        return False
    if _CREDITS.match(text) and not _SPEECH.search(text):
        return True
    found = _BYLINE.match(text)
    if found is None or _NOT_NAMES.match(found["who"]):
        return False
    rest = found["rest"]
    if not rest.strip(" .|"):
        return True
    if rest.endswith((".", "!", "?")) and len(rest) > 40:
        return False
    return bool(_BYLINE_REST.fullmatch(rest)) and not re.search(
        r"\b(?:is|was|were|are|has|had|have|will|the|his|her|their|a)\b", rest
    )


def author(text: str) -> str | None:
    """The name or names in a byline, or in a block that is a name."""
    found = _BYLINE.match(text)
    if found:
        whole = text[found.start("who") :]
        return (
            re.split(
                r"\s*(?:[|•·/]|(?:Published|Updated|Posted)\b|,\s*[A-Z][a-z]* ?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ss]taff))",
                whole,
            )[0].strip(" ,.;-–—")
            or None
        )
    return text if _is_person(text) else None


def _is_person(text: str) -> bool:
    if len(text) > 80 or any(c.isdigit() for c in text) or _ENDS_LIKE_A_SENTENCE.search(text):
        return False
    names = re.split(r",?\s+and\s+|,\s+|\s*[&|;]\s*", text)
    return (
        all(len(name.split()) <= 4 for name in names) and bool(_PERSON.fullmatch(text)) and not _NOT_NAMES.search(text)
    )


def _with_metadata(pieces: list[_Piece], headline: str | None) -> list[_Piece]:
    """Bylines, timestamps and datelines; a bare date or name only above the story or below it."""
    found = list(pieces)
    dates = [p.kind is None and is_timestamp(p.text) for p in pieces]
    telling = [n for n, p in enumerate(pieces) if p.kind is None and _tells(p.text)]
    first, last = (telling[0], telling[-1]) if telling else (len(pieces), -1)
    for n, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        outside = n < first or n > last
        by = is_byline(piece.text) and (outside or _between_heads(pieces, n) or bool(_CREDITS.match(piece.text)))
        when = dates[n] and (outside or tells_time(piece.text) or (n < HEAD and sum(dates) == 1))
        where = len(piece.text) <= 80 and bool(_DATELINE_ONLY.fullmatch(piece.text))
        if by or when or where or _is_byline_with_date(piece.text):
            found[n] = replace(piece, kind=Kind.METADATA)
    start = next((n for n, p in enumerate(found) if p.kind is None), len(found))
    common = (
        {word for p in pieces[:200] for word in re.findall(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]{2,}", p.text[:2000])}
        if first
        else set()
    )
    for n in range(len(found)):
        if found[n].kind is None and n < first and (n > start or headline is not None) and _is_person(found[n].text):
            beside = [found[k].kind for k in (n - 1, n + 1) if 0 <= k < len(found)]
            # a summary in title case may look like a name, but the story tells its words again in lower case
            named = not any(word.casefold() in common for word in found[n].text.split() if word[0].isupper())
            if Kind.METADATA in beside and named:
                found[n] = replace(found[n], kind=Kind.METADATA)
    return found


def _tells(text: str) -> bool:
    """Whether a block is running text of the story, so that the head of the article is over."""
    return (
        len(text) > 60 and bool(_ENDS_LIKE_A_SENTENCE.search(text)) and not stands_alone(text) and not is_byline(text)
    )


def _between_heads(pieces: list[_Piece], n: int) -> bool:
    """Whether a block follows something short and unpunctuated, as a byline under a second headline does."""
    return (
        n > 0 and len(pieces[n - 1].text) <= LONGEST_HEADLINE and not _ENDS_LIKE_A_SENTENCE.search(pieces[n - 1].text)
    )


def _is_byline_with_date(text: str) -> bool:
    """ "By Jane Roe | Published March 3, 2024", "Jane Roe, 3 March 2024 14:05 GMT"."""
    if len(text) > 160:
        return False
    parts = [
        part
        for part in re.split(r"\s*[|•·–—/]\s*|\s{2,}|,\s*(?=(?:[Pp]ublished|[Uu]pdated|[Pp]osted)\b)", text)
        if part
    ]
    if len(parts) < 2:
        return False
    dates = [is_timestamp(part) for part in parts]
    return any(dates) and all(
        when or is_byline(part) or _is_person(part) for when, part in zip(dates, parts, strict=True)
    )


def _with_headline(pieces: list[_Piece], headline: str | None) -> list[_Piece]:
    found = list(pieces)
    first = next((n for n, p in enumerate(found) if p.kind not in (Kind.METADATA, Kind.FURNITURE)), None)
    if first is None:
        return found
    piece = found[first]
    if headline is not None:
        if _same(piece.text, headline):
            found[first] = replace(piece, kind=Kind.HEADLINE)
    elif piece.kind is Kind.SUBHEADING or (piece.kind is None and _looks_like_headline(found, first)):
        found[first] = replace(piece, kind=Kind.HEADLINE)
    return found


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _looks_like_headline(pieces: list[_Piece], n: int) -> bool:
    text = pieces[n].text
    if len(text) > LONGEST_HEADLINE or len(text.split()) > 34 or not any(c.isalpha() for c in text):
        return False
    if re.search(r"[.…;,:。；，：،۔।][\s\"'”’»)\]」』]*$", text) and not re.search(r"\b[A-Z]\.(?:[A-Z]\.)+$", text):
        return False
    if text[0] in '“"«„' and _SPEECH.search(text):
        return False
    following = [p for p in pieces[n + 1 :] if p.kind not in (Kind.METADATA, Kind.FURNITURE)]
    return bool(following) and any(len(p.text) > len(text) or _ENDS_LIKE_A_SENTENCE.search(p.text) for p in following)


def _with_subheadings(pieces: list[_Piece]) -> list[_Piece]:
    """Short blocks without a full stop that something longer follows; below the headline also a longer summary."""
    found = list(pieces)
    follows = False  # whether anything of the story stands after the block
    for n in range(len(found) - 1, -1, -1):
        piece = found[n]
        if piece.kind is None and follows and _looks_like_subheading(piece.text):
            found[n] = replace(piece, kind=Kind.SUBHEADING)
        elif piece.kind not in (Kind.METADATA, Kind.FURNITURE, Kind.HEADLINE):
            follows = True
    found = _without_false_subheadings(pieces, found)
    head = next((n for n, p in enumerate(found) if p.kind is Kind.HEADLINE), None)
    if head is not None:
        deck = next(
            (n for n in range(head + 1, len(found)) if found[n].kind not in (Kind.METADATA, Kind.FURNITURE)), None
        )
        if (
            deck is not None
            and found[deck].kind is None
            and follows
            and _looks_like_deck(found[deck].text)
            and deck + 1 < len(found)
        ):
            found[deck] = replace(found[deck], kind=Kind.SUBHEADING)
    return found


def _without_false_subheadings(before: list[_Piece], after: list[_Piece]) -> list[_Piece]:
    """Guessed subheadings taken back where they are too many to head anything: lists of names, texts without full stops."""
    guessed = [one.kind is None and other.kind is Kind.SUBHEADING for one, other in zip(before, after, strict=True)]
    story = sum(p.kind not in (Kind.METADATA, Kind.FURNITURE) for p in after)
    if story > 5 and sum(guessed) > 0.4 * story:
        return before
    found = list(after)
    run: list[int] = []
    for n in range(len(found) + 1):
        if n < len(found) and guessed[n]:
            run.append(n)
            continue
        if len(run) > 3:
            for k in run:
                found[k] = before[k]
        run = []
    return found


def _looks_like_subheading(text: str) -> bool:
    words = text.split()
    if len(text) > LONGEST_SUBHEADING or len(words) > 16 or not any(c.isalpha() for c in text):
        return False
    if _ENDS_LIKE_A_SENTENCE.search(text) and not (text.endswith("?") and len(words) <= 8):
        return False
    if _SPEECH.search(text) or text[0].islower():
        return False
    if len(words) > 8:  # a sentence that lost its full stop, unless it is in title case
        long = [word for word in words if len(word) > 3]
        if sum(word[0].isupper() for word in long) < 0.6 * len(long):
            return False
    return not (text[0] in "“\"‘'«„" and text[-1] not in "”\"’'»“")


def _looks_like_deck(text: str) -> bool:
    return (
        40 <= len(text) <= 300
        and not _ENDS_LIKE_A_SENTENCE.search(text)
        and not _SPEECH.search(text)
        and text[0] not in '“"‘«„'
    )
