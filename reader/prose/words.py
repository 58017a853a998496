"""Words as they are compared: folded, spelt one way, stemmed; by language, from the data in ``reader.prose.lexicon``.

The comparison key of a word forgets what readers would not call a difference: typography, case, possessives, British or
American spelling, inflection. Offsets always are those of the text itself. Runs of Chinese, Japanese or Thai, which are
written without spaces, become overlapping pairs of characters.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from types import SimpleNamespace

import Stemmer

from reader.frozen import NamedTuple
from reader.prose.lexicon import plain
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


#: Marks that belong to the letter before them and that ``\w`` leaves out: Latin, Hebrew, Arabic, Indic, Thai.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0e7f"
#: Scripts written without spaces between words: Thai to Burmese, kana, Han.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

#: An abbreviation with its points, a number with its separators, or a word with its apostrophes.
TOKEN = regex(rf"(?:[^\W\d_]\.){{2,}}|\d+(?:[.,:]\d+)*|[\w{_MARKS}]+(?:['’][\w{_MARKS}]+)*")

_RUN = regex(f"[{_UNSPACED}]+")
#: Whether a text may have such a run in it: compiled in a fraction of the time, and most texts have none.
_MAY_RUN = regex("[^\x00-\u0dff\u2000-\u2fff]")
_THOUSANDS = regex(r"\d{1,3}(,\d{3})+")
_POSSESSIVE = ("'s", "s'")
_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ё": "е", "ß": "ss", "ـ": None, "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"}
    | {chr(mark): None for mark in (*range(0x064B, 0x0660), 0x0670)}
)


class Word(NamedTuple):
    """A word of a text: its comparison key, and where it stands."""

    key: str
    start: int
    end: int


class Lexicon:
    """How the words of one language are compared. Equal text always gives equal keys."""

    def __init__(self, language: str) -> None:
        data = _data(language)
        self.language = language
        self._spelling: dict[str, str] = data.SPELLING
        self._endings: tuple[tuple[str, str], ...] = data.ENDINGS
        self._any_ending = tuple(ending for ending, _ in data.ENDINGS)
        self._beginnings: dict[str, str] = getattr(data, "BEGINNINGS", {})
        self._any_beginning = tuple(self._beginnings)
        self._stem = Stemmer.Stemmer(data.STEMMER, 0).stemWord if data.STEMMER else str
        self._known: dict[str, str] = {}
        #: Keys of words that say nothing about the subject.
        self.stop: frozenset[str] = frozenset(self.key(word) for word in data.STOP)
        #: Keys of words that stand for a name given earlier.
        self.pronouns: frozenset[str] = frozenset(self.key(word) for word in data.PRONOUNS)
        #: Keys of days and months, which have capital letters in some languages and name no one.
        self.calendar: frozenset[str] = frozenset(self.key(word) for word in data.CALENDAR)
        #: Key -> the first key of a group of words that news writers use for one another.
        self.groups: dict[str, str] = {}
        for group in data.GROUPS:
            keys = [self.key(word) for word in group.split()]
            for key in keys:
                self.groups.setdefault(key, keys[0])

        #: Key of an irregular form -> key of the form that it is of.
        self.forms: dict[str, str] = {
            self.key(form): self.key(base) for form, base in getattr(data, "FORMS", {}).items()
        }
        #: Words that say no, and how sure; and, each line one amount, how many.
        self.negations: frozenset[str] = getattr(data, "NEGATIONS", frozenset())
        self.hedges: frozenset[str] = getattr(data, "HEDGES", frozenset())
        self.amounts: tuple[str, ...] = getattr(data, "QUANTIFIERS", ())
        #: Key -> key of what it stands for where texts are aligned: its group, an irregular form's own word.
        self.meant: dict[str, str] = {form: self.groups.get(base, base) for form, base in self.forms.items()}
        self.meant |= self.groups
        #: Words that are written as one, or as two with a hyphen.
        self.joined: frozenset[str] = getattr(data, "JOINED", frozenset())

    def key(self, word: str) -> str:
        """The comparison key of one word."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._make_key(word)
        return found

    def keys(self, text: str) -> list[str]:
        """The comparison keys of all words of a text, in order."""
        return self.tokens(text)[1]

    def tokens(self, text: str) -> tuple[list[str], list[str]]:
        """All words of a text as they are written, and their comparison keys, in order."""
        if text.isascii() and text.isalpha():
            return [text], [self.key(text)]
        if not text.isascii() and _MAY_RUN.search(text) and _RUN.search(text):
            words = self.words(text)
            return [text[word.start : word.end] for word in words], [word.key for word in words]
        found = TOKEN.findall(text)
        key = self.key
        return found, [key(word) for word in found]

    def words(self, text: str) -> list[Word]:
        """All words of a text, in order, with where they stand."""
        key, make = self.key, tuple.__new__
        if text.isascii() or not (
            _MAY_RUN.search(text) and _RUN.search(text)
        ):  # without the constructor that a named tuple has: twice as fast
            return [make(Word, (key(match.group()), *match.span())) for match in TOKEN.finditer(text)]
        found: list[Word] = []
        for match in TOKEN.finditer(text):
            word, at = match.group(), match.start()
            if word.isascii() or not _MAY_RUN.search(word) or not _RUN.search(word):
                found.append(Word(self.key(word), at, match.end()))
                continue
            last = 0
            for run in _RUN.finditer(word):
                if run.start() > last:
                    found.append(Word(self.key(word[last : run.start()]), at + last, at + run.start()))
                last = run.end()
                first, end = at + run.start(), at + run.end()
                ends = range(first + 2, end + 1) if end - first > 1 else (end,)
                found += (Word(text[max(first, stop - 2) : stop], max(first, stop - 2), stop) for stop in ends)
            if last < len(word):
                found.append(Word(self.key(word[last:]), at + last, match.end()))
        return found

    def _make_key(self, word: str) -> str:
        if word == "US":  # the one abbreviation that is another word in lower case
            word = "u.s."
        if word.isascii() and word.isalpha():  # nothing to fold, as in most words
            folded = word.lower()
            return self._stem(self._spelling.get(folded) or self._respelt(folded))
        folded = word.casefold().translate(_FOLD)
        if "." in folded and not folded[0].isdigit():
            folded = folded.rstrip(".")
        if folded.endswith(_POSSESSIVE):
            folded = folded[:-2] if folded.endswith("'s") else folded[:-1]
        if not folded.strip("."):  # nothing but marks, as what is left of 漢's once its signs are taken out
            return word
        known = self._spelling.get(folded)
        if known is not None:
            return self._stem(known)
        if "." in folded and not folded[0].isdigit():
            folded = folded.replace(".", "")
            return self._stem(self._spelling.get(folded, folded))
        if folded[0].isdigit():
            return folded.replace(",", "") if _THOUSANDS.fullmatch(folded) else folded
        return self._stem(self._respelt(folded))

    def _respelt(self, folded: str) -> str:
        """The same word with the beginning and the ending that it has in the other spelling."""
        if "our" in folded and folded.startswith(self._any_beginning):  # as all of those have it, and few words
            begun = next(word for word in self._any_beginning if folded.startswith(word))
            return self._beginnings[begun] + folded[len(begun) :]
        if folded.endswith(self._any_ending):
            for ending, compared in self._endings:
                if len(folded) > len(ending) + 3 and folded.endswith(ending):
                    return folded[: -len(ending)] + compared
        return folded


@lru_cache(maxsize=64)
def lexicon(language: str | None) -> Lexicon:
    """The lexicon of a language (ISO 639-1, region ignored); one that knows nothing where the language is not known."""
    return Lexicon((language or "en").lower()[:2])


#: Languages that have a module of their own.
KNOWN = ("ar", "de", "en", "es", "fr", "ru", "zh")
#: Other languages that Snowball has stems for.
_STEMMERS = {
    "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech", "da": "danish", "nl": "dutch",
    "eo": "esperanto", "et": "estonian", "fi": "finnish", "el": "greek", "hi": "hindi", "hu": "hungarian",
    "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian",
    "nb": "norwegian", "fa": "persian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip


def _data(language: str) -> Any:
    """The module of a language; ``plain`` with the language's stems, if there are any, where it has none."""
    if language in KNOWN:
        return import_module(f"reader.prose.lexicon.{language}")
    return SimpleNamespace(**{**vars(plain), "STEMMER": _STEMMERS.get(language)})
