"""Numbers of two happenings stay quiet, though the words around them are much alike; those of one are shown."""

from __future__ import annotations

from datetime import date

import pytest

from reader.findings.number import compare
from tests.findings.build import seen, told

TOLL = "The quake in the hills of Corran killed 12 people, the mayor said."


@pytest.mark.parametrize(
    ("one", "other", "loud"),
    [
        # a month or a year that the other never names
        (TOLL, "A quake in the hills of Corran killed 40 people in September.", False),
        (TOLL, "The quake in the hills of Corran killed 40 people.", True),
        (TOLL, "A quake in the hills of Corran in 2003 killed 40 people.", False),
        (
            "In September the quake in the hills of Corran killed 12 people.",
            "A quake in the hills of Corran killed 40 people in September.",
            True,
        ),
        # bullets in a gun and bullets fired
        ("The gun of the guard was loaded with four bullets.", "The guard fired 11 bullets from his gun.", False),
        ("The guard fired nine bullets from his gun.", "The guard fired 11 bullets from his gun.", True),
        # two decisions of one jury
        (
            "The jury convicted Holt of arson after 12 hours of deliberation.",
            "The jury was deadlocked after 30 hours of deliberation over Holt.",
            False,
        ),
        (
            "The jury convicted Holt of arson after 12 hours of deliberation.",
            "The jury convicted Holt of arson after 30 hours of deliberation.",
            True,
        ),
        # how long something has gone on hangs on the day
        ("For four days, the town of Corran has been cut off.", "For six days, the town of Corran has been cut off.",
         False),
        ("The town of Corran was cut off for four days.", "The town of Corran was cut off for six days.", True),
        # wanted and given
        ("The Herons offered Holt a six-year contract.", "Holt is seeking a nine-year contract of the Herons.", False),
        ("The Herons offered Holt a six-year contract.", "The Herons offered Holt a nine-year contract.", True),
        # contracts of two players
        (
            "The Herons gave Ilse Marrow a $60 million contract in Corran.",
            "The Herons agreed to a $40 million contract for B. D. Quill in Corran.",
            False,
        ),
        # a game against another team
        ("The Herons won 31-24 against the Otters.", "The Herons won 20-13 against the Badgers.", False),
        ("The Herons won 31-24 against the Otters.", "The Herons won 30-24 against the Otters.", True),
        # the families of two who died
        ("Holt is survived by four grandchildren.", "Marsh is survived by nine grandchildren.", False),
        ("Holt is survived by four grandchildren.", "Holt is survived by nine grandchildren.", True),
    ],
)  # fmt: skip
def test_numbers_of_two_happenings(one: str, other: str, *, loud: bool) -> None:
    assert bool(seen(compare, one, other)) == loud
    assert bool(seen(compare, other, one)) == loud


def test_a_month_that_the_other_names_elsewhere_or_is_of_is_the_same() -> None:
    quake = told("A quake in the hills of Corran killed 40 people in September.")
    news = told(TOLL)
    assert not list(compare(quake, news))
    assert list(compare(quake, news._replace(whole=f"{TOLL} That was on September 3.")))
    assert list(compare(quake, told(TOLL, published=date(2031, 9, 4))))


def test_a_month_cut_off_by_the_point_of_a_figure_is_of_the_number_after_it() -> None:
    rest = told("4 on the scale hit the hills of Corran, killing 40 people.")
    assert list(compare(rest, told(TOLL)))
    assert not list(compare(rest._replace(before="In February a quake of 6."), told(TOLL)))
