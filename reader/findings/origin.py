"""Who wrote a version first, where the text says so.

News agencies sign in a few set forms: a dateline "(AP) —", a byline "By A. Writer, Associated Press", a credit
"— Reuters" at the end, "The Associated Press contributed to this report", "per the AP", a copyright line. "KCNA said"
and "told Reuters" are sources of what is reported, not of the report.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings.finding import Evidence
from reader.frozen import NamedTuple
from reader.prose.countries import place_of
from reader.prose.kept import compiled
from reader.prose.regex import regex
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.story import Cluster, Paragraph, Version

#: The agencies that are known, each with the names it signs with.
AGENCIES = {
    "AP": ("Associated Press", "AP"),
    "Reuters": ("Thomson Reuters", "Reuters"),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP"),
    "dpa": ("Deutsche Presse-Agentur", "dpa", "DPA"),
    "PA Media": ("Press Association", "PA Media", "PA"),
    "UPI": ("United Press International", "UPI"),
    "Bloomberg": ("Bloomberg News", "Bloomberg"),
    "CNN Newsource": ("CNN Newsource", "CNN Wire"),
    "EFE": ("Agencia EFE", "EFE"),
    "ANSA": ("ANSA",),
    "APA": ("Austria Presse Agentur", "APA"),
    "Keystone-SDA": ("Keystone-SDA", "SDA"),
    "Ritzau": ("Ritzau",),
    "NTB": ("NTB",),
    "TT": ("TT Nyhetsbyrån",),
    "Xinhua": ("Xinhua",),
    "Kyodo": ("Kyodo News", "Kyodo"),
    "Yonhap": ("Yonhap News Agency", "Yonhap"),
    "PTI": ("Press Trust of India", "PTI"),
    "ANI": ("Asian News International", "ANI"),
    "IANS": ("IANS",),
    "TASS": ("TASS",),
    "Interfax": ("Interfax",),
    "AAP": ("Australian Associated Press", "AAP"),
    "CP": ("The Canadian Press", "Canadian Press"),
}
_NAMES = tuple({name: None for names in AGENCIES.values() for name in names})
#: How a line ends that an agency signs, but for one that says where it reports from ("Reuters in Berlin").
_SIGNATURES = tuple(
    name + more for name in _NAMES for more in ("", " News", " Writer", " Writers", " Reporter", " Reporters", " Staff")
)
#: Agencies that sign in a paragraph of their own, or say so, are surer than those that are only given credit.
_FORMS = ("signed", "copyright", "contributed", "credited")
#: A signature stands within this many characters of the beginning of the article's first paragraphs.
_DATELINE_WITHIN = 90


class Origin(NamedTuple):
    """The agency that a version comes from, and the words that say so."""

    agency: str
    evidence: tuple[Evidence, ...]


class _Sign(NamedTuple):
    agency: str
    form: int  #: its place in _FORMS
    paragraph: Paragraph
    start: int
    end: int


def origins(cluster: Cluster) -> Mapping[str, Origin]:
    """Version id -> who wrote it first, for the versions whose text says so, with the words that do."""
    found = {}
    for version in cluster.versions:
        origin = _origin(version)
        if origin is not None:
            found[version.id] = origin
    return found


def _origin(version: Version) -> Origin | None:
    signs = list(_signs(version))
    if signs:
        agency = min(signs, key=lambda s: s.form).agency
        return Origin(agency, tuple(_evidence(version, s) for s in signs if s.agency == agency))
    byline = version.byline or ""
    named = _byline().search(byline) if any(name in byline for name in _NAMES) else None
    return Origin(_agency(_named(named)), ()) if named else None


def _signs(version: Version) -> Iterator[_Sign]:
    bodies = 0
    names = [name for name in _NAMES if name in version.text]
    for paragraph in version.paragraphs:
        tells = paragraph.kind.tells and paragraph.kind not in (Kind.HEADLINE, Kind.SUBHEADING)
        named = any(name in paragraph.text for name in names)  # each grammar needs a name; it takes 1 ms to compile
        bodies += tells
        short = not tells or len(paragraph.text) < 2 * _DATELINE_WITHIN
        if named and short and (paragraph.text.rstrip().endswith(_SIGNATURES) or " in " in paragraph.text):
            for match in _byline().finditer(paragraph.text):
                yield _sign(paragraph, match, 0)
        if tells and bodies <= 2:
            known = (
                _dateline().search(paragraph.text, 0, _DATELINE_WITHIN)
                if named and _names_after("(", paragraph.text)
                else None
            )
            dateline = known or _any_dateline(paragraph.text)
            if dateline:
                yield _sign(paragraph, dateline, 0)
        if not named:
            continue
        if paragraph.text.rstrip().rstrip(")]").endswith(_NAMES) and (credit := _credit_line().search(paragraph.text)):
            yield _sign(paragraph, credit, 0)
        low = paragraph.text.lower()
        for form, said, grammar in _GIVEN:
            for match in grammar().finditer(paragraph.text) if any(words in low for words in said) else ():
                yield _sign(paragraph, match, form)
        if any(_names_after(by, paragraph.text) for by in ("Per ", "per ", "Via ", "via ", "ourtesy of ")):
            for match in _credited().finditer(paragraph.text):
                yield _sign(paragraph, match, _FORMS.index("credited"))


def _names_after(sign: str, text: str) -> bool:
    """Whether an agency is named right after some words: asked for before the grammar that is made to find them."""
    return any(part.removeprefix("The ").removeprefix("the ").startswith(_NAMES) for part in text.split(sign)[1:])


def _sign(paragraph: Paragraph, match: re.Match[str], form: int) -> _Sign:
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return _Sign(_agency(_named(match)), form, paragraph, start, match.end())


def _named(match: re.Match[str]) -> str:
    """The name in a match, whichever of the alternatives has it."""
    return next(value for value in match.groupdict().values() if value)


def _evidence(version: Version, sign: _Sign) -> Evidence:
    inside = [s for s in sign.paragraph.sentences if s.start <= sign.start < s.end]
    sentence = (inside or list(sign.paragraph.sentences))[0]
    return Evidence(version.id, sentence.id, max(sign.start, sentence.start), min(sign.end, sentence.end))


def _agency(name: str) -> str:
    folded = " ".join(name.split()).casefold().removeprefix("the ")
    for agency, names in AGENCIES.items():
        if any(folded == known.casefold().removeprefix("the ") for known in names):
            return agency
    return name


@lru_cache(maxsize=4)
def _names(group: str = "name") -> str:
    """A grammar of all agencies' names, under a group of that name."""
    known = sorted((n for names in AGENCIES.values() for n in names), key=len, reverse=True)
    return rf"(?P<{group}>(?:[Tt]he )?(?:{'|'.join(re.escape(n) for n in known)}))(?![\w-])"


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    """ "SEOUL, South Korea (AP) — ", "LONDON, Nov 30 (Reuters) -": at the beginning of an article."""
    return compiled(rf"\({_names()}(?:/[\w .]+)?\)(?=\s*[-–—:|.]|\s+[A-Z“\"])")


_ANY_DATELINE = regex(
    r"[A-Z][A-Z'’.-]{2,}(?:,? [A-Za-z'’.]+){0,5} \((?P<name>[A-Z][A-Za-z&]+(?: [A-Z][A-Za-z&]+){0,2})\)(?=\s*[-–—])"
)
_IN_BRACKETS = regex(r"\((?P<name>[^()]+)\)")


def _any_dateline(text: str) -> re.Match[str] | None:
    """ "PORT HALLOW (Northwire) — ": after a place in capitals whoever is named is the agency, known or not, unless it
    is the country that the place lies in."""
    found = _ANY_DATELINE.match(text) if "(" in text and text[:2].isupper() else None
    if found is None or place_of(found["name"]) is not None:
        return None
    return _IN_BRACKETS.match(text, found.start("name") - 1)


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    """ "By A. Writer, Associated Press", "Associated Press", "Reuters in Berlin", "A. Writer | AFP"."""
    by = r"(?:(?:By|From|Von|Por|Par|Source|Quelle|Agency|Written by)\b:?\s*)?"
    writer = r"(?:[^.!?\n]{2,60}?\s*[,|/·•–—-]\s*|[^.!?\n]{2,60} of )?"
    return compiled(rf"^{by}{writer}{_names()}(?: (?:News|Writers?|Reporters?|Staff|in [A-Z]\w+))?\s*$")


@lru_cache(maxsize=1)
def _credit_line() -> re.Pattern[str]:
    """ "… the ministry said. — Reuters", "(AFP)" at the end of a paragraph."""
    dashed = rf"(?<=[.!?”\"’)\s])\s*(?:[—–]|--|-)\s*{_names()}\s*$"
    return compiled(rf"{dashed}|(?<=[.!?”\"’])\s*[(\[]{_names('other')}[)\]]\s*$")


@lru_cache(maxsize=1)
def _copyright() -> re.Pattern[str]:
    return compiled(rf"(?:©|\(c\)|[Cc]opyright)\s*(?:\d{{4}}\s*)?{_names()}")


@lru_cache(maxsize=1)
def _contributed() -> re.Pattern[str]:
    people = r"(?: (?:writers?|reporters?|journalists?|correspondents?)[^.]{0,80})?"
    given = r"(?i:with (?:inputs?|reporting|material|files|additional reporting) (?:from|by)) (?:\w+ and )?"
    first = r"(?i:originally (?:published|written|reported) by) "
    return compiled(f"{_names()}{people} contributed\\b|{given}{_names('other')}|{first}{_names('third')}")


@lru_cache(maxsize=1)
def _credited() -> re.Pattern[str]:
    return compiled(rf"\b(?:[Pp]er|[Vv]ia|[Cc]ourtesy of) {_names()}")


#: How an agency is given credit: its place in _FORMS, what each way of saying it has in it, and its grammar.
_GIVEN = (
    (1, ("©", "(c)", "copyright"), _copyright),
    (
        2,
        ("contributed", "with input", "with report", "with material", "with files", "with add", "originally "),
        _contributed,
    ),
)
