"""Inline elements: what a piece of a line belongs to inside its block (ISO 32000-1, 14.8.4.4).

They are made as lines are drawn. A link or a change of language that the block ends with so far goes on in the next
piece of the same kind, however many lines, columns and pages lie between.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from docgen.document.tree import told
from docgen.layout.page import Fragment
from docgen.writers.pdf.elements import Element, Lead, Tag
from docgen.writers.pdf.structure import Structure


class Owner(NamedTuple):
    """The element that a piece belongs to, and the link it is a part of."""

    element: Element
    link: Element | None = None


def owner_of(fragment: Fragment, structure: Structure, destinations: Collection[str]) -> Owner:
    """What a piece of text belongs to. It is part of a link where it leads out, or to one of the `destinations`."""
    block = structure.text(fragment)
    leads = bool(fragment.url) or fragment.target in destinations
    if not leads and fragment.language == block.language:
        return Owner(block)
    link = _link(block, fragment, structure) if leads else None
    if link is not None:
        link.words += told(fragment.text if fragment.written is None else fragment.written)
    holder = link or block
    return Owner(_span(holder, fragment.language) if fragment.language != holder.language else holder, link)


def _link(block: Element, fragment: Fragment, structure: Structure) -> Element:
    """The link that leads where the piece does; a note's mark is a reference, and the link in it."""
    lead = Lead(fragment.url, fragment.target)
    last = block.last
    if last is not None and last.tag is Tag.REFERENCE:
        last = last.last
    if last is not None and last.lead == lead:
        return last
    holder = block.add(Tag.REFERENCE) if fragment.target in structure.notes else block
    link = holder.add(Tag.LINK)
    link.lead = lead
    return link


def _span(holder: Element, language: str) -> Element:
    """Words in another language."""
    last = holder.last
    if last is not None and last.tag is Tag.SPAN and last.language == language:
        return last
    return holder.add(Tag.SPAN, language)
