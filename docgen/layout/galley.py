"""The galley: a document's blocks as strips, before anyone asks where pages end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from docgen.document.kernel import (
    PUBLISHER,
    Break,
    Contents,
    Count,
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
from docgen.document.runs import Link
from docgen.layout.lists import NUMBER, mark_room, set_list, with_mark
from docgen.layout.page import Fragment, RuleBox, TextLine
from docgen.layout.panel import set_panel
from docgen.layout.paragraph import set_label, set_paragraph
from docgen.layout.picture import set_drawing, set_figure, set_logos
from docgen.layout.setting import Setting, body_role
from docgen.layout.spread import Part, spread
from docgen.layout.strip import Frame, Strip, anchored, depth, joined, kept, spaced
from docgen.layout.table import set_table
from docgen.style.roles import Role

RULE = 0.5
"""The thickness of a rule between parts, in pt."""

FOLIO_WIDTH = 3
"""The digits that the contents keep free for a page number, so that it never changes where lines end."""


HEADED = 2
"""How many lines of text stay with a heading."""


def set_strips(nodes: Sequence[Node], frames: Mapping[Width, Frame], setting: Setting) -> Iterator[Strip]:
    """The document's blocks as strips, in reading order; `frames` are the page's measure and its columns'.

    Figures are one strip each, with their caption, and float; the publisher's logo stays where it stands.
    """
    begun: tuple[str, ...] = ()
    headed, before = 0, Width.COLUMN
    parts = list(spread(nodes, setting.style.panels))
    for at, (node, width) in enumerate(parts):
        if isinstance(node, str):
            begun += (node,)
            continue
        strips = _set_node(node, frames[width], setting)
        if isinstance(node, Figure | Drawing) and node.role != PUBLISHER and depth(strips) <= frames[width].height:
            strips = [replace(joined(strips), floating=True)]
        if isinstance(node, Heading):
            headed = HEADED
        elif headed:
            alone = width is not before or _ends_section(parts, at)
            strips, headed = _headed(strips, 0 if alone else headed)
        before = width
        for strip in strips:
            if not strip.height and not strip.boxes and strip.force is None:
                begun += strip.anchors
                continue
            if begun or width is Width.PAGE:
                strip = replace(strip, anchors=begun + strip.anchors, wide=width is Width.PAGE)
                begun = ()
            yield strip
    if begun:
        yield Strip(0.0, anchors=begun)


def set_nodes(nodes: Sequence[Node], frame: Frame, setting: Setting) -> list[Strip]:
    """Blocks, one below the other."""
    return [strip for node in nodes for strip in _set_node(node, frame, setting)]


def _ends_section(parts: Sequence[Part], at: int) -> bool:
    """Whether a heading follows the block, or nothing: there is no more text that its own heading could keep."""
    at += 1
    while at < len(parts) and isinstance(parts[at][0], str):
        at += 1
    return at == len(parts) or isinstance(parts[at][0], Heading)


def _headed(strips: Sequence[Strip], lines: int) -> tuple[list[Strip], int]:
    """Strips of which a heading keeps the first `lines`, or those above a figure; how many it still waits for."""
    found = []
    for strip in strips:
        lines = 0 if strip.force or strip.floating else lines
        found.append(replace(strip, keep=True) if lines > 1 and not strip.keep else strip)
        lines = max(0, lines - 1)
    return found, lines


def _set_node(node: Node, frame: Frame, setting: Setting) -> list[Strip]:
    match node:
        case Paragraph():
            return _set_paragraph(node, frame, setting)
        case Heading():
            strips = setting.text(node.runs, node.role, node.id, node.language, frame)
            return anchored(kept(strips), node.id)
        case Group():
            return anchored(_set_group(node, frame, setting), node.id)
        case List():
            return set_list(node, frame, setting, set_nodes)
        case Table():
            return set_table(node, frame, setting, set_nodes)
        case Figure():
            return set_figure(node, frame, setting)
        case Drawing():
            return set_drawing(node, frame, setting)
        case Quote():
            return anchored(_set_quote(node, frame, setting), node.id)
        case Contents():
            return anchored(_set_contents(node, frame, setting), node.id)
        case Break():
            return [Strip(0.0, anchors=(node.id,) if node.id else (), force=node.kind)]
        case Rule():
            return anchored(_set_rule(node, frame, setting), node.id)
        case _:
            assert_never(node)


def _set_paragraph(node: Paragraph, frame: Frame, setting: Setting) -> list[Strip]:
    role = body_role(node.role, frame)
    # Lists, quotations and notes have moved their frame already; the indent is theirs, not their paragraphs'.
    inside = frame if role == frame.role else frame.inset(setting.style.text(role).indent)
    if node.count is not None and node.count.hangs:
        return anchored(_set_numbered(node, node.count, role, frame, setting), node.id)
    label = node.count.printed(alone=not node.runs) if node.count is not None else ""
    return anchored(setting.text(node.runs, role, node.id, node.language, inside, label), node.id)


def _set_numbered(node: Paragraph, count: Count, role: str, frame: Frame, setting: Setting) -> list[Strip]:
    """A paragraph with its number to the left of its first line."""
    manner = setting.manner(role, node.number_id, node.language)
    mark = NUMBER.format(number=count.number)
    inside = frame.inset(mark_room(mark, manner.text, setting.style.family))
    return with_mark(setting.text(node.runs, role, node.id, node.language, inside), mark, manner, frame.left)


def _set_group(node: Group, frame: Frame, setting: Setting) -> list[Strip]:
    figures = [child for child in node.children if isinstance(child, Figure)]
    if node.role == LOGOS and figures and len(figures) == len(node.children):
        return set_logos(figures, frame, setting)
    panel = setting.style.panels.get(node.role) if frame.role != Role.PANEL else None
    if panel is not None:
        return set_panel(node, panel, frame, setting, set_nodes)
    return set_nodes(node.children, frame, setting)


def _set_quote(node: Quote, frame: Frame, setting: Setting) -> list[Strip]:
    text = setting.style.text(node.role)
    inside = replace(frame.inset(text.indent, text.indent), role=node.role)
    quoted = set_nodes(node.children, inside, setting)
    if not node.source:
        return spaced(quoted, text.before, text.after)
    below = replace(inside, align=text.align) if node.role == Role.PULL_QUOTE else inside
    source = setting.text(node.source, Role.SOURCE, node.id, node.language, below)
    together = [*quoted[:-1], *kept(spaced(quoted[-1:], 0.0, 0.0)), *source]
    return spaced(together, text.before, text.after)


def _set_contents(node: Contents, frame: Frame, setting: Setting) -> list[Strip]:
    """The title, then a line for each entry with its page number at the right; a blank line below the last."""
    strips = setting.text(node.title, Role.CONTENTS_TITLE, node.id, node.language, frame) if node.title else []
    manner = replace(setting.manner(node.role, node.id, node.language), plain_links=True)
    face, size = setting.style.family.face(manner.text.bold, manner.text.italic), manner.text.size
    free = face.width("0" * (FOLIO_WIDTH + 1), size)
    for entry in node.entries:
        inside = frame.inset(manner.text.indent * (entry.level - 1), free)
        linked = Link(entry.runs, node.span, target=entry.target)
        lines = set_paragraph((linked,), manner, inside.left, inside.measure)
        number = setting.numbers.of(entry.target)
        folio = set_label(number, manner, frame.left + frame.measure - face.width(number, size))
        strips.extend([*lines[:-1], _with_folio(lines[-1], replace(folio, target=entry.target))])
    return spaced(strips, strips[0].before, setting.style.text(Role.BODY).leading) if strips else []


def _with_folio(strip: Strip, folio: Fragment) -> Strip:
    """An entry's last line with its page number at the end, a space between them."""
    line = strip.boxes[0]
    if not isinstance(line, TextLine):
        return strip
    words = line.fragments
    if words:
        words = (*words[:-1], replace(words[-1], text=f"{words[-1].text} "))
    return replace(strip, boxes=(replace(line, fragments=(*words, folio)),))


def _set_rule(node: Rule, frame: Frame, setting: Setting) -> list[Strip]:
    body = setting.style.text(Role.BODY)
    # Without a height of its own it stands in the middle of a blank line's two halves, and the text stays on the grid.
    box = RuleBox(frame.left, -RULE / 2, frame.measure, RULE, body.colour, node.id)
    return spaced([Strip(0.0, (box,))], body.leading, body.leading)
