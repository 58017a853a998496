"""What else can't both be so, or is told in another way: opposites, directions, degrees of damage.

Each is seen only in the same construction of two sentences about the same things: opposites in the same place of nearly
the same words; opposed prepositions between the same verb and the same noun ("voted for the bill", "voted against the
bill"); one noun destroyed in one version and damaged in the other; two kinds of one sort, as two colours of one car.
"""

from __future__ import annotations

from functools import lru_cache

from reader.findings import alternative, confidence, death
from reader.findings.attempted import attempts, done
from reader.findings.finding import Strength, Type
from reader.findings.matter import matter, shared
from reader.findings.opposed import opposable, opposites
from reader.findings.pair import Disagreement, Told
from reader.findings.touched import NOTHING, Touched, apart
from reader.prose.polarity import qualities
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Hashable, Iterator

#: What one version says was tried and another that it was done.
TRIED = "tried in one version, done in the other"
#: Two colours of one car, two relatives who did one thing.
ALTERNATIVES = "words that exclude each other"
#: What both sentences must be about, besides the words that disagree.
LEAST_SHARED = 2
#: How many words of matter before a verb may name who does it.
BEFORE = 5

_PREPOSITIONS = "for against before after inside outside with without over under above below into past beneath"
PREPOSITION_WORDS = listed(_PREPOSITIONS)
_OPPOSED_PAIRS = """
for/against before/after inside/outside with/without over/under above/below above/under over/into above/into past/into
over/beneath below/into under/into
"""
_OPPOSED = frozenset(frozenset(pair.split("/")) for pair in _OPPOSED_PAIRS.split())
_DIRECTION = regex(
    r"\b(?P<verb>\w{3,})(?: (?:directly|right|straight|strongly|unanimously|shortly|just|immediately))? "
    rf"(?P<prep>{_PREPOSITIONS.replace(' ', '|')}) (?:(?:the|a|an|his|her|its|their|this|that) )?(?P<noun>\w{{3,}})"
)
#: From harmed to gone.
_DAMAGE = regex(
    r"\b(?:(?P<gone>(?:flatten|destroy|raz|obliterat|demolish)(?:s|es|ed|ing)|levell?(?:ed|ing)|wiped out)"
    r"|(?P<harmed>damag(?:es|ed)|damaging(?= (?:the|an?|his|her|its|their|\d|several|many|some)\b)|batter(?:s|ed|ing)))"
    r"(?P<what>(?: (?!(?:and|or|near|in|on|at|of|with|by|after|as|from|to|that|which|while|when)\b)[\w-]+){1,4})?"
)

#: What was destroyed or damaged stands before a passive: "the clinic, destroyed in a storm", "the mill was damaged".
_PASSIVE = regex(
    r"(?<![\w-])(?P<what>(?:[\w-]+ ){0,2}[\w-]{3,})(?:,| (?:was|were|is|are|been|being)| which (?:was|were))"
    r"(?: (?:badly|severely|partly|partially|completely|totally|heavily|slightly|also|later))? $"
)
#: A harm is no more than that only where nothing else is said of it.
_OR = regex(r" (?:or|and|if not) (?:\w+ly )?(?:damag|destroy|flatten|demolish|raz|obliterat)|\b(?:or|and) $")
#: So far before a verb the noun of a passive is read.
NOUN_BEFORE = 60

DAMAGE_STEMS = ("flatten", "destroy", "raz", "obliterat", "demolish", "level", "wiped", "damag", "batter")


def speaks(told: Told) -> bool:
    """Whether a sentence has what this compares; both must."""
    text = told.text
    return told.language == "en" and bool(
        opposable(text, qualities())
        or _read_directions(text)
        or _read_damage(text)
        or alternative.speaks(told)
        or death.tells(told, death.CAUSE)
        or death.tells(told, death.TIME)
    )


def touches(told: Told) -> Touched:
    """What two sentences must touch in common for all but opposites and attempts, and the word of one sort there."""
    return _touched(told.text)


@lru_cache(maxsize=16384)
def _touched(text: str) -> Touched:
    found: dict[Hashable, set[object]] = {group: set(values) for group, values in alternative.groups(text).items()}
    for words, preposition, _ in _read_directions(text):
        found.setdefault(words, set()).add(preposition)
    if _read_damage(text):
        found["damage"] = {gone for gone, _, _ in _read_damage(text)}
    if death.cause(text):
        found["death"] = set()
    if death.soon(text):
        found["how soon"] = set()
    if not found:
        return NOTHING
    each = {what: next(iter(values)) if len(values) == 1 else None for what, values in found.items()}
    return Touched(frozenset(found), None, each)


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Whatever of these the two sentences hold."""
    if a.language != "en" or b.language != "en":
        return
    if attempts(a.text) or attempts(b.text):
        yield from _attempts(a, b)
    for one, other in death.compare(a, b, death.CAUSE):
        yield Disagreement(
            Type.OTHER, Strength.DISCREPANCY, one.span, other.span, one.words, other.words, "cause of death",
            "two causes of one death", confidence.DEATH,
        )  # fmt: skip
    for one, other in death.compare(a, b, death.TIME):
        yield Disagreement(
            Type.OTHER, Strength.CONFLICT, one.span, other.span, one.words, other.words, "how soon death came",
            "two times of one death", confidence.DEATH,
        )  # fmt: skip
    found = list(opposites(a, b, qualities(), Type.OTHER, Strength.CONFLICT, "opposites in the same place"))
    yield from found
    if not found and apart(touches(a), touches(b)) and len(shared(a, b)) >= LEAST_SHARED:
        yield from _directions(a, b)
        yield from _damage(a, b)
        for x, y in alternative.compare(a, b):
            values = x.value.split("/")[0], y.value.split("/")[0]
            of = alternative.noun(a, x, b, y)
            yield _disagree(Strength.DISCREPANCY, x.span, y.span, *values, ALTERNATIVES, confidence.ALTERNATIVES, of)


def speaks_alone(told: Told) -> bool:
    """Whether a sentence says that something was tried, which another may say was done."""
    return told.language == "en" and bool(attempts(told.text))


def _attempts(a: Told, b: Told) -> Iterator[Disagreement]:
    for one, other, turned in ((a, b, False), (b, a, True)):
        for tried, deed, key in done(one, other):
            spans, values = (tried, deed), (f"tried: {key}", key)
            if turned:
                spans, values = spans[::-1], values[::-1]
            yield _disagree(Strength.DISCREPANCY, *spans, *values, TRIED, confidence.TRIED)
            return


def _directions(a: Told, b: Told) -> Iterator[Disagreement]:
    theirs = _read_directions(b.text)
    for x in _read_directions(a.text) if theirs else ():
        for y in theirs:
            if x[0] == y[0] and frozenset((x[1], y[1])) in _OPPOSED and _one_subject(a, x[2], b, y[2]):
                yield _disagree(
                    Strength.CONFLICT,
                    x[2],
                    y[2],
                    x[1],
                    y[1],
                    "opposed prepositions between the same words",
                    confidence.DIRECTIONS,
                )
                return


def _one_subject(a: Told, x: Span, b: Told, y: Span) -> bool:
    """Whether the same stands before both: others may vote the other way."""
    before = (
        {w.key for w in [w for w in matter(t.text, "en") if w.end <= s.start][-BEFORE:]} for t, s in ((a, x), (b, y))
    )
    return not next(before).isdisjoint(next(before))


def _read_directions(text: str) -> tuple[tuple[tuple[str, str], str, Span], ...]:
    """The verb and the noun on both sides of a preposition, the preposition, and where they stand."""
    return () if PREPOSITION_WORDS.isdisjoint(said(text)) else _directions_of(text)


@lru_cache(maxsize=16384)
def _directions_of(text: str) -> tuple[tuple[tuple[str, str], str, Span], ...]:
    key = lexicon("en").key
    return tuple(
        ((key(m["verb"]), key(m["noun"])), m["prep"], Span(*m.span()))
        for m in _DIRECTION.finditer(text)
        if m["verb"].islower()
    )


def _damage(a: Told, b: Told) -> Iterator[Disagreement]:
    ours, theirs = _read_damage(a.text), _read_damage(b.text)
    if {gone for gone, _, _ in ours} & {gone for gone, _, _ in theirs}:
        return
    for gone, what, start in ours:
        for _, other_what, other_start in theirs:
            both = what.keys() & other_what.keys()
            if both:
                one = Span(start, max(what[key] for key in both))
                other = Span(other_start, max(other_what[key] for key in both))
                values = ("destroyed", "damaged") if gone else ("damaged", "destroyed")
                yield _disagree(
                    Strength.DISCREPANCY, one, other, *values, "destroyed beside damaged", confidence.DAMAGE
                )
                return


def _read_damage(text: str) -> tuple[tuple[bool, dict[str, int], int], ...]:
    """Whether something is gone or only harmed; what it is, each word with its end; and where the verb begins."""
    return _damage_of(text) if any(map(text.__contains__, DAMAGE_STEMS)) else ()


@lru_cache(maxsize=16384)
def _damage_of(text: str) -> tuple[tuple[bool, dict[str, int], int], ...]:
    words = lexicon("en")
    found = []
    for match in _DAMAGE.finditer(text):
        at = match.start("what")
        what = {w.key: at + w.end for w in words.words(match["what"] or "") if w.key not in words.stop}
        if (
            not what
            and match.group().endswith("ed")
            and match.group() != "battered"
            and (passive := _passive(text, match))
        ):
            what = {w.key: match.end() for w in words.words(passive) if w.key not in words.stop}
        found.append((match["gone"] is not None, what, match.start()))
    return tuple(found)


def _passive(text: str, match: re.Match[str]) -> str:
    """What a passive says is gone or harmed, and not "damaged or destroyed"; "" where it does not say it."""
    if _OR.match(text, match.end()) or _OR.search(text, max(0, match.start() - NOUN_BEFORE), match.start()):
        return ""
    begin = max(0, match.start() - NOUN_BEFORE)
    found = _PASSIVE.search(text[begin : match.start()])
    return found["what"] if found else ""


def _disagree(
    strength: Strength, a: Span, b: Span, value_a: str, value_b: str, rule: str, confidence: float, about: str = ""
) -> Disagreement:
    return Disagreement(Type.OTHER, strength, a, b, value_a, value_b, about, rule, confidence)
