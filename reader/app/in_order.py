"""Keys one after the other: none is looked at before what the one before it began is there.

Textual hands a key to whatever has the focus when the key comes. What is typed ahead, or comes in one piece over a slow
line, would be lost while a screen is still being made, or would reach the one that is about to go.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.events import Key, Paste

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Event
    from textual.message_pump import MessagePump

R = TypeVar("R")

#: How long a key waits for the one before it, in seconds: longer than any screen takes, and short for whoever waits.
PATIENCE = 2.0


class InOrder(App[R]):
    """An app that takes keys, and what is pasted, one by one."""

    _typed: deque[Key | Paste]  #: what waits for its turn
    _turn = 0  #: which key is under way, or was
    _under_way = False

    def is_ready(self) -> bool:
        """Whether the screen that is on top can take a key."""
        return True

    async def on_event(self, event: Event) -> None:
        """Take a key when the one before it is done."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if not self._under_way:
            await self._take(event)
            return
        if not hasattr(self, "_typed"):
            self._typed = deque()
        self._typed.append(event)
        turn = self._turn
        self.set_timer(PATIENCE, lambda: self._go_on(turn))

    async def _take(self, event: Key | Paste) -> None:
        self._turn += 1
        self._under_way = True
        first = self.focused or self.screen
        await super().on_event(event)
        # A key goes from where it is typed up to the app, which does what it stands for; that may send messages the
        # same way. A callback in each of their queues comes after whatever went before it.
        way: list[MessagePump] = [first, *first.ancestors]
        self._follow(self._turn, iter(way * 2 if first.parent is not self else way))

    def _follow(self, turn: int, way: Iterator[MessagePump]) -> None:
        if not any(pump.call_later(self._follow, turn, way) for pump in way) and turn == self._turn:
            self.may_go_on()

    def may_go_on(self) -> None:
        """What a key began is there, or a screen can take keys now."""
        if self._under_way and self.is_ready():
            self.call_later(self._go_on, self._turn)

    async def _go_on(self, turn: int) -> None:
        if turn != self._turn or not self._under_way:
            return
        self._under_way = False
        if getattr(self, "_typed", None):
            await self._take(self._typed.popleft())
