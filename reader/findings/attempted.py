"""What one version says was tried and another says was done: "attempted to flee" beside "fled"."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings import clause
from reader.findings.happening import PAST
from reader.findings.matter import keys, matter
from reader.findings.pair import Told, quoted
from reader.frozen import NamedTuple
from reader.prose.polarity import negations
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.prose.words import Word

_TRIED = regex(
    r"\b(?:attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|sought|seeks?|seeking)(?: \w+ly)? to (?:\w+ly )?"
    r"(?P<verb>[a-z]{3,})"
)
#: One of these words is in every such form.
TRYING = listed("attempt attempts attempted attempting try tries tried trying sought seek seeks seeking")
#: What is tried and done in any story, mostly more than once.
_ANY_DAY = listed("get make find keep help take have be reach contact call say tell talk work put give use do look")
#: Words before a verb that keep it from saying that somebody did it.
_NOT_DONE = regex(
    r"\b(?:to|not|never|will|would|could|can|may|might|must|should|if|before|without"
    r"|was|were|been|being|be|is|are|(?:would|could|might|may|should|must) have)(?: \w+ly)? $",
    re.IGNORECASE,
)
#: How many words of matter before a verb may name who does it, and how many after it what it is done to.
BEFORE, AFTER = 5, 1
#: So many characters before and after a verb are shown, at most.
LONGEST = 40


class Attempt(NamedTuple):
    """Words that say that something was tried."""

    span: Span
    verb: Word


def attempts(text: str) -> tuple[Attempt, ...]:
    """What a sentence says was tried."""
    return () if TRYING.isdisjoint(said(text)) else _attempts(text)


@lru_cache(maxsize=16384)
def _attempts(text: str) -> tuple[Attempt, ...]:
    at = {w.start: w for w in matter(text, "en")}
    return tuple(
        Attempt(Span(*match.span()), at[match.start("verb")])
        for match in _TRIED.finditer(text)
        if match.start("verb") in at and match["verb"] not in _ANY_DAY
    )


def done(one: Told, other: Told) -> Iterator[tuple[Span, Span, str]]:
    """The words of an attempt in one sentence and of the deed in the other, with the deed's key."""
    for attempt in attempts(one.text):
        if quoted(one, attempt.span.start) or any(n.start < attempt.span.start < n.scope for n in negations(one.text)):
            continue
        for word in matter(other.text, other.language):
            if word.key == attempt.verb.key and _is_done(other, word) and _one_deed(one, attempt, other, word):
                tried = Span(attempt.span.start, clause.within(one.text, attempt.span.end, LONGEST))
                yield tried, _with_subject(other.text, word), word.key
                return


def _is_done(told: Told, word: Word) -> bool:
    """Whether a word says that something was done."""
    form = told.text[word.start : word.end]
    if not (form.endswith("ed") or form in PAST) or _NOT_DONE.search(told.text, 0, word.start):
        return False
    if quoted(told, word.start) or any(n.start < word.start < n.scope for n in negations(told.text)):
        return False
    return not any(a.verb.start == word.start for a in attempts(told.text))


def _one_deed(one: Told, attempt: Attempt, other: Told, word: Word) -> bool:
    """Whether one and the same do it, to one and the same thing where both say to what."""
    ours, theirs = matter(one.text, one.language), matter(other.text, other.language)
    who = {w.key for w in [w for w in ours if w.end <= attempt.span.start][-BEFORE:]}
    if who.isdisjoint(w.key for w in [w for w in theirs if w.end <= word.start][-BEFORE:]):
        return False
    what, of = _after(one.text, ours, attempt.verb), _after(other.text, theirs, word)
    if what and of and what.isdisjoint(of):
        return False
    return len(keys(one.text, one.language) & keys(other.text, other.language)) > 1


def _after(text: str, words: tuple[Word, ...], verb: Word) -> set[str]:
    end = clause.end(text, verb.end)
    return {w.key for w in [w for w in words if verb.end <= w.start and w.end <= end][:AFTER]}


def _with_subject(text: str, word: Word) -> Span:
    begin = clause.beginning(text, word.start)
    return Span(begin if word.start - begin <= LONGEST else word.start, clause.within(text, word.end, LONGEST))
