"""The ids of findings: made of the words they rest on and of nothing else, so that verdicts outlive a new run.

A contradiction is named by its type and by two values that oppose each other, in their canonical form ("some",
"many"). The sentences around them, the outlets, the order of the versions, the base and whatever else is in the cluster
have no part in it: an edit elsewhere, another order, or a version that joins one of the sides leaves the id as it was.
Values that only say yes and no ("stated", "in doubt") name nothing alone: there the first words of what they are said
of are part of the id.
Where more than two values oppose each other, the two that most versions hold name the finding; every other pair is kept
in ``Finding.also``, so that a verdict given before the third value turned up still finds its finding.

Two contradictions of one cluster that oppose the same values about different things would share an id. The one with
more evidence keeps it, the other takes its sentences' words into its own.

An addition is named by its added words. An omission is named by the base's words and by who leaves them out: there are
no words of that version to name it by, so its outlet does.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from reader.findings.finding import FindingKind, Type
from reader.prose import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

#: Hexadecimal digits of an id: 48 bits, so that a cluster of 10,000 findings has one chance in five million of a clash.
LENGTH = 12


def digest(*parts: str) -> str:
    """A short name for some words, the same on every machine and in every run."""
    name: str = _sha256()("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
    return name


@cache
def _sha256() -> Any:
    """SHA-256 from Python's own small module, as ``random`` takes its hash: ``hashlib`` loads OpenSSL, 2 ms."""
    for module in ("_sha2", "_sha256"):  # since Python 3.12, and before
        try:
            return import_module(module).sha256
        except ImportError:
            continue
    return import_module("hashlib").sha256


def folded(text: str) -> str:
    """A text's words without case, typography and spelling, so that a change of house style leaves an id alone."""
    return tokens.folded(text) or text.strip()


def contradiction_ids(kind: Type, pairs: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """The id of a contradiction, then those it has also.

    pairs: two opposed values, sorted, and what they are said of where they are only yes and no -> how many versions
    hold one of them.
    """
    named = sorted((-held, digest(FindingKind.CONTRADICTION, kind, *pair)) for pair, held in pairs.items())
    return tuple(dict.fromkeys(name for _, name in named))


def anchored(plain: str, sentences: Iterable[str]) -> str:
    """An id of its own for a finding whose plain id is taken, from the sentences that it rests on."""
    return digest(plain, min(folded(text) for text in sentences))


def addition_id(words: Iterable[str]) -> str:
    """The id of an addition of these sentences."""
    return digest(FindingKind.ADDITION, *map(folded, words))


def omission_id(outlet: str, words: Iterable[str]) -> str:
    """The id of an omission of these sentences of the base by an outlet."""
    return digest(FindingKind.OMISSION, outlet, *map(folded, words))
