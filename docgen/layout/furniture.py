"""Furniture: the header and footer of a page, in the middle of their margins, and the publisher's logo in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.document.kernel import Alignment, Document, Figure, Paragraph
from docgen.document.reproduction import LOGO_GAP, MOST_LOGO, Size, figure_size
from docgen.layout.manner import Manner, PageNumbers
from docgen.layout.page import Box, Furnishing, TextLine
from docgen.layout.paragraph import set_paragraph
from docgen.layout.picture import placed_picture
from docgen.layout.strip import depth, moved, stacked
from docgen.records import dataclass
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
        page = self.document.first_page if number == 1 else self.document.other_pages
        return tuple(self._set(page.header, page.header_logo, Furnishing.HEADER, number))

    def footer(self, number: int) -> tuple[Box, ...]:
        """The footer of page `number`."""
        page = self.document.first_page if number == 1 else self.document.other_pages
        return tuple(self._set(page.footer, page.footer_logo, Furnishing.FOOTER, number))

    def _set(self, words: Paragraph | None, logo: Figure | None, place: Furnishing, number: int) -> Iterator[Box]:
        """Words and logo around the middle of their margin, marked as no part of the text."""
        page = self.style.page
        middle = page.height - page.top / 2 if place is Furnishing.HEADER else page.bottom / 2
        size = figure_size(logo, self.pictures, MOST_LOGO * page.measure, page.height) if logo is not None else None
        if logo is not None and size is not None:
            picture = replace(placed_picture(logo, size, page.left, page.measure), furniture=place)
            yield moved(picture, 0.0, middle + size[1] / 2)
        if words is not None:
            room = _room(logo, size, self.style.text(words.role).align)
            for box in self._words(words, room, middle, number):
                yield replace(box, furniture=place) if isinstance(box, TextLine) else box

    def _words(self, words: Paragraph, room: tuple[float, float], middle: float, number: int) -> tuple[Box, ...]:
        page, numbers = self.style.page, PageNumbers({words.id: number}, self.count)
        look, language = self.style.text(words.role), words.language or self.document.language
        manner = Manner(look, self.style.family, numbers, words.id, words.role, language)
        strips = set_paragraph(words.runs, manner, room[0], page.measure - sum(room))
        return stacked(strips, page.left, middle + depth(strips) / 2)


def _room(logo: Figure | None, size: Size | None, align: Align) -> tuple[float, float]:
    """What words leave free for a logo, left and right of them; those in the middle stay there."""
    if logo is None or size is None or logo.align is Alignment.CENTRE:
        return 0.0, 0.0
    free = size[0] + LOGO_GAP
    if align is Align.CENTRE:
        return free, free
    return (free, 0.0) if logo.align is Alignment.LEFT else (0.0, free)
