"""Layout: a document placed on pages, as data.

Blocks become strips (`galley`, with a module per kind), strips fill columns (`columns`) on a `grid`, columns and what
runs over the page fill pages (`pagination`). That is one pass forward: nothing that is placed is moved again. Nothing
here reads a file or knows of any output format; the same document, style and pictures give the same pages.
"""

from __future__ import annotations

from docgen.document.kernel import Document, Width
from docgen.layout.furniture import Margins
from docgen.layout.galley import set_nodes, set_strips
from docgen.layout.grid import Grid
from docgen.layout.manner import PageNumbers
from docgen.layout.notes import with_notes
from docgen.layout.page import Page, Pages
from docgen.layout.pagination import fill_pages
from docgen.layout.setting import Setting
from docgen.layout.sheet import Sheet
from docgen.layout.strip import Frame
from docgen.style.model import Style
from docgen.style.pictures import Pictures


def lay_out(document: Document, style: Style, pictures: Pictures) -> Pages:
    """Place a document on pages.

    `pictures` holds every picture that the document shows. A document that prints page numbers in its text is laid out
    twice: once to learn them, once with them; room is kept for them, so the second time they are right.
    """
    numbers = PageNumbers()
    sheets = _place(document, style, pictures, numbers)
    if numbers.asked:
        known = {anchor.node: at for at, sheet in reversed(list(enumerate(sheets, 1))) for anchor in sheet.anchors}
        sheets = _place(document, style, pictures, PageNumbers(known, len(sheets)))
    margins = Margins(document, style, pictures, len(sheets))
    return Pages(tuple([_page(at, sheet, margins) for at, sheet in enumerate(sheets, 1)]))


def _place(document: Document, style: Style, pictures: Pictures, numbers: PageNumbers) -> list[Sheet]:
    """One pass over the document, with the page numbers known so far."""
    setting = Setting(style, pictures, numbers, document.language, document.names)
    grid = Grid.of(style)
    frames = {
        Width.PAGE: Frame(0.0, style.page.measure, grid.height),
        Width.COLUMN: Frame(0.0, style.columns.measure(style.page), grid.height),
    }
    strips = set_strips(document.children, frames, setting)
    return fill_pages(with_notes(strips, document.notes, frames, setting, set_nodes), style, grid)


def _page(number: int, sheet: Sheet, margins: Margins) -> Page:
    size = margins.style.page
    boxes = (*margins.header(number), *sheet.boxes, *margins.footer(number))
    return Page(number, size.width, size.height, boxes, sheet.anchors)
