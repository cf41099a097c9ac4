"""Sheets: what is put on one page, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from docgen.layout.columns import Band
from docgen.layout.filling import Column
from docgen.layout.flow import Flow
from docgen.layout.foot import ABOVE_RULE, BELOW_RULE, RULE_HEIGHT, RULE_WIDTH, foot_depth
from docgen.layout.grid import Grid, heads_above
from docgen.layout.page import Anchor, Box, Lengths, RuleBox, TextLine
from docgen.layout.strip import Ground, Strip, moved, space
from docgen.records import dataclass
from docgen.style.model import Style
from docgen.style.roles import Role

NOTES = 1
TEXT = 0
"""On each page the notes are read behind the text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's boxes and anchors, in reading order."""

    boxes: tuple[Box, ...]
    anchors: tuple[Anchor, ...]


class _Put(NamedTuple):
    """A strip in its place: its upper left corner at (x, y). `order` is its place in the reading order of its page."""

    order: tuple[int, int]
    strip: Strip
    x: float
    y: float


class Draft:
    """A page being filled: text down to line `row` of the grid, and at its foot the notes of what runs over the page.

    `after` is the space that is asked for below what the page holds, in pt; `given` is how much of it is there already.
    All pages of a document share their `lengths`.
    """

    def __init__(self, style: Style, grid: Grid, lengths: Lengths) -> None:
        page, columns = style.page, style.columns
        self.row = 0
        self.after = self.given = 0.0
        self.foot: list[Strip] = []
        self._grid, self._lengths = grid, lengths
        self._left, self._top = page.left, page.height - page.top
        self._step = columns.measure(page) + columns.gutter
        self._colour = style.text(Role.BODY).colour
        self._put: list[_Put] = []

    @property
    def empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.row == 0

    @property
    def rows(self) -> int:
        """How many lines of the grid are left below what the page holds."""
        return self._grid.rows - self.row - self._grid.lines(foot_depth(self.foot))

    def gap(self, strip: Strip | None) -> float:
        """The space above that strip, were it to stand below what the page holds, in pt."""
        return 0.0 if self.empty else max(self.after, strip.before if strip else 0.0) - self.given

    def put_band(self, flow: Flow, band: Band, row: int, rows: int) -> None:
        """Put columns on the page, from line `row` down and `rows` lines high; their notes stand at the foot."""
        for number, column in enumerate(band.columns):
            self._put_column(flow, column, number * self._step, row, row + rows)
        if rows:
            self.row = row + rows
            self.after, self.given = band.after(flow), 0.0

    def put_wide(self, flow: Flow, column: Column, gap: float) -> None:
        """Put what runs over the page below what is there, at a distance of `gap` pt."""
        last = flow[column.strips[-1]]
        below = last.after if last.floating else 0.0
        depth = self._put_strips(flow, column.strips, 0.0, self.row, gap, below)
        self.row += self._grid.lines(depth)
        self.after, self.given = last.after, below
        self.foot.extend(column.notes)

    def put_anchors(self, number: int, strip: Strip) -> None:
        """Let nodes begin where the page ends so far."""
        self._place((TEXT, number), strip, 0.0, self.row * self._grid.line)

    def finish(self) -> Sheet:
        """The page as it is."""
        if self.foot:
            self._put_notes(self.foot, 0.0, self._grid.height)
        boxes: list[Box] = []
        anchors: list[Anchor] = []
        for put in sorted(self._put, key=lambda put: put.order):
            boxes.extend([self._settled(box, put) for box in put.strip.boxes])
            x, y = self._lengths.length(put.x), self._lengths.length(put.y)
            anchors.extend([Anchor(node, x, y) for node in put.strip.anchors])
        return Sheet(tuple(boxes), tuple(anchors))

    def _settled(self, box: Box, put: _Put) -> Box:
        return box.settled(put.x, put.y, self._lengths) if isinstance(box, TextLine) else moved(box, put.x, put.y)

    def _put_column(self, flow: Flow, column: Column, left: float, row: int, foot: int) -> None:
        if column.strips:
            self._put_strips(flow, column.strips, left, row)
        if column.notes:
            self._put_notes(column.notes, left, foot * self._grid.line)

    def _put_strips(
        self, flow: Flow, numbers: Sequence[int], left: float, row: int, gap: float = 0.0, below: float = 0.0
    ) -> float:
        """Put strips below each other, from line `row` of the grid down; the depth they take, in pt."""
        strips: list[Strip] = []
        orders: list[int] = []
        for number in numbers:
            heads = heads_above(flow[number], strips[-1] if strips else None)
            strips.extend([*heads, flow[number]])
            orders.extend([number] * (len(heads) + 1))
        tops = self._grid.tops(strips, gap, below)
        down = row * self._grid.line
        for first, last, ground in _grounds(strips):
            height = tops[last] + strips[last].height - tops[first]
            self._place((TEXT, orders[first]), Strip(height, ground.boxes(height)), left, down + tops[first])
        for number, strip, top in zip(orders, strips, tops, strict=True):
            self._place((TEXT, number), strip, left, down + top)
        return tops[-1] + strips[-1].height + below

    def _put_notes(self, notes: Sequence[Strip], left: float, bottom: float) -> None:
        """Put notes under their rule, the last of them ending `bottom` pt below the page's head."""
        order = (NOTES, len(self._put))
        top = bottom - foot_depth(notes) + ABOVE_RULE
        rule = RuleBox(0.0, -RULE_HEIGHT, RULE_WIDTH, RULE_HEIGHT, self._colour)
        self._place(order, Strip(RULE_HEIGHT, (rule,)), left, top)
        top += RULE_HEIGHT + BELOW_RULE
        above: Strip | None = None
        for strip in notes:
            top += space(above, strip) if above else 0.0
            self._place(order, strip, left, top)
            top += strip.height
            above = strip

    def _place(self, order: tuple[int, int], strip: Strip, left: float, down: float) -> None:
        self._put.append(_Put(order, strip, self._left + left, self._top - down))


def _grounds(strips: Sequence[Strip]) -> Iterator[tuple[int, int, Ground]]:
    """The grounds behind strips that follow each other, each with the first and the last strip before it."""
    for ground, run in groupby(range(len(strips)), key=lambda at: strips[at].ground):
        if ground is not None:
            first, *others = run
            yield first, others[-1] if others else first, ground
