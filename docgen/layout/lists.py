"""Lists: items with a mark to their left."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.kernel import List
from docgen.layout.manner import Manner
from docgen.layout.page import TextLine
from docgen.layout.paragraph import set_label
from docgen.layout.setting import SetNodes, Setting
from docgen.layout.strip import Frame, Strip, anchored, spaced
from docgen.style.model import Family, TextStyle

BULLETS = ("•", "–")
"""The marks of bulleted lists, by depth, over and over."""

NUMBER = "{number}."

MARK_GAP = 0.4
"""The least space between a number and its item, in em."""


def set_list(block: List, frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """A list: its items below each other, their text to the right of their marks."""
    text = setting.style.text(block.role)
    marks = _marks(block, frame.depth)
    indent = max([mark_room(mark, text, setting.style.family) for mark in marks], default=text.indent)
    inside = replace(frame.inset(indent), role=block.role, depth=frame.depth + 1)
    strips: list[Strip] = []
    for mark, item in zip(marks, block.items, strict=True):
        set_item = set_nodes(item.children, inside, setting)
        if block.tight:
            set_item = [replace(strip, before=0.0, after=0.0) for strip in set_item]
        manner = setting.manner(item.role, item.id, item.language)
        strips.extend(anchored(with_mark(set_item, mark, manner, frame.left), item.id))
    return anchored(spaced(strips, text.before, text.after), block.id)


def _marks(block: List, depth: int) -> list[str]:
    if block.ordered:
        return [NUMBER.format(number=number) for number in range(block.start, block.start + len(block.items))]
    return [BULLETS[depth % len(BULLETS)]] * len(block.items)


def mark_room(mark: str, text: TextStyle, family: Family) -> float:
    """How far text is moved in for a mark: as its style says, or further where the mark is wider."""
    return max(text.indent, family.face(text.bold, text.italic).width(mark, text.size) + MARK_GAP * text.size)


def with_mark(strips: list[Strip], mark: str, manner: Manner, left: float) -> list[Strip]:
    """The strips with `mark`, `left` pt from the column's edge, on their first line, which stays as it is.

    Where they do not begin with a line of text the mark stands above them, on a line of its own.
    """
    fragment = set_label(f"{mark} ", manner, left)
    first = strips[0] if strips else None
    line = first.boxes[0] if first and first.boxes else None
    if first and isinstance(line, TextLine):
        marked = replace(line, fragments=(fragment, *line.fragments))
        return [
            replace(first, boxes=(marked, *first.boxes[1:])),
            *[replace(strip, division=None) for strip in strips[1:]],
        ]
    alone = TextLine(-manner.baseline, (fragment,), manner.node, manner.role)
    return [Strip(manner.text.leading, (alone,), keep=bool(strips)), *strips]
