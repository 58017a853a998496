"""Regular expressions that are compiled when they are first asked.

There are some hundred and fifty of them, half of which most stories never come as far as; to compile them all takes as
long as to compare five articles.
"""

from __future__ import annotations

from reader.prose.kept import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


class _Later:
    """In the place of a pattern: compiles it when the first of its methods is asked for, and then has them all."""

    __slots__ = (*_ASKED, "_flags", "_text")

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> object:
        if name not in _ASKED:
            raise AttributeError(name)
        made = compiled(self._text, self._flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(made, asked))
        return getattr(made, name)


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` returns, for all that is asked of a pattern's own methods; errors come when it is used."""
    return _Later(text, flags)  # type: ignore[return-value]
