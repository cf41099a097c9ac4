"""The file: pages drawn in order, then what is said about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.document.kernel import Document, Heading
from docgen.document.tree import plain, told, walk
from docgen.layout.page import Pages
from docgen.writers.pdf.attachments import attach
from docgen.writers.pdf.compacting import compacted
from docgen.writers.pdf.drawing import Draughtsman
from docgen.writers.pdf.fonts import add_fonts
from docgen.writers.pdf.intent import declare_colours
from docgen.writers.pdf.levels import depths
from docgen.writers.pdf.metadata import describe
from docgen.writers.pdf.sheets import Sheets
from docgen.writers.pdf.structure import Structure, build_structure
from docgen.writers.pdf.tagging import add_structure
from docgen.writers.pdf.tracing import nodes_of
from docgen.writers.writer import Edition


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
        _draw(sheets, edition, edition.pages, destinations)
        declare_colours(sheets)
        describe(sheets, edition.document, edition.moment, part=3 if edition.attachments else 2)
        if edition.attachments:
            attach(sheets, edition.attachments, edition.moment)
        _add_outline(sheets, edition.document, destinations)
        sheets.setViewerPreference("DisplayDocTitle", "true")
        sheets.addPageLabel(0, style="ARABIC", start=1)
        return compacted(sheets.data()) if edition.compact else sheets.data()

    def blocks(self, edition: Edition) -> Mapping[str, str]:
        """The nodes by the numbers of their structure elements, counted from 1 in reading order."""
        if edition.pages is None:
            return {}
        sheets = Sheets(edition.moment, edition.document.language)
        structure = _draw(sheets, edition, edition.pages, _destinations(edition.pages))
        return {str(number): node for number, node in enumerate(nodes_of(structure), start=1)}


def _draw(sheets: Sheets, edition: Edition, pages: Pages, destinations: frozenset[str]) -> Structure:
    """Draw all pages, and add the structure of what is on them."""
    family = edition.style.family
    faces = {face.name: face for face in (family.regular, family.bold, family.italic, family.bold_italic)}
    fonts = add_fonts(sheets, pages, faces)
    structure = build_structure(edition.document)
    draughtsman = Draughtsman(sheets, fonts, edition.pictures, destinations, structure)
    for page in pages.pages:
        draughtsman.page(page)
    add_structure(sheets, structure.root, draughtsman.marking.parents)
    return structure


def _destinations(pages: Pages) -> frozenset[str]:
    """The nodes that links and outline can lead to."""
    return frozenset(anchor.node for page in pages.pages for anchor in page.anchors)


def _add_outline(sheets: Sheets, document: Document, destinations: frozenset[str]) -> None:
    """Add the headings as an outline; a level left out in the document is left out here too."""
    headings = [heading for heading in _headings(document) if heading.id in destinations]
    for heading, depth in zip(headings, depths(heading.level for heading in headings), strict=True):
        sheets.addOutlineEntry(told(plain(heading.runs)), heading.id, depth, closed=False)
    if headings:
        sheets.showOutline()


def _headings(document: Document) -> Iterator[Heading]:
    for node in walk(document):
        if isinstance(node, Heading):
            yield node
