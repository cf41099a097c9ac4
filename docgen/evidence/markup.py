"""Elements of HTML and SVG as data, and how they are written: content is escaped there, and nowhere else.

What is written is HTML and well-formed XML at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from docgen.records import dataclass

_VOID = frozenset({"img", "meta", "path"})
"""Elements of HTML and SVG that hold nothing."""

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its name, its attributes as they are meant, what it holds in order."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    held: tuple[Element | str, ...]


Held: TypeAlias = Element | str | None


def element(name: str, /, *held: Held, **attributes: str | None) -> Element:
    """An element; what is None is left out. A final `_` of an attribute's name is, and others become hyphens."""
    named = tuple((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    return Element(name, named, tuple(one for one in held if one is not None))


def written(root: Element) -> str:
    """An element as HTML, or as SVG."""
    return "".join(_pieces(root))


def _pieces(node: Element | str) -> Iterable[str]:
    if isinstance(node, str):
        yield escaped(node)
        return
    attributes = "".join(f' {key}="{escaped(value)}"' for key, value in node.attributes)
    if node.name in _VOID:
        yield f"<{node.name}{attributes}/>"
        return
    yield f"<{node.name}{attributes}>"
    for held in node.held:
        yield from _pieces(held)
    yield f"</{node.name}>"


def escaped(text: str) -> str:
    """Text that no browser takes for markup; characters that HTML cannot hold are shown as U+FFFD."""
    return "".join(_ESCAPED.get(character, character if _is_allowed(character) else "\ufffd") for character in text)


def _is_allowed(character: str) -> bool:
    """Whether a character may stand in HTML: no control character, no half of a pair, no noncharacter."""
    code = ord(character)
    if code < 0x20:
        return character in "\t\n\r"
    return not (0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE)
