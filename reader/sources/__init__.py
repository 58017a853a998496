"""Ways in: files, formats, addresses -> Cluster."""

from __future__ import annotations

import json
import re
from pathlib import Path

from reader.prose.sentences import sentences
from reader.story import Cluster, Kind, Paragraph, Sentence, Version


class SourceError(Exception):
    """Input that can't be read; the message names the file, the place and what to do."""


def load(*paths: str | Path) -> Cluster:
    """Placeholder until the sources are written: a folder of text files, or one JSON Lines file."""
    path = Path(paths[0])
    articles = []
    if path.is_dir():
        articles = [{"outlet": p.stem, "text": p.read_text("utf-8")} for p in sorted(path.glob("*.txt"))]
    else:
        articles = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    versions = []
    for n, article in enumerate(articles, 1):
        text = article["text"]
        if article.get("headline"):
            text = article["headline"] + "\n\n" + text
        paragraphs = []
        for match in re.finditer(r"\S[^\n]*", text):
            pid = f"v{n}.p{len(paragraphs) + 1}"
            words = match.group().rstrip()
            spans = sentences(words)
            paragraphs.append(
                Paragraph(
                    pid,
                    Kind.HEADLINE if article.get("headline") and not paragraphs else Kind.BODY,
                    words,
                    match.start(),
                    tuple(Sentence(f"{pid}.s{k}", s.start, s.end) for k, s in enumerate(spans, 1)),
                )
            )
        versions.append(
            Version(f"v{n}", article["outlet"], text, tuple(paragraphs), article.get("headline"), published=article.get("published"), language="en", original=text)
        )
    return Cluster(path.stem, tuple(versions))
