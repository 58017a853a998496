"""How many of the same things: none, few, some, many, most, all; the largest beside one of the largest.

Two quantifiers are compared only where they count the same things: the same noun, or "of them" and "of whom" where the
sentences go on to say the same of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from reader.findings import by_words, confidence, nobody, several, softened
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told
from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.tokens import Token, is_content, tokens
from reader.prose.word_lists import listed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How much of the whole a quantifier speaks of. Two that are one step apart can describe the same thing.
SCALE = {
    "none": 0, "neither": 0, "few": 1, "a few": 2, "some": 2, "several": 2, "a handful": 2, "a number": 2, "many": 4,
    "numerous": 4, "most": 5, "the majority": 5, "nearly all": 6, "almost all": 6, "virtually all": 6, "all": 7,
    "every": 7, "both": 7, "each": 7,
}  # fmt: skip
#: What none and some are said of.
ABOUT = {
    "dead": "how many were killed", "hurt": "how many were hurt", "missing": "how many are missing",
    "arrested": "how many were arrested", "rescued": "how many were rescued", "displaced": "how many had to leave",
    "living": "how many people live there", "voted": "how the vote went",
    "claimed": "who claimed responsibility",
}  # fmt: skip
#: How far apart two must be.
LEAST_APART = 2

_QUANTIFIER = regex(
    r"\b(?:(?P<near>nearly|almost|virtually|practically) (?=all\b))?"
    r"(?P<word>none|few|some|several|many|numerous|most|all|both|every|each|neither"
    r"|(?:a|the vast|the) (?:few|handful|number|majority))"
    r"(?P<of> of (?P<pronoun>whom|them|which|these|those|us)?)?\b",
    re.IGNORECASE,
)
_SUPERLATIVE = regex(
    r"\b(?P<one>(?:(?:one|two|three|some|several|many) of|among) )?(?:the|its|their|his|her|\w+['’]s|\w+s['’]) "
    r"(?P<word>(?:\w+[- ])?(?:\w{2,}est|only|worst|best|first|last)|most \w+|least \w+) (?P<noun>\w+(?: \w+){0,2})",
    re.IGNORECASE,
)
#: How one of the words of every superlative ends.
_TAIL = itemgetter(slice(-3, None))
_SUPERLATIVE_TAILS = frozenset(map(_TAIL, ("est", "only", "worst", "first", "last", "most", "least")))
_NOT_SUPERLATIVE = regex(
    r"(?:.* )?(?:(?:mid|north|south)?(?:west|east)|rest|(?:con|pro)?test|quest|request|bequest|guest|nest|honest|chest"
    r"|vest|harvest|invest|priest|forest|(?:sug|di|con|in)gest|behest|modest|latest|interest|arrest|protest|crest)"
)
#: Nouns that stand for several without an "s".
_PLURAL = frozenset(("people", "men", "women", "children", "police", "staff", "media", "cattle", "data", "lives"))
_SKIPPED_BEFORE = regex(
    r"(?:\b(?:at|for|the|so|how|as|too|not|by|once and for|after|not so|above|in|no|that|with) )$", re.IGNORECASE
)


#: It has no more characters than this.
_SKIPPED = len("once and for ")
#: "all-time", "a few times", "most of the time": nothing is counted but occasions.
_NO_COUNT = regex(
    r"(?: of the| of)? ?-? ?(?:times?|(?:[a-z]+ )?(?:days?|weeks?|months?|years?|hours|minutes))\b", re.IGNORECASE
)
_OWNER = regex(r"\s?(?:the )?(?P<who>[A-Z][\w-]+)(?:['’]s| ?['’](?=\s))")
#: "both Arden and Brume", "neither Arden nor Brume": a conjunction, which counts nothing.
_PAIR = regex(r"(?: [\w’'-]+){1,6} (?:and|nor)\b")


_PAIRED = frozenset(("both",))
#: One of these words is in every quantifier.
SCALED = listed("none few some several many numerous most all both every each neither handful number majority")


class Quantifier(NamedTuple):
    """A quantifier with what it counts."""

    word: str  #: as on the scale
    start: int
    end: int
    pronoun: bool  #: counts "them", "whom": things named before
    noun: tuple[Token, ...]  #: the words right after it
    said: tuple[Token, ...]  #: what is said of them, in the rest of the clause
    owner: str  #: whose they are, where a name says so: "none of Reed's sons"
    before: tuple[Token, ...]  #: what stands before, where a pronoun's noun is


def speaks(told: Told) -> bool:
    """Whether a sentence has what this compares; both must."""
    if told.language != "en":
        return by_words.speaks(told, Type.QUANTIFIER)
    text = told.text
    return bool(quantifiers(text) or _superlatives_of(text) or several.speaks(text))


def speaks_alone(told: Told) -> bool:
    """Whether a sentence has several of something; one of the two must, or both speak."""
    if told.language != "en":
        return False
    text = told.text
    return several.speaks_alone(text) or nobody.speaks(told) or softened.nearly(text)


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Quantifiers of the same things that are far apart, and a superlative that one of the two shares with others."""
    if a.language != "en" or b.language != "en":
        yield from by_words.compare(a, b, Type.QUANTIFIER)
        return
    yield from _levels(a, b)
    yield from several.compare(a, b)
    yield from _nobody(a, b)
    yield from _superlatives(a, b)
    for one, other, turned in ((a, b, False), (b, a, True)) if softened.speaks(a, b) else ():
        for soft, full, key in softened.compare(one, other, degree=True):
            sides = (full, soft, key, f"nearly {key}") if turned else (soft, full, f"nearly {key}", key)
            yield Disagreement(
                Type.QUANTIFIER, Strength.DISCREPANCY, *sides, "", "nearly in one version, in full in the other",
                confidence.SOFTENED,
            )  # fmt: skip
            return


def _nobody(a: Told, b: Told) -> Iterator[Disagreement]:
    """ "Nobody was hurt" beside "two people were hurt"."""
    for one, other, turned in ((a, b, False), (b, a, True)):
        for found in nobody.beside(one, other):
            spans, values = (found.none, found.some), ("none", found.value)
            if turned:
                spans, values = spans[::-1], values[::-1]
            yield Disagreement(
                Type.QUANTIFIER, Strength.CONFLICT, *spans, *values, ABOUT.get(found.about, ""),
                "none beside some", confidence.NOBODY,
            )  # fmt: skip


def _levels(a: Told, b: Told) -> Iterator[Disagreement]:
    ours, theirs = quantifiers(a.text), quantifiers(b.text)
    if not ours or not theirs:
        return
    levels = {SCALE[q.word] for q in ours}, {SCALE[q.word] for q in theirs}
    for one in ours:
        if SCALE[one.word] in levels[1]:
            continue
        for other in theirs:
            if SCALE[other.word] in levels[0] or abs(SCALE[one.word] - SCALE[other.word]) < LEAST_APART:
                continue
            if not _PAIRED.isdisjoint((one.word, other.word)) and SCALE[one.word] and SCALE[other.word]:
                continue  # two have no most of them
            about = _same_things(one, other)
            if about is None:
                continue
            none = 0 in (SCALE[one.word], SCALE[other.word])
            yield Disagreement(
                Type.QUANTIFIER,
                Strength.CONFLICT if none else Strength.DISCREPANCY,
                Span(one.start, one.end),
                Span(other.start, other.end),
                one.word,
                other.word,
                about,
                "another quantifier of the same things",
                0.7,
            )


def _same_things(one: Quantifier, other: Quantifier) -> str | None:
    """What both count, in a few words; None where they may count different things."""
    if one.owner != other.owner:
        return None
    nouns = _stems(one.noun) & _stems(other.noun)
    said = _stems(one.said) & _stems(other.said)
    if one.pronoun and other.pronoun:
        return "" if said or len(_stems(one.before) & _stems(other.before)) >= 3 else None
    if one.pronoun or other.pronoun:
        return "" if len(said) >= 2 else None
    if not nouns:
        return None
    if said - nouns:
        return ""
    return None


def quantifiers(text: str) -> tuple[Quantifier, ...]:
    """The quantifiers of a sentence that count something."""
    return () if SCALED.isdisjoint(said(text)) else _quantifiers(text)


@lru_cache(maxsize=16384)
def _quantifiers(text: str) -> tuple[Quantifier, ...]:
    words: tuple[Token, ...] = ()
    found = []
    for match in _QUANTIFIER.finditer(text):
        word = match["word"].lower().replace("the vast", "the")
        word = {"the few": "few", "the number": "", "a majority": "the majority", "the handful": "a handful"}.get(
            word, word
        )
        if match["near"]:
            word = f"nearly {word}"
        if word not in SCALE or _SKIPPED_BEFORE.search(text, max(0, match.start() - _SKIPPED), match.start()):
            continue
        if _NO_COUNT.match(text, match.end()) or (word in ("both", "neither") and _PAIR.match(text, match.end())):
            continue
        words = words or tokens(text)
        clause = _clause(text, match.end())
        after = [t for t in words if match.end() <= t.start < clause]
        if not after and not match["pronoun"]:
            continue
        noun = () if match["pronoun"] else _counted(after)
        rest = after if match["pronoun"] else after[1:]
        end = match.end()
        if not match["pronoun"] and after and not match["of"]:
            end = after[0].end
        elif match["of"] and not match["pronoun"] and after:
            end = _shown(after, noun) or match.end()
        before = [t for t in words if t.end <= match.start()]
        found.append(
            Quantifier(
                word=word,
                start=match.start(),
                end=_trim(text, end),
                pronoun=bool(match["pronoun"]),
                noun=tuple(noun),
                said=tuple(rest),
                owner=owner["who"] if (owner := _OWNER.match(text, match.end())) else "",
                before=tuple(before),
            )
        )
    return tuple(found)


def _counted(after: list[Token]) -> list[Token]:
    """The nouns among the first words after a quantifier: plurals, else the first word of matter."""
    first = [t for t in after[:4] if is_content(t.word)]
    return [t for t in first if t.word.endswith("s") or t.word in _PLURAL][:2] or first[:1]


def _shown(after: list[Token], nouns: Sequence[Token]) -> int:
    """Where what is counted ends: "most of the independent members" is cut at no adjective. 0 where there is none."""
    words = [t for t in after if is_content(t.word)][:2]
    named = [t for t in words if t in nouns]
    return (named or words)[0].end if words else 0


def _trim(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


_CLAUSE_END = regex(r"[;:.!?](?:\s|$)|,? (?:but|while|although|because|according to)\b")


def _clause(text: str, start: int) -> int:
    """Where the clause that begins there ends."""
    match = _CLAUSE_END.search(text, start)
    return match.start() if match else len(text)


def _stems(words: tuple[Token, ...] | list[Token]) -> frozenset[str]:
    return frozenset(_stem(t.word) for t in words if is_content(t.word))


def _stem(word: str) -> str:
    return lexicon("en").key(word)


def _superlatives(a: Told, b: Told) -> Iterator[Disagreement]:
    for one in _superlatives_of(a.text):
        for other in _superlatives_of(b.text):
            if one[0] != other[0] and one[1] == other[1] and one[2] & other[2]:
                yield Disagreement(
                    Type.QUANTIFIER,
                    Strength.DISCREPANCY,
                    Span(one[3], one[4]),
                    Span(other[3], other[4]),
                    f"{'one of ' if one[0] else ''}the {one[1]}",
                    f"{'one of ' if other[0] else ''}the {other[1]}",
                    "",
                    "one alone beside one of several",
                    0.75,
                )


def _superlatives_of(text: str) -> tuple[_Superlative, ...]:
    return () if _SUPERLATIVE_TAILS.isdisjoint(map(_TAIL, said(text))) else _read(text)


#: Whether it is one of several, the word, the stems of the things, and where it begins and ends.
_Superlative = tuple[bool, str, frozenset[str], int, int]


@lru_cache(maxsize=16384)
def _read(text: str) -> tuple[_Superlative, ...]:
    found: list[_Superlative] = []
    for match in _SUPERLATIVE.finditer(text):
        word = match["word"].lower()
        if _NOT_SUPERLATIVE.fullmatch(word):
            continue
        things = [t for t in tokens(match["noun"]) if is_content(t.word)]
        if things:
            end = match.start("noun") + things[-1].end
            found.append((bool(match["one"]), word, _stems(things), match.start(), end))
    return tuple(found)
