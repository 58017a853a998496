"""Which happening a time or a place belongs to: the verb or the noun that governs it."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.prose.words import lexicon
from reader.story import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[,;:.()—–!?“”\"]|--")
_STOP = frozenset(
    "a an the this that these those his her its their our my your on in at by of to for from with and or but as it he she "
    "they we was were is are be been has have had late early last next about around some more than also not".split()
)

#: Past forms that don't end in "ed", and forms that news uses without an auxiliary.
_PAST = frozenset(
    "said met won lost held took made came went left told began became found gave sent shot struck hit flew fell rose built "
    "bought sold paid fought led drew ran saw knew got put set cut read spoke wrote drove broke chose stole threw born beat "
    "bore bid bled blew brought burst caught cost crept dealt dug did fed felt fled forgot forgave froze grew hung heard hid "
    "hurt kept laid lay lent let lit meant overthrew quit rode rang sank sang sat shook shut slept slid sought spent split "
    "spread stood stuck stung swept swore swam swung taught tore thought understood undertook upheld withdrew wore wound "
    "overtook oversaw foresaw withheld sued died".split()
)
_TO = frozenset(
    ("to", "will", "would", "can", "could", "must", "should", "may", "might", "shall", "did", "didn't", "won't")
)

#: Verbs of saying: one person says many things on many days, so the same verb is not the same happening.
SAYING = frozenset(
    lexicon("en").key(w)
    for w in "say tell add note according report write claim state call ask speak comment post tweet warn argue insist think describe show".split()
)

#: Words for one happening that the lexicon keeps apart, one line each: verbs of a vote, of arriving, of taking place.
_SAME = {
    lexicon("en").key(word): line.split()[0]
    for line in (
        "pass passed passing passage approve approved adopt adopted vote voted voting",
        "arrive arrived arriving land landed arrival",
        "happen happened occur occurred place",
        "die died death killed kill killing",
        "publish published release released appear appeared",
        "say interview statement remarks remark email e-mail speech letter message tweet op-ed briefing",
        "sign signed signing signature",
        "strike struck hit",
        "open opened opening start started begin began",
        "apologize apologized apology apologizing",
    )
    for word in line.split()
}


#: Nouns for happenings: a time right after one is the time of it.
_EVENTS = frozenset(
    lexicon("en").key(w)
    for w in (
        "interview statement speech remark briefing meeting talk vote attack raid ceremony debate hearing trial game match "
        "election poll referendum funeral summit visit trip protest rally march strike crash quake earthquake tremor explosion "
        "blast shooting bombing fire blaze storm concert conference announcement report ruling verdict arrest death murder "
        "killing resignation launch opening release wedding birthday inauguration deadline inspection collapse flood "
        "eruption accident incident collision primary caucus session event festival parade race final"
    ).split()
)


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((m.group(), m.start(), m.end()) for m in _WORD.finditer(text))


def kind(word: str) -> str:
    """The happening that a word names, one for all forms and synonyms of it."""
    english = lexicon("en")
    key = english.key(word)
    if key in _SAME:
        return _SAME[key]
    group = english.groups.get(key, key)
    return "say" if group in SAYING or key in SAYING else group


def is_verb(words: tuple[tuple[str, int, int], ...], at: int) -> bool:
    """Whether a word reads as a verb: a past form, an -ing form, or a form after "to", "will" and the like."""
    word = words[at][0].lower().replace("’", "'")
    if not word[0].isalpha() or word in _STOP:
        return False
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and not word.endswith("eed")):
        return True
    if word.endswith("ing") and len(word) > 5 and words[at][0].islower():
        return True
    return at > 0 and words[at - 1][0].lower() in _TO


@lru_cache(maxsize=16384)
def governors(text: str, span: Span) -> frozenset[str]:
    """What happened at a time, as far as the words beside it tell: a verb on either side, or the noun it follows.

    Empty where nothing near says so.
    """
    words = _tokens(text)
    before = [i for i, w in enumerate(words) if w[2] <= span.start]
    after = [i for i, w in enumerate(words) if w[1] >= span.end]
    found: set[str] = set()
    opening = not [i for i in before if words[i][0][0].isalpha() and words[i][0].lower() not in _STOP]
    beside = next((i for i in reversed(before) if words[i][0].lower() not in _STOP), None)
    if (
        beside is not None
        and words[beside][0][0].isalpha()
        and lexicon("en").key(words[beside][0]) in _EVENTS
        and not is_verb(words, beside)
    ):
        return frozenset({kind(words[beside][0])})
    if after and is_verb(words, after[0]) and not words[after[0]][0].endswith("ing"):
        return frozenset({kind(words[after[0]][0])} if before and not opening else found | {kind(words[after[0]][0])})
    if opening:
        verb = next((i for i in after if is_verb(words, i)), None)
    else:
        verb = None
        for i in reversed(before):
            if words[i][0] in ";:—–--" and words[i][0] != ",":
                break
            if is_verb(words, i):
                verb = i
                break
        if verb is None:
            verb = next((i for i in after if is_verb(words, i)), None)
    if verb is not None:
        found.add(kind(words[verb][0]))
    return frozenset(found)
