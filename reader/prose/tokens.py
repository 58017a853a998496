"""Words as they are compared: folded, with the characters they stand on.

Folding takes away what newsrooms spell in their own way (case, typography, British or American forms, contractions,
figures or words for small numbers, abbreviations with or without points) and nothing that changes a word.
"""

from __future__ import annotations

from functools import lru_cache

from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import listed


class Token(NamedTuple):
    """One word: its folded form and the characters ``start`` to ``end`` that it stands on."""

    word: str
    start: int
    end: int


_WORD = regex(
    r"[A-Za-z]{2,}(?=[ ,])"  # as the other words, and sooner
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
    r"|(?<=\s)['’ʼ](?:ve|re|ll|[dms])\b"  # "I 've", in text that was cut into words and put together
    r"|[&%$€£]"
)
_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(n) for n, word in enumerate(_UNITS.split())} | {
    word: str(10 * n) for n, word in enumerate(_TENS.split(), 3)
}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NUMBERS |= {word: f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n, 'th') }" for n, word in enumerate(_ORDINALS.split(), 1)}
_SIGNS = {"&": "and", "%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
_IRREGULAR = {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_TAILS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would", "'s": "'s"}
#: What is left of a word when "n't" is cut from it.
_CUT = {"ca": "can", "wo": "will", "sha": "shall"}
_SPELLINGS = {
    "defence": "defense", "offence": "offense", "licence": "license", "pretence": "pretense", "grey": "gray",
    "programme": "program", "programmes": "programs", "cheque": "check", "tonne": "ton", "tonnes": "tons",
    "whilst": "while", "amongst": "among", "towards": "toward", "okay": "ok", "centre": "center", "centres": "centers",
    "theatre": "theater", "theatres": "theaters", "metre": "meter", "metres": "meters", "kilometre": "kilometer",
    "kilometres": "kilometers", "judgement": "judgment", "adviser": "advisor", "advisers": "advisors",
}  # fmt: skip
_OUR = regex(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ite|ites|able|al|hood|er|ers|less)?$)")
_NOT_OUR = regex(r"(?:h|y|f|p|t|det|cont|dev|sc)our")
_ISE = regex(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)")
_NOT_ISE = regex(
    r"(?:\w*wise|rais|prais|apprais|promis|premis|exercis|advis|revis|supervis|televis|surpris|compris|compromis|franchis"
    r"|merchandis|advertis|devis|disguis|improvis|incis|excis|nois|pois|cruis|bruis|paradis|expertis|enterpris|demis"
    r"|treatis|precis|concis|aris|arous|appeas|anis|tortois|turquois|malais|circumcis|despis|chastis|nurs)"
)
_DOUBLED = regex(
    r"(travel|cancel|label|model|signal|fuel|level|marshal|total|counsel|marvel|quarrel|shovel|tunnel|unravel|dial|equal|"
    r"initial|rival|pedal|channel|duel|libel|panel|parcel|shrivel|spiral|swivel|jewel)l(?=(?:ed|ing|er|ers|or|ors|ery)$)"
)


def spelled(word: str) -> str:
    """One lower-case English word in its American spelling; other words as they are."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if "our" in word and not _NOT_OUR.match(word):
        word = _OUR.sub("or", word)
    if "is" in word and not _NOT_ISE.match(word):
        word = _ISE.sub("iz", word)
    if "ll" in word:
        word = _DOUBLED.sub(r"\1", word)
    return word


def written(words: frozenset[str]) -> frozenset[str]:
    """All spellings of some lower-case English words, as ``spelled`` knows them: what is folded to one of them."""
    found = words | {word for word, folded_to in _SPELLINGS.items() if folded_to in words}
    found |= {word.replace("or", "our") for word in found if "or" in word}
    found |= {word.replace("iz", "is") for word in found if "iz" in word}
    found |= {_ONE_L.sub("ll", word) for word in found if "l" in word}
    return frozenset(word for word in found if spelled(word) in words)


@lru_cache(maxsize=4096)
def is_only_itself(word: str) -> bool:
    """Whether a folded word is folded from nothing but itself, but for capitals, points and apostrophes: most long
    ones are."""
    plain = len(word) > _LONGEST_TAIL and word.isascii() and word.isalpha() and word not in _SIGNS.values()
    return plain and written(frozenset((word,))) == {word}


#: What contractions and small numbers are folded to has no more letters.
_LONGEST_TAIL = 5
_ONE_L = regex(r"l(?=(?:ed|ing|er|ers|or|ors|ery)$)")


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, folded; a contraction gives two tokens on its own characters."""
    found: list[Token] = []
    make = tuple.__new__  # without the constructor that a named tuple has
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match.group()
        if written.isalpha() and written.isascii() and " " not in (word := spoken(written)):
            found.append(make(Token, (word, start, end)))
            continue
        parts = _folded(written)
        if len(parts) == 1:
            word = parts[0][0]
            if word == "not" and found and end - start == _BARE_NOT and found[-1].word in _CUT and match[0][1] in "'’ʼ":
                found[-1] = found[-1]._replace(word=_CUT[found[-1].word])
            found.append(make(Token, (word, start, end)))
        else:
            found += (Token(word, start + first, start + last) for word, first, last in parts)
    return tuple(found)


def words(text: str) -> list[str]:
    """The words of a text, folded, without where they stand: those of its ``tokens``, for less."""
    found = folded(text)
    return found.split(" ") if found else []


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The words of a text, folded, with a space between two: equal where nothing but the house style differs."""
    if text.isascii() and text.isalpha():
        return spoken(text)
    if ("'" in text or "’" in text or "ʼ" in text) and _BARE.search(text):
        return " ".join(token.word for token in tokens(text))
    return " ".join(map(spoken, _WORD.findall(text)))


#: "ca n't", cut into words, is the one word that changes the one before it; it has so many characters.
_BARE = regex(r"(?<![^\W\d_])[nN]['’ʼ][tT](?![^\W\d_])")
_BARE_NOT = 3


@lru_cache(maxsize=32768)
def spoken(word: str) -> str:
    """What one word of a text is folded to, with a space between two."""
    if word.isascii() and word.isalpha():
        low = word.lower()
        if low in _NUMBERS:
            return _NUMBERS[low]
        if low not in _IRREGULAR:
            return spelled(low)
    return " ".join([part for part, _, _ in _folded(word)])


@lru_cache(maxsize=32768)
def _folded(written: str) -> tuple[tuple[str, int, int], ...]:
    """What one word of a text is folded to, each part with the characters of the word that it stands on."""
    word, length = written.lower().replace("’", "'").replace("ʼ", "'"), len(written)
    if word[0].isdigit():
        return ((word.replace(",", ""), 0, length),)
    if "." in word:
        return ((word.replace(".", ""), 0, length),)
    if word in _IRREGULAR:
        return tuple((part, 0, length) for part in _IRREGULAR[word])
    if word in _TAILS:
        return ((_TAILS[word], 0, length),)
    if "'" in word:
        tail = next((t for t in _TAILS if word.endswith(t) and len(word) > len(t)), None)
        if tail is None:
            return ((word.replace("'", ""), 0, length),)
        cut = length - len(tail)
        return (spelled(word[: -len(tail)]), 0, cut), (_TAILS[tail], cut, length)
    return ((_SIGNS.get(word) or _NUMBERS.get(word) or spelled(word), 0, length),)


#: Words that carry no matter of their own.
FUNCTION_WORDS = listed(
    """
    a an the this that these those it its he she they them his her their we us our you your i me my who whom whose
    which what when where why how and or but nor so if than then as at by for from in into of off on onto out over
    to under up with within without about after before between through during against among is are was were be been
    being am has have had having do does did doing will would shall should can could may might must not no 's also
    just very more most such there here some any all both each other own same too only even still yet while because
    since until though although mr mrs ms said say says told according one him
    himself herself itself themselves myself got get gets go going
    """
)


def is_content(word: str) -> bool:
    """Whether a folded word says something of its own."""
    return word not in FUNCTION_WORDS
