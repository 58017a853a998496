"""What differs: coverage, and one module per type of contradiction."""

from __future__ import annotations

from reader.findings.kinds import FindingKind, Strength, Type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.align.links import Alignment
    from reader.findings.compare import Ahead, Seen
    from reader.findings.finding import Finding
    from reader.story import Cluster

__all__ = ["Found", "find", "in_order", "search"]

#: The findings, and how less was looked at than there is.
Found = tuple[tuple["Finding", ...], tuple[str, ...]]


def find(cluster: Cluster, alignment: Alignment) -> tuple[Finding, ...]:
    """What the versions add, leave out and contradict: the findings of ``search``."""
    return search(cluster, alignment)[0]


def search(cluster: Cluster, alignment: Alignment, ahead: Ahead | None = None) -> Found:
    """What the versions add, leave out and contradict, in the order of reading; in a passage conflicts come first, then
    discrepancies.

    And how less was looked at than there is, where a cluster is too large, a sentence for each bound.
    Contradictions are looked for between sentences of different versions of the same event that report the same thing:
    versions set apart in ``alignment.off_event`` have no findings. Deterministic; the order of the versions changes the
    order of sides and evidence, and nothing else.
    ahead: what was seen between some of the sentences already; the answer is the same without it.
    """
    # The screen imports what a finding is before its first paint; the rules take as long to import as Textual's half.
    from reader.findings import companions, death, several
    from reader.findings.agreeing import agreeing
    from reader.findings.bounds import reached
    from reader.findings.compare import (
        disagreements,
        each,
        facts,
        pair,
        pairs,
        questions,
        tell,
        texts_of,
        told_in_both,
        utterances,
    )
    from reader.findings.coverage import coverage
    from reader.findings.foreign import foreign
    from reader.findings.foreign import told as in_words
    from reader.findings.group import group

    told = tell(cluster, (v for v in cluster.versions if v.id not in alignment.off_event))
    passage_of = {s: p.id for p in alignment.passages for ids in p.sentences.values() for s in ids}
    compared: set[tuple[str, str]] = set()
    texts = texts_of(told.values())

    def is_compared(one: str, other: str) -> bool:
        return ((one, other) if one < other else (other, one)) in compared

    chosen = []
    for a, b in pairs(alignment, told):
        compared.add(pair(a, b))
        if not told_in_both(a, b, texts):
            chosen.append((a, b))
    seen: list[Seen] = list(each(chosen, ahead))
    for a, b in questions(told, is_compared):
        seen += disagreements((a, b), (Type.CERTAINTY,))
    for a, b in facts(told, is_compared):
        seen += disagreements((a, b), (Type.NUMBER, Type.DATE))
    for a, b in facts(told, is_compared, death.facts):
        seen += disagreements((a, b), (Type.PLACE, Type.OTHER))
    few = any(several.speaks_alone(one.text) for one in told.values())
    for a, b in facts(told, is_compared, several.facts) if few else ():
        seen += disagreements((a, b), (Type.QUANTIFIER,))
    for a, b in facts(told, is_compared, companions.facts):
        seen += [s for s in disagreements((a, b), (Type.NAME,)) if s.found.rule == companions.RULE]
    for a, b in utterances(told, is_compared):
        seen += disagreements((a, b), (Type.QUOTATION,))
    seen += agreeing(seen, alignment.passages, told, texts)
    found = group(cluster, seen, passage_of, is_compared)
    found += coverage(cluster, alignment)
    unread = [in_words(cluster, others)] if (others := foreign(cluster, alignment)) else []
    return in_order(cluster, alignment, found), (*unread, *reached(alignment, told))


def in_order(cluster: Cluster, alignment: Alignment, found: list[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of reading; in a passage contradictions first, and of them the conflicts."""
    row = {p.id: n for n, p in enumerate(alignment.passages)}
    rank = {v.id: n for n, v in enumerate(cluster.versions)}

    def key(finding: Finding) -> tuple[int, bool, bool, bool, int, int, str]:
        if finding.kind is FindingKind.CONTRADICTION:
            first = finding.sides[0].evidence[0]
            where = (rank[first.version], first.start)
        else:
            where = (rank[finding.version or alignment.base], 0)
        return (
            row[finding.passage],
            finding.kind is not FindingKind.CONTRADICTION,
            finding.kind is not FindingKind.ADDITION,
            finding.strength is not Strength.CONFLICT,
            *where,
            finding.id,
        )

    return tuple(sorted(found, key=key))
