"""Looking closer at one finding: the evidence side by side in full, with the words that differ, and why it is there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.commands import BY_NAME
from reader.app.fit import shown
from reader.app.screens import describe
from reader.app.screens.evidence import EvidenceText
from reader.app.screens.finding_lines import notes, progress, standing, verdicts
from reader.app.screens.lines import Lines
from reader.app.screens.panel import Panel
from reader.app.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.known import Known
    from reader.app.screens.columns import Line
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.findings.finding import Finding


#: Steps that can be taken from here, and what can be decided.
STEPS = ("next-finding", "previous-finding", "next-contradiction", "previous-contradiction")
DECISIONS = ("verdict-confirmed", "verdict-dismissed", "verdict-unsure", "note", "take-back")


class Closer(Panel[None]):
    """The evidence of a finding, and of the next. What is decided here goes on to the next finding that is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(BY_NAME[name].keys, f"step('{name}')", id=name, show=False) for name in STEPS),
        *(Binding(BY_NAME[name].keys, f"decide('{name}')", id=name, show=False) for name in DECISIONS),
    ]

    def __init__(
        self,
        collation: Collation,
        finding: Finding,
        signs: Signs = UNICODE,
        *,
        step: Callable[[str], Finding | None] = lambda _: None,
        review: Known | None = None,
        decide: Callable[[str], object] = lambda _: None,
        keymap: Mapping[str, str] | None = None,
    ) -> None:
        """step: goes to another finding by the name of a command; None where there is none.

        review: what is known of the review that goes on; None: nothing is said of it.
        decide: does a command of ``DECISIONS``, and calls ``look`` with what is to be looked at then.
        keymap: the user's own keys, by command.
        """
        super().__init__(signs)
        self.collation = collation
        self.finding = finding
        self._step, self._review, self._decide, self._keymap = step, review, decide, keymap or {}
        self._told = ""  #: what came of the last key, where it needs to be said
        self._text_lines = lru_cache(maxsize=2)(self._compose_text)

    def body(self) -> Iterable[Widget]:
        """One text that is scrolled."""
        yield Lines(
            lambda index, width: self._text_lines(width)[index],
            self.signs,
            count=lambda width: len(self._text_lines(width)),
            chooses=False,
        )

    def on_mount(self) -> None:
        """The keys scroll; a new theme has other colours."""
        self.query_one(Lines).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._text_lines.cache_clear())

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What it is and how sure."""
        parts, kind = self.parts, self.finding.kind.value
        sign, about = getattr(self.signs, kind), [describe.confidence(self.finding)]
        if self.finding.strength:
            about.insert(0, self.finding.strength.value)
        right: list[Part] = [(f"{self._told}   ", parts.title)] if self._told else []
        if self._review is not None and self._review.is_open:
            about.append(verdicts(self._review.decisions_on(self.finding.id), self.signs))
            right += progress(self._review, self.size.width, parts)
        what = describe.what(self.finding)
        title = shown(self.collation.title, self.signs)
        return (
            [
                (f"{sign} {what}", parts.sign(kind)),
                (f"  {f' {self.signs.dot} '.join(about)}", parts.text),
                *standing(self._review, self.finding, parts, self.signs),
                (f"    {title}", parts.quiet),
            ],
            right,
        )

    def action_step(self, name: str) -> None:
        """Look at another finding; where there is none, stay."""
        found = self._step(name)
        if found is not None:
            self.look(found)

    def look(self, finding: Finding, told: str = "") -> None:
        """Look at a finding, with what is known of it now. told: what came of the last key, in a few words."""
        lines = self.query_one(Lines)
        if finding is not self.finding:
            lines.top = 0
        self.finding, self._told = finding, told
        self._text_lines.cache_clear()
        lines.show()
        self.redraw()

    def action_decide(self, name: str) -> None:
        """Decide on the finding, or take back what was decided last."""
        self._decide(name)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""

        def face(name: str) -> str:
            return BY_NAME[name].faces(self._keymap, ascii=self.signs.ascii)[0]

        steps = f"{face('next-finding')} {face('previous-finding')}"
        decisions = [(face(name), BY_NAME[name].footer or "take back") for name in DECISIONS]
        return (("esc", "back"), (steps, "finding"), *decisions[:-1], ("j k", "scroll"), decisions[-1])

    def _compose_text(self, width: int) -> list[Line]:
        said = self._review.decisions_on(self.finding.id) if self._review is not None and self._review.is_open else ()
        return EvidenceText(self.collation, self.finding, self.signs, self.parts, notes(said)).lines(width)
