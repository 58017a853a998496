"""The public API is what it is said to be, and no more."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

import reader

if TYPE_CHECKING:
    from pathlib import Path

PUBLIC = {"Cluster", "Collation", "SourceError", "collate", "load", "to_dict"}


def test_exports_its_api_and_nothing_else() -> None:
    assert set(reader.__all__) == PUBLIC
    assert set(dir(reader)) >= PUBLIC
    for name in PUBLIC:
        assert getattr(reader, name).__doc__, name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        _ = reader.nope  # type: ignore[attr-defined]


def test_from_path_to_report(story: Path) -> None:
    cluster = reader.load(story)
    assert isinstance(cluster, reader.Cluster)
    collation = reader.collate(cluster)
    assert isinstance(collation, reader.Collation)
    report = reader.to_dict(collation)
    assert report["schema"] == "variorum/1"
    assert {v["outlet"] for v in report["versions"]} == {"harbour-post", "coast-radio", "island-daily"}
    assert json.loads(json.dumps(report)) == report


def test_the_base_may_be_chosen_by_id_or_outlet(story: Path) -> None:
    cluster = reader.load(story)
    for version in cluster.versions:
        assert reader.collate(cluster, base=version.id).base == version.id
        assert reader.collate(cluster, base=version.outlet).base == version.id
    with pytest.raises(ValueError, match="no version 'elsewhere'"):
        reader.collate(cluster, base="elsewhere")


def test_a_source_error_names_the_path(tmp_path: Path) -> None:
    with pytest.raises(reader.SourceError, match=re.escape("nowhere")):
        reader.load(tmp_path / "nowhere")


def test_the_version_is_a_release_number() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", reader.__version__)
