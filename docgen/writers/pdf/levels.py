"""Levels: how deep headings stand under each other, with none left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def depths(levels: Iterable[int]) -> Iterator[int]:
    """The depth, from 0, of each of these levels in reading order: how many above it are open.

    A level left out on the way down does not count, so that no depth is more than one below the one before it
    (ISO 14289-1, 7.4.2).
    """
    open_levels: list[int] = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        yield len(open_levels)
        open_levels.append(level)
