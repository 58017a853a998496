"""What a number counts: the noun after it, or the measured thing before it."""

from __future__ import annotations

from functools import lru_cache

import Stemmer

from reader.prose.number_tokens import joined, low
from reader.prose.quantity_words import MEASURED, NOT_PLURALS, PLURALS, STOPS, VAGUE_OF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.prose.number_tokens import Token

#: The stem of the thing, the stems of the words before it, and the index after its last word.
Thing = tuple[str, tuple[str, ...], int]

_STEMMER = Stemmer.Stemmer("english", 0)  # its own memory costs more than it saves, and `stem` remembers
#: Irregular plurals, and words that newsrooms swap freely.
_SAME = {
    "men": "man", "women": "woman", "children": "child", "kids": "child", "kid": "child", "persons": "peopl",
    "person": "peopl", "people": "peopl", "feet": "foot", "servicemen": "soldier", "soldiers": "soldier",
    "troops": "soldier", "troop": "soldier", "policemen": "polic", "cops": "polic", "speedboats": "boat",
    "speedboat": "boat", "homes": "hous", "houses": "hous", "inhabitants": "resid", "residents": "resid",
    "dead": "dead",
}  # fmt: skip
_OWNERS = ("its", "his", "her", "their", "our", "the", "these", "those", "all")
_MORE = ("more", "other", "additional", "further", "different", "separate", "new")
_LONGEST = 6
#: What may stand between a number and the noun that it counts: "12 of the other men", "30 more".
LEADING = frozenset((*_OWNERS, *_MORE, "of", "a", "an", "worth"))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of an English word in lower case: "villages" and "village" have one."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if plain in _SAME:
        return _SAME[plain]
    found: str = _STEMMER.stemWord(plain)
    return found


def thing_after(words: Sequence[Token], at: int, *, start: int, counts: bool, one: bool) -> Thing:
    """What a number counts or measures.

    at: the index after the number and its unit; start: of its first word; counts: it has no unit; one: it is one.
    """
    if low(words, at) in ("-", "–") and joined(words, at):
        at += 1
        compound = counts and not one and joined(words, at) and words[at].kind == "word"
        if compound and words[at].low not in MEASURED and _adjoins(words, at + 1):
            return _part_of(words, at)
    if counts and low(words, at) in _MORE:
        at += 1
    if low(words, at) == "of" and (not counts or low(words, at + 1) in _OWNERS or low(words, at - 1) in VAGUE_OF):
        at += 1
        if low(words, at) in (*_OWNERS, "a", "an"):
            at += 1
    elif low(words, at) == "worth" and low(words, at + 1) == "of":
        at += 2
    elif not counts and not (joined(words, at) and low(words, at - 1) in ("-", "–")) and not _adjoins(words, at):
        return thing_before(words, start)
    found = noun(words, at, one=one)
    return found if found[0] else thing_before(words, start)


def _part_of(words: Sequence[Token], at: int) -> Thing:
    """ "A seven-member panel" has seven members: what a number joined to a noun counts."""
    return stem(words[at].text), (), noun(words, at + 1)[2]


def _adjoins(words: Sequence[Token], at: int) -> bool:
    """Whether the word after a unit belongs to it: "a $5 million fine", "a 10 percent rise", no verb and no small
    word."""
    word = low(words, at)
    return bool(word) and word.isalpha() and word not in STOPS


def noun(words: Sequence[Token], at: int, *, one: bool = False) -> Thing:
    """The noun group that begins at a token: its head is the first plural, else the last word; of one thing, the
    first."""
    run = _group(words, at, one=one)
    if not run:
        return "", (), at
    plurals = [i for i in run if plural(words[i].low)]
    if plurals and not one:
        head = plurals[0]
    elif len(run) > 2 or (one and len(run) > 1 and words[run[0]].low.endswith(_ADJECTIVES)):
        head = run[1]
    else:
        head = run[0 if one else -1]
    return stem(words[head].text), tuple(stem(words[i].text) for i in run if i < head), head + 1


_ADJECTIVES = ("al", "ic", "ive", "ous", "ary", "ful", "less", "ible", "able")


def _group(words: Sequence[Token], at: int, *, one: bool) -> list[int]:
    run: list[int] = []
    i = at
    while i < len(words) and len(run) < _LONGEST:
        word = words[i]
        if word.kind == "word" and word.low not in STOPS:
            run.append(i)
            if not one and plural(word.low):
                break
        elif not _goes_on(words, i, begun=bool(run)):
            break
        i += 1
    return run


def _goes_on(words: Sequence[Token], i: int, *, begun: bool) -> bool:
    """Whether a sign or a figure stands inside a noun group: "AK-47 rifles", "“rescue” teams"."""
    word = words[i]
    if word.kind == "sign":
        return (word.low in "-–" and joined(words, i) and joined(words, i + 1)) or (not begun and word.low in "“\"‘'")
    return word.kind == "figure" and begun and low(words, i - 1) == "-"


def thing_before(words: Sequence[Token], start: int) -> Thing:
    """ "a magnitude of 5.9", "the toll rose to 12": the measured thing stands before the number."""
    for i in range(start - 1, max(-1, start - 7), -1):
        word = words[i].low
        if word in MEASURED or word.rstrip("s") in MEASURED:
            return stem(word if word in MEASURED else word.rstrip("s")), (), 0
        if (words[i].kind == "sign" and word not in "-–$£€") or word in ("and", "but", "who", "which"):
            break
    return "", (), 0


def plural(word: str) -> bool:
    """Whether a word in lower case reads as a plural."""
    if word in PLURALS:
        return True
    return (
        word.endswith("s")
        and len(word) > 3
        and word not in NOT_PLURALS
        and not word.endswith(("ss", "'s", "’s", "ous"))
    )
