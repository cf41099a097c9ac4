"""Elliptical arcs as cubic curves."""

from __future__ import annotations

import math
from collections.abc import Iterator

from docgen.document.paths import CurveTo, LineTo
from docgen.document.svg.matrix import Matrix

Point = tuple[float, float]


def arc(start: Point, radii: Point, turn: float, large: bool, sweep: bool, end: Point) -> Iterator[CurveTo | LineTo]:
    """The arc of an ellipse from `start` to `end`, its axes turned by `turn` degrees, in quarters or less.

    Radii too short to span the points are enlarged until they do (SVG 1.1, F.6; a quarter of a circle as one cubic is
    off by less than 0.03 % of its radius).
    """
    rx, ry = abs(radii[0]), abs(radii[1])
    if start == end:
        return
    if rx == 0 or ry == 0:
        yield LineTo(*end)
        return
    angle = math.radians(turn % 360)
    sine, cosine = math.sin(angle), math.cos(angle)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    # On the unit circle, where the arc's middle is easily found.
    ux, uy = (cosine * half_x + sine * half_y) / rx, (cosine * half_y - sine * half_x) / ry
    reach = math.hypot(ux, uy)
    if reach > 1e9:  # radii as good as none
        yield LineTo(*end)
        return
    if reach > 1:
        rx, ry, ux, uy = rx * reach, ry * reach, ux / reach, uy / reach
        reach = 1.0
    away = math.sqrt(max(0.0, 1 / (reach * reach) - 1)) if reach > 0 else 0.0
    away = -away if large == sweep else away
    cx, cy = away * uy, -away * ux
    first = math.atan2(uy - cy, ux - cx)
    extent = math.atan2(-uy - cy, -ux - cx) - first
    if sweep and extent < 0:
        extent += math.tau
    elif not sweep and extent > 0:
        extent -= math.tau
    middle_x, middle_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    placed = Matrix(cosine * rx, sine * rx, -sine * ry, cosine * ry, middle_x, middle_y) @ Matrix(e=cx, f=cy)
    yield from _quarters(placed, first, extent, end)


def _quarters(placed: Matrix, first: float, extent: float, end: Point) -> Iterator[CurveTo]:
    """An arc of the unit circle as `placed` puts it, the last piece ending exactly at `end`."""
    count = max(1, math.ceil(abs(extent) / (math.pi / 2) - 1e-9))
    each = extent / count
    handle = 4 / 3 * math.tan(each / 4)
    for number in range(count):
        here, there = first + number * each, first + (number + 1) * each
        out = placed.point(math.cos(here) - handle * math.sin(here), math.sin(here) + handle * math.cos(here))
        back = placed.point(math.cos(there) + handle * math.sin(there), math.sin(there) - handle * math.cos(there))
        to = end if number == count - 1 else placed.point(math.cos(there), math.sin(there))
        yield CurveTo(*out, *back, *to)
