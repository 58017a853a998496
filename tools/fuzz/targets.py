"""What is fuzzed: a way in with what is thrown at it, and what is done with what comes of it."""

from __future__ import annotations

import io
import json
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from reader import collate
from reader.app.config import load_config
from reader.app.look import ThemeError, look
from reader.app.theming import load_themes, parse_theme
from reader.cli import main
from reader.commands.talk import OPEN
from reader.export.reviewed import only
from reader.review.byhand import by_hand
from reader.review.journal import Journal
from reader.review.matching import match, words_of
from reader.review.records import Reason, Verdict
from reader.review.session import Session
from reader.sources import SourceError, load
from tools.fuzz import checks, inputs, journals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy

    from reader.collation import Collation
    from reader.story import Cluster
    from tools.fuzz.inputs import Case


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes input from outside."""

    name: str
    cases: SearchStrategy[Case]
    check: Callable[[Case, Path], None]  #: given a case and an empty folder; raises whatever goes wrong


def write(case: Case, folder: Path) -> None:
    """Put a case's files into a folder."""
    for name, data in case.files.items():
        (folder / name).write_bytes(data)


def opened(case: Case, folder: Path) -> Cluster | None:
    """The cluster of a case, checked; None where it is refused, by an error that names the place."""
    write(case, folder)
    paths = [path if path == "-" else str(folder / path) for path in case.paths]
    try:
        cluster = load(*paths, stdin=io.BytesIO(case.stdin), first=lambda few: None)
    except SourceError as error:
        message = str(error)
    else:
        checks.cluster_holds(cluster)
        return cluster
    where = "standard input" if case.paths == ("-",) else str(folder)
    assert where in message, f"an error that names no place: {message}"
    checks.no_commands(message, "an error")
    return None


def through(case: Case, folder: Path) -> None:
    """Load it, collate it in two orders and as revisions, export it in every format, paint it on two screens."""
    cluster = opened(case, folder)
    if cluster is None:
        return
    collation = collate(cluster)
    checks.collation_holds(collation)
    checks.exports_hold(collation)
    checks.screen_holds(collation)
    turned = replace(cluster, versions=cluster.versions[::-1])
    assert checks.told(collate(turned)) == checks.told(collation), "the order of the versions changes the answer"
    assert checks.told(collate(cluster)) == checks.told(collation), "a second time, another answer"
    revisions = collate(cluster, revisions=True)
    checks.collation_holds(revisions)
    checks.exports_hold(revisions)
    checks.screen_holds(revisions)


def settled(case: Case, folder: Path) -> None:
    """Load a configuration or a theme; what is wrong with it is told in notices."""
    write(case, folder)
    config, wrong = load_config(folder / "config.toml")
    assert all(isinstance(keys, str) for keys in config.keys.values())
    (folder / "config.toml").unlink(missing_ok=True)
    themes, others = load_themes(folder)
    assert themes[0].name == "dark"
    for theme in themes:
        look(theme)
    for notice in (*wrong, *others):
        checks.no_commands(str(notice), "a notice")
    if "theme.toml" in case.files:
        try:
            parse_theme(case.files["theme.toml"].decode("utf-8", "replace"), "theme")
        except ThemeError as error:
            checks.no_commands(str(error), "an error")


@cache
def _story() -> Collation:
    """A small story with findings of all kinds, for journals to speak of."""
    texts = (
        "The ferry Aurelia ran aground on Saturday with 140 passengers on board.\n\nDivers will look at the hull.",
        "The ferry Aurelia ran aground on Sunday with 164 passengers on board.\n\nNo oil has leaked.",
    )
    lines = "\n".join(json.dumps({"outlet": f"paper {n}", "text": text}) for n, text in enumerate(texts))
    return collate(load("-", stdin=io.BytesIO(lines.encode())))


def reviewed(case: Case, folder: Path) -> None:
    """Read a journal, match it with a story, put what was made by hand into it, go on with it, and export it all."""
    collation = _story()
    finding = next(f for f in collation.findings if f.sides)
    data = case.files["journal.jsonl"].replace(b"FINDING", finding.id.encode())
    path = folder / "journal.jsonl"
    path.write_bytes(data)
    journal = Journal(path)
    session = Session(journal, "me", clock=lambda: "2024-11-30T06:35:00Z", new_id=lambda: "new")
    assert session.problem is None
    for odd in session.odd:
        checks.no_commands(odd.text, "an odd line")
        assert isinstance(odd.reason, Reason)
    for decision in session.state.decisions.values():
        for text in (decision.reviewer, decision.time, *(w.outlet for w in decision.words)):
            checks.no_commands(text, "a decision")
        for text in (decision.note or "", *(t for w in decision.words for t in (w.sentence, w.words))):
            checks.no_commands(text, "a decision", "\n\t")
    made = by_hand(collation, session.state)
    checks.collation_holds(made.collation)
    matched = match(made.collation, session.state, "me")
    checks.exports_hold(made.collation, (matched,))
    checks.exports_hold(only(made.collation, (matched,), "confirmed"), (matched,))
    checks.screen_holds(made.collation)
    before = len(journal.load().records)
    assert session.judge(finding.id, Verdict.CONFIRMED, words_of(collation, finding)) is None
    assert path.read_bytes().startswith(data), "something in the journal was changed"
    assert len(journal.load().records) == before + 1, "the record after it can't be read"


def commanded(case: Case, folder: Path) -> None:
    """Give it to the command: it reports, or says what is wrong and ends with 2."""
    write(case, folder)
    out, said = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    paths = [path if path == "-" else str(folder / path) for path in case.paths]
    words = [given for word in case.words for given in (paths if word == inputs.PATHS else [word])]
    source = io.TextIOWrapper(io.BytesIO(case.stdin))
    with redirect_stdout(out), redirect_stderr(said), _standard_input(source):
        try:
            code = main(words)
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 0
    assert code in (0, 2) or (code == OPEN and words[0] == "check"), f"exit code {code}"
    checks.no_commands(said.getvalue(), "standard error", "\n")
    assert code != 2 or said.getvalue().strip(), "not a word of what is wrong"
    out.seek(0)
    checks.no_commands(out.read(), "standard output", "\n")


@contextmanager
def _standard_input(stream: io.TextIOWrapper) -> Iterator[None]:
    before, sys.stdin = sys.stdin, stream
    try:
        yield
    finally:
        sys.stdin = before


TARGETS = (
    Target("articles", inputs.json_files(), through),
    Target("folder", inputs.folders(), through),
    Target("command", inputs.commands(), commanded),
    Target("journal", journals.journals(), reviewed),
    Target("settings", inputs.settings_files(), settled),
)
