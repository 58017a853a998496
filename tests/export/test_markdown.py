from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt

from reader.export import render
from reader.export.markdown import escape
from reader.export.plain import plain
from tests.export import sample

if TYPE_CHECKING:
    from markdown_it.token import Token

    from reader.collation import Collation

_MARKDOWN = MarkdownIt("gfm-like")


def _text(source: str) -> str:
    """What a reader of the rendered Markdown sees, all blocks after each other."""
    return "\n".join(_inline(token.children or []) for token in _MARKDOWN.parse(source) if token.type == "inline")


def _inline(tokens: list[Token]) -> str:
    kinds = {token.type for token in tokens}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, kinds
    return "".join(token.content for token in tokens)


@given(sample.hostile)
@example("1986. A great year")
@example("foo#")
@example("www.x.example and http://x.example/a_b")
@example("St.St, evil.com/a?b=c and почта.рф; U.S. and 3.5m stay")
@settings(max_examples=400, deadline=None)
@pytest.mark.parametrize("frame", ["{}", "# {}", "- {}", "> {}", "## 1. {}"])
def test_escaped_text_renders_as_it_stands(frame: str, text: str) -> None:
    shown = plain(text)
    if shown:
        assert _text(frame.format(escape(text))) == frame.lstrip("#-> ").replace("{}", "") + shown


@given(sample.hostile)
@settings(max_examples=200, deadline=None)
def test_a_table_cell_holds_any_text(text: str) -> None:
    cells = _text(f"| a | b |\n|---|---|\n| {escape(text)} | z |").split("\n")
    assert cells[2:] == [plain(text), "z"]


def test_the_report_names_versions_and_quotes_evidence() -> None:
    report = render(sample.footbridge(), "markdown")
    assert report.startswith(
        "# Footbridge\n\n3 versions, compared with Tarn Courier: 2 contradictions, 1 addition and 1 omission.\n"
    )
    assert (
        "| v1 | Tarn Courier | 4 March 2031, 06:35 +01:00 | "
        "[Footbridge closed after crack is found](<https://tarn-courier.example/bridge?id=1&x=2>) | base |" in report
    )
    assert "| v2 | Fellgate Post | 5 March 2031 |  | origin: Meridian |" in report
    assert "### 1. Date, conflict\n\nTarn Courier says Tuesday, Fellgate Post says Wednesday.\n" in report
    assert "- **on Tuesday**\n\n  > The bridge closed **on Tuesday**.\\\n  > — Tarn Courier, 4 March" in report
    assert (
        "### Fellgate Post: 1 addition, not in Tarn Courier\n\n- A ferry runs every ten minutes. (v2.p2.s1)" in report
    )
    assert "### Fellgate Post: 1 omission, in Tarn Courier and not here" in report
    assert "- **Lowwater**: It reports another bridge.\n\n  > A road bridge in **another valley** was" in report


@given(sample.collations())
@settings(max_examples=60, deadline=None)
def test_hostile_text_adds_no_block_and_no_link(made: Collation) -> None:
    tokens = _MARKDOWN.parse(render(made, "markdown"))
    names = {token.type for token in tokens} | {c.type for token in tokens for c in token.children or []}
    assert not names & {
        "html_block",
        "html_inline",
        "code_block",
        "fence",
        "hr",
        "image",
        "em_open",
        "s_open",
        "softbreak",
    }
    links = [str(c.attrs["href"]) for token in tokens for c in token.children or [] if c.type == "link_open"]
    assert all(link.startswith(("https://", "http://")) for link in links)
    assert len(links) <= len(made.cluster.versions)
