"""No evidence beside evidence, no effect beside what is caused, no consensus beside 97 percent who agree."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from reader.findings import clause, confidence
from reader.findings.finding import Strength, Type
from reader.findings.matter import matter
from reader.findings.pair import Disagreement, Told
from reader.frozen import NamedTuple
from reader.prose.polarity import leaves_open
from reader.prose.regex import regex
from reader.prose.trends import subject_of
from reader.prose.word_lists import listed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What both must be about, besides the noun and what it is called ("convincing").
LEAST_SHARED = 2

#: So many of one sentence are read, and so many characters after a verb are shown, at most.
MOST, LONGEST = 20, 70

_NOUN = (
    r"(?P<noun>evidence|proof|links?|connection|correlation|consensus)"
    r" (?:that|of|for|to|between|linking|with|on|about|over|among)\b"
)
_DESCRIBED = r"(?:(?!no\b|not\b|little\b|any\b)[\w“”\"’'-]+ ){0,3}?"
_ABSENT = regex(
    rf"\b(?:no|zero|little (?:or|to) no|hardly any|n[’']t any|not any|without any) {_DESCRIBED}{_NOUN}"
    r"|\b(?P<has>has|have|had) (?:no|zero|little (?:or|to) no|hardly any) "
    r"(?:\w+ ){0,2}?(?:effects?|impact|influence)\b(?! and\b)(?: (?:on|upon|over) (?P<on>[^,;:.()]{3,60}))?",
    re.IGNORECASE,
)
#: So many agree that others call it a consensus.
_AGREED = (
    r"(?P<agreed>(?:(?:8|9)\d(?:\.\d+)?|100) ?(?:%|per ?cent) of|(?:almost|nearly|virtually) (?:all|every)) "
    r"(?:[\w’'-]+ ){1,5}?(?:agree[ds]?|accept(?:s|ed)?|endorse[ds]?|concur(?:s|red)?|are convinced)\b(?! to\b)"
)
_DONE = r"(?:led to|caused|produced|contributed to|resulted in|affected)"
_PRESENT = regex(
    r"\b(?:(?:there (?:is|are|was|were)|has|have|found|finds|shows?|showed|given|provides?|provided) "
    rf"{_DESCRIBED}{_NOUN}|(?P<causes>(?:has |have )?{_DONE}|leads to|causes?|produces|affects?)\b"
    rf"(?: (?P<what>[^,;:.()]{{3,60}}))?)|{_AGREED}",
    re.IGNORECASE,
)
_PRESENT_WORDS = listed(
    "evidence proof link links connection correlation consensus led leads cause causes caused produced produces "
    "contributed resulted affected affect affects agree agreed agrees accept accepts accepted endorse endorsed "
    "endorses concur concurs concurred convinced"
)


_SAYING, _AGREEING = listed("find show"), listed("agre accept endors concur convinc percent")


class Presence(NamedTuple):
    """Something that is there or not: evidence of something, or what something does."""

    span: Span
    noun: str  #: as a key; "" for what something does
    about: frozenset[str]  #: what it is evidence of, or what is affected, as keys
    of: str  #: what has the effect, as a key


def tells(text: str) -> bool:
    """Whether a sentence says that something is not there; one of the two must."""
    return bool(_absent(text))


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Where one says that there is none of what the other tells of."""
    for one, other, turned in ((a, b, False), (b, a, True)):
        for x in _absent(one.text):
            for y in _present(other.text):
                if x.noun != y.noun or not _of_one(x, y):
                    continue
                spans, values = (x.span, y.span), (f"no {x.noun or 'effect'}", x.noun or "effect")
                if turned:
                    spans, values = spans[::-1], values[::-1]
                yield Disagreement(
                    Type.POLARITY, Strength.CONFLICT, *spans, *values, "", "none in one version only",
                    confidence.ABSENT, " ".join(sorted(x.about & y.about)[:2]),
                )  # fmt: skip
                return


def _of_one(x: Presence, y: Presence) -> bool:
    if x.noun:
        return len(x.about & y.about) >= LEAST_SHARED
    return bool(x.of) and x.of == y.of and (not x.about or bool(x.about & y.about))


def _absent(text: str) -> tuple[Presence, ...]:
    return _read(text, absent=True)


def _present(text: str) -> tuple[Presence, ...]:
    return () if _PRESENT_WORDS.isdisjoint(said(text)) else _read(text, absent=False)


@lru_cache(maxsize=8192)
def _read(text: str, *, absent: bool) -> tuple[Presence, ...]:
    if not absent and (leaves_open(text) or _absent(text)):
        return ()
    verb, done_to = ("has", "on") if absent else ("causes", "what")
    found = []
    for match in islice((_ABSENT if absent else _PRESENT).finditer(text), MOST):
        if match["noun"] or (not absent and match["agreed"]):
            noun, of = lexicon("en").key(match["noun"] or "consensus"), ""
            about = _keys(text, match.start(), len(text)) - {
                noun,
                *(() if absent or match["noun"] else _AGREEING),
                *_SAYING,
            }
        else:
            noun, of = "", subject_of(text, match.start(verb))
            about = _keys(text, *match.span(done_to)) if match[done_to] else frozenset()
        span = Span(*match.span(0))
        if of and not absent:  # the deed, with what it was done to
            span = Span(match.start(verb), clause.within(text, match.end(verb), LONGEST))
        found.append(Presence(span, noun, about, of))
    return tuple(found)


def _keys(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset([word.key for word in matter(text, "en") if start <= word.start < end])
