"""The table of contents: Word's own field, filled with the entries and the pages that are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.document.kernel import Contents, Entry
from docgen.document.runs import Link, Ref, Run, TextRun
from docgen.reading.text import Text
from docgen.style.roles import Role
from docgen.style.word.names import CONTENTS_LEVELS
from docgen.writers.docx.block import Block, Tab, WordParagraph
from docgen.writers.docx.frame import Frame, paragraph, spaced_before
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.lines import line
from docgen.writers.docx.runs import Manner, runs_xml
from docgen.writers.docx.styles import SECTION_END
from docgen.writers.docx.wordml import field, field_end, field_start, run, text


def set_contents(node: Contents, frame: Frame, story: Story) -> list[Block]:
    """The title, one line an entry, and a blank line."""
    style = story.ledger.edition.style
    story.begun.append(node.id)
    blocks: list[Block] = []
    if node.title:
        look = style.text(Role.CONTENTS_TITLE)
        title = line(node, Manner(frame.language, look.italic), story)
        before = spaced_before(look, story)
        blocks.append(paragraph(frame.style(Role.CONTENTS_TITLE), title, frame, story, before=before))
    top = story.ledger.top_level
    lines = [_line(entry, top, frame, story) for entry in node.entries]
    if lines:
        begin = field_start(f'TOC \\o "{top}-{top + node.depth - 1}" \\h \\z \\u')
        lines[0] = replace(lines[0], content=begin + lines[0].content)
        below = style.text(Role.BODY).leading
        # As in Word's own files, which keep this paragraph when they make the lines before it anew. LibreOffice loses
        # the footers of a section that ends with it.
        end = paragraph(SECTION_END, field_end(), frame, story, after=below - 1.0, divides=False)
        lines.append(end)
    return [*blocks, *lines]


def _line(entry: Entry, top: int, frame: Frame, story: Story) -> WordParagraph:
    """One entry, in the style that Word gives it when it makes the contents anew: that of its heading's level."""
    style = story.ledger.edition.style
    look = style.text(Role.CONTENTS)
    words = runs_xml(tuple(_unlinked(entry.runs)), Manner(frame.language, look.italic), story)
    name = story.ledger.bookmarks.get(entry.target)
    if name is not None:
        page = story.ledger.page_of(entry.target)
        folio = field(f"PAGEREF {name} \\h", run(text(page)) if page else "", dirty=not page)
        words = f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{run("<w:tab/>")}{folio}</w:hyperlink>'
    level = min(entry.level + top - 1, CONTENTS_LEVELS)
    usual = style.page.measure
    tabs = () if frame.measure == usual else (Tab("clear", usual), Tab("right", frame.measure))
    return paragraph(f"TOC{level}", words, frame, story, before=spaced_before(look, story), tabs=tabs)


def _unlinked(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Runs whose links and references are words: the whole entry is a link, and none stands in another."""
    for each in runs:
        if isinstance(each, Link):
            yield from _unlinked(each.runs)
        elif isinstance(each, Ref):
            yield TextRun(Text.generated(each.text, each.span))
        else:
            yield each
