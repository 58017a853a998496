"""Clusters and collations of any shape, for properties; and one with furniture, a moved passage and a version apart."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.align.links import Alignment, Apart, Link, Mark, Passage
from reader.collation import Collation
from reader.findings.finding import Evidence, Finding, FindingKind, Side, Strength, Type
from reader.story import Cluster, Kind, Paragraph, Sentence, Version

WORDS = st.lists(
    st.sampled_from(
        ["ferry", "hull", "diver", "140", "Lindholm", "aground", "—", "“rocks”", "überlastet", "日本語", "a"]
    ),
    min_size=1,
    max_size=14,
)
SENTENCE = WORDS.map(lambda words: " ".join(words) + ".")


def version(number: int, paragraphs: list[tuple[Kind, list[str]]], outlet: str | None = None) -> Version:
    """A version from the kinds and the sentences of its paragraphs."""
    text, found = "", []
    for n, (kind, sentences) in enumerate(paragraphs, 1):
        text += "\n\n" if text else ""
        start, inside, spans = len(text), "", []
        for m, words in enumerate(sentences, 1):
            inside += " " if inside else ""
            spans.append(Sentence(f"v{number}.p{n}.s{m}", len(inside), len(inside) + len(words)))
            inside += words
        found.append(Paragraph(f"v{number}.p{n}", kind, inside, start, tuple(spans)))
        text += inside
    return Version(f"v{number}", outlet or f"paper {number}", text, tuple(found), original=text, language="en")


@st.composite
def collations(draw: st.DrawFn) -> Collation:
    """Versions of any kinds of paragraphs, divided into passages at random, with findings that fit them."""
    paragraphs = st.lists(
        st.tuples(st.sampled_from(Kind), st.lists(SENTENCE, min_size=1, max_size=3)), min_size=1, max_size=5
    )
    count = draw(st.integers(2, 5))
    versions = tuple(version(n, draw(paragraphs)) for n in range(1, count + 1))
    cluster = Cluster("A ferry", versions)
    base = draw(st.sampled_from([v.id for v in versions]))
    groups: dict[int, dict[str, list[str]]] = {}
    for one in versions:
        for paragraph in one.paragraphs:
            for sentence in paragraph.sentences:
                quiet = not paragraph.kind.tells
                number = 1000 + len(groups) if quiet else draw(st.integers(0, 6))
                groups.setdefault(number, {}).setdefault(one.id, []).append(sentence.id)
    passages = tuple(
        Passage(f"g{n}", {v: tuple(ids) for v, ids in group.items()}) for n, group in enumerate(groups.values(), 1)
    )
    return Collation(cluster, Alignment((), passages, base, {}), tuple(_findings(draw, cluster, passages, base)), {})


def _findings(draw: st.DrawFn, cluster: Cluster, passages: tuple[Passage, ...], base: str) -> list[Finding]:
    found: list[Finding] = []
    for passage in passages:
        if not all(cluster.place(s).paragraph.kind.tells for ids in passage.sentences.values() for s in ids):
            continue
        for one in cluster.versions:
            has, name = one.id in passage.sentences, f"{passage.id}{one.id}"
            if one.id != base and has and base not in passage.sentences:
                found.append(addition(f"a{name}", passage, one.id))
            if one.id != base and not has and base in passage.sentences:
                found.append(omission(f"o{name}", passage, one.id, base))
        if len(passage.sentences) > 1 and draw(st.booleans()):
            sides = tuple(
                Side(cluster.place(ids[0]).text[:3], (whole(cluster, ids[0], 3),)) for ids in passage.sentences.values()
            )
            found.append(contradiction(f"c{passage.id}", passage, sides))
    return found


def whole(cluster: Cluster, sentence: str, length: int) -> Evidence:
    """The first characters of a sentence."""
    place = cluster.place(sentence)
    return Evidence(place.version.id, sentence, place.sentence.start, place.sentence.start + length)


def addition(name: str, passage: Passage, version_id: str) -> Finding:
    """A version has a passage."""
    sentences = passage.sentences[version_id]
    return Finding(name, FindingKind.ADDITION, passage.id, f"Only {version_id}.", 0.8, version_id, sentences)


def omission(name: str, passage: Passage, version_id: str, base: str) -> Finding:
    """A version lacks a passage."""
    sentences = passage.sentences[base]
    return Finding(name, FindingKind.OMISSION, passage.id, f"Not {version_id}.", 0.8, version_id, sentences)


def contradiction(name: str, passage: Passage, sides: tuple[Side, ...]) -> Finding:
    """Versions disagree in a passage."""
    return Finding(
        *(name, FindingKind.CONTRADICTION, passage.id, "The versions disagree.", 0.9),
        type=Type.NUMBER,
        strength=Strength.CONFLICT,
        sides=sides,
    )


BODY, FURNITURE, METADATA = Kind.BODY, Kind.FURNITURE, Kind.METADATA


def harbour() -> Collation:
    """Five versions: furniture and metadata in the first, a moved passage in the third, another event in the last."""
    versions = (
        version(
            *(
                1,
                [
                    (Kind.HEADLINE, ["Ferry aground off Lindholm"]),
                    (METADATA, ["By Maja Ekdahl"]),
                    (METADATA, ["30 November 2024"]),
                    (
                        BODY,
                        [
                            "The ferry Aurelia ran aground off Lindholm with 140 passengers.",
                            "The coast guard took all ashore.",
                        ],
                    ),
                    (FURNITURE, ["Support our newsroom."]),
                    (FURNITURE, ["Share this article"]),
                    (BODY, ["Divers will look at the hull on Monday."]),
                ],
            ),
            outlet="harbour-post",
        ),
        version(
            *(
                2,
                [
                    (BODY, ["The ferry Aurelia ran aground off Lindholm with 164 passengers."]),
                    (BODY, ["All were taken ashore by the coast guard."]),
                    (BODY, ["The company has offered every passenger a new ticket."]),
                ],
            ),
            outlet="coast-radio",
        ),
        version(
            *(
                3,
                [
                    (BODY, ["Divers will examine the hull on Monday."]),
                    (BODY, ["The ferry Aurelia ran aground off Lindholm with 140 passengers."]),
                ],
            ),
            outlet="island-daily",
        ),
        version(
            4,
            [(BODY, ["The ferry Aurelia ran aground with 140 passengers.", "A new ferry was promised in spring."])],
            outlet="north-wire",
        ),
        version(5, [(BODY, ["A ferry ran aground off Varholm four years ago."])], outlet="old-news"),
    )
    cluster = Cluster("Ferry aground off Lindholm", versions)
    passages = (
        Passage("g1", {"v1": ("v1.p1.s1",)}),
        Passage("g2", {"v1": ("v1.p2.s1",)}),
        Passage("g3", {"v1": ("v1.p3.s1",)}),
        Passage("g4", {"v1": ("v1.p4.s1",), "v2": ("v2.p1.s1",), "v3": ("v3.p2.s1",), "v4": ("v4.p1.s1",)}),
        Passage("g5", {"v1": ("v1.p4.s2",), "v2": ("v2.p2.s1",)}),
        Passage("g6", {"v1": ("v1.p5.s1",)}),
        Passage("g7", {"v1": ("v1.p6.s1",)}),
        Passage("g8", {"v1": ("v1.p7.s1",), "v3": ("v3.p1.s1",)}),
        Passage("g9", {"v2": ("v2.p3.s1",)}),
        Passage("g10", {"v4": ("v4.p1.s2",)}),
        Passage("g11", {"v5": ("v5.p1.s1",)}),
    )
    by_id = {passage.id: passage for passage in passages}
    sides = (
        Side("140", tuple(words_of(cluster, s, "140") for s in ("v1.p4.s1", "v3.p2.s1", "v4.p1.s1"))),
        Side("164", (words_of(cluster, "v2.p1.s1", "164"),)),
    )
    findings = (
        contradiction("c1", by_id["g4"], sides),
        omission("o1", by_id["g5"], "v3", "v1"),
        omission("o2", by_id["g5"], "v4", "v1"),
        omission("o3", by_id["g8"], "v2", "v1"),
        omission("o4", by_id["g8"], "v4", "v1"),
        addition("a1", by_id["g9"], "v2"),
        addition("a2", by_id["g10"], "v4"),
    )
    links = (Link("v1.p4.s1", "v2.p1.s1", 0.9), Link("v1.p7.s1", "v3.p1.s1", 0.8, moved=True))
    apart = {"v5": Apart("names and dates of another event", (Mark("v5", "v5.p1.s1", 0, 7),))}
    return Collation(cluster, Alignment(links, passages, "v1", apart), findings, {})


def span(collation: Collation, sentence: str, words: str) -> Evidence:
    """Words of a sentence of a collation."""
    return words_of(collation.cluster, sentence, words)


def words_of(cluster: Cluster, sentence: str, words: str) -> Evidence:
    """Words of a sentence."""
    place = cluster.place(sentence)
    start = place.paragraph.text.index(words, place.sentence.start)
    return Evidence(place.version.id, sentence, start, start + len(words))
