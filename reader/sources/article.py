"""An article as a format hands it over, before it becomes a version."""

from __future__ import annotations

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.story import Notice


class Article(NamedTuple):
    """One article; every field but the text may be missing."""

    text: str
    where: str  #: the file, with the line or place in it: what a notice about this article names
    path: str | None = None
    stem: str = ""  #: the outlet's name where nothing else gives one
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: str | None = None  #: ISO 8601
    url: str | None = None
    language: str | None = None


class Found(NamedTuple):
    """What one path gave: articles in the order of display, what the cluster is called, and what went wrong."""

    articles: tuple[Article, ...] = ()
    notices: tuple[Notice, ...] = ()
    title: str | None = None
    base: str | None = None  #: the ``where`` of the article that is the base
    name: str = ""  #: what the cluster is called where nothing else names it
    problems: tuple[Notice, ...] = ()  #: notices for what was left out; an error when reading strictly
