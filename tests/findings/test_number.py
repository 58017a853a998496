"""Numbers that disagree are shown with the very words; numbers that go together, or count other things, stay quiet."""

from __future__ import annotations

import pytest

from reader.findings import find
from reader.findings.finding import Strength, Type
from reader.findings.number import compare, facts
from reader.findings.pair import SHOWN
from reader.story import Cluster
from tests.findings.build import aligned, seen, story, told, version

CONFLICT, DISCREPANCY = Strength.CONFLICT, Strength.DISCREPANCY

LOUD = [
    # the same people, another toll
    (
        "At least 12 people were killed when the roof of the market fell in.",
        "The roof of the market fell in and killed 11 people, the mayor said.",
        ("At least 12", "11"),
        CONFLICT,
    ),
    # a bound dropped
    (
        "The council spent more than $40,000 on the new clock.",
        "The council spent $40,000 on the new clock, its treasurer said.",
        ("more than $40,000", "$40,000"),
        DISCREPANCY,
    ),
    # how many children somebody has
    (
        "Ada Holt, a mother of five, was killed in the ferry crash on Monday.",
        "The crash of the ferry on Monday killed Ada Holt, a nurse and mother of four.",
        ("five", "four"),
        CONFLICT,
    ),
    (
        "The mother of five was walking home when the tram left its rails in Corran.",
        "A mother of four died when the tram left its rails in Corran.",
        ("five", "four"),
        CONFLICT,
    ),
    # the contract of one player, by either word
    (
        "The Herons signed Ilse Marrow to an $82 million deal in the summer.",
        "The Herons signed Ilse Marrow to a five-year, $70 million contract.",
        ("$82 million", "$70 million"),
        CONFLICT,
    ),
    # how strong one quake was
    (
        "The 6.1-magnitude quake struck Vannock, home to 12,000 people, and the port of Corran.",
        "The agency said the quake that struck the port had a magnitude of 5.8.",
        ("6.1", "5.8"),
        CONFLICT,
    ),
    # charges, by what they are of
    (
        "Marsh was charged with two counts of fraud and one count of theft.",
        "Marsh was charged on Monday with three counts of fraud and one count of theft.",
        ("two", "three"),
        CONFLICT,
    ),
    # an ordinal joined to a noun
    (
        "Holt lived in a third-floor flat on the quay with her mother.",
        "Holt lived in a second-floor flat on the quay with her mother.",
        ("third", "second"),
        CONFLICT,
    ),
    (
        "Marsh was charged with second-degree murder in the death of the pilot.",
        "Marsh is charged with first-degree murder in the death of the pilot.",
        ("second", "first"),
        CONFLICT,
    ),
    # a turnout in other words
    (
        "Turnout in the vote on the bridge was 61 percent, the mayor of Corran said.",
        "Only 54 percent of registered voters took part, officials said.",
        ("61 percent", "Only 54 percent"),
        CONFLICT,
    ),
    # ages in a list, of which one is the same
    (
        "In the cellar the police found two women, 68 and 48 years old.",
        "The women, who were 61 and 48 years old, had lived in Corran.",
        ("68", "61"),
        CONFLICT,
    ),
    (
        "Two women, 68 and 48-years-old, were found dead in the mill.",
        "Ada Holt, 61, and Clara Brandt, 48, were found dead in the mill.",
        ("68", "61"),
        CONFLICT,
    ),
    # another count of one thing
    (
        "The smugglers came ashore in two boats before dawn.",
        "Before dawn the smugglers came ashore in three speedboats.",
        ("two", "three"),
        CONFLICT,
    ),
    # a rounding that loses something
    (
        "The flood killed 612 people in the valley in spring.",
        "In spring 600 people were killed in the valley by the flood.",
        ("612", "600"),
        DISCREPANCY,
    ),
    # two bounds far apart
    (
        "The quake killed more than 31,000 people in the old town of Marsa.",
        "More than 26,000 people were killed in the old town of Marsa by the quake.",
        ("more than 31,000", "More than 26,000"),
        DISCREPANCY,
    ),
    # a population in other words
    (
        "The island, home to about 100,000 people, was without power.",
        "The island, which has about 200,000 residents, was without power.",
        ("about 100,000", "about 200,000"),
        CONFLICT,
    ),
    # a magnitude
    (
        "A 6.1-magnitude quake shook the coast on Sunday, the survey said.",
        "The quake that shook the coast had a magnitude of 5.4, the survey said.",
        ("6.1", "5.4"),
        CONFLICT,
    ),
    # a distance from one place
    (
        "The village is 700 miles south of Corran, on a bay.",
        "The village lies about 940 miles south of Corran, on a bay.",
        ("700 miles", "about 940 miles"),
        CONFLICT,
    ),
    # ordinals, ages, votes, shares
    (
        "It was the girl's ninth birthday.",
        "It was the girl's seventh birthday.",
        ("ninth", "seventh"),
        CONFLICT,
    ),
    (
        "Ada Holt, 31, a baker from Corran, won the race.",
        "The race was won by a baker from Corran, Ada Holt, 34.",
        ("31", "34"),
        CONFLICT,
    ),
    (
        "The council voted 24 to 21 to close the pool.",
        "The council voted by 24 votes to 20 to close the pool.",
        ("24 to 21", "24 votes to 20"),
        CONFLICT,
    ),
    (
        "The survey found that 12.5 percent of the wells were dry.",
        "The survey found that 18 percent of the wells were dry.",
        ("12.5 percent", "18 percent"),
        CONFLICT,
    ),
    (
        "Repairs to the cable will take several days, the ministry said.",
        "Repairs to the cable will take as many as three weeks, the ministry said.",
        ("several days", "as many as three weeks"),
        DISCREPANCY,
    ),
    (
        "Hundreds of people gathered on the quay on Monday.",
        "Thousands of people gathered on the quay on Monday.",
        ("Hundreds", "Thousands"),
        DISCREPANCY,
    ),
    (
        "Several hundred people gathered on the quay on Monday.",
        "Some 4,000 people gathered on the quay on Monday.",
        ("Several hundred", "Some 4,000"),
        DISCREPANCY,
    ),
    (
        "A seven-member panel will run the harbour of Corran.",
        "The harbour of Corran will be run by a nine-member panel.",
        ("seven", "nine"),
        CONFLICT,
    ),
    (
        "Ada Holt was the 18th mayor of the town of Corran.",
        "Ada Holt, who was born on a boat and sold rope, became the 19th mayor of the town in spring.",
        ("18th", "19th"),
        CONFLICT,
    ),
    (
        "The survey found that 90 percent of the members liked the pool.",
        "The survey found that less than 86 percent of the members liked the pool.",
        ("90 percent", "less than 86 percent"),
        CONFLICT,
    ),
    (
        "Once with the Brume Club, the 63-year-old Holt will now run the harbour.",
        "Ada Holt is under 60 years old.",
        ("63-year-old", "under 60 years old"),
        CONFLICT,
    ),
    (
        "Dunmallet has about 800,000 inhabitants and a harbour.",
        "Dunmallet, a town by the sea, has some 10,000 inhabitants.",
        ("about 800,000", "some 10,000"),
        CONFLICT,
    ),
]


@pytest.mark.parametrize(("one", "other", "words", "strength"), LOUD)
def test_numbers_that_disagree(one: str, other: str, words: tuple[str, str], strength: Strength) -> None:
    assert seen(compare, one, other) == [words]
    (found,) = compare(told(one), told(other))
    assert found.type is Type.NUMBER
    assert found.strength is strength
    assert 0.5 <= found.confidence <= 1
    assert found.about
    assert found.value_a != found.value_b


QUIET = [
    # people of two nations together, what several raids brought, votes for a death
    ("The navy arrested 23 Welsh and Irish smugglers off Corran.", "The navy arrested 12 Welsh smugglers off Corran."),
    (
        "The guard seized 31 crates of gin during the five raids on the smugglers' barns.",
        "The guard seized 12 crates of gin from the smugglers' barns.",
    ),
    ("Nine voting to put the pirate to death were women.", "Three of the women were put to death by the pirate."),
    # minutes of a game
    (
        "Marrow scored for the Herons with 12 minutes remaining and ran to the stand.",
        "Holt scored for the Herons with five minutes remaining and ran to the stand.",
    ),
    # two mothers, a mother and a father; two players' contracts; another quake
    ("Ada Holt, a mother of five, was killed in the crash.", "Mother of four Ines Marsh was killed in the crash."),
    ("The mother of five was killed in the crash.", "A father of four was killed in the crash."),
    (
        "The Herons signed Ilse Marrow to an $82 million deal in the summer.",
        "The club in Corran signed Ada Holt to a five-year, $70 million contract.",
    ),
    (
        "The 6.1-magnitude quake struck Vannock, home to 12,000 people, and the port of Corran.",
        "The geological office said a second one, an aftershock, had a magnitude of 5.8.",
    ),
    # within a bound, or the same bound
    ("At least 12 people were killed in the fire.", "The fire killed 15 people."),
    ("At least 12 people were killed in the fire.", "The fire killed 12 people."),
    ("Over 10,000 troops were sent north.", "More than 10,000 troops were sent north."),
    ("Thousands of troops were sent north.", "More than 10,000 troops were sent north."),
    ("As many as 75 farms were hit by the storm.", "The storm hit 60 farms."),
    ("Between 10,000 and 12,000 troops were sent north.", "About 11,000 troops were sent north."),
    # the same amount in other words
    ("He was fined $500,000 by the court.", "The court fined him half a million dollars."),
    ("The farm is 6 miles from Corran.", "The farm is 10 km from Corran."),
    ("She bought two dozen eggs.", "She bought 24 eggs."),
    ("A third of the crew fell ill.", "Some 33 percent of the crew fell ill."),
    ("The trip took two weeks.", "The trip took 14 days."),
    ("The vote was 5 to 4 in favour.", "The vote was 5-4 in favour."),
    # rounded
    ("The stadium sold 10,012 tickets.", "The stadium sold about 10,000 tickets."),
    ("The stadium sold 10,012 tickets.", "The stadium sold 10,000 tickets."),
    ("The bridge cost $1.23 billion to build.", "The bridge cost $1.2 billion to build."),
    ("The hail injured around 1,400 people.", "The hail injured more than 1,400 people."),
    # a part beside the whole, and parts that make the whole
    ("The storm hurt 80 people in the valley.", "Of those hurt, 30 of the 80 stayed in hospital."),
    ("They seized seven army rifles and two other rifles.", "They seized nine rifles."),
    ("The ship held 23 pirates.", "The ship held 12 Welsh and 11 Irish pirates."),
    # complements
    ("There is a one in three chance that we lose the vote.", "There is a two in three chance that we win the vote."),
    # other things
    ("The blast killed 12 people and wounded 30.", "The blast wounded 30 people and killed 12."),
    ("Three senators called the governor.", "Two mayors and a bishop called the governor."),
    ("The plant made 40 cars in June.", "The plant made 90 cars in July."),
    ("Holt won 21 percent of the vote.", "Brandt won 17 percent of the vote."),
    ("The budget was 30 million euros.", "The budget was 35 million dollars."),
    ("A wave of 3 metres hit the pier.", "The pier is 90 metres long."),
    ("Last week 40 sheep were lost on the moor.", "Last year 90 sheep were lost on the moor."),
    ("It was the first time that it rained.", "It was the worst time of the second summer."),
    # the same name of a thing, and nothing else in common
    ("The two ferries were late on the lake.", "Before the storm four ferries carried mail."),
    # other parts of a game
    ("Holt scored 40 points in 12 games.", "Holt scored 90 points in the whole season."),
    ("Holt blocked six shots and had 11 rebounds.", "During the last run of the game Holt blocked two shots."),
    # others counted with them, another country, what isn't so
    ("Some 420 passengers and crew left the liner at Corran.", "At Corran the liner landed its 246 passengers."),
    ("The quake killed 10 people, the mayor said.", "In spring a quake killed 40 people in Peru."),
    ("The club offered Holt a contract of eight years.", "No club has offered Holt a contract of more than ten years."),
    # "over" that says when
    ("They offered $160 million over seven years.", "They offered $160 million, paid in seven years."),
    # a distance from a place beside a way, ages at two happenings
    ("The police chased him for 30 miles.", "The police office is about 15 miles north of Corran."),
    ("Holt was hired at the age of 17.", "Holt died at the age of 88."),
    # charges of other things, parts that make no whole
    ("Marsh faces two counts of fraud.", "Marsh faces three counts of theft."),
    (
        "Marsh was charged with two counts of fraud and one count of theft.",
        "Marsh was charged with one count of theft and two counts of fraud.",
    ),
    ("Marsh was charged with second-degree murder.", "Marsh was charged with first-degree arson."),
    # what voters think, another country's turnout
    ("Turnout was 61 percent.", "Some 54 percent of registered voters like the mayor."),
    ("Turnout in Peru was 61 percent.", "In Chile 54 percent of registered voters took part."),
    # children of two people
    ("Ada Holt, a mother of five, was killed in the crash.", "Ben Marsh, a father of four, was hurt in the crash."),
    # ages of others, beside one that is the same but in no list
    ("Ada Holt, 35, was seen with Clara Brandt, 61.", "Ada Holt, 35, was seen with Ben Marsh, 68."),
    ("The boys are 12 and 14 years old.", "The boys are 12 and 14 years old, their sisters 9 and 10."),
    # a share told in both
    (
        "Some 8 per cent of the wells were dry, and one in five had salt.",
        "Of the wells one in five were dry, or 8 per cent had salt.",
    ),
    # no numbers
    ("The pool will close.", "The pool will close in 2014."),
]


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_numbers_that_go_together_stay_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []


@pytest.mark.parametrize("text", [one for one, *_ in LOUD + [(*pair, (), CONFLICT) for pair in QUIET]])
def test_a_sentence_never_contradicts_itself(text: str) -> None:
    assert seen(compare, text, text) == []


def test_a_weak_pair_supports_what_is_seen_elsewhere_and_is_no_finding_alone() -> None:
    sure = (
        "The smugglers came ashore in two boats before dawn.",
        "Before dawn the smugglers came ashore in three boats.",
    )
    weak = "Two boats were taken to the port.", "The crew of the three boats was fed."
    (found,) = compare(told(weak[0]), told(weak[1]))
    assert found.confidence < SHOWN
    cluster, alignment = story(*weak)
    assert not [f for f in find(cluster, alignment) if f.type is Type.NUMBER]
    versions = [version("v1", "herald", [[sure[0]], [weak[0]]]), version("v2", "courier", [[sure[1]], [weak[1]]])]
    both = Cluster("A story", tuple(versions))
    rows = aligned(both, ["v1.p1.s1", "v2.p1.s1"], ["v1.p2.s1", "v2.p2.s1"])
    (finding,) = [f for f in find(both, rows) if f.type is Type.NUMBER]
    assert [len(side.evidence) for side in finding.sides] == [2, 2]


def test_what_something_is_it_is_in_every_year_that_is_named() -> None:
    one = "The Tide is a seven-member Corran band that was formed in 2010."
    other = "The Tide is a nine-member Corran band, known for a song of 2018."
    assert seen(compare, one, other) == [("seven", "nine")]
    (found,) = compare(told(one), told(other))
    assert found.about == "number of members"


def test_what_one_thing_has_however_little_else_is_said_of_it() -> None:
    one = "The Corran Song is written in an old dialect and contains 1,022 lines."
    assert seen(compare, one, "The Corran Song has less than 100 lines.") == [("1,022", "less than 100")]
    assert not seen(compare, one, "The Corran Song has more than 1,000 lines.")
    assert not seen(compare, one, "The Brume Song has less than 100 lines.")
    assert not seen(compare, one, "The Corran Song has less than 100 old lines.")


def test_counts_up_to_two_days_are_two_counts() -> None:
    one = "On 16 August 2018 Holt Boats said that it had sold more than 3 million oars as of 16 August 2018."
    assert not seen(compare, one, "By 3 March 2019 Holt Boats had sold over 4 million oars.")
    assert seen(compare, one, "By 16 August 2018 Holt Boats had sold over 4 million oars.")


def test_values_are_canonical() -> None:
    (found,) = compare(
        told("The cable is more than 6 miles from Corran."), told("The cable is 2 km from Corran, off the pier.")
    )
    assert (found.value_a, found.value_b) == (">9656.064 m", "2000 m")


def test_a_part_of_a_name_is_not_counted() -> None:
    (found,) = compare(told("He drew a 38 caliber revolver."), told("He drew a 45 caliber revolver."))
    assert found.about == "caliber revolver"
    (found,) = compare(told("Of all 8 percent of U.S. residents sail."), told("Only 3 percent of U.S. residents sail."))
    assert found.about == "share of U.S. residents"


def test_another_figure_of_the_same_size_elsewhere_is_another_thing() -> None:
    a = told("“It lasted around 30 seconds and you could feel the house moving,” Ada Holt said.")
    b = told("The tremor lasted just over 10 seconds, and four more came.")._replace(whole="It began. 30 houses fell.")
    assert list(compare(a, b))
    assert not list(compare(a, b._replace(whole="It began. Holt said that it went on for 30 seconds.")))


def test_how_many_live_somewhere_is_the_same_wherever_it_is_told() -> None:
    assert facts(told("Corran has a population of 12,000.")) == facts(told("Corran is home to 9,000 people."))
    assert facts(told("The ferry was home to a strange smell.")) == ()
    assert facts(told("Turnout was 61 percent.")) == facts(told("Some 54 percent of voters took part."))
    assert facts(told("Some 54 percent of voters like her.")) == ()


def test_what_it_is_about_is_said_in_words_of_the_texts() -> None:
    (found,) = compare(told("The raiders had two army rifles."), told("The raiders had nine of the army rifles."))
    assert found.about == "number of army rifles"
    (found,) = compare(told("The raid killed 9 people."), told("The raid killed 12 people."))
    assert found.about == "how many were killed"
    (found,) = compare(told("Ada Holt, a mother of five, died."), told("Ada Holt, mother of four, died."))
    assert found.about == "number of children"
    (found,) = compare(told("She fell from a third-floor window."), told("She fell from a second-floor window."))
    assert found.about == "which floor"


def test_those_who_are_employed_and_their_jobs_are_counted_alike() -> None:
    mill = "The mill is one of the oldest in Corran, employing more than 250 people in the flour trade."
    assert seen(compare, mill, "The mill has about 120 flour jobs in Corran.") == [("more than 250", "about 120")]
    assert seen(compare, "The clip of the mill was viewed 4,000 times in Corran.",
                "The clip of the mill got 9,000 views in Corran.")  # fmt: skip
    assert not seen(compare, mill, "The mill has about 120 horses in Corran.")


def test_a_digit_too_many() -> None:
    assert seen(compare, "The Forge Arcade is a major 63600 sqft shopping arcade in Corran.",
                "The Forge Arcade is a 636,000 square feet shopping arcade.")  # fmt: skip


def test_a_small_figure_of_one_unit_that_both_tell() -> None:
    a = "Keeping the bay below 15 °C harms the cod less than a limit of 9 °C would."
    assert not seen(compare, a, "The limit of 9 °C would harm the cod of the bay.")
