"""The list of findings: all of them, or those of some kinds, of a type, of a version, or with some words."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from reader.app.reading import versions_of
from reader.app.screens import describe
from reader.app.screens.filter import REVIEWED, UNREVIEWED, Filter, after, passing, texts
from reader.app.screens.lines import Drawn, Lines, cut, fitted, shared, shown
from reader.app.screens.panel import Field, Panel
from reader.app.signs import UNICODE
from reader.app.wrap import wrap
from reader.export.view import listed
from reader.findings.finding import FindingKind, Strength, Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.widget import Widget
    from textual.widgets import Input

    from reader.app.screens.lines import Part
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.state import Decision

#: Cells of the columns before the words of a finding.
WHAT, WHO = 13, 20
#: Below this width the outlets are left out of the list; below this height the details under it.
NARROW, LOW = 64, 16
DETAIL_LINES = 5


class FindingsList(Panel["str | None"]):
    """Answers with the id of the finding that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "toggle_kind('addition')", show=False),
        Binding("o", "toggle_kind('omission')", show=False),
        Binding("c", "toggle_kind('contradiction')", show=False),
        Binding("t", "next_type(1)", show=False),
        Binding("T", "next_type(-1)", show=False),
        Binding("v", "next_version(1)", show=False),
        Binding("V", "next_version(-1)", show=False),
        Binding("s", "next_strength", show=False),
        Binding("r", "next_review(1)", show=False),
        Binding("R", "next_reviewer", show=False),
        Binding("slash", "search", show=False),
        Binding("x", "reset", show=False),
        Binding("f", "keep", show=False),
        Binding("F", "back", show=False),
    ]
    DEFAULT_CSS = """
    FindingsList #filter { height: 1; }
    FindingsList #words { display: none; }
    FindingsList #words.-open { display: block; }
    FindingsList #details { height: 5; }
    FindingsList.-low #details { display: none; }
    """

    def __init__(
        self,
        collation: Collation,
        current: str | None,
        signs: Signs = UNICODE,
        *,
        decisions: Mapping[str, Sequence[Decision]] | None = None,
        chosen: Filter | None = None,
    ) -> None:
        """current: the id of the finding that the reader is at.

        decisions: finding id -> what reviewers say of it, the reader's own first; without it, reviews are not shown.
        chosen: the filter to begin with.
        """
        super().__init__(signs)
        self.collation = collation
        self.filter = chosen or Filter()
        self.kept: Filter | None = None  #: the filter whose findings the reader wants to go through from now on
        self._current = current
        self._reviews = decisions is not None
        self._decisions = decisions or {}
        self.listed = self._passing()

    def body(self) -> Iterable[Widget]:
        """Filters, words to look for, list, details."""
        yield Drawn(self._filters, self.signs)
        yield Field(placeholder="words to look for", longest=100)
        yield Lines(self._line, self.signs, count=lambda _: len(self.listed))
        yield Drawn(self._details, self.signs)

    def compose(self) -> ComposeResult:
        """The parts get their names here, where they are known by their order."""
        head, filters, field, lines, details, foot = super().compose()
        filters.id, field.id, lines.id, details.id = "filter", "words", "list", "details"
        yield from (head, filters, field, lines, details, foot)

    def on_mount(self) -> None:
        """Begin at the current finding."""
        self.query_one(Lines).focus()
        ids = [finding.id for finding in self.listed]
        self.query_one(Lines).show(ids.index(self._current) if self._current in ids else 0)

    def on_resize(self, event: Resize) -> None:
        """Low screens have no room for details."""
        self.set_class(event.size.height < LOW, "-low")

    @property
    def at(self) -> Finding | None:
        """The finding under the cursor."""
        cursor = self.query_one(Lines).cursor
        return self.listed[cursor] if cursor is not None and cursor < len(self.listed) else None

    # What is listed

    @cached_property
    def _texts(self) -> dict[str, str]:
        """Finding id -> all its words, folded; made when words are first looked for."""
        return texts(self.collation)

    def _passing(self) -> tuple[Finding, ...]:
        words = self._texts if self.filter.words.strip() else None
        return passing(self.collation, self.filter, self._decisions, words)

    def _refilter(self, **changes: object) -> None:
        before = self.at
        self.filter = replace(self.filter, **changes)  # type: ignore[arg-type]
        self.listed = self._passing()
        self.query_one(Lines).show(self.listed.index(before) if before in self.listed else 0)
        self.redraw()

    def action_toggle_kind(self, kind: str) -> None:
        """Show or hide a kind."""
        self._refilter(kinds=self.filter.kinds ^ {FindingKind(kind)})

    def action_next_type(self, way: int) -> None:
        """Only the next type of contradiction that there is, then all again."""
        present = {finding.type for finding in self.collation.findings}
        kind = after([t for t in Type if t in present], self.filter.type, way)
        self._refilter(type=kind, kinds=self.filter.kinds | ({FindingKind.CONTRADICTION} if kind else frozenset()))

    def action_next_strength(self) -> None:
        """Only conflicts, only discrepancies, all."""
        strength = after(list(Strength), self.filter.strength, 1)
        kinds = self.filter.kinds | ({FindingKind.CONTRADICTION} if strength else frozenset())
        self._refilter(strength=strength, kinds=kinds)

    def action_next_version(self, way: int) -> None:
        """Only findings that speak of the next version, then all again."""
        present = {version for finding in self.collation.findings for version in versions_of(finding)}
        versions = [version.id for version in self.collation.cluster.versions if version.id in present]
        self._refilter(version=after(versions, self.filter.version, way))

    def action_next_review(self, way: int) -> None:
        """Only those that nobody has reviewed, that were confirmed, dismissed and so on, then all again."""
        if self._reviews:
            self._refilter(review=after(list(REVIEWED), self.filter.review, way))

    def action_next_reviewer(self) -> None:
        """Only what the next reviewer says, then what any says."""
        names = sorted({decision.reviewer for said in self._decisions.values() for decision in said})
        if names:
            self._refilter(reviewer=after(names, self.filter.reviewer, 1))

    def action_reset(self) -> None:
        """All findings."""
        self.query_one(Field).value = ""
        self.query_one(Field).remove_class("-open")
        self._refilter(**{field.name: getattr(Filter(), field.name) for field in fields(Filter)})

    def action_keep(self) -> None:
        """Back, to go through those that are listed and no others."""
        if self.listed:
            self.kept = self.filter
            ids = [finding.id for finding in self.listed]
            self.dismiss(self._current if self._current in ids else ids[0])

    def action_search(self) -> None:
        """Type words to look for."""
        field = self.query_one(Field)
        field.add_class("-open")
        field.focus()

    def action_back(self) -> None:
        """Out of the words first, then out of the list."""
        field = self.query_one(Field)
        if field.has_focus:
            field.value = ""
            self._leave_words()
        else:
            self.dismiss(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The list follows what is typed."""
        self._refilter(words=event.value)

    def on_input_submitted(self) -> None:
        """Back to the list, with the words kept."""
        self._leave_words()

    def _leave_words(self) -> None:
        field = self.query_one(Field)
        field.set_class(bool(field.value.strip()), "-open")
        self.query_one(Lines).focus()

    def on_lines_moved(self) -> None:
        """The details follow the cursor."""
        self.query_one("#details").refresh()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Go to the finding."""
        self.dismiss(self.listed[event.index].id)

    # How it looks

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """The story, how many of how many."""
        parts, total = self.parts, len(self.collation.findings)
        count = f"{len(self.listed):,} of {total:,}" if len(self.listed) < total else f"{total:,}"
        title = shown(self.collation.cluster.title, self.signs)
        return (
            [("Findings", parts.title), (f"  {title}", parts.quiet)],
            [(count, parts.title if len(self.listed) < total else parts.quiet)],
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the list."""
        if self.query_one(Field).has_focus:
            return (("enter", "to the list"), ("esc", "all words"))
        return (
            *(("enter", "go to it"), ("esc", "back"), ("f", "only these"), ("/", "words"), ("a o c", "kinds")),
            *((("r", "review"), ("R", "reviewer")) if self._reviews else ()),
            *(("t", "type"), ("s", "strength"), ("v", "version"), ("x", "show all")),
        )

    def _filters(self, width: int) -> Sequence[Sequence[Part]]:
        parts, chosen = self.parts, self.filter
        line: list[Part] = [("   ", parts.quiet)]
        for kind, count in describe.counts(self.collation.findings).items():
            on = kind in chosen.kinds
            sign = getattr(self.signs, kind.value)
            line.append((f"{sign} {count if on else 'hidden'}   ", parts.sign(kind.value) if on else parts.quiet))
        cluster = self.collation.cluster
        version = shown(cluster.version(chosen.version).outlet, self.signs) if chosen.version else None
        values = [("type", chosen.type), ("strength", chosen.strength), ("version", version)]
        if self._reviews:
            values += [("review", chosen.review), ("reviewer", shown(chosen.reviewer, self.signs) or None)]
        for name, value in values:
            if value is not None:
                line += [(f"{name} ", parts.quiet), (f"{value}   ", parts.title)]
            elif width >= NARROW:
                line.append((f"any {name}   ", parts.quiet))
        return (line,)

    def _line(self, index: int, width: int) -> Iterator[Part]:
        finding, parts, signs = self.listed[index], self.parts, self.signs
        cluster, kind = self.collation.cluster, finding.kind.value
        yield f"{getattr(signs, kind)} ", parts.sign(kind)
        if self._reviews:
            yield from self._verdict(finding)
            width -= 3
        conflict = finding.strength is Strength.CONFLICT
        yield fitted(describe.what(finding), WHAT, signs), parts.title if conflict else parts.text
        if width >= NARROW:
            yield fitted(self._who(finding), WHO, signs) + "  ", parts.quiet
            width -= WHO + 2
        if finding.sides:
            gap = f"  {signs.contradiction}  "
            claims = [shown(claim, signs) for claim, _ in describe.sides(cluster, finding)]
            for n, claim in enumerate(shared(claims, width - WHAT - 2 - len(gap) * (len(claims) - 1), signs)):
                if n:
                    yield gap, parts.quiet
                yield claim, parts.contradiction
        else:
            told = describe.told(cluster, finding)
            again = index > 0 and told == describe.told(cluster, self.listed[index - 1])
            yield shown(told, signs), parts.quiet if again else parts.text

    def _who(self, finding: Finding) -> str:
        """The outlets that it speaks of; where they don't fit, how many there are besides the first."""
        cluster, versions = self.collation.cluster, versions_of(finding)
        outlets = shown(describe.outlets(cluster, versions), self.signs)
        if cell_len(outlets) <= WHO or len(versions) < 2:
            return outlets
        more = f" +{len(versions) - 1}"
        return cut(shown(cluster.version(versions[0]).outlet, self.signs), WHO - len(more), self.signs) + more

    def _verdict(self, finding: Finding) -> Iterator[Part]:
        """Three cells: the first verdict on it, and whether there is a note."""
        parts, said = self.parts, self._decisions.get(finding.id, ())
        verdict = next((decision.verdict for decision in said if decision.verdict), None)
        sign, style = (" ", parts.quiet)
        if verdict is not None:
            sign, style = getattr(self.signs, verdict.value), getattr(parts, verdict.value)
        elif any(decision.read for decision in said):
            sign = self.signs.absent
        yield sign, style
        yield (self.signs.note if any(decision.note for decision in said) else " ") + " ", parts.quiet

    def _details(self, width: int) -> Sequence[Sequence[Part]]:
        parts, signs, finding = self.parts, self.signs, self.at
        rule: list[Part] = [(signs.rule * width, parts.rule)]
        if finding is None:
            return (
                rule,
                [("   No finding is like that. ", parts.text), ("x", parts.key), (" shows all.", parts.quiet)],
            )
        cluster, kind = self.collation.cluster, finding.kind.value
        about = f" {signs.dot} ".join(filter(None, (finding.strength, describe.confidence(finding))))
        if self._reviews:
            about += f" {signs.dot} {self._said(finding)}"
        head: list[Part] = [
            (f" {getattr(signs, kind)} ", parts.sign(kind)),
            (describe.what(finding), parts.sign(kind)),
            (f"  {about}", parts.quiet),
        ]
        who: list[Part] = [("   ", parts.text)]
        if finding.sides:
            words = [shown(text, signs) for side in describe.sides(cluster, finding) for text in side]
            words = shared(words, width - 5 - 6 * len(finding.sides), signs)
            for claim, outlets in zip(words[::2], words[1::2], strict=True):
                who += [(claim, parts.contradiction), (f"  {outlets}    ", parts.text)]
        else:
            who.append((shown(describe.outlets(cluster, versions_of(finding)), signs), parts.text))
        text = shown(finding.explanation, signs)
        lines = [[("   " + text[start:end], parts.text)] for start, end in wrap(text, width - 5)]
        return (rule, head, who, *lines)

    def _said(self, finding: Finding) -> str:
        """What reviewers say of it: "confirmed by ida and kim, dismissed by sam"."""
        names: dict[str, list[str]] = {}
        for decision in self._decisions.get(finding.id, ()):
            if decision.is_review:
                verdict = decision.verdict.value if decision.verdict else "read"
                names.setdefault(verdict, []).append(shown(decision.reviewer, self.signs))
        return ", ".join(f"{verdict} by {listed(found)}" for verdict, found in names.items()) or UNREVIEWED
