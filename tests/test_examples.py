"""The examples show every type of contradiction, and nothing that a person would call a false one.

What was planted in them is written down here: which words of which outlet stand against which. A contradiction that is
found has to be one of these, whatever the words around it; and each of these has to be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

import reader
from reader.findings.finding import FindingKind, Type
from reader.sources import example_names, example_path
from reader.story import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.collation import Collation
    from reader.findings.finding import Evidence, Finding

#: Outlets with words of theirs.
Said = list[tuple[str, str]]


@dataclass(frozen=True)
class Planted:
    """A contradiction that was written into an example."""

    name: str
    types: tuple[Type, ...]  #: what it may be called: a year is a date to one and a number to another
    sides: tuple[Said, ...]
    seen: bool = True  #: whether the engine has to see it


FERRY = [
    Planted(
        "the toll rises",
        (Type.NUMBER,),
        (
            [
                ("Hallow Courier", "Three dead"),
                ("Hallow Courier", "Three people were killed"),
            ],
            [("Westlight", "Ferry Crash Kills Four"), ("Westlight", "Four people were killed")],
            [
                ("Strait Tribune", "Death toll rises to five"),
                ("Strait Tribune", "Five people are now known to have been killed"),
                ("Daily Knot", "Five people were killed"),
            ],
            [
                ("Coastline Now", "Six people were killed"),
                ("Coastline Now", "Six Dead"),
                ("Coastline Now", "a sixth person died"),
                ("Coastline Now", "six dead"),
            ],
        ),
    ),
    Planted(
        "how many were on board",
        (Type.NUMBER,),
        (
            [(outlet, "142 passengers") for outlet in ("Hallow Courier", "Westlight", "Strait Tribune", "Daily Knot")],
            [("Coastline Now", "147 passengers")],
        ),
    ),
    Planted(
        "a bound is dropped",
        (Type.NUMBER,),
        (
            [
                ("Hallow Courier", "more than 40 injured"),
                ("Westlight", "over 40 injured"),
                ("Strait Tribune", "More than 40 others were injured"),
                ("Daily Knot", "more than 40 injured"),
            ],
            [("Coastline Now", "40 injured")],
        ),
    ),
    Planted(
        "the day of the accident",
        (Type.DATE,),
        (
            [
                ("Hallow Courier", "on Tuesday evening"),
                ("Westlight", "Tuesday evening"),
                ("Strait Tribune", "on Tuesday evening"),
                ("Strait Tribune", "6:40 p.m. at the end"),
                ("Coastline Now", "on Tuesday evening"),
                ("Coastline Now", "6:40 p.m. Tuesday"),
            ],
            [("Daily Knot", "on Monday evening")],
        ),
    ),
    Planted(
        "the chief executive",
        (Type.NAME,),
        (
            [(outlet, "Dana Whitlow") for outlet in ("Hallow Courier", "Westlight", "Daily Knot")],
            [("Strait Tribune", "Peter Lomax")],
        ),
    ),
    Planted(
        "where the hospital is",
        (Type.PLACE,),
        (
            [
                ("Hallow Courier", "the Royal Infirmary in Dunmallet"),
                ("Westlight", "the Royal Infirmary in Dunmallet"),
            ],
            [("Coastline Now", "the Royal Infirmary in Corran")],
        ),
    ),
    Planted(
        "whether trouble was reported",
        (Type.POLARITY,),
        (
            [
                ("Hallow Courier", "Calder Line, which runs the service, denied that"),
                ("Daily Knot", "Calder Line, which runs the service, denied that"),
            ],
            [("Westlight", "Calder Line, the operator, confirmed that")],
        ),
    ),
    Planted(
        "the harbourmaster's words",
        (Type.QUOTATION,),
        (
            [
                ("Hallow Courier", "She came in far too fast and she simply did not stop"),
                ("Daily Knot", 'came in far too fast" and "simply did not stop'),
            ],
            [("Westlight", "She came in much too fast and simply would not stop")],
        ),
    ),
    Planted(
        "how many stood on the car deck",
        (Type.QUANTIFIER,),
        (
            [("Hallow Courier", "Some of the passengers")],
            [("Westlight", "Most of the passengers")],
        ),
    ),
    Planted(
        "whether the engines failed",
        (Type.CERTAINTY,),
        (
            [
                ("Hallow Courier", "The ferry is believed to have lost power"),
                ("Daily Knot", "The ferry is believed to have lost power"),
            ],
            [("Westlight", "The ferry lost power"), ("Coastline Now", "The ferry lost power")],
        ),
    ),
]

WATER = [
    Planted(
        "how many homes",
        (Type.NUMBER,),
        (
            [(f"revision {n}", "About 3,200 homes") for n in (1, 2)],
            [(f"revision {n}", "About 4,100 homes") for n in (3, 4, 5, 6)],
        ),
    ),
    Planted(
        "whether the company knew",
        (Type.CERTAINTY,),
        (
            [(f"revision {n}", "Ferrow Water knew in March") for n in (1, 2, 3)],
            [(f"revision {n}", "Ferrow Water is alleged to have known in March") for n in (4, 5, 6)],
        ),
    ),
    Planted(
        "the age of the pump",
        (Type.DATE, Type.NUMBER),
        (
            [(f"revision {n}", "installed in 2009") for n in (1, 2, 3, 4, 5)],
            [("revision 6", "installed in 2006, stopped"), ("revision 6", "It was installed in 2006")],
        ),
    ),
]

COUNCIL = [
    Planted(
        "whether there is a buyer",
        (Type.POLARITY,),
        (
            [
                ("Wexcombe Record", "Hugh Marrable, confirmed that a buyer had been found"),
                ("Wexcombe Record", "a buyer has been found"),
                ("The Lido Line", "confirmed that a buyer had been found"),
            ],
            [("Radio Tamber", "denied that a buyer had been found")],
        ),
    ),
    Planted(
        "the votes",
        (Type.NUMBER,),
        (
            [
                ("Wexcombe Record", "by 24 votes to 21"),
                ("Wexcombe Record", "24 to 21"),
                ("Radio Tamber", "by 24 votes to 21"),
                ("The Lido Line", "by 24 votes to 21"),
            ],
            [("Tamber Valley Post", "by 24 votes to 20")],
        ),
    ),
    Planted(
        "the last day",
        (Type.DATE,),
        (
            [(outlet, "on 30 September") for outlet in ("Wexcombe Record", "Radio Tamber", "The Lido Line")],
            [("Tamber Valley Post", "on 31 October")],
        ),
    ),
    Planted(
        "the petition",
        (Type.NUMBER,),
        (
            [(outlet, "signed by 11,500 people") for outlet in ("Wexcombe Record", "Radio Tamber")],
            [("The Lido Line", "More than 12,000 people signed the petition")],
        ),
    ),
    Planted(
        "the opposition's words",
        (Type.QUOTATION,),
        (
            [(outlet, "plucked out of the air") for outlet in ("Wexcombe Record", "Radio Tamber")],
            [("Tamber Valley Post", "pulled out of the air")],
        ),
    ),
    Planted(
        "the independents",
        (Type.QUANTIFIER,),
        (
            [(outlet, "Most of the independent members") for outlet in ("Wexcombe Record", "The Lido Line")],
            [("Tamber Valley Post", "All of the independent members")],
        ),
    ),
    Planted(
        "the mayor's vote",
        (Type.OTHER,),
        (
            [("Wexcombe Record", "voted for the sale")],
            [("Radio Tamber", "voted against the sale")],
        ),
    ),
    Planted(
        "what the repairs cost",
        (Type.CERTAINTY,),
        (
            [
                (
                    "Wexcombe Record",
                    "Engineers have put the cost of repairing the cracked tank and the pump house at £3.4m",
                ),
                ("Radio Tamber", "Repairing the cracked tank and the pump house would cost 3.4 million pounds"),
                ("Tamber Valley Post", "mending the cracked tank and the pump house would cost £3.4 million"),
            ],
            [("The Lido Line", "is alleged to be £3.4m")],
        ),
        seen=False,  # who says it differs more than how sure it is: right to report, and right to leave
    ),
]

EXAMPLES = {"harbour-ferry": FERRY, "boil-water": WATER, "council-vote": COUNCIL}


@cache
def _collated(example: str) -> Collation:
    return reader.collate(reader.load(example_path(example)))


def _contradictions(collation: Collation) -> Iterator[Finding]:
    return (finding for finding in collation.findings if finding.kind is FindingKind.CONTRADICTION)


def _side(collation: Collation, planted: Planted, evidence: Evidence) -> int | None:
    """The side of a planted contradiction that some evidence is on."""
    place = collation.cluster.place(evidence.sentence)
    text = place.paragraph.text
    for number, said in enumerate(planted.sides):
        for outlet, words in said:
            start = text.find(words)
            here = outlet == place.version.outlet and start >= 0
            if here and evidence.start < start + len(words) and evidence.end > start:
                return number
    return None


def _is(collation: Collation, planted: Planted, finding: Finding) -> bool:
    """Whether a finding is that contradiction: all its words are, and each of its sides is one side of it."""
    sides = [{_side(collation, planted, evidence) for evidence in side.evidence} for side in finding.sides]
    if finding.type not in planted.types or any(len(side) != 1 or None in side for side in sides):
        return False
    return len({number for side in sides for number in side}) > 1


def test_all_examples_are_here() -> None:
    assert sorted(example_names()) == sorted(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_was_planted_stands_in_the_texts(example: str) -> None:
    cluster = reader.load(example_path(example), strict=True)
    assert not cluster.notices
    texts = {version.outlet: version.text for version in cluster.versions}
    for planted in EXAMPLES[example]:
        for outlet, words in (said for side in planted.sides for said in side):
            assert words in texts[outlet], (planted.name, outlet)


@pytest.mark.parametrize(
    ("example", "planted"),
    [pytest.param(name, p, id=f"{name}: {p.name}") for name, known in EXAMPLES.items() for p in known if p.seen],
)
def test_what_was_planted_is_found_once(example: str, planted: Planted) -> None:
    collation = _collated(example)
    found = [finding.explanation for finding in _contradictions(collation) if _is(collation, planted, finding)]
    assert len(found) == 1, found


@pytest.mark.parametrize("example", EXAMPLES)
def test_nothing_else_is_called_a_contradiction(example: str) -> None:
    collation = _collated(example)
    known = EXAMPLES[example]
    false = [f.explanation for f in _contradictions(collation) if not any(_is(collation, p, f) for p in known)]
    assert not false


def test_every_type_is_shown() -> None:
    shown = {finding.type for example in EXAMPLES for finding in _contradictions(_collated(example))}
    assert shown == set(Type)


def test_every_explanation_is_one_sentence_that_names_who_says_what() -> None:
    for example in EXAMPLES:
        collation = _collated(example)
        for finding in _contradictions(collation):
            assert finding.explanation.endswith("."), finding.explanation
            outlets = {collation.cluster.version(e.version).outlet for s in finding.sides for e in s.evidence}
            assert any(outlet in finding.explanation for outlet in outlets), finding.explanation


def test_the_follow_up_is_set_apart_and_no_other_version() -> None:
    apart = [_collated("harbour-ferry").cluster.version(v).outlet for v in _collated("harbour-ferry").off_event]
    assert apart == ["Corran Echo"]
    assert not _collated("boil-water").off_event
    assert not _collated("council-vote").off_event


def test_the_wire_is_named_where_the_text_names_it() -> None:
    collation = _collated("harbour-ferry")
    agencies = {collation.cluster.version(v).outlet: origin.agency for v, origin in collation.origins.items()}
    assert agencies.get("Westlight") == "Northwire"
    assert set(agencies) <= {"Westlight", "Daily Knot"}


def test_a_moved_paragraph_is_seen_as_moved() -> None:
    collation = _collated("boil-water")
    cluster = collation.cluster
    moved = {
        (cluster.place(link.a).version.id, cluster.place(link.b).version.id)
        for link in collation.links
        if link.moved and "third such notice" in cluster.place(link.a).text
    }
    assert ("v4", "v5") in moved
    assert ("v1", "v2") not in moved


def test_corrections_and_additions_of_the_revisions_are_findings() -> None:
    collation = _collated("boil-water")
    cluster = collation.cluster
    added = {
        cluster.place(sentence).text
        for finding in collation.findings
        if finding.kind is FindingKind.ADDITION
        for sentence in finding.sentences
    }
    assert any(text.startswith("Correction: An earlier version") for text in added)
    assert any("paid 30 crowns" in text for text in added)


@pytest.mark.parametrize(
    ("outlet", "start"),
    [
        ("Hallow Courier", "Your support keeps"),
        ("Hallow Courier", "Related:"),
        ("Hallow Courier", "Share   Post"),
        ("Hallow Courier", "Already a supporter?"),
        ("Westlight", "Copyright 2025"),
        ("Westlight", "Sign up for"),
        ("Strait Tribune", "Read more:"),
        ("Strait Tribune", "You have 2 free articles"),
        ("Coastline Now", "Port Hallow ferry/ Sea Thrift crash/"),
    ],
)
def test_furniture_is_known_as_such(outlet: str, start: str) -> None:
    cluster = _collated("harbour-ferry").cluster
    version = next(version for version in cluster.versions if version.outlet == outlet)
    kinds = {paragraph.kind for paragraph in version.paragraphs if paragraph.text.startswith(start)}
    assert kinds == {Kind.FURNITURE}


def test_versions_are_as_long_as_articles_are() -> None:
    for example in EXAMPLES:
        for version in _collated(example).cluster.versions:
            assert 250 <= len(version.text.split()) <= 700, version.outlet
