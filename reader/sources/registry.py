"""Which module reads which file."""

from __future__ import annotations

from collections.abc import Callable

from reader.prose.visible import visible_line
from reader.sources import textfile
from reader.sources.article import Found
from reader.sources.errors import SourceError
from reader.sources.files import ANYWHERE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from reader.sources.files import Files

#: Reads one file: its bytes, how messages name it, the name of an outlet that nothing else names, and its path.
Read = Callable[[bytes, str, str, str | None], Found]

#: Files of a folder, one version each.
TEXT: dict[str, Read] = {
    ".txt": textfile.read,
    ".md": textfile.read,
    ".markdown": textfile.read,
    ".text": textfile.read,
}


def _json(data: bytes, where: str, outlet: str, path: str | None) -> Found:
    from reader.sources import jsonfile  # what reads fields takes as long to load as a folder of texts to read

    return jsonfile.read(data, where, outlet, path)


def _json_lines(data: bytes, where: str, outlet: str, path: str | None) -> Found:
    from reader.sources import jsonfile

    return jsonfile.read_lines(data, where, outlet, path)


#: Files of articles.
DATA: dict[str, Read] = {".json": _json, ".jsonl": _json_lines, ".ndjson": _json_lines}

#: Files that are not read yet, and what to do with them.
_OTHERS = {
    ".html": "web pages are not read; save the article's text as .txt",
    ".htm": "web pages are not read; save the article's text as .txt",
    ".xml": "XML is not read; save the article's text as .txt or as JSON",
    ".docx": "Word files are not read; save the article as plain text",
    ".doc": "Word files are not read; save the article as plain text",
    ".pdf": "PDF files are not read; save the article's text as .txt",
    ".csv": "tables are not read; give one JSON object a line, each with a text",
}


def read_file(path: Path, where: str | None = None, files: Files = ANYWHERE) -> Found:
    """The articles of one file, by the end of its name; a file with another ending counts as text."""
    where = visible_line(str(path)) if where is None else where
    suffix = path.suffix.lower()
    if suffix in _OTHERS:
        raise SourceError(where, _OTHERS[suffix])
    reader = TEXT.get(suffix) or DATA.get(suffix) or textfile.read
    return reader(files.read(path, where), where, visible_line(path.stem), visible_line(str(path)))
