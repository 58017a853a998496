"""Several beside many more, and one beside several: vague words against figures, singular against plural."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings.finding import Strength, Type
from reader.findings.matter import shared
from reader.findings.pair import Disagreement, Told, lower
from reader.frozen import NamedTuple
from reader.prose.kept import compiled
from reader.prose.quantities import QuantityKind, quantities
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: From this number on, or this share in percent, "several" is not what a person would say.
LARGE_NUMBER = 50
LARGE_SHARE = 30
#: What both sentences must be about for one thing and several to be the same ones.
LEAST_SHARED = 3

_FEW = regex(
    r"\b(?:several|a few|a handful of|a couple of) (?:\w+ ){0,2}?(?P<noun>\w+s|people|men|women)\b", re.IGNORECASE
)
FEW_WORDS = listed("several few handful couple")
#: A noun with what stands before it, up to the first word that can't belong to it.
_NOUN_PHRASE = regex(
    r"(?: (?!(?:and|or|at|in|on|into|inside|outside|from|to|for|with|by|of|near|over|through|as|that|which"
    r"|who|when|while|after|before|out|up|down|off|away|back|the|his|her|its|their|it|them|him)\b)[A-Za-z-]+){1,4}"
)
#: Kinds of things that are counted under several names.
_KINDS = (
    "building house home structure property dwelling",
    "vehicle car truck lorry bus",
    "people person civilian passenger soldier",
    "ship boat vessel",
)
#: What befalls them; the words of a line are one to a reader.
_BEFALLS = (
    "damage destroy flatten collapse wreck",
    "kill die dead death",
    "injure wound hurt",
    "arrest detain",
    "burn torch",
)
#: Verbs with an object, one line for each deed.
_DEEDS = (
    "throw throws threw thrown throwing hurl hurls hurled hurling lob lobbed lobbing toss tossed tossing fling flung",
    "fire fires fired firing launch launched launching shoot shot shooting",
    "plant planted planting place placed detonate detonated detonating",
    "carry carried carrying wield wielded wielding brandish brandished brandishing hold held holding",
    "steal stole stolen stealing take took",
    "serve serves served serving",
)
#: What was taken is told in a list, each thing of it by itself.
TAKEN_WORDS = listed("seize seizes seized seizing recover recovers recovered recovering confiscated confiscating found")
_ITEM = regex(
    r"(?:^|(?<=, )|(?<=and )|(?<=including )|(?<=seized )|(?<=recovered )|(?<=found )|(?<=confiscated ))"
    r"(?P<one>[Aa]n? |[Oo]ne )?(?P<words>(?:(?!and\b|or\b|other\b|the\b|more\b)[A-Za-z][\w-]* ){0,3}[a-z-]{3,})"
    r"(?=,| and\b|[.;]| (?:were|was|from|on|with|along|aboard|belonging)\b)"
)
#: Words before a noun that say how many there are.
_HOW_MANY = listed("two three four five six seven eight nine ten several some many few dozens hundreds both all no")


#: The deed of what was taken.
TAKEN = -1

#: How the words for what befalls things begin, where things are counted that it befell.
_HARMED = ("amag", "estroy", "latten", "ollaps", "reck", "kill", "njur", "ound", "rrest", "etain", "urn")


class _Object(NamedTuple):
    deed: int
    noun: str
    single: bool
    span: Span


def speaks(text: str) -> bool:
    """Whether a sentence says what is thrown, fired or carried; both must."""
    return bool(_objects(text))


def speaks_alone(text: str) -> bool:
    """Whether a sentence has several of something; one of the two must, or both speak."""
    return _few(text) is not None


def _few(text: str) -> re.Match[str] | None:
    return None if FEW_WORDS.isdisjoint(said(text)) else _FEW.search(text)


def facts(told: Told) -> tuple[str, ...]:
    """What befell several or very many things that a sentence tells of: that is the same wherever it is told."""
    text = told.text
    if told.language != "en" or not any(word in text for word in _HARMED):
        return ()
    few = _few(text)
    kinds = {_kind_of(few["noun"])} if few else _large(text)
    return tuple(f"{kind} {n}" for kind in kinds if kind is not None for n in sorted(_befalls(text)))


def _large(text: str) -> set[int | None]:
    """The kinds of things of which a sentence has very many."""
    many = (q for q in quantities(text) if q.kind is QuantityKind.COUNT and q.low >= LARGE_NUMBER)
    return {_kind_of(word) for q in many for word in text[q.span.start : q.span.end].split()}


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """What is several or one in one sentence, and many more or several in the other."""
    for one, other, turned in ((a, b, False), (b, a, True)):
        found = _few_beside_many(one, other) or _one_beside_several(one, other)
        if found is not None:
            less, more, values, rule = found
            if turned:
                less, more, values = more, less, values[::-1]
            yield Disagreement(Type.QUANTIFIER, Strength.DISCREPANCY, less, more, *values, "", rule, 0.65)
            return


def _few_beside_many(one: Told, other: Told) -> tuple[Span, Span, tuple[str, str], str] | None:
    """ "Several buildings were damaged" beside "1,500 houses were damaged", or half of them."""
    match = _few(one.text)
    if match is None or not _befalls(one.text) & _befalls(other.text):
        return None
    kind = _kind_of(match["noun"])
    for quantity in quantities(other.text) if kind is not None else ():
        share = quantity.kind is QuantityKind.SHARE
        if quantity.low < (LARGE_SHARE if share else LARGE_NUMBER):
            continue
        words = other.text[quantity.span.start :].split()[:8] if share else ()
        counted = other.text[quantity.span.start : quantity.span.end].split()
        if kind in {_kind_of(word) for word in (*counted, *words)}:
            span = Span(quantity.span.start, quantity.span.end)
            return Span(*match.span()), span, ("few", "many"), "several beside many more"
    return None


@lru_cache(maxsize=16384)
def _befalls(text: str) -> frozenset[int]:
    keys = set(lexicon("en").keys(text))
    return frozenset(n for n, befalls in enumerate(_tables()[1]) if befalls & keys)


def _kind_of(word: str) -> int | None:
    """Which kind of things a noun names, broadly."""
    key = lexicon("en").key(word.strip(".,;:"))
    return next((n for n, kind in enumerate(_tables()[0]) if key in kind), None)


@lru_cache(maxsize=1)
def _tables() -> tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]]:
    key = lexicon("en").key
    return (
        tuple(frozenset(map(key, line.split())) for line in _KINDS),
        tuple(frozenset(map(key, line.split())) for line in _BEFALLS),
    )


def _one_beside_several(one: Told, other: Told) -> tuple[Span, Span, tuple[str, str], str] | None:
    """ "A protester threw a bottle" beside "youths threw bottles"."""
    ours, theirs = _objects(one.text), _objects(other.text)
    if not ours or not theirs:
        return None
    both = shared(one, other)
    for lone in ours:
        for many in theirs:
            same = (lone.deed, lone.noun) == (many.deed, many.noun)
            if not same or not lone.single or many.single:
                continue
            if len(both) < LEAST_SHARED and not _other_verb(one, lone, other, many, both):
                continue
            if lone.deed not in (deeds()["serve"], TAKEN) or not _both_ways(one, lone, other, many):
                return lone.span, many.span, ("one", "several"), "one beside several"
    return None


def _other_verb(one: Told, lone: _Object, other: Told, many: _Object, both: frozenset[str]) -> bool:
    """Whether only the verb is another ("threw", "hurled"), and something else than the things is the same."""
    verbs = {told.text[x.span.start : x.span.end].split()[0].lower() for told, x in ((one, lone), (other, many))}
    inside = lexicon("en").keys(one.text[lone.span.start : lone.span.end])
    return lone.deed != TAKEN and len(verbs) > 1 and len(both) + 1 >= LEAST_SHARED and bool(both.difference(inside))


def _both_ways(one: Told, lone: _Object, other: Told, many: _Object) -> bool:
    """Whether either version tells of one and of several such things."""
    thing, things = (told.text[: x.span.end].split()[-1].lower() for told, x in ((one, lone), (other, many)))
    return (
        f" {things}" in lower(one.whole)
        or re.search(rf"\b(?:an?|one) (?:[\w-]+ ){{0,2}}{re.escape(thing)}\b", lower(other.whole)) is not None
    )


def _objects(text: str) -> tuple[_Object, ...]:
    """What is thrown, fired, carried: the deed, the noun, whether it is one, and where that stands."""
    words = said(text)
    thrown = () if deeds().keys().isdisjoint(words) else _read(text)
    return thrown if TAKEN_WORDS.isdisjoint(words) else (*thrown, *_taken(text))


@lru_cache(maxsize=8192)
def _taken(text: str) -> tuple[_Object, ...]:
    """What a list of things that were taken has one of, and what more without a number."""
    key = lexicon("en").key
    found = []
    for match in _ITEM.finditer(text):
        *before, noun = match["words"].split()
        single = match["one"] is not None
        if single == noun.endswith("s") or not _HOW_MANY.isdisjoint(word.lower() for word in before):
            continue
        found.append(_Object(TAKEN, key(noun), single, Span(*match.span())))
    return tuple(found)


@lru_cache(maxsize=16384)
def _read(text: str) -> tuple[_Object, ...]:
    key = lexicon("en").key
    found = []
    for match in _object().finditer(text):
        words = _NOUN_PHRASE.match(text, match.end())
        if words is None or text.endswith(" from ", 0, match.start()):
            continue  # "banned from carrying guns": nobody does
        noun = words.group().split()[-1]
        single = match["one"] is not None
        if single != noun.endswith("s"):
            deed = deeds()[match["verb"].lower()]
            found.append(_Object(deed, key(noun), single, Span(match.start(), words.end())))
    return tuple(found)


@lru_cache(maxsize=1)
def deeds() -> dict[str, int]:
    return {verb: n for n, line in enumerate(_DEEDS) for verb in line.split()}


@lru_cache(maxsize=1)
def _object() -> re.Pattern[str]:
    verbs = "|".join(deeds())
    return compiled(rf"\b(?P<verb>{verbs})(?P<one> an?| one)?(?= [A-Za-z])", re.IGNORECASE)
