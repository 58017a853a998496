"""What speaks for and against two sentences reporting the same thing."""

from __future__ import annotations

from itertools import product

from reader.align.bags import bags
from reader.align.features import NAMES, features
from tests.align.stories import cluster

TWO = cluster(
    "Ferry aground off Lindholm\n\nThe ferry Aurelia ran aground off Lindholm.\n\n"
    "“We heard a bang and then nothing,” he said.",
    "The ferry Aurelia ran aground near Lindholm.\n\nNobody was hurt.\n\n“I have seen no leak so far,” she said.",
)


def seen(one: int, other: int) -> dict[str, float]:
    """The features of two sentences, by their places among those of the first and of the second version."""
    everything = bags(TWO)
    versions = [[bag for bag in everything.all if bag.place.version.id == v] for v in ("v1", "v2")]
    a, b = versions[0][one], versions[1][other]
    both = features(a, b, everything)
    assert both == features(b, a, everything)
    return dict(zip(NAMES, both, strict=True))


def test_only_headlines_and_first_sentences_open_a_version() -> None:
    opens = {(one, other) for one, other in product(range(3), range(3)) if seen(one, other)["opening"]}
    assert opens == {(0, 0), (1, 0)}


def test_small_words_count_for_the_wording() -> None:
    assert seen(1, 0)["wording"] == 6 / (2 + 7)  # the, ferry, Aurelia, ran, aground, Lindholm
    assert seen(1, 1)["wording"] == 0.0


def test_one_that_quotes_is_told_from_two_that_do() -> None:
    assert (seen(2, 2)["both quote"], seen(2, 2)["one quotes"]) == (1.0, 0.0)
    assert (seen(2, 1)["both quote"], seen(2, 1)["one quotes"]) == (0.0, 1.0)
    assert (seen(1, 1)["both quote"], seen(1, 1)["one quotes"]) == (0.0, 0.0)
