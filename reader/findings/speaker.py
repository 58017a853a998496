"""Who is quoted: the same words in the mouths of two people."""

from __future__ import annotations

from functools import lru_cache

from reader.prose.names import Name, names, same
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.findings.pair import Told
    from reader.prose.quotations import Quotation

SAYS = r"(?:said|says|told|tells|added|adds|wrote|writes|tweeted|asked|explained|warned|argued|insisted|recalled)"
_SAYS_NEXT = regex(rf"(?<!\s)\s+{SAYS}\b")
_POLITE = regex(r"(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame)\.? ")
_END_OF_NAME = regex(r"[.,;:]|$")
#: ” said Ida Holm, ” Ida Holm said
_AFTER = regex(rf"[\"”’']{{1,2}},?\s+(?P<verb>{SAYS}\s+)?(?=[A-Z])")
#: Ida Holm said: “
_BEFORE = regex(rf"(?<!\s)\s+{SAYS}(?: (?:on )?[A-Z]\w+day)?[,:]?\s+[\"“‘']{{1,2}}$")


def two_speakers(a: Told, one: Quotation, b: Told, other: Quotation) -> tuple[Name, Name] | None:
    """The names of those who are quoted with the same words, where these are two people."""
    x, y = _speaker(a.text, one), _speaker(b.text, other)
    if x is None or y is None or set(x.words) & set(y.words):
        return None
    if any(same(x, name) for name in names(b.text)) or any(same(y, name) for name in names(a.text)):
        return None
    return x, y


@lru_cache(maxsize=4096)
def _speaker(text: str, quote: Quotation) -> Name | None:
    """Who says what is quoted, where the name stands right before or after it; no body and no country."""
    after = _AFTER.match(text, quote.end) if quote.closes else None
    before = _BEFORE.search(text, 0, quote.start) if quote.opens else None
    for name in names(text) if after or before else ():
        if name.kind:
            continue
        first, last = (name.titled or name.span).start, name.span.end
        if before and last == before.start():
            return name
        beside = after is not None and (first == after.end() or _POLITE.fullmatch(text, after.end(), first))
        if after and beside and (_END_OF_NAME if after["verb"] else _SAYS_NEXT).match(text, last):
            return name
    return None
