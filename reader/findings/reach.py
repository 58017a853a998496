"""How far a number reaches: what is unseen for years may be for longer; a worst case bounds others."""

from __future__ import annotations

from reader.prose.quantity import Dimension, Qualifier
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.prose.quantity import Quantity

_CASES = ("worst-case", "worst case", "best-case", "best case")
_TIMES = ("year", "decad", "centuri")
_UNSEEN = regex(
    r"\b(?:not|never|nor|un(?:seen|known|matched|heard of)|n[’']t)\b[^,;:.!?()]{0,60} (?:in|for)(?: at least)? $"
)


def unseen(text: str, x: Quantity) -> bool:
    """Whether a loose time is how long something hasn't been seen, which may be longer: "not seen in hundreds of
    years"."""
    if x.qualifier is not Qualifier.VAGUE or (x.dimension is not Dimension.DURATION and x.head not in _TIMES):
        return False
    return _UNSEEN.search(text, max(0, x.number.start - 90), x.number.start) is not None


def of_one_case(one: str, other: str) -> bool:
    """Whether both sentences tell of the worst (or the best) case, or neither does: it lies beside any estimate."""
    return _of_a_case(one) == _of_a_case(other)


def _of_a_case(text: str) -> bool:
    return "case" in text and any(case in text for case in _CASES)
