"""Findings that are listed: those of some kinds, of a type, of a version, with some words, or what reviewers said."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.reading import versions_of
from reader.app.screens.filter import REVIEWED, Filter, after, passing, texts
from reader.app.screens.lines import Lines
from reader.app.screens.panel import Field, Panel
from reader.findings.kinds import FindingKind, Strength, Type

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.widgets import Input

    from reader.app.fit import Part
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.state import Decision


class FilteredFindings(Panel["str | None"]):
    """The part of the list of findings that knows which are listed; the lines and the words are its widgets."""

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
    ]

    first_reviewer = ""  #: who comes first among the reviewers, whether they said something or not

    def __init__(
        self,
        collation: Collation,
        signs: Signs,
        decisions: Mapping[str, Sequence[Decision]] | None,
        chosen: Filter | None,
    ) -> None:
        """decisions: finding id -> what reviewers say of it; None: reviews are not spoken of."""
        super().__init__(signs)
        self.collation = collation
        self.filter = chosen or Filter()
        self._reviews = decisions is not None
        self._decisions = dict(decisions or {})
        self._told: Part | None = None  #: what came of the last key
        self.listed = self._passing()

    @property
    def at(self) -> Finding | None:
        """The finding under the cursor."""
        cursor = self.query_one(Lines).cursor
        return self.listed[cursor] if cursor is not None and cursor < len(self.listed) else None

    @cached_property
    def _texts(self) -> dict[str, str]:
        """Finding id -> all its words, folded; made when words are first looked for."""
        return texts(self.collation)

    def _passing(self) -> tuple[Finding, ...]:
        words = self._texts if self.filter.words.strip() else None
        return passing(self.collation, self.filter, self._decisions, words)

    def _list_again(self) -> None:
        """Something was decided: where the filter goes by that, others are listed."""
        if self.filter.review is not None or self.filter.reviewer is not None:
            self.listed = self._passing()

    def _refilter(self, **changes: object) -> None:
        before = self.at
        self._told = None
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
        """Only what the next reviewer says, the reader first, then what any says."""
        names = {decision.reviewer for said in self._decisions.values() for decision in said}
        own = self.first_reviewer
        order = [*([own] if own else []), *sorted(names - {own})]
        if order:
            self._refilter(reviewer=after(order, self.filter.reviewer, 1))

    def action_reset(self) -> None:
        """All findings."""
        self.query_one(Field).value = ""
        self.query_one(Field).remove_class("-open")
        self._refilter(**{field.name: getattr(Filter(), field.name) for field in fields(Filter)})

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
