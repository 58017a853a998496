"""Things of one kind and of two nations that the same was done to."""

from __future__ import annotations

import pytest

from reader.findings.name import compare
from tests.findings.build import seen


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Last month the frigate Ardent sank a Thai fishing trawler off the cape.",
            "In May the frigate Ardent had sunk a Somali smugglers' vessel off the cape.",
            [("Thai fishing trawler", "Somali smugglers' vessel")],
        ),
        (
            "The police of Lindholm arrested a Dutch tourist over the fire at the mill.",
            "Over the fire at the mill police in Lindholm arrested a young German man.",
            [("Dutch tourist", "German man")],
        ),
        # another deed, both told, no deed
        (
            "The frigate Ardent sank a Thai fishing trawler off the cape.",
            "The frigate Ardent escorted a Somali vessel round the cape.",
            [],
        ),
        (
            "The frigate Ardent sank a Thai trawler and a Somali vessel off the cape.",
            "The frigate Ardent sank a Somali vessel off the cape.",
            [],
        ),
        (
            "The harbour police had a call from the Thai vessel off the cape on Friday.",
            "On Friday a call and a Somali vessel kept the harbour police busy near the cape.",
            [],
        ),
    ],
)
def test_two_nations(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == found


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("Ada Holt is a Thai singer.", "Ada Holt, who won, is a young Somali singer of songs.", [("Thai", "Somali")]),
        ("The Long Ebb is a 2003 Thai film.", "The Long Ebb was a Somali drama.", [("Thai", "Somali")]),
        ("Ada Holt is a Thai singer.", "Ben Marsh is a Somali singer.", []),
        ("Ada Holt is a Thai singer.", "Ada Holt is a Thai-born singer.", []),
        ("Ada Holt is a Thai singer.", "Ada Holt is a Somali singer of Thai birth.", []),
        ("Ada Holt is a Thai singer.", "Ada Holt is a Somali-Thai singer.", []),
        ("Ada Holt is a Thai singer.", "Ada Holt sang in a Somali film.", []),
        ("The Long Ebb is a song by Thai singers.", "The Long Ebb is a Somali drama.", []),
        ("Ada Holt is a Thai singer.", "It is a Somali drama.", []),
    ],
)
def test_two_nations_of_one(one: str, two: str, found: list[tuple[str, str]]) -> None:
    assert seen(compare, one, two) == found
