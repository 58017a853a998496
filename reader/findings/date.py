"""Times that disagree: different days, months, years or hours of one happening."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from reader.findings import figures, life, lifetime, stretch
from reader.findings.around import content, frames, likeness, overlap, slot, words_of
from reader.findings.cues import AGED, LIVED, LIVING, RECORDED, STRETCHED, cues
from reader.findings.finding import Strength, Type
from reader.findings.groups import one_person
from reader.findings.happening import PAST, governors, kind, noun_for
from reader.findings.pair import Disagreement, Told, lower
from reader.findings.touched import Touched
from reader.frozen import NamedTuple
from reader.prose.calendar import MONTHS, WEEKDAYS
from reader.prose.dates import When, dates, not_until, together, with_bound
from reader.prose.names import Name, names
from reader.prose.names import same as same_name
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import listed
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

#: How sure it must be that two times are those of one happening before they are compared.
ENOUGH = 0.5
#: What one person is said to have said on two days is one thing where the sentences share this much.
SAME_SAYING = 0.42
#: A sentence that says so much of its words as the other does tells of the same, whatever else the other tells.
CONTAINED = 0.9
#: So many times of one sentence are compared; one that has more is a table.
MOST = 20
_NOWHERE = Span(0, 0)
#: Forms that name one day.
_DAYS = ("day", "weekday")
#: Bounds that leave one end of a stretch: which of its days that is.
_ENDS = {"since": 0, "until": 1, "through": 1}
#: Forms that only compare with their own kind.
_LONG = ("stretch", "years", "season", "year", "clock")

#: Forms that can name their year.
_NAMES_YEAR = ("day", "month", "season", "year", "years")
#: Abbreviations, which many sentences share: "IR", "GOP".
_SHORT = regex(r"[A-Z.]{2,5}")
_STRETCHES = {"week", "weekend", "month", "year", "season", "stretch", "offset"}

_ADVERBIAL = regex(
    r"(?:\b(?:in|on|since|by|until|till|from|during|before|after|at|of|between|early|late|mid|around|about|for|and|to|through)"
    r"\s+(?:the\s+)?|[(,]\s*|^)$",
    re.IGNORECASE,
)
_AFTER_TIME = listed(
    "when while after before because that which with from until since where under during against said says were have "
    "also they"
)
_TO = regex(r"\s*(?:to|and|through|-|–)\s*")
_SET_FREE = regex(r"\breleas(?:e|ed|es|ing) (?:\w+ ){0,2}?(?:from|on (?:bail|bond|parole))\b")
_NEXT_WORD = regex(r" (?P<word>[a-z]+)\b")
_NAME_NEXT = regex(r" [A-Z][a-z]+ [A-Z]")
_HE = regex(r"(?:He|She|It|They)\b")
_NOT = regex(r"\b(?:not|never|neither|nor)\b(?! only)|n[’']t\b")
_APART = regex(r"[;:()]|,\s+(?:and|but|while|who|which)\b")
_ZONE = regex(r"\b(?:GMT|UTC|[ECMP][SD]?T|BST|IST|CET|local time|Eastern|Pacific|Central)\b")

_WORK = regex(
    r"\s+(?:[A-Za-z][\w’'-]*\s+){0,5}?(?:film|movie|novel|album|song|single|series|sitcom|play|musical|opera|EP|book|game"
    r"|thriller|comedy|documentary|remake)\b"
)
#: "Sold by Holt & Marsh, the film ...": who stands in such an opening is not who the sentence is about.
_OPENING = regex(r"(?P<verb>[A-Z][a-z]+) (?:\w+ )?(?:by|in|from|to|at) [^,]{1,60}, ?(?:the|it|he|she|they) ")
#: What happens to one thing only once, so that two years of it can't both be right.
ONCE = frozenset(
    kind(word)
    for word in listed(
        "born founded establish built construct constructed married graduate premiere invented created release formed"
    )
) | {"career"}


_COUNTED_TO = ("as of", "by")
_BEGINNING, _CAREER_BEGUN = frozenset({kind("began")}), frozenset({"career"})
_CAREER = regex(r"\b(?:began|started|begins|starts|launched) (?:his|her|their) (?:[\w-]+ ){0,3}career\b")


#: What befalls a person once in a story, so that two days of it can't both be right, however else it is told...
PERSONAL = frozenset(kind(word) for word in listed("died born married arrested sentenced resigned fired convicted"))
#: ...and how sure that is.
OF_ONE_PERSON = 0.6
#: How sure it is that two years are of one sale, where it brought the same sum; how much that is at least; how far, in
#: characters, the sum may stand.
OF_ONE_SUM, LARGE_SUM, BESIDE_SUM = 0.6, 10_000, 40
_FAMILY = regex(
    r"\b(?:whose|wife|husband|widow|son|daughter|brother|sister|father|mother|friend|partner)\b", re.IGNORECASE
)
_WEEK_OF = regex(r"\bweek (?:of|beginning|starting|ending)\b")
_SHOCK = regex(r"\b[Aa]ftershocks?\b")
_MEANWHILE = regex(r"\b(?:after|before|when|while)\b")


def speaks(told: Told) -> bool:
    """Whether a sentence has what this compares; both must."""
    if not told.language.startswith("en"):
        return figures.speaks(told, Type.DATE)
    found = heard(told)
    return bool(found.times) or found.lives or found.stretches


def touches(told: Told) -> Touched:
    """What two sentences must touch in common for ``compare`` to see anything, and the times: two sentences with the
    same times don't disagree."""
    if not told.language.startswith("en"):
        return Touched(frozenset((("language", told.language),)))
    here, found = heard(told), _marks(told.text, told.published)
    life, records = here.lives or here.acts, _records(told.text)
    if not (life or here.stretches or records):
        return Touched(found, _weekday(here.said) or here.said)
    return Touched(found.union(records, [("life",)] if life else (), [("stretch",)] if here.stretches else ()))


def _weekday(said: tuple[tuple[object, ...], ...]) -> tuple[str, object] | None:
    """The weekday that is the only time of a sentence: one that another names alone can be the same, whenever the two
    were published."""
    if len(said) != 1 or said[0][0] != "weekday":
        return None
    _, _, day, month, number, year, minutes, _, bound, _ = said[0]
    return ("weekday", day) if day is not None and not (month or number or year or minutes or bound) else None


def _records(text: str) -> frozenset[tuple[str, str]]:
    """Which records a sentence gives the year of: "the wettest year". What reads them is seldom needed."""
    if not cues(text) & RECORDED:
        return _NONE
    from reader.findings import record

    return record.kinds(text)


_NONE: frozenset[tuple[str, str]] = frozenset()


class Heard(NamedTuple):
    """What a sentence may be compared by, looked up once for all its pairs."""

    times: tuple[When, ...]
    said: tuple[tuple[object, ...], ...]  #: the times wherever they stand
    lives: bool
    acts: bool  #: what somebody did in a year, or how old they were at it
    stretches: bool


@lru_cache(maxsize=16384)
def heard(told: Told) -> Heard:
    """What a sentence says of times."""
    times, cue = _times(told), cues(told.text)
    return Heard(
        times[:MOST],
        tuple([when[1:] for when in times]),
        cue & LIVED != 0 and life.tells(told),
        cue & (LIVING | AGED) != 0 and lifetime.tells(told),
        cue & STRETCHED != 0 and stretch.tells(told),
    )


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about times between two linked sentences."""
    if not (a.language.startswith("en") and b.language.startswith("en")):
        if a.language == b.language:
            yield from figures.compare(a, b, Type.DATE)
        return
    mine, its = heard(a), heard(b)
    found: list[Disagreement] = []
    if mine.times and its.times and mine.said != its.said and not _all_together(mine.said[:MOST], its.said[:MOST]):
        found += _times_apart(a, mine, b, its)
    yield from found
    if not _records(a.text).isdisjoint(_records(b.text)):
        from reader.findings import record

        yield from record.compare(a, b)
    if mine.stretches and its.stretches:
        yield from stretch.compare(a, b, Type.DATE)
    if mine.lives and its.lives:
        for end in life.ends(a, b):
            if not any(end.a.start < one.a.end and one.a.start < end.a.end for one in found):
                yield end
    if not found and (mine.lives or its.lives):
        yield from lifetime.outside(a, b)


def _times_apart(a: Told, mine: Heard, b: Told, its: Heard) -> Iterator[Disagreement]:
    ours, theirs = mine.times, its.times
    if bool(_SHOCK.search(a.text)) != bool(_SHOCK.search(b.text)):
        return  # of a quake, and of one of those that came after it
    if _marks(a.text, a.published).isdisjoint(_marks(b.text, b.published)):
        return
    pairs = [(i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs) if _comparable(x, y)]
    meeting = [(i, j) for i, j in pairs if _together(ours[i], theirs[j])]
    likes = {(i, j): alike(a, ours[i], b, theirs[j]) for i, j in pairs if (i, j) not in meeting}
    if max(likes.values()) < ENOUGH:
        return
    likes |= {(i, j): alike(a, ours[i], b, theirs[j]) for i, j in meeting}
    met = [
        (i, j) for i, j in meeting
        if (likes[i, j] and not _only_its_year(i, j, ours, theirs, likes))
        or _days(ours[i], theirs[j]) or _one_year(ours[i], theirs[j])
    ]  # fmt: skip
    used_a, used_b = {i for i, _ in met}, {j for _, j in met}
    for like, (i, j) in sorted(((like, pair) for pair, like in likes.items()), key=lambda x: (-x[0], sum(x[1]))):
        if like < ENOUGH or i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        x, y = ours[i], theirs[j]
        strength, weight = _weigh(a, x, b, y)
        if strength is None or _denied(a.text, x) != _denied(b.text, y) or _one_of_several(a.text, b.text):
            continue
        confidence = round(min(0.96, weight * (0.45 + 0.5 * like)), 2)
        yield Disagreement(
            Type.DATE, strength, with_bound(a.text, x), with_bound(b.text, y), *_values(x, y),
            _about(a.text, x, b.text, y),
            f"date: another {_unit(x, y)}", confidence,
        )  # fmt: skip


def _only_its_year(
    i: int, j: int, ours: Sequence[When], theirs: Sequence[When], likes: dict[tuple[int, int], float]
) -> bool:
    """Whether of two times that meet one is only the year of the other, for which there is a month or a day that is
    more like it: "the 2019 fair opened in May" beside "opened on 3 June 2019"."""
    if (ours[i].form == "year") == (theirs[j].form == "year"):
        return False
    rivals = ((n, j) for n in range(len(ours))) if ours[i].form == "year" else ((i, n) for n in range(len(theirs)))
    return any(likes.get(pair, 0.0) > likes[i, j] and not _together(ours[pair[0]], theirs[pair[1]]) for pair in rivals)


def _one_year(x: When, y: When) -> bool:
    """Whether two times are one year, told as such: whatever it is said of, neither sentence lacks it."""
    return x.form == y.form == "year" and x.year is not None and x.year == y.year and x.bound == y.bound


def _one_of_several(text_a: str, text_b: str) -> bool:
    """Whether the sentences number what they tell of, and differently: "her first song", "her second song"."""
    one, other = _numbered(text_a), _numbered(text_b)
    return any(head in other and other[head].isdisjoint(values) for head, values in one.items())


def _numbered(text: str) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for x in quantities(text):
        if x.kind is QuantityKind.ORDINAL and x.head:
            found.setdefault(x.head, set()).add(x.value)
    return found


@lru_cache(maxsize=16384)
def _marks(text: str, published: date | None) -> frozenset[Hashable]:
    """What two sentences must have in common for two of their times to be ``alike``: a happening, or words around."""
    found: set[Hashable] = set()
    for when in dates(text, published):
        found |= frames(text, when.span)
        found |= _happenings(text, when)
    return frozenset(found)


def clash(a: Told, at_a: Span, b: Told, at_b: Span) -> bool:
    """Whether what stands at two spans is told of two times that can't be the same."""
    ours = [w for w in dates(a.text, a.published)[:MOST] if w.form != "clock" and _one_clause(a.text, w.span, at_a)]
    theirs = [w for w in dates(b.text, b.published)[:MOST] if w.form != "clock" and _one_clause(b.text, w.span, at_b)]
    until = [w for w in ours if w.bound in _COUNTED_TO], [w for w in theirs if w.bound in _COUNTED_TO]
    if all(until):  # these are what the count is of, not the day on which it was told
        ours, theirs = until
    return bool(ours) and bool(theirs) and not any(_may_meet(x, y) for x in ours for y in theirs)


def dated(told: Told, at: Span) -> bool:
    """Whether what stands at a span is told of a month or a year, which news of the day seldom names."""
    times = dates(told.text, told.published)
    return any(w.form in ("month", "year", "years", "season") and _one_clause(told.text, w.span, at) for w in times)


def _may_meet(x: When, y: When) -> bool:
    if x.bound in _COUNTED_TO and y.bound in _COUNTED_TO:
        return (x.weekday, x.month, x.number, x.year) == (y.weekday, y.month, y.number, y.year)
    if {x.form, y.form} <= {"weekday", "day", "month", "year"} and not (x.readings and y.readings) and x.form != y.form:
        return x.year is y.year is None  # today and Sunday are of the week of publication, which isn't told by its year
    if x.form != y.form and {x.form, y.form} <= _STRETCHES and not x.readings and not y.readings:
        return False
    return together(x, y, bounds=False)


def _one_clause(text: str, one: Span, other: Span) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) < 200 and not _APART.search(between)


def _times(told: Told) -> tuple[When, ...]:
    """The times of a sentence that say when something happened.

    Left out are both ends of a stretch ("from 2016 to 2018") and the day of a count ("as of Monday").
    """
    found: list[When] = []
    last: When | None = None
    for when in dates(told.text, told.published):
        if last is not None and last.form == when.form == "clock" and told.text[when.span.start - 1] == "(":
            continue  # the same hour in another zone: "4 p.m. (1100 GMT)"
        ranged = last is not None and bool(_TO.fullmatch(told.text, last.span.end, when.span.start))
        if _WEEK_OF.search(told.text, max(0, when.span.start - 24), when.span.start + 10):
            continue  # "the week beginning 17 October" is no day
        if ranged and found and found[-1] is last:
            found.pop()
        last = when
        edge = when.bound in ("as of", "from", "between") or (when.form == "clock" and when.bound)
        if not (ranged or edge):
            found.append(when)
    return tuple(found)


def _denied(text: str, when: When) -> bool:
    """Whether a time is one at which something did not happen: "was not shown in 2018"."""
    start = max(text.rfind(sign, 0, when.span.start) for sign in ",;:(—") + 1
    return _NOT.search(text, start, when.span.start) is not None and not not_until(text, when.span.start)


_WORD_AFTER = regex(r"\s+(?P<word>[a-z]{4,})")


def _inside(text: str, when: When) -> bool:
    """Whether a year stands in a name or before a noun and tells no time of its own: "the 2008 campaign"."""
    if when.form not in ("year", "years"):
        return False
    after = _WORD_AFTER.match(text, when.span.end)
    told = _ADVERBIAL.search(text[: when.span.start]) and (not after or after["word"] in _AFTER_TIME)
    return not told


def _comparable(x: When, y: When) -> bool:
    """Whether two times are told finely enough to compare: a day with a day or a week, a year with a year."""
    if {x.form, y.form} == {"offset", "year"}:
        return not (x.bound or y.bound)
    if x.form in _LONG or y.form in _LONG:
        return x.form == y.form or all(w.year is not None and w.form in _NAMES_YEAR for w in (x, y))
    if "month" in (x.form, y.form):
        return all(when.form == "month" or when.number is not None for when in (x, y))
    return True


@lru_cache(maxsize=16384)
def _all_together(ours: tuple[tuple[object, ...], ...], theirs: tuple[tuple[object, ...], ...]) -> bool:
    """Whether all times of two sentences that can be compared can be the same, wherever they stand."""
    mine, its = ([When(_NOWHERE, *said) for said in times] for times in (ours, theirs))  # type: ignore[arg-type]
    return not any(_comparable(x, y) and not _together(x, y) for x in mine for y in its)


def _together(x: When, y: When) -> bool:
    """Whether two times can be the same; two ends of a stretch must be one end."""
    return together(x, y) and not _hours_apart(x, y) and not _ends_apart(x, y)


def _ends_apart(x: When, y: When) -> bool:
    """ "Since 2011" beside "since 2012", "until 2026" beside "until 2028"."""
    if x.bound != y.bound or x.bound not in _ENDS or x.form != y.form or x.form not in ("year", "month", "day"):
        return False
    end = _ENDS[x.bound]
    return bool(x.readings and y.readings) and {r[end] for r in x.readings}.isdisjoint(r[end] for r in y.readings)


def _hours_apart(x: When, y: When) -> bool:
    """Whether two times of a day are told with parts of the day that have no hour in common."""
    if x.form not in _DAYS or y.form not in _DAYS or x.minutes is None or y.minutes is None:
        return False
    return max(x.minutes[0], y.minutes[0]) >= min(x.minutes[1], y.minutes[1])


def _days(x: When, y: When) -> bool:
    return x.form in _DAYS and y.form in _DAYS and not x.bound and not y.bound


def days_meet(x: When, y: When) -> bool:
    """Whether two times name days that can be the same."""
    return _days(x, y) and _together(x, y)


def governed(told: Told, when: When) -> frozenset[str]:
    """What a time of a sentence is the time of."""
    return _happenings(told.text, when)


def alike(a: Told, x: When, b: Told, y: When) -> float:
    """How sure it is that two times are those of one happening, 0..1."""
    place = slot(a.text, x.span, b.text, y.span)
    inside = _inside(a.text, x), _inside(b.text, y)
    if any(inside) and not all(
        _of_work(told.text, w) or not i for told, w, i in ((a, x, inside[0]), (b, y, inside[1]))
    ):
        if _edition(a.text, x) and _edition(b.text, y) and not (x.bound or y.bound):
            return 0.0  # "the 2014 Corran Prize" and "the 2015 Corran Prize" are two
        told = min(len(words_of(a.text)), len(words_of(b.text)))
        same_words = place >= 3 and told >= 4 and overlap(a.text, b.text) >= (0.6 if place < 5 else 0.5)
        return min(1.0, 0.5 + 0.08 * place) if same_words else 0.0
    same = _happenings(a.text, x) & _happenings(b.text, y)
    if same & PERSONAL and _of_family(a, x) != _of_family(b, y):
        return 0.0
    if place >= 5 or (place >= 3 and overlap(a.text, b.text) >= 0.7):
        return min(1.0, 0.6 + 0.08 * place)
    if not same:
        return 0.0
    if same & PERSONAL:
        ours, theirs = _first_in_full(a, x), _first_in_full(b, y)
        if ours and theirs and not same_name(ours, theirs):
            return 0.0
        if _days(x, y) and ours and theirs and _of_one_person(a, x, ours, b, y, theirs):
            return OF_ONE_PERSON
    if _other_people(a, x, b, y):
        return 0.0
    near, whole = likeness(a.text, x.span, b.text, y.span), overlap(a.text, b.text)
    if same == {"say"}:  # one person says many things on many days
        one_speaker = any(same_name(p, q) for p in _first_name(a.text) for q in _first_name(b.text))
        return max(0.0, near + 0.3 * whole - 0.2, (0.2 + 0.75 * whole) * (one_speaker and whole >= SAME_SAYING))
    like = min(1.0, 0.35 + 0.8 * near + 0.05 * place + 0.1 * (len(same) > 1))
    # What happens often happened in many years and months: only what happens once, or is told in the same words,
    # counts.
    far = x.form in ("year", "years", "month", "season") or _gap(x, y) > 60
    if not far or same & ONCE:
        return like
    if (near >= 0.6 and whole >= 0.5) or (near >= 0.5 and whole >= CONTAINED):
        return like - 0.1
    return OF_ONE_SUM if _one_sum(a, x, b, y) else 0.0


def _one_sum(a: Told, x: When, b: Told, y: When) -> bool:
    """Whether the same sum of money stands beside both times: "sold for $30 million in 1957"."""
    sums = ({q.value for q in quantities(told.text) if q.dimension is Dimension.MONEY and q.value >= LARGE_SUM
             and abs(q.number.start - w.span.start) <= BESIDE_SUM} for told, w in ((a, x), (b, y)))  # fmt: skip
    return not next(sums).isdisjoint(next(sums))


def _first_in_full(told: Told, when: When) -> Name | None:
    """The first name of a sentence that is given in full, where it stands before a time."""
    first = next((n for n in names(told.text) if not n.kind and _in_full(n)), None)
    return first if first and first.span.end <= when.span.start else None


def _of_one_person(a: Told, x: When, ours: Name, b: Told, y: When, theirs: Name) -> bool:
    """Whether the two names are one person's, and nothing else happens before the times."""
    if _MEANWHILE.search(a.text, 0, x.span.start) or _MEANWHILE.search(b.text, 0, y.span.start):
        return False
    return not _of_family(a, x) and one_person(ours, theirs, a.whole, b.whole)


def _of_family(told: Told, when: When) -> bool:
    """Whether a sentence tells of somebody of the family, or a friend, before a time."""
    return _FAMILY.search(told.text, 0, when.span.start) is not None


def _edition(text: str, when: When) -> bool:
    """Whether a year begins a name: "the 2014 Corran Prize"."""
    return when.form == "year" and _NAME_NEXT.match(text, when.span.end) is not None


def _of_work(text: str, when: When) -> bool:
    """Whether a year is that of a work: "a 1951 film", "(2005 film)"."""
    return when.form == "year" and _WORK.match(text, when.span.end) is not None


def _happenings(text: str, when: When) -> frozenset[str]:
    """What a time is the time of; the year of a work is that of its publication. People are set free more than once."""
    if _of_work(text, when):
        return frozenset({"publish"})
    found = governors(text, when.span)
    if found == _BEGINNING and _CAREER.search(text):
        return _CAREER_BEGUN
    return frozenset({"free"}) if found == {"publish"} and _SET_FREE.search(text) else found


def _other_people(a: Told, x: When, b: Told, y: When) -> bool:
    """Whether the clauses of two times tell of other people or bodies, none of them the same."""
    one, other = _people(a.text, x.span), _people(b.text, y.span)
    if _he_is(a, other) or _he_is(b, one):  # "He sailed with Holt in 1934": who he is stands elsewhere in that version
        return False
    if one and other and _in_full(one[0]) and _in_full(other[0]):
        who = one[0], other[0]  # a town that both name does not make them one
        if not any(same_name(who[0], p) for p in other) and not any(same_name(who[1], p) for p in one):
            return True
    if not one or not other:
        return False
    ours, theirs = [*one, *_doer(a.text)], [*other, *_doer(b.text)]
    return not any(same_name(p, q) for p in ours for q in theirs)


def _he_is(told: Told, others: Sequence[Name]) -> bool:
    """Whether a sentence is about "him" or "her", and its version names the first of these people elsewhere."""
    return _HE.match(told.text) is not None and any(
        len(q.words[-1]) > 2 and q.words[-1] in lower(told.whole) for q in others[:1] if q.words
    )


def _first_name(text: str) -> list[Name]:
    """The first name of a sentence that is no place: in reported speech, mostly who said it. None or one."""
    return [name for name in names(text) if not name.kind][:1]


@lru_cache(maxsize=8192)
def _doer(text: str) -> list[Name]:
    """The one word that a sentence begins with, which may be no name, where a verb comes after it: "Holt won"."""
    first = names(text)[:1]
    after = _NEXT_WORD.match(text, first[0].span.end) if first and first[0].weak else None
    did = after is not None and (after["word"] in PAST or after["word"].endswith("ed"))
    return [first[0]] if did and not first[0].kind else []


@lru_cache(maxsize=8192)
def _people(text: str, span: Span) -> tuple[Name, ...]:
    """The people and bodies that the clause of a time tells of."""
    opening = _OPENING.match(text)
    done = opening is not None and (opening["verb"].endswith("ed") or opening["verb"].lower() in PAST)
    start = opening.end() if opening and done else 0
    found = (name for name in names(text) if not name.kind and not name.weak and name.span.start >= start)
    return tuple(
        [name for name in found if not _SHORT.fullmatch(text, *_ends(name)) and _one_clause(text, name.span, span)]
    )


def _in_full(name: Name) -> bool:
    """Whether a name has a first and a last word, as people's mostly do."""
    return len(name.words) > 1


def _ends(name: Name) -> tuple[int, int]:
    return name.span.start, name.span.end


def _weigh(a: Told, x: When, b: Told, y: When) -> tuple[Strength | None, float]:
    """How hard two times that don't meet contradict each other, and how telling that is; None where they needn't."""
    if x.form == "clock":
        zones = set(_ZONE.findall(a.text)), set(_ZONE.findall(b.text))
        return (None, 0.0) if zones[0] != zones[1] else (Strength.CONFLICT, 0.85)
    if x.loose or y.loose or "offset" in (x.form, y.form):
        return (Strength.DISCREPANCY, 0.75) if _gap(x, y) > 3 else (None, 0.0)
    if x.form in _DAYS and y.form in _DAYS:
        counted = any(w.weekday is None and w.number is None for w in (x, y))
        if counted and _gap(x, y) <= 1 and a.published != b.published:
            return None, 0.0  # "today" of a text that was filed around midnight
        return Strength.CONFLICT, 0.8 if counted else 1.0
    return (Strength.CONFLICT, 0.95) if x.form == y.form else (Strength.DISCREPANCY, 0.85)


def _gap(x: When, y: When) -> int:
    """Days between the nearest readings of two times; many where they can't be told."""
    gaps = (max((r[0] - s[1]).days, (s[0] - r[1]).days) for r in x.readings for s in y.readings)
    return min(gaps, default=10_000)


def _values(x: When, y: When) -> tuple[str, str]:
    """The two times in canonical form, with the part of the day where it is only that which differs."""
    one, other = canonical(x), canonical(y)
    if one != other or not _hours_apart(x, y):
        return one, other
    parts = [f"{w.minutes[0] // 60:02}-{w.minutes[1] // 60:02}" for w in (x, y) if w.minutes]
    return f"{one} {parts[0]}", f"{other} {parts[1]}"


def _unit(x: When, y: When) -> str:
    if _hours_apart(x, y) and canonical(x) == canonical(y):
        return "part of the day"
    if x.form in _DAYS and y.form in _DAYS:
        return "day"
    return {"clock": "hour", "year": "year", "month": "month"}.get(x.form if x.form == y.form else "", "time")


def canonical(when: When) -> str:
    """A time in a form that is the same for the same time."""
    if when.form == "clock" and when.minutes:
        return f"{when.minutes[0] // 60:02}:{when.minutes[0] % 60:02}"
    if when.form in _DAYS and when.weekday is not None and not when.readings:
        return WEEKDAYS[when.weekday].capitalize()
    if when.readings:
        start, end = when.readings[0]
        if start == date.min or end == date.max:
            return f"until {end.isoformat()}" if start == date.min else f"from {start.isoformat()}"
        return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    month = MONTHS[when.month - 1].capitalize() if when.month else ""
    named = f"{when.number or ''} {month} {when.year or ''}".split()
    return " ".join(named) or f"{when.count:+g} {when.form}"


_GIVEN_FOR = regex(r"given for “(?P<verb>[^”]+)”$")
#: What follows a verb up to the time or the place of it, where that is short: "struck the breakwater".
_WHAT = regex(
    r"(?: (?!(?:on|in|at|by|to|from|for|with|after|before|when|while|as|and|or|but|that|off|near|late|early|last|next"
    r"|this|down|out|up|into|over|through|around|about|again|there|here|yesterday|today|tomorrow|tonight)\b"
    r"|[A-Z]\w+day\b)[A-Za-z’'-]+){1,3}(?= (?:on|in|at|late|early|last|yesterday|today|[A-Z]\w+day)\b|[.,;]|$)"
)


def told_of(text: str, about: str) -> str:
    """What a finding is about, with what the verb is said of where that is short: "day given for “struck the pier”"."""
    found = _GIVEN_FOR.search(about)
    if found is None:
        return about
    verb = next((m for m in re.finditer(rf"\b{re.escape(found['verb'])}\b", text, re.IGNORECASE)), None)
    what = _WHAT.match(text, verb.end()) if verb else None
    return f"{about[:-1]}{what.group()}”" if what else about


def _about(text_a: str, x: When, text_b: str, y: When) -> str:
    """ "day of the apology", "the month of “replaced”": the words that govern both times name the happening."""
    shared = governors(text_a, x.span) & governors(text_b, y.span)
    words = [text_a[w.start : w.end].lower() for w in content(text_a) if kind(text_a[w.start : w.end]) in shared]
    if not words:
        return _unit(x, y)
    noun = noun_for(words[0])
    return f"{_unit(x, y)} of the {noun}" if noun else f"{_unit(x, y)} given for “{words[0]}”"
