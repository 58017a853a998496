"""The story in one column of plain text, for a screen reader, a pager and a pipe.

Every passage with its versions one after the other, then its findings in words. Versions that tell a passage in the
very same words are named together, so that nothing is heard twice; every sentence of every version is there once.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

from reader.export.fold import fold
from reader.export.plain import plain
from reader.export.reviewed import progress, said_of
from reader.export.view import SIGNS, listed, of_kind, quote, summary, when
from reader.findings.finding import FindingKind
from reader.story import Kind, in_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.align.links import Passage
    from reader.collation import Collation
    from reader.export.reviewed import Reviewed
    from reader.findings.finding import Finding
    from reader.findings.history import Event
    from reader.story import Place, Version

#: Before what somebody says, so that who says it stands out.
INDENT = "    "


def render(collation: Collation, reviews: Sequence[Reviewed] = (), width: int | None = None) -> str:
    """The linear text. width: cells of a line; None: a paragraph is one line."""
    lines: list[str] = []
    for indent, text in _Linear(collation, reviews).lines():
        lines += fold(plain(text), width, indent) if text else [""]
    return "\n".join(lines).rstrip("\n") + "\n"


#: A line with what stands before it on each of its folds.
Line = tuple[str, str]
_EMPTY: Line = ("", "")


class _Linear:
    """What is said, in order."""

    def __init__(self, collation: Collation, reviews: Sequence[Reviewed]) -> None:
        self.collation = collation
        self.cluster = collation.cluster
        self.reviews = reviews
        self.apart = collation.off_event
        self.together = [v for v in self.cluster.versions if v.id not in self.apart]
        self.columns = {version.id: n for n, version in enumerate(self.together)}
        self.findings: Mapping[str, list[Finding]] = _by_passage(collation)
        self.numbers = _numbers(collation)
        self.moved = _moved(collation)
        #: What happened to each passage and is no finding, which says so itself.
        self.events: dict[str, list[Event]] = defaultdict(list)
        for event in collation.history or ():
            if event.finding is None:
                self.events[event.passage].append(event)

    def lines(self) -> Iterator[Line]:
        yield "", self.collation.title
        yield _EMPTY
        yield "", summary(self.collation)
        yield _EMPTY
        if kinds := [kind.capitalize() for kind in SIGNS if of_kind(self.collation, kind)]:
            yield "", f"Findings stand after their passage, on lines that begin with {_either(kinds)}."
            yield _EMPTY
        for review in self.reviews:
            yield "", f"{progress(self.collation, review)}."
            yield _EMPTY
        if self.collation.notices:
            yield "", "Notices"
            yield _EMPTY
            for notice in self.collation.notices:
                yield "", str(notice)
            yield _EMPTY
        yield "", "Versions"
        yield _EMPTY
        for version in self.cluster.versions:
            yield "", self._about(version)
        yield _EMPTY
        told = [passage for passage in self.collation.passages if self._tells(passage)]
        for number, passage in enumerate(told, 1):
            yield "", f"Passage {number} of {len(told)}"
            yield _EMPTY
            yield from self._passage(passage)
        shown = {passage.id for passage in told}
        left = [f for f in self.collation.findings if f.passage not in shown]
        if left:
            yield "", "Findings elsewhere"
            yield _EMPTY
            yield from self._told(left)
        yield from self._set_apart()
        yield from self._around()

    def _about(self, version: Version) -> str:
        facts = [version.outlet]
        if version.id == self.collation.base:
            alone = self.collation.history is None
            facts.append("the base, with which the others are compared" if alone else "the first")
        if version.published:
            facts.append(when(version.published))
        if version.byline:
            facts.append(version.byline)
        if origin := self.collation.origins.get(version.id):
            facts.append(f"from {origin.agency}")
        if version.id in self.apart:
            facts.append("seems to report another event")
        if version.url:
            facts.append(version.url)
        return f"{version.id}: {', '.join(facts)}"

    def _tells(self, passage: Passage) -> bool:
        """Whether a version of this event tells something in it."""
        return any(
            self.cluster.place(sentence).paragraph.kind.tells
            for version, sentences in passage.sentences.items()
            if version in self.columns
            for sentence in sentences
        )

    def _passage(self, passage: Passage) -> Iterator[Line]:
        same: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
        for n in sorted(self.columns[version] for version in passage.sentences if version in self.columns):
            version = self.together[n]
            places = [self.cluster.place(sentence) for sentence in passage.sentences[version.id]]
            if places:
                moved = any(place.sentence.id in self.moved for place in places)
                same.setdefault((moved, tuple(_paragraphs(places))), []).append(version.outlet)
        for (moved, paragraphs), outlets in same.items():
            yield "", f"{listed(outlets)}{', told in another place' if moved else ''}:"
            for paragraph in paragraphs:
                yield INDENT, paragraph
            yield _EMPTY
        yield from self._told(self.findings.get(passage.id, ()))
        events = self.events.get(passage.id)
        if events:
            yield "", "History:"
            for event in events:
                yield INDENT, event.explanation
            yield _EMPTY

    def _told(self, findings: Iterable[Finding]) -> Iterator[Line]:
        for finding in findings:
            number, total = self.numbers[finding.id]
            kind = finding.kind.capitalize()
            about = f", {finding.type}, {finding.strength}" if finding.type else ""
            yield "", f"{kind} {number} of {total}{about}:"
            yield INDENT, finding.explanation
            for said in said_of(self.reviews, finding.id):
                changed = "; the text changed after this verdict" if said.changed else ""
                yield INDENT, f"{said.verdict.capitalize()} by {said.reviewer}, {when(said.time)}{changed}."
                for note in (said.note or "").split("\n"):
                    if note.strip():
                        yield INDENT, f"Note: {note}"
            yield INDENT, f"Finding {finding.id}."  # last: read aloud it takes long, and few need it
            yield _EMPTY

    def _set_apart(self) -> Iterator[Line]:
        for version in self.cluster.versions:
            apart = self.apart.get(version.id)
            if apart is None:
                continue
            yield "", f"Set apart: {version.outlet} seems to report another event"
            yield _EMPTY
            yield "", apart.reason
            words = [plain(quote(self.cluster, mark).words) for mark in apart.evidence]
            if words:
                yield "", f"By its words: {listed([f'“{w}”' for w in words])}."
            yield _EMPTY
            for paragraph in _paragraphs(self.cluster.places(version.id)):
                yield INDENT, paragraph
            yield _EMPTY

    def _around(self) -> Iterator[Line]:
        """Bylines, dates and furniture of the versions that are not set apart."""
        found: dict[str, list[Place]] = defaultdict(list)
        for passage in self.collation.passages:
            if not self._tells(passage):
                for name, sentences in passage.sentences.items():
                    found[name] += map(self.cluster.place, sentences)
        if not any(found.get(version.id) for version in self.together):
            return
        yield "", "Around the articles: bylines, dates, furniture"
        yield _EMPTY
        for version in self.together:
            if found[version.id]:
                yield "", f"{version.outlet}:"
                for paragraph in _paragraphs(sorted(found[version.id], key=lambda place: place.index)):
                    yield INDENT, paragraph
                yield _EMPTY


def _paragraphs(places: Iterable[Place]) -> Iterator[str]:
    """Sentences put together to their paragraphs; the kind stands before what is no plain body text."""
    for _, run in groupby(places, key=lambda place: place.paragraph.id):
        here = list(run)
        kind = here[0].paragraph.kind
        name = "" if kind is Kind.BODY else f"({kind}) "
        yield name + in_one_line(here, lambda place: plain(place.text))


def _either(names: list[str]) -> str:
    """ "“A”, “B” or “C”"."""
    *first, last = [f"“{name}”" for name in names]
    return f"{', '.join(first)} or {last}" if first else last


def _by_passage(collation: Collation) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in collation.findings:
        found.setdefault(finding.passage, []).append(finding)
    return found


def _numbers(collation: Collation) -> dict[str, tuple[int, int]]:
    """Which of how many of its kind each finding is."""
    found: dict[str, tuple[int, int]] = {}
    for kind in FindingKind:
        same = of_kind(collation, kind)
        found.update((finding.id, (n, len(same))) for n, finding in enumerate(same, 1))
    return found


def _moved(collation: Collation) -> set[str]:
    """The sentences told in another place than the base tells them."""
    place = collation.cluster.place
    found: set[str] = set()
    for link in collation.links:
        if link.moved:
            for one, other in ((link.a, link.b), (link.b, link.a)):
                if place(other).version.id == collation.base:
                    found.add(one)
    return found
