"""Findings as lines: what is told of one fits its five lines, whatever is said of it and however narrow it is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.look import look
from reader.app.screens.filter import Filter
from reader.app.screens.finding_lines import DETAIL_LINES, Drawing, details, filter_line, notes, verdicts
from reader.app.signs import ASCII, UNICODE
from reader.app.theming import load_themes
from reader.findings.finding import FindingKind, Type
from reader.review.records import Verdict
from reader.review.state import Decision
from tests.app.stories import collation

PARTS = look(load_themes()[0][0])
FERRY = collation()
DECISIONS = st.lists(
    st.builds(
        Decision,
        st.sampled_from(["ida", "sam", "k\x1bim"]),
        st.just("t"),
        st.none() | st.sampled_from(Verdict),
        st.none() | st.text(max_size=60),
        st.booleans(),
    ),
    max_size=3,
)


def told(decisions: list[Decision], width: int, why: str = "They differ.") -> list[str]:
    """The details of the contradiction, as text."""
    finding = replace(FERRY.findings[0], explanation=why)
    drawing = Drawing(FERRY, UNICODE, PARTS, {finding.id: decisions})
    return ["".join(text for text, _ in line) for line in details(drawing, finding, width)]


@settings(max_examples=60)
@given(DECISIONS, st.integers(30, 200), st.text(max_size=400))
def test_the_details_have_their_lines_and_no_more(decisions: list[Decision], width: int, why: str) -> None:
    lines = told(decisions, width, why)
    assert len(lines) == DETAIL_LINES
    assert all(cell_len(line) <= width for line in lines[3:])
    assert "\x1b" not in "".join(lines)
    assert ("✎" in lines[-1]) == any(decision.note for decision in decisions) or "✎" in why


def test_everybody_s_notes_stand_in_the_last_line_with_whose_they_are() -> None:
    one, two = Decision("ida", "t", Verdict.CONFIRMED, "see\nthe log"), Decision("sam", "t", note="ask")
    assert told([one], 100)[-1].strip() == "✎ see the log"
    assert told([one, two], 100)[-1].strip() == "✎ ida: see the log   ✎ sam: ask"
    assert notes([one, two]) == ["ida: see\nthe log", "sam: ask"]
    assert "confirmed by ida" in told([one, two], 100)[1]


def test_the_same_verdict_of_several_is_told_once() -> None:
    said = [Decision(name, "t", Verdict.UNSURE) for name in ("ida", "kim", "sam")]
    assert verdicts(said, UNICODE) == "unsure by ida, kim and sam"
    assert verdicts([*said[:1], Decision("per", "t", read=True)], UNICODE) == "unsure by ida, read by per"
    assert verdicts([Decision("per", "t", note="hm")], UNICODE) == "unreviewed"


def test_every_filter_stands_beside_its_key_and_one_that_is_set_says_how() -> None:
    drawing = Drawing(FERRY, ASCII, PARTS, {})

    def line(chosen: Filter, width: int) -> str:
        return "".join(text for text, _ in filter_line(drawing, chosen, width)).strip()

    assert line(Filter(), 120).endswith("t any type   s any strength   v any version   r any review   R any reviewer")
    assert line(Filter(), 80).endswith("t type  s strength  v version  r review  R reviewer")
    assert cell_len(line(Filter(), 80)) < 80
    chosen = Filter(
        *(frozenset((FindingKind.CONTRADICTION,)), Type.NUMBER), version="v2", review="confirmed", reviewer="sam"
    )
    assert line(chosen, 120).endswith("t number   s any strength   v coast-radio   r confirmed   R by sam")
    assert line(chosen, 50).endswith("t number  v coast-radio  r confirmed  R by sam")
    assert "+ hidden" in line(chosen, 120)
    unreviewed = Drawing(FERRY, ASCII, PARTS)
    assert "review" not in "".join(text for text, _ in filter_line(unreviewed, Filter(), 120))
