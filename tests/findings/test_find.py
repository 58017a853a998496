"""All findings of a cluster: grouped into sides, explained, in order, the same in any order of the versions."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings import find
from reader.findings.finding import FindingKind
from reader.story import Cluster
from tests.findings.build import aligned, story, version, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.align.links import Alignment

SOME = "The valley took in 4,000 refugees, and some of them have already found work on the farms."
SOME_TOO = "The valley took in 4,000 refugees, some of whom have found work on the farms already."
MANY = "Officials say the valley took in 4,000 refugees, many of whom now work on the farms."
MOST = "The valley took in 4,000 refugees, and most of them work on the farms."


def contradictions(*sentences: str, **more: list[str]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """The explanation and the sides of each contradiction, sides as their claim with the versions that make it."""
    cluster, alignment = story(*sentences, **more)
    return [
        (f.explanation, [(s.claim, [e.version for e in s.evidence]) for s in f.sides])
        for f in find(cluster, alignment)
        if f.kind is FindingKind.CONTRADICTION
    ]


def test_one_disagreement_seen_from_many_pairs_is_one_finding() -> None:
    assert contradictions(SOME, SOME_TOO, MANY, SOME, outlets=["herald", "courier", "gazette", "digest"]) == [
        (
            "herald, courier and digest say “some of them” or “some of whom”, gazette “many of whom”.",
            [("some of them", ["v1", "v2", "v4"]), ("many of whom", ["v3"])],
        )
    ]


def test_the_strongest_side_stands_first() -> None:
    ((_, sides),) = contradictions(MANY, SOME, SOME_TOO)
    assert [claim for claim, _ in sides] == ["some of them", "many of whom"]


def test_more_than_three_outlets_are_counted() -> None:
    ((told, _),) = contradictions(SOME, SOME_TOO, SOME, SOME, MANY)
    assert told == "Four versions say “some of them” or “some of whom”, outlet5 “many of whom”."


def test_the_words_of_most_versions_stand_for_a_side() -> None:
    ((_, sides),) = contradictions(SOME_TOO, SOME, SOME, MANY)
    assert sides[0] == ("some of them", ["v1", "v2", "v3"])


def test_evidence_points_at_the_very_words() -> None:
    cluster, alignment = story(SOME, MANY)
    (found,) = (f for f in find(cluster, alignment) if f.kind is FindingKind.CONTRADICTION)
    for side in found.sides:
        for e in side.evidence:
            assert words_of(cluster, e.sentence, e.start, e.end) == side.claim
    assert found.rule
    assert found.strength == "discrepancy"


def test_versions_set_apart_contradict_nobody() -> None:
    cluster, _ = story(SOME, MANY)
    alignment = aligned(cluster, ["v1.p1.s1", "v2.p1.s1"], off_event=["v2"])
    assert find(cluster, alignment) == ()


def test_contradictions_come_first_in_their_passage_and_passages_in_their_order() -> None:
    one = version("v1", "herald", [["It rained all night."], [SOME]])
    two = version("v2", "courier", [["Dogs barked."], [MANY]])
    cluster = Cluster("A story", (one, two))
    found = find(cluster, aligned(cluster, ["v1.p2.s1", "v2.p2.s1"]))
    assert [f.kind for f in found] == ["omission", "contradiction", "addition"]


def test_evidence_offsets_count_from_the_paragraph() -> None:
    one = version("v1", "herald", [["It rained all night.", SOME]])
    two = version("v2", "courier", [[MANY]])
    cluster = Cluster("A story", (one, two))
    (found,) = (
        f for f in find(cluster, aligned(cluster, ["v1.p1.s2", "v2.p1.s1"])) if f.kind is FindingKind.CONTRADICTION
    )
    e = next(e for side in found.sides for e in side.evidence if e.version == "v1")
    assert words_of(cluster, e.sentence, e.start, e.end) == "some of them"


def test_a_later_report_is_called_so() -> None:
    told = contradictions(
        "The storm killed at least 12 people in Lindholm on Friday.",
        "The storm killed 9 people in Lindholm on Friday.",
        published=["2024-03-02T18:00:00+00:00", "2024-03-02T09:00:00+00:00"],
    )
    assert len(told) == 1
    assert "outlet1 is the later report" in told[0][0]


def test_of_a_rising_toll_the_order_of_publication_is_told() -> None:
    texts = [f"The storm killed {toll} people in Lindholm on Friday." for toll in ("12", "9", "15")]
    hours = ["2024-03-02T18:00:00+00:00", "2024-03-02T09:00:00+00:00", "2024-03-03T07:00:00+00:00"]
    ((told, sides),) = contradictions(*texts, published=hours)
    assert [claim for claim, _ in sides] == ["9", "12", "15"]
    assert told.endswith(", in the order of publication: outlet2 says “9”, outlet1 “12”, outlet3 “15”.")
    ((told, *_),) = contradictions(*texts, texts[1], published=[*hours, "2024-03-03T07:00:00+00:00"])
    assert "in the order" not in told


def test_figures_far_apart_are_no_one_side() -> None:
    rain = "The storm in Corran brought {} litres of rain to the square metre on Monday, the office said."
    ((_, sides),) = contradictions(rain.format("10"), rain.format("600"), rain.format("612"), rain.format("611"))
    assert not any({"v1", "v2"} <= set(versions) for _, versions in sides)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("The boat struck the pier on Monday and sank.", "Day given for “struck the pier”"),
        ("The boat struck and broke the old pier on Monday.", "Day given for “broke the old pier”"),
        ("The pool will close on Monday at noon.", "Day of the closing"),
    ],
)
def test_a_day_is_told_of_what_happened_on_it(one: str, told: str) -> None:
    ((explanation, _),) = contradictions(one, one.replace("Monday", "Tuesday"))
    assert explanation == f"{told}: outlet1 says “Monday”, outlet2 “Tuesday”."


def test_who_holds_an_office_is_told_by_its_name() -> None:
    one = "Ada Holt, the chief executive of Vey Ferries, said the boat was sound when it left the port of Corran."
    ((explanation, _),) = contradictions(one, one.replace("Ada Holt", "Ilse Marrow"))
    assert explanation == "Who is chief executive: outlet1 says “Ada Holt”, outlet2 “Ilse Marrow”."


def test_an_age_is_no_update() -> None:
    told = contradictions(
        "Ada Holt, 31, fell from the pier in Lindholm.",
        "Ada Holt, 34, fell from the pier in Lindholm.",
        published=["2024-03-02T18:00:00+00:00", "2024-03-02T09:00:00+00:00"],
    )
    assert [words for words, *_ in told] == ["Age of Ada Holt: outlet1 says “31”, outlet2 “34”."]


def found_apart(*stories: Sequence[str]) -> list[str]:
    """What is said of versions whose sentences have nothing to do with one another."""
    versions = [version(f"v{n}", f"outlet{n}", [[words] for words in told]) for n, told in enumerate(stories, 1)]
    cluster = Cluster("A story", tuple(versions))
    return [f.explanation for f in find(cluster, aligned(cluster)) if f.kind is FindingKind.CONTRADICTION]


LEADS = ("The ferry was late.", "The wind was strong.")


@pytest.mark.parametrize(
    ("one", "other", "explanation"),
    [
        (
            "Rescue workers freed Ada Holt, 31, from the wreck.",
            "Among the guests was 34-year-old Ada Holt.",
            "Age of Ada Holt: outlet1 says “31”, outlet2 “34-year-old”.",
        ),
        (
            "The painter Ada Holt (20 May 1912 – 1 August 1985) lived here.",
            "Ada Holt died at the age of 70.",
            "Age at death: outlet1 says “20 May 1912 – 1 August 1985”, outlet2 “70”.",
        ),
    ],
)
def test_a_fact_of_one_person_is_compared_wherever_it_is_told(one: str, other: str, explanation: str) -> None:
    assert found_apart([*LEADS, one], [*LEADS, other]) == [explanation]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # relatives, a past age, somebody from a place
        ("Her brother was Ben Holt, 31.", "Among the guests was 34-year-old Ada Holt."),
        ("The officer was Holt, 35. His son Ben Holt ran.", "A witness was 17-year-old Jon Holt."),
        ("Rescue workers freed Ada Holt, 31.", "The then 15-year-old Ada Holt sang."),
        ("The police held a 39-year-old Corran man.", "Among the guests was 34-year-old Ada Corran."),
    ],
)
def test_a_fact_of_another_person_is_not(one: str, other: str) -> None:
    assert found_apart([*LEADS, *one.split(". ")], [*LEADS, other]) == []


def identities(cluster: Cluster, groups: list[list[str]], base: str = "v1") -> list[str]:
    return [f.id for f in find(cluster, aligned(cluster, *groups, base=base)) if f.kind is FindingKind.CONTRADICTION]


def test_an_id_survives_another_run_an_edit_elsewhere_another_base_and_another_version() -> None:
    one = version("v1", "herald", [["It rained all night."], [SOME]])
    two = version("v2", "courier", [["Dogs barked."], [MANY]])
    groups = [["v1.p2.s1", "v2.p2.s1"]]
    cluster = Cluster("A story", (one, two))
    kept = identities(cluster, groups)
    assert len(kept) == 1
    assert identities(cluster, groups) == kept
    assert identities(cluster, groups, base="v2") == kept
    edited = version("v1", "herald", [["It snowed all night and all day."], [SOME]])
    assert identities(Cluster("A story", (edited, two)), groups) == kept
    same_sentence = version("v1", "herald", [["It rained all night."], [SOME.replace("valley", "town")]])
    assert identities(Cluster("A story", (same_sentence, two)), groups) == kept
    third = version("v3", "gazette", [[SOME_TOO]])
    assert identities(Cluster("A story", (one, two, third)), [["v1.p2.s1", "v2.p2.s1", "v3.p1.s1"]]) == kept


def test_with_a_third_value_the_earlier_id_is_kept_beside_the_new_one() -> None:
    cluster, alignment = story(SOME, MANY)
    (before,) = (f for f in find(cluster, alignment) if f.kind is FindingKind.CONTRADICTION)
    cluster, alignment = story(SOME, MANY, MOST)
    (after,) = (f for f in find(cluster, alignment) if f.kind is FindingKind.CONTRADICTION)
    assert before.id in (after.id, *after.also)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_the_versions_changes_only_the_order(order: tuple[int, ...]) -> None:
    sentences = (SOME, MANY, SOME_TOO, MOST)
    cluster, alignment = story(*sentences)
    turned, realigned = story(*(sentences[n] for n in order))

    def answer(cluster: Cluster, names: dict[str, int], found: object) -> set[object]:
        return {
            (
                f.id,
                f.kind,
                f.type,
                f.strength,
                f.confidence,
                frozenset(frozenset((names[e.version], e.start, e.end) for e in side.evidence) for side in f.sides),
            )
            for f in find(cluster, found)  # type: ignore[arg-type]
        }

    assert answer(cluster, {f"v{n + 1}": n for n in range(4)}, alignment) == answer(
        turned, {f"v{n + 1}": order[n] for n in range(4)}, realigned
    )


SENTENCES = st.sampled_from(
    [
        SOME,
        SOME_TOO,
        MANY,
        MOST,
        "“The dam was never built to hold so much water,” the keeper said.",
        "“The dam was not built to hold so much water,” the keeper said.",
        "The council approved the bridge on Monday.",
        "The council rejected the bridge on Monday.",
        "At least 12 people died in the storm.",
        "The storm killed 9 people.",
        "It rained.",
    ]
)


@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=3), min_size=1, max_size=5), st.data())
def test_ids_are_unique_and_every_finding_rests_on_words(told: list[list[str]], data: st.DataObject) -> None:
    versions = tuple(version(f"v{n}", f"outlet{n}", [words]) for n, words in enumerate(told, 1))
    cluster = Cluster("A story", versions)
    everything = [p.sentence.id for v in versions for p in cluster.places(v.id)]
    group = data.draw(st.lists(st.sampled_from(everything), unique=True))
    base = data.draw(st.sampled_from([v.id for v in versions]))
    found = find(cluster, aligned(cluster, group, base=base))
    assert len({f.id for f in found}) == len(found)
    for f in found:
        assert f.explanation.endswith(".")
        assert 0 < f.confidence <= 1
        if f.kind is FindingKind.CONTRADICTION:
            assert len(f.sides) >= 2
            assert len({e.version for side in f.sides for e in side.evidence}) >= 2
            for side in f.sides:
                assert all(words_of(cluster, e.sentence, e.start, e.end).strip() for e in side.evidence)
        else:
            assert f.version is not None
            assert f.sentences


@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_a_version_beside_itself_has_no_findings(words: list[str]) -> None:
    one = version("v1", "herald", [words])
    cluster = Cluster("A story", (one, version("v2", "courier", [words])))
    groups = [[f"v1.p1.s{n}", f"v2.p1.s{n}"] for n in range(1, len(words) + 1)]
    assert find(cluster, aligned(cluster, *groups)) == ()


@given(st.lists(SENTENCES, min_size=2, max_size=4, unique=True), SENTENCES)
def test_a_further_version_keeps_every_contradiction(words: list[str], more: str) -> None:
    cluster, alignment = story(*words)
    before = {f.id for f in find(cluster, alignment) if f.kind is FindingKind.CONTRADICTION}
    cluster, alignment = story(*words, more)
    after = [f for f in find(cluster, alignment) if f.kind is FindingKind.CONTRADICTION]
    assert before <= {name for f in after for name in (f.id, *f.also)}


def test_another_outlet_name_changes_no_contradiction() -> None:
    cluster, alignment = story(SOME, MANY)
    renamed = Cluster("A story", tuple(replace(v, outlet=f"{v.outlet} renamed") for v in cluster.versions))
    assert [f.id for f in find(cluster, alignment)] == [f.id for f in find(renamed, alignment)]


def test_each_doubt_of_a_story_has_an_id_of_its_own() -> None:
    """Whichever has more evidence: its values say only yes and no, but of other things."""
    surely = "The ferry of the Calder Line lost power to both engines before the wall."
    perhaps = "The ferry of the Calder Line is believed to have lost power to both engines before the wall."
    known = "The harbour board knew in March that the northern light was broken."
    alleged = "The harbour board is alleged to have known in March that the northern light was broken."

    def ids(*told: tuple[Cluster, Alignment]) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in told:
            cluster, alignment = one
            found |= {
                min(s.claim for s in f.sides): f.id
                for f in find(cluster, alignment)
                if f.kind is FindingKind.CONTRADICTION
            }
        return found

    def one_story(*versions: tuple[str, str]) -> tuple[Cluster, Alignment]:
        made = [version(f"v{n}", f"outlet{n}", [[a], [b]]) for n, (a, b) in enumerate(versions, 1)]
        names = [v.id for v in made]
        cluster = Cluster("A story", tuple(made))
        return cluster, aligned(cluster, [f"{v}.p1.s1" for v in names], [f"{v}.p2.s1" for v in names])

    both = ids(one_story((surely, known), (perhaps, alleged)))
    assert len(set(both.values())) == 2
    assert ids(one_story((surely, known), (perhaps, alleged), (surely, alleged))) == both
    assert set(both.values()) == {*ids(story(surely, perhaps)).values(), *ids(story(known, alleged)).values()}


def test_an_utterance_is_found_wherever_it_is_quoted() -> None:
    said = "“The old ferry is rotten and nobody should board it,” the harbour master said."
    again = "“The old ferry is rotten and no child should board it,” the harbour master told a local paper."
    other = "The council will vote on a new pier in May."
    one = version("v1", "herald", [[said], [other]])
    two = version("v2", "courier", [[other], ["A pier is to be built."], ["It costs too much."], [again]])
    cluster = Cluster("A story", (one, two))
    found = [f for f in find(cluster, aligned(cluster, ["v1.p2.s1", "v2.p1.s1"])) if f.sides]
    assert [[side.claim for side in f.sides] for f in found] == [["and nobody should", "and no child should"]]
