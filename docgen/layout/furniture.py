"""Furniture: the header and footer of a page, in the middle of their margins, and the publisher's logo in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.document.kernel import Alignment, Document, Figure, Paragraph
from docgen.document.reproduction import LOGO_GAP, MOST_LOGO, Size, figure_size
from docgen.layout.manner import Manner, PageNumbers
from docgen.layout.page import Box, TextLine
from docgen.layout.paragraph import set_paragraph
from docgen.layout.picture import placed_picture
from docgen.layout.strip import depth, moved, stacked
from docgen.style.model import Align, Style
from docgen.style.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of all pages of one document, `count` in number."""

    document: Document
    style: Style
    pictures: Pictures
    count: int

    def header(self, number: int) -> tuple[Box, ...]:
        """The header of page `number`."""
        page, sheet = self.document.first_page if number == 1 else self.document.other_pages, self.style.page
        return tuple(self._set(page.header, page.header_logo, sheet.height - sheet.top / 2, number))

    def footer(self, number: int) -> tuple[Box, ...]:
        """The footer of page `number`."""
        page = self.document.first_page if number == 1 else self.document.other_pages
        return tuple(self._set(page.footer, page.footer_logo, self.style.page.bottom / 2, number))

    def _set(self, words: Paragraph | None, logo: Figure | None, middle: float, number: int) -> Iterator[Box]:
        """Words and logo around the height `middle`, marked as no part of the text."""
        page = self.style.page
        size = figure_size(logo, self.pictures, MOST_LOGO * page.measure, page.height) if logo is not None else None
        if logo is not None and size is not None:
            box = placed_picture(logo, size, page.left, page.measure)
            yield moved(replace(box, furniture=True), 0.0, middle + size[1] / 2)
        if words is not None:
            yield from self._words(words, _room(logo, size, self.style.text(words.role).align), middle, number)

    def _words(self, words: Paragraph, room: tuple[float, float], middle: float, number: int) -> Iterator[Box]:
        page, numbers = self.style.page, PageNumbers({words.id: number}, self.count)
        look, language = self.style.text(words.role), words.language or self.document.language
        manner = Manner(look, self.style.family, numbers, words.id, words.role, language)
        strips = set_paragraph(words.runs, manner, room[0], page.measure - sum(room))
        for box in stacked(strips, page.left, middle + depth(strips) / 2):
            yield replace(box, furniture=True) if isinstance(box, TextLine) else box


def _room(logo: Figure | None, size: Size | None, align: Align) -> tuple[float, float]:
    """What words leave free for a logo, left and right of them; those in the middle stay there."""
    if logo is None or size is None or logo.align is Alignment.CENTRE:
        return 0.0, 0.0
    free = size[0] + LOGO_GAP
    if align is Align.CENTRE:
        return free, free
    return (free, 0.0) if logo.align is Alignment.LEFT else (0.0, free)
