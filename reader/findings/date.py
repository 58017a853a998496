"""Times that disagree: different days, months, years or hours of one happening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.findings.around import content, likeness, overlap, slot
from reader.findings.finding import Strength, Type
from reader.findings.happening import governors, kind
from reader.findings.pair import Disagreement, Told
from reader.prose.calendar import MONTHS, WEEKDAYS
from reader.prose.dates import When, dates, together
from reader.story import Span

#: Forms that name one day.
_DAY_FORMS = ("day", "weekday")
#: How much alike the words around two times must be before they are taken to tell when one thing happened.
ENOUGH = 0.5

_ADVERBIAL = re.compile(r"(?:\b(?:in|on|since|by|until|till|from|during|before|after|at|of|between|early|late|mid|around|about|for|and|to|through)\s+(?:the\s+)?|[(,]\s*|^)$", re.I)  # fmt: skip
_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]?T|BST|IST|CET|local time|Eastern|Pacific|Central)\b")


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about times between two linked sentences."""
    ours = _times(a)
    theirs = _times(b)
    if not ours or not theirs:
        return
    likes = {(i, j): alike(a, x, b, y) for i, x in enumerate(ours) for j, y in enumerate(theirs) if _comparable(x, y)}
    met = [
        (i, j)
        for (i, j), like in likes.items()
        if together(ours[i], theirs[j]) and (like > 0 or _one_day(ours[i], theirs[j]))
    ]
    settled_a, settled_b = {i for i, _ in met}, {j for _, j in met}
    for like, (i, j) in sorted(((like, pair) for pair, like in likes.items()), key=lambda item: (-item[0], item[1])):
        if like < ENOUGH or i in settled_a or j in settled_b:
            continue
        settled_a.add(i)
        settled_b.add(j)
        x, y = ours[i], theirs[j]
        strength, weight = _weigh(a, x, b, y)
        if strength is None:
            continue
        confidence = round(min(0.96, weight * (0.45 + 0.5 * like)), 2)
        yield Disagreement(
            Type.DATE, strength, x.span, y.span, canonical(x), canonical(y), _about(a.text, x, b.text, y),
            f"date: another {_kind(x, y)}", confidence,
        )  # fmt: skip


def _times(told: Told) -> list[When]:
    """The times of a sentence that say when something happened: no years that stand in a name ("the 2008 campaign")."""
    found = []
    for when in dates(told.text, told.published):
        if when.form in ("year", "years") and not _adverbial(told.text, when.span):
            continue
        if when.bound in ("as of", "from", "between") or when.form == "clock" and when.bound:
            continue  # the beginning of a stretch, or the day of a count
        if found and re.fullmatch(r"\s*(?:to|and|through|-|–)\s*", told.text[found[-1].span.end : when.span.start]):
            found.pop()
            continue
        found.append(when)
    return found


def clash(a: Told, at_a: Span, b: Told, at_b: Span) -> bool:
    """Whether what stands at two spans is told of two times that can't be the same."""
    ours = [w for w in dates(a.text, a.published) if w.form != "clock" and _one_clause(a.text, w.span, at_a)]
    theirs = [w for w in dates(b.text, b.published) if w.form != "clock" and _one_clause(b.text, w.span, at_b)]
    return bool(ours) and bool(theirs) and not any(_may_meet(x, y) for x in ours for y in theirs)


def _may_meet(x: When, y: When) -> bool:
    plain_x, plain_y = (replace(w, bound="") for w in (x, y))
    if x.bound == y.bound == "as of" or x.bound == y.bound == "by":
        return (x.weekday, x.month, x.number, x.year) == (y.weekday, y.month, y.number, y.year)
    return together(plain_x, plain_y)


def _one_clause(text: str, one: Span, other: Span) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) < 90 and not re.search(r"[;:()]|,\s+(?:and|but|while|who|which)\b", between)


def _adverbial(text: str, span: Span) -> bool:
    if not _ADVERBIAL.search(text[: span.start]):
        return False
    after = re.match(r"\s+(?P<word>[a-z]{4,})", text[span.end :])
    return not after or after["word"] in _AFTER_TIME


_AFTER_TIME = frozenset(
    "when while after before because that which with from until since where under during against said says were have also they".split()
)


def _comparable(x: When, y: When) -> bool:
    """Whether two times are told as finely: a day with a day or with a stretch that can't hold it, a year with a year."""
    if (x.form == "clock") != (y.form == "clock"):
        return False
    if x.form in ("stretch", "years", "season") or y.form in ("stretch", "years", "season"):
        return x.form == y.form
    if "year" in (x.form, y.form):
        return x.form == y.form
    if "month" in (x.form, y.form):
        return all(when.form == "month" or when.number is not None for when in (x, y))
    return True


def _one_day(x: When, y: When) -> bool:
    return x.form in _DAY_FORMS and y.form in _DAY_FORMS


#: What happens to one thing only once.
ONCE = frozenset(
    kind(w)
    for w in "born die found founded establish built construct constructed married graduate premiere invented discover created".split()
)


def alike(a: Told, x: When, b: Told, y: When) -> float:
    """How sure it is that two times are those of one happening, 0..1."""
    place = slot(a.text, x.span, b.text, y.span)
    whole = overlap(a.text, b.text)
    if (place >= 3 and whole >= 0.7) or place >= 5:
        return min(1.0, 0.6 + 0.08 * place)
    same = governors(a.text, x.span) & governors(b.text, y.span)
    near = likeness(a.text, x.span, b.text, y.span)
    if not same:
        return 0.0
    if same == {"say"}:
        return max(0.0, near + 0.3 * whole - 0.2)
    like = min(1.0, 0.35 + 0.8 * near + 0.05 * place + 0.1 * (len(same) > 1))
    # What happens often happened in many years and months: only what happens once, or is told in the same words, counts.
    far = x.form in ("year", "years", "month", "season") or _gap(x, y) > 60
    return like if not far or same & ONCE else (like - 0.1 if near >= 0.6 and whole >= 0.5 else 0.0)


def _weigh(a: Told, x: When, b: Told, y: When) -> tuple[Strength | None, float]:
    """How hard two times that don't meet contradict each other, and how telling that is."""
    if x.form == "clock":
        zones = set(_ZONE.findall(a.text)), set(_ZONE.findall(b.text))
        return (None, 0.0) if zones[0] != zones[1] else (Strength.CONFLICT, 0.85)
    if x.loose or y.loose or "offset" in (x.form, y.form):
        return (Strength.DISCREPANCY, 0.75) if _gap(x, y) > 3 else (None, 0.0)
    if x.form in _DAY_FORMS and y.form in _DAY_FORMS:
        counted = x.weekday is None and x.number is None or y.weekday is None and y.number is None
        if counted and _gap(x, y) <= 1 and a.published != b.published:
            return None, 0.0  # "today" of a text that was filed around midnight
        return Strength.CONFLICT, 0.8 if counted else 1.0
    if x.form == y.form:
        return Strength.CONFLICT, 0.95
    return Strength.DISCREPANCY, 0.85


def _gap(x: When, y: When) -> int:
    """Days between the nearest readings of two times; many where they can't be told."""
    gaps = [max((r[0] - s[1]).days, (s[0] - r[1]).days) for r in x.readings for s in y.readings]
    return min(gaps, default=10_000)


def _kind(x: When, y: When) -> str:
    if x.form in _DAY_FORMS and y.form in _DAY_FORMS:
        return "day"
    return {"clock": "hour", "year": "year", "month": "month"}.get(x.form if x.form == y.form else "", "time")


def canonical(when: When) -> str:
    """A time in a form that is the same for the same time."""
    if when.form == "clock" and when.minutes:
        return f"{when.minutes[0] // 60:02}:{when.minutes[0] % 60:02}"
    if when.form in _DAY_FORMS and when.weekday is not None and not when.readings:
        return WEEKDAYS[when.weekday].capitalize()
    if when.readings:
        start, end = when.readings[0]
        return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    named = (
        f"{when.number or ''} {MONTHS[when.month - 1].capitalize() if when.month else ''} {when.year or ''}"
    ).split()
    return " ".join(named) or f"{when.count:+g} {when.form}"


def _about(text_a: str, x: When, text_b: str, y: When) -> str:
    """ "day of the apology": the happening is named by the words that stand beside both times."""
    shared = governors(text_a, x.span) & governors(text_b, y.span)
    words = [text_a[w.start : w.end] for w in content(text_a) if kind(text_a[w.start : w.end]) in shared]
    what = {"day": "the day", "hour": "the hour", "year": "the year", "month": "the month"}.get(_kind(x, y), "the time")
    return f"{what} ({words[0].lower()})" if words else f"{what} it happened"
