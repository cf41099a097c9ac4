"""The spread: a document's blocks in reading order, and which of them run over the page."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import TypeAlias

from docgen.document.kernel import Contents, Figure, Group, Heading, Node, Table, Width
from docgen.document.reproduction import LOGOS

Part: TypeAlias = tuple[Node | str, Width]
"""A block and how wide it runs; a bare id says that the group of that id begins."""


def spread(nodes: Sequence[Node], whole: Container[str] = ()) -> Iterator[Part]:
    """The blocks, groups taken apart, those apart whose role is among `whole`.

    Contents run over the page, as do headings right above what does.
    """
    held: list[Part] = []
    for part in _taken_apart(nodes, Width.COLUMN, whole):
        if isinstance(part[0], str | Heading) and part[1] is Width.COLUMN:
            held.append(part)
            continue
        if part[1] is Width.PAGE and any(isinstance(node, Heading) for node, _ in held):
            held = [(node, Width.PAGE) for node, _ in held]
        yield from held
        held.clear()
        yield part
    yield from held


def _taken_apart(nodes: Sequence[Node], width: Width, whole: Container[str]) -> Iterator[Part]:
    for node in nodes:
        match node:
            case Group() if node.role != LOGOS and node.role not in whole:
                inside = Width.PAGE if node.width is Width.PAGE else width
                if node.id:
                    yield node.id, inside
                yield from _taken_apart(node.children, inside, whole)
            case Group() | Figure() | Table():
                yield node, Width.PAGE if node.width is Width.PAGE else width
            case Contents():
                yield node, Width.PAGE
            case _:
                yield node, width
