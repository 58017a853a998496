"""The command line as a process: what is printed where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import reader
from reader import cli
from reader.commands.parsers import read_parser, report_parser
from tests.hostile import forbidden, write_articles, write_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTICLES = [
    {
        "source": "Harbour Post",
        "title": "Ferry runs aground",
        "text": "The ferry ran aground on Saturday with 140 aboard.",
    },
    {"source": "Coast Radio", "title": "Ferry grounded", "text": "The ferry ran aground on Saturday with 164 aboard."},
]


def variorum(
    *words: str | Path, cwd: Path | None = None, stdin: str | bytes = b"", **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the command, without a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", *map(str, words)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        timeout=120,
        cwd=cwd,
        env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environ},
    )
    text = (done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    return subprocess.CompletedProcess(done.args, done.returncode, *text)


def test_version() -> None:
    done = variorum("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"variorum {reader.__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "closed", "code", "told"),
    [
        ("report story --format csv", "1>&-", 2, "variorum: cannot write to standard output: it is closed\n"),
        ("read --linear story", "1>&-", 2, "variorum: cannot write to standard output: it is closed\n"),
        ("report missing", "2>&-", 2, ""),
        ("report missing", "2>/dev/full", 2, ""),
        ("report story missing --format csv", "2>&-", 0, "finding,"),  # a notice is no part of the report
        ("story", "0<&-", 0, "Passage 1 of "),
        ("report -", "0<&-", 2, "variorum: standard input: it is closed; give a path, or articles to read there\n"),
        ("story", "0<&- 1>&- 2>&-", 2, ""),
    ],
)
def test_streams_that_are_closed(story: Path, words: str, closed: str, code: int, told: str) -> None:
    """As by a service manager, or a shell's ``>&-``: an error where there has to be one, and nothing goes elsewhere."""
    done = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m reader {words} {closed}'],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=story.parent,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    assert done.returncode == code, done
    assert told in done.stdout + done.stderr
    assert "variorum: " not in done.stdout
    assert told or not done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_help_names_every_way_in() -> None:
    done = variorum("--help")
    assert done.returncode == 0
    for word in ("PATH", "--example", "--base", "--strict", "--theme", "--ascii", "--no-mouse", "exit codes"):
        assert word in done.stdout
    for command in ("read --linear", "report", "explain", "check", "agree"):
        assert f"variorum {command} PATH" in done.stdout


def test_without_a_path_it_says_what_to_type_and_names_the_examples() -> None:
    for words in ([], ["--example"]):
        done = variorum(*words)
        assert (done.returncode, done.stderr) == (0, "")
        assert "variorum PATH..." in done.stdout
        assert done.stdout.count("variorum --example ") >= 3


def test_report_is_json_unless_asked_otherwise(story: Path) -> None:
    done = variorum("report", story)
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert report["schema"] == "variorum/1"
    assert len(report["versions"]) == 3
    assert done.stdout.endswith("\n")


@pytest.mark.parametrize(("format", "sign"), [("markdown", "# "), ("html", "<!doctype html>"), ("csv", ",")])
def test_report_in_other_formats(story: Path, format: str, sign: str) -> None:
    done = variorum("report", story, "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert sign in done.stdout.lower()


def test_report_as_csv_has_a_row_for_each_finding(story: Path) -> None:
    findings = json.loads(variorum("report", story).stdout)["findings"]
    rows = list(csv.DictReader(io.StringIO(variorum("report", story, "--format", "csv").stdout)))
    assert {row["finding"] for row in rows} == {finding["id"] for finding in findings}


def test_base_by_outlet_and_by_id(story: Path) -> None:
    report = json.loads(variorum("report", story, "--base", "island-daily").stdout)
    outlets = {v["id"]: v["outlet"] for v in report["versions"]}
    assert outlets[report["base"]] == "island-daily"
    assert json.loads(variorum("report", story, "--base", "v2").stdout)["base"] == "v2"
    done = variorum("report", story, "--base", "nobody")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no version 'nobody'" in done.stderr
    assert "island-daily" in done.stderr


def test_articles_on_standard_input() -> None:
    done = variorum("report", "-", stdin="\n".join(map(json.dumps, ARTICLES)))
    assert done.returncode == 0, done.stderr
    assert [v["outlet"] for v in json.loads(done.stdout)["versions"]] == ["Harbour Post", "Coast Radio"]


def test_output_is_utf_8_whatever_the_locale(story: Path) -> None:
    (story / "harbour-post.txt").write_text("Fähre läuft auf Grund\n\nDie Fähre „Aurelia“ lief auf Grund.\n", "utf-8")
    done = variorum("report", story, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "Die Fähre „Aurelia“ lief auf Grund." in json.dumps(json.loads(done.stdout), ensure_ascii=False)


# Errors


def test_bad_input_is_named_with_exit_code_2(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for path in (tmp_path / "missing", empty):
        done = variorum("report", path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("variorum: ")
        assert path.name in done.stderr
        assert "Traceback" not in done.stderr


def test_a_bad_file_among_good_ones_is_a_notice_and_strict_refuses(story: Path) -> None:
    (story / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    done = variorum("report", story)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["versions"]) == 3
    assert "picture.txt" in done.stderr
    done = variorum("report", story, "--strict")
    assert (done.returncode, done.stdout) == (2, "")
    assert "picture.txt" in done.stderr


def test_the_reader_without_a_terminal_says_so_and_prints_the_linear_text(story: Path) -> None:
    done = variorum(story)
    assert done.returncode == 0
    assert done.stderr == (
        "variorum: the reader needs a terminal, and standard output is none; "
        "here is the text instead, as variorum read --linear prints it\n"
    )
    linear = variorum("read", "--linear", story)
    assert (linear.returncode, linear.stdout, linear.stderr) == (0, done.stdout, "")
    assert "“140”" in linear.stdout
    plain = variorum("read", "--linear", "--ascii", story)
    assert (plain.returncode, plain.stdout) == (0, linear.stdout.replace("“", '"').replace("”", '"'))


def test_report_without_a_path(tmp_path: Path) -> None:
    done = variorum("report", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--example NAME" in done.stderr
    assert "./report" not in done.stderr


def test_a_path_called_report_is_opened_as_dot_slash_report(story: Path) -> None:
    named = story.rename(story.parent / "report")
    done = variorum("report", cwd=named.parent)
    assert done.returncode == 2
    assert "type ./report" in done.stderr
    done = variorum("report", "./report", cwd=named.parent)
    assert len(json.loads(done.stdout)["versions"]) == 3
    # And without the command's name in front of it, it is the reader's.
    done = variorum("./report", cwd=named.parent)
    assert "the reader needs a terminal" in done.stderr


def test_wrong_options() -> None:
    for words, said in [
        (["--nope"], "--nope"),
        (["report", "x", "--format", "pdf"], "pdf"),
        (["report", "--example", "no-such-example"], "no example 'no-such-example'; there are: "),
        (["report", "--example"], "which example?"),
        (["report", "x", "--example", "y"], "not both"),
    ]:
        done = variorum(*words)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr


def test_messages_show_control_characters_and_do_not_send_them(tmp_path: Path) -> None:
    for words in (
        ["report", tmp_path / "\x1b]0;owned\x07\u202e.txt"],
        ["--\x1b[31m"],
        ["report", "--example", "\x9b31m"],
    ):
        done = variorum(*words)
        assert done.returncode == 2
        assert not set(done.stderr) & set("\x1b\x07\u202e\x9b")
        assert "\\x" in done.stderr or "\u241b" in done.stderr


# Where it is written


def test_output_to_a_file(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = variorum("report", story, "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_text("utf-8") == variorum("report", story).stdout
    assert target.stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "story"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_output_dash_is_standard_output(story: Path) -> None:
    printed = variorum("report", story).stdout
    assert printed.startswith("{")
    assert variorum("report", story, "-o", "-").stdout == printed


def test_output_keeps_a_link_and_the_permissions(story: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(real)
    assert variorum("report", story, "-o", link).returncode == 0
    assert link.is_symlink()
    assert json.loads(real.read_text("utf-8"))["schema"] == "variorum/1"
    assert real.stat().st_mode & 0o777 == 0o640


def test_output_that_cannot_be_written_is_named_and_nothing_is_left(story: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for target, why in [(folder, "Is a directory"), (tmp_path / "no" / "x.json", "No such file or directory")]:
        done = variorum("report", story, "-o", target)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"cannot write {target}: {why}" in done.stderr
    assert list(folder.iterdir()) == []


def test_a_failed_write_leaves_the_old_file(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    # A limit of 1 block on the size of files stands for a full disk.
    script = 'ulimit -f 1; exec "$@"'
    done = subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, "-m", "reader", "report", str(story), "-o", str(target)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 2
    assert f"cannot write {target}: File too large" in done.stderr
    assert target.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "story"]


def test_a_reader_of_the_output_that_stops_is_no_error(story: Path) -> None:
    script = f'"{sys.executable}" -m reader report "{story}" --format html | head -c 5'
    done = subprocess.run(["bash", "-c", f"{script}; echo; echo ${{PIPESTATUS[0]}}"], capture_output=True, timeout=120)
    head, status = done.stdout.decode().split()
    assert len(head) == 5
    assert status in ("0", "141")  # 0 where all of it went into the pipe before head was done
    assert done.stderr == b""


# Hostile text


@pytest.mark.parametrize("format", ["json", "markdown", "html", "csv"])
@pytest.mark.parametrize("write", [write_articles, write_folder])
def test_no_control_character_is_printed(tmp_path: Path, write: Callable[[Path], Path], format: str) -> None:
    path = write(tmp_path / "evil\x1b]0;TITLE\x07.jsonl")
    done = variorum("report", path, "--format", format)
    assert done.returncode == 0
    assert not forbidden(done.stdout, allowed="\r" if format == "csv" else "")
    assert not forbidden(done.stderr)
    assert "[/nope]" in done.stdout if format != "markdown" else "nope" in done.stdout
    assert "<script>z" not in done.stdout or format in ("json", "csv")


def test_paths_alone_ask_what_the_parsers_make_of_them() -> None:
    for defaults, parser in ((cli._REPORT_DEFAULTS, report_parser()), (cli._READ_DEFAULTS, read_parser())):
        for words in ([], ["a"], ["a b", "c=d", ""]):
            args = cli._without_options(words, defaults)
            assert args is not None
            assert vars(args) == vars(parser.parse(words))
        for words in (["-"], ["a", "--strict"], ["--", "a"], ["-o", "x", "a"]):
            assert cli._without_options(words, defaults) is None
