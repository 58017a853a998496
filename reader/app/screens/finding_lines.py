"""Findings as lines: one in a list, the filters above it, and what is told of one below it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.app.claims import Claim, side_lines
from reader.app.fit import cut, fitted, several, shown
from reader.app.reading import versions_of
from reader.app.screens import describe
from reader.app.screens.filter import UNREVIEWED
from reader.app.wrap import wrap
from reader.export.view import listed
from reader.findings.kinds import Strength
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.app.fit import Part
    from reader.app.known import Known
    from reader.app.look import Look
    from reader.app.screens.filter import Filter
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.state import Decision

#: Cells of the columns before the words of a finding.
WHAT, WHO = 13, 20
#: Below this width the outlets are left out; from ``WIDE`` on filters that let all pass say so.
NARROW, WIDE = 64, 100
#: Lines of the details: a rule, what it is, who says what, two lines for why, or one of them for the notes.
DETAIL_LINES = 5


class Drawing(NamedTuple):
    """What the lines are drawn from."""

    collation: Collation
    signs: Signs
    parts: Look
    decisions: Mapping[str, Sequence[Decision]] | None = None  #: see ``FindingsList``; None: nothing is said of reviews


def filter_line(of: Drawing, chosen: Filter, width: int) -> list[Part]:
    """The kinds with their numbers, and the other filters, each with its key."""
    parts, signs, cluster = of.parts, of.signs, of.collation.cluster
    line: list[Part] = [("   ", parts.quiet)]
    for kind, count in describe.counts(of.collation.findings).items():
        on = kind in chosen.kinds
        sign = getattr(signs, kind.value)
        line.append((f"{sign} {count if on else 'hidden'}   ", parts.sign(kind.value) if on else parts.quiet))
    version = shown(cluster.version(chosen.version).outlet, signs) if chosen.version else None
    values = [("t", "type", chosen.type), ("s", "strength", chosen.strength), ("v", "version", version)]
    if of.decisions is not None:
        reviewer = f"by {shown(chosen.reviewer, signs)}" if chosen.reviewer else None
        values += [("r", "review", chosen.review), ("R", "reviewer", reviewer)]
    gap = "   " if width >= WIDE else "  "
    for key, name, value in values:
        if value is not None:
            line += [(key, parts.key), (f" {value}{gap}", parts.title)]
        elif width >= NARROW:
            line += [(key, parts.key), (f" {'any ' if width >= WIDE else ''}{name}{gap}", parts.quiet)]
    return line


def finding_line(of: Drawing, finding: Finding, before: Finding | None, width: int) -> Iterator[Part]:
    """A finding in a list. before: the one above it; the same words again are quiet."""
    parts, signs, cluster, kind = of.parts, of.signs, of.collation.cluster, finding.kind.value
    yield f"{getattr(signs, kind)} ", parts.sign(kind)
    if of.decisions is not None:
        yield from _verdict(of, of.decisions.get(finding.id, ()))
        width -= 3
    conflict = finding.strength is Strength.CONFLICT
    yield fitted(describe.what(finding), WHAT, signs), parts.title if conflict else parts.text
    if width >= NARROW:
        yield fitted(_who(of, finding), WHO, signs) + "  ", parts.quiet
        width -= WHO + 2
    if finding.sides:
        gap = f"  {signs.contradiction}  "
        claims = [shown(claim, signs) for claim, _ in describe.sides(cluster, finding)]
        claims, more = several(claims, width - WHAT - 2, len(gap), signs)
        for n, claim in enumerate(claims):
            if n:
                yield gap, parts.quiet
            yield claim, parts.contradiction
        yield more, parts.quiet
    else:
        told = describe.told(cluster, finding)
        again = before is not None and told == describe.told(cluster, before)
        yield shown(told, signs), parts.quiet if again else parts.text


def details(of: Drawing, finding: Finding | None, width: int, review: Known | None = None) -> Sequence[Sequence[Part]]:
    """What is known of a finding, and what reviewers say of it. review: the reader's own, where it goes on."""
    parts, signs = of.parts, of.signs
    rule: list[Part] = [(signs.rule * width, parts.rule)]
    if finding is None:
        return (
            rule,
            [("   No finding is like that. ", parts.text), ("x", parts.key), (" shows all.", parts.quiet)],
        )
    cluster, kind = of.collation.cluster, finding.kind.value
    about = f" {signs.dot} ".join(filter(None, (finding.strength, describe.confidence(finding))))
    said = of.decisions.get(finding.id, ()) if of.decisions is not None else ()
    if of.decisions is not None:
        about += f" {signs.dot} {verdicts(said, signs)}"
    head: list[Part] = [
        (f" {getattr(signs, kind)} ", parts.sign(kind)),
        (describe.what(finding), parts.sign(kind)),
        (f"  {about}", parts.quiet),
        *standing(review, finding, parts, signs),
    ]
    who: list[Part] = [("   ", parts.text)]
    if finding.sides:
        claims = []
        for side, (claim, outlets) in zip(finding.sides, describe.sides(cluster, finding), strict=True):
            versions = len({evidence.version for evidence in side.evidence})
            claims.append(Claim(shown(claim, signs), shown(outlets, signs), versions))
        who += side_lines(claims, width - 5, 1, parts, signs)[0]
    else:
        who.append((shown(describe.outlets(cluster, versions_of(finding)), signs), parts.text))
    text, noted = shown(finding.explanation, signs), "   ".join(f"{signs.note} {shown(n, signs)}" for n in notes(said))
    room = DETAIL_LINES - 3 - bool(noted)
    spans = wrap(text, width - 5)
    why = [text[start:end] for start, end in spans[: room - 1]]
    why.append(cut(text[spans[len(why)][0] :], width - 5, signs) if len(spans) > len(why) else "")
    lines: list[list[Part]] = [[("   ", parts.text), (line, parts.text)] for line in why]
    if noted:
        lines.append([("   ", parts.text), (cut(noted, width - 5, signs), parts.title)])
    return (rule, head, who, *lines)


def verdicts(said: Sequence[Decision], signs: Signs) -> str:
    """What reviewers say of a finding: "confirmed by ida and kim, dismissed by sam"."""
    names: dict[str, list[str]] = {}
    for decision in said:
        if decision.is_review:
            verdict = decision.verdict.value if decision.verdict else "read"
            names.setdefault(verdict, []).append(shown(decision.reviewer, signs))
    return ", ".join(f"{verdict} by {listed(found)}" for verdict, found in names.items()) or UNREVIEWED


def standing(review: Known | None, finding: Finding, parts: Look, signs: Signs) -> list[Part]:
    """Whether the text changed after the reader's verdict, and whether that is not on disk."""
    if review is None or not review.is_open:
        return []
    said = review.said(finding)
    told = [(f" {signs.dot} the text changed after your verdict", parts.notice)] if said.changed else []
    return [*told, *([] if said.saved else [(f" {signs.dot} not saved", parts.error)])]


def notes(said: Sequence[Decision]) -> list[str]:
    """Everybody's notes, with whose they are where there are several reviewers."""
    several = len({decision.reviewer for decision in said}) > 1
    return [f"{one.reviewer}: {one.note}" if several else one.note for one in said if one.note]


def progress(review: Known, width: int, parts: Look) -> list[Part]:
    """How many findings are reviewed, and what is not on disk, for the right end of a head."""
    done, of = review.progress
    told: list[Part] = [(f"{'reviewed ' if width >= NARROW else ''}{done}/{of}", parts.quiet)]
    return [(f"{review.pending} not saved   ", parts.error), *told] if review.pending else told


def _who(of: Drawing, finding: Finding) -> str:
    """The outlets that it speaks of; where they don't fit, how many there are besides the first."""
    cluster, versions = of.collation.cluster, versions_of(finding)
    outlets = shown(describe.outlets(cluster, versions), of.signs)
    if cell_len(outlets) <= WHO or len(versions) < 2:
        return outlets
    more = f" +{len(versions) - 1}"
    return cut(shown(cluster.version(versions[0]).outlet, of.signs), WHO - len(more), of.signs) + more


def _verdict(of: Drawing, said: Sequence[Decision]) -> Iterator[Part]:
    """Three cells: the first verdict, and whether there is a note."""
    parts, signs = of.parts, of.signs
    verdict = next((decision.verdict for decision in said if decision.verdict), None)
    sign, style = (" ", parts.quiet)
    if verdict is not None:
        sign, style = getattr(signs, verdict.value), getattr(parts, verdict.value)
    elif any(decision.read for decision in said):
        sign = signs.absent
    yield sign, style
    yield (signs.note if any(decision.note for decision in said) else " ") + " ", parts.quiet
