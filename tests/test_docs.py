"""The manual says what is: the lists in it are those of the code, and its links lead somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reader.export import FORMATS
from reader.export.csv import COLUMNS, REVIEWED
from reader.findings.finding import Strength, Type
from reader.review.records import SCHEMA, Verdict
from reader.sources import clustertoml, example_names, fields, limits, registry
from reader.story import Kind

_ROOT = Path(__file__).parents[1]
_PAGES = sorted([*(_ROOT / "docs").glob("*.md"), _ROOT / "README.md"])


def _page(name: str) -> str:
    return (_ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "#", "mailto:")):
            assert (page.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_heading_that_is_linked_is_there(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)\s#]*)#([^)\s]+)\)", page.read_text("utf-8")):
        if target.startswith(("http://", "https://")):
            continue
        source = (page.parent / target if target else page).read_text("utf-8")
        heads = (
            re.sub(r"[^\w\- ]", "", head).strip().lower() for head in re.findall(r"^#+ (.+)$", source, re.MULTILINE)
        )
        assert anchor in {head.replace(" ", "-") for head in heads}, anchor


def test_the_report_s_page_names_every_format_column_and_kind() -> None:
    text = _page("report.md")
    for name in (*FORMATS, *COLUMNS, *REVIEWED, *(kind.value for kind in Kind)):
        assert f"`{name}`" in text, name


def test_the_page_on_formats_names_every_ending_field_and_bound() -> None:
    text = _page("formats.md")
    known = (fields.TEXT, fields.HEADLINE, fields.OUTLET, fields.BYLINE, fields.PUBLISHED, fields.URL, fields.LANGUAGE)
    for name in (*registry.TEXT, *registry.DATA, *(name for names in known for name in names)):
        assert f"`{name}`" in text, name
    table = text.split("```toml")[1].split("```")[0]
    for key in clustertoml._KEYS[:3] + clustertoml._FILE_KEYS:
        assert re.search(rf"^{key} = ", table, re.MULTILINE), key
    assert f"{limits.LARGEST_FILE // 1_000_000} MB" in text
    assert f"{limits.MOST_VERSIONS}, {limits.MOST_FILES:,}, {limits.MOST_PARAGRAPHS:,}" in text
    assert f"{limits.MOST_SENTENCES:,}, {limits.MOST_TOGETHER:,}" in text


def test_the_page_on_limits_has_every_bound_on_what_is_read() -> None:
    rows = {
        row.split("|")[1].strip(): row.split("|")[2].strip() for row in _page("limits.md").split("\n") if "|" in row
    }
    assert rows["a file, or standard input"] == limits.megabytes(limits.LARGEST_FILE)
    assert rows["text of all versions together"] == limits.megabytes(limits.LARGEST_CLUSTER)
    assert rows["versions of a cluster"] == f"{limits.MOST_VERSIONS:,}"
    assert rows["files of a folder"] == f"{limits.MOST_FILES:,}"
    assert rows["paragraphs of a version"] == f"{limits.MOST_PARAGRAPHS:,}"
    assert rows["sentences of a version"] == f"{limits.MOST_SENTENCES:,}"
    assert rows["sentences of all versions together"] == f"{limits.MOST_TOGETHER:,}"


def test_the_page_on_reviews_shows_a_record_that_is_one() -> None:
    text = _page("review.md")
    assert f"`{SCHEMA}`" in text
    schema = json.loads(_page("review.schema.json"))
    for name in schema["properties"]["do"]["enum"]:
        assert f"`{name}`" in text, name
    for verdict in Verdict:
        assert f"`{verdict}`" in text, verdict


def test_how_it_decides_has_a_line_for_every_type() -> None:
    text = _page("deciding.md")
    for kind in set(Type) - {Type.OTHER}:
        assert f"\n| {kind} |" in text, kind
    for strength in Strength:
        assert strength in text


def test_the_examples_are_listed() -> None:
    text = _page("reading.md")
    for name in example_names():
        assert f"| `{name}` |" in text, name
