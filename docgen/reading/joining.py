"""Two files as one: what a file does not write itself it takes from another."""

from __future__ import annotations

from collections.abc import Callable

from docgen.reading.nodes import Mapping, Node


def join(own: Node, other: Node | None, joins: Callable[[str], bool]) -> Node:
    """The keys of `own`, and those of `other` that it lacks.

    A key that both write, and that `joins`, is joined in its turn, all keys below it; for any other the own value
    stands. Nodes keep the file and place they were written at.
    """
    if not isinstance(own, Mapping) or not isinstance(other, Mapping):
        return own
    below = {key.value: value for key, value in other.entries}
    written = {key.value for key, _ in own.entries}
    entries = [
        (key, join(value, below.get(key.value), _always) if joins(key.value) else value) for key, value in own.entries
    ]
    entries.extend((key, value) for key, value in other.entries if key.value not in written)
    return Mapping(tuple(entries), own.span)


def join_all(own: Node, other: Node | None) -> Node:
    """`own` and what it lacks of `other`, at every level."""
    return join(own, other, _always)


def _always(_key: str) -> bool:
    return True
