"""Every way in leads to the same kind of cluster."""

from __future__ import annotations

import io
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from reader.sources import SourceError, load
from reader.sources.limits import LARGEST_FILE
from reader.story import Cluster, Kind
from tests.sources.stories import COURIER, RADIO, articles, folder, lines

if TYPE_CHECKING:
    from pathlib import Path


def outlets(cluster: Cluster) -> list[str]:
    return [version.outlet for version in cluster.versions]


def put_together(cluster: Cluster) -> None:
    """The text of every version comes back from its paragraphs, theirs from their sentences, but for white space."""
    for version in cluster.versions:
        assert len(version.text) == len(version.original)
        at = 0
        for paragraph in version.paragraphs:
            assert not version.text[at : paragraph.start].strip()
            at = paragraph.start + len(paragraph.text)
            assert version.text[paragraph.start : at] == paragraph.text
            inner = 0
            for sentence in paragraph.sentences:
                assert not paragraph.text[inner : sentence.start].strip()
                inner = sentence.end
            assert not paragraph.text[inner:].strip()
        assert not version.text[at:].strip()


def test_a_folder(tmp_path: Path) -> None:
    cluster = load(folder(tmp_path / "bridge"))
    assert outlets(cluster) == ["courier", "radio"]
    assert cluster.title == "Harwick closes its old bridge"
    courier, radio = cluster.versions
    assert courier.id == "v1"
    assert courier.headline == "Harwick closes its old bridge"
    assert courier.byline == "Jane Roe"
    assert courier.published == "2024-11-30T06:35:00+00:00"
    assert courier.language == "en"
    assert courier.path == str(tmp_path / "bridge" / "courier.txt")
    assert radio.published is None
    assert [p.kind for p in radio.paragraphs] == [Kind.HEADLINE, Kind.BODY]
    assert [s.id for s in radio.paragraphs[1].sentences] == ["v2.p2.s1", "v2.p2.s2"]
    assert cluster.notices == ()
    put_together(cluster)


def test_files_stand_in_the_order_given(tmp_path: Path) -> None:
    place = folder(tmp_path)
    cluster = load(place / "radio.txt", str(place / "courier.txt"))
    assert outlets(cluster) == ["radio", "courier"]


def test_names_are_sorted_as_people_count(tmp_path: Path) -> None:
    place = folder(tmp_path, **{f"revision {n}": RADIO for n in (10, 2, 1)})
    assert outlets(load(place)) == ["revision 1", "revision 2", "revision 10"]


def test_a_name_comes_before_the_same_with_a_number_behind_it(tmp_path: Path) -> None:
    names = ("story", "story 2", "story2", "story10", "story-final", "story.final")
    place = folder(tmp_path, **dict.fromkeys(reversed(names), COURIER))
    found = outlets(load(place))
    assert found[0] == "story"
    assert found.index("story2") < found.index("story10")


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(lines(articles()), encoding="utf-8")
    cluster = load(path)
    assert outlets(cluster) == ["courier", "radio"]
    assert [v.published for v in cluster.versions] == ["2024-11-30", "2024-12-01"]
    put_together(cluster)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
@pytest.mark.parametrize("wrap", [False, True])
def test_json_lists(tmp_path: Path, name: str, wrap: bool) -> None:
    path = tmp_path / name
    value = {"status": "ok", "title": "The bridge", "articles": articles()} if wrap else articles()
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
    cluster = load(path)
    assert outlets(cluster) == ["courier", "radio"]
    assert cluster.title == ("The bridge" if wrap else "Harwick closes its old bridge")


def test_single_articles_in_files_of_their_own(tmp_path: Path) -> None:
    for n, article in enumerate(articles()):
        (tmp_path / f"{n}.json").write_text(json.dumps(article), encoding="utf-8")
    assert outlets(load(tmp_path)) == ["courier", "radio"]
    assert outlets(load(tmp_path / "1.json", tmp_path / "0.json")) == ["radio", "courier"]


def test_beside_text_files_json_is_something_else(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "report.json").write_text("{}", encoding="utf-8")
    (place / "README.md").write_text("About this folder.", encoding="utf-8")
    (place / ".hidden.txt").write_text("Hidden.", encoding="utf-8")
    (place / "picture.png").write_bytes(b"\x89PNG")
    (place / "older").mkdir()
    cluster = load(place)
    assert outlets(cluster) == ["courier", "radio"]
    assert cluster.notices == ()


@pytest.mark.parametrize("stream", [io.BytesIO(lines(articles()).encode()), io.StringIO(lines(articles()))])
def test_standard_input(stream: io.BytesIO | io.StringIO) -> None:
    cluster = load("-", stdin=stream)
    assert outlets(cluster) == ["courier", "radio"]
    assert cluster.versions[0].path is None


@dataclass
class Stream:
    """A stream that goes on for as long as somebody asks, and gives so much at a time."""

    unit: bytes | str
    once: int
    given: int = 0

    def read(self, size: int) -> bytes | str:
        assert size > 0
        self.given += min(size, self.once)
        return self.unit * min(size, self.once)


@pytest.mark.parametrize(
    ("unit", "once"), [(b"x", 10**9), (b"x", 999_999), ("x", 10**9), ("x", 999_999), ("ü", 777_777)]
)
def test_a_stream_is_read_to_its_bound_only(unit: bytes | str, once: int) -> None:
    stream = Stream(unit, once)
    with pytest.raises(SourceError, match="standard input: this is over 10 MB"):
        load("-", stdin=stream)  # type: ignore[arg-type]
    assert stream.given <= LARGEST_FILE + 1


def test_a_stream_may_give_less_than_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(articles()), encoding="utf-8")

    class Slow(io.RawIOBase):
        def __init__(self) -> None:
            self.left = path.read_bytes()

        def readable(self) -> bool:
            return True

        def readinto(self, into: Any) -> int:
            part, self.left = self.left[: min(7, len(into))], self.left[7:]
            into[: len(part)] = part
            return len(part)

    assert load("-", stdin=Slow()).versions[0].text == load(path).versions[0].text  # type: ignore[arg-type]


def test_a_pipe(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, RADIO.encode())
    os.close(write)
    path = tmp_path / "courier.txt"
    path.write_text(COURIER, encoding="utf-8")
    try:
        assert len(load(f"/dev/fd/{read}", path).versions) == 2
    finally:
        os.close(read)


def test_the_headline_field_becomes_the_first_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    items = [
        {"title": "Bridge\nclosed", "text": RADIO},
        {"title": "Old bridge in Harwick shut after vote", "text": RADIO},
    ]
    path.write_text(lines(items), encoding="utf-8")
    one, other = load(path).versions
    assert one.text.startswith("Bridge closed\n\nOld bridge in Harwick")
    assert one.paragraphs[0].kind is Kind.HEADLINE
    assert one.paragraphs[1].kind is not Kind.HEADLINE
    assert other.text == RADIO
    assert other.paragraphs[0].kind is Kind.HEADLINE


def test_outlets_are_made_unique(tmp_path: Path) -> None:
    path = tmp_path / "story.jsonl"
    items = [
        {"outlet": "Agency", "text": RADIO},
        {"outlet": "agency", "text": RADIO},
        {"outlet": "agency 2", "text": RADIO},
        {"url": "https://www.courier.example/1", "text": RADIO},
        {"text": RADIO},
        {"text": RADIO},
    ]
    path.write_text(lines(items), encoding="utf-8")
    assert outlets(load(path)) == ["Agency", "agency 3", "agency 2", "courier.example", "story", "story 2"]


def test_markdown_front_matter(tmp_path: Path) -> None:
    front = '---\ntitle: "Bridge closed"\nauthor: Jane Roe\ndate: 2024-11-30\nsource: Courier\nlang: en-GB\n---\n\n'
    (tmp_path / "a.md").write_text(f"{front}# Bridge closed\n\n{RADIO}", encoding="utf-8")
    (tmp_path / "b.md").write_text(RADIO, encoding="utf-8")
    cluster = load(tmp_path)
    version = cluster.versions[0]
    assert (version.outlet, version.headline, version.byline) == ("Courier", "Bridge closed", "Jane Roe")
    assert (version.published, version.language) == ("2024-11-30", "en")
    put_together(cluster)


def test_hostile_text_is_made_visible_and_the_original_kept(tmp_path: Path) -> None:
    hostile = "Bridge \x1b[31mclosed\r\n\r\nThe\tbridge is \u202eclosed\x00 today.\r\n"
    path = tmp_path / "a.jsonl"
    path.write_text(lines([{"outlet": "a\x1b]0;x\x07\nb", "text": hostile}, {"text": RADIO}]), encoding="utf-8")
    cluster = load(path)
    version = cluster.versions[0]
    assert version.original == hostile
    assert version.text == "Bridge ␛[31mclosed \n \nThe bridge is \N{REPLACEMENT CHARACTER}closed␀ today. \n"
    assert version.outlet == "a␛]0;x␇ b"
    put_together(cluster)


def test_hostile_file_names_are_made_visible(tmp_path: Path) -> None:
    place = folder(tmp_path / "a\x1b[2J", **{"cou\x1b[31m\nrier": COURIER, "radio": RADIO, "\x9bx": "%PDF-"})
    cluster = load(place)
    shown = [v.outlet for v in cluster.versions] + [v.path or "" for v in cluster.versions]
    shown += [str(notice) for notice in cluster.notices]
    assert len(cluster.notices) == 1
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for text in shown for c in text)
    with pytest.raises(SourceError) as error:
        load(place / "missing\x1b[31m")
    assert "\x1b" not in str(error.value)


def test_loading_twice_gives_the_same(tmp_path: Path) -> None:
    place = folder(tmp_path)
    assert load(place) == load(place)


def test_the_first_versions_are_handed_over_early(tmp_path: Path) -> None:
    seen: list[Cluster] = []
    cluster = load(folder(tmp_path), first=seen.append)
    assert [v.id for v in seen[0].versions] == [v.id for v in cluster.versions]
    assert outlets(seen[0]) == outlets(cluster)
