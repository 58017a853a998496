"""The user's configuration: what it sets, and that nothing wrong in it stops the reader."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.commands import COMMANDS
from reader.app.config import MAX_BYTES, Config, key_name, load_config, parse_config


def test_no_file_is_no_error(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == (Config(), ())


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        'theme = "light"\nascii = true\nmouse = false\n[keys]\nnext-finding = ["]", "ctrl+n"]\nquit = "Q"\n', "utf-8"
    )
    config, notices = load_config(file)
    assert notices == ()
    assert (config.theme, config.ascii, config.mouse) == ("light", True, False)
    assert dict(config.keys) == {"next-finding": "right_square_bracket,ctrl+n", "quit": "Q"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"theme": 3}, "theme has to be a text"),
        ({"mouse": "no"}, "mouse has to be true or false"),
        ({"colour": "red"}, "colour is no setting"),
        ({"keys": ["j"]}, "keys has to be a table"),
        ({"keys": {"fly": "f"}}, "keys.fly: there is no such command"),
        ({"keys": {"quit": "hyper+x"}}, "'hyper+x' is no key"),
        ({"keys": {"quit": 5}}, "5 is no key"),
        ({"keys": {"quit": ""}}, "'' is no key"),
        ({"keys": {"quit": []}}, "give it 1 to 8 keys"),
        ({"keys": {"quit": "Q", "help": ["Q", "H"]}}, "keys.help: Q is already the key of quit"),
        ({"keys": {"\x1b[31m": "f"}}, "keys.\u241b[31m: there is no such command"),
    ],
)
def test_what_is_wrong_is_reported_and_the_rest_kept(table: dict[str, object], words: str) -> None:
    config, notices = parse_config({"ascii": True, **table}, "c.toml")
    assert config.ascii is True
    assert len(notices) == 1
    assert notices[0].where == "c.toml"
    assert words in notices[0].message


def test_a_key_that_is_taken_leaves_the_command_its_other_keys() -> None:
    config, _ = parse_config({"keys": {"quit": "Q", "help": ["Q", "H"]}})
    assert dict(config.keys) == {"quit": "Q", "help": "H"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"theme = ", "left out"),
        (b"theme = '\xff'", "left out"),
        (b"theme = " + b"[" * 20_000, "nested too deeply"),
        (b"theme = " + b"{a = " * 10_000, "nested too deeply"),
        (b"theme = " + b"1" * 5_000, "left out"),
        (b"#" * (MAX_BYTES + 1), f"larger than {MAX_BYTES:,} bytes"),
    ],
)
def test_a_file_that_is_not_a_configuration(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    config, (notice,) = load_config(file)
    assert config == Config()
    assert words in notice.message


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    config, (notice,) = load_config(tmp_path)
    assert config == Config()
    assert "can't be read" in notice.message


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("j", "j"),
        ("]", "right_square_bracket"),
        ("+", "plus"),
        ("/", "slash"),
        (" ", "space"),
        ("é", "é"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("ctrl+g", "ctrl+g"),
        ("ctrl+shift+up", "ctrl+shift+up"),
        ("f12", "f12"),
        ("f25", None),
        ("right_square_bracket", "right_square_bracket"),
        ("ctrl+", None),
        ("ctrl+ctrl+g", None),
        ("jj", None),
        ("\x1b", None),
        ("\u202e", None),
    ],
)
def test_keys_as_people_write_them(written: str, name: str | None) -> None:
    assert key_name(written) == name


def test_the_default_keys_can_be_written_in_a_configuration() -> None:
    for command in COMMANDS:
        for key in command.keys.split(","):
            assert key_name(key) == key


@given(st.text(max_size=12))
def test_no_key_that_is_accepted_carries_a_control_character_or_a_comma(text: str) -> None:
    name = key_name(text) if text else None
    assert name is None or (name.isprintable() and "," not in name)


def test_the_manual_names_every_command_and_every_setting() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "themes.md").read_text("utf-8")
    for command in COMMANDS:
        row = f"docs/themes.md, the table of commands: {command.name}, {command.help}"
        assert f"`{command.name}`" in manual or command.name.startswith("version-"), row
        assert command.help in manual or not command.listed, row
    example = manual.split("```toml\n")[2].split("```")[0]
    config, notices = parse_config(tomllib.loads(example))
    assert notices == ()
    assert config.theme == "light"
    assert dict(config.keys)["next-finding"] == "right_square_bracket,ctrl+n"
