"""What the signs and words on the screen mean, for the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.findings.kinds import Type
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from reader.app.signs import Signs


class Meaning(NamedTuple):
    """A sign or a word, what it is called, and what it says in a sentence."""

    sign: str
    title: str
    help: str
    group: str = "Signs"


#: What a reviewer would call a contradiction of each type, by an example.
TYPES = {
    Type.NUMBER: "11 killed beside 12 killed",
    Type.DATE: "Tuesday beside Wednesday",
    Type.NAME: "two people in one role",
    Type.PLACE: "one happening in two places",
    Type.POLARITY: "confirmed beside denied",
    Type.QUOTATION: "other words inside the quotation marks",
    Type.QUANTIFIER: "some of them beside many of them",
    Type.CERTAINTY: "stated beside alleged",
    Type.OTHER: "voted for it beside voted against it",
}


def meanings(signs: Signs) -> tuple[Meaning, ...]:
    """Everything that the reading screen says with a sign, as this terminal shows it, and the words beside ≠."""
    verdicts = " ".join((signs.confirmed, signs.dismissed, signs.unsure))
    elsewhere = " ".join((signs.back, signs.more, signs.up, signs.down))
    return (
        Meaning(signs.contradiction, "Contradiction", "Versions disagree here; the words they disagree in are marked."),
        Meaning(signs.addition, "Addition", "The version reports this, and the base does not."),
        Meaning(signs.omission, "Omission", "The base reports this, and the version does not."),
        Meaning(signs.reworded, "Reworded", "The same in other words; those that differ are marked."),
        Meaning(signs.moved, "Moved", "The same in another place of the story; it says where it came from."),
        Meaning(signs.absent, "Nothing here", "The base does not report it either, or it may be told elsewhere there."),
        Meaning(signs.folded, "Folded", "Passages or furniture that are not on screen; enter there shows them."),
        Meaning(signs.base, "Base", "The version with which the others are compared."),
        Meaning(signs.cursor, "Current", "The finding that you are at, in every version concerned; else the row."),
        Meaning(elsewhere, "Elsewhere", "It is not on screen, but that way."),
        Meaning(verdicts, "Verdict", "Confirmed, dismissed, unsure: before the sign that it is about."),
        Meaning(signs.note, "Note", "You wrote a note on a finding of this passage."),
        Meaning("conflict", "Strength", "Both can't be true as written."),
        Meaning("discrepancy", "Strength", "Both may be true, and a fact checker wants to see it."),
        *(Meaning(kind.value, "Type", f"For example: {example}.", "Types") for kind, example in TYPES.items()),
    )
