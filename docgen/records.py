"""Dataclasses whose methods are written when somebody calls them.

The standard library writes up to six methods of a dataclass as text and compiles them while the class is made; for all
the classes of docgen that takes longer than reading a report. Here a class gets its fields at once, from the standard
library, so that `fields`, `replace` and `match` know it as any other; its `__init__` is compiled once there are some
objects of it, and what is seldom called is not compiled at all. It behaves as one made by `dataclasses.dataclass`,
which it is for type checkers (PEP 681 has no word for slots); `tests/test_records.py` holds one against the other.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

_SPECIAL = re.compile("ClassVar|InitVar|KW_ONLY")

FEW = 12
"""How many objects are made of a class before an `__init__` of its own pays."""

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, eq=True, order=False, **more):
        """`dataclasses.dataclass`, as far as docgen needs it: also `slots` and `kw_only`."""

        def make(plain: type) -> type:
            return _made(plain, frozen=frozen, eq=eq, order=order, **more)

        return make if cls is None else make(cls)


def _made(plain: type, *, frozen: bool, eq: bool, order: bool, slots: bool = False, kw_only: bool = False) -> Any:
    """The dataclass that a class describes."""
    own = plain.__dict__
    if plain.__doc__ is None:
        plain.__doc__ = plain.__name__  # else the library would put its signature there, which takes long to find
    hashes = eq and ("__hash__" not in own or (own["__hash__"] is None and "__eq__" in own))
    methods: dict[str, Any] = {"__repr__": _told}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    cls: Any = _with_fields(plain, slots=slots, kw_only=kw_only)
    fields = dataclasses.fields(cls)
    compared = _values(field.name for field in fields if field.compare)
    if eq:
        methods["__eq__"] = _equality(compared)
    if order:
        methods |= _orders(compared)
    if "__init__" not in own:
        _initialise(cls, fields, frozen=frozen)
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)
    if frozen:
        _freeze(cls, frozenset(field.name for field in fields))
    if hashes:
        hashed = _values(field.name for field in fields if (field.compare if field.hash is None else field.hash))
        type.__setattr__(cls, "__hash__", (lambda self: hash(hashed(self))) if frozen else None)
    return cls


def _with_fields(plain: type, *, slots: bool, kw_only: bool) -> Any:
    """A class as the library makes it, with nothing but its fields.

    The library looks into every type that is written as a string for `ClassVar` and its like, three times; where none
    is meant, it is shown another.
    """
    make = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
    types = inspect.get_annotations(plain)
    if not all(isinstance(told, str) and not _SPECIAL.search(told) for told in types.values()):
        return make(plain)
    plain.__annotations__ = dict.fromkeys(types)
    cls: Any = make(plain)
    cls.__annotations__ = types
    for field in dataclasses.fields(cls):
        if field.name in types:
            field.type = types[field.name]
    return cls


def _values(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of some fields of an object."""
    asked = tuple(names)
    if len(asked) > 1:
        return attrgetter(*asked)
    return (lambda self: (getattr(self, asked[0]),)) if asked else (lambda _: ())


def _equality(compared: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, object], bool]:
    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 (it becomes one)
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _orders(compared: Callable[[Any], tuple[Any, ...]]) -> dict[str, Callable[[Any, object], bool]]:
    def less(self: Any, other: object) -> bool:
        return compared(self) < compared(other) if other.__class__ is self.__class__ else NotImplemented

    def at_most(self: Any, other: object) -> bool:
        return compared(self) <= compared(other) if other.__class__ is self.__class__ else NotImplemented

    def greater(self: Any, other: object) -> bool:
        return compared(self) > compared(other) if other.__class__ is self.__class__ else NotImplemented

    def at_least(self: Any, other: object) -> bool:
        return compared(self) >= compared(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__lt__": less, "__le__": at_most, "__gt__": greater, "__ge__": at_least}


def _told(self: Any) -> str:
    """An object as Python would write it."""
    told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({told})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _freeze(cls: Any, names: frozenset[str]) -> None:
    """Let no field of an object be changed, and nothing be put beside them."""

    def __setattr__(self: Any, name: str, value: object) -> None:  # noqa: N807 (it becomes one)
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:  # noqa: N807 (it becomes one)
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    type.__setattr__(cls, "__setattr__", __setattr__)
    type.__setattr__(cls, "__delattr__", __delattr__)


def _initialise(cls: type, fields: tuple[Field[Any], ...], *, frozen: bool) -> None:
    """Give a class an `__init__` that fills the first objects field by field, and is compiled if there come more."""
    made = 0

    def first(self: Any, *positional: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        if made > FEW or not _fill(self, fields, positional, named, frozen=frozen):
            method = _init(cls, fields, frozen=frozen)
            type.__setattr__(cls, "__init__", method)
            method(self, *positional, **named)  # which also says what is wrong with the arguments
        elif hasattr(self, "__post_init__"):
            self.__post_init__()

    type.__setattr__(cls, "__init__", first)


def _fill(
    self: Any, fields: tuple[Field[Any], ...], positional: tuple[Any, ...], named: dict[str, Any], *, frozen: bool
) -> bool:
    """Give an object its fields; whether the arguments were those that it takes."""
    put = object.__setattr__ if frozen else setattr
    taken = dict(zip((field.name for field in fields if field.init and not field.kw_only), positional, strict=False))
    values = {**taken, **named}
    if len(values) < len(positional) + len(named):
        return False
    for field in fields:
        if field.init and field.name in values:
            put(self, field.name, values.pop(field.name))
        elif field.default_factory is not MISSING:
            put(self, field.name, field.default_factory())
        elif field.default is not MISSING:
            put(self, field.name, field.default)
        elif field.init:
            return False
    return not values


def _init(cls: type, fields: tuple[Field[Any], ...], *, frozen: bool) -> Callable[..., None]:
    """The `__init__` of a class with some fields, compiled."""
    told: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    parameters: dict[bool, list[str]] = {False: ["self"], True: []}
    body = []
    for field in fields:
        name, value = field.name, field.name
        if field.default_factory is not MISSING:
            told[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _missing else {name}" if field.init else f"_make_{name}()"
            default = "=_missing"
        elif field.default is not MISSING:
            told[f"_default_{name}"] = field.default
            default = f"=_default_{name}"
            value = name if field.init else f"_default_{name}"
        elif field.init:
            default = ""
        else:
            continue
        if field.init:
            parameters[bool(field.kw_only)].append(f"{name}{default}")
        body.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    named = ["*", *parameters[True]] if parameters[True] else []
    lines = [f"def __init__({', '.join((*parameters[False], *named))}):", *(body or [" pass"])]
    exec("\n".join(lines), told)  # noqa: S102 (names of fields are Python's own, values are handed in)
    method: Callable[..., None] = told["__init__"]
    method.__qualname__ = f"{cls.__qualname__}.__init__"
    return method
