"""What is said of a finding, for the first line of the inspector: by the reviewer and by the others. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.app.fit import cut, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.app.fit import Part
    from reader.app.look import Look
    from reader.app.reviewing import Review
    from reader.app.signs import Signs
    from reader.findings.finding import Finding

#: Cells of the words that a verdict was given on and that are not there any more.
CHANGED = 24


def voices(review: Review, finding: Finding, room: int, look: Look, signs: Signs) -> list[Part]:
    """The verdict, whether that is on disk and still fits, the note, who added the finding, what others say.

    room: cells there are for it; where that is too little for all the words, the others' verdicts are signs.
    """
    parts = list(_voices(review, finding, look, signs, short=False))
    if sum(cell_len(text) for text, _ in parts) > room:
        parts = list(_voices(review, finding, look, signs, short=True))
    return [(signs.text(text), style) for text, style in parts]


def _voices(review: Review, finding: Finding, look: Look, signs: Signs, *, short: bool) -> Iterator[Part]:
    said = review.said(finding)
    gap: Part = (f" {signs.dot} ", look.quiet)
    yield gap
    if said.verdict in ("", "read"):
        yield said.verdict or "unreviewed", look.quiet
    else:
        yield f"{getattr(signs, said.verdict)} {said.verdict}", getattr(look, said.verdict)
    if not said.saved:
        yield ", not saved", look.error
    if said.changed:
        then = cut(shown(said.changed, signs), CHANGED, signs)
        yield gap
        yield "the text changed" if short else f"the text changed after this verdict, on “{then}”", look.notice
    added = [name for name in review.added_by(finding) if name != review.session.reviewer]
    if added:
        names = shown(", ".join(added), signs)
        yield gap
        yield f"by {names}" if short else f"added by {names}", look.title
    for voice in review.others(finding):
        yield gap
        yield shown(voice.reviewer, signs) + (" " if short else ": "), look.quiet
        sign, style = signs.absent, look.quiet
        if voice.verdict not in ("", "read"):
            sign, style = getattr(signs, voice.verdict), getattr(look, voice.verdict)
        if voice.verdict:
            yield sign if short else voice.verdict, style
        if voice.note:
            yield f" {signs.note}" if short else f" {signs.note} {shown(voice.note, signs)}", look.quiet
    if said.note:
        yield f"  {signs.note} {shown(said.note, signs)}", look.text
