"""Columns: how far a flow gets in one, in several side by side, and in several that end level."""

from __future__ import annotations

from dataclasses import replace

from docgen.layout.filling import Column, Filling, FillingLate, FillingWide
from docgen.layout.flow import Flow, Place
from docgen.layout.grid import Grid
from docgen.layout.strip import Strip
from docgen.records import dataclass

SHORT = 3
"""How many lines a page's last column may not end above the others without their being made level."""

SAVED = 3
"""How many lines a column's end can save, at the most, by the space that falls away there."""


@dataclass(frozen=True, slots=True)
class Band:
    """Columns side by side, `rows` lines of the grid high."""

    columns: tuple[Column, ...]
    rows: int
    place: Place

    @property
    def lines(self) -> int:
        """How many lines of the grid the longest of the columns takes."""
        return max(column.lines for column in self.columns)

    @property
    def short(self) -> bool:
        """Whether the last column ends so high above the others that the eye rests there."""
        return self.lines - self.columns[-1].lines >= SHORT

    def after(self, flow: Flow) -> float:
        """The space that the columns ask for below them, in pt."""
        return max([flow[column.strips[-1]].after for column in self.columns if column.strips], default=0.0)


def settled(flow: Flow, place: Place) -> bool:
    """Whether columns can end here for good: nothing is left to place but figures that wait for a page's head."""
    return not place.owed and (not place.waiting or flow[place.waiting[0]].wide) and flow.barred(place.at)


def fill_band(flow: Flow, place: Place, grid: Grid, rows: int, passing: int = -1) -> Band:
    """Fill columns of `rows` lines, one after the other, until all are full or the flow is settled.

    Page-wide figures up to the strip numbered `passing` wait for the next page; at others the columns end.
    """
    columns: list[Column] = []
    while len(columns) < grid.columns and not (columns and settled(flow, place)):
        columns.append(fill_column(flow, place, grid, rows, passing))
        place = columns[-1].place
    return Band(tuple(columns), rows, place)


def fill_late(flow: Flow, place: Place, grid: Grid, rows: int) -> Band:
    """Fill columns of `rows` lines with figures that have waited long enough, and with no text."""
    columns: list[Column] = []
    while len(columns) < grid.columns:
        column = FillingLate(flow, place, grid, rows, -1).fill()
        if not column.strips and not column.notes and rows == grid.rows and not columns:
            column = _overflowing(flow, place, grid)
        columns.append(column)
        place = column.place
    return Band(tuple(columns), rows, place)


def level_band(flow: Flow, place: Place, grid: Grid, band: Band, passing: int = -1) -> Band:
    """The lowest columns that hold what `band` holds."""
    ends = settled(flow, band.place)
    least = -(-sum(column.lines for column in band.columns) // grid.columns) - SAVED
    for rows in range(max(1, least), band.rows):
        lower = fill_band(flow, place, grid, rows, passing)
        if settled(flow, lower.place) if ends else lower.place == band.place:
            return lower
    return band


def fill_column(flow: Flow, place: Place, grid: Grid, rows: int, passing: int = -1) -> Column:
    """Fill one column of `rows` lines.

    It ends as low as a column may end, and may stay empty if another page has more room. Strips that must stay
    together and yet fill more than a whole column are parted where it is full; one that is higher overflows.
    """
    column = Filling(flow, place, grid, rows, passing).fill()
    hopeful = rows < grid.rows or (column.place.waiting and flow[column.place.waiting[0]].wide)
    if column.strips or column.notes or hopeful or settled(flow, column.place):
        return column
    column = Filling(flow, place, grid, rows, passing, together=False).fill()
    return column if column.strips or column.notes else _overflowing(flow, place, grid)


def fill_wide(flow: Flow, place: Place, grid: Grid, rows: int, gap: float) -> Column:
    """Fill the page's width, `gap` pt below what stands there, with the strips that run over it."""
    column = FillingWide(flow, place, grid, rows, gap).fill()
    if column.strips or rows < grid.rows:
        return column
    column = FillingWide(flow, place, grid, rows, gap, together=False).fill()
    return column if column.strips else _overflowing(flow, place, grid)


def mend_ends(flow: Flow, band: Band) -> None:
    """Let no column end inside a word, where its paragraph can as well be set otherwise from the column's head on.

    It keeps its number of lines, so that nothing but words moves. Lines that refer to notes stay as they are.
    """
    for column in band.columns:
        division = flow[column.strips[-1]].division if column.strips else None
        if division is None:
            continue
        begun = column.strips[-1] - division.at
        first = min(number for number in column.strips if number >= begun)
        changed: dict[int, Strip] = {}
        for number, strip in enumerate(division.mended(first - begun) or (), begun):
            old = flow.get(number) if number >= first else None
            if old is not None and old.boxes != strip.boxes:
                changed[number] = replace(old, boxes=strip.boxes, division=strip.division)
        if not any(strip.notes for strip in changed.values()):
            for number, strip in changed.items():
                flow.change(number, strip)


def _overflowing(flow: Flow, place: Place, grid: Grid) -> Column:
    """A column with the next strip alone, or the next line of a note, however high it is."""
    if place.owed:
        return Column((), place.owed[:1], grid.rows, replace(place, owed=place.owed[1:]))
    if place.waiting:
        number, after = place.waiting[0], replace(place, waiting=place.waiting[1:])
    else:
        number, after = place.at, replace(place, at=place.at + 1)
    strip = flow[number]
    notes = tuple(line for note in strip.notes for line in note)
    return Column((number,), (), grid.rows, replace(after, owed=(*place.owed, *notes)), strip.force)
