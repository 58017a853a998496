"""What a sentence in English may tell of, as its words show: a bit for each sort, all looked up at once.

Each reader of sentences knows words of which one is in whatever it finds. Most sentences have none of most readers'
words, and needn't be asked; to look the words of a sentence up once in one table is sooner than to ask every reader's
list. A bit may be there in vain, but never be missing where a reader finds something: ``tests/findings`` holds the two
against each other.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reader.findings import (
    alternative,
    attempted,
    called,
    death,
    epithet,
    left_open,
    life,
    lifetime,
    nobody,
    opposed,
    other,
    pending,
    quantifier,
    regnal,
    several,
    softened,
    withheld,
)
from reader.prose import certainty, polarity
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said

#: Words that have an opposite, that deny, that ask or leave open, that doubt, that try; prepositions that have an
#: opposite, words of which each excludes others; damage.
OPPOSABLE, DENYING, OPEN, DOUBTING, CALLED, TRIED, DIRECTED, ALTERNATIVE, DAMAGED = (1 << n for n in range(9))
#: Some, several or none of many; things thrown or carried; the largest or the last; what is nearly so.
SCALED, SEVERAL, NOBODY, DEED, SUPERLATIVE, SOFTENED = (1 << n for n in range(9, 15))
#: Births and deaths, what people do in person, ages; years, and stretches of them; ranks and Roman numerals.
DYING, LIVED, LIVING, AGED, YEAR, STRETCHED, RANKED, NUMBERED, CHANGED = (1 << n for n in range(15, 24))
#: Which way things go; none of something; evidence, effects and their like; none of these; records.
GOING, NONE, EVIDENCE, ABSENT, RECORDED = (1 << n for n in range(24, 29))
#: What causes something; causes that are natural, or said to be wrong.
CAUSING, OTHERWISE = (1 << n for n in range(29, 31))
#: How long, high, wide something is; one thing more so than another.
SIZED, THAN = (1 << n for n in range(31, 33))

#: The words of ``prose.trend_words``, which is imported when a sentence has the first of them.
GOING_WORDS = listed(
    "accelerated accelerates accelerating acceleration advancing became become becomes becoming boost boosted "
    "boosting boosts climb climbed climbing climbs colder constant contracted contracting cool cooled cooler cooling "
    "cools cut cuts cutting deceleration decline declined declines declining decrease decreased decreases decreasing "
    "deteriorated deteriorating disappearing drop dropped dropping drops expanded expanding expands fall fallen "
    "falling falls fell flat gain gained gaining gains getting goes gone got gotten grew grow growing grown grows "
    "growth higher hotter improved improves improving increase increased increases increasing intensified jumped "
    "jumping loses losing loss losses lost lower lowered lowering lowers melted melting plummeted plummeting plunged "
    "plunging quickened quickening raise raised raises raising rebounded rebounding receded receding "
    "recovering reduce reduced reduces reducing reduction reductions retreated retreating rise risen rises rising "
    "rose shrank shrink shrinking shrinks shrunk slowdown slowed slowing slows slumped soared soaring stable steady "
    "strengthened strengthening strengthens surged surging thinning unchanged vanishing warm warmed warmer warming "
    "warms weakened weakening weakens went worsened worsening worsens"
)
#: One of these words and one of those is in every sentence that says that there is no evidence or no effect.
NONE_WORDS = listed("no zero hardly without any")
EVIDENCE_WORDS = listed("evidence proof link links connection correlation consensus effect effects impact influence")
#: The words of ``prose.causes``, which is imported when one sentence has one of the first and one of the others.
CAUSE_WORDS = listed(
    "due attributable attributed caused driven triggered produced brought result product consequence cause causes "
    "causing responsible led leads produces forced effect effects impact influence natural human man manmade "
    "anthropogenic"
)
OTHERWISE_WORDS = listed(
    "natural manmade anthropogenic induced made contrary wrong false deceitful misleading dishonest absurd incorrect "
    "untrue"
)
#: The words of ``size``, which is imported in the same way.
SIZE_WORDS = listed(
    "length long height tall high width wide depth deep weight weighs weighed weighing capacity hold seat seats "
    "employs employed employing employees staff"
)

_YEARS = regex(r"\d\d{3}")  # begun with one digit, it is looked for sooner


@cache
def _table() -> dict[str, int]:
    """Word -> the bits of the sorts that it is of."""
    found: dict[str, int] = {}
    for bit, words in (
        (OPPOSABLE, opposed.as_written()),
        (DENYING, polarity.NEGATING | polarity.DENYING),
        (OPEN, left_open.LEAVING_OPEN | left_open.ASKING | withheld.NAMING | {"cause"}),
        (DOUBTING, certainty.HEDGING),
        (CALLED, called.DOUBTS | pending.PENDING | epithet.CALLING),
        (TRIED, attempted.TRYING),
        (DIRECTED, other.PREPOSITION_WORDS),
        (ALTERNATIVE, alternative.words()),
        (SCALED, quantifier.SCALED),
        (SEVERAL, several.FEW_WORDS),
        (NOBODY, nobody.SAYING_NOBODY),
        (DEED, several.deeds().keys() | several.TAKEN_WORDS),
        (SOFTENED, softened.SOFTENING),
        (DYING, death.DYING),
        (LIVED, life.LIFE_WORDS),
        (LIVING, lifetime.LIVING),
        (NUMBERED, regnal.NUMERALS),
        (GOING, GOING_WORDS),
        (NONE, NONE_WORDS),
        (EVIDENCE, EVIDENCE_WORDS),
        (CAUSING, CAUSE_WORDS),
        (OTHERWISE, OTHERWISE_WORDS),
        (SIZED, SIZE_WORDS),
        (THAN, ("than",)),
    ):
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


@lru_cache(maxsize=16384)
def cues(text: str) -> int:
    """What a sentence may tell of."""
    table, found, low = _table(), 0, text.lower()
    for word in table.keys() & said(text):
        found |= table[word]
    if "est" in low or "rst" in low or "ast" in low or "ost" in low or "nly" in low:
        found |= SUPERLATIVE | RANKED
    elif " top " in low or "finish" in low or "came " in low or "placed" in low:
        found |= RANKED
    if any(map(low.__contains__, other.DAMAGE_STEMS)):
        found |= DAMAGED
    if "when" in low or " at " in low or " aged " in low:
        found |= AGED
    if "from " in low and "to " in low:
        found |= CHANGED
    if "said to" in low:
        found |= DOUBTING
    if pending.NEAR in low:
        found |= CALLED
    if found & NONE and found & EVIDENCE:
        found |= ABSENT
    if "st " in low and ("record" in low or "histor" in low or " era" in low or " ever" in low):
        found |= RECORDED
    if _YEARS.search(low):
        found |= YEAR | LIVED | STRETCHED
    elif "year" in low or "decade" in low or "seasons" in low or "died" in low or "death" in low:
        found |= STRETCHED
    return found
