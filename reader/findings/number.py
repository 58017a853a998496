"""Quantities that disagree: the same thing measured or counted, with values that can't both be right."""

from __future__ import annotations

from functools import lru_cache

from reader.findings import change, figures, life, lifetime, lone_figure, of_their_own, rank, regnal, stretch
from reader.findings.cues import CHANGED, NUMBERED, RANKED, cues
from reader.findings.date import clash, dated, heard
from reader.findings.finding import Type
from reader.findings.groups import aged, befalls, denied, elsewhere, one_person, sums
from reader.findings.lone_figure import lone
from reader.findings.of_another import of_another
from reader.findings.pair import SHOWN, Disagreement, Told
from reader.findings.reach import of_one_case, unseen
from reader.findings.same_quantity import alike, comparable, marks, parent, turnout
from reader.findings.subject import one_subject, subjects
from reader.findings.touched import Touched
from reader.findings.value import canonical, relation, same
from reader.frozen import NamedTuple
from reader.prose.counted import plural
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, Quantity, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

#: Pairs of quantities must be this much alike in what they measure before their values are compared.
ENOUGH = 0.5
#: Pairs that are at least so much alike support a disagreement of the same values that is seen elsewhere.
WEAK = 0.35
#: So much less sure it is where only one of the two is told of a month or a year.
OTHER_DAYS = 0.12
#: Where one version gives both numbers it must be this sure that they are of one thing.
SURE = 0.65
#: Where a sentence lists more numbers than this, only so many are compared: a table is no sentence.
MOST = 30
#: How sure it is that one thing has so many of another, in sentences that say little else of it.
OF_ONE_THING = 0.6
#: How sure it is that two ages are of one person where those beside them are the same.
OF_ONE_GROUP = 0.6
_LISTED = regex(r",? (?:and|&) ")
_HAS = regex(
    r"\b(?:has|have|had|contains?|contained|compris(?:es?|ed)|consist(?:s|ed)? of|made up of|runs? to|ran to) $"
)
#: A number above this that both sentences give is no coincidence, whatever they say it counts.
TELLING = 12


#: Numbers that are compared by rules of their own, where both sentences have such.
_OF_THEIR_OWN = (("rank", rank, RANKED), ("regnal", regnal, NUMBERED), ("change", change, CHANGED))


def speaks(told: Told) -> bool:
    """Whether a sentence has what this compares; both must."""
    if not told.language.startswith("en"):
        return figures.speaks(told, Type.NUMBER)
    here = _heard(told)
    return here.figure is not None or here.lives or here.stretches or bool(here.own) or bool(_told(told))


def touches(told: Told) -> Touched:
    """What two sentences must touch in common for ``compare`` to see anything, and the figure where it is bare and
    alone: two such sentences with the same figure don't disagree."""
    if not told.language.startswith("en"):
        return Touched(frozenset((("language", told.language),)))
    here, found = _heard(told), _marks(told.text)
    life = here.lives or here.acts
    if not (life or here.stretches or here.own):
        return Touched(found, here.figure)
    more = [*([("life",)] if life else ()), *([("stretch",)] if here.stretches else ()), *((own,) for own in here.own)]
    return Touched(found.union(more))


class _Heard(NamedTuple):
    """What a sentence may be compared by, looked up once for all its pairs."""

    figure: str | None  #: where it is bare and alone
    lives: bool
    acts: bool
    stretches: bool
    own: frozenset[str]  #: of the kinds that have rules of their own


@lru_cache(maxsize=16384)
def _heard(told: Told) -> _Heard:
    figure, times = lone(told.text), heard(told)
    cue = cues(told.text)
    own = [kind for kind, module, cued in _OF_THEIR_OWN if cue & cued and module.tells(told)]
    own += of_their_own.kinds(told, _told(told) if figure is None else ())
    return _Heard(figure.figure if figure else None, times.lives, times.acts, times.stretches, frozenset(own))


@lru_cache(maxsize=16384)
def _marks(text: str) -> frozenset[Hashable]:
    """The marks of a sentence's quantities; of a lone figure, without reading it."""
    figure = lone(text)
    return marks(text) if figure is None else lone_figure.marks(text, figure)


def facts(told: Told) -> tuple[str, ...]:
    """What a sentence gives a number for that is the same wherever it is told: the age of somebody, how many
    live somewhere, a magnitude."""
    if not told.language.startswith("en"):
        return ()
    here = _heard(told)
    read = _told(told) if here.figure is None else ()  # nobody's age, and no magnitude
    if not (read or here.lives or here.acts):
        return ()
    found = [f"age of {name.words[-1]}" for x in read if (name := aged(told.text, x)) and name.words]
    found += (f"life of {name.words[-1]}" for name in (*life.people(told), *lifetime.whose(told)) if name.words)
    if "population" in told.text or "home to" in told.text:
        found += ("population" for x in read if befalls(told.text, x) == "living")
    if "urnout" in told.text or "voters" in told.text:
        found += ("turnout" for x in read if turnout(told.text, x))
    found += (f"children of a {of[0]}" for x in read if x.head == "child" and (of := parent(told.text, x)))
    found += ("magnitude" for x in read if x.head == "magnitud" and x.kind is QuantityKind.MEASURE)
    return tuple(dict.fromkeys(found))


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about quantities between two linked sentences."""
    if not (a.language.startswith("en") and b.language.startswith("en")):
        if a.language == b.language:
            yield from figures.compare(a, b, Type.NUMBER)
        return
    mine, its = _heard(a), _heard(b)
    reckoned = list(life.ages(a, b)) if mine.lives and its.lives else []
    if not reckoned and (mine.lives or its.lives):
        reckoned += lifetime.ages(a, b)
    yield from reckoned
    if mine.stretches and its.stretches:
        yield from stretch.compare(a, b, Type.NUMBER)
    for kind, compare_own, _ in _OF_THEIR_OWN:
        if kind in mine.own and kind in its.own:
            yield from compare_own.compare(a, b)
    if both := mine.own & its.own:
        yield from of_their_own.compare(a, b, both)
    if mine.figure is not None and mine.figure == its.figure:
        return  # one figure on both sides, the same, and nothing else that counts
    if _marks(a.text).isdisjoint(_marks(b.text)) or _values(a) == _values(b):
        return
    ours, theirs = _told(a), _told(b)
    relations = {(i, j): relation(x, y) for i, x in enumerate(ours) for j, y in enumerate(theirs) if comparable(x, y)}
    apart = [pair for pair, found in relations.items() if found.strength is not None]
    if all(_like(a, ours[i], b, theirs[j]) < WEAK for i, j in apart):
        return
    likes = {(i, j): _like(a, x, b, y) for i, x in enumerate(ours) for j, y in enumerate(theirs)}
    agreed = [pair for pair, found in relations.items() if found.strength is None and likes[pair] > 0]
    agreed += _repeated(ours, theirs, likes)
    used_a, used_b = {i for i, _ in agreed}, {j for _, j in agreed}
    ranked = sorted(((like, pair) for pair, like in likes.items() if like >= WEAK), key=lambda x: (-x[0], sum(x[1])))
    for like, (i, j) in ranked:
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        x, y, found = ours[i], theirs[j], relations[i, j]
        telling = _both_told(a, x, b, y)
        if all(telling) or (any(telling) and like < SURE) or denied(a.text, x) or denied(b.text, y):
            continue
        if unseen(a.text, x) or unseen(b.text, y) or not of_one_case(a.text, b.text):
            continue
        if found.strength is None or sums(x, theirs) or sums(y, ours):
            continue
        if any(one.a.start <= x.number.start < one.a.end for one in reckoned):
            continue
        confidence = round(min(0.97 if like >= ENOUGH else SHOWN - 0.1, found.weight * (0.45 + 0.5 * like)), 2)
        yield Disagreement(
            Type.NUMBER, found.strength, x.number, y.number, canonical(x), canonical(y), _about(a.text, x, b.text, y),
            f"number: {found.rule}", confidence,
        )  # fmt: skip


#: What something is, it is in every year that its sentence names: "is a seven-member band that began in 2010".
_IS_A = regex(r"\bis an? $")
_ENDS_IN_FIGURE = regex(r"\d\.\s*$")
_FIGURE_NEXT = regex(r"\s*\d")
_FIGURES = regex(r"\d(?:[\d.,]*\d)?")
_WHOLE_FIGURES = regex(rf"(?<![\d.,]){_FIGURES.pattern}")
#: A figure's unit stands within so many characters.
_BESIDE = 30


@lru_cache(maxsize=8192)
def _told(told: Told) -> tuple[Quantity, ...]:
    """The quantities of a sentence, without those that the end of the sentence cuts in two: "magnitude 6." "4 on the
    scale"."""
    found = quantities(told.text)
    if found and found[0].number.start == 0 and _ENDS_IN_FIGURE.search(told.before):
        found = found[1:]
    if found and _ENDS_IN_FIGURE.search(told.text) and found[-1].number.end >= len(told.text.rstrip()) - 1:
        at = told.whole.find(told.text)
        if at >= 0 and _FIGURE_NEXT.match(told.whole, at + len(told.text)):
            found = found[:-1]
    return found[:MOST]


@lru_cache(maxsize=8192)
def _values(told: Told) -> tuple[tuple[object, ...], ...]:
    """What the quantities of a sentence say, wherever they stand: sentences that say the same don't disagree."""
    return tuple(q[2:] for q in _told(told))


def _both_told(a: Told, x: Quantity, b: Told, y: Quantity) -> tuple[bool, bool]:
    """Whether the first version gives the second's figure too, anywhere, and the other way round."""
    if x.kind is QuantityKind.SCORE or same(x.value, y.value):
        return False, False
    return _tells(a, b.text, y), _tells(b, a.text, x)


def _tells(told: Told, text: str, x: Quantity) -> bool:
    """Whether a version gives a figure anywhere, or the same share in other words: "one in seven", "5 per cent"."""
    figure = _FIGURES.search(text, x.number.start, x.number.end)
    counted = x.dimension is Dimension.COUNT  # small numbers are given of much, but not with one unit
    if (
        figure is not None
        and not (counted and len(figure.group()) == 1)
        and any(same(x.value, value) for value in _holds(told.whole, figure.group(), x.dimension))
    ):
        return True
    return x.kind is QuantityKind.SHARE and any(same(x.value, share) for share in _shares(told.whole))


@lru_cache(maxsize=16384)
def _holds(text: str, figure: str, dimension: Dimension) -> tuple[float, ...]:
    """The values of one dimension that a text gives with a figure."""
    found = _figures(text).get(figure, ())
    near = (quantities(text[max(0, at - _BESIDE) : at + len(figure) + _BESIDE]) for at in found[:MOST])
    return tuple(q.value for read in near for q in read if q.dimension is dimension)


@lru_cache(maxsize=512)
def _figures(text: str) -> dict[str, list[int]]:
    """Where each figure of a text begins: looked up once, so that many figures take no longer."""
    found: dict[str, list[int]] = {}
    for match in _WHOLE_FIGURES.finditer(text):
        found.setdefault(match.group(), []).append(match.start())
    return found


@lru_cache(maxsize=64)
def _shares(text: str) -> frozenset[float]:
    return frozenset(x.value for x in quantities(text) if x.kind is QuantityKind.SHARE)


def _both_have(a: Told, x: Quantity, b: Told, y: Quantity) -> bool:
    """Whether both say of one thing that it has so many of the same: "contains 1,022 lines" beside "has 100 lines"."""
    if not x.head or x.head != y.head or not x.kind is y.kind is QuantityKind.COUNT or x.modifiers != y.modifiers:
        return False
    if not (_HAS.search(a.text, 0, x.number.start) and _HAS.search(b.text, 0, y.number.start)):
        return False
    return one_subject(a, subjects(a.text, x.number.start), b, subjects(b.text, y.number.start))


def _else_of_one_age(a: Told, x: Quantity, b: Told, y: Quantity) -> bool:
    """Whether two ages stand beside one that is the same in both, and one of the two in a plain list: "68 and 48"."""
    ours, theirs = _beside_ages(a, x), _beside_ages(b, y)
    return any(
        same(one.value, other.value) and (_LISTED.fullmatch(gap) or _LISTED.fullmatch(other_gap))
        for one, gap in ours
        for other, other_gap in theirs
    )


def _beside_ages(told: Told, x: Quantity) -> list[tuple[Quantity, str]]:
    """The ages before and after one, with what stands between."""
    ages = [q for q in _told(told) if q.kind is QuantityKind.AGE]
    at = ages.index(x)
    found = [(ages[at - 1], told.text[ages[at - 1].number.end : x.number.start])] if at else []
    if at + 1 < len(ages):
        found.append((ages[at + 1], told.text[x.number.end : ages[at + 1].number.start]))
    return found


def _like(a: Told, x: Quantity, b: Told, y: Quantity) -> float:
    """How sure it is that two quantities measure the same thing at the same time."""
    like = alike(a.text, x, b.text, y)
    if like < ENOUGH and _both_have(a, x, b, y):
        like = OF_ONE_THING
    if like < ENOUGH and x.kind is y.kind is QuantityKind.AGE and _else_of_one_age(a, x, b, y):
        like = OF_ONE_GROUP
    if like < ENOUGH:
        return like
    people = aged(a.text, x), aged(b.text, y)
    if people[0] and people[1] and not one_person(people[0], people[1], a.whole, b.whole):
        return 0.0
    if of_another(a, x, b, y):
        return 0.0
    kept = _IS_A.search(a.text, 0, x.number.start) and _IS_A.search(b.text, 0, y.number.start)
    if (not kept and clash(a, x.span, b, y.span)) or elsewhere(a.text, x, b.whole) or elsewhere(b.text, y, a.whole):
        return 0.0
    if dated(a, x.span) != dated(b, y.span):
        like -= OTHER_DAYS * (3 if x.kind is QuantityKind.ORDINAL else 1)
    return like


def _repeated(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], likes: dict[tuple[int, int], float]
) -> list[tuple[int, int]]:
    """Pairs that give one telling number for what seem to be two things: "2,532 cases, 560 discharged" and "560
    cases"."""
    return [
        (i, j)
        for (i, j), like in likes.items()
        if not like
        and ours[i].dimension is theirs[j].dimension is Dimension.COUNT
        and ours[i].value > TELLING
        and same(ours[i].value, theirs[j].value)
    ]


_BEFALLEN = {
    "dead": "how many were killed", "hurt": "how many were hurt", "missing": "how many are missing",
    "arrested": "how many were arrested", "rescued": "how many were rescued", "displaced": "how many had to leave",
    "living": "how many people live there",
}  # fmt: skip
_KINDS = {QuantityKind.AGE: "age", QuantityKind.SCORE: "score or vote"}
_MEASURES = {"magnitud": "magnitude", "popul": "population", "averag": "average", "valu": "value",
    "major": "majority", "age": "age", "child": "number of children",
}  # fmt: skip
_DIMENSIONS = {
    Dimension.MONEY: "sum of money", Dimension.SHARE: "share", Dimension.DURATION: "how long",
    Dimension.LENGTH: "distance or length", Dimension.COUNT: "number",
}  # fmt: skip


def _about(text_a: str, x: Quantity, text_b: str, y: Quantity) -> str:
    """What two quantities disagree about, in a few words of the texts."""
    if x.kind in _KINDS:
        whose = [text[n.span.start : n.span.end] for text, q in ((text_a, x), (text_b, y)) if (n := aged(text, q))]
        return _KINDS[x.kind] + (f" of {max(whose, key=lambda name: (len(name), name))}" if whose else "")
    if turnout(text_a, x) and turnout(text_b, y):
        return "turnout"
    if QuantityKind.COUNT in (x.kind, y.kind):
        does = befalls(text_a, x) or befalls(text_b, y)
        if does:
            return _BEFALLEN[does]
    if x.head in _MEASURES or y.head in _MEASURES:
        return _MEASURES.get(x.head) or _MEASURES[y.head]
    if x.dimension is Dimension.LENGTH:
        return _DIMENSIONS[x.dimension]
    named = [(text, q) for text, q in ((text_a, x), (text_b, y)) if q.head and q.span.end > q.number.end]
    if not named:
        return _DIMENSIONS.get(x.dimension, x.dimension.value)
    many = [pair for pair in named if pair[1].value != 1] or named
    words = min((_things(text, q) for text, q in many), key=lambda words: (len(words), words))
    prefix = {QuantityKind.COUNT: "number of ", QuantityKind.ORDINAL: "which ", QuantityKind.SHARE: "share of "}
    if x.kind is QuantityKind.COUNT and words and not plural(words.split()[-1]):
        return words  # "a .38 caliber revolver" counts nothing
    return prefix.get(x.kind, "") + words


_JOINED = regex(r"-(?P<noun>[a-z]{2,}) ")
_PLURALS = {"man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet"}
_LEADING = listed("of the its his her their our other more worth")


def _things(text: str, quantity: Quantity) -> str:
    """The words for the thing counted, without what only leads to it: "of its villages" gives "villages"."""
    joined = _JOINED.match(text, quantity.number.end)
    if joined is not None and quantity.kind is not QuantityKind.ORDINAL:  # "a seven-member board"
        return _PLURALS.get(joined["noun"], f"{joined['noun']}s")
    words = text[quantity.number.end : quantity.span.end].strip(" -–—“”\"‘’'").split()
    while len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    return " ".join([*words[:-1], words[-1] if words[-1].isupper() else words[-1].lower()]) if words else ""
