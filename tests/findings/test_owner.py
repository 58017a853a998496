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
