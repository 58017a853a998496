"""What is read off a collation as a whole."""

from __future__ import annotations

from dataclasses import replace

from tests.app.invented import harbour


def test_the_title_is_not_the_headline_of_a_version_that_reports_another_event() -> None:
    collation = harbour()
    assert set(collation.off_event) == {"v5"}
    headlines = {"v5": "Ferry sinks in 1987", "v2": "Ferry refloated"}
    versions = tuple(replace(v, headline=headlines.get(v.id)) for v in collation.cluster.versions)
    for title, expected in (
        ("Ferry sinks in 1987", "Ferry refloated"),
        ("Ferry refloated", "Ferry refloated"),
        ("The Aurelia", "The Aurelia"),
    ):
        found = replace(collation, cluster=replace(collation.cluster, versions=versions, title=title))
        assert found.title == expected
    alone = tuple(replace(v, headline=headlines["v5"] if v.id == "v5" else None) for v in versions)
    found = replace(collation, cluster=replace(collation.cluster, versions=alone, title="Ferry sinks in 1987"))
    assert found.title == "Ferry sinks in 1987"
