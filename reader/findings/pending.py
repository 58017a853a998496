"""What one version says is still being talked about and another tells as settled.

"Is in talks to direct the film" beside "has been hired to direct the film", "may be close to a deal" beside "signed":
of the same person or body, and about the same things.
"""

from __future__ import annotations

from functools import lru_cache

from reader.findings import clause
from reader.findings.matter import matter
from reader.findings.pair import Told, quoted
from reader.frozen import NamedTuple
from reader.prose.certainty import hedges
from reader.prose.names import names
from reader.prose.polarity import negations
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many words of matter both sentences must share besides the one whose name they share.
LEAST_SHARED = 2
#: So many characters after a verb who is hired may be named.
NEXT = 30
#: What stands before the name of a film or of a newspaper.
_OF_WORKS = ("The ", "the ", '"', '" ', "“", "‘", "'")
#: So many characters are shown, at most.
LONGEST = 60

_PENDING = regex(
    r"\b(?:(?:is|are|was|were|remains?|[’']s) )?(?:currently |still |now |reportedly |said to be )*"
    r"(?:in (?:\w+ )?(?:talks|negotiations?|discussions) (?:to|with|for|over|about)\b"
    r"|negotiat(?:ing|es) (?:to|with|for)\b"
    r"|(?:very )?close to (?:a deal|an agreement|[a-z]+ing)\b|near(?:s|ing)? (?:a deal|an agreement)\b"
    r"|on the verge of\b|(?:the )?(?:current |leading |top )?(?:candidate|contender|front-?runner) (?:to|for)\b"
    r"|considering (?:an offer|whether|[a-z]+ing)\b|weighing (?:an offer|whether|[a-z]+ing)\b|mulling\b"
    r"|(?:has|have|had|been) (?:been )?(?:asked|approached|offered) (?:to|about|for)\b"
    r"|expected to (?:sign|direct|join|agree|be (?:hired|named|appointed|chosen|nominated))\b)"
)
#: One of these words is in every such form, or the beginning of "near a deal", for the word alone is in many others.
PENDING, NEAR = (
    listed(
        "talks negotiation negotiations discussions negotiating negotiates close nears nearing verge "
        "candidate contender frontrunner runner considering weighing mulling asked approached offered expected"
    ),
    "near a",
)
_SETTLED = regex(
    r"\b(?:(?:has|have|had|is) (?:been )?(?:officially |formally |now )?"
    r"(?:hired|signed|appointed|named|chosen|selected|tapped|picked|nominated|confirmed|acquired|bought)\b"
    r"|(?:has|have|had) (?:officially |formally |now )?(?:agreed|accepted|joined|signed|bought|acquired|hired)\b"
    r"|signed (?:on|a|an|up|with|to)\b|agreed (?:to|on)\b|reached (?:a deal|an agreement)\b"
    r"|will (?:direct|helm|host|join|lead|buy|acquire|star|coach|replace|take (?:over|on)|play|succeed)\b"
    r"|is (?:taking over|set to take over|joining|stepping up)\b|named|hired|appointed)"
)
_UNSURE = regex(r"\b(?:if|unless|whether|not|never|n[’']t|refus\w+|declin\w+|would|could|may|might|expected|likely)\b")

_TRAILING = listed("the a an for of to in on with and his her its their")


class Settled(NamedTuple):
    """Words that say that something is settled, or that it isn't yet."""

    start: int
    end: int


def speaks(text: str) -> bool:
    """Whether a sentence says that something is still being talked about."""
    return pending(text) is not None


def pending(text: str) -> Settled | None:
    """The first words of a sentence that say that something is not settled yet."""
    return None if PENDING.isdisjoint(said(text)) and NEAR not in text else _pending(text)


@lru_cache(maxsize=8192)
def _pending(text: str) -> Settled | None:
    found = _PENDING.search(text)
    if found is None or any(n.start <= found.start() < n.scope for n in negations(text)):
        return None
    return Settled(*found.span())


@lru_cache(maxsize=8192)
def _settled(text: str) -> tuple[Settled, ...]:
    return tuple(
        Settled(*m.span())
        for m in _SETTLED.finditer(text)
        if not _UNSURE.search(text, clause.beginning(text, m.start()), m.start())
    )


def compare(one: Told, other: Told) -> Iterator[tuple[Span, Span, str]]:
    """What is pending in ``one`` and settled in ``other``, and who it is of."""
    open_ = pending(one.text)
    if open_ is None or pending(other.text) is not None or quoted(one, open_.start):
        return
    for done in _settled(other.text):
        if quoted(other, done.start) or any(h.start < done.start < h.scope[1] for h in hedges(other.text)):
            continue
        who = _who(one.text, open_.start) & _who(other.text, done.start, done.end)
        if not who:
            continue
        ours = {w.key for w in matter(one.text, one.language)} - who
        theirs = {w.key for w in matter(other.text, other.language)} - who
        if len(ours & theirs) >= LEAST_SHARED:
            yield (
                _shown(one.text, open_),
                _shown(other.text, done),
                min(who),
            )
            return


def _shown(text: str, words: Settled) -> Span:
    """The words with those after them in their clause, up to one that can end them."""
    shown = text[words.end : clause.within(text, words.end, LONGEST)].rstrip()
    while (last := shown.rpartition(" "))[2].lower() in _TRAILING:
        shown = last[0].rstrip()
    return Span(words.start, words.end + len(shown))


def _who(text: str, start: int, end: int | None = None) -> frozenset[str]:
    """The last words of the people and bodies named before a verb in its sentence, or right after it; of no work."""
    after = start if end is None else end + NEXT
    return frozenset(
        n.words[-1]
        for n in names(text)
        if not n.kind and n.words and n.span.end <= after and not (start < n.span.start < (end or start))
        and not text[: n.span.start].endswith(_OF_WORKS)
    )  # fmt: skip
