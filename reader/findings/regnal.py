"""Names that only a Roman numeral tells apart: Edward VIII beside Edward VII, World War I beside World War II."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.around import rest_overlap
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told
from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How sure it is of two numerals after one name in sentences that share so much else, where neither version has both.
CONFIDENCE, SAME_REST = 0.75, 0.5

_NUMBERED = regex(
    r"\b(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?P<numeral>(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\b(?![.’'-])"
)
#: The numerals that a sentence may have, as words in lower case: one of them, or there is nothing to look for.
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
NUMERALS = frozenset(f"{tens}{units}" for tens in ("", "x", "xx", "xxx", "xl", "l", "lx") for units in _UNITS) - {""}


class Numbered(NamedTuple):
    """A name with its numeral."""

    span: Span
    name: str
    numeral: str


def tells(told: Told) -> bool:
    """Whether a sentence has such a name; both must."""
    return bool(_numbered(told.text))


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """One name with two numerals, in sentences that are otherwise much the same."""
    for x in _numbered(a.text):
        for y in _numbered(b.text):
            if x.name != y.name or x.numeral == y.numeral:
                continue
            if _tells_of(a, y) or _tells_of(b, x):
                continue  # two kings in one story
            if rest_overlap(a.text, x.span, b.text, y.span) >= SAME_REST:
                yield Disagreement(
                    Type.NUMBER, Strength.CONFLICT, x.span, y.span, f"{x.name} {x.numeral}", f"{y.name} {y.numeral}",
                    f"which {x.name}", "number: another numeral after a name", CONFIDENCE,
                )  # fmt: skip
                return


def _tells_of(told: Told, x: Numbered) -> bool:
    """Whether a version has that name with that numeral anywhere."""
    return any((x.name, x.numeral) == (y.name, y.numeral) for y in _numbered(told.whole))


def _numbered(text: str) -> tuple[Numbered, ...]:
    return () if NUMERALS.isdisjoint(said(text)) else _read(text)


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[Numbered, ...]:
    return tuple(Numbered(Span(*m.span()), m["name"], m["numeral"]) for m in _NUMBERED.finditer(text))
