"""Basic shapes as steps of a path (SVG 1.1, 9), in the user's units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Step
from docgen.document.svg.elements import Element
from docgen.document.svg.numbers import read_length, read_numbers
from docgen.document.svg.path import read_path
from docgen.records import dataclass

_ROUND = 0.5522847498307936
"""How far the handles of a quarter circle reach, as a part of its radius: 4/3 (√2 - 1)."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What percentages and em are taken of: the viewport's width and height, and the font size."""

    width: float
    height: float
    font_size: float

    @property
    def diagonal(self) -> float:
        """What a percentage is taken of that is neither across nor down."""
        return float(((self.width**2 + self.height**2) / 2) ** 0.5)

    def across(self, element: Element, name: str, otherwise: float = 0.0) -> float:
        """A length along x. Raises `Undrawable`."""
        written = element.written(name)
        return read_length(written, self.width, self.font_size) if written else otherwise

    def down(self, element: Element, name: str, otherwise: float = 0.0) -> float:
        """A length along y. Raises `Undrawable`."""
        written = element.written(name)
        return read_length(written, self.height, self.font_size) if written else otherwise

    def any(self, element: Element, name: str, otherwise: float = 0.0) -> float:
        """A length along neither. Raises `Undrawable`."""
        written = element.written(name)
        return read_length(written, self.diagonal, self.font_size) if written else otherwise


def outline(element: Element, measures: Measures) -> tuple[Step, ...]:
    """The steps of a shape; none where it has no extent. Raises `Undrawable`."""
    if element.name in _MEASURED:
        return _MEASURED[element.name](element, measures)
    return _PLOTTED[element.name](element)


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0, ry: float = 0.0) -> tuple[Step, ...]:
    """A rectangle, its corners rounded by a quarter of the ellipse with these radii."""
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return (MoveTo(x, y), LineTo(right, y), LineTo(right, bottom), LineTo(x, bottom), ClosePath())
    in_x, in_y = rx * (1 - _ROUND), ry * (1 - _ROUND)
    return (
        MoveTo(x + rx, y),
        LineTo(right - rx, y),
        CurveTo(right - in_x, y, right, y + in_y, right, y + ry),
        LineTo(right, bottom - ry),
        CurveTo(right, bottom - in_y, right - in_x, bottom, right - rx, bottom),
        LineTo(x + rx, bottom),
        CurveTo(x + in_x, bottom, x, bottom - in_y, x, bottom - ry),
        LineTo(x, y + ry),
        CurveTo(x, y + in_y, x + in_x, y, x + rx, y),
        ClosePath(),
    )


def _path(element: Element) -> tuple[Step, ...]:
    written = element.written("d")
    return read_path(written) if written else ()


def _rect(element: Element, measures: Measures) -> tuple[Step, ...]:
    width, height = measures.across(element, "width"), measures.down(element, "height")
    _refuse_negative(element, width=width, height=height)
    if width == 0 or height == 0:
        return ()
    automatic = {name for name in ("rx", "ry") if element.attributes.get(name, "auto").strip() == "auto"}
    rx = 0.0 if "rx" in automatic else measures.across(element, "rx")
    ry = rx if "ry" in automatic else measures.down(element, "ry")
    rx = ry if "rx" in automatic else rx
    _refuse_negative(element, rx=rx, ry=ry)
    x, y = measures.across(element, "x"), measures.down(element, "y")
    return rectangle(x, y, width, height, min(rx, width / 2), min(ry, height / 2))


def _circle(element: Element, measures: Measures) -> tuple[Step, ...]:
    radius = measures.any(element, "r")
    _refuse_negative(element, r=radius)
    return _oval(element, measures, radius, radius)


def _ellipse(element: Element, measures: Measures) -> tuple[Step, ...]:
    rx, ry = measures.across(element, "rx"), measures.down(element, "ry")
    _refuse_negative(element, rx=rx, ry=ry)
    return _oval(element, measures, rx, ry)


def _oval(element: Element, measures: Measures, rx: float, ry: float) -> tuple[Step, ...]:
    if rx == 0 or ry == 0:
        return ()
    x, y = measures.across(element, "cx"), measures.down(element, "cy")
    dx, dy = rx * _ROUND, ry * _ROUND
    return (
        MoveTo(x + rx, y),
        CurveTo(x + rx, y + dy, x + dx, y + ry, x, y + ry),
        CurveTo(x - dx, y + ry, x - rx, y + dy, x - rx, y),
        CurveTo(x - rx, y - dy, x - dx, y - ry, x, y - ry),
        CurveTo(x + dx, y - ry, x + rx, y - dy, x + rx, y),
        ClosePath(),
    )


def _line(element: Element, measures: Measures) -> tuple[Step, ...]:
    return (
        MoveTo(measures.across(element, "x1"), measures.down(element, "y1")),
        LineTo(measures.across(element, "x2"), measures.down(element, "y2")),
    )


def _polyline(element: Element) -> tuple[Step, ...]:
    written = element.written("points")
    numbers = read_numbers(written) if written else []
    if written and len(numbers) % 2:
        raise written.fault("holds an x without its y", "give two numbers for each point")
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return tuple([LineTo(*point) if at else MoveTo(*point) for at, point in enumerate(points)])


def _polygon(element: Element) -> tuple[Step, ...]:
    open_path = _polyline(element)
    return (*open_path, ClosePath()) if open_path else ()


def _refuse_negative(element: Element, **lengths: float) -> None:
    for name, length in lengths.items():
        if length < 0:
            raise element.fault(f"the {name} of <{element.name}> is less than nothing", "write a positive number")


_MEASURED: Mapping[str, Callable[[Element, Measures], tuple[Step, ...]]] = {
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
}
_PLOTTED: Mapping[str, Callable[[Element], tuple[Step, ...]]] = {
    "path": _path,
    "polyline": _polyline,
    "polygon": _polygon,
}

SHAPES = frozenset({*_MEASURED, *_PLOTTED})
"""The elements that are shapes."""
