"""How links become passages, and how they are ordered."""

from __future__ import annotations

from reader.align.bags import bags
from reader.align.order import in_reading_order
from reader.align.passages import SENTENCES, gather
from tests.align.stories import cluster

_LINES = "Aldo sings.\nBerta dances.\nCarla paints."


def _gathered(*texts: str, scores: dict[tuple[int, int], float]) -> list[list[int]]:
    everything = bags(cluster(*texts)).all
    known: list[dict[int, float]] = [{} for _ in everything]
    for (a, b), score in scores.items():
        known[a][b] = known[b][a] = score
    links = sorted(scores, key=lambda pair: -scores[pair])
    return [[bag.number for bag in group] for group in gather(everything, links, known)]


def test_linked_sentences_are_one_passage() -> None:
    rows = _gathered(_LINES, _LINES + "!", scores={(0, 3): 0.9, (1, 4): 0.8, (2, 5): 0.7})
    assert rows == [[0, 3], [1, 4], [2, 5]]


def test_one_sentence_beside_two_is_one_passage() -> None:
    assert [0, 3, 4] in _gathered(_LINES, _LINES + "!", scores={(0, 3): 0.9, (0, 4): 0.8})


def test_a_chain_of_single_links_is_cut() -> None:
    lines = "\n".join(f"Line {n}." for n in range(8))
    chain = {(n, 8 + n): 0.9 for n in range(8)} | {(n + 1, 8 + n): 0.5 for n in range(7)}
    assert max(map(len, _gathered(lines, lines + "!", scores=chain))) <= 4


def test_a_passage_has_few_sentences_of_one_version() -> None:
    lines = "\n".join(f"Line {n}." for n in range(9))
    rows = _gathered("Lines 0 to 8.", lines, scores={(9, n): 0.9 for n in range(9)})
    largest = max(rows, key=len)
    assert len(largest) == SENTENCES + 1


def test_unlinked_neighbours_of_a_paragraph_are_one_passage() -> None:
    rows = _gathered("Aldo sings. Berta dances.\nCarla paints.", "Dora writes.", scores={})
    assert rows == [[0, 1], [2], [3]]


def test_an_unlinked_sentence_between_linked_ones_stands_alone() -> None:
    rows = _gathered(
        "Aldo sings. Berta dances. Carla paints.", "Zeno acts.\nZora acts.", scores={(0, 3): 0.9, (2, 4): 0.9}
    )
    assert rows == [[0, 3], [1], [2, 4]]


def test_rows_follow_the_base_and_others_follow_their_predecessor() -> None:
    story = cluster("Aldo sings.\nBerta dances.", "Aldo sang.\nCarla paints.\nBerta danced.")
    groups = [["v1.p1.s1", "v2.p1.s1"], ["v1.p2.s1", "v2.p3.s1"], ["v2.p2.s1"]]
    rows = in_reading_order(story, groups, "v1")
    assert [row.id for row in rows] == ["g1", "g2", "g3"]
    assert [row.sentences.get("v2") for row in rows] == [("v2.p1.s1",), ("v2.p2.s1",), ("v2.p3.s1",)]


def test_what_a_version_begins_with_stands_after_the_bases_first() -> None:
    story = cluster("Berta dances.", "Aldo sings.\nBerta danced.")
    rows = in_reading_order(story, [["v2.p1.s1"], ["v1.p1.s1", "v2.p2.s1"]], "v1")
    assert [list(row.sentences) for row in rows] == [["v1", "v2"], ["v2"]]
