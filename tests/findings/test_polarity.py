"""Confirmed beside denied, is beside is not; negation counted once, in whatever form."""

from __future__ import annotations

import pytest

from reader.findings import other as opposites_of_quality
from reader.findings.polarity import compare
from tests.findings.build import seen, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ministry confirmed the sale of the harbour to a foreign investor.",
            "The ministry denied the sale of the harbour to a foreign investor.",
        ),
        ("The painter Ivo Tamm was arrested in Lindholm.", "No, the painter Ivo Tamm has not been arrested"),
        ("The council approved the new bridge on Monday evening.", "The council rejected the new bridge on Monday."),
        (
            "The mayor resigned from the water board over the leak last week.",
            "The mayor has not resigned from the water board over the leak.",
        ),
        ("A wolf was seen in the park of Lindholm", "Report of a wolf in Lindholm park is false, police say"),
        ("The bank will close its branch in Lindholm", "Bank denies it will close branch in Lindholm"),
        ("The singer Ivo Tamm is dead", "Ivo Tamm NOT Dead: Fake Report of Singer's Death Spreads"),
        (
            "Exports of timber rose sharply in the third quarter.",
            "Exports of timber fell sharply in the third quarter.",
        ),
    ],
)
def test_a_statement_and_its_denial_are_shown(one: str, other: str) -> None:
    assert len(seen(compare, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same negation in other forms
        (
            "Neither Arden nor Brume confirmed the movement of the ships.",
            "Arden and Brume have not confirmed the movement of the ships.",
        ),
        (
            "The driver failed to stop at the crossing near the mill.",
            "The driver did not stop at the crossing near the mill.",
        ),
        ("The firm no longer builds ferries in Lindholm.", "The firm doesn't build ferries in Lindholm any more."),
        (
            "Both ministries haven’t formally confirmed the movement of the ships.",
            "Neither ministry has formally confirmed the movement of the ships.",
        ),
        # only supposed
        (
            "Mayor Holm to Announce Decision on Third Term Run",
            "Former mayor Lind could enter the race for a third term if Holm decides not to run.",
        ),
        (
            "The council will open the new bridge to buses on Monday.",
            "The firm will be paid unless the council does not open the new bridge to buses.",
        ),
        # another subject
        (
            "A spokeswoman for the court did not confirm that the letter had arrived.",
            "The lawyer of the firm confirmed on Friday that he had seen the bill.",
        ),
        # nothing is denied
        ("It is not only the largest dam but the oldest.", "It is the largest dam and the oldest."),
        ("The bill would let shops deny service to anyone.", "The parliament passed the bill last week."),
        ("The video of the wolf in Lindholm is real", "Wolf video of Lindholm is no hoax, expert says"),
        ("Major fire at supermarket", "A man has denied arson following a fire at a Lindholm supermarket."),
        ("Holm charged with arson at the Lindholm mill", "Lindholm mill: Holm denies arson"),
        (
            "The police will issue tickets for small amounts of the drug rather than make arrests in the park.",
            "The police will not make arrests in the park for small amounts of the drug.",
        ),
        # nothing is stated
        ("Was the painter Ivo Tamm arrested?", "The painter Ivo Tamm has not been arrested."),
        # not what he said, but what was said to him
        ("The council approved the plan.", "The council approved the plan without a debate."),
    ],
)
def test_what_says_the_same_or_nothing_is_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Miller Ada Holt of Corran is dead, friends say.", "Relax, friends: Ada Holt is alive and well in Corran.",
         [("is dead", "is alive")]),
        ("The gauges in the harbour of Corran are reliable.", "Gauges in Corran harbour are unreliable, he says.",
         [("are reliable", "are unreliable")]),
        ("The driver of the van was unhurt, police said.", "The driver of the van was injured.",
         [("was unhurt", "was injured")]),
        ("The gauges in the harbour of Corran are reliable.", "Clocks in Corran harbour are unreliable, he says.", []),
        ("The gauges in Corran harbour are not reliable.", "Gauges in Corran harbour are unreliable, he says.", []),
    ],
)  # fmt: skip
def test_opposites_of_one_subject(one: str, other: str, words: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == words


def test_what_the_other_version_says_too_is_quiet() -> None:
    one = "The tax on houses in Lindholm has never been raised since the war."
    other = "The tax on houses in Lindholm was raised after the war."
    assert len(list(compare(told(one), told(other)))) == 1
    whole = f"{other} The tax on boats has never been raised."
    assert list(compare(told(one), told(other)._replace(whole=whole))) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Calder Line confirmed that the crew had reported engine trouble, the harbour board said.",
            "Calder Line denied that the crew had reported engine trouble, the harbour board said.",
            (
                "confirmed that the crew had reported engine trouble",
                "denied that the crew had reported engine trouble",
            ),
        ),
        (
            "Results of the blood test of the pilot have not been released.",
            "Results of the blood test of the pilot were released on Wednesday.",
            ("have not been released", "were released"),
        ),
    ],
)
def test_the_words_a_person_would_point_at(one: str, other: str, found: tuple[str, str]) -> None:
    assert seen(compare, one, other) == [found]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("A small boat lies near the pier.", "A large boat lies near the pier.", [("small", "large")]),
        (
            "The old lighthouse stands inside the harbour.",
            "The old lighthouse stands outside the harbour.",
            [("inside", "outside")],
        ),
        ("A small boat lies near the pier.", "A large crowd saw the comet.", []),
        ("A small boat lies near the pier.", "A small ship lies near the pier.", []),
    ],
)
def test_opposites_in_the_same_place(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(opposites_of_quality.compare, one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "The harbour board voted against the plan for a second pier.",
            "The harbour board voted for the plan for a second pier.",
            [("voted against the plan", "voted for the plan")],
        ),
        (
            "The storm hit the coast on Friday, flattening seven villages near Lindholm.",
            "The storm on the coast killed ten people near Lindholm and damaged several villages.",
            [("flattening seven villages", "damaged several villages")],
        ),
        (
            "The old mill near Lindholm was badly damaged in the storm.",
            "The storm destroyed the old mill near Lindholm.",
            [("damaged", "destroyed the old mill")],
        ),
        (
            "Houses near Lindholm were damaged or destroyed by the storm.",
            "The storm destroyed houses near Lindholm.",
            [],
        ),
        ("A bridge near Lindholm was damaged by the storm.", "The storm destroyed a mill near Lindholm.", []),
        (
            "The storm of 1998 destroyed the clinic, and Dr. Holm rebuilt it.",
            "Her clinic was battered by the storm of 1998, but Dr. Holm rebuilt it.",
            [],
        ),
        ("The storm flattened seven villages near Lindholm.", "The storm damaged a bridge near Lindholm.", []),
        ("They met before the vote in Lindholm.", "They argued after the vote in Lindholm.", []),
        # others voted the other way
        (
            "The mayor of Lindholm voted for the sale of the pool.",
            "Nine independent members voted against the sale of the pool.",
            [],
        ),
        (
            "The storm destroyed two houses and damaged nine houses.",
            "The storm damaged nine houses in the old town.",
            [],
        ),
    ],
)
def test_directions_and_degrees(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(opposites_of_quality.compare, one, other) == found


def test_who_denies_a_crime_does_not_deny_what_happened() -> None:
    assert seen(compare, "Mill fire in Corran: man denies arson", "Mill in Corran catches fire") == []
