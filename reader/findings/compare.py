"""Which sentences are compared, and by what: pairs in, disagreements with their sentences out."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain, combinations

from reader.findings import (
    certainty,
    date,
    left_open,
    name,
    number,
    other,
    place,
    polarity,
    quantifier,
    quotation,
    told_by,
)
from reader.findings import cues as cue
from reader.findings.around import may_overlap
from reader.findings.finding import Type
from reader.findings.lone_figure import lone
from reader.findings.matter import keys
from reader.findings.opposed import may_be_alike, opposed_of_a_subject, words_and_contraries
from reader.findings.pair import Compare, Disagreement, Told
from reader.findings.touched import NOTHING, Touched, apart, only_near
from reader.frozen import NamedTuple
from reader.prose.dates import dates
from reader.prose.lines import is_one_word
from reader.prose.names import names
from reader.prose.quotations import direct_speech, quoted_paragraphs, within
from reader.prose.regex import regex
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from reader.align.links import Alignment
    from reader.story import Cluster, Version

#: What looks for which type of contradiction. Where two see the same words, the earlier one is heard.
COMPARERS: Mapping[Type, Compare] = {
    Type.NUMBER: number.compare,
    Type.DATE: date.compare,
    Type.PLACE: place.compare,
    Type.NAME: name.compare,
    Type.POLARITY: polarity.compare,
    Type.QUANTIFIER: quantifier.compare,
    Type.CERTAINTY: certainty.compare,
    Type.QUOTATION: quotation.compare,
    Type.OTHER: other.compare,
}
#: Whether a sentence has what a module compares, where both must have it...
SPEAKS: Mapping[Type, Callable[[Told], bool]] = {
    Type.NUMBER: number.speaks,
    Type.DATE: date.speaks,
    Type.PLACE: place.speaks,
    Type.NAME: name.speaks,
    Type.POLARITY: polarity.speaks,
    Type.QUANTIFIER: quantifier.speaks,
    Type.QUOTATION: quotation.speaks,
    Type.OTHER: other.speaks,
}
#: ...and where one of the two is enough. A module is asked only about pairs that it can say something of.
SPEAKS_ALONE: Mapping[Type, Callable[[Told], bool]] = {
    Type.POLARITY: polarity.speaks_alone,
    Type.QUANTIFIER: quantifier.speaks_alone,
    Type.CERTAINTY: certainty.speaks_alone,
    Type.OTHER: other.speaks_alone,
}

#: What a sentence touches that another must touch, and say something else of, for a module to see anything between the
#: two: a quick look.
TOUCHES: Mapping[Type, Callable[[Told], Touched]] = {
    Type.NUMBER: number.touches,
    Type.DATE: date.touches,
    Type.PLACE: place.touches,
    Type.NAME: name.touches,
    Type.OTHER: other.touches,
}

#: More sentences than this in one passage are not compared all with all...
MANY = 24
#: ...but each with about so many of them.
STANDING_FOR_MANY = 12
#: So many sentences that say what is not known are compared with every sentence of the other versions.
MOST_QUESTIONS = 50
#: Two quotations that share so many words of matter may be of one utterance, wherever they stand...
LEAST_IN_COMMON = 3
#: ...unless these words are in so many quotations that they tell nothing.
MOST_QUOTED = 24
#: The readings of so many sentences are kept.
READ = 16384
#: So many pairs are compared by one module before the next one is asked.
TOGETHER = 512
#: How many sentences at the beginning of a version are its headline and its lead.
LEADS = 2

#: What counts only between sentences that share most of their words is of one thing only where they share this much.
LEAST_NEAR = min(place.ONE_THING, place.ONE_PLACE, name.ONE_THING, name.SAME_WORDS, told_by.ALIKE)

#: What sees opposites: even where nothing is touched, if a word of one sentence is the opposite of one of the other's.
OF_OPPOSITES = (Type.POLARITY, Type.OTHER)

#: What is so on one day need not be so on another.
OF_ONE_DAY = (Type.POLARITY, Type.QUANTIFIER, Type.CERTAINTY, Type.OTHER)

ALL = tuple(COMPARERS)
# A bit for each type: thousands of pairs are asked for theirs.
_AT = {kind: n for n, kind in enumerate(ALL)}
#: What a sentence in English must have a cue of to be asked; every sentence is, where nothing is said of it here.
CUES_TOGETHER = {
    Type.POLARITY: cue.OPPOSABLE,
    Type.QUANTIFIER: cue.SCALED | cue.DEED | cue.SUPERLATIVE,
    Type.OTHER: cue.OPPOSABLE | cue.DIRECTED | cue.DAMAGED | cue.ALTERNATIVE | cue.DYING,
}
#: The same for what it touches: words that have an opposite touch nothing.
CUES_TOUCHED = {Type.OTHER: CUES_TOGETHER[Type.OTHER] & ~cue.OPPOSABLE}
CUES_ALONE = {
    Type.POLARITY: cue.DENYING | cue.ABSENT | cue.OTHERWISE,
    Type.QUANTIFIER: cue.SEVERAL | cue.NOBODY | cue.SOFTENED,
    Type.CERTAINTY: cue.DOUBTING | cue.OPEN | cue.CALLED,
    Type.OTHER: cue.TRIED,
}
_TOGETHER = tuple((1 << _AT[kind], CUES_TOGETHER.get(kind, -1), speaks) for kind, speaks in SPEAKS.items())
_ALONE = tuple((1 << _AT[kind], CUES_ALONE.get(kind, -1), speaks) for kind, speaks in SPEAKS_ALONE.items())
_TOUCHING = tuple((1 << _AT[kind], CUES_TOUCHED.get(kind, -1), touches) for kind, touches in TOUCHES.items())
_ALWAYS = 1 << 62
_ALL_TOUCHING = sum(bit for bit, _, _ in _TOUCHING)
#: Bits of types that touch something -> each of them, with where the table of those has it.
_TOUCHING_OF = {
    bits: tuple((at, bit) for at, (bit, _, _) in enumerate(_TOUCHING) if bits & bit)
    for bits in range(_ALL_TOUCHING + 1)
    if bits & _ALL_TOUCHING == bits
}
_POLARITY = 1 << _AT[Type.POLARITY]
_OF_ONE_DAY = sum(1 << _AT[kind] for kind in OF_ONE_DAY)
_OF_OPPOSITES = sum(1 << _AT[kind] for kind in OF_OPPOSITES)
_DAYS = frozenset(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))
_MAY_BE_DAY = regex(r"[FMSTW][a-z]{2,5}day\b")


class Seen(NamedTuple):
    """A disagreement with the two sentences that it was seen between."""

    a: Told
    b: Told
    found: Disagreement


class Ahead(NamedTuple):
    """What was found out before anybody asked."""

    read: dict[str, Speaking]  #: sentence id -> what it speaks of
    seen: dict[tuple[str, str], list[Seen]]  #: ids as ``pair`` has them -> what was seen between the two


def tell(cluster: Cluster, versions: Iterable[Version]) -> dict[str, Told]:
    """Sentence id -> the sentence as the contradiction modules read it; only sentences that report something."""
    found: dict[str, Told] = {}
    for version in versions:
        quotes = {
            p.id: direct_speech(p.text, found) if p.kind is Kind.BODY else found
            for p, found in zip(version.paragraphs, quoted_paragraphs(p.text for p in version.paragraphs), strict=True)
        }
        before, published = "", version.published_date
        for here in cluster.places(version.id):
            if not here.paragraph.kind.tells:
                continue
            sentence, text = here.sentence, here.text
            found[sentence.id] = Told(
                version.id,
                version.outlet,
                sentence.id,
                text,
                sentence.start,
                published,
                version.language or "en",
                before,
                within(quotes[here.paragraph.id], sentence.start, sentence.end),
                version.text,
            )
            before = text
    return found


def pair(a: Told, b: Told) -> tuple[str, str]:
    """The two sentences' ids, the same whichever comes first."""
    return (a.sentence, b.sentence) if a.sentence < b.sentence else (b.sentence, a.sentence)


def texts_of(told: Iterable[Told]) -> dict[str, set[str]]:
    """Version -> the sentences that it has."""
    found: dict[str, set[str]] = {}
    for one in told:
        found.setdefault(one.version, set()).add(one.text)
    return found


def told_in_both(a: Told, b: Told, texts: Mapping[str, Container[str]]) -> bool:
    """Whether either sentence stands word for word in the other's version: then nothing differs."""
    return a.text in texts[b.version] or b.text in texts[a.version]


def pairs(alignment: Alignment, told: Mapping[str, Told]) -> Iterator[tuple[Told, Told]]:
    """The pairs of sentences of two versions that may report the same thing.

    Those of one passage, those linked, the leads, and those too unsure to be linked: a contradiction can stand between
    sentences that nobody would set side by side, and each module asks for itself whether the two speak of one thing.
    """
    row: dict[str, str] = {}
    for passage in alignment.passages:
        here = [told[s] for ids in passage.sentences.values() for s in ids if s in told]
        if len(here) > 1:
            yield from _spread(here)
        for one in here:
            row[one.sentence] = passage.id
    seen: set[tuple[str, str]] = set()
    unsure = [(x.a, x.b) for x in (*alignment.links, *alignment.near) if x.a in told and x.b in told]
    for a, b in chain(unsure, ((one.sentence, two.sentence) for one, two in _spread(leads(told)))):
        if row[a] != row[b] and (a, b) not in seen and (b, a) not in seen:
            seen.add((a, b))
            yield told[a], told[b]


def questions(told: Mapping[str, Told], compared: Callable[[str, str], bool]) -> Iterator[tuple[Told, Told]]:
    """What a version says is not known, with the sentences of the others that may tell it, wherever they stand.

    Only pairs that are not ``compared`` anyway; an answer shares words with its question, but few.
    """
    chosen = sorted(asking(told), key=_first)[:MOST_QUESTIONS]
    if not chosen:
        return
    about = {one.sentence: keys(one.text, one.language) for one in told.values()}
    for a in chosen:
        for b in told.values():
            if (
                a.version != b.version
                and about[a.sentence] & about[b.sentence]
                and not compared(a.sentence, b.sentence)
            ):
                yield a, b


def asking(told: Mapping[str, Told]) -> list[Told]:
    """The sentences that say what is not known."""
    several = (one for one in told.values() if not is_one_word(one.text))
    return [one for one in several if cue.cues(one.text) & cue.OPEN and left_open.asks(one.text)]


def facts(
    told: Mapping[str, Told],
    compared: Callable[[str, str], bool],
    read: Callable[[Told], tuple[str, ...]] = number.facts,
) -> Iterator[tuple[Told, Told]]:
    """Sentences that tell of one thing what is the same wherever it is told, and are not ``compared`` anyway.

    read: what a sentence tells such a thing of; by default what it gives a number for.
    """
    giving: dict[str, list[Told]] = {}
    for one in told.values():
        for fact in () if is_one_word(one.text) else read(one):
            giving.setdefault(fact, []).append(one)
    seen: set[tuple[str, str]] = set()
    for here in giving.values():
        for a, b in _spread(here):
            if not compared(a.sentence, b.sentence) and (a.sentence, b.sentence) not in seen:
                seen |= {(a.sentence, b.sentence), (b.sentence, a.sentence)}
                yield a, b


def utterances(told: Mapping[str, Told], compared: Callable[[str, str], bool]) -> Iterator[tuple[Told, Told]]:
    """Sentences of two versions that quote much the same words and are not ``compared`` anyway: one version may quote
    in a headline, or at the end, what another quotes where it is told."""
    with_word: dict[str, list[Told]] = {}
    for one in told.values():
        for word in quotation.utterance(one) if one.quotes else ():
            with_word.setdefault(word, []).append(one)
    common: Counter[tuple[str, str]] = Counter()
    for here in with_word.values():
        if len(here) <= MOST_QUOTED:
            common.update((a.sentence, b.sentence) for a, b in combinations(here, 2) if a.version != b.version)
    for (a, b), words in sorted(common.items()):
        if words >= LEAST_IN_COMMON and not compared(a, b):
            yield told[a], told[b]


def _spread(here: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of sentences of different versions: all of them, or where there are many, each with some that differ.

    Whoever disagrees with any of many disagrees with some of those that stand for them, so that nothing but the number
    of pairs is lost; they are chosen by their words, whatever the order of the versions.
    """
    if len(here) <= MANY:
        yield from [(a, b) for a, b in combinations(here, 2) if a.version != b.version]
        return
    ordered = sorted(here, key=lambda one: (one.text, one.before))
    chosen = {one.sentence: one for one in ordered[:: max(1, len(ordered) // STANDING_FOR_MANY)]}
    for a in here:
        for b in chosen.values():
            if a.version != b.version and (a.sentence not in chosen or a.sentence < b.sentence):
                yield a, b


def leads(told: Mapping[str, Told]) -> list[Told]:
    """The first sentences of each version, which all tell what the story is about: its headline and its lead."""
    found: list[Told] = []
    count: Counter[str] = Counter()
    for one in told.values():
        count[one.version] += 1
        if count[one.version] <= LEADS:
            found.append(one)
    return found


def disagreements(pair: tuple[Told, Told], types: Iterable[Type] = ALL) -> list[Seen]:
    """What the modules see between two sentences, one disagreement for the same words.

    The two are always read in the same order, whichever comes first on screen, so that the order of the versions can't
    change the answer.
    """
    a, b = _in_order(pair)
    speaking = _asked(a, b, _speaking(a), _speaking(b))
    found: list[Seen] = []
    for compare in _comparers(speaking, tuple(types)) if speaking else ():
        _add(found, a, b, compare)
    return _not_told_in_both(found)


def each(pairs: Sequence[tuple[Told, Told]], ahead: Ahead | None = None) -> Iterator[Seen]:
    """The ``disagreements`` of many pairs, one pair after the other; ahead: what is known of them already."""
    known, seen = (dict(ahead.read), ahead.seen) if ahead else ({}, {})
    for begin in range(0, len(pairs), TOGETHER):
        block = pairs[begin : begin + TOGETHER]
        if not seen:
            yield from chain.from_iterable(compared(block, known))
            continue
        named = [(pair(a, b), (a, b)) for a, b in block]
        new = iter(compared([both for ids, both in named if ids not in seen], known))
        for ids, _ in named:
            yield from seen[ids] if ids in seen else next(new)


def compared(pairs: Iterable[tuple[Told, Told]], known: dict[str, Speaking]) -> list[list[Seen]]:
    """The ``disagreements`` of each of some pairs. known: what sentences speak of, by id; those of the pairs join.

    Sentences are read, and pairs compared, by one module after the other: what a module needs is near when it has just
    been used, and far when eight others were asked meanwhile. It saves a fifth of the time.
    """
    block = list(map(_in_order, pairs))
    new = {one.sentence: one for both in block for one in both if one.sentence not in known}
    known.update(zip(new, read(list(new.values())), strict=True))
    asked = [_asked(a, b, known[a.sentence], known[b.sentence]) for a, b in block]
    seen: list[list[Seen]] = [[] for _ in block]
    worth = [n for n, speaking in enumerate(asked) if speaking]
    for kind, compare in COMPARERS.items():
        bit = 1 << _AT[kind]
        for n in worth:
            if asked[n] & bit:
                _add(seen[n], *block[n], compare)
    return list(map(_not_told_in_both, seen))


def _in_order(pair: tuple[Told, Told]) -> tuple[Told, Told]:
    """Two sentences as they are read: whichever comes first on screen."""
    a, b = pair
    return (b, a) if b.text < a.text or (b.text == a.text and _first(b) < _first(a)) else pair


def _add(found: list[Seen], a: Told, b: Told, compare: Compare) -> None:
    """What a module sees, but for words that another has seen something of."""
    for disagreement in compare(a, b):
        if not any(_same_words(disagreement, other.found) for other in found):
            found.append(Seen(a, b, disagreement))


def _not_told_in_both(found: list[Seen]) -> list[Seen]:
    """What was seen between two sentences; nothing where one is told in both: neither can contradict the other by
    it."""
    if found:
        a, b, _ = found[0]
        if a.text in b.whole or b.text in a.whole:
            return []
    return found


@lru_cache(maxsize=1024)
def _comparers(speaking: int, types: tuple[Type, ...]) -> tuple[Compare, ...]:
    return tuple(COMPARERS[kind] for kind in types if speaking & 1 << _AT[kind])


def _asked(a: Told, b: Told, of_a: Speaking, of_b: Speaking) -> int:
    """The types that something can be seen of between two sentences, a bit for each."""
    with_ours, alone_ours, ours, _, contraries_of_ours = of_a
    with_theirs, alone_theirs, theirs, their_opposable, _ = of_b
    speaking = with_ours & with_theirs
    alone = alone_ours | alone_theirs
    if speaking & _OF_OPPOSITES:
        if contraries_of_ours.isdisjoint(their_opposable):
            speaking &= ~_POLARITY
        elif may_be_alike(a.text, b.text):
            alone |= speaking & _OF_OPPOSITES
        elif not opposed_of_a_subject(a.text, b.text):
            speaking &= ~_POLARITY
    for at, bit in _TOUCHING_OF[speaking & _ALL_TOUCHING]:
        mine, its = ours[at], theirs[at]
        if (
            mine[0].isdisjoint(its[0])  # as ``apart`` sees too, which most pairs needn't be asked
            or (mine[1] is not None and mine[1] == its[1])
            or not apart(mine, its)
            or (only_near(mine, its) and not may_overlap(a.text, b.text, LEAST_NEAR, max(mine.spared, its.spared)))
        ):
            speaking ^= bit
    speaking |= alone
    if speaking & _OF_ONE_DAY and "day" in a.text and "day" in b.text and _on_other_days(a.text, b.text):
        speaking &= ~_OF_ONE_DAY
    return speaking


def _on_other_days(text_a: str, text_b: str) -> bool:
    """Whether both name weekdays, and none that is the same."""
    ours, theirs = _days(text_a), _days(text_b)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=READ)
def _days(text: str) -> frozenset[str]:
    """The weekdays that a sentence names."""
    return _DAYS.intersection(_MAY_BE_DAY.findall(text))


class Speaking(NamedTuple):
    """What a sentence speaks of, read once for all pairs that it is of; a bit for each type."""

    together: int  #: types that it speaks of with another that does
    alone: int  #: types for which one of the two is enough
    touched: tuple[Touched, ...]  #: what it touches, as the table has the types
    opposable: frozenset[str]  #: its words that have an opposite...
    contraries: frozenset[str]  #: ...and their opposites


@lru_cache(maxsize=READ)
def _speaking(told: Told) -> Speaking:
    return read([told])[0]


def read(sentences: Sequence[Told]) -> list[Speaking]:
    """What each of some sentences speaks of, read by one module after the other."""
    everywhere = range(len(sentences))
    for one in sentences:
        if one.language == "en":
            lone(one.text)
    for one in sentences:
        if one.language == "en":
            dates(one.text, one.published)
    for one in sentences:
        if one.language == "en":
            names(one.text)
    cued = [cue.cues(one.text) | _ALWAYS if one.language == "en" else -1 for one in sentences]
    together, alone = [0] * len(sentences), [0] * len(sentences)
    for found, asked in ((together, _TOGETHER), (alone, _ALONE)):
        for bit, needed, speaks in asked:
            for n in everywhere:
                if cued[n] & needed and speaks(sentences[n]):
                    found[n] |= bit
    touched = [
        [touches(sentences[n]) if together[n] & bit and cued[n] & needed else NOTHING for n in everywhere]
        for bit, needed, touches in _TOUCHING
    ]
    return [
        Speaking(together[n], alone[n], touching, *words_and_contraries(sentences[n].text))
        if together[n] & _OF_OPPOSITES
        else Speaking(together[n], alone[n], touching, _NO_WORDS, _NO_WORDS)
        for n, touching in enumerate(zip(*touched, strict=True))
    ]


_NO_WORDS: frozenset[str] = frozenset()


def _first(told: Told) -> tuple[str, str, str]:
    """What decides which of two sentences is read first."""
    return told.text, told.before, str(told.published)


def _same_words(one: Disagreement, other: Disagreement) -> bool:
    return (
        one.a.start < other.a.end
        and other.a.start < one.a.end
        and one.b.start < other.b.end
        and other.b.start < one.b.end
    )
