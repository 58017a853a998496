"""The report for people, as Markdown: CommonMark with tables."""

from __future__ import annotations

import re

from reader.export.plain import plain
from reader.export.reviewed import added_by, cut_told, links_told, progress, said_of, whole
from reader.export.view import PLURALS, SIGNS, address, by_version, counted, of_kind, quote, sentences, summary, when
from reader.findings.finding import FindingKind
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.align.links import Mark
    from reader.collation import Collation
    from reader.export.reviewed import Reviewed
    from reader.findings.finding import Evidence, Finding
    from reader.findings.history import Event
    from reader.story import Version

# Anything that a renderer could take for markup inside a line: CommonMark's own, tables, strike-through, mathematics,
# mentions, and the addresses, bare hosts among them, that many renderers turn into links by themselves.
_INLINE = regex(
    r"[\\`*_\[\]{}<>&|~$@^]|#(?=\s*$)|(?<=www)\.|(?<=\w)\.(?=[^\W\d_]{2})|:(?=//)|:(?=\w+:)|(?<=mailto):|(?<=xmpp):",
    re.IGNORECASE,
)
# What would begin a block at the beginning of a line.
_BLOCK = regex(r"^(\d{0,9})([#+=.):!-])")
# From the first letter or digit to the last.
_LETTERS = regex(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def render(collation: Collation, reviews: Sequence[Reviewed] = ()) -> str:
    """The report as Markdown: versions, contradictions with their evidence, additions, omissions, what is set apart."""
    return "\n".join(_lines(collation, reviews)).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """The text in one line, such that Markdown shows it as it stands, at the beginning of a line too."""
    return _BLOCK.sub(r"\1\\\2", _INLINE.sub(r"\\\g<0>", plain(text)))


def _lines(collation: Collation, reviews: Sequence[Reviewed]) -> Iterator[str]:
    yield f"# {escape(collation.title)}"
    yield ""
    yield escape(summary(whole(collation)))
    yield ""
    for review in reviews:
        yield f"{escape(progress(collation, review))}."
        yield ""
    for link in links_told(reviews):
        yield escape(link)
        yield ""
    if told := cut_told(collation):
        yield escape(told)
        yield ""
    if collation.notices:
        yield "## Notices"
        yield ""
        for notice in collation.notices:
            yield f"- {escape(str(notice))}"
        yield ""
    yield from _versions(collation)
    yield from _contradictions(collation, reviews)
    if collation.history is not None:
        yield from _history(collation, collation.history, reviews)
    else:
        for kind in (FindingKind.ADDITION, FindingKind.OMISSION):
            yield from _coverage(collation, kind, reviews)
    yield from _apart(collation)
    yield from _vanished(reviews)


def _versions(collation: Collation) -> Iterator[str]:
    yield "## Versions"
    yield ""
    yield "| | Outlet | Published | Headline | |"
    yield "|---|---|---|---|---|"
    for version in collation.cluster.versions:
        notes = []
        if version.id == collation.base:
            notes.append("base")
        if origin := collation.origins.get(version.id):
            notes.append(f"origin: {escape(origin.agency)}")
        if version.id in collation.off_event:
            notes.append("seems to report another event")
        cells = [version.id, escape(version.outlet), escape(when(version.published)), _headline(version)]
        yield f"| {' | '.join(cells)} | {', '.join(notes)} |"
    yield ""


def _headline(version: Version) -> str:
    text, link = escape(version.headline or ""), address(version.url)
    return f"[{text or 'article'}](<{link}>)" if link else text


def _contradictions(collation: Collation, reviews: Sequence[Reviewed]) -> Iterator[str]:
    found = of_kind(collation, FindingKind.CONTRADICTION)
    yield f"## {SIGNS[FindingKind.CONTRADICTION]} Contradictions"
    yield ""
    if not found:
        yield "No contradictions were found."
        yield ""
    for number, finding in enumerate(found, 1):
        kind = f"{finding.type}, {finding.strength}"
        yield f"### {number}. {kind.capitalize()}"
        yield ""
        yield escape(finding.explanation)
        yield ""
        for side in finding.sides:
            yield f"- {_emphasised('', side.claim, '')}"
            yield ""
            yield from _quotes(collation, side.evidence)
        yield from _said(reviews, finding.id)
        who = added_by(reviews, finding.id)
        sure = f"Added by hand by {escape(who)}" if who else f"Confidence {finding.confidence:.0%}"
        yield f"{sure}, passage {finding.passage}, finding `{finding.id}`."
        yield ""


def _quotes(collation: Collation, evidence: Iterable[Evidence | Mark]) -> Iterator[str]:
    """Evidence, quoted in its sentence, the words in bold, as blocks inside a list item."""
    for item in evidence:
        words = quote(collation.cluster, item)
        yield f"  > {_emphasised(words.before, words.words, words.after)}\\"
        yield f"  > — {_named(words.version)}, {words.sentence}"
        yield ""


def _emphasised(before: str, words: str, after: str) -> str:
    """One line with the words in bold. The stars stand at letters or digits: elsewhere CommonMark may not take them."""
    inner = _LETTERS.search(words)
    if not inner:
        return escape(before + words + after)
    before, after = before + words[: inner.start()], words[inner.end() :] + after
    lead = " " if before[-1:].isspace() else ""
    trail = " " if after[:1].isspace() else ""
    return f"{escape(before)}{lead}**{_tail(inner.group())}**{trail}{_tail(after)}".strip()


def _tail(text: str) -> str:
    """Escaped text that does not stand at the beginning of a line."""
    return _INLINE.sub(r"\\\g<0>", plain(text))


def _named(version: Version) -> str:
    date = when(version.published)
    return escape(version.outlet) + (f", {escape(date)}" if date else "")


def _coverage(collation: Collation, kind: FindingKind, reviews: Sequence[Reviewed]) -> Iterator[str]:
    """Additions or omissions, under the version that they are about."""
    base = escape(collation.cluster.version(collation.base).outlet)
    yield f"## {SIGNS[kind]} {PLURALS[kind].capitalize()}"
    yield ""
    if not of_kind(collation, kind):
        yield f"No {PLURALS[kind]} were found."
        yield ""
    for version, found in by_version(collation, kind):
        says = f"not in {base}" if kind is FindingKind.ADDITION else f"in {base} and not here"
        yield f"### {escape(version.outlet)}: {counted(len(found), kind)}, {says}"
        yield ""
        for finding in found:
            yield _item(collation, finding)
            if said := "\n".join(_said(reviews, finding.id)).rstrip("\n"):
                yield ""
                yield "\n".join(f"  {line}".rstrip() for line in said.split("\n"))
                yield ""
        yield ""


def _history(collation: Collation, history: Sequence[Event], reviews: Sequence[Reviewed]) -> Iterator[str]:
    """What happened, revision by revision; additions and omissions among it."""
    yield "## History"
    yield ""
    if not history:
        yield "The revisions tell the same in the same words."
        yield ""
    for version in collation.cluster.versions:
        here = [event for event in history if event.version == version.id]
        if not here:
            continue
        yield f"### {_named(version)}"
        yield ""
        for event in here:
            words = "" if event.was or event.now else sentences(collation.cluster, event.sentences or event.before)
            ids = ", ".join(event.sentences or event.before)
            yield f"- {escape(event.explanation)}{f' {_tail(words)}' if words else ''} ({ids})"
            said = "" if event.type else "\n".join(_said(reviews, event.finding or "")).rstrip("\n")
            if said:
                yield ""
                yield "\n".join(f"  {line}".rstrip() for line in said.split("\n"))
                yield ""
        yield ""


def _item(collation: Collation, finding: Finding) -> str:
    return f"- {escape(sentences(collation.cluster, finding.sentences))} ({', '.join(finding.sentences)})"


def _apart(collation: Collation) -> Iterator[str]:
    if not collation.off_event:
        return
    yield "## Versions that seem to report another event"
    yield ""
    for version in collation.cluster.versions:
        if apart := collation.off_event.get(version.id):
            yield f"- {_emphasised('', version.outlet, ': ' + apart.reason)}"
            yield ""
            yield from _quotes(collation, apart.evidence)


def _said(reviews: Sequence[Reviewed], finding: str) -> Iterator[str]:
    """What reviewers say of a finding, each in a paragraph, a note quoted below it."""
    for said in said_of(reviews, finding):
        changed = "; the text changed after this verdict" if said.changed else ""
        yield f"{_emphasised('', said.verdict, f' by {said.reviewer}, {when(said.time)}{changed}')}"
        yield ""
        yield from _note(said.note)


def _note(note: str | None) -> Iterator[str]:
    if note:
        paragraphs = [escape(line) for line in note.split("\n") if line.strip()]
        yield from "\n>\n".join(f"> {line}" for line in paragraphs).split("\n")
        yield ""


def _vanished(reviews: Sequence[Reviewed]) -> Iterator[str]:
    if not any(review.vanished for review in reviews):
        return
    yield "## Verdicts on findings that are not there any more"
    yield ""
    for review in reviews:
        for gone in review.vanished:
            verdict = gone.decision.verdict or "noted"
            yield f"- {_emphasised('', verdict, f' by {review.reviewer}, {when(gone.decision.time)}: {gone.why}')}"
            yield ""
            for words in gone.decision.words:
                yield f"  > {escape(words.sentence)}\\"
                yield f"  > — {_tail(words.outlet)}"
                yield ""
            yield from (f"  {line}".rstrip() for line in _note(gone.decision.note))
