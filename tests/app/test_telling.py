from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.app.telling import Telling

VERSIONS = ("v1", "v2", "v3", "v4")
TOLD = st.lists(st.lists(st.sampled_from(VERSIONS), unique=True), max_size=12)


@given(TOLD, st.permutations(VERSIONS), st.integers(0, 4), st.data())
def test_it_says_what_looking_at_every_passage_says(
    told: list[list[str]], versions: list[str], shown: int, data: st.DataObject
) -> None:
    order = versions[:shown]
    first = data.draw(st.integers(0, len(told)))
    end = data.draw(st.integers(first, len(told)))
    telling = Telling(told, order)
    assert telling.count(first, end) == sum(any(v in passage for v in order) for passage in told[first:end])
    assert telling.versions(first, end) == tuple(v for v in order if any(v in p for p in told[first:end]))
