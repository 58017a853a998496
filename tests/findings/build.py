"""Stories for the tests of findings, given as sentences and as who reports what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.align.links import Alignment, Apart, Link, Passage
from reader.findings.compare import COMPARERS, CUES_ALONE, CUES_TOGETHER, OF_OPPOSITES, TOUCHES, tell
from reader.findings.cues import cues
from reader.findings.pair import SHOWN, Told
from reader.findings.touched import apart
from reader.prose.quotations import quotations
from reader.story import Cluster, Kind, Paragraph, Sentence, Version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from reader.findings.pair import Disagreement


def told(text: str, *, outlet: str = "herald", published: date | None = None, language: str = "en") -> Told:
    """One sentence as the contradiction modules read it."""
    return Told(
        version=outlet,
        outlet=outlet,
        sentence=f"{outlet}.p1.s1",
        text=text,
        offset=0,
        published=published,
        language=language,
        quotes=quotations(text),
        whole=text,
    )


def seen(compare: Callable[[Told, Told], Iterator[Disagreement]], one: str, other: str) -> list[tuple[str, str]]:
    """The words in which two sentences disagree, and the same whichever comes first."""
    a, b = told(one), told(other, outlet="courier")
    found = [(a.text[d.a.start : d.a.end], b.text[d.b.start : d.b.end]) for d in compare(a, b) if shown(d)]
    turned = [(a.text[d.b.start : d.b.end], b.text[d.a.start : d.a.end]) for d in compare(b, a) if shown(d)]
    assert sorted(found) == sorted(turned)
    if found:  # a rule is only asked where the words of both are cues for it, and where the two touch the same
        for kind, of in COMPARERS.items():
            if of is compare and kind in CUES_TOGETHER:
                together = all(cues(text) & CUES_TOGETHER[kind] for text in (one, other))
                assert together or any(cues(text) & CUES_ALONE.get(kind, 0) for text in (one, other))
        touched = [t for kind, t in TOUCHES.items() if COMPARERS[kind] is compare and kind not in OF_OPPOSITES]
        assert not any(not apart(touches(a), touches(b)) for touches in touched)
    return found


def shown(disagreement: Disagreement) -> bool:
    """Whether a disagreement is sure enough to be a finding of its own."""
    return disagreement.confidence >= SHOWN


def version(
    version_id: str,
    outlet: str,
    paragraphs: Sequence[Sequence[str]],
    *,
    kinds: Mapping[int, Kind] | None = None,
    published: str | None = None,
    byline: str | None = None,
) -> Version:
    """A version of these paragraphs, each given as its sentences."""
    made = []
    at = 0
    for n, sentences in enumerate(paragraphs, 1):
        text = " ".join(sentences)
        spans = []
        start = 0
        for m, words in enumerate(sentences, 1):
            spans.append(Sentence(f"{version_id}.p{n}.s{m}", start, start + len(words)))
            start += len(words) + 1
        kind = (kinds or {}).get(n, Kind.BODY)
        made.append(Paragraph(f"{version_id}.p{n}", kind, text, at, tuple(spans)))
        at += len(text) + 2
    whole = "\n\n".join(p.text for p in made)
    return Version(
        version_id, outlet, whole, tuple(made), published=published, byline=byline, language="en", original=whole
    )


def aligned(
    cluster: Cluster, *together: Sequence[str], base: str = "v1", off_event: Sequence[str] = (), links: bool = True
) -> Alignment:
    """The alignment in which each of these groups is one passage, and every other sentence one of its own."""
    group_of = {sentence: n for n, group in enumerate(together) for sentence in group}
    rows: dict[object, dict[str, list[str]]] = {}
    order = sorted(cluster.versions, key=lambda v: v.id != base)
    for one in order:
        for place in cluster.places(one.id):
            row = rows.setdefault(group_of.get(place.sentence.id, place.sentence.id), {})
            row.setdefault(one.id, []).append(place.sentence.id)
    passages = [Passage(f"g{n}", {v: tuple(ids) for v, ids in row.items()}) for n, row in enumerate(rows.values(), 1)]
    rank = {v.id: n for n, v in enumerate(cluster.versions)}
    pairs = {
        (a, b)
        for passage in passages
        for v, ours in passage.sentences.items()
        for w, theirs in passage.sentences.items()
        if rank[v] < rank[w]
        for a in ours
        for b in theirs
    }
    made = tuple(Link(a, b, 0.9) for a, b in sorted(pairs)) if links else ()
    return Alignment(made, tuple(passages), base, {v: Apart("another event", ()) for v in off_event})


def story(
    *sentences: str, outlets: Sequence[str] = (), published: Sequence[str | None] = ()
) -> tuple[Cluster, Alignment]:
    """Versions of one sentence each, all reporting the same thing."""
    versions = [
        version(
            f"v{n}",
            outlets[n - 1] if outlets else f"outlet{n}",
            [[words]],
            published=published[n - 1] if published else None,
        )
        for n, words in enumerate(sentences, 1)
    ]
    cluster = Cluster("A story", tuple(versions))
    return cluster, aligned(cluster, [f"v{n}.p1.s1" for n in range(1, len(versions) + 1)])


def words_of(cluster: Cluster, sentence: str, start: int, end: int) -> str:
    """The words that evidence points at."""
    return cluster.place(sentence).paragraph.text[start:end]


__all__ = ["aligned", "seen", "shown", "story", "tell", "told", "version", "words_of"]
