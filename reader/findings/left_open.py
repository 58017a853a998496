"""What one version leaves open and another answers, calls false or states: in set forms that newsrooms use.

"It is unclear why" beside a reason; "unclear how many were hurt" beside "six were hurt"; "unclear what would happen to
the crew" beside "will be handed over"; "has not said whether" beside "announced"; "erroneously claimed" beside
"claimed"; "possibly at Lindholm" beside "at Lindholm".
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings import clause, confidence, withheld
from reader.findings.finding import Strength, Type
from reader.findings.matter import gist, keys, matter, shared
from reader.findings.pair import Disagreement, Told, quoted
from reader.prose.certainty import hedges
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: What a claim, a question and its answer must both be about; one of these words has to be a name.
LEAST_SHARED = 2
#: How much of a claim that is called false the other has to report.
LEAST_OF_CLAIM = 0.3
LEAST_DECIDED = 3
#: How many words of matter before "possibly" tell what is only possible.
JUST_BEFORE = 4
#: A hedge this close before a statement may hold for it.
NEAR = 40

_SAYING = r"(?:claim|say|said|state|assert|suggest|argu|insist|alleg|report|told|tell)\w*"
_FALSE_CLAIM = regex(
    rf"\b(?:(?:erroneous|false|wrong|incorrect|mistaken|baseless|misleading)ly|without (?:any )?evidence,?) {_SAYING}"
)
_CLAIM = regex(r"\b(?:claimed|claims|claiming|said|says|argued|argues|insisted|insists|asserted|suggested)\b")
_POSSIBLY = regex(r"\b(?:possibly|perhaps|probably|maybe) (?:at|in|on|near|to|by|from) (?:the )?(?P<what>[A-Z]\w+)")
_PLACED = regex(r"\b(?:at|in|on|near|to|by|from) (?:the )?(?P<what>[A-Z]\w+)")
_OPEN = (
    r"\b(?:unclear|unknown|uncertain|not (?:\w+ )?(?:clear|known|certain)"
    r"|(?:has|have|had|did|would)(?: not|n[’']t) (?:\w+ )?(?:say|said|know|known|disclosed?|decided?))"
)
_WHY = regex(rf"{_OPEN} why\b|\b(?:gave no (?:reason|explanation)|no explanation) (?:for|why)\b", re.IGNORECASE)
_WHY_WORDS = listed("why reason explanation")
_REASON = regex(
    r"\b(?:because of|due to(?! (?:be|give|meet|speak|appear|start|begin|open|close|take|arrive|leave|return|make|hold"
    r"|play|report|release|publish|face|expire|end|run|stand|go|come|vote|decide)\b)|in response to"
    r"|(?:a|the) (?:response|reaction) to|prompted by|in retaliation for)\b"
)
_HOW_MANY = regex(
    rf"{_OPEN} how many (?:of the )?(?P<who>\w+ )??(?:(?:might|may) )?(?:were|was|are|is|had|have)(?: been)?"
    r" (?P<what>\w+)",
    re.IGNORECASE,
)
_MANY = listed("many")
_ANYBODY = frozenset(("people", "persons", "others", "victims", "casualties", "more"))
_HOW_MANY_ARE = regex(
    r"(?:(?<!\d)(?<!\d,)\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|hundreds)"
    r"(?: \w+){0,3}? (?:were|was|are|is|had|have)(?: been)? (?P<what>\w+)",
    re.IGNORECASE,
)
#: "What would happen to the crew, or where they would be taken."
_FATE = regex(
    rf"{_OPEN} (?:what (?:would|will|might) happen (?:to|with) (?:the )?|where (?:the )?(?=\w+ (?:would|will) be ))"
    r"(?P<who>\w+)",
    re.IGNORECASE,
)
_FATE_WORDS = listed("happen where")
_SETTLED = regex(
    r"\b(?:will|would|are to|is to|were to|was to) (?:all |now |also )?be (?:handed|turned|taken|sent|flown|moved"
    r"|deported|extradited|transferred|tried|put on trial|released|freed|returned|sold|destroyed|demolished)\b[^,;.]*"
)
_UNDECIDED = regex(
    r"\b(?:has|have|had)(?: not|n[’']t| yet to) (?:\w+ )?"
    r"(?:said|say|decided?|announced?|indicated?|revealed?|determined?) (?:how|whether|if|what|which|when)\b"
)
_UNDECIDED_WORDS = listed("how whether if what which when")
_DECIDED = regex(r"\b(?:announced|announces|decided|decides|vetoed|signed|approved|rejected) \w+")

#: One of these words is in every form that calls a claim false or only possible...
LEAVING_OPEN = listed(
    "erroneously falsely wrongly incorrectly mistakenly baselessly misleadingly evidence possibly perhaps probably "
    "maybe"
)
#: ...and in every form that says what is not known.
ASKING = listed("why not t yet unclear unknown uncertain reason explanation")

_QUESTION = regex(r"\b(?:why|how|whether|if|what|which|when|where|at|in|on|near|to|by|from|for)\b")

#: What is seen between two sentences in this order: two spans, two values and the rule.
_Found = tuple[Span, Span, str, str, str]


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Whatever of these the two sentences hold, the first of them."""
    if not (leaves_open(a.text) or leaves_open(b.text)):
        return
    ways: tuple[Callable[[Told, Told], _Found | None], ...] = (
        _called_false, _unanswered, _uncounted, _unsettled, _undecided, withheld.name, withheld.cause, _only_possible
    )  # fmt: skip
    for way in ways:
        for one, other, turned in ((a, b, False), (b, a, True)):
            found = way(one, other)
            if found is not None:
                left, right, value_left, value_right, rule = found
                about = gist(one, *_after_question(one, left))
                if turned:
                    left, right, value_left, value_right = right, left, value_right, value_left
                yield Disagreement(
                    Type.CERTAINTY, Strength.DISCREPANCY, left, right, value_left, value_right, "", rule,
                    confidence.SET_FORM, about,
                )  # fmt: skip
                return


def leaves_open(text: str) -> bool:
    """Whether a sentence has any of the forms that another can answer."""
    return asks(text) or (not LEAVING_OPEN.isdisjoint(said(text)) and _claims(text))


@lru_cache(maxsize=16384)
def _claims(text: str) -> bool:
    return any(form.search(text) for form in (_FALSE_CLAIM, _POSSIBLY))


def asks(text: str) -> bool:
    """Whether a sentence says that something is not known, which any sentence of another version may tell."""
    return (not ASKING.isdisjoint(said(text)) and _asks(text)) or withheld.asks(text)


@lru_cache(maxsize=16384)
def _asks(text: str) -> bool:
    words = said(text)
    return any(
        form.search(text)
        for form, needed in (
            (_WHY, _WHY_WORDS),
            (_HOW_MANY, _MANY),
            (_FATE, _FATE_WORDS),
            (_UNDECIDED, _UNDECIDED_WORDS),
        )
        if not needed.isdisjoint(words)
    )


def asked(text: str) -> tuple[str, Span] | None:
    """What a sentence says is not known, by its question word, and where it says so; None where it asks nothing."""
    words = said(text)
    for name, form, needed in (
        ("why", _WHY, _WHY_WORDS), ("how many", _HOW_MANY, _MANY), ("fate", _FATE, _FATE_WORDS)
    ):  # fmt: skip
        found = form.search(text) if not (ASKING.isdisjoint(words) or needed.isdisjoint(words)) else None
        if found is not None:
            return name, Span(found.start(), clause.end(text, found.end()))
    return None


def _after_question(told: Told, doubt: Span) -> tuple[int, int]:
    """From the question word, or the preposition, of a doubt to its end: what is asked."""
    asked = _QUESTION.search(told.text, doubt.start, doubt.end)
    return (asked.end() if asked else doubt.end), clause.end(told.text, doubt.end)


def _called_false(one: Told, other: Told) -> _Found | None:
    """A claim that one version calls false in its own voice, and the other only reports."""
    false, claim = _FALSE_CLAIM.search(one.text), _CLAIM.search(other.text)
    if not false or not claim or _FALSE_CLAIM.search(other.text):
        return None
    if quoted(one, false.start()) or quoted(other, claim.start()):
        return None
    ours = {w.key for w in matter(one.text, one.language) if w.start >= false.end()}
    theirs = {w.key for w in matter(other.text, other.language) if w.start >= claim.end()}
    if len(ours & theirs) < max(LEAST_SHARED, LEAST_OF_CLAIM * len(ours)):
        return None
    rule = "a claim called false in one version, only reported in the other"
    return Span(*false.span()), Span(*claim.span()), "called false", "reported", rule


def _unanswered(one: Told, other: Told) -> _Found | None:
    """ "It is unclear why" beside a reason."""
    if _WHY_WORDS.isdisjoint(said(one.text)):
        return None
    why, reason = _WHY.search(one.text), _REASON.search(other.text)
    if not why or not reason or _REASON.search(one.text) or not _one_matter(one, other, LEAST_SHARED):
        return None
    if quoted(one, why.start()) or quoted(other, reason.start()):
        return None
    return _answered(one, why, other, reason)


def _uncounted(one: Told, other: Told) -> _Found | None:
    """ "It was unclear how many people were hurt" beside "six were hurt"."""
    asked = _HOW_MANY.search(one.text) if not _MANY.isdisjoint(said(one.text)) else None
    if not asked or _HOW_MANY.search(other.text) or hedges(other.text) or len(shared(one, other)) < LEAST_SHARED:
        return None
    key = lexicon(one.language).key
    who = (asked["who"] or "people").strip().lower()
    if who not in _ANYBODY and key(who) not in keys(other.text, other.language):
        return None
    told = next((m for m in _HOW_MANY_ARE.finditer(other.text) if key(m["what"]) == key(asked["what"])), None)
    return _answered(one, asked, other, told) if told and not quoted(other, told.start()) else None


def _unsettled(one: Told, other: Told) -> _Found | None:
    """ "It was unclear what would happen to the crew" beside "the crew will be handed over"."""
    if _FATE_WORDS.isdisjoint(said(one.text)):
        return None
    asked, settled = _FATE.search(one.text), _SETTLED.search(other.text)
    if not asked or not settled or hedges(other.text) or quoted(other, settled.start()):
        return None
    if lexicon(one.language).key(asked["who"]) not in {
        w.key for w in lexicon(other.language).words(other.text) if w.end <= settled.start()
    }:
        return None
    return _answered(one, asked, other, settled)


def _answered(one: Told, asked: re.Match[str], other: Told, told: re.Match[str], how: str = "answered") -> _Found:
    """A question and its answer, each to the end of its clause."""
    rule = f"left open in one version, {how} in the other"
    spans = (Span(found.start(), clause.end(t.text, found.end())) for t, found in ((one, asked), (other, told)))
    return next(spans), next(spans), "in doubt", "stated", rule


def _undecided(one: Told, other: Told) -> _Found | None:
    """ "Has not said whether" beside "announced"."""
    undecided, decided = _UNDECIDED.search(one.text), _DECIDED.search(other.text)
    if not undecided or not decided or _UNDECIDED.search(other.text) or not _one_matter(one, other, LEAST_DECIDED):
        return None
    return _answered(one, undecided, other, decided, "decided")


def _one_matter(one: Told, other: Told, least: int) -> bool:
    """Whether both are about the same things, and one of these is a name in both."""
    both = shared(one, other)
    named = [{w.key for w in matter(t.text, t.language) if t.text[w.start].isupper() and w.start} for t in (one, other)]
    return len(both) >= least and bool(both & named[0] & named[1])


def _only_possible(one: Told, other: Told) -> _Found | None:
    """ "Handed over, possibly at Lindholm" beside "handed over at Lindholm"."""
    if _POSSIBLY.search(other.text):
        return None
    for match in _POSSIBLY.finditer(one.text):
        place = next((p for p in _PLACED.finditer(other.text) if p["what"] == match["what"]), None)
        if place is None or any(place.start() - NEAR < h.end and h.start < place.start() for h in hedges(other.text)):
            continue
        ours = [w.key for w in matter(one.text, one.language) if w.end <= match.start()][-JUST_BEFORE:]
        theirs = [w.key for w in matter(other.text, other.language) if w.end <= place.start()][-JUST_BEFORE:]
        if len(set(ours) & set(theirs)) >= LEAST_SHARED:
            rule = "possible in one version, stated in the other"
            return Span(*match.span()), Span(*place.span()), "in doubt", "stated", rule
    return None
