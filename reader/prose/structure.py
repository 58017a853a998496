"""Plain text taken apart into blocks of one kind each: headline, subheadings, body, lists, quotes, metadata, furniture.

Nothing is dropped: what stands between the blocks is white space only, so that the text can be put together again.
"""

from __future__ import annotations

import re
from itertools import islice
from operator import add

from reader.frozen import NamedTuple
from reader.prose.bylines import (
    DATELINE_ENDS,
    is_byline,
    is_credit,
    is_dated_byline,
    is_dateline,
    is_person,
    that_may_be_bylines,
)
from reader.prose.furniture import FEWEST_SLUGS, furniture, slug_prefix
from reader.prose.headings import looks_like_deck, looks_like_headline, looks_like_subheading
from reader.prose.known import known
from reader.prose.lines import (
    BULLETS,
    MARKDOWN_HEADING,
    NUMBERED,
    QUOTE,
    UNDERLINE,
    ends_like_a_sentence,
    is_bullet,
)
from reader.prose.regex import regex
from reader.prose.sieve import Sieve
from reader.prose.timestamps import is_timestamp, may_tell_when, stamp, tells_time
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

#: Characters of the shortest text that a labelled date may stand before.
SHORTEST_DATED = 40
#: What follows no number of a list item, and from where letters are counted.
NO_NUMBER, FIRST_LETTER = -10, 10_000

_APART = (Kind.METADATA, Kind.FURNITURE)
_ENTRY = regex(r"[\w-]+\s*:|\s*-\s|#")
_DATE_LABEL = regex(r"(?:date|published|posted|updated)(?:\s+on)?\s*:?\s+", re.IGNORECASE)
#: How all that it matches begins.
_DATE_LABEL_STARTS = frozenset("dDpPuU")
#: How lines begin that are headings, quotations or underlines by their marks.
_MARKED_STARTS = frozenset("#>=-")
_AFTER_DATE = regex(r"[\s|,;:–—-]*")
_DIGIT = regex(r"\d")
_LOWER_WORD = regex(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]{2,}")


class Block(NamedTuple):
    """A stretch of text of one kind, without white space around it; offsets count characters of the whole text."""

    start: int
    end: int
    kind: Kind


class Lines:
    """The lines that say anything, those that hold more than one thing in their parts: the blocks, field by field.

    There may be 100,000 of them, a few letters each.
    """

    __slots__ = ("gaps", "kinds", "starts", "texts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.texts: list[str] = []
        self.kinds: list[Kind | None] = []  #: None as long as there is none
        self.gaps: list[bool] = []  #: whether an empty line stands before it

    def add(self, start: int, text: str, kind: Kind | None, after_gap: bool) -> None:
        """One more."""
        self.starts.append(start)
        self.texts.append(text)
        self.kinds.append(kind)
        self.gaps.append(after_gap)

    def mark(self, n: int, kind: Kind) -> None:
        """Give a line a kind, if it has none."""
        if self.kinds[n] is None:
            self.kinds[n] = kind

    @property
    def told(self) -> list[Kind]:
        """The kinds, of lines that have none that of the text."""
        body = Kind.BODY
        return [kind or body for kind in self.kinds]

    def story(self, start: int = 0) -> Iterator[int]:
        """The lines from one on that are the story's."""
        metadata, furniture = _APART
        kinds = islice(self.kinds, start, None)
        return (n for n, kind in enumerate(kinds, start) if kind is not metadata and kind is not furniture)


def blocks(text: str, *, headline: str | None = None) -> list[Block]:
    """The blocks of one article, in order; as ``taken_apart`` finds them."""
    lines = taken_apart(text, headline)
    ends = map(add, lines.starts, map(len, lines.texts))
    return [Block(*block) for block in zip(lines.starts, ends, lines.told, strict=True)]


def taken_apart(text: str, headline: str | None = None) -> Lines:
    """The lines of one article, in order, with what each is.

    headline: the article's own, where it is known; the text may begin with it.
    The time grows in proportion to the text.
    """
    lines = _lines(text)
    _mark_front_matter(lines)
    _mark_marked(lines)
    _mark_furniture(lines)
    _mark_lists(lines)
    _mark_metadata(lines, headline is not None)
    head = _mark_headline(lines, headline)
    _mark_subheadings(lines)
    if head is not None:
        _mark_deck(lines, head)
    return lines


def _lines(text: str) -> Lines:
    found = Lines()
    slashes = "/" in text
    start = last = 0  # where the line begins; the number of the last one that said anything
    for n, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare:
            at = start if len(bare) == len(line) else start + line.index(bare)
            dated = len(bare) > SHORTEST_DATED and bare[0] in _DATE_LABEL_STARTS
            if dated or (slashes and bare.count("/") >= FEWEST_SLUGS):
                _add_parts(found, at, bare, n != last + 1)
            else:
                found.add(at, bare, None, n != last + 1)
            last = n
        start += len(line) + 1
    return found


def _add_parts(lines: Lines, start: int, text: str, after_gap: bool) -> None:
    """A line that holds more than one thing, in its parts: slugs or a date before the first sentence."""
    slugs = slug_prefix(text)
    cut = slugs or _date_prefix(text)
    if not cut:
        lines.add(start, text, None, after_gap)
        return
    lines.add(start, text[:cut].rstrip(), Kind.FURNITURE if slugs else Kind.METADATA, after_gap)
    lines.add(start + cut, text[cut:], None, False)


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
    return cut if len(rest) > SHORTEST_DATED and (rest[0].isupper() or rest[0] in "“\"‘'") else 0


def _mark_front_matter(lines: Lines) -> None:
    """Entries between two lines of "---" at the very beginning, as Markdown files carry them."""
    texts = lines.texts
    if not texts or texts[0] != "---":
        return
    end = next((n for n, text in enumerate(texts[1:FRONT_MATTER], 1) if text == "---"), 0)
    if end and all(_ENTRY.match(text) for text in texts[1:end]):
        for n in range(end + 1):
            lines.mark(n, Kind.METADATA)


def _mark_marked(lines: Lines) -> None:
    """Headings and quotations by their marks: "# ...", a line underlined with === or ---, "> ..."."""
    texts = lines.texts
    for n in [n for n, text in enumerate(texts) if text[0] in _MARKED_STARTS]:
        text = texts[n]
        if text[0] == "#":
            if MARKDOWN_HEADING.match(text) and looks_like_headline(text.rstrip(".:")):
                lines.mark(n, Kind.SUBHEADING)
        elif text[0] == ">":
            if QUOTE.match(text):
                lines.mark(n, Kind.QUOTE)
        elif n and UNDERLINE.fullmatch(text) and not lines.gaps[n] and looks_like_subheading(texts[n - 1]):
            lines.mark(n - 1, Kind.SUBHEADING)


def _mark_furniture(lines: Lines) -> None:
    for n, mark in enumerate(furniture(lines.texts)):
        if mark:
            lines.mark(n, Kind.FURNITURE)


def _mark_lists(lines: Lines) -> None:
    """List items: bullets wherever they stand, numbers and letters only beside their neighbours in the count."""
    kinds, texts = lines.kinds, lines.texts
    numbers: dict[int, int] = {}
    for n in [n for n, text in enumerate(texts) if text[0] in BULLETS]:
        if is_bullet(texts[n]):
            lines.mark(n, Kind.LIST_ITEM)
    for n in [n for n, text in enumerate(texts) if len(text) > 3 and ("." in text[:5] or ")" in text[:5])]:
        if kinds[n] is None and (found := NUMBERED.match(texts[n])):
            numbers[n] = _number(found[1])
    for n, number in numbers.items():
        if abs(numbers.get(n - 1, NO_NUMBER) - number) == 1 or abs(numbers.get(n + 1, NO_NUMBER) - number) == 1:
            lines.mark(n, Kind.LIST_ITEM)


def _number(told: str) -> int:
    """The number of a list item. A letter has one too, which follows no number's."""
    return int(told) if told.isdigit() else FIRST_LETTER + ord(told)


def _mark_metadata(lines: Lines, has_headline: bool) -> None:
    """Bylines, timestamps and datelines; a bare date or name only above the story or below it."""
    kinds, texts = lines.kinds, lines.texts
    different = Sieve(list(dict.fromkeys(texts)))
    running = [n for n, text in enumerate(texts) if len(text) > RUNNING_TEXT]
    if running:
        runs = known(_is_running)
        running = [n for n in running if kinds[n] is None and runs(texts[n])]
    first, last = (running[0], running[-1]) if running else (len(texts), -1)
    counted = [text for n in different.matching(_DIGIT) if may_tell_when(text := different.lines[n])]
    dates = set(filter(is_timestamp, counted))
    others = set(filter(is_dated_byline, counted))
    others.update(text for text in different.lines if text[-1] in DATELINE_ENDS and is_dateline(text))
    named = {different.lines[n] for n in that_may_be_bylines(different) if is_byline(different.lines[n])}
    noted = dates | others | named
    told = [n for n, text in enumerate(texts) if text in noted] if noted else []
    single = sum(kinds[n] is None and texts[n] in dates for n in told) == 1
    found: list[int] = []
    for n in told:
        text = texts[n]
        outside = n < first or n > last
        dated = kinds[n] is None and text in dates and (outside or (n < HEAD and single) or tells_time(text))
        by = text in named and (outside or _follows_heading(texts, n) or is_credit(text))
        if dated or by or text in others:
            found.append(n)
    for n in found:
        lines.mark(n, Kind.METADATA)
    _mark_names(lines, first, has_headline)


def _mark_names(lines: Lines, first: int, has_headline: bool) -> None:
    """Bare names beside a timestamp or a byline, above the story and below its headline."""
    kinds, texts = lines.kinds, lines.texts
    start = next((n for n, kind in enumerate(kinds) if kind is None), len(kinds))
    sought = Kind.METADATA
    metadata = [n for n, kind in enumerate(kinds) if kind is sought]
    beside = sorted({k for n in metadata for k in (n - 1, n + 1) if 0 <= k < len(kinds) and kinds[k] is None})
    person = known(is_person)
    candidates = [n for n in beside if n < first and (n > start or has_headline) and person(texts[n])]
    if not candidates:
        return
    # A summary in title case may look like a name, but the story tells its words again in lower case.
    common = {word for text in texts[:200] for word in _LOWER_WORD.findall(text[:2_000])}
    for n in candidates:
        if not common & {word.casefold() for word in texts[n].split() if word[0].isupper()}:
            lines.mark(n, Kind.METADATA)


def _is_running(text: str) -> bool:
    """Whether a block that is no furniture is running text of the story, so that the head of the article is over."""
    return len(text) > RUNNING_TEXT and ends_like_a_sentence(text) and not is_byline(text)


def _follows_heading(texts: Sequence[str], n: int) -> bool:
    """Whether a block follows something short and unpunctuated, as a byline under a second headline does."""
    return n > 0 and looks_like_headline(texts[n - 1]) and not ends_like_a_sentence(texts[n - 1])


def _mark_headline(lines: Lines, headline: str | None) -> int | None:
    """The first block of the story, where it is the headline given, or none is given and it looks like one."""
    first = next(lines.story(), None)
    if first is None:
        return None
    text, kind = lines.texts[first], lines.kinds[first]
    if headline is not None:
        is_headline = text.lstrip("# ").split() == headline.split()
    elif kind is Kind.SUBHEADING:
        is_headline = True
    else:
        following = (lines.texts[n] for n in lines.story(first + 1))
        is_headline = kind is None and looks_like_headline(text)
        ends = known(ends_like_a_sentence)
        is_headline = is_headline and any(len(t) > len(text) or ends(t) for t in following)
    if not is_headline:
        return None
    lines.kinds[first] = Kind.HEADLINE
    return first


def _mark_subheadings(lines: Lines) -> None:
    """Short blocks without a full stop that something of the story follows."""
    kinds, texts = lines.kinds, lines.texts
    story = list(lines.story())
    heads = known(looks_like_subheading)
    most = MOST_SUBHEADINGS * len(story) if len(story) > 5 else len(story)
    guessed: list[int] = []
    for n in story[:-1]:
        if kinds[n] is None and heads(texts[n]):
            guessed.append(n)
            if len(guessed) > most:
                return
    for run in _runs(guessed):
        if len(run) <= MOST_IN_A_ROW:
            for n in run:
                lines.mark(n, Kind.SUBHEADING)


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


def _mark_deck(lines: Lines, head: int) -> None:
    """The summary right below the headline, which may be longer than a subheading."""
    story = list(islice(lines.story(head + 1), 2))
    if len(story) == 2 and looks_like_deck(lines.texts[story[0]]):
        lines.mark(story[0], Kind.SUBHEADING)
