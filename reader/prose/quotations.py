"""What stands in quotation marks.

Marks are read as typesetters and keyboards leave them: straight and curly, double and single, guillemets both ways, low
German ones, corner brackets, an opening mark of one kind closed by another; apostrophes and feet and inches are none.
A quotation that runs on over paragraphs opens again in each of them, or does not.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import islice, takewhile

from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said_once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Quotation(NamedTuple):
    """Words inside quotation marks: ``start`` to ``end`` without the marks."""

    start: int
    end: int
    opens: bool = True  #: an opening mark stands before them; False where the quotation began earlier
    closes: bool = True  #: a closing mark stands after them; False where it goes on
    marked: bool = True  #: quotation marks say so; False for words that are set apart without any


_MARKS = regex("[\"“”„‟«»‹›‘’‚'「」『』＂]")
_ANY_MARK = regex("[\"“”„‟«»‹›‘’‚'「」『』＂`]")
_LOWER_NEXT = regex(r" [a-z]")
_DOUBLE = '"“”„‟«»＂'
_DOUBLE_MARKS = regex(f"[{_DOUBLE}]|''|``")
_CLOSERS = {
    "„": '“”"',
    "“": '”"‟',
    "”": '”"',  # ”so“ and ”so” are Swedish and slips of typesetting
    "‟": '”"',
    '"': '"”“',
    "＂": "＂",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "‚": "‘’'",
    "'": "'’",
    "「": "」",
    "『": "』",
}
#: Marks that say themselves which way they face, so that nothing around them matters: French sets spaces inside its
#: guillemets, Chinese and Japanese none anywhere.
_BRACKETS = frozenset("「」『』«")
#: Stands for the second character of a mark that is written with two, so that every place stays where it was.
PADDING = "\x1f"
_SINGLE = frozenset("‘’‚'‹›")


def _begins(text: str, at: int) -> bool:
    """Whether a mark at that place can open: something follows at once, and no word stands close before it."""
    after = text[at + 1 : at + 2]
    before = text[at - 1] if at else " "
    if text[at] in _BRACKETS:
        return bool(after)
    return bool(after) and not after.isspace() and not (before.isalnum() or before in ".,;:!?…")


def _ends(text: str, at: int) -> bool:
    """Whether a mark at that place can close: something stands close before it, and no word follows at once."""
    after = text[at + 1 : at + 2]
    if text[at] in _BRACKETS or text[at] == "»":
        return at > 0
    if after == PADDING:
        return at > 0 and not text[at + 2 : at + 3].isalnum()
    return at > 0 and not text[at - 1].isspace() and not after.isalnum()


def _stands_alone(text: str, at: int) -> bool:
    """Whether a straight mark has white space on both sides, as in text that was cut into words and put together."""
    return text[at] == '"' and not text[at - 1 : at].strip() and not text[at + 1 : at + 2].strip()


#: How far before a mark that stands alone its comma or colon stands.
_BEFORE_MARK = 3


def _opens_alone(text: str, at: int) -> bool:
    """Whether a mark that stands alone opens what is not closed in its paragraph: at its beginning, or after what
    leads to a quotation."""
    return _stands_alone(text, at) and text[max(0, at - _BEFORE_MARK) : at].rstrip()[-1:] in ("", ",", ":")


@lru_cache(maxsize=16384)
def quotations(text: str, *, running: bool = False) -> tuple[Quotation, ...]:
    """The outermost quotations of one paragraph, in order.

    running: the paragraph begins inside a quotation that an earlier paragraph opened.
    A mark that is never closed quotes to the end of the paragraph, as where the next paragraph goes on; one that is
    followed by another opening mark has no known end and is left out. Linear in the length of the text.
    """
    for mark in ("''", "``"):  # typewriters' and TeX's marks
        text = text.replace(mark, f'"{PADDING}')
    spaced = text.count('"') % 2 == 0
    found: list[Quotation] = []
    opened: tuple[str, int] | None = ("“", -1) if running else None
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if opened is None:
            begins = _begins(text, at) or (_stands_alone(text, at) if spaced else _opens_alone(text, at))
            if mark in _CLOSERS and begins and (mark not in _SINGLE or _opens_single(text, at, mark)):
                opened = (mark, at)
            continue
        kind, begun = opened
        if mark in _CLOSERS[kind] and (_ends(text, at) or _stands_alone(text, at)):
            if mark not in _SINGLE or not _apostrophe(text, at):
                found.append(Quotation(begun + 1, at, opens=begun >= 0))
                opened = None
        elif mark in _DOUBLE and kind in _DOUBLE and mark in _CLOSERS and _begins(text, at):
            opened = (mark, at)
    if opened is not None and opened[0] not in _SINGLE:
        found.append(Quotation(opened[1] + 1, len(text), opens=opened[1] >= 0, closes=False))
    return tuple(q for q in found if text[q.start : q.end].strip())


#: A quotation that no paragraph closes or opens again goes on over so many paragraphs without any mark.
MOST_PARAGRAPHS = 8


def quoted_paragraphs(texts: Iterable[str]) -> list[tuple[Quotation, ...]]:
    """The quotations of each of consecutive paragraphs.

    Where one is left open, and the next paragraph that has any mark has a closing one before any opening one, they are
    one quotation, with the paragraphs between them. Linear in the length of the texts.
    """
    texts = list(texts)
    found: list[tuple[Quotation, ...]] = []
    closed_in = -1  # the paragraph that closes the quotation that runs on
    marked = _ANY_MARK.search
    for n, text in enumerate(texts):
        if n > closed_in and not marked(text):
            found.append(())
            continue
        found.append(quotations(text, running=n <= closed_in))
        if n >= closed_in and found[-1] and not found[-1][-1].closes:
            closed_in = _closing(texts, n + 1)
    return found


def _closing(texts: Sequence[str], first: int) -> int:
    """Which paragraph from the ``first`` on closes a quotation that was opened before it; -1 where none does."""
    for n in range(first, min(len(texts), first + MOST_PARAGRAPHS)):
        mark = _DOUBLE_MARKS.search(texts[n])
        if mark is not None:
            closes = mark.group() in ("”", '"', "»", "''") and _closes_there(texts[n], mark.start(), mark.end())
            return n if closes else -1
    return -1


def _closes_there(text: str, at: int, end: int) -> bool:
    """Whether the first mark of a paragraph can close."""
    if text[end : end + 1].isalnum() or not text[:at].strip():
        return False
    return not text[at - 1].isspace() or text[at:end] == "''" or len(_DOUBLE_MARKS.findall(text)) % 2 == 1


#: Words that lost their beginning, which an apostrophe stands for.
_ELIDED = regex(r"['‘](?:\d\ds?|em|tis|twas|cause|til|n)\b")
#: Words that only somebody who is quoted says, in a paragraph without quotation marks: a letter or a post, set apart.
_FIRST_PERSON = regex(r"(?:\bI\b|\b(?:my|we|our|you|your)\b|(?:^|[.!?] )(?:My|We|Our|You|Your)\b)(?![.&-])")
_PERSONS = listed("i my we our you your")


def direct_speech(text: str, found: Sequence[Quotation] = ()) -> tuple[Quotation, ...]:
    """The whole paragraph, where it is somebody's own words without quotation marks: a letter or a post, set apart.

    found: what stands in quotation marks in it; given back where the paragraph is not such a one.
    """
    if any(map(text.__contains__, _DOUBLE)):
        return tuple(found)
    for match in () if _PERSONS.isdisjoint(said_once(text)) else _FIRST_PERSON.finditer(text):
        if not any(q.start <= match.start() < q.end for q in found):
            return (Quotation(0, len(text), marked=False),)
    return tuple(found)


def _opens_single(text: str, at: int, mark: str) -> bool:
    """Whether a single mark opens a quotation, and is no apostrophe: it has to be closed later."""
    if mark == "’" or not _begins(text, at):
        return False
    return not _ELIDED.match(text, at) and _last_closing(text, mark) > at


@lru_cache(maxsize=16)
def _last_closing(text: str, mark: str) -> int:
    """Where the last mark stands that can close what a single mark opens; -1 where none does."""
    closers = _CLOSERS[mark]
    found = (m.start() for m in _MARKS.finditer(text) if m.group() in closers and _ends(text, m.start()))
    return max((at for at in found if not _apostrophe(text, at)), default=-1)


@lru_cache(maxsize=16)
def _last_end(text: str) -> int:
    """Where the last single mark stands that comes close after a word or a sign; -1 where none does."""
    return max((m.start() for m in _MARKS.finditer(text) if m.group() in "'’" and _ends(text, m.start())), default=-1)


def _apostrophe(text: str, at: int) -> bool:
    """Whether a single mark after a word is a plural's genitive ("the imperialists’ moves") and no closing mark."""
    return text[at - 1] in "sS" and _LOWER_NEXT.match(text, at + 1, at + 3) is not None and _last_end(text) > at


def within(quotes: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    """The parts of a paragraph's quotations that stand in ``start`` to ``end``, counted from ``start``.

    quotes: in order, not overlapping.
    """
    if not quotes:
        return ()
    first = bisect_right(quotes, start, key=_end_of)
    return tuple(
        Quotation(
            max(quote.start, start) - start,
            min(quote.end, end) - start,
            opens=quote.opens and quote.start >= start,
            closes=quote.closes and quote.end <= end,
            marked=quote.marked,
        )
        for quote in takewhile(lambda quote: quote.start < end, islice(quotes, first, None))
    )


def _end_of(quote: Quotation) -> int:
    return quote.end
