"""Reviews in a real terminal, ended at any moment: what was shown as saved is on the disk.

By default few moments, few cuts and few verdicts are tried, so that the suite stays fast. All that is promised, in some
forty minutes: ``VARIORUM_KILLS=200 VARIORUM_CUTS=all VARIORUM_VERDICTS=1000 pytest tests/terminal/test_review.py``.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reader
from reader.review.journal import Journal
from reader.review.state import replay
from reader.sources.examples import example_path
from tests.terminal.test_reader import left_as_found, ready
from tools.generate import cluster

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

#: Moments at which a reader is killed, and at which its line drops.
MOMENTS = int(os.environ.get("VARIORUM_KILLS", "6"))
#: Bytes of the last line after which it is cut off: "all" of them, or so many.
CUTS = os.environ.get("VARIORUM_CUTS", "2")
#: Verdicts of each of two readers at once.
VERDICTS = int(os.environ.get("VARIORUM_VERDICTS", "40"))
REVIEWED = re.compile(r"reviewed (\d+)/(\d+)")
#: Keys of a review: verdicts, on the screen and in the list, notes, what was only looked at, what is taken back.
KEYS = ("y", "d", "u", "y", "]", "\x1a", "r", "iwho says so?\x13", "FyF")


def reviewed(text: str) -> int:
    """How many findings the screen says are reviewed."""
    found = REVIEWED.search(text)
    return int(found.group(1)) if found else 0


def on_disk(journal: Path) -> int:
    """How many findings the journal says are reviewed."""
    state = replay(Journal(journal).load().records)
    return sum(decision.is_review for decision in state.decisions.values())


def saved(journal: Path) -> list[int]:
    """How many findings were reviewed after each record of the journal, the first of them none."""
    records = Journal(journal).load().records
    states = (replay(records[:n]) for n in range(len(records) + 1))
    return [sum(decision.is_review for decision in state.decisions.values()) for state in states]


def last_claim(terminal: Terminal) -> int:
    """The last count that the terminal has shown; read to the end of what came out."""
    while terminal.read(0.05):
        pass
    return reviewed(terminal.text())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_whenever_it_is_ended_what_was_shown_as_saved_is_there(
    open_reader: Open, story: Path, number: signal.Signals
) -> None:
    chance = random.Random(number)
    journal = story / ".variorum" / "ida.jsonl"
    lost = []
    count = 0
    for moment in range(MOMENTS):
        terminal = open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse", columns=90, rows=24)
        if moment % 8 == 7:  # any moment, the start included
            end = time.perf_counter() + chance.uniform(0.0, 0.8)
            while (left := end - time.perf_counter()) > 0:
                terminal.read(left)
        else:
            terminal.until(lambda text: REVIEWED.search(text) is not None)
            assert reviewed(terminal.text()) == on_disk(journal), terminal.text()
            if not on_disk(journal) or chance.random() < 0.3:
                terminal.press("]")
            for _ in range(chance.randint(1, 6)):
                terminal.press(chance.choice(KEYS))
                end = time.perf_counter() + chance.choice((0.0, 0.002, 0.01, 0.03)) * chance.random()
                while (left := end - time.perf_counter()) > 0:
                    terminal.read(left)
        terminal.signal(number)
        claim = last_claim(terminal)
        terminal.wait()
        # The screen may be behind the disk, never before it.
        states = saved(journal)
        if claim not in states[count:] and claim:
            lost.append((moment, claim, states[count:]))
        count = len(states) - 1
        if number == signal.SIGHUP:
            assert left_as_found(terminal)
        terminal.close()
    assert not lost
    assert count
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside"))
    assert reviewed(terminal.text()) == on_disk(journal)
    assert not Journal(journal).load().odd


def test_a_lost_line_keeps_the_note_that_was_being_written(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside"))
    terminal.press("]")
    terminal.settle()
    terminal.press("i")
    terminal.until("save and back")
    terminal.press("half a thou")
    terminal.until("half a thou")
    terminal.signal(signal.SIGHUP)
    assert terminal.wait() == 128 + signal.SIGHUP
    lines = (story / ".variorum" / "ida.jsonl").read_text("ascii").splitlines()
    assert json.loads(lines[-1])["note"] == "half a thou"


def test_a_line_cut_off_anywhere_is_told_and_nothing_before_it_is_lost(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse"))
    terminal.press("]yd")
    terminal.until("reviewed 2/")
    terminal.press("q")
    assert terminal.wait() == 0
    journal = story / ".variorum" / "ida.jsonl"
    first, last = journal.read_bytes().splitlines(keepends=True)
    step = 1 if CUTS == "all" else len(last) // int(CUTS)
    for cut in range(0, len(last), step):
        journal.write_bytes(first + last[:cut])
        whole = cut == len(last) - 1  # all but the line feed
        terminal = open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse")
        terminal.until(f"reviewed {1 + whole}/")
        if cut and not whole:
            terminal.until("line 2: not used, for it was cut off")
        terminal.press("u")
        terminal.until(f"reviewed {2 + whole}/")
        assert len(Journal(journal).load().records) == 2 + whole
        terminal.press("q")
        assert terminal.wait() == 0
        terminal.close()
        assert journal.read_bytes().startswith(first + last[:cut]), "what was there is never changed"
        assert len(Journal(journal).load().odd) == (bool(cut) and not whole)


@pytest.mark.parametrize("names", [("ida", "sam"), ("ida", "ida")])
def test_two_readers_at_once_lose_nothing(open_reader: Open, tmp_path: Path, names: tuple[str, str]) -> None:
    """Two reviewers, and one reviewer in two windows: each verdict of both is there."""
    story = tmp_path / "story"
    story.mkdir()
    articles = [article for seed in (1, 2) for article in cluster(1, 20 + VERDICTS * 3 // 2, seed)]
    (story / "all.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    readers = [open_reader(story, "--reviewer", name, "--beside", "--no-mouse") for name in names]
    for one in readers:
        one.until(lambda text: REVIEWED.search(text) is not None, timeout=120)
        one.settle()
        one.press("]")
        one.settle()
    for n in range(VERDICTS):
        for one in readers:
            one.press("ydu"[n % 3])
            one.read(0)
        if n % 20 == 19:
            for one in readers:
                one.until(f"reviewed {n + 1}/", timeout=60)
    for one in readers:
        one.until(f"reviewed {VERDICTS}/", timeout=60)
        one.press("q")
        assert one.wait() == 0
    journals = sorted((story / ".variorum").glob("*.jsonl"))
    assert [path.stem for path in journals] == sorted(set(names))
    loaded = [Journal(path).load() for path in journals]
    records = [record for journal in loaded for record in journal.records]
    assert not any(journal.odd for journal in loaded)
    assert len({record.id for record in records}) == 2 * VERDICTS
    states = [replay(journal.records) for journal in loaded]
    assert [len(state.decisions) for state in states] == [VERDICTS] * len(journals)


def test_a_folder_that_can_not_be_written_is_told_and_asked_about(open_reader: Open, story: Path) -> None:
    (story / ".variorum").write_text("in the way", "utf-8")
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside"))
    terminal.press("]y")
    terminal.until("not saved")
    assert reviewed(terminal.text()) == 0
    terminal.press("q")
    terminal.until("1 decision is not saved")
    (story / ".variorum").unlink()
    terminal.press("r")
    assert terminal.wait() == 0
    assert on_disk(story / ".variorum" / "ida.jsonl") == 1


def test_what_is_left_unsaved_is_told_after_leaving(open_reader: Open, story: Path) -> None:
    (story / ".variorum").write_text("in the way", "utf-8")
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside"))
    terminal.press("]y")
    terminal.until("not saved")
    terminal.press("q")
    terminal.until("1 decision is not saved")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert b"1 not saved" in terminal.data[terminal.data.rfind(b"\x1b[?1049l") :]


def test_bad_names_are_refused(open_reader: Open, story: Path) -> None:
    terminal = open_reader(story, "--reviewer", " ")
    assert terminal.wait() == 2
    assert "a reviewer's name" in terminal.text()
    assert left_as_found(terminal)


def done(journal: Path) -> list[tuple[str, str]]:
    """What stands in a journal: what was done, and on which finding."""
    lines = journal.read_text("ascii").splitlines() if journal.exists() else []
    return [(record["do"], record.get("finding", "")) for record in map(json.loads, lines)]


def test_keys_typed_ahead_are_none_lost_and_none_doubled(open_reader: Open, tmp_path: Path) -> None:
    """Each burst comes in one piece, as over a slow line: the screens that its keys open are not there yet."""
    story = Path(shutil.copytree(example_path("harbour-ferry"), tmp_path / "ferry"))
    journal = story / ".variorum" / "ida.jsonl"
    findings = [finding.id for finding in reader.collate(reader.load(story)).findings]
    assert len(findings) > 6
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse"))
    terminal.press("]yyy")
    terminal.until("reviewed 3/")
    assert len(set(done(journal))) == 3, "three verdicts on three findings"
    terminal.press("igood so far\x13y")
    terminal.until("reviewed 4/")
    assert done(journal)[-2:] == [("note", done(journal)[-1][1]), ("verdict", done(journal)[-2][1])]
    assert "good so far" in journal.read_text("ascii")
    terminal.press("Frgjj\ry")
    terminal.until("reviewed 5/")
    left = [finding for finding in findings if ("verdict", finding) not in done(journal)[:-1]]
    assert done(journal)[-1] == ("verdict", left[2]), "the third of those that the filtered list shows"
    terminal.press("/ferry\r]\x1aSqFqMq")
    terminal.until("reviewed 4/")
    terminal.settle()
    assert terminal.lines()[-1].lstrip().startswith("] ["), "every screen was left again"
    terminal.press("[]u")
    terminal.until("reviewed 5/")
    kinds = [do for do, _ in done(journal)]
    assert kinds == ["verdict"] * 3 + ["note", "verdict", "verdict", "undo", "verdict"]


def test_twenty_findings_are_decided_with_twenty_keys(open_reader: Open, tmp_path: Path) -> None:
    story = Path(shutil.copytree(example_path("harbour-ferry"), tmp_path / "ferry"))
    journal = story / ".variorum" / "ida.jsonl"
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse"))
    begin = reviewed(terminal.text())
    for n, key in enumerate("ydu" * 6 + "yd", 1):
        terminal.press(key)
        terminal.until(f"reviewed {begin + n}/")
        assert len(done(journal)) == n, "it is on the disk before the screen says so"
    assert len(set(done(journal))) == 20


def test_a_verdict_costs_few_bytes(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", columns=160, rows=48))
    terminal.echo("]")
    sizes = [len(terminal.echo(key).data) for key in "yduyd"]
    assert max(sizes) < 3_000, sizes
