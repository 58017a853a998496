"""Whatever comes in: a cluster that can be put together again, or an error that names the file. Never anything else."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources import SourceError, load
from tests.sources.stories import RADIO, articles, lines
from tests.sources.test_load import put_together

if TYPE_CHECKING:
    from reader.story import Cluster

CHARS = st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=())
TEXT = st.text(CHARS, max_size=120)
SCALAR = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT)
VALUE = st.recursive(SCALAR, lambda v: st.lists(v, max_size=3) | st.dictionaries(TEXT, v, max_size=3), max_leaves=6)
FIELD = st.sampled_from(
    [
        "outlet",
        "source",
        "source_domain",
        "hostname",
        "sitename",
        "headline",
        "title",
        "byline",
        "author",
        "authors",
        "published",
        "date",
        "date_publish",
        "publishedAt",
        "url",
        "text",
        "maintext",
        "body",
        "content",
        "language",
        "name",
        "id",
        "articles",
    ]
)
ARTICLE = st.dictionaries(FIELD, st.one_of(TEXT, VALUE), max_size=6)


def check(cluster: Cluster) -> None:
    put_together(cluster)
    assert len(cluster.versions) >= 2
    assert len({v.outlet.casefold() for v in cluster.versions}) == len(cluster.versions)
    shown = [cluster.title, *(str(n) for n in cluster.notices)]
    for version in cluster.versions:
        assert version.text.strip()
        assert version.published is None or version.published_date is not None
        shown += [version.outlet, version.headline or "", version.byline or "", version.url or "", version.path or ""]
        assert not any(_controls(c) and c != "\n" for c in version.text)
        assert not any("\n" in p.text for p in version.paragraphs)
    assert not any(_controls(c) for text in shown for c in text)


def _controls(char: str) -> bool:
    code = ord(char)
    return (
        code < 32
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xE000
        or 0x202A <= code < 0x202F
        or code in (0x2028, 0x2029)
    )


def opened(files: dict[str, bytes], *paths: str) -> Cluster | None:
    """What loading gives, checked; None for a clear error."""
    with TemporaryDirectory() as name:
        for file, data in files.items():
            (Path(name) / file).write_bytes(data)
        try:
            cluster = load(*(Path(name) / path for path in paths))
        except SourceError as error:
            message = str(error)
        else:
            check(cluster)
            return cluster
    assert name in message
    assert not any(_controls(c) for c in message)
    return None


@given(st.lists(st.one_of(st.binary(max_size=300), TEXT.map(lambda t: t.encode("utf-8", "replace"))), max_size=4))
def test_folders_of_any_files(contents: list[bytes]) -> None:
    files = {f"{n}.txt": data for n, data in enumerate(contents)}
    opened(files | {"radio.txt": RADIO.encode(), "courier.md": RADIO.encode()}, ".")


@settings(max_examples=300)
@given(st.lists(ARTICLE, min_size=1, max_size=4), st.booleans())
def test_json_lines_of_any_articles(items: list[dict[str, Any]], whole: bool) -> None:
    data = json.dumps(items) if whole else lines(items)
    opened({"a.jsonl": data.encode("utf-8", "surrogatepass")}, "a.jsonl")
    opened({"a.json": data.encode("utf-8", "surrogatepass")}, "a.json")


@given(
    st.one_of(st.binary(max_size=300), VALUE.map(lambda v: json.dumps(v).encode())),
    st.sampled_from(["a.json", "a.jsonl"]),
)
def test_any_json(data: bytes, name: str) -> None:
    opened({name: data}, name)


@given(st.data())
def test_good_json_with_a_byte_changed(data: st.DataObject) -> None:
    good = bytearray(lines(articles()).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    opened({"a.jsonl": bytes(good)}, "a.jsonl")


TOML_VALUE = st.recursive(
    st.one_of(st.booleans(), st.integers(), TEXT, st.dates().map(str)), lambda v: st.lists(v, max_size=3), max_leaves=4
)


@given(
    st.one_of(
        st.binary(max_size=200),
        st.dictionaries(st.sampled_from(["title", "order", "base", "files", "x"]), TOML_VALUE, max_size=4).map(
            lambda table: "\n".join(f"{key} = {json.dumps(value)}" for key, value in table.items()).encode(
                "utf-8", "replace"
            )
        ),
    )
)
def test_any_cluster_toml(toml: bytes) -> None:
    opened({"cluster.toml": toml, "radio.txt": RADIO.encode(), "courier.txt": RADIO.encode()}, ".")


@given(
    st.dictionaries(st.sampled_from(["title", "author", "date", "source", "url", "lang", "x"]), TEXT, max_size=5), TEXT
)
def test_any_front_matter(entries: dict[str, str], body: str) -> None:
    front = "\n".join(f"{key}: {value}" for key, value in entries.items())
    text = f"---\n{front}\n---\n{body}\n{RADIO}"
    opened({"a.md": text.encode("utf-8", "replace"), "b.md": RADIO.encode()}, ".")


STRANGE = [
    b"word ",
    b"x",
    "“(a. ".encode(),
    b"word\n",
    b"a sentence without an end\n\n",
    "\u0301".encode(),
    b"A/ ",
    b"\x1b[31m",
    b"a > ",
    b"a > " * 90 + b"\n",
    b"A and " * 13 + b"A\n2024\n",
    b"your support " * 25 + b"\n",
    b"\n",
    b"- ",
    b"1. a\n",
    b"# a\n",
    b"> a\n",
    b"a\n---\n",
]


def calls(data: bytes) -> int:
    """How many functions are called while such a text is read."""
    count = 0

    def called(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        assert opened({"a.txt": data, "b.txt": RADIO.encode()}, ".") is not None
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", STRANGE, ids=lambda data: repr(data[:12]))
def test_twice_as_much_of_a_strange_text_is_twice_the_work(unit: bytes) -> None:
    """Counted in calls, of which every machine makes the same number; patterns are the matter of tools.fuzz."""
    times = max(8, 16_000 // len(unit))
    opened({"a.txt": unit * times, "b.txt": RADIO.encode()}, ".")  # what is made once and kept
    once, twice = calls(unit * times + b"a"), calls(unit * 2 * times + b"a")
    assert twice < 2.2 * once + 1_000
