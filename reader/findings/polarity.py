"""Is so and is not so: what one version states and another denies.

Three forms are seen. A negated word that the other version has without negation, both about the same things. A report
that one version states and of which the other says that it is false. And opposites in the same place of two sentences
that are otherwise nearly alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from reader.findings.finding import Strength, Type
from reader.findings.matter import keys, matter, shared
from reader.findings.pair import Disagreement, Told
from reader.prose.polarity import (
    Denial,
    Negation,
    Opposites,
    denials,
    is_headline,
    is_short,
    leaves_open,
    negations,
    opposites_of,
    qualities,
    verdicts,
)
from reader.prose.tokens import Token, tokens
from reader.story import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.prose.words import Word

#: How much of the shorter sentence's matter has to be in the other.
LEAST_COVERED = 0.4
#: Words apart from the negated one that both must be about.
LEAST_SHARED = 2
#: Words around the negated one that both must have around it.
LEAST_NEAR = 3
#: How many words of matter around the negated one are its neighbourhood.
NEAR = 4
#: How much of two sentences has to be word for word the same, for opposites in the same place to be told of one thing.
LEAST_ALIKE = 0.6
#: In sentences this short a single word of the other's matter is half of it.
LONGEST_GAP = 3

#: What only says who said something is not the opposite of having said nothing.
_ATTRIBUTING = frozenset(
    ("said", "says", "say", "saying", "told", "tells", "added", "adds", "noted", "statement", "comment", "spokesman")
)
#: "I don't think he won" denies that he won, and not that anybody thinks.
_DOUBTED = frozenset(("think", "thinks", "believe", "believes", "want", "wants", "expect", "expects", "seem", "know"))
#: These negate who does something; what is done stands further on.
_OF_SUBJECTS = frozenset(("neither", "nor", "none of", "nobody", "no one", "without"))
_ARTICLES = frozenset(("a", "an", "the", "any", "this", "that", "as", "in", "on", "of", "for", "more", "less", "than"))
_VERBS = """
confirmed/denied confirms/denies confirm/deny won/lost wins/loses allowed/banned permitted/banned rose/fell
increased/decreased rejected/accepted rejected/approved rejects/approves accepts/rejects supported/opposed
supports/opposes passed/failed upheld/overturned acquitted/convicted survived/died opened/closed granted/denied
"""
_OPPOSED = opposites_of(_VERBS)
#: "Smith to play Falstaff": what headlines say for "will".
_HEADLINE_FUTURE = re.compile(r"[A-Z]\w+ to $")
_BEING = frozenset(("am", "is", "are", "was", "were", "be", "been", "'s", "’s", "it's", "he's", "she's"))
_AUXILIARIES = _BEING | {"has", "have", "had", "will", "would", "did", "does", "being"}
_NAMES_IT = re.compile(r"den|refut|disput", re.IGNORECASE)


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Where one states what the other denies."""
    if a.language != "en" or b.language != "en":
        return
    both = shared(a, b)
    if len(both) < LEAST_SHARED:
        return
    found = list(_negated(a, b, both)) or list(_denied(a, b, both)) or list(_verdicts(a, b))
    yield from found
    if not found:
        yield from opposites(a, b, verdicts(), Type.POLARITY, Strength.CONFLICT, "opposites in the same place")


def _covered(a: Told, b: Told, both: frozenset[str]) -> float:
    smaller = min(len(keys(a.text, a.language)), len(keys(b.text, b.language)))
    return len(both) / smaller if smaller else 0.0


def _negated(a: Told, b: Told, both: frozenset[str]) -> Iterator[Disagreement]:
    if not (negations(a.text) or negations(b.text)) or _covered(a, b, both) < LEAST_COVERED:
        return
    short = _headlines(a, b)
    for one, other, turned in ((a, b, False), (b, a, True)):
        for negation in negations(one.text):
            head = _head(one, negation)
            if head is None or head.key not in both:
                continue
            stated = [w for w in matter(other.text, other.language) if w.key == head.key]
            if (
                not stated
                or any(_turned(other, w) for w in stated)
                or any(w.key == head.key and not _turned(one, w) for w in matter(one.text, one.language))
            ):
                continue
            stated = [w for w in stated if _can_state(other, w)]
            if not stated:
                continue
            word = stated[0]
            if not _finite(other.text, word):
                continue
            near = _near(one, head) & _near(other, word)
            if (
                None not in (subjects := {_subject(one, head), _subject(other, word)})
                and len(subjects) > 1
                and not short
            ):
                continue
            least = (1 if short else LEAST_NEAR) - (_subject(one, head) == _subject(other, word) is not None)
            if len(near) < max(1, least) or _quoted(one, negation.start) or _quoted(other, word.start):
                continue
            if leaves_open(other.text):
                continue
            no, yes = Span(negation.start, head.end), Span(*_with_verb(other.text, word))
            yield _disagree(no, yes, f"not {head.key}", head.key, turned, "negated in one version only", 0.7)
            return


def _head(told: Told, negation: Negation) -> Word | None:
    """The verb or adjective that a negation turns: the first word of matter after it, adverbs left out."""
    if told.text[negation.start : negation.end].lower() in _OF_SUBJECTS:
        return None
    for word in matter(told.text, told.language):
        if word.start >= negation.end and word.start < negation.scope:
            said = told.text[word.start : word.end].lower()
            if said.endswith("ly"):
                continue
            between = told.text[negation.end : word.start].lower().split()
            if told.text[word.start].isupper() and not is_headline(told.text):
                return None
            if said in _DOUBTED or " until " in told.text[word.end : negation.scope]:
                return None
            if word.key[0].isdigit() or len(between) > 2 or any(w in _ARTICLES for w in between):
                return None
            return word
    return None


def _can_state(told: Told, word: Word) -> bool:
    """Whether a word says that something is so, and not only who said it; no part of a compound ("play-off")."""
    return told.text[word.start : word.end].lower() not in _ATTRIBUTING and told.text[word.end : word.end + 1] != "-"


def _finite(text: str, word: Word) -> bool:
    """Whether a word can state something: no infinitive, and no "-ing" without "is"."""
    said = text[word.start : word.end].lower()
    before = [w.lower() for w in text[: word.start].split()[-3:]]
    if before and before[-1] == "not":
        return False
    if before and before[-1] == "to" and not _HEADLINE_FUTURE.search(text, 0, word.start):
        return False
    return not said.endswith("ing") or any(w in _BEING for w in before)


def _subject(told: Told, word: Word) -> str | None:
    """The last name before a word; None where there is none."""
    before = [w for w in matter(told.text, told.language) if w.end <= word.start and told.text[w.start].isupper()]
    return before[-1].key if before else None


def _headlines(one: Told, other: Told) -> bool:
    """Whether the two are as short as headlines, and one of them is one."""
    return is_short(one.text) and is_short(other.text) and (is_headline(one.text) or is_headline(other.text))


def _turned(told: Told, word: Word) -> bool:
    """Whether a word stands in the scope of a negation or beside a denial."""
    return any(n.start < word.start < n.scope for n in negations(told.text)) or bool(
        denials(told.text, headline=is_headline(told.text))
    )


def _near(told: Told, word: Word) -> frozenset[str]:
    """What stands around a word."""
    words = matter(told.text, told.language)
    at = words.index(word)
    return frozenset(w.key for w in words[max(0, at - NEAR) : at + NEAR + 1] if w.key != word.key)


def _quoted(told: Told, at: int) -> bool:
    return any(q.start <= at < q.end for q in told.quotes)


def _with_verb(text: str, word: Word) -> tuple[int, int]:
    """A stated word with the auxiliary before it."""
    head = text[: word.start].rsplit(" ", 3)
    start = word.start
    for part in reversed(head[1:]):
        if part.lower() in _AUXILIARIES:
            start -= len(part) + 1
        elif part:
            break
    return max(0, start), word.end


def _denied(a: Told, b: Told, both: frozenset[str]) -> Iterator[Disagreement]:
    """One says that a report is false which the other states."""
    short = _headlines(a, b)
    if not (denials(a.text, headline=short) or denials(b.text, headline=short)):
        return
    if _covered(a, b, both) < LEAST_COVERED:
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        here = denials(one.text, headline=short)
        if (
            not here
            or denials(other.text, headline=is_headline(other.text))
            or negations(other.text)
            or leaves_open(other.text)
        ):
            continue
        if negations(one.text) and not any(n.start <= here[0].start < n.end + 1 for n in negations(one.text)):
            continue
        if _quoted(one, here[0].start) or not _denies_it(one, here[0], both):
            continue
        stated = [w for w in matter(other.text, other.language) if w.key in both]
        yes = Span(stated[0].start, stated[-1].end)
        no = Span(here[0].start, here[0].end)
        yield _disagree(no, yes, "denied", "stated", turned, "denied in one version, stated in the other", 0.65)
        return


def _denies_it(told: Told, denial: Denial, both: frozenset[str]) -> bool:
    """Whether a denial that names what it denies ("denied owning a boat") names what both are about."""
    if not _NAMES_IT.match(told.text, denial.start):
        return True
    named = [w.key for w in matter(told.text, told.language) if w.start > denial.start][:NEAR]
    if is_short(told.text):
        return any(key in both for key in named)
    return named[:1] != [] and named[0] in both and sum(key in both for key in named) >= LEAST_SHARED


def _disagree(
    no: Span, yes: Span, value_no: str, value_yes: str, turned: bool, rule: str, confidence: float
) -> Disagreement:
    a, b, value_a, value_b = (yes, no, value_yes, value_no) if turned else (no, yes, value_no, value_yes)
    return Disagreement(Type.POLARITY, Strength.CONFLICT, a, b, value_a, value_b, "", rule, confidence)


def _verdicts(a: Told, b: Told) -> Iterator[Disagreement]:
    """Verbs that are opposites, of one subject and about the same things: "confirmed the deal", "denied the deal"."""
    theirs = _opposable(b.text)
    for x in _opposable(a.text) if theirs else ():
        for y in theirs:
            if y.word not in _OPPOSED[x.word] or _negative(a, x) != _negative(b, y):
                continue
            if _quoted(a, x.start) != _quoted(b, y.start):
                continue
            one, other = _beside(a, x), _beside(b, y)
            if one[0] and one[0] == other[0] and len(one[1] & other[1]) >= LEAST_SHARED:
                yield Disagreement(
                    Type.POLARITY,
                    Strength.CONFLICT,
                    Span(x.start, x.end),
                    Span(y.start, y.end),
                    x.word,
                    y.word,
                    "",
                    "opposite verbs of the same subject",
                    0.75,
                )
                return


@lru_cache(maxsize=16384)
def _opposable(text: str) -> tuple[Token, ...]:
    """The verbs of a sentence that have an opposite."""
    return tuple(t for t in tokens(text) if t.word in _OPPOSED)


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
    there = _words(b.text)
    if not any(word in pairs and not pairs[word].isdisjoint(there) for word in _words(a.text)):
        return
    ours, theirs = tokens(a.text), tokens(b.text)
    one, other = [t.word for t in ours], [t.word for t in theirs]
    if Indel.normalized_similarity(one, other) < LEAST_ALIKE:
        return
    gap: tuple[int, int, int, int] | None = None
    gaps: list[tuple[int, int, int, int]] = []
    for op in Indel.opcodes(one, other):
        if op.tag == "equal":
            gap = None
            continue
        if gap is not None:
            gaps.pop()
            gap = (gap[0], op.src_end, gap[2], op.dest_end)
        else:
            gap = (op.src_start, op.src_end, op.dest_start, op.dest_end)
        gaps.append(gap)
    for i1, i2, j1, j2 in gaps:
        if not 0 < i2 - i1 <= LONGEST_GAP or not 0 < j2 - j1 <= LONGEST_GAP:
            continue
        found = _opposed(ours[i1:i2], theirs[j1:j2], pairs)
        if found is not None:
            x, y = found
            yield Disagreement(
                kind, strength, Span(x.start, x.end), Span(y.start, y.end), x.word, y.word, "", rule, 0.8
            )


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    """The words of a sentence that have an opposite at all."""
    return frozenset(t.word for t in tokens(text) if t.word in verdicts() or t.word in qualities())


def _opposed(ours: tuple[Token, ...], theirs: tuple[Token, ...], pairs: Opposites) -> tuple[Token, Token] | None:
    for x in ours:
        for y in theirs:
            if y.word in pairs.get(x.word, ()):
                return x, y
    return None
