"""What one version calls somebody, or a death or a fire, with a doubt and another without.

"A suspected smuggler" beside "a smuggler", "an apparent suicide" beside "a suicide", of one and the same as far as the
words around tell, and where neither version calls it otherwise elsewhere.
"""

from __future__ import annotations

from functools import lru_cache

from reader.findings.matter import matter, shared
from reader.findings.pair import Told, quoted
from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many words both sentences must share besides.
LEAST_SHARED = 3
#: So many words may stand between the doubt and what somebody is called: "a reputed crime family boss".
MOST_BETWEEN = 3

_WHO = (
    "killer murderer robber rapist shooter gunman gunmen sniper bomber hijacker carjacker kidnapper abductor pirate "
    "terrorist militant insurgent extremist jihadist trafficker smuggler mobster gangster ringleader mastermind spy "
    "hacker arsonist thief thieves burglar poacher abuser molester stalker fraudster swindler attacker assailant "
    "accomplice vandal looter rioter"
)
#: These say nothing without the word before them: a crime boss, a gang member.
_WHO_OF_WHAT = "boss leader member dealer agent driver fighter supplier operative"
#: What happened, where it is not sure that it did.
_WHAT = "suicide murder-suicide homicide arson overdose cyberattack hacking poisoning assassination lynching"
_DOUBT = (
    "alleged suspected reputed accused purported presumed supposed apparent possible probable potential "
    "allegedly apparently"
)
DOUBTS = listed(_DOUBT)
_ANY_DOUBT = regex(
    rf"\b(?:{_DOUBT.replace(' ', '|')}|possibly|believed|thought|suspicion|allegations?"
    r"|reportedly|convicted|confessed|admitted|self-\w+|former|no|not an?|whether|if|would-be|potential|another"
    r"|other)\b"
)


def _forms(words: str) -> str:
    return "|".join(f"{word}(?:e?s)?" for word in words.split())


_NAMED = regex(
    rf"(?P<before>(?:(?<![\w’'-])[\w’'-]+ ){{0,{MOST_BETWEEN + 1}}})"  # from where a word begins
    rf"(?<![\w-])(?P<head>{_forms(_WHO)}|{_forms(_WHO_OF_WHAT)}|{_forms(_WHAT)})(?![\w’'-])"
)
_HEADS = frozenset(f"{word}{end}" for word in f"{_WHO} {_WHO_OF_WHAT} {_WHAT}".split() for end in ("", "s", "es"))
_OF_WHAT = frozenset(f"{word}{end}" for word in _WHO_OF_WHAT.split() for end in ("", "s", "es"))


_DRUNK = regex(r"\b(?:drunk|drunken|intoxicated|inebriated)\b")
_ARTICLES = ("a", "an", "the")


class Called(NamedTuple):
    """What somebody is called."""

    span: Span  #: with the doubt, where there is one, else with the article
    key: str  #: of what they are called, with the word before it where it says nothing alone
    doubted: bool
    known: bool  #: whether it stands alone, and is neither doubted nor said of somebody else


def speaks(text: str) -> bool:
    """Whether a sentence calls somebody something, with a doubt."""
    return not DOUBTS.isdisjoint(said(text)) and any(one.doubted for one in called(text))


@lru_cache(maxsize=16384)
def called(text: str) -> tuple[Called, ...]:
    """What a text calls people, and deaths and fires that may be crimes."""
    if _HEADS.isdisjoint(said(text)):
        return ()
    key = lexicon("en").key
    found = []
    for match in _NAMED.finditer(text):
        before = match["before"].split()
        name = key(match["head"])
        if match["head"] in _OF_WHAT:
            if not before:
                continue
            what = _DRUNK.search(match["before"]) if match["head"].startswith("driver") else None
            name = f"{'drunk' if what else key(before[-1].lower())} {name}"
        at = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower() in DOUBTS), None)
        start = match.start("head")
        if at is not None:
            start = match.start() + sum(len(word) + 1 for word in before[:at])
        else:
            article = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower() in _ARTICLES), None)
            first = article if article is not None else len(before) - (match["head"] in _OF_WHAT)
            start -= sum(len(word) + 1 for word in before[first:])
        free = _ANY_DOUBT.search(match["before"].lower()) is None
        found.append(Called(Span(start, match.end()), name, at is not None, free))
    return tuple(found)


def compare(one: Told, other: Told) -> Iterator[tuple[Span, Span, str]]:
    """The words that doubt it in ``one``, those that don't in ``other``, and the key of what somebody is called."""
    for doubt in called(one.text):
        if not doubt.doubted or quoted(one, doubt.span.start):
            continue
        for plain in called(other.text):
            if plain.key != doubt.key or not plain.known or quoted(other, plain.span.start):
                continue
            if _both_ways(one, doubt.key, doubted=False) or _both_ways(other, doubt.key, doubted=True):
                continue
            if _one_matter(one, other, doubt.span):
                yield doubt.span, plain.span, doubt.key
                return


def _both_ways(told: Told, key: str, *, doubted: bool) -> bool:
    """Whether a version calls somebody so with a doubt elsewhere, or without."""
    return any(one.key == key and (one.doubted if doubted else one.known) for one in called(told.whole))


def _one_matter(one: Told, other: Told, said_so: Span) -> bool:
    """Whether both are about the same things, besides what somebody is called."""
    inside = {w.key for w in matter(one.text, one.language) if said_so.start <= w.start < said_so.end}
    return len(shared(one, other) - inside) >= LEAST_SHARED
