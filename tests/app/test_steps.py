from __future__ import annotations

from reader.app.reading import Reading
from reader.app.steps import step_from, steps
from reader.findings.finding import FindingKind
from tests.app.invented import harbour

ALL = frozenset(FindingKind)
READING = Reading(harbour().cluster, harbour())
ORDER = READING.order


def ids(kinds: frozenset[FindingKind] = ALL, order: tuple[str, ...] = ORDER, only: str | None = None) -> list[str]:
    return [step.finding.id for step in steps(READING, order, kinds, only)]


def test_findings_come_in_the_order_of_the_story_then_of_the_panes() -> None:
    assert ids() == ["c1", "o1", "o2", "o3", "o4", "a1", "a2"]


def test_kinds_that_are_hidden_are_passed_over() -> None:
    assert ids(frozenset({FindingKind.ADDITION})) == ["a1", "a2"]


def test_findings_of_hidden_versions_are_passed_over() -> None:
    assert ids(order=("v1", "v2", "v3", "v5")) == ["c1", "o1", "o3", "a1"]


def test_a_zoomed_version_has_its_own_findings() -> None:
    assert ids(only="v4") == ["c1", "o2", "o4", "a2"]


def test_steps_go_on_from_the_current_finding_or_from_the_passage() -> None:
    found = steps(READING, ORDER, ALL)
    by_id = {step.finding.id: step.finding for step in found}

    def step(current: str | None, passage: int, forward: bool) -> str | None:
        after = step_from(found, by_id[current] if current else None, passage, forward)
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
    found = steps(READING, ORDER, ALL)
    after = step_from(found, found[0].finding, 3, True, lambda finding: finding.kind is FindingKind.ADDITION)
    assert after is not None
    assert after.finding.id == "a1"
