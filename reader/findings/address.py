"""Numbers in one street: "the 1200 block of Mill Road" beside "the 1500 block of Mill Road", "at 24 Mill Road"."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from reader.findings.matter import keys
from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from reader.findings.pair import Told

#: What both sentences must be about, besides the street.
LEAST_SHARED = 3
#: So many of one sentence are compared.
MOST = 10

_STREETS = "Street St Avenue Ave Road Rd Lane Drive Boulevard Blvd Place Court Terrace Way Square"
_ADDRESS = regex(
    r"(?<![\d.,$£€-])(?P<number>\d{1,2},\d{3}|\d{1,5})(?P<block>(?: |-)block of)? "
    r"(?:(?:[NSEW]\.?|North|South|East|West) )?(?P<street>(?:[A-Z][\w’'-]*|\d+(?:st|nd|rd|th))(?: [A-Z][\w’'-]*)?)"
    rf" (?P<kind>{_STREETS.replace(' ', '|')})\b"
)


class Address(NamedTuple):
    """A number in a street."""

    street: str
    told: str  #: the street with what it is: "Mill Road"
    number: str
    block: bool
    span: Span


def speaks(text: str) -> bool:
    """Whether a sentence gives a number in a street."""
    return bool(read(text))


def marks(text: str) -> dict[Hashable, Hashable]:
    """The streets in which a sentence gives a number, each with it."""
    return {("street", x.street): x.number for x in read(text)}


def read(text: str) -> tuple[Address, ...]:
    """The numbers in streets that a sentence gives."""
    return () if _KINDS.isdisjoint(said(text)) else _read(text)


_KINDS = listed(_STREETS.lower())


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Address, ...]:
    return tuple(
        Address(
            m["street"],
            f"{m['street']} {m['kind']}",
            m["number"].replace(",", ""),
            m["block"] is not None,
            Span(*m.span()),
        )
        for m in islice(_ADDRESS.finditer(text), MOST)
    )


def compare(a: Told, b: Told) -> Iterator[tuple[Address, Address]]:
    """Two numbers in one street, where each version gives only one there."""
    ours, theirs = read(a.text), read(b.text)
    for x in ours:
        for y in theirs:
            if x.street != y.street or x.number == y.number or x.block != y.block:
                continue
            if len(_numbers(a, x)) > 1 or len(_numbers(b, y)) > 1:
                continue
            apart = keys(x.street, "en") | keys(y.street, "en")
            if len((keys(a.text, "en") & keys(b.text, "en")) - apart) >= LEAST_SHARED:
                yield x, y
                return


def _numbers(told: Told, x: Address) -> set[str]:
    """All numbers that a version gives in a street."""
    return {y.number for y in read(told.whole) if y.street == x.street}
