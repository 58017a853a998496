from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.review.records import Verdict
from tests.commands.decide import command, contradictions, decide, sitting
from tests.test_cli import variorum

if TYPE_CHECKING:
    from pathlib import Path


def test_open_contradictions_are_named_with_exit_code_10(story: Path) -> None:
    done = variorum("check", story)
    assert (done.returncode, done.stderr) == (10, "")
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [finding.id for finding in contradictions(story)]
    assert any("number conflict" in line and "140" in line and "164" in line for line in lines)


def test_nothing_is_open_when_all_is_decided(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    first, *rest = contradictions(story)
    decide(story, "ida", {first.id: Verdict.CONFIRMED})
    code, out, _ = command(monkeypatch, "check", story)
    assert code == 10
    assert first.id not in out
    decide(story, "per", {finding.id: Verdict.DISMISSED for finding in rest})
    assert command(monkeypatch, "check", story) == (0, "", "")
    assert command(monkeypatch, "check", story, "--reviewer", "ida", "--reviewer", "per") == (0, "", "")
    code, out, _ = command(monkeypatch, "check", story, "--reviewer", "per")
    assert (code, out.split()[0]) == (10, first.id)


def test_versions_that_agree_pass(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for outlet in ("one", "two"):
        (tmp_path / f"{outlet}.txt").write_text(
            "The lock at Tarn closed on Monday.\n\nA barge hit the gate.\n", encoding="utf-8"
        )
    assert command(monkeypatch, "check", tmp_path) == (0, "", "")


def test_a_verdict_is_open_again_when_its_words_change(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    decide(story, "ida", {finding.id: Verdict.CONFIRMED for finding in contradictions(story)})
    assert command(monkeypatch, "check", story)[0] == 0
    file = story / "coast-radio.txt"
    file.write_text(file.read_text("utf-8").replace("164", "171"), encoding="utf-8")
    code, out, err = command(monkeypatch, "check", story)
    assert code == 10
    assert "171" in out
    assert "ida: 1 decision is on a finding that is not there any more" in err


def test_reviews_beside_the_cluster(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    decide(story, "ida", {finding.id: Verdict.UNSURE for finding in contradictions(story)}, beside=True)
    assert command(monkeypatch, "check", story, "--beside") == (0, "", "")
    code, _, err = command(monkeypatch, "check", story)
    assert code == 10
    assert "there are reviews beside the cluster; --beside reads them" in err


def test_a_reviewer_who_is_not_there_has_decided_nothing(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    decide(story, "ida", {finding.id: Verdict.CONFIRMED for finding in contradictions(story)})
    code, _, err = command(monkeypatch, "check", story, "--reviewer", "ada")
    assert code == 10
    assert err == "variorum: no review by 'ada' of these versions; there are reviews by ida\n"


def test_lines_that_are_no_records_are_said_and_a_journal_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, story: Path
) -> None:
    decide(story, "ida", {finding.id: Verdict.CONFIRMED for finding in contradictions(story)})
    path = sitting(story, "ida").journal.path
    with path.open("a", encoding="utf-8") as file:
        file.write('nonsense\n{"schema": "variorum-review/9"}\n{"schema": "vari')
    code, _, err = command(monkeypatch, "check", story)
    assert code == 0
    assert [line.split(": line ")[1].split(";")[0] for line in err.splitlines()] == [
        f"{2 + len(contradictions(story)) - 1} is no record",
        f"{3 + len(contradictions(story)) - 1} was written by a newer Variorum",
        f"{4 + len(contradictions(story)) - 1} was cut off while it was written",
    ]
    path.unlink()
    path.mkdir()
    code, out, err = command(monkeypatch, "check", story)
    assert (code, bool(out)) == (10, True)
    assert str(path) in err
    code, out, err = command(monkeypatch, "check", story, "--strict")
    assert (code, out) == (2, "")
    assert str(path) in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "no-such-folder"], "no-such-folder"),
        (["check"], "check needs a folder or files, or --example NAME"),
        (["check", "--example"], "which example?"),
        (["check", "x", "--only", "confirmed"], "--only"),
        (["agree"], "agree needs"),
        (["agree", "no-such-folder"], "no-such-folder"),
        (["explain"], "explain PATH... FINDING"),
        (["explain", "abc"], "explain needs"),
    ],
)
def test_errors_have_exit_code_2(monkeypatch: pytest.MonkeyPatch, words: list[str], said: str) -> None:
    code, out, err = command(monkeypatch, *words)
    assert (code, out) == (2, "")
    assert said in err


def test_a_cluster_from_standard_input_has_no_place_beside_it() -> None:
    texts = ('{"source": "a", "text": "It closed on Monday."}', '{"source": "b", "text": "It closed on Friday."}')
    done = variorum("check", "-", "--beside", stdin="\n".join(texts))
    assert done.returncode == 2
    assert "leave out --beside" in done.stderr


def test_a_folder_called_as_a_command_is_opened_as_dot_slash(story: Path) -> None:
    for name in ("check", "agree", "explain", "read"):
        story = story.rename(story.parent / name)
        done = variorum("check", f"./{name}", cwd=story.parent)
        assert done.returncode == 10
    for name in ("check", "agree"):
        story = story.rename(story.parent / name)
        done = variorum(name, cwd=story.parent)
        assert done.returncode == 2
        assert f"type ./{name}" in done.stderr
