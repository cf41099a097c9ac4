"""Vector primitives that drawings are made of: y upwards from the lower left corner, in pt (ISO 32000-1, 8.5)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class MoveTo:
    """The path goes on at (x, y), drawing nothing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LineTo:
    """A straight line to (x, y)."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CurveTo:
    """A cubic Bézier curve from the current point over two control points to (x, y)."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ClosePath:
    """A straight line back to where the path began."""


Step: TypeAlias = MoveTo | LineTo | CurveTo | ClosePath


Cap: TypeAlias = Literal["butt", "round", "square"]
Join: TypeAlias = Literal["miter", "round", "bevel"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One path, filled (non-zero winding, or `even_odd`), stroked, or both. Colours are `#rrggbb`.

    A stroke ends in a `cap` and turns in a `join`; miters longer than four widths are cut off to bevels.
    """

    steps: tuple[Step, ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    even_odd: bool = False
    cap: Cap = "butt"
    join: Join = "miter"
