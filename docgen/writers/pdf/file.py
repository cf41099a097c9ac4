"""The file: pages drawn in order, then what is said about them."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document.kernel import Document, Heading
from docgen.document.tree import plain, walk
from docgen.layout.page import Pages
from docgen.writers.pdf.drawing import Draughtsman
from docgen.writers.pdf.fonts import add_fonts
from docgen.writers.pdf.sheets import Sheets
from docgen.writers.writer import Edition

PROGRAM = "docgen"


class PdfWriter:
    """Puts down a document that layout has placed on pages, as PDF 1.7 (ISO 32000-1)."""

    name = "pdf"
    extension = ".pdf"
    needs_pages = True
    shows_review = False

    def write(self, edition: Edition) -> bytes:
        """The whole file. Raises `ValueError` for an edition without pages."""
        if edition.pages is None:
            raise ValueError("a PDF is made of pages, and this edition has none")
        sheets = Sheets(edition.moment, edition.document.language)
        destinations = _destinations(edition.pages)
        family = edition.style.family
        faces = {face.name: face for face in (family.regular, family.bold, family.italic, family.bold_italic)}
        fonts = add_fonts(sheets, edition.pages, faces)
        draughtsman = Draughtsman(sheets, fonts, edition.pictures, destinations)
        for page in edition.pages.pages:
            draughtsman.page(page)
        _describe(sheets, edition.document)
        _add_outline(sheets, edition.document, destinations)
        return sheets.data()


def _destinations(pages: Pages) -> frozenset[str]:
    """The nodes that links and outline can lead to."""
    return frozenset(anchor.node for page in pages.pages for anchor in page.anchors)


def _describe(sheets: Sheets, document: Document) -> None:
    """Write the properties, and let viewers show the title instead of the file's name."""
    properties = document.properties
    sheets.setTitle(properties.title)
    sheets.setAuthor(", ".join(properties.authors))
    sheets.setSubject(properties.subject)
    sheets.setCreator(PROGRAM)
    sheets.setProducer(PROGRAM)
    sheets.setViewerPreference("DisplayDocTitle", "true")
    sheets.addPageLabel(0, style="ARABIC", start=1)


def _add_outline(sheets: Sheets, document: Document, destinations: frozenset[str]) -> None:
    """Add the headings as an outline; a level left out in the document is left out here too."""
    headings = [heading for heading in _headings(document) if heading.id in destinations]
    open_levels: list[int] = []
    for heading in headings:
        while open_levels and open_levels[-1] >= heading.level:
            open_levels.pop()
        sheets.addOutlineEntry(plain(heading.runs), heading.id, len(open_levels), closed=False)
        open_levels.append(heading.level)
    if headings:
        sheets.showOutline()


def _headings(document: Document) -> Iterator[Heading]:
    for node in walk(document):
        if isinstance(node, Heading):
            yield node
