"""Several beside many more, one beside several."""

from __future__ import annotations

import pytest

from reader.findings.several import compare
from tests.findings.build import seen


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
