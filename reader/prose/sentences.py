"""Where sentences end.

``sentencex`` cuts; what it cuts too finely in news ("ex-U.|S. envoy", "3 p.m.|Tuesday", "1.|First") is glued again.
"""

from __future__ import annotations

import re

from sentencex import get_sentence_boundaries

from reader.prose.regex import regex
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Characters given to sentencex at once. Its time grows with the square of the length where quotes and brackets stay
#: open (29 s for 1 MB of them), so a long text is cut piece by piece.
WINDOW = 4_000

#: No sentence is longer than this many characters; one that would be is cut at white space, or where none is, anywhere.
LONGEST = 4_000

_ENDS = ".!?…。！？｡؟۔।॥"
_CLOSERS = "\"'”’»›)]}）」』】》〉›“‘"
_MAY_END = regex(f"[\n{_ENDS}]")
_WIDE_ENDS = ("。", "！", "？", "｡", "؟", "۔", "।", "॥", "…")

_TITLES = (
    "Adm|Amb|Ald|Asst|Atty|Brig|Capt|Cmdr|Cmsr|Col|Cpl|Cpt|Det|Dr|Fr|Gen|Gov|Hon|Insp|Lt|Maj|Messrs|Mlle|Mme|Mr|Mrs|Ms|Mt|Ofc|"
    "Pfc|Pres|Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Spc|Sr|Sra|Srta|St|Ste|Supt|vs|approx|Ft|Hr|Fr|Univ"
)
_TITLE_END = regex(rf"(?:^|[\s(“\"‘'\-–—])(?:{_TITLES})\.$")
_NUMBER_END = regex(
    r"(?i)(?:^|[\s(])(?:No|Nos|Nr|art|fig|p|pp|vol|ch|sec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_CLOCK_END = regex(r"\d\s*[ap]\.m\.$", re.IGNORECASE)
_CLOCK_NEXT = regex(
    r"\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?\b|[A-Z]{2,4}T\b|ET\b|PT\b|CT\b|MT\b|UTC\b|"
    r"Eastern|Pacific|Central|Mountain|Greenwich|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
#: All that stands before a list item or an answer: "1.", "2)", "• 3.", "Q."
_MARKER = regex(r"\s*(?:[-–*•·▪●◦‣⁃]\s*)?(?:\(?\d{1,3}[.)]{1,2}|[A-Za-z][.)]|[ivxIVX]{1,4}[.)])\s*$")
_QUOTES = regex('["“”„«»]')
#: Who said it, after a question or a cry: "“You want to pet him?” Mr. Roe asked his daughters."
_CRY_ENDS = tuple(cry + quote for cry in "!?" for quote in '"”’»')
_SPEAKER = regex(
    r"(?:[A-Z][\w.’'-]*\s+){1,5}(?:said|says|asked|asks|cried|told|added|wrote|replied|shouted|yelled|tweeted|answered|"
    r"continued|demanded)\b"
)
_LINE = regex(r"[^\n]+")
_LOWER = regex(r"[^\W\d_]*")
#: Where sentencex does not see an end: after brackets with a full stop in them, after "!!!" and "…".
_MORE_ENDS = regex(
    r"(?:\b[a-zà-ÿа-я]{2,}[.!?][”\"’']?[)\]]|(?<![!?])[!?]{2,}[”\"’')]*|…[”\"’')]*)\s+(?=[\"“‘'(]?[A-ZÀ-ÞА-Я])"
)
#: What still belongs to a sentence after its full stop and a blank: closing marks in French and in corpora that were
#: cut into words, and dots for what is left out.
_LATE_CLOSER = regex(r"(?:[»”\"]|''|\.{3,}|…)(?=\s|$)\s*")


def sentences(text: str, language: str = "en", too_long: list[Span] | None = None) -> list[Span]:
    """The sentences of one paragraph, in order, as spans that leave out nothing but white space.

    text: one paragraph; a line feed in it ends a sentence too.
    language: ISO 639-1; an unknown one is cut by the common rules.
    No sentence is longer than ``LONGEST``: one that is stands there in pieces, and whole in ``too_long``, where that is
    given. The time grows in proportion to the length.
    """
    if len(text) <= LONGEST and not _MAY_END.search(text):  # the many short lines of a list or a table
        bare = text.strip()
        start = 0 if len(bare) == len(text) else text.index(bare)
        return [Span(start, start + len(bare))] if bare else []
    found: list[Span] = []
    for line in _LINE.finditer(text):
        for start, end in _line(line.group(), language):
            if end - start > LONGEST and too_long is not None:
                too_long.append(Span(start + line.start(), end + line.start()))
            found.extend(_bounded(text, start + line.start(), end + line.start()))
    return found


def _line(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a line, white space around it left out."""
    start = 0
    before: tuple[int, int] | None = None
    open_ended = False  # the last window ended before its sentence did
    while start < len(text):
        cuts = [end for _, end in _cut(text[start : start + WINDOW], language)]
        last = start + WINDOW >= len(text)
        whole = len(cuts) > 1
        if whole and not last:
            cuts.pop()  # the window may have ended in the middle of it
        for end in cuts:
            begin = start if before is None else before[1]
            piece = (begin, start + end)
            if before is None:
                before = piece
            elif open_ended or _belongs(text, before, piece):
                before = (before[0], piece[1])
            else:
                yield from _trimmed(text, *before)
                before = piece
            open_ended = False
        open_ended = not last and not whole
        start += cuts[-1] if cuts else WINDOW
    if before is not None:
        yield from _trimmed(text, *before)


def _cut(text: str, language: str) -> Iterator[tuple[int, int]]:
    """sentencex's own sentences, as start and end, without gaps from 0 to the end of the text.

    It never cuts inside quotation marks, where news tells half of its sentences; so it is shown other signs instead.
    """
    at = 0
    for boundary in get_sentence_boundaries(language, _QUOTES.sub(_neutral, text)):
        end = boundary["end_index"]
        late = _LATE_CLOSER.match(text, end)
        if late:
            end = late.end()
        for more in _MORE_ENDS.finditer(text, at, end):
            if at < more.end() < end:
                yield at, more.end()
                at = more.end()
        if end > at:
            yield at, end
            at = end
    if at < len(text):
        yield at, len(text)


def _neutral(quote: re.Match[str]) -> str:
    """Where quotation marks open a sign that sentencex takes for part of a word, else one that may follow a stop."""
    before, after = quote.string[quote.start() - 1 : quote.start()], quote.string[quote.end() : quote.end() + 1]
    closes = not after or after.isspace() or after in ",.;:!?)]"
    opens = not before or before.isspace() or before in "([{—–-"
    return "_" if opens and (not closes or quote.group() == "«") else "’"


def _belongs(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the sentence was not over where sentencex cut it."""
    begin = max(left[0], left[1] - 80)
    tail = text[begin : left[1]]
    stripped = tail.rstrip()
    head = text[right[0] : right[0] + 40].lstrip()
    if not stripped or not head or not (head[0].isalnum() or any(c.isalnum() for c in head)):
        return True
    if len(stripped) == len(tail):  # no white space between the two
        words = stripped.rstrip(_CLOSERS)
        if words.endswith(_WIDE_ENDS):
            return False
        return not _sure_end(words, head)
    if left[1] - left[0] < 12 and _MARKER.fullmatch(text[left[0] : left[1]]):
        return True
    if head[0].islower():
        word = _LOWER.match(head)
        return word is None or word.group().islower()  # "iPhone" may begin a sentence
    if head.startswith(("--", "– ", "— ")):
        return True
    if not stripped.endswith("."):
        return bool(stripped.endswith(_CRY_ENDS) and _SPEAKER.match(head))
    if _TITLE_END.search(stripped):
        return True
    if head[0].isdigit() and _NUMBER_END.search(stripped):
        return True
    return bool(_CLOCK_END.search(stripped) and _CLOCK_NEXT.match(head))


def _sure_end(words: str, head: str) -> bool:
    """Whether a sentence ends between two pieces without white space between them: in "town.She", not "ex-U.S.".

    words: the end of the left one, without what closes behind its full stop.
    """
    bare = words.rstrip(".!?")
    if bare == words or len(bare) < 2 or not bare[-2:].isalpha() or "." in bare.split()[-1]:
        return False
    following = head.split(maxsplit=1)[0].rstrip(_ENDS + _CLOSERS)
    return head[0].isupper() and len(following) > 1 and "." not in following


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The span, in pieces of at most LONGEST characters."""
    while end - start > LONGEST:
        at = next((n for n in range(start + LONGEST, start + LONGEST // 2, -1) if text[n].isspace()), start + LONGEST)
        yield from (Span(*span) for span in _trimmed(text, start, at))
        while at < end and text[at].isspace():
            at += 1
        start = at
    if start < end:
        yield Span(start, end)
