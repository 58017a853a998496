"""``variorum explain``: why a finding is one, for whoever doubts it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reader.commands.given import collated, some_paths
from reader.commands.output import write
from reader.commands.reviews import reviewed_as_asked
from reader.commands.talk import CommandError
from reader.export.plain import plain
from reader.export.reviewed import said_of
from reader.export.view import when
from reader.findings.explain import explain
from reader.findings.finding import FindingKind
from reader.prose.visible import visible_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from reader.export.reviewed import Reviewed
    from reader.findings.finding import Finding

#: How many findings are named to whoever asked for one that is not there.
MOST_NAMED = 5


def run(args: argparse.Namespace) -> int:
    """Print the evidence of one finding, the values read from it, the rule, and what reviewers said.

    Raises CommandError where there is no such finding, or the beginning of an id fits several.
    """
    if not args.paths:
        raise CommandError("explain needs the versions and a finding: variorum explain PATH... FINDING")
    *args.paths, wanted = args.paths
    given = some_paths(args, "explain")
    found = reviewed_as_asked(args, given, collated(args, given))
    collation = found.collation
    finding = chosen(collation.findings, wanted)
    compared = collation.compared(finding.version) if finding.version else None
    lines = explain(collation.cluster, collation.alignment, finding, compared)
    said = list(_said(found.matched, finding.id))
    write("".join(f"{visible_line(line)}\n" for line in (*lines, *said)), None)
    return 0


def chosen(findings: Sequence[Finding], wanted: str) -> Finding:
    """The finding of that id, or the only one whose id begins so. Raises CommandError, with those that come near."""
    asked = wanted.strip().lower()
    for finding in findings:
        if asked in (finding.id, *finding.also):
            return finding
    fitting = [f for f in findings if asked and any(name.startswith(asked) for name in (f.id, *f.also))]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise CommandError(f"{len(fitting)} findings begin with {wanted!r}: {_named(fitting)}")
    if not findings:
        raise CommandError(f"no finding {wanted!r}: nothing was found in these versions")
    near = sorted(findings, key=lambda f: -_alike(f.id, asked))
    near = [f for f in near if _alike(f.id, asked) >= 0.6]
    if near:
        raise CommandError(f"no finding {wanted!r}; did you mean {_named(near)}?")
    some = [f for f in findings if f.kind is FindingKind.CONTRADICTION] or list(findings)
    raise CommandError(f"no finding {wanted!r}; there are {_named(some)}; variorum report PATH... has them all")


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _named(findings: Sequence[Finding]) -> str:
    """Some findings with their kinds, and how many more there are."""
    told = [f"{f.id} ({f.type or f.kind})" for f in findings[:MOST_NAMED]]
    more = len(findings) - MOST_NAMED
    return ", ".join(told) + (f" and {more} more" if more > 0 else "")


def _said(reviews: Sequence[Reviewed], finding: str) -> Iterator[str]:
    for said in said_of(reviews, finding):
        changed = "; the text changed after that" if said.changed else ""
        yield plain(f"{said.verdict} by {said.reviewer}, {when(said.time)}{changed}")
        for line in (said.note or "").split("\n"):
            if line.strip():
                yield f"  {plain(line)}"
