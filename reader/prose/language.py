"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from reader.prose.regex import regex

#: The commonest short words of languages in Latin script that tell them apart from each other.
_WORDS = {
    "en": "the of and to in that was for is on with said by at from as his were has are which this not an be it had",
    "de": "der die das und ist nicht mit von dem den ein eine auf für im des sich wird auch als zu sind hat einen nach",
    "fr": "le la les des et est une dans du pour qui que par sur au avec pas ce sont il plus été ont aux cette",
    "es": "el la los las y en que del una un por con para se es su al no lo como más fue ha pero sus este son",
    "it": "il di che la e è un per una del non con della sono gli le da nel alla dei si anche ha più come dal",
    "pt": "o de a que e do da em um uma os no na não para com por dos as foi se mais ao são das pelo também",
    "nl": "de het een van en is dat op te in zijn met voor niet aan er door om ook werd heeft maar bij uit naar",
    "sv": "och att det som en på är av för med har inte till den om ett var från de sig han kan efter vid",
    "da": "og at det som en på er af for med har ikke til den om et var fra de sig han kan efter ved blev",
    "no": "og at det som en på er av for med har ikke til den om et var fra de seg han kan etter ved ble",
    "fi": "ja on ei että se oli hän mutta ovat myös kun joka tai jo sen mukaan kuin ole ovat voi",
    "pl": "i w na z że się do nie jest to o jak przez po od za dla są został oraz był ma co",
    "cs": "a v na se že je z do o s za to pro by ale po jsou také který podle od jako byl",
    "ro": "și de la în a cu pe că nu un o din pentru este mai care au fost prin sunt al ale",
    "hu": "a az és hogy nem is egy van volt de meg ez csak már még szerint mint el fel",
    "tr": "ve bir bu da de için ile olarak daha çok olan gibi sonra kadar ancak ise göre en olduğunu dedi",
    "id": "dan yang di dengan untuk dari pada ini itu adalah tidak dalam akan oleh juga ke telah kata mereka",
    "vi": "và của là có trong cho được các một những với không người này đã khi từ theo về",
}
_OF_WORD: dict[str, list[str]] = {}
for _code, _list in _WORDS.items():
    for _word in dict.fromkeys(_list.split()):
        _OF_WORD.setdefault(_word, []).append(_code)

#: The letters of scripts, as patterns that are compiled only for a text that is not in Latin script.
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),  # kana before Han: Japanese uses both
    ("ko", r"[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", r"[\u3400-\u9fff]"),
    ("uk", r"[іїєґІЇЄҐ]"),
    ("ru", r"[\u0400-\u04ff]"),
    ("fa", r"[پچژگ]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("hy", r"[\u0530-\u058f]"),
    ("ka", r"[\u10a0-\u10ff]"),
)
#: How much of a text's letters a script must hold to name its language; marks of a single language need less.
_SHARE = {"ja": 0.05, "uk": 0.02, "fa": 0.01}

_NAMES = {
    "en": "english eng", "de": "german deutsch deu ger", "fr": "french français fra fre", "es": "spanish español spa",
    "it": "italian italiano ita", "pt": "portuguese português por", "nl": "dutch nederlands nld dut",
    "ru": "russian русский rus",
    "uk": "ukrainian українська ukr", "ar": "arabic العربية ara", "zh": "chinese 中文 zho chi",
    "ja": "japanese 日本語 jpn",
    "ko": "korean 한국어 kor", "pl": "polish polski pol", "tr": "turkish türkçe tur", "sv": "swedish svenska swe",
    "fa": "persian farsi fas", "he": "hebrew עברית heb",
}  # fmt: skip
_CODE_OF_NAME = {name: code for code, names in _NAMES.items() for name in names.split()}


#: A short text that only has one or two of a language's words may be in any other...
LEAST_DIFFERENT = 3
#: ...and these tell nothing: English has them too, in other places.
_TELL_NOTHING = frozenset(
    [
        "a",
        "i",
        "o",
        "s",
        "v",
        "u",
        "e",
        "y",
        "z",
        "w",
        "to",
        "do",
        "no",
        "so",
        "me",
        "on",
        "in",
        "is",
        "an",
        "as",
        "at",
        "de",
        "la",
        "van",
        "con",
        "par",
        "son",
    ]
)


_WORD = regex(r"[^\W\d_]+")


def detect(text: str, default: str = "en") -> str:
    """The language of a text as ISO 639-1, read from its first 4,000 characters; ``default`` where they don't tell."""
    sample = text[:4000].casefold()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if not letters:
        return default
    latin = sum(map(sample.count, "abcdefghijklmnopqrstuvwxyz")) > 0.6 * letters
    for code, script in () if latin else _SCRIPTS:
        if len(re.findall(script, sample)) >= _SHARE.get(code, 0.4) * letters:
            if code in ("uk", "fa") and not _mostly(sample, letters, "ru" if code == "uk" else "ar"):
                continue
            return code
    votes: Counter[str] = Counter()
    for word in filter(_OF_WORD.__contains__, words):
        for code in _OF_WORD[word]:
            votes[code] += 1
    if not votes:
        return default
    best = max(votes.values())
    if best < max(2, 0.04 * len(words)):
        return default
    leaders = sorted(code for code, count in votes.items() if count == best)
    telling = set(words).intersection(_WORDS[leaders[0]].split()) - (_TELL_NOTHING if default == "en" else set())
    if default in leaders or len(telling) < LEAST_DIFFERENT:
        return default
    return leaders[0]


def _mostly(sample: str, letters: int, script: str) -> bool:
    return len(re.findall(dict(_SCRIPTS)[script], sample)) >= 0.4 * letters


_CODE = regex(r"([a-z]{2})(?:[-_][a-z0-9-]+)?")


def language_code(value: str) -> str | None:
    """A language as formats name it ("en-US", "EN", "eng", "English") as ISO 639-1; None where it is none."""
    name = value.strip().casefold()
    if name in _CODE_OF_NAME:
        return _CODE_OF_NAME[name]
    found = _CODE.fullmatch(name)
    return found[1] if found else None
