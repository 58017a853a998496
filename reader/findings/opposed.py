"""Opposites: words that are each other's contrary, in the same place of two sentences or of the same subject."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from reader.findings import clause, confidence
from reader.findings.finding import Strength, Type
from reader.findings.matter import matter
from reader.findings.pair import Disagreement, Told, quoted
from reader.prose.in_common import alike, steps
from reader.prose.polarity import Opposites, negations, opposites_of, qualities, verdicts
from reader.prose.regex import regex
from reader.prose.tokens import Token, spoken, tokens, words, written
from reader.prose.word_lists import said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How much of two sentences has to be word for word the same, for opposites in the same place to be of one thing.
LEAST_ALIKE = 0.6
_ROUNDING = 1e-6
#: No more words than this stand in the same place on either side.
LONGEST_GAP = 3
#: What two opposite verbs must have around them in common, and how many words around them are looked at.
LEAST_SHARED = 2
NEAR = 4
#: So many characters after a verb are shown, at most.
LONGEST = 70

_VERBS = """
confirmed/denied confirms/denies confirm/deny won/lost wins/loses allowed/banned permitted/banned rose/fell
increased/decreased rejected/accepted rejected/approved rejects/approves accepts/rejects supported/opposed
supports/opposes increased/reduced increased/cut raised/lowered raised/cut raised/reduced strengthened/weakened
improved/worsened gained/lost passed/failed upheld/overturned acquitted/convicted survived/died opened/closed
granted/denied
"""
_OPPOSED = opposites_of(_VERBS)


def opposite_verbs(a: Told, b: Told) -> Iterator[Disagreement]:
    """Verbs that are opposites, of one subject and about the same things: "confirmed the deal", "denied the deal"."""
    theirs = _opposable(b.text)
    for x in _opposable(a.text) if theirs else ():
        for y in theirs:
            if y.word not in _OPPOSED[x.word] or _negative(a, x) != _negative(b, y):
                continue
            if quoted(a, x.start) != quoted(b, y.start):
                continue
            one, other = _beside(a, x), _beside(b, y)
            if one[0] and one[0] == other[0] and len(one[1] & other[1]) >= LEAST_SHARED:
                yield Disagreement(
                    Type.POLARITY,
                    Strength.CONFLICT,
                    Span(x.start, clause.within(a.text, x.end, LONGEST)),
                    Span(y.start, clause.within(b.text, y.end, LONGEST)),
                    x.word,
                    y.word,
                    "",
                    "opposite verbs of the same subject",
                    confidence.OPPOSITE_VERBS,
                )
                return


def opposite_predicates(a: Told, b: Told) -> Iterator[Disagreement]:
    """What something is said to be, and the opposite: "the wreck is empty", "the wreck was full"."""
    theirs = _predicates(b.text) if any_opposed(a.text, b.text) else ()
    for span, word, subject, denied in _predicates(a.text) if theirs else ():
        for other, opposite, whose, too in theirs:
            if opposite in _contrary(word) and subject == whose and denied == too:
                yield Disagreement(
                    Type.POLARITY, Strength.CONFLICT, span, other, word, opposite, "",
                    "opposites of the same subject", confidence.PREDICATES, subject,
                )  # fmt: skip
                return


def _contrary(word: str) -> frozenset[str]:
    return verdicts().get(word, _NO_WORDS) | qualities().get(word, _NO_WORDS)


@lru_cache(maxsize=8192)
def _predicates(text: str) -> tuple[tuple[Span, str, str, bool], ...]:
    """The words of a sentence that have an opposite and stand after "is" and the like; each with where it stands, the
    key of what is said to be so, and whether it is denied."""
    found = []
    for match in islice(_IS.finditer(text), MOST):
        if _contrary(word := match["word"]):
            from reader.prose.trends import subject_of

            if subject := subject_of(text, match.start()):
                found.append((Span(*match.span()), word, subject, match["denied"] is not None))
    return tuple(found)


#: So many of one sentence are read.
MOST = 50
_NO_WORDS: frozenset[str] = frozenset()
_IS = regex(
    r"\b(?:is|are|was|were)(?P<denied> not|n[’']t)?"
    r"(?: (?:very|now|also|still|largely|mostly|highly|extremely|quite|so))? "
    r"(?P<word>[a-z]+)\b(?= *(?:[,.;:!?)]|$|for\b|to\b|and\b|but\b|because\b))"
)


def _opposable(text: str) -> tuple[Token, ...]:
    """The verbs of a sentence that have an opposite."""
    return (
        ()
        if _OPPOSED.keys().isdisjoint(opposable_words(text))
        else tuple(t for t in tokens(text) if t.word in _OPPOSED)
    )


def _negative(told: Told, token: Token) -> bool:
    return any(n.start <= token.start < n.scope for n in negations(told.text))


def _beside(told: Told, token: Token) -> tuple[str, frozenset[str]]:
    """The last word of matter before a verb, and what stands around it."""
    words = matter(told.text, told.language)
    before = [w.key for w in words if w.end <= token.start]
    after = [w.key for w in words if w.start >= token.end]
    return (before[-1] if before else ""), frozenset(before[-NEAR:] + after[: NEAR + 2])


def opposites(a: Told, b: Told, pairs: Opposites, kind: Type, strength: Strength, rule: str) -> Iterator[Disagreement]:
    """Opposites in the same place of two sentences that are otherwise nearly alike."""
    if not any_opposed(a.text, b.text):
        return
    there = opposable_words(b.text)
    if not any(word in pairs and not pairs[word].isdisjoint(there) for word in opposable_words(a.text)):
        return
    if not may_be_alike(a.text, b.text):
        return
    one, other = words(a.text), words(b.text)
    if not alike(one, other, LEAST_ALIKE):
        return
    ours, theirs = tokens(a.text), tokens(b.text)
    gap: tuple[int, int, int, int] | None = None
    gaps: list[tuple[int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in steps(one, other):
        if tag == "equal":
            gap = None
            continue
        if gap is not None:
            gaps.pop()
            gap = (gap[0], i2, gap[2], j2)
        else:
            gap = (i1, i2, j1, j2)
        gaps.append(gap)
    for i1, i2, j1, j2 in gaps:
        if not 0 < i2 - i1 <= LONGEST_GAP or not 0 < j2 - j1 <= LONGEST_GAP:
            continue
        found = _opposed(ours[i1:i2], theirs[j1:j2], pairs)
        if found is not None:
            x, y = found
            yield Disagreement(
                kind,
                strength,
                Span(x.start, x.end),
                Span(y.start, y.end),
                x.word,
                y.word,
                "",
                rule,
                confidence.OPPOSITES,
            )


def may_be_alike(text_a: str, text_b: str) -> bool:
    """Whether two sentences may be ``LEAST_ALIKE``, by the words that both have, in whatever order."""
    (ours, in_a), (theirs, in_b) = _counted(text_a), _counted(text_b)
    most = len(in_a & in_b) + min(ours - len(in_a), theirs - len(in_b))
    return 2 * most >= LEAST_ALIKE * (ours + theirs) - _ROUNDING


def opposed_of_a_subject(text_a: str, text_b: str) -> bool:
    """Whether two sentences have verbs that are opposites, or words for what something is, said of whatever."""
    theirs = opposable_words(text_b)
    return any(not _OPPOSED[word].isdisjoint(theirs) for word in opposable_words(text_a) if word in _OPPOSED) or bool(
        _predicates(text_a) and _predicates(text_b)
    )


@lru_cache(maxsize=16384)
def _counted(text: str) -> tuple[int, frozenset[str]]:
    """How many words a sentence has, and which, folded."""
    found = words(text)
    return len(found), frozenset(found)


def any_opposed(text_a: str, text_b: str) -> bool:
    """Whether any word of one text is an opposite of one of the other's."""
    return not contraries(text_a).isdisjoint(opposable_words(text_b))


def opposable(text: str, pairs: Opposites) -> bool:
    """Whether a sentence has a word that another can oppose, by these pairs or as a verb."""
    found = opposable_words(text)
    return not (_OPPOSED.keys().isdisjoint(found) and pairs.keys().isdisjoint(found))


def opposable_words(text: str) -> frozenset[str]:
    """The words of a sentence that have an opposite at all."""
    return words_and_contraries(text)[0]


@lru_cache(maxsize=16384)
def words_and_contraries(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a sentence that have an opposite at all, and all their opposites."""
    written_so = as_written() & said(text)
    if not written_so:
        return _NEITHER
    if _at_apostrophe(text, written_so):  # "won't" is no "won"
        found = _any_opposable().intersection(words(text))
    else:
        found = _any_opposable().intersection(map(spoken, written_so))
    tables = (verdicts(), qualities(), _OPPOSED)
    return found, frozenset().union(*[table[word] for table in tables for word in found if word in table])


def _at_apostrophe(text: str, those: frozenset[str]) -> bool:
    """Whether any of these words of a text may be part of one with an apostrophe."""
    marks = [mark for mark in "'’ʼ" if mark in text]
    if not marks:
        return False
    low = text.lower()
    return any(f"{word}{mark}" in low or f"{mark}{word}" in low for mark in marks for word in those)


_NEITHER: tuple[frozenset[str], frozenset[str]] = frozenset(), frozenset()


@lru_cache(maxsize=1)
def as_written() -> frozenset[str]:
    """Those words in all spellings: most sentences have none of them, and needn't be folded."""
    return written(_any_opposable())


@lru_cache(maxsize=1)
def _any_opposable() -> frozenset[str]:
    return frozenset((*verdicts(), *qualities(), *_OPPOSED))


def contraries(text: str) -> frozenset[str]:
    """All opposites of the words of a sentence."""
    return words_and_contraries(text)[1]


def _opposed(ours: tuple[Token, ...], theirs: tuple[Token, ...], pairs: Opposites) -> tuple[Token, Token] | None:
    for x in ours:
        for y in theirs:
            if y.word in pairs.get(x.word, ()):
                return x, y
    return None
