"""The tools that tests and figures rest on."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import reader
from tools.bench import page
from tools.generate import cluster
from tools.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


def test_a_generated_cluster_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "made.jsonl"
    command = [sys.executable, "tools/generate.py", "7", "12", "-o", str(target)]
    subprocess.run(command, check=True, timeout=60)
    loaded = reader.load(target)
    assert len(loaded.versions) == 7
    for version in loaded.versions:
        told = [place for place in loaded.places(version.id) if place.paragraph.kind.value == "body"]
        assert len(told) == 12
    first = target.read_bytes()
    subprocess.run(command, check=True, timeout=60)
    assert target.read_bytes() == first


@pytest.mark.parametrize("versions", [24, 96])
def test_the_overlap_stays_the_same_while_the_cluster_grows(versions: int) -> None:
    made = cluster(versions, 20)
    words = Counter(word for article in made for word in set(re.findall(r"[A-Z]\w+ [A-Z]\w+", article["text"])))
    shared = [tellers for tellers in words.values() if 1 < tellers < versions / 2]
    assert 2 < sum(shared) / len(shared) < 8
    assert made == cluster(versions, 20)
    assert made != cluster(versions, 20, seed=2)


def test_a_table_is_flush_and_figures_have_their_units() -> None:
    assert page.table(["a", "b"], [["x", "10"], ["long", "2"]]) == (
        "| a    |  b |\n|------|---:|\n| x    | 10 |\n| long |  2 |"
    )
    assert [page.seconds(s) for s in (2.5, 0.25, 0.0025)] == ["2.50 s", "250 ms", "2.5 ms"]
    assert [page.times(r) for r in (51.2, 1.25)] == ["51 ×", "1.25 ×"]


def test_the_aims_are_one_table_of_all_sections() -> None:
    kept, missed = page.most("time", 1.2, 1.5, page.times), page.most("time of the rest", 1.6, 1.5, page.times)
    told = page.aims([page.Section("…", (kept,)), page.Section("…"), page.Section("…", (missed,))])
    assert told == (
        "### The aims\n\n"
        "| aim                       | measured |   kept |\n"
        "|---------------------------|---------:|-------:|\n"
        "| time ≤ 1.50 ×             |   1.20 × |    yes |\n"
        "| time of the rest ≤ 1.50 × |   1.60 × | **no** |"
    )


def test_figures_are_kept_between_their_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "PAGE", tmp_path / "page.md")
    page.PAGE.write_text(f"before\n{page.BEGIN}\nold\n{page.END}\nafter\n")
    page.keep(["new"])
    page.keep(["newer"])
    assert page.PAGE.read_text() == f"before\n{page.BEGIN}\n\nnewer\n\n{page.END}\nafter\n"
    page.PAGE.write_text("no marks")
    with pytest.raises(ValueError, match="no place for the figures"):
        page.keep(["new"])


def test_the_terminal_tells_what_is_seen_what_came_and_how_it_ended() -> None:
    script = "read -r line; printf '\\033[2J\\033[3;5Hgot %s' \"$line\"; exit 7"
    with Terminal(["sh", "-c", script], columns=30, rows=5) as terminal:
        echo = terminal.echo("abc\n")
        assert b"got abc" in echo.data
        assert echo.frames >= 1
        assert 0 < echo.seconds < 10
        assert terminal.wait() == 7
        assert terminal.lines()[2] == "    got abc".ljust(30)
        assert terminal.seen_at("got abc") is not None
        assert terminal.seen_at("nothing") is None
