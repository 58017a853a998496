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

__all__ = ["NamedTuple", "dataclass", "field", "replace"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import NamedTuple
else:
    from collections import namedtuple
    from operator import attrgetter

    class _Naming(type):
        """Makes a named tuple of a class with annotations, as ``typing`` does."""

        def __new__(meta, name, bases, namespace):
            if not bases:
                return super().__new__(meta, name, bases, namespace)
            fields = namespace.get("__annotations__", {})
            defaults = [namespace.pop(field) for field in fields if field in namespace]
            made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
            for attribute, value in namespace.items():
                setattr(made, attribute, value)
            return made

    class NamedTuple(metaclass=_Naming):
        """As ``typing.NamedTuple``."""

    def replace(instance, /, **changes):
        """The same with other values for some fields; as ``dataclasses.replace``."""
        return type(instance)(**{name: getattr(instance, name) for name in instance.__match_args__} | changes)

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
        asked = ", ".join(f"{name}=_of[{name!r}]" if name in defaults else name for name in fields)
        if slots:  # a frozen instance is filled by what writes its slots, as its own way is shut
            puts = [getattr(cls, name).__set__ for name in fields]
            names = {f"_put{place}": put for place, put in enumerate(puts)}
            filled = ", ".join(f"_put{place}(_self, {name})" for place, name in enumerate(fields))
            text = f"lambda _self, {asked}: ({filled},) and None"
        else:
            names = {}
            text = f"lambda _self, {asked}: _self.__dict__.update({', '.join(f'{name}={name}' for name in fields)})"
        made = eval(text, {"__builtins__": {}, "_of": defaults, **names})
        made.__name__, made.__qualname__ = "__init__", f"{cls.__qualname__}.__init__"
        return made

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
