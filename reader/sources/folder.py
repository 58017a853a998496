"""A folder of text files, one version each, with an optional cluster.toml; or a folder of JSON files."""

from __future__ import annotations

import stat
from pathlib import Path, PurePath

from reader.prose.visible import visible_line
from reader.sources import clustertoml
from reader.sources.article import Article, Found
from reader.sources.clustertoml import Settings
from reader.sources.errors import SourceError
from reader.sources.files import ANYWHERE, NO_FILE, Form, Together, natural, reason
from reader.sources.limits import MOST_FILES
from reader.sources.registry import DATA, TEXT, read_file
from reader.story import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.sources.files import Files

#: Files about the folder rather than versions in it.
_ABOUT = ("readme", "license", "licence", "changelog")


def read_folder(folder: Path, files: Files = ANYWHERE) -> Found:
    """The versions in a folder, in the order that cluster.toml gives, then by name ("revision 2" before "revision 10").

    Subfolders, hidden files, README and LICENSE are passed over. A file that can't be read, or a link that leads out of
    the folder, becomes a problem; a wrong cluster.toml is a SourceError.
    """
    where = visible_line(str(folder))
    settings = Settings()
    toml = folder / clustertoml.NAME
    if files.form(toml) in (Form.FILE, Form.OUT):
        if _is_pipe(toml, files):
            raise SourceError(visible_line(str(toml)), "this is not a file; make it one or remove it")
        settings = clustertoml.read(toml, files)
    paths, problems = _files(folder, where, files)
    paths = _ordered(folder, paths, settings, files)
    entries = _entries(folder, paths, settings, files)
    if not paths and not problems:
        from reader.sources.library import is_library  # which needs this module, and is needed for the message only

        if is_library(folder, files):
            raise SourceError(where, "there are clusters in the folders of this folder, and none in itself; name one")
        raise SourceError(
            where, "there are no articles in this folder; put one .txt or .md file for each version into it"
        )
    found: list[Found] = []
    together = Together()
    for path in paths:
        try:
            one = read_file(path, files=files)
        except SourceError as error:
            problems.append(error.notice)
        else:
            together.add(one, visible_line(str(path)))
            fields = entries.get(path, {})
            found.append(one._replace(articles=tuple(a._replace(**fields) for a in one.articles)) if fields else one)
    if not found:
        raise SourceError(problems[0].where, problems[0].message)
    articles = tuple(article for one in found for article in one.articles)
    return Found(
        articles,
        tuple(notice for one in found for notice in one.notices),
        settings.title or next((one.title for one in found if one.title), None),
        _base(articles, settings, visible_line(str(toml))),
        visible_line(folder.resolve().name),
        (*problems, *(notice for one in found for notice in one.problems)),
    )


def is_version(name: str) -> bool:
    """Whether a file of that name in a folder can hold a version, or several: hidden files and README can't."""
    path = PurePath(name)
    return not name.startswith(".") and path.stem.lower() not in _ABOUT and path.suffix.lower() in TEXT | DATA


def _files(folder: Path, where: str, files: Files) -> tuple[list[Path], list[Notice]]:
    problems: list[Notice] = []
    kept: list[Path] = []
    try:
        names = sorted(files.names(folder), key=lambda name: (natural(name), name))
    except OSError as error:
        raise SourceError(where, reason(error)) from None
    if len(names) > MOST_FILES:
        raise SourceError(
            where,
            f"there are {len(names)} files in this folder; at most {MOST_FILES} are looked at. Name the story's files",
        )
    for path in (folder / name for name in names):
        if not is_version(path.name):
            continue
        form = files.form(path, folder)
        if form is Form.OUT:
            told = f"this is {files.link}; left out. Name the file itself, or copy it"
            problems.append(Notice(visible_line(str(path)), told))
        elif form is Form.FILE and _is_pipe(path, files):
            problems.append(Notice(visible_line(str(path)), NO_FILE))
        elif form is not Form.FOLDER:
            kept.append(path)
    texts = [path for path in kept if path.suffix.lower() in TEXT]
    return texts or kept, problems  # beside text files, JSON files are something else: reports, reviews


def _is_pipe(path: Path, files: Files) -> bool:
    """Whether reading would wait for somebody to write; a pipe is read only where it is named by itself."""
    try:
        return stat.S_ISFIFO(files.status(path).st_mode)
    except OSError:  # reading says what is wrong
        return False


def _ordered(folder: Path, paths: list[Path], settings: Settings, files: Files) -> list[Path]:
    where = visible_line(str(folder / clustertoml.NAME))
    first = [_named(folder, name, "order", paths, where, files) for name in settings.order]
    return [*first, *(path for path in paths if path not in first)]


def _entries(folder: Path, paths: list[Path], settings: Settings, files: Files) -> dict[Path, dict[str, str]]:
    where = visible_line(str(folder / clustertoml.NAME))
    return {
        _named(folder, name, f"files.{name}", paths, where, files): dict(fields)
        for name, fields in (settings.files or {}).items()
    }


def _named(folder: Path, name: str, key: str, paths: list[Path], where: str, files: Files) -> Path:
    """The file that cluster.toml means: by its name, or by its name without the ending where only one file has it."""
    stems = [path for path in paths if path.stem == name]
    if len(stems) == 1 and not any(path.name == name for path in paths):
        return stems[0]
    return clustertoml.inside(folder, name, key, where, files)


def _base(articles: tuple[Article, ...], settings: Settings, where: str) -> str | None:
    if settings.base is None:
        return None
    for article in articles:
        path = Path(article.path or "")
        if settings.base in (path.name, path.stem, article.outlet):
            return article.where
    names = ", ".join(Path(article.path or "").name for article in articles[:10])
    raise SourceError(where, f"key 'base' names {settings.base!r}; it must be one of the files read: {names}")
