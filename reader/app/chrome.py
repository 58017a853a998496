"""What stands around the panes: the head line, the names of the panes and the keys. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from reader.app.commands import BY_NAME, FOOTER, NEEDED
from reader.app.fit import cut, shown
from reader.app.panes import GUTTER
from reader.findings.kinds import FindingKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.app.desk import Desk
    from reader.app.fit import Part
    from reader.app.look import Look
    from reader.app.reviewing import Review
    from reader.app.signs import Signs
    from reader.story import Version


ITALIC = Style(italic=True)
#: Cells of the progress bar.
BAR = 10
#: So many versions have a key of their own, which stands before their name; the base is always the first.
KEYED = 9
#: Below this width the head line has no word for its figures.
NARROW = 60
_ORDER = (FindingKind.CONTRADICTION, FindingKind.ADDITION, FindingKind.OMISSION)


def head(
    desk: Desk,
    width: int,
    look: Look,
    signs: Signs,
    *,
    progress: float | None,
    notices: int,
    review: Review | None = None,
    doing: str = "",
) -> list[Part]:
    """The first line: title, how many findings there are and how many are reviewed, or how far the work is.

    doing: what was begun and waits for its second half, or which findings alone are gone through.
    """
    right: list[Part] = []
    if doing:
        right.append((f"{doing}   ", look.title))
    if review is not None and review.pending:
        right.append((f"{review.pending} not saved   ", look.error))
    if notices:
        right.append((f"{notices} notice{'s' if notices > 1 else ''}   ", look.notice))
    if progress is not None:
        right.extend(progress_bar(progress, look, signs))
    else:
        for kind, count in sorted(desk.all_steps.counts.items(), key=lambda item: _ORDER.index(item[0])):
            hidden = kind not in desk.view.kinds
            style = look.quiet if hidden else look.sign(kind.value)
            right.append((f"{getattr(signs, kind.value)} {'off' if hidden else count}   ", style))
        if review is not None and review.is_open:
            done, total = review.progress
            right.append((f"{'reviewed ' if width >= NARROW else ''}{done}/{total}   ", look.quiet))
    right[-1] = (right[-1][0].rstrip() + " ", right[-1][1])
    room = width - 2 - sum(cell_len(text) for text, _ in right)
    title = cut(shown(desk.reading.title, signs), max(room - 1, 1), signs)
    return [(" ", look.text), (title, look.title), (" " * max(1, room + 1 - cell_len(title)), look.text), *right]


def bar_cells(progress: float) -> int:
    """How many cells of the progress bar are full."""
    return round(max(0.0, min(1.0, progress)) * BAR)


def progress_bar(progress: float, look: Look, signs: Signs) -> list[Part]:
    """How far the work is; where it has hardly begun, only what it is. Most clusters are compared before that."""
    if not progress:
        return [("comparing ", look.quiet)]
    done = bar_cells(progress)
    return [
        ("comparing ", look.quiet),
        (signs.bar_full * done, look.reworded),
        (signs.bar_empty * (BAR - done), look.quiet),
        (f" {int(progress * 100):3d} % ", look.quiet),
    ]


def heads(desk: Desk, width: int, look: Look, signs: Signs) -> list[list[Part]]:
    """The line with the names of the panes, and the rule under it."""
    panes = desk.panes
    if panes.stacked:
        return [[(signs.rule * width, look.rule)]]
    names: list[Part] = [(" " * panes.indent, look.text)]
    rule = signs.rule * panes.indent
    for n, version in enumerate(panes.versions):
        if n:
            names.append((" ", look.text))
            rule += signs.crossing
        parts = _pane_head(desk, version, n == len(panes.versions) - 1, panes.width, look, signs)
        names.extend(parts)
        names.append((" " * (panes.width - sum(cell_len(text) for text, _ in parts)), look.text))
        rule += signs.rule * panes.width
    return [names, [(rule + signs.rule * (width - len(rule)), look.rule)]]


def _pane_head(desk: Desk, version_id: str, last: bool, width: int, look: Look, signs: Signs) -> list[Part]:
    """The name of one pane with its key and what is known of its version, in at most its cells."""
    version = desk.reading.cluster.version(version_id)
    base = version_id == desk.reading.base
    slides = _slides(desk, signs) if last else ""
    room = width - GUTTER - (len(slides) + 2 if slides else 0)
    name = cut(shown(version.outlet, signs), max(room, 4), signs)
    focused = version_id == desk.focused
    number = desk.order.index(version_id) + 1
    key = str(number) if number <= KEYED else " "
    parts: list[Part] = [
        (" ", look.text),
        (signs.base, look.base_dot) if base else (key, look.quiet),
        (" ", look.text),
        (name, look.focus_head if focused else look.title),
    ]
    room -= cell_len(name)
    for text, style in _about(desk, version, look, signs):
        if cell_len(text) + 2 <= room:
            parts += [("  ", look.text), (text, style)]
            room -= cell_len(text) + 2
    if slides:
        parts += [(" " * (max(room, 0) + 2), look.text), (slides, look.quiet + ITALIC)]
    return parts


def _about(desk: Desk, version: Version, look: Look, signs: Signs) -> list[Part]:
    found: list[Part] = []
    collation = desk.reading.collation
    if collation is not None and version.id in collation.off_event:
        found.append(("another event?", look.notice))
    elif collation is not None and version.id in collation.foreign:
        found.append(("other language", look.notice))
    if version.published:
        found.append((shown(day(version.published), signs), look.quiet))
    if collation is not None and version.id in collation.origins:
        found.append((shown(collation.origins[version.id].agency, signs), look.quiet + ITALIC))
    return found


def day(published: str) -> str:
    """A date or a time as a head shows it: "30 Nov", "30 Nov 06:35"."""
    try:
        when = date.fromisoformat(published[:10])
    except ValueError:
        return published
    clock = published[11:16] if len(published) >= 16 else ""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{when.day} {months[when.month - 1]} {clock}".rstrip()


def _slides(desk: Desk, signs: Signs) -> str:
    """Which of the versions are on screen, where not all are."""
    panes = desk.panes
    if not panes.slides:
        return ""
    total = len(panes.order)
    first, last = (panes.order.index(panes.versions[n]) for n in (min(1, len(panes.versions) - 1), -1))
    left = f"{signs.back} " if first > 1 else ""
    right = f" {signs.more}" if last < total - 1 else ""
    span = f"{first + 1}" if first == last else f"{first + 1}-{last + 1}"
    return f"{left}{span} of {total}{right}"


def keys(width: int, look: Look, signs: Signs, keymap: Mapping[str, str]) -> list[Part]:
    """The line of keys: those with a short label, as far as there is room; help always is there."""
    found: dict[str, tuple[str, str]] = {}
    for name in FOOTER:
        command = BY_NAME[name]
        faces = [command.faces(keymap, ascii=signs.ascii)[0]]
        if name.startswith("next-"):
            faces.append(BY_NAME[name.replace("next-", "previous-")].faces(keymap, ascii=signs.ascii)[0])
        found[name] = (" ".join(faces), command.footer or command.title)
    room = width - 1
    kept: set[str] = set()
    for name in NEEDED:
        if not kept or _key_width(found[name]) <= room:
            kept.add(name)
            room -= _key_width(found[name])
    parts: list[Part] = [(" ", look.key_label)]
    for name in FOOTER:
        if name in kept:
            key, label = found[name]
            parts += [(key, look.key), (f" {label}   ", look.key_label)]
    return parts


def _key_width(entry: Sequence[str]) -> int:
    return sum(map(cell_len, entry)) + 4
