"""Collations made by hand for the tests of the reports, whatever the engine does; plain ones and hostile ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reader.align.links import Alignment, Apart, Link, Mark, Passage
from reader.collation import Collation
from reader.findings.finding import Evidence, Finding, FindingKind, Side, Strength, Type
from reader.findings.origin import Origin
from reader.prose.visible import visible
from reader.story import Cluster, Kind, Paragraph, Sentence, Version

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Paragraphs: a kind and the sentences in it.
Told = list[tuple[Kind, list[str]]]


def version(number: int, outlet: str, told: Told, **fields: str | None) -> Version:
    """A version put together from sentences, its text made visible as the loaders do."""
    paragraphs, original = [], ""
    for n, (kind, sentences) in enumerate(told, 1):
        start, text, spans = len(original), "", []
        for k, sentence in enumerate(sentences, 1):
            text += " " if text else ""
            spans.append(Sentence(f"v{number}.p{n}.s{k}", len(text), len(text) + len(sentence)))
            text += sentence
        paragraphs.append(Paragraph(f"v{number}.p{n}", kind, visible(text), start, tuple(spans)))
        original += text + "\n\n"
    return Version(f"v{number}", outlet, visible(original), tuple(paragraphs), original=original, **fields)


def evidence(cluster: Cluster, sentence: str, words: str) -> Evidence:
    """The first occurrence of some words in a sentence."""
    place = cluster.place(sentence)
    start = place.paragraph.text.index(words, place.sentence.start)
    return Evidence(place.version.id, sentence, start, start + len(words))


def collation(
    versions: Sequence[Version],
    passages: Sequence[Passage],
    findings: Sequence[Finding] = (),
    *,
    title: str = "Footbridge",
    off_event: dict[str, Apart] | None = None,
    origins: dict[str, Origin] | None = None,
    links: Sequence[Link] = (),
) -> Collation:
    """A collation of just that."""
    alignment = Alignment(tuple(links), tuple(passages), "v1", off_event or {})
    return Collation(Cluster(title, tuple(versions)), alignment, tuple(findings), origins or {})


def footbridge() -> Collation:
    """Three versions with a finding of each kind, a version set apart and an origin."""
    one = version(
        1,
        "Tarn Courier",
        [
            (Kind.HEADLINE, ["Footbridge closed after crack is found"]),
            (Kind.METADATA, ["By Ida Thorne"]),
            (Kind.BODY, ["The bridge closed on Tuesday.", "Engineers found 3 cracks in a cable."]),
            (Kind.FURNITURE, ["Sign up for our newsletter"]),
        ],
        headline="Footbridge closed after crack is found",
        byline="By Ida Thorne",
        published="2031-03-04T06:35:00+01:00",
        url="https://tarn-courier.example/bridge?id=1&x=2",
        language="en",
        path="bridge/courier.txt",
    )
    two = version(
        2,
        "Fellgate Post",
        [
            (Kind.BODY, ["The footbridge was closed on Wednesday (Meridian).", "Engineers found five cracks."]),
            (Kind.LIST_ITEM, ["A ferry runs every ten minutes."]),
        ],
        published="2031-03-05",
        language="en",
    )
    three = version(3, "Lowwater", [(Kind.BODY, ["A road bridge in another valley was painted green."])])
    cluster = Cluster("Footbridge", (one, two, three))
    passages = [
        Passage("g1", {"v1": ("v1.p1.s1",)}),
        Passage("g2", {"v1": ("v1.p2.s1",)}),
        Passage("g3", {"v2": ("v2.p1.s1",), "v1": ("v1.p3.s1",)}),
        Passage("g4", {"v1": ("v1.p3.s2",), "v2": ("v2.p1.s2",)}),
        Passage("g5", {"v1": ("v1.p4.s1",)}),
        Passage("g6", {"v2": ("v2.p2.s1",)}),
        Passage("g7", {"v3": ("v3.p1.s1",)}),
    ]
    findings = [
        Finding("aa01", FindingKind.OMISSION, "g1", "Fellgate Post leaves this out.", 0.8, "v2", ("v1.p1.s1",)),
        Finding(
            "cc01",
            FindingKind.CONTRADICTION,
            "g3",
            "Tarn Courier says Tuesday, Fellgate Post says Wednesday.",
            0.9,
            type=Type.DATE,
            strength=Strength.CONFLICT,
            sides=(
                Side("on Tuesday", (evidence(cluster, "v1.p3.s1", "on Tuesday"),)),
                Side("on Wednesday", (evidence(cluster, "v2.p1.s1", "on Wednesday"),)),
            ),
        ),
        Finding(
            "cc02",
            FindingKind.CONTRADICTION,
            "g4",
            "Tarn Courier says 3 cracks, Fellgate Post says five cracks.",
            0.75,
            type=Type.NUMBER,
            strength=Strength.DISCREPANCY,
            sides=(
                Side("3 cracks", (evidence(cluster, "v1.p3.s2", "3 cracks"),)),
                Side("five cracks", (evidence(cluster, "v2.p1.s2", "five cracks"),)),
            ),
        ),
        Finding("bb01", FindingKind.ADDITION, "g6", "Fellgate Post reports this.", 0.85, "v2", ("v2.p2.s1",)),
    ]
    mark = evidence(cluster, "v3.p1.s1", "another valley")
    origin = evidence(cluster, "v2.p1.s1", "(Meridian)")
    return collation(
        cluster.versions,
        passages,
        findings,
        off_event={
            "v3": Apart("It reports another bridge.", (Mark(mark.version, mark.sentence, mark.start, mark.end),))
        },
        origins={"v2": Origin("Meridian", (origin,))},
        links=[Link("v1.p3.s1", "v2.p1.s1", 0.8), Link("v1.p3.s2", "v2.p1.s2", 0.7, moved=True)],
    )


_NASTY = [
    *("<script>alert(1)</script>", "</style><b onload=x>", "\" onclick='x", "&lt;&amp;&#0;", "]]>", "--><!--"),
    *("=1+1", "@SUM(A1)", "+1", "-2", "\t=cmd", "＝1", "| a | b |", "| --- |", "# title #", "1. one", "- - -", "***"),
    *("[a](javascript:x)", "![x](http://x.example/y)", "<http://x.example>", "www.x.example", "http://x.example/a_b_c"),
    *("a@x.example", "`code`", "~~gone~~", "**bold**", "_it_", "$x$", "\\", "    four", "> quote", "{#id}", ":smile:"),
    *(
        "\x1b[31m",
        "\x1b]52;c;eA==\x07",
        "\x9b1m",
        "\x00",
        "\x7f",
        "\u202eabc",
        "\u2066",
        "\U000e0041",
        "\ufeff",
        "[/nope]",
    ),
    *(
        "\r\n",
        "\u2028",
        "\x85",
        "\x0b",
        "é\u0301",
        "‏עברית",
        "日本語",
        "👩‍👩‍👧",
        "\ud800",
        "\ufffe",
        "&#x1b;",
        "''",
        '"',
    ),
]

#: Any text, with a good share of what could do harm somewhere.
hostile = st.lists(st.one_of(st.sampled_from(_NASTY), st.text(max_size=8), st.just(" ")), max_size=5).map("".join)

#: The same where there has to be something to read in it, on one line.
sentence = hostile.map(lambda text: " ".join((text + "x").split()))


@st.composite
def collations(draw: st.DrawFn) -> Collation:
    """Collations of hostile text, with findings that rest on any characters of it."""
    fields = st.none() | hostile
    versions = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        told = draw(
            st.lists(st.tuples(st.sampled_from(list(Kind)), st.lists(sentence, min_size=1, max_size=3)), max_size=4)
        )
        versions.append(
            version(
                number,
                f"{draw(hostile)}{number}",
                told,
                headline=draw(fields),
                byline=draw(fields),
                url=draw(fields | hostile.map("https://x.example/".__add__)),
                language=draw(st.sampled_from(["en", "de", None, 'x" y', "zh-Hant"])),
                path=draw(fields),
                published=draw(st.sampled_from([None, "2031-03-04", "2031-03-04T06:35:00+01:00", "2031-13-77<b>"])),
            )
        )
    cluster = Cluster("", tuple(versions))
    ids = [place.sentence.id for v in versions for place in cluster.places(v.id)]
    passages: list[Passage] = []
    left = list(ids)
    while left:
        row = [left.pop(0)]
        while len(left) > 0 and draw(st.booleans()):
            row.append(left.pop(0))
        of: dict[str, tuple[str, ...]] = {}
        for name in row:
            owner = cluster.place(name).version.id
            of[owner] = (*of.get(owner, ()), name)
        passages.append(Passage(f"g{len(passages) + 1}", of))
    apart = {v.id: Apart(draw(sentence), ()) for v in versions[1:] if draw(st.integers(0, 4)) == 0}
    # Findings are about what versions of this event tell: never about a row of furniture only.
    told_ids = [i for i in ids if cluster.place(i).paragraph.kind.tells and cluster.place(i).version.id not in apart]
    rows = [p for p in passages if any(i in told_ids for own in p.sentences.values() for i in own)]
    findings = []
    for n in range(draw(st.integers(0, 4)) if rows else 0):
        kind = draw(st.sampled_from(list(FindingKind)))
        passage = draw(st.sampled_from(rows)).id
        if kind is FindingKind.CONTRADICTION:
            sides = []
            for _ in range(draw(st.integers(2, 3))):
                place = cluster.place(draw(st.sampled_from(ids)))
                start = draw(st.integers(place.sentence.start, place.sentence.end - 1))
                end = draw(st.integers(start + 1, place.sentence.end))
                words = place.paragraph.text[start:end]
                sides.append(Side(words, (Evidence(place.version.id, place.sentence.id, start, end),)))
            findings.append(
                Finding(
                    f"f{n}", kind, passage, draw(sentence), 0.5, type=draw(st.sampled_from(list(Type))),
                    strength=draw(st.sampled_from(list(Strength))), sides=tuple(sides),
                )
            )  # fmt: skip
        else:
            own = draw(st.sampled_from(ids))
            about = draw(st.sampled_from(versions)).id
            findings.append(Finding(f"f{n}", kind, passage, draw(sentence), 0.5, about, (own,)))
    return collation(versions, passages, findings, title=draw(hostile), off_event=apart)
