"""Which versions report what: additions to the base, and what of the base is left out.

A sentence is added where the base has no sentence in its passage and none that is linked to it elsewhere, and where
nothing in the base comes so near that it may well be told there; left out is a sentence of the base in the same sense.
Only what reports something counts: never furniture, metadata, headlines and subheadings, and never a version that is
set apart because it reports another event, or is in another language. Sentences of one paragraph that follow each other
and are reported by the same versions are one finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from math import exp, log, prod

from reader.findings import identity, wording
from reader.findings.finding import Finding, FindingKind
from reader.findings.foreign import foreign
from reader.findings.weights_coverage import BIAS, LENGTH, NEAREST, QUOTED, TOGETHER
from reader.frozen import NamedTuple
from reader.story import Cluster, Kind, Place, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.align.links import Alignment

#: In a history of revisions, the share of additions and of omissions that a careful reader would name too.
ADDITION_CONFIDENCE = 0.85
OMISSION_CONFIDENCE = 0.85
#: A sentence without a link is an addition or an omission if it is at least this likely that it is told nowhere there.
LIKELY = 0.5
#: Pairs that score less, or are not known, count as scoring this.
FAINT = 0.015
#: How many of the sentences that come near are asked: the nearest.
SEVERAL = 6
QUOTES = ('"', "“", "”", "„", "«", "»", "''", "「", "『")

#: So many characters of two articles mostly tell them apart.
BEGINNING = 400

COVERED = (Kind.BODY, Kind.LIST_ITEM, Kind.QUOTE)


class _Reach(NamedTuple):
    """Which versions report each sentence, in its passage or by a link."""

    passage: Mapping[str, str]  #: sentence -> passage
    versions: Mapping[str, frozenset[str]]  #: sentence -> versions that report it too, its own included
    #: Sentence, version, one of which is the base or of it -> the probabilities of the pairs that are no links.
    near: Mapping[tuple[str, str], list[float]]

    def lacked(self, sentence: str, text: str, version: str) -> float:
        """How likely it is that a sentence that isn't linked with a version is told nowhere in it."""
        nearest, together, length, quoted = seen_near(self.near.get((sentence, version), ()), text)
        return 1 / (1 + exp(-(BIAS + NEAREST * nearest + TOGETHER * together + LENGTH * length + QUOTED * quoted)))

    def same_versions(self, one: Place, other: Place) -> bool:
        """Whether the same versions report two sentences."""
        a, b = self.versions[one.sentence.id], self.versions[other.sentence.id]
        return a is b or a == b


def seen_near(scores: Sequence[float], text: str) -> tuple[float, float, float, float]:
    """What tells how likely it is that a text is told nowhere in a version, given its scores with that one's sentences.

    The log odds of the one that comes nearest, and those of any one of all that come near, as if they were independent;
    the logarithm of the text's length, as a short sentence has few words to be known by; and whether there are
    quotation marks in it, as a quotation is told in the same words or not at all.
    """
    quoted = any(map(text.__contains__, QUOTES))
    return *(_near(scores) if scores else _NOTHING_NEAR), log(max(1, len(text))), float(quoted)


def _near(scores: Sequence[float]) -> tuple[float, float]:
    """The log odds of the best score and of all together; at least three are counted, none for less than FAINT."""
    best = sorted([FAINT, FAINT, FAINT, *scores], reverse=True)[:SEVERAL]
    return _odds(best[0]), _odds(1 - prod([1 - score for score in best]))


def _odds(score: float) -> float:
    score = min(score, 0.98)
    return log(score / (1 - score))


_NOTHING_NEAR = _near(())


def coverage(cluster: Cluster, alignment: Alignment) -> list[Finding]:
    """Additions and omissions, unsorted."""
    reach = _reach(cluster, alignment)
    base = cluster.version(alignment.base)
    if base.id in alignment.off_event:
        return []
    unread = foreign(cluster, alignment)
    passed_over = {base.id, *alignment.off_event, *unread}
    others = [v for v in cluster.versions if v.id not in passed_over]
    found = list(_additions(cluster, base, others, reach, only=not unread))
    found += _omissions(cluster, base, others, reach)
    return found


def _reach(cluster: Cluster, alignment: Alignment) -> _Reach:
    passage = {}
    versions: dict[str, frozenset[str]] = {}
    for row in alignment.passages:
        here = frozenset(row.sentences).difference(alignment.off_event)
        for ids in row.sentences.values():
            for sentence in ids:
                passage[sentence] = row.id
                versions[sentence] = here  # one for all of them: in a large cluster a set of its own would take 32 kB
    of = {place.sentence.id: version.id for version in cluster.versions for place in cluster.places(version.id)}
    more: dict[str, set[str]] = defaultdict(set)
    off_event, nowhere = alignment.off_event, frozenset[str]()
    for link in alignment.links:
        a, b = link.a, link.b
        if of[b] not in versions.get(a, nowhere) and of[b] not in off_event:
            more[a].add(of[b])
        if of[a] not in versions.get(b, nowhere) and of[a] not in off_event:
            more[b].add(of[a])
    known: dict[frozenset[str], frozenset[str]] = {}
    for sentence, others in more.items():
        both = versions.get(sentence, frozenset()).union(others)
        versions[sentence] = known.setdefault(both, both)
    near: dict[tuple[str, str], list[float]] = defaultdict(list)
    base = alignment.base
    for pair in alignment.near:
        a, b = pair.a, pair.b
        if of[a] == base or of[b] == base:  # nothing is asked of other pairs
            near[a, of[b]].append(pair.score)
            near[b, of[a]].append(pair.score)
    return _Reach(passage, versions, near)


class _Run(NamedTuple):
    """Sentences of one paragraph that a version lacks, that follow each other and are reported by the same versions."""

    places: list[Place]
    lacked: list[float]  #: how likely it is of each that it is told nowhere in that version

    @property
    def confidence(self) -> float:
        """How likely it is that these sentences are told nowhere in the version that seems to lack them."""
        return round(sum(self.lacked) / len(self.lacked), 2)


def _lacked(places: Iterable[Place], lacks: str, reach: _Reach) -> dict[str, float]:
    """Text of a sentence -> how likely it is that it is told nowhere in a version. Only sentences that may be lacked.

    What several versions tell in the same words is lacked as surely in each of them: as surely as on an average.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for place in places:
        if place.paragraph.kind in COVERED and lacks not in reach.versions[place.sentence.id]:
            text = place.text
            found[text].append(reach.lacked(place.sentence.id, text, lacks) if _tells(text) else 0.0)
    return {text: sum(lacked) / len(lacked) for text, lacked in found.items()}


def _runs(places: Iterable[Place], lacks: str, reach: _Reach, likely: Mapping[str, float]) -> Iterator[_Run]:
    """The runs of sentences that a version lacks, in order. likely: as ``_lacked`` has it."""
    run = _Run([], [])
    last: Place | None = None
    for place in places:
        if lacks in reach.versions[place.sentence.id] or place.paragraph.kind not in COVERED:
            lacked = 0.0
        else:
            lacked = likely[place.text]
        if last is not None and not (
            lacked >= LIKELY
            and place.paragraph.id == last.paragraph.id
            and place.index == last.index + 1
            and reach.same_versions(place, last)
        ):
            yield run
            run, last = _Run([], []), None
        if lacked >= LIKELY:
            run.places.append(place)
            run.lacked.append(lacked)
            last = place
    if last is not None:
        yield run


def _tells(text: str) -> bool:
    """Whether there are words in a sentence at all."""
    return text[:1].isalnum() or any(c.isalnum() for c in text)


def _additions(
    cluster: Cluster, base: Version, others: list[Version], reach: _Reach, *, only: bool
) -> Iterator[Finding]:
    outlet = {v.id: v.outlet for v in cluster.versions}
    rank = {v.id: n for n, v in enumerate(others)}
    found: list[tuple[str, Version, _Run]] = []
    likely = _lacked((place for version in others for place in cluster.places(version.id)), base.id, reach)
    for version in others:
        for run in _runs(cluster.places(version.id), base.id, reach, likely):
            name = identity.addition_id(p.text for p in run.places)
            found.append((name, version, run))
    copies = Counter(name for name, _, _ in found)
    turn: Counter[str] = Counter()
    # Versions that add the very same words are told apart by the rest of their text, not by their order.
    whole = _in_order_of_words({v.id: v.text for name, v, _ in found if copies[name] > 1})
    for name, version, run in sorted(found, key=lambda f: whole[f[1].id] if copies[f[0]] > 1 else ""):
        turn[name] += 1
        first = run.places[0].sentence.id
        also = [v for v in reach.versions[first] if v != version.id and v in rank]
        yield Finding(
            id=name if turn[name] == 1 else identity.digest(name, str(turn[name])),
            kind=FindingKind.ADDITION,
            passage=reach.passage[first],
            explanation=wording.addition(
                [version.outlet, *(outlet[v] for v in sorted(also, key=rank.__getitem__))],
                base.outlet,
                len(run.places),
                only=only,
            ),
            confidence=run.confidence,
            version=version.id,
            sentences=tuple([p.sentence.id for p in run.places]),
        )


def _in_order_of_words(texts: Mapping[str, str]) -> dict[str, str]:
    """Texts by name, folded, or so much of their beginnings as tells them all apart, in the same order."""
    begun = dict.fromkeys(texts.values(), "")
    alike, length = set(begun), BEGINNING
    while alike:
        for text in alike:  # as far as a space, so that no word is cut
            begun[text] = identity.folded(text[: text.find(" ", length) + 1] or text)
        ordered = sorted(begun, key=begun.__getitem__)
        close = {text for pair in pairwise(ordered) if begun[pair[1]].startswith(begun[pair[0]]) for text in pair}
        alike = {text for text in close if text.find(" ", length) >= 0}  # the others are folded to their ends
        length *= 4
    return {name: begun[text] for name, text in texts.items()}


def _omissions(cluster: Cluster, base: Version, others: list[Version], reach: _Reach) -> Iterator[Finding]:
    outlet = {v.id: v.outlet for v in others}
    rank = {v.id: n for n, v in enumerate(others)}
    places = cluster.places(base.id)
    taken: Counter[str] = Counter()
    for version in others:
        for run in _runs(places, version.id, reach, _lacked(places, version.id, reach)):
            first = run.places[0].sentence.id
            also = sorted((v for v in reach.versions[first] if v in rank), key=rank.__getitem__)
            name = identity.omission_id(version.outlet, (p.text for p in run.places))
            taken[name] += 1
            yield Finding(
                id=name if taken[name] == 1 else identity.digest(name, str(taken[name])),
                kind=FindingKind.OMISSION,
                passage=reach.passage[first],
                explanation=wording.omission(
                    version.outlet, [base.outlet, *(outlet[v] for v in also)], len(run.places)
                ),
                confidence=run.confidence,
                version=version.id,
                sentences=tuple([p.sentence.id for p in run.places]),
            )
