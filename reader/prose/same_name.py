"""Whether two names can mean the same: short forms, spelling, transliteration, abbreviations, nicknames."""

from __future__ import annotations

from functools import lru_cache

from reader.prose.name_words import ABBREVIATED, LINKS, NICKNAMES
from reader.prose.regex import regex


@lru_cache(maxsize=16384)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name, without accents, case, points and initials; short forms written out."""
    name = name.replace("’", "'")
    if not name.isascii():
        import unicodedata  # few stories have a name with accents

        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    parts = [part for p in name.lower().split() if (part := p.rstrip("."))]
    if len(parts) > 2:
        parts = [p for p in parts if len(p) > 1] or parts
    written = (ABBREVIATED.get(p, p).replace(".", "") for p in parts if p not in ("jr", "sr", "ii", "iii", "the"))
    return tuple(word for word in written if word)


@lru_cache(maxsize=16384)
def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same for the folded words of two names."""
    if not one or not other:
        return True
    if one == other or "".join(one) == "".join(other):
        return True
    short, long = sorted((one, other), key=len)
    if all(any(_alike(a, b) for b in long) for a in short):
        return True  # "Kim" and "Kim Jong Un"
    if len(short) == 1 and _initials(short[0], long):
        return True
    if len(short) > 1 and _alike(short[-1], long[-1]):
        # Somebody may go by the second name: "William Bradley Holt" is "Brad Holt".
        return any(_first_names(short[0], first) for first in (long[0], *(long[1:-1] if len(short) == 2 else ())))
    return False


def _initials(short: str, long: tuple[str, ...]) -> bool:
    """ "RNC" for "Republican National Committee"; small words may be left out or counted."""
    letters = "".join(w[0] for w in long)
    content = "".join(w[0] for w in long if w not in LINKS and w not in ("and", "the"))
    return len(short) > 1 and len(long) > 1 and short in (letters, content)


def _first_names(one: str, other: str) -> bool:
    if _alike(one, other) or (one[0] == other[0] and (len(one) == 1 or len(other) == 1)):
        return True
    return bool(NICKNAMES.get(one, frozenset((one,))) & NICKNAMES.get(other, frozenset((other,))))


def _alike(one: str, other: str) -> bool:
    """Whether two words are one name in two spellings or transliterations."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return one + "s" == other or other + "s" == one
    first, its = _FIRST_SOUND.get(one[0]), _FIRST_SOUND.get(other[0])
    if first and its and first != its and {first, its} != {"t", "s"} and not _has_article(one, other):
        return False  # as their sounds show too, which take longer
    a, b = _sound(one), _sound(other)
    if a == b and len(a) > 1:
        return True
    if one[0] != other[0] and a[:1] != b[:1]:
        return False
    return within(one, other, 1 if max(len(one), len(other)) < 7 else 2)


def within(one: str, other: str, most: int) -> bool:
    """Whether one word becomes another by so many letters put in, left out, changed, or swapped with the next, none of
    them twice (the optimal string alignment distance). Here, as a library for it takes 15 ms to load."""
    if abs(len(one) - len(other)) > most:
        return False
    begin, shorter = 0, min(len(one), len(other))
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[begin : len(one) - end], other[begin : len(other) - end]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        last, before, row = before, row, [i + 1]
        for j, its in enumerate(other):
            cost = min(before[j] + (letter != its), before[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and one[i - 1] == its:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
        if min(row) > most <= min(before):
            return False
    return row[-1] <= most


#: Letters that transliterations swap.
_SOUNDS = (
    ("sch", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("sh", "s"), ("ch", "c"),
    ("zh", "z"), ("ck", "k"), ("ts", "s"), ("tz", "s"),
)  # fmt: skip
_ARTICLE = regex(r"^(?:al|el|as|ar|an|ad|az)-|^(?:al|el)'")
_VOWEL, _DOUBLE = regex(r"[aeiouh']"), regex(r"(.)\1+")
_LETTERS = str.maketrans("qgcvwyjzxbp", "kkkffiissff")


#: What ``_sound`` makes of a first letter, where no article stands before it; "ts" may be either.
_FIRST_SOUND = {
    letter: sound
    for sound, letters in (
        ("a", "aeiouhyj"), ("k", "kqgc"), ("f", "fvwbp"), ("s", "szx"), ("t", "t"), ("d", "d"), ("l", "l"), ("m", "m"),
        ("n", "n"), ("r", "r"),
    )
    for letter in letters
}  # fmt: skip


def _has_article(*words: str) -> bool:
    return any("-" in word or "'" in word for word in words)


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    """A word's consonants, with those that transliterations swap written as one: Qaddafi, Gadhafi, Kadafi."""
    low = _ARTICLE.sub("", word).replace("-", "")
    for old, new in _SOUNDS:
        low = low.replace(old, new)
    low = low.translate(_LETTERS)
    first = low[:1] if low[:1] not in "aeiouh" else "a"
    rest = _VOWEL.sub("", low[1:])
    return _DOUBLE.sub(r"\1", first + rest)
