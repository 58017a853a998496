"""Leaving with decisions that are not on disk: asked, never done by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType

from reader.app.fit import shown
from reader.app.screens.lines import Drawn
from reader.app.screens.panel import Dialog
from reader.app.signs import UNICODE
from reader.app.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Resize
    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.signs import Signs

#: What is to be done: write again, leave without them; None: stay.
Answer = Literal["retry", "quit"]

#: Cells of the box.
BOX = 64


class Unsaved(Dialog["Answer | None"]):
    """Answers with what is to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,enter", "answer('retry')", show=False),
        Binding("Q", "answer('quit')", show=False),
        Binding("q", "back", show=False),
    ]

    def __init__(self, count: int, reason: str, signs: Signs = UNICODE) -> None:
        """count: decisions that are not on disk. reason: why, as the system says it."""
        super().__init__(signs)
        self._number = count
        self._reason = reason

    def body(self) -> Iterable[Widget]:
        """The question, the keys."""
        question = Drawn(self._question, self.signs)
        question.id = "question"
        yield question
        yield self.key_drawn()

    def on_resize(self, event: Resize) -> None:
        """As high as the question is."""
        super().on_resize(event)
        question = self.query_one("#question")
        question.styles.height = len(self._question(min(event.size.width, BOX) - 4))

    def action_answer(self, answer: Answer) -> None:
        """Answer."""
        self.dismiss(answer)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this dialog."""
        return (("r", "try again"), ("Q", "quit without them"), ("esc", "stay"))

    def _question(self, width: int) -> Sequence[Sequence[Part]]:
        parts, many = self.parts, self._number != 1
        head = f"{self._number:,} decision{'s are' if many else ' is'} not saved"
        text = f"Whoever leaves now loses {'them' if many else 'it'}."
        lines: list[list[Part]] = [[(head, parts.error)]]
        reason = shown(self._reason, self.signs)
        lines += [[(reason[start:end], parts.text)] for start, end in wrap(reason, width)[:3]]
        return (*lines, [(text, parts.quiet)], [])
