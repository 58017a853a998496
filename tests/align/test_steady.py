"""What two versions show by themselves, and that no other version takes a sure link of theirs away."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.align.bags import bags
from reader.align.candidates import anchors
from reader.align.steady import STEADY, SURE, UNDER, alike, lasting, steadied, steady
from reader.align.weights import LINKED
from tests.align.test_align import (
    NAMES,
    STORIES,
    Article,
    Pair,
    article,
    articles_of,
    collated,
    links_of,
    named,
    numbered,
    story,
)
from tools.generate import cluster as generated

if TYPE_CHECKING:
    from reader.collation import Collation
    from reader.story import Cluster


@cache
def invented(seed: int) -> tuple[Article, ...]:
    """Six versions of two agencies' reports, as large clusters are made for measuring."""
    made = generated(16, 10, seed)
    return tuple(article(one["outlet"], f"{one['headline']}\n\n{one['text']}") for one in made[5:11])


def steady_of(cluster: Cluster) -> set[Pair]:
    """The steady pairs by outlet and place."""
    read = bags(cluster)
    found = steady(read, anchors(read))
    return {frozenset(named(cluster, read.all[n].place.sentence.id) for n in pair) for pair in found}


def apart(collation: Collation) -> set[str]:
    return {collation.cluster.version(v).outlet for v in collation.off_event}


def assert_nothing_sure_is_lost(articles: tuple[Article, ...]) -> int:
    """Take each version away in turn; returns how many sure links were looked at."""
    every = collated(articles)
    linked, strange = links_of(every), apart(every)
    looked = 0
    for one in articles:
        fewer = collated(tuple(a for a in articles if a is not one))
        sure = {pair for pair, (score, _) in links_of(fewer).items() if score >= SURE}
        sure = {pair for pair in sure if not any(outlet in strange for outlet, _ in pair)}
        assert sure <= linked.keys()
        looked += len(sure)
    return looked


@settings(max_examples=6)
@given(st.integers(0, 10_000))
def test_another_version_takes_no_sure_link_from_an_invented_cluster(seed: int) -> None:
    assert assert_nothing_sure_is_lost(invented(seed)) > 20


@settings(max_examples=30)
@given(STORIES.filter(lambda texts: len(texts) > 2))
def test_another_version_takes_no_sure_link_from_any_story(texts: list[str]) -> None:
    assert_nothing_sure_is_lost(story(texts))


@pytest.mark.parametrize("articles", [*map(articles_of, NAMES), invented(1)], ids=[*NAMES, "invented"])
def test_what_is_steady_depends_on_the_two_versions_alone(articles: tuple[Article, ...]) -> None:
    every = steady_of(collated(articles).cluster)
    assert every
    for n, one in enumerate(articles):
        for other in articles[n + 1 :]:
            two = {dict(one)["outlet"], dict(other)["outlet"]}
            assert steady_of(collated((one, other)).cluster) == {
                pair for pair in every if {outlet for outlet, _ in pair} == two
            }


@pytest.mark.parametrize("articles", [*map(articles_of, NAMES), invented(2)], ids=[*NAMES, "invented"])
def test_steady_pairs_are_links_and_sure_links_are_steady(articles: tuple[Article, ...]) -> None:
    collation = collated(articles)
    links = links_of(collation)
    strange = apart(collation)
    kept = {pair for pair in steady_of(collation.cluster) if not any(outlet in strange for outlet, _ in pair)}
    assert kept <= links.keys()
    assert {pair for pair, (score, _) in links.items() if score >= SURE} <= kept


def test_only_steady_pairs_are_sure() -> None:
    scores = [{3: 0.97, 4: 0.95, 5: 0.1}, {4: 0.5}, {}, {0: 0.97}, {0: 0.95, 1: 0.5}, {0: 0.1}]
    found = steadied(scores, {(0, 3), (0, 5), (2, 5)})
    assert found == [
        {3: 0.97, 4: UNDER, 5: LINKED},
        {4: 0.5},
        {5: LINKED},
        {0: 0.97},
        {0: UNDER, 1: 0.5},
        {0: LINKED, 2: LINKED},
    ]


def test_sentences_of_a_version_set_apart_are_in_no_steady_pair() -> None:
    cluster = collated(articles_of("harbour-ferry")).cluster
    read = bags(cluster)
    every = steady(read, anchors(read))
    out = cluster.versions[0].id
    fewer = steady(read, anchors(read), {out})
    assert fewer == {pair for pair in every if out not in {read.all[n].place.version.id for n in pair}}
    assert fewer < every


def test_a_link_stays_where_its_words_become_common() -> None:
    two = (
        "The ferry Aurelia ran aground off Lindholm on Saturday with families and schoolchildren asleep in its cabins."
        "\n\nDivers will look at the hull.",
        "Aground since Saturday near Lindholm: Aurelia, a ferry whose owner had long planned to sell or scrap her."
        "\n\nDivers will look at the hull.",
    )
    ends = (
        ("had 140 people on board", "was built in Poland", "leaks no oil", "lost its anchor", "lies on a reef"),
        ("belongs to a family", "carried timber", "had a new captain", "was late", "was inspected in May"),
        ("drew a crowd", "cost nobody a bone", "will be towed", "blocks the channel", "had no pilot"),
        ("sat there all night", "lost two boats", "was lit by flares", "moved by a foot", "is a wreck"),
    )
    more = tuple(
        "\n\n".join(f"The ferry Aurelia, which ran aground off Lindholm on Saturday, {end}." for end in own)
        + "\n\nDivers will look at the hull."
        for own in ends
    )
    first = frozenset({("Outlet A", "p1.s1"), ("Outlet B", "p1.s1")})
    score = [links_of(collated(story(two + more[:n])))[first][0] for n in range(len(more) + 1)]
    assert score[0] >= SURE
    assert min(score) == LINKED


def test_a_pair_that_is_far_outdone_on_both_sides_is_not_steady() -> None:
    everything = numbered((2, 2))  # 0 and 1 are of the first version, 2 and 3 of the second
    sure = [(0.999, 0, 2), (0.999, 1, 3)]
    assert lasting(everything, [], [*sure, (STEADY, 0, 3)]) == {(0, 2), (1, 3)}
    assert lasting(everything, [], [*sure, (0.97, 0, 3)]) == {(0, 2), (1, 3), (0, 3)}
    assert lasting(everything, [], [sure[0], (STEADY, 0, 3)]) == {(0, 2), (0, 3)}  # one sentence beside two
    assert lasting(everything, [(0, 2)], [(STEADY - 0.01, 1, 3)]) == {(0, 2)}


def test_versions_as_long_as_books_are_not_weighed_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    read = bags(collated(invented(1)[:2]).cluster)
    same = anchors(read)
    assert list(alike(read, same))
    monkeypatch.setattr(sys.modules["reader.align.steady"], "MOST", 10)  # the package has the function by that name
    assert not list(alike(read, same))
    assert steady(read, same) == set(same)
