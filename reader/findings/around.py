"""What the words around a span say of it: whether two spans do the same work in two sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter

from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import SIGNS, listed, parts, placed, said
from reader.prose.words import lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable

    from reader.story import Span

_WORD = regex(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|[,;:.()—–!?]|-(?=\s|-)")
_PLAIN = regex(r"\w+")

#: Words that say nothing of what a sentence is about.
EMPTY = listed(
    "a an the this that these those and or but nor so yet if as than then when while where who whom whose which what "
    "of in on at by to for from with into about after before since until during between i you he she it we they me "
    "him her us them my your his its our their is are was were be been being do does did have has had will would can "
    "could shall should may might must not no also still just only there here said say says told according more most "
    "at least some around nearly over up down out off very s t re ve ll d m mr mrs ms dr"
)
_BREAKS = SIGNS | {"-"} | listed("and but while who which although whereas")

#: What befalls people, one word for each kind, with the words for it.
_ROLES = (
    (
        "dead",
        r"kill\w*|dead|die[ds]?|dying|deaths?(?!\s+(?:sentence|penalty|row|threat))|fatal\w*|lives|toll|perish\w*|slain"
        r"|drowned|murdered|claimed",
    ),
    ("hurt", r"injur\w*|wound\w*|hurt|hospitali[sz]ed|casualt\w*"),
    ("missing", r"missing|unaccounted"),
    ("arrested", r"arrest\w*|detain\w*|in custody|jailed"),
    ("rescued", r"rescu\w*|saved|freed|released"),
    ("displaced", r"displaced|homeless|evacuat\w*|fled"),
    ("living", r"population|home to|residents|inhabitants"),
)
_ROLE = regex(rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _ROLES)})\b", re.IGNORECASE)
#: How the words begin, by so many letters, of which every role has one: most sentences with a number have none.
_HEAD = itemgetter(slice(4))
_ROLE_HEADS = frozenset(
    _HEAD(stem)
    for stem in listed(
        "kill dead die died dies dying death fatal lives toll perish slain drowned murdered claimed injur wound hurt "
        "hospital casualt missing unaccounted arrest detain custody jailed rescu saved freed released displaced "
        "homeless evacuat fled population home residents inhabitants"
    )
)
#: "Arrested three men over the killing": whoever that befell is told right before.
_ARRESTING = regex(r"\b(?:arrest|detain)(?:s|ed|ing)? (?:of |the |another |at least |about )?$", re.IGNORECASE)
_BESIDE_VERB = 24
_CLAUSE_END = regex(r"[,;:()]|\b(?:and|but|while|who|which|as|after|when)\b|\.(?=\s|$)|--|[—–]")
#: So far, in characters, the word for what befell people may stand from their number.
REACH = 60


class Word(NamedTuple):
    """A content word of a sentence."""

    key: str  #: the same for synonyms, inflections and spellings
    start: int
    end: int
    clause: float  #: how many breaks stand before it


@lru_cache(maxsize=8192)
def content(text: str) -> tuple[Word, ...]:
    """The words of a sentence that say what it is about, synonyms as one, with the clause that each is in."""
    found: list[Word] = []
    clause = 0.0
    for match in _WORD.finditer(text):
        key = _key(match.group())
        if key:
            found.append(Word(key, match.start(), match.end(), clause))
        elif key is None:
            clause += 0.5 if match.group().lower() in (",", "and") else 1.0  # lists have commas too
    return tuple(found)


@lru_cache(maxsize=16384)
def _key(word: str) -> str | None:
    """What a word is about, synonyms as one; "" where it is empty, None where a clause ends with it."""
    low = word.lower()
    if low in _BREAKS:
        return None
    if low.replace("’", "'").removesuffix("'s") in EMPTY:
        return ""
    english = lexicon("en")
    key = english.key(word)
    return english.groups.get(key, key)


@lru_cache(maxsize=16384)
def weights(text: str, span: Span) -> dict[str, float]:
    """The words around a span with how near they are: 1 beside it, less with every break and every word between."""
    words = content(text)
    clause = next((w.clause for w in words if w.end > span.start), words[-1].clause if words else 0)
    before = [w for w in words if w.end <= span.start]
    after = [w for w in words if w.start >= span.end]
    found: dict[str, float] = {}
    for run in (before[::-1], after):
        for distance, word in enumerate(run):
            weight = 1.0 / (1.0 + 0.6 * abs(word.clause - clause)) / (1.0 + 0.12 * distance)
            found[word.key] = max(found.get(word.key, 0.0), weight)
    return found


def likeness(text_a: str, a: Span, text_b: str, b: Span) -> float:
    """How far the words around two spans are the same, 0..1: shared weight against the lighter side."""
    one, other = weights(text_a, a), weights(text_b, b)
    if not one or not other:
        return 0.0
    shared = sum(min(weight, other[word]) for word, weight in one.items() if word in other)
    return shared / max(0.5, min(sum(one.values()), sum(other.values())))


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """The keys of a sentence's content words."""
    return frozenset(filter(None, map(_key, parts(text)[0])))


def overlap(text_a: str, text_b: str) -> float:
    """How many of the shorter sentence's content words the other has too, 0..1."""
    one, other = words_of(text_a), words_of(text_b)
    return len(one & other) / max(1, min(len(one), len(other)))


def may_overlap(text_a: str, text_b: str, least: float, spared: int) -> bool:
    """Whether two sentences may overlap so much when a span of up to so many words is taken out of each."""
    one, other = words_of(text_a), words_of(text_b)
    return len(one & other) >= least * (min(len(one), len(other)) - spared) - _ROUNDING


_ROUNDING = 1e-6


def words_in(words: str) -> int:
    """How many words some words of a text are at most, by what stands between."""
    return len(words.split()) + words.count("-") + words.count(".")


def rest_overlap(text_a: str, a: Span, text_b: str, b: Span) -> float:
    """The overlap of what remains when two spans are taken out."""
    one, other = _rest(text_a, a), _rest(text_b, b)
    return len(one & other) / max(1, min(len(one), len(other)))


@lru_cache(maxsize=8192)
def _rest(text: str, span: Span) -> frozenset[str]:
    """The keys of a sentence's content words outside a span."""
    start, end = span
    words = content(text)
    if any(w.start < start < w.end or w.start < end < w.end for w in words):  # it cuts a word
        return words_of(f"{text[:start]} {text[end:]}")
    return frozenset([w.key for w in words if w.end <= start or w.start >= end])


def slot(text_a: str, a: Span, text_b: str, b: Span) -> int:
    """How many words to the left and right of two spans are the same in a row, at most three on each side.

    An edge that both stand at counts too.
    """
    ours, theirs = _beside(text_a, a.start, a.end), _beside(text_b, b.start, b.end)
    return _same_run(ours[0], theirs[0]) + _same_run(ours[1], theirs[1])


def frames(text: str, span: Span) -> set[Hashable]:
    """What stands around a span: two spans have one of these in common where their ``slot`` is 3 or more, and only
    there."""
    found: set[Hashable] = set()
    if (read := placed(text)) is not None:  # as ``_beside`` looks it up, which keeps what is asked again
        words, starts, ends = read
        start, end = span
        n, m, size = bisect_left(starts, start), bisect_left(starts, end), len(words)
        if (not n or ends[n - 1] <= start) and (not m or ends[m - 1] <= end):
            first, last = words[n - 1] if n else "", words[m] if m < size else ""
            if n > 2 and m + 2 < size:
                second, next_ = words[n - 2], words[m + 1]
                return {
                    (second, first, None, last),
                    (words[n - 3], second, first, None),
                    (first, None, last, next_),
                    (None, last, next_, words[m + 2]),
                }
            if n > 1:
                found.add((words[n - 2], first, None, last))
                if n > 2:
                    found.add((words[n - 3], words[n - 2], first, None))
            if m + 1 < size:
                found.add((first, None, last, words[m + 1]))
                if m + 2 < size:
                    found.add((None, last, words[m + 1], words[m + 2]))
            return found
    before, after = _before(text, span.start), _after(text, span.end)
    first, last = before[0], after[0]
    if len(before) > 1:
        found.add((before[1], first, None, last))
        if len(before) == _MOST:
            found.add((before[2], before[1], first, None))
    if len(after) > 1:
        found.add((first, None, last, after[1]))
        if len(after) == _MOST:
            found.add((None, last, after[1], after[2]))
    return found


#: So many words on each side of a span are its slot.
_MOST = 3


@lru_cache(maxsize=32768)
def _beside(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words before the beginning and after the end of a span."""
    if (read := placed(text)) is not None:
        words, starts, ends = read
        n, m = bisect_left(starts, start), bisect_left(starts, end)
        if (not n or ends[n - 1] <= start) and (not m or ends[m - 1] <= end):  # neither place cuts a word
            before = words[n - _MOST : n] if n > _MOST else words[:n]
            return before[::-1] or [""], words[m : m + _MOST] or [""]
    return _before(text, start), _after(text, end)


def _before(text: str, at: int) -> list[str]:
    """The three words before a place, the last of them first; an empty one where the text begins."""
    return _PLAIN.findall(text[:at].lower())[: -_MOST - 1 : -1] or [""]


def _after(text: str, at: int) -> list[str]:
    """The three words after a place; an empty one where the text ends."""
    return _PLAIN.findall(text[at:].lower())[:_MOST] or [""]


def _same_run(one: list[str], other: list[str]) -> int:
    count = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        count += 1
    return count


def tells_role(words: frozenset[str]) -> bool:
    """Whether any of the words of a text may be one for what befalls people, by how it begins."""
    return not _ROLE_HEADS.isdisjoint(map(_HEAD, words))


@lru_cache(maxsize=16384)
def role(text: str, span: Span, reach: int = REACH) -> str:
    """What befalls the people counted in a span: "dead", "hurt", ...; "" where nothing within reach says so."""
    if not tells_role(said(text)):
        return ""
    end = _CLAUSE_END.search(text, span.end)
    limit = min(end.start() if end else len(text), span.end + reach)
    ahead = _ROLE.search(text, span.start)  # without an end: what follows a word can change its meaning
    if ahead and ahead.start() < limit:
        if ahead.lastgroup == "dead" and _ARRESTING.search(text, max(0, span.start - _BESIDE_VERB), span.start):
            return "arrested"
        return ahead.lastgroup or ""
    start = max(0, span.start - reach)
    breaks = [m.end() for m in _CLAUSE_END.finditer(text, start, span.start)]
    found = [m.lastgroup or "" for m in _ROLE.finditer(text, breaks[-1] if breaks else start) if m.end() <= span.start]
    return found[-1] if found else ""
