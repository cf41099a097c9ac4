"""Filling: strips put below each other in one column until it may end as low as it can."""

from __future__ import annotations

from typing import NamedTuple

from docgen.document.kernel import BreakKind
from docgen.layout.flow import Flow, Place
from docgen.layout.foot import Foot, foot_depth, parted
from docgen.layout.grid import Grid
from docgen.layout.strip import Strip, space
from docgen.records import dataclass

MOST_EMPTY = 3
"""How many lines of a column stay empty before a note is divided to fill them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the numbers of its strips from top to bottom, the notes at its foot, and where the flow goes on.

    `lines` is what both take of the grid. `force` says that the text asked for the end.
    """

    strips: tuple[int, ...]
    notes: tuple[Strip, ...]
    lines: int
    place: Place
    force: BreakKind | None = None


class _End(NamedTuple):
    """Where a column may end: after so many strips, with so many strips of notes referred to, this much filled."""

    strips: int
    notes: int
    text: int
    lines: int
    at: int
    waiting: tuple[int, ...]
    force: BreakKind | None


class Filling:
    """A column being filled.

    `best` is the lowest end so far at which all notes fit, `earlier` the one above it in the text, and `dividing` one
    below it at which the last note is divided.
    """

    def __init__(
        self, flow: Flow, place: Place, grid: Grid, rows: int, passing: int, together: bool = True, gap: float = 0.0
    ) -> None:
        self.flow, self.grid, self.rows = flow, grid, rows
        self.at, self.waiting, self._place = place.at, place.waiting, place
        head = grid.lines(flow[place.waiting[0]].height) if place.waiting else 0
        self.foot = Foot(place.owed, grid, min(rows / 2, rows - head))
        self.strips: list[int] = []
        self.best: _End | None = None
        self.earlier: _End | None = None
        self.dividing: _End | None = None
        self._passing = passing
        self._together = together
        self._depth = gap
        self._above: Strip | None = None

    def fill(self) -> Column:
        """The column, as low as it may end."""
        self._take_waiting()
        self._mark()
        while not self._barred():
            strip = self.flow[self.at]
            if self._waits(strip):
                if not self._may_wait():
                    break
                self.waiting += (self.at,)
                self.at += 1
                if not self._kept():
                    self._mark()
                continue
            if not self._take(strip, self.at):
                break
            self.at += 1
            if strip.force is not None:
                self._mark(strip.force)
                break
            if not self._kept():
                self._mark()
        else:
            self._mark()
        self._hold_back()
        return self._column()

    def _barred(self) -> bool:
        if not self.flow.barred(self.at):
            return False
        strip = self.flow.get(self.at)
        return strip is None or not (strip.floating and self.at <= self._passing and self._may_wait())

    def _waits(self, strip: Strip) -> bool:
        """Whether a figure waits for a later column: for its own sake, or because another before it waits."""
        if not strip.floating:
            return False
        if self.waiting or strip.wide:
            return True
        alone = not self.strips and not self.foot.strips and self.rows == self.grid.rows
        return not alone and not self._fits(strip)

    def _may_wait(self) -> bool:
        """Whether the next page has room for all figures that wait, were the next strip one of them.

        Page-wide figures stand at its head, so they must be the first of them.
        """
        figures = [self.flow[number] for number in (*self.waiting, self.at)]
        wide = [self.grid.lines(figure.height + figure.after) for figure in figures if figure.wide]
        narrow = [self.grid.lines(figure.height) for figure in figures if not figure.wide]
        fit = len(narrow) <= self.grid.columns and sum(wide) + max(narrow, default=0) <= self.grid.rows
        return len(figures) == 1 or (fit and not (narrow and figures[-1].wide))

    def _take_waiting(self) -> None:
        """Figures that wait stand at the head, in their order."""
        while self.waiting and not (figure := self.flow[self.waiting[0]]).wide:
            whole = not self.strips and self.rows == self.grid.rows
            if not whole and not self._fits(figure):
                break
            if not self._take(figure, self.waiting[0]):
                break
            self.waiting = self.waiting[1:]

    def _fits(self, strip: Strip) -> bool:
        depth = self.grid.bottom(self._depth, self._above, strip)
        return self.grid.lines(depth) + self.foot.with_notes(strip.notes) <= self.rows

    def _take(self, strip: Strip, number: int) -> bool:
        """Put a strip below the others; whether there is room for it."""
        depth = self.grid.bottom(self._depth, self._above, strip)
        if self.grid.lines(depth) + self.foot.least > self.rows:
            return False
        self._depth, self._above = depth, strip
        self.strips.append(number)
        self.foot.add(strip.notes)
        return True

    def _kept(self) -> bool:
        """Whether the column must not end below its last strip."""
        return self._together and self._above is not None and (self._above.keep or self._alone())

    def _alone(self) -> bool:
        """Whether all that the column has of its first paragraph is one line out of the middle of it."""
        line, first = self._above, self._place.at
        if line is None or not line.on_grid or self.strips[-1] != first or not first:
            return False
        following = self.flow.get(first + 1)
        inside = following is not None and following.on_grid and not space(line, following)
        return inside and not space(self.flow[first - 1], line)

    def _mark(self, force: BreakKind | None = None) -> None:
        """The column may end here, if its notes fit."""
        text, foot = self.grid.lines(self._depth) if self.strips else 0, self.foot
        end = _End(len(self.strips), len(foot.strips), text, text + foot.lines, self.at, self.waiting, force)
        if text + foot.lines <= self.rows:
            self.earlier = self.best if self.best and self.best.strips < end.strips else self.earlier
            self.best, self.dividing = end, None
        elif text + foot.least <= self.rows:
            self.dividing = end

    def _hold_back(self) -> None:
        """Above a figure that cannot wait, because too many do, the text does not end: its last lines go with it."""
        figure = self.flow.get(self.at)
        blocked = figure is not None and figure.floating and self.waiting and not self._may_wait()
        if blocked and self.best and self.best.at == self.at and self.earlier and self.earlier.strips:
            self.best = self.earlier

    def _column(self) -> Column:
        end = self.best
        if self.dividing and (end is None or self.rows - end.lines > MOST_EMPTY):
            end = self.dividing
        if end is None:
            return Column((), (), 0, self._place)
        notes = self.foot.strips[: end.notes]
        room = (self.rows - end.text) * self.grid.line
        count = parted(notes, room) if end is self.dividing else len(notes)
        lines = end.text + self.grid.lines(foot_depth(notes[:count]))
        place = Place(end.at, end.waiting, tuple(notes[count:]))
        return Column(tuple(self.strips[: end.strips]), tuple(notes[:count]), lines, place, end.force)


class FillingLate(Filling):
    """A column being filled with figures that have waited long enough: no text stands below them."""

    def _barred(self) -> bool:
        return True


class FillingWide(Filling):
    """The page's width being filled: it ends where the columns go on, and nothing in it waits."""

    def __init__(self, flow: Flow, place: Place, grid: Grid, rows: int, gap: float, together: bool = True) -> None:
        super().__init__(flow, place, grid, rows, -1, together, gap)

    def _barred(self) -> bool:
        strip = self.flow.get(self.at)
        return strip is None or not strip.wide or strip.force is BreakKind.PAGE

    def _waits(self, strip: Strip) -> bool:
        return False
