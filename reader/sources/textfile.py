"""A text or Markdown file: one article."""

from __future__ import annotations

from reader.prose.language import language_code
from reader.prose.regex import regex
from reader.prose.timestamps import published
from reader.sources.article import Article, Found
from reader.sources.decoding import decode
from reader.sources.errors import SourceError

_FRONT_MATTER = regex(r"---[ \t]*\r?\n(?P<lines>(?:[^\n]*\n){1,60}?)---[ \t]*(?:\r?\n|$)")
_ENTRY = regex(r"([A-Za-z_-]+)\s*:\s*(.+?)\s*$")
_NAMES = {
    "title": "headline", "headline": "headline", "author": "byline", "byline": "byline",
    "date": "published", "published": "published",
    "outlet": "outlet", "source": "outlet", "url": "url", "link": "url", "lang": "language", "language": "language",
}  # fmt: skip


def read(data: bytes, where: str, stem: str, path: str | None) -> Found:
    """The article in a text file. Front matter as Markdown files carry it gives its fields."""
    text, notice = decode(data, where)
    if not text.strip():
        raise SourceError(where, "there is no text in this file; paste the article into it")
    fields = front_matter(text)
    article = Article(
        text=text,
        where=where,
        path=path,
        stem=stem,
        outlet=fields.get("outlet"),
        headline=fields.get("headline"),
        byline=fields.get("byline"),
        published=published(fields.get("published")),
        url=fields.get("url"),
        language=language_code(fields.get("language", "")),
    )
    return Found((article,), (notice,) if notice else ())


def front_matter(text: str) -> dict[str, str]:
    """The simple entries between two lines of "---" at the beginning of a text, by the names of an article's fields."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}
    entries = (_ENTRY.match(line) for line in found["lines"].splitlines())
    pairs = ((_NAMES.get(entry[1].lower()), entry[2].strip("\"'")) for entry in entries if entry)
    return {name: value for name, value in pairs if name and value}
