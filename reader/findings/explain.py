"""A finding for whoever doubts it: the words it rests on, what was read there, and by which rule."""

from __future__ import annotations

from itertools import combinations

from reader.findings.compare import disagreements, tell
from reader.findings.finding import Evidence, Finding, FindingKind
from reader.findings.history import REVISIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.align.links import Alignment
    from reader.story import Cluster

#: What stands around the words of evidence, in a text that can show nothing else.
MARKS = ("[[", "]]")


def explain(cluster: Cluster, alignment: Alignment, finding: Finding, compared: str | None = None) -> list[str]:
    """The lines that ``variorum explain`` prints for one finding of a cluster.

    compared: the version that an addition's is compared with, where that is not the base.
    The finding has to be one of this cluster and alignment; KeyError where it names a sentence that is not there.
    """
    if finding.kind is FindingKind.CONTRADICTION:
        return list(_contradiction(cluster, finding))
    return list(_coverage(cluster, alignment, finding, compared or alignment.base))


def _contradiction(cluster: Cluster, finding: Finding) -> Iterator[str]:
    yield finding.explanation
    yield f"{finding.type}, {finding.strength}, confidence {finding.confidence:.2f}, id {finding.id}"
    read = _values(cluster, finding)
    for side in finding.sides:
        yield ""
        yield f"“{' '.join(side.claim.split())}”"
        joined = set().union(*(read.get((e.sentence, e.start, e.end), ()) for e in side.evidence))
        for e in side.evidence:
            version = cluster.version(e.version)
            when = f", {version.published}" if version.published else ""
            yield f"  {version.outlet}{when}, {e.sentence}, characters {e.start} to {e.end}"
            yield f"    {_marked(cluster, e)}"
            values = sorted(read.get((e.sentence, e.start, e.end)) or (joined if len(joined) == 1 else ()))
            if values:
                yield f"    read as: {'; '.join(values)}"
    yield ""
    yield f"rule: {finding.rule}" if finding.rule else "rule: not known"


def _values(cluster: Cluster, finding: Finding) -> dict[tuple[str, int, int], set[str]]:
    """What was read in the words of each evidence, compared once more."""
    assert finding.type is not None
    everything = [e for side in finding.sides for e in side.evidence]
    told = tell(cluster, (cluster.version(v) for v in dict.fromkeys(e.version for e in everything)))
    found: dict[tuple[str, int, int], set[str]] = {}
    for one, other in combinations(dict.fromkeys(e.sentence for e in everything), 2):
        if told[one].version == told[other].version:
            continue
        for seen in disagreements((told[one], told[other]), (finding.type,)):
            d = seen.found
            for sentence, span, value in ((seen.a, d.a, d.value_a), (seen.b, d.b, d.value_b)):
                key = (sentence.sentence, sentence.offset + span.start, sentence.offset + span.end)
                found.setdefault(key, set()).add(value)
    return found


def _marked(cluster: Cluster, e: Evidence) -> str:
    place = cluster.place(e.sentence)
    text, sentence = place.paragraph.text, place.sentence
    before, words, after = text[sentence.start : e.start], text[e.start : e.end], text[e.end : sentence.end]
    return " ".join(f"{before}{MARKS[0]}{words}{MARKS[1]}{after}".split())


def _coverage(cluster: Cluster, alignment: Alignment, finding: Finding, compared: str) -> Iterator[str]:
    assert finding.version is not None
    lacking = compared if finding.kind is FindingKind.ADDITION else finding.version
    lacks = cluster.version(lacking).outlet
    yield finding.explanation
    yield f"{finding.kind}, confidence {finding.confidence:.2f}, id {finding.id}"
    for sentence in finding.sentences:
        place = cluster.place(sentence)
        yield ""
        yield f"  {place.version.outlet}, {sentence}"
        yield f"    {' '.join(place.text.split())}"
        nearest = _nearest(cluster, alignment, sentence, lacking)
        if nearest is None:
            yield f"  no sentence of {lacks} comes near it"
        else:
            other, score = nearest
            yield f"  the nearest of {lacks} is {other}, a link with a probability of {score:.2f}: too little"
            yield f"    {' '.join(cluster.place(other).text.split())}"
    yield ""
    if finding.rule == REVISIONS:
        yield f"rule: revisions: no sentence of {lacks} has its words or became it"
    else:
        yield f"rule: no sentence of {lacks} is in its passage or linked to it"


def _nearest(cluster: Cluster, alignment: Alignment, sentence: str, version: str) -> tuple[str, float] | None:
    """The sentence of a version that comes nearest to one, with how sure a link between them would be."""
    found = [
        (link.score, other)
        for link in alignment.near
        for one, other in ((link.a, link.b), (link.b, link.a))
        if one == sentence and cluster.place(other).version.id == version
    ]
    if not found:
        return None
    score, other = max(found)
    return other, score
