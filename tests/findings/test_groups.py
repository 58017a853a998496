"""Which group a number counts, as far as the words say."""

from __future__ import annotations

import pytest

from reader.findings.groups import among, befalls, is_statistic, other_group, other_subject, same_subject, sums, thing
from reader.prose.quantities import quantities


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The two other victims were treated.", "The three victims were treated.", True),
        ("Another 30 guests left.", "Some 40 guests left.", True),
        ("Two female jurors spoke.", "Three jurors spoke.", True),
        ("Two senators, Ada Holt and Ben Marsh, left.", "Three senators — Ida Brand, Jo Lake and Al Rue — left.", True),
        ("Two senators, Ada Holt and Ben Marsh, left.", "Three senators — Ada Holt, Jo Lake and Al Rue — left.", False),
        ("The Norwegian navy caught 23 smugglers.", "The Swedish navy caught eight smugglers.", True),
        ("The Norwegian navy caught 23 smugglers.", "The navy caught eight smugglers.", False),
        ("Two boats came.", "Three boats came.", False),
        ("More than 40 boats came.", "It was 40 boats that came.", False),
    ],
)
def test_other_groups(one: str, other: str, apart: bool) -> None:
    (x, *_), (y, *_) = quantities(one), quantities(other)
    assert other_group(one, x, other, y) is apart
    assert other_group(other, y, one, x) is apart


def test_subjects() -> None:
    one, other, nobody = (
        "Holt and Ada Brandt scored 12 points.",
        "It was Ben Marsh who had 9 points.",
        "He had 9 points.",
    )
    (x,), (y,), (z,) = quantities(one), quantities(other), quantities(nobody)
    assert is_statistic(x)
    assert other_subject(one, x, other, y)
    assert same_subject(one, x, one, x)
    assert not same_subject(one, x, nobody, z)
    assert not other_subject(one, x, nobody, z)


def test_what_befell_them() -> None:
    text = "The blast killed 12 people, hurt 30 and freed two boats."
    dead, hurt, boats = quantities(text)
    assert [befalls(text, q) for q in (dead, hurt, boats)] == ["dead", "hurt", ""]
    sentenced = "The jury was nine to three for the death sentence."
    assert {befalls(sentenced, q) for q in quantities(sentenced)} == {""}


def test_among() -> None:
    text = "Eight of the jurors left."
    assert among(text, quantities(text)[0])
    text = "Eight jurors left."
    assert not among(text, quantities(text)[0])


def test_parts_make_a_whole() -> None:
    (whole,) = quantities("Three people died.")
    assert sums(whole, quantities("Two women and one man died."))
    assert not sums(whole, quantities("Two women and two men died."))


def test_newsrooms_swap_names_of_things() -> None:
    assert thing("vessel") == thing("boat")
    assert thing("goat") != thing("boat")
