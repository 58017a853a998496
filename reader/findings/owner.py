"""Two nations of one: a Thai trawler sunk beside a Somali vessel sunk, she is a Thai singer beside a Somali one."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.matter import keys, matter
from reader.findings.pair import Told, lower
from reader.findings.subject import one_subject, subjects
from reader.frozen import NamedTuple
from reader.prose.names import Name, names
from reader.prose.regex import regex
from reader.prose.words import lexicon
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Kinds of things and people of which one name can stand for another.
_KINDS = (
    "ship ships vessel vessels boat boats trawler trawlers freighter freighters tanker tankers yacht dhow skiff "
    "frigate warship submarine ferry craft",
    "plane planes jet jets aircraft airliner helicopter drone bomber",
    "man woman men women national nationals citizen citizens tourist tourists worker workers teenager student students "
    "journalist reporter soldier soldiers sailor sailors engineer businessman doctor nurse teacher pilot fisherman",
    "company companies firm firms maker giant group bank carmaker airline",
)
#: What both sentences must be about, besides the nation.
LEAST_SHARED = 3
_TAIL = regex(r"(?:[ -][a-z]+['’]?){1,4}")
_IS = regex(r"\b(?:is|was) an? (?:\d{4} |(?!(?:by|of|in|for|to|from|at|on|with)\b)[a-z]+ ){0,2}$")
_GAP = regex(r"(?: (?:an?|the|one|another|two|three|four|young|old|suspected|wanted|armed|retired|former)){0,2} ")


class Owned(NamedTuple):
    """A thing with its nation, and what is done to it."""

    nation: Name
    span: Span  #: from the nation to the thing
    kind: str  #: of what kind the thing is
    deed: str  #: the key of the verb before it


@lru_cache(maxsize=1)
def _kind_of() -> dict[str, str]:
    key = lexicon("en").key
    return {key(word): line.split()[0] for line in _KINDS for word in line.split()}


_WORD = regex("[a-z]+")


def owned(text: str) -> tuple[Owned, ...]:
    """The things of a sentence that have a nation and a verb before them."""
    return _owned(text) if any(name.kind == "people" for name in names(text)) else ()


@lru_cache(maxsize=16384)
def _owned(text: str) -> tuple[Owned, ...]:
    found = []
    key = lexicon("en").key
    for name in names(text):
        if name.kind != "people":
            continue
        tail = _TAIL.match(text, name.span.end)
        words = _WORD.finditer(tail.group()) if tail else ()
        thing = next(((kind, w.end()) for w in words if (kind := _kind_of().get(key(w.group())))), None)
        if thing is None:
            continue
        before = [w for w in matter(text, "en") if w.end <= name.span.start][-2:]
        verb = next((w for w in before if _GAP.fullmatch(text, w.end, name.span.start)), None)
        if verb and text[verb.start].islower():
            whole = Span(name.span.start, name.span.end + thing[1])
            found.append(Owned(name, whole, thing[0], verb.key))
    return tuple(found)


def other_nation(a: Told, b: Told) -> Iterator[tuple[Owned, Owned]]:
    """Two things that one and the same was done to, of two nations."""
    theirs = owned(b.text)
    for x in owned(a.text) if theirs else ():
        for y in theirs:
            if (x.kind, x.deed) != (y.kind, y.deed) or x.nation.place == y.nation.place:
                continue
            if len(keys(a.text, "en") & keys(b.text, "en")) >= LEAST_SHARED:
                yield x, y
                return


@lru_cache(maxsize=16384)
def origin(text: str) -> Name | None:
    """The one nation that a sentence names, where it says that somebody or something is of it: "is a Thai singer"."""
    nations = [name for name in names(text) if name.kind == "people"]
    if len({name.place for name in nations}) != 1 or text[nations[0].span.end : nations[0].span.end + 1] in ("-", "–"):
        return None
    start = nations[0].span.start
    return nations[0] if _IS.search(text, max(0, start - 40), start) else None


def other_origin(a: Told, b: Told) -> Iterator[tuple[Name, Name]]:
    """Two nations of one named person or work, of which neither version names the other's."""
    x, y = origin(a.text), origin(b.text)
    if x is None or y is None or x.place == y.place:
        return
    if _names(b, a, x) or _names(a, b, y):
        return
    ours, theirs = subjects(a.text, x.span.start)[:1], subjects(b.text, y.span.start)[:1]
    if ours and theirs and one_subject(a, ours, b, theirs):
        yield x, y


def _names(told: Told, other: Told, nation: Name) -> bool:
    """Whether a version names another's nation, or the country."""
    whole = lower(told.whole)
    return lower(other.text[nation.span.start : nation.span.end]) in whole or nation.place.lower() in whole
