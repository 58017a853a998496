"""Places that disagree: where one thing happened, and on which side of a country a place lies."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from reader.findings import address, bearing, confidence, death
from reader.findings.around import frames, likeness, overlap, rest_overlap, slot, words_in
from reader.findings.finding import Strength, Type
from reader.findings.happening import governors
from reader.findings.pair import Disagreement, Told, lower
from reader.findings.touched import NOTHING, Touched
from reader.frozen import NamedTuple
from reader.prose.countries import holds
from reader.prose.names import Name, names, same
from reader.prose.regex import regex
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

_TABLED = ("country", "state", "capital")
#: Where a thing happens is told by these prepositions; "to" and "of" say other things.
_WHERE = regex(
    r"\b(?:in|at|near|off|outside|inside)\s+(?:the\s+|(?:north|south|east|west|central)\w*\s+){0,2}$", re.IGNORECASE
)
#: Its last word ends or begins so; of so many characters it is read, where they hold more words than it has.
_WHERE_ENDS, _SIDES = (
    ("in", "at", "near", "off", "outside", "inside", "the"),
    ("north", "south", "east", "west", "cent"),
)
_WHERE_LENGTH, _WHERE_WORDS = 48, 3
_IN = regex(r",? in (?:the )?")
#: So many places of one sentence are compared; one that has more is a list.
MOST = 30
#: How much the words around two towns must be the same, and how many words the name of a town has.
ONE_DOING = 0.3
LONGEST_TOWN = 2
_IN_TOWN = regex(r"\b(?:in|at|near|outside) (?:the (?:[a-z]+ )?(?:city|town|village|port) of )?$")
_BEFORE_TOWN = ("in ", "at ", "near ", "outside ", "of ")
_TOWN_ENDS = regex(
    r"$|[.,;)’']| (?:on|in|at|after|before|when|where|late|early|last|this|to|for|by|and|with|about|around)\b"
)
#: Sentences must share this much to tell of one thing in one place.
ONE_THING = 0.4
#: The words around two places must share this much for them to stand in the same words.
ONE_PLACE = 0.55


def speaks(told: Told) -> bool:
    """Whether a sentence has what this compares; both must."""
    return told.language.startswith("en") and (
        _read(told.text) is not _NOWHERE
        or death.tells(told, death.PLACE)
        or bearing.speaks(told.text)
        or address.speaks(told.text)
    )


def touches(told: Told) -> Touched:
    """What two sentences must touch in common for ``compare`` to see anything, and the places that they name there."""
    if not told.language.startswith("en"):
        return NOTHING
    text, read = told.text, _read(told.text)
    found: dict[Hashable, Hashable] = {("side", side.place): None for side in (*read.lies, *read.parts)}
    anywhere = {"where", "death", *found}
    if read.things:
        found["thing"] = tuple([(name.words, name.place) for name in read.things[0]]) if len(read.things) == 1 else None
    if read.towns:
        found["town"] = (read.towns[0].words, read.towns[0].place) if len(read.towns) == 1 else None
    if death.tells(told, death.PLACE):
        found["death"] = None
    bearings = {**bearing.marks(text), **address.marks(text)}
    found.update(bearings)
    longest = 0
    if read.tabled:
        known = frozenset([(name.place, name.kind) for name in read.tabled])
        for name in read.tabled:
            found.update(dict.fromkeys(frames(text, name.span), known))
            longest = max(longest, words_in(text[name.span.start : name.span.end]))
            if "where" not in found and _where(text, name.span.start):
                found["where"] = known
    if not found:
        return NOTHING
    what = frozenset(found)
    return Touched(what, None, found, what & (anywhere | bearings.keys()), longest)


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about where something is or happened, between two linked sentences in English."""
    if not (a.language.startswith("en") and b.language.startswith("en")):
        return
    for one, other in death.compare(a, b, death.PLACE):
        yield Disagreement(
            Type.PLACE, Strength.CONFLICT, one.span, other.span, one.words, other.words, "place of death",
            "place: two places of one death", confidence.DEATH,
        )  # fmt: skip
    for p, q in bearing.compare(a, b):
        yield Disagreement(
            Type.PLACE, Strength.CONFLICT, p.span, q.span, p.side, q.side, f"which side of {p.place}",
            "place: another side of a place", confidence.BEARING,
        )  # fmt: skip
    for at, there in address.compare(a, b):
        yield Disagreement(
            Type.PLACE, Strength.DISCREPANCY, at.span, there.span, at.number, there.number,
            f"where in {at.told}", "place: another number in one street", confidence.ADDRESS,
        )  # fmt: skip
    mine, its = _read(a.text), _read(b.text)
    yield from _lies(mine.lies, its.lies)
    yield from _parts(a, mine.parts, b, its.parts)
    of_one_thing = list(_of_one_thing(a, mine.things, b, its.things)) if mine.things and its.things else []
    if of_one_thing:
        yield from of_one_thing
    elif mine.towns and its.towns:
        yield from _of_happening(a, mine.towns, b, its.towns)
    ours, theirs = mine.tabled, its.tabled
    if not ours or not theirs:
        return
    alone = [n for n in ours if not any(_is(n, m) for m in theirs)]
    others = [n for n in theirs if not any(_is(n, m) for m in ours)] if alone else []
    for x in alone:
        for y in others:
            about, rule, like = _one_place(a, x, b, y)
            if rule:
                yield Disagreement(
                    Type.PLACE, Strength.CONFLICT, x.span, y.span, x.place, y.place, about, f"place: {rule}",
                    round(min(0.95, 0.4 + 0.5 * like), 2),
                )  # fmt: skip


class _Places(NamedTuple):
    """What a sentence says of places, looked up once for all its pairs."""

    tabled: tuple[Name, ...] = ()  #: the names that a table of places knows
    things: tuple[tuple[Name, Name], ...] = ()  #: names of things with those of the places that they are said to be in
    towns: tuple[Name, ...] = ()
    lies: tuple[Side, ...] = ()  #: where places are said to lie ("Bam in central Iran")
    parts: tuple[Side, ...] = ()  #: parts of places ("northern Peru")


_NOWHERE = _Places()


@lru_cache(maxsize=16384)
def _read(text: str) -> _Places:
    here = names(text)
    found = _Places(
        tuple([n for n in here if n.kind in _TABLED][:MOST]),
        tuple(_things_in_places(text, here)[:MOST]),
        tuple(_towns(text, here)[:MOST]),
        *_sides(text),
    )
    return found if any(found) else _NOWHERE


_Things = tuple[tuple[Name, Name], ...]


def _of_one_thing(a: Told, ours: _Things, b: Told, theirs: _Things) -> Iterator[Disagreement]:
    """ "the Royal Infirmary in Dunmallet" beside "the Royal Infirmary in Corran": places that no table knows."""
    if overlap(a.text, b.text) < ONE_THING:
        return
    for thing, x in ours:
        for other, y in theirs:
            if not same(thing, other) or same(x, y) or x.kind or y.kind or _told_too(x, b) or _told_too(y, a):
                continue
            yield Disagreement(
                Type.PLACE, Strength.CONFLICT, x.span, y.span, " ".join(x.words), " ".join(y.words),
                f"where {_with_article(a.text, thing.span)} is", "place: one thing in two places",
                confidence.TWO_PLACES,
            )  # fmt: skip


def _of_happening(a: Told, ours: tuple[Name, ...], b: Told, theirs: tuple[Name, ...]) -> Iterator[Disagreement]:
    """ "Met in Dunmallet" beside "met in Corran", where neither version names the other's town at all."""
    if overlap(a.text, b.text) < ONE_THING:
        return
    for x in ours:
        for y in theirs:
            if (x.kind and y.kind) or not governors(a.text, x.span) & governors(b.text, y.span) - {"say"}:
                continue
            if same(x, y) or _named_in(b.whole, x) or _named_in(a.whole, y):
                continue
            if likeness(a.text, x.span, b.text, y.span) >= ONE_DOING:
                yield Disagreement(
                    Type.PLACE, Strength.DISCREPANCY, x.span, y.span, " ".join(x.words), " ".join(y.words),
                    "where it happened", "place: another town of one happening", confidence.TWO_TOWNS,
                )  # fmt: skip
                return


def _named_in(whole: str, name: Name) -> bool:
    return not name.words or name.words[-1] in lower(whole)


def _towns(text: str, here: Sequence[Name]) -> list[Name]:
    """The names of a sentence that "in" or "near" makes those of a place, and that may be those of a town."""
    return [
        name
        for name in here
        if name.kind in ("", "capital")
        and not (name.title or name.role)
        and len(name.words) <= LONGEST_TOWN
        and text.endswith(_BEFORE_TOWN, 0, name.span.start)
        and _IN_TOWN.search(text, max(0, name.span.start - 40), name.span.start)
        and _TOWN_ENDS.match(text, name.span.end)
    ]


def _with_article(text: str, span: Span) -> str:
    """A name as a reader would say it: "the Royal Infirmary"."""
    article = "the " if text[: span.start].lower().endswith("the ") else ""
    return f"{article}{text[span.start : span.end]}"


def _things_in_places(text: str, here: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Names of things with the names of the places that they are said to be in."""
    return [
        (thing, place)
        for thing, place in pairwise(here)
        if not thing.kind and not thing.weak and _IN.fullmatch(text, thing.span.end, place.span.start)
    ]


def _is(one: Name, other: Name) -> bool:
    return one.place == other.place and one.kind == other.kind


def _where(text: str, at: int) -> bool:
    """Whether a preposition before a place of a sentence says that something is or happens there."""
    before = text[max(0, at - _WHERE_LENGTH) : at]
    words = before.lower().split()
    if len(words) <= _WHERE_WORDS:
        return _WHERE.search(text[:at]) is not None
    return (words[-1].endswith(_WHERE_ENDS) or words[-1].startswith(_SIDES)) and _WHERE.search(before) is not None


def _goes(one: Name, other: Name) -> bool:
    """Whether one place is the other or lies in it."""
    return holds(one.place, other.place) or holds(other.place, one.place)


def _one_place(a: Told, x: Name, b: Told, y: Name) -> tuple[str, str, float]:
    """What two places are told of, the rule, and how sure that is; empty where they needn't be one."""
    nothing = "", "", 0.0
    if _goes(x, y) or (x.kind != y.kind and "capital" in (x.kind, y.kind)):
        return nothing
    place = slot(a.text, x.span, b.text, y.span)
    if place >= 3 and rest_overlap(a.text, x.span, b.text, y.span) >= ONE_PLACE:
        return "the place", "another place in the same words", min(1.0, 0.5 + 0.08 * place)
    if any(_goes(x, m) for m in names(b.text) if m.kind) or any(_goes(y, m) for m in names(a.text) if m.kind):
        return nothing
    if not _where(a.text, x.span.start) or not _where(b.text, y.span.start):
        return nothing
    happened = governors(a.text, x.span) & governors(b.text, y.span) - {"say"}
    near = likeness(a.text, x.span, b.text, y.span)
    if happened and near >= 0.35 and not _told_too(x, b) and not _told_too(y, a):
        return "where it happened", "another place of one happening", near
    return nothing


def _told_too(name: Name, other: Told) -> bool:
    return name.words[-1] in f"{other.before} {other.text}".lower()


_SIDE = r"(?P<side>north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern|ernmost)?"
_KIND = r"(?:city|town|village|province|state|region|island|district|suburb|port)"
_SIDE_OF = regex(
    rf"\b{_SIDE}(?:\s+(?:port|coastal|border|industrial|mountain|resort|ancient|historic))?\s+{_KIND}\s+of\s+"
    r"(?P<place>[A-Z][\w’'-]+)"
)
_IN_SIDE = regex(rf"\b(?P<place>[A-Z][\w’'-]{{1,60}}),?\s+in\s+(?:the\s+)?{_SIDE}\s+[A-Z][\w’'-]+")
_PART = regex(rf"\b{_SIDE}\s+(?P<place>[A-Z][\w’'-]+)")
_AXES = {"north": "n", "south": "s", "east": "e", "west": "w"}
#: Two parts of a country are those of one thing only where the words around them are this much alike.
ONE_PART = 0.5


class Side(NamedTuple):
    """A place with the side of its country, or of itself, that a sentence puts it on."""

    place: str
    side: str
    axes: frozenset[str]
    span: Span


def _sides(text: str) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Where places are said to lie ("Bam in central Iran"), and parts of places ("northern Peru")."""
    if not ("north" in text or "south" in text or "east" in text or "west" in text or "central" in text):
        return (), ()
    lies = [m for pattern in (_SIDE_OF, _IN_SIDE) for m in islice(pattern.finditer(text), MOST)]
    return tuple(map(_side, lies[:MOST])), tuple(map(_side, islice(_PART.finditer(text), MOST)))


def _side(match: re.Match[str]) -> Side:
    word = match["side"].lower()
    # "southeastern" goes with "southern"; "central" with itself only.
    axes = frozenset(letter for name, letter in _AXES.items() if name in word) or frozenset("c")
    return Side(match["place"], word, axes, Span(*match.span()))


def _lies(ours: tuple[Side, ...], theirs: tuple[Side, ...]) -> Iterator[Disagreement]:
    """ "the southeastern city of Bam" beside "Bam in central Iran"."""
    for x in ours:
        for y in theirs:
            if x.place == y.place and not x.axes & y.axes:
                yield _another_side(x, y, f"where {x.place} lies")


def _parts(a: Told, ours: tuple[Side, ...], b: Told, theirs: tuple[Side, ...]) -> Iterator[Disagreement]:
    """ "northern" beside "southern" of one name, of one thing."""
    for x in (s for s in ours if s.side != "central" and not _meets(s, theirs)):
        for y in (s for s in theirs if s.side != "central" and s.place == x.place and not _meets(s, ours)):
            if likeness(a.text, x.span, b.text, y.span) >= ONE_PART:
                yield _another_side(x, y, f"which part of {x.place}")


def _meets(one: Side, others: tuple[Side, ...]) -> bool:
    return any(one.place == other.place and one.axes & other.axes for other in others)


def _another_side(x: Side, y: Side, about: str) -> Disagreement:
    return Disagreement(
        Type.PLACE,
        Strength.CONFLICT,
        x.span,
        y.span,
        x.side,
        y.side,
        about,
        "place: another side of the compass",
        confidence.SIDE_OF_COUNTRY,
    )
