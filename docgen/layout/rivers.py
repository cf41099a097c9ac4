"""Rivers: white that runs down a paragraph where gaps between words happen to stand below each other.

A gap belongs to a river if it is wide, `WIDE` times the font's own space at least. It is continued by a wide gap of the
next line if one stands below the other for `SHARED` of a space or more. A river is `LONG` such lines in a row or more.
Narrower gaps below each other are no rivers: in even text the eye does not follow them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

WIDE = 1.4
SHARED = 0.5
LONG = 3

Gap: TypeAlias = tuple[float, float]
"""Where a gap begins and ends, from the left edge of the measure, in parts of the font's own space."""


class River(NamedTuple):
    """It runs through the lines from `first` to `last`."""

    first: int
    last: int


def rivers(lines: Sequence[Sequence[Gap]]) -> list[River]:
    """The rivers of a paragraph or a column, from the top, given the gaps of each of its lines."""
    found: list[River] = []
    above: list[tuple[Gap, int]] = []
    for at, line in enumerate([*lines, ()]):
        if not (line or above):
            continue
        wide = [gap for gap in line if gap[1] - gap[0] >= WIDE]
        for gap, first in above:
            if at - first >= LONG and not any(_meet(gap, below) for below in wide):
                found.append(River(first, at - 1))
        above = [(gap, min([first for over, first in above if _meet(over, gap)], default=at)) for gap in wide]
    return found


def _meet(above: Gap, below: Gap) -> bool:
    return min(above[1], below[1]) - max(above[0], below[0]) >= SHARED
