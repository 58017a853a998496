"""Invented stories for the tests of the alignment, and a way to make clusters of texts."""

from __future__ import annotations

import re

from reader.prose.sentences import sentences
from reader.story import Cluster, Kind, Paragraph, Sentence, Version

FERRY = """Ferry Calda ran aground off Norrick on Tuesday
The ferry Calda ran aground off Norrick harbour early on Tuesday with 84 passengers on board, the coastguard said.
Lifeboats brought all passengers ashore within two hours. Eleven people were treated for bruises at Saint Orla hospital.
Captain Ines Marlow told investigators that the steering failed minutes before the ship hit the Teal sandbank.
The operator, Brannoch Lines, has cancelled its crossings to Vell island until Friday."""

FERRY_TOO = """Eighty-four rescued as Calda ferry grounds
Lifeboats rescued 84 passengers from the ferry Calda after it ran aground near Norrick harbour on Tuesday morning.
Steering on the Calda failed minutes before it hit the Teal sandbank, Captain Ines Marlow said to investigators.
Eleven passengers were taken to Saint Orla hospital with bruises.
The mayor of Norrick, Piet Halloran, thanked the volunteers. He called the rescue a small miracle."""

FERRY_SHORT = """All 84 passengers of the ferry Calda were brought ashore on Tuesday after it ran aground off Norrick.
Brannoch Lines cancelled its crossings to Vell island until Friday."""

FERRY_LATER = """Ferry Lorna collides with tanker off Port Essen
The ferry Lorna collided with the tanker Oduya in fog off Port Essen on Saturday, port authorities said.
Two sailors of the Oduya drowned. Divers were still searching the tanker's engine room for a third.
Fuel spread over nine kilometres of beach near the Essen lighthouse, and the Oduya's owners sent a clean-up crew.
A court in Essen is to hear the Lorna's first officer, Dario Quint, on Monday."""

COUNCIL = """Councillors in Marden voted 9 to 6 on Monday to close the Elm Street library.
The library has lost a third of its readers since 2019, the treasurer Olga Dunmore said.
Protesters filled the gallery and sang. Two were led out by ushers.
A petition with 4,200 signatures will be handed to the county next week."""


def version(number: int, text: str, outlet: str = "", language: str = "en") -> Version:
    """A version with a paragraph a line; the first line is the headline if it does not end like a sentence."""
    paragraphs: list[Paragraph] = []
    for match in re.finditer(r"\S[^\n]*", text):
        name = f"v{number}.p{len(paragraphs) + 1}"
        words = match.group()
        kind = Kind.BODY if paragraphs or words[-1] in ".。" else Kind.HEADLINE
        spans = enumerate(sentences(words, language), 1)
        found = tuple(Sentence(f"{name}.s{n}", span.start, span.end) for n, span in spans)
        paragraphs.append(Paragraph(name, kind, words, match.start(), found))
    return Version(f"v{number}", outlet or f"paper {number}", text, tuple(paragraphs), language=language, original=text)


def cluster(*texts: str, language: str = "en", outlets: tuple[str, ...] = ()) -> Cluster:
    """A cluster of these texts, in this order."""
    names = outlets or tuple(f"paper {text[:12]}" for text in texts)
    if len(set(names)) < len(names):
        names = tuple(f"{name} {n}" for n, name in enumerate(names))
    return Cluster(
        "story", tuple(version(n, t, o, language) for n, (t, o) in enumerate(zip(texts, names, strict=True), 1))
    )
