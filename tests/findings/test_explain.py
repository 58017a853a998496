"""What is printed for whoever doubts a finding."""

from __future__ import annotations

from dataclasses import replace

from reader.align.links import Link
from reader.findings import find
from reader.findings.explain import explain
from reader.story import Cluster
from tests.findings.build import aligned, story, version

SOME = "The valley took in 4,000 refugees, and some of them have already found work on the farms."
MANY = "Officials say the valley took in 4,000 refugees, many of whom now work on the farms."


def test_a_contradiction_is_explained_by_its_words_their_values_and_the_rule() -> None:
    cluster, alignment = story(SOME, MANY, outlets=["herald", "courier"])
    (finding,) = find(cluster, alignment)
    lines = explain(cluster, alignment, finding)
    assert lines[0] == finding.explanation
    assert finding.id in lines[1]
    assert f"    {SOME.replace('some of them', '[[some of them]]')}" in lines
    assert f"    {MANY.replace('many of whom', '[[many of whom]]')}" in lines
    assert [line for line in lines if "read as" in line] == ["    read as: some", "    read as: many"]
    assert lines[-1] == f"rule: {finding.rule}"


def test_an_addition_is_explained_by_what_comes_nearest() -> None:
    one = version("v1", "herald", [["A ferry ran aground.", "Nobody was hurt."]])
    two = version("v2", "courier", [["A ferry ran aground.", "No one on board was hurt or wet."]])
    cluster = Cluster("A story", (one, two))
    alignment = aligned(cluster, ["v1.p1.s1", "v2.p1.s1"])
    added = next(f for f in find(cluster, alignment) if f.kind == "addition")
    assert "  no sentence of herald comes near it" in explain(cluster, alignment, added)
    alignment = replace(alignment, near=(Link("v1.p1.s2", "v2.p1.s2", 0.3),))
    lines = explain(cluster, alignment, added)
    assert "  the nearest of herald is v1.p1.s2, a link with a probability of 0.30: too little" in lines
    assert "    Nobody was hurt." in lines


def test_an_omission_is_explained_from_the_side_of_the_base() -> None:
    one = version("v1", "herald", [["A ferry ran aground.", "Nobody was hurt."]])
    two = version("v2", "courier", [["A ferry ran aground."]])
    cluster = Cluster("A story", (one, two))
    alignment = aligned(cluster, ["v1.p1.s1", "v2.p1.s1"])
    (left,) = find(cluster, alignment)
    lines = explain(cluster, alignment, left)
    assert "    Nobody was hurt." in lines
    assert lines[-1] == "rule: no sentence of courier is in its passage or linked to it"
