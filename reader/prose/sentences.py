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
    from collections.abc import Iterable, Iterator

#: Characters given to sentencex at once. Its time grows with the square of the length where quotes and brackets stay
#: open (29 s for 1 MB of them), so a long text is cut piece by piece.
WINDOW = 4_000

#: No sentence is longer than this many characters; one that would be is cut at white space, or where none is, anywhere.
LONGEST = 4_000

#: A list item's marker has at most so many characters, the blank after it counted.
MARKER = 11
#: The last so many characters show a title or an abbreviation, with what stands before it.
LONGEST_TITLE = 8

_ENDS = ".!?…。！？｡؟۔।॥"
_CLOSERS = "\"'”’»›)]}）」』】》〉›“‘"
_MAY_END = regex(f"[\n{_ENDS}]")
#: A line in which nothing may end a sentence but what it ends with. Where one ends, sentencex also cuts at list items.
_SURE = regex(rf"[^\n{_ENDS})•·▪●◦‣⁃]*+[ {_ENDS}{re.escape(_CLOSERS)}]*")
#: A line that is one sentence: nothing in it may end one before its last character but a list item's marker, and what
#: goes on in small letters. Further bullets and markers may.
_ONE = regex(
    r"(?:(?:[-–*•·▪●◦‣⁃] )?(?:\(?\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\. (?=\w))?"
    rf"[^\s{_ENDS}]+(?:(?: |[{_ENDS}] (?=[a-z]+(?![^\W\d_])))"
    rf"(?![-–—*•·▪●◦‣⁃+(\[]|\w{{1,4}}[.)] )[^\s{_ENDS}]+)*[{_ENDS}]?"
    # Without blanks one ends before a capital letter only: not in "12.5", "(a.)", "x@y.example" and "Help!!".
    r'|["-\-/->@-~]*[.!?][!-@\[-~]*'
)
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
#: Blanks of more than one byte between a capital letter and its full stop, at which sentencex 1.0.32 panics.
_WIDE_BLANKS = regex(r"(?<=[^\W\d_])\s*[^\S\x00-\x7f](?=\.)")
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
_MAY_MISS = regex(r"[)\]…]|[!?]{2}")
#: What is in a text that has any of these, quotation marks or wide blanks.
_SIGNS = regex(r"[^\x00-\x7f]|[)\]\"]|[!?]{2}")
#: What still belongs to a sentence after its full stop and a blank: closing marks in French and in corpora that were
#: cut into words, and dots for what is left out.
_LATE = frozenset("»”\"'.…")
_LATE_CLOSER = regex(r"(?:[»”\"]|''|\.{3,}|…)(?=\s|$)\s*")


def sentences(
    text: str, language: str = "en", too_long: list[Span] | None = None, most: int | None = None
) -> list[Span]:
    """The sentences of one paragraph, in order, as spans that leave out nothing but white space.

    text: one paragraph; a line feed in it ends a sentence too.
    language: ISO 639-1; an unknown one is cut by the common rules.
    most: after more than so many the rest of the text is not looked at.
    No sentence is longer than ``LONGEST``: one that is stands there in pieces, and whole in ``too_long``, where that is
    given. The time grows in proportion to the length.
    """
    if len(text) <= LONGEST:
        bare = text.strip()
        if is_one(bare):
            start = 0 if len(bare) == len(text) else text.index(bare)
            return [Span(start, start + len(bare))] if bare else []
    return several(text, language, too_long, most)


def several(text: str, language: str, too_long: list[Span] | None = None, most: int | None = None) -> list[Span]:
    """The sentences of a paragraph that ``is_one`` isn't sure of; otherwise as ``sentences``."""
    found: list[Span] = []
    lines = [(0, text)] if "\n" not in text else [(line.start(), line.group()) for line in _LINE.finditer(text)]
    for at, line in lines:
        for start, end in _line(line, language) if len(line) > WINDOW else _short(line, language):
            if end - start <= LONGEST:
                found.append(Span(start + at, end + at))
                if most is not None and len(found) > most:
                    return found
                continue
            if too_long is not None:
                too_long.append(Span(start + at, end + at))
            found.extend(_bounded(text, start + at, end + at))
    return found


def is_one(text: str) -> bool:
    """Whether a text without white space around it is sure to be a single sentence, if it is no longer than one.

    So are the many short lines of a list or a table.
    """
    if _SURE.fullmatch(text) or _ONE.fullmatch(text):
        return True
    return _MAY_END.search(text) is None


def that_may_be_several(texts: Iterable[str]) -> list[int]:
    """The numbers of those of which ``is_one`` isn't sure, or that are too long to be one."""
    sure, one, may_end = _SURE.fullmatch, _ONE.fullmatch, _MAY_END.search
    return [
        n
        for n, text in enumerate(texts)
        if len(text) > LONGEST or not (text.isalpha() or sure(text) or one(text) or not may_end(text))
    ]


def _short(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of every sentence of a line of one window, white space around it left out."""
    cuts = _cut(text, language)
    if len(cuts) == 1:
        whole = _trimmed(text, 0, len(text))
        return [whole] if whole else []
    begin = end = 0
    parts: list[tuple[int, int] | None] = []
    for cut in cuts:
        if end and not _belongs(text, begin, end):
            parts.append(_trimmed(text, begin, end))
            begin = end
        end = cut
    parts.append(_trimmed(text, begin, end))
    return [part for part in parts if part]


def _line(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The same of a longer line."""
    begin = end = start = 0  # the sentence before, and where the window begins
    open_ended = True  # nothing is before, or the last window ended before its sentence did
    while start < len(text):
        cuts = _cut(text[start : start + WINDOW], language)
        last = start + WINDOW >= len(text)
        whole = len(cuts) > 1
        if whole and not last:
            cuts.pop()  # the window may have ended in the middle of it
        for cut in cuts:
            if not open_ended and not _belongs(text, begin, end):
                if words := _trimmed(text, begin, end):
                    yield words
                begin = end
            end = start + cut
            open_ended = False
        open_ended = not last and not whole
        start += cuts[-1] if cuts else WINDOW
    if words := _trimmed(text, begin, end):
        yield words


def _cut(text: str, language: str) -> list[int]:
    """Where sentencex's own sentences end, up to the end of the text.

    It never cuts inside quotation marks, where news tells half of its sentences; so it is shown other signs instead.
    """
    at = 0
    found: list[int] = []
    missed: list[tuple[int, int]] = []
    shown = text
    if _SIGNS.search(text):
        if _MAY_MISS.search(text):
            missed = [more.span() for more in _MORE_ENDS.finditer(text)]
            missed.reverse()
        shown = _QUOTES.sub(_neutral, text)
        if not shown.isascii():
            shown = _WIDE_BLANKS.sub(_blanks, shown)
    for boundary in get_sentence_boundaries(language, shown):
        end: int = boundary["end_index"]
        if text[end : end + 1] in _LATE:
            late = _LATE_CLOSER.match(text, end)
            if late:
                end = late.end()
        while missed and missed[-1][1] <= at:
            missed.pop()
        if missed and missed[-1][0] < end:
            for more in _MORE_ENDS.finditer(text, at, end):
                if at < more.end() < end:
                    at = more.end()
                    found.append(at)
        if end > at:
            found.append(end)
            at = end
    if at < len(text):
        found.append(len(text))
    return found


def _blanks(wide: re.Match[str]) -> str:
    """As many blanks."""
    return " " * len(wide.group())


def _neutral(quote: re.Match[str]) -> str:
    """Where quotation marks open a sign that sentencex takes for part of a word, else one that may follow a stop."""
    before, after = quote.string[quote.start() - 1 : quote.start()], quote.string[quote.end() : quote.end() + 1]
    closes = not after or after.isspace() or after in ",.;:!?)]"
    opens = not before or before.isspace() or before in "([{—–-"
    return "_" if opens and (not closes or quote.group() == "«") else "’"


def _belongs(text: str, begin: int, end: int) -> bool:
    """Whether the sentence that begins at ``begin`` was not over at ``end``, where sentencex cut it."""
    tail = text[max(begin, end - 80) : end]
    stripped = tail.rstrip()
    head = text[end : end + 40].lstrip()
    if not stripped or not head or not (head[0].isalnum() or any(c.isalnum() for c in head)):
        return True
    if len(stripped) == len(tail):  # no white space between the two
        words = stripped.rstrip(_CLOSERS)
        if words.endswith(_WIDE_ENDS):
            return False
        return not _sure_end(words, head)
    if len(tail) <= MARKER and _MARKER.fullmatch(tail):
        return True
    if head[0].islower():
        word = _LOWER.match(head)
        return word is None or word.group().islower()  # "iPhone" may begin a sentence
    if head.startswith(("--", "– ", "— ")):
        return True
    if stripped[-1] != ".":
        return bool(stripped.endswith(_CRY_ENDS) and _SPEAKER.match(head))
    if _TITLE_END.search(stripped[-LONGEST_TITLE:]):
        return True
    if head[0].isdigit() and _NUMBER_END.search(stripped[-LONGEST_TITLE:]):
        return True
    return stripped.endswith(("m.", "M.")) and bool(_CLOCK_END.search(stripped) and _CLOCK_NEXT.match(head))


def _sure_end(words: str, head: str) -> bool:
    """Whether a sentence ends between two pieces without white space between them: in "town.She", not "ex-U.S.".

    words: the end of the left one, without what closes behind its full stop.
    """
    bare = words.rstrip(".!?")
    if bare == words or len(bare) < 2 or not bare[-2:].isalpha() or "." in bare.split()[-1]:
        return False
    following = head.split(maxsplit=1)[0].rstrip(_ENDS + _CLOSERS)
    return head[0].isupper() and len(following) > 1 and "." not in following


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch of text without the white space around it; None where it is nothing else."""
    words = text[start:end]
    left = len(words.lstrip())
    return (end - left, start + len(words.rstrip())) if left else None


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The span, in pieces of at most LONGEST characters."""
    while end - start > LONGEST:
        at = next((n for n in range(start + LONGEST, start + LONGEST // 2, -1) if text[n].isspace()), start + LONGEST)
        if words := _trimmed(text, start, at):
            yield Span(*words)
        while at < end and text[at].isspace():
            at += 1
        start = at
    if start < end:
        yield Span(start, end)
