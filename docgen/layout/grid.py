"""The grid: the lines, a body leading apart, on which the text of all columns of a page stands."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import Self

from docgen.layout.strip import Strip, space
from docgen.records import dataclass
from docgen.style.model import Style
from docgen.style.roles import Role

TOLERANCE = 0.001
"""What may stand over a line of the grid before it takes another, in pt: more than sums of floats err."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of a style: the distance of its lines in pt, how many stand on a page, and in how many columns."""

    line: float
    rows: int
    columns: int

    @classmethod
    def of(cls, style: Style) -> Self:
        """The grid of a style: its line is the leading of the body, and a page has one line at least."""
        line = style.text(Role.BODY).leading
        height = style.page.height - style.page.top - style.page.bottom
        return cls(line, max(1, floor((height + TOLERANCE) / line)), style.columns.count)

    @property
    def height(self) -> float:
        """The height of a whole column, in pt."""
        return self.rows * self.line

    def lines(self, depth: float) -> int:
        """How many lines it takes to hold `depth` pt."""
        return ceil((depth - TOLERANCE) / self.line)

    def bottom(self, depth: float, above: Strip | None, strip: Strip) -> float:
        """How deep a column of `depth` pt, which `above` is the last strip of, gets with another strip."""
        heads = heads_above(strip, above)
        if above is not None:
            depth += space(above, heads[0] if heads else strip)
        for head in heads:
            depth += head.height
        if strip.on_grid:
            depth = self.lines(depth) * self.line
        return depth + strip.height

    def tops(self, strips: Sequence[Strip], gap: float = 0.0, below: float = 0.0) -> list[float]:
        """How far below its column's head each strip begins, in pt; the first stands `gap` below it.

        Strips off the grid get what is missing to the next line of text, or to the column's end, shared among the
        spaces between them. Space that parts what must stay together gets none, so a heading stands by its text.
        `below` is the space asked for under the last.
        """
        found: list[float] = []
        spaces: list[int] = []
        above: Strip | None = None
        depth = gap
        for at, strip in enumerate(strips):
            room = gap if above is None else space(above, strip)
            top = depth if above is None else depth + room
            if room and (above is None or not above.keep):
                spaces.append(at)
            if strip.on_grid:
                snapped = self.lines(top) * self.line
                _share(snapped - top, spaces, found)
                top = snapped
                spaces = []
            found.append(top)
            depth = top + strip.height
            above = strip
        end = depth + below
        _share(self.lines(end) * self.line - end, [*spaces, len(found)] if below else spaces, found)
        return found


def heads_above(strip: Strip, above: Strip | None) -> tuple[Strip, ...]:
    """The strips set again above `strip`: where it is the first of its column, or stands below a figure that waited."""
    return strip.repeated if above is None or above.floating else ()


def _share(missing: float, spaces: Sequence[int], tops: list[float]) -> None:
    """Widen the spaces above the strips numbered `spaces` in equal parts, and move what stands below them."""
    if missing <= TOLERANCE or not spaces:
        return
    part = missing / len(spaces)
    for number, first in enumerate(spaces):
        following = spaces[number + 1] if number + 1 < len(spaces) else len(tops)
        for at in range(first, following):
            tops[at] += part * (number + 1)
