from __future__ import annotations

from dataclasses import replace

from reader.app.cite import citation
from tests.app.invented import harbour


def test_words_and_where_they_stand() -> None:
    cluster = harbour().cluster
    first = replace(
        *(cluster.versions[0],),
        headline="Ferry aground",
        published="2024-11-30T06:35:00+00:00",
        url="https://post.example/ferry",
    )
    cluster = replace(cluster, versions=(first, *cluster.versions[1:]))
    assert citation(cluster, "v1", ("v1.p4.s1", "v1.p4.s2")) == (
        "“The ferry Aurelia ran aground off Lindholm with 140 passengers. The coast guard took all ashore.”\n"
        "— harbour-post, “Ferry aground”, 2024-11-30 06:35, paragraph 4, https://post.example/ferry\n"
    )


def test_sentences_of_two_paragraphs_and_nothing_known_of_the_version() -> None:
    assert citation(harbour().cluster, "v2", ("v2.p1.s1", "v2.p3.s1")) == (
        "“The ferry Aurelia ran aground off Lindholm with 164 passengers.\n"
        "The company has offered every passenger a new ticket.”\n"
        "— coast-radio, paragraphs 1, 3\n"
    )
