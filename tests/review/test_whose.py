from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.review.journal import Journal
from reader.review.places import folder, journal_path
from reader.review.records import Judged, Record, Verdict
from reader.review.whose import NAME, Prints, by_name, home, in_common, remember
from tests.review.sample import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from reader.story import Cluster

TEXTS = {
    "a": "The bridge at Tarn closed on Friday after a crack was found in its third pier, the county said.",
    "b": "Engineers shut Tarn bridge on Thursday evening. Buses go round by Holm until the spring at least.",
    "c": "Shops in Tarn fear for their trade now that the bridge is closed, and ask the county for a ferry.",
    "d": "A ferry will run between Tarn and Holm from Monday, the county council decided in a late sitting.",
}


def write(path: Path, names: str = "abc") -> Path:
    path.mkdir(parents=True)
    for name in names:
        (path / f"{name}.txt").write_text(f"{TEXTS[name]}\n", "utf-8")
    return path


def decide(paths: list[Path], state: Path | None, reviewer: str = "ida", *, beside: bool = False) -> Path:
    """Review a cluster: what the reader does at its first decision. Gives the folder of the journals."""
    cluster = reader.load(*paths)
    found = home(cluster, paths, beside=beside, state=state)
    record = Record("r1", "2031-03-05T10:00:00Z", reviewer, Judged("f1", Verdict.CONFIRMED, WORDS))
    assert Journal(journal_path(found.folder, reviewer)).append([record]) is None
    remember(found, cluster, paths, beside=beside)
    return found.folder


def test_a_cluster_is_known_by_its_paths(tmp_path: Path) -> None:
    story, state = write(tmp_path / "story"), tmp_path / "state"
    cluster = reader.load(story)
    nothing = home(cluster, [story], state=state)
    assert (nothing.folder, nothing.told) == (folder(cluster, [story], state=state), None)
    assert decide([story], state) == nothing.folder
    for name in "abc":
        (story / f"{name}.txt").write_text(f"All of it is new, {name}. Nothing is as it was before.\n", "utf-8")
    again = home(reader.load(story), [story], state=state)
    assert (again.folder, again.told) == (nothing.folder, None)


def test_a_journal_from_before_clusters_were_remembered_is_found(tmp_path: Path) -> None:
    story, state = write(tmp_path / "story"), tmp_path / "state"
    (decide([story], state) / NAME).unlink()
    assert home(reader.load(story), [story], state=state).folder == folder(reader.load(story), [story], state=state)


def change(story: Path, what: str) -> None:
    match what:
        case "an edited text":
            (story / "b.txt").write_text("The bridge is open. All is well again.\n", "utf-8")
        case "a version more":
            (story / "d.txt").write_text(TEXTS["d"], "utf-8")
        case "a version less":
            (story / "c.txt").unlink()


@pytest.mark.parametrize("what", ["nothing", "an edited text", "a version more", "a version less"])
def test_a_moved_cluster_is_known_again(tmp_path: Path, what: str) -> None:
    story, state = write(tmp_path / "story"), tmp_path / "state"
    reviewed = decide([story], state)
    moved = story.rename(tmp_path / "renamed")
    change(moved, what)
    found = home(reader.load(moved), [moved], state=state)
    assert found.folder == reviewed
    assert found.told is not None
    assert str(story) in found.told
    assert not found.named.exists(), "nothing is written by looking"
    assert decide([moved], state, "sam") == reviewed
    assert by_name(found.named) == reviewed
    again = home(reader.load(moved), [moved], state=state)
    assert (again.folder, again.told) == (reviewed, None)
    for name in "abc":  # from now on it is known by its path, whatever is edited
        (moved / f"{name}.txt").write_text(f"All of it is new, {name}. Nothing is as it was.\n", "utf-8")
    assert home(reader.load(moved), [moved], state=state).folder == reviewed
    assert {path.name for path in reviewed.glob("*.jsonl")} == {"ida.jsonl", "sam.jsonl"}


def test_long_texts_are_known_by_how_they_begin(tmp_path: Path) -> None:
    story, state = tmp_path / "story", tmp_path / "state"
    story.mkdir()
    for name in "ab":
        (story / f"{name}.txt").write_text(f"{TEXTS[name] * 3} The end.\n", "utf-8")
    reviewed = decide([story], state)
    moved = story.rename(tmp_path / "renamed")
    for name in "ab":
        (moved / f"{name}.txt").write_text(f"{TEXTS[name] * 3} Another end, and more of it.\n", "utf-8")
    assert home(reader.load(moved), [moved], state=state).folder == reviewed


def test_a_copy_shares_its_review_and_one_that_only_resembles_does_not(tmp_path: Path) -> None:
    story, state = write(tmp_path / "story"), tmp_path / "state"
    reviewed = decide([story], state)
    copy = write(tmp_path / "copy")
    assert home(reader.load(copy), [copy], state=state).folder == reviewed
    files = sorted(copy.iterdir())
    assert home(reader.load(*files), files, state=state).folder == reviewed, "as a list of files"
    other = write(tmp_path / "other", "abd")
    found = home(reader.load(other), [other], state=state)
    assert (found.folder, found.told) == (found.named, None)
    assert decide([copy], state) == reviewed
    assert str(story) in json.loads((reviewed / NAME).read_text())["paths"], "the first one lies there still"


def test_one_file_more_is_the_same_cluster(tmp_path: Path) -> None:
    story, state = write(tmp_path / "story", "abcd"), tmp_path / "state"
    files = sorted(story.iterdir())
    reviewed = decide(files[:2], state)
    assert home(reader.load(*files), files, state=state).folder == reviewed
    assert home(reader.load(*files[2:]), files[2:], state=state).folder != reviewed


def test_of_several_the_one_that_shares_most_is_taken(tmp_path: Path) -> None:
    state = tmp_path / "state"
    folders = {names: decide([write(tmp_path / names, names)], state) for names in ("ab", "abc", "bcd")}
    for names in folders:
        (tmp_path / names).rename(tmp_path / f"old-{names}")
    now = write(tmp_path / "now", "abc")
    (now / "c.txt").write_text(TEXTS["c"] + " Nobody answered.\n", "utf-8")
    assert home(reader.load(now), [now], state=state).folder == folders["abc"]
    (now / "c.txt").unlink()
    assert home(reader.load(now), [now], state=state).folder == folders["ab"]
    (now / "c.txt").write_text(TEXTS["c"] + "\n", "utf-8")
    assert home(reader.load(now), [now], state=state).folder == folders["abc"]


def test_beside_a_file_and_beside_a_folder(tmp_path: Path) -> None:
    lines = [json.dumps({"outlet": name, "text": text}) for name, text in TEXTS.items()]
    story = tmp_path / "share" / "story.jsonl"
    story.parent.mkdir()
    story.write_text("\n".join(lines), "utf-8")
    reviewed = decide([story], None, beside=True)
    assert reviewed == tmp_path / "share" / ".variorum" / "story"
    told = json.loads((reviewed / NAME).read_text())
    assert told["paths"] == ["../story.jsonl"], "a shared folder tells nothing of where it is mounted"
    moved = story.rename(story.with_name("renamed.jsonl"))
    assert home(reader.load(moved), [moved], beside=True).folder == reviewed
    inside = write(tmp_path / "inside")
    assert decide([inside], None, beside=True) == inside / ".variorum"
    assert not (inside / ".variorum" / NAME).exists(), "it moves with the cluster as it is"


def test_what_came_from_standard_input_is_known_by_its_words(tmp_path: Path) -> None:
    state = tmp_path / "state"
    cluster = reader.load(write(tmp_path / "story"))

    def there(cluster: Cluster) -> Path:
        return home(cluster, ["-"], state=state).folder

    first = there(cluster)
    record = Record("r1", "2031-03-05T10:00:00Z", "ida", Judged("f1", Verdict.CONFIRMED, WORDS))
    assert Journal(journal_path(first, "ida")).append([record]) is None
    remember(home(cluster, ["-"], state=state), cluster, ["-"])
    changed = replace(cluster.versions[0], text="Another text altogether, which nobody has told before today.")
    assert there(replace(cluster, versions=(changed, *cluster.versions[1:]))) == first
    assert there(replace(cluster, title="Another title")) == first


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"nonsense",
        b"[]",
        b"[" * 100_000,
        b'{"schema": "variorum-cluster/1", "versions": 3, "paths": {}}',
        b'{"schema": "variorum-cluster/1", "versions": [3, {"text": 1}], "paths": [7]}',
        b'{"schema": "variorum-cluster/1", "review": "../elsewhere"}',
        b'{"schema": "variorum-cluster/1", "review": ".."}',
        b'{"schema": "variorum-cluster/9", "review": "elsewhere"}',
    ],
)
def test_a_file_that_says_nothing_is_left_alone(tmp_path: Path, nonsense: bytes) -> None:
    story, state = write(tmp_path / "story"), tmp_path / "state"
    reviewed = decide([story], state)
    (reviewed / NAME).write_bytes(nonsense)
    moved = story.rename(tmp_path / "moved")
    found = home(reader.load(moved), [moved], state=state)
    assert found.folder == found.named
    found.named.mkdir()
    (found.named / NAME).write_bytes(nonsense)
    assert by_name(found.named) == found.named
    assert home(reader.load(moved), [moved], state=state).folder == found.named


def test_links_are_not_followed_and_a_folder_that_can_not_be_written_is_no_harm(tmp_path: Path) -> None:
    story, state = write(tmp_path / "story"), tmp_path / "state"
    reviewed = decide([story], state)
    (reviewed / NAME).rename(tmp_path / "facts")
    (reviewed / NAME).symlink_to(tmp_path / "facts")
    moved = story.rename(tmp_path / "moved")
    found = home(reader.load(moved), [moved], state=state)
    assert found.folder == found.named
    remember(found, reader.load(moved), [moved])
    assert not found.named.exists()


PRINTS = st.lists(st.builds(Prints, *[st.sampled_from(["", "x", "y", "z"])] * 3), max_size=6)


@given(PRINTS, PRINTS)
def test_what_two_clusters_share_is_counted_once(one: list[Prints], other: list[Prints]) -> None:
    shared = in_common(one, other)
    assert 0 <= shared <= min(len(one), len(other))
    told = [prints for prints in one if any(prints)]
    assert in_common(one, one) == len(told)
    if {p.text for p in one if p.text} & {p.text for p in other if p.text}:
        assert shared
