"""Columns and pages: strips put where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.document.kernel import BreakKind, Width
from docgen.layout.galley import Region
from docgen.layout.linebreak import TOLERANCE
from docgen.layout.page import Anchor, Box
from docgen.layout.strip import Strip, moved
from docgen.style.model import Style

BALANCE_STEPS = 12
"""How often the height of balanced columns is halved towards the least: to a fifth of a point on any page."""


@dataclass
class Sheet:
    """A page being filled: its boxes and anchors in reading order."""

    boxes: list[Box] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Column:
    """The strips from `start` up to `end` in one column; `force` is what a break at its end asked for."""

    start: int
    end: int
    force: BreakKind | None = None


def fill_pages(regions: Sequence[Region], style: Style) -> list[Sheet]:
    """Set regions one below the other, columns side by side, over as many pages as it takes; one at least.

    The columns above a region of the page's width end level with each other; those at the document's end do not.
    """
    filler = _Filler(style)
    for at, region in enumerate(regions):
        filler.add(region, last=at == len(regions) - 1)
    return filler.sheets


def reach(strips: Sequence[Strip], start: int, room: float, whole: float) -> Column:
    """The column `room` pt high that begins with the strip at `start`.

    It ends where a column may end, as low as it can; a column may stay empty if it is not as high as a `whole` one.
    Strips that must stay together and yet fill more than a whole column are parted where it is full.
    """
    used = 0.0
    best = start
    fitting = start
    for at in range(start, len(strips)):
        strip = strips[at]
        if at == start:
            used = sum([again.height for again in strip.repeated])
        else:
            used += max(strips[at - 1].after, strip.before)
        used += strip.height
        if used > room + TOLERANCE:
            break
        fitting = at + 1
        if strip.force is not None:
            return Column(start, fitting, strip.force)
        if not strip.keep or fitting == len(strips):
            best = fitting
    if best == start and room >= whole - TOLERANCE:
        best = max(fitting, start + 1)
    return Column(start, best)


class _Filler:
    """The pages so far, and how far down the current one is full.

    `top` is how many pt of the current page are taken; `after` the space that the last strip asks for below it.
    """

    def __init__(self, style: Style) -> None:
        page, columns = style.page, style.columns
        self._page = page
        self._height = page.height - page.top - page.bottom
        self._step = columns.measure(page) + columns.gutter
        self._count = columns.count
        self._top = self._after = 0.0
        self.sheets = [Sheet()]

    def add(self, region: Region, last: bool) -> None:
        """Set one region below what is there."""
        strips = region.strips
        columns = 1 if region.width is Width.PAGE else self._count
        start = 0
        while start < len(strips):
            if self._top:
                self._top += max(self._after, strips[start].before)
            room = max(0.0, self._height - self._top)
            if not last and columns > 1:
                room = self._balanced(strips, start, columns, room)
            start = self._fill(strips, start, columns, room)

    def _fill(self, strips: Sequence[Strip], start: int, columns: int, room: float) -> int:
        """Fill the columns that are left of the current page; where the next page's begin."""
        top, lowest, after = self._top, self._top, self._after
        force = None
        for number in range(columns):
            column = reach(strips, start, room, self._height)
            depth = self._place(strips[column.start : column.end], number * self._step, top)
            if column.end > column.start:
                lowest, after = max(lowest, top + depth), strips[column.end - 1].after
            start, force = column.end, column.force
            if start == len(strips) or force is BreakKind.PAGE:
                break
        self._top, self._after = lowest, after
        if start < len(strips) or force is BreakKind.PAGE:
            self._turn()
        return start

    def _turn(self) -> None:
        self.sheets.append(Sheet())
        self._top = self._after = 0.0

    def _place(self, strips: Sequence[Strip], left: float, top: float) -> float:
        """Put strips on the current page below `top`; the height they take."""
        sheet = self.sheets[-1]
        x = self._page.left + left
        begin = self._page.height - self._page.top - top
        y = begin
        if strips:
            strips = (*strips[0].repeated, *strips)
        for at, strip in enumerate(strips):
            if at:
                y -= max(strips[at - 1].after, strip.before)
            sheet.anchors.extend([Anchor(node, x, y) for node in strip.anchors])
            sheet.boxes.extend([moved(box, x, y) for box in strip.boxes])
            y -= strip.height
        return begin - y

    def _balanced(self, strips: Sequence[Strip], start: int, columns: int, room: float) -> float:
        """The least height at which the rest of the strips fit in the columns of this page; `room` if they do not."""
        if not _fits(strips, start, columns, room):
            return room
        low, high = 0.0, room
        for _ in range(BALANCE_STEPS):
            middle = (low + high) / 2
            if _fits(strips, start, columns, middle):
                high = middle
            else:
                low = middle
        return high


def _fits(strips: Sequence[Strip], start: int, columns: int, room: float) -> bool:
    """Whether the strips from `start` on fit in this many columns of this height, forced ends apart."""
    for _ in range(columns):
        column = reach(strips, start, room, float("inf"))
        if column.force is BreakKind.PAGE:
            return False
        start = column.end
        if start == len(strips):
            return True
    return False
