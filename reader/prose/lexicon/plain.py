"""A language nothing is known of: words as they stand."""

from __future__ import annotations

STEMMER: str | None = None
STOP: frozenset[str] = frozenset()
PRONOUNS: frozenset[str] = frozenset()
SPELLING: dict[str, str] = {}
ENDINGS: tuple[tuple[str, str], ...] = ()
GROUPS: tuple[str, ...] = ()
CALENDAR: frozenset[str] = frozenset()
WEEKDAYS: tuple[str, ...] = ()
MONTHS: tuple[str, ...] = ()
NUMBERS: dict[str, int] = {}
