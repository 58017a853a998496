from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export import FORMATS, render
from reader.export.json import to_dict
from reader.export.reviewed import only, progress
from reader.findings.finding import Type
from reader.review.byhand import by_hand, own_finding, words_of_sentences
from reader.review.matching import Matched, Standing, Vanished, Why, match, words_of
from reader.review.records import Judged, Linked, Noted, Read, Record, Verdict, Words
from reader.review.state import Decision, replay
from tests.export import sample
from tests.export.test_html import Page
from tests.export.test_json import validator

if TYPE_CHECKING:
    from reader.collation import Collation
    from reader.review.records import Action


def _reviewed() -> tuple[Collation, list[Matched]]:
    """Two reviewers at the footbridge: one through with it, one with a verdict on a text that has changed since."""
    made = sample.footbridge()
    date = next(f for f in made.findings if f.id == "cc01")
    told = words_of(made, date)
    actions: list[Action] = [
        Judged("cc01", Verdict.CONFIRMED, told),
        Noted("cc01", "The council says Tuesday.\nAsk *Fellgate*.", told),
        Judged("cc02", Verdict.DISMISSED, ()),
        Read(("aa01", "bb01")),
    ]
    ida = replay(Record(f"r{n}", "2031-03-06T09:30:00Z", "ida", action) for n, action in enumerate(actions))
    old = (Words("Tarn Courier", "It closed on Monday.", "on Monday"), told[1])
    per = replay(
        [
            Record("p1", "2031-03-05T18:00:00Z", "per", Judged("cc01", Verdict.UNSURE, old)),
            Record("p2", "2031-03-05T18:01:00Z", "per", Judged("gone", Verdict.CONFIRMED, old)),
        ]
    )
    return made, [match(made, ida, "ida"), match(made, per, "per")]


def test_json_tells_the_reviews_and_keeps_to_the_schema() -> None:
    made, reviews = _reviewed()
    report = to_dict(made, reviews)
    validator.validate(report)
    ida, per = report["reviews"]
    assert [(d["finding"], d["verdict"], d["read"]) for d in ida["decisions"]] == [
        ("aa01", None, True),
        ("cc01", "confirmed", False),
        ("cc02", "dismissed", False),
        ("bb01", None, True),
    ]
    assert ida["decisions"][1]["note"] == "The council says Tuesday.\nAsk *Fellgate*."
    assert [(d["finding"], d["changed"]) for d in per["decisions"]] == [("cc01", True)]
    (gone,) = per["vanished"]
    assert (gone["finding"], gone["verdict"], gone["why"]) == ("gone", "confirmed", Why.TEXT_CHANGED)
    assert gone["words"][0] == {"outlet": "Tarn Courier", "sentence": "It closed on Monday.", "words": "on Monday"}
    assert "reviews" not in to_dict(made)


def test_markdown_tells_the_verdicts_with_their_notes() -> None:
    text = render(*_reviewed_as("markdown"))
    assert "ida reviewed 4 of 4 findings: 1 confirmed, 1 dismissed, 2 read." in text
    assert "per reviewed 1 of 4 findings: 1 unsure." in text
    assert (
        "**confirmed** by ida, 6 March 2031, 09:30 UTC\n\n> The council says Tuesday.\n>\n> Ask \\*Fellgate\\*." in text
    )
    assert "**unsure** by per, 5 March 2031, 18:00 UTC; the text changed after this verdict" in text
    assert "- A ferry runs every ten minutes. (v2.p2.s1)\n\n  **read** by ida, 6 March 2031, 09:30 UTC" in text
    assert "## Verdicts on findings that are not there any more\n\n- **confirmed** by per" in text


def test_the_page_tells_the_verdicts_with_their_notes() -> None:
    source = render(*_reviewed_as("html"))
    page = Page(source)
    assert '<p class="verdict confirmed"><strong>confirmed</strong> by ida' in source
    assert '<p class="said" dir="auto">Ask *Fellgate*.</p>' in source
    assert "the text changed after this verdict" in page.texts["f1"]
    assert "vanished" in page.texts


def test_the_table_gets_two_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(render(*_reviewed_as("csv")))))
    date = next(row for row in rows if row["finding"] == "cc01")
    assert date["verdicts"] == "ida: confirmed; per: unsure"
    assert date["notes"] == "ida: The council says Tuesday. Ask *Fellgate*."


def by_hand_at_the_footbridge() -> tuple[Collation, list[Matched], str]:
    """A link, an unlinking and a finding of ida's own, which kim added too; and its id."""
    made = sample.footbridge()
    sides = [words_of_sentences(made, [sentence]) for sentence in ("v1.p3.s2", "v2.p1.s1")]
    own = own_finding(Type.OTHER, "One speaks of a cable, the other of the bridge.", sides)
    ends = [("v1.p1.s1", "v2.p2.s1"), ("v2.p1.s1", "v1.p3.s1")]
    links = [Linked(n == 0, *(words_of_sentences(made, [s]) for s in pair)) for n, pair in enumerate(ends)]
    actions: list[Action] = [*links, own]
    ida = replay(Record(f"r{n}", "2031-03-06T09:30:00Z", "ida", action) for n, action in enumerate(actions))
    kim = replay([Record("k1", "2031-03-06T09:30:00Z", "kim", own)])
    read = by_hand(made, ida, "ida", {"kim": kim}).collation
    return read, [match(read, ida, "ida"), match(read, kim, "kim")], own.finding


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_made_by_hand_is_in_every_format_and_said_to_be(format: str) -> None:
    made, reviews, own = by_hand_at_the_footbridge()
    told = render(made, format, reviews)
    assert own in told
    if format == "json":
        validator.validate(to_dict(made, reviews))
        ida, kim = to_dict(made, reviews)["reviews"]
        assert [link["together"] for link in ida["links"]] == [True, False]
        assert ida["links"][0]["a"][0]["outlet"] == made.cluster.place("v1.p1.s1").version.outlet
        assert ida["links"][1]["a"][0]["sentence"] == made.cluster.place("v2.p1.s1").text
        assert (ida["added"], kim["links"], kim["added"]) == ([own], [], [own])
    elif format != "csv":
        text = told if format == "markdown" else " ".join(Page(told).texts["f" + number_of(made, own)].split())
        assert re.search(r"added by hand by ida and kim\W", text, re.IGNORECASE)
        whole = told if format == "markdown" else unescape(told)
        assert re.search(r"ida linked by hand: [^“]+, “[^”]+” and [^“]+, “[^”]+”\.", whole)
        assert re.search(r"ida took apart by hand: [^“]+, “[^”]+” and ", whole)
        assert "by hand" not in render(sample.footbridge(), format, reviews[:0])


def number_of(made: Collation, finding: str) -> str:
    """Which contradiction it is, from 1."""
    found = [f.id for f in made.findings if f.type is not None]
    return str(found.index(finding) + 1)


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_a_report_of_some_findings_says_so_and_counts_all(format: str) -> None:
    made, reviews = _reviewed()
    text = render(only(made, reviews, "confirmed"), format, reviews)
    assert "Shown here: 1 of 4 findings, those that a reviewer called confirmed." in text
    assert "ida reviewed 4 of 4 findings" in text
    assert "2 contradictions, 1 addition and 1 omission" in text
    assert "Shown here" not in render(made, format, reviews)


@pytest.mark.parametrize("format", FORMATS)
def test_times_and_reviewers_are_in_every_format(format: str) -> None:
    made, reviews = _reviewed()
    text = render(made, format, reviews)
    assert "ida" in text
    assert ("2031-03-06T09:30:00Z" if format in ("json", "csv") else "6 March 2031, 09:30 UTC") in text


def test_only_what_was_confirmed_is_kept() -> None:
    made, reviews = _reviewed()
    assert [f.id for f in only(made, reviews, "confirmed").findings] == ["cc01"]
    assert [f.id for f in only(made, reviews, "dismissed").findings] == ["cc02"]
    assert progress(made, reviews[0]) == "ida reviewed 4 of 4 findings: 1 confirmed, 1 dismissed, 2 read"


def _reviewed_as(format: str) -> tuple[Collation, str, list[Matched]]:
    made, reviews = _reviewed()
    return made, format, reviews


@st.composite
def _hostile_reviews(draw: st.DrawFn) -> tuple[Collation, list[Matched]]:
    made = draw(sample.collations())
    decision = st.builds(
        Decision,
        st.just("x"),
        st.sampled_from(["2031-03-05T18:00:00Z", "<soon>"]),
        st.none() | st.sampled_from(Verdict),
        st.none() | sample.hostile,
        st.booleans(),
        st.lists(st.builds(Words, sample.hostile, sample.sentence, sample.hostile), max_size=2).map(tuple),
    )
    standing = st.builds(Standing, decision, st.sampled_from([(), (Words("a", "b", "c"),)]))
    reviews = [
        Matched(
            draw(sample.sentence),
            {f.id: draw(standing) for f in made.findings},
            tuple(draw(st.lists(st.builds(Vanished, st.just("f9"), decision, st.sampled_from(Why)), max_size=2))),
        )
        for _ in range(draw(st.integers(1, 2)))
    ]
    return made, reviews


@given(_hostile_reviews())
@settings(max_examples=50)
def test_hostile_notes_and_names_do_no_harm(given: tuple[Collation, list[Matched]]) -> None:
    made, reviews = given
    for format in FORMATS:
        text = render(made, format, reviews)
        assert not {c for c in text if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or c == "\u202e"}
    Page(render(made, "html", reviews))
    json.loads(render(made, "json", reviews))
    tokens = MarkdownIt("gfm-like").parse(render(made, "markdown", reviews))
    names = {token.type for token in tokens} | {c.type for token in tokens for c in token.children or []}
    assert not names & {"html_block", "html_inline", "code_block", "fence", "hr", "image", "em_open", "s_open"}
    rows = list(csv.reader(io.StringIO(render(made, "csv", reviews))))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("format", FORMATS)
def test_without_reviews_the_report_is_what_it_was(format: str) -> None:
    made = sample.footbridge()
    assert render(made, format, ()) == render(made, format)
    assert "reviewed" not in render(made, format)
