"""Who says it: one statement that two versions report in nearly the same words, each of another person."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings.around import words_of
from reader.findings.speaker import SAYS
from reader.frozen import NamedTuple
from reader.prose.names import Name, names, same
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.findings.pair import Told

#: The statements must share so many words of matter, and this share of the shorter one's: two people may say much the
#: same, but not in the same words.
LEAST_SHARED, ALIKE = 6, 0.75

_SAID_AFTER = regex(rf"(?:,? (?:who|a|an|the) [^.;:]{{1,60}},)? {SAYS}\b[^,;:]{{0,40}}[.,]?$")
_SAID_BEFORE = regex(rf"[,”\"’'] {SAYS} (?:that )?(?:[a-z]+ ){{0,4}}$")
_SAID_FIRST = regex(rf" {SAYS}(?: on \w+| \w+day)?(?: that)? (?=[a-z])")
_ACCORDING = regex(r"\baccording to (?:[a-z]+ ){0,4}$", re.IGNORECASE)
#: Within so many characters a sentence begins with who says it.
OPENING = 30
#: What may follow a name that ends what was said: a role, or nothing.
ENDS = frozenset((".", ",", ";", ""))


class Saying(NamedTuple):
    """Who says what a sentence tells, and the words of it."""

    who: Name
    words: frozenset[str]


@lru_cache(maxsize=8192)
def saying(text: str) -> Saying | None:
    """Who says the whole of a sentence, by name; None where no name is beside the verb, or a body's."""
    if " said" not in text and " says" not in text and "ccording to" not in text:
        return None
    for name in names(text):
        if name.kind or (len(name.words) < 2 and not name.title):
            continue
        first, last = (name.titled or name.span).start, name.span.end
        if text[:first].lower().endswith("the "):
            continue  # a newspaper, a ministry
        said = _SAID_AFTER.match(text, last) or (
            (_SAID_BEFORE.search(text, 0, first) or _ACCORDING.search(text, 0, first))
            if text[last : last + 1] in ENDS
            else None
        )
        opens = not said and first < OPENING and _SAID_FIRST.match(text, last)
        if said or opens:
            return Saying(name, words_of(text) - frozenset(words_of(text[first:last])))
    return None


def compare(a: Told, b: Told) -> Iterator[tuple[Name, Name]]:
    """The two who are said to have said one thing."""
    one, other = saying(a.text), saying(b.text)
    if one is None or other is None or set(one.who.words) & set(other.who.words):
        return
    both = one.words & other.words
    if len(both) < LEAST_SHARED or len(both) < ALIKE * min(len(one.words), len(other.words)):
        return
    if any(same(one.who, n) for n in names(b.text)) or any(same(other.who, n) for n in names(a.text)):
        return
    yield one.who, other.who
