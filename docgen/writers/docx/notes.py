"""Footnotes and endnotes: parts of their own, whose marks Word counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document.kernel import Note
from docgen.layout.notes import TITLE_ROLE
from docgen.style.roles import Role
from docgen.writers.docx.block import Block, WordParagraph
from docgen.writers.docx.blocks import set_blocks
from docgen.writers.docx.frame import Frame, paragraph
from docgen.writers.docx.ledger import Ledger, Story
from docgen.writers.docx.package import ENDNOTES_TYPE, FOOTNOTES_TYPE, Part
from docgen.writers.docx.rules import settled
from docgen.writers.docx.styles import paragraph_style
from docgen.writers.docx.wordml import escaped, root, run, text

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))


def notes_part(notes: Sequence[Note], end: bool, frame: Frame, ledger: Ledger) -> Part:
    """The part that holds all footnotes, or all endnotes."""
    story = Story(ledger)
    kind, style = ("endnote", "EndnoteText") if end else ("footnote", "FootnoteText")
    title = _title(ledger) if end else ""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:after="0"/>'
        f'<w:ind w:left="0" w:firstLine="0"/></w:pPr><w:r><w:{name}/></w:r></w:p>'
        f"{title if name == 'separator' else ''}</w:{kind}>"
        for number, name in _SEPARATORS
    )
    inside = replace(frame, role=Role.NOTE, inset=ledger.edition.style.text(Role.NOTE).indent, endnote=end)
    written = "".join(_note(note, number, kind, inside, story) for number, note in enumerate(notes, 1))
    content_type = ENDNOTES_TYPE if end else FOOTNOTES_TYPE
    data = root(f"{kind}s", separators + written).encode()
    return Part(f"word/{kind}s.xml", data, content_type, story.relations.all())


def notes_settings(ledger: Ledger, feet: bool, ends: bool) -> str:
    """What the settings say of notes: how they count, and which are the separators."""
    found = ""
    for kind, there, end in (("footnote", feet, False), ("endnote", ends, True)):
        if there:
            separators = "".join(f'<w:{kind} w:id="{number}"/>' for number, _ in _SEPARATORS)
            form = ledger.formats[end] or "decimal"
            place = '<w:pos w:val="sectEnd"/>' if end else ""
            found += f'<w:{kind}Pr>{place}<w:numFmt w:val="{form}"/>{separators}</w:{kind}Pr>'
    return found


def _title(ledger: Ledger) -> str:
    """The title over the endnotes: it goes with their separator, which Word prints wherever they begin."""
    edition = ledger.edition
    words = edition.style.wording(edition.document.language).notes
    style = paragraph_style(TITLE_ROLE)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text(words))}</w:p>'


def _note(note: Note, number: int, kind: str, frame: Frame, story: Story) -> str:
    inside = replace(frame, language=note.language) if note.language else frame
    blocks = set_blocks(note.children, inside, story)
    mark = _mark(note, kind, story)
    if blocks and isinstance(blocks[0], WordParagraph):
        blocks[0] = replace(blocks[0], content=mark + blocks[0].content)
    else:
        blocks.insert(0, paragraph(inside.style(Role.NOTE), mark, inside, story))
    rest = [_flush(block) for block in blocks[1:]]
    written = settled((blocks[0], *rest), story.ledger.edition.style)
    return f'<w:{kind} w:id="{number}">{"".join(block.xml() for block in written)}</w:{kind}>'


def _mark(note: Note, kind: str, story: Story) -> str:
    properties = f'<w:rStyle w:val="{kind.capitalize()}Reference"/>'
    counted = story.ledger.formats[note.end]
    shown = f"<w:{kind}Ref/>" if counted else f"<w:t>{escaped(note.mark)}</w:t>"
    return run(shown, properties) + run("<w:tab/>")


def _flush(block: Block) -> Block:
    """A note's further paragraph: its first line is not pulled out to where the mark stands."""
    return replace(block, hanging=0.0) if isinstance(block, WordParagraph) and block.hanging is None else block
