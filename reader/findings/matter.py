"""What a sentence is about: its words without those that say nothing of the subject, as comparison keys."""

from __future__ import annotations

from functools import lru_cache

from reader.prose.words import Word, lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.findings.pair import Told
    from reader.prose.words import Lexicon


@lru_cache(maxsize=16384)
def matter(text: str, language: str) -> tuple[Word, ...]:
    """The words that carry matter, in order; words that news writers use for one another have the same key."""
    words = lexicon(language)
    read = words.words(text)
    if words.joined and "-" in text:
        read = _joined(text, read, words)
    stop, forms, groups = words.stop, words.forms, words.groups
    found: list[Word] = []
    for word in read:
        written = word.key
        if written in forms:
            written = forms[written]
        elif written in stop:
            continue
        if written not in stop and written not in words.pronouns and written != "'s":
            key = groups.get(written, written)
            found.append(word if key == word.key else Word(key, word.start, word.end))
    return tuple(found)


def _joined(text: str, read: list[Word], words: Lexicon) -> list[Word]:
    """The words of a text, those as one that others write without their hyphen ("fund-raiser")."""
    found: list[Word] = []
    for word in read:
        if found and text[found[-1].end : word.start] == "-":
            whole = f"{text[found[-1].start : found[-1].end]}{text[word.start : word.end]}".lower()
            if whole in words.joined:
                found[-1] = Word(words.key(whole), found[-1].start, word.end)
                continue
        found.append(word)
    return found


@lru_cache(maxsize=16384)
def keys(text: str, language: str) -> frozenset[str]:
    """The keys of the words that carry matter."""
    words = lexicon(language)
    if words.joined and "-" in text:
        return frozenset([word.key for word in matter(text, language)])
    written, forms, stop, groups = frozenset(words.keys(text)), words.forms, words.stop, words.groups
    found = {forms.get(key, key) for key in written if key in forms or key not in stop}
    return frozenset([groups.get(key, key) for key in found - stop - words.pronouns if key != "'s"])


def shared(a: Told, b: Told) -> frozenset[str]:
    """What both sentences are about."""
    return keys(a.text, a.language) & keys(b.text, b.language)


def gist(told: Told, start: int, end: int) -> str:
    """The first two words that carry matter from ``start`` to ``end``, as keys: enough to know it by in one story."""
    found = (w.key for w in matter(told.text, told.language) if start <= w.start and w.end <= end)
    return " ".join(list(found)[:2])
