"""Blocks that are lists of texts: each entry is Markdown alone, or has keys that say more of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from docgen.reading import nodes
from docgen.reading.binding import Binder, Unbound
from docgen.report.body import Body

Entry = TypeVar("Entry")


def bind_entries(
    node: nodes.Node, binder: Binder, kind: type[Entry], alone: Callable[[Body], Entry]
) -> tuple[Entry, ...]:
    """The entries of a list, or the only one; `alone` makes one of a text without keys. Raises `Unbound`."""
    items = node.items if isinstance(node, nodes.Sequence) else (node,)
    found: list[Entry] = []
    missed = False
    for item in items:
        try:
            whole = isinstance(item, nodes.Mapping)
            found.append(binder.bind(item, kind) if whole else alone(Body.bind(item, binder)))
        except Unbound:
            missed = True
    if missed:
        raise Unbound
    return tuple(found)


def entries_schema(maker: Any, kind: type) -> dict[str, Any]:
    """The JSON Schema of such a list."""
    entry = {"anyOf": [maker.line(), maker.of(kind)]}
    return {"anyOf": [{"type": "array", "items": entry, "minItems": 1}, *entry["anyOf"]]}
