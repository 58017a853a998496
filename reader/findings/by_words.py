"""Negation, certainty and amounts in languages that have words for them in their lexicon, and no grammar.

Little is known of such a language, so little is compared: two sentences of nearly the same words, of which one has a
word that says no, or how sure, or another amount, between two words that both have.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings.finding import Strength, Type
from reader.findings.matter import keys, shared
from reader.findings.pair import Disagreement, Told, quoted
from reader.frozen import NamedTuple
from reader.prose.kept import compiled
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: How much of the smaller sentence's matter the other must have, and how many words at least.
LEAST_ALIKE = 0.75
LEAST_SHARED = 4
#: The share that such a difference would be called a contradiction too; not counted, for want of labelled stories.
CONFIDENCE = 0.6
#: So many characters around a word are shown, at most.
LONGEST = 70


class Marked(NamedTuple):
    """A word that says no, how sure, or how many, with what it says."""

    value: str
    start: int
    end: int


_VALUES = {Type.POLARITY: ("not", "stated"), Type.CERTAINTY: ("in doubt", "stated")}


@lru_cache(maxsize=16)
def _forms(language: str, kind: Type) -> tuple[re.Pattern[str], Mapping[str, str]] | None:
    """A pattern for the words of one kind, and what each says; None where the lexicon has none."""
    words = lexicon(language)
    if kind is Type.QUANTIFIER:
        said = {word: line.split()[-1] for line in words.amounts for word in _of(line)}
    else:
        said = dict.fromkeys(words.negations if kind is Type.POLARITY else words.hedges, _VALUES[kind][0])
    if not said:
        return None
    longest_first = sorted(said, key=lambda word: (-len(word), word))
    return compiled(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE), said


def _of(line: str) -> tuple[str, ...]:
    """The words of a line: one of several words where it begins with an article, else each of its own."""
    return (line,) if line.startswith(("die ", "la ")) else tuple(line.split())


@lru_cache(maxsize=16384)
def marked(text: str, language: str, kind: Type) -> tuple[Marked, ...]:
    """The words of one kind in a sentence."""
    found = _forms(language, kind)
    if found is None:
        return ()
    pattern, said = found
    return tuple(Marked(said[m.group().lower()], *m.span()) for m in pattern.finditer(text))


def speaks(told: Told, kind: Type) -> bool:
    """Whether a sentence in a language without rules of its own has a word of the kind."""
    return told.language != "en" and bool(marked(told.text, told.language, kind))


def compare(a: Told, b: Told, kind: Type) -> Iterator[Disagreement]:
    """Where one of two nearly equal sentences says no, is in doubt, or names another amount."""
    if a.language != b.language or a.language == "en":
        return
    ours, theirs = marked(a.text, a.language, kind), marked(b.text, b.language, kind)
    if len(ours) > 1 or len(theirs) > 1 or not (ours or theirs):
        return
    both = shared(a, b)
    smaller = min(len(keys(a.text, a.language)), len(keys(b.text, b.language)))
    if len(both) < LEAST_SHARED or len(both) < LEAST_ALIKE * smaller:
        return
    found = _amounts(a, ours, b, theirs) if kind is Type.QUANTIFIER else _one_sided(a, ours, b, theirs, kind)
    if found is not None:
        strength = Strength.CONFLICT if kind is Type.POLARITY else Strength.DISCREPANCY
        (x, value_x), (y, value_y) = found
        rule = f"a word for it in one of two nearly equal sentences ({a.language})"
        gist = " ".join(sorted(both)[:2])
        yield Disagreement(kind, strength, x, y, value_x, value_y, "", rule, CONFIDENCE, gist)


_Found = tuple[tuple[Span, str], tuple[Span, str]]


def _amounts(a: Told, ours: tuple[Marked, ...], b: Told, theirs: tuple[Marked, ...]) -> _Found | None:
    """Two amounts of the same: the word after both is one."""
    if not ours or not theirs or ours[0].value == theirs[0].value:
        return None
    x, y = _following(a, ours[0].end), _following(b, theirs[0].end)
    if x is None or y is None or x[0] != y[0]:
        return None
    return (Span(ours[0].start, x[1]), ours[0].value), (Span(theirs[0].start, y[1]), theirs[0].value)


def _following(told: Told, at: int) -> tuple[str, int] | None:
    return next(((w.key, w.end) for w in lexicon(told.language).words(told.text) if w.start >= at), None)


def _one_sided(a: Told, ours: tuple[Marked, ...], b: Told, theirs: tuple[Marked, ...], kind: Type) -> _Found | None:
    """A word in one sentence, between two words that stand together in the other without it."""
    if ours and theirs:
        return None
    one, other, word = (a, b, ours[0]) if ours else (b, a, theirs[0])
    if quoted(one, word.start):
        return None
    known = {w.key for w in lexicon(other.language).words(other.text)}
    words = [w for w in lexicon(one.language).words(one.text) if w.key in known]
    before = [w for w in words if w.end <= word.start]
    after = [w for w in words if w.start >= word.end]
    if not before or not after or after[0].end - before[-1].start > LONGEST:
        return None
    start = [w for w in lexicon(other.language).words(other.text) if w.key == before[-1].key]
    span = next(
        (
            Span(x.start, y.end)
            for x in start
            for y in lexicon(other.language).words(other.text)
            if y.key == after[0].key and 0 < y.end - x.start <= LONGEST and x.end <= y.start
        ),
        None,
    )
    if span is None or quoted(other, span.start):
        return None
    here = Span(before[-1].start, after[0].end), _VALUES[kind][0]
    there = span, _VALUES[kind][1]
    return (here, there) if ours else (there, here)
