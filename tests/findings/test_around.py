"""What the words around a span say of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.findings.around import (
    content,
    frames,
    likeness,
    may_overlap,
    overlap,
    rest_overlap,
    role,
    slot,
    words_in,
    words_of,
)
from reader.story import Span


def span(text: str, words: str) -> Span:
    """Where those words stand."""
    return Span(text.index(words), text.index(words) + len(words))


def test_the_same_words_are_as_like_as_can_be() -> None:
    text = "The storm broke two masts in the harbour."
    assert likeness(text, span(text, "two"), text, span(text, "two")) == 1
    assert slot(text, span(text, "two"), text, span(text, "two")) == 6


def test_nearer_words_weigh_more() -> None:
    text = "The storm broke two masts, and in the harbour the old clock stopped."
    near, far = "It broke three masts.", "It stopped three of the clocks in the harbour."
    assert likeness(text, span(text, "two"), near, span(near, "three")) > likeness(
        text, span(text, "two"), far, span(far, "three")
    )


def test_an_edge_is_a_neighbour_too() -> None:
    assert slot("It rained in Oslo.", Span(13, 17), "It rained in Rome.", Span(13, 17)) == 4
    assert slot("Oslo", Span(0, 4), "Rome", Span(0, 4)) == 2


def test_overlap_ignores_empty_words_and_synonyms() -> None:
    assert overlap("The vessel was struck.", "A ship was struck.") == 1
    assert overlap("of the and", "The ship sank.") == 0
    assert rest_overlap("He met Ada.", Span(7, 10), "He met Ben.", Span(7, 10)) == 1


def test_roles() -> None:
    text = "The fire killed 12 guests, hurt 30 and drove out 200 residents."
    assert [role(text, span(text, n)) for n in ("12", "30", "200 residents")] == ["dead", "hurt", "living"]
    assert role("There were 12 chairs.", Span(11, 13)) == ""
    text = "The police arrested three men over the killing of a baker and held two."
    assert role(text, span(text, "three men")) == "arrested"
    assert role("The raiders killed three men.", Span(19, 28)) == "dead"


@given(st.text(), st.text(), st.integers(0, 40), st.integers(0, 40))
def test_likeness_needs_no_order(one: str, other: str, start: int, length: int) -> None:
    a, b = Span(min(start, len(one)), min(start + length, len(one))), Span(0, min(length, len(other)))
    assert abs(likeness(one, a, other, b) - likeness(other, b, one, a)) < 1e-9
    assert slot(one, a, other, b) == slot(other, b, one, a)
    assert overlap(one, other) == overlap(other, one)
    assert 0 <= overlap(one, other) <= 1


_WORDS = st.lists(st.sampled_from(["Ada", "Ben", "Holt-Reed", "met", "in", "the", "old", "Holt’s", "port", ","]))


@given(st.lists(_WORDS, min_size=6, max_size=6))
def test_what_is_seen_at_a_glance_holds_for_spans(parts: list[list[str]]) -> None:
    before, inside, after, first, other, last = (" ".join(words) for words in parts)
    a, b = Span(len(before) + 1, len(f"{before} {inside}")), Span(len(first) + 1, len(f"{first} {other}"))
    one, two = f"{before} {inside} {after}", f"{first} {other} {last}"
    assert (slot(one, a, two, b) >= 3) == (not frames(one, a).isdisjoint(frames(two, b)))
    rests = overlap(f"{one[: a.start]} {one[a.end :]}", f"{two[: b.start]} {two[b.end :]}")
    assert rest_overlap(one, a, two, b) == rests
    for least in (0.4, 0.7):
        assert may_overlap(one, two, least, max(words_in(inside), words_in(other))) or rests < least


@given(st.text())
def test_content_lies_in_the_text(text: str) -> None:
    assert all(0 <= word.start < word.end <= len(text) for word in content(text))
    assert words_of(text) == {word.key for word in content(text)}
