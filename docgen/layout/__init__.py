"""Layout: a document placed on pages, as data.

Blocks become strips (`galley`, with a module per kind), strips fill columns and pages (`columns`). Nothing here reads a
file or knows of any output format; the same document, style and pictures give the same pages.
"""

from __future__ import annotations

from docgen.document.kernel import Document, Width
from docgen.layout.columns import Sheet, fill_pages
from docgen.layout.furniture import set_footer, set_header
from docgen.layout.galley import Region, set_nodes, set_regions
from docgen.layout.notes import set_notes
from docgen.layout.page import Page, Pages
from docgen.layout.paragraph import PageNumbers
from docgen.layout.setting import Setting
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
    return Pages(tuple(_page(at, len(sheets), sheet, document, style) for at, sheet in enumerate(sheets, 1)))


def _place(document: Document, style: Style, pictures: Pictures, numbers: PageNumbers) -> list[Sheet]:
    """One pass over the document, with the page numbers known so far."""
    setting = Setting(style, pictures, numbers, document.language)
    height = style.page.height - style.page.top - style.page.bottom
    frames = {
        Width.PAGE: Frame(0.0, style.page.measure, height),
        Width.COLUMN: Frame(0.0, style.columns.measure(style.page), height),
    }
    regions = set_regions(document.children, frames, setting)
    notes = set_notes(document.notes, frames[Width.COLUMN], setting, set_nodes)
    if notes:
        regions = _with_notes(regions, Region(Width.COLUMN, tuple(notes)))
    return fill_pages(regions, style)


def _with_notes(regions: list[Region], notes: Region) -> list[Region]:
    """The notes below the text, in its last columns where it ends in columns."""
    if regions and regions[-1].width is notes.width:
        return [*regions[:-1], Region(notes.width, regions[-1].strips + notes.strips)]
    return [*regions, notes]


def _page(number: int, count: int, sheet: Sheet, document: Document, style: Style) -> Page:
    header = set_header(number, count, document, style)
    footer = set_footer(number, count, document, style)
    boxes = (*header, *sheet.boxes, *footer)
    return Page(number, style.page.width, style.page.height, boxes, tuple(sheet.anchors))
