"""Which happening a time or a place belongs to: the verb or the noun that governs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from reader.prose.regex import regex
from reader.prose.word_lists import listed, parts
from reader.prose.words import lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.story import Span

_STOP = listed(
    "a an the this that these those his her its their our my your on in at by of to for from with and or but as it he "
    "she they we was were is are be been has have had late early last next about around some more than also not united"
)

#: Past forms that don't end in "ed".
PAST = listed(
    "said met won lost held took made came went left told began became found gave sent shot struck hit flew fell rose "
    "built bought sold paid fought led drew ran saw knew got put set cut read spoke wrote drove broke chose stole "
    "threw born beat bore bid bled blew brought burst caught cost crept dealt dug did fed felt fled forgot forgave "
    "froze grew hung heard hid hurt kept laid lay lent let lit meant overthrew quit rode rang sank sang sat shook "
    "shut slept slid sought spent split spread stood stuck stung swept swore swam swung taught tore thought "
    "understood undertook upheld withdrew wore wound overtook oversaw foresaw withheld died"
)
_ARTICLES = frozenset(("a", "an", "the"))
_TO = listed("to will would can could must should may might shall did didn't won't")

#: Words for one happening that the lexicon keeps apart; the first word of each line names it, the noun after the colon
#: is what a reader would call it.
_KINDS = """
say:statement interview statement remarks remark email e-mail speech letter message tweet op-ed briefing
pass:vote passed passing passage approve approved adopt adopted vote voted voting
arrive:arrival arrived arriving land landed arrival
happen: happened occur occurred place
die:death died deaths killed kill killing deaths
publish:publication published released release releases
sign:signing signed signing signature
strike: struck hit
open:opening opened opening start started starting begin began begun
apologize:apology apologized apology apologizing apologise apologised
hold: held hold holds
resign:resignation resigned resignation quit
meet:meeting met meeting meets talks summit
arrest:arrest arrested detained apprehended captured
find:discovery find found discovered discovery
kidnap:kidnapping kidnapped kidnapping abducted abduction
shoot:shooting shot shooting
bear:birth born birth
marry:wedding married wedding
found:founding founded founding established establish
crash:crash crashed collided collision
attack:attack attacked raid raided
"""

#: What a reader would call what other verbs tell.
_NOUNS = """
close:closing install:installation replace:replacement launch:launch build:construction elect:election
appoint:appointment announce:announcement convict:conviction sentence:sentencing escape:escape rescue:rescue
evacuate:evacuation erupt:eruption explode:explosion collapse:collapse sink:sinking steal:theft hire:hiring
dismiss:dismissal reverse:reversal reject:rejection submit:submission inspect:inspection destroy:destruction
invade:invasion discharge:discharge graduate:graduation divorce:divorce retire:retirement indict:indictment
sell:sale buy:purchase
"""

#: Nouns for happenings: a time right after one is the time of it.
_EVENTS = listed(
    "interview statement speech remark briefing meeting talk vote attack raid ceremony debate hearing trial game "
    "match election poll referendum funeral summit visit trip protest rally march strike crash quake earthquake "
    "tremor explosion blast shooting bombing fire blaze storm concert conference announcement report ruling verdict "
    "arrest death murder killing resignation launch opening release wedding birthday inauguration deadline inspection "
    "collapse flood eruption accident incident collision primary caucus session event festival parade race final"
)

#: Verbs of saying: one person says many things on many days, so the same verb is not the same happening.
_SAYING = listed(
    "say tell add note according report write claim state call ask speak comment post tweet warn argue insist think "
    "describe show announce issue"
)


@cache
def _kinds() -> dict[str, str]:
    """Key of a word -> the kind of happening that it names."""
    found: dict[str, str] = {}
    for line in _KINDS.strip().splitlines():
        names, *words = line.split()
        name = names.split(":")[0]
        for word in (name, *words):
            found[lexicon("en").key(word)] = name
    english = lexicon("en")
    for word in _SAYING:
        found.setdefault(english.key(word), "say")
    return found


@cache
def _events() -> frozenset[str]:
    return frozenset(lexicon("en").key(word) for word in _EVENTS)


@cache
def _nouns() -> dict[str, str]:
    pairs = (line.split()[0].split(":") for line in _KINDS.strip().splitlines())
    others = (pair.split(":") for pair in _NOUNS.split())
    return {**{kind(verb): noun for verb, noun in others}, **{name: noun for name, noun in pairs if noun}}


@lru_cache(maxsize=16384)
def kind(word: str) -> str:
    """The happening that a word names, one for all forms and synonyms of it."""
    english = lexicon("en")
    key = "find" if word.lower() == "found" else english.key(word)  # the stem of "founded"
    kinds = _kinds()
    if key in kinds:
        return kinds[key]
    group = english.groups.get(key, key)
    return kinds.get(group, group)


def noun_for(word: str) -> str:
    """What a reader would call the happening that a word names: "apology" for "apologized"; "" where no table says."""
    if word.lower() in _EVENTS:
        return word.lower()
    return _nouns().get(kind(word), "")


_LIFE = regex(r"\((?P<born>[^()–—]{4,28}\d{4})\s*[–—-]\s*(?P<died>[^()–—]{4,28}\d{4})\)")


def is_verb(words: Sequence[str], at: int) -> bool:
    """Whether a word reads as a verb: a past form, an -ing form, or a form after "to", "will" and the like."""
    found = _verbal(words[at])
    return found if found is not None else _after_to(words, at)


def _after_to(words: Sequence[str], at: int) -> bool:
    """Whether a word stands after "to", "will" and the like, or after these and "not": "did not officially open"."""
    while at > 1 and (words[at - 1] == "not" or words[at - 1].endswith("ly")):
        at -= 1
    return at > 0 and words[at - 1].lower() in _TO


@lru_cache(maxsize=16384)
def _verbal(word: str) -> bool | None:
    """Whether a word reads as a verb wherever it stands; None where that hangs on the word before it."""
    low = word.lower().replace("’", "'")
    if not low[0].isalpha() or low in _STOP:
        return False
    if low in PAST or (low.endswith("ed") and len(low) > 3 and not low.endswith("eed")):
        return True
    return True if low.endswith("ing") and len(low) > 5 and word.islower() else None


@lru_cache(maxsize=16384)
def governors(text: str, span: Span) -> frozenset[str]:
    """The kinds of happening that a time or a place belongs to, as far as the words beside it tell.

    That is the noun of a happening right before it ("an interview Tuesday"), else the verb right after it ("on Friday
    apologized"), else the nearest verb before it in its part of the sentence; for a span that opens the sentence, the
    first verb after it. After an infinitive the verb that it hangs on may be meant too. Empty where there is none.
    """
    lives = _LIFE.search(text, max(0, span.start - 60), min(len(text), span.end + 60)) if "(" in text else None
    if lives:
        # "(12 June 1875 – 1 December 1947)" after a name: born and died
        if lives.start("born") <= span.start < lives.end("born"):
            return frozenset({"bear"})
        if lives.start("died") <= span.start < lives.end("died"):
            return frozenset({"die"})
    if text.startswith(("'s", "’s"), span.end):
        return frozenset()  # "Friday's game": the time of that, not of what the sentence tells
    words, starts, ends = parts(text)
    first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
    beside: int | None = first - 1
    while beside is not None and (beside < 0 or words[beside].lower() in _STOP):
        beside = beside - 1 if beside > 0 else None
    if beside is not None and _is_event(words, beside):
        return frozenset({kind(words[beside])})
    if last < len(words) and is_verb(words, last) and not words[last].endswith("ing"):
        return frozenset({kind(words[last])})
    verb = _verb_before(words, first) if beside is not None else None
    if verb is None:
        verb = next((i for i in range(last, len(words)) if is_verb(words, i)), None)
    if verb is None:
        return frozenset()
    outer = _verb_before(words, verb - 1) if 0 < verb < first and words[verb - 1].lower() == "to" else None
    return frozenset(_kind_at(words, i) for i in (verb, outer) if i is not None)


def _kind_at(words: Sequence[str], at: int) -> str:
    """The happening that a word names, with the one after it: "passed away"."""
    return "die" if words[at] == "passed" and words[at + 1 : at + 2] == ["away"] else kind(words[at])


def _is_event(words: Sequence[str], at: int) -> bool:
    return _names_event(words[at]) and not is_verb(words, at)


@lru_cache(maxsize=16384)
def _names_event(word: str) -> bool:
    return word[0].isalpha() and lexicon("en").key(word) in _events()


def _verb_before(words: Sequence[str], first: int) -> int | None:
    for i in range(first - 1, -1, -1):
        word = words[i]
        if word in (";", ":", "—", "–", "--"):
            return None
        verbal = _verbal(word)
        if word == "born" and words[i + 1 : i + 2] == ["again"]:
            continue
        if verbal and i > 0 and words[i - 1].lower() in _ARTICLES and word.endswith("ed"):
            continue  # "for a reported $30 million in 1957", "a planned visit on Monday"
        if verbal or (verbal is None and _after_to(words, i)):  # as ``is_verb`` says
            return i
    return None
