"""What one version says is still being talked about and another tells as settled."""

from __future__ import annotations

import pytest

from reader.findings import find
from reader.findings.certainty import compare
from reader.findings.finding import Type
from tests.findings.build import seen, story

TALKS = "Ilse Marrow is in talks to direct the second film about the lighthouse, two people said."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            TALKS,
            "The studio said Ilse Marrow has been hired to direct the second film about the lighthouse.",
            (
                "is in talks to direct the second film about the lighthouse",
                "has been hired to direct the second film about the lighthouse",
            ),
        ),
        (
            TALKS,
            "Ilse Marrow will direct the second film about the lighthouse.",
            (
                "is in talks to direct the second film about the lighthouse",
                "will direct the second film about the lighthouse",
            ),
        ),
        (
            "Marrow is close to signing with the Herons for two seasons.",
            "Ilse Marrow has signed with the Herons for two seasons.",
            ("is close to signing with the Herons for two seasons", "has signed with the Herons for two seasons"),
        ),
    ],
)
def test_pending_and_settled(one: str, other: str, expected: tuple[str, str]) -> None:
    assert seen(compare, one, other) == [expected]


@pytest.mark.parametrize(
    "other",
    [
        "Ilse Marrow could be hired to direct the second film about the lighthouse.",  # no more settled
        "Ilse Marrow is negotiating to direct the second film about the lighthouse.",
        "Ada Holt has been hired to direct the second film about the lighthouse.",  # somebody else
        "Ilse Marrow has been hired to paint the town hall.",  # something else
        "Ilse Marrow has not signed on to direct the second film about the lighthouse.",
        "“Ilse Marrow will direct the second film about the lighthouse,” her mother said.",
    ],
)
def test_quiet(other: str) -> None:
    assert seen(compare, TALKS, other) == []


def test_it_is_told_as_a_person_would() -> None:
    cluster, alignment = story(TALKS, "Ilse Marrow will direct the second film about the lighthouse.")
    (told,) = (f.explanation for f in find(cluster, alignment) if f.type is Type.CERTAINTY)
    assert told == (
        "outlet1 says it is not settled yet: “is in talks to direct the second film about the lighthouse”; "
        "outlet2 tells it as settled: “will direct the second film about the lighthouse”."
    )
