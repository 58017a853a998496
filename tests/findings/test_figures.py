"""Other figures in the same words, in languages whose numbers are not read."""

from __future__ import annotations

import pytest

from reader.findings import date, name, number, place
from tests.findings.build import told


def seen(one: str, other: str, language: str = "de") -> list[tuple[str, str]]:
    a, b = told(one, language=language), told(other, outlet="kurier", language=language)
    return [(one[d.a.start : d.a.end], other[d.b.start : d.b.end]) for d in number.compare(a, b)]


def test_another_figure_in_the_same_words() -> None:
    one = "Bei dem Brand in der Werft wurden am Morgen 12 Menschen verletzt."
    other = "Bei dem Brand in der Werft wurden am Morgen 14 Menschen verletzt."
    assert seen(one, other) == [("12", "14")]
    assert seen(other, one) == [("14", "12")]
    assert seen(
        "На верфи при пожаре утром пострадали 12 рабочих.", "На верфи при пожаре утром пострадали 14 рабочих.", "ru"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Stadt gibt für die neue Brücke 1.200 Euro aus.", "Die Stadt gibt für die neue Brücke 1200 Euro aus."),
        ("Die Brücke im Tal ist genau 12,5 Meter lang.", "Die Brücke im Tal ist genau 12.5 Meter lang."),
        ("Die Stadt gibt 12 Euro aus.", "Es regnet seit 14 Tagen im ganzen Land."),
        ("Es waren 12.", "Es waren 14."),
        ("Der Rat stimmte mit 12 zu 14 für die neue Brücke.", "Der Rat stimmte mit 14 zu 12 für die neue Brücke."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert seen(one, other) == []


def test_two_languages_are_not_compared() -> None:
    a = told("Es waren am Ende 12 Menschen auf der Brücke.", language="de")
    b = told("Es waren am Ende 14 Menschen auf der Brücke.", language="en")
    for module in (number, date, name, place):
        assert list(module.compare(a, b)) == []
