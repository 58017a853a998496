"""Names that disagree: two people or bodies in one role of one happening, or two offices of one person."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.findings import companions, told_by
from reader.findings import confidence as sure_of
from reader.findings.around import frames, likeness, overlap, rest_overlap, slot, words_in
from reader.findings.finding import Strength, Type
from reader.findings.owner import origin, other_nation, other_origin, owned
from reader.findings.pair import Disagreement, Told, lower
from reader.findings.touched import NOTHING, Touched
from reader.frozen import NamedTuple
from reader.prose.name_words import EXCLUSIVE, SINGLE
from reader.prose.names import Name, names, same
from reader.prose.regex import regex
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from typing import Any

_PLACES = ("country", "state", "capital")
#: Words before an office that make it one of another time, of nobody yet, or a lesser one.
_NOT_NOW = regex(
    r"\b(?:former|ex|then|late|acting|interim|onetime|one-time|future|outgoing|incoming|retired|previous|past|aspiring"
    r"|longtime|candidate|nominee|deputy|vice|assistant|elect)\b[- ]*(?:\w+ ){0,3}$",
    re.IGNORECASE,
)


#: So many names of one sentence are compared; one that has more is a list.
MOST = 30
#: Two holders of one office are told of one happening where their sentences are this much alike.
ONE_HAPPENING = 0.45
#: So much of the words around two names must be the same for two nationalities to be of one thing; for two names...
ONE_THING, SAME_WORDS = 0.6, 0.7


def speaks(told: Told) -> bool:
    """Whether a sentence has what this compares; both must."""
    return told.language.startswith("en") and bool(names(told.text))


def touches(told: Told) -> Touched:
    """What two sentences must touch in common for ``compare`` to see anything, and who plays a part there."""
    if not told.language.startswith("en"):
        return NOTHING
    return _read(told.text).touched


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about who or what is meant, between two linked sentences in English."""
    if not (a.language.startswith("en") and b.language.startswith("en")):
        return
    mine, its = _read(a.text), _read(b.text)
    both = mine.more & its.more
    if both:
        yield from _told_apart(a, b, {mark[0] for mark in both})
    if mine.every.isdisjoint(its.every):
        return  # no two names can stand in one role: cheaper to see than which are the same
    one_side, other_side = _last_words(a.text), _last_words(b.text)
    if one_side.of_parts <= other_side.told or other_side.of_parts <= one_side.told:
        return  # nobody else stands there
    ours, theirs = names(a.text)[:MOST], names(b.text)[:MOST]
    meeting = [(y, part) for y, part in _parts(b.text) if not part.isdisjoint(mine.every)]
    for x, part in _parts(a.text):
        if part.isdisjoint(its.every):
            continue
        for y, other in meeting:
            if part.isdisjoint(other):
                continue
            rule, like = _one_role(a, x, b, y)
            if rule and _stands_alone(x, theirs) and _stands_alone(y, ours):
                confidence = round(min(0.95, 0.4 + 0.5 * like), 2)
                yield Disagreement(
                    Type.NAME, Strength.CONFLICT, x.span, y.span, " ".join(x.words), " ".join(y.words),
                    _about(a.text, x, b.text, y),
                    f"name: {rule}", confidence,
                )  # fmt: skip


def _told_apart(a: Told, b: Told, kinds: set[object]) -> Iterator[Disagreement]:
    """What is seen of names by more than the part that they stand in; kinds: of the marks that both sentences have."""
    if "titled" in kinds:
        yield from _offices(a, names(a.text)[:MOST], b, names(b.text)[:MOST])
    if "owned" in kinds:
        yield from _nations(a, b)
    for x, y in other_origin(a, b) if "origin" in kinds else ():
        yield Disagreement(
            Type.NAME, Strength.DISCREPANCY, x.span, y.span, x.place, y.place, "nationality",
            "name: two nations of one", sure_of.TWO_ORIGINS,
        )  # fmt: skip
    for x, y in told_by.compare(a, b) if "said" in kinds else ():
        yield Disagreement(
            Type.NAME, Strength.DISCREPANCY, x.span, y.span, " ".join(x.words), " ".join(y.words), "who said it",
            "name: two speakers of one statement", sure_of.TWO_TELLERS,
        )  # fmt: skip
    for x, y in companions.compare(a, b) if "beside" in kinds else ():
        yield Disagreement(
            Type.NAME, Strength.CONFLICT, x.span, y.span, " ".join(x.words), " ".join(y.words), "the name given",
            companions.RULE, sure_of.COMPANION,
        )  # fmt: skip


def _nations(a: Told, b: Told) -> Iterator[Disagreement]:
    """ "Sank a Thai trawler" beside "sank a Somali vessel"."""
    for x, y in other_nation(a, b):
        one, other = x.nation, y.nation
        if any(same(one, n) for n in names(b.text)) or any(same(other, n) for n in names(a.text)):
            continue
        yield Disagreement(
            Type.NAME, Strength.CONFLICT, x.span, y.span, one.place, other.place, "nationality",
            "name: a thing of two nations", sure_of.TWO_NATIONS,
        )  # fmt: skip


class _Read(NamedTuple):
    """What parts the names of a sentence play, looked up once for all its pairs."""

    touched: Touched
    every: frozenset[Hashable]  #: the roles: two names without a role in common are not in one
    more: frozenset[Any]  #: what else tells two names apart, each beginning with what it is


_NONE: frozenset[Any] = frozenset()
_NO_NAMES = _Read(NOTHING, _NONE, _NONE)


@lru_cache(maxsize=16384)
def _read(text: str) -> _Read:
    here = names(text)[:MOST]
    if not here:
        return _NO_NAMES
    roles: dict[Hashable, Hashable] = {}  # each with who stands in it; None where several do
    offices = _NONE  # the roles that are offices, whatever stands around
    more: dict[Hashable, Hashable] = {}
    longest = 0  # how many words the longest name has, at most
    for name in here:
        if name.titled:
            more["titled", name.words[-1:]] = None
        if name.weak or name.kind in _PLACES:
            continue
        part = frames(text, name.span)
        if name.title or name.role:
            held = _offices_of(name)
            offices |= held
            part |= held
        longest = max(longest, words_in(text[name.span.start : name.span.end]))
        who = (name.words, name.place)
        for role in part:
            roles[role] = None if role in roles else who
    for x in owned(text):
        more["owned", x.kind, x.deed] = None
    if (nation := origin(text)) is not None:
        more[("origin",)] = nation.place
    for full, others in companions.beside(text).items():
        more["beside", *full] = others
    anywhere = offices.union(more) if more else offices
    if (said := told_by.saying(text)) is not None:
        more[("said",)] = said.who.words
        longest = max(longest, words_in(text[(said.who.titled or said.who.span).start : said.who.span.end]))
    every = frozenset(roles)
    if not more:
        return _Read(Touched(every, None, roles, anywhere, longest) if roles else NOTHING, every, _NONE)
    touched = Touched(every.union(more), None, {**roles, **more}, anywhere, longest)
    return _Read(touched, every, frozenset(more))


def _surely(text: str) -> list[Name]:
    """The names that surely are ones and no places, which another module compares."""
    return [name for name in names(text)[:MOST] if not name.weak and name.kind not in _PLACES]


@lru_cache(maxsize=8192)
def _parts(text: str) -> tuple[tuple[Name, frozenset[Hashable]], ...]:
    """Those names with the roles they stand in."""
    return tuple([(name, frozenset(frames(text, name.span) | _offices_of(name))) for name in _surely(text)])


class _LastWords(NamedTuple):
    """The last words of names."""

    of_parts: frozenset[str]  #: of those that may stand in a part
    told: frozenset[str]  #: of all, those that anybody can see to be told here (``_told_too``)


@lru_cache(maxsize=16384)
def _last_words(text: str) -> _LastWords:
    low = text.lower()
    last = [name.words[-1] for name in names(text)[:MOST] if name.words]
    return _LastWords(
        frozenset([name.words[-1] if name.words else "" for name in _surely(text)]),
        frozenset([word for word in last if len(word) > _SHORT and word in low]),
    )


def _offices_of(name: Name) -> set[Hashable]:
    """What two names have in common that are told with one office (``_one_office``)."""
    office = name.title or name.role
    return {("office", frozenset(office)), ("office", office[-2:])} if office else set()


def _stands_alone(name: Name, others: tuple[Name, ...]) -> bool:
    """Whether a name is not told in the other sentence."""
    return not any(same(name, other) for other in others)


def _one_role(a: Told, x: Name, b: Told, y: Name) -> tuple[str, float]:
    """The rule by which two different names stand in one role, and how sure that is; ("", 0) where none does."""
    place = slot(a.text, x.span, b.text, y.span) if bool(x.kind) == bool(y.kind) else 0
    if (place < 3 and (x.kind or not _one_office(x, y))) or bool(x.kind) != bool(y.kind):
        return "", 0.0
    if _told_too(x, b) or _told_too(y, a):
        return "", 0.0
    if x.kind:
        alike = rest_overlap(a.text, x.span, b.text, y.span) >= ONE_THING
        return ("another nationality", min(1.0, 0.6 + 0.06 * place)) if alike else ("", 0.0)
    # How much of the rest is the same is asked last: it costs as much as reading both sentences.
    alike = place >= 4 and _same_make(a.text, x, b.text, y)
    if alike and rest_overlap(a.text, x.span, b.text, y.span) >= SAME_WORDS:
        return "another name in the same words", min(1.0, 0.5 + 0.07 * place)
    if _one_office(x, y) and _now(a.text, x) and _now(b.text, y):
        near = max(likeness(a.text, x.titled or x.span, b.text, y.titled or y.span), overlap(a.text, b.text) - 0.05)
        if near >= ONE_HAPPENING:
            return "two holders of one office", near
    return "", 0.0


def _one_office(x: Name, y: Name) -> bool:
    """Whether two names are told with the same office, one that a body has only one of."""
    mine, theirs = x.title or x.role, y.title or y.role
    if not (x.role or y.role):
        return len(mine) > 1 and set(mine) == set(theirs) and bool(_single() & set(mine))
    return mine[-2:] == theirs[-2:] and len(mine) > 0 and bool(_single() & set(mine[-2:]))


def _told_too(name: Name, other: Told) -> bool:
    """Whether the other version tells of that name elsewhere: then nobody else was put in its place."""
    last = name.words[-1] if name.words else ""
    return len(last) > _SHORT and _holds(other.whole or f"{other.before} {other.text}", last)


#: A word of so few letters is in other words.
_SHORT = 2


@lru_cache(maxsize=16384)
def _holds(text: str, word: str) -> bool:
    return word in lower(text)


def _same_make(text_a: str, x: Name, text_b: str, y: Name) -> bool:
    """Whether two names look like names of the same sort: titled or not, of a like number of words, in one
    typography."""
    if set(x.title) != set(y.title) or abs(len(x.words) - len(y.words)) > 1:
        return False
    words_x, words_y = text_a[x.span.start : x.span.end], text_b[y.span.start : y.span.end]
    return words_x.isupper() == words_y.isupper() and "-" not in (text_a[x.span.end :][:1], text_b[y.span.end :][:1])


def _now(text: str, name: Name) -> bool:
    start = (name.titled or name.span).start
    return not _NOT_NOW.search(text[max(0, start - 40) : start])


def _offices(a: Told, ours: tuple[Name, ...], b: Told, theirs: tuple[Name, ...]) -> Iterator[Disagreement]:
    """One person with two offices that nobody holds at once."""
    titled = [y for y in theirs if y.titled]
    for x in ours if titled else ():
        for y in titled:
            if not x.titled or not y.titled or x.words[-1:] != y.words[-1:] or not same(x, y):
                continue
            quoted = _quoted(a.text, x) or _quoted(b.text, y)  # people are quoted with the office that one had then
            if not quoted and _clash(x.title, y.title) and _now(a.text, x) and _now(b.text, y):
                at_a, at_b = Span(x.titled.start, x.span.end), Span(y.titled.start, y.span.end)
                yield Disagreement(
                    Type.NAME, Strength.DISCREPANCY, at_a, at_b, " ".join(x.title), " ".join(y.title),
                    f"office of {a.text[x.span.start : x.span.end]}", "name: two offices of one person", 0.7,
                )  # fmt: skip


def _quoted(text: str, name: Name) -> bool:
    before = text[: name.span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@cache
def _single() -> frozenset[str]:
    return frozenset(lexicon("en").key(word) for word in SINGLE)


@cache
def _exclusive() -> tuple[frozenset[tuple[str, ...]], ...]:
    return tuple(frozenset(tuple(lexicon("en").key(w) for w in name.split()) for name in group) for group in EXCLUSIVE)


def _clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    for group in _exclusive():
        mine = max((office for office in group if one[-len(office) :] == office), key=len, default=())
        theirs = max((office for office in group if other[-len(office) :] == office), key=len, default=())
        if mine and theirs and mine != theirs:
            return True
    return False


_OFFICE_AFTER = regex(
    r", (?:the |an? )?(?:[\w’'-]+[’']s? )?(?P<office>[a-z][a-z -]{2,40}?)(?= (?:of|at|for|in)\b|[,.;]|$)"
)


def _about(text_a: str, x: Name, text_b: str, y: Name) -> str:
    if x.kind == "people":
        return "nationality"
    if not _one_office(x, y):
        return "the name given"
    told = sorted(filter(None, (_office(text_a, x), _office(text_b, y))), key=lambda office: (len(office), office))
    return f"who is {told[0]}" if told else "who held the office"


def _office(text: str, name: Name) -> str:
    """The office that a name is told with, where the text tells it in small letters after the name."""
    found = _OFFICE_AFTER.match(text, name.span.end) if name.role else None
    return found["office"] if found else ""
