"""The versions side by side as an HTML table: a row for each passage, a column for each version."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise

from reader.export.markup import attribute, language, text, to_passage
from reader.export.view import when
from reader.export.wording import reworded
from reader.findings.finding import FindingKind
from reader.story import Kind, in_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.align.links import Passage
    from reader.collation import Collation
    from reader.story import Place, Span, Version

#: The signs of the reading screen with their names.
LEGEND = {"≠": "contradiction", "+": "addition", "−": "not reported", "~": "reworded", "↕": "moved"}

_CLASSES = {Kind.HEADLINE: "h", Kind.SUBHEADING: "s", Kind.LIST_ITEM: "l", Kind.QUOTE: "q", Kind.METADATA: "m"}

#: Versions of a cluster from which those that say nothing of a passage share a cell with their neighbours.
MANY = 100


class Columns:
    """What stands in each cell of the table, looked up once."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.cluster = collation.cluster
        self.numbers: dict[str, list[tuple[int, int, int]]] = defaultdict(list)  # sentence -> (start, end, finding)
        self.added: set[str] = set()  # sentences
        self.omitted: dict[str, set[str]] = defaultdict(set)  # sentence of the base -> versions that lack it
        number = 0
        for finding in collation.findings:
            if finding.kind is FindingKind.CONTRADICTION:
                number += 1
                for evidence in (e for side in finding.sides for e in side.evidence):
                    self.numbers[evidence.sentence].append((evidence.start, evidence.end, number))
            elif finding.kind is FindingKind.ADDITION:
                self.added.update(finding.sentences)
            elif finding.version:
                for sentence in finding.sentences:
                    self.omitted[sentence].add(finding.version)
        self.moved = self._moved()
        #: Versions that report another event have no column: what they say stands by itself, below.
        self.versions = [version for version in self.cluster.versions if version.id not in collation.off_event]
        self.columns = {version.id: n for n, version in enumerate(self.versions)}
        self._empty = [_empty(version) for version in self.versions]

    def table(self) -> Iterator[str]:
        """The section with the table. Passages of furniture and metadata only are left to ``around``."""
        versions = self.versions
        wide = " wide" if len(versions) > 4 else ""
        yield '<section id="versions-text" aria-labelledby="side-by-side">'
        yield '<h2 id="side-by-side">Side by side</h2>'
        yield '<p class="legend">A row is a passage: what the versions report of one thing.'
        yield " ".join(
            f'<span class="{name.split()[-1]}"><span class="sign" aria-hidden="true">{sign}</span> {name}</span>'
            for sign, name in LEGEND.items()
        )
        yield "</p>"
        yield f'<div class="frame{wide}" role="region" aria-labelledby="side-by-side" tabindex="0">'
        yield "<table>"
        yield '<thead><tr><th scope="col"><span class="unseen">Passage</span></th>'
        for version in versions:
            yield self._head(version)
        yield "</tr></thead>"
        yield "<tbody>"
        for passage in self.collation.passages:
            if self._tells(passage):
                yield from self._row(passage)
        yield "</tbody>"
        yield "</table>"
        yield "</div>"
        yield "</section>"

    def apart(self) -> Iterator[str]:
        """The whole text of the versions that seem to report another event, folded."""
        if not self.collation.off_event:
            return
        yield '<section id="apart-text" aria-labelledby="apart-title">'
        yield '<h2 id="apart-title">Set apart</h2>'
        for version in self.cluster.versions:
            if version.id in self.collation.off_event:
                places = self.cluster.places(version.id)
                yield from self._folded(version, places, "seems to report another event")
        yield "</section>"

    def around(self) -> Iterator[str]:
        """What stands around the articles: bylines, datelines and furniture, a folded list for each version."""
        found: dict[str, list[Place]] = defaultdict(list)
        for passage in self.collation.passages:
            if not self._tells(passage):
                for name, sentences in passage.sentences.items():
                    found[name].extend(self.cluster.place(sentence) for sentence in sentences)
        if not any(version.id in found for version in self.versions):
            return
        yield '<section id="around" aria-labelledby="around-title">'
        yield '<h2 id="around-title">Around the articles</h2>'
        for version in self.versions:
            if version.id in found:
                places = sorted(found[version.id], key=lambda place: place.index)
                yield from self._folded(version, places, "bylines, dates, furniture")
        yield "</section>"

    def _folded(self, version: Version, places: Sequence[Place], what: str) -> Iterator[str]:
        """Some of a version's sentences in its own order, each paragraph with its kind."""
        yield "<details>"
        yield f"<summary><strong>{text(version.outlet)}</strong>: {what}</summary>"
        yield f"<div{language(version.language)}>"
        for _, group in groupby(places, key=lambda place: place.paragraph.id):
            run = list(group)
            kind = run[0].paragraph.kind
            note = "" if kind is Kind.BODY else f'<span class="note">{kind}</span> '
            yield f'<p dir="auto">{note}{in_one_line(run, lambda place: self._sentence(place, ()))}</p>'
        yield "</div></details>"

    def _tells(self, passage: Passage) -> bool:
        """Whether a passage is one of the table: a version of this event tells something in it."""
        return any(
            self.cluster.place(sentence).paragraph.kind.tells
            for version, sentences in passage.sentences.items()
            if version in self.columns
            for sentence in sentences
        )

    def _moved(self) -> set[str]:
        """The sentences told in another place than the base tells them."""
        found: set[str] = set()
        for link in self.collation.links:
            if link.moved:
                ends = [self.cluster.place(s) for s in (link.a, link.b)]
                found.update(end.sentence.id for end in ends if end.version.id != self.collation.base)
        return found

    def _head(self, version: Version) -> str:
        is_base = version.id == self.collation.base
        base, css = (' <span class="note">base</span>', ' class="base"') if is_base else ("", "")
        date = f'<span class="facts">{text(when(version.published))}</span>' if version.published else ""
        return f'<th scope="col"{css}>{text(version.outlet)}{base}{date}</th>'

    def _row(self, passage: Passage) -> Iterator[str]:
        yield f'<tr id="{attribute(passage.id)}"><th scope="row">{to_passage(passage.id)}</th>'
        ids = [
            *passage.sentences,
            *(v for ids in passage.sentences.values() for s in ids for v in self.omitted.get(s, ())),
        ]
        filled = sorted({self.columns[version] for version in ids if version in self.columns})
        end = 0
        for n in filled:
            yield from self._nothing(end, n)
            yield self._cell(passage, self.versions[n])
            end = n + 1
        yield from self._nothing(end, len(self.versions))
        yield "</tr>"

    def _nothing(self, first: int, end: int) -> Iterator[str]:
        """The cells of neighbouring versions that say nothing of a passage; of hundreds, most say nothing of most."""
        if len(self.versions) <= MANY or end - first < 2:
            yield from self._empty[first:end]
        else:
            yield f'<td class="empty" colspan="{end - first}"><span aria-hidden="true">·</span></td>'

    def _cell(self, passage: Passage, version: Version) -> str:
        label = f' data-outlet="{attribute(version.outlet)}"'
        places = [self.cluster.place(sentence) for sentence in passage.sentences.get(version.id, ())]
        compared = self.collation.compared(version.id)
        base = [self.cluster.place(sentence) for sentence in passage.sentences.get(compared, ())]
        if not places:
            if any(version.id in self.omitted.get(place.sentence.id, ()) for place in base):
                sign = '<span class="sign" aria-hidden="true">−</span>'
                return f'<td class="reported"{label}><p>{sign} not reported</p></td>'
            return _empty(version)
        changed = reworded(base, places) if version.id != compared else {}
        classes = [
            name
            for name, holds in (
                ("base", version.id == self.collation.base),
                ("contradiction", any(p.sentence.id in self.numbers for p in places)),
                ("addition", any(p.sentence.id in self.added for p in places)),
                ("moved", any(p.sentence.id in self.moved for p in places)),
                ("reworded", bool(changed)),
            )
            if holds
        ]
        # Reworded is the weakest: it is said only where nothing else is, the words are marked anyway.
        shown = classes if classes == ["reworded"] else [name for name in classes if name != "reworded"]
        signs = "".join(
            f'<span class="sign {name}" aria-hidden="true">{sign}</span><span class="unseen">{name}: </span>'
            for sign, name in LEGEND.items()
            if name in shown
        )
        paragraphs = []
        for _, group in groupby(places, key=lambda p: p.paragraph.id):
            run = list(group)
            kind = _CLASSES.get(run[0].paragraph.kind)
            css = f' class="{kind}"' if kind else ""
            words = in_one_line(run, lambda p: self._sentence(p, changed.get(p.sentence.id, ())))
            paragraphs.append(f'<p{css} dir="auto">{words}</p>')
        kinds = f' class="{" ".join(classes)}"' if classes else ""
        gutter = f'<span class="gutter">{signs}</span>' if signs else ""
        return f"<td{kinds}{label}{language(version.language)}>{gutter}{''.join(paragraphs)}</td>"

    def _sentence(self, place: Place, changed: tuple[Span, ...]) -> str:
        """One sentence with its marks: evidence of contradictions with their numbers, words that differ."""
        sentence = place.sentence
        whole = place.paragraph.text
        evidence = [
            (max(start, sentence.start), min(end, sentence.end), number)
            for start, end, number in self.numbers.get(sentence.id, ())
        ]
        evidence = [mark for mark in evidence if mark[0] < mark[1]]
        cuts = {sentence.start, sentence.end}
        cuts.update(x for start, end, _ in evidence for x in (start, end))
        cuts.update(sentence.start + x for span in changed for x in (span.start, span.end))
        edges = sorted(x for x in cuts if sentence.start <= x <= sentence.end)
        out = []
        for start, end in pairwise(edges):
            words = text(whole[start:end], strip=False)
            if any(a <= start and end <= b for a, b, _ in evidence):
                words = f'<mark class="evidence">{words}</mark>'
            elif any(sentence.start + s.start <= start and end <= sentence.start + s.end for s in changed):
                words = f"<mark>{words}</mark>"
            ends = sorted({number for _, b, number in evidence if b == end})
            words += "".join(
                f'<a class="ref" href="#f{number}" aria-label="contradiction {number}">{number}</a>' for number in ends
            )
            out.append(words)
        return f'<span id="{attribute(sentence.id)}">{"".join(out)}</span>'


def _empty(version: Version) -> str:
    """The cell of a version that says nothing of a passage."""
    return f'<td class="empty" data-outlet="{attribute(version.outlet)}"><span aria-hidden="true">·</span></td>'
