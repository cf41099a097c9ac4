"""How a dataclass is written: its keys, their types, their manual; and what a type may say for itself.

A type may be: `Text` and its kinds, `bool`, `int`, `float`, an `Enum` of words, `tuple[T, ...]` for a list, `Keyed[T]`
for values under keys that staff choose, a dataclass for a mapping, `T | None` for what may be left out, and any class
that binds itself (`Binds`) or reads itself from a line of text (`Reads`); a dataclass that reads itself may be written
either way. Fields carry their manual: `Annotated[Title, Key("what the report is called")]`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeAlias, TypeVar, runtime_checkable

from docgen.findings import Finding, Span
from docgen.reading import nodes
from docgen.reading.text import Name, Text
from docgen.records import dataclass

if TYPE_CHECKING:
    from docgen.reading.binding import Binder

T = TypeVar("T")

Keyed: TypeAlias = tuple[tuple[Name, T], ...]
"""Values by key, in source order; the keys know where they stand."""


@dataclass(frozen=True, slots=True)
class Key:
    """The manual of one key: what it holds, and examples as they would be written behind the colon.

    `least` and `most` bound a number, both included.
    """

    description: str
    examples: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


class Misread(Exception):
    """Raised by `Reads.read` where a text is not what it should be; becomes a finding there."""

    def __init__(self, code: str, message: str, advice: str = "", span: Span | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.advice, self.span = code, message, advice, span


@runtime_checkable
class Reads(Protocol):
    """A class whose values are written as one line of text."""

    @classmethod
    def read(cls, text: Text) -> Self:
        """The value that `text` stands for. Raises `Misread`."""


@runtime_checkable
class Binds(Protocol):
    """A class that binds its node itself."""

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """The value of `node`. Raises `Unbound` after the binder was told why."""


@runtime_checkable
class Checks(Protocol):
    """A dataclass with something to say about how its own fields go together."""

    def check(self) -> Iterator[Finding]:
        """The findings on a value that was bound."""


@runtime_checkable
class StandsIn(Protocol):
    """A dataclass that can go on without a key it needs, so that the rest of a file is looked at all the same."""

    @classmethod
    def stand_in(cls, field: str, span: Span) -> object:
        """What takes the place of the field."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One field of a dataclass as the binder sees it."""

    field: str
    key: str
    type: Any
    required: bool
    manual: Key


@lru_cache(maxsize=256)
def shapes(cls: type) -> Mapping[str, Shape]:
    """The fields of a dataclass by the key they are written under; `span` is where the value stands, not a key."""
    hints = typing.get_type_hints(cls, include_extras=True)
    found: dict[str, Shape] = {}
    for field in dataclasses.fields(cls):
        if field.name == "span":
            continue
        hint, manual = hints[field.name], Key("")
        if typing.get_origin(hint) is typing.Annotated:
            hint, *notes = typing.get_args(hint)
            manual = next((note for note in notes if isinstance(note, Key)), manual)
        key = field.name.rstrip("_").replace("_", "-")
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        found[key] = Shape(field.name, key, hint, required, manual)
    return types.MappingProxyType(found)


@lru_cache(maxsize=1024)
def is_mapping(cls: type) -> bool:
    """Whether values of a class are written as keys: a dataclass whose fields carry their manual."""
    return dataclasses.is_dataclass(cls) and any(shape.manual.description for shape in shapes(cls).values())


def is_keyed(wanted: Any) -> bool:
    """Whether a field's type holds values by keys that staff choose."""
    _, plain = without_none(wanted)
    return typing.get_origin(plain) is tuple and typing.get_origin(typing.get_args(plain)[0]) is tuple


@lru_cache(maxsize=1024)
def without_none(wanted: Any) -> tuple[bool, Any]:
    """Whether a field may be left out by its type, and the type without that."""
    if typing.get_origin(wanted) is typing.Annotated:
        wanted = typing.get_args(wanted)[0]
    if typing.get_origin(wanted) in (typing.Union, types.UnionType):
        kept = [part for part in typing.get_args(wanted) if part is not type(None)]
        return True, kept[0]
    return False, wanted
