"""Reviews as lines of plain text: what is open, and how far reviewers agree. Every line is safe to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.findings.finding import FindingKind
from reader.prose.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.agreement import Agreement
    from reader.review.matching import Matched


def open_contradictions(collation: Collation, reviews: Sequence[Matched]) -> tuple[Finding, ...]:
    """The contradictions on which nobody has given a verdict, or under which the text changed since, in order.

    Marked as read or noted is not decided.
    """
    found = []
    for finding in collation.findings:
        standing = [review.standing.get(finding.id) for review in reviews]
        decided = any(s is not None and s.decision.verdict is not None and not s.changed for s in standing)
        if finding.kind is FindingKind.CONTRADICTION and not decided:
            found.append(finding)
    return tuple(found)


def one_line(finding: Finding) -> str:
    """A contradiction in one line: its id, what it is, and why."""
    return visible_line(f"{finding.id}  {finding.type} {finding.strength}  {finding.explanation}")


def agreement_lines(collation: Collation, found: Agreement) -> Iterator[str]:
    """Who reviewed, how far each two agree, and every finding on which they differ, with who said what."""
    yield visible_line(f"{_counted(len(found.reviewers), 'reviewer')}: {', '.join(found.reviewers)}")
    for pair in found.pairs:
        both = f"{pair.a} and {pair.b}"
        if pair.percent is None:
            yield visible_line(f"{both}: no finding that both judged")
        else:
            share = f"{pair.agreed} of {pair.shared} alike ({pair.percent:.0f}%)"
            yield visible_line(f"{both}: {share}, Cohen's kappa {_measure(pair.kappa)}")
    if len(found.reviewers) > 2:
        yield f"all: Krippendorff's alpha {_measure(found.alpha)}"
    if any(pair.shared for pair in found.pairs):
        names = "kappa and alpha" if len(found.reviewers) > 2 else "kappa"
        yield f"({names}: 1 is full agreement, 0 what chance would give by their habits, below 0 is less than that)"
    yield _counted(len(found.disagreements), "disagreement")
    told = {finding.id: finding.explanation for finding in collation.findings}
    for finding in found.disagreements:
        said = ", ".join(f"{reviewer}: {verdict}" for reviewer, verdict in found.verdicts[finding].items())
        yield visible_line(f"{finding}  {said}  {told.get(finding, '')}".rstrip())


def agreement_dict(collation: Collation, found: Agreement) -> dict[str, Any]:
    """The same for programs; docs/agreement.schema.json says what is in it. Every finding that was judged is there."""
    of = {finding.id: finding for finding in collation.findings}
    pairs = [
        {
            "reviewers": [pair.a, pair.b],
            "shared": pair.shared,
            "agreed": pair.agreed,
            "percent": pair.percent,
            "kappa": pair.kappa,
        }
        for pair in found.pairs
    ]
    differ = set(found.disagreements)
    findings = [
        {
            "finding": name,
            "kind": of[name].kind.value,
            **({"type": kind.value} if (kind := of[name].type) else {}),
            **({"strength": strength.value} if (strength := of[name].strength) else {}),
            "explanation": of[name].explanation,
            "verdicts": {reviewer: verdict.value for reviewer, verdict in said.items()},
            "agree": name not in differ,
        }
        for name, said in found.verdicts.items()
    ]
    return {
        "schema": "variorum-agreement/1",
        "reviewers": list(found.reviewers),
        "pairs": pairs,
        "alpha": found.alpha,
        "findings": findings,
    }


def _counted(number: int, name: str) -> str:
    return f"{number or 'no'} {name}{'' if number == 1 else 's'}"


def _measure(value: float | None) -> str:
    return "not defined: all verdicts are the same" if value is None else f"{value:.2f}"
