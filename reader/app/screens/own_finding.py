"""A contradiction that the reviewer found: its type, and why, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.fit import several, shown
from reader.app.screens.legend import TYPES as EXAMPLES
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Dialog, Field
from reader.app.signs import UNICODE
from reader.findings.kinds import Type
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget
    from textual.widgets import Input

    from reader.app.fit import Part
    from reader.app.signs import Signs

TYPES = tuple(Type)


class Described(NamedTuple):
    """What the reviewer says of it."""

    type: Type
    explanation: str


class OwnFinding(Dialog["Described | None"]):
    """Answers with the type and the explanation."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    OTHER_LINES = 6

    def __init__(self, claims: Sequence[str], signs: Signs = UNICODE) -> None:
        """claims: the words that were marked, one for each version."""
        super().__init__(signs)
        self._claims = claims
        self._missing = False

    def body(self) -> Iterable[Widget]:
        """The words, the types, the explanation, the keys."""
        yield Drawn(self._words, self.signs)
        yield Lines(self._line, self.signs, count=lambda _: len(TYPES))
        yield Field(placeholder="why: one plain sentence", longest=500)
        yield self.key_drawn()

    def on_mount(self) -> None:
        """Type the explanation; up and down change the type."""
        self.query_one(Lines).show(0)
        self.query_one(Field).focus()

    def action_move(self, lines: int) -> None:
        """Another type."""
        self.query_one(Lines).action_move(lines)

    def on_lines_chosen(self) -> None:
        """A type that was clicked on twice."""
        self.query_one(Field).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What can't be explained is no finding."""
        explanation = event.value.strip()
        if explanation:
            self.dismiss(Described(TYPES[self.query_one(Lines).cursor or 0], explanation))
        else:
            self._missing = True
            self.redraw()

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this dialog."""
        if self._missing:
            return (("enter", "needs a sentence that says why"), ("esc", "back"))
        arrows = "Up Down" if self.signs.ascii else "↑ ↓"
        return (("enter", "add it"), ("esc", "back"), (arrows, "type"))

    def _words(self, width: int) -> Sequence[Sequence[Part]]:
        parts, signs = self.parts, self.signs
        gap = f"  {signs.contradiction}  "
        claims, more = several([shown(claim, signs) for claim in self._claims], width, len(gap), signs)
        line: list[Part] = []
        for n, claim in enumerate(claims):
            line += [(gap, parts.quiet)] if n else []
            line.append((claim, parts.mark_contradiction))
        return ([*line, (more, parts.quiet)],)

    def _line(self, index: int, width: int) -> Iterator[Part]:
        here = self.query_one(Lines).cursor == index
        yield f"{TYPES[index].value:12}", self.parts.title if here else self.parts.text
        yield EXAMPLES[TYPES[index]], self.parts.quiet
