"""The JSON report, schema "variorum/1"; docs/report.schema.json says the same to a machine."""

from __future__ import annotations

import json

from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence
    from typing import Any

    from reader.align.links import Mark
    from reader.collation import Collation
    from reader.export.reviewed import Decision, Reviewed, Words
    from reader.findings.finding import Evidence, Finding
    from reader.findings.history import Event
    from reader.story import Paragraph, Version

SCHEMA = "variorum/1"

# What stands escaped in the text of the report: controls, direction overrides and isolates, line separators, tags,
# surrogates and characters that are none. To a reader of JSON that is the same.
_CONTROLS = regex(
    "[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def to_dict(collation: Collation, reviews: Sequence[Reviewed] = ()) -> dict[str, Any]:
    """The report as plain data, ready for ``json.dumps``; with what reviewers decided, where there are reviews.

    The texts of the paragraphs are those of the source, controls included; all offsets count their characters.
    """
    cluster = collation.cluster
    order = {version.id: n for n, version in enumerate(cluster.versions)}
    report: dict[str, Any] = {
        "schema": SCHEMA,
        "cluster": {"title": collation.title},
        "base": collation.base,
        "versions": [_version(collation, version) for version in cluster.versions],
        "links": [{"a": x.a, "b": x.b, "score": x.score, "moved": x.moved} for x in collation.links],
        "passages": [
            {"id": p.id, "sentences": {v: list(p.sentences[v]) for v in sorted(p.sentences, key=order.__getitem__)}}
            for p in collation.passages
        ],
        "findings": [_finding(finding) for finding in collation.findings],
    }
    if collation.history is not None:
        report["history"] = [_event(event) for event in collation.history]
    if collation.notices:
        report["notices"] = [{"where": notice.where, "message": notice.message} for notice in collation.notices]
    return report | {"reviews": [_review(collation, review) for review in reviews]} if reviews else report


def render(collation: Collation, reviews: Sequence[Reviewed] = ()) -> str:
    """The report as JSON text: one version, link, passage or finding a line, controls escaped."""
    parts = ["{\n"]  # put together once: 100,000 sentences are 34 MB
    for key, value in to_dict(collation, reviews).items():
        parts += (",\n" if len(parts) > 1 else "", _compact(key), ": ")
        if isinstance(value, list) and value:
            parts += ("[\n", ",\n".join(map(_compact, value)), "\n]")
        else:
            parts.append(_compact(value))
    text = "".join([*parts, "\n}\n"])
    return _CONTROLS.sub(_escaped, text) if not text.isascii() or "\x7f" in text else text


#: JSON in one line. What is no plain character is escaped in the whole text, once, which loses nothing.
_compact = json.JSONEncoder(ensure_ascii=False).encode


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def _version(collation: Collation, version: Version) -> dict[str, Any]:
    origin = collation.origins.get(version.id)
    apart = collation.off_event.get(version.id)
    return {
        "id": version.id,
        "outlet": version.outlet,
        "headline": version.headline,
        "byline": version.byline,
        "published": version.published,
        "url": version.url,
        "language": version.language,
        "path": version.path,
        "origin": origin and {"agency": origin.agency, "evidence": _evidence(origin.evidence)},
        "off_event": apart and {"reason": apart.reason, "evidence": _evidence(apart.evidence)},
        "paragraphs": [_paragraph(version, paragraph) for paragraph in version.paragraphs],
    }


def _paragraph(version: Version, paragraph: Paragraph) -> dict[str, Any]:
    text = paragraph.text
    if len(version.original) == len(version.text):  # what is shown stands for it character for character
        text = version.original[paragraph.start : paragraph.start + len(text)]
    return {
        "id": paragraph.id,
        "kind": paragraph.kind.value,
        "text": text,
        "sentences": [{"id": s.id, "start": s.start, "end": s.end} for s in paragraph.sentences],
    }


def _evidence(evidence: Iterable[Evidence | Mark]) -> list[dict[str, Any]]:
    return [{"version": e.version, "sentence": e.sentence, "start": e.start, "end": e.end} for e in evidence]


def _finding(finding: Finding) -> dict[str, Any]:
    if finding.type is None or finding.strength is None:
        return {
            "id": finding.id,
            "kind": finding.kind.value,
            "passage": finding.passage,
            "version": finding.version,
            "sentences": list(finding.sentences),
            "explanation": finding.explanation,
            "confidence": finding.confidence,
        }
    head = {"id": finding.id, "kind": finding.kind.value, "passage": finding.passage}
    tail = {"explanation": finding.explanation, "confidence": finding.confidence}
    sides = [{"claim": side.claim, "evidence": _evidence(side.evidence)} for side in finding.sides]
    return head | {"type": finding.type.value, "strength": finding.strength.value, "sides": sides} | tail


def _event(event: Event) -> dict[str, Any]:
    return {
        "version": event.version,
        "previous": event.previous,
        "passage": event.passage,
        "change": event.change.value,
        "type": event.type and event.type.value,
        "sentences": list(event.sentences),
        "before": list(event.before),
        "was": event.was,
        "now": event.now,
        "finding": event.finding,
        "explanation": event.explanation,
    }


def _review(collation: Collation, review: Reviewed) -> dict[str, Any]:
    standing = ((f.id, review.standing[f.id]) for f in collation.findings if f.id in review.standing)
    return {
        "reviewer": review.reviewer,
        "decisions": [
            {"finding": finding} | _decision(found.decision) | {"changed": found.changed} for finding, found in standing
        ],
        "vanished": [
            {"finding": gone.finding}
            | _decision(gone.decision)
            | {"why": str(gone.why), "words": _words(gone.decision.words)}
            for gone in review.vanished
        ],
        "links": [{"together": x.together, "a": _words(x.a), "b": _words(x.b)} for x in review.links],
        "added": list(review.added),
    }


def _words(words: Iterable[Words]) -> list[dict[str, str]]:
    return [{"outlet": w.outlet, "sentence": w.sentence, "words": w.words} for w in words]


def _decision(decision: Decision) -> dict[str, Any]:
    verdict = None if decision.verdict is None else str(decision.verdict)
    return {"verdict": verdict, "note": decision.note, "read": decision.read, "time": decision.time}
