"""The clusters that come with Variorum are found, and open."""

from __future__ import annotations

import pytest

from reader.sources import SourceError, example_names, example_path, load


def test_every_example_opens() -> None:
    for name in example_names():
        cluster = load(example_path(name), strict=True)
        assert len(cluster.versions) >= 2
        assert cluster.notices == ()


def test_an_unknown_example_names_those_there_are() -> None:
    with pytest.raises(SourceError) as error:
        example_path("../reader")
    assert "no example of that name" in str(error.value)
    assert all(name in str(error.value) for name in example_names())
