"""What is marked as moved."""

from __future__ import annotations

from reader.align import align
from reader.align.moves import moved
from tests.align.stories import cluster

_LINES = (
    "The ferry Calda ran aground off Norrick.",
    "Lifeboats brought the passengers ashore.",
    "Eleven people were treated for bruises at Saint Orla.",
    "Captain Ines Marlow blamed the steering gear.",
    "Brannoch Lines cancelled all crossings to Vell.",
    "The mayor Piet Halloran thanked the volunteers.",
    "Divers will inspect the hull on Thursday.",
    "Insurers expect claims of two million crowns.",
)


def _moved_lines(*order: int) -> set[str]:
    story = cluster("\n".join(_LINES), "\n".join(_LINES[n] for n in order))
    return {story.place(x.a).text for x in align(story).links if x.moved}


def test_the_same_order_moves_nothing() -> None:
    assert not _moved_lines(*range(8))


def test_a_sentence_told_far_from_its_neighbours_is_moved() -> None:
    assert _moved_lines(0, 6, 1, 2, 3, 4, 5, 7) == {_LINES[6]}


def test_a_paragraph_put_to_the_end_is_moved() -> None:
    assert _moved_lines(0, 2, 3, 4, 5, 6, 7, 1) == {_LINES[1]}


def test_neighbours_that_change_places_are_not_moved() -> None:
    assert not _moved_lines(0, 2, 1, 3, 4, 5, 6, 7)


def test_versions_that_share_no_order_have_no_moves() -> None:
    assert not _moved_lines(5, 2, 7, 0, 6, 3, 1, 4)


def test_too_few_links_show_no_order() -> None:
    story = cluster("\n".join(_LINES[:3]), "\n".join(reversed(_LINES[:3])))
    assert not any(x.moved for x in align(story).links)


def test_no_links_no_moves() -> None:
    assert moved([], []) == set()
