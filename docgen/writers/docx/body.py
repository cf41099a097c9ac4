"""A document's own parts: the text with its sections, notes, headers and footers, and what they ask for."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document.kernel import Furniture, Paragraph, Width
from docgen.writers.docx.blocks import set_blocks
from docgen.writers.docx.frame import Frame
from docgen.writers.docx.languages import word_language
from docgen.writers.docx.ledger import Ledger, Story
from docgen.writers.docx.notes import notes_part, notes_settings
from docgen.writers.docx.package import DOCUMENT, DOCUMENT_TYPE, Part, Relations
from docgen.writers.docx.sections import divided
from docgen.writers.docx.settings import settings
from docgen.writers.docx.template import FurniturePart, Template
from docgen.writers.docx.wordml import root
from docgen.writers.writer import Edition

NUMBERING, SETTINGS = "word/numbering.xml", "word/settings.xml"


def parts_of(edition: Edition, template: Template) -> tuple[Part, ...]:
    """Every part of the file: the template's, with the document's added and filled in."""
    ledger = Ledger(edition)
    document, style = edition.document, edition.style
    frame = Frame(Width.COLUMN, style.columns.measure(style.page), document.language)
    story = Story(ledger, holds_notes=True, relations=Relations(template.relations))
    blocks = set_blocks(document.children, frame, story)
    references = "".join(
        f'<w:{part.place}Reference w:type="{"first" if part.first else "default"}" r:id="{part.relation}"/>'
        for part in template.furniture
    )
    body = root("document", f"<w:body>{divided(blocks, style, references)}</w:body>")
    notes = tuple(_notes(frame, ledger, story))
    own = [
        *notes,
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


def _furniture(part: FurniturePart, frame: Frame, ledger: Ledger) -> Part:
    """A header or footer; where the document has none, the empty paragraph that Word wants there."""
    document = ledger.edition.document
    furniture: Furniture = document.first_page if part.first else document.other_pages
    shown = furniture.header if part.place == "header" else furniture.footer
    story = Story(ledger)
    nodes = [shown if shown is not None else Paragraph(runs=(), span=document.span, role=part.place)]
    content = "".join(block.xml() for block in set_blocks(nodes, frame, story))
    data = root("hdr" if part.place == "header" else "ftr", content)
    return Part(part.name, data.encode(), part.content_type, story.relations.all())


def _filled(template: Template, ledger: Ledger, notes: set[str]) -> Iterator[Part]:
    """The template's parts, the document's lists added to its numbering, the notes' separators to its settings."""
    language = word_language(ledger.edition.document.language)
    for part in template.parts:
        if part.name == NUMBERING:
            data = part.data.decode().replace("</w:numbering>", f"{''.join(ledger.lists)}</w:numbering>")
            yield Part(part.name, data.encode(), part.content_type)
        elif part.name == SETTINGS:
            said = notes_settings(ledger, "word/footnotes.xml" in notes, "word/endnotes.xml" in notes)
            yield Part(part.name, settings(language, said).encode(), part.content_type)
        else:
            yield part
