"""One statement of two people is shown; two statements, and one of one person, are not."""

from __future__ import annotations

import pytest

from reader.findings.name import compare
from tests.findings.build import seen

ENDING = "The lorry stopped on the bridge with four flat tyres after ten minutes and the driver got out"
BEGINNING = "the lorry was stopped on the bridge after ten minutes, and the driver got out with his hands up"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{ENDING}, Sheriff Ada Holt said.", f"{ENDING}, Deputy Ilse Marrow said."),
        (f"{ENDING}, Sheriff Ada Holt said.", f"{ENDING}, said Ilse Marrow, a spokeswoman."),
        (f"Ada Holt said {BEGINNING}.", f"Ilse Marrow said on Monday that {BEGINNING}."),
        (f"{ENDING}, Sheriff Ada Holt said.", f"{ENDING}, according to Ilse Marrow."),
    ],
)
def test_two_who_said_one_thing(one: str, other: str) -> None:
    ((said, told),) = seen(compare, one, other)
    assert "Ada Holt" in said
    assert "Ilse Marrow" in told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{ENDING}, Sheriff Ada Holt said.", f"{ENDING}, Holt said."),
        (f"{ENDING}, Sheriff Ada Holt said.", f"{ENDING}, police said."),
        (f"{ENDING}, Sheriff Ada Holt said.", f"{ENDING}, the Corran Echo said."),
        (f"{ENDING}, Sheriff Ada Holt said.", "The driver was hungry, Deputy Ilse Marrow said."),
        (f"{ENDING}, Ada Holt and Ilse Marrow said.", f"{ENDING}, Ilse Marrow said."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []
