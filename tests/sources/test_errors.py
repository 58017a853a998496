"""Bad input gets an error that names the file, the place and what to do; one bad file among good ones a notice."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from reader.sources import SourceError, limits, load
from tests.sources.stories import COURIER, RADIO, articles, folder, lines

if TYPE_CHECKING:
    from pathlib import Path


def error_of(*paths: Path | str, strict: bool = False) -> str:
    with pytest.raises(SourceError) as error:
        load(*paths, strict=strict)
    return str(error.value)


def test_no_path() -> None:
    assert "name a folder of text files" in error_of()


def test_no_such_path(tmp_path: Path) -> None:
    path = tmp_path / "bridge"
    assert error_of(path) == f"{path}: no such file or folder; check the spelling"


def test_an_impossible_path() -> None:
    assert "no file can have such a name" in error_of("a\x00b")
    assert "can't be read" in error_of("a" * 5_000)


def test_an_empty_folder(tmp_path: Path) -> None:
    assert error_of(tmp_path) == (
        f"{tmp_path}: there are no articles in this folder; put one .txt or .md file for each version into it"
    )


def test_a_single_version(tmp_path: Path) -> None:
    place = folder(tmp_path, courier=COURIER)
    assert error_of(place).startswith(f"{place / 'courier.txt'}: there is only one version here")
    path = tmp_path / "one.json"
    path.write_text(json.dumps(articles()[0]), encoding="utf-8")
    assert "there is only one version here" in error_of(path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x00\x01\x02" * 50, "this is a binary file, not text"),
        (b"%PDF-1.7 ...", "this is a PDF file, not text"),
        (b"PK\x03\x04 ...", "this is a zip file"),
        (b"\x1f\x8b\x08 ...", "this is a gzip file"),
        (b"\x89PNG\r\n", "this is a picture"),
        (b"\xff\xfea", "it begins as utf-16 and breaks off"),
        (b"", "there is no text in this file"),
        (b" \n\t\n", "there is no text in this file"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, data: bytes, message: str) -> None:
    place = folder(tmp_path, courier=COURIER, radio=RADIO, bad=data)
    bad = place / "bad.txt"
    assert error_of(bad).startswith(f"{bad}: {message}")
    cluster = load(place)
    assert [v.outlet for v in cluster.versions] == ["courier", "radio"]
    assert [notice.where for notice in cluster.notices] == [str(bad)]
    assert cluster.notices[0].message.startswith(message)
    assert error_of(place, strict=True).startswith(f"{bad}: {message}")


def test_a_file_over_the_bound(tmp_path: Path) -> None:
    place = folder(tmp_path)
    big = place / "big.txt"
    with big.open("wb") as file:
        file.truncate(limits.LARGEST_FILE + 1)  # sparse: takes no room
    assert error_of(big) == f"{big}: this is over 10 MB, the most that is read; cut it down to the story's articles"
    assert len(load(place).versions) == 2


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_more_versions_than_the_bound(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    items = [{"text": "A line."}] * (limits.MOST_VERSIONS + 1)
    path.write_text(lines(items) if name == "a.jsonl" else json.dumps(items), encoding="utf-8")
    assert error_of(path).startswith(f"{path}: there are 501 articles in it; a cluster holds at most 500 versions")


def test_more_versions_than_the_bound_together(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(lines([{"text": "A line."}] * 300), encoding="utf-8")
    assert "together 600 versions" in error_of(tmp_path / "a.jsonl", tmp_path / "b.jsonl")


def test_more_files_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.sources.folder.MOST_FILES", 1)
    assert "there are 2 files in this folder; at most 1 are looked at" in error_of(folder(tmp_path))


def test_more_paragraphs_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.sources.assemble.MOST_PARAGRAPHS", 5)
    place = folder(tmp_path, a=COURIER * 2, b=RADIO, c=RADIO)
    cluster = load(place)
    assert len(cluster.versions) == 2
    assert "paragraphs in it; a version holds at most 5" in cluster.notices[0].message


def test_more_sentences_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.sources.assemble.MOST_SENTENCES", 5)
    cluster = load(folder(tmp_path, a="He came. " * 9, b=RADIO, c=RADIO))
    assert len(cluster.versions) == 2
    assert "there are more than 5 sentences in it; a version holds at most that many" in cluster.notices[0].message


def test_paragraphs_past_the_bound_are_counted_before_they_are_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(text: str, headline: str | None = None) -> None:
        raise AssertionError("a text past the bound was taken apart")

    monkeypatch.setattr("reader.sources.assemble.MOST_PARAGRAPHS", 5)
    monkeypatch.setattr("reader.sources.assemble.taken_apart", never)
    text = "word\n \n\n" * 6
    (tmp_path / "a.jsonl").write_text(lines([{"text": text}, {"text": text}]), encoding="utf-8")
    assert "there are 6 paragraphs in it; a version holds at most 5. Cut it down" in error_of(tmp_path / "a.jsonl")


def test_more_sentences_together_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.sources.assemble.MOST_TOGETHER", 20)
    path = tmp_path / "a.jsonl"
    path.write_text(lines([{"text": "He came. " * 9}] * 3), encoding="utf-8")
    assert error_of(path) == (
        f"{path}, line 3: with this one there are 27 sentences together; a cluster holds at most 20. "
        "Keep those of one story, or fewer of its versions"
    )
    monkeypatch.setattr("reader.sources.assemble.MOST_TOGETHER", 27)
    assert len(load(path).versions) == 3


@pytest.mark.parametrize("as_folder", [True, False])
def test_more_text_together_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_folder: bool) -> None:
    monkeypatch.setattr("reader.sources.files.LARGEST_CLUSTER", 200_000)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("word " * 15_000, encoding="utf-8")
    (tmp_path / "d.txt").write_bytes(b"\x00")  # never looked at
    paths = [tmp_path] if as_folder else [tmp_path / f"{name}.txt" for name in "abcd"]
    assert error_of(*paths) == (
        f"{tmp_path / 'c.txt'}: with this there are 0.225 MB of text together; a cluster holds at most 0.2 MB. "
        "Keep the versions of one story, or fewer of them"
    )


def test_wrong_json_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(articles()) + '\n{"outlet": "third", "text"\n', encoding="utf-8")
    cluster = load(path)
    assert len(cluster.versions) == 2
    assert cluster.notices[0].where == f"{path}, line 4, column 27"
    assert cluster.notices[0].message == "wrong JSON: expecting ':' delimiter; correct it there"
    assert error_of(path, strict=True).startswith(f"{path}, line 4")


def test_a_wrong_json_file_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[\n {"text": "a"},\n {"text": }\n]', encoding="utf-8")
    assert error_of(path).startswith(f"{path}, line 3, column 11: wrong JSON")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '[{"text": ' + "[" * 100_000])
def test_deep_nesting(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    assert error_of(path) == f"{path}: the JSON is nested too deeply to be articles"
    path = path.with_suffix(".jsonl")
    path.write_text(text, encoding="utf-8")
    assert error_of(path) == f"{path}, line 1: the JSON is nested too deeply to be articles"


def test_a_number_too_long_to_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" + "9" * 10_000 + "]", encoding="utf-8")
    assert error_of(path) == f"{path}: wrong JSON: a number in it is too long"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "the list of articles is empty"),
        ({"articles": []}, "the list of articles is empty"),
        ({"status": "error", "code": 7}, "an object with 'articles', nor an article; it holds 'status', 'code'"),
        ({}, "it holds nothing"),
        ("text", "this is no list of articles"),
        (12, "this is no list of articles"),
        ([1, 2], "article 1: an article is an object with a text, not a number"),
        (
            [{"title": "a"}, {"title": "b"}],
            "article 1: there is no text in this article; give it as 'text', 'maintext'",
        ),
        ([{"text": 5}, {"text": 6}], "article 1: 'text' is a number, not text"),
        ([{"text": " \n"}, {"text": ""}], "article 1: there is no text in this article"),
    ],
)
def test_json_without_articles(tmp_path: Path, value: object, message: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    assert message in error_of(path)
    assert error_of(path).startswith(str(path))


def test_an_empty_json_lines_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n\n", encoding="utf-8")
    assert error_of(path) == f"{path}: there is nothing in it; give one JSON object a line, each with a text"


def test_an_article_without_text_among_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines([articles()[0], {"outlet": "empty"}, articles()[1]]), encoding="utf-8")
    cluster = load(path)
    assert [v.id for v in cluster.versions] == ["v1", "v2"]
    assert str(cluster.notices[0]).startswith(f"{path}, line 2: there is no text in this article")


def test_a_text_that_is_invisible(tmp_path: Path) -> None:
    place = folder(tmp_path, a=COURIER, b=RADIO, c="\ufeff\u2028 ")
    cluster = load(place)
    assert len(cluster.versions) == 2
    assert "there is no text" in cluster.notices[0].message


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx", "a.csv", "a.xml"])
def test_formats_that_are_not_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("x", encoding="utf-8")
    assert error_of(path).startswith(f"{path}: ")
    assert "not read" in error_of(path)


def test_one_missing_path_among_several(tmp_path: Path) -> None:
    place = folder(tmp_path)
    missing = place / "third.txt"
    cluster = load(place, missing)
    assert str(cluster.notices[0]) == f"{missing}: no such file or folder; check the spelling"
    assert "no such file" in error_of(place, missing, strict=True)


def test_too_few_says_what_was_left_out(tmp_path: Path) -> None:
    place = folder(tmp_path, courier=COURIER, bad=b"%PDF-")
    message = error_of(place)
    assert "there is only one version here" in message
    assert f"Left out: {place / 'bad.txt'}: this is a PDF file" in message
    more = [place / f"bad{n}.txt" for n in range(9)]
    for path in more:
        path.write_bytes(b"%PDF-")
    message = error_of(place)
    assert message.count("this is a PDF file") == 5
    assert message.endswith("; and 5 more")
    message = error_of(*more)
    assert message.startswith(f"{more[0]}: there is no version that can be read here. Left out: {more[0]}: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = folder(tmp_path) / "courier.txt"
    path.chmod(0)
    assert "you are not allowed to read this" in error_of(path)


def test_a_device_is_no_file() -> None:
    assert error_of("/dev/null").startswith("/dev/null: this is not a file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    place = folder(tmp_path / "bridge")
    os.mkfifo(place / "third.txt")
    (notice,) = load(place).notices
    assert notice.where == str(place / "third.txt")
    assert notice.message.startswith("this is not a file; ")
    os.mkfifo(place / "cluster.toml")
    assert error_of(place) == f"{place / 'cluster.toml'}: this is not a file; make it one or remove it"


def test_links_that_lead_out_of_the_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Not for everyone.", encoding="utf-8")
    place = folder(tmp_path / "bridge")
    (place / "link.txt").symlink_to(secret)
    (place / "circle.txt").symlink_to(place / "circle.txt")
    (place / "inside.txt").symlink_to(place / "radio.txt")
    cluster = load(place)
    assert [v.outlet for v in cluster.versions] == ["courier", "inside", "radio"]
    assert sorted(n.where for n in cluster.notices) == [str(place / "circle.txt"), str(place / "link.txt")]
    assert not any("Not for everyone" in v.text for v in cluster.versions)
