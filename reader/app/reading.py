"""What the screen needs to know of a cluster and its collation, looked up fast. Pure; built once a collation."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from reader.app.telling import Telling
from reader.findings.kinds import FindingKind
from reader.frozen import NamedTuple
from reader.story import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.align.links import Passage
    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.story import Cluster, Paragraph


_NOBODY: frozenset[str] = frozenset()
#: More cells than any pane has.
UNKNOWN = 1 << 20


class Column(NamedTuple):
    """A passage before there are passages: paragraphs that happen to stand beside each other."""

    id: str
    sentences: Mapping[str, tuple[str, ...]]


class Reading:
    """A cluster as it is shown: with its collation, or before there is one as plain columns of paragraphs."""

    def __init__(
        self, cluster: Cluster, collation: Collation | None = None, by_hand: frozenset[str] = frozenset()
    ) -> None:
        """by_hand: the ids of the passages that were put together or taken apart by a reviewer."""
        self.by_hand = by_hand
        self.cluster = cluster
        self.collation = collation
        self.passages: Sequence[Passage | Column] = collation.passages if collation else tuple(_columns(cluster))
        self.findings: tuple[Finding, ...] = collation.findings if collation else ()

    def look_up(self) -> None:
        """Find out now what every screen asks, rather than when it is drawn: in a large story that takes seconds."""
        for known in (self.index_of, self.number_of, self.told_in, self.quiet, self.longest, self.contradicted):
            len(known)
        for found in (self.additions, self.omissions, self.leaves_out):
            len(found)

    @property
    def base(self) -> str:
        """The id of the base; before there is a collation, of the version that will most likely be it."""
        if self.collation:
            return self.collation.base
        return self.cluster.base or self.cluster.versions[0].id

    @property
    def title(self) -> str:
        """The story's title, as far as it is known."""
        return self.collation.title if self.collation else self.cluster.title

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All versions in the order of display: the base, the others, and last those that report another event."""
        apart = self.collation.off_event if self.collation else {}
        ids = [version.id for version in self.cluster.versions if version.id != self.base]
        return (self.base, *sorted(ids, key=lambda version: version in apart))

    @cached_property
    def index_of(self) -> Mapping[str, int]:
        """Sentence id -> number of its passage."""
        return {s: n for n, passage in enumerate(self.passages) for ids in passage.sentences.values() for s in ids}

    @cached_property
    def longest(self) -> Sequence[int]:
        """For each passage the cells of its longest text, where each is known to stand on one line if it fits.

        UNKNOWN where a text has to be wrapped to know. A story may have 100,000 of them, most of one word.
        """
        place, moved = self.cluster.place, self.moved
        found = []
        for passage in self.passages:
            most = UNKNOWN if passage.id in self.by_hand else 0
            for ids in passage.sentences.values():
                if most == UNKNOWN or len(ids) != 1 or ids[0] in moved:
                    most = UNKNOWN  # set in several lines, or a note stands below
                    break
                where = place(ids[0])
                length = where.sentence.end - where.sentence.start
                if length > most:
                    most = length
                if length >= UNKNOWN or not where.paragraph.text.isascii():
                    most = UNKNOWN
            found.append(most)
        return found

    @cached_property
    def quiet(self) -> frozenset[int]:
        """The passages with furniture or metadata in them."""
        around = (p for v in self.cluster.versions for p in v.paragraphs if not p.kind.tells)
        return frozenset(self.index_of[s.id] for p in around for s in p.sentences if s.id in self.index_of)

    @cached_property
    def furniture(self) -> Sequence[frozenset[str]]:
        """For each passage the versions in which it is nothing but furniture."""
        return self._only(Kind.FURNITURE)

    @cached_property
    def metadata(self) -> Sequence[frozenset[str]]:
        """For each passage the versions in which it is nothing but metadata."""
        return self._only(Kind.METADATA)

    @cached_property
    def told_in(self) -> Mapping[str, Sequence[int]]:
        """Version -> the numbers of the passages that it has."""
        found: dict[str, list[int]] = defaultdict(list)
        for n, passage in enumerate(self.passages):
            for version in passage.sentences:
                found[version].append(n)
        return found

    def telling(self, order: tuple[str, ...]) -> Telling:
        """Which passages tell something in some versions, furniture and metadata not counted."""
        found = self._telling.get(order)
        if found is None:
            quiet = map(frozenset.union, self.furniture, self.metadata)
            told = [
                [v for v in passage.sentences if v not in q] for passage, q in zip(self.passages, quiet, strict=True)
            ]
            self._telling.clear()
            found = self._telling[order] = Telling(told, order)
        return found

    @cached_property
    def _telling(self) -> dict[tuple[str, ...], Telling]:
        """For the versions that were asked for last."""
        return {}

    @cached_property
    def shared(self) -> Sequence[bool]:
        """For each passage whether every version reports it that reports this event."""
        if self.collation is None:
            return [False] * len(self.passages)
        apart = self.collation.off_event
        all_of_them = [version.id for version in self.cluster.versions if version.id not in apart]
        return [all(version in passage.sentences for version in all_of_them) for passage in self.passages]

    @cached_property
    def additions(self) -> Mapping[str, Finding]:
        """Sentence id -> the finding that it is added."""
        return {s: f for f in self._of(FindingKind.ADDITION) for s in f.sentences}

    @cached_property
    def omissions(self) -> Mapping[tuple[int, str], Finding]:
        """Number of a passage and a version -> the finding that the version leaves it out."""
        return {
            (self.index_of[s], f.version): f
            for f in self._of(FindingKind.OMISSION)
            for s in f.sentences
            if f.version is not None and s in self.index_of
        }

    @cached_property
    def leaves_out(self) -> Mapping[int, Sequence[str]]:
        """Number of a passage -> the versions that are found to leave it out."""
        found: dict[int, list[str]] = defaultdict(list)
        for n, version in self.omissions:
            found[n].append(version)
        return found

    @cached_property
    def contradicted(self) -> frozenset[int]:
        """The numbers of the passages with a sentence that a contradiction rests on."""
        return frozenset(self.index_of[s] for s in self.contradictions if s in self.index_of)

    @cached_property
    def contradictions(self) -> Mapping[str, tuple[Finding, ...]]:
        """Sentence id -> the contradictions that rest on words of it."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self._of(FindingKind.CONTRADICTION):
            for sentence in dict.fromkeys(e.sentence for side in finding.sides for e in side.evidence):
                found[sentence].append(finding)
        return {sentence: tuple(findings) for sentence, findings in found.items()}

    @cached_property
    def moved(self) -> frozenset[str]:
        """Sentences that stand in another place than in the version that theirs is compared with."""
        if self.collation is None:
            return frozenset()
        pairs = [(link.a, link.b) for link in self.collation.links if link.moved]
        version_of = {s: self.cluster.place(s).version.id for pair in pairs for s in pair}
        compared = self.collation.compared
        ends = (
            one for a, b in pairs for one, other in ((a, b), (b, a)) if compared(version_of[one]) == version_of[other]
        )
        return frozenset(ends)

    def number(self, finding: Finding) -> int | None:
        """The first of the passages that a finding is about; None where it is about none."""
        own = self.number_of.get(finding.passage)
        return own if own is not None else next(iter(self.numbers(finding)), None)

    def numbers(self, finding: Finding) -> tuple[int, ...]:
        """The passages that a finding is about, its own first."""
        sentences = [e.sentence for side in finding.sides for e in side.evidence] or list(finding.sentences)
        own = self.number_of.get(finding.passage)
        numbers = dict.fromkeys(
            ([] if own is None else [own]) + [self.index_of[s] for s in sentences if s in self.index_of]
        )
        return tuple(numbers)

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Passage id -> its number."""
        return {passage.id: n for n, passage in enumerate(self.passages)}

    def stands_in(self, sentence: str) -> tuple[int, int]:
        """In which paragraph of its version a sentence stands, and how many there are, furniture not counted."""
        place = self.cluster.place(sentence)
        telling = self._paragraphs.get(place.version.id)
        if telling is None:
            ids = (p.id for p in place.version.paragraphs if p.kind.tells)
            telling = self._paragraphs[place.version.id] = {paragraph: n for n, paragraph in enumerate(ids, 1)}
        return telling.get(place.paragraph.id, 0), len(telling)

    @cached_property
    def _paragraphs(self) -> dict[str, dict[str, int]]:
        """For the versions that were asked for: the paragraphs that tell something -> which of them each is."""
        return {}

    def _of(self, kind: FindingKind) -> Iterator[Finding]:
        return (finding for finding in self.findings if finding.kind is kind)

    def _only(self, kind: Kind) -> list[frozenset[str]]:
        found = [_NOBODY] * len(self.passages)
        ids = {s.id for v in self.cluster.versions for p in v.paragraphs if p.kind is kind for s in p.sentences}
        for n in {self.index_of[s] for s in ids if s in self.index_of}:
            sentences = self.passages[n].sentences
            found[n] = frozenset(version for version, own in sentences.items() if ids.issuperset(own))
        return found


def versions_of(finding: Finding) -> tuple[str, ...]:
    """The versions that a finding speaks of, each once, in the order of its sides."""
    if finding.version is not None:
        return (finding.version,)
    return tuple(dict.fromkeys(e.version for side in finding.sides for e in side.evidence))


def unseen(finding: Finding, on_screen: Sequence[str], *, zoomed: bool) -> list[str]:
    """Of the versions that a finding speaks of, those to slide to: none where it can be seen as it is."""
    if finding.kind is not FindingKind.CONTRADICTION:
        return [v for v in versions_of(finding) if v not in on_screen]
    if zoomed:
        return []
    sides = [[e.version for e in side.evidence] for side in finding.sides]
    seen = [any(v in on_screen for v in side) for side in sides]
    if sum(seen) >= 2:
        return []
    return [v for side, known in zip(sides, seen, strict=True) if not known for v in side]


def _columns(cluster: Cluster) -> Iterator[Column]:
    """The paragraphs of all versions beside each other as they come, runs of furniture as one."""
    columns = {version.id: list(_blocks(version.paragraphs)) for version in cluster.versions}
    for n in range(max(map(len, columns.values()), default=0)):
        yield Column(f"g{n + 1}", {v: column[n] for v, column in columns.items() if n < len(column)})


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, ...]]:
    """Sentence ids of each paragraph; neighbours of the same quiet kind make one block."""
    block: list[str] = []
    kind: Kind | None = None
    for paragraph in paragraphs:
        if block and (paragraph.kind is not kind or paragraph.kind.tells):
            yield tuple(block)
            block = []
        block.extend(sentence.id for sentence in paragraph.sentences)
        kind = paragraph.kind
    if block:
        yield tuple(block)
