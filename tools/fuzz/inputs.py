"""What is thrown at the reader: texts, articles, files and settings, made by hypothesis.

Most of it is news gone wrong: sentences out of the very words that the rules look for, told by several versions with
changes, so that they are aligned, compared and found different; and among them signs that command a terminal, lead a
browser or begin a formula, numbers past every range, and values of the wrong type.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tools.fuzz.words import DATES, ENDS, GAPS, HOSTILE, NUMBERS, SHAPES, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Stands in the words of a command for the paths.
PATHS = "PATHS"


@dataclass(frozen=True, slots=True)
class Case:
    """Files in an empty folder, and which of them are opened, from that folder; "-" is standard input."""

    files: Mapping[str, bytes]
    paths: tuple[str, ...] = (".",)
    stdin: bytes = b""
    words: tuple[str, ...] = ()  #: the words of a command, PATHS among them for the paths

    @property
    def size(self) -> int:
        """Bytes of it all."""
        return sum(map(len, self.files.values())) + len(self.stdin)


#: Any character that there is, and surrogates, which there are in JSON.
CHARACTER = st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=())
ANY_TEXT = st.text(CHARACTER, max_size=120)
WORD = st.one_of(*(st.sampled_from(words) for words in (WORDS, NUMBERS, DATES, WORDS, HOSTILE)))
#: What a field may hold.
NAME = st.one_of(st.sampled_from(HOSTILE), st.sampled_from(WORDS), ANY_TEXT, st.sampled_from(DATES))

_LOOSE = st.tuples(st.lists(WORD, min_size=1, max_size=9), st.sampled_from(ENDS)).map(
    lambda made: " ".join(made[0]) + made[1]
)
_SMALL = st.integers(1, 40).map(str)
_NUMBER = st.one_of(_SMALL, _SMALL, st.sampled_from(NUMBERS))
_DAY = st.one_of(st.sampled_from(["on Monday", "on Tuesday", "on 30 November"]), st.sampled_from(DATES))
#: One thing over and over.
_AGAIN = st.tuples(st.one_of(WORD, st.sampled_from(" ,.-'\"“(\n")), st.integers(2, 400)).map(
    lambda made: made[0] * made[1]
)


@st.composite
def _shaped(draw: st.DrawFn) -> list[str]:
    """A sentence in two or three forms that differ in what stands at its places."""
    shape = draw(st.sampled_from(SHAPES))
    made = []
    for _ in range(draw(st.integers(2, 3))):
        words = shape
        for place, filling in (("{n}", _NUMBER), ("{m}", _NUMBER), ("{d}", _DAY), ("{w}", WORD)):
            while place in words:
                words = words.replace(place, draw(filling), 1)
        made.append(words)
    return made


@st.composite
def stories(draw: st.DrawFn) -> list[str]:
    """The texts of two to four versions that tell much the same, each with its own changes."""
    alone = st.one_of(_LOOSE, ANY_TEXT, _AGAIN).map(lambda sentence: [sentence])
    told = draw(st.lists(st.one_of(_shaped(), _shaped(), alone), min_size=1, max_size=6))
    texts = []
    for _ in range(draw(st.integers(2, 4))):
        mine = []
        for forms in told:
            sentence = draw(st.sampled_from(forms))
            change = draw(st.integers(0, 7))
            if change == 0:
                continue
            if change == 1:
                words = sentence.split(" ")
                words[draw(st.integers(0, len(words) - 1))] = draw(WORD)
                sentence = " ".join(words)
            if change == 2:
                sentence = draw(_LOOSE)
            mine += [sentence, draw(st.sampled_from(GAPS))]
        texts.append("".join(mine))
    return texts


SCALAR = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT),
    st.sampled_from([10**30, -(2**63), 1e308, 1732950000]),
)
VALUE = st.recursive(SCALAR, lambda v: st.lists(v, max_size=3) | st.dictionaries(ANY_TEXT, v, max_size=3), max_leaves=6)
FIELDS = (
    *("outlet", "source", "source_domain", "hostname", "sitename", "headline", "title", "byline", "author", "authors"),
    *("published", "date", "date_publish", "publishedAt", "timestamp", "url", "link", "text", "maintext", "body"),
    *("content", "language", "lang", "name", "id", "articles", "path", "base", "paragraphs", "$date", "\x1b[2J"),
)


@st.composite
def articles(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Articles of one story, some of their fields hostile, some of the wrong type."""
    made = []
    for text in draw(stories()):
        article: dict[str, Any] = {"text": text}
        for name in draw(st.lists(st.sampled_from(FIELDS), max_size=4)):
            article[name] = draw(st.one_of(NAME, NAME, NAME, VALUE))
        made.append(article)
    return made


def dumped(value: Any) -> bytes:
    """A value as JSON."""
    return json.dumps(value).encode()


def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """Some bytes changed, or the end cut off."""
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        if made:
            made[draw(st.integers(0, len(made) - 1))] = draw(st.integers(0, 255))
    return bytes(made[: draw(st.one_of(st.just(len(made)), st.integers(0, len(made))))])


@st.composite
def json_files(draw: st.DrawFn) -> Case:
    """A file of articles, or what was one: .json, .jsonl, or standard input."""
    name = draw(st.sampled_from(["a.jsonl", "a.json", "a.ndjson", "-"]))
    wild = st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUE, max_size=6), max_size=4)
    made = draw(st.one_of(articles(), articles(), wild))
    form = draw(st.integers(0, 9))
    data = b"\n".join(map(dumped, made)) if form < 4 else dumped(made if form < 6 else {"articles": made, "title": "x"})
    if form == 7:
        data = spoilt(draw, data)
    if form == 8:
        data = draw(st.binary(max_size=300))
    if form == 9:
        data = draw(VALUE.map(dumped))
    return Case({}, ("-",), data) if name == "-" else Case({name: data}, (name,))


def _as_name(text: str) -> str:
    """Text as a file can be called: no slash, no NUL, at most so many bytes."""
    bare = text.replace("/", "").replace("\x00", "").encode("utf-8", "replace")
    return bare[:200].decode("utf-8", "ignore")


_FILE_NAME = (
    st.one_of(st.sampled_from(HOSTILE), st.sampled_from(WORDS), st.text(CHARACTER, max_size=20))
    .map(_as_name)
    .filter(lambda name: name not in ("", ".", ".."))
)
_FRONT = st.lists(
    st.tuples(st.sampled_from(["title", "author", "date", "outlet", "url", "language", "by", "x"]), NAME), max_size=5
).map(lambda entries: "---\n" + "".join(f"{key}: {value}\n" for key, value in entries) + "---\n")


@st.composite
def folders(draw: st.DrawFn) -> Case:
    """A folder of text files with any names, with or without front matter and a cluster.toml."""
    files: dict[str, bytes] = {}
    for n, text in enumerate(draw(stories())):
        ending = draw(st.sampled_from([".txt", ".txt", ".md", ".text"]))
        name = f"{draw(_FILE_NAME) if draw(st.booleans()) else n}{ending}"
        front = draw(_FRONT) if draw(st.booleans()) else ""
        data = (front + text).encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-16", "cp1252"])), "replace")
        files[name] = draw(st.binary(max_size=300)) if draw(st.integers(0, 9)) == 0 else data
    if draw(st.booleans()):
        files["cluster.toml"] = draw(_cluster_tomls(tuple(files))).encode("utf-8", "replace")
    return Case(files)


def _toml(text: str) -> str:
    """A string of TOML: ASCII, without what it does not know."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return '"' + "".join(f"\\U{ord(c):08x}" if not " " < c < "\x7f" or c in '"\\' else c for c in whole) + '"'


_DATE = st.sampled_from(
    [
        *("0001-01-01", "9999-12-31", "2024-11-30", "07:32:00", "x"),
        *("2024-11-30T23:59:59-12:00", "0001-01-01T00:00:00+14:00"),
    ]
)
_PLAIN = st.one_of(st.booleans().map(json.dumps), st.integers(-(2**63), 2**63 - 1).map(str), NAME.map(_toml))
_TOML_VALUE = st.one_of(
    *(_PLAIN, _PLAIN, _DATE, st.lists(_PLAIN, max_size=3).map(lambda items: f"[{', '.join(items)}]")),
    st.sampled_from(["[" * 3_000, "{a = " * 3_000, "1" * 5_000, "nan", "1e999", "-inf", "{}"]),
)


@st.composite
def _cluster_tomls(draw: st.DrawFn, names: tuple[str, ...]) -> str:
    """A cluster.toml for some files: right in most things."""
    right = {"title": _toml(draw(NAME)), "order": f"[{', '.join(map(_toml, names))}]", "base": _toml(names[0])}
    text = ""
    for key in draw(st.lists(st.sampled_from(["title", "order", "base", "x"]), unique=True, max_size=3)):
        text += f"{key} = {right.get(key, '1') if draw(st.integers(0, 4)) else draw(_TOML_VALUE)}\n"
    for name in names:
        if draw(st.booleans()):
            text += f"[files.{_toml(name)}]\n"
            for key in draw(
                st.lists(st.sampled_from(["outlet", "url", "headline", "byline"]), unique=True, max_size=3)
            ):
                text += f"{key} = {_toml(draw(NAME))}\n"
            if draw(st.booleans()):
                text += f"date = {draw(_DATE)}\n"
    return text if draw(st.integers(0, 5)) else draw(ANY_TEXT)


@st.composite
def settings_files(draw: st.DrawFn) -> Case:
    """A config.toml or a theme."""
    parts = ("ground", "text", "title", "quit", "next-finding", "scroll-down", "help", "\x1b[2J")
    keys = ("theme", "ascii", "mouse", "keys", "name", "dark", "ansi", "look", "x")
    text = ""
    for key in draw(st.lists(st.sampled_from(keys), unique=True, max_size=5)):
        if key in ("keys", "look"):
            text += f"[{key}]\n"
            for part in draw(st.lists(st.sampled_from(parts), unique=True, max_size=3)):
                text += f"{_toml(part)} = {draw(_TOML_VALUE)}\n"
        else:
            text += f"{key} = {draw(_TOML_VALUE)}\n"
    data = text.encode("utf-8", "replace") if draw(st.integers(0, 4)) else draw(st.binary(max_size=200))
    return Case({draw(st.sampled_from(["config.toml", "theme.toml"])): data})


_ARGUMENT = st.one_of(NAME, st.sampled_from(["v1", "v2", "-", "--", "--format", "", "..", "/", "read", "0"]))
_FORMAT = st.tuples(st.just("--format"), st.sampled_from(["json", "markdown", "html", "csv", "x\x1b[2J"]))
_OPTION = st.one_of(
    *(_FORMAT, _FORMAT, st.sampled_from([(f"--{n}",) for n in ("strict", "revisions", "review", "beside", "example")])),
    *(st.tuples(st.just("--base"), _ARGUMENT), st.tuples(st.just("--reviewer"), _ARGUMENT), st.tuples(_ARGUMENT)),
)
_FIRST = st.sampled_from([("report",), ("report",), ("read", "--linear"), ("check",), ("agree",), ("explain",)])


@st.composite
def commands(draw: st.DrawFn) -> Case:
    """Files with a command for them."""
    case = draw(st.one_of(folders(), json_files()))
    options = [word for words in draw(st.lists(_OPTION, max_size=3)) for word in words]
    return replace(case, words=(*draw(_FIRST), PATHS, *options))
