from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.commands.explain import chosen
from reader.commands.talk import CommandError
from reader.findings.finding import Finding, FindingKind, Type
from reader.review.matching import words_of
from reader.review.records import Verdict
from tests.commands.decide import collated, command, contradictions, decide, sitting
from tests.hostile import forbidden, write_folder
from tests.test_cli import variorum

if TYPE_CHECKING:
    from pathlib import Path


def _finding(name: str, *also: str) -> Finding:
    return Finding(name, FindingKind.CONTRADICTION, "g1", "So.", 0.5, type=Type.DATE, also=also)


def test_a_contradiction_is_explained_by_its_words_values_and_rule(story: Path) -> None:
    finding = next(f for f in contradictions(story) if f.type is Type.NUMBER)
    done = variorum("explain", story, finding.id)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{finding.explanation}\n")
    for words in ("[[140", "[[164", "read as: 140", "read as: 164", f"rule: {finding.rule}", "coast-radio"):
        assert words in done.stdout


def test_every_finding_can_be_explained_by_the_beginning_of_its_id(
    monkeypatch: pytest.MonkeyPatch, story: Path
) -> None:
    for finding in collated(story).findings:
        code, out, _ = command(monkeypatch, "explain", story, finding.id[:8].upper())
        assert code == 0
        assert out.startswith(finding.explanation)
        assert "\nrule: " in out


def test_paths_options_and_the_finding_in_any_order(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    finding = contradictions(story)[0].id
    told = command(monkeypatch, "explain", story, finding)
    assert command(monkeypatch, "explain", "--strict", story, "--base", "island-daily", finding)[1] == told[1]
    files = sorted(story.glob("*.txt"))
    assert command(monkeypatch, "explain", *files, finding)[0] == 0
    code, out, _ = command(monkeypatch, "explain", "--example", "council-vote", "ffffffffffff")
    assert (code, out) == (2, "")


def test_verdicts_are_told_too(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    finding = contradictions(story)[0]
    decide(story, "ida", {finding.id: Verdict.DISMISSED})
    sitting(story, "ida").note(finding.id, "asked the desk\nthey count the crew", words_of(collated(story), finding))
    out = command(monkeypatch, "explain", story, finding.id)[1]
    assert "\ndismissed by ida, " in out
    assert out.endswith("\n  asked the desk\n  they count the crew\n")


def test_an_unknown_id_is_an_error_that_names_some(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    finding = contradictions(story)[0]
    code, out, err = command(monkeypatch, "explain", story, "xyz")
    assert (code, out) == (2, "")
    assert f"no finding 'xyz'; there are {finding.id} ({finding.type})" in err
    # Two letters changed places.
    wrong = finding.id[:-3] + finding.id[-2] + finding.id[-3] + finding.id[-1]
    wrong = wrong if wrong != finding.id else finding.id[:-1] + "z"
    code, _, err = command(monkeypatch, "explain", story, wrong)
    assert code == 2
    assert f"did you mean {finding.id}" in err


def test_which_finding_is_meant() -> None:
    one, two = _finding("abc123", "777777"), _finding("abd456")
    assert chosen([one, two], "abc") is one
    assert chosen([one, two], "7777") is one
    assert chosen([one, two], " ABD456 ") is two
    with pytest.raises(CommandError, match=r"2 findings begin with 'ab': abc123 \(date\), abd456 \(date\)"):
        chosen([one, two], "ab")
    with pytest.raises(CommandError, match=r"no finding ''"):
        chosen([one, two], "")
    with pytest.raises(CommandError, match="nothing was found"):
        chosen([], "abc")
    # An id that is the beginning of another is itself.
    assert chosen([_finding("abc1234"), one], "abc123") is one
    many = [_finding(f"0000{n}") for n in range(9)]
    with pytest.raises(CommandError, match=r"9 findings begin with '0000': .* and 4 more"):
        chosen(many, "0000")


def test_hostile_text_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = write_folder(tmp_path / "story")
    done = variorum("explain", path, "\x1b]0;TITLE\x07")
    assert done.returncode == 2
    assert not forbidden(done.stderr)
    for finding in collated(path).findings[:3]:
        done = variorum("explain", path, finding.id)
        assert done.returncode == 0
        assert not forbidden(done.stdout)
