"""Who or what a sentence is about: the name that it begins with, or a pronoun that stands for another sentence's."""

from __future__ import annotations

from reader.findings.groups import one_person
from reader.findings.pair import Told, lower
from reader.prose.names import Name, names
from reader.prose.regex import regex
from reader.prose.same_name import folded
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

#: Within so many characters a sentence says who it is about.
BEGINNING = 25

_HE = regex(r"(?:He|She|It|They)\b")
_HIS = regex(r"(?:He|She|It|They|His|Her|Its|Their)\b")
#: The capitalised words that a line without a full stop begins with, which may be a headline and has no ``names``.
_LEADING = regex(r"(?:[A-Z][\w’'.-]*(?: |$)){2,6}(?=[a-z(-])")


def is_pronoun(text: str) -> bool:
    """Whether a sentence begins with a pronoun in the place of a name."""
    return _HE.match(text) is not None


def people(text: str) -> list[Name]:
    """The names of a sentence that are no places or nations; of a line that ends like a headline, the leading one."""
    found = [name for name in names(text) if not name.kind]
    if not found and (lead := _LEADING.match(text)):
        span = Span(0, len(lead.group().rstrip()))
        return [Name(span, folded(text[: span.end]))]
    return found


def subjects(text: str, before: int) -> list[Name]:
    """The name that a sentence begins with, before a place of it; more than one where a nickname stands in it."""
    if is_pronoun(text):
        return []
    return [n for n in people(text) if n.span.end <= before and n.span.start < BEGINNING]


def one_subject(a: Told, ours: Sequence[Name], b: Told, theirs: Sequence[Name]) -> bool:
    """Whether two sentences that begin with these names, or with a pronoun where there are none, are about one.

    A pronoun stands for a name that its version tells, or for any where the version begins with it: a snippet.
    """
    if ours and theirs:
        return any(one_person(one, other, a.whole, b.whole) for one in ours for other in theirs)
    one, told = ((ours or theirs)[:1], b if ours else a)
    if not one or not one[0].words or not _HIS.match(told.text):
        return False
    return begins(told) or one[0].words[-1] in lower(told.whole)


def begins(told: Told) -> bool:
    """Whether a version begins with a sentence, so that a pronoun in it stands for nobody who is named."""
    return not told.before and told.whole.startswith(told.text)
