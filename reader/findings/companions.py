"""Names told together: "Ada Holt and Ilse Marrow" beside "Ada Holt and Ilse Varga" gives one person two last names."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from reader.findings.pair import Told, lower
from reader.prose.names import Name, names, same
from reader.prose.regex import regex
from reader.prose.word_lists import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What is said of such names holds wherever they are told.
RULE = "name: another name beside the same one"
_AND = regex(r",? (?:and|&|with) |, ")


def beside(text: str) -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Each full name of a person that stands in a list with others, and the others beside it."""
    return _beside(text) if " and " in text or " & " in text else {}


def facts(told: Told) -> tuple[str, ...]:
    """The full names that a sentence lists with others, which another sentence may list with somebody else."""
    return tuple(" ".join(who) for who in beside(told.text)) if told.language.startswith("en") else ()


@lru_cache(maxsize=8192)
def _beside(text: str) -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for x, y in _pairs(text):
        found.setdefault(x.words, set()).add(y.words)
        found.setdefault(y.words, set()).add(x.words)
    return {who: frozenset(others) for who, others in found.items()}


@lru_cache(maxsize=8192)
def _pairs(text: str) -> tuple[tuple[Name, Name], ...]:
    """Two full names that follow each other in a list."""
    full = [n for n in names(text) if not n.kind and len(n.words) > 1]
    return tuple([
        (x, y) for x, y in pairwise(full) if _AND.fullmatch(text, x.span.end, (y.titled or y.span).start)
    ])  # fmt: skip


def compare(a: Told, b: Told) -> Iterator[tuple[Name, Name]]:
    """Two names with one first name and another last one, beside one name that both sentences have."""
    ours, theirs = beside(a.text), beside(b.text)
    if ours.keys().isdisjoint(theirs.keys()):
        return
    for one in _pairs(a.text):
        for other in _pairs(b.text):
            for x, p in (one, one[::-1]):
                for y, q in (other, other[::-1]):
                    if p.words == q.words and _another(x, y) and not _told(b, x) and not _told(a, y):
                        yield x, y
                        return


def _another(x: Name, y: Name) -> bool:
    """Whether two names have one first name, and last names that are no two spellings of one."""
    return x.words[0] == y.words[0] and x.words[-1] != y.words[-1] and not same(x, y)


def _told(told: Told, name: Name) -> bool:
    """Whether a version tells a last name anywhere."""
    return name.words[-1] in said(lower(told.whole))
