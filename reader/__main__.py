"""``python -m reader``: the same as the command ``variorum``."""

import sys

from reader.cli import main

sys.exit(main())
