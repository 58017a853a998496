"""A review beside the screen: what is decided and taken back, in one sitting or in several."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reader.app.desk import Desk
from reader.app.notices import notices
from reader.app.reading import Reading
from reader.app.reviewing import Review
from reader.collation import collate
from reader.findings.finding import FindingKind, Type
from reader.review.byhand import words_of_span
from reader.review.records import Verdict
from tests.app.invented import harbour
from tests.app.stories import cluster

if TYPE_CHECKING:
    from reader.collation import Collation

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "docs" / "review.schema.json").read_text("utf-8"))
)
#: The engine's own, so that links made by hand change the findings.
ENGINE = collate(cluster())


def opened(folder: Path, engine: Collation | None = None, reviewer: str = "ida") -> Review:
    """A review with its journals beside a cluster in ``folder``."""
    review = Review((str(folder),), reviewer, beside=True)
    assert review.install(review.open(engine or harbour()))
    return review


def journal(folder: Path, reviewer: str = "ida") -> Path:
    return folder / ".variorum" / f"{reviewer}.jsonl"


def test_a_verdict_is_on_disk_and_counted(tmp_path: Path) -> None:
    review = opened(tmp_path)
    assert review.progress == (0, 7)
    first = review.collation.findings[0]
    assert review.judge(first, Verdict.CONFIRMED) is None
    assert review.progress == (1, 7)
    assert review.said(first).verdict == "confirmed"
    assert review.said(first).saved
    assert not review.left(first)
    assert '"confirmed"' in journal(tmp_path).read_text("ascii")
    assert opened(tmp_path).progress == (1, 7)


def test_the_next_one_is_the_next_that_is_left_and_after_the_last_the_first(tmp_path: Path) -> None:
    review = opened(tmp_path)
    desk = Desk(Reading(review.collation.cluster, review.collation))
    order = [step.finding for step in desk.steps.all]
    for n in (1, 2, 4):
        review.judge(order[n], Verdict.UNSURE)
    here = desk.steps.key(order[0], 0)
    assert review.next_left(desk.steps, here) == (order[3], False)
    assert review.next_left(desk.steps, desk.steps.key(order[-1], 0)) == (order[0], True)
    for one in order:
        review.judge(one, Verdict.UNSURE)
    assert review.next_left(desk.steps, here) == (None, False)


def test_a_sign_for_several_findings_waits_for_all_of_them(tmp_path: Path) -> None:
    review = opened(tmp_path)
    a, b = review.collation.findings[:2]
    assert review.mark([]) == ""
    review.judge(a, Verdict.DISMISSED)
    assert review.mark([a]) == "dismissed"
    assert review.mark([a, b]) == ""
    review.mark_read([b])
    assert review.mark([b]) == "read"
    assert review.mark([a, b]) == "dismissed"
    review.judge(b, Verdict.CONFIRMED)
    assert review.mark([a, b]) == "confirmed"


def test_what_can_not_be_saved_is_kept_and_told_and_not_counted(tmp_path: Path) -> None:
    review = opened(tmp_path)
    a, b, c = review.collation.findings[:3]
    review.judge(a, Verdict.CONFIRMED)
    journal(tmp_path).unlink()
    journal(tmp_path).mkdir()
    problem = review.judge(b, Verdict.DISMISSED)
    assert problem is not None
    assert review.problem is problem
    assert (review.pending, review.progress) == (1, (1, 7))
    assert not review.said(b).saved
    assert review.said(a).saved
    assert review.mark([b]) == ""
    assert review.mark([a]) == "confirmed"
    assert review.undo() is not None
    assert not review.said(b).saved
    assert review.said(a).saved
    journal(tmp_path).rmdir()
    assert review.judge(c, Verdict.UNSURE) is None
    assert (review.pending, review.progress) == (0, (2, 7))
    again = opened(tmp_path)
    assert again.progress == (2, 7)
    assert again.left(b)


def test_everybody_is_heard_and_writes_in_their_own_journal(tmp_path: Path) -> None:
    ida, sam = opened(tmp_path), opened(tmp_path, reviewer="sam")
    first = ida.collation.findings[0]
    sam.judge(first, Verdict.DISMISSED)
    assert ida.others(first) == []
    ida.look_at_others()
    assert ida.others(first) == [("sam", "dismissed", "")]
    assert ida.left(first)
    ida.judge(first, Verdict.CONFIRMED)
    assert [d.reviewer for d in ida.decisions[first.id]] == ["ida", "sam"]
    assert [review.reviewer for review in ida.reviews] == ["ida", "sam"]
    assert [review.reviewer for review in opened(tmp_path, reviewer="kim").reviews] == ["ida", "sam"]


def test_what_each_of_the_others_said_is_counted(tmp_path: Path) -> None:
    ida, sam = opened(tmp_path), opened(tmp_path, reviewer="sam")
    assert ida.tallies == {}
    a, b, c = sam.collation.findings[:3]
    sam.judge(a, Verdict.DISMISSED)
    sam.mark_read([b])
    sam.note(c, "ask")
    ida.look_at_others()
    assert ida.tallies == {"sam": {"dismissed": 1, "read": 1, "left": 5}}


def test_of_what_is_not_on_disk_nothing_is_told_to_lists_and_at_the_end(tmp_path: Path) -> None:
    ida, sam = opened(tmp_path), opened(tmp_path, reviewer="sam")
    first = ida.collation.findings[0]
    sam.judge(first, Verdict.DISMISSED)
    ida.look_at_others()
    journal(tmp_path).mkdir()
    ida.judge(first, Verdict.CONFIRMED)
    assert [d.reviewer for d in ida.decisions_on(first.id)] == ["sam"]
    assert not ida.own_decisions[first.id].is_review
    journal(tmp_path).rmdir()
    assert ida.retry() is None
    assert [d.reviewer for d in ida.decisions_on(first.id)] == ["ida", "sam"]
    assert ida.decisions == {first.id: ida.decisions_on(first.id)}
    assert ida.own_decisions[first.id].verdict is Verdict.CONFIRMED


def test_what_is_odd_is_told(tmp_path: Path) -> None:
    review = opened(tmp_path)
    c1, o1 = review.collation.findings[:2]
    review.judge(c1, Verdict.CONFIRMED)
    review.judge(o1, Verdict.CONFIRMED)
    with journal(tmp_path).open("a") as file:
        file.write('{"schema": "variorum-review/9"}\nnonsense\n{"schema": "vario')
    engine = harbour()
    sides = tuple(replace(side, evidence=side.evidence[:1]) for side in engine.findings[0].sides)
    changed = replace(engine.findings[0], sides=sides)
    again = opened(tmp_path, replace(engine, findings=(changed, *engine.findings[2:])))
    told = "\n".join(map(str, notices(again.session, again.prepared)))
    assert "line 3: not used, for a newer Variorum wrote it" in told
    assert "line 4: not used, for it is no record" in told
    assert "line 5: not used, for it was cut off" in told
    assert "1 verdict without a finding: the same words are there; against this base they are no finding" in told
    assert "the text changed after 1 verdict" in told
    assert again.left(changed)
    assert again.said(changed).changed == "140"
    assert again.said(changed).verdict == "confirmed"
    assert again.progress == (0, 6)
    again.judge(changed, Verdict.DISMISSED)
    assert again.progress == (1, 6)
    assert not again.said(changed).changed


def test_a_cluster_from_standard_input_has_nothing_beside_it() -> None:
    with pytest.raises(ValueError, match="standard input"):
        Review(("-",), "ida", beside=True).open(harbour())
    with pytest.raises(ValueError, match="name"):
        Review(("x",), " ").open(harbour())


def test_links_by_hand_change_the_findings_and_can_be_taken_back(tmp_path: Path) -> None:
    review = opened(tmp_path, ENGINE)
    before = review.collation.findings
    passages = {p.id: p for p in review.collation.passages}
    alone = [p for p in passages.values() if len(p.sentences) == 1]
    a, b = next((x, y) for x in alone for y in alone if set(x.sentences).isdisjoint(y.sentences))
    flat = [[s for ids in p.sentences.values() for s in ids] for p in (a, b)]
    assert review.link(True, *flat) is None
    make = review.remake()
    assert review.install(make())
    assert review.collation.passage_of[flat[0][0]] is review.collation.passage_of[flat[1][0]]
    assert review.collation.findings != before
    assert review.prepared.hand.passages
    again = opened(tmp_path, ENGINE)
    assert again.collation.findings == review.collation.findings
    undid = again.undo()
    assert undid is not None
    assert undid.remade
    assert again.install(again.remake()())
    assert again.collation.findings == before


def test_only_the_collation_that_was_asked_for_last_is_put_in_place(tmp_path: Path) -> None:
    review = opened(tmp_path, ENGINE)
    first, second = review.remake("v2"), review.remake()
    late = first()
    assert review.install(second())
    assert not review.install(late)
    assert review.collation.base == "v2"


def test_a_verdict_given_while_the_collation_is_made_again_holds(tmp_path: Path) -> None:
    review = opened(tmp_path, ENGINE)
    made = review.remake("v2")()
    one = next(f for f in made.collation.findings if f.kind is FindingKind.CONTRADICTION)
    review.judge(one, Verdict.CONFIRMED)
    assert review.install(made)
    assert review.said(one).verdict == "confirmed"


def test_a_finding_of_ones_own_is_there_and_confirmed_and_can_be_taken_back(tmp_path: Path) -> None:
    review = opened(tmp_path, ENGINE)
    before = review.collation.findings
    sides = [words_of_span(ENGINE, s, 0, 3) for s in ("v1.p2.s1", "v3.p2.s1")]
    name, problem = review.add(Type.OTHER, "They differ.", sides)
    assert problem is None
    assert review.install(review.remake()())
    own = next(f for f in review.collation.findings if f.id == name)
    assert (own.rule, review.said(own).verdict) == ("by hand", "confirmed")
    assert review.add(Type.OTHER, "Again.", sides) == (None, None)
    assert [u.remade for u in (review.undo(), review.undo()) if u] == [False, True]
    assert review.install(review.remake()())
    assert review.collation.findings == before
    assert review.undo() is None


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["confirmed", "dismissed", "unsure"]), st.integers(0, 30)),
        st.tuples(st.sampled_from(["note", "read", "link", "unlink", "own"]), st.integers(0, 30)),
        st.tuples(st.sampled_from(["undo", "undo", "restart"]), st.just(0)),
    ),
    max_size=25,
)


def seen(review: Review) -> object:
    """Everything that the screen could show of a review."""
    return (
        review.progress,
        [(f.id, review.said(f), review.left(f)) for f in review.collation.findings],
        [sorted(s for ids in p.sentences.values() for s in ids) for p in review.collation.passages],
        review.prepared.hand.passages,
        dict(review.session.state.decisions),
    )


def act(review: Review, what: str, n: int) -> bool:
    """Do something; whether that was one action."""
    findings, passages = review.collation.findings, review.collation.passages
    one = findings[n % len(findings)]
    if what == "note":
        review.note(one, f"note {n}")
    elif what == "read":
        review.mark_read(findings[n % len(findings) :][:2])
    elif what in ("link", "unlink"):
        a, b = ([s for ids in passages[k % len(passages)].sentences.values() for s in ids] for k in (n, n + 1))
        together = what == "link"
        if not together:
            a, b = a[:1], a[1:]
        if not b:
            return False
        review.link(together, a, b)
        assert review.install(review.remake()())
    elif what == "own":
        words = [words_of_span(ENGINE, s, 0, 3 + n) for s in ("v1.p2.s1", "v3.p2.s1")]
        name, _ = review.add(Type.OTHER, "They differ.", words)
        assert review.install(review.remake()())
        return name is not None
    else:
        review.judge(one, Verdict(what))
    return True


@settings(max_examples=40)
@given(ACTIONS)
def test_taking_back_restores_what_was_there_before(actions: list[tuple[str, int]]) -> None:
    """Whatever was done, in however many sittings: each step back is the state before."""
    folder = Path(tempfile.mkdtemp())
    try:
        review = opened(folder, ENGINE)
        before: list[object] = []
        for what, n in (*actions, *[("undo", 0)] * 2 * len(actions)):
            if what == "restart":
                was = seen(review)
                review = opened(folder, ENGINE)
                assert seen(review) == was
            elif what == "undo":
                undid = review.undo()
                assert (undid is None) == (not before)
                if undid is not None:
                    if undid.remade:
                        assert review.install(review.remake()())
                    wanted = before.pop()
                    assert wanted is None or seen(review) == wanted
            else:
                was = seen(review)
                if act(review, what, n):
                    before += [was, None] if what == "own" else [was]
        if journal(folder).exists():
            for line in journal(folder).read_text("ascii").splitlines():
                SCHEMA.validate(json.loads(line))
        assert not review.session.state.active
        assert review.progress[0] == 0
    finally:
        shutil.rmtree(folder)
