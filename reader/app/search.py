"""Finding words in all versions; case, accents and the form of quotation marks make no difference. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reader.app.reading import Reading
    from reader.story import Sentence

#: What is typed beyond this is not searched for.
LONGEST_QUERY = 200
#: Places beyond so many are not looked for: a letter may stand in a story ten million times.
MOST = 20_000

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
    more: bool = False  #: whether there are more than MOST

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
    plain = {character: _fold_character(character) for character in set(text)}
    folded = text.translate({ord(character): words for character, words in plain.items() if words != character})
    uneven = "".join(character for character, words in plain.items() if len(words) != 1)
    if not uneven:
        return folded, range(len(text) + 1)
    return folded, _Offsets(text, plain, re.compile(f"[{re.escape(uneven)}]"), len(folded))


class _Offsets(Sequence[int]):
    """The offsets where some characters became several or none: only their places are kept, however long the text."""

    def __init__(self, text: str, plain: Mapping[str, str], uneven: re.Pattern[str], length: int) -> None:
        self._length = length + 1
        self._starts: list[int] = []  #: where each of those begins in the folded text
        self._after: list[tuple[int, int]] = []  #: where it ends there, and where it stands in the text
        shift = 0
        for found in uneven.finditer(text):
            start = found.start() + shift
            shift += len(plain[found.group()]) - 1
            self._starts.append(start)
            self._after.append((found.end() + shift, found.start()))

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...

    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(self._length))]
        at = index + self._length if index < 0 else index
        if not 0 <= at < self._length:
            raise IndexError(index)
        n = bisect_right(self._starts, at) - 1
        if n < 0:
            return at
        end, stands = self._after[n]
        return stands if at < end else stands + 1 + at - end


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_SAME).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def search(reading: Reading, query: str, versions: Sequence[str]) -> Search:
    """Every place where the words stand in those versions, furniture and metadata too. An empty query finds nothing.

    Of more than MOST places those are found that come first in the story.
    """
    wanted = " ".join(fold(query[:LONGEST_QUERY])[0].split())
    if not wanted:
        return Search(query, (), {})
    index_of = reading.index_of
    where = [
        (index_of[paragraph.sentences[0].id], column, version_id, paragraph)
        for column, version_id in enumerate(versions)
        for paragraph in reading.cluster.version(version_id).paragraphs
        if paragraph.sentences
    ]
    where.sort(key=lambda item: item[:2])
    found: list[tuple[int, int, Match]] = []
    shows: dict[str, list[Match]] = {}
    for _, column, version_id, paragraph in where:
        for start, end in _places(paragraph.text, wanted, MOST + 1 - len(found)):
            first = bisect_right(paragraph.sentences, start, key=_end)
            last = bisect_left(paragraph.sentences, end, key=_start)
            if first < last:
                match = Match(version_id, paragraph.sentences[first].id, start, end)
                found.append((index_of[match.sentence], column, match))
                for sentence in paragraph.sentences[first:last]:
                    shows.setdefault(sentence.id, []).append(match)
        if len(found) > MOST:
            break
    found.sort(key=lambda item: item[:2])
    matches = tuple(match for _, _, match in found)
    return Search(query, matches[:MOST], {s: tuple(ms) for s, ms in shows.items()}, len(matches) > MOST)


def _places(text: str, wanted: str, most: int) -> Iterator[tuple[int, int]]:
    """Where folded words stand in a text, the first so many of the places."""
    folded, offsets = fold(text)
    at = folded.find(wanted)
    while at >= 0 and most > 0:
        yield offsets[at], offsets[at + len(wanted) - 1] + 1
        at = folded.find(wanted, at + len(wanted))
        most -= 1


def _start(sentence: Sentence) -> int:
    return sentence.start


def _end(sentence: Sentence) -> int:
    return sentence.end
