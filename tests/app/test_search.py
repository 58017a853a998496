from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.reading import Reading
from reader.app.search import MOST, fold, search
from reader.story import Cluster, Kind
from tests.app.invented import harbour, version

STORY = Cluster(
    "Straße",
    (
        version(1, [(Kind.BODY, ["Die Straße ist gesperrt.", "“Naïve” hopes, the mayor’s aide said."])]),
        version(2, [(Kind.FURNITURE, ["Read more about the STRASSE"]), (Kind.BODY, ["Nothing here."])]),
    ),
)
READING = Reading(STORY)


def found(query: str) -> list[tuple[str, str]]:
    return [
        (match.version, STORY.place(match.sentence).paragraph.text[match.start : match.end])
        for match in search(READING, query, ("v1", "v2")).matches
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("strasse", [("v1", "Straße"), ("v2", "STRASSE")]),
        ("STRAße", [("v1", "Straße"), ("v2", "STRASSE")]),
        ("naive", [("v1", "Naïve")]),
        ("mayor's", [("v1", "mayor’s")]),
        ('"naïve"', [("v1", "“Naïve”")]),
        ("gesperrt.  “naive", [("v1", "gesperrt. “Naïve")]),
        ("read more", [("v2", "Read more")]),
        ("nowhere", []),
        ("   ", []),
        ("[/nope]", []),
        ("(", []),
    ],
)
def test_case_accents_and_typography_make_no_difference(query: str, expected: list[tuple[str, str]]) -> None:
    assert found(query) == expected


def test_matches_come_in_the_order_of_the_story() -> None:
    collation = harbour()
    reading = Reading(collation.cluster, collation)
    matches = search(reading, "passengers", reading.order).matches
    assert [match.sentence for match in matches] == ["v1.p4.s1", "v2.p1.s1", "v3.p2.s1", "v4.p1.s1"]


def test_a_match_across_two_sentences_shows_in_both() -> None:
    result = search(READING, "gesperrt. “naive”", ("v1", "v2"))
    assert len(result.matches) == 1
    assert set(result.in_sentence) == {"v1.p1.s1", "v1.p1.s2"}


@given(st.text(max_size=30))
def test_folding_knows_where_every_character_stood(text: str) -> None:
    folded, offsets = fold(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)


def test_each_place_of_a_text_in_which_characters_become_several_or_none() -> None:
    text = "a\u0301ß…e\u0301İﬃ" * 3 + "\u0301\u0301x"
    plain, expected = "", []
    for n, character in enumerate(text):
        words = fold(character)[0]
        plain += words
        expected += [n] * len(words)
    folded, offsets = fold(text)
    assert (folded, list(offsets)) == (plain, [*expected, len(text)])
    assert offsets[1:4] == list(offsets)[1:4]


def test_of_very_many_places_the_first_of_the_story_are_found() -> None:
    texts = [[(Kind.BODY, ["a ferry " * 3_000 + "ran aground."]), (Kind.BODY, ["a b " * 12_000 + "c."])]] * 2
    reading = Reading(Cluster("", tuple(version(n, told) for n, told in enumerate(texts, 1))))
    result = search(reading, "a ", ("v1", "v2"))
    assert len(result.matches) == MOST
    assert result.more
    numbers = [reading.index_of[match.sentence] for match in result.matches]
    assert numbers == sorted(numbers)
    assert {match.version for match in result.matches} == {"v1", "v2"}
    assert not search(reading, "ferry ran", ("v1", "v2")).more


@given(
    st.text(alphabet="aB é“ßİ\n.", max_size=6),
    st.text(alphabet="aB é’ßİ-", min_size=1, max_size=5),
    st.text(max_size=6),
)
def test_words_are_found_wherever_they_stand(before: str, words: str, after: str) -> None:
    if not words.strip():
        return
    text = before + words.strip() + after
    story = Cluster("", (version(1, [(Kind.BODY, [text])]), version(2, [(Kind.BODY, ["x"])])))
    expected = " ".join(words.split()) == words.strip()  # runs of blanks in the text are taken as they stand
    assert bool(search(Reading(story), words, ("v1",)).matches) or not expected
