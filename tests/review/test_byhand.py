from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from reader.collation import collate, realigned
from reader.findings.finding import FindingKind, Strength, Type
from reader.review.byhand import by_hand, own_finding, words_of_sentences, words_of_span
from reader.review.records import Added, Linked, Record, Words
from reader.review.state import State, replay
from tests.app import stories
from tests.export.sample import footbridge

if TYPE_CHECKING:
    from reader.align.links import Alignment
    from reader.collation import Collation
    from reader.review.records import Action
    from reader.story import Paragraph


def _state(*actions: Action) -> State:
    return replay(Record(f"r{n}", "t", "ida", action) for n, action in enumerate(actions))


def _rows(made: Collation) -> list[set[str]]:
    return [{s for ids in p.sentences.values() for s in ids} for p in made.passages]


def _link(made: Collation, together: bool, a: list[str], b: list[str]) -> Linked:
    return Linked(together, words_of_sentences(made, a), words_of_sentences(made, b))


def test_without_anything_made_by_hand_nothing_changes() -> None:
    made = footbridge()
    assert by_hand(made, State()).collation is made


def test_two_passages_linked_by_hand_are_one_and_the_findings_follow() -> None:
    made = footbridge()
    found = by_hand(made, _state(_link(made, True, ["v1.p1.s1"], ["v2.p2.s1"])))
    assert {"v1.p1.s1", "v2.p2.s1"} in _rows(found.collation)
    assert found.collation.passage_of["v1.p1.s1"].id in found.passages
    (link,) = [x for x in found.collation.links if x.a == "v1.p1.s1"]
    assert (link.b, link.score) == ("v2.p2.s1", 1.0)
    about = {s for f in found.collation.findings if f.kind is not FindingKind.CONTRADICTION for s in f.sentences}
    assert not about & {"v1.p1.s1", "v2.p2.s1"}, "neither left out nor added"
    ids = [p.id for p in found.collation.passages]
    assert ids == [f"g{n}" for n in range(1, len(ids) + 1)]


def test_a_passage_taken_apart_by_hand_is_two_without_a_link() -> None:
    made = footbridge()
    found = by_hand(made, _state(_link(made, False, ["v2.p1.s1"], ["v1.p3.s1"])))
    assert {"v1.p3.s1"} in _rows(found.collation)
    assert {"v2.p1.s1"} in _rows(found.collation)
    assert not [x for x in found.collation.links if x.b == "v2.p1.s1"]
    contradictions = [f for f in found.collation.findings if f.kind is FindingKind.CONTRADICTION]
    assert not any(e.sentence == "v2.p1.s1" for f in contradictions for side in f.sides for e in side.evidence)
    omitted = [f for f in found.collation.findings if f.kind is FindingKind.OMISSION]
    assert any("v1.p3.s1" in f.sentences for f in omitted)


def test_what_was_made_by_hand_stays_whatever_the_order_of_the_versions() -> None:
    made = collate(stories.cluster())
    places = [p for v in made.cluster.versions for p in made.cluster.places(v.id)]
    alone = [p for p in places if len(made.passage_of[p.sentence.id].sentences) == 1]
    a, b = next((x, y) for x in alone for y in alone if x.version.id < y.version.id)
    together = next(p for p in made.passages if len(p.sentences) > 1)
    (first, *_), (second, *_) = list(together.sentences.values())[:2]
    own = own_finding(Type.OTHER, "They differ.", [words_of_sentences(made, [s]) for s in (a.sentence.id, second)])
    state = _state(
        _link(made, True, [a.sentence.id], [b.sentence.id]),
        _link(made, False, [first], [second]),
        own,
    )
    told = _told(by_hand(made, state).collation)
    for order in permutations(stories.cluster().versions):
        numbered = [replace(v, id=f"v{n}", paragraphs=_moved(v.paragraphs, f"v{n}")) for n, v in enumerate(order, 1)]
        base = next(v.id for v in numbered if v.outlet == made.cluster.version(made.base).outlet)
        again = collate(replace(made.cluster, versions=tuple(numbered)), base)
        found = by_hand(again, state)
        assert not found.lost
        assert _told(found.collation) == told
        (finding,) = [f for f in found.collation.findings if f.id == own.finding]
        words = {again.cluster.place(e.sentence).text for side in finding.sides for e in side.evidence}
        assert words == {a.text, made.cluster.place(second).text}


def _told(of: Collation) -> tuple[list[list[tuple[str, str]]], list[str]]:
    """Who tells what with whom, and the findings, without numbers."""
    places = ([of.cluster.place(s) for ids in p.sentences.values() for s in ids] for p in of.passages)
    return sorted(sorted((p.version.outlet, p.text) for p in row) for row in places), sorted(f.id for f in of.findings)


def _moved(paragraphs: tuple[Paragraph, ...], version: str) -> tuple[Paragraph, ...]:
    """The paragraphs under another version's number."""

    def named(old: str) -> str:
        return ".".join((version, *old.split(".")[1:]))

    return tuple(
        replace(p, id=named(p.id), sentences=tuple(replace(s, id=named(s.id)) for s in p.sentences)) for p in paragraphs
    )


def test_the_last_of_several_decisions_holds() -> None:
    made = footbridge()
    there, back = (_link(made, together, ["v2.p1.s1"], ["v1.p3.s1"]) for together in (False, True))
    again = _rows(by_hand(made, _state(there, back)).collation)
    assert sorted(map(sorted, again)) == sorted(map(sorted, _rows(made)))


def test_every_sentence_stays_in_exactly_one_passage() -> None:
    made = footbridge()
    sentences = sorted(s for row in _rows(made) for s in row)
    state = _state(
        _link(made, True, ["v1.p3.s1", "v2.p1.s1"], ["v1.p3.s2", "v2.p1.s2"]),
        _link(made, False, ["v1.p3.s1", "v1.p3.s2"], ["v2.p1.s1"]),
        _link(made, True, ["v3.p1.s1"], ["v1.p1.s1"]),
    )
    rows = _rows(by_hand(made, state).collation)
    assert sorted(s for row in rows for s in row) == sentences
    assert {"v1.p3.s1", "v1.p3.s2"} in rows


def test_sentences_named_on_both_sides_are_linked_once() -> None:
    made = footbridge()
    both = ["v1.p3.s1", "v2.p1.s1"]
    links = by_hand(made, _state(_link(made, True, both, both))).collation.links
    assert len({frozenset((link.a, link.b)) for link in links}) == len(links)


def test_of_thousands_of_links_the_findings_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = footbridge()
    sentences = sorted(s for row in _rows(made) for s in row)
    asked: list[Collation] = []

    def counted(collation: Collation, alignment: Alignment) -> Collation:
        asked.append(collation)
        return realigned(collation, alignment)

    monkeypatch.setattr("reader.review.byhand.realigned", counted)
    links = [
        _link(made, bool(n % 3), [sentences[n % len(sentences)]], [sentences[(n * 7 + n // 50) % len(sentences)]])
        for n in range(3_000)
    ]
    found = by_hand(made, _state(*links)).collation
    assert sorted(s for row in _rows(found) for s in row) == sentences
    assert len(asked) == 1


def test_what_names_words_that_are_gone_is_told_and_does_nothing() -> None:
    made = footbridge()
    gone = Linked(True, (Words("Tarn Courier", "Gone.", "Gone."),), words_of_sentences(made, ["v2.p2.s1"]))
    own = own_finding(Type.OTHER, "They differ.", [(Words("Tarn Courier", "Gone.", "Gone."),), gone.b])
    found = by_hand(made, _state(gone, own))
    assert found.lost == (gone, own)
    assert found.collation.findings == made.findings


def test_a_finding_of_one_s_own_stands_in_its_passage() -> None:
    made = footbridge()
    place = made.cluster.place("v1.p3.s2")
    start = place.paragraph.text.index("in a cable")
    sides = [
        (words_of_span(made, "v1.p3.s2", start, start + 10),),
        (words_of_span(made, "v2.p1.s1", 0, 14),),
    ]
    own = own_finding(Type.PLACE, "One  says a cable,\nthe other the bridge.", sides)
    found = by_hand(made, _state(own))
    (finding,) = [f for f in found.collation.findings if f.id in found.findings]
    assert finding.id == own.finding == own_finding(Type.PLACE, "In other words.", sides).finding
    assert finding.passage == made.passage_of["v1.p3.s2"].id
    assert (finding.type, finding.strength, finding.rule) == (Type.PLACE, Strength.DISCREPANCY, "by hand")
    assert [side.claim for side in finding.sides] == ["in a cable", "The footbridge"]
    assert finding.explanation == "One says a cable, the other the bridge."
    evidence = finding.sides[0].evidence[0]
    assert place.paragraph.text[evidence.start : evidence.end] == "in a cable"


def test_no_journal_can_put_a_finding_in_the_place_of_another_or_rest_it_on_nothing() -> None:
    made = footbridge()
    words = [words_of_sentences(made, ["v1.p3.s2"]), words_of_sentences(made, ["v2.p1.s1"])]
    posing = Added(made.findings[0].id, Type.OTHER, "They differ.", tuple(words))
    empty = Added("hand-1", Type.OTHER, "They differ.", tuple((replace(w[0], words=""),) for w in words))
    found = by_hand(made, _state(posing, empty))
    assert found.lost == (posing, empty)
    assert found.collation.findings == made.findings


@pytest.mark.parametrize("sides", [[], [(Words("a", "One.", "One"),)], [(Words("a", "One.", "One"),), ()]])
def test_a_finding_needs_two_sides(sides: list[tuple[Words, ...]]) -> None:
    with pytest.raises(ValueError, match="two sides or more"):
        own_finding(Type.OTHER, "They differ.", sides)


def test_a_finding_needs_an_explanation() -> None:
    with pytest.raises(ValueError, match="in a sentence"):
        own_finding(Type.OTHER, "  ", [(Words("a", "One.", "One"),), (Words("b", "Two.", "Two"),)])
