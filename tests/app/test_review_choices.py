"""Going through some of the findings only: those of a filter, and those about which reviewers disagree."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.app.screens.findings_list import FindingsList
from reader.app.screens.summary import Summary
from tests.app.test_reading_screen import SMALL, USUAL, Reader, opened
from tests.app.test_review_screen import engine, settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.collation import Collation


def last_record(reviewer: str) -> dict[str, object]:
    (path,) = Path(os.environ["XDG_STATE_HOME"]).rglob(f"{reviewer}.jsonl")
    record = json.loads(path.read_text("ascii").splitlines()[-1])
    assert isinstance(record, dict)
    return record


async def judged(reviewer: str, keys: Sequence[str], collation: Collation | None = None) -> None:
    """Have somebody go through the findings from the first on, a key each."""
    async with opened(reviewer=reviewer, collation=collation) as reader:
        await reader.press("right_square_bracket", *keys)


async def went(reader: Reader) -> list[str | None]:
    """The findings that one comes to from the beginning to the end."""
    await reader.press("g")
    found: list[str | None] = [reader.current] if reader.current is not None else []
    for _ in range(40):
        at = reader.current
        await reader.press("right_square_bracket")
        if reader.current == at:
            break
        found.append(reader.current)
    return found


@pytest.mark.parametrize(
    "keys",
    ["c", "ao", "t", "s", "v", "vv", "r", "rr", "rrr", "rrrrr", "R", "RR", "Rr", "vr", "cv"],
)
async def test_what_is_listed_is_what_one_goes_through(keys: str) -> None:
    await judged("sam", "du")
    async with opened(reviewer="ida") as reader:
        await reader.press("right_square_bracket", "y", "d", "i", *"hm", "escape")
        total = len(reader.desk.reading.findings)
        await reader.press("F", *keys)
        screen = reader.app.screen
        assert isinstance(screen, FindingsList)
        listed = [finding.id for finding in screen.listed]
        assert len(listed) < total
        await reader.press("f")
        if not listed:
            assert reader.app.screen is screen, "there is nothing to go through"
            return
        assert f"Only {len(listed)} of {total} findings are gone through" in reader.seen()
        assert "filtered" in reader.lines()[0]
        assert reader.lines()[0].endswith(f"/{len(listed)} ")
        assert set(await went(reader)) == set(listed)
        await reader.press("F")
        assert isinstance(reader.app.screen, FindingsList)
        assert len(reader.app.screen.listed) == len(listed), "the filter is still there"
        await reader.press("escape", "escape")
        assert "All findings are gone through again." in reader.seen()
        assert len(await went(reader)) == total
        assert "filtered" not in reader.lines()[0]


async def test_a_filter_is_a_review_of_those_alone() -> None:
    async with opened() as reader:
        await reader.press("F", "o", "f")
        count = int(reader.lines()[0].rsplit("/")[-1])
        assert 1 < count < 7
        for n in range(count):
            assert reader.lines()[0].endswith(f"reviewed {n}/{count} ")
            await reader.press("y")
        assert isinstance(reader.app.screen, Summary)
        assert f"{count} of 7 reviewed" in reader.seen()
        await reader.press("escape", "left_square_bracket")
        assert "✓ confirmed" in reader.seen(), "what was decided stays among them"
        await reader.press("F", "x", "f")
        assert "filtered" not in reader.lines()[0]
        assert reader.lines()[0].endswith(f"reviewed {count}/7 ")


async def test_a_filter_stays_against_another_base() -> None:
    async with opened(collation=engine()) as reader:
        await reader.press("F", "a", "o", "f")
        kept = set(await went(reader))
        await reader.press("2", "equals_sign")
        await settled(reader)
        assert set(await went(reader)) == kept


@pytest.mark.parametrize("size", [USUAL, SMALL, (50, 20)])
async def test_disagreements_are_a_review_of_their_own(size: tuple[int, int]) -> None:
    await judged("sam", "ydu")
    await judged("kim", "yyyy")
    await judged("ida", "yyd")
    async with opened(size, reviewer="ida", disagreements=True) as reader:
        assert "disagreements" in reader.lines()[0] or size[0] < 60
        assert reader.lines()[0].endswith("0/2 ")
        assert "ida, kim and sam disagree on 2 findings." in reader.seen() or size[0] < 60
        first = reader.current
        assert first in (await went(reader))
        await reader.press("g")
        assert {f.id for f in reader.desk.reading.findings} == set(await went(reader))
        assert reader.screen.go_to_id(first)
        await reader.press("d")
        assert reader.lines()[0].endswith("1/2 ")
        assert last_record("ida")["others"] == {"kim": "confirmed", "sam": "dismissed"}
        await reader.press("ctrl+z")
        assert reader.lines()[0].endswith("0/2 ")
        await reader.press("d", "u")
        assert isinstance(reader.app.screen, Summary)
        assert "All 2 findings are reviewed" in reader.seen()
    async with opened(reviewer="ida", disagreements=True) as reader:
        assert reader.lines()[0].endswith("2/2 ")
        assert "of which you have decided 2" in reader.seen()
    async with opened(reviewer="kim", disagreements=True) as reader:
        assert reader.lines()[0].endswith("0/2 "), "everybody has their own"
    async with opened(reviewer="sam") as reader:
        await reader.press("ctrl+z", "y")
    async with opened(reviewer="ida", disagreements=True) as reader:
        assert reader.lines()[0].endswith("1/2 "), "sam says something else now"


async def test_what_everybody_says_is_at_the_foot() -> None:
    await judged("sam", ["d", "left_square_bracket", "i", *"log", "escape"])
    await judged("kim", "y")
    async with opened(reviewer="zoe", disagreements=True) as reader:
        assert "unreviewed · kim: confirmed · sam: dismissed ✎ log" in reader.seen()
    async with opened(SMALL, reviewer="zoe", disagreements=True) as reader:
        assert "kim ✓ · sam ✗ ✎" in reader.seen()
    async with opened(SMALL, reviewer="zoe", disagreements=True, ascii=True) as reader:
        assert "kim y - sam d i" in reader.seen()
    async with opened(reviewer="zoe", disagreements=True) as reader:
        await reader.press("F")
        assert "confirmed by kim, dismissed by sam" in reader.seen()


async def test_looking_closer_tells_what_everybody_says_with_the_notes_and_how_far_the_review_is() -> None:
    await judged("sam", ("y", "left_square_bracket", "i", *"ask", "enter", *"twice", "ctrl+s"))
    async with opened(reviewer="ida") as reader:
        await reader.press("right_square_bracket", "enter")
        assert "confirmed by sam" in reader.lines()[0]
        assert reader.lines()[0].endswith("reviewed 0/7 ")
        assert "✎ ask" in reader.seen()
        await reader.press("d", "left_square_bracket")
        assert "dismissed by ida, confirmed by sam" in reader.lines()[0]
        assert reader.lines()[0].endswith("reviewed 1/7 ")
        lines = [line.strip() for line in reader.lines()]
        at = lines.index("✎ sam: ask")
        assert lines[at + 1] == "twice"


async def test_the_end_tells_what_others_decided_meanwhile() -> None:
    async with opened(reviewer="ida") as reader:
        await judged("sam", "yd")
        await reader.press("S")
        (line,) = (line for line in reader.lines() if "by sam" in line)
        assert line.split("by sam")[1].split()[:5] == ["1", "1", "·", "·", "5"]


async def test_where_nobody_disagrees_that_is_said() -> None:
    async with opened(reviewer="ida", disagreements=True) as reader:
        assert "Two reviews or more can disagree; there is none." in reader.seen()
        await reader.press("right_square_bracket", "y", "S", "escape")
    await judged("ida", "y")
    async with opened(reviewer="ida", disagreements=True) as reader:
        assert "there is one, by ida." in reader.seen()
    await judged("sam", "y")
    async with opened(reviewer="ida", disagreements=True) as reader:
        assert "ida and sam agree on all that more than one of them judged." in reader.seen()
        assert reader.lines()[0].endswith("0/0 ")


async def test_findings_that_another_reviewer_added_are_there_and_said_to_be_theirs() -> None:
    async with opened(reviewer="sam") as reader:
        total = len(reader.desk.reading.findings)
        reader.desk.go_to_passage(4)
        await reader.press("plus", "l", "L", "enter", "l", "plus", "h", "j", "k", "enter")
        await reader.type("All or none")
        await reader.press("enter")
        await settled(reader)
        added = reader.current
    async with opened(reviewer="ida") as reader:
        assert len(reader.desk.reading.findings) == total + 1
        assert reader.screen.go_to_id(added)
        await reader.press("l")
        assert "by hand" in reader.seen()
        assert "added by sam · sam: confirmed" in reader.seen()
        await reader.press("d")
        assert "reviewed 1/8" in reader.lines()[0]
        assert not reader.desk.reading.by_hand
    async with opened(reviewer="sam") as reader:
        assert reader.screen.go_to_id(added)
        await reader.press("l")
        assert "ida: dismissed" in reader.seen()
        assert "added by" not in reader.seen()


async def test_what_another_reviewer_adds_meanwhile_comes_with_the_list() -> None:
    async with opened(reviewer="ida") as reader:
        total = len(reader.desk.reading.findings)
        name = f"{reader.screen.review.folder / 'sam'}.jsonl"
        words = [
            [{"outlet": place.version.outlet, "sentence": place.text, "words": place.text[:3]}]
            for place in (reader.screen.review.collation.cluster.places(v)[0] for v in ("v1", "v2"))
        ]
        record = {
            **{"schema": "variorum-review/1", "id": "r1", "time": "2031-03-05T10:00:00Z", "reviewer": "sam"},
            **{"do": "finding", "finding": "hand-1", "type": "other", "explanation": "They differ.", "sides": words},
        }
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(json.dumps(record) + "\n", "ascii")
        await reader.press("F", "escape")
        await settled(reader)
        assert len(reader.desk.reading.findings) == total + 1
        Path(name).write_text("", "ascii")
        await reader.press("F", "escape")
        await settled(reader)
        assert len(reader.desk.reading.findings) == total


async def test_decisions_without_a_finding_are_shown_with_their_words_and_why() -> None:
    made = engine()
    async with opened(collation=made, reviewer="ida") as reader:
        await reader.press("right_curly_bracket", "y")
        gone = str(last_record("ida")["finding"])
        await reader.press("S")
        assert "without a finding here" not in reader.seen()
    left = tuple(finding for finding in made.findings if gone not in (finding.id, *finding.also))
    async with opened(collation=replace(made, findings=left), reviewer="ida") as reader:
        await reader.press("S")
        assert "1 decided without a finding here" in reader.seen()
        await reader.press("v")
        assert "Decisions without a finding here" in reader.seen()
        assert "confirmed" in reader.seen()
        assert "the same words are there, and are no finding any more; kept" in reader.seen()
        await reader.press("enter", "escape")
        assert reader.app.screen is reader.screen
