from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser
from importlib.resources import files
from typing import TYPE_CHECKING

from hypothesis import given, settings

from reader.align.links import Passage
from reader.collation import collate
from reader.export import render
from reader.export.columns import MANY
from reader.export.plain import plain
from reader.story import Cluster, Kind
from tests.export import sample

if TYPE_CHECKING:
    from reader.collation import Collation

_VOID = {"meta"}


class Page(HTMLParser):
    """A page taken apart: its elements, whether they nest, and the text of those that have an id."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.declarations: list[str] = []
        self.feed(source)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_data(self, data: str) -> None:
        if any(tag == "a" and attrs.get("class") == "ref" for tag, attrs in self.open):
            return  # the number of a finding, which is not the article's
        for _, attrs in self.open:
            if name := attrs.get("id"):
                self.texts[name] = self.texts.get(name, "") + data

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.elements if attribute in attrs]


@given(sample.collations())
@settings(max_examples=100, deadline=None)
def test_any_page_is_whole_and_harmless(made: Collation) -> None:
    page = Page(render(made, "html"))
    assert page.declarations == ["DOCTYPE html"]
    names = {tag for tag, _ in page.elements}
    assert not names & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "svg",
        "base",
        "video",
        "b",
    }
    attributes = {name for _, attrs in page.elements for name in attrs}
    assert not any(name.startswith("on") or name in ("src", "style", "srcset", "action", "ping") for name in attributes)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    for target in page.values("href"):
        assert target.startswith(("https://", "http://")) or target.removeprefix("#") in ids, target
    sentences = [place for version in made.cluster.versions for place in made.cluster.places(version.id)]
    for place in sentences:
        assert plain(page.texts[place.sentence.id]) == plain(place.text), "every sentence is there once, as it stands"
    refs = [attrs for _, attrs in page.elements if attrs.get("class") == "ref"]
    rests = {
        (evidence.sentence, finding.id, evidence.end)
        for finding in made.findings
        for side in finding.sides
        for evidence in side.evidence
    }
    assert len(refs) == len(rests), "each place that a contradiction rests on carries its number"


def test_landmarks_headings_and_the_table_can_be_walked_by_ear() -> None:
    page = Page(render(sample.footbridge(), "html"))
    names = [tag for tag, _ in page.elements]
    for landmark in ("header", "nav", "main", "footer", "h1", "table", "thead", "tbody"):
        assert names.count(landmark) == 1, landmark
    levels = [int(name[1]) for name in names if name in {"h1", "h2", "h3", "h4", "h5"}]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels
    assert page.elements[0] == ("html", {"lang": "en"})
    body = names.index("body")
    assert page.elements[body + 1] == ("a", {"class": "skip", "href": "#findings"})
    heads = [attrs for tag, attrs in page.elements if tag == "th"]
    assert [attrs["scope"] for attrs in heads] == ["col"] * 3 + ["row"] * 4
    assert all(
        attrs.get("aria-hidden") == "true" for tag, attrs in page.elements if "sign" in (attrs.get("class") or "")
    )
    assert {"contradiction: ", "addition: "} <= set(_unseen(render(sample.footbridge(), "html")))


def test_of_hundreds_of_versions_those_that_say_nothing_share_a_cell() -> None:
    texts = [[f"The {word} of Tarn closed on Monday.", "Nobody was hurt."] for word in ("lock", "mill", "weir")]
    texts += [["The council met on Monday.", "It adjourned."]] * MANY
    articles = [sample.version(n, f"paper {n}", [(Kind.BODY, told)]) for n, told in enumerate(texts, 1)]
    collation = collate(Cluster("", tuple(articles)))
    page = Page(render(collation, "html"))
    cells = [int(attrs.get("colspan") or 1) for tag, attrs in page.elements if tag == "td"]
    rows = [attrs for tag, attrs in page.elements if tag == "tr"][1:]
    columns = len(texts) - len(collation.off_event)
    assert columns > MANY
    assert sum(cells) == columns * len(rows), "as wide as the head says"
    assert len(cells) < sum(cells)
    for version in collation.cluster.versions:
        for place in collation.cluster.places(version.id):
            assert page.texts[place.sentence.id] == place.text


def test_findings_and_the_text_lead_to_each_other() -> None:
    source = render(sample.footbridge(), "html")
    page = Page(source)
    assert page.texts["f1-title"] == "≠ 1 date conflict"
    assert "Tarn Courier says Tuesday, Fellgate Post says Wednesday." in page.texts["f1"]
    assert {"#v1.p3.s1", "#v2.p1.s1", "#g3"} <= set(page.values("href"))
    assert (
        '<mark class="evidence">on Tuesday</mark><a class="ref" href="#f1" aria-label="contradiction 1">1</a>' in source
    )
    assert "1 addition, not in Tarn Courier" in source
    assert "not reported" in page.texts["g1"]
    assert "another valley" in page.texts["findings"]
    assert "g7" not in page.texts, "a version that is set apart has no column"
    assert "another valley was painted green" in page.texts["apart-text"]
    assert "g5" not in page.texts, "furniture has no row"
    assert "Sign up for our newsletter" in page.texts["around"]
    assert 'href="https://tarn-courier.example/bridge?id=1&amp;x=2" rel="noopener noreferrer nofollow"' in source


def test_words_that_differ_are_marked_where_only_the_wording_does() -> None:
    one = sample.version(1, "Courier", [(Kind.BODY, ["The council met in the small town hall on Friday."])])
    two = sample.version(2, "Post", [(Kind.BODY, ["The council met in the large town hall on Friday."])])
    passage = Passage("g1", {"v1": ("v1.p1.s1",), "v2": ("v2.p1.s1",)})
    source = render(sample.collation([one, two], [passage]), "html")
    assert "in the <mark>large</mark> town hall" in source
    assert "in the small town hall" in source, "the base is not marked: it is what the others differ from"


def test_an_address_that_is_none_of_the_web_is_not_followed() -> None:
    made = sample.version(1, "Courier", [], url="javascript:alert(1)", headline="Here")
    source = render(sample.collation([made], []), "html")
    assert "javascript" not in source
    assert ">Here<" in source


def test_the_policy_allows_the_style_sheet_only() -> None:
    page = Page(render(sample.footbridge(), "html"))
    policy = next(attrs["content"] for _, attrs in page.elements if "http-equiv" in attrs)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "url(" not in render(sample.footbridge(), "html")


def _unseen(source: str) -> list[str]:
    return [part.split("</span>")[0] for part in source.split('<span class="unseen">')[1:]]


def _luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_text_can_be_read_on_its_ground() -> None:
    style = files("reader.export").joinpath("report.css").read_text("utf-8")
    modes = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]*)\}", style)
    ]
    assert len(modes) == 3, "light, dark and print"
    checked = 0
    for mode in modes:
        for text, ground in [
            *(
                (text, ground)
                for text in ("text", "quiet", "against", "lack", "add", "reword")
                for ground in ("ground",)
            ),
            *(("text", "card"), ("quiet", "card"), ("against", "card"), ("against", "against-ground")),
            *(("reword", "reword-ground"), ("text", "raised")),
        ]:
            if text in mode and ground in mode:
                light, dark = sorted((_luminance(mode[text]), _luminance(mode[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, ground, mode[text], mode[ground])
                checked += 1
    assert checked > 24
