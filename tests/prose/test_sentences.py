"""Where sentences end in news."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sentencex import get_sentence_boundaries

from reader.prose.sentences import LONGEST, WINDOW, sentences, several, that_may_be_several

RULES = Path(__file__).parents[3] / "shared" / "eval" / "sentences.jsonl"


def cut(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The mayor resigned on Friday.", "Nobody was surprised."],
        ["“We will rebuild.”", "She left the hall at noon."],
        ['"We will rebuild," Roe said.', '"It takes time."'],
        ["Sen. Ann Roe (D-N.Y.) and Rep. Jo Poe, R-Ariz., objected.", "Gov. Doe signed it."],
        ["The ex-U.S. envoy met Dr. J. K. Poe of Santa Ana, Calif. on Monday.", "No one else came."],
        ["The match ended at 3 p.m. Tuesday.", "It rained."],
        ["The U.S. Senate voted.", "The U.N. Security Council did not."],
        ["Roe, of Acme Inc., paid $3.5 million.", "Poe paid No. 5 of the bills."],
        ["She waited ... and then spoke.", "Nobody heard."],
        ["“Fire!” he cried.", "They ran."],
        ["“Will it hold?” Ms. Roe asked the engineers.", "Nobody answered."],
        ["“The bridge is old.", "It has cracks.", "We close it today,” Roe said.", "She left."],
        ['Roe wrote: "The bridge is old.', 'It has cracks."', "Then she left."],
        ["The bridge (it was closed last year.)", "It has cracks."],
        ["The bridge is CLOSED!!!", "Nobody told us."],
        ["The old bridge…", "It has cracks."],
        ["It is going to fall. ...", "The town knows."],
        ["Sen. Jo Poe (R-Tenn.) Friday left the hall.", "He was angry."],
        ["Leave me alone! he yelled.", "Then he left."],
        ["1. The first demand was met.", "The second was not."],
        ["- The bridge stays shut.", "It opens in May."],
        ["(It was late.)", "The council went home."],
        ["Is it over?", "Not yet!", "Wait."],
        ["The site, www.Example.org, was down.", "It is back."],
        ["Lt. Gen. Roe and Prof. Doe spoke.", "St. Mary’s was full."],
        ["He came on Jan. 6 and left on Nov. 30.", "Nobody asked."],
    ],
)
def test_english(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("de", ["Am 3. Mai kam Dr. Roe nach Bonn.", "„Wir bauen auf.“", "Er ging."]),
        ("fr", ["M. Roe est parti.", "« Nous restons. »", "Il pleut."]),
        ("es", ["¿Quién vino?", "El Sr. Roe no dijo nada.", "Llovía."]),
        ("ru", ["Мост закрыт.", "Его откроют в мае."]),
        ("ar", ["أغلق الجسر اليوم.", "هل يفتح غدا؟", "لا أحد يعرف."]),
        ("xx", ["Roe came.", "Doe left."]),
    ],
)
def test_other_languages(language: str, parts: list[str]) -> None:
    assert cut(" ".join(parts), language) == parts


def test_chinese_needs_no_spaces() -> None:
    assert cut("大桥关闭了。市长说：“很快开放。”没有人受伤！", "zh") == [
        "大桥关闭了。",
        "市长说：“很快开放。”",
        "没有人受伤！",
    ]


def test_a_missing_space_is_no_reason_to_join() -> None:
    assert cut("They left the town.She stayed.") == ["They left the town.", "She stayed."]


@pytest.mark.parametrize(
    "parts",
    [
        ["• 1. c", "• 1. c"],
        ["(Q.", "Dr. Roe"],
        ["12345. a"],
        ["The cat ran."],
        ["e.g. a cat (a.), 12.5 and Help!!"],
        ["x@y.example"],
        ["town.", "She"],
    ],
)
def test_short_lines(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts
    assert cut("town.She") == ["town.", "She"]


LETTERS = st.sampled_from(["A", "B", "Ж", "a", "U.S", " ", "\xa0", "\u2003", "\u3000", "\u202f", ".", ".", ",", "é"])


@given(st.lists(LETTERS, max_size=12).map("".join), st.sampled_from(["en", "fr", "ru", "ja", "hi", "xx"]))
@example("Plan B\xa0.", "fr")
@example("Plan B \u2003\xa0.", "en")
def test_wide_blanks_before_a_full_stop_stop_nothing(text: str, language: str) -> None:
    assert "".join("".join(cut(text, language)).split()) == "".join(text.split())


SIGNS = st.sampled_from([*'a.!?…。)]”’"•-–1B: \xa0', "1) ", "• ", "The ", "Mr. ", "U.S. "])


@given(st.lists(SIGNS, min_size=1, max_size=12).map("".join), st.sampled_from(["en", "de", "fr", "ru", "zh", "xx"]))
@example("1) said 1) .", "en")
@example("'' ((. Roe", "en")
def test_what_is_sure_to_be_one_is_cut_nowhere(text: str, language: str) -> None:
    text = text.strip()
    if text and not that_may_be_several([text]):
        assert several(text, language) == [(0, len(text))]


def test_what_is_too_long_may_be_several() -> None:
    assert that_may_be_several(["x" * LONGEST, "x" * (LONGEST + 1), "Off. On."]) == [1, 2]


def test_a_line_feed_ends_a_sentence() -> None:
    assert cut("One line\nanother line") == ["One line", "another line"]


PIECES = st.sampled_from(
    [
        "Roe came. ",
        "U.S.",
        "“",
        "”",
        '"',
        "(",
        "a. ",
        "! ",
        "…",
        "。",
        " ",
        "\n",
        "x",
        "é\u0301",
        "1. ",
        "No. ",
        "\u00a0",
        "👩‍🚒",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=200).map("".join)))
@example("“(a. " * 900)
@example("x" * (LONGEST * 2 + 10))
@example("word " * WINDOW)
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    spans = sentences(text)
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert span.end - span.start <= LONGEST
        at = span.end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", ["word ", "x", "“(a. ", "a. ", "!A", "U.S.", "\u0301", ". "])
def test_a_long_text_is_given_to_sentencex_in_windows(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its time grows with the square of what it is given at once: 29 s for 1 MB of open quotes."""
    given: list[int] = []

    def boundaries(language: str, text: str) -> Any:
        given.append(len(text))
        return get_sentence_boundaries(language, text)

    monkeypatch.setattr("reader.prose.sentences.get_sentence_boundaries", boundaries)
    text = piece * (200_000 // len(piece))
    assert sentences(text)
    assert max(given) <= WINDOW
    assert sum(given) <= 2 * len(text)


@pytest.mark.skipif(not RULES.exists(), reason="the golden rules are not part of the project")
def test_golden_rules() -> None:
    named = [json.loads(line) for line in RULES.read_text("utf-8").splitlines()]
    golden = [rule for rule in named if "correctly segments" not in rule["name"]]
    right = [rule for rule in golden if cut(rule["text"]) == [" ".join(s.split()) for s in rule["sents"]]]
    assert len(golden) >= 48
    assert len(right) >= 43
