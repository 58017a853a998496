"""Variorum: read every version of a news story at once.

The public API, stable from the first release::

    cluster = reader.load("story/")
    collation = reader.collate(cluster)
    report = reader.to_dict(collation)
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.collation import Collation, collate
    from reader.export.json import to_dict
    from reader.sources import SourceError, load
    from reader.story import Cluster

__version__ = "0.1.0"

__all__ = ["Cluster", "Collation", "SourceError", "collate", "load", "to_dict"]

#: Where each name of the API comes from, imported at first use: the engine takes longer to load than --help may.
_HOME = {
    "Cluster": "reader.story",
    "Collation": "reader.collation",
    "SourceError": "reader.sources",
    "collate": "reader.collation",
    "load": "reader.sources",
    "to_dict": "reader.export.json",
}


if not TYPE_CHECKING:  # a type checker sees the imports above, and would believe any name here

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
