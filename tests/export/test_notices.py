"""What was left out, cut or not looked at stands in every report that can say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.export import render
from reader.export.json import to_dict
from reader.export.linear import render as linear
from reader.export.markdown import escape
from reader.export.reviewed import only
from reader.story import Notice
from tests.export import sample
from tests.export.test_json import validator

if TYPE_CHECKING:
    from reader.collation import Collation

LEFT_OUT = Notice("bridge/feed.jsonl, line 3", "there is <no> text in this *article*; paste it in")
BOUND = Notice("comparison", "1 passage has more than 24 sentences")


@pytest.fixture
def bounded() -> Collation:
    made = sample.footbridge()
    return replace(made, cluster=replace(made.cluster, notices=(LEFT_OUT,)), bounds=(BOUND,))


def test_json_has_them_only_where_there_are_some(bounded: Collation) -> None:
    report = to_dict(bounded)
    validator.validate(report)
    assert report["notices"] == [{"where": n.where, "message": n.message} for n in (LEFT_OUT, BOUND)]
    assert "notices" not in to_dict(sample.footbridge())


def test_those_for_people_say_them_before_what_was_found(bounded: Collation) -> None:
    markdown, html, plain = render(bounded, "markdown"), render(bounded, "html"), linear(bounded)
    first = "- " + escape(str(LEFT_OUT))
    assert markdown.index("## Notices") < markdown.index(first) < markdown.index("## Versions")
    assert r"\<no\>" in first
    assert f"- {BOUND}" in markdown
    assert html.index('<ul class="notices" aria-label="Notices">') < html.index('id="findings"')
    assert "there is &lt;no&gt; text" in html
    assert plain.index("\nNotices\n") < plain.index(f"\n{LEFT_OUT}\n{BOUND}\n") < plain.index("\nVersions\n")
    for report in (render(sample.footbridge(), kind) for kind in ("markdown", "html")):
        assert "otices" not in report.replace(".notices", "")
    assert "Notices" not in linear(sample.footbridge())


def test_a_report_cut_to_a_verdict_keeps_them(bounded: Collation) -> None:
    assert only(bounded, (), "confirmed").notices == (LEFT_OUT, BOUND)
