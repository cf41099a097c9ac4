"""A document's own parts: the text with its sections, notes, headers and footers, and what they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.document.kernel import Width
from docgen.writers.docx.block import WordParagraph
from docgen.writers.docx.blocks import set_blocks
from docgen.writers.docx.comments import with_styles
from docgen.writers.docx.frame import Frame
from docgen.writers.docx.furniture import Margins, furniture_part
from docgen.writers.docx.ledger import Ledger, Story
from docgen.writers.docx.notes import notes_part, notes_settings
from docgen.writers.docx.origin import origin_parts
from docgen.writers.docx.package import DOCUMENT, DOCUMENT_TYPE, Part, Relations
from docgen.writers.docx.rules import Settled, settled
from docgen.writers.docx.sections import divided
from docgen.writers.docx.settings import with_notes
from docgen.writers.docx.styles import LOGOS, without
from docgen.writers.docx.template import Template
from docgen.writers.docx.wordml import root
from docgen.writers.writer import Edition

NUMBERING, SETTINGS, STYLES = "word/numbering.xml", "word/settings.xml", "word/styles.xml"


def parts_of(edition: Edition, template: Template) -> tuple[Part, ...]:
    """Every part of the file: the template's, with the document's added and filled in."""
    ledger = Ledger(edition)
    document, style = edition.document, edition.style
    frame = Frame(Width.COLUMN, style.columns.measure(style.page), document.language)
    story = Story(ledger, holds_notes=True, relations=Relations(template.relations))
    blocks = _begun(settled(set_blocks(document.children, frame, story), style))
    endnotes = any(note.end for note in document.notes)
    margins = Margins(edition)
    text = divided(blocks, style, template.references, margins, endnotes=endnotes)
    body = root("document", f"<w:body>{text}</w:body>")
    notes = tuple(_notes(frame, ledger, story))
    own = [
        *notes,
        *_beside(ledger, story),
        *(furniture_part(part, frame, Story(ledger, furniture=True), margins) for part in template.furniture),
        Part(DOCUMENT, body.encode(), DOCUMENT_TYPE, story.relations.all()),
    ]
    return (*own, *ledger.media(), *_filled(template, ledger, own))


def _begun(blocks: list[Settled]) -> list[Settled]:
    """Blocks, the first without the space that its style has before it: Word would leave it at the head of the page."""
    first = blocks[0] if blocks else None
    if isinstance(first, WordParagraph) and first.style != LOGOS and first.rule_above is None:
        return [replace(first, before=0.0), *blocks[1:]]
    return blocks


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


def _filled(template: Template, ledger: Ledger, own: Sequence[Part]) -> Iterator[Part]:
    """The template's parts, with the document's lists, the separators of its notes, and the styles that it needs."""
    names = {part.name for part in own}
    for part in template.parts:
        if part.name == NUMBERING:
            data = part.data.decode().replace("</w:numbering>", f"{''.join(ledger.lists)}</w:numbering>")
            yield replace(part, data=data.encode())
        elif part.name == SETTINGS:
            said = notes_settings(ledger, "word/footnotes.xml" in names, "word/endnotes.xml" in names)
            yield replace(part, data=with_notes(part.data.decode(), said).encode())
        elif part.name == STYLES:
            sheet = without(part.data, _unused(template.spare, own))
            yield replace(part, data=with_styles(sheet) if ledger.comments is not None else sheet)
        else:
            yield part


def _unused(styles: Sequence[str], own: Sequence[Part]) -> frozenset[str]:
    """Those of some paragraph styles that none of the document's own parts names."""
    return frozenset(
        style for style in styles if not any(f'<w:pStyle w:val="{style}"/>'.encode() in part.data for part in own)
    )
