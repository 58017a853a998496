"""What a finding is: an addition, an omission or a contradiction, with the words that it rests on."""

from __future__ import annotations

from reader.findings.kinds import FindingKind, Strength, Type
from reader.frozen import dataclass

__all__ = ["Evidence", "Finding", "FindingKind", "Side", "Strength", "Type"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a finding rests on: ``start`` to ``end`` in the text of the sentence's paragraph."""

    version: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the claims of a contradiction, with every place that makes it."""

    claim: str  #: the words that stand for it: those of most versions, of a quotation the longest
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """An addition, an omission or a contradiction."""

    id: str  #: depends only on the words that it rests on
    kind: FindingKind
    passage: str
    explanation: str  #: one plain sentence that a person can check
    confidence: float  #: 0..1
    version: str | None = None  #: additions and omissions: whose
    sentences: tuple[str, ...] = ()  #: an addition's own; an omission names the base's
    type: Type | None = None  #: contradictions from here on
    strength: Strength | None = None
    sides: tuple[Side, ...] = ()
    also: tuple[str, ...] = ()  #: ids that it has where fewer versions are read: a verdict on one of them is one on it
    rule: str = ""  #: the name of the rule that saw it
