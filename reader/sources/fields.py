"""An article's fields under the names that collectors of news give them.

Known are news-please, newspaper, trafilatura, NewsAPI and ninjs; of several names the first with a value counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reader.prose.language import language_code
from reader.prose.regex import regex
from reader.prose.timestamps import published
from reader.sources.article import Article
from reader.sources.errors import SourceError
from reader.sources.limits import LONGEST_FIELD
from reader.story import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


TEXT = ("text", "maintext", "body", "content", "body_text", "article_body", "articleBody", "raw_text")
HEADLINE = ("headline", "title", "title_page")
OUTLET = (
    "outlet",
    "source",
    "sitename",
    "site_name",
    "source-hostname",
    "publisher",
    "source_name",
    "source_domain",
    "hostname",
    "domain",
    "newspaper",
)
BYLINE = ("byline", "author", "authors")
PUBLISHED = (
    "published", "date", "date_publish", "publishedAt", "published_at", "publish_date", "date_published",
    "datePublished", "pubDate", "pub_date", "publication_date", "firstcreated", "versioncreated", "timestamp",
)  # fmt: skip
URL = ("url", "link", "canonical_link", "uri", "source_url")
_HOST = regex(r"(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/@\s]*@)?([\w-]+(?:\.[\w-]+)+)(?=[:/?#]|$)", re.IGNORECASE)
LANGUAGE = ("language", "lang", "meta_lang")


def article(fields: object, where: str, stem: str, path: str | None = None) -> tuple[Article, list[Notice]]:
    """The article in a JSON object, with a notice for every field that can't be used. SourceError without a text."""
    if not isinstance(fields, Mapping):
        raise SourceError(where, f"an article is an object with a text, not {_what(fields)}")
    notices: list[Notice] = []
    text = _text(fields, where)
    if text.rstrip().endswith(" chars]") and "[+" in text[-20:]:
        notices.append(
            Notice(
                where, "the text is cut off: NewsAPI gives only the beginning. Fetch the whole article from its address"
            )
        )
    url = next((value for _, value in _strings(fields, URL, where, notices) if "/" in value), None)
    outlet = None
    for key, value in _present(fields, OUTLET):
        name = _outlet(value)
        if name is None:
            notices.append(Notice(where, f"{key!r} is {_what(value)}, not a name; left out"))
        elif name.startswith(("http://", "https://")):
            url = url or name
            outlet = outlet or host(name)
        else:
            outlet = name
            break
    return (
        Article(
            text=text,
            where=where,
            path=path,
            stem=stem,
            outlet=outlet,
            headline=next((value for _, value in _strings(fields, HEADLINE, where, notices)), None),
            byline=_byline(fields, where, notices),
            published=_published(fields, where, notices),
            url=url,
            language=next(
                (code for _, value in _strings(fields, LANGUAGE, where, notices) if (code := language_code(value))),
                None,
            ),
        ),
        notices,
    )


def host(url: str) -> str | None:
    """The host of an address without "www.", None where it has none."""
    found = _HOST.match(url.strip())
    return found[1].lower().removeprefix("www.") if found else None


def is_article(fields: Mapping[str, Any]) -> bool:
    """Whether an object looks like one article rather than a list of them."""
    return any(key in fields for key in (*TEXT, *HEADLINE))


def _text(fields: Mapping[str, Any], where: str) -> str:
    for key, value in _present(fields, TEXT):
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if not isinstance(value, str):
            raise SourceError(where, f"{key!r} is {_what(value)}, not text; give the article's text as a string")
        if value.strip():
            return value
    raise SourceError(where, f"there is no text in this article; give it as {_any_of(TEXT[:4])}")


def _present(fields: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The keys that have a value worth looking at, in the order of ``keys``."""
    for key in keys:
        value = fields.get(key)
        if value is not None and value not in ("", [], {}):
            yield key, value


def _strings(
    fields: Mapping[str, Any], keys: tuple[str, ...], where: str, notices: list[Notice]
) -> Iterator[tuple[str, str]]:
    for key, value in _present(fields, keys):
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            notices.append(Notice(where, f"{key!r} is {_what(value)}, not text; left out"))
        elif value.strip():
            yield key, _cut(value.strip(), key, where, notices)


def _outlet(value: object) -> str | None:
    if isinstance(value, Mapping):  # NewsAPI: {"id": ..., "name": ...}
        value = value.get("name") or value.get("title") or value.get("id") or value.get("uri")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value.strip()[:LONGEST_FIELD] or None if isinstance(value, str) else None


def _byline(fields: Mapping[str, Any], where: str, notices: list[Notice]) -> str | None:
    for key, value in _present(fields, BYLINE):
        parts = value if isinstance(value, list) else [value]
        names: list[Any] = [part.get("name") if isinstance(part, Mapping) else part for part in parts]
        if not all(isinstance(name, str) for name in names):
            notices.append(Notice(where, f"{key!r} is {_what(value)}, not a name or a list of names; left out"))
            continue
        told = ", ".join(name.strip() for name in names if name.strip())
        if told:
            return _cut(told, key, where, notices)
    return None


def _cut(value: str, key: str, where: str, notices: list[Notice]) -> str:
    """What fits into a field of it."""
    if len(value) > LONGEST_FIELD:
        notices.append(
            Notice(where, f"{key!r} has {len(value)} characters; all after the first {LONGEST_FIELD} are left out")
        )
    return value[:LONGEST_FIELD]


def _published(fields: Mapping[str, Any], where: str, notices: list[Notice]) -> str | None:
    bad: tuple[str, object] | None = None
    for key, value in _present(fields, PUBLISHED):
        if isinstance(value, Mapping) and "$date" in value:  # a MongoDB export
            value = value["$date"]
        told = published(value)
        if told is not None:
            return told
        bad = bad or (key, value)
    if bad is not None:
        shown = repr(bad[1])[:60]
        notices.append(
            Notice(
                where,
                f"{bad[0]!r} is {shown}, which is no date with day, month and year; left out. Write it like 2024-11-30",
            )
        )
    return None


def _what(value: object) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a string",
        int: "a number",
        float: "a number",
        bool: "true or false",
        type(None): "null",
    }
    return names.get(type(value), type(value).__name__)


def _any_of(keys: tuple[str, ...]) -> str:
    return ", ".join(repr(key) for key in keys[:-1]) + f" or {keys[-1]!r}"
