"""Plain text taken apart, and put together again."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.prose.structure import blocks
from reader.story import Kind

RUNNING = "The council of Harwick voted on Tuesday to close the old bridge over the Lind, the mayor said."
MORE = "Engineers had found cracks in two of its pillars, which were built in 1898."


def kinds(text: str, headline: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in blocks(text, headline=headline)]


def test_an_article_as_sites_give_it() -> None:
    text = f"""×

Harwick closes its old bridge

Mayor says the council acts on growing concern about the cracks in two of the bridge's pillars

Min-Su Roe
Saturday 30 November 2024 06:35 GMT
Related: Footage appears to show the bridge swaying

Your support helps us to tell the story

{RUNNING}

What comes next

- The road: Traffic goes by Lindholm.
- The ferry: It runs twice an hour.

1. The first step is a survey.
2. The second is a vote.

> “We will rebuild it,” the mayor wrote.

{MORE}

Thank you for registering
"""
    assert [kind for kind, _ in kinds(text)] == [
        "furniture",
        "headline",
        "subheading",
        "metadata",
        "metadata",
        "furniture",
        "furniture",
        "body",
        "subheading",
        "list item",
        "list item",
        "list item",
        "list item",
        "quote",
        "body",
        "furniture",
    ]


def test_slugs_before_the_first_sentence_are_a_block_of_their_own() -> None:
    text = f"Harwick bridge/ Council vote/ J. Roe/ Morning Edition/ {RUNNING}\n{MORE}"
    assert kinds(text) == [
        ("furniture", "Harwick bridge/ Council vote/ J. Roe/ Morning Edition/"),
        ("body", RUNNING),
        ("body", MORE),
    ]


def test_a_date_before_the_first_sentence_is_a_block_of_its_own() -> None:
    assert kinds(f" date 2024-11-30 {RUNNING}\n\n{MORE}") == [
        ("metadata", "date 2024-11-30"),
        ("body", RUNNING),
        ("body", MORE),
    ]


def test_a_dateline_stays_in_its_sentence() -> None:
    text = f"HARWICK, England (AP) — {RUNNING}\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


def test_markdown() -> None:
    front = "---\ntitle: Harwick closes its bridge\ndate: 2024-11-30\n---"
    story = f"# Harwick closes its bridge\n\n{RUNNING}\n\n## What next\n\n* One thing.\n\nCauses\n------\n\n{MORE}"
    text = f"{front}\n\n{story}"
    assert [kind for kind, _ in kinds(text)] == [
        *["metadata"] * 4,
        "headline",
        "body",
        "subheading",
        "list item",
        "subheading",
        "furniture",
        "body",
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Harwick closes bridge", "headline"),
        ("Will Harwick close its bridge?", "headline"),
        ("Harwick has closed its bridge.", "body"),
        ("The mayor said:", "body"),
        ("“It is closed,” said Roe", "body"),
        ("By Jane Roe", "metadata"),
        ("Nov 28, 2005", "metadata"),
        ("LONDON (AP) —", "metadata"),
        ("Advertisement", "furniture"),
    ],
)
def test_the_first_block(head: str, expected: str) -> None:
    assert kinds(f"{head}\n\n{RUNNING}\n\n{MORE}")[0] == (expected, head)


def test_a_given_headline_is_the_only_headline() -> None:
    assert kinds(f"Harwick  closes bridge\n\n{RUNNING}", "Harwick closes bridge")[0][0] == "headline"
    assert [k for k, _ in kinds(f"Short line\n\n{RUNNING}", "Harwick closes bridge")] == ["subheading", "body"]


def test_a_summary_in_title_case_is_no_name() -> None:
    text = (
        f"Harwick closes bridge\n\nCouncil Votes\n\n3 March 2024\n\n{RUNNING} The council votes again in May.\n\n{MORE}"
    )
    assert kinds(text)[1] == ("subheading", "Council Votes")


def test_dates_of_a_timeline_are_headings() -> None:
    text = f"How it went\n\n{RUNNING}\n\n3 March 2024\n\n{MORE}\n\n4 March 2024\n\n{MORE}"
    assert [k for k, _ in kinds(text)] == ["headline", "body", "subheading", "body", "subheading", "body"]


def test_a_list_of_names_heads_nothing() -> None:
    names = ["Ann Roe (knee)", "Jo Doe (hand)", "Kit Poe (back)", "Max Moe (foot)"]
    text = "\n\n".join([RUNNING, *names, MORE, RUNNING, MORE, RUNNING, MORE])
    assert [k for k, _ in kinds(text)][1:5] == ["body"] * 4


def test_a_text_without_full_stops_has_no_subheadings() -> None:
    text = "\n".join(["The bridge is closed", "The ferry runs", "It rains", "Nobody came"] * 3 + [RUNNING])
    assert {k for k, _ in kinds(text)} <= {"body", "headline"}


def test_a_number_alone_is_no_list() -> None:
    assert [
        k for k, _ in kinds(f"{RUNNING}\n\n3. Mai war es soweit, und die Brücke wurde nach langer Zeit eröffnet.")
    ] == ["body"] * 2


LINES = st.sampled_from(
    [
        "",
        " ",
        "\u00a0",
        RUNNING,
        "Short line",
        "- An item.",
        "1. One",
        "2. Two",
        "# Heading",
        "---",
        "===",
        "> quoted",
        "By Jane Roe",
        "Jane Roe",
        "Nov 28, 2005",
        "date 2024-11-30 " + RUNNING,
        "A/ B/ C/ " + RUNNING,
        "Related: more",
        "Your support makes all the difference.",
        "×",
        "x",
        "title: x",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(LINES, max_size=15).map("\n".join)), st.none() | st.text(max_size=20))
@example("---\na: b\n---", None)
@example("a\n===", "a")
def test_nothing_but_white_space_is_left_out(text: str, headline: str | None) -> None:
    at = 0
    for block in blocks(text, headline=headline):
        assert at <= block.start < block.end
        assert not text[at : block.start].strip()
        words = text[block.start : block.end]
        assert words == words.strip()
        assert "\n" not in words
        assert isinstance(block.kind, Kind)
        at = block.end
    assert not text[at:].strip()
