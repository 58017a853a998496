"""The longest common subsequence, beside a library that finds the same one."""

from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from reader.prose.in_common import Step, alike, steps

ROWS = st.lists(st.sampled_from(["the", "ferry", "left", "port", "at", "dawn", "and"]), max_size=12)


def peer(a: list[str], b: list[str]) -> list[tuple[str, int, int, int, int]]:
    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(a, b)]


@given(ROWS, ROWS)
@example([], [])
@example(["dawn"], [])
@example([], ["dawn"])
def test_the_steps_are_those_of_the_peer(a: list[str], b: list[str]) -> None:
    assert steps(a, b) == peer(a, b)


@given(ROWS, ROWS, st.sampled_from([0.0, 0.25, 0.5, 0.6, 2 / 3, 0.8, 1.0]))
@example([], [], 1.0)
@example(["dawn"], [], 0.0)
def test_likeness_is_that_of_the_peer(a: list[str], b: list[str], least: float) -> None:
    assert alike(a, b, least) == (Indel.normalized_similarity(a, b) >= least)


def test_long_rows() -> None:
    chance = random.Random(11)
    a = [str(chance.randrange(300)) for _ in range(1500)]
    b = [word for word in a if chance.random() < 0.9]
    b[700:700] = a[:200]
    assert steps(a, b) == peer(a, b)
    share = Indel.normalized_similarity(a, b)
    assert alike(a, b, share)
    assert not alike(a, b, share + 0.001)


def test_steps_are_told() -> None:
    a, b = ["three", "boats", "left", "the", "port"], ["three", "ships", "left"]
    assert steps(a, b) == [
        Step("equal", 0, 1, 0, 1),
        Step("insert", 1, 1, 1, 2),
        Step("delete", 1, 2, 2, 2),
        Step("equal", 2, 3, 2, 3),
        Step("delete", 3, 5, 3, 3),
    ]


def test_letters_are_a_row_too() -> None:
    assert alike("Hallow", "Halow", 0.9)
    assert not alike("Hallow", "Brook", 0.5)
