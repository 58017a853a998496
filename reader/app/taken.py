"""What was done, in words, for whoever takes it back. No widget in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.notices import many
from reader.frozen import NamedTuple
from reader.review.records import Added, Judged, Linked, Noted, Read

if TYPE_CHECKING:
    from reader.findings.finding import Finding
    from reader.review.records import Record


class Undid(NamedTuple):
    """What was taken back."""

    told: str  #: what it was, in words
    ids: tuple[str, ...]  #: the findings that it was about
    remade: bool  #: whether passages or findings come or go with it

    def about(self, finding: Finding) -> bool:
        """Whether it was about this finding, by an id that it has."""
        return not self.remade and any(name in self.ids for name in (finding.id, *finding.also))


def told(record: Record) -> tuple[str, tuple[str, ...], bool]:
    """What a record did in words, which findings it is about, and whether passages or findings come of it."""
    match record.action:
        case Judged(finding, verdict):
            return f"the verdict {verdict.value}", (finding,), False
        case Noted(finding, note):
            return "the note" if note else "taking the note away", (finding,), False
        case Read(findings):
            return f"{many(len(findings), 'finding')} marked as read", findings, False
        case Linked(together):
            return f"the {'link' if together else 'unlinking'} by hand", (), True
        case Added(finding):
            return "your own finding", (finding,), True
    return "nothing", (), False
