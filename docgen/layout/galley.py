"""The galley: a document's blocks as strips, before anyone asks where pages end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from docgen.document.kernel import (
    Break,
    Contents,
    Drawing,
    Figure,
    Group,
    Heading,
    Link,
    List,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
    Width,
)
from docgen.layout.lists import set_list
from docgen.layout.page import Fragment, RuleBox, TextLine
from docgen.layout.paragraph import set_label, set_paragraph
from docgen.layout.picture import set_drawing, set_figure, set_logos
from docgen.layout.setting import Setting, body_role
from docgen.layout.strip import Frame, Strip, anchored, kept, spaced
from docgen.layout.table import set_table
from docgen.style.roles import Role

LOGOS = "logos"
"""The role of a group whose figures stand in one row."""

RULE = 0.5
"""The thickness of a rule between parts, in pt."""

FOLIO_WIDTH = 3
"""The digits that the contents keep free for a page number, so that it never changes where lines end."""


@dataclass(frozen=True, slots=True)
class Region:
    """Strips that run over the page, or through its columns, one region below the other."""

    width: Width
    strips: tuple[Strip, ...]


def set_regions(nodes: Sequence[Node], frames: dict[Width, Frame], setting: Setting) -> list[Region]:
    """The document's blocks in regions, in reading order; `frames` are the page's measure and its columns'."""
    regions = []
    for width, parts in groupby(_spread(nodes), key=lambda part: part[1]):
        strips: list[Strip] = []
        for node, _ in parts:
            if isinstance(node, str):
                strips.append(Strip(0.0, keep=True, anchors=(node,)))
            else:
                strips.extend(set_nodes([node], frames[width], setting))
        regions.append(Region(width, tuple(_merged(strips))))
    return regions


def set_nodes(nodes: Sequence[Node], frame: Frame, setting: Setting) -> list[Strip]:
    """Blocks, one below the other."""
    return [strip for node in nodes for strip in _set_node(node, frame, setting)]


def _spread(nodes: Sequence[Node], width: Width = Width.COLUMN) -> Iterator[tuple[Node | str, Width]]:
    """The blocks and how wide they run, groups taken apart; a bare id says that the group of that id begins."""
    for node in nodes:
        match node:
            case Group() if node.role != LOGOS:
                inside = Width.PAGE if node.width is Width.PAGE else width
                if node.id:
                    yield node.id, _first_width(node, inside)
                yield from _spread(node.children, inside)
            case Group() | Figure() | Table():
                yield node, Width.PAGE if node.width is Width.PAGE else width
            case _:
                yield node, width


def _first_width(group: Group, width: Width) -> Width:
    """How wide the first block of a group runs."""
    return next((found for _, found in _spread(group.children, width)), width)


def _merged(strips: list[Strip]) -> Iterator[Strip]:
    """The strips, the bare beginnings of groups moved to the strip that follows them."""
    begun: tuple[str, ...] = ()
    for strip in strips:
        if strip.height == 0.0 and not strip.boxes and strip.force is None:
            begun += strip.anchors
        else:
            yield replace(strip, anchors=begun + strip.anchors) if begun else strip
            begun = ()
    if begun:
        yield Strip(0.0, anchors=begun)


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
    return anchored(setting.text(node.runs, role, node.id, node.language, inside), node.id)


def _set_group(node: Group, frame: Frame, setting: Setting) -> list[Strip]:
    figures = [child for child in node.children if isinstance(child, Figure)]
    if node.role == LOGOS and figures and len(figures) == len(node.children):
        return set_logos(figures, frame, setting)
    return set_nodes(node.children, frame, setting)


def _set_quote(node: Quote, frame: Frame, setting: Setting) -> list[Strip]:
    text = setting.style.text(node.role)
    inside = replace(frame.inset(text.indent, text.indent), role=node.role)
    quoted = set_nodes(node.children, inside, setting)
    if not node.source:
        return spaced(quoted, text.before, text.after)
    source = setting.text(node.source, Role.SOURCE, node.id, node.language, inside)
    together = [*quoted[:-1], *kept(spaced(quoted[-1:], 0.0, 0.0)), *source]
    return spaced(together, text.before, text.after)


def _set_contents(node: Contents, frame: Frame, setting: Setting) -> list[Strip]:
    """The title, then a line for each entry with its page number at the right."""
    strips = setting.text(node.title, Role.CONTENTS_TITLE, node.id, node.language, frame) if node.title else []
    manner = setting.manner(node.role, node.id, node.language)
    face, size = setting.style.family.face(manner.text.bold, manner.text.italic), manner.text.size
    free = face.width("0" * (FOLIO_WIDTH + 1), size)
    for entry in node.entries:
        inside = frame.inset(manner.text.indent * (entry.level - 1), free)
        linked = Link(entry.runs, node.span, target=entry.target)
        lines = set_paragraph((linked,), manner, inside.left, inside.measure)
        number = setting.numbers.of(entry.target)
        folio = set_label(number, manner, frame.left + frame.measure - face.width(number, size))
        strips.extend([*lines[:-1], _with_folio(lines[-1], replace(folio, target=entry.target))])
    return strips


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
    box = RuleBox(frame.left, -RULE, frame.measure, RULE, body.colour, node.id)
    return spaced([Strip(RULE, (box,))], body.leading, body.leading)
