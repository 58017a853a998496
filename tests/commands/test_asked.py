"""What may be asked of a served session, and that nothing else gets through."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.commands.asked import COMMANDS, HELP, LONGEST, Asked, RefusedError, asked, typed
from reader.prose.visible import visible_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, Asked("read")),
        ("", Asked("read")),
        ("  ", Asked("read")),
        ("ferry", Asked("read", "ferry")),
        ("read ferry", Asked("read", "ferry")),
        ("read report", Asked("read", "report")),
        ("desk/ferry", Asked("read", "desk/ferry")),
        ("desk/ferry/", Asked("read", "desk/ferry")),
        ("'ferry of 3 May'", Asked("read", "ferry of 3 May")),
        (r"ferry\ of\ 3\ May", Asked("read", "ferry of 3 May")),
        ("$HOME", Asked("read", "$HOME")),  # a name like any other: nothing is put in its place
        ("tar", Asked("read", "tar")),
        ("read --linear ferry", Asked("read", "ferry", ("--linear",))),
        ("ferry --base v2 --no-mouse", Asked("read", "ferry", ("--base=v2", "--no-mouse"))),
        ("ferry --base='Harbour Post'", Asked("read", "ferry", ("--base=Harbour Post",))),
        ("--theme light", Asked("read", None, ("--theme=light",))),
        ("report ferry", Asked("report", "ferry")),
        ("report --format html --review ferry", Asked("report", "ferry", ("--format=html", "--review"))),
        ("report ferry --only confirmed", Asked("report", "ferry", ("--only=confirmed",))),
        ("check ferry --reviewer ida", Asked("check", "ferry", ("--reviewer=ida",))),
        ("explain ferry d4ab", Asked("explain", "ferry", (), "d4ab")),
        ("agree ferry", Asked("agree", "ferry")),
        ("list", Asked("list")),
        ("help", Asked("help")),
        ("--help", Asked("help")),
        ("./-x", Asked("read", "-x")),
        ("./-", Asked("read", "-")),
        ("./--base=v2", Asked("read", "--base=v2")),
        ("report ./-x --format html", Asked("report", "-x", ("--format=html",))),
        ("explain ./-x d4ab", Asked("explain", "-x", (), "d4ab")),
        ("-- -x", Asked("read", "-x")),
        ("--ascii -- --linear", Asked("read", "--linear", ("--ascii",))),
        ("-- report", Asked("read", "report")),
        ("--", Asked("read")),
        ("./~", Asked("read", "~")),
        ("./~root/x", Asked("read", "~root/x")),
        ("./list", Asked("read", "list")),
        ("./internal-sftp", Asked("read", "internal-sftp")),
        ("desk/-x", Asked("read", "desk/-x")),
        ("story\u00a0of\u00a0May", Asked("read", "story\u00a0of\u00a0May")),
        ("'a\u3000b'", Asked("read", "a\u3000b")),
    ],
)
def test_what_may_be_asked(text: str | None, expected: Asked) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("/etc/passwd", "begins below the folder"),
        ("~/x", "begins below the folder"),
        ("..", "no cluster's name"),
        (".", "no cluster's name"),
        ("a/../b", "no cluster's name"),
        ("a//b", "no cluster's name"),
        ("ferry/.variorum", "no cluster's name"),
        ("''", "no cluster's name"),
        ("ferry; id", "'id' is too much"),
        ("ferry && id", "'&&' is too much"),
        ("ferry > out", "'>' is too much"),
        ("ferry\nid", "control characters"),
        ("ferry\x00", "control characters"),
        ("\x1b[2Jferry", "control characters"),
        ("ferry\u202e", "control characters"),
        ("'ferry", "can't be read: no closing quotation"),
        ("ferry \\", "can't be read: no escaped character"),
        ("f" * (LONGEST + 1), "at most 1000 characters"),
        ("-oProxyCommand=id", "no option '-oProxyCommand'"),
        ("-", "no option '-'"),
        ("-x", "a cluster of that name is './-x'"),
        ("-- -x -y", "'-y' is too much"),
        ("-- ..", "no cluster's name"),
        ("-- ~", "begins below the folder"),
        ("./", "no cluster's name"),
        ("././x", "no cluster's name"),
        (".//etc", "no cluster's name"),
        ("./../x", "no cluster's name"),
        ("./.x", "no cluster's name"),
        ("./~/../x", "no cluster's name"),
        ("./scp -t /tmp", "no option '-t'"),
        ("ferry of 3 May", "a name with blanks needs quotes"),
        ("ferry --reviewer mallory", "no option '--reviewer'"),
        ("ferry --beside", "no option '--beside'"),
        ("ferry --strict", "no option '--strict'"),
        ("report ferry -o x", "no option '-o'"),
        ("report ferry --output=x", "no option '--output'"),
        ("report --example harbour-ferry", "no option '--example'"),
        ("report ferry --format pdf", "--format needs one of json, markdown, html, csv"),
        ("report ferry --format", "--format needs one of"),
        ("report ferry --only", "--only needs one of confirmed, dismissed, unsure"),
        ("ferry --base --revisions", "--base needs a value"),
        ("ferry --base=", "--base needs a value"),
        ("ferry --revisions=yes", "--revisions takes no value"),
        ("report", "report needs the name of a cluster"),
        ("--linear", "read needs the name of a cluster"),
        ("explain ferry", "explain needs the name of a cluster and a finding"),
        ("list ferry", "'ferry' is too much"),
        ("serve-session /", "'/' is too much"),
        ("scp -f x", "no files can be copied"),
        ("internal-sftp", "no files can be copied"),
        ("/usr/lib/openssh/sftp-server", "no files can be copied"),
        ("cat x", "no files can be copied"),
    ],
)
def test_what_is_refused(text: str, why: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(why)):
        asked(text)


WORDS = st.sampled_from(
    (
        *COMMANDS,
        *(option for options in COMMANDS.values() for option in options),
        *(
            "-o",
            "--output",
            "--example",
            "--beside",
            "--state=/",
            "-",
            "--",
            "..",
            "/",
            "/etc/passwd",
            "~",
            ".x",
            "a/../b",
        ),
        *(
            "a",
            "b/c",
            "a b",
            ";",
            "|",
            "$(id)",
            "--base=x",
            "--base",
            "json",
            "--format=json",
            "'",
            '"',
            "\\",
            "\n",
            "\x1b",
        ),
    )
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=6).map(" ".join)))
def test_whatever_is_asked_nothing_but_what_is_offered_gets_through(text: str) -> None:
    try:
        wanted = asked(text)
    except RefusedError:
        return
    assert wanted.command in COMMANDS
    for option in wanted.options:
        name, sign, value = option.partition("=")
        choices = COMMANDS[wanted.command][name]
        assert bool(sign) == (choices is not None)
        assert not choices or value in choices
    if wanted.name is not None:
        place = PurePosixPath(wanted.name)
        assert not place.is_absolute()
        assert not any(part.startswith(".") for part in place.parts)
        assert visible_line(wanted.name) == wanted.name


NAMES = st.text(st.characters(exclude_characters="/\x00"), min_size=1, max_size=20).filter(lambda n: n[0] != ".")


@given(st.lists(st.one_of(NAMES, st.sampled_from(("-", "--", "~", *COMMANDS, "scp", "'", "--base"))), max_size=3))
def test_what_is_to_be_typed_for_a_name_is_taken_for_it(names: list[str]) -> None:
    if not names or any(visible_line(name).startswith(".") for name in names):
        return
    name = "/".join(names)
    assert asked(typed(name)) == Asked("read", visible_line(name))
    assert asked(f"check {typed(name)}") == Asked("check", visible_line(name))


def test_help_names_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    for command in set(COMMANDS) - {"read", "help"}:
        assert f"\n  {command}" in HELP
    for option in ("--base", "--revisions", "--theme", "--ascii", "--no-mouse", "--linear", "--format", "--only"):
        assert option in HELP


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"list", "help"}))
def test_every_option_is_one_that_the_command_has(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"] if command != "read" else ["--help"])
    told = capsys.readouterr().out
    assert all(option in told for option in COMMANDS[command])
