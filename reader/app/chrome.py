"""What stands around the panes: the head line, the names of the panes, the inspector and the keys. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from reader.app.commands import BY_NAME, FOOTER
from reader.app.panes import GUTTER
from reader.app.rows import RowKind
from reader.app.screens.describe import BY_HAND, sides, told
from reader.app.screens.lines import cut, shown
from reader.app.wrap import wrap
from reader.findings.finding import Finding, FindingKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.app.desk import Desk
    from reader.app.reviewing import Review
    from reader.app.screens.lines import Part
    from reader.app.signs import Signs
    from reader.app.theming import Look
    from reader.story import Version

ITALIC = Style(italic=True)
#: Cells of the progress bar.
BAR = 20
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

    doing: what was begun and waits for its second half.
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
    title = cut(shown(desk.reading.cluster.title, signs), max(room - 1, 1), signs)
    return [(" ", look.text), (title, look.title), (" " * max(1, room + 1 - cell_len(title)), look.text), *right]


def progress_bar(progress: float, look: Look, signs: Signs) -> list[Part]:
    """How far the work is."""
    done = round(max(0.0, min(1.0, progress)) * BAR)
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
    """The name of one pane with what is known of its version, in at most its cells."""
    version = desk.reading.cluster.version(version_id)
    base = version_id == desk.reading.base
    slides = _slides(desk, signs) if last else ""
    room = width - GUTTER - (len(slides) + 2 if slides else 0)
    name = cut(shown(version.outlet, signs), max(room, 4), signs)
    focused = version_id == desk.focused
    parts: list[Part] = [
        (" ", look.text),
        (signs.base if base else " ", look.base_dot),
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


def inspector(
    desk: Desk,
    width: int,
    lines: int,
    look: Look,
    signs: Signs,
    *,
    message: Part | None = None,
    review: Review | None = None,
) -> list[list[Part]]:
    """The rule, and under it what the current finding is and why, in ``lines`` lines."""
    rule: list[Part] = [(signs.rule * width, look.rule)]
    body = _of_finding(desk, width, lines, look, signs) if desk.finding else _of_row(desk, look, signs)
    if desk.finding is not None and review is not None and review.is_open:
        body[0] = [*body[0], *verdict_parts(review, desk.finding, look, signs)]
    if desk.match is not None and desk.search is not None:
        body[0] = [*body[0], (f"  {signs.dot} {_match(desk)}", look.quiet)]
    if message is not None:
        body = [body[0], *([] if lines < 3 else body[1:2]), [("   ", look.text), message]]
    return [rule, *body[:lines]]


def verdict_parts(review: Review, finding: Finding, look: Look, signs: Signs) -> list[Part]:
    """What the reviewer says of a finding, whether that is on disk and still fits, the note, what others say."""
    said = review.said(finding)
    gap: Part = (f" {signs.dot} ", look.quiet)
    found: list[Part] = [gap]
    if said.verdict in ("", "read"):
        found.append((said.verdict or "unreviewed", look.quiet))
    else:
        found.append((f"{getattr(signs, said.verdict)} {said.verdict}", getattr(look, said.verdict)))
    if not said.saved:
        found.append((", not saved", look.error))
    if said.changed:
        then = cut(shown(said.changed, signs), 24, signs)
        found += [gap, (f"the text changed after this verdict, on “{signs.text(then)}”", look.notice)]
    for name, verdict in review.others(finding):
        found.append((f" {signs.dot} {shown(name, signs)}: {verdict}", look.quiet))
    if said.note:
        found.append((f"  {signs.note} {shown(said.note, signs)}", look.text))
    return [(signs.text(text), style) for text, style in found]


def _match(desk: Desk) -> str:
    if desk.search is None or desk.match is None:
        return ""
    return f"match {desk.search.matches.index(desk.match) + 1} of {len(desk.search.matches)}"


def _of_finding(desk: Desk, width: int, lines: int, look: Look, signs: Signs) -> list[list[Part]]:
    finding, cluster = desk.finding, desk.reading.cluster
    if finding is None:
        return []
    accent = look.sign(finding.kind.value)
    at, count = desk.steps.number(finding), desk.steps.counts[finding.kind]
    what = finding.type.value if finding.type else finding.kind.value
    facts = [finding.strength.value] if finding.strength else []
    if finding.rule == BY_HAND:
        facts.append(BY_HAND)
    if finding.version is not None:
        facts.append(shown(cluster.version(finding.version).outlet, signs))
    kind = f" {finding.kind.value}{'' if count == 1 else 's'}" if width >= NARROW else ""
    facts.append(f"{at or '-'} of {count}{kind}")
    first: list[Part] = [
        (" ", look.text),
        (getattr(signs, finding.kind.value), accent),
        (f" {what}  ", accent + Style(bold=True)),
        (f" {signs.dot} ".join(facts), look.quiet),
    ]
    indent: Part = ("   ", look.text)
    explanation = _wrapped(shown(finding.explanation, signs), width - 4, lines - 2, look, signs)
    if finding.kind is FindingKind.CONTRADICTION:
        second: list[Part] = [indent, *_sides(desk, finding, width - 4, look, signs)]
        return [first, second, *explanation]
    words = shown(told(cluster, finding), signs)
    return [first, *explanation, [indent, (words, look.quiet)]]


def _wrapped(text: str, width: int, lines: int, look: Look, signs: Signs) -> list[list[Part]]:
    """Words in at most so many lines, the last of which is cut."""
    spans = wrap(text, width)
    starts = [start for start, _ in spans[: max(lines, 1)]]
    shown_lines = [text[start:end] for start, end in spans[: len(starts)]]
    if len(spans) > len(starts):
        shown_lines[-1] = cut(text[starts[-1] :], width, signs)
    return [[("   ", look.text), (line, look.text)] for line in shown_lines]


def _sides(desk: Desk, finding: Finding, width: int, look: Look, signs: Signs) -> list[Part]:
    """The claims, each with the versions that make it; all of them are there, if need be cut."""
    claims = [(shown(claim, signs), shown(outlets, signs)) for claim, outlets in sides(desk.reading.cluster, finding)]
    gap = 4
    if sum(cell_len(claim) + 2 + cell_len(outlets) + gap for claim, outlets in claims) > width + gap:
        # where the names don't fit, how many they are says more than their first letters
        numbers = [len({evidence.version for evidence in side.evidence}) for side in finding.sides]
        claims = [
            (claim, outlets if number == 1 else f"{number} versions")
            for (claim, outlets), number in zip(claims, numbers, strict=True)
        ]
    room = max(8, (width - gap * (len(claims) - 1)) // max(len(claims), 1))
    spare = sum(max(0, room - cell_len(claim) - 2 - cell_len(outlets)) for claim, outlets in claims)
    parts: list[Part] = []
    for n, (claim, outlets) in enumerate(claims):
        whole = cell_len(claim) + 2 + cell_len(outlets)
        here = room + min(spare, max(0, whole - room))
        spare -= here - room if whole > room else 0
        claim = cut(claim, max(here - min(cell_len(outlets), here // 2) - 2, 4), signs)
        parts += [
            (" " * gap if n else "", look.text),
            (claim, look.contradiction),
            ("  ", look.text),
            (cut(outlets, max(here - cell_len(claim) - 2, 1), signs), look.text),
        ]
    return parts


def _of_row(desk: Desk, look: Look, signs: Signs) -> list[list[Part]]:
    """What there is to say where there is no finding: who reports the passage."""
    row, reading = desk.row, desk.reading
    if reading.collation is None:
        return [[("   ", look.text), ("The versions are being compared.", look.quiet)], [], []]
    if row.kind is not RowKind.PASSAGE:
        return [[("   ", look.text), ("enter shows what is folded here", look.quiet)], [], []]
    who = [v for v in desk.order if v in reading.passages[row.first].sentences]
    names = shown(", ".join(reading.cluster.version(v).outlet for v in who), signs)
    text = f"told by {len(who)} of {len(desk.order)}: {names}"
    if reading.passages[row.first].id in reading.by_hand:
        text += f" {signs.dot} {BY_HAND}"
    apart = reading.collation.off_event.get(desk.focused)
    outlet = shown(reading.cluster.version(desk.focused).outlet, signs)
    why = f"{outlet} seems to report another event: {shown(apart.reason, signs)}" if apart else ""
    return [[("   ", look.text), (text, look.quiet)], [("   ", look.text), (why, look.quiet)], []]


def keys(width: int, look: Look, signs: Signs, keymap: Mapping[str, str]) -> list[Part]:
    """The line of keys: those with a short label, as far as there is room; help always is there."""
    found: list[tuple[str, str]] = []
    for name in FOOTER:
        command = BY_NAME[name]
        faces = [command.faces(keymap, ascii=signs.ascii)[0]]
        if name.startswith("next-"):
            faces.append(BY_NAME[name.replace("next-", "previous-")].faces(keymap, ascii=signs.ascii)[0])
        found.append((" ".join(faces), command.footer or command.title))
    room = width - 1
    kept: list[tuple[str, str]] = []
    last = found[-1]
    room -= _key_width(last)
    for entry in found[:-1]:
        if _key_width(entry) <= room:
            kept.append(entry)
            room -= _key_width(entry)
    parts: list[Part] = [(" ", look.key_label)]
    for key, label in [*kept, last]:
        parts += [(key, look.key), (f" {label}   ", look.key_label)]
    return parts


def _key_width(entry: Sequence[str]) -> int:
    return sum(map(cell_len, entry)) + 4
