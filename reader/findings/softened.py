"""What one version says in full and another only nearly, or with a doubt about one word of it.

"Almost totally destroyed" beside "destroyed", "treated as potentially suspicious" beside "treated as suspicious": the
same word, with and without the one before it, and the same things beside it.
"""

from __future__ import annotations

from functools import lru_cache

from reader.findings.matter import matter, shared
from reader.findings.pair import Told, lower, quoted
from reader.frozen import NamedTuple
from reader.prose.polarity import negations
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What both sentences must be about, with the word itself.
LEAST_SHARED = 3
#: Of so many words of matter on each side of the word so many must be the same.
BESIDE, LEAST_BESIDE = 3, 2
#: So many characters in quotation marks are a word or two in the newsroom's own sentence.
FEW_WORDS = 30
#: So many characters before a word may soften it.
NEAR = 40

_DEGREES = "almost nearly virtually practically largely partly partially"
_DOUBTS = "potentially possibly probably"
SOFTENING = listed(f"{_DEGREES} {_DOUBTS}")
#: Adjectives that end in none of the usual ways.
_PLAIN = "gone full empty closed dead lost intact complete identical blind deaf naked bankrupt extinct"
_SOFT = regex(
    rf"\b(?:(?P<degree>{_DEGREES.replace(' ', '|')})|{_DOUBTS.replace(' ', '|')})"
    r"(?: (?:totally|completely|entirely|fully|wholly|utterly))? "
    rf"(?P<word>[a-z]{{3,}}(?:[^e]ed|ous|ful|ive|able|ible|al|ic)|{_PLAIN.replace(' ', '|')})\b"
)
#: What else keeps a word from being said in full.
_LESS = regex(
    rf"\b(?:{_DEGREES.replace(' ', '|')}|{_DOUBTS.replace(' ', '|')}|apparently|reportedly|allegedly|likely|suspected"
    r"|may|might|could|would|should|to|if|whether|believed|thought|feared|not|never|less|half|badly|heavily"
    r"|partial|mostly|more|most)(?: [a-z]+)? $"
)


_SAYING = frozenset(("say",))


class Soft(NamedTuple):
    """A word that is softened."""

    span: Span  #: with what softens it
    key: str  #: of the word
    start: int  #: where the word itself begins
    degree: bool  #: "almost", not "possibly"


def softened(text: str) -> tuple[Soft, ...]:
    """The softened words of a text."""
    return () if SOFTENING.isdisjoint(said(text)) else _softened(text)


@lru_cache(maxsize=4096)
def _softened(text: str) -> tuple[Soft, ...]:
    keys = {word.start: word.key for word in matter(text, "en")}
    return tuple(
        Soft(Span(*found.span()), keys[at], at, found["degree"] is not None)
        for found in _SOFT.finditer(text)
        if (at := found.start("word")) in keys
    )


def nearly(text: str) -> bool:
    """Whether a text says of something that it is nearly so."""
    return any(soft.degree for soft in softened(text))


def speaks(a: Told, b: Told) -> bool:
    """Whether one of two sentences softens a word."""
    return bool(softened(a.text) or softened(b.text))


def compare(one: Told, other: Told, *, degree: bool) -> Iterator[tuple[Span, Span, str]]:
    """What softens a word in one sentence, the word in the other, and its key; by degree, or with a doubt."""
    for soft in softened(one.text):
        if soft.degree is not degree or _in_speech(one, soft.start) or len(shared(one, other)) < LEAST_SHARED:
            continue
        for word in matter(other.text, other.language):
            if word.key != soft.key or not _in_full(other, word.start):
                continue
            if not _of_one(_beside(one, soft.span.start, soft.span.end), _beside(other, word.start, word.end)):
                continue
            form = one.text[soft.start : soft.span.end]
            if form == other.text[word.start : word.end] and not _both_ways(one, other, soft.key, form):
                yield soft.span, Span(word.start, word.end), soft.key
                return


def _in_speech(told: Told, at: int) -> bool:
    """Whether a place stands in what somebody is quoted with, and not in a word or two that the newsroom took over."""
    return any(q.marked and q.start <= at < q.end and q.end - q.start > FEW_WORDS for q in told.quotes)


def _in_full(told: Told, at: int) -> bool:
    if quoted(told, at) or any(n.start < at < n.scope for n in negations(told.text)):
        return False
    return _LESS.search(told.text[max(0, at - NEAR) : at].lower()) is None


def _beside(told: Told, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of matter before and after, from the nearest on."""
    words = [word for word in matter(told.text, told.language) if word.key not in _SAYING]
    before = [word.key for word in words if word.end <= start][: -BESIDE - 1 : -1]
    return before, [word.key for word in words if word.start >= end][:BESIDE]


def _of_one(ours: tuple[list[str], list[str]], theirs: tuple[list[str], list[str]]) -> bool:
    """Whether a word is said of one thing in both: enough words beside it are the same, and one nearest or after."""
    if len(set().union(*ours) & set().union(*theirs)) < LEAST_BESIDE:
        return False
    nearest = ({side[0] for side in sides if side} for sides in (ours, theirs))
    return not next(nearest).isdisjoint(next(nearest)) or not set(ours[1]).isdisjoint(theirs[1])


def _both_ways(one: Told, other: Told, key: str, form: str) -> bool:
    """Whether the first version says it in full elsewhere, or the other softens it."""
    if any(soft.key == key for soft in softened(other.whole)):
        return True
    whole, at = lower(one.whole), -1
    while (at := whole.find(f" {form}", at + 1)) >= 0:
        if _LESS.search(whole[max(0, at + 1 - NEAR) : at + 1]) is None:
            return True
    return False
