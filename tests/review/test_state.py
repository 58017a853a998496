from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.findings.finding import Type
from reader.review.records import Added, Judged, Linked, Noted, Read, Record, Undone, Verdict, Words
from reader.review.state import State, after, replay
from tests.review.sample import WORDS, session

_findings = st.sampled_from(["f1", "f2", "f3"])
_action = st.one_of(
    st.builds(Judged, _findings, st.sampled_from(Verdict), st.just(WORDS)),
    st.builds(Noted, _findings, st.sampled_from(["", "see the minutes", "zwei\nZeilen"]), st.just(WORDS)),
    st.builds(Read, st.lists(_findings, max_size=3).map(tuple)),
    st.builds(Linked, st.booleans(), st.just(WORDS), st.just((Words("b", "Two.", "Two."),))),
    st.builds(Added, st.just("h1"), st.sampled_from(Type), st.just("They differ."), st.just((WORDS, WORDS))),
)
#: What a person does: an action, take the last one back, or close the reader and open it again.
_steps = st.lists(_action | st.sampled_from(["undo", "restart"]), max_size=30)


def _total(state: State) -> tuple[object, ...]:
    return dict(state.decisions), state.links, state.added, state.active


@given(_steps)
@settings(max_examples=40)
def test_undo_restores_exactly_the_earlier_state_across_restarts(steps: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ida.jsonl"
        sitting = session(path)
        earlier: list[tuple[object, ...]] = []
        for step in steps:
            if step == "restart":
                before = _total(sitting.state)
                sitting = session(path)
                assert _total(sitting.state) == before
            elif step == "undo":
                record, problem = sitting.undo()
                assert problem is None
                if earlier:
                    assert _total(sitting.state) == earlier.pop()
                else:
                    assert record is None
            else:
                earlier.append(_total(sitting.state))
                assert sitting.do(step) is None  # type: ignore[arg-type]
        while earlier:
            sitting.undo()
            assert _total(sitting.state) == earlier.pop()
        assert _total(sitting.state) == _total(State())


@given(st.lists(_action, max_size=20), st.data())
def test_one_record_more_is_as_replaying_all(actions: list[object], data: st.DataObject) -> None:
    records: list[Record] = []
    state = State()
    for n, action in enumerate(actions):
        if len(records) > 0 and data.draw(st.booleans()):
            action = Undone(data.draw(st.sampled_from(records)).id)
        record = Record(f"r{n}", f"2031-03-05T10:00:{n:02}Z", "ida", action)  # type: ignore[arg-type]
        records.append(record)
        state = after(state, record)
        assert _total(state) == _total(replay(records))
    assert _total(replay([*records, *records])) == _total(state), "a record that was written twice counts once"


def test_a_verdict_is_about_the_words_of_its_time_whatever_is_noted_later() -> None:
    other = (Words("Tarn Courier", "The bridge closed on Friday.", "on Friday"),)
    state = replay(
        [
            Record("r1", "t1", "ida", Judged("f1", Verdict.CONFIRMED, WORDS)),
            Record("r2", "t2", "ida", Noted("f1", "checked", other)),
        ]
    )
    decision = state.decisions["f1"]
    assert (decision.verdict, decision.note, decision.time) == (Verdict.CONFIRMED, "checked", "t2")
    assert decision.words == WORDS


def test_a_note_alone_is_no_review_and_reading_is() -> None:
    state = replay([Record("r1", "t1", "ida", Noted("f1", "hm", ())), Record("r2", "t2", "ida", Read(("f2",)))])
    assert not state.decisions["f1"].is_review
    assert state.decisions["f2"].is_review
