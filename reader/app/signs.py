"""The signs on the screen. They carry the meaning; colour only helps.

Every sign is one cell wide in both sets, so that nothing else has to know which of them is in use.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.app.joiner import laid_out
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Signs(NamedTuple):
    """One character for each thing that the screen says with a sign."""

    ascii: bool  #: whether the terminal shows ASCII only, so that the text of the articles has to be ASCII too
    contradiction: str
    addition: str
    omission: str
    reworded: str
    moved: str
    base: str  #: before the name of the base
    bar: str  #: down the side of a passage that is a finding
    rule: str  #: a horizontal line
    column: str  #: between two panes
    crossing: str  #: where the rule under the heads meets a column
    absent: str  #: a version that has nothing in this row and need not have
    reported: str  #: a version that reports a passage, in the table of who reports what
    more: str  #: there is more to the right
    back: str  #: there is more to the left
    up: str  #: there is more above
    down: str  #: there is more below
    ellipsis: str  #: a name or a title that was cut
    folded: str  #: a row that stands for folded ones
    cursor: str  #: before the chosen line of a list, the current finding and the current row
    dot: str  #: between two parts of a line: "discrepancy · 2 of 4"
    confirmed: str
    dismissed: str
    unsure: str
    note: str
    map_track: str  #: the map where nothing is
    map_view: str  #: the part of the map that is on screen
    map_contradiction: str
    map_addition: str
    map_omission: str
    bar_full: str  #: done, in a progress bar
    bar_empty: str  #: still to do

    def text(self, text: str) -> str:
        """Article text, a name or a title as this terminal can show it; as long as it was."""
        return ascii_text(text) if self.ascii else laid_out(text)


UNICODE = Signs(
    ascii=False,
    contradiction="≠",
    addition="+",
    omission="−",
    reworded="~",
    moved="↕",
    base="●",
    bar="▏",
    rule="─",
    column="│",
    crossing="┼",
    absent="·",
    reported="•",
    more="▸",
    back="◂",
    up="▴",
    down="▾",
    ellipsis="…",
    folded="⋯",
    cursor="▌",
    dot="·",
    confirmed="✓",
    dismissed="✗",
    unsure="?",
    note="✎",
    map_track="▕",
    map_view="│",
    map_contradiction="▐",
    map_addition="▐",
    map_omission="▐",
    bar_full="━",
    bar_empty="─",
)

ASCII = Signs(
    ascii=True,
    contradiction="!",
    addition="+",
    omission="-",
    reworded="~",
    moved="^",
    base="*",
    bar="|",
    rule="-",
    column="|",
    crossing="+",
    absent=".",
    reported="o",
    more=">",
    back="<",
    up="^",
    down="v",
    ellipsis=">",
    folded=":",
    cursor=">",
    dot="-",
    confirmed="y",
    dismissed="d",
    unsure="?",
    note="i",
    map_track=" ",
    map_view="|",
    map_contradiction="!",
    map_addition="+",
    map_omission="-",
    bar_full="#",
    bar_empty=".",
)

#: For the console of Linux: its fonts have 256 or 512 characters, and these are in all that Debian has for Latin and
#: Cyrillic scripts (console-setup). What is missing in a font is drawn as one and the same box.
CONSOLE = UNICODE._replace(
    moved="^",
    bar="│",
    folded=":",
    cursor=">",
    confirmed="y",
    dismissed="d",
    note="i",
    map_track=" ",
    map_contradiction="≠",
    map_addition="+",
    map_omission="−",
)


def signs_for(ascii: bool, *, no_color: bool = False, term: str = "") -> Signs:
    """The signs for a terminal. Without colour the marks of the map have to tell the kinds apart by their form.

    term: its name, as in $TERM.
    """
    if ascii:
        return ASCII
    if term.partition("-")[0] == "linux":
        return CONSOLE
    if not no_color:
        return UNICODE
    return UNICODE._replace(
        map_contradiction=UNICODE.contradiction,
        map_addition=UNICODE.addition,
        map_omission=UNICODE.omission,
    )


def wants_ascii(env: Mapping[str, str]) -> bool:
    """Whether the locale says that the terminal shows no Unicode: C, POSIX or an encoding other than UTF-8.

    The first of LC_ALL, LC_CTYPE and LANG that is set decides, as in setlocale(3). Where none is set nothing is known,
    and a terminal of today shows Unicode. "en_US" names no encoding: such a locale is Latin-1 (glibc), so not UTF-8.
    """
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        locale = env.get(name)
        if locale:
            encoding = locale.partition("@")[0].partition(".")[2] or locale
            return encoding.lower().replace("-", "") != "utf8"
    return False


def ascii_text(text: str) -> str:
    """The text in ASCII, one character for each, so that offsets stay true.

    Accents are dropped, typographic marks become the plain ones, Greek and Cyrillic letters the nearest Latin letter;
    what has no counterpart becomes "?". An ellipsis becomes a single full stop, for the same reason.
    """
    return text if text.isascii() else "".join(map(_ascii, text))


#: What decomposition doesn't give: the character to show, and those it stands for.
_PLAIN = {
    character: plain
    for plain, characters in (
        ("'", "‘’‚‛‹›′"),
        ('"', "“”„‟«»″"),
        ("-", "‐‑‒–—―−\u00ad"),
        ("*", "•●▪◦"),
        (".", "…·"),
        (" ", "\u00a0\u2028\u2029\u200b\u200c\u200d\u2060\ufeff"),
        ("x", "×"),
        ("/", "÷"),
        ("s", "ß"),
        ("a", "æ"),
        ("A", "Æ"),
        ("o", "œø"),
        ("O", "ŒØ"),
        ("d", "ðđ"),
        ("D", "ÐĐ"),
        ("t", "þ"),
        ("T", "Þ"),
        ("l", "ł"),
        ("L", "Ł"),
        ("i", "ı"),
        ("E", "€"),
        ("L", "£"),
        ("Y", "¥"),
        ("c", "¢©"),
        ("R", "®"),
        ("!", "¡"),
        ("?", "¿"),
        ("<", "←"),
        (">", "→"),
        ("^", "↑"),
        ("v", "↓"),
    )
    for character in characters
}
_LETTERS = {
    **dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", "abvgdeezzijklmnoprstufhccss'y'euaiieg", strict=True)),
    **dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "abgdezhqiklmnxoprsstyfxpo", strict=True)),
}
#: Combining accents, which the letter before them has lost.
_ACCENTS = {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"', "\u0327": ","}


@lru_cache(maxsize=4096)
def _ascii(character: str) -> str:
    if character.isascii():
        return character
    for table in (_PLAIN, _ACCENTS, _LETTERS):
        if character in table:
            return table[character]
    if character.lower() in _LETTERS:
        return _LETTERS[character.lower()].upper()
    plain = unicodedata.normalize("NFKD", character)[0]
    if plain.isascii():
        return plain if plain.isprintable() else "?"
    # an accented letter of another alphabet, or a control picture for a character that is not shown
    letter = _LETTERS.get(plain.lower(), "?")
    return letter if plain.islower() else letter.upper()
