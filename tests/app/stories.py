"""A small collation put together by hand, so that tests of the screens don't depend on what the engine finds."""

from __future__ import annotations

import re
from dataclasses import replace

from textual.app import App

from reader.align.links import Alignment, Link, Passage
from reader.app.theming import load_themes
from reader.collation import Collation
from reader.findings.finding import Evidence, Finding, FindingKind, Side, Strength, Type
from reader.findings.origin import Origin
from reader.story import Cluster, Kind, Paragraph, Sentence, Version

TEXTS = {
    "harbour-post": (
        "The ferry Aurelia ran aground off Lindholm on Saturday with 140 passengers on board. "
        "The coast guard took them ashore in four boats.",
        "Divers will look at the hull on Monday.",
        "The island has waited for a new ferry since the spring.",
    ),
    "coast-radio": (
        "With 164 passengers on board the ferry Aurelia ran aground off Lindholm on Saturday.",
        "All of them were taken ashore by the coast guard.",
        "The shipping company has offered every passenger a new ticket.",
    ),
    "island-daily": (
        "The ferry Aurelia, with 140 passengers on board, is stuck on rocks off Lindholm.",
        "Divers are to look at the hull on Monday, the port authority said.",
    ),
}


def version(number: int, outlet: str, paragraphs: tuple[str, ...]) -> Version:
    """A version of which every full stop ends a sentence."""
    found: list[Paragraph] = []
    start = 0
    for n, text in enumerate(paragraphs, 1):
        spans = [match.span() for match in re.finditer(r"\S[^.]*\.?", text)]
        sentences = tuple(Sentence(f"v{number}.p{n}.s{m}", a, b) for m, (a, b) in enumerate(spans, 1))
        found.append(Paragraph(f"v{number}.p{n}", Kind.BODY, text, start, sentences))
        start += len(text) + 1
    whole = "\n".join(paragraphs)
    return Version(f"v{number}", outlet, whole, tuple(found), original=whole)


def cluster(title: str = "Ferry runs aground off Lindholm") -> Cluster:
    """Three versions of one event."""
    first, *others = [version(n, outlet, texts) for n, (outlet, texts) in enumerate(TEXTS.items(), 1)]
    first = replace(first, published="2024-11-30T06:35:00+00:00", url="https://post.example/ferry")
    return Cluster(title, (first, *others))


def evidence(of: Cluster, sentence: str, words: str) -> Evidence:
    """Words of a sentence."""
    place = of.place(sentence)
    start = place.paragraph.text.index(words, place.sentence.start)
    return Evidence(place.version.id, sentence, start, start + len(words))


def collation(title: str = "Ferry runs aground off Lindholm") -> Collation:
    """One contradiction, two additions and two omissions against harbour-post."""
    story = cluster(title)
    passages = (
        Passage("g1", {"v1": ("v1.p1.s1",), "v2": ("v2.p1.s1",), "v3": ("v3.p1.s1",)}),
        Passage("g2", {"v1": ("v1.p1.s2",), "v2": ("v2.p2.s1",)}),
        Passage("g3", {"v2": ("v2.p3.s1",)}),
        Passage("g4", {"v1": ("v1.p2.s1",), "v3": ("v3.p2.s1",)}),
        Passage("g5", {"v1": ("v1.p3.s1",)}),
    )
    links = (
        Link("v1.p1.s1", "v2.p1.s1", 0.93),
        Link("v1.p1.s1", "v3.p1.s1", 0.81),
        Link("v1.p1.s2", "v2.p2.s1", 0.77),
        Link("v1.p2.s1", "v3.p2.s1", 0.9),
        Link("v2.p1.s1", "v3.p1.s1", 0.74),
    )
    sides = (
        Side("140", (evidence(story, "v1.p1.s1", "140"), evidence(story, "v3.p1.s1", "140"))),
        Side("164", (evidence(story, "v2.p1.s1", "164"),)),
    )
    findings = (
        Finding(
            *("f1", FindingKind.CONTRADICTION, "g1", "Two versions count 140 passengers, coast-radio 164.", 0.91),
            type=Type.NUMBER,
            strength=Strength.CONFLICT,
            sides=sides,
        ),
        omission("f2", "g2", "v3", "v1.p1.s2"),
        Finding("f3", FindingKind.ADDITION, "g3", "Only coast-radio reports this.", 0.8, "v2", ("v2.p3.s1",)),
        omission("f4", "g4", "v2", "v1.p2.s1"),
        omission("f5", "g5", "v3", "v1.p3.s1"),
    )
    origins = {"v1": Origin("AP", ())}
    return Collation(story, Alignment(links, passages, "v1", {}), findings, origins)


def omission(finding: str, passage: str, version: str, sentence: str) -> Finding:
    """The finding that a version leaves a sentence of the base out."""
    return Finding(finding, FindingKind.OMISSION, passage, f"{version} leaves this out.", 0.6, version, (sentence,))


def many(count: int) -> Collation:
    """A collation with that many findings."""
    one = collation()
    found = tuple(omission(f"m{n}", "g2", f"v{n % 2 + 2}", "v1.p1.s2") for n in range(count))
    return Collation(one.cluster, one.alignment, found, {})


class Stage(App[None]):
    """An app with our themes and nothing on screen, to push a screen onto."""

    def __init__(self, theme: str = "dark") -> None:
        super().__init__()
        self.animation_level = "none"
        for one in load_themes()[0]:
            self.register_theme(one)
        self.theme = theme

    def lines(self) -> list[str]:
        """What is on screen, line by line."""
        width, height = self.size
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).ljust(width) for strip in strips[:height]]

    def seen(self) -> str:
        """All of it, each line without the blanks at its ends."""
        return "\n".join(line.strip() for line in self.lines())
