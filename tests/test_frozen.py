"""Classes of values behave as the standard library's do, and it takes them for its own."""

from __future__ import annotations

import dataclasses
import pickle
import typing
from typing import Any

import pytest

from reader import frozen


class Ours(frozen.NamedTuple):
    """A place."""

    name: str
    depth: float
    wet: bool = True

    @property
    def told(self) -> str:
        return f"{self.name}, {self.depth} m"


class Theirs(typing.NamedTuple):
    """A place."""

    name: str
    depth: float
    wet: bool = True


@frozen.dataclass(frozen=True, slots=True)
class Lock:
    """One lock."""

    name: str
    gates: tuple[str, ...] = ()
    source: str = frozen.field(default="", repr=False)

    @property
    def told(self) -> str:
        return f"{self.name} with {len(self.gates)} gates"


@frozen.dataclass(frozen=True)
class Canal:
    """Locks in a row."""

    locks: tuple[Lock, ...]


@frozen.dataclass(frozen=True)
class Closed(Canal):
    """A canal with a reason."""

    why: str = "frost"


@frozen.dataclass(slots=True, eq=False)
class Level:
    """What may change."""

    metres: float
    marks: frozenset[str] = frozenset()


@frozen.dataclass(frozen=True)
class Reach:
    """Some water."""

    name: str
    depth: float
    wet: bool = True


@dataclasses.dataclass(frozen=True)
class StandardReach:
    """The same as the standard library makes it."""

    name: str
    depth: float
    wet: bool = True


def test_a_named_tuple_is_the_standard_one() -> None:
    ours: Any = Ours("Weir", 2.5)
    theirs: Any = Theirs("Weir", 2.5)
    assert ours == theirs == ("Weir", 2.5, True)
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert (ours.name, ours.depth, ours.wet, ours.told) == ("Weir", 2.5, True, "Weir, 2.5 m")
    assert ours._asdict() == theirs._asdict()
    assert Ours._fields == Theirs._fields
    assert ours._replace(wet=False) == theirs._replace(wet=False)
    assert type(ours._replace(wet=False)) is Ours
    name, *rest = ours
    assert (name, rest) == ("Weir", [2.5, True])
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert Ours(depth=1, name="Sluice", wet=False) == ("Sluice", 1, False)
    match ours:
        case Ours(found, depth):
            assert (found, depth) == ("Weir", 2.5)
    for field in ("name", "extra"):
        with pytest.raises(AttributeError):
            setattr(ours, field, "Sluice")


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        (("Weir",), {}),
        (("Weir", 1, True, 2), {}),
        (("Weir", 1), {"name": "Sluice"}),
        (("Weir", 1), {"colour": "red"}),
        ((), {"depth": 1}),
    ],
)
def test_wrong_values_are_refused_as_by_the_standard_library(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    either: Any
    for either in (Ours, Theirs, Reach, StandardReach):
        with pytest.raises(TypeError):
            either(*values, **named)


def test_a_field_that_is_not_there_is_not_replaced() -> None:
    lock: Any = Lock("Upper")
    place: Any = Ours("Weir", 1)
    with pytest.raises(TypeError):
        frozen.replace(lock, colour="red")
    with pytest.raises(ValueError, match="colour"):
        place._replace(colour="red")


def test_a_dataclass_is_the_standard_one() -> None:
    upper, same, lower = Lock("Upper", ("a", "b"), "map"), Lock("Upper", ("a", "b"), "map"), Lock("Lower")
    others: list[Any] = [lower, ("Upper", ("a", "b"), "map"), Reach("Upper", 2)]
    assert upper == same
    assert hash(upper) == hash(same)
    assert not any(upper == other for other in others)
    assert Reach("Upper", 2) == Reach("Upper", 2.0, True)
    assert repr(upper) == "Lock(name='Upper', gates=('a', 'b'))"
    assert upper.told == "Upper with 2 gates"
    assert lower.gates == ()
    assert upper.__doc__ == "One lock."
    assert not hasattr(upper, "__dict__")
    assert Lock(source="map", name="Upper", gates=("a", "b")) == upper
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        upper.name = "Lower"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        delattr(upper, "name")
    assert frozen.replace(upper, name="Lower") == Lock("Lower", ("a", "b"), "map")
    assert frozen.replace(StandardReach("Upper", 2), depth=3) == StandardReach("Upper", 3)


def test_the_standard_library_takes_it_for_its_own() -> None:
    upper = Lock("Upper", ("a",))
    assert dataclasses.is_dataclass(upper)
    assert [f.name for f in dataclasses.fields(upper)] == ["name", "gates", "source"]
    assert dataclasses.replace(upper, gates=()) == Lock("Upper")
    assert dataclasses.asdict(Canal((upper,))) == {"locks": ({"name": "Upper", "gates": ("a",), "source": ""},)}
    assert pickle.loads(pickle.dumps(Canal((upper,)))) == Canal((upper,))


def test_a_dataclass_inherits_fields() -> None:
    closed = Closed((Lock("Upper"),))
    assert closed == Closed(why="frost", locks=(Lock("Upper"),))
    assert closed != Canal((Lock("Upper"),))
    assert [f.name for f in dataclasses.fields(closed)] == ["locks", "why"]
    assert vars(closed) == {"locks": (Lock("Upper"),), "why": "frost"}


def test_what_is_not_frozen_changes() -> None:
    one, other = Level(1.5), Level(1.5)
    assert one != other
    assert len({one, other}) == 2
    one.metres = 2.0
    assert (one.metres, other.metres, one.marks) == (2.0, 1.5, frozenset())


def test_many_are_made_at_once() -> None:
    locks = frozen.many(Lock, ["Upper", "Lower"], [("a",), ()], ["", "x"])
    assert locks == [Lock("Upper", ("a",)), Lock("Lower", source="x")]
    with pytest.raises(ValueError, match="shorter"):
        frozen.many(Lock, ["Upper"])
