"""Tracing: from the elements of a file's structure back to the nodes of the document that they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.writers.pdf.elements import Element
from docgen.writers.pdf.structure import Structure


def nodes_of(structure: Structure) -> list[str]:
    """The ids of the nodes of all elements, in reading order; the structure must be as it was written.

    An element that stands for no node has the node around it; one with none around, such as a section, the first in it.
    Empty where there is no node either way.
    """
    own = {element: node for (node, _), element in structure.entries.items()}
    own |= {element: node for node, element in (*structure.figures.items(), *structure.texts.items())}
    found: list[str] = []
    _trace(structure.root, "", own, found)
    return found


def _trace(element: Element, around: str, own: Mapping[Element, str], found: list[str]) -> None:
    number = len(found)
    found.append(own.get(element) or around)
    for kid in element.kids:
        if isinstance(kid, Element):
            _trace(kid, found[number], own, found)
    if not found[number]:
        found[number] = next((node for node in found[number + 1 :] if node), "")
