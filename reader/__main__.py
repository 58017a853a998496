"""``python -m reader``: the same as the command ``variorum``."""

from reader.cli import start

start()
