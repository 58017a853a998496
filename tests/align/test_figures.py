"""A version that gives the figures that all others give reports their event, however far its words are."""

from __future__ import annotations

from reader.align.figures import of_one_event
from reader.story import Cluster
from tests.findings.build import version

FIRST = "Voters in Corran chose among 288 candidates for 125 seats, and 61% of them came."
SECOND = "The ballot for the 125 seats of the assembly had 288 names on it, an observer said."


def cluster(*texts: str) -> Cluster:
    return Cluster("A story", tuple(version(f"v{n}", f"outlet{n}", [[text]]) for n, text in enumerate(texts, 1)))


def last(*texts: str) -> bool:
    """Whether the last version of a cluster gives the figures of the others."""
    return of_one_event(cluster(*texts), f"v{len(texts)}")


def test_two_figures_that_all_give_make_one_event() -> None:
    assert last(FIRST, SECOND, "For the 125 seats stood 288 people, wrote the envoy from the Vey isles.")
    assert last(FIRST, SECOND, "Stood: 1,288 or 288? For 125 seats, says the envoy.")


def test_fewer_figures_and_those_of_some_only_do_not() -> None:
    assert not last(FIRST, SECOND, "For the seats stood 288 people.")
    assert not last(FIRST, "The ballot had 288 names on it.", "For the 125 seats stood 288 people.")


def test_round_figures_years_and_those_of_any_game_tell_nothing() -> None:
    one = "In 2019 some 300 people and 5,000 birds were seen, and the game ended 31 to 24."
    assert not last(one, one, "In 2019 they won 31 to 24 before 300 people and 5,000 birds.")


def test_one_figure_with_the_person_whom_all_begin_with_is_enough() -> None:
    one = "The death of Ilse Marrow, 16, was told to the court on Monday."
    assert last(one, one, "Two were named in the case of Ilse Marrow, who was 16.")
    assert not last(one, one, "Two were named in the case of Ada Holt, who was 16.")
    assert not last(one, one, "Two were named in the case of Ilse Marrow, who was young.")


def test_a_version_alone_shares_with_nobody() -> None:
    assert not last(FIRST)
