"""Finding words in all versions; case, accents and the form of quotation marks make no difference. Pure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.app.reading import Reading

#: What is typed beyond this is not searched for.
LONGEST_QUERY = 200

_SAME = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\n": " ", "\t": " "}
)


class Match(NamedTuple):
    """A place where the words were found: ``start`` to ``end`` in the text of the sentence's paragraph."""

    version: str
    sentence: str
    start: int
    end: int


class Search(NamedTuple):
    """What was searched for and every place where it was found."""

    query: str
    matches: tuple[Match, ...]  #: in the order of reading
    in_sentence: Mapping[str, tuple[Match, ...]]  #: sentence id -> the matches that show in it

    def after(self, match: Match | None, forward: bool, is_ahead: Callable[[Match], bool]) -> Match:
        """The next or the previous match, round and round. There has to be one.

        is_ahead: for whoever is at no match, whether one stands here or further on.
        """
        matches = self.matches
        if match in matches:
            return matches[(matches.index(match) + (1 if forward else -1)) % len(matches)]
        first = next((n for n, found in enumerate(matches) if is_ahead(found)), len(matches))
        return matches[(first if forward else first - 1) % len(matches)]


def fold(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is compared, and for each of its characters, and its end, the offset in the text as it stands."""
    if text.isascii():
        return text.lower().translate(_SAME), range(len(text) + 1)
    folded: list[str] = []
    offsets: list[int] = []
    for n, character in enumerate(text):
        plain = _fold_character(character)
        folded.append(plain)
        offsets.extend([n] * len(plain))
    offsets.append(len(text))
    return "".join(folded), offsets


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_SAME).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def search(reading: Reading, query: str, versions: Sequence[str]) -> Search:
    """Every place where the words stand in those versions, furniture and metadata too. An empty query finds nothing."""
    wanted = " ".join(fold(query[:LONGEST_QUERY])[0].split())
    if not wanted:
        return Search(query, (), {})
    found: list[tuple[int, int, Match]] = []
    shows: dict[str, list[Match]] = {}
    for column, version_id in enumerate(versions):
        for paragraph in reading.cluster.version(version_id).paragraphs:
            text, offsets = fold(paragraph.text)
            at = text.find(wanted)
            while at >= 0:
                start, end = offsets[at], offsets[at + len(wanted) - 1] + 1
                inside = [s for s in paragraph.sentences if s.start < end and start < s.end]
                if inside:
                    match = Match(version_id, inside[0].id, start, end)
                    found.append((reading.index_of[inside[0].id], column, match))
                    for sentence in inside:
                        shows.setdefault(sentence.id, []).append(match)
                at = text.find(wanted, at + len(wanted))
    found.sort(key=lambda item: item[:2])
    return Search(query, tuple(match for _, _, match in found), {s: tuple(ms) for s, ms in shows.items()})
