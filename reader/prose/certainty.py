"""How sure a sentence is of what it says: open, alleged, possible or expected, and of which of its words."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import SENTENCE, listed, said, said_once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Certainty(IntEnum):
    """How far a report stands behind what it says, from least to most."""

    OPEN = 0  #: "it was unclear whether"
    ALLEGED = 1  #: "is suspected of", "allegedly", "accusations that"
    APPARENT = 2  #: "apparently", "appears to", "is believed to"
    POSSIBLE = 3  #: "may", "could", "possibly"
    EXPECTED = 4  #: "is expected to", "is likely to", "plans to"
    STATED = 5  #: as a fact


class Hedge(NamedTuple):
    """Words that say how sure the words of their scope are."""

    level: Certainty
    start: int
    end: int
    scope: tuple[int, int]  #: the characters that it holds for


_BE = r"(?:is|are|was|were|be|been|being|[’']s)"
_ASK = r"(?:if|whether|what|who|why|how|where|when|which)\b"
#: Who says in every story what others deny.
_OPPONENTS = (
    r"(?:critics|opponents|detractors|rivals|foes|s[ck]eptics|accusers|protesters|demonstrators|activists|advocates"
    r"|environmentalists|conservationists|campaigners)"
)
_HEDGES = (
    (
        Certainty.OPEN,
        rf"(?:{_BE} (?:\w+ ){{0,3}})?(?:unclear|unknown|uncertain|undecided"
        rf"|not (?:\w+ )?(?:clear|known|certain|decided))(?: \w+)? {_ASK}"
        r"|(?:has|have|had|did|does|would|could)(?: not|n[’']t) (?:\w+ )?"
        rf"(?:said|say|disclosed?|revealed?|specif(?:y|ied)|determined?) {_ASK}"
        r"|(?:remains?|remained) (?:to be seen|unclear|unknown)",
    ),
    (
        Certainty.ALLEGED,
        r"alleged(?:ly)?|allegations? (?:that|of)|accus(?:es|ed|ing) (?:\w+ ){0,3}of|accusations? (?:that|of)"
        rf"|purported(?:ly)?|(?:{_BE} )?suspected (?:of|to)|suspicions? (?:that|of)|suspects? that|supposedly"
        r"|(?:claim|contend|complain)(?:s|ed|ing)? (?:\w+ly |in (?:\w+ ){1,3})?that"
        rf"|{_OPPONENTS} (?:\w+ ){{0,3}}(?:say|said|argue|claim|contend|complain|charge)\w{{0,3}}"
        r"|(?:letter|lawsuit|suit|complaint|petition|statement) (?:\w+ ){0,3}"
        r"(?:say|argu|claim|charg|complain)ing",
    ),
    (
        Certainty.APPARENT,
        r"apparent(?:ly)?|appear(?:s|ed)? to|seem(?:s|ed)? to|presumably"
        rf"|{_BE} (?:widely )?(?:believed|thought|understood|presumed|said|reported|rumou?red) to"
        r"|signal(?:s|ed|led) (?:that )?(?:he|she|they|it)\b",
    ),
    (
        Certainty.POSSIBLE,
        r"may (?:have|be|also|not|well|become|[a-z]+)\b|might|could|possibl[ey]|perhaps|reportedly|potentially"
        r"|considering (?:\w+ing|whether)",
    ),
    (
        Certainty.EXPECTED,
        rf"{_BE} (?:widely )?(?:expected|likely|set|due|scheduled|poised|slated|planning|hoping|preparing) to|likely"
        r"|probably|plans? to|intends? to|hopes? to",
    ),
)
_HEDGE = regex(rf"\b(?:{'|'.join(f'(?P<l{int(level)}>{words})' for level, words in _HEDGES)})", re.IGNORECASE)
#: One of these words is in every hedge; "is said to" is asked for apart.
HEDGING = listed(
    "unclear unknown uncertain undecided not t remain remains remained allegation allegations alleged allegedly "
    "accuse accuses accused accusing accusation accusations purported purportedly suspect suspects suspected "
    "suspicion suspicions supposedly apparent apparently appear appears appeared seem seems seemed presumably "
    "believed thought understood presumed reported rumored rumoured signals signaled signalled may might could "
    "possible possibly perhaps reportedly potentially considering expected likely set due scheduled poised slated "
    "planning hoping preparing probably plan plans intend intends hope hopes claim claims claimed claiming contend "
    "contends contended contending complain complains complained complaining critics "
    "opponents detractors rivals foes sceptics skeptics accusers protesters demonstrators activists advocates "
    "environmentalists conservationists campaigners letter "
    "lawsuit suit complaint petition statement"
)
_SCOPE_END = regex(
    r"[;:!?](?:\s|$)|\.$|,(?= )"
    r"|,? (?:who|which|but|although|though|while|whereas|because|according to|said|says|saying|after|before)\b"
)
_MONTH = regex(r"May (?:\d|and|to)\b")
#: "In a May statement", "since May": a capital within a sentence, after such words.
_BEFORE_MONTH = regex(
    r"\b(?:an?|the|in|since|last|this|by|until|early|late|of|its|his|her|their|every) $", re.IGNORECASE
)


#: From one of these signs to the next no hedge reaches.
_FRAGMENT = regex(r"[^.,;:!?()“”\"\n]+")


def _in_fragments(text: str) -> Iterator[re.Match[str]]:
    """The hedges of a long text, looked for only between signs where one of their words stands."""
    for fragment in _FRAGMENT.finditer(text):
        words = said_once(fragment.group())
        if not HEDGING.isdisjoint(words) or "said" in words:
            yield from _HEDGE.finditer(text, *fragment.span())


def hedges(text: str) -> tuple[Hedge, ...]:
    """The hedges of a sentence, in order, each with the words it holds for: those after it in the clause."""
    words = said(text)
    return _hedges(text) if not HEDGING.isdisjoint(words) or ("said" in words and "said to" in text.lower()) else ()


@lru_cache(maxsize=16384)
def _hedges(text: str) -> tuple[Hedge, ...]:
    found: list[Hedge] = []
    stop = -1  # where the clause of the last hedge ends: looked for once a clause, so that many hedges take no longer
    for match in _HEDGE.finditer(text) if len(text) <= SENTENCE else _in_fragments(text):
        if match.group()[:3] == "May" and (
            _MONTH.match(text, match.start()) or _BEFORE_MONTH.search(text, max(0, match.start() - 8), match.start())
        ):
            continue
        level = Certainty(int((match.lastgroup or "l5")[1:]))
        if stop <= match.end():
            ends = _SCOPE_END.search(text, match.end() + 1)
            stop = ends.start() if ends else len(text)
        found.append(Hedge(level, match.start(), match.end(), (match.end(), stop)))
    return tuple(found)
