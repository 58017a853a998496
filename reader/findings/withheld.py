"""What one version says was not made public and another tells: who somebody was, what somebody died of.

"The names of the victims have not been released" beside "identified the victims as"; "the cause of death was not
announced" beside "died of heart failure".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.findings import clause, death
from reader.findings.matter import keys, shared
from reader.findings.pair import Told, quoted
from reader.prose.certainty import hedges
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.prose.words import lexicon
from reader.story import Span

#: What both sentences must be about for one to name whom the other leaves unnamed.
LEAST_SHARED = 3

_YET = r"(?: not|n[’']t)(?: yet| immediately)?"
_PUBLIC = r"(?:released|disclosed|given|made public|revealed|announced)"
_UNNAMED = regex(
    rf"\b(?:the )?(?:names?|identit(?:y|ies)) of (?:the )?[\w-]+[^.;:]{{0,60}}? (?:(?:has|have|had|was|were){_YET}"
    rf"|(?:has|have) yet to)(?: been| be)? {_PUBLIC}"
    rf"|\b(?:has|have|had|was|were){_YET}(?: been)? (?:publicly )?(?:identified|named)\b"
    r"|\b(?:did|would|could)(?: not|n[’']t) (?:immediately )?(?:identify|name|release the (?:name|identit)\w+ of)"
    r" the [a-z]+",
    re.IGNORECASE,
)
NAMING = listed("name names identity identities identified named identify")
_NAMED = regex(
    r"\b(?:(?:was|were|is|are|has been|have been) )?(?:identified|named) (?:the (?:[\w’'-]+ ){1,8}|[a-z]+ )?as "
    r"(?:\S+ ){0,2}?[A-Z][a-z]+ (?:[A-Z]\S* )?[A-Z]\w+"
)
#: Whom the police leave unnamed, or name.
_WHOM = listed("victim driver suspect gunman attacker passenger officer pilot soldier student teacher")
_UNEXPLAINED = regex(
    rf"\bcause of (?:[\w’']+ )?death (?:of [^.,;:]{{1,40}}? )?(?:(?:is|was|has|had|were)(?:{_YET})?(?: been)? )?"
    rf"(?:\w+ ){{0,2}}?(?:unknown|known|determined|clear|{_PUBLIC})"
    r"|\b(?:did|would|could)(?: not|n[’']t) (?:provide|give|disclose|release|say|reveal) (?:the |a )?cause of"
    r" (?:\w+ )?death",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|unknown|yet to)\b|n[’']t\b")

#: Two spans, what was read there, and the rule: of a sentence that leaves something open, and one that tells it.
Found = tuple[Span, Span, str, str, str]


def asks(text: str) -> bool:
    """Whether a sentence says that a name or a cause of death was not made public."""
    words = said(text)
    return (not NAMING.isdisjoint(words) or ("cause" in words and "death" in words)) and _asks(text)


@lru_cache(maxsize=16384)
def _asks(text: str) -> bool:
    words = said(text)
    unnamed = not NAMING.isdisjoint(words) and _UNNAMED.search(text) is not None
    return unnamed or ("cause" in words and "death" in words and _unexplained(text) is not None)


def name(one: Told, other: Told) -> Found | None:
    """ "The names of the victims have not been released" beside "identified the victims as"."""
    if NAMING.isdisjoint(said(one.text)) or NAMING.isdisjoint(said(other.text)):
        return None
    unnamed, named = _UNNAMED.search(one.text), _NAMED.search(other.text)
    if not unnamed or not named or _UNNAMED.search(other.text) or quoted(other, named.start()):
        return None
    start = clause.beginning(one.text, unnamed.start())
    whom = keys(one.text[start : unnamed.end()], "en"), keys(other.text[named.start() : named.end()], "en")
    ours, theirs = (_whom() & words for words in whom)
    if len(shared(one, other)) < LEAST_SHARED or (ours and theirs and not ours & theirs):
        return None
    if not (ours or theirs) and not whom[0] & whom[1]:
        return None
    rule = "left open in one version, named in the other"
    return Span(start, unnamed.end()), Span(*named.span()), "in doubt", "stated", rule


@cache
def _whom() -> frozenset[str]:
    words = lexicon("en")
    return frozenset(words.groups.get(key, key) for key in map(words.key, _WHOM))


def cause(one: Told, other: Told) -> Found | None:
    """ "The cause of death was not announced" beside "died of heart failure"."""
    if "cause" not in said(one.text) or not death.tells(other, death.CAUSE) or death.tells(one, death.CAUSE):
        return None
    unknown, told = _unexplained(one.text), death.cause(other.text)
    if unknown is None or told is None or quoted(other, told.start) or hedges(other.text):
        return None
    rule = "left open in one version, answered in the other"
    return (unknown, told, "in doubt", "stated", rule) if death.named_in(one, other) else None


def _unexplained(text: str) -> Span | None:
    """Where a sentence says that a cause of death is not known."""
    found = _UNEXPLAINED.search(text)
    return Span(*found.span()) if found and _NOT.search(text, found.start(), found.end()) else None
