"""What looks like a headline, a subheading or a summary below the headline, by its own words."""

from __future__ import annotations

from reader.prose.lines import SPEECH, ends_like_a_headline, ends_like_a_sentence

#: Characters and words of the longest.
LONGEST_HEADLINE = (220, 34)
LONGEST_SUBHEADING = (110, 16)
LONGEST_DECK = 300
SHORTEST_DECK = 40

#: A subheading of more words is a sentence that lost its full stop, unless it is in title case.
PLAIN_WORDS = 8
#: The share of longer words that begin with a capital letter in title case.
TITLE_CASE = 0.6

_OPENING = "“\"‘'«„"
_CLOSING = "”\"’'»“"


def looks_like_headline(text: str) -> bool:
    """Whether a block may be the headline of what follows."""
    if not _is_short(text, LONGEST_HEADLINE) or not ends_like_a_headline(text):
        return False
    return not (text[0] in _OPENING and SPEECH.search(text))


def looks_like_subheading(text: str) -> bool:
    """Whether a block may head the blocks that follow it."""
    if text[0].islower() or not _is_short(text, LONGEST_SUBHEADING):
        return False
    words = text.split()
    if ends_like_a_sentence(text) and not (text.endswith("?") and len(words) <= PLAIN_WORDS):
        return False
    if len(words) > PLAIN_WORDS:
        long = [word for word in words if len(word) > 3]
        if sum(word[0].isupper() for word in long) < TITLE_CASE * len(long):
            return False
    return (text[0] not in _OPENING or text[-1] in _CLOSING) and not SPEECH.search(text)


def looks_like_deck(text: str) -> bool:
    """Whether a block right below the headline may be its summary: long, and without a full stop."""
    if not SHORTEST_DECK <= len(text) <= LONGEST_DECK or text[0] in _OPENING:
        return False
    return not ends_like_a_sentence(text) and not SPEECH.search(text)


def _is_short(text: str, bounds: tuple[int, int]) -> bool:
    if len(text) > bounds[0] or len(text.split()) > bounds[1]:
        return False
    return text[:1].isalpha() or any(map(str.isalpha, text))
