"""Who wrote it: bylines, names that stand alone, and datelines that do."""

from __future__ import annotations

from reader.prose.lines import SPEECH, ends_like_a_sentence
from reader.prose.regex import regex
from reader.prose.timestamps import LONGEST_DATED, is_timestamp, may_tell_when

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from reader.prose.sieve import Sieve

#: Longer lines are no bylines (characters).
LONGEST_BYLINE = LONGEST_DATED

_PARTICLE = r"(?:de|da|di|del|della|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e|and|und|et|with)"
_SMALL_WORDS = (*_PARTICLE[3:-1].split("|"), "")
_WORD = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁ](?:[\w’'`-]*[^\W\d_]\.?|\.{0,2}))"  # one way to match each word: no search can grow
_NAME_TEXT = rf"{_WORD}(?:\s+(?:{_WORD}|{_PARTICLE}(?=\s)))*\s+{_WORD}"
_ROLE = (
    r"(?:[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?|[Ww]riters?|[Ss]taff|[Cc]olumnist|[Nn]ews|[Pp]ress|AP|AFP|Reuters|BBC|CNN|UPI|"
    r"Bureau [Cc]hief)"
)
_OFFICE_TEXT = rf"(?:[\w’'-]+\s+){{0,4}}{_ROLE}(?:\s+{_ROLE})?"
_NAME, _OFFICE = regex(_NAME_TEXT), regex(_OFFICE_TEXT)
_DONE = (
    r"[Ww]ritten|[Ss]tory|[Rr]eport(?:ing|ed)?|[Pp]osted|[Pp]hotographs?|[Pp]hotography|[Aa]dditional reporting|"
    r"[Ee]dited|[Cc]ompiled"
)
_BY = (
    rf"(?:(?:{_DONE}) (?:by|BY):?|[Bb]y:?|BY:?|[Ff]rom|[Aa]uthors?:|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Dd]i|Автор:?|Текст:?)"
)
_WHO = rf"{_NAME_TEXT}|The {_WORD}(?:\s+{_WORD})*|[A-Z][A-Za-z]+(?= (?:[Ss]taff|[Rr]eporter|[Cc]orrespondent))"
_BYLINE = regex(rf"{_BY}\s+(?P<who>{_WHO})(?P<rest>.{{0,120}})$")
#: How all that _BYLINE matches begins.
_BYLINE_STARTS = (
    "Written", "written", "Story", "story", "Report", "report", "Posted", "posted", "Photograph", "photograph",
    "Additional", "additional", "Edited", "edited", "Compiled", "compiled", "By", "by", "BY", "From", "from", "Author",
    "author", "Von", "von", "Par", "par", "Por", "por", "Door", "door", "Di", "di", "Автор", "Текст",
)  # fmt: skip
_BYLINE_LETTERS = frozenset(start[:2] for start in _BYLINE_STARTS)
_AFTER_NAME = regex(r"(?i)(?:\s*[,|/;•·–—-]\s*|\s+(?:and|und|et|y|e|&|for|in|at|of|on)\s+|\s+)(?:\S.*)?")
_VERB = regex(r"\b(?:is|was|were|are|has|had|have|will)\b|\b(?:the|his|her|their|a)\b(?!\s+[A-Z])")
_CREDITS = regex(
    r"(?i)\(?(?:additional |further )?(?:reporting|editing|writing|compiled|translated|edited|written) by "
    r"[A-ZÀ-Þ].{2,200}$"
    r"|[A-ZÀ-Þ].{2,120}\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b.{0,40}$"
)
_AFTER_AUTHORS = regex(
    r"(?<!\s)\s*(?:[|•·/]|(?:Published|Updated|Posted)\b|"
    r",\s*[A-Z][a-z]* ?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ss]taff))"
)
_NOT_NAMES = regex(
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|The|A|An|This|That|These|It|He|She|They|We|You|I|In|On|At|No|Not|Why|How|What|Who|When|Where|"
    r"After|Before|New|More|Most|All|Key|Next|Last|First)\b"
)
_POSTED = regex(r"(?i)(?:posted|published|written|created|uploaded) by (?P<who>.{1,40}?),? (?:on|at) (?P<when>.+)$")
_POSTED_LETTERS = frozenset("pPwWcCuU")
_AFTER_PERSON = regex(rf",\s+{_OFFICE_TEXT}$")
_DIGIT = regex(r"\d")
_BETWEEN_NAMES = regex(r",\s+(?:and\s+)?|(?<!\s)\s+and\s+|(?<!\s)\s*[&|;]\s*")
_MAY_PART = regex(r"[|•·–—/,]|\s\s")
_PARTS = regex(r"(?<!\s)\s*[|•·–—/]\s*|\s{2,}|,\s*(?=(?:[Pp]ublished|[Uu]pdated|[Pp]osted)\b)")

_PLACE = r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я .’'-]{2,40}(?:,\s*[A-Z][\w. ]{1,30})?"
_DAY = r"(?:,\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}))?"
_AGENCY = r"\((?:AP|AFP|Reuters|UPI|dpa|DPA|Xinhua|TASS|ANI|PTI|IANS|Yonhap|Kyodo|CNN|BBC|ANSA|EFE)\)"
#: How datelines end.
DATELINE_ENDS = ("-", "–", "—", ")")
_DATELINE = regex(
    rf"{_PLACE}{_DAY}\s*(?:\([A-Z][\w /.]{{1,30}}\))?\s*[-–—]{{1,2}}"
    rf"|[A-ZÀ-ÞА-Я][\w .’'-]{{2,40}}(?:,\s*[A-Z][\w. ]{{1,30}})*\s*{_AGENCY}\s*[-–—]{{0,2}}"
)


def is_byline(text: str) -> bool:
    """Whether a block says nothing but who wrote it: "By Jane Roe", "By JANE ROE and John Doe, Staff Writers"."""
    if len(text) > LONGEST_BYLINE:
        return False
    if is_credit(text):
        return True
    found = _byline(text)
    if found is None or _NOT_NAMES.match(found["who"].removeprefix("The ")):
        return False
    rest = found["rest"]
    if not rest.strip(" .|"):
        return True
    if rest.endswith((".", "!", "?")) and len(rest) > 40:
        return False
    return bool(_AFTER_NAME.fullmatch(rest)) and not _VERB.search(rest)


def that_may_be_bylines(lines: Sieve) -> list[int]:
    """Of many lines those, in order, of which ``is_byline`` need be asked."""
    low = lines.folded()
    begun = (n for n, line in enumerate(lines.lines) if line[:2] in _BYLINE_LETTERS and line.startswith(_BYLINE_STARTS))
    return sorted({*begun, *low.having(" by "), *low.having("contributed")})


def _byline(text: str) -> re.Match[str] | None:
    return _BYLINE.match(text) if text.startswith(_BYLINE_STARTS) else None


def is_credit(text: str) -> bool:
    """Whether a block names those who reported and edited, as agencies do below the story."""
    if len(text) > LONGEST_BYLINE or not (" by " in (low := text.lower()) or "contributed" in low):
        return False
    return bool(_CREDITS.match(text)) and not SPEECH.search(text)


def is_dated_byline(text: str) -> bool:
    """Whether a block says who and when: "By Jane Roe | Published March 3, 2024"."""
    if len(text) > LONGEST_BYLINE or not may_tell_when(text) or not _DIGIT.search(text):
        return False
    posted = _posted(text)
    if posted:
        return is_timestamp(posted["when"])
    if not _MAY_PART.search(text):
        return False
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2:
        return False
    dates = [is_timestamp(part) for part in parts]
    if not any(dates):
        return False
    return all(when or is_byline(part) or is_person(part) for when, part in zip(dates, parts, strict=True))


def _posted(text: str) -> re.Match[str] | None:
    return _POSTED.match(text) if text[:1] in _POSTED_LETTERS else None


def is_person(text: str) -> bool:
    """Whether a block is shaped like a name or names: "Jane Roe", "Jane Roe and John Doe, Staff Writers"."""
    if len(text) > 80 or text[:1] in "0123456789" or any(c.isdigit() for c in text) or ends_like_a_sentence(text):
        return False
    if not _names_only(text.split(",", 1)[0]):
        return False
    names = _BETWEEN_NAMES.split(text)
    if not all(len(name.split()) <= 4 for name in names):
        return False
    if len(names) > 1 and _OFFICE.fullmatch(names[-1]):
        del names[-1]
    return not _NOT_NAMES.search(text) and all(_NAME.fullmatch(name) for name in names)


def _names_only(text: str) -> bool:
    """Whether every word has a capital letter or stands between names: what follows a comma may be an office."""
    return all(word[0].isupper() or word.strip("&|;") in _SMALL_WORDS for word in text.split())


def is_dateline(text: str) -> bool:
    """Whether a block is a place from which it was reported and nothing else: "LONDON (AP) —"."""
    may_be = len(text) <= 80 and text[:1] >= "A" and text.rstrip()[-1:] in DATELINE_ENDS
    return may_be and _DATELINE.fullmatch(text) is not None


def author(text: str) -> str | None:
    """The name or names in a block that says who wrote it; None where it says something else."""
    if len(text) > LONGEST_BYLINE:
        return None
    posted = _posted(text)
    if posted:
        return posted["who"]
    found = _byline(text)
    if found is None:
        names = [part for part in _PARTS.split(text) if is_person(part)]
        return (_AFTER_PERSON.sub("", names[0]) if "," in names[0] else names[0]) if names else None
    return _AFTER_AUTHORS.split(text[found.start("who") :])[0].strip(" ,.;-–—") or None
