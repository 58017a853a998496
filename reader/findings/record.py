"""Records of one kind in two years: 2012 was the wettest year on record, the wettest year on record was 1934."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.frozen import NamedTuple
from reader.prose.names import names
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How sure it is of two years of one record.
CONFIDENCE = 0.7

_UNITS = listed("year season winter summer")
_MOST = r"(?P<most>[a-z]{2,}est|worst|best|most [a-z]+)"
_UNIT = r" +(?P<unit>year|season|winter|summer)"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_BY_FAR = r"(?:,? ?by far,? |officially |now |also |still |again )?"
_RECORD = regex(
    rf"\b{_YEAR} (?:was|is|remains|became|ranks as|had been|to be) {_BY_FAR}(?:the |its |their ){_MOST}{_UNIT}\b"
)
_RECORD_IS = regex(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) +{_MOST}{_UNIT}(?: [^,;:.()]{{0,40}})? (?:was|is|remains) {_BY_FAR}{_YEAR}\b"
)
_RECORD_HAD = regex(
    rf"\b[Ii]n {_YEAR},? [^;:.()]{{2,60}} (?:experienced|had|saw|recorded|suffered|endured|enjoyed) "
    rf"(?:the|its|their) {_MOST}{_UNIT}\b"
)
#: Of all years: without one of these it may be the most so of a few.
_EVER = regex(
    r"\b(?:on (?:[\w.]+ ){0,2}?record|in (?:its |recorded )?history|era\b|since records"
    r"|(?:year|season|winter|summer) ever\b)"
)


class Record(NamedTuple):
    """A year that is called the most so of all."""

    span: Span
    year: str
    kind: tuple[str, str]  #: what it is most of, and of which years or seasons, as keys
    places: frozenset[str]  #: where, as far as it is told


def kinds(text: str) -> frozenset[tuple[str, str]]:
    """Which records a sentence gives the year of."""
    return frozenset([record.kind for record in _records(text)])


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Two years of one record."""
    for x in _records(a.text):
        for y in _records(b.text):
            if x.year == y.year or x.kind != y.kind:
                continue
            if x.places != y.places and not (x.places & y.places):
                continue
            if y.year in a.whole or x.year in b.whole:
                continue
            one_voice = quoted(a, x.span.start) == quoted(b, y.span.start)
            strength = Strength.CONFLICT if one_voice else Strength.DISCREPANCY
            yield Disagreement(
                Type.DATE, strength, x.span, y.span, x.year, y.year, f"the {x.kind[0]} {x.kind[1]}",
                "date: another year of one record", CONFIDENCE,
            )  # fmt: skip
            return


def _records(text: str) -> tuple[Record, ...]:
    return () if _UNITS.isdisjoint(said(text)) else _read(text)


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[Record, ...]:
    if not _EVER.search(text):
        return ()
    found = []
    for grammar in (_RECORD, _RECORD_IS, _RECORD_HAD):
        for match in grammar.finditer(text):
            kind = match["most"], match["unit"]
            found.append(Record(Span(*match.span()), match["year"], kind, _places(text)))
    return tuple(found)


def _places(text: str) -> frozenset[str]:
    return frozenset([name.place for name in names(text) if name.kind in ("country", "state", "people")])
