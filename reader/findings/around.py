"""What the words around a span say of it: whether two spans do the same work in two sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.prose.words import lexicon
from reader.story import Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|[,;:.()—–!?]|-(?=\s|-)")

#: Words that say nothing of what a sentence is about.
EMPTY = frozenset(
    "a an the this that these those and or but nor so yet if as than then when while where who whom whose which what of in on at "
    "by to for from with into about after before since until during between i you he she it we they me him her us them my "
    "your his its our their is are was were be been being do does did have has had will would can could shall should may "
    "might must not no also still just only there here said say says told according more most at least some around nearly "
    "over up down out off very s t re ve ll d m mr mrs ms dr".split()
)

_BREAKS = frozenset(",;:.()—–!?-") | {"and", "but", "while", "who", "which", "although", "whereas"}

#: Verbs and nouns of what befalls people, one word for each kind.
_ROLES = (
    ("dead", re.compile(r"\b(?:kill\w*|dead|died?|dies|dying|deaths?|fatal\w*|lives|toll|perish\w*|slain|drowned|murdered|claimed)\b", re.I)),
    ("hurt", re.compile(r"\b(?:injur\w*|wound\w*|hurt|hospitali[sz]ed|casualt\w*)\b", re.I)),
    ("missing", re.compile(r"\b(?:missing|unaccounted)\b", re.I)),
    ("arrested", re.compile(r"\b(?:arrest\w*|detain\w*|in custody|jailed)\b", re.I)),
    ("rescued", re.compile(r"\b(?:rescu\w*|saved|freed|released)\b", re.I)),
    ("displaced", re.compile(r"\b(?:displaced|homeless|evacuat\w*|fled)\b", re.I)),
    ("living", re.compile(r"\b(?:population|home to|residents|inhabitants)\b", re.I)),
)  # fmt: skip
_CLAUSE_END = re.compile(r"[,;:()]|\b(?:and|but|while|who|which|as|after|when)\b|\.(?=\s|$)|--|[—–]")


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a sentence, or a break between its clauses."""

    stem: str
    start: int
    end: int
    clause: int  #: how many breaks stand before it


@lru_cache(maxsize=8192)
def content(text: str) -> tuple[Word, ...]:
    """The words of a sentence that say what it is about, synonyms as one, with the clause that each is in."""
    found: list[Word] = []
    clause = 0
    english = lexicon("en")
    groups = english.groups
    for match in _WORD.finditer(text):
        low = match.group().lower()
        if low in _BREAKS:
            clause += 1
        elif low.replace("’", "'").removesuffix("'s") not in EMPTY:
            key = english.key(match.group())
            found.append(Word(groups.get(key, key), match.start(), match.end(), clause))
    return tuple(found)


@lru_cache(maxsize=16384)
def weights(text: str, span: Span) -> dict[str, float]:
    """The words around a span with how near they are: 1 in its clause, less with every break and every word between."""
    words = content(text)
    clause = next((w.clause for w in words if w.end > span.start), words[-1].clause if words else 0)
    before = [w for w in words if w.end <= span.start]
    after = [w for w in words if w.start >= span.end]
    found: dict[str, float] = {}
    for run in (before[::-1], after):
        for distance, word in enumerate(run):
            weight = 1.0 / (1.0 + 0.6 * abs(word.clause - clause)) / (1.0 + 0.12 * distance)
            found[word.stem] = max(found.get(word.stem, 0.0), weight)
    return found


def likeness(text_a: str, a: Span, text_b: str, b: Span) -> float:
    """How far the words around two spans are the same, 0..1: shared weight against the lighter side."""
    one, other = weights(text_a, a), weights(text_b, b)
    if not one or not other:
        return 0.0
    shared = sum(min(weight, other[word]) for word, weight in one.items() if word in other)
    return shared / max(0.5, min(sum(one.values()), sum(other.values())))


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """The stems of a sentence's content words."""
    return frozenset(w.stem for w in content(text))


def overlap(text_a: str, text_b: str) -> float:
    """How many of the shorter sentence's content words the other has too, 0..1."""
    one, other = words_of(text_a), words_of(text_b)
    return len(one & other) / max(1, min(len(one), len(other)))


def rest_overlap(text_a: str, a: Span, text_b: str, b: Span) -> float:
    """The overlap of what remains when two spans are taken out."""
    return overlap(f"{text_a[: a.start]} {text_a[a.end :]}", f"{text_b[: b.start]} {text_b[b.end :]}")


def slot(text_a: str, a: Span, text_b: str, b: Span) -> int:
    """How many words to the left and right of two spans are the same in a row, at most three each side."""
    left = _same_run(_plain(text_a[: a.start])[::-1], _plain(text_b[: b.start])[::-1])
    return left + _same_run(_plain(text_a[a.end :]), _plain(text_b[b.end :]))


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+|^\W*$", text.lower())


def _same_run(one: list[str], other: list[str]) -> int:
    if not one and not other:
        return 2  # both stand at the sentence's edge
    count = 0
    for x, y in zip(one[:3], other[:3], strict=False):
        if x != y:
            break
        count += 1
    return count


@lru_cache(maxsize=16384)
def role(text: str, span: Span) -> str:
    """What befalls the people counted in a span: "dead", "hurt", ...; "" where nothing near says so."""
    inside = _role_in(text[span.start : span.end])
    if inside:
        return inside
    end = _CLAUSE_END.search(text, span.end)
    right = text[span.end : min(end.start() if end else len(text), span.end + 60)]
    found = _role_in(right)
    if found:
        return found
    left = text[max(0, span.start - 60) : span.start]
    breaks = [m.end() for m in _CLAUSE_END.finditer(left)]
    return _role_in(left[breaks[-1] if breaks else 0 :], last=True)


def _role_in(text: str, *, last: bool = False) -> str:
    found = [(m.start(), name) for name, pattern in _ROLES for m in pattern.finditer(text)]
    if not found:
        return ""
    return (max(found) if last else min(found))[1]
