"""What must hold of everything that comes in and of everything that goes out, whatever it was made of."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from reader.app.brush import Brush
from reader.app.desk import Desk
from reader.app.joiner import sent
from reader.app.look import look
from reader.app.paint import paint_row
from reader.app.reading import Reading
from reader.app.signs import ASCII, UNICODE
from reader.app.theming import load_themes
from reader.export import render
from reader.export.linear import render as linear
from reader.export.view import address
from reader.findings.finding import FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.strip import Strip

    from reader.app.look import Look
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.export.reviewed import Reviewed
    from reader.story import Cluster

#: No terminal may see any of these: controls, line separators, embeddings, overrides and isolates, tags, surrogates.
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]")
SCREENS = ((40, 10), (160, 48))
#: The width that the linear text is folded to.
COLUMNS = 60
#: Lines of a row that are painted at once.
PART = 40

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKDOWN = MarkdownIt("gfm-like")
#: What our pages are made of, and what may stand in them.
_ELEMENTS = frozenset(
    (
        *("html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "nav"),
        *(
            "ul",
            "li",
            "span",
            "main",
            "section",
            "article",
            "div",
            "figure",
            "blockquote",
            "figcaption",
            "time",
            "mark",
        ),
        *("table", "thead", "tbody", "tr", "th", "td", "details", "summary", "strong", "footer"),
    )
)
_ATTRIBUTES = frozenset(
    (
        *("lang", "charset", "http-equiv", "content", "name", "class", "href", "aria-label", "aria-labelledby", "id"),
        *("aria-hidden", "role", "tabindex", "scope", "colspan", "dir", "rel", "datetime", "open", "data-outlet"),
    )
)


def no_commands(text: str, what: str, allowed: str = "") -> None:
    """No character of a text commands a terminal or turns a line around."""
    found = set(FORBIDDEN.findall(text)) - set(allowed)
    assert not found, f"{what} has {sorted(found)!r} in it"


def cluster_holds(cluster: Cluster) -> None:
    """A cluster can be put together again from its sentences, and is fit to be shown."""
    assert len(cluster.versions) >= 2
    assert len({v.outlet.casefold() for v in cluster.versions}) == len(cluster.versions), "outlets are not unique"
    no_commands(cluster.title, "the title")
    for notice in cluster.notices:
        no_commands(str(notice), "a notice")
    for version in cluster.versions:
        assert version.text.strip(), "a version without text"
        assert version.published is None or version.published_date is not None
        for field in (version.outlet, version.headline, version.byline, version.url, version.path, version.language):
            no_commands(field or "", "a field")
        no_commands(version.text, "a text", "\n")
        assert len(version.text) == len(version.original), "offsets do not hold in the original"
        at = 0
        for paragraph in version.paragraphs:
            assert not version.text[at : paragraph.start].strip(), "something between two paragraphs"
            at = paragraph.start + len(paragraph.text)
            assert version.text[paragraph.start : at] == paragraph.text, "a paragraph is not where it says"
            assert "\n" not in paragraph.text
            inner = 0
            for sentence in paragraph.sentences:
                assert inner <= sentence.start < sentence.end, "sentences overlap"
                assert not paragraph.text[inner : sentence.start].strip(), "something between two sentences"
                inner = sentence.end
            assert not paragraph.text[inner:].strip(), "something after the last sentence"
        assert not version.text[at:].strip(), "something after the last paragraph"


def collation_holds(collation: Collation) -> None:
    """Every sentence is in one passage, every finding rests on words that are there."""
    cluster = collation.cluster
    everything = [place.sentence.id for version in cluster.versions for place in cluster.places(version.id)]
    divided = [s for passage in collation.passages for ids in passage.sentences.values() for s in ids]
    assert sorted(everything) == sorted(divided), "the passages do not divide the sentences"
    assert len({passage.id for passage in collation.passages}) == len(collation.passages)
    ids = [finding.id for finding in collation.findings]
    assert len(set(ids)) == len(ids), "a finding's id stands for two"
    passages = {passage.id for passage in collation.passages}
    for link in collation.links:
        assert 0 <= link.score <= 1
        assert cluster.place(link.a).version.id != cluster.place(link.b).version.id
    for finding in collation.findings:
        assert finding.passage in passages
        assert 0 <= finding.confidence <= 1
        no_commands(finding.explanation, "an explanation")
        assert (finding.kind is FindingKind.CONTRADICTION) == (len(finding.sides) > 1)
        for evidence in (e for side in finding.sides for e in side.evidence):
            place = cluster.place(evidence.sentence)
            assert place.version.id == evidence.version
            assert place.sentence.start <= evidence.start < evidence.end <= place.sentence.end, (
                "evidence beside its words"
            )
        for side in finding.sides:
            no_commands(side.claim, "a claim")
            assert side.claim.strip(), "an empty claim"


def told(collation: Collation) -> tuple[object, ...]:
    """What a collation says, whatever order its versions stand in."""
    return (
        sorted((f.id, f.kind, f.confidence) for f in collation.findings),
        sorted((*sorted((link.a, link.b)), link.score) for link in collation.links),
        sorted(sorted(s for ids in p.sentences.values() for s in ids) for p in collation.passages),
        sorted(collation.off_event),
        collation.base,
    )


def exports_hold(collation: Collation, reviews: Sequence[Reviewed] = ()) -> None:
    """Every report is what it says it is, and nothing in it is a command, markup, a link or a formula."""
    _json_holds(render(collation, "json", reviews), collation)
    _csv_holds(render(collation, "csv", reviews))
    _html_holds(render(collation, "html", reviews), collation)
    _markdown_holds(render(collation, "markdown", reviews), collation)
    text = linear(collation, reviews, COLUMNS)
    no_commands(text, "the linear text", "\n")


def _json_holds(text: str, collation: Collation) -> None:
    no_commands(text, "the JSON report", "\n")
    report = json.loads(text)
    for version, written in zip(collation.cluster.versions, report["versions"], strict=True):
        at = 0
        for paragraph in written["paragraphs"]:
            at = version.original.index(paragraph["text"], at) + len(paragraph["text"])


def _csv_holds(text: str) -> None:
    no_commands(text, "the CSV report", "\n")
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1, "rows of several lengths"
    for row in rows[1:]:
        for cell in row:
            assert not cell.lstrip().startswith(_FORMULA), f"a formula: {cell[:40]!r}"


class _Page(HTMLParser):
    """A page, of which every element, attribute and address is known."""

    def __init__(self, addresses: set[str]) -> None:
        super().__init__()
        self.addresses = addresses
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ELEMENTS, f"an element {tag!r}"
        for name, value in attrs:
            assert name in _ATTRIBUTES, f"an attribute {name!r}"
            if name == "href":
                assert (value or "").startswith("#") or value in self.addresses, f"an address: {value!r}"
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"the end of {tag!r}, which is not open"
        assert self.open.pop() == tag, f"the end of {tag!r}"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data[:40]!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data[:40]!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data[:40]!r}")


def _html_holds(text: str, collation: Collation) -> None:
    no_commands(text, "the HTML report", "\n")
    page = _Page(_addresses(collation.cluster))
    page.feed(text)
    page.close()
    assert not page.open, f"never closed: {page.open}"


def _markdown_holds(text: str, collation: Collation) -> None:
    no_commands(text, "the Markdown report", "\n")
    addresses = _addresses(collation.cluster)
    for token in _MARKDOWN.parse(text):
        assert not token.type.startswith(("html", "fence", "code_block")), token.type
        for child in token.children or ():
            assert child.type not in ("html_inline", "image", "s_open", "em_open"), child.type
            if child.type == "link_open":
                target = str(child.attrGet("href"))
                assert target in addresses, f"a link to {target!r}"


def _addresses(cluster: Cluster) -> set[str]:
    found = {address(version.url) or "" for version in cluster.versions}
    return found | {str(_MARKDOWN.normalizeLink(link)) for link in found}


def screen_holds(collation: Collation) -> None:
    """Every line that is painted is as wide as the screen and commands nothing, on each of the SCREENS."""
    for width, height in SCREENS:
        for signs in (UNICODE, ASCII) if width == SCREENS[0][0] else (UNICODE,):
            for strip in painted(collation, width, height, signs):
                text = "".join(segment.text for segment in strip)
                no_commands(sent(text), "a line of the screen")
                assert strip.cell_length == width, f"{strip.cell_length} cells instead of {width}: {text!r}"
                assert not any(segment.control for segment in strip)
                assert not any(segment.style and segment.style.link for segment in strip)


@cache
def _dark() -> Look:
    return look(load_themes()[0][0])


def painted(collation: Collation, width: int, height: int, signs: Signs = UNICODE) -> Iterator[Strip]:
    """The lines of the rows that a screen of that size shows first and last, furniture shown too."""
    desk = Desk(Reading(collation.cluster, collation), signs.text)
    desk.resize(width, height)
    desk.look(desk.view._replace(furniture=True))
    desk.step(True)
    for go in (desk.to_start, desk.to_end):
        go()
        brush = Brush(desk.table, _dark(), signs, width)  # a step may have slid the panes, which makes another table
        row = desk.row_at(desk.top)
        lines = 0
        while row < len(desk.table.rows) and lines < height:
            first = max(0, desk.top - desk.table.tops[row])
            for at in range(first, min(desk.table.heights[row], first + height), PART):
                part = range(at, min(at + PART, desk.table.heights[row]))
                strips = paint_row(brush, row, row in desk.raised, desk.finding, part=part)
                assert len(strips) == len(part), "a row is not as high as it says"
                lines += len(strips)
                yield from strips
            row += 1
