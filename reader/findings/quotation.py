"""Quotations of one utterance that differ inside the quotation marks.

The words of two quotations are folded (case, typography, spelling, contractions, small numbers) and aligned. What lies
before the first and after the last word that they share is shortening, and faithful; so is what an ellipsis or brackets
mark. A word changed, added or dropped between shared words is a discrepancy, and so is a last or first word that is
replaced by another.
"""

from __future__ import annotations

from functools import lru_cache

from reader.findings import confidence
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, lower
from reader.findings.speaker import two_speakers
from reader.frozen import NamedTuple
from reader.prose.in_common import Step, alike, steps
from reader.prose.regex import regex
from reader.prose.tokens import FUNCTION_WORDS, Token, folded, is_content, is_only_itself, tokens
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.prose.quotations import Quotation


#: Fewer shared words, or fewer of them that carry matter, do not show that two quotations are of one utterance.
LEAST_SHARED = 3
LEAST_CONTENT = 2
#: The share of the words of both, between the first and the last shared one, that has to be shared.
LEAST_ALIKE = 0.65
#: So many words dropped near an end, beside so many shared ones, are no shortening.
LONGEST_DROPPED = 6
LEAST_AFTER_DROPPED = 6
#: The share of the shorter quotation that has to be in the other, unless so many words are.
LEAST_OF_SHORTER = 0.6
LEAST_OF_SHORTER_IN_MATTER = 0.45
MANY_SHARED = 8
#: A difference at an end of a quotation is a replacement only where it is this short on both sides.
LONGEST_REPLACEMENT = 2
#: So many words on both sides tell whether a version has one utterance twice.
AROUND = 12
#: How many words of the sentence before are read with a quotation that began there.
BEFORE = 12
#: So many quotations of one sentence are compared.
MOST = 30
#: Differences with no more shared words than this between them are shown as one.
BRIDGE = 3
#: A whole quotation of no more words than this is shown whole, so that the words can be read...
SHORT = 6
#: ...and one of no more than this where so much of it is changed.
FEW, MOST_OF_FEW = 14, 0.4

#: Fewer words, or fewer that carry matter, may be said by anybody.
LEAST_SAID, LEAST_CONTENT_SAID = 6, 3

#: Names this much alike are one name, written in another way ("Muammar", "Moammar").
LEAST_ALIKE_NAMES = 0.55
_PARTICLES = frozenset(("al", "el", "ibn", "bin", "de", "da", "van", "von", "der", "s"))
_STOP = regex(r"[.?!]\s")
_OMISSION = regex(r"…|\.\s?\.\s?\.|\[|\]|\*\*")
_SAME = frozenset(
    frozenset(pair)
    for pair in [
        ("'s", "is"),
        ("'s", "has"),
        ("would", "had"),
        ("mr", "mister"),
        ("ok", "okay"),
        ("to", "2"),
        ("for", "4"),
    ]
)


class _Quoted(NamedTuple):
    """The words of one quotation, with the last words of the sentence before where it began there."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    first: int  #: which of them is the first of this sentence; those before stand in the sentence before
    whole: Quotation
    known: frozenset[str]  #: the words, whatever their order
    content: frozenset[str]  #: those of them that carry matter


def speaks(told: Told) -> bool:
    """Whether a sentence has what this compares; both must."""
    return bool(told.quotes)


def utterance(told: Told) -> frozenset[str]:
    """The words that carry matter in what a sentence quotes, by which the same utterance is found elsewhere."""
    return frozenset().union(*[_matter(q) for q in _quoted(told) if q.whole.marked])


def _matter(quoted: _Quoted) -> frozenset[str]:
    """The words that carry matter in what is quoted in this sentence."""
    return quoted.content.intersection(quoted.words[quoted.first :]) if quoted.first else quoted.content


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Where both quote one utterance, and not in the same words."""
    if not a.quotes or not b.quotes:
        return
    theirs = _quoted(b)[:MOST]
    for one in _quoted(a)[:MOST]:
        for other in theirs:
            # Two paragraphs without marks are two tellings; one beside a quotation is the same letter or post.
            found = _differ(a, b, one, other) if one.whole.marked or other.whole.marked else None
            if found is not None:
                yield found


def _quoted(told: Told) -> tuple[_Quoted, ...]:
    return _read(told.text, told.quotes, told.before)


@lru_cache(maxsize=8192)
def _read(text: str, quotes: tuple[Quotation, ...], preceding: str) -> tuple[_Quoted, ...]:
    """The words of each quotation of a sentence; a sentence is compared with many others."""
    everything = tokens(text)
    found = []
    for quote in quotes:
        inside = tuple([t for t in everything if t.start >= quote.start and t.end <= quote.end])
        if len(inside) < LEAST_SHARED:
            continue
        said = () if quote.opens else tokens(preceding)[-BEFORE:]
        before = tuple(Token(t.word, inside[0].start, inside[0].start) for t in said)
        words = tuple([t.word for t in before + inside])
        known = frozenset(words)
        found.append(_Quoted(before + inside, words, len(before), quote, known, known - FUNCTION_WORDS))
    return tuple(found)


def _differ(a: Told, b: Told, one: _Quoted, other: _Quoted) -> Disagreement | None:
    if len(one.content & other.content) < LEAST_CONTENT or len(one.known & other.known) < LEAST_SHARED:
        return None
    if one.words == other.words:
        return _two_speakers(a, b, one, other)
    if _too_few_shared(one, other):
        return None
    if _folded(one.words) in _folded(other.words) or _folded(other.words) in _folded(one.words):
        return _two_speakers(a, b, one, other)
    way = steps(one.words, other.words)
    core = _core(way, one.words)
    if core is None:
        return None
    first, last = _widened(way, core)
    inside = way[first : last + 1]
    kept = [i for tag, i1, i2, _, _ in inside if tag == "equal" for i in range(i1, i2)]
    length = (inside[-1][2] - inside[0][1]) + (inside[-1][4] - inside[0][3])
    content = sum(is_content(one.words[i]) for i in kept)
    shorter = _shorter(one, other)
    few = LEAST_OF_SHORTER if content <= LEAST_CONTENT else LEAST_OF_SHORTER_IN_MATTER
    if len(kept) < few * shorter and len(kept) < MANY_SHARED:
        return None
    if len(kept) < LEAST_SHARED or content < LEAST_CONTENT or 2 * len(kept) / length < LEAST_ALIKE:
        return None
    gaps = [g for g in _gaps(inside) if not _quiet(a, b, one, other, g)]
    gaps = [g for g in gaps if g[0] >= one.first and g[2] >= other.first]
    gaps = _edges(a, b, one, other, inside, len(kept), content) + gaps
    if not gaps:
        return None
    gaps.sort()
    gap = _first_together(gaps)
    if _elsewhere(a, b, _around(one, gap[0], gap[1]), _around(other, gap[2], gap[3])):
        return None
    spans = _spans(a, b, one, other, gap)
    alike = 2 * len(kept) / length
    return Disagreement(
        Type.QUOTATION,
        Strength.DISCREPANCY,
        spans[0],
        spans[1],
        _value(a, spans[0]),
        _value(b, spans[1]),
        "",
        "words changed inside the quotation marks",
        round(min(0.97, 0.6 + 0.25 * (alike - LEAST_ALIKE) / (1 - LEAST_ALIKE) + 0.02 * min(content, 6)), 2),
    )


def _shorter(one: _Quoted, other: _Quoted) -> int:
    """How many words of its own sentence the shorter quotation has."""
    return min(len(one.words) - one.first, len(other.words) - other.first)


def _too_few_shared(one: _Quoted, other: _Quoted) -> bool:
    """Whether two quotations have too few words in common, in whatever order, for any of these to be their core."""
    most = min(sum(map(other.known.__contains__, one.words)), sum(map(one.known.__contains__, other.words)))
    if most >= MANY_SHARED:
        return False
    content = sum(map(other.content.__contains__, one.words))
    return most < (LEAST_OF_SHORTER if content <= LEAST_CONTENT else LEAST_OF_SHORTER_IN_MATTER) * _shorter(one, other)


def _two_speakers(a: Told, b: Told, one: _Quoted, other: _Quoted) -> Disagreement | None:
    """The same words, said by two people."""
    shorter = min((one.words, other.words), key=len)
    if len(shorter) < LEAST_SAID or sum(map(is_content, shorter)) < LEAST_CONTENT_SAID:
        return None
    found = two_speakers(a, one.whole, b, other.whole)
    if found is None:
        return None
    x, y = found
    return Disagreement(
        Type.NAME, Strength.CONFLICT, x.span, y.span, " ".join(x.words), " ".join(y.words), "who said it",
        "name: two speakers of one quotation", confidence.TWO_SPEAKERS, shorter[0],
    )  # fmt: skip


_Gap = tuple[int, int, int, int]


def _core(steps: list[Step], words: tuple[str, ...]) -> tuple[int, int] | None:
    """The run of steps, from a shared one to a shared one, that holds most shared words for the least others."""
    best, best_score = None, 0.0
    begin, score = 0, 0.0
    for n, (tag, i1, i2, j1, j2) in enumerate(steps):
        if tag == "equal":
            if score <= 0:
                begin, score = n, 0.0
            score += sum(1.0 if is_content(w) else 0.5 for w in words[i1:i2])
            if score > best_score:
                best, best_score = (begin, n), score
        else:
            score -= 0.45 * max(i2 - i1, j2 - j1)
    return best


def _widened(steps: list[Step], core: tuple[int, int]) -> tuple[int, int]:
    """The core with the first or last words of both, where only some words near that end keep it from them."""
    first, last = core
    for way in (-1, 1):
        at = first if way < 0 else last
        gap, beyond = at + way, at + 2 * way
        if not (0 <= beyond < len(steps)) or steps[beyond][0] != "equal" or steps[gap][0] == "equal":
            continue
        _, i1, i2, j1, j2 = steps[gap]
        _, x1, x2, y1, y2 = steps[beyond]
        at_the_end = (x1, y1) == (0, 0) if way < 0 else (x2, y2) == (steps[-1][2], steps[-1][4])
        if (
            at_the_end
            and max(i2 - i1, j2 - j1) <= LONGEST_DROPPED
            and steps[at][2] - steps[at][1] >= LEAST_AFTER_DROPPED
        ):
            first, last = min(first, beyond), max(last, beyond)
    return first, last


def _gaps(steps: list[Step]) -> list[_Gap]:
    """The words between shared ones, as (i1, i2, j1, j2); neighbouring insertions and deletions are one."""
    found: list[_Gap] = []
    for tag, i1, i2, j1, j2 in steps:
        if tag == "equal":
            continue
        if found and found[-1][1] == i1 and found[-1][3] == j1:
            found[-1] = (found[-1][0], i2, found[-1][2], j2)
        else:
            found.append((i1, i2, j1, j2))
    return found


def _quiet(a: Told, b: Told, one: _Quoted, other: _Quoted, gap: _Gap) -> bool:
    """Whether a gap is marked by an ellipsis or brackets, or is no other word at all."""
    i1, i2, j1, j2 = gap
    if _marked(a.text, one.tokens, i1, i2) or _marked(b.text, other.tokens, j1, j2):
        return True
    ours, theirs = one.words[i1:i2], other.words[j1:j2]
    if "".join(ours) == "".join(theirs) or _initials(ours, theirs) or _initials(theirs, ours):
        return True
    if _names(a.text, one.tokens[i1:i2]) and _names(b.text, other.tokens[j1:j2]):
        return alike("".join(ours), "".join(theirs), LEAST_ALIKE_NAMES)
    return len(ours) == len(theirs) and all(
        x == y or frozenset((x, y)) in _SAME for x, y in zip(ours, theirs, strict=True)
    )


def _initials(words: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether one word is made of the initials of several: "World Health Organization", "WHO"."""
    return len(short) == 1 < len(words) and short[0] == "".join(word[:1] for word in words)


def _names(text: str, words: tuple[Token, ...]) -> bool:
    """Whether all words of a gap are of names, as their capitals tell."""
    return bool(words) and all(text[t.start].isupper() or t.word in _PARTICLES for t in words)


def _marked(text: str, words: tuple[Token, ...], begin: int, end: int) -> bool:
    start = words[begin - 1].end if begin else 0
    stop = words[end].start if end < len(words) else len(text)
    inserted = text[start:stop].strip(" ,.;")  # "(the minister)" is put in by the newsroom, as in brackets
    return _OMISSION.search(text, start, stop) is not None or (inserted[:1] == "(" and inserted[-1:] == ")")


def _edges(a: Told, b: Told, one: _Quoted, other: _Quoted, inside: list[Step], kept: int, content: int) -> list[_Gap]:
    """A last or first word that is replaced by another, where both quotations end or begin there."""
    found: list[_Gap] = []
    end = (inside[-1][2], len(one.words), inside[-1][4], len(other.words))
    start = (0, inside[0][1], 0, inside[0][3])
    for gap, tail in ((end, True), (start, False)):
        i1, i2, j1, j2 = gap
        if i1 < one.first or j1 < other.first:
            continue
        ours, theirs = i2 - i1, j2 - j1
        if not ours or not theirs or max(ours, theirs) > LONGEST_REPLACEMENT or _quiet(a, b, one, other, gap):
            continue
        related = _related(one.words[i1 if tail else i2 - 1], other.words[j1 if tail else j2 - 1])
        whole = kept + max(ours, theirs)
        if related or (kept >= 4 and content >= 2 and kept / whole >= LEAST_ALIKE):
            found.append(gap)
    return found


def _related(one: str, other: str) -> bool:
    """Whether two words are forms of one ("measure", "measures")."""
    stem = min(len(one), len(other))
    return stem >= 4 and one[: max(4, stem - 2)] == other[: max(4, stem - 2)]


def _first_together(gaps: list[_Gap]) -> _Gap:
    """The first difference, together with those that follow it closely."""
    found = gaps[0]
    for gap in gaps[1:]:
        if gap[0] - found[1] > BRIDGE:
            break
        found = (found[0], gap[1], found[2], gap[3])
    return found


def _elsewhere(a: Told, b: Told, ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the words of one side, with what stands around them, stand just so in the other version too."""
    return _stands_in(ours, b.whole) or _stands_in(theirs, a.whole)


def _stands_in(words: tuple[str, ...], whole: str) -> bool:
    """Whether a text has some folded words in a row. To fold a whole text is dear, and most lack one of the words."""
    letters = _letters(whole)
    return all(word in letters for word in words if is_only_itself(word)) and _folded(words) in _whole(whole)


@lru_cache(maxsize=512)
def _letters(text: str) -> str:
    return lower(text).translate(_NO_LETTERS)


#: What is left out of words where they are folded.
_NO_LETTERS = dict.fromkeys(map(ord, ".'’ʼ"))


def _around(quoted: _Quoted, begin: int, end: int) -> tuple[str, ...]:
    """The words of a difference with so many around them that another remark can't have them by chance."""
    return quoted.words[max(0, begin - AROUND) : end + AROUND]


def _folded(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "


def _whole(text: str) -> str:
    return f" {folded(text)} "


def _spans(a: Told, b: Told, one: _Quoted, other: _Quoted, gap: _Gap) -> tuple[Span, Span]:
    """The characters of a difference on both sides: with one neighbour, as many more as it takes to read them, or
    both quotations whole where they are short, or differ in most of a few words."""
    ours, theirs = len(one.words) - one.first, len(other.words) - other.first
    changed = max(gap[1] - gap[0], gap[3] - gap[2])
    if max(ours, theirs) <= SHORT or (max(ours, theirs) <= FEW and changed >= MOST_OF_FEW * min(ours, theirs)):
        return _span(a, one, one.first, len(one.words), 0), _span(b, other, other.first, len(other.words), 0)
    at_the_beginning = gap[0] in (0, one.first) or gap[2] in (0, other.first)
    more = 1 if min(gap[1] - gap[0], gap[3] - gap[2]) or not at_the_beginning else 2
    return _span(a, one, gap[0], gap[1], more), _span(b, other, gap[2], gap[3], more)


def _span(told: Told, quoted: _Quoted, begin: int, end: int, after: int) -> Span:
    """The characters of some words, with one before them and so many after, as far as the sentence goes."""
    words = quoted.tokens
    if len(words) - quoted.first <= SHORT:
        begin, end = quoted.first, len(words)
    else:
        begin = max(quoted.first, begin - min(after, 1))
        for _ in range(after):
            if end >= len(words) or (end > begin and _STOP.search(told.text, words[end - 1].end, words[end].start)):
                break
            end += 1
    while begin > quoted.first and words[begin].start == words[begin - 1].end:  # "they're" is one word to the eye
        begin -= 1
    while end < len(words) and words[end - 1].end == words[end].start:
        end += 1
    return Span(words[begin].start, words[end - 1].end)


def _value(told: Told, span: Span) -> str:
    return " ".join(t.word for t in tokens(told.text[span.start : span.end]))
