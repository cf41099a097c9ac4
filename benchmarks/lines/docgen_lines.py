"""The lines that docgen sets; and those of a greedy breaker over the same words, hyphens and widths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.lines.measuring import SetLine, space_of
from docgen.document.runs import TextRun
from docgen.findings import Span
from docgen.layout.breakpoints import Place, places
from docgen.layout.items import Pass, Piece, Space
from docgen.layout.linebreak import break_lines
from docgen.layout.lines import Line
from docgen.layout.manner import Manner, PageNumbers
from docgen.layout.paragraph import items_of
from docgen.layout.shapes import BreakSettings
from docgen.reading.text import Text
from docgen.style.model import Style
from docgen.style.roles import Role

SIZE = 10.0


def set_by_docgen(
    paragraphs: Sequence[str], measure: float, style: Style, settings: BreakSettings
) -> list[list[SetLine]]:
    """Every paragraph as docgen breaks it."""
    return [
        [_set_line(line) for line in break_lines(_items(paragraph, style), measure, settings=settings)]
        for paragraph in paragraphs
    ]


def set_greedily(paragraphs: Sequence[str], measure: float, style: Style) -> list[list[SetLine]]:
    """Every paragraph line by line, each as full as can be at natural spaces, words divided wherever that helps."""
    return [_greedy(_items(paragraph, style), measure) for paragraph in paragraphs]


def _greedy(items: Sequence[Piece | Space], measure: float) -> list[SetLine]:
    found = list(places(items, Pass.HYPHENS, measure))
    lines = []
    begin = at = 0
    while at < len(found) - 1:
        fitting = [to for to in range(begin + 1, len(found)) if found[to].before - found[begin].behind <= measure]
        at = max(fitting, default=begin + 1)
        start, end = found[begin], found[at]
        pieces = _between(items, start, end)
        words = _words(pieces)
        lines.append(SetLine(words, space_of(pieces[0].look.face, SIZE, words, measure)))
        begin = at
    return lines


def _between(items: Sequence[Piece | Space], start: Place, end: Place) -> list[Piece]:
    pieces = [
        item if isinstance(item, Piece) else item.piece for item in items[start.resume : end.stop + bool(end.cut)]
    ]
    if end.cut and len(pieces) > 1:
        pieces[-1] = pieces[-1].part(None, end.cut)
    if start.cut:
        pieces[0] = pieces[0].part(start.cut, end.cut if len(pieces) == 1 else None)
    elif end.cut and len(pieces) == 1:
        pieces[0] = pieces[0].part(None, end.cut)
    return pieces


def _items(paragraph: str, style: Style) -> list[Piece | Space]:
    span = Span("bench", 0, 0)
    text = replace(style.text(Role.BODY), size=SIZE)
    manner = Manner(text, style.family, PageNumbers(), "p", Role.BODY, "en-US")
    items = items_of((TextRun(Text.generated(paragraph, span)),), manner)
    return [item for item in items if isinstance(item, Piece | Space)]


def _set_line(line: Line) -> SetLine:
    spaces = [piece for piece in line.pieces if piece.text == " "]
    natural = spaces[0].width if spaces else 0.0
    return SetLine(_words(line.pieces), (natural + line.space) * line.scale if spaces else None)


def _words(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
