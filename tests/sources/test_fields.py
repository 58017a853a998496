"""Articles under the names that collectors of news give their fields."""

from __future__ import annotations

from typing import Any

import pytest

from reader.sources import SourceError
from reader.sources.fields import article, host

NEWS_PLEASE = {
    "authors": ["Jane Roe", "John Doe"],
    "date_download": "2024-12-02 08:00:00",
    "date_publish": "2024-11-30 06:35:00",
    "language": "en",
    "maintext": "The bridge is closed.",
    "source_domain": "courier.example",
    "title": "Bridge closed",
    "url": "https://courier.example/1",
    "description": "A bridge.",
}
NEWSPAPER = {
    "title": "Bridge closed",
    "text": "The bridge is closed.",
    "authors": ["Jane Roe"],
    "publish_date": "2024-11-30T06:35:00",
    "url": "https://www.courier.example/1",
    "source_url": "https://www.courier.example",
    "meta_lang": "en",
}
TRAFILATURA = {
    "title": "Bridge closed",
    "author": "Jane Roe; John Doe",
    "hostname": "courier.example",
    "date": "2024-11-30",
    "text": "The bridge is closed.",
    "raw_text": "The bridge is closed.",
    "language": None,
    "source": "https://courier.example/1",
    "source-hostname": "The Courier",
    "sitename": "The Courier",
}
NEWS_API = {
    "source": {"id": None, "name": "The Courier"},
    "author": "Jane Roe",
    "title": "Bridge closed",
    "description": "A bridge.",
    "url": "https://courier.example/1",
    "urlToImage": None,
    "publishedAt": "2024-11-30T06:35:00Z",
    "content": "The bridge is closed.",
}


@pytest.mark.parametrize(
    ("fields", "outlet", "byline", "published"),
    [
        (NEWS_PLEASE, "courier.example", "Jane Roe, John Doe", "2024-11-30T06:35:00"),
        (NEWSPAPER, None, "Jane Roe", "2024-11-30T06:35:00"),
        (TRAFILATURA, "The Courier", "Jane Roe; John Doe", "2024-11-30"),
        (NEWS_API, "The Courier", "Jane Roe", "2024-11-30T06:35:00+00:00"),
    ],
)
def test_collectors(fields: dict[str, Any], outlet: str | None, byline: str, published: str) -> None:
    found, notices = article(fields, "a.json, article 1", "a")
    assert notices == []
    assert found.text == "The bridge is closed."
    assert found.headline == "Bridge closed"
    assert (found.outlet, found.byline, found.published) == (outlet, byline, published)
    assert host(found.url or "") == "courier.example"


@pytest.mark.parametrize(
    ("field", "value", "notice"),
    [
        ("published", "tomorrow", "'published' is 'tomorrow', which is no date with day, month and year; left out"),
        ("date", "04/05/2024", "which is no date"),
        ("headline", ["a", "b"], "'headline' is a list, not text; left out"),
        ("headline", {"main": "a"}, "'headline' is an object, not text; left out"),
        ("authors", [1, 2], "'authors' is a list, not a name or a list of names; left out"),
        ("outlet", 7, "'outlet' is a number, not a name; left out"),
        ("url", True, "'url' is true or false, not text; left out"),
        ("content", "x", None),
        ("headline", 1984, None),
        ("authors", [{"name": "Jane Roe"}], None),
        ("date", 1732948500, None),
        ("language", "klingon", None),
        ("headline", "  ", None),
        ("authors", [], None),
    ],
)
def test_odd_values(field: str, value: object, notice: str | None) -> None:
    found, notices = article({"text": "The bridge.", field: value}, "a.json, article 1", "a")
    assert found.text == "The bridge."
    if notice is None:
        assert notices == []
    else:
        assert [n.where for n in notices] == ["a.json, article 1"]
        assert notice in notices[0].message


def test_a_text_in_parts() -> None:
    found, _ = article({"body": ["One.", "Two."]}, "a", "a")
    assert found.text == "One.\n\nTwo."


def test_a_second_date_counts_where_the_first_is_none() -> None:
    found, notices = article({"text": "x", "published": "soon", "date": "2024-11-30"}, "a", "a")
    assert found.published == "2024-11-30"
    assert notices == []


def test_a_text_cut_off_is_noticed() -> None:
    _, notices = article({"content": "The bridge is closed and… [+1234 chars]"}, "a", "a")
    assert "NewsAPI gives only the beginning" in notices[0].message


@pytest.mark.parametrize("fields", [None, [], "text", 3, {}, {"text": None}, {"text": ["a", 1]}, {"text": {"a": 1}}])
def test_no_article(fields: object) -> None:
    with pytest.raises(SourceError):
        article(fields, "a", "a")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.courier.example/news/1", "courier.example"),
        ("http://user:word@courier.example:80/", "courier.example"),
        ("courier.example/1", "courier.example"),
        ("nonsense", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_host(url: str, name: str | None) -> None:
    assert host(url) == name
