"""The inspector: what it says of a finding, of a row without one, and of what was just done."""

from __future__ import annotations

from dataclasses import replace

from reader.app.chrome import heads
from reader.app.desk import Desk
from reader.app.inspector import Message, inspector
from reader.app.reading import Reading
from reader.app.signs import UNICODE
from reader.findings.finding import Type
from tests.app.invented import harbour
from tests.app.test_chrome import LOOK, desk_of, text


def test_the_inspector_says_what_the_finding_is_who_says_what_and_why() -> None:
    desk = desk_of()
    desk.step(True)
    lines = [text(line).rstrip() for line in inspector(desk, 120, 3, LOOK, UNICODE)]
    assert lines[1:] == [
        " ≠ number  conflict · 1 of 1 contradiction",
        "   140  harbour-post, island-daily, north-wire    164  coast-radio",
        "   The versions disagree.",
    ]


def test_a_side_that_is_not_on_screen_says_which_way_it_is() -> None:
    desk = desk_of(width=80)
    desk.step(True)
    finding = desk.reading.findings[0]

    def said() -> str:
        return text(inspector(desk, 120, 3, LOOK, UNICODE)[2])

    assert not set(said()) & set("▸◂▴▾")
    desk.focus("v5")  # the pane beside the base shows another version now
    assert "coast-radio ◂" in said()
    desk.focus("v2")
    desk.resize(80, 2)
    desk.to_end()
    desk.finding = finding
    assert "▴" in said()
    desk.to_start()
    desk.finding = finding
    assert "▾" in said()
    desk.zoom(True)
    assert not set(said()) & set("▸◂")


def test_where_names_do_not_fit_the_inspector_counts_them() -> None:
    desk = desk_of()
    desk.step(True)
    assert text(inspector(desk, 50, 3, LOOK, UNICODE)[2]) == "   140  3 versions    164  coast-radio"


def test_an_omission_is_shown_with_the_words_that_are_left_out() -> None:
    desk = desk_of()
    desk.step(True)
    desk.step(True)
    lines = [text(line) for line in inspector(desk, 120, 3, LOOK, UNICODE)]
    assert lines[1] == " − omission  island-daily · 1 of 4 omissions"
    assert lines[3] == "   The coast guard took all ashore."


def test_without_a_finding_the_inspector_says_who_tells_the_passage() -> None:
    desk = desk_of(width=198)
    assert text(inspector(desk, 120, 3, LOOK, UNICODE)[1]) == "   reported by 1 of 5: harbour-post"
    desk.focus("v5")
    why = text(inspector(desk, 120, 3, LOOK, UNICODE)[2])
    assert why == "   old-news seems to report another event: names and dates of another event"


def test_a_message_stands_in_the_last_line() -> None:
    lines = inspector(desk_of(), 80, 2, LOOK, UNICODE, message=Message("Copied."))
    assert [text(line).strip() for line in lines][-1] == "Copied."
    assert len(lines) == 3


def test_the_explanation_is_wrapped_where_there_are_lines_for_it() -> None:
    desk = desk_of()
    finding = replace(desk.reading.findings[0], explanation="Three versions say 140, and one of them says 164 instead.")
    desk.finding = finding
    lines = [text(line) for line in inspector(desk, 40, 4, LOOK, UNICODE)]
    assert lines[3:] == ["   Three versions say 140, and one of", "   them says 164 instead."]
    assert text(inspector(desk, 40, 3, LOOK, UNICODE)[3]).endswith("…")


def test_where_an_explanation_has_no_room_what_the_sides_say_is_not_said_again() -> None:
    desk = desk_of()
    of = desk.reading.findings[0]
    desk.step(True)

    def said(explanation: str, kind: Type, lines: int = 3) -> list[str]:
        desk.finding = replace(of, explanation=explanation, type=kind)
        return [text(line).strip() for line in inspector(desk, 60, lines, LOOK, UNICODE)[3:]]

    later = "Number of people: harbour-post says “140”, coast-radio “164”; coast-radio is the later report."
    assert said(later, Type.NUMBER) == ["Number of people; coast-radio is the later report."]
    assert said(later, Type.NUMBER, 4) == [
        "Number of people: harbour-post says “140”, coast-radio",
        "“164”; coast-radio is the later report.",
    ]
    given = "Day given for “close”: harbour-post and island-daily say “140”, coast-radio “164”."
    assert said(given, Type.DATE) == ["Day given for “close”."]
    only = "harbour-post, north-wire and island-daily say “140”, coast-radio “164”."
    assert said(only, Type.POLARITY) == []
    doubt = "harbour-post is less sure: “140, it is said”; coast-radio tells it as a fact: “164”."
    assert said(doubt, Type.CERTAINTY)[0].startswith("harbour-post is less sure: “140")


def test_a_version_in_another_language_says_so_at_its_head_and_at_the_foot() -> None:
    collation = harbour()
    versions = [replace(v, language="sv" if v.id == "v5" else "en") for v in collation.cluster.versions]
    cluster = replace(collation.cluster, versions=tuple(versions))
    collation = replace(collation, cluster=cluster, alignment=replace(collation.alignment, off_event={}))
    desk = Desk(Reading(cluster, collation))
    desk.resize(198, 12)
    assert collation.foreign == {"v5"}
    assert "other language" in text(heads(desk, 198, LOOK, UNICODE)[0])
    desk.focus("v5")
    assert "is in another language than the base" in text(inspector(desk, 120, 3, LOOK, UNICODE)[2])


def test_where_there_is_no_finding_at_all_the_foot_says_so() -> None:
    collation = replace(harbour(), findings=())
    desk = Desk(Reading(collation.cluster, collation))
    desk.resize(198, 12)
    told = "   No findings: nothing added, left out or contradicted was seen."
    assert text(inspector(desk, 120, 3, LOOK, UNICODE)[2]) == told
    desk.focus("v5")
    assert "another event" in text(inspector(desk, 120, 3, LOOK, UNICODE)[2])
