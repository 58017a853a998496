"""Questions that are asked of many texts of one article, of which many may be the same."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def known(test: Callable[[str], bool]) -> Callable[[str], bool]:
    """The same test, which remembers its answers; for as long as it is kept.

    100,000 lines of one word are asked about once. Unlike ``functools.cache`` it costs next to nothing where no text
    comes twice.
    """
    return _Known(test).__getitem__


class _Known(dict[str, bool]):
    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test

    def __missing__(self, text: str) -> bool:
        found = self[text] = self._test(text)
        return found
