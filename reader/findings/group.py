"""Disagreements put together: one finding for what is seen from several pairs of sentences, with its sides.

Two disagreements are one where they rest on the same words of a sentence, or where they oppose the same values about
the same thing. Inside a finding, claims of equal value are one side; so are values that were compared, do not oppose
each other and oppose the same others ("10" and "about 10" against "12"). The sides stand in the order of publication
where each may update the one before; else strongest first, by how many versions hold them.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import pairwise, repeat

from reader.findings import identity, wording
from reader.findings.date import told_of
from reader.findings.finding import Evidence, Finding, FindingKind, Side, Strength, Type
from reader.findings.pair import SHOWN
from reader.frozen import NamedTuple, replace
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeVar

    from reader.findings.compare import Seen
    from reader.findings.pair import Told
    from reader.story import Cluster

    _T = TypeVar("_T", str, tuple[int, int])


_WORD = regex(r"\w+")
#: Figures so many times one another are no one side.
FAR = 1.5
_FIGURE = regex(r"(?<![\d.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?= |$|\.\.)")


class _Claim(NamedTuple):
    """Words of one sentence that disagree with others."""

    told: Told
    start: int
    end: int
    value: str


class _Edge(NamedTuple):
    """A disagreement between two claims, given by their numbers in a list."""

    a: int
    b: int
    seen: Seen


def group(
    cluster: Cluster, seen: Sequence[Seen], passage_of: Mapping[str, str], compared: Callable[[str, str], bool]
) -> list[Finding]:
    """The contradictions, unsorted.

    passage_of: sentence id -> passage id; compared: whether two sentences were compared at all.
    """
    findings: list[tuple[Finding, tuple[str, ...]]] = []
    for topic in _topics(seen):
        found = _finding(cluster, _supported(topic), passage_of, compared)
        if found is not None:
            findings.append(found)
    return _distinct(findings)


def _topics(seen: Sequence[Seen]) -> list[list[Seen]]:
    """The disagreements, divided into those that are one. One that is not shown joins no others, unless it supports
    the same two values."""
    sure = {(s.found.type, frozenset((s.found.value_a, s.found.value_b))) for s in seen if s.found.confidence >= SHOWN}
    seen = [s for s in seen if (s.found.type, frozenset((s.found.value_a, s.found.value_b))) in sure]
    parent = list(range(len(seen)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    words: dict[tuple[Type, str], list[tuple[int, int, int]]] = {}
    matters: dict[tuple[Type, str, frozenset[str]], int] = {}
    for n, item in enumerate(seen):
        found = item.found
        for told, span in ((item.a, found.a), (item.b, found.b)):
            others = words.setdefault((found.type, told.sentence), [])
            for start, end, m in others:
                if start < span.end and span.start < end:
                    parent[root(n)] = root(m)
            others.append((span.start, span.end, n))
        if found.about:
            key = (found.type, found.about, frozenset((found.value_a, found.value_b)))
            parent[root(n)] = root(matters.setdefault(key, n))
    topics: dict[int, list[Seen]] = {}
    for n, item in enumerate(seen):
        topics.setdefault(root(n), []).append(item)
    return list(topics.values())


def _supported(topic: Sequence[Seen]) -> list[Seen]:
    """What is sure enough to be shown, and what is less sure but opposes the same values as something that is."""
    sure = {frozenset((s.found.value_a, s.found.value_b)) for s in topic if s.found.confidence >= SHOWN}
    return [s for s in topic if s.found.confidence >= SHOWN or frozenset((s.found.value_a, s.found.value_b)) in sure]


def _claims(topic: Sequence[Seen]) -> tuple[list[_Claim], list[_Edge]]:
    """What is claimed, one claim for overlapping words of a sentence, and which claims disagree."""
    spans: dict[str, list[tuple[int, int, str, Told]]] = {}
    for item in topic:
        spans.setdefault(item.a.sentence, []).append((item.found.a.start, item.found.a.end, item.found.value_a, item.a))
        spans.setdefault(item.b.sentence, []).append((item.found.b.start, item.found.b.end, item.found.value_b, item.b))
    quoting = any(item.found.type is Type.QUOTATION for item in topic)
    claims: list[_Claim] = []
    at: dict[tuple[str, int, int], int] = {}
    for sentence, found in spans.items():
        clusters: list[list[tuple[int, int, str, Told]]] = []
        reach = -1
        for span in sorted(found, key=lambda s: (s[0], s[1], s[2])):
            if span[0] >= reach:
                clusters.append([])
                reach = span[1]
            clusters[-1].append(span)
            reach = max(reach, span[1])
        for members in clusters:
            if quoting:  # the longest holds the others: what is changed beside one version and what beside another
                start, end, value, _ = min(members, key=lambda m: (m[0] - m[1], m[0], m[2]))
            else:
                value = _most(m[2] for m in members)
                start, end = _most((m[0], m[1]) for m in members if m[2] == value)
            for m in members:
                at[sentence, m[0], m[1]] = len(claims)
            claims.append(_Claim(members[0][3], start, end, value))
    edges = []
    for item in topic:
        a = at[item.a.sentence, item.found.a.start, item.found.a.end]
        b = at[item.b.sentence, item.found.b.start, item.found.b.end]
        if claims[a].value != claims[b].value:
            edges.append(_Edge(a, b, item))
    return claims, edges


def _most(items: Iterable[_T]) -> _T:
    """The most frequent of some things, the smallest of those that are."""
    counts = Counter(items)
    return min(counts, key=lambda item: (-counts[item], item))


def _sides(
    claims: Sequence[_Claim], edges: Sequence[_Edge], compared: Callable[[str, str], bool]
) -> list[frozenset[str]]:
    """The values of each side."""
    opposed: dict[str, set[str]] = {}
    for edge in edges:
        one, other = claims[edge.a].value, claims[edge.b].value
        opposed.setdefault(one, set()).add(other)
        opposed.setdefault(other, set()).add(one)
    sentences: dict[str, list[str]] = {}
    for claim in claims:
        sentences.setdefault(claim.value, []).append(claim.told.sentence)
    counted = bool(edges) and edges[0].seen.found.type is Type.NUMBER
    sides: list[set[str]] = []
    for value in sorted(opposed):
        for side in sides:
            if (not counted or all(_near(value, other) for other in side)) and all(
                opposed[value] == opposed[other]
                and any(s == t or compared(s, t) for s in sentences[value] for t in sentences[other])
                for other in side
            ):
                side.add(value)
                break
        else:
            sides.append({value})
    return [frozenset(side) for side in sides]


def _near(one: str, other: str) -> bool:
    """Whether two values may be one side: figures that are far apart were only both compared with a third."""
    figures = _FIGURE.search(one), _FIGURE.search(other)
    if figures[0] is None or figures[1] is None:
        return True
    less, more = sorted(float(found.group()) for found in figures if found)
    return more <= FAR * max(less, 1e-9)


def _finding(
    cluster: Cluster,
    topic: Sequence[Seen],
    passage_of: Mapping[str, str],
    compared: Callable[[str, str], bool],
) -> tuple[Finding, tuple[str, ...]] | None:
    claims, edges = _claims(topic)
    if not edges:
        return None
    rank = {v.id: n for n, v in enumerate(cluster.versions)}
    used = {n for edge in edges for n in (edge.a, edge.b)}
    sides = []
    for values in _sides(claims, edges, compared):
        held = [claims[n] for n in sorted(used) if claims[n].value in values]
        held.sort(key=lambda c: (rank[c.told.version], cluster.place(c.told.sentence).index, c.start))
        sides.append(held)
    sides.sort(key=lambda held: (-len({c.told.version for c in held}), rank[held[0].told.version], held[0].start))
    kind = topic[0].found.type
    surest = max(
        (edge.seen for edge in edges), key=lambda s: (s.found.confidence, s.found.about, s.found.rule, s.a.text)
    )
    best = surest.found
    in_time = _in_time(cluster, kind, best.about, sides)
    sides = [sides[n] for n in in_time] or sides
    held_by: dict[str, set[str]] = {}
    for n in used:
        held_by.setdefault(claims[n].value, set()).add(claims[n].told.version)
    pairs: dict[tuple[str, ...], int] = {}
    for edge in edges:
        one, other = sorted((claims[edge.a].value, claims[edge.b].value))
        about = edge.seen.found.matter
        pairs[(one, other, about) if about else (one, other)] = len(held_by[one]) + len(held_by[other])
    ids = identity.contradiction_ids(kind, pairs)
    first = min(
        (c for held in sides for c in held),
        key=lambda c: (rank[c.told.version], cluster.place(c.told.sentence).index),
    )
    conflict = any(e.seen.found.strength is Strength.CONFLICT for e in edges)
    finding = Finding(
        id=ids[0],
        kind=FindingKind.CONTRADICTION,
        passage=passage_of[first.told.sentence],
        explanation=wording.contradiction(
            kind,
            [_claimed(kind, held) for held in sides],
            told_of(surest.a.text, best.about) if kind is Type.DATE else best.about,
            bool(in_time),
            best.rule,
        ),
        confidence=best.confidence,
        type=kind,
        strength=Strength.CONFLICT if conflict else Strength.DISCREPANCY,
        sides=tuple(Side(_spoken(kind, held), tuple(map(_evidence, held))) for held in sides),
        also=ids[1:],
        rule=best.rule,
    )
    return finding, tuple(sorted({claims[n].told.text for n in used}))


def _words(claim: _Claim) -> str:
    return claim.told.text[claim.start : claim.end]


def _folded(words: str) -> str:
    """Words without capitals and typography."""
    return " ".join(_WORD.findall(words.lower()))


def _spoken(kind: Type, held: Sequence[_Claim]) -> str:
    """The words that stand for a side: those of most versions; of a quotation the longest, which hold the others."""
    words = [_words(claim) for claim in held]
    if kind is Type.QUOTATION:
        return max(words, key=len)
    versions: dict[str, set[str]] = {}
    for claim, said in zip(held, words, strict=True):
        versions.setdefault(_folded(said), set()).add(claim.told.version)
    return max(words, key=lambda said: len(versions[_folded(said)]))


def _claimed(kind: Type, held: Sequence[_Claim]) -> wording.Claimed:
    outlets = tuple(dict.fromkeys(c.told.outlet for c in held))
    spoken = _spoken(kind, held)
    told, value = _folded(spoken), held[0].value
    whole = {c.told.outlet for c in held if _folded(_words(c)) == told}
    if kind is Type.QUOTATION:
        return wording.Claimed(outlets, spoken, value, partly=tuple(o for o in outlets if o not in whole))
    other = {_folded(_words(c)): _words(c) for c in held if c.told.outlet not in whole}
    return wording.Claimed(outlets, spoken, value, also=tuple(other.values()))


def _evidence(claim: _Claim) -> Evidence:
    told = claim.told
    return Evidence(told.version, told.sentence, told.offset + claim.start, told.offset + claim.end)


def _distinct(findings: Sequence[tuple[Finding, tuple[str, ...]]]) -> list[Finding]:
    """The findings with an id each: of those that share one, the one with most evidence keeps it."""
    taken: set[str] = set()
    found = []
    for finding, sentences in sorted(findings, key=lambda f: (-sum(len(s.evidence) for s in f[0].sides), f[1])):
        name = finding.id
        while name in taken:
            name = identity.anchored(name, sentences)
        taken.add(name)
        found.append(finding if name == finding.id else replace(finding, id=name))
    return found


#: Types of which a later report can be the update of an earlier one.
_UPDATED = (Type.NUMBER, Type.POLARITY, Type.CERTAINTY)
#: What the hours between two reports don't change, by how it begins.
_LASTING = ("age", "how long", "distance", "which ", "score")


def _in_time(cluster: Cluster, kind: Type, about: str, sides: Sequence[Sequence[_Claim]]) -> list[int]:
    """The numbers of the sides in the order of publication, where each was published after all of the one before.

    None where that is not so, and where time does not change what they tell.
    """
    if kind not in _UPDATED or (kind is Type.NUMBER and about.startswith(_LASTING)):
        return []
    published = [[cluster.version(v).published for v in dict.fromkeys(c.told.version for c in side)] for side in sides]
    order = sorted(range(len(sides)), key=lambda n: sum(map(_precedes, repeat(published[n]), published)), reverse=True)
    apart = all(_precedes(published[one], published[other]) for one, other in pairwise(order))
    return order if apart else []


def _precedes(one: Sequence[str | None], other: Sequence[str | None]) -> bool:
    return all(_after(later, earlier) for later in other for earlier in one)


def _after(one: str | None, other: str | None) -> bool:
    """Whether the first date or time is known to be after the second."""
    if not one or not other:
        return False
    if one[:10] != other[:10]:
        return one[:10] > other[:10]
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return False
    timed = len(one) > 10 and len(other) > 10
    return timed and (first.tzinfo is None) == (second.tzinfo is None) and first > second
