"""Where sentences end."""

from __future__ import annotations

from sentencex import get_sentence_boundaries

from reader.story import Span


def sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of one paragraph, as spans that leave out nothing but white space."""
    found: list[Span] = []
    for boundary in get_sentence_boundaries(language, text):
        start, end = boundary["start_index"], boundary["end_index"]
        words = text[start:end]
        if words.strip():
            found.append(Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())))
    return found
