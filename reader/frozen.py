"""``dataclass`` and ``NamedTuple`` for the modules that a report loads: the same classes, made in a tenth of the time.

The standard library writes the source of each class's methods and compiles it, and to do so loads ``inspect``, ``ast``
and ``tokenize``: for the seventy classes of a report that is a twelfth of all its time. Here the methods are closures,
which need no compiling. Fields are annotated and given defaults as there, and a type checker reads them as the standard
library's own; ``dataclasses.fields``, ``replace`` and ``asdict`` take what is made here, and so does ``pickle``.
Nothing else of theirs is there: no ``__post_init__``, no order, no factories.

``typing`` itself takes 2 ms to load. So in the modules of a report ``TYPE_CHECKING`` is a name of their own, false when
they run and taken for true by type checkers, whatever else it is set to.
"""

from __future__ import annotations

__all__ = ["NamedTuple", "dataclass", "field", "replace"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import NamedTuple
else:
    from collections import namedtuple
    from operator import attrgetter

    #: So many instances of a tuple are made before its constructor is compiled, which takes as long: from then on they
    #: are made in a fifth of the time.
    MANY = 100

    #: What reads a place of a standard named tuple, in C.
    _Place = type(namedtuple("_One", "value").value)

    def _filled(cls, values, named):
        """The values of all fields, from those given in order and by name. Raises TypeError as any call does."""
        fields, defaults = cls.__match_args__, cls._field_defaults
        if len(values) > len(fields):
            raise TypeError(f"{cls.__name__} takes {len(fields)} values, not {len(values)}")
        for name in named:
            if name not in fields[len(values) :]:
                raise TypeError(f"{cls.__name__} has {'two values for' if name in fields else 'no'} {name!r}")
        rest = fields[len(values) :]
        lacking = [name for name in rest if name not in named and name not in defaults]
        if lacking:
            raise TypeError(f"{cls.__name__} lacks {', '.join(map(repr, lacking))}")
        return (*values, *[named[name] if name in named else defaults[name] for name in rest])

    def replace(instance, /, **changes):
        """The same with other values for some fields; as ``dataclasses.replace``."""
        return type(instance)(**{name: getattr(instance, name) for name in instance.__match_args__} | changes)

    def _constructor(cls):
        """What makes instances of a tuple with names, as the standard library compiles it."""
        given = {
            f"_{place}": cls._field_defaults[name]
            for place, name in enumerate(cls._fields)
            if name in cls._field_defaults
        }
        asked = [f"{name}=_{place}" if f"_{place}" in given else name for place, name in enumerate(cls._fields)]
        text = f"lambda _cls, {', '.join(asked)}: _new(_cls, ({', '.join(cls._fields)},))"
        return eval(text, {"_new": tuple.__new__, "__builtins__": {}, **given})

    def _initializer(cls, puts):
        """What fills the slots of an instance, compiled as the standard library does."""
        given = {f"_put{place}": put for place, put in enumerate(puts)}
        asked = []
        for place, name in enumerate(cls.__match_args__):
            if name in cls._field_defaults:
                given[f"_{place}"] = cls._field_defaults[name]
            asked.append(f"{name}=_{place}" if f"_{place}" in given else name)
        filled = ", ".join(f"_put{place}(_self, {name})" for place, name in enumerate(cls.__match_args__))
        return eval(f"lambda _self, {', '.join(asked)}: ({filled},) and None", {"__builtins__": {}, **given})

    class _Naming(type):
        """Makes a tuple with names of a class with annotations."""

        def __new__(meta, name, bases, namespace):
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            namespace.update((field, _Place(place, None)) for place, field in enumerate(fields))
            namespace.update(__slots__=(), __match_args__=fields, _fields=fields, _field_defaults=defaults)
            namespace.update(_made=[0], _places={field: place for place, field in enumerate(fields)})
            return super().__new__(meta, name, bases, namespace)

    class NamedTuple(tuple, metaclass=_Naming):
        """As ``typing.NamedTuple``."""

        def __new__(cls, *values, **named):
            if named or len(values) != len(cls._fields):
                values = _filled(cls, values, named)
            cls._made[0] += 1
            if cls._made[0] == MANY and cls.__new__ is NamedTuple.__new__:
                cls.__new__ = staticmethod(_constructor(cls))
            return tuple.__new__(cls, values)

        def _replace(self, /, **changes):
            places, values = self._places, list(self)
            for name, value in changes.items():
                if name not in places:
                    raise TypeError(f"{type(self).__name__} has no {name!r}")
                values[places[name]] = value
            return tuple.__new__(type(self), values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join([f'{n}={v!r}' for n, v in self._asdict().items()])})"

        def __getnewargs__(self):
            return tuple(self)

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
            puts = []  # what writes each field, where Python keeps them in slots
            namespace = _methods(fields, hidden, puts, frozen, eq) | namespace
            namespace["__match_args__"] = fields
            namespace["__dataclass_fields__"] = _Fields()
            namespace["_field_defaults"] = getattr(cls, "_field_defaults", {}) | defaults
            if slots:
                namespace["__slots__"] = own
            cls = type(cls)(cls.__name__, cls.__bases__, namespace)
            puts += [getattr(cls, name).__set__ for name in own if slots]
            return cls

        return made

    def _methods(fields, hidden, puts, frozen, eq):
        """The methods of a class with these fields; ``hidden`` are not shown. Without ``puts`` it has no slots."""
        count = len(fields)
        values_of = attrgetter(*fields)
        made = [0]

        def init(self, *values, **named):
            made[0] += 1
            if made[0] == MANY and puts and type(self).__init__ is init:
                type(self).__init__ = _initializer(type(self), puts)
            if named or len(values) != count:
                values = _filled(type(self), values, named)
            if puts:
                for put, value in zip(puts, values, strict=True):
                    put(self, value)
            else:
                self.__dict__.update(zip(fields, values, strict=True))

        def told(self):
            shown = [f"{name}={getattr(self, name)!r}" for name in fields if name not in hidden]
            return f"{type(self).__qualname__}({', '.join(shown)})"

        def reduced(self):
            return type(self), tuple(getattr(self, name) for name in fields)

        def equal(self, other):
            return values_of(self) == values_of(other) if type(other) is type(self) else NotImplemented

        def hashed(self):
            return hash(values_of(self))

        found = {"__init__": init, "__repr__": told, "__reduce__": reduced}
        if frozen:
            found |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if eq:
            found |= {"__eq__": equal, "__hash__": hashed if frozen else None}
        return found

    def _refuse(self, name, *value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"{type(self).__name__} is frozen: {name!r} can't be changed")
