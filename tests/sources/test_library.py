"""What a folder of clusters holds: what is listed, what is not, and that no link leads out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reader.sources import SourceError, library, load
from reader.sources.confined import Confined
from reader.sources.files import Anywhere
from tests.sources.stories import COURIER, RADIO, articles


def texts(folder: Path, count: int = 2) -> Path:
    """A folder of text files."""
    folder.mkdir(parents=True)
    for number, text in enumerate([COURIER, RADIO, COURIER][:count], 1):
        (folder / f"paper-{number}.txt").write_text(text, "utf-8")
    return folder


def names(root: Path, depth: int = library.DEPTH) -> list[str]:
    return [entry.name for entry in library.find(root, depth=depth).entries]


def test_a_cluster_is_described_by_its_settings_else_its_first_headline_else_its_name(tmp_path: Path) -> None:
    texts(tmp_path / "a", 3)
    (texts(tmp_path / "b") / "cluster.toml").write_text('title = "The old bridge"\n', "utf-8")
    (texts(tmp_path / "c") / "cluster.toml").write_text('order = ["paper-2.txt"]\n', "utf-8")
    blank = texts(tmp_path / "d")
    (blank / "paper-1.txt").write_text("\n \n", "utf-8")
    found = library.find(tmp_path).entries
    assert [(entry.name, entry.title, entry.versions) for entry in found] == [
        ("a", "Harwick closes its old bridge", 3),
        ("b", "The old bridge", 2),
        ("c", "Old bridge in Harwick shut after vote", 2),
        ("d", "d", 2),
    ]
    assert all(len(load(*entry.paths).versions) == entry.versions for entry in found[:3])


def test_the_last_change_is_that_of_the_newest_file(tmp_path: Path) -> None:
    folder = texts(tmp_path / "a")
    os.utime(folder / "paper-1.txt", (1_000, 1_000))
    os.utime(folder / "paper-2.txt", (2_000, 2_000))
    assert library.find(tmp_path).entries[0].changed == 2_000
    (folder / "cluster.toml").write_text("", "utf-8")
    os.utime(folder / "cluster.toml", (3_000, 3_000))
    assert library.find(tmp_path).entries[0].changed == 3_000


def test_files_of_articles_are_clusters_in_the_folder_that_is_listed(tmp_path: Path) -> None:
    (tmp_path / "many.json").write_text(json.dumps(articles()), "utf-8")
    (tmp_path / "lines.jsonl").write_text("\n".join(json.dumps(one) for one in articles()), "utf-8")
    (tmp_path / "one.json").write_text(json.dumps(articles()[:1]), "utf-8")
    (tmp_path / "settings.json").write_text('{"colour": "red"}', "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    found = {entry.name: (entry.title, entry.versions) for entry in library.find(tmp_path).entries}
    assert found == {
        "many.json": ("Harwick closes its old bridge", 2),
        "lines.jsonl": ("Harwick closes its old bridge", 2),
    }


def test_files_of_articles_in_a_folder_below_are_one_cluster_as_they_are_when_opened(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    for n, article in enumerate(articles()):
        (below / f"{n}.json").write_text(json.dumps([article]), "utf-8")
    [entry] = library.find(tmp_path).entries
    assert (entry.name, entry.versions) == ("below", 2)
    assert len(load(*entry.paths).versions) == 2
    (below / "1.json").unlink()
    assert names(tmp_path) == []


def test_a_large_file_of_articles_is_listed_uncounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in articles()), "utf-8")
    monkeypatch.setattr(library, "LARGEST_READ", path.stat().st_size - 1)
    [entry] = library.find(tmp_path).entries
    assert (entry.title, entry.versions) == ("large", None)


def test_wrong_settings_are_listed_with_what_is_wrong(tmp_path: Path) -> None:
    (texts(tmp_path / "a") / "cluster.toml").write_text("colour = 1\n", "utf-8")
    [entry] = library.find(tmp_path).entries
    assert "colour" in entry.problem


def test_what_is_no_cluster_is_not_listed(tmp_path: Path) -> None:
    texts(tmp_path / "single", 1)
    texts(tmp_path / ".hidden")
    (tmp_path / "empty").mkdir()
    about = tmp_path / "about"
    about.mkdir()
    for name in ("README.md", "LICENSE.txt", ".draft.txt"):
        (about / name).write_text(COURIER, "utf-8")
    assert names(tmp_path) == []
    assert not library.is_library(tmp_path)


def test_folders_are_looked_into_only_so_deep(tmp_path: Path) -> None:
    texts(tmp_path / "a")
    texts(tmp_path / "x" / "b")
    texts(tmp_path / "x" / "y" / "c")
    texts(tmp_path / "x" / "y" / "z" / "d")
    assert names(tmp_path, 1) == ["a"]
    assert names(tmp_path, 2) == ["a", str(Path("x", "b"))]
    assert names(tmp_path) == ["a", str(Path("x", "b")), str(Path("x", "y", "c"))]


def test_no_link_leads_out_and_none_in_a_circle(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", texts(tmp_path / "outside")
    texts(root / "a")
    (root / "out").symlink_to(outside)
    (root / "a" / "paper-9.txt").symlink_to(outside / "paper-1.txt")
    (root / "a" / "again").symlink_to(root)
    (root / "self").symlink_to(root / "self")
    (root / "articles.json").symlink_to(outside / "paper-1.txt")
    found = library.find(root).entries
    assert [(entry.name, entry.versions) for entry in found] == [("a", 2)]
    assert library.find(root, Confined(root)).entries == found
    assert library.describe(root / "out", Confined(root)) is None


def test_a_folder_that_can_not_be_listed_is_passed_over_unless_it_is_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts(tmp_path / "a")
    closed = texts(tmp_path / "closed")
    listed = Anywhere.names

    def refusing(self: Anywhere, path: Path) -> list[str]:
        if path == closed:
            raise PermissionError(13, "no")
        return listed(self, path)

    monkeypatch.setattr(Anywhere, "names", refusing)
    assert names(tmp_path) == ["a"]
    with pytest.raises(SourceError, match="closed"):
        library.find(closed)
    with pytest.raises(SourceError, match="no such"):
        library.find(tmp_path / "missing")


def test_past_a_bound_the_listing_says_that_there_is_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        texts(tmp_path / f"story-{number}")
    assert library.find(tmp_path, most=4).complete
    cut = library.find(tmp_path, most=3)
    assert (len(cut.entries), cut.complete) == (3, False)
    monkeypatch.setattr(library, "MOST_LOOKED_AT", 6)
    assert not library.find(tmp_path).complete


def test_names_and_titles_reach_no_terminal_as_commands(tmp_path: Path) -> None:
    folder = texts(tmp_path / "a\x1b[2Jb")
    (folder / "paper-1.txt").write_text("Bridge\x1b]52;c;eA==\x07 closed\n\nText.\n", "utf-8")
    [entry] = library.find(tmp_path).entries
    assert (entry.name + entry.title).isprintable()
    assert load(*entry.paths).versions


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = texts(tmp_path / "a", 2)
    os.mkfifo(folder / "paper-0.txt")
    os.mkfifo(tmp_path / "pipe.json")
    assert [entry.versions for entry in library.find(tmp_path).entries] == [2]


def test_one_cluster_is_described_by_its_path(tmp_path: Path) -> None:
    folder = texts(tmp_path / "a")
    found = library.describe(folder)
    assert found is not None
    assert (found.name, found.versions, found.paths) == ("a", 2, (str(folder),))
    assert library.describe(tmp_path) is None
    assert library.describe(tmp_path / "missing") is None
    assert library.describe(folder / "paper-1.txt") is None


def test_a_folder_of_clusters_is_no_cluster(tmp_path: Path) -> None:
    story = texts(tmp_path / "a")
    assert library.is_library(tmp_path)
    assert not library.is_library(story)
    assert not library.is_library(tmp_path / "missing")
    (tmp_path / "note.txt").write_text("one text alone", "utf-8")
    assert library.is_library(tmp_path)
    (tmp_path / "note-2.txt").write_text("and another", "utf-8")
    assert not library.is_library(tmp_path)


def test_opening_a_folder_of_clusters_says_what_to_do(tmp_path: Path) -> None:
    texts(tmp_path / "a")
    with pytest.raises(SourceError, match="folders of this folder"):
        load(tmp_path)
