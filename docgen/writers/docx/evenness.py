"""Centred text in lines as even as layout's: Word only ever fills lines, so they are made as narrow as that takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.document.kernel import Paragraph
from docgen.document.tree import plain
from docgen.layout.manner import Manner, PageNumbers
from docgen.layout.page import LineEnd, TextLine
from docgen.layout.paragraph import set_paragraph
from docgen.style.model import Align, TextStyle
from docgen.writers.docx.frame import Frame
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.wordml import half_points

_ROOM = 2.0
"""What a line may be wider in Word's own metrics than in the style's before it breaks elsewhere, in pt."""

_WIDEST = 1.5
"""How much wider text can be in capitals, or where some of it is strong, than its letters are as written."""


def even_inset(node: Paragraph, role: str, look: TextStyle, frame: Frame, story: Story) -> float:
    """What a centred paragraph is moved in from either side, in pt, for lines of about the same length."""
    style = story.ledger.edition.style
    measure = style.page.measure if story.furniture else frame.measure
    if look.align is not Align.CENTRE or frame.inset or frame.inset_right:
        return 0.0
    look = replace(look, size=half_points(look.size) / 2)
    face = style.family.face(look.bold, look.italic)
    if face.width(plain(node.runs), look.size) * _WIDEST < measure:
        return 0.0  # one line, and no need to ask layout
    manner = Manner(look, style.family, PageNumbers(), node.id, role, frame.language)
    strips = set_paragraph(node.runs, manner, 0.0, measure)
    lines = [box for strip in strips for box in strip.boxes if isinstance(box, TextLine)]
    if len(lines) < 2 or any(line.end is not LineEnd.SPACE for line in lines[:-1]):
        return 0.0
    words = [[face.width(word, look.size) for word in _words(line)] for line in lines]
    return (measure - _narrowest(words, face.width(" ", look.size), measure)) / 2


def _words(line: TextLine) -> list[str]:
    return "".join(fragment.text for fragment in line.fragments).split()


def _narrowest(lines: Sequence[Sequence[float]], space: float, measure: float) -> float:
    """The measure at which filling gives these lines, else as many and as even ones; all of it where that is no other.

    `lines` are the widths of their words.
    """
    least = max(_width(line, space) for line in lines)
    most = min(_width([*line, following[0]], space) for line, following in pairwise(lines))
    if least + _ROOM < most:
        return min(measure, (least + most) / 2)
    words = [word for line in lines for word in line]
    tried = max(words)
    while tried + _ROOM < measure and _filled(words, space, tried) > len(lines):
        tried += 1.0
    return min(measure, tried + _ROOM)


def _filled(words: Sequence[float], space: float, measure: float) -> int:
    """How many lines filling takes."""
    count, room = 1, measure
    for word in words:
        if word > room and room < measure:
            count, room = count + 1, measure
        room -= word + space
    return count


def _width(words: Sequence[float], space: float) -> float:
    return sum(words) + space * (len(words) - 1)
