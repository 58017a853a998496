"""Verdicts beside the findings of today: which hold, under which the text changed, which have no finding any more."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reader.findings.finding import FindingKind
from reader.frozen import dataclass, replace
from reader.review.records import Words, family

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.records import Linked
    from reader.review.state import Decision, State

#: From this similarity on, 0..100, another sentence of the same outlet is taken for the new form of an old one.
SAME_SENTENCE = 60.0
#: So many vanished findings of a journal are looked for among those of today; the others are told as vanished.
MOST_SOUGHT = 2_000


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision on a finding that is there."""

    decision: Decision
    gone: tuple[Words, ...] = ()  #: what the finding rested on when it was decided, and does not now
    come: tuple[Words, ...] = ()  #: what it rests on now, and did not

    @property
    def changed(self) -> bool:
        """Whether the text changed after the decision, so that it may need another look.

        Words that came with one more version change nothing in what was decided.
        """
        return bool(self.gone)


class Why(StrEnum):
    """Why a decided finding is not there."""

    TEXT_CHANGED = "the text changed after this verdict"
    VERSION_MISSING = "a version that it rests on is not among these"
    NOT_FOUND = "the same words are there, and are no finding any more"
    NOT_HERE = "the same words are there; against this base they are no finding"


@dataclass(frozen=True, slots=True)
class Vanished:
    """A decision on a finding that is not there any more. It is kept."""

    finding: str
    decision: Decision
    why: Why
    successor: str | None = None  #: the finding of today that seems to be the same after the change


@dataclass(frozen=True, slots=True)
class Matched:
    """One reviewer's decisions beside the findings of a collation."""

    reviewer: str
    standing: Mapping[str, Standing]  #: today's finding id -> the decision on it
    vanished: tuple[Vanished, ...]
    links: tuple[Linked, ...] = ()  #: the passages that they put together or took apart by hand
    added: tuple[str, ...] = ()  #: the findings that they added by hand

    def reviewed(self, finding: str) -> bool:
        """Whether a finding has a verdict, or was marked as read."""
        found = self.standing.get(finding)
        return found is not None and found.decision.is_review


def words_of(collation: Collation, finding: Finding) -> tuple[Words, ...]:
    """What a finding rests on, for the journal."""
    cluster = collation.cluster
    found = []
    for evidence in (e for side in finding.sides for e in side.evidence):
        place = cluster.place(evidence.sentence)
        found.append(Words(place.version.outlet, place.text, place.paragraph.text[evidence.start : evidence.end]))
    for sentence in finding.sentences:
        place = cluster.place(sentence)
        found.append(Words(place.version.outlet, place.text, place.text))
    return tuple(found)


def stand(collation: Collation, finding: Finding, state: State) -> Standing | None:
    """What is decided on one finding, by its id or one that it has also; None where nothing is."""
    known = [name for name in (finding.id, *finding.also) if name in state.decisions]
    if not known:
        return None
    # One given under the finding's own id is about what is there now; else the latest.
    name = known[0] if known[0] == finding.id else max(known, key=lambda n: (state.decisions[n].time, n))
    decision = state.decisions[name]
    now = words_of(collation, finding)
    known_then, known_now = set(map(_whose, decision.words)), set(map(_whose, now))
    return Standing(
        decision,
        tuple(w for w in decision.words if _whose(w) not in known_now),
        tuple(w for w in now if _whose(w) not in known_then) if known_then else (),
    )


def _whose(words: Words) -> Words:
    """The words under a name that the order of an outlet's own versions has no part in."""
    return replace(words, outlet=family(words.outlet))


def match(collation: Collation, state: State, reviewer: str) -> Matched:
    """Every decision put beside its finding, by the finding's id or one that it has also; the latest one counts."""
    standing: dict[str, Standing] = {}
    used: set[str] = set()
    for finding in collation.findings:
        found = stand(collation, finding, state)
        if found is not None:
            used.update(name for name in (finding.id, *finding.also) if name in state.decisions)
            standing[finding.id] = found
    lost = [name for name in state.decisions if name not in used]
    today = _Today(collation, standing) if lost else None
    vanished = tuple(_vanished(today, name, state.decisions[name], n) for n, name in enumerate(lost) if today)
    return Matched(reviewer, standing, vanished, state.links, tuple(added.finding for added in state.added))


class _Today:
    """What vanished findings are looked for in."""

    def __init__(self, collation: Collation, standing: Mapping[str, Standing]) -> None:
        self.texts = {
            version.outlet: {place.text for place in collation.cluster.places(version.id)}
            for version in collation.cluster.versions
        }
        #: The undecided findings: id, whether it is a contradiction, and by outlet the sentences that it rests on.
        self.undecided: list[tuple[str, bool, dict[str, list[str]]]] = []
        for finding in collation.findings:
            if finding.id not in standing:
                now: dict[str, list[str]] = {}
                for words in words_of(collation, finding):
                    now.setdefault(words.outlet, []).append(words.sentence)
                self.undecided.append((finding.id, finding.kind is FindingKind.CONTRADICTION, now))


def _vanished(today: _Today, name: str, decision: Decision, number: int) -> Vanished:
    texts = today.texts
    if any(w.outlet not in texts for w in decision.words):
        return Vanished(name, decision, Why.VERSION_MISSING)
    if all(w.sentence in texts[w.outlet] for w in decision.words):
        # What one outlet adds or leaves out is found against a base; what several say is not.
        alone = len({w.outlet for w in decision.words}) < 2
        return Vanished(name, decision, Why.NOT_HERE if alone else Why.NOT_FOUND)
    successor = _successor(today, decision) if number < MOST_SOUGHT else None
    return Vanished(name, decision, Why.TEXT_CHANGED, successor)


def _successor(today: _Today, decision: Decision) -> str | None:
    """The undecided finding whose words are most like the old ones, outlet by outlet."""
    is_one = len({w.outlet for w in decision.words}) < 2
    best: tuple[float, str] | None = None
    for finding, is_contradiction, now in today.undecided:
        if is_contradiction == is_one:
            continue
        scores = [
            max((fuzz.ratio(old.sentence, s) for s in now.get(old.outlet, ())), default=0.0) for old in decision.words
        ]
        score = sum(scores) / len(scores) if scores else 0.0
        if score >= SAME_SENTENCE and (best is None or (-score, finding) < (-best[0], best[1])):
            best = (score, finding)
    return best[1] if best else None
