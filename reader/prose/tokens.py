"""Words as they are compared: folded, with the characters they stand on.

Folding takes away what newsrooms spell in their own way (case, typography, British or American forms, contractions,
figures or words for small numbers, abbreviations with or without points) and nothing that changes a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its folded form and the characters ``start`` to ``end`` that it stands on."""

    word: str
    start: int
    end: int


_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
    r"|[&%$€£]"
)
_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {
    word: str(10 * n) for n, word in enumerate(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 3)
}
_SIGNS = {"&": "and", "%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
_IRREGULAR = {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_TAILS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would", "'s": "'s"}
_SPELLINGS = {
    "defence": "defense", "offence": "offense", "licence": "license", "pretence": "pretense", "programme": "program",
    "programmes": "programs", "grey": "gray", "cheque": "check", "tonne": "ton", "tonnes": "tons", "whilst": "while",
    "amongst": "among", "towards": "toward", "okay": "ok", "gonna": "going to", "centre": "center", "centres": "centers",
    "theatre": "theater", "metre": "meter", "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers",
    "judgement": "judgment", "per cent": "percent", "mr": "mr", "nuclear-armed": "nuclear armed", "adviser": "advisor",
    "advisers": "advisors",
}  # fmt: skip
_OUR = re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ite|ites|able|al|hood|er|ers|less)?$)")
_NOT_OUR = frozenset(
    [
        "hour",
        "hours",
        "your",
        "yours",
        "four",
        "fours",
        "pour",
        "pours",
        "poured",
        "pouring",
        "tour",
        "tours",
        "toured",
        "touring",
        "tourer",
    ]
)
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)")
_NOT_ISE = re.compile(
    r"(?:wise|rise|raise|raised|raises|raising|prais|promis|premis|exercis|advis|revis|supervis|televis|surpris|compris|"
    r"compromis|franchis|merchandis|advertis|devis|disguis|improvis|incis|excis|nois|pois|cruis|bruis|paradis|expertis|"
    r"enterpris|demis|treatis|preci[s]|concis|likewis|otherwis|chemis|arous|appris|pleas|mis|anis|tortois|turquois|"
    r"malais|mayonnais|polonais|marseillais|appeas)"
)
_DOUBLED = re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)")
_NOT_DOUBLED = re.compile(
    r"^(?:kill|call|fall|tall|fill|pull|sell|tell|spell|yell|roll|poll|toll|bill|drill|install|control|appall|thrill|spill|still|skill|grill|chill|mill|recall|stall|small|bull|dull|full|cell|dwell|swell|smell|shell|enroll|scroll|troll|stroll|wall|ball|hall)"
)


def spelled(word: str) -> str:
    """One lower-case English word in its American spelling; other words as they are."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if "our" in word and word not in _NOT_OUR:
        word = _OUR.sub("or", word)
    if "is" in word and not _NOT_ISE.match(word):
        word = _ISE.sub("iz", word)
    if "ll" in word and not _NOT_DOUBLED.match(word):
        word = _DOUBLED.sub("l", word)
    return word


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, folded; a contraction gives two tokens on its own characters."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group().lower().replace("’", "'").replace("ʼ", "'")
        if word[0].isdigit():
            found.append(Token(word.replace(",", ""), start, end))
        elif "." in word:
            found.append(Token(word.replace(".", ""), start, end))
        elif word in _IRREGULAR:
            found += (Token(part, start, end) for part in _IRREGULAR[word])
        elif "'" in word:
            tail = next((t for t in _TAILS if word.endswith(t) and len(word) > len(t)), None)
            if tail is None:
                found.append(Token(word.replace("'", ""), start, end))
            else:
                cut = end - len(tail)
                found.append(Token(spelled(word[: -len(tail)]), start, cut))
                found.append(Token(_TAILS[tail], cut, end))
        else:
            found.append(Token(_SIGNS.get(word) or _NUMBERS.get(word) or spelled(word), start, end))
    return tuple(found)


#: Words that carry no matter of their own.
FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "we",
        "us",
        "our",
        "you",
        "your",
        "i",
        "me",
        "my",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "why",
        "how",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "if",
        "than",
        "then",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "over",
        "to",
        "under",
        "up",
        "with",
        "within",
        "without",
        "about",
        "after",
        "before",
        "between",
        "through",
        "during",
        "against",
        "among",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "having",
        "do",
        "does",
        "did",
        "doing",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "not",
        "no",
        "'s",
        "also",
        "just",
        "very",
        "more",
        "most",
        "such",
        "there",
        "here",
        "some",
        "any",
        "all",
        "both",
        "each",
        "other",
        "own",
        "same",
        "too",
        "only",
        "even",
        "still",
        "yet",
        "while",
        "because",
        "since",
        "until",
        "though",
        "although",
        "mr",
        "mrs",
        "ms",
        "said",
        "say",
        "says",
        "told",
        "according",
        "one",
    ]
)


def is_content(word: str) -> bool:
    """Whether a folded word says something of its own."""
    return word not in FUNCTION_WORDS
