from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.export.linear import INDENT, render
from reader.export.plain import plain
from reader.review.matching import match
from reader.review.records import Judged, Noted, Record, Verdict
from reader.review.state import replay
from reader.sources.examples import example_names, example_path
from reader.story import Cluster, Kind
from tests.export.sample import collation, collations, footbridge, version
from tests.hostile import forbidden, write_folder

if TYPE_CHECKING:
    from pathlib import Path

    from reader.collation import Collation

_WORDS = st.sampled_from(
    ["bridge", "tarn", "tuesday", "closed", "40", "was", "the", "“open”", "橋", "é", "—", "[/nope]"]
)
_SENTENCE = st.lists(_WORDS, min_size=1, max_size=12).map(lambda words: " ".join(words).capitalize() + ".")
_PARAGRAPH = st.tuples(st.sampled_from(list(Kind)), st.lists(_SENTENCE, min_size=1, max_size=3))


def _said(text: str) -> dict[str, str]:
    """Outlet -> everything that stands under its name, with no white space: what is said by each version."""
    found: dict[str, str] = {}
    names: list[str] = []
    for line in text.split("\n"):
        if line.startswith(INDENT):
            for name in names:
                found[name] = found.get(name, "") + "".join(line.split())
        elif line.endswith(":"):
            names = re.split(r", | and ", line[:-1].removesuffix(", told in another place"))
        elif apart := re.fullmatch("Set apart: (.+) seems to report another event", line):
            names = [apart[1]]
    return found


def _check(made: Collation) -> None:
    text = render(made)
    said = _said(text)
    for one in made.cluster.versions:
        rest = said[one.outlet]
        told = ("".join(plain(place.text).split()) for place in made.cluster.places(one.id))
        for words in sorted(told, key=len, reverse=True):  # a short one may stand in a long one
            assert words in rest, (one.outlet, words)
            rest = rest.replace(words, "\n", 1)
        # What is left is no sentence: the kinds of paragraphs.
        assert set(re.sub(r"\((headline|subheading|listitem|quote|metadata|furniture)\)", "", rest)) <= {"\n"}
    for finding in made.findings:
        last = rf"^[A-Z]\w+ \d+ of \d+[^\n]*:\n(?: +[^\n]*\n)+ +Finding {re.escape(finding.id)}\.\n"
        assert len(re.findall(last, text, re.MULTILINE)) == 1
        assert plain(finding.explanation) in text


def test_every_sentence_and_every_finding_of_the_examples_is_there_once() -> None:
    for name in example_names():
        _check(reader.collate(reader.load(example_path(name))))
    _check(footbridge())


@given(st.lists(st.lists(_PARAGRAPH, min_size=1, max_size=4), min_size=2, max_size=4))
def test_every_sentence_of_any_story_is_there_once(told: list[list[tuple[Kind, list[str]]]]) -> None:
    versions = tuple(version(n, f"paper{n}", paragraphs) for n, paragraphs in enumerate(told, 1))
    _check(reader.collate(Cluster("Bridge", versions)))


def test_versions_with_the_same_words_are_named_together(story: Path) -> None:
    text = render(reader.collate(reader.load(story)), width=80)
    assert "\ncoast-radio, harbour-post and" not in text
    (story / "copy.txt").write_text((story / "coast-radio.txt").read_text("utf-8"), encoding="utf-8")
    text = render(reader.collate(reader.load(story)), width=80)
    assert "\ncoast-radio and copy:\n" in text
    assert text.count("The shipping company has offered every passenger a new ticket.") == 1


def test_verdicts_and_notes_are_told() -> None:
    made = footbridge()
    finding = made.findings[0].id
    records = [
        Record("1", "2031-03-05T10:00:00Z", "ida", Judged(finding, Verdict.CONFIRMED, ())),
        Record("2", "2031-03-05T10:00:00Z", "ida", Noted(finding, "asked\nthe desk\x1b[31m", ())),
    ]
    text = render(made, [match(made, replay(records), "ida")])
    assert "\n    Confirmed by ida, 5 March 2031, 10:00 UTC.\n    Note: asked\n    Note: the desk␛[31m\n" in text
    assert f"ida reviewed 1 of {len(made.findings)} findings: 1 confirmed." in text


def test_lines_are_no_wider_than_asked() -> None:
    made = reader.collate(reader.load(example_path("harbour-ferry")))
    for width in (40, 80, 132):
        lines = render(made, width=width).split("\n")
        assert max(len(line) for line in lines if "://" not in line) <= width
    # The same words, whatever the width.
    assert render(made, width=40).split() == render(made).split()


@given(collations())
def test_nothing_in_it_can_command_a_terminal(made: Collation) -> None:
    assert not forbidden(render(made, width=60))


def test_hostile_articles_are_shown(tmp_path: Path) -> None:
    text = render(reader.collate(reader.load(write_folder(tmp_path / "story"))))
    assert not forbidden(text)
    assert "[/nope]" in text


def test_an_empty_answer_is_a_text() -> None:
    one = version(1, "paper", [(Kind.FURNITURE, ["Share."])])
    made = collation([one], [])
    assert render(made).startswith("Footbridge\n\n")
