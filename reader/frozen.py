"""``dataclass`` and ``NamedTuple`` for the modules that a report loads: the same classes, sooner.

The standard library writes the source of all of a data class's methods and compiles it, and to do so loads ``inspect``,
``ast`` and ``tokenize``: for the classes of a report that is a twelfth of all its time. Here only the constructor is
compiled; the other methods are closures. Fields are annotated and given defaults as there, and a type checker reads
them as the standard library's own; ``dataclasses.fields``, ``replace`` and ``asdict`` take what is made here, and so
does ``pickle``. Nothing else of theirs is there: no ``__post_init__``, no order, no factories.

``typing`` itself takes 2 ms to load. So in the modules of a report ``TYPE_CHECKING`` is a name of their own, false when
they run and taken for true by type checkers, whatever else it is set to.
"""

from __future__ import annotations

__all__ = ["NamedTuple", "dataclass", "field", "many", "replace"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from dataclasses import dataclass, field, replace
    from typing import NamedTuple, TypeVar

    _Made = TypeVar("_Made")

    def many(cls: type[_Made], *columns: Sequence[object]) -> list[_Made]:
        """Instances of a data class with slots."""
else:
    from collections import deque, namedtuple
    from functools import cache
    from itertools import repeat
    from operator import attrgetter
    from types import FunctionType

    #: What the named tuples of the standard library have in common, whatever their fields: taken from one of them.
    _ONE = namedtuple("_ONE", "of")
    #: Getters of the first, second... field, which any named tuple can use: they know nothing but the place.
    _MANY = namedtuple("_MANY", [f"field{place}" for place in range(32)])
    _GETTERS = [getattr(_MANY, field) for field in _MANY._fields]

    class _Naming(type):
        """Makes a named tuple of a class with annotations, as ``typing`` does."""

        def __new__(meta, name, bases, namespace):
            if not bases:
                return super().__new__(meta, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", {}))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            constructor = FunctionType(_named(_making(len(fields)), fields), {"_new": tuple.__new__}, "__new__")
            constructor.__qualname__ = f"{name}.__new__"
            constructor.__defaults__ = tuple(defaults.values())
            getters = {field: _GETTERS[place] for place, field in enumerate(fields)}
            made = {
                "__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields,
                "__new__": constructor, "_make": classmethod(_make), "_replace": _changed, "__repr__": _told,
                "_asdict": _ONE._asdict, "__getnewargs__": _ONE.__getnewargs__,
            }  # fmt: skip
            return type(name, (tuple,), made | namespace | getters)

    @cache
    def _making(number):
        """The code that makes a tuple of so many fields."""
        given = "".join(f"field{place}, " for place in range(number))
        return eval(f"lambda _cls, {given}: _new(_cls, ({given}))").__code__

    def _named(code, fields):
        """The same code for fields with these names: it knows them by their places."""
        return code.replace(co_varnames=(*code.co_varnames[:1], *fields))

    def _make(cls, values):
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _changed(self, /, **changes):
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _told(self):
        shown = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)]
        return f"{type(self).__name__}({', '.join(shown)})"

    class NamedTuple(metaclass=_Naming):
        """As ``typing.NamedTuple``."""

    def replace(instance, /, **changes):
        """The same with other values for some fields; as ``dataclasses.replace``."""
        return type(instance)(**{name: getattr(instance, name) for name in instance.__match_args__} | changes)

    def many(cls, *columns):
        """Instances of a data class with slots, given the values of each field in turn: sooner than one by one."""
        made = list(map(object.__new__, repeat(cls, len(columns[0]))))
        for name, values in zip(cls.__match_args__, columns, strict=True):
            deque(map(getattr(cls, name).__set__, made, values), 0)
        return made

    class _Field:
        """A default value, and whether it is shown."""

        def __init__(self, *, default, repr=True):
            self.default, self.repr = default, repr

    field = _Field

    class _Fields:
        """``__dataclass_fields__``, by which ``dataclasses`` knows its own: made when somebody asks for it."""

        def __get__(self, instance, cls):
            import dataclasses

            defaults = {name: dataclasses.field(default=value) for name, value in cls._field_defaults.items()}
            made = dataclasses.make_dataclass(
                cls.__name__,
                [(n, "object", defaults[n]) if n in defaults else (n, "object") for n in cls.__match_args__],
            )
            return made.__dataclass_fields__

    def dataclass(*, frozen=False, slots=False, eq=True):
        """As ``dataclasses.dataclass``."""

        def made(cls):
            namespace = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
            own = tuple(namespace.get("__annotations__", ()))
            fields = (*getattr(cls, "__match_args__", ()), *own)
            defaults = {name: namespace.pop(name) for name in own if name in namespace}
            hidden = {name for name, value in defaults.items() if isinstance(value, _Field) and not value.repr}
            defaults = {name: v.default if isinstance(v, _Field) else v for name, v in defaults.items()}
            defaults = getattr(cls, "_field_defaults", {}) | defaults
            namespace = _methods(fields, hidden, frozen, eq) | namespace
            namespace["__match_args__"] = fields
            namespace["__dataclass_fields__"] = _Fields()
            namespace["_field_defaults"] = defaults
            if slots:
                namespace["__slots__"] = own
            cls = type(cls)(cls.__name__, cls.__bases__, namespace)
            cls.__init__ = _constructor(cls, fields, defaults, slots)
            return cls

        return made

    def _constructor(cls, fields, defaults, slots):
        """What fills an instance: compiled, as of many classes there are many instances."""
        if slots:  # a frozen instance is filled by what writes its slots, as its own way is shut
            names = {f"_put{place}": getattr(cls, name).__set__ for place, name in enumerate(fields)}
            made = FunctionType(_named(_filling(len(fields)), fields), names, "__init__")
        else:
            given = ", ".join(fields)
            filled = ", ".join(f"{name}={name}" for name in fields)
            made = eval(f"lambda _self, {given}: _self.__dict__.update({filled})", {"__builtins__": {}})
            made.__name__ = "__init__"
        made.__defaults__ = tuple(defaults[name] for name in fields if name in defaults)
        made.__qualname__ = f"{cls.__qualname__}.__init__"
        return made

    @cache
    def _filling(number):
        """The code that writes so many slots."""
        given = "".join(f", field{place}" for place in range(number))
        filled = "".join(f"_put{place}(_self, field{place}), " for place in range(number))
        return eval(f"lambda _self{given}: ({filled}) and None").__code__

    def _methods(fields, hidden, frozen, eq):
        """The methods of a class with these fields but its constructor; ``hidden`` are not shown."""
        values_of = attrgetter(*fields)

        def told(self):
            shown = [f"{name}={getattr(self, name)!r}" for name in fields if name not in hidden]
            return f"{type(self).__qualname__}({', '.join(shown)})"

        def reduced(self):
            return type(self), tuple(getattr(self, name) for name in fields)

        def equal(self, other):
            return values_of(self) == values_of(other) if type(other) is type(self) else NotImplemented

        def hashed(self):
            return hash(values_of(self))

        found = {"__repr__": told, "__reduce__": reduced}
        if frozen:
            found |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if eq:
            found |= {"__eq__": equal, "__hash__": hashed if frozen else None}
        return found

    def _refuse(self, name, *value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"{type(self).__name__} is frozen: {name!r} can't be changed")
