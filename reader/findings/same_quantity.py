"""Whether two quantities of two sentences measure or count the same thing."""

from __future__ import annotations

from reader.findings.around import frames, likeness, overlap, slot
from reader.findings.giver import other_giver
from reader.findings.groups import (
    ANYBODY,
    COUNTED_AS,
    NOTHING,
    aged,
    among,
    befalls,
    is_statistic,
    names_near,
    other_group,
    other_subject,
    played,
    same_subject,
    thing,
    whole_beside_part,
)
from reader.findings.happening import governors
from reader.prose.names import names, same
from reader.prose.quantities import OF_WHAT, quantities
from reader.prose.quantity import Dimension, Quantity, QuantityKind
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable

#: Two numbers in the same words of two sentences that share this much measure the same thing, whatever it is.
SAME_WORDS = 0.7
#: Two counts of things with one name are of the same things only where so much of what is said beside them is the same,
#: or so much of that and of the sentences together: most stories tell of several teams, ships and children.
SAID, SAID_IN_ALL = 0.25, 0.35
#: How sure it is of the ages of one person.
OF_ONE = 0.8
#: How much less sure it is where something else is done with things of one name: fired, loaded.
OTHER_DOING = 0.1
#: How sure it is of one person's ordinals before the same words: "the 18th president of the ...".
OF_ONE_OFFICE = 0.9
#: How sure it is of others at most.
UNSAID = 0.45
#: Numbers so many times one another are of another thing, unless the words around say otherwise: how much surer they
#: have to be.
FAR = ((8.0, 0.5), (3.0, 0.2))

#: Of measures with so much of the same around them a figure may have a digit too many.
ALL_BUT_THE_SAME = 0.8

#: Whose deal it is, is told within so many characters before its sum.
NEAR_DEAL = 40
_GIVEN = (Dimension.MONEY, Dimension.DURATION)
_SEVERAL_TIMES = regex(
    r"\b(?:during|in|over|from|after) (?:the |these |those )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) "
    r"(?:operations|raids|attacks|missions|incidents|searches)\b"
)
_AND_NATION = regex(r" [A-Z][a-z]+ and [A-Z][a-z]+ ")
_CLOCK = regex(r"(?:, \d+ seconds?)? (?:left|remaining|to play|to go|into)\b")
_FOR_WHOM = regex(r" for (?:[a-z]+ ){0,3}")
_DEALS = frozenset(("deal", "contract", "agreement", "pact"))
#: Two magnitudes that are so much alike are of one quake where neither sentence tells of another...
OF_ONE_QUAKE = 0.6
#: ...and where they have something in common at all.
OF_ANOTHER_QUAKE = 0.42
_SHOCKS = regex(
    r"\b(?:aftershocks?|foreshocks?|second|another|earlier|previous|later|last|quakes|earthquakes|tremors)\b"
)
_PARENT = regex(r"\b(?P<who>[Mm]other|[Ff]ather|[Mm]om|[Mm]um|[Dd]ad)[ -]of[ -]$")
#: The name of a parent stands so near, in characters.
BESIDE = 12

#: A distance from a place that is named is the less likely that of a sentence which names none.
FROM_SOMEWHERE = 0.2
_TOWARDS = regex(
    r"[ ,]*(?:\([^)]{1,30}\) )?"
    r"(?:(?:to the )?(?:(?:due )?(?:north|south|east|west)[\w-]*|away|offshore|inland|upstream|downstream) )?"
    r"(?:of|from|off|to|outside|beyond) (?:the )?(?:[a-z]+ ){0,3}(?P<name>[A-Z][\w’'-]+)"
)


_VOTERS = regex(
    r" of (?:the |all )?(?:(?:eligible|registered|the country['’]s|[\d.,]+ (?:million )?) ?){0,3}(?:voters|electorate) "
    r"(?:had |have )?(?:participated|voted|cast|turned out|took part|taken part|gone to the polls|went to the polls)\b"
)
_TURNOUT = regex(r"\b[Tt]urnout\b")
#: So many characters may stand between a turnout and its share.
_NEAR_TURNOUT = 40


def alike(text_a: str, x: Quantity, text_b: str, y: Quantity) -> float:
    """How sure it is that two quantities measure the same thing, 0..1; 0 where they can't.

    Where newsrooms contradict each other, the values are mostly near: a value many times the other is of another thing,
    or of another happening, unless the words around say otherwise.
    """
    if not comparable(x, y):
        return 0.0
    counts = QuantityKind.COUNT in (x.kind, y.kind)
    if counts and not _may_count_alike(text_a, x, text_b, y) and slot(text_a, x.number, text_b, y.number) < 3:
        return 0.0
    if x.kind is QuantityKind.SHARE and turnout(text_a, x) and turnout(text_b, y):
        one, other = ({n.place for n in names(text) if n.place} for text in (text_a, text_b))
        return 0.0 if one and other and one.isdisjoint(other) else OF_ONE
    if _other_names(text_a, x, text_b, y):
        return 0.0
    if x.dimension in _GIVEN and other_giver(text_a, x, text_b, y):
        return 0.0
    if x.head == y.head == "child" and (parents := (parent(text_a, x), parent(text_b, y))) != (None, None):
        return OF_ONE if _one_parent(*parents) else 0.0
    if played(text_a, x) != played(text_b, y):
        return 0.0
    if is_statistic(x) and is_statistic(y) and not same_subject(text_a, x, text_b, y):
        return 0.0
    if counts and (_summed(text_a) != _summed(text_b) or _joint(text_a, x) != _joint(text_b, y)):
        return 0.0
    if counts and whole_beside_part(text_a, x, text_b, y):
        return 0.0
    if x.dimension is Dimension.DURATION and (_CLOCK.match(text_a, x.number.end) or _CLOCK.match(text_b, y.number.end)):
        return 0.0  # of a game: "with five minutes remaining"
    if x.head in _DEALS and x.head == y.head and _other_deal(text_a, x, text_b, y):
        return 0.0
    place = slot(text_a, x.number, text_b, y.number)
    whole = overlap(text_a, text_b) if place >= 3 else 0.0  # asked for only there
    if place >= 5 or (place >= 3 and whole >= SAME_WORDS):
        return min(1.0, 0.6 + 0.08 * place)
    near = likeness(text_a, x.span, text_b, y.span)
    if counts:
        like = _counted_alike(text_a, x, text_b, y, near, place)
    elif x.kind is QuantityKind.ORDINAL:
        if x.head != y.head or place < 3 or (x.head == "degre" and x.modifiers != y.modifiers):
            return 0.0
        if whole >= 0.5:
            return 0.3 + 0.7 * near
        return OF_ONE_OFFICE if place > 3 and same_subject(text_a, x, text_b, y) else 0.0
    elif x.dimension is Dimension.LENGTH:
        like = _lengths_alike(text_a, x, text_b, y, near, place)
    else:
        like = _measured_alike(text_a, x, text_b, y, near, place)
    if _one_population(text_a, x, text_b, y):
        return like  # nothing else has inhabitants in that sentence, however many they are
    ratio = max(x.value, y.value) / max(1e-9, min(x.value, y.value))
    doubt = next((doubt for far, doubt in FAR if ratio > far), 0.0)
    return max(0.0, like - (doubt / 2 if near >= ALL_BUT_THE_SAME and not counts else doubt))


def _summed(text: str) -> bool:
    """Whether a sentence counts what several happenings brought together: "during the five raids"."""
    return _SEVERAL_TIMES.search(text) is not None


def _joint(text: str, x: Quantity) -> bool:
    """Whether a number counts people of two nations together: "23 Somali and Yemeni pirates"."""
    return _AND_NATION.match(text, x.number.end) is not None


def turnout(text: str, x: Quantity) -> bool:
    """Whether a share is that of the voters who voted: "turnout was 61 percent", "61 percent of voters took part"."""
    if x.kind is not QuantityKind.SHARE or not ("urnout" in text or "voters" in text):
        return False
    if _VOTERS.match(text, x.number.end):
        return True
    begin, end = max(0, x.number.start - _NEAR_TURNOUT), x.number.end + _NEAR_TURNOUT
    found = _TURNOUT.search(text, begin, end)
    return found is not None and sum(q.kind is QuantityKind.SHARE for q in quantities(text)) == 1


def marks(text: str) -> frozenset[Hashable]:
    """What two sentences must have in common for two of their quantities to be ``alike``: words around them, the thing
    counted, what befell it, or, of what is measured, the dimension."""
    found: set[Hashable] = set()
    for x in quantities(text):
        found |= frames(text, x.number)
        if x.kind in (QuantityKind.COUNT, QuantityKind.MEASURE):
            found |= {_counted(text, x), ("befalls", befalls(text, x))}
        if x.kind not in (QuantityKind.COUNT, QuantityKind.ORDINAL):
            found.add(x.dimension)
    return frozenset(found - _NO_MARKS)


_NO_MARKS = frozenset(("", ("befalls", "")))


def _one_population(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether both sentences begin with one name and tell how many live there."""
    if befalls(text_a, x) != "living" or befalls(text_b, y) != "living":
        return False
    first = next(iter(names(text_a)), None), next(iter(names(text_b)), None)
    return first[0] is not None and first[1] is not None and same(first[0], first[1])


def comparable(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities are of one kind and unit, so that their values can be compared at all."""
    if x.dimension is not y.dimension or x.part != y.part:
        return False
    if x.unit != y.unit and (x.dimension is Dimension.MONEY or "degree" in (x.unit, y.unit)):
        return False
    if x.per and y.per and x.per != y.per:
        return False
    counts = (QuantityKind.COUNT, QuantityKind.MEASURE)
    return x.kind is y.kind or (x.kind in counts and y.kind in counts)


def _measured_alike(text_a: str, x: Quantity, text_b: str, y: Quantity, near: float, place: int) -> float:
    """The same for measures, shares, scores and ages."""
    same_thing = bool({x.head, *x.modifiers} & {y.head, *y.modifiers}) if x.head and y.head else None
    if same_thing is False and x.dimension is Dimension.MONEY and _one_deal(text_a, x, text_b, y):
        return min(1.0, 0.4 + 0.8 * near + 0.06 * place)
    if x.kind is QuantityKind.SHARE and ("averag" in (x.head, y.head)) and x.head != y.head:
        return 0.0  # an average mark of 8 out of 10 beside a share of those who approve
    if same_thing is False:
        return max(0.0, near - 0.3) if x.kind is not QuantityKind.MEASURE else 0.0
    if x.head == y.head == "age" and not governors(text_a, x.number) & governors(text_b, y.number):
        return 0.0  # hired at the age of 17, died at the age of 18
    if x.kind is QuantityKind.AGE and (one := aged(text_a, x)) and (other := aged(text_b, y)):
        return OF_ONE if same(one, other) else 0.0
    if x.kind is QuantityKind.AGE and not names_near(text_a, x) & names_near(text_b, y) and near < 0.6:
        return 0.0
    someone_else = 0.3 if other_subject(text_a, x, text_b, y) and x.dimension is Dimension.DURATION else 0.0
    if x.kind is QuantityKind.MEASURE and x.head and x.head == y.head:
        like = max(0.0, min(1.0, 0.4 + 0.8 * near + 0.06 * place - someone_else))
        if like >= OF_ANOTHER_QUAKE and x.head == "magnitud" and not (_SHOCKS.search(text_a) or _SHOCKS.search(text_b)):
            like = max(like, OF_ONE_QUAKE)
        return like
    # A share and a score are easily of something else: of another group, of another hour of the game.
    loose = x.kind in (QuantityKind.SHARE, QuantityKind.SCORE)
    bonus = 0.2 if same_thing else -0.1 if loose else 0.0
    governed = governors(text_a, x.number) & governors(text_b, y.number) - {"say"}
    return max(0.0, min(1.0, near + bonus + 0.06 * place + 0.2 * bool(governed) - someone_else))


def _one_deal(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether two sums are those of the contract or the deal of one person: newsrooms use either word."""
    if x.head not in _DEALS or y.head not in _DEALS:
        return False
    one, other = ({w for n in names(t) if 0 <= q.number.start - n.span.end < NEAR_DEAL for w in n.words}
                  for t, q in ((text_a, x), (text_b, y)))  # fmt: skip
    return not one.isdisjoint(other)


def _lengths_alike(text_a: str, x: Quantity, text_b: str, y: Quantity, near: float, place: int) -> float:
    """The same for lengths: distances from one place, or sizes ("a 10-metre dhow") of one thing."""
    if ("-" in text_a[x.number.start : x.number.end]) != ("-" in text_b[y.number.start : y.number.end]):
        return 0.0
    towards = _towards(text_a, x), _towards(text_b, y)
    if all(towards):
        return min(1.0, 0.5 + 0.5 * near) if towards[0] == towards[1] else 0.0
    if any(towards):
        near -= FROM_SOMEWHERE
    return _measured_alike(text_a, x, text_b, y, near, place)


def _may_count_alike(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether two quantities count things of one name, or people that something befell: else only the words around
    them can show that they count the same."""
    if x.head and _counted(text_a, x) == _counted(text_b, y):
        return True
    return bool(befalls(text_a, x) and befalls(text_b, y))


def _counted(text: str, x: Quantity) -> str:
    """What a number counts, by one stem: people who are employed are employees, and so are their jobs."""
    if x.head in COUNTED_AS:
        done = governors(text, x.number) | governors(text, x.span)
        if not done.isdisjoint(_EMPLOYED if x.head == "peopl" else _WATCHED):
            return thing(COUNTED_AS[x.head])
    return thing(x.head)


#: As happenings: what is done with employees, and with what is viewed.
_EMPLOYED, _WATCHED = frozenset(("job",)), frozenset(("watch", "view"))


def _counted_alike(text_a: str, x: Quantity, text_b: str, y: Quantity, near: float, place: int) -> float:
    """The same for counted things."""
    if other_group(text_a, x, text_b, y):
        return 0.0
    if among(text_a, x) != among(text_b, y):
        near -= 0.3
    does_x, does_y = befalls(text_a, x), befalls(text_b, y)
    same_thing = _counted(text_a, x) == _counted(text_b, y)
    if does_x and does_y:
        anybody = x.head in ANYBODY and y.head in ANYBODY
        return min(1.0, 0.6 + 0.4 * near) if does_x == does_y and (same_thing or anybody) else 0.0
    if not x.head or not y.head or not same_thing or (x.head in ANYBODY and (does_x or does_y)):
        return 0.0
    if (_counted(text_a, x) in NOTHING and near < 0.6) or (is_statistic(x) and near < 0.5):
        return 0.0
    if 1.0 in (x.value, y.value) and near < 0.4:
        return 0.0  # "one" is said of much
    shared = bool(set(x.modifiers) & set(y.modifiers))
    if x.head == "child" and other_subject(text_a, x, text_b, y):
        return 0.0  # of two mothers
    if x.head in OF_WHAT and x.modifiers and y.modifiers and not shared:
        return 0.0
    clash = 0.25 if x.modifiers and y.modifiers and not shared else 0.0
    start = 0.45
    if (
        x.head in ANYBODY and _counted(text_a, x) in ANYBODY
    ):  # people are counted for much: what they do has to be the same
        governed = governors(text_a, x.number) & governors(text_b, y.number) - {"say"}
        start = 0.25 + 0.15 * bool(governed)
    else:
        ours, theirs = governors(text_a, x.number), governors(text_b, y.number)
        start -= OTHER_DOING * (bool(ours) and bool(theirs) and ours.isdisjoint(theirs))
    unsaid = near < SAID and near + overlap(text_a, text_b) < SAID_IN_ALL
    return max(0.0, min(UNSAID if unsaid else 1.0, start + 0.8 * near + 0.06 * place + 0.1 * shared - clash))


def _other_deal(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether two contracts are those of two people, as the names beside the sums tell."""
    one, other = _beside_sum(text_a, x), _beside_sum(text_b, y)
    return bool(one) and bool(other) and one.isdisjoint(other)


def _beside_sum(text: str, x: Quantity) -> frozenset[str]:
    """The words of the name that a sum is for ("a $9 million contract for Ada Holt"), else of the names before it."""
    after = _FOR_WHOM.match(text, x.span.end)
    whose = [n for n in names(text) if after and not n.kind and n.span.start == after.end()]
    near = whose or [n for n in names(text) if not n.kind and 0 <= x.span.start - n.span.end < NEAR_DEAL]
    return frozenset(word for name in near for word in name.words)


def parent(text: str, x: Quantity) -> tuple[str, frozenset[str]] | None:
    """Who has so many children, where a number tells it as "a mother of three": which parent, and the name beside."""
    found = _PARENT.search(text, max(0, x.number.start - 20), x.number.start)
    if found is None:
        return None
    named = (
        n for n in names(text)
        if not n.kind and (0 <= n.span.start - x.number.end <= BESIDE or 0 <= found.start() - n.span.end <= BESIDE)
    )  # fmt: skip
    return ("father" if found["who"].lower() in ("father", "dad") else "mother"), frozenset(
        w for n in named for w in n.words
    )


def _one_parent(one: tuple[str, frozenset[str]] | None, other: tuple[str, frozenset[str]] | None) -> bool:
    if one is None or other is None or one[0] != other[0]:
        return False
    return not (one[1] and other[1]) or not one[1].isdisjoint(other[1])


def _towards(text: str, x: Quantity) -> str:
    """The place that a distance is measured from: "940 miles south of Tehran"."""
    found = _TOWARDS.match(text, x.number.end) or _TOWARDS.match(text, x.span.end)
    return found["name"].lower() if found else ""


def _other_names(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether the clauses of two shares, scores or ages name different people or places."""
    if x.kind not in (QuantityKind.SHARE, QuantityKind.AGE, QuantityKind.SCORE):
        return False
    one, other = names_near(text_a, x), names_near(text_b, y)
    return bool(one) and bool(other) and not one & other
