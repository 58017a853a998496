"""What corresponds: links between two sentences, passages over all versions."""

from __future__ import annotations

from reader.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of two versions that report the same thing. ``a`` belongs to the version displayed first."""

    a: str
    b: str
    score: float  #: 0..1, how sure: the share of links with this score that a careful reader would make too
    moved: bool = False  #: told in another place, measured against its neighbours


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of all versions that report one thing: one row on screen.

    Passages divide the cluster: every sentence, furniture and metadata too, is in exactly one.
    """

    id: str  #: "g12", by the order of reading
    sentences: Mapping[str, tuple[str, ...]]  #: version id -> its sentences here, in the version's order


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that show something of a version: ``start`` to ``end`` in the paragraph of ``sentence``."""

    version: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Apart:
    """Why a version seems to report another event."""

    reason: str
    evidence: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Everything that corresponds in a cluster. Independent of the base, except for the order of the passages."""

    links: tuple[Link, ...]  #: sorted by a, then b, in the versions' order
    passages: tuple[Passage, ...]  #: in the order of reading, which is the base's order where the base reports them
    base: str
    off_event: Mapping[str, Apart]  #: version id -> why it is set apart
    near: tuple[
        Link, ...
    ] = ()  #: pairs too unsure to stand side by side, sure enough to be searched for contradictions
    bounds: tuple[str, ...] = ()  #: how less was compared than there is to compare, a sentence each
