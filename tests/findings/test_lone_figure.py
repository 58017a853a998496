"""A bare figure alone in its sentence: what is said of it at a glance must hold of the quantities that are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings import number, same_quantity
from reader.findings.lone_figure import Lone, lone, marks
from reader.prose.number_words import PARTS, SCALES, SHORT_SCALES
from reader.prose.quantities import NUMBER_WORDS, quantities
from reader.prose.quantity import Qualifier, QuantityKind
from reader.prose.quantity_words import AFTER, BEFORE, MEASURED, PLURALS, STOPS
from reader.prose.units import CURRENCIES, UNITS
from reader.sources import load
from reader.sources.examples import example_names, example_path
from reader.story import Span
from tests.findings.build import told


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The navy fired 730 shells near the port.", "730"),
        ("On Sunday, 1,730 shells were fired.", "1730"),
        ("It took in 40 Somali families.", "40"),
    ],
)
def test_one_bare_figure(text: str, figure: str) -> None:
    found = lone(text)
    assert found is not None
    assert found.figure == figure
    assert text[slice(*found.span)].replace(",", "") == figure


@pytest.mark.parametrize(
    "text",
    [
        "No figure at all.", "It fired 730 shells and 12 rockets.", "It fired 730 shells and two rockets.",
        "It fired more than 730 shells.", "It fired about 730 shells.", "It fired 730 or more shells.",
        "It fired 730 to the north.", "It paid $730 for it.", "It grew by 30 percent.", "It lasted 30 days.",
        "At least 30 people were killed.", "A magnitude of 6 was felt.", "Ada Holt, aged 31 then, left.",
        "Ada Holt, 31, left.", "It fell by 6.5 points.", "The 12th man left.", "A 12-man crew left.",
        "It took a 730 home.", "It has 730", "730 shells were fired.", "It flew 30 km west.", "It cost 30 AED more.",
        "He was born in 1930 there.", "It took 30½ loaves.", "It fired well\u00a0over 30 shells.",
        "It fired shells—over 30 shells.",
    ],
)  # fmt: skip
def test_no_bare_figure_or_not_alone(text: str) -> None:
    assert lone(text) is None


_PLAIN = (
    "Holt",
    "Corran",
    "navy",
    "shells",
    "rockets",
    "man",
    "people",
    "fired",
    "took",
    "near",
    "port",
    "of",
    "Somali",
)
_SIGNS = ("at the age of", "magnitude", "U.S.", "AED", "No.", "Flight", "-", "–", "(", ")", "“", "/", ":")
_ALL = (*NUMBER_WORDS, *UNITS, *CURRENCIES, *SCALES, *PARTS)
_TELLING = sorted({*_ALL, *STOPS, *MEASURED, *PLURALS, *SHORT_SCALES, *BEFORE, *AFTER, *_SIGNS})
_MOSTLY_PLAIN = st.one_of(st.sampled_from(_PLAIN), st.sampled_from(_PLAIN), st.sampled_from(_TELLING))
_FIGURES = st.one_of(st.integers(1, 3000).map(str), st.just("12,400"), st.just("6.1"), st.just("2014"))


@given(
    st.lists(_MOSTLY_PLAIN, max_size=6), st.sampled_from(("", ",")), _FIGURES, st.lists(_MOSTLY_PLAIN, max_size=8)
)  # fmt: skip
def test_what_is_seen_at_a_glance_holds(before: list[str], comma: str, figure: str, after: list[str]) -> None:
    _holds(f"{' '.join(before)}{comma} {figure} {' '.join(after)}.")


def test_what_is_seen_at_a_glance_holds_in_the_examples() -> None:
    for name in example_names():
        for version in load(example_path(name)).versions:
            for paragraph in version.paragraphs:
                for sentence in paragraph.sentences:
                    _holds(paragraph.words(sentence))


def _holds(text: str) -> None:
    found = lone(text)
    if found is None:
        return
    read = quantities(text)
    assert len(read) < 2
    for quantity in read:
        assert quantity.number == found.span
        assert quantity.value == float(found.figure)
        assert (quantity.qualifier, quantity.kind) == (Qualifier.EXACT, QuantityKind.COUNT)
    assert same_quantity.marks(text) <= marks(text, found)


def test_equal_lone_figures_never_disagree_and_others_do() -> None:
    a, b = told("The navy fired 730 shells near the port."), told("Near the port 730 rockets were fired.", outlet="c")
    assert lone(a.text) == Lone("730", Span(15, 18))
    assert not list(number.compare(a, b))
    other = told("The navy fired 540 shells near the port.", outlet="courier")
    assert [(d.value_a, d.value_b) for d in number.compare(a, other)] == [("730", "540")]
