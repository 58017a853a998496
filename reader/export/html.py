"""The report as one page of HTML that needs nothing else: no script, no outside resource.

Findings come first, with links to the words they rest on; then the versions side by side, a row for each passage; then
what stands around the articles. Signs have names for screen readers, and the page prints.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from reader.export.columns import Columns
from reader.export.markup import attribute, language, text, to_passage
from reader.export.reviewed import added_by, cut_told, links_told, progress, said_of, whole
from reader.export.view import (
    PLURALS,
    SIGNS,
    address,
    by_version,
    counted,
    listed,
    of_kind,
    quote,
    summary,
    when,
)
from reader.findings.finding import FindingKind
from reader.story import in_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.align.links import Mark
    from reader.collation import Collation
    from reader.export.reviewed import Reviewed, Said
    from reader.findings.finding import Evidence, Finding, Side
    from reader.story import Cluster, Version


def render(collation: Collation, reviews: Sequence[Reviewed] = ()) -> str:
    """The report as an HTML document."""
    style = files("reader.export").joinpath("report.css").read_text("utf-8")
    # The policy allows this very style sheet and nothing else: should any text slip through, it can load nothing.
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = text(collation.title)
    columns = Columns(collation)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="generator" content="Variorum">',
            f"<title>{title}: every version</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            '<a class="skip" href="#findings">Skip to the findings</a>',
            '<a class="skip" href="#versions-text">Skip to the versions side by side</a>',
            *_header(collation, reviews),
            "<main>",
            *_versions(collation),
            '<section id="findings" aria-labelledby="findings-title">',
            '<h2 id="findings-title">Findings</h2>',
            *_contradictions(collation, reviews),
            *_coverage(collation, FindingKind.ADDITION, reviews),
            *_coverage(collation, FindingKind.OMISSION, reviews),
            *_apart(collation),
            *_vanished(reviews),
            "</section>",
            *columns.table(),
            *columns.apart(),
            *columns.around(),
            "</main>",
            "<footer><p>Made with Variorum. Each finding rests on the words marked: check it there.</p></footer>",
            "</body>",
            "</html>",
            "",
        )
    )


def _header(collation: Collation, reviews: Sequence[Reviewed]) -> Iterator[str]:
    yield "<header>"
    yield '<p class="brand">Variorum report</p>'
    yield f'<h1 dir="auto">{text(collation.title)}</h1>'
    yield f'<p class="summary">{text(summary(whole(collation)))}</p>'
    for review in reviews:
        yield f'<p class="summary">{text(progress(collation, review))}.</p>'
    for link in links_told(reviews):
        yield f'<p class="summary" dir="auto">{text(link)}</p>'
    if told := cut_told(collation):
        yield f'<p class="summary">{text(told)}</p>'
    if collation.notices:
        yield '<ul class="notices" aria-label="Notices">'
        for notice in collation.notices:
            yield f'<li dir="auto">{text(str(notice))}</li>'
        yield "</ul>"
    yield '<nav aria-label="In this report"><ul>'
    for kind, sign in SIGNS.items():
        number = len(of_kind(collation, kind))
        yield (
            f'<li class="{kind.value}"><a href="#{PLURALS[kind]}"><span class="sign" aria-hidden="true">{sign}</span> '
            f"{counted(number, kind)}</a></li>"
        )
    yield '<li><a href="#versions-text">Side by side</a></li>'
    yield "</ul></nav>"
    yield "</header>"


def _versions(collation: Collation) -> Iterator[str]:
    yield '<section id="versions" aria-labelledby="versions-title">'
    yield '<h2 id="versions-title">Versions</h2>'
    yield '<ul class="versions">'
    for version in collation.cluster.versions:
        yield "<li>"
        yield f'<p class="outlet">{text(version.outlet)}{_notes(collation, version)}</p>'
        link = address(version.url)
        headline = text(version.headline or "")
        if link:
            headline = f'<a href="{attribute(link)}" rel="noopener noreferrer nofollow">{headline or text(link)}</a>'
        if headline:
            yield f'<p class="headline"{language(version.language)} dir="auto">{headline}</p>'
        facts = [text(version.byline or ""), _time(version)]
        if any(facts):
            yield f'<p class="facts">{" · ".join(fact for fact in facts if fact)}</p>'
        yield "</li>"
    yield "</ul>"
    yield "</section>"


def _notes(collation: Collation, version: Version) -> str:
    notes = []
    if version.id == collation.base:
        notes.append("base")
    if origin := collation.origins.get(version.id):
        notes.append(f"origin {text(origin.agency)}")
    if version.id in collation.off_event:
        notes.append("another event")
    return "".join(f' <span class="note">{note}</span>' for note in notes)


def _time(version: Version) -> str:
    shown = text(when(version.published))
    return f'<time datetime="{attribute(version.published)}">{shown}</time>' if version.published else ""


def _contradictions(collation: Collation, reviews: Sequence[Reviewed]) -> Iterator[str]:
    kind = FindingKind.CONTRADICTION
    found = of_kind(collation, kind)
    yield f'<h3 id="{PLURALS[kind]}" class="kind">{counted(len(found), kind).capitalize()}</h3>'
    for number, finding in enumerate(found, 1):
        yield from _contradiction(collation, finding, number, reviews)


def _contradiction(collation: Collation, finding: Finding, number: int, reviews: Sequence[Reviewed]) -> Iterator[str]:
    yield f'<article class="finding {finding.strength}" id="f{number}" aria-labelledby="f{number}-title">'
    yield (
        f'<h4 id="f{number}-title"><span class="sign" aria-hidden="true">≠</span> '
        f'<span class="number">{number}</span> {finding.type} <span class="strength">{finding.strength}</span></h4>'
    )
    yield f'<p class="why">{text(finding.explanation)}</p>'
    yield '<div class="sides">'
    for side in finding.sides:
        yield from _side(collation.cluster, side)
    yield "</div>"
    yield from _said(said_of(reviews, finding.id))
    who = added_by(reviews, finding.id)
    sure = f"added by hand by {text(who)}" if who else f"confidence {finding.confidence:.0%}"
    yield (f'<p class="rests">passage {to_passage(finding.passage)} · {sure} · finding {text(finding.id)}</p>')
    yield "</article>"


def _side(cluster: Cluster, side: Side) -> Iterator[str]:
    outlets = {e.version: text(cluster.version(e.version).outlet) for e in side.evidence}
    who = listed(list(outlets.values()))
    yield '<div class="side">'
    yield f'<h5><span class="claim" dir="auto">{text(side.claim)}</span> <span class="who">{who}</span></h5>'
    yield from _quotes(cluster, side.evidence)
    yield "</div>"


def _quotes(cluster: Cluster, evidence: Iterable[Evidence | Mark]) -> Iterator[str]:
    for item in evidence:
        words = quote(cluster, item)
        version, outlet = words.version, text(words.version.outlet)
        before, after = text(words.before, strip=False).lstrip(), text(words.after, strip=False).rstrip()
        marked = f"<mark>{text(words.words, strip=False)}</mark>"
        link = f'<a href="#{attribute(words.sentence)}">in the text<span class="unseen"> of {outlet}</span></a>'
        yield "<figure>"
        yield f'<blockquote{language(version.language)} dir="auto">{before}{marked}{after}</blockquote>'
        yield f"<figcaption>{' · '.join(filter(None, (outlet, _time(version), link)))}</figcaption>"
        yield "</figure>"


def _coverage(collation: Collation, kind: FindingKind, reviews: Sequence[Reviewed]) -> Iterator[str]:
    found = of_kind(collation, kind)
    yield f'<h3 id="{PLURALS[kind]}" class="kind">{counted(len(found), kind).capitalize()}</h3>'
    for version, own in by_version(collation, kind):
        base = text(collation.cluster.version(collation.compared(version.id)).outlet)
        says = f"not in {base}" if kind is FindingKind.ADDITION else f"in {base} and not here"
        yield f'<details open class="coverage {kind.value}">'
        yield f"<summary><strong>{text(version.outlet)}</strong>: {counted(len(own), kind)}, {says}</summary>"
        yield "<ul>"
        for finding in own:
            yield _item(collation, finding, kind, said_of(reviews, finding.id))
        yield "</ul>"
        yield "</details>"


def _item(collation: Collation, finding: Finding, kind: FindingKind, said: list[Said]) -> str:
    places = [collation.cluster.place(sentence) for sentence in finding.sentences]
    spoken = language(places[0].version.language) if places else ""
    words = in_one_line(places, lambda place: text(place.text))
    sign = f'<span class="sign" aria-hidden="true">{SIGNS[kind]}</span>'
    told = "".join(_said(said))
    return f'<li>{sign} <div><span{spoken} dir="auto">{words}</span>{told}</div> {to_passage(finding.passage)}</li>'


def _apart(collation: Collation) -> Iterator[str]:
    if not collation.off_event:
        return
    yield '<h3 id="apart" class="kind">Seem to report another event</h3>'
    for version in collation.cluster.versions:
        if apart := collation.off_event.get(version.id):
            yield '<article class="finding apart">'
            yield f"<h4>{text(version.outlet)}</h4>"
            yield f'<p class="why">{text(apart.reason)}</p>'
            yield '<div class="sides">'
            yield from _quotes(collation.cluster, apart.evidence)
            yield "</div>"
            yield "</article>"


def _said(said: list[Said]) -> Iterator[str]:
    """What reviewers say of a finding."""
    for one in said:
        time = f'<time datetime="{attribute(one.time)}">{text(when(one.time))}</time>'
        changed = " · the text changed after this verdict" if one.changed else ""
        yield (
            f'<p class="verdict {attribute(one.verdict)}"><strong>{text(one.verdict)}</strong> '
            f"by {text(one.reviewer)}, {time}{changed}</p>"
        )
        yield from _note(one.note)


def _note(note: str | None) -> Iterator[str]:
    for line in (note or "").split("\n"):
        if line.strip():
            yield f'<p class="said" dir="auto">{text(line)}</p>'


def _vanished(reviews: Sequence[Reviewed]) -> Iterator[str]:
    if not any(review.vanished for review in reviews):
        return
    yield '<h3 id="vanished" class="kind">Verdicts on findings that are not there any more</h3>'
    for review in reviews:
        for gone in review.vanished:
            verdict, when_said = gone.decision.verdict or "noted", text(when(gone.decision.time))
            yield '<article class="finding apart">'
            yield f"<h4>{text(verdict)} by {text(review.reviewer)}, {when_said}</h4>"
            yield f'<p class="why">{text(gone.why)}</p>'
            yield '<div class="sides">'
            for words in gone.decision.words:
                yield f'<figure><blockquote dir="auto">{text(words.sentence)}</blockquote>'
                yield f"<figcaption>{text(words.outlet)}</figcaption></figure>"
            yield "</div>"
            yield from _note(gone.decision.note)
            yield "</article>"
