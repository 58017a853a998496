"""How sure it is that two sentences report the same thing."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from reader.align.features import features
from reader.align.weights import ALONE, ALONE_BIAS

if TYPE_CHECKING:
    from reader.align.bags import Bag, Bags


def score(a: Bag, b: Bag, bags: Bags) -> float:
    """The share of pairs with these features that a careful reader would link."""
    total = ALONE_BIAS
    for weight, value in zip(ALONE, features(a, b, bags), strict=True):
        total += weight * value
    return 1 / (1 + exp(-total))
