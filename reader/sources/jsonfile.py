"""JSON: a list of articles, an object with "articles" as NewsAPI gives, one article, or an article a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reader.sources import fields
from reader.sources.article import Article, Found
from reader.sources.decoding import decode
from reader.sources.errors import SourceError
from reader.sources.limits import MOST_VERSIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.story import Notice


def read(data: bytes, where: str, stem: str, path: str | None) -> Found:
    """The articles of a .json file; one that holds an article a line is read as such."""
    text, notice = decode(data, where)
    first = text.lstrip().partition("\n")[0].strip()
    try:
        value = parse(text, where)
    except SourceError:
        if not (first.startswith("{") and first.endswith("}")):
            raise
        return _with(notice, _lines(text, where, stem, path))
    title = None
    if isinstance(value, Mapping):
        if isinstance(value.get("articles"), list):
            title = next((value[key] for key in ("title", "headline") if isinstance(value.get(key), str)), None)
            value = value["articles"]
        elif fields.is_article(value):
            value = [value]
        else:
            keys = ", ".join(repr(str(key))[:40] for key in list(value)[:5]) or "nothing"
            raise SourceError(
                where,
                f"this is neither a list of articles, nor an object with 'articles', nor an article; it holds {keys}",
            )
    if not isinstance(value, list):
        raise SourceError(where, "this is no list of articles; a .json file holds a list of objects, each with a text")
    if not value:
        raise SourceError(where, "the list of articles is empty")
    _check_count(len(value), where)
    found = _articles(((f"{where}, article {n}", item) for n, item in enumerate(value, 1)), stem, path)
    return _with(notice, Found(found.articles, found.notices, title, problems=found.problems))


def read_lines(data: bytes, where: str, stem: str, path: str | None) -> Found:
    """The articles of a JSON Lines file; one that holds a whole JSON list is read as such."""
    text, notice = decode(data, where)
    if not text.strip():
        raise SourceError(where, "there is nothing in it; give one JSON object a line, each with a text")
    try:
        return _with(notice, _lines(text, where, stem, path))
    except SourceError as error:
        try:
            parse(text, where)
        except SourceError:
            raise error from None
        return read(data, where, stem, path)


def parse(text: str, where: str, line: int | None = None) -> Any:
    """A JSON value. SourceError names the line: of the text, or the one given where the text is one line of a file."""
    import json  # which a folder of text files does without

    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        place = f"line {line or error.lineno}, column {error.colno}"
        raise SourceError(
            f"{where}, {place}", f"wrong JSON: {error.msg[:1].lower()}{error.msg[1:]}; correct it there"
        ) from None
    except RecursionError:
        raise SourceError(
            f"{where}, line {line}" if line else where, "the JSON is nested too deeply to be articles"
        ) from None
    except ValueError:  # a number of more digits than Python reads
        raise SourceError(
            f"{where}, line {line}" if line else where, "wrong JSON: a number in it is too long"
        ) from None


def _lines(text: str, where: str, stem: str, path: str | None) -> Found:
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    values: list[tuple[str, object]] = []
    problems: list[Notice] = []
    _check_count(len(lines), where)
    for n, line in lines:
        try:
            values.append((f"{where}, line {n}", parse(line, where, n)))
        except SourceError as error:
            problems.append(error.notice)
    if not values:
        raise SourceError(problems[0].where, problems[0].message)
    try:
        found = _articles(values, stem, path)
    except SourceError as error:
        first = problems[0] if problems else error.notice
        raise SourceError(first.where, first.message) from None
    return Found(found.articles, found.notices, problems=(*problems, *found.problems))


def _articles(values: Iterable[tuple[str, object]], stem: str, path: str | None) -> Found:
    articles: list[Article] = []
    notices: list[Notice] = []
    problems: list[Notice] = []
    for where, value in values:
        try:
            article, more = fields.article(value, where, stem, path)
        except SourceError as error:
            problems.append(error.notice)
        else:
            articles.append(article)
            notices.extend(more)
    if not articles:
        raise SourceError(problems[0].where, problems[0].message)
    return Found(tuple(articles), tuple(notices), problems=tuple(problems))


def _check_count(count: int, where: str) -> None:
    if count > MOST_VERSIONS:
        raise SourceError(
            where,
            f"there are {count} articles in it; a cluster holds at most {MOST_VERSIONS} versions; keep one story's",
        )


def _with(notice: Notice | None, found: Found) -> Found:
    if notice is None:
        return found
    return Found(found.articles, (notice, *found.notices), found.title, found.base, found.name, found.problems)
