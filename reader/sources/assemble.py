"""Articles -> versions -> a cluster."""

from __future__ import annotations

import re

from reader.frozen import many
from reader.prose.bylines import author
from reader.prose.language import detect
from reader.prose.lines import unwrapped
from reader.prose.regex import regex
from reader.prose.sentences import LONGEST, several, that_may_be_several
from reader.prose.structure import Lines, taken_apart
from reader.prose.timestamps import stamp
from reader.prose.visible import visible, visible_line
from reader.sources.errors import SourceError
from reader.sources.limits import LONGEST_FIELD, MOST_PARAGRAPHS, MOST_SENTENCES, MOST_TOGETHER, MOST_VERSIONS
from reader.sources.naming import one_line, outlets
from reader.story import Cluster, Kind, Notice, Paragraph, Sentence, Span, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.article import Article, Found

#: A heading or a timestamp is one sentence, whatever full stops are in it, up to this many characters.
LONGEST_LINE = 1_000
#: Paragraphs of at most so many characters come twice now and then: they are cut into sentences once.
SHORT = 100
#: So many of the files that were left out are named where too few are left.
LEFT_OUT_NAMED = 5
#: Who wrote a version, and when, is looked for in so many of its first and of its last blocks of metadata.
MOST_TOLD = 50
_WHOLE = (Kind.HEADLINE, Kind.SUBHEADING, Kind.METADATA)
_UPDATED = regex(r"\b(?:updated|modified|edited|revised|aktualisiert|actualizado|mis à jour)\b", re.IGNORECASE)


def cluster(found: Sequence[Found], *, strict: bool) -> Cluster:
    """The cluster of everything that was found.

    SourceError for fewer than two versions or too many, and strictly for any problem.
    """
    problems = [problem for one in found for problem in one.problems]
    if strict and problems:
        raise SourceError(problems[0].where, problems[0].message)
    articles = [article for one in found for article in one.articles]
    if len(articles) > MOST_VERSIONS:
        raise SourceError(
            articles[0].where,
            f"together {len(articles)} versions; a cluster holds at most {MOST_VERSIONS}. Keep those of one story",
        )
    cut: list[Notice] = []
    names = outlets(articles, cut)
    versions: list[Version] = []
    together = 0
    bases = {one.base for one in found if one.base is not None}
    base: str | None = None
    for article, outlet in zip(articles, names, strict=True):
        try:
            made = version(article, f"v{len(versions) + 1}", outlet, cut)
        except SourceError as error:
            if strict:
                raise
            problems.append(error.notice)
            continue
        together += sum(len(paragraph.sentences) for paragraph in made.paragraphs)
        if together > MOST_TOGETHER:
            raise SourceError(
                article.where,
                f"with this one there are {together} sentences together; a cluster holds at most {MOST_TOGETHER}. Keep "
                "those of one story, or fewer of its versions",
            )
        versions.append(made)
        if article.where in bases:
            base = base or made.id
    if len(versions) < 2:
        _too_few(articles, versions, problems)
    title = next((one.title for one in found if one.title), None) or next(
        (v.headline for v in versions if v.headline), None
    )
    name = next((one.name for one in found if one.name), "")
    called = visible_line(title or name or versions[0].outlet)
    if len(called) > LONGEST_FIELD:
        cut.append(Notice("title", f"it has {len(called)} characters; the first {LONGEST_FIELD} are kept"))
    notices = (*problems, *(notice for one in found for notice in one.notices), *cut)
    return Cluster(
        called[:LONGEST_FIELD],
        tuple(versions),
        base,
        tuple(Notice(visible_line(n.where), visible_line(n.message)) for n in notices),
    )


def _too_few(articles: Sequence[Article], versions: Sequence[Version], problems: Sequence[Notice]) -> None:
    """Raises SourceError, which names what was left out: the first few, for that may be hundreds."""
    left = "; ".join(str(problem) for problem in problems[:LEFT_OUT_NAMED])
    if len(problems) > LEFT_OUT_NAMED:
        left += f"; and {len(problems) - LEFT_OUT_NAMED} more"
    if not versions and problems:
        raise SourceError(problems[0].where, f"there is no version that can be read here. Left out: {left}")
    message = "there is only one version here; a story needs two or more, so name more files or a folder of them"
    raise SourceError(articles[0].where, f"{message}. Left out: {left}" if left else message)


def version(article: Article, version_id: str, outlet: str, notices: list[Notice] | None = None) -> Version:
    """One article as a version: its text made visible and taken apart, what no field tells read from the text.

    notices: where it is said that sentences had to be cut.
    """
    original, headline = _with_headline(article)
    text = unwrapped(visible(original)).replace("\t", " ")
    if not text.strip():
        raise SourceError(article.where, "there is no text in this article; paste it in")
    if text.count("\n") >= MOST_PARAGRAPHS:  # taking that many apart would take long
        _check_paragraphs(sum(1 for line in text.split("\n") if line and not line.isspace()), article.where)
    lines = taken_apart(text, headline)
    _check_paragraphs(len(lines.texts), article.where)
    language = article.language or detect(text)
    too_long: list[Span] = []
    paragraphs = _paragraphs(lines, version_id, language, too_long)
    if paragraphs is None:
        raise SourceError(
            article.where,
            f"there are more than {MOST_SENTENCES} sentences in it; a version holds at most that many. Cut it down",
        )
    if too_long and notices is not None:
        notices.append(_cut_told(too_long, article.where))
    metadata, heading = Kind.METADATA, Kind.HEADLINE
    told = [p.text for p in paragraphs if p.kind is metadata]
    if len(told) > 2 * MOST_TOLD:
        told = told[:MOST_TOLD] + told[-MOST_TOLD:]
    if headline is None:
        heads = (p.text.lstrip("# ").strip() for p in paragraphs if p.kind is heading)
        headline = next(heads, None)
    return Version(
        id=version_id,
        outlet=outlet,
        text=text,
        paragraphs=tuple(paragraphs),
        headline=headline,
        byline=one_line(article.byline) or next((name for block in told if (name := author(block))), None),
        published=article.published or _published(told),
        url=one_line(article.url),
        language=language,
        path=article.path,
        original=original,
    )


def _check_paragraphs(count: int, where: str) -> None:
    if count > MOST_PARAGRAPHS:
        raise SourceError(
            where, f"there are {count} paragraphs in it; a version holds at most {MOST_PARAGRAPHS}. Cut it down"
        )


def _with_headline(article: Article) -> tuple[str, str | None]:
    """The article's text, beginning with its headline, and the headline as it is shown; None leaves it to the text."""
    told = " ".join((article.headline or "").split())
    if not told:
        return article.text, None
    shown = visible_line(told)
    begins = article.text.lstrip()[: len(article.headline or "") + 200].partition("\n")[0]
    if " ".join(visible_line(begins).split()).lstrip("# ") == shown or article.text.startswith("---"):
        return article.text, shown
    return f"{told}\n\n{article.text}", shown


def _cut_told(too_long: Sequence[Span], where: str) -> Notice:
    longest = max(end - start for start, end in too_long)
    if len(too_long) == 1:
        return Notice(where, f"a sentence has {longest} characters; it is cut into pieces of at most {LONGEST}")
    return Notice(
        where,
        f"{len(too_long)} sentences have more than {LONGEST} characters, up to {longest}; they are cut into pieces of "
        "at most that",
    )


def _paragraphs(lines: Lines, version_id: str, language: str, too_long: list[Span]) -> list[Paragraph] | None:
    """The paragraphs with their sentences; None where these are too many.

    Made field by field, for there may be 100,000 of a few letters each.

    too_long: filled with the sentences that had to be cut.
    """
    words, kinds = lines.texts, lines.told
    lengths = list(map(len, words))
    ids = [f"{version_id}.p{n}" for n in range(1, len(words) + 1)]
    whole = many(Sentence, [f"{one}.s1" for one in ids], [0] * len(ids), lengths)
    sentences: list[tuple[Sentence, ...]] = list(zip(whole, strict=True))
    # A list or a table may have many short paragraphs of the same words.
    known: dict[str, list[Span]] = {}
    count = len(ids)
    for n in that_may_be_several(words):
        if kinds[n] in _WHOLE and lengths[n] <= LONGEST_LINE:
            continue
        if lengths[n] > SHORT:
            spans = several(words[n], language, too_long, MOST_SENTENCES)
        elif (same := known.get(words[n])) is not None:
            spans = same
        else:
            spans = known[words[n]] = several(words[n], language)
        if len(spans) == 1:
            continue
        count += len(spans) - 1
        if count > MOST_SENTENCES:
            return None
        sentences[n] = tuple([Sentence(f"{ids[n]}.s{m}", start, end) for m, (start, end) in enumerate(spans, 1)])
    return many(Paragraph, ids, kinds, words, lines.starts, sentences)


def _published(told: Sequence[str]) -> str | None:
    """The date in the timestamps of a text: the first that tells when it was published rather than updated."""
    updated: str | None = None
    for block in told:
        is_update = _UPDATED.search(block) is not None
        if (updated is None or not is_update) and (found := stamp(block)):
            if not is_update:
                return found.iso
            updated = found.iso
    return updated
