"""The inspector at the foot of the reading screen: what the current finding is and why, in a few lines. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from reader.app.chrome import NARROW
from reader.app.claims import Claim, side_lines
from reader.app.fit import cut, shown
from reader.app.rows import RowKind
from reader.app.screens.describe import BY_HAND, told
from reader.app.voices import voices
from reader.app.wrap import wrap
from reader.findings.kinds import FindingKind, Type
from reader.frozen import NamedTuple
from reader.prose.regex import regex

if TYPE_CHECKING:
    from reader.app.desk import Desk
    from reader.app.fit import Part
    from reader.app.look import Look
    from reader.app.reviewing import Review
    from reader.app.signs import Signs
    from reader.findings.finding import Finding, Side


#: What explanations begin and end with, beside what the sides say: "Number of passengers: ", "; a is the later report".
_ABOUT = regex(r"((?:[^“”]|“[^\W\d]+(?: [^\W\d]+){0,4}”)+?): ")
_LATER = regex(r"; ([^“”;]+ (?:is the later report|are the later reports))\.$")


class Message(NamedTuple):
    """Something to be said until the next key."""

    text: str  #: fit to be shown
    more: str = ""  #: its end, which is never cut
    loud: bool = False  #: whether something went wrong


def inspector(
    desk: Desk,
    width: int,
    lines: int,
    look: Look,
    signs: Signs,
    *,
    message: Message | None = None,
    review: Review | None = None,
) -> list[list[Part]]:
    """The rule, and under it what the current finding is and why, in ``lines`` lines."""
    rule: list[Part] = [(signs.rule * width, look.rule)]
    match = f"{found} {signs.dot} " if (found := _match(desk)) else ""
    some = review is not None and review.of_disagreements  # the others are not shown
    body = (
        _of_finding(desk, width, lines, look, signs, match)
        if desk.finding
        else _of_row(desk, look, signs, match, some=some)
    )
    if desk.finding is not None and review is not None and review.is_open:
        room = width - sum(cell_len(text) for text, _ in body[0])
        body[0] = [*body[0], *voices(review, desk.finding, room, look, signs)]
    if message is not None:
        said = _message_lines(message, width - 4, max(1, lines - 1), look, signs)
        body = [body[0], *body[1 : lines - len(said)], *said]
    return [rule, *body[:lines]]


def _message_lines(message: Message, width: int, lines: int, look: Look, signs: Signs) -> list[list[Part]]:
    style = look.notice if message.loud else look.quiet
    spans = wrap(message.text + message.more, width)
    if len(spans) <= lines:
        told = [(message.text + message.more)[start:end] for start, end in spans]
    else:
        told = [message.text[start:end] for start, end in spans[: lines - 1]]
        rest = message.text[spans[lines - 1][0] :]
        told.append(cut(rest, max(width - cell_len(message.more), 8), signs) + message.more)
    return [[("   ", look.text), (line, style)] for line in told]


def _match(desk: Desk) -> str:
    if desk.search is None or desk.match is None:
        return ""
    more = "+" if desk.search.more else ""
    return f"match {desk.search.matches.index(desk.match) + 1} of {len(desk.search.matches)}{more}"


def _of_finding(desk: Desk, width: int, lines: int, look: Look, signs: Signs, match: str) -> list[list[Part]]:
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
        (match, look.text),
        (f" {signs.dot} ".join(facts), look.quiet),
    ]
    explanation = shown(finding.explanation, signs)
    if finding.kind is FindingKind.CONTRADICTION:
        claims = _sides(desk, finding, width - 4, max(1, lines - 2), look, signs)
        room = lines - 1 - len(claims)
        if len(wrap(explanation, width - 4)) > room:
            explanation = _beyond(finding, explanation)
            if not explanation:
                claims = _sides(desk, finding, width - 4, lines - 1, look, signs)
        return [first, *claims, *(_wrapped(explanation, width - 4, room, look, signs) if explanation else [])]
    words = shown(told(cluster, finding), signs)
    return [first, *_wrapped(explanation, width - 4, lines - 2, look, signs), [("   ", look.text), (words, look.quiet)]]


def _beyond(finding: Finding, explanation: str) -> str:
    """Where there is no room for all of an explanation: what it says beyond the sides, which stand above it."""
    if finding.rule == BY_HAND or finding.type is Type.CERTAINTY or "“" not in explanation:
        return explanation  # somebody's own words, or what each version makes of it
    about = _ABOUT.match(explanation) if finding.type is not Type.QUOTATION else None
    later = _LATER.search(explanation)
    said = "; ".join(found[1] for found in (about, later) if found)
    return f"{said}." if said else ""


def _wrapped(text: str, width: int, lines: int, look: Look, signs: Signs) -> list[list[Part]]:
    """Words in at most so many lines, the last of which is cut."""
    spans = wrap(text, width)
    starts = [start for start, _ in spans[: max(lines, 1)]]
    shown_lines = [text[start:end] for start, end in spans[: len(starts)]]
    if len(spans) > len(starts):
        shown_lines[-1] = cut(text[starts[-1] :], width, signs)
    return [[("   ", look.text), (line, look.text)] for line in shown_lines]


def _sides(desk: Desk, finding: Finding, width: int, lines: int, look: Look, signs: Signs) -> list[list[Part]]:
    claims = []
    for side in finding.sides:
        versions = sorted({evidence.version for evidence in side.evidence}, key=desk.reading.order.index)
        names = shown(", ".join(desk.reading.cluster.version(version).outlet for version in versions), signs)
        claims.append(Claim(shown(side.claim, signs), names, len(versions), _elsewhere(desk, side, signs)))
    return [[("   ", look.text), *line] for line in side_lines(claims, width, lines, look, signs)]


def _elsewhere(desk: Desk, side: Side, signs: Signs) -> str:
    """In which direction the words of a side stand, where none of them is on screen."""
    panes, ways = desk.panes, []
    for evidence in side.evidence:
        number = desk.reading.index_of.get(evidence.sentence)
        if number is None or evidence.version not in panes.order or desk.zoomed is not None:
            continue
        row, aside = desk.way_to(number, evidence), panes.aside(evidence.version)
        if not row and not aside:
            return ""
        ways.append({-1: signs.up, 1: signs.down}.get(row) or {-1: signs.back, 1: signs.more}[aside])
    return ways[0] if ways else ""


def _of_row(desk: Desk, look: Look, signs: Signs, match: str, *, some: bool) -> list[list[Part]]:
    """What there is to say where there is no finding: who reports the passage. some: only some findings are shown."""
    row, reading = desk.row, desk.reading
    if reading.collation is None:
        return [[("   ", look.text), (_match(desk), look.text)], [], []]  # the head says that they are being compared
    if row.kind is not RowKind.PASSAGE:
        return _of_fold(desk, look, signs)
    who = [v for v in desk.order if v in reading.passages[row.first].sentences]
    names = shown(", ".join(reading.cluster.version(v).outlet for v in who), signs)
    text = f"reported by {len(who)} of {len(desk.order)}: {names}"
    if reading.passages[row.first].id in reading.by_hand:
        text += f" {signs.dot} {BY_HAND}"
    apart = reading.collation.off_event.get(desk.focused)
    outlet = shown(reading.cluster.version(desk.focused).outlet, signs)
    why = f"{outlet} seems to report another event: {shown(apart.reason, signs)}" if apart else ""
    if desk.focused in reading.collation.foreign:
        why = f"{outlet} is in another language than the base: nothing is said of what it adds and leaves out"
    elif not (some or apart or reading.findings or reading.collation.foreign):
        why = "No findings: nothing added, left out or contradicted was seen."
    return [[("   ", look.text), (match, look.text), (text, look.quiet)], [("   ", look.text), (why, look.quiet)], []]


def _of_fold(desk: Desk, look: Look, signs: Signs) -> list[list[Part]]:
    """What is folded here, and what enter does with it."""
    reading, found = desk.reading, desk.table.told(desk.cursor) if desk.row.kind is RowKind.ELSEWHERE else None
    if found is None:
        return [[("   ", look.text), ("enter shows what is folded here", look.quiet)], [], []]
    _, versions = found
    outlet = shown(reading.cluster.version(versions[0]).outlet, signs)
    lines: list[list[Part]] = [[("   ", look.text), (f"enter goes over to {outlet}", look.quiet)]]
    apart = reading.collation.off_event.get(versions[0]) if reading.collation else None
    if apart is not None:
        why = f"{outlet} seems to report another event: {shown(apart.reason, signs)}"
        lines.append([("   ", look.text), (why, look.quiet)])
    return [*lines, [], []]
