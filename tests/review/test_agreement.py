from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.review.agreement import agreement, cohen, krippendorff
from reader.review.matching import Matched, Standing
from reader.review.records import Verdict
from reader.review.state import Decision


def _review(reviewer: str, **verdicts: Verdict | None) -> Matched:
    standing = {f: Standing(Decision(reviewer, "t", verdict, read=True)) for f, verdict in verdicts.items()}
    return Matched(reviewer, standing, ())


def test_kappa_by_hand() -> None:
    """Observed agreement .70, agreement by chance .50: kappa is .20 / .50."""
    table = {("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}
    assert cohen([pair for pair, count in table.items() for _ in range(count)]) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        # The examples A, B and C of Krippendorff (2011); a full stop is a value that is missing.
        (["0100000010", "1110010000"], 0.095),
        (["aabbdcccedda", "babbbccceddd"], 0.692),
        (["123321412...", "1233224125.3", ".3332342251.", "12332441251."], 0.743),
    ],
)
def test_krippendorff_s_own_examples(rows: list[str], alpha: float) -> None:
    units = [[value for value in unit if value != "."] for unit in zip(*rows, strict=True)]
    assert krippendorff(units) == pytest.approx(alpha, abs=0.001)


_verdicts = st.lists(st.tuples(st.sampled_from("cdu"), st.sampled_from("cdu")), max_size=30)


@given(_verdicts)
def test_both_measures_are_one_for_full_agreement_and_never_more(pairs: list[tuple[str, str]]) -> None:
    for measure in (cohen(pairs), krippendorff(pairs)):
        assert measure is None or -1 <= measure <= 1 + 1e-9
    same = [(a, a) for a, _ in pairs]
    if len({a for a, _ in pairs}) > 1:
        assert cohen(same) == pytest.approx(1)
        assert krippendorff(same) == pytest.approx(1)


@given(_verdicts)
def test_who_is_named_first_makes_no_difference(pairs: list[tuple[str, str]]) -> None:
    turned = [(b, a) for a, b in pairs]
    assert cohen(turned) == pytest.approx(cohen(pairs), nan_ok=True) if cohen(pairs) is not None else True
    assert krippendorff(turned) == krippendorff(pairs)


def test_nothing_to_compare_has_no_measure() -> None:
    assert cohen([]) is None
    assert cohen([("c", "c"), ("c", "c")]) is None
    assert krippendorff([]) is None
    assert krippendorff([["c"], ["d"]]) is None


def test_reviewers_are_compared_where_both_judged() -> None:
    yes, no, unsure = Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.UNSURE
    found = agreement(
        ["f1", "f2", "f3", "f4"],
        [_review("per", f1=yes, f2=no, f3=None), _review("ida", f1=yes, f2=yes, f3=unsure)],
    )
    assert found.reviewers == ("ida", "per")
    assert dict(found.verdicts["f2"]) == {"ida": yes, "per": no}
    assert list(found.verdicts) == ["f1", "f2", "f3"]
    (pair,) = found.pairs
    assert (pair.a, pair.b, pair.shared, pair.agreed, pair.percent) == ("ida", "per", 2, 1, 50)
    assert found.disagreements == ("f2",)


def test_three_reviewers_have_a_pair_each_and_one_alpha() -> None:
    yes, no = Verdict.CONFIRMED, Verdict.DISMISSED
    reviews = [_review("a", f1=yes, f2=no), _review("b", f1=yes, f2=no), _review("c", f1=yes, f2=yes)]
    found = agreement(["f1", "f2"], reviews)
    assert [(p.a, p.b, p.agreed) for p in found.pairs] == [("a", "b", 2), ("a", "c", 1), ("b", "c", 1)]
    assert found.alpha is not None
    assert 0 < found.alpha < 1
