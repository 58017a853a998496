from __future__ import annotations

from reader.app.reading import Reading
from reader.app.steps import Steps
from reader.findings.finding import FindingKind
from tests.app.invented import harbour

ALL = frozenset(FindingKind)
READING = Reading(harbour().cluster, harbour())
ORDER = READING.order


def ids(kinds: frozenset[FindingKind] = ALL, order: tuple[str, ...] = ORDER, only: str | None = None) -> list[str]:
    return [step.finding.id for step in Steps(READING, order, kinds, only).all]


def test_findings_come_in_the_order_of_the_story_then_of_the_panes() -> None:
    assert ids() == ["c1", "o1", "o2", "o3", "o4", "a1", "a2"]


def test_kinds_that_are_hidden_are_passed_over() -> None:
    assert ids(frozenset({FindingKind.ADDITION})) == ["a1", "a2"]


def test_findings_of_hidden_versions_are_passed_over() -> None:
    assert ids(order=("v1", "v2", "v3", "v5")) == ["c1", "o1", "o3", "a1"]


def test_a_zoomed_version_has_its_own_findings() -> None:
    assert ids(only="v4") == ["c1", "o2", "o4", "a2"]


def test_steps_go_on_from_the_current_finding_or_from_the_passage() -> None:
    found = Steps(READING, ORDER, ALL)
    by_id = {step.finding.id: step.finding for step in found.all}

    def step(current: str | None, passage: int, forward: bool) -> str | None:
        after = found.after(found.key(by_id[current] if current else None, passage), forward)
        return after.finding.id if after else None

    assert step("o1", 4, True) == "o2"
    assert step("o1", 4, False) == "c1"
    assert step(None, 0, True) == "c1"
    assert step(None, 4, True) == "o1"
    assert step(None, 4, False) == "c1"
    assert step("a2", 9, True) is None
    assert step("c1", 3, False) is None
    assert step(None, 10, False) == "a2"


def test_a_step_can_be_of_one_kind() -> None:
    found = Steps(READING, ORDER, ALL)
    additions = Steps(READING, ORDER, frozenset({FindingKind.ADDITION}))
    after = additions.after(found.key(found.all[0].finding, 3), True)
    assert after is not None
    assert after.finding.id == "a1"


def test_a_finding_knows_which_of_its_kind_it_is() -> None:
    found = Steps(READING, ORDER, ALL)
    assert [found.number(step.finding) for step in found.all] == [1, 1, 2, 3, 4, 1, 2]
    assert found.counts == {FindingKind.CONTRADICTION: 1, FindingKind.ADDITION: 2, FindingKind.OMISSION: 4}
    assert Steps(READING, ORDER, frozenset()).number(found.all[0].finding) is None


def test_the_first_finding_of_a_row() -> None:
    found = Steps(READING, ORDER, ALL)
    first = found.first_in(4, 5)
    assert first is not None
    assert first.id == "o1"
    assert found.first_in(0, 3) is None
    assert found.first_in(10, 11) is None


def test_of_some_passages_it_knows_the_kind_that_matters_most() -> None:
    found = Steps(READING, ORDER, ALL)
    rank = [FindingKind.CONTRADICTION, FindingKind.ADDITION, FindingKind.OMISSION]
    count = len(READING.passages)
    seen = set()
    for first in range(count):
        for end in range(first, count + 1):
            kinds = {step.finding.kind for step in found.all if first <= step.passage < end}
            loudest = min(kinds, key=rank.index, default=None)
            assert found.loudest_in(first, end) is loudest
            seen.add(loudest)
    assert seen == {None, *FindingKind}
