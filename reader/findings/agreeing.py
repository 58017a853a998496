"""Versions that say what one side of a contradiction says, though in words too far apart to be set against the other.

"Slammed into the wall on Tuesday" tells the day of "struck the breakwater on Tuesday", in one passage with it, yet is
compared with "struck the breakwater on Monday" by no word that governs both days. Once the two days are known to
disagree, whoever names one of them there stands on its side. So does whoever leaves open what another leaves open.
"""

from __future__ import annotations

from reader.findings.around import likeness
from reader.findings.compare import Seen, told_in_both
from reader.findings.cues import OPEN, cues
from reader.findings.date import days_meet, governed, heard
from reader.findings.finding import Type
from reader.findings.happening import kind
from reader.findings.left_open import asked
from reader.findings.matter import matter, shared
from reader.findings.pair import SHOWN, Disagreement
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from reader.align.links import Passage
    from reader.findings.pair import Told
    from reader.prose.dates import When
    from reader.story import Span

#: Too little to be a finding of its own: such a pair only joins one that sees the same two values.
JOINING = SHOWN - 0.1
#: So many words both must share that ask one question.
LEAST_SHARED = 2
#: How the rules begin by which one version leaves open what another answers.
LEFT_OPEN = "left open in one version"
#: How much the words around the two days must be the same: a passage tells of people who did other things on
#: other days.
ALIKE = 0.45
#: Rows of more sentences are tables and lists, where a day is told of much.
MOST = 60

_WORD = regex(r"[^\W\d_]+")


def agreeing(
    seen: Iterable[Seen],
    passages: Iterable[Passage],
    told: Mapping[str, Told],
    texts: Mapping[str, Container[str]],
) -> list[Seen]:
    """Further disagreements of the days that ``seen`` opposes, and of what it leaves open and answers.

    They are of sentences of other versions: of days in the same passages, of questions anywhere.
    """
    seen = [s for s in seen if s.found.type in (Type.DATE, Type.CERTAINTY) and s.found.confidence >= SHOWN]
    sure = [s for s in seen if s.found.type is Type.DATE]
    doubts = [s for s in seen if s.found.rule.startswith(LEFT_OPEN)]
    if not sure and not doubts:
        return []
    rows = {s: p for p in passages for ids in p.sentences.values() for s in ids}
    return [*_days(sure, rows, told, texts), *_questions(doubts, told, texts)]


def _questions(doubts: Sequence[Seen], told: Mapping[str, Told], texts: Mapping[str, Container[str]]) -> Iterator[Seen]:
    """What leaves open, anywhere in its version, what another version does too and a third one answers."""
    asking = {one.sentence for s in doubts for one in (s.a, s.b)}
    open_ = [(one, found) for one in told.values() if cues(one.text) & OPEN and (found := asked(one.text))]
    for item in doubts:
        d = item.found
        turned = asked(item.a.text) is None
        here, other, at = (item.b, item.a, d.a) if turned else (item.a, item.b, d.b)
        question = asked(here.text)
        for one, same in open_ if question else ():
            if one.sentence in asking or one.version in (here.version, other.version):
                continue
            if question and _one_question(here, question, one, same) and not told_in_both(one, other, texts):
                asking.add(one.sentence)
                doubt, stated = (d.value_b, d.value_a) if turned else (d.value_a, d.value_b)
                yield Seen(one, other, Disagreement(
                    d.type, d.strength, same[1], at, doubt, stated, d.about, d.rule, JOINING, d.matter,
                ))  # fmt: skip


def _one_question(here: Told, question: tuple[str, Span], one: Told, same: tuple[str, Span]) -> bool:
    """Whether two sentences ask the same of one who is named in both questions, and are about the same things."""
    if question[0] != same[0] or len(shared(here, one)) < LEAST_SHARED:
        return False
    ours, theirs = _named(here, question[1]), _named(one, same[1])
    return not ours.isdisjoint(theirs)


def _named(told: Told, span: Span) -> set[str]:
    return {w.key for w in matter(told.text, told.language)
            if span.start <= w.start < span.end and told.text[w.start].isupper()}  # fmt: skip


def _days(
    sure: Sequence[Seen], rows: Mapping[str, Passage], told: Mapping[str, Told], texts: Mapping[str, Container[str]]
) -> list[Seen]:
    """The days that two versions oppose, in the sentences of others in the same passages."""
    holding = {(told.sentence, s.found.about) for s in sure for told in (s.a, s.b)}
    found: list[Seen] = []
    for item in sure:
        d = item.found
        ours, theirs = _when(item.a, d.a), _when(item.b, d.b)
        if ours is None or theirs is None:
            continue
        sides = ((item.a, ours, d.value_a), (item.b, theirs, d.value_b))
        for (here, when, value), (other, opposed, its) in (sides, sides[::-1]):
            for one in _beside(here, other, rows, told):
                if (one.sentence, d.about) in holding or told_in_both(one, other, texts):
                    continue
                same = _names(one, when, opposed, governed(here, when))
                if same is not None and likeness(here.text, when.span, one.text, same) >= ALIKE:
                    holding.add((one.sentence, d.about))
                    at = d.b if other is item.b else d.a
                    found.append(
                        Seen(one, other, Disagreement(
                            d.type, d.strength, same, at, value, its, d.about, d.rule, JOINING, d.matter,
                        ))
                    )  # fmt: skip
    return found


def _beside(here: Told, other: Told, rows: Mapping[str, Passage], told: Mapping[str, Told]) -> Sequence[Told]:
    """The sentences of further versions in the passage of one that is known to disagree."""
    row = rows.get(here.sentence)
    if row is None or sum(map(len, row.sentences.values())) > MOST:
        return ()
    apart = (here.version, other.version)
    return [told[s] for version, ids in row.sentences.items() if version not in apart for s in ids if s in told]


def _when(told: Told, span: Span) -> When | None:
    return next((w for w in heard(told).times if span.start <= w.span.start < span.end), None)


def _names(told: Told, when: When, opposed: When, happening: frozenset[str]) -> Span | None:
    """Where a sentence names a day, and nowhere the one that is opposed to it.

    Where it tells of the happening by its own word, that has to be what happened on the day.
    """
    times = heard(told).times
    if any(days_meet(w, opposed) for w in times):
        return None
    for w in times:
        if days_meet(w, when):
            said = governed(told, w)
            if said & happening:
                return w.span
            if said != {"say"} and happening.isdisjoint(kind(word.group()) for word in _WORD.finditer(told.text)):
                return w.span
    return None
