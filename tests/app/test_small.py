"""Small files of the user's own: where there is something else in their place, nobody waits for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.app.config import Config, load_config
from reader.app.recent import NAME, recent, remember
from reader.app.small import start
from reader.app.theming import load_themes

if TYPE_CHECKING:
    from pathlib import Path


def test_the_start_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert start(tmp_path / "a", 5) == b"12345"
    assert start(tmp_path / "a", 3) == b"1234"
    with pytest.raises(FileNotFoundError):
        start(tmp_path / "b", 5)


def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    for name in ("config.toml", "themes/mine.toml", NAME):
        os.mkfifo(tmp_path / name)
        with pytest.raises(OSError, match="this is not a file"):
            start(tmp_path / name, 5)
    config, notices = load_config(tmp_path / "config.toml")
    assert config == Config()
    assert [notice.message for notice in notices] == ["the configuration can't be read: this is not a file"]
    _, notices = load_themes(tmp_path / "themes")
    assert [notice.message for notice in notices] == ["the theme was left out: this is not a file"]
    assert recent(tmp_path) == ()
    remember(["/a"], "A story", 2, 1, state=tmp_path)
    assert [one.title for one in recent(tmp_path)] == ["A story"]
    (tmp_path / "tty").symlink_to("/dev/tty")
    with pytest.raises(OSError, match=r"this is not a file|No such device"):
        start(tmp_path / "tty", 5)
