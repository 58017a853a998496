"""What holds of every alignment, tried on the examples and on small invented clusters."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.align import with_base
from reader.align.bags import bags
from reader.align.base import default_base
from reader.align.links import Link
from reader.align.moves import moved
from reader.align.passages import SENTENCES, gather
from reader.align.rivals import BEYOND_DOUBT, FAR_SURER, SETTLED, UNRIVALLED, outdone
from reader.align.weights import LINKED
from reader.collation import Collation, collate
from reader.findings.finding import FindingKind
from reader.sources import load
from reader.story import Cluster
from tests.findings.build import version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from reader.align.bags import Bag

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("boil-water", "council-vote", "harbour-ferry")

#: An article as a line of JSON has it: an outlet, a text, and what else is known.
Article = tuple[tuple[str, str], ...]

#: What three newsrooms might write of one event, and one that writes of something else. Stories are drawn from these.
TOLD = (
    "The ferry Aurelia ran aground off Lindholm on Saturday morning with 140 passengers on board.",
    "With 164 passengers on board, the ferry Aurelia ran aground on Saturday off Lindholm.",
    "The coast guard took all passengers ashore in four boats.",
    "All passengers were brought ashore by the coast guard, which sent four boats.",
    "Divers will look at the hull on Monday, the port authority said.",
    "The port authority wants divers to look at the hull of the ferry on Monday.",
    "No oil has leaked.",
    "The shipping company has offered every passenger a new ticket.",
    "A bakery in Mellstad won the prize for the best rye bread of the year.",
    "Its baker, Ingrid Palm, said she would give the money to the school.",
)


def article(outlet: str, text: str, **more: str) -> Article:
    return (("outlet", outlet), ("text", text), *more.items())


@cache
def collated(articles: tuple[Article, ...]) -> Collation:
    """The collation of these articles in this order; each is made but once."""
    lines = "\n".join(json.dumps(dict(one)) for one in articles)
    return collate(load("-", stdin=io.StringIO(lines)))


@cache
def example(name: str) -> Collation:
    return collate(load(EXAMPLES / name))


@cache
def articles_of(name: str) -> tuple[Article, ...]:
    """An example's versions as articles, to be put in another order or left out."""
    return tuple(
        article(v.outlet, v.original, **({"published": v.published} if v.published else {}))
        for v in example(name).cluster.versions
    )


def named(cluster: Cluster, sentence: str) -> tuple[str, str]:
    """A sentence by its outlet and its place there: the same wherever its version is displayed."""
    return cluster.place(sentence).version.outlet, sentence.partition(".")[2]


Pair = frozenset[tuple[str, str]]


def links_of(collation: Collation) -> dict[Pair, tuple[float, bool]]:
    """How sure each link is and whether it is moved."""
    cluster = collation.cluster
    return {frozenset((named(cluster, x.a), named(cluster, x.b))): (x.score, x.moved) for x in collation.links}


def passages_of(collation: Collation) -> list[frozenset[tuple[str, str]]]:
    """The passages in the order of reading, each as its sentences."""
    return [
        frozenset(named(collation.cluster, s) for ids in passage.sentences.values() for s in ids)
        for passage in collation.passages
    ]


def assert_divided(collation: Collation) -> None:
    """Every sentence is in exactly one passage, under its own version, in its version's order."""
    cluster = collation.cluster
    told = [s for passage in collation.passages for ids in passage.sentences.values() for s in ids]
    every = [place.sentence.id for v in cluster.versions for place in cluster.places(v.id)]
    assert sorted(told) == sorted(every)
    assert [passage.id for passage in collation.passages] == [f"g{n}" for n in range(1, len(collation.passages) + 1)]
    for passage in collation.passages:
        for version_id, ids in passage.sentences.items():
            places = [cluster.place(s) for s in ids]
            assert {place.version.id for place in places} == {version_id}
            assert [place.index for place in places] == sorted(place.index for place in places)


def assert_same(one: Collation, other: Collation) -> None:
    """Two collations of the same versions in two orders say the same."""
    assert links_of(one) == links_of(other)
    assert passages_of(one) == passages_of(other)
    assert sorted(f.id for f in one.findings) == sorted(f.id for f in other.findings)
    assert one.cluster.version(one.base).outlet == other.cluster.version(other.base).outlet
    assert {one.cluster.version(v).outlet: a.reason for v, a in one.off_event.items()} == {
        other.cluster.version(v).outlet: a.reason for v, a in other.off_event.items()
    }


TEXTS = st.lists(st.lists(st.sampled_from(TOLD), min_size=1, max_size=2).map(" ".join), min_size=1, max_size=4).map(
    "\n\n".join
)
STORIES = st.lists(TEXTS, min_size=2, max_size=4, unique=True)


def story(texts: Sequence[str], outlets: str = "ABCDEF") -> tuple[Article, ...]:
    return tuple(article(f"Outlet {outlet}", text) for outlet, text in zip(outlets, texts, strict=False))


def numbered_cluster(counts: Sequence[int]) -> Cluster:
    """Versions of so many paragraphs of one sentence each."""
    made = [
        version(f"v{n}", f"Outlet {n}", [[f"{'abcd'[n - 1]} sentence number {m}."] for m in range(count)])
        for n, count in enumerate(counts, 1)
    ]
    return Cluster("A story", tuple(made))


def numbered(counts: Sequence[int]) -> list[Bag]:
    """Their sentences, numbered as the alignment numbers them: the first version's first."""
    return bags(numbered_cluster(counts)).all


@pytest.mark.parametrize("name", NAMES)
def test_any_order_of_an_example_says_the_same(name: str) -> None:
    articles = articles_of(name)
    known = collated(articles)
    for order in (articles[::-1], articles[2:] + articles[:2], articles[1::2] + articles[::2]):
        assert_same(known, collated(order))


def test_every_order_of_a_small_story_says_the_same() -> None:
    articles = story(["\n\n".join(TOLD[:3]), "\n\n".join(TOLD[1:6]), "\n\n".join(TOLD[3:8])])
    for order in permutations(articles):
        assert_same(collated(articles), collated(order))


@settings(max_examples=40)
@given(STORIES, st.randoms(use_true_random=False))
def test_any_order_of_any_story_says_the_same(texts: list[str], random: Random) -> None:
    articles = story(texts)
    other = list(articles)
    random.shuffle(other)
    assert_same(collated(articles), collated(tuple(other)))


@settings(max_examples=40)
@given(STORIES)
def test_links_and_passages_are_well_formed(texts: list[str]) -> None:
    collation = collated(story(texts))
    assert_divided(collation)
    cluster = collation.cluster
    rank = {v.id: n for n, v in enumerate(cluster.versions)}
    near = {(x.a, x.b) for x in collation.alignment.near}
    for link in collation.links:
        a, b = cluster.place(link.a), cluster.place(link.b)
        assert rank[a.version.id] < rank[b.version.id]
        assert LINKED <= link.score <= 1
        assert a.paragraph.kind.tells
        assert b.paragraph.kind.tells
        assert (link.a, link.b) not in near


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_an_example_is_in_one_passage(name: str) -> None:
    assert_divided(example(name))


@pytest.mark.parametrize("name", NAMES)
def test_rows_stay_small(name: str) -> None:
    for passage in example(name).passages:
        if len(passage.sentences) > 1:
            assert max(map(len, passage.sentences.values())) <= SENTENCES


@pytest.mark.parametrize("count", [1, SENTENCES, SENTENCES + 1, 3 * SENTENCES])
def test_rows_stay_small_whatever_is_linked(count: int) -> None:
    everything = numbered((1, count))
    links = [(0, n) for n in range(1, count + 1)]
    scores = [{m: 1.0 for m in range(count + 1) if (m == 0) != (n == 0)} for n in range(count + 1)]
    rows = gather(everything, links, scores)
    assert sorted(bag.number for row in rows for bag in row) == list(range(count + 1))
    assert len(next(row for row in rows if everything[0] in row)) == 1 + min(count, SENTENCES)


def test_no_chain_of_links_brings_unlike_sentences_together() -> None:
    everything = numbered((1, 1, 1, 1))
    chain = [(0, 1), (2, 3), (1, 2)]
    loose: list[dict[int, float]] = [{1: 0.9}, {0: 0.9, 2: 0.5}, {1: 0.5, 3: 0.9}, {2: 0.9}]
    assert [[bag.number for bag in row] for row in gather(everything, chain, loose)] == [[0, 1], [2, 3]]
    tight = [{m: 0.9 for m in range(4) if m != n} for n in range(4)]
    assert [[bag.number for bag in row] for row in gather(everything, chain, tight)] == [[0, 1, 2, 3]]


@pytest.mark.parametrize("name", NAMES)
def test_an_identical_copy_differs_in_nothing(name: str) -> None:
    for one in articles_of(name):
        text = dict(one)["text"]
        collation = collated((article("First", text), article("Second", text)))
        assert collation.findings == ()
        assert not any(link.moved for link in collation.links)
        linked = {frozenset((link.a.partition(".")[2], link.b.partition(".")[2])) for link in collation.links}
        telling = [b.place.sentence.id.partition(".")[2] for b in bags(collation.cluster).all if b.terms]
        assert {frozenset([s]) for s in telling} <= linked


def test_a_copy_is_linked_even_where_its_words_say_nothing() -> None:
    text = f"{TOLD[0]}\n\nWhat can you do now?\n\n{TOLD[2]}"
    assert len(collated((article("First", text), article("Second", text))).links) == 3


@settings(max_examples=30)
@given(TEXTS)
def test_any_copy_differs_in_nothing(text: str) -> None:
    assert collated((article("First", text), article("Second", text))).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_outlets_names_change_only_names(name: str) -> None:
    articles = articles_of(name)
    turned = {dict(one)["outlet"]: f"Paper {chr(ord('Z') - n)}" for n, one in enumerate(articles)}
    one = collated(articles)
    other = collated(tuple((("outlet", turned[dict(a)["outlet"]]), *a[1:]) for a in articles))
    assert [(x.a, x.b, x.score, x.moved) for x in one.links] == [(x.a, x.b, x.score, x.moved) for x in other.links]
    assert one.passages == other.passages
    assert one.base == other.base
    assert one.off_event.keys() == other.off_event.keys()

    def told(collation: Collation) -> list[tuple[object, ...]]:
        # An omission's id says whose omission it is, and so has the outlet's name in it.
        return sorted(
            (f.kind, "" if f.kind is FindingKind.OMISSION else f.id, f.passage, f.version or "", f.sentences)
            for f in collation.findings
        )

    assert told(one) == told(other)


@pytest.mark.parametrize("name", NAMES)
def test_another_version_takes_no_sure_link_away(name: str) -> None:
    articles = articles_of(name)
    linked = links_of(collated(articles))
    apart = {collated(articles).cluster.version(v).outlet for v in collated(articles).off_event}
    for one in articles:
        fewer = links_of(collated(tuple(a for a in articles if a is not one)))
        sure = {pair for pair, (score, _) in fewer.items() if score >= 0.9}
        assert sure
        assert {pair for pair in sure - linked.keys() if not any(outlet in apart for outlet, _ in pair)} == set()


def test_the_follow_up_on_another_event_is_set_apart() -> None:
    collation = example("harbour-ferry")
    cluster = collation.cluster
    (odd,) = collation.off_event
    assert cluster.version(odd).outlet == "Corran Echo"
    apart = collation.off_event[odd]
    assert "Merganser" in {cluster.place(m.sentence).paragraph.text[m.start : m.end] for m in apart.evidence}
    assert {m.version for m in apart.evidence} == {odd}
    theirs = {place.sentence.id for place in cluster.places(odd)}
    assert not any({link.a, link.b} & theirs for link in (*collation.links, *collation.alignment.near))
    for passage in collation.passages:
        assert odd not in passage.sentences or len(passage.sentences) == 1
    assert collation.base != odd


@pytest.mark.parametrize("name", ["boil-water", "council-vote"])
def test_versions_of_one_event_stay_together(name: str) -> None:
    assert example(name).off_event == {}


def test_of_two_versions_none_is_set_apart() -> None:
    collation = collated(story(["\n\n".join(TOLD[:8]), "\n\n".join(TOLD[8:])]))
    assert collation.off_event == {}
    assert collation.links == ()


@pytest.mark.parametrize("name", NAMES)
def test_another_base_changes_only_the_order(name: str) -> None:
    collation = example(name)
    cluster, known = collation.cluster, collation.alignment
    groups = {frozenset(p.sentences.items()) for p in known.passages}
    for one in cluster.versions:
        turned = with_base(cluster, known, one.id)
        assert turned.base == one.id
        assert (turned.links, turned.near, turned.off_event) == (known.links, known.near, known.off_event)
        assert {frozenset(p.sentences.items()) for p in turned.passages} == groups
        firsts = [cluster.place(p.sentences[one.id][0]).index for p in turned.passages if one.id in p.sentences]
        assert firsts == sorted(firsts)
        assert with_base(cluster, turned, known.base) == known


@pytest.mark.parametrize("name", NAMES)
def test_the_default_base_is_never_set_apart_and_the_same_in_any_order(name: str) -> None:
    collation = example(name)
    chosen = default_base(collation.cluster, collation.links, collation.off_event)
    assert chosen not in collation.off_event
    turned = replace(collation.cluster, versions=collation.cluster.versions[::-1])
    assert default_base(turned, collation.links, collation.off_event) == chosen


def test_the_default_base_is_the_version_that_the_others_report_most_of() -> None:
    common = "\n\n".join(TOLD[n] for n in (0, 2, 4))
    texts = [f"{TOLD[1]}\n\n{TOLD[3]}\n\n{TOLD[6]}", common, f"{TOLD[5]}\n\n{TOLD[1]}\n\n{TOLD[7]}"]
    for order in permutations(story(texts)):
        collation = collated(order)
        assert collation.cluster.version(collation.base).text.strip() == common


def test_a_version_set_apart_is_no_default_base_while_others_are_left() -> None:
    cluster = numbered_cluster((1, 2, 2))
    links = [Link("v1.p1.s1", "v2.p1.s1", 0.9), Link("v2.p1.s1", "v3.p1.s1", 0.9), Link("v2.p2.s1", "v3.p2.s1", 0.9)]
    assert default_base(cluster, links, ()) == "v2"
    assert default_base(cluster, links, {"v2"}) == "v3"
    assert default_base(cluster, links, {"v1", "v2", "v3"}) == "v2"


def test_a_version_of_one_sentence_that_all_report_is_no_default_base() -> None:
    cluster = numbered_cluster((1, 4, 4))
    links = [Link("v1.p1.s1", f"v{b}.p1.s1", 0.9) for b in (2, 3)]
    links += [Link(f"v2.p{n}.s1", f"v3.p{n}.s1", 0.9) for n in (1, 2, 3, 4)]
    assert default_base(cluster, links, ()) != "v1"


def test_a_version_is_no_default_base_for_being_long() -> None:
    cluster = numbered_cluster((3, 2, 20))
    shared = [(1, 2, 1), (1, 3, 3), (2, 3, 2)]  # the last has five in common with the others, the first four
    links = [Link(f"v{a}.p{n}.s1", f"v{b}.p{n}.s1", 0.9) for a, b, count in shared for n in range(1, count + 1)]
    assert default_base(cluster, links, ()) == "v1"


def test_an_unsure_pair_yields_where_both_have_a_settled_counterpart() -> None:
    everything = numbered((2, 2))  # 0 and 1 are of the first version, 2 and 3 of the second
    settled = [(SETTLED, 0, 2), (SETTLED, 1, 3)]
    doubtful = BEYOND_DOUBT - 0.01
    assert outdone(everything, [*settled, (doubtful, 0, 3)]) == {(0, 3)}
    assert outdone(everything, [*settled, (BEYOND_DOUBT, 0, 3)]) == set()
    assert outdone(everything, [settled[0], (doubtful, 0, 3)]) == set()  # one sentence beside two stays so
    assert outdone(everything, [settled[0], (SETTLED - 0.01, 1, 3), (doubtful, 0, 3)]) == set()
    assert outdone(everything, []) == set()


def test_a_pair_without_doubt_is_outdone_where_both_have_far_surer_counterparts() -> None:
    everything = numbered((2, 2))
    assert outdone(everything, [(0.7, 0, 3), (0.998, 0, 2), (0.998, 1, 3)]) == {(0, 3)}
    assert outdone(everything, [(0.7, 0, 3), (0.998, 0, 2), (0.9, 1, 3)]) == set()
    assert outdone(everything, [(0.94, 0, 3), (0.999, 0, 2), (0.999, 1, 3)]) == {(0, 3)}
    assert log(0.999 / 0.001) - log(UNRIVALLED / (1 - UNRIVALLED)) < FAR_SURER


def test_a_counterpart_in_a_third_version_outdoes_nothing() -> None:
    everything = numbered((1, 1, 2))
    assert outdone(everything, [(0.5, 0, 1), (0.95, 0, 2), (0.95, 1, 3)]) == set()


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), st.integers(5, 9)), max_size=25))
def test_what_is_outdone_is_unsure_and_does_not_depend_on_order(links: list[tuple[float, int, int]]) -> None:
    links = list({(a, b): (sure, a, b) for sure, a, b in links}.values())
    everything = numbered((5, 5))
    needless = outdone(everything, links)
    assert needless == outdone(everything, links[::-1])
    sure = {(a, b): score for score, a, b in links}
    assert all(sure[pair] < 0.95 for pair in needless)  # far surer than that is nothing
    kept = sure.keys() - needless  # both sides of what goes keep a link
    assert {a for a, _ in needless} <= {a for a, _ in kept}
    assert {b for _, b in needless} <= {b for _, b in kept}


def test_what_is_told_in_the_same_order_is_not_moved() -> None:
    everything = numbered((8, 8))
    assert moved(everything, [(n, n + 8) for n in range(8)]) == set()


def test_what_is_told_far_from_its_neighbours_is_moved() -> None:
    everything = numbered((8, 8))
    order = [1, 2, 3, 4, 5, 6, 7, 0]  # the first sentence of one is the last of the other
    assert moved(everything, [(a, 8 + order.index(a)) for a in range(8)]) == {(0, 15)}


def test_nothing_is_moved_where_there_is_no_order_to_move_from() -> None:
    everything = numbered((8, 8))
    assert moved(everything, [(n, 15 - n) for n in range(8)]) == set()
    assert moved(everything, [(0, 10), (1, 8), (2, 9)]) == set()  # too few to tell


@given(st.permutations(range(8)))
def test_moved_links_cross_others(order: list[int]) -> None:
    links = [(a, 8 + b) for a, b in enumerate(order)]
    found = moved(numbered((8, 8)), links)
    for a, b in found:
        assert any((a - c) * (b - d) < 0 for c, d in links)
    kept = [link for link in links if link not in found]
    assert len(kept) >= len(links) / 2


def test_a_moved_paragraph_is_marked_in_a_story() -> None:
    told = [
        "The ferry Aurelia ran aground off Lindholm on Saturday morning.",
        "The coast guard took all passengers ashore in four boats.",
        "Divers will look at the hull on Monday, the port authority said.",
        "The shipping company has offered every passenger a new ticket.",
        "Olof Brandt, a retired teacher, heard a long scraping noise.",
        "The island's council meets on Thursday about a second pier.",
    ]
    collation = collated(story(["\n\n".join(told), "\n\n".join([*told[1:], told[0]])]))
    assert [(link.a, link.b) for link in collation.links if link.moved] == [("v1.p1.s1", "v2.p6.s1")]


#: Language -> two sentences, the same two in other words, and one of something else.
LANGUAGES = {
    "de": (
        "Die Fähre Aurelia lief am Samstag vor Lindholm mit 140 Fahrgästen auf Grund.",
        "Taucher sollen am Montag den Rumpf untersuchen, teilte die Hafenbehörde mit.",
        "Mit 140 Fahrgästen an Bord ist die Fähre Aurelia am Samstag vor Lindholm auf Grund gelaufen.",
        "Nach Angaben der Hafenbehörde wird der Rumpf am Montag von Tauchern untersucht.",
        "Eine Bäckerei in Mellstadt gewann den Preis für das beste Roggenbrot.",
    ),
    "fr": (
        "Le ferry Aurelia s'est échoué samedi près de Lindholm avec 140 passagers à bord.",
        "Des plongeurs examineront la coque lundi, a annoncé l'autorité portuaire.",
        "Avec 140 passagers à bord, le ferry Aurelia s'est échoué samedi au large de Lindholm.",
        "L'autorité portuaire a fait savoir que la coque serait examinée lundi par des plongeurs.",
        "Une boulangerie de Mellville a remporté le prix du meilleur pain de seigle.",
    ),
    "es": (
        "El transbordador Aurelia encalló el sábado cerca de Lindholm con 140 pasajeros a bordo.",
        "Los buzos examinarán el casco el lunes, informó la autoridad portuaria.",
        "Con 140 pasajeros a bordo, el transbordador Aurelia encalló el sábado frente a Lindholm.",
        "La autoridad portuaria dijo que el casco será examinado el lunes por buzos.",
        "Una panadería de Mellar ganó el premio al mejor pan de centeno.",
    ),
    "ru": (
        "Паром «Аурелия» сел на мель у Линдхольма в субботу, на борту было 140 пассажиров.",
        "Водолазы осмотрят корпус в понедельник, сообщило управление порта.",
        "В субботу паром «Аурелия», на борту которого было 140 пассажиров, сел на мель у Линдхольма.",
        "Управление порта сообщило, что корпус в понедельник осмотрят водолазы.",
        "Пекарня в Меллграде получила приз за лучший ржаной хлеб.",
    ),
    "ar": (
        "جنحت العبارة أوريليا يوم السبت قرب ليندهولم وعلى متنها 140 راكبا.",
        "سيفحص الغواصون هيكل السفينة يوم الاثنين، حسبما أعلنت سلطة الميناء.",
        "وعلى متنها 140 راكبا، جنحت العبارة أوريليا قرب ليندهولم يوم السبت.",
        "أعلنت سلطة الميناء أن الغواصين سيفحصون هيكل السفينة يوم الاثنين.",
        "فاز مخبز في ميلستاد بجائزة أفضل خبز أسمر.",
    ),
    "zh": (
        "渡轮奥蕾莉亚号周六在林德霍尔姆附近搁浅，船上有140名乘客。",
        "港务局表示，潜水员将于周一检查船体。",
        "周六，载有140名乘客的渡轮奥蕾莉亚号在林德霍尔姆附近海域搁浅。",
        "潜水员周一将检查船体，港务局说。",
        "梅尔镇一家面包店获得最佳黑麦面包奖。",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_event_is_linked_in_every_language(language: str) -> None:
    first, second, first_again, second_again, other = LANGUAGES[language]
    texts = [f"{first}\n\n{second}", f"{second_again}\n\n{other}\n\n{first_again}"]
    articles = tuple(article(f"Outlet {n}", text, language=language) for n, text in enumerate(texts, 1))
    collation = collated(articles)
    cluster = collation.cluster
    assert {(cluster.place(x.a).text, cluster.place(x.b).text) for x in collation.links} == {
        (first, first_again),
        (second, second_again),
    }


@pytest.mark.parametrize(("one", "other"), combinations(LANGUAGES, 2))
def test_nothing_links_texts_that_share_no_words(one: str, other: str) -> None:
    bread, divers = LANGUAGES[one][4], LANGUAGES[other][1]
    assert collated((article("A", bread, language=one), article("B", divers, language=other))).links == ()
