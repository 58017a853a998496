"""Which words differ between two texts that report the same thing.

Whole words, compared without typography, case, spelling and inflection (``reader.prose.words``). Two texts that are
nearly the same, as revisions are, are compared word by word. In two newsrooms' texts, where most small words differ
anyway, only words count that say something and that the other text doesn't have elsewhere, and nothing is marked where
there would be more marks than text, unless the other text is contained in it: then what is more is marked however long.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, pairwise

from reader.frozen import dataclass
from reader.prose.in_common import Step, steps
from reader.prose.regex import regex
from reader.prose.words import Lexicon, Word, lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


#: From this share of equal words on, two texts count as nearly the same. 1.0: all words are equal.
NEAR = 0.75
#: Equal stop words between two differing spans that are marked with them, so that a phrase is one mark.
BRIDGE = 2
#: With more than this share of the words that say something marked, nothing is: it is told in other words altogether,
MOST = 0.5
#: unless the other text lacks at most this share of its own in it: then it says all that, and more.
LACKED = 0.25
#: With at least this many words a span can be something more that is told; fewer are wording.
PHRASE = 3
#: Letters that each of two words has at least that are written as one elsewhere without a hyphen: not "a lone".
PART = 3
HYPHENS = ("-", "\N{NON-BREAKING HYPHEN}", "\N{HYPHEN}")
_BETWEEN = regex(f"[{''.join(HYPHENS)} ]")
#: Words beyond this are not compared, which bounds the time: 2,000 by 2,000 words take some 20 ms.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Wording:
    """Where two texts differ: character spans in the one and in the other, in order, not overlapping."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    new: tuple[Span, ...]  #: of the spans of ``b``, those that stand in the place of nothing: whole phrases more
    near: bool  #: nearly the same text, so that the spans show every word that differs
    same: bool  #: no word differs


@lru_cache(maxsize=4096)
def wording(a: str, b: str, language: str | None = None) -> Wording:
    """Which words differ. language: ISO 639-1, for stems and stop words."""
    words = lexicon(language)
    in_a, in_b = _words(words, a), _words(words, b)
    in_a, in_b = _put_together(in_a, a, in_b, b, words), _put_together(in_b, b, in_a, a, words)
    keys_a, keys_b = [word.key for word in in_a], [word.key for word in in_b]
    way = steps(keys_a, keys_b)
    equal = [block for block in way if block.tag == "equal"]
    kept = sum(block.a_end - block.a for block in equal)
    total = len(keys_a) + len(keys_b)
    same = 2 * kept == total
    near = total == 0 or 2 * kept / total >= NEAR
    differs_a, differs_b = [True] * len(keys_a), [True] * len(keys_b)
    for block in equal:
        differs_a[block.a : block.a_end] = [False] * (block.a_end - block.a)
        differs_b[block.b : block.b_end] = [False] * (block.b_end - block.b)
    if not near:
        telling_a, telling_b = (sum(key not in words.stop for key in keys) for keys in (keys_a, keys_b))
        differs_a = _telling(keys_a, differs_a, frozenset(keys_b), words)
        differs_b = _telling(keys_b, differs_b, frozenset(keys_a), words)
        more_a, more_b = sum(differs_a), sum(differs_b)
        if more_a > MOST * telling_a and not _contained(more_b, telling_b):
            differs_a = [False] * len(keys_a)
        if more_b > MOST * telling_b and not _contained(more_a, telling_a):
            differs_b = [False] * len(keys_b)
        elif more_a == 0 and telling_a >= PHRASE:  # all that b has more is new, wherever it stands
            differs_b = _bridged(keys_b, differs_b, words, PHRASE + BRIDGE)
            spans = _spans(in_b, differs_b)
            new = tuple(span for span, size in zip(spans, _sizes(differs_b), strict=True) if size >= PHRASE)
            return Wording((), spans, new, near, same)
    spans = _spans(in_b, _bridged(keys_b, differs_b, words))
    return Wording(
        _spans(in_a, _bridged(keys_a, differs_a, words)),
        spans,
        _new(in_b, way, spans),
        near,
        same,
    )


def _words(words: Lexicon, text: str) -> list[Word]:
    """The words of a text; the overlapping pairs of a script without spaces cut down to their new character each."""
    found: list[Word] = []
    end = 0
    for word in words.words(text)[:LONGEST]:
        found.append(Word(word.key, max(word.start, end), word.end) if word.start < end else word)
        end = word.end
    return found


def _put_together(found: list[Word], text: str, others: list[Word], other: str, words: Lexicon) -> list[Word]:
    """The words of a text, with those as one that the other text writes as one: "coast guard", "co-operation"."""
    here = {word.key for word in found}
    squeezed = _BETWEEN.sub("", text).casefold()
    wholes = {other[word.start : word.end].casefold() for word in others if word.key not in here}
    wholes = {whole for whole in wholes if whole in squeezed}
    if not wholes:
        return found
    meant = []
    for n, (one, two) in enumerate(pairwise(found)):
        between = text[one.end : two.start]
        joined = between in HYPHENS or (between == " " and min(one.end - one.start, two.end - two.start) >= PART)
        if joined and (text[one.start : one.end] + text[two.start : two.end]).casefold() in wholes:
            meant.append(n)
    if not meant:
        return found
    together = {n for n in meant if n - 1 not in meant}
    return [
        Word(words.key(text[word.start : word.end] + text[found[n + 1].start : found[n + 1].end]), word.start, end)
        if n in together and (end := found[n + 1].end)
        else word
        for n, word in enumerate(found)
        if n - 1 not in together
    ]


def _telling(keys: Sequence[str], differs: Sequence[bool], elsewhere: frozenset[str], words: Lexicon) -> list[bool]:
    """Of the words that differ, those that say something and don't stand elsewhere in the other text."""
    stands_for = words.meant
    meant = {stands_for.get(key, key) for key in elsewhere}
    return [
        differ and key not in words.stop and stands_for.get(key, key) not in meant
        for key, differ in zip(keys, differs, strict=True)
    ]


def _contained(more: int, telling: int) -> bool:
    """Whether a text is in the other with all it says, but for ``more`` of its ``telling`` words."""
    return telling >= PHRASE and more <= LACKED * telling


def _bridged(keys: Sequence[str], differs: Sequence[bool], words: Lexicon, most: int = BRIDGE) -> list[bool]:
    """The same with runs of at most so many stop words between two marks taken in."""
    found = list(differs)
    last = None
    for n, differ in enumerate(differs):
        if not differ:
            continue
        if last is not None and 0 < n - last - 1 <= most and all(key in words.stop for key in keys[last + 1 : n]):
            found[last + 1 : n] = [True] * (n - last - 1)
        last = n
    return found


def _sizes(differs: Sequence[bool]) -> list[int]:
    """How many words each mark holds, in order."""
    return [len(list(run)) for marked, run in groupby(differs) if marked]


def _new(words: Sequence[Word], blocks: Sequence[Step], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans of at least ``PHRASE`` words that were put in where nothing was taken out."""
    instead = {
        n
        for at, block in enumerate(blocks)
        if block.tag == "insert" and any(b.tag == "delete" for b in blocks[max(at - 1, 0) : at + 2])
        for n in range(block.b, block.b_end)
    }
    found = []
    for span in spans:
        inside = [n for n, word in enumerate(words) if span.start <= word.start < span.end]
        if len(inside) >= PHRASE and not instead.intersection(inside):
            found.append(span)
    return tuple(found)


def _spans(words: Sequence[Word], marked: Sequence[bool]) -> tuple[Span, ...]:
    spans: list[Span] = []
    before = False
    for word, mark in zip(words, marked, strict=True):
        if mark and before:
            spans[-1] = Span(spans[-1].start, word.end)
        elif mark:
            spans.append(Span(word.start, word.end))
        before = mark
    return tuple(spans)
