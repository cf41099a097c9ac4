"""A document's own parts: the text with its sections, notes, headers and footers, and what they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.document.kernel import Furniture, Paragraph, Width
from docgen.writers.docx.block import WordParagraph
from docgen.writers.docx.blocks import set_blocks
from docgen.writers.docx.comments import with_styles
from docgen.writers.docx.figures import margin_logo
from docgen.writers.docx.frame import Frame
from docgen.writers.docx.ledger import Ledger, Story
from docgen.writers.docx.notes import notes_part, notes_settings
from docgen.writers.docx.origin import origin_parts
from docgen.writers.docx.package import DOCUMENT, DOCUMENT_TYPE, Part, Relations
from docgen.writers.docx.rules import settled
from docgen.writers.docx.sections import divided
from docgen.writers.docx.settings import with_notes
from docgen.writers.docx.template import FurniturePart, Template
from docgen.writers.docx.wordml import root
from docgen.writers.writer import Edition

NUMBERING, SETTINGS, STYLES = "word/numbering.xml", "word/settings.xml", "word/styles.xml"


def parts_of(edition: Edition, template: Template) -> tuple[Part, ...]:
    """Every part of the file: the template's, with the document's added and filled in."""
    ledger = Ledger(edition)
    document, style = edition.document, edition.style
    frame = Frame(Width.COLUMN, style.columns.measure(style.page), document.language)
    story = Story(ledger, holds_notes=True, relations=Relations(template.relations))
    blocks = settled(set_blocks(document.children, frame, story), style)
    endnotes = any(note.end for note in document.notes)
    text = divided(blocks, style, template.references, endnotes=endnotes)
    body = root("document", f"<w:body>{text}</w:body>")
    notes = tuple(_notes(frame, ledger, story))
    own = [
        *notes,
        *_beside(ledger, story),
        *(_furniture(part, frame, ledger) for part in template.furniture),
        Part(DOCUMENT, body.encode(), DOCUMENT_TYPE, story.relations.all()),
    ]
    return (*own, *ledger.media(), *_filled(template, ledger, {part.name for part in notes}))


def _notes(frame: Frame, ledger: Ledger, story: Story) -> Iterator[Part]:
    for end in (False, True):
        notes = [note for note in ledger.edition.document.notes if note.end is end]
        if notes:
            part = notes_part(notes, end, frame, ledger)
            story.relations.add(part.name[len("word/") : -len(".xml")], part.name.removeprefix("word/"))
            yield part


def _beside(ledger: Ledger, story: Story) -> Iterator[Part]:
    """What the text does not show: where it comes from, and what a review says of it."""
    origin = origin_parts(ledger.edition.origin, ledger.ties)
    story.relations.add("customXml", f"../{origin[0].name}")
    yield from origin
    if ledger.comments is not None:
        part = ledger.comments.part()
        story.relations.add("comments", part.name.removeprefix("word/"))
        yield part


def _furniture(part: FurniturePart, frame: Frame, ledger: Ledger) -> Part:
    """A header or footer; where the document has none, the empty paragraph that Word wants there."""
    document = ledger.edition.document
    furniture: Furniture = document.first_page if part.first else document.other_pages
    shown = furniture.header if part.place == "header" else furniture.footer
    story = Story(ledger, furniture=True)
    nodes = [shown if shown is not None else Paragraph(runs=(), span=document.span, role=part.place)]
    blocks = set_blocks(nodes, frame, story)
    logo = furniture.header_logo if part.place == "header" else furniture.footer_logo
    if logo is not None and isinstance(blocks[0], WordParagraph):
        page = ledger.edition.style.page
        middle = page.top / 2 if part.place == "header" else page.height - page.bottom / 2
        blocks[0] = replace(blocks[0], content=margin_logo(logo, middle, story) + blocks[0].content)
    content = "".join(block.xml() for block in settled(blocks, ledger.edition.style))
    data = root("hdr" if part.place == "header" else "ftr", content)
    return Part(part.name, data.encode(), part.content_type, story.relations.all())


def _filled(template: Template, ledger: Ledger, notes: set[str]) -> Iterator[Part]:
    """The template's parts, the document's lists added to its numbering, the notes' separators to its settings."""
    for part in template.parts:
        if part.name == NUMBERING:
            data = part.data.decode().replace("</w:numbering>", f"{''.join(ledger.lists)}</w:numbering>")
            yield replace(part, data=data.encode())
        elif part.name == SETTINGS:
            said = notes_settings(ledger, "word/footnotes.xml" in notes, "word/endnotes.xml" in notes)
            yield replace(part, data=with_notes(part.data.decode(), said).encode())
        elif part.name == STYLES and ledger.comments is not None:
            yield replace(part, data=with_styles(part.data.decode()).encode())
        else:
            yield part
