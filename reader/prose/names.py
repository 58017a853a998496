"""Reading names: who and what a text names, with titles and roles, and whether two names can mean the same."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter

from reader.frozen import NamedTuple
from reader.prose.countries import begins_place, place_of
from reader.prose.name_words import (
    ABBREVIATED,
    BODIES,
    COMMON,
    INNER,
    LINKS,
    ROLES,
    TITLES,
)  # fmt: skip
from reader.prose.regex import regex
from reader.prose.same_name import folded, same_words
from reader.prose.word_lists import listed
from reader.prose.words import lexicon
from reader.story import Span


class Name(NamedTuple):
    """A name as a text gives it."""

    span: Span  #: without title and role
    words: tuple[str, ...]  #: folded, short forms written out: ("kim", "jong", "un")
    title: tuple[str, ...] = ()  #: keys of the words of the title or role before it: ("defens", "minist")
    titled: Span | None = None  #: title and name together, where there is a title
    role: tuple[
        str, ...
    ] = ()  #: keys of the words of the role told after it: "Jane Doe, the company's chief executive"
    place: str = ""  #: the country or state that it names or belongs to
    kind: str = ""  #: "country", "people" (a nationality), "capital", "state", or "" where no table knows it
    weak: bool = False  #: a single capitalised word at the beginning of a sentence, which may be no name at all


#: Small words between spaces, as most are, are found first; the others of a name's form are the same without them.
_WORD = regex(r"[a-z]+(?=[ ,])|(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\S")
_GROUP, _START, _END, _FIRST = re.Match.group, re.Match.start, re.Match.end, itemgetter(0)


@lru_cache(maxsize=8192)
def names(text: str) -> tuple[Name, ...]:
    """The names of a text, in order, without overlap. Empty for a headline that writes most words with a capital."""
    found_words = list(_WORD.finditer(text))
    words = list(zip(map(_GROUP, found_words), map(_START, found_words), map(_END, found_words), strict=True))
    if text.rstrip()[-1:] not in _ENDS and _shouted([w for w, _, _ in words if len(w) > 3 and w[0].isalpha()]):
        return ()
    found: list[Name] = []
    end = 0  # of the last name
    capital = map(str.isupper, map(_FIRST, map(_GROUP, found_words)))
    begin = list(compress(count(), capital)) if "l-" not in text else [n for n, w in enumerate(words) if _begins(w[0])]
    for at in begin:
        if at < end or ((low := words[at][0].lower()) in COMMON and low not in _COMPASS):  # as most capitals begin none
            continue
        if (stop := _run(words, at)) > at:
            found += _split(text, words, at, stop)
            end = stop
    return tuple(found)


def _begins(word: str) -> bool:
    """Whether a name may begin with a word: "Holt", "al-Holt"."""
    return word[0].isupper() or (word[0] in "ae" and word[1:3] == "l-")


def _shouted(long: list[str]) -> bool:
    """Whether most of the longer words of a text are written with a capital, as in headlines."""
    return len(long) > 4 and sum(word[0].isupper() for word in long) > 0.6 * len(long)


_ENDS = frozenset(".!?”\"’';")
_SHORT = ABBREVIATED.keys() | TITLES.keys()
_COMPASS = frozenset(("north", "south", "east", "west", "northern"))
_Words = list[tuple[str, int, int]]


def _capital(word: str) -> bool:
    first = word[0]
    if first.isupper():
        return first.isalpha()
    return first in "ae" and word[1:3] == "l-" and word[3:4].isupper()


def _opens(words: _Words, at: int) -> bool:
    """Whether a word stands at the beginning of a sentence or of a quotation."""
    i = at - 1
    while i >= 0 and words[i][0] in "“\"‘'(–—-":
        i -= 1
    return i < 0 or words[i][0] in ".?!:;" or i < at - 1


def _run(words: _Words, at: int) -> int:
    """The index after the run of capitalised words that begins at a word; ``at`` where none does."""
    last, _, stop = words[at]
    if not _capital(last) or _is_common(words, at):
        return at
    end, size = at + 1, len(words)
    while end < size and not last.endswith(("'s", "’s", "s'", "s’")):
        word, begin, _ = words[end]
        if (begin - stop <= 1 and _capital(word) and word != "I") or (
            word == "." and begin == stop and (len(last) == 1 or last.lower() in _SHORT)
        ):
            end += 1
        elif word.lower() in LINKS and _goes_on(words, at, end):
            end += 2
        else:
            break
        last, _, stop = words[end - 1]
    return end


def _goes_on(words: _Words, at: int, link: int) -> bool:
    """Whether a small word stands inside a name: "Bank of England", not "Ada Holt of Texas"."""
    if link + 1 >= len(words) or not _capital(words[link + 1][0]) or words[link + 1][1] - words[link][2] != 1:
        return False
    if words[link][0] != "of" or not begins_place(words[link + 1][0]):
        return True
    home = place_of(words[link + 1][0]) or place_of(" ".join(w[0] for w in words[link + 1 : link + 3]))
    told = [w[0].lower() for w in words[at:link] if w[0][0].isalpha()]
    titles = [n for n, word in enumerate(told) if word in INNER]
    told = told[titles[-1] + 1 :] if titles else told  # "House Speaker Ada Holt" is no house
    return home is None or len(told) <= 1 or any(word in BODIES for word in told)


def _is_common(words: _Words, at: int) -> bool:
    """Whether a capitalised word is only so because it opens a sentence, or names a day, a month or a language of no
    interest."""
    low = words[at][0].lower().replace("’", "'")
    if low in _COMPASS and at + 1 < len(words) and _capital(words[at + 1][0]):
        return False
    if low in COMMON:
        return True
    return _opens(words, at) and (
        lexicon("en").key(low) in lexicon("en").stop or ("'" in low and low.split("'")[0] in COMMON)
    )


def _split(text: str, words: _Words, at: int, end: int) -> list[Name]:
    """The names of one run: its titles and the nationality before them are set apart."""
    opened = _opens(words, at)
    for word, _, _ in words[at:end]:
        if _is_special(word):
            break
    else:  # as in most: no title and no nationality
        role, role_start = _role_before(words, at)
        return [_with_role(_name(text, words, at, end, opened), words, role, role_start, end)]
    start = at
    title: list[str] = []
    polite = False
    nation, first = _nation(words, at, end)
    i = first if nation else at
    while i < end and _title_word(words[i][0]):
        title += _title_keys(words[i][0])
        polite = True
        i += 1
        if i < end and words[i][0] == ".":
            i += 1
        if i + 1 < end and words[i][0].lower() in ("of", "for", "the", "and") and _title_word(words[i + 1][0]):
            i += 1
    if not polite and (inner := _inner_title(words, at, end)):
        first_title, i = inner
        owner = _name(text, words, at, first_title, opened)
        title = [key for word in words[first_title:i] for key in _title_keys(word[0])]
        nation, polite = owner.place, True
    before: list[Name] = []
    if polite and i < end:
        if nation and title:
            title.insert(0, nation.lower())
        at = i
    elif polite:  # "the Foreign Minister": an office without its holder
        return []
    elif nation and first < end:
        before, at = [_name(text, words, start, first, opened)], first
    if at >= end:
        return before
    role, role_start = _role_before(words, start) if not title else ([], start)
    found = _name(text, words, at, end, opened and at == start)
    return [*before, _with_role(found, words, title or role, start if title else role_start, end)]


def _with_role(found: Name, words: _Words, role: list[str], begin: int, end: int) -> Name:
    """A name with the title or the role that begins before it at a word, and with the role after it."""
    if role:
        found = found._replace(title=tuple(role), titled=Span(words[begin][1], found.span.end), weak=False)
    if end < len(words) and words[end][0] == "," and (after := _role_after(words, end)):
        return found._replace(role=after, weak=False)
    return found


@lru_cache(maxsize=16384)
def _is_special(word: str) -> bool:
    """Whether a word of a name may be a title, or begin the name of a place or of its people."""
    return _title_word(word) or word.lower().rstrip(".") in INNER or begins_place(word)


def _inner_title(words: _Words, at: int, end: int) -> tuple[int, int] | None:
    """Where titles begin and end inside a run: "House Speaker John Boatwright", "Texas Governor Ada Holt"."""
    for first in range(at + 1, end - 1):
        if words[first][0].lower().rstrip(".") not in INNER:
            continue
        last = first
        while last < end and _title_word(words[last][0]):
            last += 1
        if last + 2 < end and words[last][0] == "of" and words[last + 1][0] in ("Staff", "State"):
            last += 2
        return (first, last) if last < end else None
    return None


def _nation(words: _Words, at: int, end: int) -> tuple[str, int]:
    """The place that a nationality at the beginning of a run belongs to, and the index after it."""
    for length in (3, 2, 1) if begins_place(words[at][0]) else ():
        if at + length <= end:
            known = place_of(" ".join(w[0] for w in words[at : at + length]))
            if known and (known[1] == "people" or (at + length < end and _title_word(words[at + length][0]))):
                return known[0], at + length
    return "", at


def _title_word(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES or word.lower() in ROLES


def _title_keys(word: str) -> list[str]:
    low = word.lower().rstrip(".")
    written = TITLES.get(low, low)
    return [lexicon("en").key(part) for part in written.split()]


def _role_before(words: _Words, at: int) -> tuple[list[str], int]:
    """The keys of a role in lower case right before a name: "police chief", "defence minister"."""
    i = at - 1
    if i < 0 or words[i][0].lower() not in ROLES or words[at][1] - words[i][2] != 1:
        return [], at
    first = i
    while first > 0 and first > i - 3 and words[first - 1][0].isalpha() and words[first][1] - words[first - 1][2] == 1:
        low = words[first - 1][0].lower()
        if (
            low != words[first - 1][0]
            or low in COMMON
            or lexicon("en").key(low) in lexicon("en").stop
            or low.endswith(("ed", "ing"))
        ):
            break
        first -= 1
    keys = [lexicon("en").key(w) for w, _, _ in words[first : i + 1]]
    return keys, first


def _role_after(words: _Words, at: int) -> tuple[str, ...]:
    """The keys of a role after a name, from a comma on: ", the company’s chief executive,", ", head of the agency"."""
    for i in range(at + 1, min(at + 7, len(words))):
        word = words[i][0]
        if word.lower() in ROLES and word[0].islower():
            end = i
            while end < len(words) and words[end][0] in ROLES:
                end += 1
            return tuple(lexicon("en").key(w) for w, _, _ in words[i:end])
        if not word[0].isalpha() or word.lower() in _VERBS_AFTER:
            break
    return ()


_VERBS_AFTER = listed("said who which that and but was is were are has had told says from in at on")


_POSSESSIVE = ("'s", "’s", "'", "’")


def _name(text: str, words: _Words, at: int, end: int, opened: bool) -> Name:
    start = words[at][1]
    whole = text[start : words[end - 1][2]]
    if whole.endswith(_POSSESSIVE):
        whole = whole[: -2 if whole[-1] == "s" else -1]
    known = place_of(whole) if begins_place(words[at][0]) else None
    place, kind = known or ("", "")
    weak = opened and end - at == 1 and not known
    return Name(Span(start, start + len(whole)), folded(whole), (), None, (), place, kind, weak)


def same(one: Name, other: Name) -> bool:
    """Whether two names can mean the same: short forms, titles, spelling, transliteration, abbreviations, nicknames."""
    if one.place and other.place:
        return one.place == other.place
    return same_words(one.words, other.words)
