"""The first versions as they lie there, for whoever wants something to read while they are taken apart."""

from __future__ import annotations

import re

from reader.prose.visible import visible, visible_line
from reader.sources.naming import outlets
from reader.story import Cluster, Kind, Paragraph, Sentence, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.article import Article, Found

#: As many versions as fill a wide screen.
FEW = 6
#: As many characters of each as nobody reads in the time it takes to take them apart.
LONG = 20_000


def glance(found: Sequence[Found]) -> Cluster | None:
    """The first few versions, a line a paragraph and a paragraph a sentence; None where there are fewer than two.

    The ids are those that the versions will have, unless one of them turns out to have no text.
    """
    articles = [article for one in found for article in one.articles]
    if len(articles) < 2:
        return None
    versions = tuple(
        _version(article, f"v{n}", outlet)
        for n, (article, outlet) in enumerate(zip(articles[:FEW], outlets(articles)[:FEW], strict=True), 1)
    )
    title = next((one.title for one in found if one.title), None) or next(
        (article.headline for article in articles if article.headline), None
    )
    name = next((one.name for one in found if one.name), "")
    bases = {one.base for one in found if one.base is not None}
    base = next((f"v{n}" for n, article in enumerate(articles[:FEW], 1) if article.where in bases), None)
    return Cluster(visible_line(title or name or versions[0].outlet), versions, base)


def _version(article: Article, version_id: str, outlet: str) -> Version:
    headline = visible_line(article.headline) if article.headline else None
    body = article.text[:LONG]
    original = body if headline is None or body.startswith(headline) else f"{article.headline}\n\n{body}"
    text = visible(original).replace("\t", " ")
    paragraphs = tuple(
        Paragraph(
            f"{version_id}.p{n}",
            Kind.HEADLINE if n == 1 and headline is not None else Kind.BODY,
            line.group(),
            line.start(),
            (Sentence(f"{version_id}.p{n}.s1", 0, len(line.group())),),
        )
        for n, line in enumerate(re.finditer(r"\S(?:[^\n]*[^\n\s])?", text), 1)
    )
    return Version(
        version_id, outlet, text, paragraphs, headline, published=article.published, language=article.language
    )
