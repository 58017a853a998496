"""One thing in two places, one place on two sides of a country; a place within the other stays quiet."""

from __future__ import annotations

import pytest

from reader.findings.finding import Type
from reader.findings.place import compare
from tests.findings.build import seen, told


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The divers trained in Norway for a month.",
            "The divers trained in Sweden for a month.",
            ("Norway", "Sweden"),
        ),
        (
            "The painter was born in Norway to a family of bakers.",
            "The son of a family of bakers, the painter was born in Iceland.",
            ("Norway", "Iceland"),
        ),
        (
            "The southeastern city of Marsa was razed by a quake.",
            "A quake razed the city of Marsa in central Peru.",
            ("southeastern city of Marsa", "Marsa in central Peru"),
        ),
        (
            "A quake struck northern Peru on Sunday and killed nine.",
            "A quake struck southern Peru on Sunday and killed nine.",
            ("northern Peru", "southern Peru"),
        ),
        (
            "The hurt were flown to the Royal Infirmary in Dunmallet by helicopter.",
            "The most badly hurt were flown by helicopter to the Royal Infirmary in Corran.",
            ("Dunmallet", "Corran"),
        ),
        ("The leaders met in Dunmallet on Monday.", "On Monday the leaders met in Corran.", ("Dunmallet", "Corran")),
        (
            "The suspect was arrested near Brume on Monday.",
            "Guards arrested the suspect in the town of Corran.",
            ("Brume", "Corran"),
        ),
    ],
)
def test_another_place(one: str, other: str, expected: tuple[str, str]) -> None:
    assert seen(compare, one, other) == [expected]
    assert [found.type for found in compare(told(one), told(other))] == [Type.PLACE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # told in both, or of something else
        ("The leaders met in Dunmallet on Monday.", "On Monday the leaders met in Corran, north of Dunmallet."),
        ("The leaders met in Dunmallet on Monday.", "The leaders are to speak in Corran on Monday."),
        ("The leaders met in Dunmallet on Monday.", "Nurses of the valley met in Corran for a talk on measles."),
        # one place within the other, or for the other
        ("The plane landed in Texas on Friday.", "The plane landed in the United States on Friday."),
        ("The plane landed in Wales on Friday.", "The plane landed in Britain on Friday."),
        ("Talks were held in Oslo on the treaty.", "Talks were held in Norway on the treaty."),
        ("The village lies in southern Peru.", "The village lies in southeastern Peru."),
        # one place in two spellings
        ("He lives in the U.S. with a dog.", "He lives in the United States with a dog."),
        # other happenings, other things
        ("He was born in Norway.", "He died in Sweden."),
        ("A quake hit northern Peru.", "In southern Peru the bakers went on strike over flour."),
        ("The Royal Infirmary in Dunmallet is old.", "The Royal Theatre in Corran is old."),
        # both told
        ("He trained in Norway and in Sweden.", "He trained in Sweden and in Norway."),
        ("it rained.", "it snowed."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []
