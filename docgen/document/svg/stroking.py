"""Strokes as areas: what a pen covers, piece by piece, for strokes that must be cut like areas."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from docgen.document.paths import Cap, Join
from docgen.document.svg.clipping import Line, Point

MITER_LIMIT = 4.0
_ROUND_CORNERS = 24

Piece = tuple[Point, ...]


def pieces(line: Line, width: float, cap: Cap, join: Join) -> Iterator[Piece]:
    """The convex pieces that a stroke of this width covers (SVG 1.1, 11.4); they overlap at the joins."""
    half = width / 2
    points = [point for at, point in enumerate(line.points) if at == 0 or point != line.points[at - 1]]
    if line.closed and points[0] != points[-1]:
        points.append(points[0])
    ways = [(_way(start, end), start, end) for start, end in pairwise(points)]
    for (x, y), start, end in ways:
        side = (-y * half, x * half)
        yield (_add(start, side), _add(end, side), _less(end, side), _less(start, side))
    for (way, _, corner), (onward, _, _) in pairwise(ways):
        yield from _joint(corner, way, onward, half, join)
    if line.closed and ways:
        yield from _joint(points[0], ways[-1][0], ways[0][0], half, join)
    elif ways:
        for (x, y), end in ((ways[-1][0], points[-1]), ((-ways[0][0][0], -ways[0][0][1]), points[0])):
            yield from _cap(end, (x * half, y * half), cap)


def _cap(end: Point, out: Point, cap: Cap) -> Iterator[Piece]:
    """What a stroke has beyond its end; `out` leads half its width onward."""
    side = (-out[1], out[0])
    if cap == "square":
        yield (_add(end, side), _add(_add(end, side), out), _add(_less(end, side), out), _less(end, side))
    elif cap == "round":
        yield _disc(end, math.hypot(*out))


def _joint(corner: Point, way: Point, onward: Point, half: float, join: Join) -> Iterator[Piece]:
    """What fills the gap on the outer side of a corner."""
    turn = way[0] * onward[1] - way[1] * onward[0]
    along = way[0] * onward[0] + way[1] * onward[1]
    if abs(turn) < 1e-6 and along > 0:
        return
    if join == "round":
        yield _disc(corner, half)
        return
    outer = -half if turn > 0 else half
    first = _add(corner, (-way[1] * outer, way[0] * outer))
    second = _add(corner, (-onward[1] * outer, onward[0] * outer))
    if join == "miter" and MITER_LIMIT**2 * (1 + along) >= 2:
        reach = outer / (1 + along)
        tip = _add(corner, (-(way[1] + onward[1]) * reach, (way[0] + onward[0]) * reach))
        yield (corner, first, tip, second)
    else:
        yield (corner, first, second)


def _disc(centre: Point, radius: float) -> Piece:
    angles = [math.tau * number / _ROUND_CORNERS for number in range(_ROUND_CORNERS)]
    return tuple([_add(centre, (radius * math.cos(angle), radius * math.sin(angle))) for angle in angles])


def _way(start: Point, end: Point) -> Point:
    length = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _add(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def _less(point: Point, by: Point) -> Point:
    return point[0] - by[0], point[1] - by[1]
