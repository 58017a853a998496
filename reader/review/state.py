"""What a reviewer has decided: the state that a journal's records add up to."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.frozen import dataclass, replace
from reader.review.records import Added, Judged, Linked, Noted, Read, Record, Undone, Verdict, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reviewer says of one finding."""

    reviewer: str
    time: str  #: of the latest record on it, ISO 8601, UTC
    verdict: Verdict | None = None
    note: str | None = None
    read: bool = False  #: marked as read, without a verdict
    words: tuple[Words, ...] = ()  #: what the finding rested on then
    others: tuple[tuple[str, Verdict], ...] = ()  #: the verdicts of the others that it answers, see ``Judged``

    @property
    def is_review(self) -> bool:
        """Whether the finding counts as reviewed: a note alone does not make it so."""
        return self.verdict is not None or self.read


@dataclass(frozen=True, slots=True)
class State:
    """Everything that holds after some records."""

    decisions: Mapping[str, Decision] = MappingProxyType({})  #: finding id -> decision
    links: tuple[Linked, ...] = ()  #: in the order in which they were made
    added: tuple[Added, ...] = ()
    active: tuple[Record, ...] = ()  #: the records that hold, in order: what can be taken back, the last one first


def replay(records: Iterable[Record]) -> State:
    """The state after all records. A record that comes twice counts once; taking back what isn't there does nothing."""
    active: dict[str, Record] = {}
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            continue
        seen.add(record.id)
        if isinstance(record.action, Undone):
            active.pop(record.action.record, None)
        else:
            active[record.id] = record
    return _total(active.values())


def after(state: State, record: Record) -> State:
    """The state after one new record more: as ``replay`` of all of them, without beginning again for most."""
    if any(known.id == record.id for known in state.active[-1:]):
        return state
    if isinstance(record.action, Undone):
        return _without(state, record.action.record)
    decisions = dict(state.decisions)
    links, added = list(state.links), list(state.added)
    _do(record, decisions, links, added)
    return State(MappingProxyType(decisions), tuple(links), tuple(added), (*state.active, record))


def _without(state: State, record: str) -> State:
    """The state without a record that held: only what it was about is told anew."""
    gone = next((known for known in reversed(state.active) if known.id == record), None)
    if gone is None:
        return state
    active = tuple(known for known in state.active if known is not gone)
    about = set(_about(gone))
    if not about:
        return _total(active)
    told = _total(known for known in active if about.intersection(_about(known))).decisions
    decisions = {finding: decision for finding, decision in state.decisions.items() if finding not in about}
    decisions.update((finding, told[finding]) for finding in about if finding in told)
    return replace(state, decisions=MappingProxyType(decisions), active=active)


def _about(record: Record) -> tuple[str, ...]:
    """The findings on which a record decides something."""
    match record.action:
        case Judged(finding) | Noted(finding):
            return (finding,)
        case Read(findings):
            return findings
    return ()


def _total(records: Iterable[Record]) -> State:
    decisions: dict[str, Decision] = {}
    links: list[Linked] = []
    added: list[Added] = []
    active = tuple(records)
    for record in active:
        _do(record, decisions, links, added)
    return State(MappingProxyType(decisions), tuple(links), tuple(added), active)


def _do(record: Record, decisions: dict[str, Decision], links: list[Linked], added: list[Added]) -> None:
    def known(finding: str) -> Decision:
        found = decisions.get(finding) or Decision(record.reviewer, record.time)
        return replace(found, reviewer=record.reviewer, time=record.time)

    match record.action:
        case Judged(finding, verdict, words, others):
            decisions[finding] = replace(known(finding), verdict=verdict, words=words, others=others)
        case Noted(finding, note, words):
            old = known(finding)
            # The words that a verdict was given on stay: they are what the verdict is about.
            decisions[finding] = replace(old, note=note or None, words=old.words if old.verdict else words)
        case Read(findings):
            for finding in findings:
                decisions[finding] = replace(known(finding), read=True)
        case Linked() as link:
            links.append(link)
        case Added() as finding_added:
            added.append(finding_added)
        case Undone():
            pass
