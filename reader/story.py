"""The story as it was written: clusters, versions, paragraphs and sentences, immutable.

Nothing here computes anything beyond looking things up. All offsets count characters (code points).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property

from reader.frozen import NamedTuple, dataclass, field, many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Kind(StrEnum):
    """What a paragraph is."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BODY = "body"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    METADATA = "metadata"  #: byline, dateline, timestamp
    FURNITURE = "furniture"  #: text around the article that is not the article

    tells: bool  #: whether such a paragraph reports something, so that its sentences are aligned and compared


for _kind in Kind:
    _kind.tells = _kind not in (Kind.METADATA, Kind.FURNITURE)


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of some text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of a paragraph; the smallest unit that is aligned."""

    id: str  #: "v1.p3.s2"
    start: int  #: in the paragraph's text
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a version, of one kind.

    Its sentences are in order, do not overlap, and leave out nothing but white space.
    """

    id: str  #: "v1.p3"
    kind: Kind
    text: str
    start: int  #: where the text begins in the version's text
    sentences: tuple[Sentence, ...]

    def words(self, sentence: Sentence) -> str:
        """The text of one of its sentences."""
        return self.text[sentence.start : sentence.end]


@dataclass(frozen=True, slots=True)
class Version:
    """One article of the cluster.

    ``text`` is what is shown: ``original`` with every control character replaced by a visible one, character for
    character, so that offsets hold in both. The paragraphs stand in ``text`` in order;
    between them is white space only.
    """

    id: str  #: "v1", by the order of display
    outlet: str  #: unique in its cluster
    text: str
    paragraphs: tuple[Paragraph, ...]
    headline: str | None = None
    byline: str | None = None
    published: str | None = None  #: ISO 8601: a date, or a date with a time
    url: str | None = None
    language: str | None = None  #: ISO 639-1, lower case
    path: str | None = None
    original: str = field(default="", repr=False)

    @property
    def published_date(self) -> date | None:
        """The day it was published, where that is known."""
        return date.fromisoformat(self.published[:10]) if self.published else None


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence with the paragraph and the version that it stands in."""

    version: Version
    paragraph: Paragraph
    sentence: Sentence
    index: int  #: which sentence of its version it is, from 0

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.paragraph.words(self.sentence)

    def gap(self, before: Place) -> str:
        """What is between another sentence and this one: nothing where the text has nothing there, as in Chinese."""
        touches = self.paragraph is before.paragraph and self.sentence.start == before.sentence.end
        return "" if touches else " "


def in_one_line(places: Iterable[Place], shown: Callable[[Place], str]) -> str:
    """Sentences one after the other. shown: what is made of the words of each."""
    parts: list[str] = []
    before: Place | None = None
    for place in places:
        parts += ["" if before is None else place.gap(before), shown(place)]
        before = place
    return "".join(parts)


class Notice(NamedTuple):
    """Something that went wrong while reading and did not stop it; names the file, the place and what to do."""

    where: str  #: a path, with a line where there is one
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


@dataclass(frozen=True)
class Cluster:
    """The versions of one story, in the order of display."""

    title: str
    versions: tuple[Version, ...]
    base: str | None = None  #: the version id that the cluster itself names as its base
    notices: tuple[Notice, ...] = ()

    def version(self, version_id: str) -> Version:
        """The version of that id; KeyError where there is none."""
        return self._versions[version_id]

    def place(self, sentence_id: str) -> Place:
        """Where that sentence stands; KeyError where there is none."""
        return self._places[sentence_id]

    def places(self, version_id: str) -> tuple[Place, ...]:
        """All sentences of one version, in its order, with where they stand."""
        return self._places_of[version_id]

    @cached_property
    def _versions(self) -> dict[str, Version]:
        return {version.id: version for version in self.versions}

    @cached_property
    def _places_of(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, tuple[Place, ...]] = {}
        for version in self.versions:
            sentences = [s for p in version.paragraphs for s in p.sentences]
            paragraphs = [p for p in version.paragraphs for _ in p.sentences]
            count = len(sentences)
            found[version.id] = tuple(many(Place, [version] * count, paragraphs, sentences, range(count)))
        return found

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.sentence.id: place for places in self._places_of.values() for place in places}
