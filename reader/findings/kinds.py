"""What there is to say of a finding in one word: its kind, what it is about, how hard it is.

Apart from what a finding is, for the screen needs these words before there are any findings.
"""

from __future__ import annotations

from enum import StrEnum


class FindingKind(StrEnum):
    """What a finding says of its passage."""

    ADDITION = "addition"
    OMISSION = "omission"
    CONTRADICTION = "contradiction"


class Type(StrEnum):
    """What a contradiction is about."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    POLARITY = "polarity"
    QUOTATION = "quotation"
    QUANTIFIER = "quantifier"
    CERTAINTY = "certainty"
    OTHER = "other"


class Strength(StrEnum):
    """How hard a contradiction is."""

    CONFLICT = "conflict"  #: both can't be true as written
    DISCREPANCY = "discrepancy"  #: a fact checker wants to see it
