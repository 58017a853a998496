"""Words that exclude each other, said of one thing: a silver car and a grey one, her son and her nephew.

The words of a group are kinds of one sort: colours, sides, weapons, relatives. Two of them disagree where each version
uses only its own in its whole text, and where they do the same work in two sentences about the same things: before the
same noun for what describes one, between much the same words for the others.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reader.findings.around import likeness, slot
from reader.findings.matter import keys, matter, shared
from reader.findings.pair import Told, lower, quoted
from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.prose.word_lists import said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Groups of words before a noun. Words joined by a stroke are one to a reader.
_DESCRIBING = """
red blue green yellow white black gray/grey silver orange purple brown pink gold/golden
left right
front rear/back
upper lower
northbound southbound eastbound westbound
accidental deliberate/intentional
voluntary mandatory/compulsory
temporary/interim permanent
partial full/complete/total
civil criminal
daily weekly monthly yearly/annual
minor/slight/superficial serious/severe/critical/life-threatening
voluntary involuntary
male female
maternal paternal
oral written
preliminary final
freshman sophomore junior senior
broken/fractured sprained dislocated torn
pancreatic prostate breast lung ovarian colon/colorectal throat
"""
#: Groups of nouns and of past forms.
_NAMING = """
knife/knives/blade handgun/pistol/revolver/gun/handguns/pistols rifle/rifles shotgun/shotguns machete hammer axe sword
car/sedan/coupe truck/pickup/lorry van/minivan bus/coach motorcycle/motorbike bicycle/bike ambulance taxi/cab train tram
trawler tanker freighter ferry yacht dhow
helicopter plane/airplane/jet/airliner
earthquake/quake/tremor/temblor landslide/mudslide/landslip avalanche flood/flooding volcano tornado/twister hurricane
naked/nude/undressed clothed/dressed
married divorced engaged
kitchen basement/cellar attic bedroom bathroom garage hallway/corridor stairwell/staircase porch balcony
hamstring knee ankle groin calf wrist elbow hip
bachelor/bachelors master/masters doctorate
head neck chest leg/legs arm/arms shoulder/shoulders stomach/abdomen foot/feet
husband boyfriend father/dad son brother uncle nephew grandson grandfather cousin stepfather
wife girlfriend mother/mom/mum daughter sister aunt niece granddaughter grandmother cousin stepmother
stabbed/knifed shot/gunned strangled/choked beaten/bludgeoned drowned hanged poisoned smothered/suffocated
murder manslaughter
robbery burglary
resigned/quit fired/sacked/dismissed retired
postponed/delayed cancelled/canceled/scrapped/abandoned
appointed/named elected
suspended expelled
film/movie novel/book song/single album poem/sonnet opera painting
doubled tripled/trebled quadrupled halved
sitting standing kneeling lying sleeping/asleep
house apartment/flat trailer hotel/motel dormitory/dorm
church mosque synagogue temple
river lake/pond canal creek/stream reservoir
woods/forest park beach
rooftop/roof window balcony
alley driveway sidewalk/pavement
landlord/landlady neighbor/neighbors/neighbour/neighbours passerby/passersby jogger maid/housekeeper janitor
teacher student/pupil principal
doctor/physician nurse paramedic
bomb grenade rocket/missile mortar
felony misdemeanor/misdemeanour
suicide homicide
semifinal/semifinals quarterfinal/quarterfinals
goalkeeper/goalie defender midfielder striker/winger
sergeant lieutenant captain
soldier/soldiers sailor/sailors marine/marines airman/airmen
pilot copilot
vodka whiskey/whisky beer wine rum tequila
cocaine heroin methamphetamine/meth marijuana/cannabis fentanyl
diesel gasoline/petrol kerosene
guitar violin piano cello
dog/dogs cat/cats horse/horses cow/cows goat/goats
cholera typhoid malaria measles mumps
twins triplets quadruplets
baptist catholic lutheran methodist anglican/episcopal presbyterian
"""
#: So many words after a describing word may belong to what it describes.
NEXT = 3
#: What both sentences must be about, besides.
LEAST_SHARED = 2
#: How much of the words around two words must be the same, by how near they stand: little for things of which a story
#: has one, as each version has its own word only, unless its sentences are short, which are soon alike.
ENOUGH, ENOUGH_OF_ONE = 0.5, 0.25
SHORT = 7
#: A word of each group of such things.
_OF_ONE = (
    "rifle", "helicopter", "earthquake", "house", "church", "river", "woods", "rooftop", "alley", "landlord", "teacher",
    "doctor", "bomb", "felony", "suicide",
)  # fmt: skip


class Alternative(NamedTuple):
    """A word of a group, where it stands."""

    span: Span
    group: int
    value: str  #: the first of the words that are one to a reader
    describes: bool


@cache
def _table() -> dict[str, list[tuple[int, str, bool]]]:
    found: dict[str, list[tuple[int, str, bool]]] = {}
    lines = [(line, True) for line in _DESCRIBING.strip().splitlines()]
    lines += [(line, False) for line in _NAMING.strip().splitlines()]
    for number, (line, describes) in enumerate(lines):
        for words in line.split():
            for word in words.split("/"):
                found.setdefault(word, []).append((number, words, describes))
    return found


@cache
def words() -> frozenset[str]:
    return frozenset(_table())


def speaks(told: Told) -> bool:
    """Whether a sentence has a word of such a group."""
    return not words().isdisjoint(said(told.text))


def groups(text: str) -> dict[int, set[str]]:
    """The groups of which a sentence has a word, with which: two sentences without one in common, or with the same
    word of each, have no alternatives."""
    found: dict[int, set[str]] = {}
    for word in words() & said(text):
        for group, value, _ in _table()[word]:
            found.setdefault(group, set()).add(value)
    return found


@lru_cache(maxsize=16384)
def _alternatives(text: str) -> tuple[Alternative, ...]:
    if words().isdisjoint(said(text)):
        return ()
    found = []
    for match in _WORD.finditer(text):
        if not match.group().islower():
            continue  # in a name or at the beginning of a headline
        for group, value, describes in _table().get(match.group(), ()):
            found.append(Alternative(Span(*match.span()), group, value, describes))
    return tuple(found)


_WORD = regex(r"[^\W\d_]+")


def compare(a: Told, b: Told) -> Iterator[tuple[Alternative, Alternative]]:
    """The first two words of one group that the two sentences say of one thing."""
    ours, theirs = _alternatives(a.text), _alternatives(b.text)
    if not ours or not theirs or len(shared(a, b)) < LEAST_SHARED:
        return
    for x in ours:
        for y in theirs:
            if x.group != y.group or x.value == y.value or _uses(b, x.value) or _uses(a, y.value):
                continue
            if quoted(a, x.span.start) or quoted(b, y.span.start):
                continue
            if _same_noun(a, x, b, y) if x.describes else _same_work(a, x, b, y):
                yield x, y
                return


def _uses(told: Told, value: str) -> bool:
    """Whether a version uses any of the words that are one to a reader."""
    return not said(lower(told.whole)).isdisjoint(value.split("/"))


def _same_noun(a: Told, x: Alternative, b: Told, y: Alternative) -> bool:
    return not _described(a, x).isdisjoint(_described(b, y))


def noun(a: Told, x: Alternative, b: Told, y: Alternative) -> str:
    """What both describe, in the words of the first; "" of what describes nothing."""
    if not x.describes:
        return ""
    both = _described(a, x) & _described(b, y)
    words = [w for w in matter(a.text, a.language) if w.start >= x.span.end and w.key in both]
    return a.text[words[0].start : words[min(len(both), len(words)) - 1].end] if words else ""


def _described(told: Told, x: Alternative) -> frozenset[str]:
    """The words right after a describing word, up to the end of the noun that it may describe."""
    found: list[str] = []
    at = x.span.end
    for word in matter(told.text, told.language):
        if word.start < x.span.end:
            continue
        if len(found) == NEXT or not _TOGETHER.fullmatch(told.text, at, word.start):
            break
        found.append(word.key)
        at = word.end
    return frozenset(found)


_TOGETHER = regex(r"[ -]?(?:\d{4} )?")


def _same_work(a: Told, x: Alternative, b: Told, y: Alternative) -> bool:
    one = _is_a(a.text, x.span.start)
    if one and one == _is_a(b.text, y.span.start):
        return True
    enough = ENOUGH
    if x.group in _of_one() and min(len(keys(a.text, a.language)), len(keys(b.text, b.language))) >= SHORT:
        enough = ENOUGH_OF_ONE
    return likeness(a.text, x.span, b.text, y.span) >= enough or slot(a.text, x.span, b.text, y.span) >= 4


@cache
def _of_one() -> frozenset[int]:
    """The groups of things of which a story has one."""
    return frozenset(group for word in _OF_ONE for group, _, _ in _table()[word])


#: "The Long Gangway is a 1962 Corran comedy", up to the word; longer openings name more than one thing.
_IS_A = regex(
    r"[“\"‘']?(?P<what>(?!(?:It|This|That|He|She|There|They|Here|What|Who)\b)[A-Z0-9][^,;:.]{1,60}?)[”\"’']? "
    r"(?:is|was) an? (?:[\w-]+ ){0,7}$"
)
#: Such an opening has no more characters than this.
LONGEST = 250
_ASIDE = regex(r"(?<! ) *[(\[][^)\]]{0,250}[)\]]")


@lru_cache(maxsize=8192)
def _is_a(text: str, at: int) -> str:
    """What a sentence says by its first words is of the kind that a word names; "" where it doesn't begin so."""
    if at > LONGEST:
        return ""
    found = _IS_A.match(_ASIDE.sub("", text[:at]).lstrip("`“\"‘' "))
    return found["what"].lower().strip("`“”\"‘’' ") if found else ""
