"""Blocks: kernel nodes as paragraphs and tables of Word, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, assert_never

from docgen.document.kernel import (
    Break,
    Contents,
    Drawing,
    Figure,
    Group,
    Heading,
    List,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
    Width,
)
from docgen.document.reproduction import LOGOS
from docgen.style.roles import Role
from docgen.writers.docx.block import ALIGNED, Block, WordParagraph, WordRule
from docgen.writers.docx.captions import counted_content
from docgen.writers.docx.contents import set_contents
from docgen.writers.docx.evenness import even_inset
from docgen.writers.docx.figures import set_drawing, set_figure, set_logos
from docgen.writers.docx.frame import Frame, indents, paragraph, spaced_before
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.lines import line
from docgen.writers.docx.lists import set_list
from docgen.writers.docx.panels import set_panel
from docgen.writers.docx.runs import Manner, bookmarked
from docgen.writers.docx.styles import heading_style
from docgen.writers.docx.tables import set_table


def set_blocks(nodes: Sequence[Node], frame: Frame, story: Story) -> list[Block]:
    """Blocks, one below the other."""
    return [block for node in nodes for block in _set_block(node, frame, story)]


def _set_block(node: Node, frame: Frame, story: Story) -> list[Block]:
    inside = replace(frame, language=node.language) if node.language else frame
    match node:
        case Paragraph():
            return [_set_paragraph(node, inside, story)]
        case Heading():
            return [_set_heading(node, inside, story)]
        case Group():
            return _set_group(node, inside, story)
        case List():
            return set_list(node, inside, story, set_blocks)
        case Table():
            return set_table(node, _widened(node.width, inside, story), story, set_blocks)
        case Figure():
            return set_figure(node, _widened(node.width, inside, story), story)
        case Drawing():
            return set_drawing(node, inside, story)
        case Quote():
            return _set_quote(node, inside, story)
        case Contents():
            return set_contents(node, _widened(Width.PAGE, inside, story), story)
        case Break():
            story.begun.append(node.id)
            story.ended = node.kind
            return []
        case Rule():
            story.begun.append(node.id)
            return [WordRule(width=frame.width, behind_break=story.ended is not None)]
        case _:
            assert_never(node)


def _widened(width: Width, frame: Frame, story: Story) -> Frame:
    """The frame of a block that may run over all columns; only what stands directly in the text can."""
    if width is Width.COLUMN or frame.width is Width.PAGE or frame.role is not None:
        return frame
    return replace(frame, width=Width.PAGE, measure=story.ledger.edition.style.page.measure)


def _set_paragraph(node: Paragraph, frame: Frame, story: Story) -> WordParagraph:
    role = frame.looks(node.role)
    look = story.ledger.edition.style.text(role)
    manner = Manner(frame.language, look.italic)
    if node.count is not None and not node.count.hangs:
        content = counted_content(node, node.count, manner, story)
    else:
        content = bookmarked(node.id, line(node, manner, story), story)
    before = spaced_before(look, story)
    own = indents(look, role, frame)
    if inset := even_inset(node, role, look, frame, story):
        own |= {"left": inset, "right": inset}
    return paragraph(frame.style(role), content, frame, story, before=before, **own)


def _set_heading(node: Heading, frame: Frame, story: Story) -> WordParagraph:
    """A heading in Word's style for its level; those deeper than three look like the third."""
    look = story.ledger.edition.style.text(node.role)
    content = bookmarked(node.id, line(node, Manner(frame.language, look.italic), story), story)
    return paragraph(heading_style(node.level), content, frame, story, before=spaced_before(look, story))


def _set_group(node: Group, frame: Frame, story: Story) -> list[Block]:
    inside = _widened(node.width, frame, story)
    figures = [child for child in node.children if isinstance(child, Figure)]
    if node.role == LOGOS and figures and len(figures) == len(node.children):
        story.begun.append(node.id)
        return [set_logos(figures, inside, story)]
    panel = story.ledger.edition.style.panels.get(node.role) if frame.role != Role.PANEL else None
    if panel is not None:
        return set_panel(node, panel, inside, story, set_blocks)
    story.begun.append(node.id)
    return set_blocks(node.children, inside, story)


def _set_quote(node: Quote, frame: Frame, story: Story) -> list[Block]:
    """Quoted paragraphs, moved in on both sides; who said so stands below the last and stays with it."""
    style = story.ledger.edition.style
    look = style.text(node.role)
    inside = replace(
        frame, role=node.role, inset=frame.inset + look.indent, inset_right=frame.inset_right + look.indent
    )
    story.begun.append(node.id)
    quoted = set_blocks(node.children, inside, story)
    if not node.source:
        return quoted
    if quoted and isinstance(quoted[-1], WordParagraph):
        quoted[-1] = replace(quoted[-1], keep_next=True, after=0.0)
    source = style.text(Role.SOURCE)
    content = line(node, Manner(frame.language, source.italic), story)
    own: dict[str, Any] = {"left": inside.inset, "right": inside.inset_right}
    if node.role == Role.PULL_QUOTE:
        own["align"] = ALIGNED[look.align]
    return [*quoted, paragraph(frame.style(Role.SOURCE), content, inside, story, **own)]
