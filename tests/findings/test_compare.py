"""Which sentences are compared, and what is heard of it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reader.align.links import Link
from reader.findings import companions, cues, death, left_open, number, several
from reader.findings.compare import (
    COMPARERS,
    LEADS,
    MANY,
    OF_OPPOSITES,
    STANDING_FOR_MANY,
    TOGETHER,
    TOUCHES,
    asking,
    disagreements,
    each,
    facts,
    pairs,
    tell,
)
from reader.findings.touched import apart
from reader.sources import load
from reader.sources.examples import example_names, example_path
from reader.story import Cluster, Kind
from tests.findings.build import aligned, story, told, version


def compared(cluster: Cluster, alignment: object) -> set[frozenset[str]]:
    everything = tell(cluster, cluster.versions)
    found = [frozenset((a.sentence, b.sentence)) for a, b in pairs(alignment, everything)]  # type: ignore[arg-type]
    assert len(found) == len(set(found))
    return set(found)


def three() -> Cluster:
    lead = ["It began.", "It went on."]
    return Cluster(
        "A story",
        tuple(version(f"v{n}", f"outlet{n}", [lead, ["Then came rain.", "Then came snow."]]) for n in (1, 2, 3)),
    )


def test_sentences_of_one_passage_links_unsure_pairs_and_leads_are_compared() -> None:
    cluster = three()
    alone = aligned(cluster)
    leads = {
        frozenset((a, b))
        for v, w in combinations(("v1", "v2", "v3"), 2)
        for a in (f"{v}.p1.s{n}" for n in range(1, LEADS + 1))
        for b in (f"{w}.p1.s{n}" for n in range(1, LEADS + 1))
    }
    assert compared(cluster, alone) == leads
    together = aligned(cluster, ["v1.p2.s1", "v2.p2.s2", "v2.p2.s1"], links=False)
    assert compared(cluster, together) - leads == {
        frozenset(("v1.p2.s1", "v2.p2.s2")),
        frozenset(("v1.p2.s1", "v2.p2.s1")),
    }
    link = Link("v1.p2.s1", "v3.p2.s2", 0.5)
    assert compared(cluster, replace(alone, links=(link,))) - leads == {frozenset((link.a, link.b))}
    assert compared(cluster, replace(alone, near=(link,))) - leads == {frozenset((link.a, link.b))}


def test_furniture_is_never_compared() -> None:
    one = version("v1", "herald", [["It began."], ["Subscribe."]], kinds={2: Kind.FURNITURE})
    two = version("v2", "courier", [["It began."], ["Subscribe."]], kinds={2: Kind.FURNITURE})
    cluster = Cluster("A story", (one, two))
    found = compared(cluster, aligned(cluster, ["v1.p2.s1", "v2.p2.s1"]))
    assert found == {frozenset(("v1.p1.s1", "v2.p1.s1"))}


def test_many_sentences_are_compared_with_some_that_stand_for_them() -> None:
    sentences = [f"The {word} number {n} came." for n, word in enumerate(["ship", "train"] * 50)]
    cluster, alignment = story(*sentences)
    found = compared(cluster, replace(alignment, links=()))
    assert len(sentences) > MANY
    assert len(found) < len(sentences) * 2 * STANDING_FOR_MANY
    assert {s for pair in found for s in pair} == {f"v{n}.p1.s1" for n in range(1, 101)}


@given(st.permutations(range(40)))
def test_which_pairs_are_compared_does_not_hang_on_the_order_of_the_versions(order: list[int]) -> None:
    sentences = [f"The ship number {n} came." for n in range(40)]

    def texts(words: list[str]) -> set[frozenset[str]]:
        cluster, alignment = story(*words)
        everything = tell(cluster, cluster.versions)
        return {frozenset((a.text, b.text)) for a, b in pairs(replace(alignment, links=()), everything)}

    assert texts(sentences) == texts([sentences[n] for n in order])


def test_what_both_versions_tell_contradicts_neither() -> None:
    some = "Most villagers returned to their houses after the flood."
    few = "Few villagers returned to their houses after the flood."
    a, b = told(some), told(few, outlet="courier")
    assert len(disagreements((a, b))) == 1
    assert disagreements((b, a))[0].found == disagreements((a, b))[0].found
    assert disagreements((a, b._replace(whole=f"{few} {some}"))) == []


def test_what_is_so_on_one_day_need_not_be_so_on_another() -> None:
    a = told("On Monday most villagers returned to their houses.")
    b = told("On Friday few villagers returned to their houses.", outlet="courier")
    assert not [s for s in disagreements((a, b)) if s.found.type == "quantifier"]


def test_a_quotation_that_runs_over_sentences_is_read_from_its_paragraph() -> None:
    one = version("v1", "herald", [["“We waited long.", "Nobody came for us,” she said."]])
    cluster = Cluster("A story", (one,))
    first, second = (tell(cluster, cluster.versions)[f"v1.p1.s{n}"] for n in (1, 2))
    assert [first.text[q.start : q.end] for q in first.quotes] == ["We waited long."]
    assert [second.text[q.start : q.end] for q in second.quotes] == ["Nobody came for us,"]
    assert second.before == first.text


def test_nothing_is_seen_between_sentences_that_touch_nothing_in_common() -> None:
    clusters = [load(example_path(name)) for name in example_names()]
    everything = [one for cluster in clusters for one in tell(cluster, cluster.versions).values()]
    quiet = 0
    for a, b in combinations(everything[::3], 2):
        for kind, touches in TOUCHES.items():
            if kind not in OF_OPPOSITES and not apart(touches(a), touches(b)):
                quiet += 1
                assert not list(COMPARERS[kind](a, b))
    assert quiet > len(everything)


def test_whatever_a_module_sees_it_is_asked_about() -> None:
    clusters = [load(example_path(name)) for name in example_names()]
    everything = [one for cluster in clusters for one in tell(cluster, cluster.versions).values()]
    seen = 0
    for a, b in combinations(everything, 2):
        days = [set(re.findall(r"[A-Z][a-z]+day", one.text)) for one in (a, b)]
        if (
            a.version == b.version
            or (all(days) and days[0].isdisjoint(days[1]))
            or a.text in b.whole
            or b.text in a.whole
        ):
            continue
        for kind in OF_OPPOSITES:
            found = list(COMPARERS[kind](*sorted((a, b), key=lambda one: one.text)))
            seen += len(found)
            assert [s.found for s in disagreements((a, b), (kind,))] == found
    assert seen > 3


def test_many_pairs_are_compared_as_each_of_them_is() -> None:
    found = 0
    for name in example_names():
        cluster = load(str(example_path(name)))
        everything = tell(cluster, cluster.versions).values()
        chosen = [(a, b) for a, b in combinations(everything, 2) if a.version != b.version]
        seen = list(each(chosen))
        assert seen == [one for both in chosen for one in disagreements(both)]
        found += len(seen)
    assert len(chosen) > TOGETHER
    assert found


def test_opposites_are_looked_for_wherever_a_rule_sees_them() -> None:
    pairs = [
        ("The town confirmed the sale of the harbour.", "Yesterday evening, at last, the town denied the sale of it."),
        ("The singer Ada Holt is alive, friends said.", "After a long and painful illness Ada Holt is dead."),
        ("The harbour of Corran was opened on Monday.", "The harbour of Corran was closed on Monday."),
        ("The big harbour of Corran was sold.", "The small harbour of Corran was sold."),
    ]
    for one, other in pairs:
        a, b = sorted((told(one), told(other, outlet="courier")), key=lambda each: each.text)
        for kind in OF_OPPOSITES:
            assert [s.found for s in disagreements((a, b), (kind,))] == list(COMPARERS[kind](a, b))


def test_a_word_alone_asks_nothing_and_tells_no_facts() -> None:
    """So none of 100,000 of them is asked."""
    for word in cues._table():
        for form in (word, word.capitalize()):
            alone = told(form)
            assert not any(read(alone) for read in (number.facts, death.facts, several.facts, companions.facts)), form
            assert not (cues.cues(form) & cues.OPEN and left_open.asks(form)), form
    unasked = {"v1.p1.s1": told("Unclear"), "v2.p1.s1": told("It was not clear how many were killed.")}
    assert asking(unasked) == [unasked["v2.p1.s1"]]
    assert not list(facts(unasked, lambda one, other: False))
