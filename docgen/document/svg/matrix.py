"""Affine transformations: read, joined, and applied to the steps of a path."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple, assert_never

from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Step
from docgen.document.svg.elements import Written
from docgen.document.svg.numbers import read_numbers

_GREATEST = 1e12
_FUNCTION = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)\s*")
_COUNTS = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}


class Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, inner: Matrix) -> Matrix:
        """What `inner` does, and then this."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where (x, y) goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def steps(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """Where the steps of a path go."""
        return tuple([self._step(step) for step in steps])

    @property
    def scale(self) -> float:
        """By how much lengths grow, on the geometric mean of all directions."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def _step(self, step: Step) -> Step:
        match step:
            case MoveTo():
                return MoveTo(*self.point(step.x, step.y))
            case LineTo():
                return LineTo(*self.point(step.x, step.y))
            case CurveTo():
                first, second = self.point(step.x1, step.y1), self.point(step.x2, step.y2)
                return CurveTo(*first, *second, *self.point(step.x, step.y))
            case ClosePath():
                return step
            case _:
                assert_never(step)


def read_transform(written: Written | None) -> Matrix:
    """The value of a `transform` attribute (SVG 1.1, 7.6). Raises `Undrawable`."""
    matrix, at = Matrix(), 0
    value = written.value.rstrip() if written else ""
    while written and at < len(value):
        found = _FUNCTION.match(value, at)
        if not found or found[1] not in _COUNTS:
            raise written.fault(f"is not a transformation: {written.quoted}")
        numbers = read_numbers(Written(found[2], written.name, written.line))
        if len(numbers) not in _COUNTS[found[1]]:
            raise written.fault(f"gives {found[1]} {len(numbers)} numbers")
        matrix = sound(matrix @ _function(found[1], numbers), written)
        at = found.end()
    return matrix


def sound(matrix: Matrix, written: Written) -> Matrix:
    """`matrix`, if what it makes can be drawn. Raises `Undrawable`."""
    if not all(abs(number) <= _GREATEST for number in matrix):
        raise written.fault("enlarges beyond what can be drawn", "draw it smaller")
    return matrix


def _function(name: str, numbers: list[float]) -> Matrix:
    match name, numbers:
        case "translate", [x, *rest]:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle, *centre]:
            sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
            turned = Matrix(cosine, sine, -sine, cosine)
            if not centre:
                return turned
            return Matrix(e=centre[0], f=centre[1]) @ turned @ Matrix(e=-centre[0], f=-centre[1])
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
        case _:
            return Matrix(*numbers)
