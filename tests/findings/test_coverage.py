"""Additions and omissions: what counts, what never does, and how it is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.align import align
from reader.align.links import Link
from reader.findings import identity, search
from reader.findings.coverage import _in_order_of_words, coverage
from reader.findings.finding import FindingKind
from reader.sources.examples import example_names, example_path
from reader.story import Cluster, Kind
from tests.findings.build import aligned, version

if TYPE_CHECKING:
    from reader.align.links import Alignment
    from reader.findings.finding import Finding

BASE = version("v1", "herald", [["A ferry ran aground.", "Nobody was hurt."], ["The captain was asleep."]])
OTHER = version(
    "v2",
    "courier",
    [["A ferry ran aground."], ["Divers came.", "They found a leak."], ["Subscribe now."]],
    kinds={3: Kind.FURNITURE},
)
CLUSTER = Cluster("A story", (BASE, OTHER))
ALIGNED = aligned(CLUSTER, ["v1.p1.s1", "v2.p1.s1"])


def test_added_sentences_of_a_paragraph_are_one_finding() -> None:
    added = [f for f in coverage(CLUSTER, ALIGNED) if f.kind == "addition"]
    assert [f.sentences for f in added] == [("v2.p2.s1", "v2.p2.s2")]
    assert added[0].version == "v2"
    assert added[0].explanation == "Only courier reports these two sentences."


def test_what_the_base_has_and_a_version_lacks_is_left_out() -> None:
    left = [f for f in coverage(CLUSTER, ALIGNED) if f.kind == "omission"]
    assert [(f.version, f.sentences) for f in left] == [("v2", ("v1.p1.s2",)), ("v2", ("v1.p2.s1",))]
    assert left[0].explanation == "courier does not report this; herald does."


def test_headlines_subheadings_metadata_and_furniture_are_never_added_or_left_out() -> None:
    quiet = (Kind.HEADLINE, Kind.SUBHEADING, Kind.METADATA, Kind.FURNITURE)
    for kind in Kind:
        one = version("v1", "herald", [["A ferry ran aground."]])
        two = version("v2", "courier", [["A ferry ran aground."], ["All the news of the islands."]], kinds={2: kind})
        cluster = Cluster("A story", (one, two))
        found = coverage(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1"]))
        assert bool(found) == (kind not in quiet), kind
        turned = coverage(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1"], base="v2"))
        assert bool(turned) == (kind not in quiet), kind


def test_a_version_of_another_event_has_no_findings() -> None:
    assert coverage(CLUSTER, aligned(CLUSTER, ["v1.p1.s1", "v2.p1.s1"], off_event=["v2"])) == []
    assert coverage(CLUSTER, aligned(CLUSTER, ["v1.p1.s1", "v2.p1.s1"], off_event=["v1"])) == []


def test_a_sentence_linked_elsewhere_is_neither_added_nor_left_out() -> None:
    alignment = aligned(CLUSTER, ["v1.p1.s1", "v2.p1.s1"], ["v1.p2.s1", "v2.p2.s2"])
    rows = aligned(CLUSTER, ["v1.p1.s1", "v2.p1.s1"]).passages
    split = type(alignment)(alignment.links, rows, "v1", {})
    sentences = {s for f in coverage(CLUSTER, split) for s in f.sentences}
    assert not sentences & {"v1.p2.s1", "v2.p2.s2"}


def test_marks_without_words_are_nothing_to_report() -> None:
    one = version("v1", "herald", [["A ferry ran aground."]])
    two = version("v2", "courier", [["A ferry ran aground."], ["* * *"]])
    cluster = Cluster("A story", (one, two))
    assert coverage(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1"])) == []


def test_an_addition_that_others_share_says_so() -> None:
    third = version("v3", "gazette", [["Divers came to the ferry."]])
    cluster = Cluster("A story", (BASE, OTHER, third))
    found = coverage(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1"], ["v2.p2.s1", "v3.p1.s1"]))
    told = {f.sentences[0]: f.explanation for f in found if f.kind == "addition"}
    assert told["v2.p2.s1"] == "courier reports this, as gazette does; herald does not."
    assert told["v3.p1.s1"] == "gazette reports this, as courier does; herald does not."
    assert told["v2.p2.s2"] == "Only courier reports this."


def test_versions_with_the_same_words_have_findings_of_their_own() -> None:
    copy = version("v3", "gazette", [["A ferry ran aground."], ["Divers came.", "They found a leak."]])
    cluster = Cluster("A story", (BASE, OTHER, copy))
    found = coverage(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1", "v3.p1.s1"]))
    assert len({f.id for f in found}) == len(found)


def near(*scores: float) -> Alignment:
    """The cluster with pairs that are no links, of a sentence that the base alone tells."""
    pairs = [("v1.p2.s1", sentence) for sentence in ("v2.p2.s1", "v2.p2.s2")]
    return replace(ALIGNED, near=tuple(Link(a, b, score) for (a, b), score in zip(pairs, scores, strict=False)))


def left_out(alignment: Alignment) -> list[Finding]:
    return [f for f in coverage(CLUSTER, alignment) if f.sentences == ("v1.p2.s1",)]


def test_the_nearer_a_sentence_that_is_no_link_the_less_sure_the_finding() -> None:
    sure = [left_out(near(*scores))[0].confidence for scores in ((), (0.05,), (0.1,), (0.2,), (0.2, 0.03))]
    assert sure[0] > 0.9
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)
    assert sure[-1] >= 0.5


def test_what_may_well_be_told_there_is_no_finding() -> None:
    assert left_out(near(0.99)) == []
    assert left_out(near(0.43, 0.42)) == []
    other = [f for f in coverage(CLUSTER, near(0.99)) if f.sentences == ("v1.p1.s2",)]
    assert [f.kind for f in other] == ["omission"]


def test_one_sentence_that_is_near_makes_the_whole_finding_less_sure() -> None:
    def added(alignment: Alignment) -> float:
        return next(f.confidence for f in coverage(CLUSTER, alignment) if f.sentences == ("v2.p2.s1", "v2.p2.s2"))

    assert added(near(0.1)) < added(near())


def test_a_short_sentence_is_less_surely_told_nowhere() -> None:
    short, long = (
        lacked_by(text) for text in ("He agreed.", "He agreed to pay for the repair of the bridge before the winter.")
    )
    assert short < long


def test_a_quotation_is_more_surely_told_nowhere() -> None:
    plain, quoted = (
        lacked_by(text) for text in ("The bridge is safe now, he said.", "“The bridge is safe now,” he said.")
    )
    assert plain < quoted


def lacked_by(text: str) -> float:
    base = version("v1", "Alpha", [["The bridge is closed."], [text]])
    cluster = Cluster("A story", (base, version("v2", "Beta", [["The bridge is closed."]])))
    (found,) = coverage(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1"]))
    return found.confidence


@given(st.lists(st.text("ab c", max_size=40), unique=True, max_size=8), st.sampled_from([1, 3, 400]))
def test_texts_are_told_apart_by_their_beginnings_as_by_the_whole(texts: list[str], beginning: int) -> None:
    named = {f"v{n}": text for n, text in enumerate(texts)}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("reader.findings.coverage.BEGINNING", beginning)
        begun = _in_order_of_words(named)
    whole = {name: identity.folded(text) for name, text in named.items()}
    for one, other in combinations(named, 2):
        assert (begun[one] < begun[other]) == (whole[one] < whole[other])


@pytest.mark.parametrize("name", example_names())
def test_the_same_words_are_an_addition_in_every_version_that_has_them_or_in_none(name: str) -> None:
    cluster = reader.load(str(example_path(name)))
    for base in cluster.versions:
        alignment = align(cluster, base.id)
        added = {s for f in coverage(cluster, alignment) if f.kind is FindingKind.ADDITION for s in f.sentences}
        told = {s for link in alignment.links for s in (link.a, link.b) if base.id in (_of(link.a), _of(link.b))}
        told |= {s for p in alignment.passages if base.id in p.sentences for ids in p.sentences.values() for s in ids}
        marked: dict[str, set[bool]] = {}
        for other in cluster.versions:
            for place in cluster.places(other.id):
                if place.paragraph.kind is Kind.BODY and other != base and place.sentence.id not in told:
                    marked.setdefault(place.text, set()).add(place.sentence.id in added)
        assert [text for text, both in marked.items() if len(both) > 1] == []


def _of(sentence: str) -> str:
    """The version of a sentence's id."""
    return sentence.partition(".")[0]


SWEDISH = [["En färja gick på grund."], ["Ingen skadades, sade kaptenen.", "Dykare har kommit dit."]]


def test_nothing_is_said_of_what_a_version_in_another_language_adds_or_leaves_out() -> None:
    third = replace(version("v3", "tidning", SWEDISH), language="sv")
    cluster = Cluster("A story", (replace(BASE, language="en"), replace(OTHER, language="en"), third))
    alone = {f.id for f in coverage(CLUSTER, ALIGNED)}
    found, told = search(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1"]))
    assert {f.id for f in found} == alone
    assert found[-1].explanation == "courier reports these two sentences; herald does not."
    assert told == (
        "tidning is in another language than the base; what it adds and leaves out can't be told, and is not",
    )
    found, told = search(cluster, aligned(cluster, ["v1.p1.s1", "v2.p1.s1"], base="v3"))
    assert not found
    assert told[0].startswith("herald and courier are in another language than the base")


def test_whatever_it_is_said_to_be_in_a_version_that_corresponds_is_compared() -> None:
    other = replace(OTHER, language="nn")
    cluster = Cluster("A story", (replace(BASE, language="no"), other))
    alignment = aligned(cluster, ["v1.p1.s1", "v2.p1.s1"], ["v1.p1.s2", "v2.p2.s1"])
    assert {f.kind for f in coverage(cluster, alignment)} == {FindingKind.ADDITION, FindingKind.OMISSION}
