"""What the reports for people show, whatever their format: words in their sentence, dates, lists, order."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote as percent
from urllib.parse import urlsplit, urlunsplit

from reader.export.plain import plain
from reader.findings.finding import FindingKind
from reader.frozen import dataclass
from reader.prose.visible import visible_line
from reader.story import in_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.align.links import Mark
    from reader.collation import Collation
    from reader.findings.finding import Evidence, Finding
    from reader.story import Cluster, Version

#: The sign and the name of each kind of finding, in the order of the report.
SIGNS = {FindingKind.CONTRADICTION: "≠", FindingKind.ADDITION: "+", FindingKind.OMISSION: "−"}
PLURALS = {
    FindingKind.CONTRADICTION: "contradictions",
    FindingKind.ADDITION: "additions",
    FindingKind.OMISSION: "omissions",
}

#: Not strftime's, which follow the machine's locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a finding rests on, inside their sentence."""

    version: Version
    sentence: str  #: its id
    before: str
    words: str
    after: str


def quote(cluster: Cluster, evidence: Evidence | Mark) -> Quote:
    """The evidence with the sentence around it; evidence that leaves its sentence is shown as far as it goes."""
    place = cluster.place(evidence.sentence)
    whole = place.paragraph.text
    start, end = sorted((evidence.start, evidence.end))
    begin, finish = min(place.sentence.start, start), max(place.sentence.end, end)
    before, words, after = (visible_line(whole[a:b]) for a, b in ((begin, start), (start, end), (end, finish)))
    return Quote(place.version, evidence.sentence, before, words, after)


def of_kind(collation: Collation, kind: FindingKind) -> tuple[Finding, ...]:
    """The findings of one kind, in the order of reading."""
    return tuple(f for f in collation.findings if f.kind == kind)


def by_version(collation: Collation, kind: FindingKind) -> list[tuple[Version, list[Finding]]]:
    """The additions or omissions of every version that has some, the versions in their order."""
    found: dict[str | None, list[Finding]] = {}
    for finding in of_kind(collation, kind):
        found.setdefault(finding.version, []).append(finding)
    return [(version, found[version.id]) for version in collation.cluster.versions if version.id in found]


def sentences(cluster: Cluster, ids: Iterable[str]) -> str:
    """The text of some sentences, one after the other."""
    return in_one_line(map(cluster.place, ids), lambda place: plain(place.text))


def counted(number: int, kind: FindingKind) -> str:
    """ "no omissions", "1 omission", "2 omissions"."""
    return f"{number or 'no'} {kind.value if number == 1 else PLURALS[kind]}"


def listed(names: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def when(published: str | None) -> str:
    """A date of publication as people write it, "30 November 2024, 06:35 UTC"; as it stands where it is no date."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return plain(published)
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if len(published) <= 10:
        return day
    zone = moment.strftime("%z")
    zone = "" if not zone else " UTC" if zone.strip("+-0:") == "" else f" {zone[:3]}:{zone[3:5]}"
    return f"{day}, {moment:%H:%M}{zone}"


def address(url: str | None) -> str | None:
    """A version's address where it is one of the web, with all but plain ASCII in per cent form; else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return percent(urlunsplit(parts), safe="%/:=&?~#+!,;@()", errors="replace")


def summary(collation: Collation) -> str:
    """The report in one sentence: how many versions, the base, how many findings of each kind."""
    cluster = collation.cluster
    number = len(cluster.versions)
    counts = [counted(len(of_kind(collation, kind)), kind) for kind in SIGNS]
    if collation.history is not None:
        return f"{number} revisions of one article, each compared with the one before it: {listed(counts)}."
    base = plain(cluster.version(collation.base).outlet)
    return f"{number} versions, compared with {base}: {listed(counts)}."
