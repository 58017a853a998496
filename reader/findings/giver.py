"""Who gives or offers a sum: two clubs' offers to one player are no two tellings of one offer."""

from __future__ import annotations

from reader.prose.names import names
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.prose.quantity import Quantity

#: So far, in characters, a sum may stand from the verb that it is given by.
REACH = 120
_GIVEN = regex(
    r"\b(?:offer(?:s|ed|ing)?|bids?|pa(?:id|ys|ying)|g(?:ave|ives?|iving|iven)|donat(?:es?|ed|ing)|pledg(?:es?|ed|ing)"
    r"|promis(?:es?|ed|ing)|contribut(?:es?|ed|ing)|len(?:t|ds?|ding)|awarded|granted)\b"
)
_CLAUSE_END = regex(r"[;:(]|, (?:and|but|while|which|who)\b| (?:but|while|whereas)\b")


def other_giver(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether two sums are given by two whose names have nothing in common."""
    one, other = _giver(text_a, x), _giver(text_b, y)
    return bool(one) and bool(other) and one.isdisjoint(other)


def _giver(text: str, x: Quantity) -> frozenset[str]:
    """The words of the names before the verb that a sum is given by, in its clause."""
    given = [m.start() for m in _GIVEN.finditer(text, max(0, x.number.start - REACH), x.number.start)]
    if not given:
        return frozenset()
    begin = [m.end() for m in _CLAUSE_END.finditer(text, 0, given[-1])]
    start = begin[-1] if begin else 0
    found = (n for n in names(text) if start <= n.span.start < n.span.end <= given[-1])
    return frozenset(word for name in found for word in name.words)
