"""Several beside many more, one beside several."""

from __future__ import annotations

import pytest

from reader.findings import find
from reader.findings.several import compare, facts
from reader.story import Cluster
from tests.findings.build import aligned, seen, told, version


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Several buildings in Lindholm were damaged by the storm.",
            "The storm damaged or destroyed 1,500 houses in Lindholm.",
            [("Several buildings", "1,500 houses")],
        ),
        (
            "A few homes in Lindholm were destroyed by the fire.",
            "The fire destroyed half of the homes in Lindholm.",
            [("A few homes", "half of the homes")],
        ),
        (
            "The clash in Lindholm began when a protester threw a smoke bomb at the town hall.",
            "Protesters threw smoke bombs at the town hall as the clash in Lindholm began.",
            [("threw a smoke bomb", "threw smoke bombs")],
        ),
        (
            "Marsh, a miller from Lindholm, is serving a life sentence.",
            "The miller, who is serving two life sentences, is Ben Marsh of Lindholm.",
            [("serving a life sentence", "serving two life sentences")],
        ),
        # another verb for the same deed, with something else in common; without it, another bomb
        (
            "Two died when a marcher lobbed a smoke bomb into the bank.",
            "The blaze began when marchers hurled smoke bombs at the bank.",
            [("lobbed a smoke bomb", "hurled smoke bombs")],
        ),
        ("Earlier a marcher lobbed a smoke bomb.", "Masked youths hurled smoke bombs at the town hall.", []),
        # what was taken, in lists
        (
            "The crew seized seven rifles, a flare gun and 40 tins from the smugglers' boat.",
            "From the smugglers' boat the crew seized rifles, flare guns and tins of fish.",
            [("a flare gun", "flare guns")],
        ),
        (
            "The crew seized seven rifles, a flare gun and 40 tins from the smugglers' boat.",
            "From the smugglers' boat the crew seized two flare guns, rifles and tins of fish.",
            [],
        ),
        # one and several in one version
        (
            "Marsh of Lindholm is serving a life sentence, though he was given two life sentences.",
            "Ben Marsh of Lindholm is serving two life sentences.",
            [],
        ),
        # what is several in both, or few in both
        ("Several buildings were damaged by the storm.", "The storm damaged 9 houses.", []),
        # other things, another fate
        ("Several bridges were damaged by the storm.", "The storm damaged 1,500 houses.", []),
        ("Several buildings were sold last year.", "The storm damaged 1,500 houses.", []),
        ("A guard threw a rope to the ferry in Lindholm.", "Protesters threw bottles at the ferry in Lindholm.", []),
    ],
)
def test_vague_and_exact_amounts(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == found


def test_what_befell_several_or_very_many_is_compared_wherever_it_is_told() -> None:
    late = [["The town mourns."], ["Help came from Corran."], ["The mayor said that several houses were damaged."]]
    one = version("v1", "herald", [["The storm damaged 1,500 houses in Lindholm."], ["Bells rang."]])
    two = version("v2", "courier", [["Lindholm will be rebuilt, its council said."], *late])
    cluster = Cluster("A story", (one, two))
    claims = [[side.claim for side in f.sides] for f in find(cluster, aligned(cluster)) if f.sides]
    assert claims == [["1,500 houses", "several houses"]]


def test_what_is_told_wherever_it_is_told() -> None:
    assert facts(told("Several houses were damaged.")) == facts(told("The storm damaged 1,500 homes."))
    assert facts(told("The storm damaged nine homes.")) == ()
    assert facts(told("Mehrere Häuser brannten.", language="de")) == ()


def test_what_is_forbidden_is_done_by_nobody() -> None:
    one = "The guard of the mill in Corran was carrying a gun on Monday."
    assert seen(compare, one, "The guards of the mill in Corran were carrying guns on Monday.")
    assert not seen(compare, one, "The guards of the mill in Corran were banned on Monday from carrying guns.")
