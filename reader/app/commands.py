"""Everything that the reading screen can do, as data: bindings, key line, palette and help are all made from this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Names of keys that are long in Textual, as they are written on a keyboard.
_FACES = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "full_stop": ".",
    "comma": ",",
    "equals_sign": "=",
    "slash": "/",
    "plus": "+",
    "exclamation_mark": "!",
    "question_mark": "?",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "tab": "Tab",
    "shift+tab": "shift+Tab",
    "escape": "esc",
}

#: The same where the terminal shows ASCII only.
_ASCII_FACES = {"down": "Down", "up": "Up", "left": "Left", "right": "Right"}


def face(key: str, *, ascii: bool = False) -> str:
    """A key as a person would write it: "right_square_bracket" is "]"."""
    if ascii and key in _ASCII_FACES:
        return _ASCII_FACES[key]
    return _FACES.get(key, key)


class Command(NamedTuple):
    """One thing that the reading screen can do."""

    name: str  #: "next-finding": the id of its binding, the key of a user's rebinding, and its action's name
    keys: str  #: default keys as Textual names them, with commas between
    title: str  #: for the palette and the help
    group: str  #: under which heading the help lists it
    help: str  #: one sentence
    footer: str | None = None  #: a short label, for those that the key line at the bottom shows
    shown_as: str | None = None  #: how the keys are written in the help, where a list of them would be too long
    listed: bool = True  #: whether the help and the palette list it; one of a series stands for all

    @property
    def action(self) -> str:
        """The name of the action that does it."""
        return self.name.replace("-", "_")

    def faces(self, keymap: Mapping[str, str] | None = None, *, ascii: bool = False) -> tuple[str, ...]:
        """Its keys as a person would write them, a user's own before the defaults."""
        own = (keymap or {}).get(self.name)
        if own is None and self.shown_as is not None:
            return (self.shown_as,)
        return tuple(face(key.strip(), ascii=ascii) for key in (own or self.keys).split(",") if key.strip())


MOVE, FIND, REVIEW, PANES = "Move", "Findings", "Review", "Versions"
SHOW, SEARCH, OTHER = "What is shown", "Search", "Other"

#: In the order in which the help lists them; the key line shows those with a footer label, if there is room.
COMMANDS: tuple[Command, ...] = (
    Command("line-down", "j,down", "Line down", MOVE, "Scroll down by a line; at the end, go to the next passage."),
    Command("line-up", "k,up", "Line up", MOVE, "Scroll up by a line; at the beginning, go to the passage before."),
    Command("page-down", "space,pagedown", "Page down", MOVE, "Scroll down by a screen."),
    Command("page-up", "b,pageup", "Page up", MOVE, "Scroll up by a screen."),
    Command("half-page-down", "ctrl+d", "Half a page down", MOVE, "Scroll down by half a screen."),
    Command("half-page-up", "ctrl+u", "Half a page up", MOVE, "Scroll up by half a screen."),
    Command("next-passage", "J", "Next passage", MOVE, "Go to the next passage, marked or not."),
    Command("previous-passage", "K", "Previous passage", MOVE, "Go to the passage before."),
    Command("to-start", "g,home", "To the beginning", MOVE, "Go to the first passage."),
    Command("to-end", "G,end", "To the end", MOVE, "Go to the last passage."),
    Command(
        "next-finding",
        "right_square_bracket,full_stop",
        "Next finding",
        FIND,
        "Go to the next finding that is shown.",
        footer="finding",
    ),
    Command(
        "previous-finding",
        "left_square_bracket,comma",
        "Previous finding",
        FIND,
        "Go to the finding before.",
    ),
    Command(
        "next-contradiction",
        "right_curly_bracket",
        "Next contradiction",
        FIND,
        "Go to the next contradiction.",
    ),
    Command(
        "previous-contradiction",
        "left_curly_bracket",
        "Previous contradiction",
        FIND,
        "Go to the contradiction before.",
    ),
    Command(
        "look-closer",
        "enter",
        "Look closer",
        FIND,
        "Show the evidence of the finding side by side in full; on a folded row, unfold it.",
        footer="look closer",
    ),
    Command(
        "list-findings",
        "F",
        "List of findings",
        FIND,
        "List the findings, to filter them, to decide on them and to go to one.",
        footer="list",
    ),
    Command(
        "toggle-additions",
        "a",
        "Show or hide additions",
        FIND,
        "Show or hide what versions add to the base, or to the revision before.",
    ),
    Command(
        "toggle-omissions",
        "o",
        "Show or hide omissions",
        FIND,
        "Show or hide what versions leave out of the base, or of the revision before.",
    ),
    Command(
        "toggle-contradictions",
        "c",
        "Show or hide contradictions",
        FIND,
        "Show or hide where versions contradict each other.",
    ),
    Command(
        "verdict-confirmed",
        "y",
        "Confirm",
        REVIEW,
        "Confirm the finding, and go to the next that is not reviewed.",
        footer="confirm",
    ),
    Command(
        "verdict-dismissed",
        "d",
        "Dismiss",
        REVIEW,
        "Dismiss the finding, and go to the next that is not reviewed.",
        footer="dismiss",
    ),
    Command(
        "verdict-unsure",
        "u",
        "Unsure",
        REVIEW,
        "Mark the finding unsure, and go to the next that is not reviewed.",
        footer="unsure",
    ),
    Command(
        "take-back",
        "ctrl+z",
        "Take back",
        REVIEW,
        "Take back what was decided last: verdicts, notes, links; one by one, those of earlier days too.",
    ),
    Command("note", "i", "Note", REVIEW, "Write a note on the finding, or change it.", footer="note"),
    Command(
        "mark-read",
        "r",
        "Mark as read",
        REVIEW,
        "Mark all additions and omissions of the passage as read, without a verdict on each.",
    ),
    Command(
        "link-by-hand",
        "m",
        "Link or unlink",
        REVIEW,
        "Link two passages by hand: at the one, then at the other; between two versions of one passage, unlink.",
    ),
    Command(
        "add-finding",
        "plus",
        "Add a finding",
        REVIEW,
        "Add a contradiction of your own: mark its words in one version, then in another.",
    ),
    Command("save-again", "ctrl+s", "Save again", REVIEW, "Write again what could not be saved."),
    Command("show-summary", "S", "Summary", REVIEW, "Show what was decided and what is left."),
    Command(
        "who-reports",
        "M",
        "Who reports what",
        PANES,
        "Show the passages by the versions that report them.",
        footer="who reports",
    ),
    Command("pane-right", "l,right,tab", "Pane to the right", PANES, "Focus the pane to the right, sliding if needed."),
    Command(
        "pane-left", "h,left,shift+tab", "Pane to the left", PANES, "Focus the pane to the left, sliding if needed."
    ),
    *(
        Command(
            f"version-{n}",
            str(n),
            f"Focus version {n}",
            PANES,
            "Focus a version by its number, in the order of the panes.",
            shown_as="1…9" if n == 1 else None,
            listed=n == 1,
        )
        for n in range(1, 10)
    ),
    Command(
        "make-base",
        "equals_sign",
        "Make it the base",
        PANES,
        "Compare all versions with the focused one.",
        footer="base",
    ),
    Command("zoom", "z", "Zoom", PANES, "Show the focused version alone, or all again."),
    Command("hide", "x", "Hide the version", PANES, "Hide the focused version; the base stays."),
    Command("bring-back", "X", "Bring all back", PANES, "Bring all hidden versions back."),
    Command("fold-shared", "f", "Fold what is shared", SHOW, "Fold or show the passages that all versions report."),
    Command("show-furniture", "w", "Show furniture", SHOW, "Show or fold the text around the articles."),
    Command(
        "mark-reworded",
        "s",
        "Mark reworded words",
        SHOW,
        "Mark, or don't, the words that differ from the base, or from the revision before.",
    ),
    Command(
        "search",
        "slash",
        "Search",
        SEARCH,
        "Search in all versions; case and accents make no difference.",
        footer="search",
    ),
    Command("next-match", "n", "Next match", SEARCH, "Go to the next match of the search."),
    Command("previous-match", "N", "Previous match", SEARCH, "Go to the match before."),
    Command(
        "copy",
        "Y",
        "Copy with citation",
        OTHER,
        "Copy the passage of the focused version, with its citation, to the terminal's clipboard.",
    ),
    Command(
        "library", "L", "Library", OTHER, "List the clusters beside this one and those opened lately, to open one."
    ),
    Command("export", "E", "Export", OTHER, "Write the report to a file.", footer="report"),
    Command("choose-theme", "T", "Theme", OTHER, "Choose the colours."),
    Command(
        "show-notices",
        "exclamation_mark",
        "Notices",
        OTHER,
        "Show in full what went wrong while files, settings and themes were read.",
    ),
    Command(
        "redraw", "ctrl+l", "Draw again", OTHER, "Send the whole screen again, when something else has written over it."
    ),
    Command("back", "escape", "Back", OTHER, "Leave the search, the zoom or the finding."),
    Command(
        "help",
        "question_mark,ctrl+p",
        "Help",
        OTHER,
        "List all commands with their keys, to look for one and to run it.",
        footer="help",
    ),
    Command("quit", "q", "Quit", OTHER, "Leave the zoom first, then the reader."),
)

#: The commands of the key line, in order.
FOOTER = (
    *("next-finding", "verdict-confirmed", "verdict-dismissed", "verdict-unsure", "note"),
    *("look-closer", "search", "list-findings", "who-reports", "make-base", "export", "help"),
)
#: The same in the order in which they are left out where there is no room, the last first.
NEEDED = (
    *("help", "next-finding", "verdict-confirmed", "verdict-dismissed", "verdict-unsure", "look-closer"),
    *("note", "search", "list-findings", "export", "make-base", "who-reports"),
)

BY_NAME = {command.name: command for command in COMMANDS}
