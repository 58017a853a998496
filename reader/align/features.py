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
    "wording",  # how many words of any kind are in both, as a share of the one that has fewer and two words more
    "longer",  # the weight of the longer sentence
    "numbers",  # how many numbers are in both, 2 at most
    "distance",  # how far apart they stand in their versions, 0..1
    "between",  # how many sentences apart, counted from the beginnings, as a logarithm
    "one quotes",  # one has words in quotation marks, the other has not
    "both quote",  # both have
    "opening",  # each is a headline or its version's first sentence
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
    quotation = 0.0
    if a.quoted or b.quoted:
        spoken = (a.quoted & b.runs) | (b.quoted & a.runs)
        if spoken:
            known = bags.runs
            quotation = log1p(sum([known.get(run, 0) for run in spoken]) / 1000)
    return (
        shared / (short + 1) * log1p(short),
        log1p(shared),
        len(a.words & b.words) / (2 + min(len(a.words), len(b.words))),
        long,
        min(2, len(a.numbers & b.numbers)) if a.numbers and b.numbers else 0,
        abs(a.position - b.position),
        log1p(abs(a.rank - b.rank)),
        float(bool(a.quoted) != bool(b.quoted)),
        float(bool(a.quoted and b.quoted)),
        float(a.opens and b.opens),
        min(5, len(a.unique & b.unique)),
        quotation,
    )
