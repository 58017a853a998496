"""How sure: what one version states and another alleges, suspects, leaves open or only expects.

The words that a hedge holds for are looked for in the other sentence. Where most of what they are about is there, and
the other sentence hedges nothing of it, one version is surer than the other. "He said" is attribution and no doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.findings.finding import Strength, Type
from reader.findings.matter import matter, shared
from reader.findings.pair import Disagreement, Told
from reader.prose.certainty import Certainty, Hedge, hedges
from reader.prose.polarity import is_headline, negations
from reader.story import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What both sentences must be about, besides what the hedge holds for.
LEAST_SHARED = 3
#: How many words of a hedge's scope the other sentence must state, and which share of them.
LEAST_STATED = 2
LEAST_COVERED = 0.5
#: What a hedge holds for must be at least this many words of matter.
LEAST_SCOPE = 3
#: The share where the verb is another ("transferring", "provided").
LEAST_WITHOUT_VERB = 0.55
#: How far apart two levels are before a fact checker wants to see them.
LEAST_APART = 3


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Where one is surer than the other of the same thing."""
    if a.language != "en" or b.language != "en" or len(shared(a, b)) < LEAST_SHARED:
        return
    if is_headline(a.text) or is_headline(b.text):  # headlines leave out such words for want of room
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        for hedge in hedges(one.text):
            found = _surer(one, other, hedge)
            if found is not None:
                value, said = ("doubt", "stated")
                spans = (Span(hedge.start, hedge.end), found)
                yield Disagreement(
                    Type.CERTAINTY,
                    Strength.DISCREPANCY,
                    spans[turned],
                    spans[not turned],
                    (value, said)[turned],
                    (value, said)[not turned],
                    "",
                    f"{hedge.level.name.lower()} in one version, stated in the other",
                    0.6,
                )
                return


def _surer(one: Told, other: Told, hedge: Hedge) -> Span | None:
    """The words of the other sentence that state what the hedge leaves in doubt."""
    if Certainty.STATED - hedge.level < LEAST_APART or _quoted(one, hedge.start):
        return None
    apart = LEAST_APART if hedge.level is not Certainty.OPEN else Certainty.STATED
    if any(h.level - hedge.level < apart for h in hedges(other.text)):
        return None
    words = [w for w in matter(one.text, one.language) if w.start >= hedge.scope[0] and w.end <= hedge.scope[1]]
    scope = {w.key for w in words}
    said = matter(other.text, other.language)
    at = _densest([w.key in scope for w in said])
    if at is None:
        return None
    here = said[at[0] : at[1]]
    stated = {w.key for w in here} & scope
    things = {w.key for w in here if w.key in scope and other.text[w.start].islower()}
    share = len(stated) / len(scope)
    verb = words[0].key in stated
    if len(scope) < LEAST_SCOPE or len(things) < LEAST_STATED:
        return None
    if share < (LEAST_COVERED if verb else LEAST_WITHOUT_VERB):
        return None
    if not verb and (len(stated) < LEAST_SCOPE or not _one_subject(one, other, hedge, here[0].start)):
        return None
    if _quoted(other, here[0].start) or bool(_turned(one, hedge.start)) != bool(_turned(other, here[0].start)):
        return None
    return Span(here[0].start, here[-1].end)


def _quoted(told: Told, at: int) -> bool:
    return any(q.start <= at < q.end for q in told.quotes)


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


def _one_subject(one: Told, other: Told, hedge: Hedge, there: int) -> bool:
    """Whether something named before the hedge is named before the stated words too; what is open names it later."""
    if hedge.level is Certainty.OPEN:
        return True
    before = {w.key for w in matter(one.text, one.language) if w.end <= hedge.start}
    return any(w.key in before for w in matter(other.text, other.language) if w.end <= there)
