"""What is found out before the alignment is known changes nothing but when it is found out."""

from __future__ import annotations

from itertools import count

import pytest

import reader
from reader.align import align
from reader.findings import search
from reader.findings.ahead import AT_ONCE, LEAST_IN_COMMON, ahead, likely
from reader.findings.compare import pair, tell
from reader.findings.matter import keys
from reader.sources.examples import example_names, example_path


@pytest.mark.parametrize("name", example_names())
def test_the_answer_is_the_same_with_what_was_seen_before(name: str) -> None:
    cluster = reader.load(str(example_path(name)))
    alignment = align(cluster)
    known = ahead(cluster, lambda: False)
    assert known.read
    assert known.seen
    assert search(cluster, alignment, known) == search(cluster, alignment)


def test_it_ends_when_there_is_enough() -> None:
    cluster = reader.load(str(example_path(example_names()[0])))
    sentences = len(tell(cluster, cluster.versions))
    asked = count()
    known = ahead(cluster, lambda: next(asked) >= 2)
    assert (len(known.read), known.seen) == (2 * AT_ONCE, {})
    assert next(asked) == 3
    asked = count()
    known = ahead(cluster, lambda: next(asked) > sentences // AT_ONCE + 2)
    assert len(known.read) == sentences
    assert 0 < len(known.seen) <= 3 * AT_ONCE
    alignment = align(cluster)
    assert search(cluster, alignment, known) == search(cluster, alignment)


def test_likely_pairs_share_words_and_those_that_share_most_come_first() -> None:
    cluster = reader.load(str(example_path(example_names()[0])))
    told = list(tell(cluster, cluster.versions).values())
    pairs = likely(told)
    common = [len(keys(a.text, a.language) & keys(b.text, b.language)) for a, b in pairs]
    assert min(common) >= LEAST_IN_COMMON
    assert len({pair(a, b) for a, b in pairs}) == len(pairs)
    assert all(a.version != b.version and a.text != b.text for a, b in pairs)
    assert sum(common[:20]) > sum(common[-20:])
