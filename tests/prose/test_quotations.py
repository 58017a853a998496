"""Quotation marks as newsrooms, keyboards and software leave them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose import quotations as module
from reader.prose.quotations import Quotation, direct_speech, quotations, quoted_paragraphs, within


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes” and left.", ["yes"]),
        ('He said "yes" and left.', ["yes"]),
        ("He said ‘yes, we will’ and left.", ["yes, we will"]),
        ("He said 'yes, we will' and left.", ["yes, we will"]),
        ('He called it “a timely step" towards peace.', ["a timely step"]),
        ('He called it "a timely step” towards peace.', ["a timely step"]),
        ("Er sagte „so ist es“ und ging.", ["so ist es"]),
        ("Er sagte »so ist es« und ging.", ["so ist es"]),
        ("Il a dit « c'est fini » hier.", [" c'est fini "]),
        ("彼は「はい」と言った。", ["はい"]),
        ("“I heard him say ‘stop’ twice,” she said.", ["I heard him say ‘stop’ twice,"]),
        ('"We\'re leaving," he said. "Don\'t wait."', ["We're leaving,", "Don't wait."]),
        ("The owners' plan and the ministers' reply don't fit.", []),
        ("It’s the councillors’ view that it’s over.", []),
        ("The winter of '78 was hard; rock 'n' roll was not.", []),
        ("The board is 5'10\" long.", []),
        ("‘The imperialists’ moves must end,’ he said.", ["The imperialists’ moves must end,"]),
        ("``It is so,'' he said.", ["`It is so,"]),
        ("''It is so, '' he said.", ["'It is so, "]),
        ('" It is so, " he said. " Go on. "', [" It is so, ", " Go on. "]),
        ("No marks.", []),
        ("“”", []),
        ("", []),
    ],
)
def test_marks_of_every_kind(text: str, found: list[str]) -> None:
    assert inside(text) == found


def test_an_open_quotation_runs_to_the_end_of_its_paragraph() -> None:
    (quote,) = quotations("He said: “We will come back.")
    assert not quote.closes
    assert quote.opens


def test_a_quotation_opened_twice_keeps_only_what_is_sure() -> None:
    assert inside("He said “we love it. She said “so do we” and left.") == ["so do we"]


def test_a_quotation_may_run_over_paragraphs() -> None:
    texts = ["“The dam broke.", "“It broke at night,” he said."]
    found = quoted_paragraphs(texts)
    assert [[t[q.start : q.end] for q in qs] for t, qs in zip(texts, found, strict=True)] == [
        ["The dam broke."],
        ["It broke at night,"],
    ]
    texts = ["“The dam broke.", "It broke at night,” he said."]
    found = quoted_paragraphs(texts)
    assert texts[1][found[1][0].start : found[1][0].end] == "It broke at night,"
    assert not found[1][0].opens


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        # over paragraphs without any mark, and apostrophes are none
        (
            ["“The dam broke.", "It’s gone.", "It broke at night,” he said.", "He left."],
            [["The dam broke."], ["It’s gone."], ["It broke at night,"], []],
        ),
        # text that was cut into words and put together
        (
            ['" The dam broke.', "It is gone.", "We can 't mend it , '' he said ."],
            [[" The dam broke."], ["It is gone."], ["We can 't mend it , "]],
        ),
        (['He cried , " The dam broke .', 'Run , " and ran .'], [[" The dam broke ."], ["Run , "]]),
        # what is never closed, or opens again, does not run on
        (["“The dam broke.", "It is gone.", "“Run,” he said."], [["The dam broke."], [], ["Run,"]]),
        (["“The dam broke.", "He left.", "She stayed."], [["The dam broke."], [], []]),
        (['" The dam broke.', 'He said " run " and ran.'], [[], [" run "]]),
    ],
)
def test_a_quotation_runs_on_to_where_it_is_closed(texts: list[str], found: list[list[str]]) -> None:
    quotes = quoted_paragraphs(texts)
    told = [[t[q.start : q.end] for q in qs] for t, qs in zip(texts, quotes, strict=True)]
    assert told[1:] == found[1:]
    assert told[0] == found[0] or not found[0]


def test_the_part_of_a_quotation_in_a_sentence() -> None:
    quotes = (Quotation(5, 30),)
    assert within(quotes, 0, 12) == (Quotation(5, 12, opens=True, closes=False),)
    assert within(quotes, 12, 40) == (Quotation(0, 18, opens=False, closes=True),)
    assert within(quotes, 30, 40) == ()


@given(st.text(alphabet="ab s.,‘’'\"“”„«»\n?", max_size=60))
def test_quotations_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for quote in quotations(text):
        assert end <= quote.start < quote.end <= len(text)
        end = quote.end


def test_a_long_paragraph_of_marks_takes_no_longer_than_reading_it() -> None:
    text = "'a b' \"c d\" ‘e " * 20_000
    assert len(quotations(text)) > 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Dear Ada and Ben, I get that you are young. Try showing some class.", True),
        ("We had a ‘good harvest’ last year, and our barns are full.", True),
        ("The board said its barns are full.", False),
        ("“I get that you are young,” he wrote, and I agree.", False),
        ("‘I get that you are young,’ he wrote.", False),
        ("The U.S. and I-95 are far away.", False),
        ("His book, Promise Me You Will Write, sold well.", False),
    ],
)
def test_somebodys_own_words_without_marks(text: str, whole: bool) -> None:
    found = quotations(text)
    assert direct_speech(text, found) == ((Quotation(0, len(text), marked=False),) if whole else found)


@given(st.text(st.sampled_from("\"“”‘’'«» as.,"), max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_within_finds_what_looking_at_each_quotation_finds(text: str, start: int, length: int) -> None:
    end = start + length
    found = quotations(text)
    expected = [
        (max(q.start, start) - start, min(q.end, end) - start) for q in found if q.start < end and q.end > start
    ]
    assert [(q.start, q.end) for q in within(found, start, end)] == expected


@pytest.mark.parametrize("unit", ["'a ", "s' a", "“a b c d. ", "'", "’tis "])
def test_twice_as_many_marks_are_twice_the_work(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    ends = module._ends

    def counted(text: str, at: int) -> bool:
        nonlocal looked
        looked += 1
        return ends(text, at)

    monkeypatch.setattr(module, "_ends", counted)
    counts = []
    for times in (300, 600):
        looked = 0
        quotations(unit * times + str(times))
        counts.append(looked)
    assert counts[1] <= 2.1 * counts[0] + 10


@pytest.mark.parametrize("person", ["I", "my", "we", "our", "you", "your", "My", "We", "Our", "You", "Your"])
def test_a_letter_is_known_by_whom_it_speaks_of(person: str) -> None:
    (found,) = direct_speech(f"It rained. {person} left with the boat.")
    assert not found.marked
    assert direct_speech(f"It rained in{person.lower()}land.") == ()
