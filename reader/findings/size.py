"""How long, high, wide, deep or heavy one named thing is, how many it holds and employs, in whatever construction."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.date import clash
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.findings.subject import one_subject, subjects
from reader.findings.value import canonical, relation
from reader.frozen import NamedTuple
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, Quantity, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reader.prose.names import Name

#: How sure it is of two sizes of one named thing.
CONFIDENCE = 0.7
#: So far before a number its attribute may begin.
BEFORE = 40

_ABOUT = r"(?:(?:of|is|was|about|around|nearly|some|almost|just|under|over) )*$"
#: What is measured -> of which dimension, how it begins before the number, how it goes on after it, words of which one
#: is in each.
_ATTRIBUTES: tuple[tuple[str, Dimension, str, str], ...] = (
    ("length", Dimension.LENGTH, rf"\blength {_ABOUT}", r"[ -](?:long|in length)\b"),
    ("height", Dimension.LENGTH, rf"\bheight {_ABOUT}", r"[ -](?:tall|high|in height)\b"),
    ("width", Dimension.LENGTH, rf"\bwidth {_ABOUT}", r"[ -](?:wide|in width)\b"),
    ("depth", Dimension.LENGTH, rf"\bdepth {_ABOUT}", r"[ -](?:deep|in depth)\b"),
    ("weight", Dimension.MASS, rf"\b(?:weight|weigh(?:s|ed|ing)) {_ABOUT}", r"[ -](?:in weight)\b"),
    ("capacity", Dimension.COUNT, rf"\b(?:capacity|(?:can|could) (?:hold|seat)|seats) (?:for )?{_ABOUT}", r"(?!)"),
    ("staff", Dimension.COUNT, rf"\bemploy(?:s|ed|ing) {_ABOUT}", r" (?:employees|staff)\b"),
)
#: One of these words is in every one of them.
SIZE_WORDS = listed(
    "length long height tall high width wide depth deep weight weighs weighed weighing capacity hold seat seats "
    "employs employed employing employees staff"
)
_PATTERNS: tuple[tuple[str, Dimension, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (name, dimension, regex(before), regex(after)) for name, dimension, before, after in _ATTRIBUTES
)
#: What is a part or a kind of the thing, or was only once so.
_OF_A_PART = regex(r"\b(?:section|stretch|part|span|segment|leg|of which|of them|more than one|each)\b")


#: What two sizes are called for a reader, where it isn't what is measured.
_ABOUT_IT = {"capacity": "how many there is room for", "staff": "how many it employs"}


class Size(NamedTuple):
    """How much of something one thing has."""

    attribute: str
    quantity: Quantity
    of: tuple[Name, ...]  #: the name that its sentence begins with


def heads(text: str) -> frozenset[str]:
    """Which sizes a sentence tells of something; both must tell one that is the same."""
    return frozenset([size.attribute for size in _sizes(text)])


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Two sizes of one named thing."""
    for x in _sizes(a.text):
        for y in _sizes(b.text):
            found = relation(x.quantity, y.quantity) if x.attribute == y.attribute else None
            if found is None or found.strength is None:
                continue
            here, there = x.quantity.number, y.quantity.number
            if not one_subject(a, x.of, b, y.of) or clash(a, here, b, there):
                continue
            one_voice = quoted(a, here.start) == quoted(b, there.start)
            yield Disagreement(
                Type.NUMBER, found.strength if one_voice else Strength.DISCREPANCY, here, there,
                canonical(x.quantity), canonical(y.quantity), _ABOUT_IT.get(x.attribute, x.attribute),
                "number: another size of one thing", CONFIDENCE,
            )  # fmt: skip
            return


def _sizes(text: str) -> tuple[Size, ...]:
    return () if SIZE_WORDS.isdisjoint(said(text)) else _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Size, ...]:
    found: list[Size] = []
    for x in quantities(text):
        if x.kind not in (QuantityKind.COUNT, QuantityKind.MEASURE) or x.part or x.per:
            continue
        for name, dimension, before, after in _PATTERNS:
            if x.dimension is not dimension:
                continue
            start = max(0, x.number.start - BEFORE)
            if before.search(text, start, x.number.start) or after.match(text, x.number.end):
                if not _OF_A_PART.search(text, start, x.number.start):
                    found.append(Size(name, x, tuple(subjects(text, x.number.start))))
                break
    once = {size.attribute for size in found if sum(size.attribute == one.attribute for one in found) == 1}
    return tuple(size for size in found if size.attribute in once)
