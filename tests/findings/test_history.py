from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.align.revisions import matches, sequence, successive_links
from reader.collation import collate, rebased
from reader.findings.finding import FindingKind, Type
from reader.findings.history import Change, Event
from reader.sources.examples import example_path
from reader.story import Cluster, Kind
from tests.export.sample import version

if TYPE_CHECKING:
    from reader.collation import Collation
    from reader.story import Version

#: A revision: a headline, then paragraphs of sentences.
Told = list[list[str]]

HEAD = "Bridge closes after crack is found"
LEAD = "The bridge at Tarn closed on Tuesday after an inspector found a crack."
FORD = "Traffic is sent over the old ford below the mill."
MAYOR = "The mayor, Ulla Brink, said she was worried."
BUILT = "The bridge was built in 1931 by a company from the coast."
SHOPS = "Shops in the high street say that they have lost half of their customers."


def _revision(number: int, told: Told, **fields: str) -> Version:
    head, *rest = told
    return version(number, f"revision {number}", [(Kind.HEADLINE, head), *((Kind.BODY, p) for p in rest)], **fields)


def _collated(*revisions: Told) -> Collation:
    return collate(Cluster("Bridge", tuple(_revision(n, r) for n, r in enumerate(revisions, 1))), revisions=True)


def _events(made: Collation) -> list[tuple[Change, str, str]]:
    """Change, revision, and the words that it is about."""
    assert made.history is not None
    place = made.cluster.place
    return [(e.change, e.version, " ".join(place(s).text for s in e.sentences or e.before)) for e in made.history]


def _explanations(made: Collation, kind: FindingKind) -> list[str]:
    return [finding.explanation for finding in made.findings if finding.kind is kind]


def test_the_same_text_has_no_history() -> None:
    told = [[HEAD], [LEAD, FORD], [MAYOR]]
    made = _collated(told, told, told)
    assert made.history == ()
    assert made.findings == ()


def test_typography_is_no_change() -> None:
    made = _collated([[HEAD], ["The defence said: “It's closed”."]], [[HEAD], ['The defense said: "It’s closed".']])
    assert made.history == ()


def test_added_and_gone() -> None:
    made = _collated([[HEAD], [LEAD], [BUILT]], [[HEAD], [LEAD], [SHOPS, FORD], [BUILT]], [[HEAD], [LEAD], [BUILT]])
    assert _events(made) == [(Change.ADDED, "v2", f"{SHOPS} {FORD}"), (Change.GONE, "v3", f"{SHOPS} {FORD}")]
    assert _explanations(made, FindingKind.ADDITION) == ["Added in revision 2; gone in revision 3."]
    assert _explanations(made, FindingKind.OMISSION) == ["Gone in revision 3."]
    assert [made.compared(v) for v in ("v1", "v2", "v3")] == ["v1", "v1", "v2"]


def test_back_again() -> None:
    made = _collated([[HEAD], [LEAD], [SHOPS]], [[HEAD], [LEAD]], [[HEAD], [LEAD], [SHOPS]])
    assert _events(made) == [(Change.GONE, "v2", SHOPS), (Change.BACK, "v3", SHOPS)]
    assert _explanations(made, FindingKind.OMISSION) == ["Gone in revision 2; back in revision 3."]
    assert len({finding.id for finding in made.findings}) == 2


def test_added_twice_are_two_findings() -> None:
    gone, there = [[HEAD], [LEAD]], [[HEAD], [LEAD], [SHOPS]]
    made = _collated(gone, there, gone, there, gone)
    assert [event[0] for event in _events(made)] == [Change.ADDED, Change.GONE, Change.BACK, Change.GONE]
    assert len({finding.id for finding in made.findings}) == 4
    assert {event.finding for event in made.history or ()} == {finding.id for finding in made.findings}


def test_reworded_with_the_words() -> None:
    worried = "The mayor, Ulla Brink, said she was very worried."
    made = _collated([[HEAD], [LEAD], [MAYOR]], [[HEAD], [LEAD], [worried]])
    (event,) = made.history or ()
    assert (event.change, event.was, event.now) == (Change.REWORDED, "", "very")
    assert event.explanation == "Reworded in revision 2: “very” was put in."
    assert (event.before, event.sentences) == (("v1.p3.s1",), ("v2.p3.s1",))
    assert made.findings == ()


def test_a_headline_written_anew_is_reworded() -> None:
    made = _collated([[HEAD], [LEAD]], [["Months of detours ahead for Tarn"], [LEAD]])
    (event,) = made.history or ()
    assert event.change is Change.REWORDED
    assert event.explanation == f"Reworded in revision 2: “{HEAD}” became “Months of detours ahead for Tarn”."


def test_moved_are_the_fewest_and_which_way() -> None:
    made = _collated([[HEAD], [LEAD], [FORD], [MAYOR], [BUILT]], [[HEAD], [BUILT], [LEAD], [FORD], [MAYOR]])
    assert _events(made) == [(Change.MOVED, "v2", BUILT)]
    assert (made.history or ())[0].explanation == "Moved up in revision 2."
    made = _collated([[HEAD], [LEAD], [FORD], [MAYOR], [BUILT]], [[HEAD], [FORD], [MAYOR], [BUILT], [LEAD]])
    assert (made.history or ())[0].explanation == "Moved down in revision 2."


def test_split_sentences_are_reworded_and_not_added() -> None:
    one = "The bridge at Tarn closed on Tuesday after an inspector found a long crack in the main arch."
    two = ["The bridge at Tarn closed on Tuesday.", "An inspector had found a long crack in the main arch."]
    made = _collated([[HEAD], [one, FORD]], [[HEAD], [*two, FORD]])
    (event,) = made.history or ()
    assert event.change is Change.REWORDED
    assert (len(event.before), len(event.sentences)) == (1, 2)


def test_a_figure_that_changed() -> None:
    told = "The repairs will cost 40 million crowns, the county said."
    later = "The repairs will cost 65 million crowns, the county said."
    made = _collated([[HEAD], [LEAD], [told]], [[HEAD], [LEAD], [told]], [[HEAD], [LEAD], [later]])
    (event,) = made.history or ()
    assert (event.change, event.type, event.version, event.previous) == (Change.CHANGED, Type.NUMBER, "v3", "v2")
    assert "40 million" in event.was
    assert "65 million" in event.now
    (finding,) = made.findings
    assert (finding.id, finding.explanation) == (event.finding, event.explanation)
    assert event.explanation.startswith("Figure changed in revision 3: ")


def test_what_changed_while_it_was_gone() -> None:
    told, later = (f"The repairs will cost {n} million crowns, the county said." for n in (40, 65))
    made = _collated([[HEAD], [LEAD], [told]], [[HEAD], [LEAD]], [[HEAD], [LEAD], [later]])
    changed = [e for e in made.history or () if e.change is Change.CHANGED]
    assert [(e.version, e.previous) for e in changed] == [("v3", "v1")]


def test_another_base_changes_the_order_and_no_history() -> None:
    made = _collated([[HEAD], [LEAD], [SHOPS]], [[HEAD], [LEAD]], [[HEAD], [MAYOR], [LEAD]])
    other = rebased(made, "v3")
    assert other.base == "v3"
    assert sorted(_events(other)) == sorted(_events(made))
    assert {f.id for f in other.findings} == {f.id for f in made.findings}


def test_revisions_follow_each_other_by_time() -> None:
    told = [[HEAD], [LEAD]]
    times = ["2031-03-05T12:00:00+01:00", "2031-03-05T10:30:00Z", "2031-03-05T09:00:00+00:00"]
    cluster = Cluster("", tuple(_revision(n, told, published=t) for n, t in enumerate(times, 1)))
    assert [v.id for v in sequence(cluster)] == ["v3", "v2", "v1"]  # 09:00, 10:30 and 11:00 UTC
    for published in ("", "no time", "2031-03-05"):
        mixed = Cluster("", (*cluster.versions, _revision(4, told, published=published)))
        assert [v.id for v in sequence(mixed)] == ["v1", "v2", "v3", "v4"]
    days = ["2031-03-06", "2031-03-05T23:00:00Z"]
    mixed = Cluster("", tuple(_revision(n, told, published=t) for n, t in enumerate(days, 1)))
    assert [v.id for v in sequence(mixed)] == ["v2", "v1"]


def test_the_planted_changes_of_the_example() -> None:
    made = collate(reader.load(example_path("boil-water")), revisions=True)
    assert made.history is not None

    def said(change: Change, words: str) -> list[str]:
        place = made.cluster.place
        return [
            e.version
            for e in made.history or ()
            if e.change is change and any(words in place(s).text for s in (*e.sentences, *e.before))
        ]

    changed = {e.type: (e.version, e.explanation) for e in made.history if e.change is Change.CHANGED}
    assert changed[Type.NUMBER] == ("v3", "Figure changed in revision 3: “about 3,200” became “about 4,100”.")
    assert changed[Type.CERTAINTY][0] == "v4"
    assert changed[Type.CERTAINTY][1].startswith("Softened in revision 4: ")
    assert "v6" in {version for version, _ in changed.values()}  # the age of the pump
    assert said(Change.MOVED, "third such notice") == ["v5"]
    assert said(Change.ADDED, "paid 30 crowns") == ["v4"]
    assert said(Change.ADDED, "Correction: An earlier version") == ["v6"]
    assert said(Change.GONE, "Four primary schools") == ["v6"]
    assert len(_explanations(made, FindingKind.ADDITION)) == 9
    assert not [e for e in made.history if e.change is Change.REWORDED]


_SENTENCES = [HEAD, LEAD, FORD, MAYOR, BUILT, SHOPS, "It rained.", "The mayor, Ulla Brink, said she was very worried."]
_TOLD = st.lists(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3), min_size=1, max_size=5)


@given(st.lists(_TOLD, min_size=2, max_size=4))
def test_every_sentence_stays_comes_or_goes(revisions: list[Told]) -> None:
    made = _collated(*revisions)
    assert made.history is not None
    cluster, ordered = made.cluster, sequence(made.cluster)
    apart = made.off_event
    ordered = tuple(v for v in ordered if v.id not in apart)
    links = successive_links(cluster, made.alignment, ordered)
    for before, after in pairwise(ordered):
        matched = matches(cluster, before, after, links[before.id, after.id])
        here = [e for e in made.history if e.version == after.id and e.previous == before.id]
        gone = [s for e in here if e.change is Change.GONE for s in e.before]
        come = [s for e in here if e.change in (Change.ADDED, Change.BACK) for s in e.sentences]
        old = [s for m in matched for s in m.before]
        new = [s for m in matched for s in m.after]
        assert sorted(old + gone) == sorted(p.sentence.id for p in cluster.places(before.id))
        assert sorted(new + come) == sorted(p.sentence.id for p in cluster.places(after.id))
    ids = [finding.id for finding in made.findings]
    assert len(set(ids)) == len(ids)
    assert all(isinstance(e, Event) and e.explanation.endswith(".") for e in made.history)
