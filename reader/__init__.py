"""Variorum: read every version of a story at once.

The public API, stable from the first release::

    cluster = reader.load("story/")
    collation = reader.collate(cluster)
    report = reader.to_dict(collation)
"""

from reader.collation import Collation, collate
from reader.export.json import to_dict
from reader.sources import SourceError, load
from reader.story import Cluster

__version__ = "0.1.0"

__all__ = ["Cluster", "Collation", "SourceError", "collate", "load", "to_dict"]
