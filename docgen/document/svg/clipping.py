"""Cutting paths off at the edges of convex areas: the picture's frame, a viewport, a rectangle to clip to."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, assert_never

from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Step
from docgen.records import dataclass

Point = tuple[float, float]

TOLERANCE = 0.01
"""How far a path may stand over an edge before it is cut, and a chord away from its curve, in pt."""

SLIVER = 1e-6
"""An area in pt² that is none, but the trace of what was cut off."""

_MOST_CHORDS = 64


class Edge(NamedTuple):
    """A straight edge; (x, y) stands inside where x·nx + y·ny ≥ offset, (nx, ny) being of length 1."""

    nx: float
    ny: float
    offset: float

    def inside(self, point: Point) -> float:
        """How far inside a point stands; outside, a negative number."""
        return point[0] * self.nx + point[1] * self.ny - self.offset


NOWHERE = Edge(0.0, 0.0, 1e30)
"""The edge that nothing stands inside of."""

Area = tuple[Edge, ...]
"""What stands inside of every edge."""


@dataclass(frozen=True, slots=True)
class Line:
    """Points joined by straight lines."""

    points: tuple[Point, ...]
    closed: bool


def convex(corners: Sequence[Point]) -> Area:
    """The area within the corners of a convex figure, whichever way round they are named."""
    turning = _turning(corners)
    if abs(turning) < SLIVER:
        return (NOWHERE,)
    edges = []
    for (x, y), (to_x, to_y) in pairwise([*corners, corners[0]]):
        length = math.copysign(math.hypot(to_x - x, to_y - y), turning)
        if length:
            nx, ny = (y - to_y) / length, (to_x - x) / length
            edges.append(Edge(nx, ny, nx * x + ny * y))
    return tuple(edges)


def least_inside(steps: Iterable[Step], area: Area) -> float:
    """How far inside the outermost point of a path stands, its control points counted."""
    points = [point for step in steps for point in _points(step)]
    return min((edge.inside(point) for edge in area for point in points), default=math.inf)


def cut_fill(steps: Sequence[Step], area: Area) -> tuple[Step, ...]:
    """The part of a filled path that stands in the area (Sutherland and Hodgman, CACM 17, 1974).

    What is cut runs back along the edges, which no filling rule can tell from the figure itself.
    """
    kept: list[Step] = []
    for line in flatten(steps):
        points = list(line.points)
        for edge in area:
            points = list(_behind(points, edge))
        if abs(_turning(points)) > SLIVER:
            kept += outlined(points)
    return tuple(kept)


def cut_stroke(steps: Sequence[Step], area: Area) -> tuple[Step, ...]:
    """The part of a line that stands in the area."""
    kept: list[Step] = []
    for line in flatten(steps):
        points = [*line.points, line.points[0]] if line.closed else list(line.points)
        pen: Point | None = None
        for start, end in pairwise(points):
            part = _within(start, end, area)
            if part is None:
                continue
            if pen != part[0]:
                kept.append(MoveTo(*part[0]))
            kept.append(LineTo(*part[1]))
            pen = part[1]
    return tuple(kept)


def flatten(steps: Iterable[Step]) -> Iterator[Line]:
    """The parts of a path, curves as chords."""
    points: list[Point] = []
    for step in steps:
        match step:
            case MoveTo():
                if len(points) > 1:
                    yield Line(tuple(points), closed=False)
                points = [(step.x, step.y)]
            case LineTo():
                points.append((step.x, step.y))
            case CurveTo():
                points += _chords(points[-1], step)
            case ClosePath():
                if len(points) > 1:
                    yield Line(tuple(points), closed=True)
                points = points[:1]
            case _:
                assert_never(step)
    if len(points) > 1:
        yield Line(tuple(points), closed=False)


def outlined(corners: Sequence[Point]) -> Iterator[Step]:
    """The path round a figure with these corners."""
    yield MoveTo(*corners[0])
    for corner in corners[1:]:
        yield LineTo(*corner)
    yield ClosePath()


def _turning(corners: Sequence[Point]) -> float:
    """Twice the area of a figure, negative where its corners are named clockwise."""
    return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise([*corners, *corners[:1]]))


def _points(step: Step) -> tuple[Point, ...]:
    match step:
        case MoveTo() | LineTo():
            return ((step.x, step.y),)
        case CurveTo():
            return ((step.x1, step.y1), (step.x2, step.y2), (step.x, step.y))
        case ClosePath():
            return ()
        case _:
            assert_never(step)


def _chords(start: Point, curve: CurveTo) -> Iterator[Point]:
    """Points of a curve, as many as keep its chords within the tolerance."""
    bend = max(
        math.hypot(start[0] - 2 * curve.x1 + curve.x2, start[1] - 2 * curve.y1 + curve.y2),
        math.hypot(curve.x1 - 2 * curve.x2 + curve.x, curve.y1 - 2 * curve.y2 + curve.y),
    )
    count = max(1, math.ceil(min(math.sqrt(0.75 * bend / TOLERANCE), _MOST_CHORDS)))
    for number in range(1, count):
        t = number / count
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            a * start[0] + b * curve.x1 + c * curve.x2 + d * curve.x,
            a * start[1] + b * curve.y1 + c * curve.y2 + d * curve.y,
        )
    yield curve.x, curve.y


def _behind(points: Sequence[Point], edge: Edge) -> Iterator[Point]:
    """A closed figure without what stands outside an edge."""
    for here, there in pairwise([*points, *points[:1]]):
        at, then = edge.inside(here), edge.inside(there)
        if at >= 0:
            yield here
        if (at >= 0) != (then >= 0):
            yield _between(here, there, at / (at - then))


def _within(start: Point, end: Point, area: Area) -> tuple[Point, Point] | None:
    """The part of a straight line that stands in the area (Cyrus and Beck)."""
    first, last = 0.0, 1.0
    for edge in area:
        at, then = edge.inside(start), edge.inside(end)
        if at < -TOLERANCE and then < -TOLERANCE:
            return None
        if at < -TOLERANCE:
            first = max(first, at / (at - then))
        elif then < -TOLERANCE:
            last = min(last, at / (at - then))
    if first >= last:
        return None
    return (
        start if first == 0.0 else _between(start, end, first),
        end if last == 1.0 else _between(start, end, last),
    )


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
