"""What happened to an article from revision to revision: added, gone, back, reworded, moved, a figure changed.

Each revision is compared with the one before it. The contradictions are those between all revisions; the history says
in which revision each came about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from itertools import groupby, pairwise

from reader.align.revisions import folded, matches, sequence, successive_links
from reader.align.wording import wording
from reader.findings import identity
from reader.findings.compare import disagreements, tell
from reader.findings.coverage import ADDITION_CONFIDENCE, OMISSION_CONFIDENCE
from reader.findings.finding import Finding, FindingKind, Type
from reader.findings.wording import amount, quoted
from reader.frozen import dataclass, replace
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.align.links import Alignment
    from reader.align.revisions import Match
    from reader.findings import pair
    from reader.findings.finding import Evidence
    from reader.story import Cluster, Place, Span, Version


class Change(StrEnum):
    """What happened to some sentences in a revision."""

    ADDED = "added"
    GONE = "gone"
    BACK = "back"  #: words that an earlier revision had and the one before has not
    REWORDED = "reworded"
    MOVED = "moved"
    CHANGED = "changed"  #: what it says contradicts what an earlier revision said; the event has the type


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a passage in a revision."""

    change: Change
    passage: str
    version: str  #: the revision in which it happened
    previous: str  #: the revision that it is compared with
    sentences: tuple[str, ...]  #: of the version; none where they are gone
    before: tuple[str, ...]  #: of the previous revision; none where they were added
    explanation: str  #: one plain sentence
    was: str = ""  #: the words that were taken out or contradicted
    now: str = ""  #: the words that stand there instead
    type: Type | None = None
    finding: str | None = None  #: the finding that says so


#: A contradiction that came about, with the words that show it.
Told = tuple[Event, "tuple[Evidence, ...]"]

#: The rule that additions and omissions from revision to revision name.
REVISIONS = "revisions"

#: What is compared: headlines and subheadings have events and are no additions or omissions.
_COVERED = (Kind.BODY, Kind.LIST_ITEM, Kind.QUOTE)

#: What a contradiction between two revisions is called, by its type.
_NAMES = {
    Type.NUMBER: "Figure changed",
    Type.DATE: "Date changed",
    Type.NAME: "Name changed",
    Type.PLACE: "Place changed",
    Type.POLARITY: "Reversed",
    Type.QUOTATION: "Quotation changed",
    Type.QUANTIFIER: "Quantity changed",
    Type.CERTAINTY: "Certainty changed",
    Type.OTHER: "Changed",
}
#: How sure the values are that the certainty module reads.
_SURE = {"called false": 0, "in doubt": 1, "left open": 1, "reported": 2, "stated": 3, "answered": 3}


def history(cluster: Cluster, alignment: Alignment, findings: Sequence[Finding]) -> tuple[Event, ...]:
    """Everything that happened, in the order of the passages, then of the revisions.

    findings: of all versions; the contradictions among them say what changed. Versions set apart have no history.
    """
    revisions = [version for version in sequence(cluster) if version.id not in alignment.off_event]
    links = successive_links(cluster, alignment, revisions)
    passage = {s: p.id for p in alignment.passages for ids in p.sentences.values() for s in ids}
    row = {p.id: n for n, p in enumerate(alignment.passages)}
    rank = {version.id: n for n, version in enumerate(revisions)}
    changed = list(_changed(cluster, revisions, passage, findings))
    found = [event for event, _ in changed]
    known: set[str] = {folded(p.text) for p in _telling(cluster, revisions[0])} if revisions else set()
    for before, after in pairwise(revisions):
        matched = matches(cluster, before, after, links[before.id, after.id])
        found += _compared(cluster, before, after, matched, passage, known, changed)
        known |= {folded(place.text) for place in _telling(cluster, after)}

    def key(event: Event) -> tuple[int, int, int]:
        at = cluster.place((event.sentences or event.before)[0])
        return row[event.passage], rank[event.version], at.index

    return tuple(sorted(found, key=key))


def findings_of(
    cluster: Cluster, events: Sequence[Event], findings: Iterable[Finding]
) -> tuple[list[Finding], tuple[Event, ...]]:
    """The findings as a history, unsorted: contradictions by what changed when, additions and omissions by revision.

    findings: of all versions, as ``find`` has them; their additions and omissions are left out.
    Gives also the events, those that are additions and omissions with their finding's id.
    """
    changes: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.finding:
            changes[event.finding].append(event)
    found = []
    for finding in findings:
        if finding.kind is FindingKind.CONTRADICTION:
            told = changes.get(finding.id)
            found.append(replace(finding, explanation=_one_sentence(told)) if told else finding)
    taken: Counter[str] = Counter()
    names: dict[Event, str] = {}
    for event in sorted(events, key=lambda e: cluster.place((e.sentences or e.before)[0]).index):
        added = event.change in (Change.ADDED, Change.BACK)
        if not added and event.change is not Change.GONE:
            continue
        own = event.sentences or event.before
        if cluster.place(own[0]).paragraph.kind not in _COVERED:
            continue
        words = [cluster.place(sentence).text for sentence in own]
        outlet = cluster.version(event.version).outlet
        name = identity.addition_id(words) if added else identity.omission_id(outlet, words)
        taken[name] += 1
        names[event] = name if taken[name] == 1 else identity.digest(name, str(taken[name]))
        found.append(
            Finding(
                names[event],
                FindingKind.ADDITION if added else FindingKind.OMISSION,
                event.passage,
                _one_sentence(_life(cluster, events, event)),
                ADDITION_CONFIDENCE if added else OMISSION_CONFIDENCE,
                event.version,
                own,
                rule=REVISIONS,
            )
        )
    return found, tuple(replace(event, finding=names.get(event, event.finding)) for event in events)


def _telling(cluster: Cluster, version: Version) -> Iterator[Place]:
    return (place for place in cluster.places(version.id) if place.paragraph.kind.tells)


def _compared(
    cluster: Cluster,
    before: Version,
    after: Version,
    matched: Sequence[Match],
    passage: Mapping[str, str],
    known: set[str],
    changed: Sequence[Told],
) -> Iterator[Event]:
    """What happened between a revision and the next, but for what changed.

    known: the words of all sentences so far, folded.
    """
    outlet = after.outlet
    kept_before = {sentence for match in matched for sentence in match.before}
    kept_after = {sentence for match in matched for sentence in match.after}

    def state(place: Place) -> tuple[str, bool]:
        return place.paragraph.id, folded(place.text) in known

    new = [p for p in _telling(cluster, after) if p.sentence.id not in kept_after and _has_words(p)]
    for (_, back), run in _runs(new, state):
        ids = tuple(place.sentence.id for place in run)
        change, told = (Change.BACK, "Back") if back else (Change.ADDED, "Added")
        yield Event(change, passage[ids[0]], after.id, before.id, ids, (), f"{told} in {outlet}.")
    old = [p for p in _telling(cluster, before) if p.sentence.id not in kept_before and _has_words(p)]
    for _, run in _runs(old, lambda place: (place.paragraph.id, False)):
        ids = tuple(place.sentence.id for place in run)
        yield Event(Change.GONE, passage[ids[0]], after.id, before.id, (), ids, f"Gone in {outlet}.")
    yield from _moves(cluster, before, after, matched, passage)
    for match in matched:
        if not match.same:
            yield from _reworded(cluster, before, after, match, passage, changed)


def _has_words(place: Place) -> bool:
    return any(character.isalnum() for character in place.text)


def _runs(
    places: Sequence[Place], state: Callable[[Place], tuple[str, bool]]
) -> Iterator[tuple[tuple[str, bool], list[Place]]]:
    """Sentences that follow each other in one paragraph, and are alike in their state."""
    numbered = list(enumerate(places))
    for (about, _), run in groupby(numbered, key=lambda x: (state(x[1]), x[1].index - x[0])):
        yield about, [place for _, place in run]


def _moves(
    cluster: Cluster, before: Version, after: Version, matched: Sequence[Match], passage: Mapping[str, str]
) -> Iterator[Event]:
    def together(match: Match) -> tuple[int, str, str]:
        return match.moved, cluster.place(match.before[0]).paragraph.id, cluster.place(match.after[0]).paragraph.id

    for (way, _, _), group in groupby(matched, key=together):
        if way:
            run = list(group)
            olds = tuple(sentence for match in run for sentence in match.before)
            news = tuple(sentence for match in run for sentence in match.after)
            where = "up" if way < 0 else "down"
            told = f"Moved {where} in {after.outlet}."
            yield Event(Change.MOVED, passage[news[0]], after.id, before.id, news, olds, told)


def _reworded(
    cluster: Cluster,
    before: Version,
    after: Version,
    match: Match,
    passage: Mapping[str, str],
    changed: Sequence[Told],
) -> Iterator[Event]:
    """The words that differ, where they are no contradiction that is told anyway."""
    old, new = ([cluster.place(s) for s in ids] for ids in (match.before, match.after))
    a, b = (" ".join(place.text for place in places) for places in (old, new))
    differs = wording(a, b, after.language)
    if differs.same:
        return
    told = [e for event, evidence in changed if event.version == after.id for e in evidence]
    was, now = _untold(old, differs.a, told), _untold(new, differs.b, told)
    if not was and not now and any(e.sentence in match.after for e in told):
        return
    out, put = (" … ".join(_words(text, spans)) for text, spans in ((a, was), (b, now)))
    if out and put:
        words = f": {quoted(out)} became {quoted(put)}"
    elif put:
        words = f": {quoted(put)} was put in"
    elif out:
        words = f": {quoted(out)} was taken out"
    else:  # told in other words altogether
        words = f": {quoted(a)} became {quoted(b)}"
    yield Event(
        Change.REWORDED,
        passage[match.after[0]],
        after.id,
        before.id,
        match.after,
        match.before,
        f"Reworded in {after.outlet}{words}.",
        out,
        put,
    )


def _untold(places: Sequence[Place], spans: Iterable[Span], told: Iterable[Evidence]) -> list[Span]:
    """The spans of some sentences, joined by one character each, that no evidence touches."""
    taken: list[tuple[int, int]] = []
    at = 0
    for place in places:
        shift = at - place.sentence.start
        taken += ((e.start + shift, e.end + shift) for e in told if e.sentence == place.sentence.id)
        at += len(place.text) + 1
    return [span for span in spans if not any(span.start < end and start < span.end for start, end in taken)]


def _words(text: str, spans: Iterable[Span]) -> list[str]:
    return [" ".join(text[span.start : span.end].split()) for span in spans]


def _changed(
    cluster: Cluster, revisions: Sequence[Version], passage: Mapping[str, str], findings: Iterable[Finding]
) -> Iterator[Told]:
    """In which revision each contradiction came about: where it takes a side that the one before it doesn't take."""
    read: dict[str, pair.Told] = {}
    for finding in findings:
        if finding.kind is not FindingKind.CONTRADICTION or finding.type is None:
            continue
        sides: dict[str, dict[int, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
        for number, side in enumerate(finding.sides):
            for evidence in side.evidence:
                sides[evidence.version][number].append(evidence)
        telling = [version for version in revisions if version.id in sides]
        for before, after in pairwise(telling):
            new = [n for n in sides[after.id] if n not in sides[before.id]]
            old = [n for n in sides[before.id] if n not in sides[after.id]] or list(sides[before.id])
            if not new:
                continue
            is_left = any(n in sides[after.id] for n in sides[before.id])
            was, now = sides[before.id][old[0]], sides[after.id][new[0]]
            if not read and finding.type is Type.CERTAINTY:
                read.update(tell(cluster, revisions))
            out, put = _said(cluster, was[0]), _said(cluster, now[0])
            first, then = out, put
            if finding.type in (Type.NUMBER, Type.QUANTIFIER):
                first, then = amount(out), amount(put)
            words = f"{quoted(then)} beside {quoted(first)}" if is_left else f"{quoted(first)} became {quoted(then)}"
            name = _name(finding.type, was[0], now[0], read)
            event = Event(
                Change.CHANGED,
                passage[now[0].sentence],
                after.id,
                before.id,
                tuple(dict.fromkeys(e.sentence for e in now)),
                tuple(dict.fromkeys(e.sentence for e in was)),
                f"{name} in {after.outlet}: {words}.",
                out,
                put,
                finding.type,
                finding.id,
            )
            yield event, (*was, *now)


def _said(cluster: Cluster, evidence: Evidence) -> str:
    text = cluster.place(evidence.sentence).paragraph.text
    return " ".join(text[evidence.start : evidence.end].split())


def _name(kind: Type, was: Evidence, now: Evidence, read: Mapping[str, pair.Told]) -> str:
    """What a change of this type is called; a claim is softened or hardened by what was read in both."""
    if kind is Type.CERTAINTY:
        for seen in disagreements((read[was.sentence], read[now.sentence]), (kind,)):
            values = {seen.a.sentence: seen.found.value_a, seen.b.sentence: seen.found.value_b}
            one, other = _SURE.get(values[was.sentence]), _SURE.get(values[now.sentence])
            if one is not None and other is not None and one != other:
                return "Softened" if other < one else "Hardened"
    return _NAMES[kind]


def _life(cluster: Cluster, events: Sequence[Event], event: Event) -> list[Event]:
    """An event and what else happened to the same sentences afterwards, where that is told of all of them."""
    later = [e for e in events if e is not event and e.version != event.version]
    life = [event]
    ids = set(event.sentences or event.before)
    words = {folded(cluster.place(sentence).text) for sentence in ids}
    rank = {version.id: n for n, version in enumerate(sequence(cluster))}
    for e in sorted(later, key=lambda e: rank[e.version]):
        if rank[e.version] < rank[event.version]:
            continue
        touched = {folded(cluster.place(s).text) for s in (*e.before, *(e.sentences if not e.before else ()))}
        if touched == words:
            life.append(e)
            words = {folded(cluster.place(s).text) for s in e.sentences or e.before}
    return life


def _one_sentence(events: Sequence[Event]) -> str:
    """What happened, one thing after the other, as one sentence."""
    told = [event.explanation.removesuffix(".") for event in events]
    return "; ".join([told[0], *(f"{t[:1].lower()}{t[1:]}" for t in told[1:])]) + "."
