"""The JSON report, schema "variorum/1"."""

from __future__ import annotations

from typing import Any

from reader.collation import Collation


def to_dict(collation: Collation) -> dict[str, Any]:
    """The report as plain data, ready for ``json.dumps``."""
    cluster = collation.cluster
    return {
        "schema": "variorum/1",
        "cluster": {"title": cluster.title},
        "base": collation.base,
        "versions": [
            {
                "id": v.id, "outlet": v.outlet, "headline": v.headline, "byline": v.byline, "published": v.published,
                "url": v.url, "language": v.language, "path": v.path, "origin": None,
                "off_event": {"reason": collation.off_event[v.id].reason, "evidence": []} if v.id in collation.off_event else None,
                "paragraphs": [
                    {"id": p.id, "kind": p.kind, "text": p.text, "sentences": [{"id": s.id, "start": s.start, "end": s.end} for s in p.sentences]}
                    for p in v.paragraphs
                ],
            }
            for v in cluster.versions
        ],
        "links": [{"a": x.a, "b": x.b, "score": x.score, "moved": x.moved} for x in collation.links],
        "passages": [{"id": p.id, "sentences": {v: list(s) for v, s in p.sentences.items()}} for p in collation.passages],
        "findings": [
            {"id": f.id, "kind": f.kind, "passage": f.passage, "explanation": f.explanation, "confidence": f.confidence}
            | ({"version": f.version, "sentences": list(f.sentences)} if f.version else {
                "type": f.type, "strength": f.strength,
                "sides": [{"claim": s.claim, "evidence": [{"version": e.version, "sentence": e.sentence, "start": e.start, "end": e.end} for e in s.evidence]} for s in f.sides],
            })
            for f in collation.findings
        ],
    }
