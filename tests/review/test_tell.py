from __future__ import annotations

from typing import TYPE_CHECKING

from reader.review.agreement import agreement
from reader.review.matching import match, words_of
from reader.review.others import reviews
from reader.review.places import journal_path
from reader.review.records import Verdict, Words
from reader.review.tell import agreement_lines, one_line, open_contradictions
from tests.export.sample import footbridge
from tests.review.sample import WORDS, session

if TYPE_CHECKING:
    from pathlib import Path

    from reader.collation import Collation
    from reader.review.matching import Matched


def _matched(made: Collation, folder: Path) -> list[Matched]:
    return [match(made, kept.state, kept.reviewer) for kept in reviews(folder)]


def _judge(folder: Path, made: Collation, reviewer: str, **verdicts: Verdict) -> None:
    sitting = session(journal_path(folder, reviewer), reviewer)
    for finding in made.findings:
        if finding.id in verdicts:
            assert sitting.judge(finding.id, verdicts[finding.id], words_of(made, finding)) is None


def test_a_contradiction_is_open_until_somebody_decides(tmp_path: Path) -> None:
    made = footbridge()
    assert [f.id for f in open_contradictions(made, _matched(made, tmp_path))] == ["cc01", "cc02"]
    sitting = session(journal_path(tmp_path, "ida"))
    sitting.note("cc01", "hm", ())
    sitting.mark_read(["cc01", "cc02"])
    assert [f.id for f in open_contradictions(made, _matched(made, tmp_path))] == ["cc01", "cc02"]
    _judge(tmp_path, made, "per", cc02=Verdict.DISMISSED)
    (left,) = open_contradictions(made, _matched(made, tmp_path))
    assert one_line(left) == "cc01  date conflict  Tarn Courier says Tuesday, Fellgate Post says Wednesday."


def test_a_verdict_on_words_that_changed_leaves_it_open(tmp_path: Path) -> None:
    made = footbridge()
    old = (Words("Tarn Courier", "It closed on Tuesday.", "on Tuesday"),)
    session(journal_path(tmp_path, "ida")).judge("cc01", Verdict.CONFIRMED, old)
    assert [f.id for f in open_contradictions(made, _matched(made, tmp_path))] == ["cc01", "cc02"]


def test_reviewers_go_by_the_name_they_write_and_stay_apart(tmp_path: Path) -> None:
    for name in ("Ida Thorne", "per"):
        session(journal_path(tmp_path, name), name).judge("cc01", Verdict.UNSURE, WORDS)
    (tmp_path / "zoe.jsonl").write_bytes((tmp_path / "per.jsonl").read_bytes())
    (tmp_path / "empty.jsonl").touch()
    assert [kept.reviewer for kept in reviews(tmp_path)] == ["Ida Thorne", "empty", "per", "per 2"]
    assert reviews(tmp_path / "none") == []


def test_agreement_is_told_in_lines(tmp_path: Path) -> None:
    made = footbridge()
    yes, no = Verdict.CONFIRMED, Verdict.DISMISSED
    _judge(tmp_path, made, "ida", cc01=yes, cc02=no, aa01=yes)
    _judge(tmp_path, made, "per", cc01=yes, cc02=yes, aa01=yes)
    found = agreement([f.id for f in made.findings], _matched(made, tmp_path))
    assert list(agreement_lines(made, found)) == [
        "2 reviewers: ida, per",
        "ida and per: 2 of 3 alike (67%), Cohen's kappa 0.00",
        "(kappa: 1 is full agreement, 0 what chance would give by their habits, below 0 is less than that)",
        "1 disagreement",
        "cc02  ida: dismissed, per: confirmed  Tarn Courier says 3 cracks, Fellgate Post says five cracks.",
    ]
    _judge(tmp_path, made, "zoe", bb01=yes)
    lines = list(agreement_lines(made, agreement([f.id for f in made.findings], _matched(made, tmp_path))))
    assert "ida and zoe: no finding that both judged" in lines
    assert any(line.startswith("all: Krippendorff's alpha ") for line in lines)
