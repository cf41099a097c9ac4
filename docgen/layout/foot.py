"""The foot of a column: the notes it must hold, under their short rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.layout.grid import TOLERANCE, Grid
from docgen.layout.strip import Strip, depth, space

ABOVE_RULE = 6.0
BELOW_RULE = 3.0
RULE_HEIGHT = 0.5
RULE_WIDTH = 72.0
"""The short rule over notes: the least space above it, the space below it, its size; in pt."""


def foot_depth(notes: Sequence[Strip]) -> float:
    """The height that notes take with their rule, in pt; none without notes."""
    return ABOVE_RULE + RULE_HEIGHT + BELOW_RULE + depth(notes) if notes else 0.0


def parted(notes: Sequence[Strip], room: float) -> int:
    """How many of these strips fit in `room` pt, so that the last of them may end there."""
    count = 0
    used = ABOVE_RULE + RULE_HEIGHT + BELOW_RULE
    for at, strip in enumerate(notes):
        used += strip.height + (space(notes[at - 1], strip) if at else 0.0)
        if used > room + TOLERANCE:
            break
        if not strip.keep or at + 1 == len(notes):
            count = at + 1
    return count


class Foot:
    """The notes of a column that is being filled: those owed by the column before come first.

    Every note must begin where it is referred to, and of those owed must stand here what fits in `rows` lines.
    `required` says how many strips that makes at least, and `least` how many lines of the grid; `lines` takes them all.
    """

    def __init__(self, owed: Sequence[Strip], grid: Grid, rows: float) -> None:
        self.strips: list[Strip] = list(owed)
        self._grid = grid
        self.required = parted(owed, rows * grid.line)
        self.lines = grid.lines(foot_depth(owed)) if owed else 0
        self.least = self._lines(self.required)

    def add(self, notes: Iterable[Sequence[Strip]]) -> None:
        """Add notes below the others."""
        for note in notes:
            self.strips.extend(note)
            begun = next((at for at, strip in enumerate(note, 1) if not strip.keep), len(note))
            self.required = len(self.strips) - len(note) + begun
            self.lines = self._lines(len(self.strips))
            self.least = self._lines(self.required)

    def with_notes(self, notes: Iterable[Sequence[Strip]]) -> int:
        """How many lines of the grid the least that must stand here would take, were these notes added whole."""
        added = [strip for note in notes for strip in note]
        if not added:
            return self.least
        return self._grid.lines(foot_depth([*self.strips, *added]))

    def _lines(self, count: int) -> int:
        return self._grid.lines(foot_depth(self.strips[:count]))
