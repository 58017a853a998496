"""What somebody is called by others in one version and by the newsroom itself in another.

"Critics have described the chairman as accident-prone" beside "his accident-prone tenure": the same word for the same
person, with and without those who say so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings.matter import shared
from reader.findings.pair import Told, lower, quoted
from reader.frozen import NamedTuple
from reader.prose.kept import compiled
from reader.prose.polarity import negations
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many words of matter both sentences must share, with that word.
LEAST_SHARED = 2

_CALLING = "described called labeled labelled branded dubbed derided denounced portrayed characterized criticized"
CALLING = listed(f"{_CALLING} describe call label brand dub deride denounce portray characterize")
#: "Critics have described the chairman as accident-prone".
_CALLED = regex(
    r"\b(?P<who>(?:(?:[Cc]ritics|[Oo]pponents|[Dd]etractors|[Rr]ivals|[Ff]oes|[Ss][ck]eptics|[Aa]ccusers|[Aa]ctivists"
    r"|[Pp]rosecutors|[Pp]olice|[Oo]fficials|[Aa]uthorities|[Nn]eighbou?rs|[Ff]riends|[Dd]emocrats|[Rr]epublicans"
    r"|[Cc]onservatives|[Ll]iberals|[Ee]nvironmentalists|[Ll]awmakers|[Ww]itnesses|[Ss]upporters|[Aa]dvocates)"
    r" (?:\w+ ){0,2}?(?:describe|call|label|brand|dub|deride|denounce|portray|characterize)d?(?:led)? "
    r"(?:[\w’'-]+ ){1,4}?as (?:an? |the )?))"
    r"(?P<what>[a-z]+-[a-z]+|[a-z]{5,}(?:ous|ive|ful|less|ist|able|ible|ed|ic|al|ent|ant|ish|y))\b"
)
#: So common that anybody may say it of anybody.
_PLAIN = listed("local national public several final general special political official early likely")


class Epithet(NamedTuple):
    """A word for somebody that others are said to use."""

    span: Span  #: with those who say so
    what: str


def speaks(text: str) -> bool:
    """Whether a sentence says what others call somebody."""
    return epithet(text) is not None


def epithet(text: str) -> Epithet | None:
    """The first word for somebody that a sentence says others use."""
    return None if CALLING.isdisjoint(said(text)) else _epithet(text)


@lru_cache(maxsize=4096)
def _epithet(text: str) -> Epithet | None:
    found = _CALLED.search(text)
    return Epithet(Span(*found.span()), found["what"]) if found and found["what"] not in _PLAIN else None


def compare(one: Told, other: Told) -> Iterator[tuple[Span, Span, str]]:
    """What others say in ``one``, the same word in ``other`` where nobody is named for it, and the word."""
    theirs = epithet(one.text)
    if theirs is None or theirs.what not in lower(other.text) or quoted(one, theirs.span.start):
        return
    plain = _plainly(theirs.what).search(other.text)
    if plain is None or quoted(other, plain.start()) or epithet(other.whole) is not None:
        return
    if any(n.start < plain.end() - 1 < n.scope for n in negations(other.text)):
        return
    if _plainly(theirs.what).search(one.whole) or len(shared(one, other)) < LEAST_SHARED:
        return
    yield theirs.span, Span(*plain.span()), theirs.what


@lru_cache(maxsize=256)
def _plainly(what: str) -> re.Pattern[str]:
    """The word where a newsroom says it itself: "his accident-prone tenure", "the mayor is accident-prone"."""
    word = re.escape(what)
    return compiled(
        rf"(?:[A-Z][\w-]+[’']s|\b(?:his|her|its|their|the)) (?:[a-z-]+ )?{word} [a-z]{{3,}}"
        rf"|\b(?:is|was|are|were|remains|remained) (?:[a-z]+ )?{word}\b"
    )
