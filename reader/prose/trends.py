"""Which way things go: prices that rose, a sea level that remained stable, no warming, a climate that cooled."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import islice

from reader.frozen import NamedTuple
from reader.prose import trend_words as of
from reader.prose.counted import plural
from reader.prose.polarity import negations
from reader.prose.regex import regex
from reader.prose.word_lists import placed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.prose.polarity import Negation

#: So many of one text are read; one that has more is a list.
MOST = 60
#: So many words of a group are read, and so many before a verb say how real it is; a comparison's verb stands so near.
LONGEST_GROUP, NEAR, COMPARING = 5, 4, 6
#: So many words before what it is called say which one: "oil" of prices, "sea" of ice.
TELLING = 2
#: So many words before "without" say whether it is imagined.
NOT_SO = 12
#: So many words of a rise of so much stand before the "in" of what rises.
NUMBER = 6
#: So many characters of a sentence are shown, and within so many a negation stands: of a noun, of a verb.
LONGEST, NEAR_BY, FAR = 120, 20, 60
#: What goes where something grows warmer or cooler.
WARMTH = "temperatur"
#: After what is named: it is not so, or may not be.
_DOUBTED = regex(
    r"[^,;:.!?()]{0,60}? (?:is|are|was|were) (?:not (?:\w+ )?(?:credible|real|believable|reliable|genuine)|in doubt"
    r"|an? (?:\w+ )?(?:illusion|artefact|artifact|fiction)|exaggerated|incredible|doubtful|imaginary)\b"
)
#: After a rise that isn't told of as one that is: "a rise in rents would ...".
_THEN_MAYBE = regex(r"[^,;:.!?()]{0,60}? (?:would|could|might|may)\b")
_SIGNS = frozenset(",;:.!?()")
_SIGNS_AND_QUOTES = _SIGNS | frozenset('“”"—–')
_DIGITS = "0123456789"


class Trend(NamedTuple):
    """Something that goes up or down, or doesn't."""

    span: Span  #: the words that say so
    way: int  #: 1 up, -1 down, 0 neither
    denied: int  #: of neither: the way that it is said not to go; 0 where it simply stays
    head: str  #: what goes, as a key
    words: frozenset[str]  #: which one, as keys: the words right before the head
    names: frozenset[str]  #: the capitalised words beside it
    asserted: bool = True  #: not only named: "sea-level rise", "rising prices"


def trends(text: str) -> tuple[Trend, ...]:
    """Which way things go in a text, as far as it tells what goes; told as so, not as wanted or possible."""
    return () if of.WORDS.isdisjoint(said(text)) else _read(text, told_so=True)


def trends_at_all(text: str) -> tuple[Trend, ...]:
    """The same, with what is told as wanted, possible or to come."""
    return () if of.WORDS.isdisjoint(said(text)) else _read(text, told_so=False)


@lru_cache(maxsize=8192)
def _read(text: str, *, told_so: bool) -> tuple[Trend, ...]:
    read = placed(text)
    if read is None:
        return ()
    reading = Reading(text, *read, told_so=told_so)
    found = (trend for at, word in enumerate(reading.words) if word in of.WORDS and (trend := reading.trend(at, word)))
    return tuple(islice(found, MOST))


def subject_of(text: str, at: int) -> str:
    """The key of what a verb that begins at a place is said of; "" where that can't be told."""
    read = placed(text)
    n = 0 if read is None else bisect_left(read[1], at)
    if read is None or n == len(read[1]) or read[1][n] != at:
        return ""
    reading = Reading(text, *read)
    group = reading.subject(n)
    return reading.named(group, heat=False)[0] if group else ""


class Reading:
    """One text being read, by its words and where they stand."""

    def __init__(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int], *, told_so: bool = True
    ) -> None:
        self.text, self.words, self.starts, self.ends, self.told_so = text, words, starts, ends, told_so
        self.negations: tuple[Negation, ...] | None = None  #: read when they are asked for

    def trend(self, at: int, word: str) -> Trend | None:
        """The trend that a word tells; None where it tells none."""
        if word in of.STEADY:
            return self.steady(at)
        if word in of.GONE:
            way = of.UPWARDS.get(self.word(at + 1))  # "prices have gone up by", not "the ship went down"
            return self.of_subject(at, at + 1, way) if way and self.word(at + 2) in ("by", "from") else None
        if word in of.BECOMING:
            return self.becoming(at)
        if word in of.MORE or word in of.LESS:
            return self.compared(at, word)
        if word in of.ALONG:
            return self.along(at, *of.ALONG[word])
        if word == "growing" and at and self.words[at - 1] in ("fastest", "fast"):
            return None
        after = self.word(at + 1)
        if after in ("to", "up") and of.ELSEWHERE.get(word[:6] if after == "to" else word[:4]) == after:
            return self.moving(at, word) if self.word(at + 2)[:1].isdigit() else None
        return self.moving(at, word)

    def moving(self, at: int, word: str) -> Trend | None:
        """A verb or a noun for going up or down, with what goes."""
        heat = word in of.WARMER or word in of.COOLER
        if heat and (self.word(at + 1) in of.NOT_YET or (word in ("warm", "cool") and self.describes(at))):
            return None
        none = self.none_before(at)
        if "without" in (before := self.words[max(0, at - NOT_SO) : at]) and not of.UNREAL.isdisjoint(before):
            return None  # "than it would have been without any warming"
        group, named = self.with_noun(at, word, heat=heat, none=none is not None)
        noun = bool(group)
        if not group:
            if none is not None or word in of.ONLY_NOUNS:
                return None
            group, named = self.with_verb(at, word, heat=heat)
        if not group or not self.measurable(word, group):
            return None
        head, words, names = self.named(group, heat=heat)
        if not head:
            return None
        way, end = of.WAYS[word], max(at, *group)
        negation = self.negation(at, nearly=noun) if none is None else self.starts[none]
        denied = negation is not None
        if word in of.PACES:
            head = f"{head} pace"
        if not denied and heat and noun and (over := self.ceased(at)):
            denied, end = True, over
        if not denied and (self.unreal(at, group) or (noun and (self.held(at, group) or self.doubted(end)))):
            return None
        first = min([self.starts[at], self.starts[min(group)], *([] if negation is None else [negation])])
        span = Span(first, self.ends[end])
        if span.end - span.start > LONGEST:
            span = Span(self.starts[at], self.ends[at])
        if denied:
            return Trend(span, 0, way, head, words, names)
        return Trend(span, way, 0, head, words, names, not named)

    def describes(self, at: int) -> bool:
        """Whether "warm" says what something is like: "a time of warm climate", not "cool the planet"."""
        return self.word(at + 1) in of.HEAT and (at == 0 or self.words[at - 1] not in of.BEFORE_VERBS)

    def with_noun(self, at: int, word: str, *, heat: bool, none: bool) -> tuple[list[int], bool]:
        """What goes, where the word is a noun ("an increase in crime", "no warming"), and whether it is only named
        ("sea-level rise"); no words where it is a verb."""
        if (word not in of.NOUNS and not none) or (at and self.words[at - 1] in of.BEFORE_VERBS):
            return [], False
        if heat:
            return [at], not none
        if self.word(at + 1) in ("in", "of") and self.joined(at) and (group := self.ahead(at + 2)):
            return group, False
        if not self.told_so and self.word(at + 1) == "of" and (group := self.after_number(at + 2)):
            return group, False
        if word in of.LOSSES:  # of a game, mostly
            return [], False
        return (self.back(at - 1), not none) if self.joined(at - 1) else ([], False)

    def after_number(self, at: int) -> list[int]:
        """What goes in "a rise of two degrees in water temperature": the words after how far."""
        reach = range(at + 1, min(at + NUMBER, len(self.words)))
        then = next((i for i in reach if self.words[i] == "in" and self.unbroken(i - 1, _SIGNS)), 0)
        group = self.ahead(then + 1) if then else []
        return [] if group and self.text[self.starts[group[0]]].isupper() else group

    def with_verb(self, at: int, word: str, *, heat: bool) -> tuple[list[int], bool]:
        """What goes, where the word is a verb, and whether it is only named: "rising prices"."""
        if heat:
            group = self.ahead(at + 1)
            if not self.warms(group):
                group = self.subject(at)
            return (group if self.warms(group) else []), False
        if word in of.RAISED or word in of.LOWERED:
            return self.ahead(at + 1), False
        if word in of.EITHER and (group := self.ahead(at + 1)):
            acted = at > 0 and self.joined(at - 1) and self.words[at - 1] not in of.JOINTS
            return group, word.endswith("ing") or (word.endswith("ed") and not acted)
        return self.subject(at), False

    def along(self, at: int, axis: str, way: int) -> Trend | None:
        """ "The storm weakened", "the glacier is retreating", "the north lost ice"."""
        if axis == "reach" and self.word(at + 1) == "of" and self.joined(at):  # "the melting of the glaciers"
            group = self.ahead(at + 2)
            head, words, names = self.named(group)
            span = Span(self.starts[at], self.ends[(group or [at])[-1]])
            return Trend(span, way, 0, head, words, names, asserted=False) if head else None
        done = self.ahead(at + 1)
        if axis != "stock":
            found = None if done else self.of_subject(at, at, way)
            return found if axis == "reach" else found and found._replace(head=f"{found.head} {axis}")
        if not done or not self.measurable("fell", done):
            return None
        found, what = self.of_subject(at, done[-1], way), self.named(done)[0]
        return (found and what and found._replace(head=what, words=found.words | {found.head})) or None

    def becoming(self, at: int) -> Trend | None:
        """ "Storms are becoming more frequent"."""
        way = of.MORE_SO.get(self.word(at + 1))
        if not way or not self.word(at + 2):
            return None
        found = self.of_subject(at, at + 2, way)
        return found and found._replace(head=f"{found.head} {lexicon('en').key(self.words[at + 2])}")

    def compared(self, at: int, word: str) -> Trend | None:
        """ "Turnout was 3 percent higher than in May", "is getting warmer"."""
        verb: int | None = at - 1
        if at < 2 or self.words[at - 1] not in of.BECOMING:
            if self.word(at + 1) != "than":
                return None
            verb = next((i for i in range(at - 1, max(-1, at - COMPARING), -1) if self.words[i] in of.BEING), None)
        heat = word in of.WARMER or word in of.COOLER
        return None if verb is None else self.of_subject(verb, at, of.WAYS[word], heat=heat)

    def steady(self, at: int) -> Trend | None:
        """ "Remained largely stable"."""
        i = at - 1
        while i > 0 and (self.words[i].endswith("ly") or self.words[i] in ("the", "at")):
            i -= 1
        found = self.of_subject(i, at, 0) if i >= 0 and self.words[i] in of.STAYING else None
        return found if found is None or self.negation(at) is None else None

    def of_subject(self, verb: int, at: int, way: int, *, heat: bool = False) -> Trend | None:
        """The trend of what a verb is said of, which a word at or after it tells."""
        group = self.subject(verb)
        if not group or (heat and not self.warms(group)):
            return None
        head, words, names = self.named(group, heat=heat)
        if not head or self.unreal(verb, group):
            return None
        negation = self.negation(at)
        if negation is not None:
            return Trend(Span(min(self.starts[group[0]], negation), self.ends[at]), 0, way, head, words, names)
        return Trend(Span(self.starts[group[0]], self.ends[at]), way, 0, head, words, names)

    def joined(self, at: int) -> bool:
        """Whether nothing but white space or a hyphen stands between a word and the next."""
        return at >= 0 and self.unbroken(at, _SIGNS_AND_QUOTES)

    def unbroken(self, at: int, signs: frozenset[str]) -> bool:
        """Whether none of some signs stands between a word and the next."""
        gap = self.text[self.ends[at] : self.starts[at + 1]]
        return gap == " " or signs.isdisjoint(gap)

    def none_before(self, at: int) -> int | None:
        """Where "no", "zero" or "little" stands that an increase is denied by: "no statistically significant rise"."""
        for i in range(at - 1, max(-1, at - 4), -1):
            word = self.words[i]
            if word in of.NONE:
                return i
            if word == "of" and i and self.words[i - 1] in of.LACK:
                return i - 1
            if word in of.BREAKS or word in of.JOINTS or not self.unbroken(i, _SIGNS):
                return None
        return None

    def back(self, at: int) -> list[int]:
        """The words of the group that ends at a word."""
        i = at
        while i >= 0 and at - i < LONGEST_GROUP:
            word = self.words[i]
            if word in of.BREAKS or word in of.JOINTS or word in of.ARTICLES or (i < at and not self.joined(i)):
                break
            i -= 1
        return list(range(i + 1, at + 1))

    def ahead(self, at: int) -> list[int]:
        """The words of the group that begins at a word, after its article; of "the number of cases" the cases."""
        group: list[int] = []
        for i in range(at, len(self.words)):
            word = self.words[i]
            if len(group) == LONGEST_GROUP or not self.joined(i - 1) or word in of.BREAKS:
                break
            if word == "of" and group and self.says_nothing(group):
                group = []
            elif word in of.JOINTS or (word[0].isdigit() and not group):
                break
            elif word not in of.ARTICLES:
                group.append(i)
                if plural(word) and word not in of.EMPTY:
                    break
        return group

    def subject(self, at: int) -> list[int]:
        """The words of what a verb is said of: the group before it, without what is joined to it by "in" or "from"."""
        i = at - 1
        while i >= 0 and (
            self.words[i] in of.ADVERBS
            or self.words[i].endswith("ly")
            or (not self.told_so and self.words[i] in of.BEFORE_VERBS)
        ):
            i -= 1
        if i < 0 or not all(self.joined(j) for j in range(i + 1, at)):
            return []
        if not self.joined(i) and (self.text[self.ends[i]] != "," or i == at - 1):  # "temperature, they say, has ..."
            return []
        group = self.back(i)
        while group and group[0] > 1:
            j = group[0] - 1
            while j > 0 and self.words[j] in of.ARTICLES:
                j -= 1
            if self.words[j] not in of.JOINTS or not self.joined(j) or not self.joined(j - 1):
                break
            outer = self.back(j - 1)
            if not outer or (self.words[j] == "of" and self.says_nothing(outer) and not self.says_nothing(group)):
                break
            group = outer
        return group

    def named(self, group: Sequence[int], *, heat: bool = False) -> tuple[str, frozenset[str], frozenset[str]]:
        """What a group of words names: the key of its last word that says something, those of the words before it, and
        its names."""
        key = lexicon("en").key
        told = [i for i in group if self.words[i] not in of.EMPTY and self.words[i].rstrip(_DIGITS)]
        if len(told) > 1 and self.words[told[-1]] in of.POPULATIONS:
            del told[-1]
        if heat or (told and self.words[told[-1]] in of.HEAT):
            head, rest = WARMTH, [i for i in told if self.words[i] not in of.HEAT]
        elif told:
            head, rest = key(self.words[told[-1]].rstrip(_DIGITS)), told[:-1]
        else:
            return "", frozenset(), frozenset()
        names = frozenset([self.words[i] for i in group if i and self.text[self.starts[i]].isupper()])
        return head, frozenset([key(self.words[i].rstrip(_DIGITS)) for i in rest[-TELLING:]]), names

    def says_nothing(self, group: Sequence[int]) -> bool:
        return all(self.words[i] in of.EMPTY for i in group)

    def warms(self, group: Sequence[int]) -> bool:
        return any(self.words[i] in of.HEAT for i in group)

    def measurable(self, word: str, group: Sequence[int]) -> bool:
        """Whether a word of persons and things is said of something that can be measured."""
        last = self.words[group[-1]]
        return word not in of.OF_MEASURES or last in of.MEASURABLE or last in of.EMPTY or plural(last)

    def negation(self, at: int, *, nearly: bool = False) -> int | None:
        """Where the negation of a word begins; nearly: only one that stands right before it; None where none does."""
        here, reach = self.starts[at], NEAR_BY if nearly else FAR
        for found in negations(self.text):
            if found.start < here < found.scope and here - found.end < reach:
                if nearly and not of.JOINTS.isdisjoint(said(self.text[found.end : here])):
                    continue  # "is not affected by the warming"
                how = self.text[found.start : found.start + FAR].lower()
                deed = how.startswith(of.NOT_OF_TRENDS) or (nearly and how.startswith("fail"))
                return None if deed else found.start
        return None

    def unreal(self, at: int, group: Sequence[int]) -> bool:
        """Whether it is told as possible, wanted or feared."""
        first = min(at, *group)
        if not self.told_so:
            return False
        if any(self.words[i] in of.UNREAL and not self.is_month(i) for i in range(max(0, first - NEAR), at)):
            return True
        infinitive = at > 0 and self.words[at - 1] == "to"
        return infinitive and not any(self.words[i] in of.REAL_TOO for i in range(max(0, first - 2), at))

    def held(self, at: int, group: Sequence[int]) -> bool:
        """Whether somebody is to keep it within a bound ("holding the rise in rents below 2 percent"), or it is told
        what one would do ("a rise in rents would hurt")."""
        first = min(at, *group)
        return any(self.words[i] in of.HELD for i in range(max(0, first - NEAR), first)) or (
            any(self.words[i] in of.ANY for i in range(max(0, first - NEAR), first + 1))
            and _THEN_MAYBE.match(self.text, self.ends[max(at, *group)]) is not None
        )

    def doubted(self, at: int) -> bool:
        """Whether what is named is said not to be so: "the rise in rents ... is not credible"."""
        return _DOUBTED.match(self.text, self.ends[at]) is not None

    def is_month(self, at: int) -> bool:
        """Whether "May" is the month."""
        return self.words[at] == "may" and at > 0 and self.text[self.starts[at]] == "M"

    def ceased(self, at: int) -> int:
        """The index of the word after "warming" that says that it is over: "warming has stopped"; 0 where none does."""
        at += 1 + (self.word(at + 1) in ("has", "had"))
        return at if self.word(at) in of.CEASED else 0

    def word(self, at: int) -> str:
        """The word at an index; "" after the last."""
        return self.words[at] if at < len(self.words) else ""
