"""A passage of one version as it is quoted elsewhere. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.story import Cluster


def citation(cluster: Cluster, version_id: str, sentences: Sequence[str]) -> str:
    """The sentences in quotation marks, and under them where they stand: outlet, headline, date, address, paragraph."""
    version = cluster.version(version_id)
    places = [cluster.place(sentence) for sentence in sentences]
    words = ""
    for n, place in enumerate(places):
        if n:
            words += " " if places[n - 1].paragraph is place.paragraph else "\n"
        words += " ".join(place.text.split())
    paragraphs = list(dict.fromkeys(version.paragraphs.index(place.paragraph) + 1 for place in places))
    where = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    parts = [
        version.outlet,
        f"“{version.headline}”" if version.headline else None,
        version.published[:16].replace("T", " ") if version.published else None,
        f"{where} {', '.join(map(str, paragraphs))}",
        version.url,
    ]
    return f"“{words}”\n— {', '.join(part for part in parts if part)}\n"
