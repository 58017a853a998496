"""How much is read; past a bound there is a clear error."""

from __future__ import annotations

#: Bytes of one file, or of standard input.
LARGEST_FILE = 10_000_000

#: Bytes of a cluster.toml.
LARGEST_SETTINGS = 1_000_000

#: Versions of one cluster.
MOST_VERSIONS = 500

#: Files of one folder that are looked at.
MOST_FILES = 2_000

#: Characters of all versions of a cluster together.
LARGEST_CLUSTER = 10_000_000

#: Paragraphs of one version.
MOST_PARAGRAPHS = 100_000

#: Sentences of one version.
MOST_SENTENCES = 100_000

#: Sentences of all versions of a cluster together: what is compared takes about 10 kB a sentence.
MOST_TOGETHER = 120_000

#: Characters of a field that stands on one line: headline, byline, address.
LONGEST_FIELD = 2_000

#: Characters of an outlet's name.
LONGEST_OUTLET = 200


def megabytes(size: int) -> str:
    """A number of bytes as people say it: "10 MB"."""
    return f"{size / 1_000_000:.3g} MB"
