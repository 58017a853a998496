"""What one person died of, where, and how soon, told in two ways: of pneumonia beside of a stroke, at home beside in a
hospital, instantly beside two days later.

Only what is said of a death itself is read, and two versions are set against each other only where both tell of one
person and neither names what the other does anywhere: most obituaries name an illness or two.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.findings.groups import one_person
from reader.findings.matter import shared
from reader.findings.pair import Told, lower, quoted
from reader.frozen import NamedTuple
from reader.prose.kept import compiled
from reader.prose.names import Name, names
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What people die of; what is on one line is one to a reader, or may be.
_CAUSES = """
heart attack|cardiac arrest|heart failure|heart disease|heart problems?|heart condition|heart ailment|coronary
stroke|brain hemorrhage|brain haemorrhage|cerebral hemorrhage|cerebral haemorrhage|aneurysm
cancer|leukemia|leukaemia|lymphoma|melanoma|myeloma|tumou?r
pneumonia|emphysema|respiratory failure|lung disease|flu|influenza|bronchitis|covid-19|coronavirus
alzheimer['’]?s|dementia
parkinson['’]?s
kidney failure|renal failure|kidney disease
liver failure|liver disease|cirrhosis
diabetes
aids|hiv
overdose|drugs?|poisoning
suicide|hanging|hanged|self-inflicted
gunshots?|shooting|bullets?
stab wounds?|stabbing|knife wounds?
drowning|drowned
crash|collision|accident|fall
burns|smoke inhalation|asphyxiation|asphyxia|suffocation
head injury|head injuries|blunt force|brain injury|brain injuries
sepsis|infection|blood poisoning
malaria
cholera
ebola
tuberculosis
"""
#: Where people die; the same holds here.
_PLACES = """
home|house|apartment|residence|flat
hospital|clinic|infirmary|medical center|medical centre
hospice|nursing home|care home|retirement home
hotel|motel|inn
jail|prison|cell|custody|detention center|detention centre
office|workplace
school|classroom
church|temple|mosque
car|truck|ambulance
street|road|sidewalk|pavement
scene
"""
#: How soon people die of what befell them; the same holds here.
_TIMES = """
instantly|on impact|on the spot|outright
(?:[a-z]+|\\d+) (?:days|weeks|months) later|the (?:next|following) (?:day|morning|week)
"""
#: "At the scene" is at home or in the street too, but in no hospital; most stories have the word for other things.
_SCENE, _NAMED_SCENE = "scene", r"(?:died|dead) (?:[a-z]+ )?at (?:the|that) scene"
_HOSPITAL = "hospital"
DYING = listed("died dies dying death passed succumbed succumbs pronounced declared")
_DIES = r"\b(?:died|dies|dying|passed away|passed on|succumb(?:s|ed)|(?:pronounced|declared) dead)\b"
#: "Taken to a hospital, where she died": only of places.
_WHERE = rf"[^.;:(]{{0,50}}?,? where (?:he|she|they)? ?(?:[a-z]+ ){{0,2}}?{_DIES}"
#: So many characters may stand between the verb and what is said of the death, in one clause.
_WITHIN = r"[^.;:(]{0,70}?"
#: What both sentences must be about, with the name.
LEAST_SHARED = 2


#: What is told of a death.
CAUSE, PLACE, TIME = 0, 1, 2


class Said(NamedTuple):
    """What is said of a death."""

    span: Span
    group: int
    words: str
    verb: int  #: where the word for dying begins: who died stands before it


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For causes, places and times: what tells them of a death, and all their words, each group with its number."""
    found = []
    for table, lead in (
        (_CAUSES, r"\b(?:of|from|due to|caused by|to|resulting from) (?:[\w’'-]+ ){0,4}?"),
        (_PLACES, r"\b(?:at|in|inside) (?:[\w’'-]+ ){0,4}?"),
        (_TIMES, r"\b(?<= )"),
    ):
        groups = "|".join(f"(?P<g{n}>{line})" for n, line in enumerate(table.strip().splitlines()))
        told = rf"{_DIES}{_WITHIN}{lead}(?P<what>{groups})\b"
        named = groups.replace(f">{_SCENE})", f">{_NAMED_SCENE})")
        found.append((compiled(told, re.IGNORECASE), compiled(rf"\b(?:{named})\b")))
    return tuple(found)


@cache
def _then_died() -> re.Pattern[str]:
    """Places that somebody was taken to, with the death there."""
    groups = "|".join(f"(?P<g{n}>{line})" for n, line in enumerate(_PLACES.strip().splitlines()))
    return compiled(rf"\bto (?:[\w’'-]+ ){{0,4}}?(?P<what>{groups})\b{_WHERE}", re.IGNORECASE)


def _told(text: str) -> tuple[Said | None, ...]:
    """The cause, the place and the time of a death that a sentence tells; None for what it does not."""
    return (None, None, None) if DYING.isdisjoint(said(text)) else _read(text)


@lru_cache(maxsize=16384)
def _read(text: str) -> tuple[Said | None, ...]:
    found = []
    for told, _ in _kinds():
        match = told.search(text)
        found.append(_said(text, match) if match else None)
    if found[PLACE] is None and " where " in text and (match := _then_died().search(text)):
        found[PLACE] = _said(text, match)
    return tuple(found)


def _said(text: str, match: re.Match[str]) -> Said:
    group = next(n for n in range(99) if match.groupdict().get(f"g{n}"))
    start = text.rfind(" ", 0, match.start("what")) + 1
    lead = None if match.re is _kinds()[TIME][0] else _LEAD.search(text, 0, match.start("what"))
    return Said(Span(lead.start() if lead else start, match.end("what")), group, match["what"].lower(), match.start())


#: The preposition that leads to a cause or a place, with what stands between.
_LEAD = regex(r"\b(?:of|from|due to|caused by|to|resulting from|at|in|inside) (?:[\w’'-]+ ){0,5}$")


def tells(told: Told, what: int) -> bool:
    """Whether a sentence tells ``what`` of a death: the CAUSE, the PLACE or the TIME of it."""
    return _told(told.text)[what] is not None


def cause(text: str) -> Span | None:
    """The words for the cause of a death."""
    found = _told(text)[CAUSE]
    return found.span if found else None


def soon(text: str) -> bool:
    """Whether a sentence tells how soon somebody died."""
    return _told(text)[TIME] is not None


def named_in(one: Told, other: Told) -> bool:
    """Whether the person whose cause of death ``other`` tells is named in ``one`` too."""
    what = _told(other.text)[CAUSE]
    who = _who(other.text, what.verb) if what else []
    return any(name.words[-1] in lower(one.text) for name in who)


def compare(a: Told, b: Told, what: int) -> Iterator[tuple[Said, Said]]:
    """Two causes, two places or two times of one person's death. None or one."""
    x, y = _told(a.text)[what], _told(b.text)[what]
    if x is None or y is None or not _apart(x, y) or quoted(a, x.span.start) or quoted(b, y.span.start):
        return
    if not _names(what, b, x) and not _names(what, a, y) and _one_death(a, x, b, y):
        yield x, y


def _apart(x: Said, y: Said) -> bool:
    """Whether nobody dies of both, or in both places."""
    if _SCENE in (x.words, y.words):
        return _HOSPITAL in (x.words, y.words)
    return x.group != y.group


def _names(what: int, told: Told, x: Said) -> bool:
    """Whether a version names a cause or a place of that group anywhere."""
    return x.group in _named(lower(told.whole), what)


@lru_cache(maxsize=512)
def _named(text: str, what: int) -> frozenset[int]:
    found = _kinds()[what][1].finditer(text)
    return frozenset(int((match.lastgroup or "g0")[1:]) for match in found)


def _one_death(a: Told, x: Said, b: Told, y: Said) -> bool:
    """Whether both tell of the death of one person."""
    if len(shared(a, b)) < LEAST_SHARED:
        return False
    return any(
        one_person(one, other, a.whole, b.whole) for one in _who(a.text, x.verb) for other in _who(b.text, y.verb)
    )


def _who(text: str, verb: int) -> list[Name]:
    """The names of people before a word for dying: "the Harbour scandal" is no person."""
    before = (n for n in names(text) if not n.kind and n.words and n.span.end <= verb)
    return [name for name in before if not text.endswith(("the ", "The "), 0, name.span.start)]


def facts(told: Told) -> tuple[str, ...]:
    """Whose death a sentence tells the cause or the place of: that is the same wherever it is told."""
    if told.language != "en" or DYING.isdisjoint(said(told.text)):
        return ()
    verbs = {what.verb for what in _told(told.text) if what is not None}
    return tuple(dict.fromkeys(f"death of {name.words[-1]}" for verb in verbs for name in _who(told.text, verb)))
