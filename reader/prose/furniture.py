"""Furniture: text around an article that is not the article.

A block is furniture by what it says, never by its length or place alone, and what is quoted is never looked at: people
do say "please donate" in the news. Precision comes first; a block in doubt is the article's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from reader.prose import phrases
from reader.prose.known import known
from reader.prose.lines import is_one_word
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

#: Longer blocks are told by the article, whatever words they use (characters); appeals may be longer.
LONGEST_NOTICE = 400
LONGEST_APPEAL = 1_200

#: How many blocks without a clear word of their own an appeal may hold between two that have one.
APPEAL_GAP = 2


def furniture(blocks: Sequence[str]) -> list[bool]:
    """Which of the blocks of one article, in its order, are furniture. The time grows in proportion to their length."""
    alone, appeals = known(stands_alone), known(_appeals)
    marked = [alone(block) for block in blocks]
    strong = [not mark and appeals(block) for mark, block in zip(marked, blocks, strict=True)]
    if any(strong):
        for n in _whole_appeals(blocks, strong):
            marked[n] = True
    for n in _link_lists(blocks, marked):
        marked[n] = True
    return marked


def stands_alone(block: str) -> bool:
    """Whether a block is furniture whatever stands around it."""
    if len(block) > LONGEST_NOTICE:
        return False
    if is_one_word(block):
        return phrases.is_label(block)
    text = " ".join(block.split())
    if not text[:1].isalnum() and not any(c.isalnum() for c in text):
        return True
    if phrases.is_label(text) or phrases.is_lead_in(text) or _is_address(text) or _HASHTAGS.fullmatch(text):
        return True
    if " " not in text and text.isascii():
        return False
    if _is_buttons(text) or _is_slugs(text) or _is_path(text):
        return True
    if phrases.says(phrases.RIGHTS, text) or phrases.is_credit(text):
        return True
    spoken = _unquoted(text)
    return _is_notice(spoken) and not _SPEECH.search(spoken)


def slug_prefix(line: str) -> int:
    """How many characters of a line are slugs before its first sentence: 24 in "Council/ Budget/ J. Roe/ The council".

    0 where there are none: at least three slugs, each ended by a slash and a space, each of at most eight words.
    """
    at = 0
    count = 0
    while found := _SLUG.match(line, at):
        if len(found[1].split()) > 8 or (_STOP.search(found[1]) and not _INITIALS.match(found[1])):
            break
        at = found.end()
        count += 1
    if count < 3 or at >= len(line) or not (line[at].isupper() or line[at] in "“\"‘'" or line[at].isdigit()):
        return 0
    return at


_STOP = regex(r"[.!?]\s+\S")
_SLUG = regex(r"([^\s/](?:[^/\n]{0,78}[^\s/])?)/\s+")
_SLASH, _SLASH_AFTER = regex(r"/(?:\s+|$)"), regex(r"\S/(?:\s|$)")
_INITIALS = regex(r"(?:[A-Z]\.\s*)+[A-Z][\w’'-]+$")


def _is_slugs(text: str) -> bool:
    """Whether a block is nothing but slugs: "World/ Asia/ Morning Edition/"."""
    if "/" not in text:
        return False
    parts = [part.strip() for part in _SLASH.split(text)]
    parts = [part for part in parts if part]
    return (
        len(parts) >= 3
        and len(_SLASH_AFTER.findall(text)) >= 3
        and all(len(p.split()) <= 8 for p in parts)
        and text[-1] not in ".!?"
    )


#: Nothing but an address; corpora that cut text into words leave blanks in it.
_ADDRESS = regex(
    r"(?:https?://|www\.)\S+|[^\s@]+@\S+\.\w+|https?\s*:\s*/\s*/\s(?:(?![.!?]\s+[A-Z][a-z]+\s[a-z]+\s)[^“”\"])*",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_SPEECH = regex(phrases.SPEECH, re.IGNORECASE)
_HASHTAGS = regex(r"#\w+(?:[\s,]+#\w+)*")
_BUTTON_SIGNS = frozenset(phrases.BUTTON_SIGNS.split())
_BUTTON_WORDS = frozenset(phrases.BUTTON_WORDS.split()) | _BUTTON_SIGNS


def _is_address(text: str) -> bool:
    """Whether a block is an address of a page or of somebody's mail, written out."""
    return (text[:4].lower() in ("http", "www.") or "@" in text) and _ADDRESS.fullmatch(text) is not None


def _is_buttons(text: str) -> bool:
    """Whether every word stands on buttons, at least one only there: "Gallery Videos Share on WhatsApp"."""
    if len(text) > 200 or text[-1] in '.!?”"':
        return False
    first = _WORD.search(text)
    if first is None or first.group().casefold() not in _BUTTON_WORDS:
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    return len(words) >= 2 and all(w in _BUTTON_WORDS for w in words) and any(w in _BUTTON_SIGNS for w in words)


def _is_path(text: str) -> bool:
    """Whether a block is a way through a site: "Home > World > Asia"."""
    if len(text) > 200 or (text.isascii() and ">" not in text) or any(stop in text for stop in ".!?"):
        return False
    parts = [part.strip() for part in text.replace("»", ">").replace("›", ">").split(">")]
    if len(parts) < 3:
        return False
    return all(0 < len(part) <= 40 for part in parts)


_OF_THE_HOUSE = regex(r"\b(?:journalis|report(?:ing|ers?)\b|newsroom|paywall|donat|subscri)", re.IGNORECASE)
_US = regex(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)


def _is_notice(text: str) -> bool:
    """Whether a site speaks to its reader; each table is tried only where its phrases may stand, which is faster."""
    if phrases.begins(phrases.OPENINGS, text) or phrases.says(phrases.REMARKS, text):
        return True
    return phrases.is_request(text)


def _appeals(block: str) -> bool:
    if len(block) > LONGEST_APPEAL or is_one_word(block):  # no phrase of the table is one word
        return False
    spoken = _unquoted(block)
    return phrases.says(phrases.APPEALS, spoken) and not _SPEECH.search(spoken)


def _belongs_to_appeal(block: str) -> bool:
    if len(block) > LONGEST_APPEAL:
        return False
    spoken = _unquoted(block)
    return phrases.says(phrases.HOUSE, spoken) and bool(_US.search(spoken)) and not _SPEECH.search(spoken)


def _whole_appeals(blocks: Sequence[str], strong: list[bool]) -> list[int]:
    """The blocks of every appeal: those that ask, what stands between two, and what goes on about the house."""
    asking = [n for n, is_strong in enumerate(strong) if is_strong]
    found = set(asking)
    for one, other in pairwise(asking):
        between = range(one + 1, other)
        if len(between) <= APPEAL_GAP and all(_belongs_to_appeal(blocks[n]) for n in between):
            found.update(between)
    for n in asking:
        for step in (-1, 1):
            at = n + step
            while 0 <= at < len(blocks) and at not in found and _goes_on(blocks[at]):
                found.add(at)
                at += step
    return sorted(found)


def _goes_on(block: str) -> bool:
    """Whether a block beside an appeal is about the house's own work, addressed to the reader or in its own name."""
    spoken = _unquoted(block)
    return _belongs_to_appeal(block) and bool(_OF_THE_HOUSE.search(spoken))


def _link_lists(blocks: Sequence[str], marked: list[bool]) -> list[int]:
    """Titles under the heading of a box, where nothing but such titles follows to the end of the article."""
    end = len(blocks)
    title = known(_is_title)
    while end > 0 and (marked[end - 1] or title(blocks[end - 1])):
        end -= 1
    for n in range(end, len(blocks)):
        if marked[n] and phrases.is_one(phrases.BOXES, blocks[n].strip(" :.…»›>→-–—")):
            return [k for k in range(n + 1, len(blocks)) if not marked[k]]
    return []


def _is_title(block: str) -> bool:
    return len(block) <= 160 and block[-1] not in '.!…”"' and not _SPEECH.search(block)


_QUOTED = regex(r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"|«[^«»\n]*»|„[^„“”\n]*[“”]|(?<!\w)‘[^‘\n]*?’(?!\w)")


@lru_cache(maxsize=64)
def _unquoted(text: str) -> str:
    """The text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)
