"""Which versions are set apart, and which never are."""

from __future__ import annotations

from reader.align import align
from tests.align.stories import COUNCIL, FERRY, FERRY_LATER, FERRY_SHORT, FERRY_TOO, cluster


def test_another_event_is_set_apart_with_the_names_that_show_it() -> None:
    story = cluster(FERRY, FERRY_LATER, FERRY_TOO, FERRY_SHORT)
    alignment = align(story)
    assert list(alignment.off_event) == ["v2"]
    apart = alignment.off_event["v2"]
    assert "Oduya" in apart.reason
    shown = {story.place(m.sentence).paragraph.text[m.start : m.end] for m in apart.evidence}
    assert "Oduya" in shown
    assert all(m.version == "v2" for m in apart.evidence)


def test_a_version_set_apart_has_no_links_and_rows_of_its_own() -> None:
    story = cluster(FERRY, COUNCIL, FERRY_TOO, FERRY_SHORT)
    alignment = align(story)
    assert list(alignment.off_event) == ["v2"]
    assert not [x for x in (*alignment.links, *alignment.near) if story.place(x.a).version.id == "v2"]
    assert all(list(p.sentences) == ["v2"] for p in alignment.passages if "v2" in p.sentences)
    assert alignment.base != "v2"


def test_a_short_version_of_the_event_is_left_alone() -> None:
    assert not align(cluster(FERRY, FERRY_TOO, FERRY_SHORT)).off_event


def test_the_same_text_in_every_version_is_left_alone() -> None:
    assert not align(cluster(FERRY, FERRY, FERRY, FERRY)).off_event


def test_in_a_cluster_of_two_neither_is_the_odd_one() -> None:
    assert not align(cluster(FERRY, COUNCIL)).off_event
