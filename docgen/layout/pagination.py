"""Pagination: a flow put on pages, in one pass forward."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docgen.document.kernel import BreakKind
from docgen.layout.columns import Band, fill_band, fill_late, fill_wide, level_band, mend_ends, settled
from docgen.layout.flow import Flow, Place
from docgen.layout.foot import parted
from docgen.layout.grid import Grid
from docgen.layout.page import Lengths
from docgen.layout.sheet import Draft, Sheet
from docgen.layout.strip import Strip
from docgen.style.model import Style


def fill_pages(strips: Iterable[Strip], style: Style, grid: Grid) -> list[Sheet]:
    """Put strips on as many pages as it takes; one at least.

    Wide strips run over the page, all others through its columns, which end level above them, above a forced page's
    end, and, if the style wants it, at the document's and where a heading or the like goes to the next page. A
    page-wide figure that does not fit below them waits for the head of the next page, and the text goes on; a figure
    that finds no room there either stands before any more text.
    """
    pagination = _Pagination(Flow(strips), style, grid)
    pagination.run()
    return pagination.sheets


class _Pagination:
    """The pages that are full, the one being filled, and the lines of page-wide notes that the next one must hold.

    The figures that are `due` stand on this page, or no text does: a page further on they would be too far behind it.
    """

    def __init__(self, flow: Flow, style: Style, grid: Grid) -> None:
        self.sheets: list[Sheet] = []
        self._flow, self._style, self._grid = flow, style, grid
        self._lengths = Lengths()
        self._draft = Draft(style, grid, self._lengths)
        self._owed: tuple[Strip, ...] = ()
        self._due: tuple[int, ...] = ()

    def run(self) -> None:
        """Place the whole flow."""
        place = Place()
        while (strip := self._flow.get(place.at)) is not None or not place.clear:
            if self._draft.empty:
                self._due = self._figures_at(place)
            if strip is not None and place.clear and strip.force is BreakKind.PAGE:
                place = self._break_page(place, strip)
            elif strip is not None and place.clear and strip.wide and self._stands_here(place):
                place = self._fill_wide(place)
            else:
                place = self._fill_columns(place)
            self._flow.forget(place.first)
        while self._owed:
            self._turn()
        self.sheets.append(self._draft.finish())

    def _figures_at(self, place: Place) -> tuple[int, ...]:
        """The figures that a new page begins with: the text above them stands on the page before it."""
        at = place.at
        while (strip := self._flow.get(at)) is not None and strip.floating:
            at += 1
        return (*place.waiting, *range(place.at, at))

    def _left_of_due(self, place: Place) -> tuple[int, ...]:
        """The figures due on this page that are not placed yet."""
        return tuple([number for number in self._due if number >= place.at or number in place.waiting])

    def _turn(self) -> None:
        """Begin a new page, with the page-wide notes that the last one had no room for."""
        self.sheets.append(self._draft.finish())
        self._draft = Draft(self._style, self._grid, self._lengths)
        if self._owed:
            count = max(1, parted(self._owed, self._grid.height / 2))
            self._draft.foot.extend(self._owed[:count])
            self._owed = self._owed[count:]

    def _break_page(self, place: Place, strip: Strip) -> Place:
        self._draft.put_anchors(place.at, strip)
        after = Place(place.at + 1)
        if self._flow.get(after.at) is not None:
            self._turn()
        return after

    def _stands_here(self, place: Place) -> bool:
        """Whether a page-wide strip can stand where the text has come to; one that must not wait always can."""
        strip = self._flow[place.at]
        return not strip.floating or self._draft.empty or self._fits(strip, self._draft.row, self._draft.gap(strip))

    def _fits(self, strip: Strip, row: int, gap: float) -> bool:
        """Whether a page-wide strip and its notes fit on this page, `gap` pt below line `row`."""
        rows = self._draft.rows + self._draft.row - row
        column = fill_wide(Flow([strip]), Place(), self._grid, rows, gap)
        return bool(column.strips) and not column.place.owed

    def _fill_wide(self, place: Place) -> Place:
        gap = self._draft.gap(self._flow[place.at])
        column = fill_wide(self._flow, place, self._grid, self._draft.rows, gap)
        if column.strips:
            self._draft.put_wide(self._flow, column, gap)
            self._owed += column.place.owed
        after = replace(column.place, owed=())
        following = self._flow.get(after.at)
        if not column.strips or column.force or (following is not None and following.wide and not following.floating):
            self._turn()
        return after

    def _fill_columns(self, begun: Place) -> Place:
        """Fill the columns that this page has room for; turn it, unless something may yet stand below them."""
        place = self._figures_first(begun)
        row = self._draft.row + self._grid.lines(self._draft.gap(self._flow.get(place.first)))
        rows = max(0, self._draft.rows - (row - self._draft.row))
        passing = -1
        while True:
            band = fill_band(self._flow, place, self._grid, rows, passing)
            figure = self._flow.get(band.place.at)
            if figure is None or not figure.floating or not figure.wide or band.place.at <= passing:
                break
            if band.place.clear:
                level = level_band(self._flow, place, self._grid, band)
                gap = max(level.after(self._flow), figure.before)
                if self._fits(figure, row + level.lines, gap):
                    self._put_band(level, row, level.lines)
                    return level.place
            passing = band.place.at
        if self._left_of_due(band.place):
            due = self._left_of_due(place)
            late = replace(place, at=max(place.at, due[-1] + 1), waiting=due)
            band = fill_late(self._flow, late, self._grid, rows)
            self._put_band(band, row, band.rows)
            self._turn()
            return band.place
        ends = settled(self._flow, band.place)
        if ends and (self._style.columns.balance or self._flow.get(band.place.at) is not None):
            band = level_band(self._flow, place, self._grid, band, passing)
            self._put_band(band, row, band.lines)
        else:
            if band.short and self._style.columns.balance:
                band = level_band(self._flow, place, self._grid, band, passing)
            self._put_band(band, row, rows)
        if not ends or band.place.waiting or band.place == begun:
            self._turn()
        return band.place

    def _put_band(self, band: Band, row: int, rows: int) -> None:
        mend_ends(self._flow, band)
        self._draft.put_band(self._flow, band, row, rows)

    def _figures_first(self, place: Place) -> Place:
        """Page-wide figures that wait stand at the head of the page, as many as fit, and their notes at its foot."""
        while place.waiting and (figure := self._flow[place.waiting[0]]).wide:
            gap = self._draft.gap(figure)
            column = fill_wide(Flow([figure]), Place(), self._grid, self._draft.rows, gap)
            if not column.strips:
                break
            self._draft.put_wide(self._flow, replace(column, strips=place.waiting[:1]), gap)
            self._owed += column.place.owed
            place = replace(place, waiting=place.waiting[1:])
        return place
