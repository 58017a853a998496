"""What a reviewer did, one record after the other: verdicts, notes, links made by hand, findings of their own, undo.

A record is one line of a journal, as JSON. Lines are untrusted: one that can't be used becomes an ``Odd``, is reported,
and stays in the journal as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from reader.findings.finding import Type
from reader.frozen import dataclass
from reader.prose.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Callable

#: The schema of the records that are written; docs/review.schema.json says the same to a machine.
SCHEMA = "variorum-review/1"
_FAMILY = "variorum-review/"

#: Characters of one line of a journal. A note is as long as a person writes; a line beyond this is something else.
LONGEST_LINE = 2_000_000


class Verdict(StrEnum):
    """A reviewer's decision on a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNSURE = "unsure"


_NUMBER = re.compile(r" [0-9]+$")


def family(outlet: str) -> str:
    """An outlet's name without the number that tells several versions of its own apart: that goes by their order."""
    return _NUMBER.sub("", outlet)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a record rests on: whose they are, and the sentence that they stand in."""

    outlet: str
    sentence: str  #: the sentence's text
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on a finding."""

    finding: str
    verdict: Verdict
    words: tuple[Words, ...]
    others: tuple[tuple[str, Verdict], ...] = ()  #: where disagreements were reviewed, what the others said then


@dataclass(frozen=True, slots=True)
class Noted:
    """A note on a finding; an empty one takes the note away."""

    finding: str
    note: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """Findings marked as read, without a verdict on each."""

    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Two passages put together by hand, or taken apart. Passages have no lasting id: their words name them."""

    together: bool
    a: tuple[Words, ...]
    b: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """A contradiction that the reviewer found."""

    finding: str
    type: Type
    explanation: str
    sides: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """An earlier record taken back."""

    record: str


Action = Judged | Noted | Read | Linked | Added | Undone


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a reviewer did."""

    id: str  #: unique in the journal
    time: str  #: ISO 8601, UTC
    reviewer: str
    action: Action


class Reason(StrEnum):
    """Why a line of a journal is not used."""

    TORN = "torn"  #: cut off while it was written
    NEWER = "newer"  #: written by a newer Variorum
    WRONG = "wrong"  #: no record


@dataclass(frozen=True, slots=True)
class Odd:
    """A line of a journal that is not used; it stays there."""

    line: int  #: from 1
    reason: Reason
    text: str  #: its beginning, made visible


def to_line(record: Record) -> str:
    """The record as a line of a journal, with its line feed. ASCII only, so that no cut makes it anything else."""
    name, fields = _fields(record.action)
    head = {"schema": SCHEMA, "id": record.id, "time": record.time, "reviewer": record.reviewer, "do": name}
    return json.dumps(head | fields) + "\n"


def from_line(line: str, number: int, *, whole: bool = True) -> Record | Odd:
    """The record in a line of a journal.

    number: which line it is, from 1; whole: whether a line feed ends it, which is the last thing written.
    """
    torn = Reason.WRONG if whole else Reason.TORN
    shown = visible_line(line[:80])
    if len(line) > LONGEST_LINE:
        return Odd(number, torn, shown)
    bare = line.strip()
    if whole and not (bare.startswith("{") and bare.endswith("}")):  # of 500,000 lines of one letter none is parsed
        return Odd(number, Reason.WRONG, shown)
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return Odd(number, torn, shown)
    if not isinstance(value, Mapping):
        return Odd(number, Reason.WRONG, shown)
    schema = value.get("schema")
    if isinstance(schema, str) and schema.startswith(_FAMILY) and schema != SCHEMA:
        return Odd(number, Reason.NEWER, shown)
    try:
        if schema != SCHEMA:
            raise ValueError(schema)
        head = (_string(value["id"]), _string(value["time"]), _string(value["reviewer"]))
        return Record(*head, _READERS[value["do"]](value))
    except (KeyError, ValueError, TypeError):
        return Odd(number, Reason.WRONG, shown)


def _fields(action: Action) -> tuple[str, dict[str, Any]]:
    match action:
        case Judged(finding, verdict, words, others):
            told = {"finding": finding, "verdict": verdict.value, "words": _plain(words)}
            return "verdict", told | ({"others": {name: said.value for name, said in others}} if others else {})
        case Noted(finding, note, words):
            return "note", {"finding": finding, "note": note, "words": _plain(words)}
        case Read(findings):
            return "read", {"findings": list(findings)}
        case Linked(together, a, b):
            return "link" if together else "unlink", {"a": _plain(a), "b": _plain(b)}
        case Added(finding, kind, explanation, sides):
            sayings = {"type": kind.value, "explanation": explanation, "sides": [_plain(side) for side in sides]}
            return "finding", {"finding": finding} | sayings
        case Undone(record):
            return "undo", {"record": record}


def _plain(words: tuple[Words, ...]) -> list[dict[str, str]]:
    return [{"outlet": w.outlet, "sentence": w.sentence, "words": w.words} for w in words]


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return visible_line(value)


def _words(value: Any) -> tuple[Words, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(Words(_string(w["outlet"]), _text(w["sentence"]), _text(w["words"])) for w in value)


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_string(item) for item in value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return visible(value)


def _others(value: Any) -> tuple[tuple[str, Verdict], ...]:
    if not isinstance(value, Mapping):
        raise TypeError(value)
    return tuple(sorted((_string(name), Verdict(said)) for name, said in value.items()))


def _added(v: Mapping[str, Any]) -> Added:
    if not isinstance(v["sides"], list):
        raise TypeError(v["sides"])
    sides = tuple(_words(side) for side in v["sides"])
    if len(sides) < 2 or not all(sides):
        raise ValueError(v["sides"])
    return Added(_string(v["finding"]), Type(v["type"]), _string(v["explanation"]), sides)


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Action]] = {
    "verdict": lambda v: Judged(
        _string(v["finding"]), Verdict(v["verdict"]), _words(v["words"]), _others(v.get("others", {}))
    ),
    "note": lambda v: Noted(_string(v["finding"]), _text(v["note"]), _words(v["words"])),
    "read": lambda v: Read(_strings(v["findings"])),
    "link": lambda v: Linked(True, _words(v["a"]), _words(v["b"])),
    "unlink": lambda v: Linked(False, _words(v["a"]), _words(v["b"])),
    "finding": _added,
    "undo": lambda v: Undone(_string(v["record"])),
}
