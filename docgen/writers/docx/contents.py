"""The table of contents: Word's own field, filled with the entries and the pages that are known."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.kernel import Contents, Entry
from docgen.style.roles import Role
from docgen.writers.docx.block import Block, WordParagraph
from docgen.writers.docx.frame import Frame, paragraph, spaced_before
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.runs import Manner, runs_xml
from docgen.writers.docx.styles import CONTENTS_LEVELS
from docgen.writers.docx.wordml import field, field_end, field_start, run, text


def set_contents(node: Contents, frame: Frame, story: Story) -> list[Block]:
    """The title and one line an entry. A section cannot end with the line that ends the field."""
    style = story.ledger.edition.style
    story.begun.append(node.id)
    blocks: list[Block] = []
    if node.title:
        look = style.text(Role.CONTENTS_TITLE)
        title = runs_xml(node.title, Manner(frame.language, look.italic), story)
        before = spaced_before(look, story)
        blocks.append(paragraph(frame.style(Role.CONTENTS_TITLE), title, frame, story, before=before))
    lines = [_line(entry, frame, story) for entry in node.entries]
    if lines:
        begin = field_start(f'TOC \\o "1-{node.depth}" \\h \\z \\u')
        lines[0] = replace(lines[0], content=begin + lines[0].content)
        lines[-1] = replace(lines[-1], content=lines[-1].content + field_end(), divides=False)
    return [*blocks, *lines]


def _line(entry: Entry, frame: Frame, story: Story) -> WordParagraph:
    style = story.ledger.edition.style
    look = style.text(Role.CONTENTS)
    words = runs_xml(entry.runs, Manner(frame.language, look.italic), story)
    name = story.ledger.bookmarks.get(entry.target)
    if name is not None:
        page = story.ledger.page_of(entry.target)
        folio = field(f"PAGEREF {name} \\h", run(text(page)) if page else "", dirty=not page)
        words = f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{run("<w:tab/>")}{folio}</w:hyperlink>'
    level = min(entry.level, CONTENTS_LEVELS)
    tab = None if frame.measure == style.columns.measure(style.page) else frame.measure
    return paragraph(f"TOC{level}", words, frame, story, before=spaced_before(look, story), tab=tab)
