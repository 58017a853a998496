"""Looking closer: every word that a finding rests on is there, marked, with who said it, at every size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.style import Style

import reader
from reader.app.look import look
from reader.app.screens.closer import Closer
from reader.app.screens.columns import paragraph, set_out
from reader.app.screens.describe import confidence, linked
from reader.app.screens.evidence import EvidenceText
from reader.app.screens.lines import Lines
from reader.app.signs import ASCII, UNICODE
from reader.app.theming import load_themes
from reader.collation import collate
from reader.findings.finding import Finding, FindingKind, Side
from reader.sources.examples import example_path
from reader.story import Span
from tests.app.stories import Stage, collation, evidence

if TYPE_CHECKING:
    from pathlib import Path

    from reader.collation import Collation

LOOK = look(load_themes()[0][0])


def text(of: Collation, finding: Finding, width: int = 100) -> str:
    """All that is shown, without styles, runs of blanks as one."""
    lines = EvidenceText(of, finding, UNICODE, LOOK).lines(width)
    return "\n".join(" ".join("".join(words for words, _ in line).split()) for line in lines)


def marked(of: Collation, finding: Finding, style: Style) -> list[str]:
    """The words that are shown in a style."""
    lines = EvidenceText(of, finding, UNICODE, LOOK).lines(100)
    return [words for line in lines for words, given in line if given == style]


def finding(of: Collation, finding_id: str) -> Finding:
    """One of its findings."""
    return next(found for found in of.findings if found.id == finding_id)


def test_a_contradiction_has_its_claims_side_by_side_with_all_who_make_them() -> None:
    of = collation()
    seen = text(of, finding(of, "f1"), width=154)
    assert "Two versions count 140 passengers, coast-radio 164." in seen
    assert "Very likely right (0.91); the sentences almost certainly report the same thing (0.93)." in seen
    assert "140 │ 164" in seen
    assert "● harbour-post 30 November 2024, 06:35 UTC AP │ coast-radio" in seen
    assert "https://post.example/ferry" in seen
    assert "island-daily" in seen
    assert "The coast guard took them ashore" in seen  # the rest of the paragraph


def test_the_words_of_the_claims_are_marked_and_so_are_other_words_that_differ() -> None:
    of = collation()
    assert marked(of, finding(of, "f1"), LOOK.mark_contradiction) == ["164", "140", "140"]
    assert "stuck" in " ".join(marked(of, finding(of, "f1"), LOOK.mark_reworded))


def test_narrow_screens_have_the_sides_under_each_other() -> None:
    of = collation()
    seen = text(of, finding(of, "f1"), width=50)
    assert "│" not in seen
    assert seen.index("\nisland-daily\n") < seen.index("\ncoast-radio\n")


def test_an_addition_shows_what_the_base_tells_at_that_place() -> None:
    of = collation()
    seen = text(of, finding(of, "f3"))
    assert "Only coast-radio reports this." in seen
    assert "− not reported" in seen
    assert "What it reports at that place:" in seen
    assert "The coast guard took them ashore in four" in seen
    assert marked(of, finding(of, "f3"), LOOK.mark_addition)


def test_an_omission_shows_what_the_version_tells_at_that_place() -> None:
    of = collation()
    seen = text(of, finding(of, "f4"), width=200)
    assert "Divers will look at the hull on Monday." in seen
    assert "coast-radio" in seen
    assert "All of them were taken ashore" in seen


def test_how_sure_it_is_is_said_as_a_person_would() -> None:
    for value, said in (
        (0.97, "Almost certainly right (0.97)."),
        (0.9, "Very likely right (0.90)."),
        (0.6, "More likely right than not (0.60)."),
        (0.3, "Doubtful (0.30)."),
    ):
        of = collation()
        one = replace(finding(of, "f4"), confidence=value)
        assert said in text(of, one, width=100)


def test_an_omission_without_neighbours_says_so() -> None:
    of = collation()
    alone = replace(of, alignment=replace(of.alignment, passages=()))
    assert "Nothing that coast-radio reports stands near it." in text(alone, finding(of, "f4"), width=200)


def test_a_paragraph_of_one_sentence_comes_with_the_sentence_before() -> None:
    of = collation()
    assert "All of them were taken ashore by the coast guard." in text(of, finding(of, "f3"), width=200)


def test_of_a_long_paragraph_only_what_is_around_is_shown() -> None:
    of = collation()
    version = of.cluster.versions[0]
    first = version.paragraphs[0]
    padding = " ".join(f"Sentence {n} is padding." for n in range(200))
    long = replace(
        first,
        text=f"{first.text} {padding}",
        sentences=(
            *first.sentences,
            *(
                replace(first.sentences[0], id=f"v1.p1.s{n + 3}", start=len(first.text) + 1, end=len(first.text) + 24)
                for n in range(8)
            ),
        ),
    )
    versions = (replace(version, paragraphs=(long, *version.paragraphs[1:])), *of.cluster.versions[1:])
    changed = replace(of, cluster=replace(of.cluster, versions=versions))
    seen = text(changed, finding(of, "f1"))
    assert "⋯" in seen
    assert "Sentence 100 is padding." not in seen


def test_three_sides_and_more_stand_in_as_many_columns_as_fit() -> None:
    of = collation()
    one = finding(of, "f1")
    sides = (*one.sides, Side("boats", (evidence(of.cluster, "v1.p1.s2", "boats"),)))
    three = replace(one, sides=sides)
    assert "140 │ 164 │ boats" in text(of, three, width=140)
    two_columns = text(of, three, width=80)
    assert "140 │ 164" in two_columns
    assert "164 │ boats" not in two_columns
    assert "boats" in two_columns


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("finding_id", ["f1", "f3", "f4"])
async def test_everything_can_be_scrolled_to_at_every_size(size: tuple[int, int], finding_id: str) -> None:
    of = collation()
    app = Stage()
    async with app.run_test(size=size) as pilot:
        answers: list[str | None] = []
        app.push_screen(Closer(of, finding(of, finding_id), UNICODE), answers.append)
        await pilot.pause()
        seen = app.seen()
        assert all(len(line) == size[0] for line in app.lines())
        lines = app.screen.query_one(Lines)
        for _ in range(lines.total):
            await pilot.press("j")
        seen += app.seen()
        assert lines.top == max(0, lines.total - lines.size.height)
        assert "coast-radio" in seen
        await pilot.press("g")
        assert lines.top == 0
        await pilot.press("escape")
        await pilot.pause()
        assert answers == [None]


async def test_another_theme_and_another_size_draw_it_anew() -> None:
    of = collation()
    app = Stage()
    async with app.run_test(size=(120, 36)) as pilot:
        app.push_screen(Closer(of, finding(of, "f1"), UNICODE))
        await pilot.pause()
        dark = app.export_screenshot()
        app.theme = "light"
        await pilot.pause()
        light = app.export_screenshot()
        assert "#f2b24c" in dark
        assert "#f2b24c" not in light
        assert "#8f4b00" in light
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert "│" not in app.seen().replace("│\n", "\n")


async def test_ascii_alone_reaches_an_ascii_terminal() -> None:
    of = collation()
    app = Stage("16-colours-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Closer(of, finding(of, "f3"), ASCII))
        await pilot.pause()
        assert app.seen().isascii()


def test_columns_are_level_and_as_wide_as_they_may_be() -> None:
    plain = Style()
    blocks = [lambda width, n=n: [[(f"{n}" * width, plain)]] * (n + 1) for n in range(5)]
    for width in (10, 30, 62, 63, 100, 300):
        lines = set_out(blocks, width, ("|", plain))
        for line in lines:
            assert sum(len(words) for words, _ in line) <= width
    assert len(set_out(blocks, 10, ("|", plain))) == sum(range(1, 6))
    assert len(set_out(blocks, 300, ("|", plain))) == 5
    assert set_out([], 80, ("|", plain)) == []


def test_marks_cross_line_ends_and_the_later_wins() -> None:
    plain, first, second = Style(), Style(bold=True), Style(italic=True)
    lines = paragraph("one two three", 8, plain, [(Span(4, 13), first), (Span(8, 99), second)])
    assert lines == [[("one ", plain), ("two", first)], [("three", second)]]


def test_how_sure_in_words() -> None:
    one = finding(collation(), "f1")
    assert [confidence(replace(one, confidence=c)) for c in (1.0, 0.95, 0.9, 0.7, 0.5, 0.2)] == [
        *("almost certain", "almost certain", "very likely", "likely", "more likely than not", "doubtful")
    ]
    assert linked(0.93).startswith("the sentences almost certainly report")
    assert linked(0.1) == "the sentences possibly report the same thing (0.10)"


@pytest.mark.parametrize("width", [30, 40, 60, 120])
def test_a_date_is_there_as_a_whole_or_not_at_all(width: int) -> None:
    of = collation()
    seen = text(of, finding(of, "f1"), width=width)
    told = [line for line in seen.splitlines() if "harbour-post" in line and "30 Nov" in line]
    assert all("30 November 2024" in line for line in told)
    assert "…" not in "".join(told)


def test_an_added_sentence_of_a_revision_stands_beside_the_revision_before() -> None:
    made = collate(reader.load(example_path("boil-water")), revisions=True)
    added = next(f for f in made.findings if f.kind is FindingKind.ADDITION and f.version == "v3")
    told = text(made, added)
    assert "revision 2 9 June 2025" in told
    assert "revision 1" not in told


def test_a_long_sentence_before_it_does_not_push_the_evidence_away(tmp_path: Path) -> None:
    before = "Nobody on the quay had expected what happened next, " + "and then it happened again, " * 30 + "they said."
    for outlet, day in (("herald", "Friday"), ("courier", "Thursday")):
        told = f"The bridge over the Tarn closed on {day} after a crack was found in its western pier."
        (tmp_path / f"{outlet}.txt").write_text(f"Bridge closed\n\n{before}\n\n{told}\n", "utf-8")
    of = collate(reader.load(tmp_path))
    (found,) = (f for f in of.findings if f.kind is FindingKind.CONTRADICTION)
    lines = text(of, found, width=80).split("\n")
    assert next(n for n, line in enumerate(lines) if "closed on" in line) < 18
    seen = "\n".join(lines)
    assert "⋯ │ ⋯" in seen
    assert "they said. │" in seen
    assert "Nobody on the quay" not in seen
