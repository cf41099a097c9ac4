"""Objects of a PDF, read without trust: what is not of the kind that is asked for counts as not there.

Containers stay pikepdf's, for they are many and few are looked into; what they hold comes out as Python's own values
(ISO 32000-1, 7.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias

import pikepdf

Key: TypeAlias = tuple[int, int]
"""The number and generation of an indirect object; of a direct one (0, 0)."""

DIRECT: Key = (0, 0)

_MOST_NODES = 100_000


def entry(holder: Any, *keys: str) -> Any:
    """What stands in a dictionary or stream under the first key, under the next in that, and so on; None if nothing."""
    for key in keys:
        if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
            return None
        holder = holder.get(key)
    return holder


def named(value: Any) -> str:
    """A name without its stroke; empty for what is none. One that is not in UTF-8 is read byte by byte."""
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return str(value)[1:]
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")[1:]


def name(holder: Any, *keys: str) -> str:
    """A name without its stroke: `H1`; empty where there is none."""
    return named(entry(holder, *keys))


def text(holder: Any, *keys: str) -> str | None:
    """A text string, None where there is none."""
    found = entry(holder, *keys)
    return str(found) if isinstance(found, pikepdf.String) else None


def whole(holder: Any, *keys: str) -> int | None:
    """An integer, None where there is none."""
    found = entry(holder, *keys)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def numbers(holder: Any, *keys: str) -> tuple[float, ...]:
    """An array of numbers; empty where there is none, or where anything else is among them."""
    found = items(holder, *keys)
    values = [float(value) for value in found if isinstance(value, int | float | Decimal)]
    return tuple(values) if len(values) == len(found) else ()


def truth(holder: Any, *keys: str) -> bool:
    """Whether something is said to be true."""
    return entry(holder, *keys) is True


def items(holder: Any, *keys: str) -> list[Any]:
    """What an array holds; of anything else that alone, and nothing of nothing."""
    found = entry(holder, *keys)
    if isinstance(found, pikepdf.Array):
        return list(found)
    return [] if found is None else [found]


def pairs(holder: Any, *keys: str) -> dict[str, Any]:
    """The entries of a dictionary by name, without their strokes; empty where there is none."""
    found = entry(holder, *keys)
    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return {}
    try:
        return {key[1:]: value for key, value in found.items()}
    except UnicodeDecodeError:
        return {}


def key_of(found: Any) -> Key:
    """The number of an object in the file."""
    if not isinstance(found, pikepdf.Object):
        return DIRECT
    number, generation = found.objgen
    return number, generation


def in_tree(root: Any, leaves: str) -> Iterator[tuple[Any, Any]]:
    """The keys and values of a number tree (`/Nums`) or a name tree (`/Names`) (ISO 32000-1, 7.9.6 and 7.9.7)."""
    stack, seen = [root], set[Key]()
    for _ in range(_MOST_NODES):
        if not stack:
            return
        node = stack.pop()
        key = key_of(node)
        if key != DIRECT and key in seen:
            continue
        seen.add(key)
        held = items(node, leaves)
        yield from zip(held[::2], held[1::2], strict=False)
        stack.extend(reversed(items(node, "/Kids")))


def data_of(stream: Any) -> bytes:
    """What a stream holds, unpacked; empty where it is none or cannot be read."""
    if not isinstance(stream, pikepdf.Stream):
        return b""
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return b""
