"""Furniture: the header and footer of a page, in the middle of their margins."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.kernel import Document, Paragraph
from docgen.layout.page import Box, TextLine
from docgen.layout.paragraph import Manner, PageNumbers, set_paragraph
from docgen.layout.strip import Strip, depth, stacked
from docgen.style.model import Style


def set_header(number: int, count: int, document: Document, style: Style) -> tuple[Box, ...]:
    """The header of page `number` of `count`."""
    paragraph = (document.first_page if number == 1 else document.other_pages).header
    strips = _strips(paragraph, number, count, document, style)
    return _furniture(strips, style.page.left, style.page.height - style.page.top / 2)


def set_footer(number: int, count: int, document: Document, style: Style) -> tuple[Box, ...]:
    """The footer of page `number` of `count`."""
    paragraph = (document.first_page if number == 1 else document.other_pages).footer
    strips = _strips(paragraph, number, count, document, style)
    return _furniture(strips, style.page.left, style.page.bottom / 2)


def _strips(paragraph: Paragraph | None, number: int, count: int, document: Document, style: Style) -> list[Strip]:
    if paragraph is None:
        return []
    numbers = PageNumbers({paragraph.id: number}, count)
    language = paragraph.language or document.language
    text = style.text(paragraph.role)
    manner = Manner(text, style.family, numbers, paragraph.id, paragraph.role, language)
    return set_paragraph(paragraph.runs, manner, 0.0, style.page.measure)


def _furniture(strips: list[Strip], left: float, middle: float) -> tuple[Box, ...]:
    """The lines around the height `middle`, marked as no part of the text."""
    boxes = stacked(strips, left, middle + depth(strips) / 2)
    return tuple(replace(box, furniture=True) if isinstance(box, TextLine) else box for box in boxes)
