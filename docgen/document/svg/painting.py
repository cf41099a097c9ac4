"""Paths on the page to shapes: filled, stroked, cut off where they may not go on, and rounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Shape, Step
from docgen.document.svg.clipping import TOLERANCE, Area, cut_fill, cut_stroke, flatten, least_inside, outlined
from docgen.document.svg.elements import Element
from docgen.document.svg.look import Look
from docgen.document.svg.path import MOST_STEPS
from docgen.document.svg.stroking import pieces

DIGITS = 4
"""Decimals of a pt that coordinates keep, so that any machine's arithmetic gives the same bytes."""

SPILL = 0.02
"""How far a stroke may stand over the edge it is cut at, as a part of the picture's longer side."""


MOST_CUTS = 100_000
"""How many steps may be held against an edge to be cut, so that no file keeps docgen busy for minutes."""


class Painter:
    """Makes shapes of paths, and counts their steps; `side` is the picture's longer side in pt."""

    def __init__(self, side: float) -> None:
        self.shapes: list[Shape] = []
        self._side = side
        self._steps = 0
        self._cuts = 0

    def paint(self, steps: Sequence[Step], look: Look, scale: float, area: Area, element: Element) -> None:
        """Add the shapes of one path, in pt, as far as they stand in the area; `scale` is what a user unit has become.

        Raises `Undrawable` where there is too much to draw; it is blamed on `element`.
        """
        self._count(steps, element)
        width = look.stroke_width * scale
        fill = look.fill if _encloses(steps) else None
        stroke = look.stroke if width >= 10**-DIGITS else None
        if not any(isinstance(step, LineTo | CurveTo) for step in steps) or not (fill or stroke):
            return
        inside = least_inside(steps, area)
        whole = inside >= -TOLERANCE
        spills = stroke is not None and width / 2 - max(inside, 0.0) > SPILL * self._side
        if whole and not spills:
            self._add(Shape(tuple(steps), fill, stroke, round(width, DIGITS), look.even_odd, look.cap, look.join))
            return
        self._cuts += len(steps) * len(area) * (10 if spills else 1)
        if self._cuts > MOST_CUTS:
            raise element.fault("too much stands over the edge of the drawing", "crop the drawing to what is seen")
        if fill:
            self._add(Shape(tuple(steps) if whole else cut_fill(steps, area), fill, even_odd=look.even_odd))
        if stroke and spills:
            for line in flatten(steps):
                for piece in pieces(line, width, look.cap, look.join):
                    cut = cut_fill(tuple(outlined(piece)), area)
                    self._count(cut, element)
                    self._add(Shape(cut, stroke))
        elif stroke:
            cut = cut_stroke(steps, area)
            self._add(Shape(cut, None, stroke, round(width, DIGITS), cap=look.cap, join=look.join))

    def _count(self, steps: Sequence[Step], element: Element) -> None:
        self._steps += len(steps)
        if self._steps > MOST_STEPS:
            raise element.fault(f"the drawing goes beyond {MOST_STEPS} steps", "simplify the drawing")

    def _add(self, shape: Shape) -> None:
        if shape.steps:
            self.shapes.append(replace(shape, steps=_rounded(shape.steps)))


def _encloses(steps: Sequence[Step]) -> bool:
    """Whether there is anything to fill: PDF would paint a single line filled as a hairline."""
    lines = 0
    for step in steps:
        lines = 0 if isinstance(step, MoveTo) else lines + 1
        if isinstance(step, CurveTo) or (lines == 2 and isinstance(step, LineTo)):
            return True
    return False


def _rounded(steps: Sequence[Step]) -> tuple[Step, ...]:
    return tuple([_rounded_step(step) for step in steps])


def _rounded_step(step: Step) -> Step:
    match step:
        case MoveTo():
            return MoveTo(_round(step.x), _round(step.y))
        case LineTo():
            return LineTo(_round(step.x), _round(step.y))
        case CurveTo():
            first, second = (_round(step.x1), _round(step.y1)), (_round(step.x2), _round(step.y2))
            return CurveTo(*first, *second, _round(step.x), _round(step.y))
        case ClosePath():
            return step
        case _:
            assert_never(step)


def _round(number: float) -> float:
    return round(number, DIGITS) + 0.0  # never -0.0
