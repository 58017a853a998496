"""Names: what is one, what belongs to it, and which names can mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from reader.prose.countries import holds, place_of
from reader.prose.names import Name, names, same
from reader.prose.same_name import folded, same_words, within


def found(text: str) -> list[str]:
    return [text[n.span.start : n.span.end] for n in names(text)]


def only(text: str) -> Name:
    read = names(text)
    assert len(read) == 1, found(text)
    return read[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor, Ada Holt, met Lord Brandt in Port Corran.", ["Ada Holt", "Brandt", "Port Corran"]),
        ("On Tuesday the council of New Wexcombe met.", ["New Wexcombe"]),
        ("Yesterday it rained in May.", []),
        ("She works for the Bureau of Inland Fisheries.", ["Bureau of Inland Fisheries"]),
        ("Corran’s harbour and Brandt's boat", ["Corran", "Brandt"]),
        ("John A. Boatwright spoke.", ["John A. Boatwright"]),
        ("Norwegian divers found it.", ["Norwegian"]),
        ("It was House Speaker Ada Holt of Texas.", ["Ada Holt", "Texas"]),
        ("It was Palace Chief of Staff Ada Holt.", ["Ada Holt"]),
        ("It was the Bank of England.", ["Bank of England"]),
        ("North Korean divers found it.", ["North Korean"]),
        ("He met the Foreign Minister.", []),
        ("", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_most_words_capitalised_is_a_headline() -> None:
    assert names("Ferry Strikes Harbour Wall In Evening Storm") == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Gov. Ada Holt spoke.", "governor"),
        ("It was said by Texas Governor Ada Holt.", "texas governor"),
        ("It was said by police chief Ada Holt.", "polic chief"),
        ("It was said by Prime Minister Ada Holt.", "prime minist"),
        ("It was said by Norwegian Defence Minister Ada Holt.", "norway defens minist"),
        ("It was said by Mr Holt.", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    name = names(text)[-1]
    assert " ".join(name.title) == title
    assert not name.weak


def test_a_role_after_a_name_is_read() -> None:
    assert only("It was said by Ada Holt, the company’s chief executive.").role == ("chief", "execut")
    assert only("It was said by Ada Holt, who is kind.").role == ()


def test_a_single_word_that_opens_a_sentence_is_weak() -> None:
    assert only("Brandt spoke.").weak
    assert not only("It was Brandt.").weak


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holt", "Holt"),
        ("Kim Jong Un", "Kim"),
        ("John A. Boatwright", "John Boatwright"),
        ("J. Boatwright", "John Boatwright"),
        ("Liz Marsh", "Elizabeth Marsh"),
        ("Ft. Corran", "Fort Corran"),
        ("Muammar Kadafi", "Moammar Gadhafi"),
        ("al-Qaddafi", "Gadhafi"),
        ("Masoud Dalmari", "Massoud Dalmari"),
        ("Heydar Alishbandi", "Heidar Alishvandi"),
        ("Reince Preibus", "Reince Priebus"),
        ("Bureau of Inland Fisheries", "BIF"),
        ("José Núñez", "Jose Nunez"),
        ("Kyiv", "Kiev"),
        ("U.S.", "United States"),
        ("Britain", "UK"),
        ("Russian", "Moscow"),
        ("William Bradley Holt", "Brad Holt"),
    ],
)
def test_the_same_in_another_form(one: str, other: str) -> None:
    a, b = only(f"It was said in {one} today."), only(f"It was said in {other} today.")
    assert same(a, b)
    assert same(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holt", "Ben Holt"),
        ("Ada Holt", "Ada Brandt"),
        ("Norway", "Sweden"),
        ("Dunmallet", "Corran"),
        ("Mary Marsh", "Liz Marsh"),
        ("Georgia", "Ohio"),
        ("William Bradley Holt", "Ben Holt"),
    ],
)
def test_another_name(one: str, other: str) -> None:
    a, b = only(f"It was said in {one} today."), only(f"It was said in {other} today.")
    assert not same(a, b)
    assert not same(b, a)


def test_places() -> None:
    assert place_of("Norwegians") == ("Norway", "people")
    assert place_of("Oslo’s") == ("Norway", "capital")
    assert place_of("Tex.") == ("Texas", "state")
    assert place_of("Corran") is None
    assert holds("United States", "Texas")
    assert holds("United Kingdom", "Wales")
    assert not holds("Norway", "Sweden")


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    last = 0
    for name in names(text):
        assert last <= name.span.start < name.span.end <= len(text)
        last = name.span.end


@given(st.text(), st.text())
def test_sameness_needs_no_order(one: str, other: str) -> None:
    a, b = folded(one), folded(other)
    assert same_words(a, b) == same_words(b, a)
    assert same_words(a, a)


_LETTERS = st.text("abcd", max_size=7)


@given(_LETTERS, _LETTERS, st.sampled_from([1, 2]))
def test_few_letters_apart_are_counted_as_a_library_counts_them(one: str, other: str, most: int) -> None:
    assert within(one, other, most) == (OSA.distance(one, other) <= most)
    swapped = f"{one[:2][::-1]}{one[2:]}{other[:1]}"
    assert within(one, swapped, most) == (OSA.distance(one, swapped) <= most)
