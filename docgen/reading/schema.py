"""JSON Schema of the content language, made from the same dataclasses that the binder reads.

Draft-07 (https://json-schema.org/draft-07), which the YAML servers of editors take.
"""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

import yaml

from docgen.reading.shapes import Reads, Shape, is_keyed, is_mapping, shapes, without_none
from docgen.reading.text import Text

Schema = dict[str, Any]

_PLAIN: Mapping[type, Schema] = {
    bool: {"enum": [True, False, "true", "false", "yes", "no", "on", "off"]},
    int: {"type": ["integer", "string"], "pattern": r"^[+-]?\d+$"},
    float: {"type": ["number", "string"], "pattern": r"^[+-]?\d+(\.\d+)?$"},
}
"""Numbers and truth values, which may stand in quotes."""

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema(root: type, title: str) -> Schema:
    """The schema of the files that bind to `root`."""
    maker = SchemaMaker()
    top = maker.mapping(root)
    return {"$schema": DRAFT, "title": title, **top, "definitions": dict(sorted(maker.definitions.items()))}


class SchemaMaker:
    """Makes schemas of types; those of dataclasses once each, under `definitions`."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, wanted: Any) -> Schema:
        """The schema of one type as the binder understands it."""
        optional, plain = without_none(wanted)
        return _or_nothing(self._of(plain)) if optional else self._of(plain)

    @staticmethod
    def line() -> Schema:
        """Text that is not empty: YAML may take it for a number or a truth value, docgen does not."""
        return {"type": ["string", "number", "boolean"], "minLength": 1}

    def mapping(self, cls: type) -> Schema:
        """The schema of a mapping: its keys, which of them must be there, and no others."""
        keys = shapes(cls)
        properties = {key: self._documented(shape) for key, shape in keys.items()}
        required = [key for key, shape in keys.items() if shape.required]
        found: Schema = {"type": "object", "description": _first_line(cls), "additionalProperties": False}
        return {**found, "properties": properties, **({"required": required} if required else {})}

    def _of(self, wanted: Any) -> Schema:
        if typing.get_origin(wanted) is tuple:
            item = typing.get_args(wanted)[0]
            if is_keyed(wanted):
                values = self.of(typing.get_args(item)[1])
                return {"type": ["object", "null"], "additionalProperties": values}
            return {"type": ["array", "null"], "items": self.of(item)}
        if hasattr(wanted, "schema"):
            return cast("Schema", wanted.schema(self))
        if hasattr(wanted, "pattern"):
            return {"type": "string", "pattern": f"^(?:{wanted.pattern})$"}
        if issubclass(wanted, Enum):
            return {"enum": [member.value for member in wanted]}
        if is_mapping(wanted):
            return self._defined(wanted)
        if wanted is str:
            return {"type": self.line()["type"]}  # may be empty, as a footer may
        if issubclass(wanted, Text | str) or issubclass(wanted, Reads):
            return self.line()
        return dict(_PLAIN[cast("type", wanted)])

    def _defined(self, cls: type) -> Schema:
        name = cls.__name__
        reference = {"$ref": f"#/definitions/{name}"}
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.mapping(cls)
        needed = any(shape.required for shape in shapes(cls).values())
        if issubclass(cls, Reads):
            return {"anyOf": [self.line(), reference]}
        return reference if needed else _or_nothing(reference)

    def _documented(self, shape: Shape) -> Schema:
        found = self.of(shape.type)
        found = _documentable(found if shape.required else _or_nothing(found))
        manual = shape.manual
        if manual.description:
            found = {**found, "description": manual.description}
        if manual.least is not None:
            found = {**found, "minimum": manual.least, "maximum": manual.most}
        examples = [_value(example) for example in manual.examples]
        return {**found, "examples": examples} if examples else found


def _or_nothing(found: Schema) -> Schema:
    """What may be left empty."""
    kinds = [found["type"]] if isinstance(found.get("type"), str) else found.get("type")
    if kinds is not None:
        return found if "null" in kinds else {**found, "type": [*kinds, "null"]}
    if "enum" in found:
        return found if None in found["enum"] else {"enum": [*found["enum"], None]}
    parts = found["anyOf"] if set(found) == {"anyOf"} else [found]
    return {"anyOf": parts if {"type": "null"} in parts else [*parts, {"type": "null"}]}


def _documentable(found: Schema) -> Schema:
    """Draft-07 ignores what stands beside `$ref`."""
    return {"allOf": [found]} if "$ref" in found else found


def _first_line(cls: type) -> str:
    return (inspect.getdoc(cls) or "").split("\n")[0] if dataclasses.is_dataclass(cls) else ""


def _value(example: str) -> Any:
    """An example of the manual as the value that an editor would insert."""
    return yaml.safe_load(example) if example.startswith(('"', "[", "{", "\n")) else example
