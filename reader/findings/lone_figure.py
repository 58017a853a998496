"""Sentences with one bare figure and nothing else that counts, seen at a glance: "fired 730 shells near the port".

Most sentences with a number are compared with others that give the same figure, or that tell of something else. Both
show without the grammar of quantities, which takes as long as everything else that is read of a sentence. What is said
here of such a sentence holds for its quantities too: there is one at most, it counts something, and its value is the
figure's, neither bounded nor rounded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from reader.findings.around import frames, tells_role
from reader.findings.groups import COUNTED_AS, thing
from reader.frozen import NamedTuple
from reader.prose.bounds import ENDS
from reader.prose.counted import LEADING, stem
from reader.prose.number_words import PARTS, SCALES, SHORT_SCALES
from reader.prose.quantities import PARENTS, in_words
from reader.prose.quantity_words import AFTER, MEASURED, STOPS
from reader.prose.regex import regex
from reader.prose.units import CURRENCIES, UNITS
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable

#: A pattern that begins with one set of characters is looked for much sooner than one that begins with either of two.
_ANY = regex(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞](?:(?<=\d)\d*(?:[.,]\d+)*)?")
_FIGURE = regex(r"(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,8}) (?=[^\W\d_])", re.ASCII)
#: As in names, most words are small ones between spaces: they are found first.
_WORD = regex(r"[a-z]+(?=[ ,])|(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)*")

_GROUP = re.Match.group

#: Where one of these words is, the number may be no bare one, or somebody's age, or told with what befell people.
_TELLING = (
    SCALES.keys()
    | PARTS.keys()
    | MEASURED
    | {f"{word}s" for word in MEASURED}
    | PARENTS
    | listed("percent per pct percentage cent cents pence aged born lived passed magnitude richter")
)
#: A bare figure stands right after none of these, right before none of those, and near before no unit.
_NOT_BEFORE = ENDS | CURRENCIES.keys() | listed("a an the us")
_NOT_AFTER = frozenset(phrase.split()[0] for phrase in AFTER) | listed("to or and")
_NOT_NEAR = (
    UNITS.keys()
    | CURRENCIES.keys()
    | SHORT_SCALES.keys()
    | listed("degree degrees celsius fahrenheit centigrade part parts won")
)
#: So many words after a figure a unit may stand: "2 metric tons", "30 more minutes", "5 Hong Kong dollars".
NEAR = 4


class Lone(NamedTuple):
    """The figure of a sentence that has one, bare and alone."""

    figure: str  #: without separators: equal figures are equal values
    span: Span


@lru_cache(maxsize=16384)
def lone(text: str) -> Lone | None:
    """The figure of such a sentence; None for any other."""
    found = _ANY.findall(text)
    if len(found) != 1:
        return None
    words = said(text)
    if not _TELLING.isdisjoint(words) or tells_role(words) or in_words(text):
        return None
    figure = found[0]
    at = text.index(figure)
    end = at + len(figure)
    if at < 3 or text[at - 1] != " " or not _FIGURE.match(text, at) or text[end + 1 : end + 3].isupper():
        return None
    last = at - 2 - (text[at - 2] == ",")  # where the word before it ends
    if not text[last].isalpha():
        return None
    ahead = list(map(str.lower, map(_GROUP, islice(_WORD.finditer(text, end + 1), NEAR))))
    if ahead[0] in _NOT_AFTER or not _NOT_NEAR.isdisjoint(ahead) or _last_word(text, last + 1) in _NOT_BEFORE:
        return None
    return Lone(figure.replace(",", ""), Span(at, end))


def _last_word(text: str, end: int) -> str:
    word = text[text.rfind(" ", 0, end) + 1 : end]
    if not word.isalpha():
        word = word[next((n + 1 for n in range(len(word) - 1, -1, -1) if not word[n].isalpha()), 0) :]
    return word.lower()


def marks(text: str, found: Lone) -> frozenset[Hashable]:
    """What ``same_quantity.marks`` has for such a sentence, and perhaps more: each word that may be what is counted."""
    marked = frames(text, found.span)
    leading = True
    for match in _WORD.finditer(text, found.span.end):
        word = match.group()
        low = word.lower()
        if leading and low in LEADING:
            continue
        if low in STOPS:
            break
        leading = False
        marked.add(thing(head := stem(word)))
        if head in COUNTED_AS:
            marked.add(thing(COUNTED_AS[head]))
    return frozenset(marked)
