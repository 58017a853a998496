"""The evidence of a finding as lines of text, in as many columns as fit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.align.wording import wording
from reader.app.fit import cut, shown
from reader.app.screens import describe
from reader.app.screens.columns import paragraph, set_out
from reader.export.view import when
from reader.findings.kinds import FindingKind
from reader.story import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.style import Style

    from reader.app.look import Look
    from reader.app.screens.columns import Line
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.findings.finding import Evidence, Finding, Side
    from reader.story import Place

#: A paragraph longer than this is shown around its sentence only, in characters.
LONG = 500
#: Lines of the sentence before or after, which is no evidence.
BESIDE = 5
#: Sentences of a long paragraph that are shown before and after.
AROUND = 2
#: The explanation is not set wider than this.
MEASURE = 100


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence that a finding rests on, with the words that matter in it."""

    place: Place
    spans: tuple[Span, ...]  #: in the paragraph's text


class EvidenceText:
    """Makes the lines for one finding."""

    def __init__(
        self, collation: Collation, finding: Finding, signs: Signs, parts: Look, notes: Sequence[str] = ()
    ) -> None:
        """notes: what reviewers wrote on it."""
        self.notes = notes
        self.collation = collation
        self.finding = finding
        self.signs = signs
        self.parts = parts

    def lines(self, width: int) -> list[Line]:
        """All lines, for a width in cells."""
        parts, finding = self.parts, self.finding
        lines: list[Line] = [[]]
        told = paragraph(shown(finding.explanation, self.signs), min(width - 2, MEASURE), parts.title)
        lines += [[(" ", parts.text), *line] for line in told]
        told = paragraph(self._why(), min(width - 2, MEASURE), parts.quiet)
        lines += [[(" ", parts.text), *line] for line in told]
        for note in self.notes:
            for n, text in enumerate(note.splitlines()):
                sign = f"{self.signs.note} " if not n else "  "
                told = paragraph(shown(text, self.signs), min(width - 4, MEASURE), parts.text)
                lines += [
                    [(" ", parts.text), (sign if not m else "  ", parts.title), *line] for m, line in enumerate(told)
                ]
        lines.append([(self.signs.rule * width, parts.rule)])
        blocks: list[Callable[[int], list[Line]]] = [self._telling, self._silent]
        if finding.kind is FindingKind.CONTRADICTION:
            against = [*finding.sides[1:2], *(finding.sides[:1] * (len(finding.sides) - 1))]
            blocks = [partial(self._side, *pair) for pair in zip(finding.sides, against, strict=True)]
        column = (self.signs.column, parts.column)
        lines += [[(" ", parts.text), *line] for line in set_out(blocks, width - 2, column)]
        return lines

    def _why(self) -> str:
        """How sure it is, in words with the figures."""
        finding = self.finding
        if finding.rule == describe.BY_HAND:
            return "A reviewer added this by hand."
        said = f"{describe.sure(finding)} ({finding.confidence:.2f})"
        score = describe.link_score(self.collation, finding)
        if score is not None:
            said += f"; {describe.linked(score)}"
        return said[:1].upper() + said[1:] + "."

    def _side(self, side: Side, other: Side, width: int) -> list[Line]:
        """One claim, with every place that makes it."""
        parts, signs = self.parts, self.signs
        lines: list[Line] = [
            [line[0]] if line else [] for line in paragraph(shown(side.claim, signs), width, parts.contradiction)
        ]
        lines.append([])
        against = self._words(other.evidence)[:1]
        named = ""
        for words in self._words(side.evidence):
            version = words.place.version.id
            lines += self._names(version, width) if version != named else []
            named = version
            text = words.place.text
            marks = [
                (
                    Span(words.place.sentence.start + span.start, words.place.sentence.start + span.end),
                    parts.mark_reworded,
                )
                for other_words in against
                for span in wording(text, other_words.place.text, words.place.version.language).a
            ]
            marks += [(span, parts.mark_contradiction) for span in words.spans]
            lines += self._context([words.place], marks, width)
            lines.append([])
        return lines

    def _telling(self, width: int) -> list[Line]:
        """The version that reports it."""
        parts, cluster = self.parts, self.collation.cluster
        addition = self.finding.kind is FindingKind.ADDITION
        lines: list[Line] = []
        places = [cluster.place(sentence) for sentence in self.finding.sentences]
        for paragraph_id in dict.fromkeys(place.paragraph.id for place in places):
            here = [place for place in places if place.paragraph.id == paragraph_id]
            lines += self._names(here[0].version.id, width) if not lines else []
            # set off from the rest of its paragraph, where there is a rest
            others = len(here) < len(here[0].paragraph.sentences)
            style = parts.mark_addition if addition else parts.title if others else parts.text
            marks = [(Span(place.sentence.start, place.sentence.end), style) for place in here]
            lines += self._context(here, marks, width, after=True)
            lines.append([])
        return lines

    def _silent(self, width: int) -> list[Line]:
        """The version that doesn't, and what it reports at that place."""
        parts, signs = self.parts, self.signs
        addition = self.finding.kind is FindingKind.ADDITION
        own = self.finding.version or self.collation.base
        version_id = self.collation.compared(own) if addition else own
        neighbours = self._neighbours(version_id)
        version = self.collation.cluster.version(version_id)
        lines: list[Line] = [*self._names(version_id, width)]
        lines += paragraph(f"{signs.omission} not reported", width, parts.omission)
        lines.append([])
        if neighbours:
            lines += paragraph("What it reports at that place:", width, parts.quiet)
            for n, place in enumerate(neighbours):
                if n and neighbours[n - 1].index + 1 < place.index:
                    lines.append([(signs.folded, parts.quiet)])
                lines += paragraph(shown(place.text, signs), width, parts.text)
        else:
            outlet = shown(version.outlet, signs)
            lines += paragraph(f"Nothing that {outlet} reports stands near it.", width, parts.quiet)
        return lines

    def _neighbours(self, version_id: str) -> list[Place]:
        """The sentences of a version that correspond to those just before and just after the finding's own."""
        cluster, passage_of = self.collation.cluster, self.collation.passage_of
        own = [cluster.place(sentence) for sentence in self.finding.sentences]
        if not own:
            return []
        places = cluster.places(own[0].version.id)
        found: dict[str, Place] = {}
        for order in (reversed(places[: own[0].index]), iter(places[own[-1].index + 1 :])):
            for place in order:
                passage = passage_of.get(place.sentence.id)
                ids = passage.sentences.get(version_id, ()) if passage and place.paragraph.kind.tells else ()
                if ids:
                    found.update((i, cluster.place(i)) for i in ids)
                    break
        return sorted(found.values(), key=lambda place: place.index)

    def _words(self, evidence: Sequence[Evidence]) -> list[Words]:
        """The evidence of a side, one for each sentence."""
        spans: dict[str, list[Span]] = {}
        for one in evidence:
            spans.setdefault(one.sentence, []).append(Span(one.start, one.end))
        return [Words(self.collation.cluster.place(sentence), tuple(found)) for sentence, found in spans.items()]

    def _names(self, version_id: str, width: int) -> list[Line]:
        """Outlet, date, agency and address of a version."""
        parts, signs, version = self.parts, self.signs, self.collation.cluster.version(version_id)
        dot = f"{signs.base} " if version_id == self.collation.base else ""
        origin = self.collation.origins.get(version_id)
        agency = origin.agency if origin else None
        published = version.published or ""
        outlet = cut(dot + shown(version.outlet, signs), width, signs)
        room = width - cell_len(outlet)
        # in full, else without the agency and the time of day; a date that is cut says less than none
        told = ("  ".join(filter(None, (when(p), a))) for p, a in ((published, agency), (published, None)))
        about = (f"  {shown(text, signs)}" for text in (*told, when(published[:10])))
        line: Line = [(outlet, parts.title), (next((a for a in about if cell_len(a) <= room), ""), parts.quiet)]
        lines = [line]
        if version.url:
            lines.append([(cut(shown(version.url, signs), width, signs), parts.quiet)])
        return lines

    def _context(
        self, places: Sequence[Place], marks: Sequence[tuple[Span, Style]], width: int, *, after: bool = False
    ) -> Iterator[Line]:
        """Sentences in their paragraph, the rest of it quiet; of a long paragraph only what is around them.

        Where they are the whole paragraph, the sentence before, which may say who "he" is; after: and the one after.
        """
        parts, signs = self.parts, self.signs
        alone = len(places) == len(places[0].paragraph.sentences)
        if alone:
            yield from self._neighbour(places[0], -1, width)
        whole = places[0].paragraph
        sentences = whole.sentences
        first, last = 0, len(sentences) - 1
        if len(whole.text) > LONG:
            at = [n for n, sentence in enumerate(sentences) if sentence in [place.sentence for place in places]]
            first, last = max(0, at[0] - AROUND), min(last, at[-1] + AROUND)
        start, end = sentences[first].start, sentences[last].end
        own = [(Span(place.sentence.start, place.sentence.end), parts.text) for place in places]
        moved = [(Span(span.start - start, span.end - start), style) for span, style in (*own, *marks)]
        if first:
            yield [("  " + signs.folded, parts.quiet)]
        barred = [span for span, _ in moved[: len(own)]]
        bar = (signs.bar, parts.sign(self.finding.kind.value))
        text = shown(whole.text[start:end], signs)
        yield from paragraph(text, width, parts.quiet, moved, bar=bar, barred=barred)
        if last < len(sentences) - 1:
            yield [("  " + signs.folded, parts.quiet)]
        if alone and after:
            yield from self._neighbour(places[-1], 1, width)

    def _neighbour(self, place: Place, step: int, width: int) -> list[Line]:
        """The sentence before or after, where there is one that tells something; of a long one the nearest lines."""
        places, at = self.collation.cluster.places(place.version.id), place.index + step
        if not 0 <= at < len(places) or not places[at].paragraph.kind.tells:
            return []
        lines = paragraph(shown(places[at].text, self.signs), width, self.parts.quiet, bar=("", self.parts.quiet))
        if len(lines) > BESIDE:
            more: Line = [(f"  {self.signs.folded}", self.parts.quiet)]
            lines = [more, *lines[1 - BESIDE :]] if step < 0 else [*lines[: BESIDE - 1], more]
        return [*lines, []] if step < 0 else [[], *lines]
