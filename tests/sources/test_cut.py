"""What is too long is cut, and that is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.sources import load

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The bridge over the Tarn was closed on Tuesday. Engineers found a crack."


def _loaded(folder: Path, *articles: dict[str, object]) -> tuple[list[str], list[str]]:
    """The notices, and the sentences of the first version."""
    path = folder / "story.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    cluster = load(path, strict=True)
    assert all(notice.where.startswith(str(path)) or notice.where == "title" for notice in cluster.notices)
    return [notice.message for notice in cluster.notices], [place.text for place in cluster.places("v1")]


@pytest.mark.parametrize(("key", "limit"), [("headline", 2_000), ("byline", 2_000), ("url", 2_000), ("outlet", 200)])
def test_a_field(tmp_path: Path, key: str, limit: int) -> None:
    start = "https://tarn.example/" if key == "url" else "Ida "
    fits, too_long = (start + "x" * (limit - len(start) + more) for more in (0, 1))
    assert _loaded(tmp_path, {"text": TEXT, key: fits}, {"text": TEXT})[0] == []
    (message,) = _loaded(tmp_path, {"text": TEXT, key: too_long}, {"text": TEXT})[0]
    assert f"{limit + 1} characters" in message
    assert str(limit) in message.replace(f"{limit + 1} characters", "")


def test_a_title(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    (tmp_path / "cluster.toml").write_text(f'title = "{"x" * 2_001}"', "utf-8")
    cluster = load(tmp_path)
    assert [str(notice) for notice in cluster.notices] == ["title: it has 2001 characters; the first 2000 are kept"]
    assert len(cluster.title) == 2_000


def test_a_sentence(tmp_path: Path) -> None:
    long = "The bridge " + "and the bank " * 400 + "are closed."
    messages, sentences = _loaded(tmp_path, {"text": f"{TEXT} {long} {TEXT}"}, {"text": TEXT})
    assert messages == [f"a sentence has {len(long)} characters; it is cut into pieces of at most 4000"]
    assert " ".join(sentences) == f"{TEXT} {long} {TEXT}"
    messages, _ = _loaded(tmp_path, {"text": f"{long}\n\n{long}"}, {"text": TEXT})
    (message,) = messages
    assert message.startswith(f"2 sentences have more than 4000 characters, up to {len(long)}; they are cut into")
    assert _loaded(tmp_path, {"text": " ".join([TEXT] * 200)}, {"text": TEXT})[0] == []
