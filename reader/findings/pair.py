"""What a contradiction module gets and gives: two linked sentences in, disagreements out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from reader.findings.finding import Strength, Type
    from reader.prose.quotations import Quotation
    from reader.story import Span


class Told(NamedTuple):
    """One sentence of a pair, with what is needed to read it. Spans in it count from the beginning of ``text``."""

    version: str
    outlet: str
    sentence: str  #: its id
    text: str
    offset: int  #: where the sentence begins in its paragraph's text
    published: date | None
    language: str
    before: str = ""  #: the text of the sentence before it in its version, for "he" and "the company"
    quotes: tuple[Quotation, ...] = ()  #: what stands in quotation marks, read from the whole paragraph
    whole: str = ""  #: the text of its version, to see whether the same words stand elsewhere in it


def quoted(told: Told, at: int) -> bool:
    """Whether a place of the sentence stands in quotation marks, so that the newsroom does not say it itself."""
    return any(q.marked and q.start <= at < q.end for q in told.quotes)


@lru_cache(maxsize=1024)
def lower(text: str) -> str:
    """A text in lower case, kept: a version's whole text is asked for with every pair of its sentences."""
    return text.lower()


class Disagreement(NamedTuple):
    """Two spans that can't both stand as written, or that a fact checker wants to see."""

    type: Type
    strength: Strength
    a: Span  #: in the text of the first sentence
    b: Span  #: in the text of the second
    value_a: str  #: what was read there, in a canonical form: equal values are the same side of a finding
    value_b: str
    about: str  #: what the two disagree about, in a few words: "troops in combat", "day of the apology"
    rule: str  #: the name of the rule that saw it
    confidence: float  #: 0..1: the share of what the rule shows that careful readers would call a contradiction too
    matter: str = ""  #: what the values are said of, where they are only yes and no: part of what names the finding


#: A disagreement less sure than this is no finding. It only joins one that sees the same two values elsewhere.
SHOWN = 0.5

#: A contradiction module offers one function of this form.
Compare = Callable[[Told, Told], Iterator[Disagreement]]
