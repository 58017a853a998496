"""Revisions of one article on a real screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.sources.examples import example_path
from tests.terminal.test_reader import ready

if TYPE_CHECKING:
    from tests.terminal.test_reader import Open


def test_findings_on_screen_read_as_a_history(open_reader: Open) -> None:
    terminal = ready(open_reader(example_path("boil-water"), "--revisions", columns=120, rows=36))
    terminal.until("Figure changed in revision 3")
    terminal.press("}")
    terminal.until("changed in revision 6")
    terminal.press("}")
    terminal.until("Softened in revision 4")
    terminal.press("]")
    terminal.until("Gone in revision 6")
    assert terminal.running


def test_another_first_revision_changes_nothing_in_what_is_compared(open_reader: Open) -> None:
    terminal = ready(open_reader(example_path("boil-water"), "--revisions", columns=120, rows=36))
    terminal.press("2=")
    terminal.until("each revision is still compared with the one before it")
