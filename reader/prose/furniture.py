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
from reader.prose.regex import regex
from reader.prose.sieve import Sieve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Longer blocks are told by the article, whatever words they use (characters); appeals may be longer.
LONGEST_NOTICE = 400
LONGEST_APPEAL = 1_200

#: Fewer slugs in a row than this are none.
FEWEST_SLUGS = 3

#: How many blocks without a clear word of their own an appeal may hold between two that have one.
APPEAL_GAP = 2


def furniture(blocks: Sequence[str]) -> list[bool]:
    """Which of the blocks of one article, in its order, are furniture. The time grows in proportion to their length."""
    different = list(dict.fromkeys(blocks))
    alone, asking = _alone_and_asking(different)
    marked = [block in alone for block in blocks] if alone else [False] * len(blocks)
    if asking:
        for n in _whole_appeals(blocks, [block in asking and block not in alone for block in blocks]):
            marked[n] = True
    for n in _link_lists(blocks, marked):
        marked[n] = True
    return marked


def stands_alone(block: str) -> bool:
    """Whether a block is furniture whatever stands around it."""
    return block in _alone_and_asking([block])[0]


def _alone_and_asking(blocks: Sequence[str]) -> tuple[set[str], set[str]]:
    """Which blocks are furniture whatever stands around them, and which ask for money.

    Few blocks have any word of furniture; those that do are found for all blocks at once, which is ten times as fast.
    """
    blocks = [block for block in blocks if len(block) <= LONGEST_APPEAL]
    even = not _UNEVEN.search("\n".join(blocks)) and not any("\n" in block for block in blocks)
    texts = blocks if even else [" ".join(block.split()) for block in blocks]
    shown = Sieve(texts)
    heard = _spoken(shown)
    appeals = heard if even else _spoken(Sieve([block.replace("\n", " ") for block in blocks]))
    shown_low = shown.folded()
    heard_low = shown_low if heard is shown else heard.folded()
    alone = {blocks[n] for n in _alone(shown, shown_low, heard, heard_low) if len(blocks[n]) <= LONGEST_NOTICE}
    low = heard_low if appeals is heard else appeals.folded()
    return alone, {blocks[n] for n in _saying(phrases.APPEALS, appeals, low)}


def _alone(shown: Sieve, low: Sieve, heard: Sieve, heard_low: Sieve) -> set[int]:
    """The lines that are furniture whatever stands around them.

    shown: the lines; heard: without what is quoted; each in lower case too.
    """
    texts = shown.lines
    found = {
        n
        for n, text in enumerate(texts)
        if not text[:1].isalnum() and (not _SAYS.search(text) or (text[:1] == "#" and _HASHTAGS.fullmatch(text)))
    }
    found.update(
        n for n in phrases.that_may_be_labels(low.lines) if phrases.is_lead_in(texts[n]) or phrases.is_label(texts[n])
    )
    found.update(n for n in {*low.having("http"), *low.having("www."), *shown.having("@")} if _is_address(texts[n]))
    found.update(n for n in _in_words(shown, low, heard, heard_low) if " " in texts[n] or not texts[n].isascii())
    return found


def _in_words(shown: Sieve, low: Sieve, heard: Sieve, heard_low: Sieve) -> Iterator[int]:
    """The lines that are furniture by what only several words can say, some twice."""
    texts = shown.lines
    yield from (n for n in shown.having("/") if texts[n].count("/") >= FEWEST_SLUGS and _is_slugs(texts[n]))
    yield from (n for n in shown.matching(_WAY) if _is_path(texts[n]))
    yield from (n for n in {n for sign in _BUTTON_SIGNS for n in low.having(sign)} if _is_buttons(texts[n]))
    yield from (n for n, pattern in phrases.saying(phrases.RIGHTS, low) if pattern.search(texts[n]))
    yield from (n for n, pattern in phrases.saying(phrases.CREDITS, low) if pattern.fullmatch(texts[n]))
    # A site speaks to its reader.
    yield from _saying(phrases.REMARKS, heard, heard_low)
    begun = phrases.that_may_begin(heard_low.lines, phrases.OPENINGS, phrases.REQUESTS)
    for n in {*begun, *phrases.asking(heard)}:
        words = heard.lines[n]
        asks = phrases.begins(phrases.OPENINGS, words) or phrases.is_request(words)
        if asks and not _SPEECH.search(words):
            yield n


def _saying(table: str, heard: Sieve, low: Sieve) -> set[int]:
    """The lines that say a phrase of a table and report no speech."""
    lines = heard.lines
    said = {n for n, pattern in phrases.saying(table, low) if pattern.search(lines[n])}
    return {n for n in said if not _SPEECH.search(lines[n])}


def _spoken(shown: Sieve) -> Sieve:
    """The lines without what stands in quotation marks."""
    quoted = shown.matching(_QUOTE)
    if not quoted:
        return shown
    lines = list(shown.lines)
    for n in quoted:
        lines[n] = _unquoted(lines[n])
    return Sieve(lines)


#: White space that is not a single blank.
_UNEVEN = regex(r"[^\S \n]| {2}|^ | $", re.MULTILINE)
_SAYS = regex(r"[^\W_]")
_QUOTE = regex('[“"«„‘]')
_WAY = regex("[>»›]")


def slug_prefix(line: str) -> int:
    """How many characters of a line are slugs before its first sentence: 24 in "Council/ Budget/ J. Roe/ The council".

    0 where there are none: at least three slugs, each ended by a slash and a space, each of at most eight words.
    """
    if line.count("/") < FEWEST_SLUGS:
        return 0
    at = 0
    count = 0
    while found := _SLUG.match(line, at):
        if len(found[1].split()) > 8 or (_STOP.search(found[1]) and not _INITIALS.match(found[1])):
            break
        at = found.end()
        count += 1
    if count < FEWEST_SLUGS or at >= len(line) or not (line[at].isupper() or line[at] in "“\"‘'" or line[at].isdigit()):
        return 0
    return at


_STOP = regex(r"[.!?]\s+\S")
_SLUG = regex(r"([^\s/](?:[^/\n]{0,78}[^\s/])?)/\s+")
_SLASH, _SLASH_AFTER = regex(r"/(?:\s+|$)"), regex(r"\S/(?:\s|$)")
_INITIALS = regex(r"(?:[A-Z]\.\s*)+[A-Z][\w’'-]+$")


def _is_slugs(text: str) -> bool:
    """Whether a block is nothing but slugs: "World/ Asia/ Morning Edition/"."""
    parts = [part.strip() for part in _SLASH.split(text)]
    parts = [part for part in parts if part]
    return (
        len(parts) >= FEWEST_SLUGS
        and len(_SLASH_AFTER.findall(text)) >= FEWEST_SLUGS
        and all(len(p.split()) <= 8 for p in parts)
        and text[-1] not in ".!?"
    )


#: Nothing but an address; corpora that cut text into words leave blanks in it.
_PAGE_OR_MAIL = regex(
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
    return (text[:4].lower() in ("http", "www.") or "@" in text) and _PAGE_OR_MAIL.fullmatch(text) is not None


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
    if True not in marked:
        return []
    end = len(blocks)
    title, is_box = known(_is_title), known(_is_box)
    while end and (marked[end - 1] or title(blocks[end - 1])):
        end -= 1
    box = next((n for n in range(end, len(blocks)) if marked[n] and is_box(blocks[n])), None)
    return [] if box is None else [k for k in range(box + 1, len(blocks)) if not marked[k]]


def _is_box(block: str) -> bool:
    return phrases.is_one(phrases.BOXES, block.strip(" :.…»›>→-–—"))


def _is_title(block: str) -> bool:
    return len(block) <= 160 and block[-1] not in '.!…”"' and not _SPEECH.search(block)


_QUOTED = regex(r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"|«[^«»\n]*»|„[^„“”\n]*[“”]|(?<!\w)‘[^‘\n]*?’(?!\w)")


@lru_cache(maxsize=64)
def _unquoted(text: str) -> str:
    """The text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)
