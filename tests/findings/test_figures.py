"""Other figures in the same words, in languages whose numbers are not read."""

from __future__ import annotations

import pytest

from reader.findings import date, name, number, place
from reader.findings.finding import Type
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
    ("language", "one", "other", "words"),
    [
        (
            "de",
            "Bei dem Brand in der Werft wurden am Morgen zwölf Menschen verletzt.",
            "Bei dem Brand in der Werft wurden am Morgen 14 Menschen verletzt.",
            ("zwölf", "14"),
        ),
        (
            "fr",
            "L'incendie du chantier a fait vingt-deux blessés dans la nuit.",
            "L'incendie du chantier a fait 25 blessés dans la nuit.",
            ("vingt-deux", "25"),
        ),
        (
            "es",
            "El incendio del taller dejó quince heridos en la noche.",
            "El incendio del taller dejó doce heridos en la noche.",
            ("quince", "doce"),
        ),
    ],
)
def test_words_for_numbers(language: str, one: str, other: str, words: tuple[str, str]) -> None:
    assert seen(one, other, language) == [words]


@pytest.mark.parametrize(
    ("language", "one", "other", "words"),
    [
        (
            "de",
            "Der Bürgermeister eröffnete am Dienstag die neue Brücke.",
            "Der Bürgermeister eröffnete am Mittwoch die neue Brücke.",
            ("Dienstag", "Mittwoch"),
        ),
        (
            "fr",
            "Le maire a ouvert le nouveau pont le 12 mai à Corran.",
            "Le maire a ouvert le nouveau pont le 14 mai à Corran.",
            ("12", "14"),
        ),
        (
            "es",
            "El alcalde abrió el nuevo puente en marzo de este año.",
            "El alcalde abrió el nuevo puente en abril de este año.",
            ("marzo", "abril"),
        ),
        (
            "it",
            "Il sindaco ha aperto il nuovo ponte nel 1967 a Corran.",
            "Il sindaco ha aperto il nuovo ponte nel 1968 a Corran.",
            ("1967", "1968"),
        ),
    ],
)
def test_another_day_month_or_year_in_the_same_words(
    language: str, one: str, other: str, words: tuple[str, str]
) -> None:
    a, b = told(one, language=language), told(other, outlet="kurier", language=language)
    (found,) = date.compare(a, b)
    assert (found.type, one[found.a.start : found.a.end], other[found.b.start : found.b.end]) == (Type.DATE, *words)
    assert list(number.compare(a, b)) == []
    assert date.speaks(a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Am Samstag eröffnete der Rat die neue Brücke.", "Am Sonnabend eröffnete der Rat die neue Brücke."),
        ("Die Stadt gibt für die Brücke zwölf Euro aus.", "Die Stadt gibt für die Brücke 12 Euro aus."),
        ("Die Stadt gibt für die neue Brücke 1.200 Euro aus.", "Die Stadt gibt für die neue Brücke 1200 Euro aus."),
        ("Die Brücke im Tal ist genau 12,5 Meter lang.", "Die Brücke im Tal ist genau 12.5 Meter lang."),
        ("Die Stadt gibt 12 Euro aus.", "Es regnet seit 14 Tagen im ganzen Land."),
        ("Es waren 12.", "Es waren 14."),
        ("Der Rat stimmte mit 12 zu 14 für die neue Brücke.", "Der Rat stimmte mit 14 zu 12 für die neue Brücke."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert seen(one, other) == []
    assert list(date.compare(told(one, language="de"), told(other, outlet="kurier", language="de"))) == []


def test_two_languages_are_not_compared() -> None:
    a = told("Es waren am Ende 12 Menschen auf der Brücke.", language="de")
    b = told("Es waren am Ende 14 Menschen auf der Brücke.", language="en")
    for module in (number, date, name, place):
        assert list(module.compare(a, b)) == []
