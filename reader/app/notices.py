"""What is odd about a journal and what was decided in it, to be told when it is opened. No widget in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.prose.visible import visible_line
from reader.review.records import Reason
from reader.story import Notice

if TYPE_CHECKING:
    from reader.app.prepared import Prepared
    from reader.review.session import Session
    from reader.review.whose import Home

_REASONS = {
    Reason.TORN: "it was cut off while it was written",
    Reason.NEWER: "a newer Variorum wrote it",
    Reason.WRONG: "it is no record",
}
#: Lines that are named one by one.
_NAMED = 5


def notices(session: Session, prepared: Prepared, home: Home | None = None) -> list[Notice]:
    """A review that was begun elsewhere, lines not used, verdicts without a finding, texts changed after a verdict."""
    where = visible_line(session.journal.path.name)
    found = []
    if home is not None and home.told is not None:
        found.append(Notice("review", home.told))
    if session.problem is not None:
        found.append(Notice(where, f"{session.problem.message} ({session.problem.path})"))
    found += [
        Notice(f"{where}, line {odd.line}", f"not used, for {_REASONS[odd.reason]}; it is kept")
        for odd in session.odd[:_NAMED]
    ]
    if len(session.odd) > _NAMED:
        found.append(Notice(where, f"{len(session.odd) - _NAMED} more lines are not used; they are kept"))
    counts: dict[str, int] = {}
    for vanished in prepared.own.vanished:
        counts[str(vanished.why)] = counts.get(str(vanished.why), 0) + 1
    for why, count in counts.items():
        found.append(Notice("review", f"{many(count, 'verdict')} without a finding: {why}; kept"))
    changed = sum(standing.changed for standing in prepared.own.standing.values())
    if changed:
        found.append(Notice("review", f"the text changed after {many(changed, 'verdict')}; to be looked at again"))
    if prepared.hand.lost:
        count = len(prepared.hand.lost)
        found.append(Notice("review", f"{many(count, 'decision')} by hand can't be used: the text changed; kept"))
    return found


def many(count: int, name: str) -> str:
    """ "1 verdict", "2 verdicts"."""
    return f"{count} {name}{'' if count == 1 else 's'}"
