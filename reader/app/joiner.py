"""Joiners between letters: a letter behind one keeps the cells that it has by itself.

Sinhala, Malayalam, Bengali and others write U+200D between letters. Textual takes whatever stands behind one for part
of the picture before it, as in an emoji of several people, and gives it no cell; what follows would be written over it.
So to be laid out, and only there, another character stands for such a joiner: one without a width, that is in no text.
"""

from __future__ import annotations

import unicodedata

JOINER = "\u200d"
#: A deprecated format character, which ``reader.prose.visible`` lets through nowhere.
STAND_IN = "\u206a"

#: Categories of what emoji are made of.
_PICTURES = ("So", "Sk", "Sm")
_AS_A_PICTURE = "\ufe0f"


def laid_out(text: str) -> str:
    """The text, as long as it was, with something else for each joiner that joins no two pictures."""
    if JOINER not in text:
        return text
    found = list(text)
    for at, character in enumerate(text):
        if character == JOINER and not (at and _is_picture(text[at - 1]) and _is_picture(text[at + 1 : at + 2])):
            found[at] = STAND_IN
    return "".join(found)


def sent(data: str) -> str:
    """What is sent to a terminal, with the joiners that something stood for."""
    return data.replace(STAND_IN, JOINER)


def _is_picture(character: str) -> bool:
    return character == _AS_A_PICTURE or (character != "" and unicodedata.category(character) in _PICTURES)
