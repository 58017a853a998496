"""Quotations of one utterance: faithful ones are quiet, altered ones are shown by their very words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings.quotation import compare
from reader.prose.quotations import Quotation, quotations
from tests.findings.build import seen, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # shortened at either end
        ("They reached “a lasting settlement” on the harbour.", "They reached a “lasting settlement” on the harbour."),
        (
            '"We will rebuild the bridge before winter comes, whatever it costs," she said.',
            'She said they would "rebuild the bridge before winter comes."',
        ),
        # an ellipsis or brackets mark what is left out or put in
        (
            "“We would be foolish, after all that happened here, if we did not ask,” he said.",
            "“We would be foolish … if we did not ask,” he said.",
        ),
        (
            '"They told the captain to turn back at once," he said.',
            '"They told [him] to turn back at once," he said.',
        ),
        (
            '"Her family stands behind her and asks for quiet," he said.',
            '"Her family stands behind her (Ms. Holm) and asks for quiet," he said.',
        ),
        # typography, case, spelling, contractions, figures
        (
            "“We’re not going to cancel the labour programme -- not for two weeks,” he said.",
            '"We are not going to cancel the labor program — not for 2 weeks," he said.',
        ),
        ('"A one-in-three chance of rain and snow," he said.', '"a 1 in 3 chance of rain and snow," he said.'),
        (
            '"The Vey Ferry Board asks all travellers to wait on the pier," he said.',
            '"The VFB asks all travellers to wait on the pier," he said.',
        ),
        # one quotes, the other tells it
        ("“The dam will hold for years to come,” she said.", "She said the dam would hold for many years to come."),
        # two remarks that share a word or two
        ("He called it “a real challenge”.", "He called it “a big challenge”."),
        ("“It is incredibly rare,” said one engineer.", "“This is a very rare situation,” said another engineer."),
        # the quotation breaks off and goes on
        (
            "“The valves were open,” she said, “and nobody had told the night shift.”",
            "“The valves were open and nobody had told the night shift,” she said.",
        ),
        ("No quotation here at all.", "“None here of the same kind,” he said."),
    ],
)
def test_faithful_quotations_are_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        (
            'He called it “a swift and necessary step" towards peace.',
            "He called them “swift and necessary steps” towards peace.",
            "a swift and necessary step",
            "swift and necessary steps",
        ),
        (
            "“We have people looking into it and they cannot believe what they are finding,” he said.",
            "“We have people looking into it and they cannot believe what they are hearing,” he said.",
            "are finding",
            "are hearing",
        ),
        (
            "“There is a good chance that we could lose the whole harvest,” she said.",
            "“There is a good chance we could lose the whole harvest,” she said.",
            "chance that we",
            "chance we",
        ),
        (
            "“I read an article and quickly judged the two young players in a way I regret,” he wrote.",
            "“I quickly judged the two young players in a way I regret,” he wrote.",
            "I read an article and quickly",
            "I quickly",
        ),
        (
            "‘The council never agreed to sell the old mill,’ he said.",
            '"The council never agreed to sell the old school," he said.',
            "old mill",
            "old school",
        ),
    ],
)
def test_altered_quotations_are_shown(one: str, other: str, ours: str, theirs: str) -> None:
    assert seen(compare, one, other) == [(ours, theirs)]


def test_words_that_stand_so_elsewhere_in_the_other_version_are_quiet() -> None:
    one = "“The council never agreed to sell the old mill,” he said."
    other = "“The council never agreed to sell the old school,” he said."
    a = told(one)
    b = told(other, outlet="courier")._replace(
        whole=f"{other} “The council never agreed to sell the old mill,” he said."
    )
    assert list(compare(told(one), told(other, outlet="courier")))
    assert list(compare(a, b)) == []


def test_spans_lie_inside_the_quotation_marks() -> None:
    a = told("“We lost the north wall and most of the roof that night,” she said.")
    b = told("“We lost the south wall and most of the roof that night,” she said.", outlet="courier")
    (found,) = compare(a, b)
    (inside,) = quotations(a.text)
    assert inside.start <= found.a.start < found.a.end <= inside.end
    assert 0.5 < found.confidence <= 1


WORDS = st.lists(
    st.sampled_from(
        [
            "harbour",
            "bridge",
            "council",
            "storm",
            "ferry",
            "night",
            "river",
            "keeper",
            "wall",
            "lamp",
            "stone",
            "road",
            "train",
            "summer",
        ]
    ),
    min_size=4,
    max_size=14,
)


@given(WORDS, st.integers(0, 5), st.integers(0, 5))
def test_no_shortening_is_ever_shown(words: list[str], front: int, back: int) -> None:
    kept = words[front : len(words) - back]
    assert seen(compare, f"“{' '.join(words)},” he said.", f"He spoke of “{' '.join(kept)}” today.") == []


@given(WORDS, st.data())
def test_a_word_put_into_the_middle_of_distinct_words_is_shown(words: list[str], data: st.DataObject) -> None:
    distinct = list(dict.fromkeys(words))
    if len(distinct) < 5:
        return
    at = data.draw(st.integers(2, len(distinct) - 2))
    changed = [*distinct[:at], "never", *distinct[at:]]
    found = seen(compare, f"“{' '.join(distinct)},” he said.", f"“{' '.join(changed)},” he said.")
    assert len(found) == 1
    assert "never" in found[0][1]
    assert "never" not in found[0][0]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "“The dam will hold through the winter and the spring,” said Ida Holm, the mayor.",
            "Piet Marsh said: “The dam will hold through the winter and the spring.”",
            [("Ida Holm", "Piet Marsh")],
        ),
        (
            "“The dam will hold through the winter,” Mr. Holm said on Friday.",
            "“The dam will hold through the winter,” Mrs. Marsh told the council on Friday.",
            [("Holm", "Marsh")],
        ),
        # one person
        (
            "“The dam will hold through the winter and the spring,” said Mayor Ida Holm.",
            "“The dam will hold through the winter and the spring,” Ms. Holm said.",
            [],
        ),
        # one in the other's body, too few words, nobody named beside it
        (
            "“The dam will hold through the winter,” said Corran Water engineer Ida Holm.",
            "“The dam will hold through the winter,” said Ida Holm, an engineer of Corran Water.",
            [],
        ),
        ("“A dark day,” said Ida Holm.", "“A dark day,” said Piet Marsh.", []),
        (
            "“The dam will hold through the winter,” said the mayor beside Ida Holm.",
            "“The dam will hold through the winter,” said Piet Marsh.",
            [],
        ),
    ],
)
def test_two_speakers_of_one_quotation(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == found


def test_a_letter_without_marks_is_compared_with_a_quotation_and_with_no_other_letter() -> None:
    letter = told("Dress like you deserve respect, not a spot at a bar.")
    letter = letter._replace(quotes=(Quotation(0, len(letter.text), marked=False),))
    post = told("She wrote that “dress like you deserve respect, not a seat at a bar” was fair.", outlet="courier")
    assert [d.rule for d in compare(letter, post)] == ["words changed inside the quotation marks"]
    unmarked = post._replace(quotes=tuple(q._replace(marked=False) for q in post.quotes))
    assert list(compare(letter, unmarked)) == []
