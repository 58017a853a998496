"""Places that disagree: where one thing happened, and on which side of a country a place lies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.findings.around import likeness, rest_overlap, slot
from reader.findings.finding import Strength, Type
from reader.findings.happening import SAYING, governors
from reader.findings.pair import Disagreement, Told
from reader.prose.countries import holds
from reader.prose.names import Name, names, same
from reader.story import Span

_TABLED = ("country", "state", "capital")
_IN = re.compile(r"\b(?P<word>in|at|near|off|outside|inside|to|from|into|across|over|through|throughout|around|ancient|of)\s+(?:the\s+|(?:north|south|east|west|central)\w*\s+){0,2}$", re.IGNORECASE)  # fmt: skip
#: Where a thing happens, told by these prepositions; "to" and "of" say other things.
_WHERE = ("in", "at", "near", "off", "outside", "inside")


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about where something is or happened, between two linked sentences."""
    yield from _sides(a, b)
    ours, theirs = names(a.text), names(b.text)
    mine = [n for n in ours if n.kind in _TABLED and not any(n.place == m.place and n.kind == m.kind for m in theirs)]
    others = [n for n in theirs if n.kind in _TABLED and not any(n.place == m.place and n.kind == m.kind for m in ours)]
    for x in mine:
        for y in others:
            if _goes(x, y):
                continue
            rule, like = _one_place(a, x, b, y)
            if rule:
                yield Disagreement(
                    Type.PLACE, Strength.CONFLICT, x.span, y.span, x.place or " ".join(x.words), y.place or " ".join(y.words),
                    "where it is" if rule == "another place in the same words" else "where it happened",
                    f"place: {rule}", round(min(0.95, 0.4 + 0.5 * like), 2),
                )  # fmt: skip


def _goes(one: Name, other: Name) -> bool:
    """Whether two names can be the same place, or one of them lies in the other."""
    if one.place and other.place:
        return holds(one.place, other.place) or holds(other.place, one.place)
    return same(one, other)


def _one_place(a: Told, x: Name, b: Told, y: Name) -> tuple[str, float]:
    """The rule by which two places are told of one thing, and how sure that is; ("", 0) where none is."""
    if x.kind != y.kind and "capital" in (x.kind, y.kind):
        return "", 0.0
    place, whole = slot(a.text, x.span, b.text, y.span), rest_overlap(a.text, x.span, b.text, y.span)
    if place >= 3 and whole >= 0.55:
        return "another place in the same words", min(1.0, 0.5 + 0.08 * place)
    before_x, before_y = _IN.search(a.text[: x.span.start]), _IN.search(b.text[: y.span.start])
    if not before_x or not before_y or before_x["word"].lower() not in _WHERE or before_y["word"].lower() not in _WHERE:
        return "", 0.0
    if any(_goes(x, m) for m in names(b.text) if m.kind) or any(_goes(y, m) for m in names(a.text) if m.kind):
        return "", 0.0
    happened = (governors(a.text, x.span) & governors(b.text, y.span)) - SAYING - {"say"}
    near = likeness(a.text, x.span, b.text, y.span)
    if happened and near >= 0.35 and not _both_tell(x, b) and not _both_tell(y, a):
        return "another place of one happening", near
    return "", 0.0


def _both_tell(name: Name, other: Told) -> bool:
    return name.words[-1] in (other.before + " " + other.text).lower()


_SIDE = r"(?P<{0}>north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern|ernmost)?"
_BEFORE_PLACE = re.compile(
    rf"\b{_SIDE.format('one')}(?:\s+(?:port|coastal|border|industrial|mountain|resort|ancient|historic))?\s+"
    r"(?:city|town|village|province|state|region|island|district|suburb|port)\s+of\s+(?P<place>[A-Z][\w’'-]+)"
)
_IN_COUNTRY = re.compile(
    rf"\b(?P<place>[A-Z][\w’'-]+),?\s+in\s+(?:the\s+)?{_SIDE.format('one')}\s+(?P<country>[A-Z][\w’'-]+)"
)
_OF_COUNTRY = re.compile(rf"\b{_SIDE.format('one')}\s+(?P<place>[A-Z][\w’'-]+)")
_AXES = {"north": "n", "south": "s", "east": "e", "west": "w", "central": "c"}


def _sides(a: Told, b: Told) -> Iterator[Disagreement]:
    """ "the southeastern city of Bam" beside "Bam in central Iran"; "southern" beside "northern" of one name."""
    for patterns, strength in (((_BEFORE_PLACE, _IN_COUNTRY), Strength.CONFLICT), ((_OF_COUNTRY,), Strength.CONFLICT)):
        ours = [(m["place"], m["one"], Span(m.start(), m.end())) for p in patterns for m in p.finditer(a.text)]
        theirs = [(m["place"], m["one"], Span(m.start(), m.end())) for p in patterns for m in p.finditer(b.text)]
        for place, side, span in ours:
            for name, other, at in theirs:
                if (
                    place != name
                    or not _apart(side, other)
                    or any(p == name and not _apart(s, other) for p, s, _ in ours)
                ):
                    continue
                if patterns == (_OF_COUNTRY,):
                    if likeness(a.text, span, b.text, at) < 0.5 or not _axes(side) ^ {"c"} or not _axes(other) ^ {"c"} or any(
                        p == place and not _apart(s, side) for p, s, _ in theirs
                    ):
                        continue
                yield Disagreement(
                    Type.PLACE, strength, span, at, side, other, f"where {place} lies" if patterns != (_OF_COUNTRY,) else f"which part of {place}",
                    "place: another side of the compass", 0.75,
                )  # fmt: skip


def _axes(side: str) -> frozenset[str]:
    low = side.lower()
    return frozenset(letter for word, letter in _AXES.items() if word in low)


def _apart(one: str, other: str) -> bool:
    """Whether two sides can't both be right: they share no direction. "southern" goes with "southeastern"."""
    return not _axes(one) & _axes(other)
