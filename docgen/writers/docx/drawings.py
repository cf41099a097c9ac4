"""Drawings as Word takes them: SVG for the Word of today, and the same in pixels for programs that do not know it.

The SVG (1.1, second edition) is written anew from the kernel's paths, so that nothing of a foreign file goes into the
package. resvg draws the pixels: it does nothing but draw SVG, comes as one wheel of 1.4 MB for each system, and
rasterises in software of its own, so that no font, driver or library of the machine has a part in it.
"""

from __future__ import annotations

from typing import assert_never

from docgen.document.kernel import Drawing
from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Shape, Step

PIXELS_PER_INCH = 300
MOST_PIXELS = 4000
"""About the most pixels that a drawing is wide or high."""


def svg(drawing: Drawing) -> bytes:
    """The drawing as an SVG file. Equal drawings give equal bytes."""
    width, height = drawing.size
    paths = "".join(_path(shape, height) for shape in drawing.shapes)
    wide, high = _number(width), _number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}">'
        f"{paths}</svg>"
    ).encode()


def pixels(drawing: Drawing, width: float) -> bytes:
    """The drawing `width` pt wide as a PNG, transparent where nothing is drawn."""
    # Here and not above: most reports have no drawings.
    from resvg_py import svg_to_bytes

    largest = MOST_PIXELS / max(1.0, drawing.size[1] / drawing.size[0])
    across = max(1, round(min(width * PIXELS_PER_INCH / 72, largest)))
    return svg_to_bytes(svg_string=svg(drawing).decode(), width=across, dpi=96, skip_system_fonts=True)


def _path(shape: Shape, height: float) -> str:
    steps = "".join(_step(step, height) for step in shape.steps)
    paint = f' fill="{shape.fill}"' if shape.fill else ' fill="none"'
    if shape.fill and shape.even_odd:
        paint += ' fill-rule="evenodd"'
    if shape.stroke:
        paint += f' stroke="{shape.stroke}" stroke-width="{_number(shape.stroke_width)}"'
        paint += f' stroke-linecap="{shape.cap}"' if shape.cap != "butt" else ""
        paint += f' stroke-linejoin="{shape.join}"' if shape.join != "miter" else ""
    return f'<path d="{steps}"{paint}/>'


def _step(step: Step, height: float) -> str:
    """One step of a path; SVG counts downwards from the upper edge."""

    def point(x: float, y: float) -> str:
        return f"{_number(x)} {_number(height - y)}"

    match step:
        case MoveTo():
            return f"M{point(step.x, step.y)}"
        case LineTo():
            return f"L{point(step.x, step.y)}"
        case CurveTo():
            return f"C{point(step.x1, step.y1)} {point(step.x2, step.y2)} {point(step.x, step.y)}"
        case ClosePath():
            return "Z"
        case _:
            assert_never(step)


def _number(value: float) -> str:
    """A length with at most three decimals: finer than any printer."""
    return f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".")  # adding 0 makes zero of minus zero
