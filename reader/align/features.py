"""What speaks for and against two sentences reporting the same thing, as numbers."""

from __future__ import annotations

from math import log1p

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.align.bags import Bag, Bags

#: What ``features`` returns, in its order.
NAMES = (
    "weighty share",  # the weight of the words shared, as a share of the shorter sentence: the more, the longer it is
    "shared",  # the weight of the words shared, as a logarithm
    "phrases",  # the weight of words shared only with the word before or after them: a name's two are one thing
    "longer",  # the weight of the longer sentence
    "numbers",  # how many numbers are in both, 2 at most
    "distance",  # how far apart they stand in their versions, 0..1
    "one quotes",  # one has words in quotation marks, the other has not
    "opening",  # both are among the first two sentences
    "unique",  # how many words that no other sentence of either version has are in both, 5 at most
    "quotation",  # three words in a row that one quotes and the other has too, as a logarithm of their number
)


def features(a: Bag, b: Bag, bags: Bags) -> tuple[float, ...]:
    """The features of a pair, the same both ways round."""
    weights = bags.terms
    shared = sum(map(weights.__getitem__, a.terms & b.terms)) / 1000
    short, long = a.weight / 1000, b.weight / 1000
    if short > long:
        short, long = long, short
    phrases = 0
    both = a.phrases & b.phrases
    if both:
        phrases = sum([min(weights[one], weights[other]) for one, other in both])
    quotation = 0.0
    if a.quoted or b.quoted:
        spoken = (a.quoted & b.runs) | (b.quoted & a.runs)
        if spoken:
            known = bags.runs
            quotation = log1p(sum([known.get(run, 0) for run in spoken]) / 1000)
    return (
        shared / (short + 1) * log1p(short),
        log1p(shared),
        phrases / 1000,
        long,
        min(2, len(a.numbers & b.numbers)) if a.numbers and b.numbers else 0,
        abs(a.position - b.position),
        float(bool(a.quoted) != bool(b.quoted)),
        float(a.rank < 2 and b.rank < 2),
        min(5, len(a.unique & b.unique)),
        quotation,
    )
