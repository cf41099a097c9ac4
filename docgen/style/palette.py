"""A style's palette: names that stand for colours wherever a colour is wanted."""

from __future__ import annotations

from docgen.reading.nodes import Mapping, Node, Scalar

KEYS = ("colour", "fill", "edge")
"""The keys that want a colour."""


def paint(root: Node) -> Node:
    """A sheet with the colours of its palette in place of their names.

    Only names change place: a colour that no palette has is left to the binder to refuse.
    """
    palette = root.get("palette") if isinstance(root, Mapping) else None
    colours = {key.value: value for key, value in palette.entries} if isinstance(palette, Mapping) else {}
    return _painted(root, colours)


def _painted(node: Node, colours: dict[str, Node]) -> Node:
    if not isinstance(node, Mapping):
        return node
    entries = []
    for key, value in node.entries:
        if key.value in KEYS and isinstance(value, Scalar):
            entries.append((key, colours.get(value.value, value)))
        else:
            entries.append((key, _painted(value, colours)))
    return Mapping(tuple(entries), node.span)
