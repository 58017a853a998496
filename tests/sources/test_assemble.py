"""From an article to a version."""

from __future__ import annotations

import pytest

from reader.sources.article import Article
from reader.sources.assemble import MOST_TOLD, version


@pytest.mark.parametrize(
    ("at", "found"), [(0, True), (MOST_TOLD - 1, True), (3 * MOST_TOLD, False), (6 * MOST_TOLD - 1, True)]
)
def test_who_and_when_is_looked_for_at_the_beginning_and_at_the_end_of_what_is_no_story(at: int, found: bool) -> None:
    blocks = [f"Updated {n % 28 + 1} May {1900 + n // 28}" for n in range(6 * MOST_TOLD)]
    blocks[at] = "By Jane Roe"
    made = version(Article("\n\n".join(blocks), "log.txt"), "v1", "log")
    assert made.byline == ("Jane Roe" if found else None)
    assert made.published is not None
