"""Is so and is not so: what one version states and another denies.

Three forms are seen. A negated word that the other version has without negation, both about the same things. A report
that one version states and of which the other says that it is false. And opposites in the same place of two sentences
that are otherwise nearly alike.
"""

from __future__ import annotations

import re

from reader.findings import by_words, clause, confidence
from reader.findings.cues import ABSENT, CAUSING, OTHERWISE, cues
from reader.findings.finding import Strength, Type
from reader.findings.matter import keys, matter, shared
from reader.findings.opposed import opposable, opposite_predicates, opposite_verbs, opposites
from reader.findings.pair import Disagreement, Told, lower, quoted
from reader.prose.polarity import (
    Denial,
    Negation,
    denials,
    is_headline,
    is_short,
    leaves_open,
    negations,
    verdicts,
)
from reader.prose.regex import regex
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.prose.words import Word


#: How much of the shorter sentence's matter has to be in the other.
LEAST_COVERED = 0.4
#: So much of it is there that only the report itself can be denied.
MOSTLY = 0.7
#: Words apart from the negated one that both must be about.
LEAST_SHARED = 2
#: Words around the negated one that both must have around it.
LEAST_NEAR = 3
#: How many words of matter around the negated one are its neighbourhood.
NEAR = 4

#: So many characters of what is denied or stated are shown, at most.
LONGEST = 90

#: What only says who said something is not the opposite of having said nothing.
_ATTRIBUTING = frozenset(
    ("said", "says", "say", "saying", "told", "tells", "added", "adds", "noted", "statement", "comment", "spokesman")
)
#: "I don't think he won" denies that he won, and not that anybody thinks.
_DOUBTED = frozenset(("think", "thinks", "believe", "believes", "want", "wants", "expect", "expects", "seem", "know"))
#: These negate who does something; what is done stands further on.
_OF_SUBJECTS = frozenset(("neither", "nor", "none of", "nobody", "no one", "without"))
_ARTICLES = frozenset(("a", "an", "the", "any", "this", "that", "as", "in", "on", "of", "for", "more", "less", "than"))
#: "Smith to play Falstaff": what headlines say for "will".
_HEADLINE_FUTURE = regex(r"[A-Z]\w{1,60} to $")
_BEING = frozenset(("am", "is", "are", "was", "were", "be", "been", "'s", "’s", "it's", "he's", "she's"))
_AUXILIARIES = _BEING | {"has", "have", "had", "will", "would", "did", "does", "being"}
_CONFIRMS = regex(r"\b(?:confirm(?:s|ed|ing)|admit(?:s|ted|ting)|acknowledg(?:es|ed|ing))\b(?: that\b)?")
#: "If he decides not to run": nobody says that he won't.
_SUPPOSED = regex(r"\b(?:if|whether|unless|in case)\b[^,.;:]{0,80}$", re.IGNORECASE)
#: "Rather than make arrests": nobody was arrested.
_IN_PLACE_OF = regex(r"\b(?:rather than|instead of)(?: \w+){0,2} $")
#: Who is charged with something is not said to have done it.
_ACCUSED = regex(
    r"\b(?:(?:accused|suspected|convicted) of|charged with|on suspicion|on trial|alleg(?:ed|edly|es))\b", re.IGNORECASE
)
_NAMES_IT = regex(r"den|refut|disput", re.IGNORECASE)


_PLEA = regex(
    r"den(?:y|ies|ied|ying) (?:any |the )?(?P<what>arson|murder|manslaughter|theft|fraud|rape|assault|robbery|burglary"
    r"|charges?|wrongdoing|guilt)\b",
    re.IGNORECASE,
)


def speaks(told: Told) -> bool:
    """Whether a sentence has words that another can oppose; both must."""
    return told.language == "en" and opposable(told.text, verdicts())


def speaks_alone(told: Told) -> bool:
    """Whether a sentence denies something; one of the two must, or both speak."""
    if told.language != "en":
        return by_words.speaks(told, Type.POLARITY)
    text = told.text
    return bool(
        negations(text)
        or denials(text)
        or (is_short(text) and denials(text, headline=True))
        or _absent(text)
        or _otherwise(text)
    )


def _otherwise(text: str) -> bool:
    """Whether a sentence may say that something is natural, or that it is wrong to see a cause in something."""
    return cues(text) & (CAUSING | OTHERWISE) == CAUSING | OTHERWISE


def _absent(text: str) -> bool:
    """Whether a sentence says that there is no evidence, or no effect. What reads that is seldom needed."""
    if not cues(text) & ABSENT:
        return False
    from reader.findings import absent

    return absent.tells(text)


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Where one states what the other denies."""
    if a.language != "en" or b.language != "en":
        yield from by_words.compare(a, b, Type.POLARITY)
        return
    both = shared(a, b)
    if len(both) < LEAST_SHARED:
        yield from _causes(a, b)
        return
    found = list(_negated(a, b, both)) or list(_denied(a, b, both)) or list(opposite_verbs(a, b))
    if not found and (_absent(a.text) or _absent(b.text)):
        from reader.findings import absent

        found = list(absent.compare(a, b))
    found = found or list(_causes(a, b)) or list(opposite_predicates(a, b))
    yield from found
    if not found:
        yield from opposites(a, b, verdicts(), Type.POLARITY, Strength.CONFLICT, "opposites in the same place")


def _causes(a: Told, b: Told) -> Iterator[Disagreement]:
    """What one says is caused by something and the other isn't, or by something else."""
    if cues(a.text) & cues(b.text) & CAUSING:
        from reader.findings import cause

        yield from cause.compare(a, b)


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
            if head is None or head.key not in both or _SUPPOSED.search(one.text, 0, negation.start):
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
            if len(near) < max(1, least) or quoted(one, negation.start) or quoted(other, word.start):
                continue
            if leaves_open(other.text) or _negated_too(other, one.text[negation.start : head.end]):
                continue
            no, yes = Span(negation.start, head.end), Span(*_with_verb(other.text, word))
            yield _disagree(
                no, yes, f"not {head.key}", head.key, turned, "negated in one version only", confidence.NEGATED
            )
            return


def _negated_too(told: Told, words: str) -> bool:
    """Whether a version says elsewhere what one of its sentences seems to oppose: "never been divorced"."""
    return words.lower() in lower(told.whole)


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
            if is_headline(told.text):
                if word.key[0].isdigit():
                    continue
                return word if len(between) <= 2 else None
            if word.key[0].isdigit() or len(between) > 2 or any(w in _ARTICLES for w in between):
                return None
            return word
    return None


def _can_state(told: Told, word: Word) -> bool:
    """Whether a word says that something is so, and not only who said it; no part of a compound ("play-off")."""
    if told.text[word.start : word.end].lower() in _ATTRIBUTING or told.text[word.end : word.end + 1] == "-":
        return False
    return _IN_PLACE_OF.search(told.text, 0, word.start) is None


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
            or _ACCUSED.search(other.text)
        ):
            continue
        if any(n.end < here[0].start < n.scope for n in negations(one.text)):
            continue
        plea = _PLEA.match(one.text, here[0].start)
        if plea and plea["what"].lower() not in other.text.lower():
            continue  # somebody denies a crime, and not what the other tells
        if quoted(one, here[0].start) or not _denies_it(one, here[0], both, _covered(a, b, both)):
            continue
        stated = [w for w in matter(other.text, other.language) if w.key in both]
        confirms = _CONFIRMS.search(other.text)
        yes = _stated(other.text, confirms, stated)
        no = Span(here[0].start, clause.within(one.text, here[0].end, LONGEST))
        about = " ".join(sorted({w.key for w in stated})[:2])
        sure = confidence.DENIED_IN_HEADLINE if short else confidence.DENIED
        yield _disagree(no, yes, "denied", "stated", turned, "denied in one version, stated in the other", sure, about)
        return


def _stated(text: str, confirms: re.Match[str] | None, stated: Sequence[Word]) -> Span:
    """The words that state what the other version denies."""
    if confirms:
        return Span(confirms.start(), clause.within(text, confirms.end(), LONGEST))
    last = [w.end for w in stated if w.end - stated[0].start <= LONGEST]
    return Span(stated[0].start, last[-1] if last else stated[0].end)


def _denies_it(told: Told, denial: Denial, both: frozenset[str], covered: float) -> bool:
    """Whether a denial that names what it denies ("denied owning a boat") names what both are about."""
    if not _NAMES_IT.match(told.text, denial.start):
        return True
    named = [w.key for w in matter(told.text, told.language) if w.start > denial.start]
    if is_short(told.text):
        return (covered >= MOSTLY and len(both) > LEAST_SHARED) or any(key in both for key in named[:1])
    end = clause.end(told.text, denial.end)
    said = [w for w in matter(told.text, told.language) if denial.start < w.start < end][:NEAR]
    if not said or said[0].key not in both or all(told.text[w.start].isupper() for w in said if w.key in both):
        return False
    return sum(w.key in both for w in said) >= LEAST_SHARED


def _disagree(
    no: Span, yes: Span, value_no: str, value_yes: str, turned: bool, rule: str, confidence: float, about: str = ""
) -> Disagreement:
    a, b, value_a, value_b = (yes, no, value_yes, value_no) if turned else (no, yes, value_no, value_yes)
    return Disagreement(Type.POLARITY, Strength.CONFLICT, a, b, value_a, value_b, "", rule, confidence, about)
