"""What is said to cause what: a fire caused by a spark, smoke that led to a rise in fares, a natural quake."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice

from reader.frozen import NamedTuple
from reader.prose import trend_words as of
from reader.prose.polarity import negations
from reader.prose.regex import regex
from reader.prose.trends import Reading, trends
from reader.prose.word_lists import listed, placed, said
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.prose.trends import Trend

#: So many of one text are read, and so many characters of one are shown.
MOST, LONGEST = 20, 110
#: What is caused stands within so many characters before "caused by", and after "caused"; a negation within so many.
BEFORE, AFTER, NEAR_BY = 80, 50, 40
#: So many words for what causes something are read.
LONGEST_CAUSE = 16

_LY = r"(?:(?:\w+ly|in large part|at least) +)?"
_CAUSED_BY = regex(
    rf"\b(?:(?:due|attributable|attributed) +{_LY}to|(?:caused|driven|triggered|produced|brought (?:on|about)) +"
    rf"{_LY}by|(?:a|the) (?:direct |main )?(?:result|product|consequence) of)\b",
    re.IGNORECASE,
)
_CAUSING = regex(
    r"\b(?:(?:(?:is|are|was|were|been) +)?(?:a|the) +(?:\w+ +){0,2}?cause of|(?:is|are|was|were|been) +"
    rf"{_LY}responsible for|causing|cause(?:s|d)?(?! +{_LY}by\b)|led to|leads to|produce[sd]|forced|triggered"
    rf"(?! +{_LY}by\b)|(?:ha(?:s|ve|d)|would have) (?P<none>no|zero|little (?:or|to) no|hardly any) (?:\w+ ){{0,2}}?"
    r"(?:effects?|impact|influence)(?: (?:on|upon|over))?)\b",
    re.IGNORECASE,
)
_BY_NATURE = regex(
    rf"\b(?:is|are|was|were) +{_LY}(?P<not>not )?{_LY}(?:natural|(?:human|man)-(?:caused|made|induced|driven)|manmade"
    r"|anthropogenic)\b(?=[^\w ]| (?:and|but|not|rather)\b|$)",
    re.IGNORECASE,
)
#: One of these words is in every one of the three.
CAUSE_WORDS = listed(
    "due attributable attributed caused driven triggered produced brought result product consequence cause causes "
    "causing responsible led leads produces forced effect effects impact influence natural human man manmade "
    "anthropogenic"
)
#: What is said to be wrong follows: "contrary to the idea that", "it was wrong to claim that".
_DISCLAIMED = regex(
    r"\b(?:contrary to (?:the|any|that) \w+|(?:wrong|false|deceitful|misleading|dishonest|absurd|incorrect|untrue)"
    r"(?: for [^,;:.!?()]{1,40})? to (?:say|claim|suggest|argue|assert|believe|make (?:the|any|a) claim))"
    r"(?: that)?\b",
    re.IGNORECASE,
)
#: One of these is in every one of them.
DISCLAIMING = listed("contrary wrong false deceitful misleading dishonest absurd incorrect untrue")
#: How far what follows reaches.
_DISCLAIMED_FAR = 100
_CLAUSE_END = regex(r"[.;:!?](?:\s|$)")
_OPEN = listed("or may might could would should whether if possibly perhaps suspected feared potentially can")
_HUMAN = listed("human humans mankind humanity manmade anthropogenic")
_NATURAL = listed("natural naturally nature")
_PARTLY = regex(r"\b(?:partly|partially|in part|some|half|minor|small|one|among|contribut\w+|also)\b", re.IGNORECASE)
_SHARE = regex(r"(?<![\d.])(\d{1,3})(?:\.\d+)? ?(?:%|per ?cent) of\b", re.IGNORECASE)
_MAINLY = regex(
    r"\b(?:main|mainly|most|mostly|dominant|predominant(?:ly)?|primar(?:y|ily)|chief(?:ly)?|largely|entirely|wholly)\b",
    re.IGNORECASE,
)
_AUXILIARIES = listed("is are was were has have had will would do does did")
_SIGNS = frozenset(";:.!?()—“”")


class Cause(NamedTuple):
    """That one thing causes another, or doesn't."""

    span: Span  #: the words that say so
    effect: str  #: the key of what is caused; "" for anything
    way: int  #: which way that goes: 1 up, -1 down; 0 where it goes no way
    causes: frozenset[str]  #: the keys of the words for what causes it
    head: str  #: the chief of these: of "smoke from kilns" the smoke
    nature: str  #: "human" or "natural", where it is called so
    denied: bool
    share: str  #: how much of it: "part", "most", a share that is given as "given", or ""


def causes(text: str) -> tuple[Cause, ...]:
    """What a text says is caused by what, or isn't; told as so, not as possible."""
    return () if CAUSE_WORDS.isdisjoint(said(text)) else _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Cause, ...]:
    read = placed(text)
    if read is None:
        return ()
    reading = _Causes(text, *read)
    found = [
        made
        for pattern, one in ((_CAUSED_BY, reading.caused_by), (_CAUSING, reading.causing), (_BY_NATURE, reading.nature))
        for match in islice(pattern.finditer(text), MOST)
        if (made := one(match)) is not None
    ]
    return tuple(found)


class _Causes(Reading):
    """One text being read."""

    def caused_by(self, match: re.Match[str]) -> Cause | None:
        """ "The rise was mostly due to smoke"."""
        first, last = self.at(match.start()), self.at(match.end())
        effect = self.effect_before(match.start(), first)
        words = self.cause_after(last)
        if effect is None or not words or self.open(first):
            return None
        return self.made(effect[0], effect[1].start, self.ends[words[-1]], words, match, head_first=True)

    def causing(self, match: re.Match[str]) -> Cause | None:
        """ "Smoke has caused a rise", "smoke was the main cause of the rise", "smoke has no effect"."""
        first, last = self.at(match.start()), self.at(match.end())
        words = self.cause_before(first)
        if not words or (self.open(first) and not self.negated(match.start())):
            return None
        effect = self.effect_after(match.end(), last)
        if effect is None and not (match["none"] and not match.group().endswith(("on", "upon", "over"))):
            return None
        named, span = effect or (("", 0), Span(*match.span()))
        start = self.starts[words[0]]
        return self.made(named, start, span.end, words, match, none=bool(match["none"]))

    def nature(self, match: re.Match[str]) -> Cause | None:
        """ "The rise is natural"."""
        first = self.at(match.start())
        effect = self.effect_before(match.start(), first)
        if effect is None or self.open(first):
            return None
        words = list(range(first + 1, self.at(match.end())))
        return self.made(effect[0], effect[1].start, match.end(), words, match, none=bool(match["not"]))

    def made(
        self,
        effect: tuple[str, int],
        start: int,
        end: int,
        words: Sequence[int],
        match: re.Match[str],
        *,
        none: bool = False,
        head_first: bool = False,
    ) -> Cause | None:
        key = lexicon("en").key
        told = [self.words[i] for i in words]
        nature = "natural" if not _NATURAL.isdisjoint(told) else ""
        if not _HUMAN.isdisjoint(told) or ("man" in told and "made" in told):
            nature = "" if nature else "human"
        keys = {key(word.rstrip("0123456789")) for word in told if word not in of.EMPTY and word not in of.ARTICLES}
        if "carbon" in told and "dioxide" in told:
            keys.add("co")
        group = self.chief(words)
        head = self.named(group)[0] if group else ""
        near = self.text[max(0, start - 30) : end]
        share = "part" if _PARTLY.search(near) else "most" if _MAINLY.search(near) else ""
        if given := _SHARE.search(near):
            share = "given" if int(given[1]) > 50 else "part"
        span = Span(start, end) if end - start <= LONGEST else Span(match.start(), min(end, match.start() + LONGEST))
        denied = none or self.negated(match.start()) or self.disclaimed(match.start())
        return Cause(span, *effect, frozenset(keys - {""}), head, nature, denied, share)

    def at(self, place: int) -> int:
        """The index of the first word at or after a place."""
        return bisect_left(self.starts, place)

    def chief(self, words: Sequence[int]) -> list[int]:
        """The first group of the words for a cause: of "smoke from the kilns" the smoke."""
        group: list[int] = []
        for i in words:
            if self.words[i] in of.JOINTS and group and not self.says_nothing(group):
                break
            if self.words[i] in of.JOINTS:
                group = []
            else:
                group.append(i)
        return group

    def effect_before(self, place: int, verb: int) -> tuple[tuple[str, int], Span] | None:
        """What is caused, with which way it goes, where it stands before the words that say so."""
        near = [
            t
            for t in trends(self.text)
            if t.span.end <= place <= t.span.end + BEFORE and not _CLAUSE_END.search(self.text, t.span.end, place)
        ]
        if near:
            return self.of_trend(max(near, key=lambda t: t.span.end))
        while verb and self.words[verb - 1] in (*of.BEING, "been", "mainly", "largely", "not", "very", "likely"):
            verb -= 1
        return self.of_group(self.subject(verb))

    def effect_after(self, place: int, word: int) -> tuple[tuple[str, int], Span] | None:
        """The same where it stands after them."""
        near = [
            t
            for t in trends(self.text)
            if place <= t.span.start <= place + AFTER and _SIGNS.isdisjoint(self.text[place : t.span.start])
        ]
        if near:
            return self.of_trend(min(near, key=lambda t: t.span.start))
        return self.of_group(self.ahead(word))

    def of_trend(self, trend: Trend) -> tuple[tuple[str, int], Span] | None:
        return ((trend.head, trend.way), trend.span) if trend.way else None

    def of_group(self, group: Sequence[int]) -> tuple[tuple[str, int], Span] | None:
        head = self.named(group)[0] if group else ""
        return ((head, 0), Span(self.starts[group[0]], self.ends[group[-1]])) if head else None

    def cause_after(self, at: int) -> list[int]:
        """The words for what causes something, after "caused by"."""
        found: list[int] = []
        for i in range(at, min(len(self.words), at + LONGEST_CAUSE)):
            gap = self.text[self.ends[i - 1] : self.starts[i]] if found else ""
            if (self.words[i] in of.BREAKS and self.words[i] not in ("and", "or")) or not _ENDING.isdisjoint(gap):
                break
            found.append(i)
        return found

    def cause_before(self, at: int) -> list[int]:
        """The words for what causes something, before the verb; what stands between two commas is left out."""
        i = at - 1
        if i >= 0 and self.words[at].endswith("ing") and "," in self.gap(i):  # "smoke ... has risen, causing a fall"
            return self.first_subject(i)
        while i >= 0 and (self.words[i] in _BETWEEN or self.words[i].endswith("ly")):
            i -= 1
        if i >= 0 and "," in self.gap(i):
            i -= 1
            while i >= 0 and "," not in self.gap(i) and _SIGNS.isdisjoint(self.gap(i)):
                i -= 1
            if i < 0 or "," not in self.gap(i):
                return []
        last = i
        while i >= 0 and last - i < LONGEST_CAUSE and self.words[i] not in of.BREAKS:
            if i < last and not (_SIGNS | {","}).isdisjoint(self.gap(i)):
                break
            i -= 1
        return list(range(i + 1, last + 1))

    def first_subject(self, before: int) -> list[int]:
        """The words of the sentence up to its first verb."""
        start = before
        while start >= 0 and not any(sign in self.gap(start) for sign in ".;:!?"):
            start -= 1
        for i in range(start + 1, before):
            if self.words[i] in _AUXILIARIES:
                return list(range(start + 1, i))
        return []

    def gap(self, at: int) -> str:
        """What stands between a word and the next."""
        return (
            self.text[self.ends[at] : self.starts[at + 1]] if at + 1 < len(self.words) else self.text[self.ends[at] :]
        )

    def open(self, at: int) -> bool:
        """Whether it is told as possible only."""
        return not _OPEN.isdisjoint(self.words[max(0, at - 4) : at])

    def negated(self, place: int) -> bool:
        return any(n.start <= place < n.scope and place - n.end < NEAR_BY for n in negations(self.text))

    def disclaimed(self, place: int) -> bool:
        """Whether it is what is said to be wrong."""
        return any(
            m.end() <= place <= m.end() + _DISCLAIMED_FAR and not _CLAUSE_END.search(self.text, m.end(), place)
            for m in _DISCLAIMED.finditer(self.text)
        )


_ENDING = frozenset(",;:.!?—”")
_BETWEEN = listed("has have had been is are was were also not which that may might could would does did do will")
