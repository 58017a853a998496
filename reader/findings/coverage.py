"""Which versions report what: additions to the base, and what of the base is left out.

A sentence is added where the base has no sentence in its passage and none that is linked to it elsewhere, and where
nothing in the base comes so near that it may well be told there; left out is a sentence of the base in the same sense.
Only what reports something counts: never furniture, metadata, headlines and subheadings, and never a version that is
set apart because it reports another event, or is in another language. Sentences of one paragraph that follow each other
and are reported by the same versions are one finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, pairwise
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

    def lacked(self, sentence: _Sentence, version: str) -> float:
        """How likely it is that a sentence that isn't linked with a version is told nowhere in it."""
        scores = self.near.get((sentence.id, version))
        nearest, together = _near(scores) if scores else _NOTHING_NEAR
        odds = BIAS + NEAREST * nearest + TOGETHER * together + LENGTH * sentence.length + QUOTED * sentence.quoted
        return 1 / (1 + exp(-odds))


class _Sentence(NamedTuple):
    """A sentence of a kind that is reported, with all that is asked of it for each version that may lack it."""

    id: str
    text: str
    paragraph: str
    at: int  #: which sentence of its version it is
    versions: frozenset[str]  #: those that report it
    tells: bool  #: whether there are words in it at all
    length: float  #: as ``seen_near`` has it
    quoted: float


def seen_near(scores: Sequence[float], text: str) -> tuple[float, float, float, float]:
    """What tells how likely it is that a text is told nowhere in a version, given its scores with that one's sentences.

    The log odds of the one that comes nearest, and those of any one of all that come near, as if they were independent;
    the logarithm of the text's length, as a short sentence has few words to be known by; and whether there are
    quotation marks in it, as a quotation is told in the same words or not at all.
    """
    return *(_near(scores) if scores else _NOTHING_NEAR), *_of_text(text)


def _of_text(text: str) -> tuple[float, float]:
    return log(max(1, len(text))), float(not text.isalpha() and any(map(text.__contains__, QUOTES)))


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

    sentences: list[_Sentence]
    lacked: list[float]  #: how likely it is of each that it is told nowhere in that version

    @property
    def confidence(self) -> float:
        """How likely it is that these sentences are told nowhere in the version that seems to lack them."""
        return round(self.lacked[0] if len(self.lacked) == 1 else sum(self.lacked) / len(self.lacked), 2)


def _sentences(places: Iterable[Place], reach: _Reach) -> list[_Sentence]:
    """The sentences that may be additions or omissions, in order."""
    found = []
    for place in places:
        paragraph, sentence = place.paragraph, place.sentence
        if paragraph.kind in COVERED:
            text = paragraph.text[sentence.start : sentence.end]
            versions = reach.versions[sentence.id]
            found.append(
                _Sentence(sentence.id, text, paragraph.id, place.index, versions, _tells(text), *_of_text(text))
            )
    return found


def _lacked(sentences: Iterable[_Sentence], lacks: str, reach: _Reach) -> dict[str, float]:
    """Text of a sentence -> how likely it is that it is told nowhere in a version. Only sentences that may be lacked.

    What several versions tell in the same words is lacked as surely in each of them: as surely as on an average.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for sentence in sentences:
        if lacks not in sentence.versions:
            found[sentence.text].append(reach.lacked(sentence, lacks) if sentence.tells else 0.0)
    return {text: lacked[0] if len(lacked) == 1 else sum(lacked) / len(lacked) for text, lacked in found.items()}


def _runs(sentences: Iterable[_Sentence], lacks: str, likely: Mapping[str, float]) -> Iterator[_Run]:
    """The runs of sentences that a version lacks, in order. likely: as ``_lacked`` has it."""
    run = _Run([], [])
    last: _Sentence | None = None
    for sentence in sentences:
        if lacks in sentence.versions or (lacked := likely[sentence.text]) < LIKELY:
            continue
        if last is not None and not (
            sentence.at == last.at + 1
            and sentence.paragraph == last.paragraph
            and (sentence.versions is last.versions or sentence.versions == last.versions)
        ):
            yield run
            run = _Run([], [])
        run.sentences.append(sentence)
        run.lacked.append(lacked)
        last = sentence
    if last is not None:
        yield run


def _tells(text: str) -> bool:
    """Whether there are words in a sentence at all."""
    return text[:1].isalnum() or any(map(str.isalnum, text))


def _others(versions: frozenset[str], but: str, outlet: Mapping[str, str], rank: Mapping[str, int]) -> list[str]:
    """The outlets of the versions that are ranked, one left out, in order; where nobody names them all, only as many
    words as there are."""
    if len(versions) > wording.MOST_NAMED + 2:
        return [""] * (len(rank.keys() & versions) - (but in versions))
    return [outlet[v] for v in sorted((v for v in versions if v != but and v in rank), key=rank.__getitem__)]


def _additions(
    cluster: Cluster, base: Version, others: list[Version], reach: _Reach, *, only: bool
) -> Iterator[Finding]:
    outlet = {v.id: v.outlet for v in cluster.versions}
    rank = {v.id: n for n, v in enumerate(others)}
    found: list[tuple[str, Version, _Run]] = []
    told = {version.id: _sentences(cluster.places(version.id), reach) for version in others}
    likely = _lacked(chain.from_iterable(told.values()), base.id, reach)
    for version in others:
        for run in _runs(told[version.id], base.id, likely):
            name = identity.addition_id(s.text for s in run.sentences)
            found.append((name, version, run))
    copies = Counter([name for name, _, _ in found])
    turn: dict[str, int] = {}
    # Versions that add the very same words are told apart by the rest of their text, not by their order.
    whole = _in_order_of_words({v.id: v.text for name, v, _ in found if copies[name] > 1})
    explained: dict[tuple[str, frozenset[str], int], str] = {}
    if whole:
        found.sort(key=lambda f: whole[f[1].id] if copies[f[0]] > 1 else "")
    for name, version, run in found:
        turn[name] = nth = turn.get(name, 0) + 1
        first, count = run.sentences[0], len(run.sentences)
        same = version.id, first.versions, count
        if same not in explained:
            also = _others(first.versions, version.id, outlet, rank)
            explained[same] = wording.addition([version.outlet, *also], base.outlet, count, only=only)
        yield Finding(
            name if nth == 1 else identity.digest(name, str(nth)),
            FindingKind.ADDITION,
            reach.passage[first.id],
            explained[same],
            run.confidence,
            version.id,
            tuple([s.id for s in run.sentences]),
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
    told = _sentences(cluster.places(base.id), reach)
    taken: Counter[str] = Counter()
    reporting: dict[frozenset[str], list[str]] = {}  # many versions lack what the same ones report
    for version in others:
        for run in _runs(told, version.id, _lacked(told, version.id, reach)):
            first = run.sentences[0]
            if first.versions not in reporting:
                reporting[first.versions] = [base.outlet, *_others(first.versions, version.id, outlet, rank)]
            name = identity.omission_id(version.outlet, (s.text for s in run.sentences))
            taken[name] += 1
            yield Finding(
                name if taken[name] == 1 else identity.digest(name, str(taken[name])),
                FindingKind.OMISSION,
                reach.passage[first.id],
                wording.omission(version.outlet, reporting[first.versions], len(run.sentences)),
                run.confidence,
                version.id,
                tuple([s.id for s in run.sentences]),
            )
