from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.review.places import folder, journal_path, journal_paths, reviewer_name
from reader.story import Cluster, Version


def _cluster(text: str = "One.") -> Cluster:
    return Cluster("Closed bridge", (Version("v1", "Courier", text, ()), Version("v2", "Post", "Two.", ())))


def test_the_reviewer_is_who_is_given_else_the_user() -> None:
    assert reviewer_name("  Ida   Thorne ", {"USER": "ithorne"}) == "Ida Thorne"
    assert reviewer_name(None, {"USER": "ithorne"}) == "ithorne"
    assert reviewer_name(None, {"LOGNAME": "ida"}) == "ida"
    assert reviewer_name(None, {})


@pytest.mark.parametrize("name", ["", "   ", "a" * 101, "a\x1b[31m", "a\u202eb"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="1 to 100 characters"):
        reviewer_name(name, {})


@given(st.text(min_size=1, max_size=80))
def test_a_journal_stays_in_its_folder_whatever_the_name(name: str) -> None:
    path = journal_path(Path("/base"), name)
    assert path.parent == Path("/base")
    assert path.name.isascii()
    assert not path.name.startswith(".")
    assert len(path.name) < 100


@given(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8))
def test_two_names_never_share_a_journal(one: str, other: str) -> None:
    if one != other:
        a, b = journal_path(Path(), one).name, journal_path(Path(), other).name
        assert a.lower() != b.lower()


def test_a_plain_name_is_the_name_of_the_file() -> None:
    assert journal_path(Path(), "ithorne").name == "ithorne.jsonl"


def test_reviews_of_a_cluster_lie_together_and_apart_from_others(tmp_path: Path) -> None:
    one, two = tmp_path / "bridge", tmp_path / "other" / "bridge"
    one.mkdir()
    two.mkdir(parents=True)
    state = tmp_path / "state"
    first = folder(_cluster(), [one], state=state)
    assert first.parent == state / "reviews"
    assert first.name.startswith("bridge-")
    assert folder(_cluster("Changed."), [one / "." / ".." / "bridge"], state=state) == first, (
        "an edit is no new cluster"
    )
    assert folder(_cluster(), [two], state=state) != first


def test_files_in_any_order_are_one_cluster(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    assert folder(_cluster(), [a, b], state=tmp_path) == folder(_cluster(), [b, a], state=tmp_path)


def test_standard_input_is_known_by_its_words(tmp_path: Path) -> None:
    assert folder(_cluster(), ["-"], state=tmp_path) == folder(_cluster(), ["-"], state=tmp_path)
    assert folder(_cluster(), ["-"], state=tmp_path) != folder(_cluster("Other."), ["-"], state=tmp_path)
    with pytest.raises(ValueError, match="no place beside it"):
        folder(_cluster(), ["-"], beside=True)


def test_beside_is_in_the_folder_or_next_to_the_file(tmp_path: Path) -> None:
    assert folder(_cluster(), [tmp_path], beside=True) == tmp_path / ".variorum"
    assert folder(_cluster(), [tmp_path / "story.jsonl"], beside=True) == tmp_path / ".variorum" / "story"


def test_the_journals_of_a_folder_are_found(tmp_path: Path) -> None:
    for name in ("per.jsonl", "ida.jsonl", ".hidden.jsonl", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in journal_paths(tmp_path)] == ["ida.jsonl", "per.jsonl"]
    assert journal_paths(tmp_path / "none") == []
