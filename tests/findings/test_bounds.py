"""A cluster in which not everything is looked at for contradictions says so."""

from __future__ import annotations

import pytest

from reader.findings import find, search
from reader.findings.bounds import reached
from reader.findings.compare import tell
from reader.story import Cluster
from tests.findings.build import aligned, story, version

PLAIN = "The ferry Calda ran aground off Norrick harbour early on Tuesday with 84 passengers on board."


def test_an_ordinary_cluster_reaches_no_bound() -> None:
    cluster, alignment = story(*[PLAIN.replace("84", str(n)) for n in range(80, 104)])
    found, bounds = search(cluster, alignment)
    assert found == find(cluster, alignment) != ()
    assert bounds == ()


def test_a_passage_of_more_sentences_than_are_compared_all_with_all() -> None:
    cluster, alignment = story(*[PLAIN.replace("84", str(n)) for n in range(80, 105)])
    (told,) = search(cluster, alignment)[1]
    assert told.startswith("1 passage has more than 24 sentences; contradictions in them are looked for between each")


@pytest.mark.parametrize(
    "words",
    [
        "The boats left with " + " crew, ".join(str(n) for n in range(100, 131)) + " people.",
        "The boats left with " + " crew, ".join(["eleven", "nine", "four"] * 11) + " people.",
        "The ferry called on " + ", ".join(f"{n} May 2021" for n in range(1, 22)) + ".",
        "It called at " + ", ".join(f"{a}{b}er" for a in ("Nor", "Tel", "Bra", "Kor") for b in "aeioudlm") + ".",
        " ".join(f"“Word {n},” she said." for n in range(31)),
    ],
)
def test_a_sentence_that_is_a_list(words: str) -> None:
    (told,) = _bounds([[words]], [[PLAIN]])
    assert told.startswith("1 sentence lists more than are compared of one sentence, which are 20 times, and 30")
    assert all("2 sentences list" in told for told in _bounds([[words]], [[words]]))


def test_a_long_sentence_is_no_list() -> None:
    assert _bounds([[" ".join([PLAIN[:-1] + ", and"] * 6)]], [[PLAIN]]) == []


def test_more_questions_than_are_looked_for_everywhere() -> None:
    asked = "It is not yet known why {} sank."
    names = [f"the barge {a}{b}" for a in ("Nor", "Tel", "Bra", "Kor", "Ves", "Mur", "Dol") for b in ("a", "e", "i")]
    ours, theirs = ([[asked.format(f"{name} {part}")] for name in names] for part in ("One", "Two"))
    assert _bounds(ours, [[PLAIN]]) == []
    (told,) = _bounds(ours, [*theirs, *([asked.format(f"{name} Three")] for name in names)])
    assert told.startswith("63 sentences say that something is not known; answers are looked for")


def _bounds(ours: list[list[str]], theirs: list[list[str]]) -> list[str]:
    cluster = Cluster("story", (version("v1", "herald", ours), version("v2", "courier", theirs)))
    return list(reached(aligned(cluster), tell(cluster, cluster.versions)))
