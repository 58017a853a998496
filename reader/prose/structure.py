"""Plain text taken apart into blocks of one kind each: headline, subheadings, body, lists, quotes, metadata, furniture.

Nothing is dropped: what stands between the blocks is white space only, so that the text can be put together again.
"""

from __future__ import annotations

import re
from itertools import islice

from reader.frozen import NamedTuple
from reader.prose.bylines import is_byline, is_credit, is_dated_byline, is_dateline, is_person
from reader.prose.furniture import furniture, slug_prefix, stands_alone
from reader.prose.headings import looks_like_deck, looks_like_headline, looks_like_subheading
from reader.prose.known import known
from reader.prose.lines import (
    MARKDOWN_HEADING,
    QUOTE,
    UNDERLINE,
    ends_like_a_sentence,
    is_bullet,
    is_one_word,
    numbered,
)
from reader.prose.regex import regex
from reader.prose.timestamps import is_timestamp, stamp, tells_time
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: A single bare date among the first so many blocks is the article's own; several of them are headings of a timeline.
HEAD = 6
#: Lines of the longest front matter.
FRONT_MATTER = 60
#: Characters from which a block with a full stop is running text, so that the head of the article is over.
RUNNING_TEXT = 60
#: More guessed subheadings in a row head nothing: they are a list. More in all, as a share of the blocks, mean a text
#: without full stops.
MOST_IN_A_ROW = 3
MOST_SUBHEADINGS = 0.4

_APART = (Kind.METADATA, Kind.FURNITURE)
_ENTRY = regex(r"[\w-]+\s*:|\s*-\s|#")
_DATE_LABEL = regex(r"(?:date|published|posted|updated)(?:\s+on)?\s*:?\s+", re.IGNORECASE)
#: How all that it matches begins.
_DATE_LABEL_STARTS = frozenset("dDpPuU")
#: How lines begin that are headings, quotations or underlines by their marks.
_MARKED_STARTS = frozenset("#>=-")
_AFTER_DATE = regex(r"[\s|,;:–—-]*")
_LOWER_WORD = regex(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]{2,}")


class Block(NamedTuple):
    """A stretch of text of one kind, without white space around it; offsets count characters of the whole text."""

    start: int
    end: int
    kind: Kind


class _Piece(NamedTuple):
    """A line, or a part of one, on the way to a block; of no kind yet."""

    start: int
    text: str
    kind: Kind | None = None
    after_gap: bool = True  #: an empty line stands before it

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def blocks(text: str, *, headline: str | None = None) -> list[Block]:
    """The blocks of one article, in order.

    headline: the article's own, where it is known; the text may begin with it.
    The time grows in proportion to the text.
    """
    pieces = _pieces(text)
    pieces = _with_front_matter(pieces)
    pieces = _with_marked(pieces)
    pieces = _with_furniture(pieces)
    pieces = _with_lists(pieces)
    pieces = _with_metadata(pieces, headline is not None)
    pieces = _with_headline(pieces, headline)
    pieces = _with_subheadings(pieces)
    pieces = _with_deck(pieces)
    return [Block(start, start + len(words), kind or Kind.BODY) for start, words, kind, _ in pieces]


def _as(piece: _Piece, kind: Kind) -> _Piece:
    return piece._replace(kind=kind) if piece.kind is None else piece


def _pieces(text: str) -> list[_Piece]:
    """The lines that say anything, those that hold more than one thing in their parts."""
    found: list[_Piece] = []
    start = last = 0  # where the line begins; the number of the last one that said anything
    for n, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare:
            at = start if len(bare) == len(line) else start + line.index(bare)
            piece = _Piece(at, bare, None, n != last + 1)
            if "/" in bare or bare[0] in _DATE_LABEL_STARTS:
                found += _split(piece)
            else:
                found.append(piece)
            last = n
        start += len(line) + 1
    return found


def _split(piece: _Piece) -> tuple[_Piece, ...]:
    """A line that holds more than one thing, in its parts: slugs or a date before the first sentence."""
    slugs = slug_prefix(piece.text)
    date = 0 if slugs else _date_prefix(piece.text)
    cut = slugs or date
    if not cut:
        return (piece,)
    kind = Kind.FURNITURE if slugs else Kind.METADATA
    return (
        _Piece(piece.start, piece.text[:cut].rstrip(), kind, piece.after_gap),
        _Piece(piece.start + cut, piece.text[cut:], after_gap=False),
    )


def _date_prefix(text: str) -> int:
    """How many characters a labelled date takes before the first sentence, as in "date 2024-11-30 Roe has"."""
    label = _DATE_LABEL.match(text)
    found = stamp(text[:120]) if label else None
    if label is None or found is None or found.start > label.end() + 12:
        return 0
    if is_timestamp(text) or not is_timestamp(text[: found.end]):
        return 0
    gap = _AFTER_DATE.match(text, found.end)
    cut = gap.end() if gap else found.end
    rest = text[cut:]
    return cut if len(rest) > 40 and (rest[0].isupper() or rest[0] in "“\"‘'") else 0


def _with_front_matter(pieces: list[_Piece]) -> list[_Piece]:
    """Entries between two lines of "---" at the very beginning, as Markdown files carry them."""
    if not pieces or pieces[0].text != "---":
        return pieces
    end = next((n for n, p in enumerate(pieces[1:FRONT_MATTER], 1) if p.text == "---"), 0)
    if not end or not all(_ENTRY.match(p.text) for p in pieces[1:end]):
        return pieces
    return [_as(p, Kind.METADATA) if n <= end else p for n, p in enumerate(pieces)]


def _with_marked(pieces: list[_Piece]) -> list[_Piece]:
    """Headings and quotations by their marks: "# ...", a line underlined with === or ---, "> ..."."""
    found = list(pieces)
    for n, piece in enumerate(pieces):
        if piece.text[0] not in _MARKED_STARTS:
            continue
        if MARKDOWN_HEADING.match(piece.text) and looks_like_headline(piece.text.rstrip(".:")):
            found[n] = _as(piece, Kind.SUBHEADING)
        elif QUOTE.match(piece.text):
            found[n] = _as(piece, Kind.QUOTE)
        elif (
            n and UNDERLINE.fullmatch(piece.text) and not piece.after_gap and looks_like_subheading(pieces[n - 1].text)
        ):
            found[n - 1] = _as(found[n - 1], Kind.SUBHEADING)
    return found


def _with_furniture(pieces: list[_Piece]) -> list[_Piece]:
    marks = furniture([piece.text for piece in pieces])
    found = list(pieces)
    for n in [n for n, mark in enumerate(marks) if mark]:
        found[n] = _as(pieces[n], Kind.FURNITURE)
    return found


def _with_lists(pieces: list[_Piece]) -> list[_Piece]:
    """List items: bullets wherever they stand, numbers and letters only beside their neighbours in the count."""
    numbers = [numbered(p.text) if p.kind is None else None for p in pieces]

    found = list(pieces)
    for n, piece in enumerate(pieces):
        number = numbers[n]
        if is_bullet(piece.text) or (
            number is not None
            and (
                (n > 0 and _counts_on(number, numbers[n - 1]))
                or (n + 1 < len(pieces) and _counts_on(number, numbers[n + 1]))
            )
        ):
            found[n] = _as(piece, Kind.LIST_ITEM)
    return found


def _counts_on(one: re.Match[str], other: re.Match[str] | None) -> bool:
    if other is None or one[1].isdigit() != other[1].isdigit():
        return False
    a, b = one[1], other[1]
    return abs(int(a) - int(b)) == 1 if a.isdigit() else abs(ord(a) - ord(b)) == 1


def _with_metadata(pieces: list[_Piece], has_headline: bool) -> list[_Piece]:
    """Bylines, timestamps and datelines; a bare date or name only above the story or below it."""
    timestamp, runs, by_line, other = (known(test) for test in (is_timestamp, _is_running, is_byline, _is_dated))
    several = [n for n, p in enumerate(pieces) if not is_one_word(p.text)]
    dates = {n: pieces[n].kind is None and timestamp(pieces[n].text) for n in several}
    running = [n for n in several if pieces[n].kind is None and runs(pieces[n].text)]
    first, last = (running[0], running[-1]) if running else (len(pieces), -1)
    single = sum(dates.values()) == 1
    found = list(pieces)
    for n in several:
        piece = pieces[n]
        outside = n < first or n > last
        when = dates[n] and (outside or tells_time(piece.text) or (n < HEAD and single))
        by = by_line(piece.text) and (outside or _follows_heading(pieces, n) or is_credit(piece.text))
        if when or by or other(piece.text):
            found[n] = _as(piece, Kind.METADATA)
    return _with_names(found, first, has_headline)


def _is_dated(text: str) -> bool:
    return is_dateline(text) or is_dated_byline(text)


def _with_names(pieces: list[_Piece], first: int, has_headline: bool) -> list[_Piece]:
    """Bare names beside a timestamp or a byline, above the story and below its headline."""
    found = list(pieces)
    start = next((n for n, p in enumerate(pieces) if p.kind is None), len(pieces))
    metadata = [n for n, p in enumerate(pieces) if p.kind is Kind.METADATA]
    beside = sorted({k for n in metadata for k in (n - 1, n + 1) if 0 <= k < len(pieces) and pieces[k].kind is None})
    candidates = [n for n in beside if n < first and (n > start or has_headline) and is_person(pieces[n].text)]
    if not candidates:
        return found
    # A summary in title case may look like a name, but the story tells its words again in lower case.
    common = {word for p in pieces[:200] for word in _LOWER_WORD.findall(p.text[:2_000])}
    for n in candidates:
        if not common & {word.casefold() for word in found[n].text.split() if word[0].isupper()}:
            found[n] = _as(found[n], Kind.METADATA)
    return found


def _is_running(text: str) -> bool:
    """Whether a block is running text of the story, so that the head of the article is over."""
    return len(text) > RUNNING_TEXT and ends_like_a_sentence(text) and not stands_alone(text) and not is_byline(text)


def _follows_heading(pieces: list[_Piece], n: int) -> bool:
    """Whether a block follows something short and unpunctuated, as a byline under a second headline does."""
    return n > 0 and looks_like_headline(pieces[n - 1].text) and not ends_like_a_sentence(pieces[n - 1].text)


def _with_headline(pieces: list[_Piece], headline: str | None) -> list[_Piece]:
    """The first block of the story, where it is the headline given, or none is given and it looks like one."""
    first = next((n for n, p in enumerate(pieces) if p.kind not in _APART), None)
    if first is None:
        return pieces
    piece = pieces[first]
    if headline is not None:
        is_headline = piece.text.lstrip("# ").split() == headline.split()
    elif piece.kind is Kind.SUBHEADING:
        is_headline = True
    else:
        following = (p.text for p in islice(pieces, first + 1, None) if p.kind not in _APART)
        is_headline = piece.kind is None and looks_like_headline(piece.text)
        is_headline = is_headline and any(len(t) > len(piece.text) or ends_like_a_sentence(t) for t in following)
    found = list(pieces)
    if is_headline:
        found[first] = piece._replace(kind=Kind.HEADLINE)
    return found


def _with_subheadings(pieces: list[_Piece]) -> list[_Piece]:
    """Short blocks without a full stop that something of the story follows."""
    guessed: set[int] = set()
    heads = known(looks_like_subheading)
    story = 0
    for n in range(len(pieces) - 1, -1, -1):
        piece = pieces[n]
        if piece.kind in _APART:
            continue
        if piece.kind is None and story > 0 and heads(piece.text):
            guessed.add(n)
        story += 1
    if story > 5 and len(guessed) > MOST_SUBHEADINGS * story:
        return pieces
    for run in _runs(sorted(guessed)):
        if len(run) > MOST_IN_A_ROW:
            guessed.difference_update(run)
    found = list(pieces)
    for n in guessed:
        found[n] = _as(pieces[n], Kind.SUBHEADING)
    return found


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    """The stretches of numbers that follow each other without a gap."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _with_deck(pieces: list[_Piece]) -> list[_Piece]:
    """The summary right below the headline, which may be longer than a subheading."""
    head = next((n for n, p in enumerate(pieces) if p.kind is Kind.HEADLINE), None)
    if head is None:
        return pieces
    story = list(islice((n for n in range(head + 1, len(pieces)) if pieces[n].kind not in _APART), 2))
    if len(story) < 2 or not looks_like_deck(pieces[story[0]].text):
        return pieces
    return [_as(p, Kind.SUBHEADING) if n == story[0] else p for n, p in enumerate(pieces)]
