"""Yes and no: where a sentence denies what its words say, and words that are each other's opposite.

Negation is counted once, in whatever form: "not", "n't", "never", "no longer", "neither … nor", "failed to", "refused
to", "without". A denial says of a whole report that it is not so: "denies", "is false", "a hoax", "no truth".
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias


class Negation(NamedTuple):
    """Words that turn what follows into its opposite."""

    start: int
    end: int
    scope: int  #: where what they turn ends


class Denial(NamedTuple):
    """Words that say that a report is not so."""

    start: int
    end: int


_AUXILIARY = r"(?:does|do|did|is|are|was|were|has|have|had|will|would|can|could|should|may|must|shall)"
_NEGATION = regex(
    rf"\b(?:{_AUXILIARY} (?:\w+ly )?not|\w* ?\bn[’']t|\w+n[’']t|cannot|not|never|no longer|neither|nor|without"
    r"|(?:fail(?:s|ed|ing)?|refus(?:es|ed|ing|e)|declin(?:es|ed|ing|e)) to|stopped short of|none of|nobody|no one)\b",
    re.IGNORECASE,
)
#: One of these words is in every negation.
NEGATING = listed(
    "not t cannot never no neither nor without fail fails failed failing refuse refuses refused refusing decline "
    "declines declined declining stopped none nobody"
)
#: "not only", "no doubt", "can't wait", "whether or not": nothing is denied.
_NO_NEGATION = regex(
    r"(?:not|n[’']t)(?: only| just| necessarily| merely| simply| least)\b|(?:whether or|why|if) not\b|not to mention"
    r"|can(?:no|[’'])t (?:wait|help)|not long"
    r"|would(?: not|n[’']t) have [a-z]+(?:ed|en|ne|t|d)\b|no one(?:[’']s)? better|not (?:more|less|fewer) than",
    re.IGNORECASE,
)
_SCOPE_END = regex(
    r"[;:!?](?:\s|$)|\.$|,(?: (?:but|and|which|who|while|although|though|because|saying)\b)"
    r"| (?:but|because|although|though|while) "
)
_REPORT = r"(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|allegations?|accusations?|news|suggestions?)"
_FALSE = (
    r"(?:false|fakes?|untrue|incorrect|fabricated|bogus|unfounded|baseless|inaccurate|not true"
    r"|a (?:hoax|lie|myth|prank))"
)
#: What denies a report in running text: "denies that", "denied reports", "the claim is false".
_DENIAL = regex(
    r"\b(?<!was )(?<!were )(?<!been )(?:denies|denied|denying|refutes?|refuted|refuting|disputes|disputed)"
    rf"(?: \w+)?(?: that\b| \w+ing\b| (?:\w+ )?{_REPORT}\b)"
    rf"|{_REPORT} (?:\S+ ){{0,6}}(?:is|are|was|were|(?:has|have) been|proved|proven|turned out to be) (?:\w+ )?"
    rf"(?:{_FALSE}|debunked|denied)"
    rf"|(?:debunk(?:s|ed|ing)?|dismiss(?:es|ed|ing)|rubbish(?:es|ed)|reject(?:s|ed)) (?:\w+ ){{0,2}}{_REPORT}\b"
    rf"|there (?:is|was) no truth|no truth (?:to|in)\b|false {_REPORT}\b",
    re.IGNORECASE,
)
#: What does so in the short words of a headline.
_SHORT_DENIAL = regex(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|debunk(?:s|ed|ing)?|dispel(?:s|led)?|hoax(?:es|er|ed)?|prank"
    r"|satir(?:e|ical)|fake[ds]?|fabricat(?:ed|ing|ion)|bogus|untrue|unfounded|baseless|nonsense|inaccurate|incorrect"
    r"|erroneous(?:ly)?|photoshop(?:ped)?|not (?:true|real|accurate|authentic|the case)|no (?:truth|evidence)|nope"
    rf"|{_REPORT} (?:\w+ )?(?:put to rest|false|wrong|dismissed)|false|(?:rais(?:es|ed)|casts?) doubts?"
    rf"|(?<!no )doubts?(?= that)|shuts? down {_REPORT})\b|(?:^|: )no,",
    re.IGNORECASE,
)
#: One of these words is in every denial.
DENYING = listed(
    "deny denies denied denying refute refutes refuted refuting dispute disputes disputed disputing debunk "
    "debunks debunked debunking dismiss dismisses dismissed dismissing rubbishes rubbished rubbishing reject "
    "rejects rejected rejecting truth false fake fakes faked untrue incorrect fabricated fabricating fabrication "
    "bogus unfounded baseless inaccurate not hoax hoaxes hoaxer hoaxed lie myth prank satire satirical no nope "
    "erroneous erroneously photoshop photoshopped nonsense dispel dispels dispelled rest wrong doubt doubts shut "
    "shuts"
)
#: ... which in running text says so by itself, or of a report,
_DENYING_ITSELF = listed("denies denied denying refute refutes refuted refuting disputes disputed truth")
_REPORTS = listed(
    "report reports claim claims rumor rumors rumour rumours story stories allegation allegations accusation "
    "accusations news suggestion suggestions"
)
#: ... and in a headline by itself, where it isn't one of these, or in front of one of those.
_NOT_DENYING_ITSELF = listed("not no rest wrong")
_DENIED = _REPORTS | listed("true real accurate authentic case truth evidence")
#: "No hoax", "not a hoax": what is denied twice is not denied.
_NO_DENIAL = regex(r"\b(?:no|not|not a|isn[’']t a?|wasn[’']t a?) $", re.IGNORECASE)
#: A sentence of no more words than this is read as a headline.
LONGEST_HEADLINE = 18
#: A doubt or a question is no statement either way.
_OPEN = regex(
    r"\?|\b(?:whether|if|rumou?rs?|rumou?red|allegedly|alleged|may|might|could|possibly|reportedly|claims? that)\b",
    re.IGNORECASE,
)

#: Opposites that make a statement and its contrary: what happened or is the case, and what is not.
_VERDICTS = """
confirm/deny confirmed/denied confirms/denies win/lose won/lost wins/loses winning/losing victory/defeat allow/ban
allowed/banned allows/bans permit/forbid permitted/banned legal/illegal lawful/unlawful rise/fall rose/fell
rises/falls rising/falling risen/fallen increase/decrease increased/decreased increases/decreases
increasing/decreasing gain/loss gained/lost guilty/innocent accept/reject accepted/rejected accepts/rejects
approve/reject approved/rejected approves/rejects pass/fail passed/failed support/oppose supported/opposed
supports/opposes supporting/opposing alive/dead alive/died survived/died open/close opened/closed opens/closes
open/closed safe/unsafe true/false start/stop started/stopped begin/end began/ended hire/fire hired/fired arrive/leave
arrived/left convicted/acquitted likely/unlikely possible/impossible agreed/refused agree/disagree agrees/disagrees
success/failure succeeded/failed successful/unsuccessful succeed/fail higher/lower more/less more/fewer up/down
for/against before/after improve/worsen improved/worsened strengthen/weaken strengthened/weakened accelerated/slowed
expand/shrink expanded/shrank upheld/overturned granted/denied lifted/imposed released/detained freed/jailed
with/without success/flop positive/negative present/absent join/leave joined/left enter/exit
"""
#: Other opposites: what something is like.
_QUALITIES = """
small/big small/large little/big large/tiny big/tiny tall/short long/short inside/outside indoors/outdoors near/far
close/far young/old young/senior young/elderly younger/older new/old man/woman men/women boy/girl boys/girls
male/female father/mother brother/sister son/daughter husband/wife king/queen mother/dad happy/sad happy/unhappy
happy/unfortunate left/right top/bottom front/back upper/lower high/low full/empty wet/dry hot/cold warm/cold
light/dark bright/dark day/night morning/evening morning/night first/last over/under above/below early/late
earlier/later same/different alone/together asleep/awake sitting/standing sits/stands sit/stand sat/stood north/south
northern/southern east/west eastern/western northeast/southwest northwest/southeast always/never rich/poor
public/private strong/weak heavy/light fast/slow quickly/slowly hard/soft clean/dirty cleaning/dirtying old/modern
ancient/modern smooth/rough thick/thin wide/narrow deep/shallow loud/quiet loudly/quietly beautiful/ugly good/bad
better/worse best/worst easy/difficult easy/hard cheap/expensive minor/major smiling/frowning laughing/crying
pulling/pushing pulls/pushes pull/push walking/running white/black many/few most/least maximum/minimum more/less
odd/even raw/cooked fat/thin foreign/domestic urban/rural winter/summer import/export imports/exports buyer/seller
buy/sell bought/sold buying/selling borrow/lend ascending/descending climbs/descends dressed/undressed clothed/naked
married/single adult/child adults/children upwards/downwards upward/downward forward/backward forwards/backwards
formal/informal peaceful/violent crowded/empty crowded/deserted busy/idle calm/stormy sunny/cloudy visible/invisible
identical/different reliable/unreliable accurate/inaccurate harmful/harmless harmful/beneficial damaging/beneficial
dangerous/harmless armed/unarmed unhurt/hurt unhurt/injured unharmed/hurt unharmed/injured unharmed/harmed
uninjured/injured uninjured/hurt unscathed/injured unscathed/hurt undamaged/damaged undamaged/destroyed intact/damaged
intact/destroyed conscious/unconscious sober/drunk locked/unlocked insured/uninsured licensed/unlicensed
natural/artificial youngest/eldest youngest/oldest
"""


#: A word -> its opposites.
Opposites: TypeAlias = "Mapping[str, frozenset[str]]"


def opposites_of(text: str) -> Opposites:
    """A table of opposites, from pairs as "rise/fall" between white space."""
    found: dict[str, set[str]] = {}
    for pair in text.split():
        one, other = pair.split("/")
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=1)
def verdicts() -> Opposites:
    """Opposites of which one says that something is so, the other that it is not."""
    return opposites_of(_VERDICTS)


@lru_cache(maxsize=1)
def qualities() -> Opposites:
    """Opposites that say what something is like."""
    return opposites_of(_QUALITIES)


def negations(text: str) -> tuple[Negation, ...]:
    """The negations of a sentence, in order."""
    return () if NEGATING.isdisjoint(said(text)) else _negations(text)


@lru_cache(maxsize=16384)
def _negations(text: str) -> tuple[Negation, ...]:
    found: list[Negation] = []
    stop = -1  # where the clause of the last one ends: looked for once a clause
    for match in _NEGATION.finditer(text):
        start, end = match.span()
        if _NO_NEGATION.search(text, max(0, start - len("whether or ")), end + len(" necessarily")):
            continue
        if stop < end:
            ends = _SCOPE_END.search(text, end)
            stop = ends.start() if ends else len(text)
        found.append(Negation(start, end, stop))
    return tuple(found)


def denials(text: str, *, headline: bool = False) -> tuple[Denial, ...]:
    """Where a sentence says that a report is not so; headlines are read for shorter forms too."""
    return () if DENYING.isdisjoint(said(text)) else _denials(text, headline)


@lru_cache(maxsize=16384)
def _denials(text: str, headline: bool) -> tuple[Denial, ...]:
    words = said(text)
    denying = DENYING & words
    if not denying or not _may_deny(denying, words, text, headline):
        return ()
    grammar = _SHORT_DENIAL if headline else _DENIAL
    return tuple(
        Denial(*match.span()) for match in grammar.finditer(text) if not _NO_DENIAL.search(text, 0, match.start())
    )


def _may_deny(denying: frozenset[str], words: frozenset[str], text: str, headline: bool) -> bool:
    """Whether any denial can be in a text of these words: most that say "not" or "no" have none."""
    if headline:
        return not (denying <= _NOT_DENYING_ITSELF and words.isdisjoint(_DENIED)) or "no," in text.lower()
    if denying.isdisjoint(_DENYING_ITSELF) and (words.isdisjoint(_REPORTS) or denying <= _NOT_DENYING_ITSELF):
        return "not" in denying and "true" in words
    return True


@lru_cache(maxsize=16384)
def is_headline(text: str) -> bool:
    """Whether a sentence is as short as a headline and ends like one."""
    return len(text.split()) <= LONGEST_HEADLINE and text.rstrip()[-1:] not in (".", "”", '"')


def is_short(text: str) -> bool:
    """Whether a sentence is as short as a headline."""
    return len(text.split()) <= LONGEST_HEADLINE


@lru_cache(maxsize=16384)
def leaves_open(text: str) -> bool:
    """Whether a sentence asks or leaves open what it speaks of."""
    return _OPEN.search(text) is not None
