"""Names that disagree: two people or bodies in one role of one happening, or two offices of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.findings.around import likeness, rest_overlap, slot
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told
from reader.prose.name_words import EXCLUSIVE, SINGLE
from reader.prose.names import Name, names, same
from reader.prose.words import lexicon
from reader.story import Span

_SINGLE = frozenset(lexicon("en").key(word) for word in SINGLE)
_EXCLUSIVE = tuple({tuple(lexicon("en").key(w) for w in office.split()) for office in group} for group in EXCLUSIVE)

#: Words before an office that make it one of another time, or of nobody yet.
_NOT_NOW = re.compile(r"\b(?:former|ex|then|late|acting|interim|onetime|one-time|future|outgoing|incoming|retired|previous|past|aspiring|longtime|candidate|nominee|deputy|vice|assistant|elect)\b[- ]*(?:\w+ ){0,3}$", re.I)  # fmt: skip


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about who or what is meant, between two linked sentences."""
    ours, theirs = names(a.text), names(b.text)
    if not ours or not theirs:
        return
    yield from _offices(a, ours, b, theirs)
    ours_only = [n for n in ours if not n.weak and not any(same(n, m) for m in theirs)]
    theirs_only = [n for n in theirs if not n.weak and not any(same(n, m) for m in ours)]
    for x in ours_only:
        for y in theirs_only:
            rule, like = _one_role(a, x, b, y)
            if not rule:
                continue
            conflict = Strength.CONFLICT
            yield Disagreement(
                Type.NAME, conflict, x.span, y.span, " ".join(x.words), " ".join(y.words), _about(x, y), f"name: {rule}",
                round(min(0.95, 0.4 + 0.5 * like), 2),
            )  # fmt: skip


def _one_role(a: Told, x: Name, b: Told, y: Name) -> tuple[str, float]:
    """The rule by which two different names stand in one role, and how sure that is; ("", 0) where none does."""
    if (
        (x.kind in ("country", "state", "capital"))
        or (y.kind in ("country", "state", "capital"))
        or _told_too(x, b)
        or _told_too(y, a)
    ):
        return "", 0.0  # places are another module's
    place, whole = slot(a.text, x.span, b.text, y.span), rest_overlap(a.text, x.span, b.text, y.span)
    if x.kind == y.kind == "people":
        return ("another nationality", min(1.0, 0.6 + 0.06 * place)) if place >= 3 and whole >= 0.6 else ("", 0.0)
    if x.kind or y.kind:
        return "", 0.0
    if place >= 4 and whole >= 0.7 and _same_make(a.text, x, b.text, y):
        return "another name in the same place", min(1.0, 0.5 + 0.07 * place)
    if x.title and set(x.title) == set(y.title) and _SINGLE & set(x.title) and len(x.title) > 1:
        near = likeness(a.text, x.titled or x.span, b.text, y.titled or y.span)
        if near >= 0.45 and _now(a.text, x) and _now(b.text, y):
            return "two holders of one office", near
    return "", 0.0


def _told_too(name: Name, other: Told) -> bool:
    """Whether the other version tells of that name in the same breath or elsewhere: then it isn't put in another's place."""
    last = name.words[-1] if name.words else ""
    text = f"{other.before} {other.whole or other.text}".lower()
    return len(last) > 2 and last in text


def _same_make(text_a: str, x: Name, text_b: str, y: Name) -> bool:
    """Whether two names look like names of the same sort of thing: both after a title, or of a like number of words."""
    if bool(x.title) != bool(y.title) or abs(len(x.words) - len(y.words)) > 1:
        return False
    if text_a[x.span.start : x.span.end].isupper() != text_b[y.span.start : y.span.end].isupper():
        return False
    return not {text_a[x.span.end : x.span.end + 1], text_b[y.span.end : y.span.end + 1]} & {"-"}


def _now(text: str, name: Name) -> bool:
    start = (name.titled or name.span).start
    return not _NOT_NOW.search(text[max(0, start - 40) : start])


def _offices(a: Told, ours: tuple[Name, ...], b: Told, theirs: tuple[Name, ...]) -> Iterator[Disagreement]:
    """One person with two offices that nobody holds at once."""
    for x in ours:
        for y in theirs:
            if not x.titled or not y.titled or x.words[-1:] != y.words[-1:] or not same(x, y):
                continue
            if not (_now(a.text, x) and _now(b.text, y)):
                continue
            clash = _clash(x.title, y.title)
            if clash:
                at_a, at_b = Span(x.titled.start, x.span.end), Span(y.titled.start, y.span.end)
                yield Disagreement(
                    Type.NAME, Strength.DISCREPANCY, at_a, at_b, " ".join(x.title), " ".join(y.title),
                    f"the office of {a.text[x.span.start : x.span.end]}", "name: two offices of one person", 0.7,
                )  # fmt: skip


def _clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    for group in _EXCLUSIVE:
        mine = {office for office in group if one[-len(office) :] == office}
        theirs = {office for office in group if other[-len(office) :] == office}
        longest_mine, longest_theirs = max(mine, key=len, default=()), max(theirs, key=len, default=())
        if longest_mine and longest_theirs and longest_mine != longest_theirs:
            return True
    return False


def _about(x: Name, y: Name) -> str:
    if x.kind == "people":
        return "nationality"
    return "who held the office" if x.title and y.title else "the name"
