from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from reader.collation import collate
from reader.findings.finding import FindingKind, Type
from reader.review.byhand import by_hand, own_finding, words_of_sentences
from reader.review.matching import Why, match, words_of
from reader.review.records import Judged, Noted, Read, Record, Verdict, Words
from reader.review.state import State, replay
from reader.sources import assemble
from reader.sources.article import Article, Found
from reader.story import Cluster
from tests.export.sample import collation, footbridge, version

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from reader.collation import Collation
    from reader.review.records import Action


def _state(*actions: Action) -> State:
    return replay(Record(f"r{n}", f"2031-03-05T10:{n:02}:00Z", "ida", action) for n, action in enumerate(actions))


def _told(made: Collation, finding: str) -> tuple[Words, ...]:
    return words_of(made, next(f for f in made.findings if f.id == finding))


def test_a_finding_is_kept_with_the_words_it_rests_on() -> None:
    made = footbridge()
    assert _told(made, "cc01") == (
        Words("Tarn Courier", "The bridge closed on Tuesday.", "on Tuesday"),
        Words("Fellgate Post", "The footbridge was closed on Wednesday (Meridian).", "on Wednesday"),
    )
    assert _told(made, "aa01") == (
        Words("Tarn Courier", "Footbridge closed after crack is found", "Footbridge closed after crack is found"),
    )


def test_a_decision_stands_beside_its_finding() -> None:
    made = footbridge()
    state = _state(
        Judged("cc01", Verdict.CONFIRMED, _told(made, "cc01")), Noted("cc02", "ask", ()), Read(("aa01", "bb01"))
    )
    found = match(made, state, "ida")
    assert found.vanished == ()
    assert found.standing["cc01"].decision.verdict is Verdict.CONFIRMED
    assert not found.standing["cc01"].changed
    assert [found.reviewed(f.id) for f in made.findings] == [True, True, False, True]


def test_an_id_that_a_finding_has_also_finds_it() -> None:
    made = footbridge()
    findings = tuple(replace(f, id="new", also=("cc01",)) if f.id == "cc01" else f for f in made.findings)
    state = _state(Judged("cc01", Verdict.DISMISSED, _told(made, "cc01")))
    found = match(replace(made, findings=findings), state, "ida")
    assert found.standing["new"].decision.verdict is Verdict.DISMISSED
    assert not found.vanished


def test_a_verdict_under_the_finding_s_own_id_goes_before_one_under_another() -> None:
    made = footbridge()
    findings = tuple(replace(f, also=("old",)) if f.id == "cc01" else f for f in made.findings)
    state = _state(Judged("cc01", Verdict.CONFIRMED, ()), Judged("old", Verdict.DISMISSED, ()))
    found = match(replace(made, findings=findings), state, "ida")
    assert found.standing["cc01"].decision.verdict is Verdict.CONFIRMED
    assert not found.vanished


def test_words_that_changed_under_a_verdict_are_shown() -> None:
    made = footbridge()
    old = Words("Tarn Courier", "The bridge was closed on Tuesday.", "on Tuesday")
    state = _state(Judged("cc01", Verdict.CONFIRMED, (old, _told(made, "cc01")[1])))
    standing = match(made, state, "ida").standing["cc01"]
    assert standing.changed
    assert standing.gone == (old,)
    assert standing.come == (_told(made, "cc01")[0],)


def test_one_more_version_on_a_side_is_no_change() -> None:
    made = footbridge()
    state = _state(Judged("cc01", Verdict.CONFIRMED, _told(made, "cc01")[:1]))
    standing = match(made, state, "ida").standing["cc01"]
    assert not standing.changed
    assert standing.come == _told(made, "cc01")[1:]


def test_a_finding_that_is_gone_is_told_with_the_reason() -> None:
    made = footbridge()
    told = _told(made, "cc01")
    edited = Words("Tarn Courier", "The bridge has been closed since Tuesday.", "since Tuesday")
    state = _state(
        Judged("x1", Verdict.CONFIRMED, told),
        Judged("x2", Verdict.CONFIRMED, (edited, told[1])),
        Judged("x3", Verdict.CONFIRMED, (Words("Gone Gazette", "It closed.", "closed"), told[1])),
        Judged("x4", Verdict.CONFIRMED, told[:1]),
    )
    vanished = {v.finding: v for v in match(made, state, "ida").vanished}
    assert vanished["x1"].why is Why.NOT_FOUND
    assert vanished["x4"].why is Why.NOT_HERE, "one outlet's words: an addition or an omission against another base"
    assert (vanished["x2"].why, vanished["x2"].successor) == (Why.TEXT_CHANGED, "cc01")
    assert vanished["x3"].why is Why.VERSION_MISSING
    assert all(v.decision.verdict is Verdict.CONFIRMED for v in vanished.values()), "kept, never dropped"


def test_a_successor_is_of_the_same_kind_and_undecided() -> None:
    made = footbridge()
    told = _told(made, "cc01")
    edited = (Words("Tarn Courier", "The bridge has been closed since Tuesday.", "since Tuesday"), told[1])
    state = _state(Judged("x2", Verdict.CONFIRMED, edited), Judged("cc01", Verdict.UNSURE, told))
    (vanished,) = match(made, state, "ida").vanished
    assert vanished.successor is None
    headline = Words("Tarn Courier", "Footbridge is closed after crack is found", "Footbridge closed")
    (vanished,) = match(made, _state(Judged("x9", Verdict.CONFIRMED, (headline,))), "ida").vanished
    successor = next(f for f in made.findings if f.id == vanished.successor)
    assert successor.kind is FindingKind.OMISSION


def test_of_very_many_that_vanished_the_first_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.review.matching.MOST_SOUGHT", 2)
    made = footbridge()
    edited = (
        Words("Tarn Courier", "The bridge has been closed since Tuesday.", "since Tuesday"),
        *_told(made, "cc01")[1:],
    )
    state = _state(*(Judged(f"x{n}", Verdict.CONFIRMED, edited) for n in range(4)))
    vanished = match(made, state, "ida").vanished
    assert [one.successor for one in vanished] == ["cc01", "cc01", None, None]
    assert all(one.why is Why.TEXT_CHANGED for one in vanished)


def test_an_empty_cluster_keeps_every_decision() -> None:
    made = collation([version(1, "a", []), version(2, "b", [])], [])
    found = match(made, _state(Judged("f1", Verdict.CONFIRMED, ())), "ida")
    assert [v.finding for v in found.vanished] == ["f1"]
    assert isinstance(made.cluster, Cluster)


def test_versions_of_one_outlet_that_change_places_change_nothing_in_what_was_decided() -> None:
    told = [
        Article("Three people died in the flood at Tarn on Tuesday.", "a", outlet="Agency"),
        Article("Five people died in the flood at Tarn on Tuesday. The bridge is closed.", "b", outlet="Agency"),
        Article("Four people died in the flood at Tarn on Tuesday.", "c", outlet="Courier"),
    ]
    made = collate(assembled(told))
    (finding,) = (f for f in made.findings if f.kind is FindingKind.CONTRADICTION)
    sides = [words_of_sentences(made, [s]) for s in ("v1.p1.s1", "v2.p1.s2")]
    own = own_finding(Type.OTHER, "Which?", sides)
    actions: list[Action] = [Judged(finding.id, Verdict.CONFIRMED, words_of(made, finding)), own]
    state = replay(Record(f"r{n}", "t", "ida", action) for n, action in enumerate(actions))
    for order in permutations(told):
        again = by_hand(collate(assembled(order)), state)
        assert not again.lost
        standing = match(again.collation, state, "ida").standing[finding.id]
        assert not standing.changed
        assert not standing.come
        (added,) = (f for f in again.collation.findings if f.id == own.finding)
        texts = [again.collation.cluster.place(side.evidence[0].sentence).text for side in added.sides]
        assert texts == [words.sentence for (words,) in sides]


def assembled(articles: Sequence[Article]) -> Cluster:
    """A cluster of some articles, in this order."""
    return assemble.cluster([Found(tuple(articles))], strict=True)
