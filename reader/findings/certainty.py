"""How sure: what one version states and another alleges, suspects, leaves open or only expects.

The words that a hedge holds for are looked for in the other sentence. Where most of what they are about is there, and
the other sentence hedges nothing of it, one version is surer than the other. "He said" is attribution and no doubt.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings import by_words, called, clause, confidence, epithet, left_open, pending, softened
from reader.findings.finding import Strength, Type
from reader.findings.matter import gist, keys, matter, shared
from reader.findings.pair import Disagreement, Told, quoted
from reader.prose.certainty import Certainty, Hedge, hedges
from reader.prose.polarity import is_headline, negations
from reader.prose.regex import regex
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.prose.words import Word

#: The two values of a disagreement.
DOUBT, STATED = "in doubt", "stated"

#: What both sentences must be about, besides what the hedge holds for.
LEAST_SHARED = 3
#: How many words of a hedge's scope the other sentence must state, and which share of them.
LEAST_STATED = 2
LEAST_COVERED = 0.5
#: So many words are enough with the smaller share.
MANY_STATED = 5
#: What a hedge holds for must be at least this many words of matter.
LEAST_SCOPE = 3
#: The share of what somebody only claims.
LEAST_OF_CLAIM = 0.7
#: The share where the verb is another ("transferring", "provided").
LEAST_WITHOUT_VERB = 0.55
#: How far apart two levels are before a fact checker wants to see them.
LEAST_APART = 3
#: What is only possible ("could have been") is that far from what is, and shown only in so many of the same words.
LEAST_APART_IN_SAME_WORDS = 2
LEAST_IN_SAME_WORDS, SAME_WORDS = 4, 0.75

#: How many words of matter before "possibly" tell what is only possible.
JUST_BEFORE = 4

#: How much of what is stated a version has to doubt elsewhere to be no surer, and how far a doubt reaches.
MOSTLY = 0.6
LONGEST_DOUBT = 120
#: How many words of matter after "accusations that" may tell who is accused.
BEGINNING = 3
#: How far before what is stated its subject is looked for.
LONGEST_SUBJECT = 60

#: What only a court or the police say of somebody is no statement of the newsroom's own.
_ON_TRIAL = regex(
    r"\b(?:suspect(?:s|ed)?|accused?|accuses|charged|charges|alleg\w+|claim(?:s|ed|ing)?|convict\w*|jur(?:y|ors?)|testi\w+|argu(?:ed|es|ing)|contend\w*)\b"
    r"|\b(?:police|prosecutors?|officials?|authorities|deputies|sheriff|detectives?|investigators?|attorney|D\.?A\.?[’']s|office)\b"
    r"(?: \w+){0,3} (?:say|says|said|told|believe)\b"
    r"|\bfound (?:\w+ ){0,2}(?:true|guilty|liable)\b"
    r"|\baccording to (?:\w+ ){0,3}(?:police|nypd|prosecutors?|officials?|authorities|investigators?|deputies"
    r"|detectives?|court|complaint|indictment)\b",
    re.IGNORECASE,
)
#: A sentence that goes on from the one before it, with whoever says that.
_GOES_ON = regex(r"(?:He|She|They|It|His|Her|Their|Its|The (?:two|three|men|women|man|woman|pair|couple))\b")
#: An allegation that a court has decided on is none any more.
_FOUND = regex(r"\b(?:found (?:\w+ ){0,2}(?:true|guilty|liable)|convict\w*|upheld)\b", re.IGNORECASE)
_PERSON = regex(
    r"\b(?:he|she|they|him|her|them|who|(?:gun|police|fire|business)?m[ae]n|wom[ae]n|boys?|girls?|suspects?|gunm[ae]n"
    r"|attackers?|drivers?|teen(?:ager)?s?|couple|father|mother|husband|wife|son|daughter)\b",
    re.IGNORECASE,
)
#: What is only so under a condition, or may be done, is no fact.
_CONDITIONAL = regex(r"\b(?:if|unless|once|whether|provided|in case)\b", re.IGNORECASE)
_CAN = regex(r"\b(?:can|cannot|should|would|must|shall|able to|free to|allowed to)\b", re.IGNORECASE)
#: Verbs of those who say what others deny, with the subject before them and no verb of the claim's own after.
_CLAIMING = regex(r"\b(?:claim|contend|complain|say|said|argu|charg)")
_AUXILIARY = regex(r"\b(?:(?:is|are|was|were|has been|have been|had been) )$")


def speaks_alone(told: Told) -> bool:
    """Whether a sentence is not sure of something; one of the two must."""
    if told.language != "en":
        return by_words.speaks(told, Type.CERTAINTY)
    text = told.text
    return bool(hedges(text) or _in_set_form(text))


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Where one is surer than the other of the same thing."""
    if a.language != "en" or b.language != "en":
        yield from by_words.compare(a, b, Type.CERTAINTY)
        return
    if is_headline(a.text) or is_headline(b.text):  # headlines leave out such words for want of room
        return
    if not (_in_set_form(a.text) or _in_set_form(b.text) or _may_be_surer(a, b) or _may_be_surer(b, a)):
        return
    in_set_form = list(left_open.compare(a, b))
    yield from in_set_form
    if in_set_form:
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        if called.speaks(one.text) and not _others_say(other):
            for doubt, stated, key in called.compare(one, other):
                yield _disagree(
                    doubt, stated, turned, "called so with a doubt in one version only", confidence.CALLED, key
                )
                return
    for one, other, turned in ((a, b, False), (b, a, True)):
        for doubt, stated, what in epithet.compare(one, other):
            yield _disagree(
                doubt, stated, turned, "claimed in one version, stated in the other", confidence.HEDGED, what
            )
            return
    if len(shared(a, b)) < LEAST_SHARED:
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        for doubt, stated, who in pending.compare(one, other):
            yield _disagree(doubt, stated, turned, "still talked about in one version, settled in the other",
                            confidence.PENDING, who)  # fmt: skip
            return
    for one, other, turned in ((a, b, False), (b, a, True)) if softened.speaks(a, b) else ():
        for doubt, stated, key in softened.compare(one, other, degree=False):
            yield _disagree(doubt, stated, turned, "possible in one version, stated in the other",
                            confidence.SOFTENED, key)  # fmt: skip
            return
    for one, other, turned in ((a, b, False), (b, a, True)):
        for hedge in hedges(one.text):
            found = _surer(one, other, hedge)
            if found is not None:
                doubt, stated = found
                claimed = _CLAIMING.search(one.text, hedge.start, hedge.end)
                rule = f"{'claimed' if claimed else hedge.level.name.lower()} in one version, stated in the other"
                yield _disagree(doubt, stated, turned, rule, confidence.HEDGED, gist(one, hedge.end, doubt.end))
                return


@lru_cache(maxsize=16384)
def _in_set_form(text: str) -> bool:
    """Whether a sentence says in a set form that something is not sure, and not only with a hedge."""
    return (
        left_open.leaves_open(text)
        or called.speaks(text)
        or bool(softened.softened(text))
        or pending.speaks(text)
        or epithet.speaks(text)
    )


def _may_be_surer(one: Told, other: Told) -> bool:
    """Whether a sentence has enough words of what another only hedges."""
    theirs = keys(other.text, other.language)
    return any(len(scope & theirs) >= least for scope, least in _doubted(one.text, one.language))


@lru_cache(maxsize=16384)
def _doubted(text: str, language: str) -> tuple[tuple[frozenset[str], float], ...]:
    """What the hedges of a sentence hold for, and how many words of it another must have to state it."""
    scopes = [_held_for(text, language, h.scope)[1] for h in hedges(text) if _is_doubt(h)]
    return tuple([(scope, _least_stated(scope)) for scope in scopes if len(scope) >= LEAST_SCOPE])


def _is_doubt(hedge: Hedge) -> bool:
    return Certainty.STATED - hedge.level >= LEAST_APART_IN_SAME_WORDS


def _least_stated(scope: frozenset[str]) -> float:
    return max(LEAST_STATED, LEAST_COVERED * len(scope))


def _others_say(told: Told) -> bool:
    """Whether others than the newsroom say what a sentence says, in it or in the one before, which it goes on from."""
    if _on_trial(told.text):
        return True
    return _GOES_ON.match(told.text) is not None and _on_trial(told.before)


@lru_cache(maxsize=16384)
def _on_trial(text: str) -> bool:
    return _ON_TRIAL.search(text) is not None


def _disagree(doubt: Span, stated: Span, turned: bool, rule: str, sure: float, about: str) -> Disagreement:
    sides = (stated, doubt, STATED, DOUBT) if turned else (doubt, stated, DOUBT, STATED)
    return Disagreement(Type.CERTAINTY, Strength.DISCREPANCY, *sides, "", rule, sure, about)


def _surer(one: Told, other: Told, hedge: Hedge) -> tuple[Span, Span] | None:
    """The hedge with the words it holds for, and the words of the other sentence that state those."""
    if not _is_doubt(hedge) or quoted(one, hedge.start):
        return None
    words, scope = _held_for(one.text, one.language, hedge.scope)
    if len(scope) < LEAST_SCOPE or len(scope & keys(other.text, other.language)) < _least_stated(scope):
        return None
    said = matter(other.text, other.language)
    if _others_say(other) or _FOUND.search(one.text):
        return None
    at = _densest([w.key in scope for w in said])
    if at is None:
        return None
    here = said[at[0] : at[1]]
    apart = LEAST_APART if hedge.level is not Certainty.OPEN else Certainty.STATED
    everywhere = hedge.level is Certainty.OPEN
    cut = [h.start for h in hedges(other.text) if h.level - hedge.level < apart and here[0].start < h.start]
    if cut and not everywhere:
        here = tuple(w for w in here if w.end <= min(cut))
        if not here:
            return None
    if any(
        h.level - hedge.level < apart and (everywhere or (h.start < here[-1].end and here[0].start < h.scope[1]))
        for h in hedges(other.text)
    ):
        return None
    stated = {w.key for w in here} & scope
    things = {w.key for w in here if w.key in scope and other.text[w.start].islower()}
    share = len(stated) / len(scope)
    verb = words[0].key in stated
    if len(scope) < LEAST_SCOPE or len(things) < (1 if verb and share == 1 else LEAST_STATED):
        return None
    if share < (LEAST_COVERED if verb or len(stated) >= MANY_STATED else LEAST_WITHOUT_VERB):
        return None
    if hedge.level is Certainty.POSSIBLE and not _in_same_words(one, other, hedge, len(stated), share, verb=verb):
        return None
    if share < LEAST_OF_CLAIM and _CLAIMING.search(one.text, hedge.start, hedge.end):
        return None
    if verb and _by(one.text, words[0].end) != any(_by(other.text, w.end) for w in here if w.key == words[0].key):
        return None
    if verb and one.text[hedge.start : hedge.end].endswith((" to", " of")):
        at_verb = next(w.start for w in here if w.key == words[0].key)
        ours, theirs = _last_before(one, hedge.start), _last_before(other, at_verb)
        if ours and theirs and ours != theirs:
            return None
    if one.text[hedge.start : hedge.end].endswith(" of") and not _same_agent(one, other, hedge, here[0].start):
        return None
    if not verb and (len(stated) < LEAST_SCOPE or not _one_subject(one, other, hedge, here)):
        return None
    if quoted(other, here[0].start) or bool(_turned(one, hedge.start)) != bool(_turned(other, here[0].start)):
        return None
    if hedge.level is Certainty.ALLEGED and not _somebody(one, other, hedge, here[-1].end):
        return None
    if _doubted_too(other, stated):
        return None
    while here[-1].key not in scope:
        here = here[:-1]
    last = max(w.end for w in words if w.key in stated)
    if one.text.startswith(" because ", last) and _CLAIMING.search(one.text, hedge.start, hedge.end):
        return None  # "contended that he did it because": the reason is what is claimed
    doubt = Span(_with_auxiliary(one.text, hedge.start), last)
    return doubt, Span(_with_subject(other.text, here[0].start), here[-1].end)


@lru_cache(maxsize=4096)
def _held_for(text: str, language: str, scope: tuple[int, int]) -> tuple[tuple[Word, ...], frozenset[str]]:
    """The words that a hedge holds for, and their keys."""
    words = tuple([w for w in matter(text, language) if w.start >= scope[0] and w.end <= scope[1]])
    return words, frozenset([w.key for w in words])


def _in_same_words(one: Told, other: Told, hedge: Hedge, stated: int, share: float, *, verb: bool) -> bool:
    """Whether what one says may be is told by the other in much the same words, with the same verb and no hedge.

    "Reportedly" only says where somebody has it from.
    """
    if one.text[hedge.start : hedge.end].lower() == "reportedly" or hedges(other.text):
        return False
    if _CONDITIONAL.search(one.text) or _CONDITIONAL.search(other.text) or _CAN.search(other.text):
        return False
    return verb and stated >= LEAST_IN_SAME_WORDS and share >= SAME_WORDS


def _by(text: str, at: int) -> bool:
    """Whether a verb is passive, so that who did it follows: "caused by" is not "causing"."""
    return text.startswith(" by ", at)


def _somebody(one: Told, other: Told, hedge: Hedge, end: int) -> bool:
    """Whether the other says it of somebody, and not of nobody ("the shot was fired"), where one accuses somebody."""
    words = matter(one.text, one.language)
    told = {w.key for w in matter(other.text, other.language) if w.end <= end}
    if one.text[hedge.start : hedge.end].endswith(" that"):
        return any(w.key in told for w in [w for w in words if w.start >= hedge.scope[0]][:BEGINNING])
    named = {w.key for w in words if w.end <= hedge.start and w.start and one.text[w.start].isupper()}
    if not named and not _PERSON.search(one.text, 0, hedge.start):
        return True
    return bool(named & told) or _PERSON.search(other.text, clause.beginning(other.text, end), end) is not None


def _doubted_too(told: Told, stated: set[str]) -> bool:
    """Whether a version doubts elsewhere what one of its sentences states: then it isn't the surer of the two."""
    for hedge in hedges(told.whole):
        if Certainty.STATED - hedge.level >= LEAST_APART:
            doubted = keys(told.whole[hedge.end : min(hedge.scope[1], hedge.end + LONGEST_DOUBT)], told.language)
            if len(doubted & stated) >= MOSTLY * len(stated):
                return True
    return False


def _with_auxiliary(text: str, at: int) -> int:
    """Where a hedge begins, with "is" or "was" before it."""
    before = _AUXILIARY.search(text, max(0, at - len("have been ")), at)
    return before.start() if before else at


def _with_subject(text: str, start: int) -> int:
    """Where the clause begins in which some words are said, or as far before them as a reader needs."""
    begin = clause.beginning(text, start)
    if start - begin > LONGEST_SUBJECT:
        begin = text.find(" ", start - LONGEST_SUBJECT, start) + 1 or start
    return begin


def _turned(told: Told, at: int) -> bool:
    return any(n.start <= at < n.scope for n in negations(told.text))


def _densest(shared_words: list[bool]) -> tuple[int, int] | None:
    """The run of words with most shared ones for the fewest others; another word costs a third of a shared one."""
    best: tuple[int, int] | None = None
    best_score = 0.0
    begin, score = 0, 0.0
    for n, is_shared in enumerate(shared_words):
        if score <= 0:
            begin, score = n, 0.0
        score += 1.0 if is_shared else -0.3
        if is_shared and score > best_score:
            best, best_score = (begin, n + 1), score
    return best


def _same_agent(one: Told, other: Told, hedge: Hedge, stated: int) -> bool:
    """Whether who is accused or suspected in one is said to have done it in the other."""
    agent = _last_before(one, hedge.start)
    near = [w.key for w in matter(other.text, other.language) if w.start <= stated][-JUST_BEFORE:]
    return agent is None or agent in near


def _last_before(told: Told, at: int) -> str | None:
    """The last word of matter before a place: mostly the subject of what follows."""
    before = [w.key for w in matter(told.text, told.language) if w.end <= at]
    return before[-1] if before else None


def _one_subject(one: Told, other: Told, hedge: Hedge, stated: Sequence[Word]) -> bool:
    """Whether both speak of one person or thing: named in the stated words, or before them and before the hedge."""
    if hedge.level is Certainty.OPEN:
        return True
    named = {w.key for w in matter(one.text, one.language) if one.text[w.start].isupper()}
    if any(w.key in named and other.text[w.start].isupper() for w in stated):
        return True
    before = {w.key for w in matter(one.text, one.language) if w.end <= hedge.start}
    return any(w.key in before for w in matter(other.text, other.language) if w.end <= stated[0].start)
