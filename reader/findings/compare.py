"""Which sentences are compared, and by what: pairs in, disagreements with their sentences out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING

from reader.findings import certainty, date, name, number, other, place, polarity, quantifier, quotation
from reader.findings.finding import Type
from reader.findings.pair import Compare, Disagreement, Told
from reader.prose.quotations import quoted_paragraphs, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.align.links import Alignment
    from reader.story import Cluster, Version

#: What looks for which type of contradiction. Where two see the same words, the earlier one is heard.
COMPARERS: Mapping[Type, Compare] = {
    Type.NUMBER: number.compare,
    Type.DATE: date.compare,
    Type.PLACE: place.compare,
    Type.NAME: name.compare,
    Type.POLARITY: polarity.compare,
    Type.QUANTIFIER: quantifier.compare,
    Type.CERTAINTY: certainty.compare,
    Type.QUOTATION: quotation.compare,
    Type.OTHER: other.compare,
}


#: How many sentences at the beginning of a version are its headline and its lead.
LEADS = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """A disagreement with the two sentences that it was seen between."""

    a: Told
    b: Told
    found: Disagreement


def tell(cluster: Cluster, versions: Iterable[Version]) -> dict[str, Told]:
    """Sentence id -> the sentence as the contradiction modules read it; only sentences that report something."""
    found: dict[str, Told] = {}
    for version in versions:
        quotes = dict(
            zip((p.id for p in version.paragraphs), quoted_paragraphs(p.text for p in version.paragraphs), strict=True)
        )
        before = ""
        for here in cluster.places(version.id):
            if not here.paragraph.kind.tells:
                continue
            found[here.sentence.id] = Told(
                version=version.id,
                outlet=version.outlet,
                sentence=here.sentence.id,
                text=here.text,
                offset=here.sentence.start,
                published=version.published_date,
                language=version.language or "en",
                before=before,
                quotes=within(quotes[here.paragraph.id], here.sentence.start, here.sentence.end),
                whole=version.text,
            )
            before = here.text
    return found


def pairs(alignment: Alignment, told: Mapping[str, Told]) -> Iterator[tuple[Told, Told]]:
    """The pairs of sentences of two versions that may report the same thing.

    Those of one passage, those linked, the leads, and those too unsure to be linked: a contradiction can stand between
    sentences that nobody would set side by side, and each module asks for itself whether the two speak of one thing.
    """
    seen: set[tuple[str, str]] = set()
    for passage in alignment.passages:
        here = [told[s] for ids in passage.sentences.values() for s in ids if s in told]
        for a, b in combinations(here, 2):
            if a.version != b.version:
                seen.add((a.sentence, b.sentence))
                yield a, b
    unsure = ((link.a, link.b) for link in (*alignment.links, *alignment.near))
    for one, other in chain(unsure, combinations(leads(told), 2)):
        if one in told and other in told and (one, other) not in seen and (other, one) not in seen:
            seen.add((one, other))
            if told[one].version != told[other].version:
                yield told[one], told[other]


def leads(told: Mapping[str, Told]) -> list[str]:
    """The first sentences of each version, which all tell what the story is about: its headline and its lead."""
    found: list[str] = []
    count: Counter[str] = Counter()
    for sentence, one in told.items():
        count[one.version] += 1
        if count[one.version] <= LEADS:
            found.append(sentence)
    return found


def disagreements(pair: tuple[Told, Told], types: Iterable[Type] = tuple(COMPARERS)) -> list[Seen]:
    """What the modules see between two sentences, one disagreement for the same words.

    The two are always read in the same order, whichever comes first on screen, so that the order of the versions can't
    change the answer.
    """
    a, b = sorted(pair, key=lambda told: (told.text, told.before, str(told.published)))
    if a.text in b.whole or b.text in a.whole:  # told in both, so that one can't contradict the other by it
        return []
    found: list[Seen] = []
    for kind in types:
        for disagreement in COMPARERS[kind](a, b):
            if not any(_same_words(disagreement, other.found) for other in found):
                found.append(Seen(a, b, disagreement))
    return found


def _same_words(one: Disagreement, other: Disagreement) -> bool:
    return (
        one.a.start < other.a.end
        and other.a.start < one.a.end
        and one.b.start < other.b.end
        and other.b.start < one.b.end
    )
