"""What is more so than what: the ferry is faster than the train, there are more cows than sheep."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice

from reader.frozen import NamedTuple
from reader.prose import trend_words as of
from reader.prose.counted import plural
from reader.prose.polarity import negations
from reader.prose.trends import Reading
from reader.prose.word_lists import listed, placed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: So many of one text are read; so many words stand between "is" and "than"; a negation within so many characters.
MOST, NEAR, NEAR_BY = 10, 5, 30

_OPPOSED = """
larger bigger greater/smaller lesser
taller/shorter
longer/shorter briefer
higher/lower
older/younger newer
faster quicker/slower
better/worse
richer wealthier/poorer
stronger/weaker
heavier/lighter
warmer hotter/colder cooler
earlier/later
wider broader/narrower
deeper/shallower
cheaper/dearer costlier
safer/riskier
thicker/thinner
louder/quieter
easier/harder
closer nearer/farther further
more/less fewer
"""
_MORE = {"more": 1, "less": -1, "fewer": -1}
_BEING = of.BEING | listed("been be remains remained seems proved")
#: What is compared with these is compared with nothing that can be turned round.
_NOTHING = listed(
    "expected usual ever before normal average thought planned feared needed that it this them he she they"
)


@cache
def _axes() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Word -> on which scales, and which way: "shorter" is on two."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in _OPPOSED.strip().splitlines():
        for side, way in zip(line.split("/"), (1, -1), strict=True):
            for word in side.split():
                found[word] = (*found.get(word, ()), (line.split("/")[0].split()[0], way))
    return found


class Comparison(NamedTuple):
    """One thing that is more so than another, or less."""

    span: Span
    less: str  #: the key of what is less so...
    more: str  #: ...and of what is more so
    axis: str  #: the scale
    denied: bool

    @property
    def pair(self) -> str:
        """The two things and the scale, whichever is more so."""
        return " ".join((*sorted((self.less, self.more)), self.axis))


def comparisons(text: str) -> tuple[Comparison, ...]:
    """What a text says is more so than what."""
    return _read(text) if "than" in said(text) else ()


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Comparison, ...]:
    read = placed(text)
    if read is None:
        return ()
    reading = _Comparing(text, *read)
    at = (i for i, word in enumerate(reading.words) if i > 1 and word == "than")
    return tuple(found for i in islice(at, MOST) for found in reading.than(i))


class _Comparing(Reading):
    def than(self, at: int) -> list[Comparison]:
        """What "than" at an index compares."""
        i = at - 1
        if not self.joined(i):
            return []
        scale = self.words[i]
        if self.words[i - 1] in _MORE and scale not in _axes():
            if plural(scale):
                return self.counted(i, at)
            axes: Sequence[tuple[str, int]] = ((scale, _MORE[self.words[i - 1]]),)
            i -= 1
        else:
            axes = _axes().get(scale, ())
        verb = next((j for j in range(i - 1, max(-1, i - 1 - NEAR), -1) if self.words[j] in _BEING), None)
        if not axes or verb is None or scale in _MORE:
            return []
        left, right = self.subject(verb), self.ahead(at + 1)
        return self.made(left, right, axes, at)

    def counted(self, noun: int, at: int) -> list[Comparison]:
        """ "More cows than sheep"."""
        return self.made([noun], self.ahead(at + 1), (("more", _MORE[self.words[noun - 1]]),), at)

    def made(
        self, left: Sequence[int], right: Sequence[int], axes: Sequence[tuple[str, int]], at: int
    ) -> list[Comparison]:
        if not left or not right or self.words[right[0]] in _NOTHING or self.words[left[-1]] in _NOTHING:
            return []
        one, other = self.whole(left), self.whole(right)
        if not one or not other or one == other or self.unreal(at, left):
            return []
        place = self.starts[at]
        denied = any(n.start < place < n.scope and place - n.end < NEAR_BY for n in negations(self.text))
        span = Span(self.starts[left[0] - (self.words[left[0] - 1] in _MORE)], self.ends[right[-1]])
        return [Comparison(span, *((other, one) if way > 0 else (one, other)), axis, denied) for axis, way in axes]

    def whole(self, group: Sequence[int]) -> str:
        """What a group of words names, with the word before the last that says something."""
        head, words, _ = self.named(group)
        return "-".join((*sorted(words), head)) if head else ""
