"""Negation, certainty and amounts in German, French and Spanish."""

from __future__ import annotations

import pytest

from reader.findings import certainty, polarity, quantifier
from tests.findings.build import told

COMPARE = {"polarity": polarity.compare, "certainty": certainty.compare, "quantifier": quantifier.compare}


def found(kind: str, language: str, one: str, other: str) -> list[tuple[str, str]]:
    a, b = told(one, language=language), told(other, outlet="courier", language=language)
    return [(one[d.a.start : d.a.end], other[d.b.start : d.b.end]) for d in COMPARE[kind](a, b)]


@pytest.mark.parametrize(
    ("kind", "language", "one", "other", "words"),
    [
        (
            "polarity",
            "de",
            "Die Reederei hat den Verkauf der alten Fähre am Montag bestätigt.",
            "Die Reederei hat den Verkauf der alten Fähre am Montag nicht bestätigt.",
            ("Montag bestätigt", "Montag nicht bestätigt"),
        ),
        (
            "certainty",
            "de",
            "Der Fahrer hat mutmaßlich zwei Boote im Hafen von Lindholm versenkt.",
            "Der Fahrer hat zwei Boote im Hafen von Lindholm versenkt.",
            ("hat mutmaßlich zwei", "hat zwei"),
        ),
        (
            "quantifier",
            "de",
            "Einige Passagiere der Fähre standen beim Aufprall auf dem Deck.",
            "Die meisten Passagiere der Fähre standen beim Aufprall auf dem Deck.",
            ("Einige Passagiere", "Die meisten Passagiere"),
        ),
        (
            "polarity",
            "fr",
            "Le capitaine du bac a confirmé la panne des deux moteurs lundi.",
            "Le capitaine du bac n'a pas confirmé la panne des deux moteurs lundi.",
            ("a confirmé", "n'a pas confirmé"),
        ),
        (
            "certainty",
            "fr",
            "Le capitaine a apparemment vendu le bac de Lindholm à un armateur étranger.",
            "Le capitaine a vendu le bac de Lindholm à un armateur étranger.",
            ("a apparemment vendu", "a vendu"),
        ),
        (
            "quantifier",
            "es",
            "Muchos pasajeros del barco estaban en la cubierta al chocar con el muelle.",
            "Algunos pasajeros del barco estaban en la cubierta al chocar con el muelle.",
            ("Muchos pasajeros", "Algunos pasajeros"),
        ),
        (
            "polarity",
            "es",
            "El capitán del barco confirmó el lunes la avería de los motores.",
            "El capitán del barco no confirmó el lunes la avería de los motores.",
            ("barco confirmó", "barco no confirmó"),
        ),
    ],
)
def test_one_word_more_or_another(kind: str, language: str, one: str, other: str, words: tuple[str, str]) -> None:
    assert found(kind, language, one, other) == [words]
    assert found(kind, language, other, one) == [words[::-1]]


@pytest.mark.parametrize(
    ("kind", "language", "one", "other"),
    [
        # both say it, or say it of other things
        (
            "polarity",
            "de",
            "Die Fähre fuhr am Montag nicht nach Corran.",
            "Am Montag fuhr die Fähre nicht nach Corran.",
        ),
        ("polarity", "de", "Die Fähre fuhr am Montag nach Corran.", "Der Bürgermeister wollte die Fähre nicht kaufen."),
        ("quantifier", "de", "Einige Passagiere waren auf dem Deck.", "Alle Retter kamen aus der alten Stadt Corran."),
        ("quantifier", "es", "Algunos pasajeros del barco dormían.", "Varios pasajeros del barco dormían."),
        ("certainty", "fr", "Le bac serait vendu à Lindholm lundi.", "Le bac aurait été vendu à Lindholm lundi."),
        # a language without such words
        ("polarity", "nl", "De rederij heeft de verkoop bevestigd.", "De rederij heeft de verkoop niet bevestigd."),
        ("polarity", "xx", "aa bb cc dd ee ff gg", "aa bb cc no dd ee ff gg"),
    ],
)
def test_quiet(kind: str, language: str, one: str, other: str) -> None:
    assert found(kind, language, one, other) == []
