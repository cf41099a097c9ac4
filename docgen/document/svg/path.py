"""Path data to steps (SVG 1.1, 8.3): every command, relative or not, in the compact notation too."""

from __future__ import annotations

import re
from collections.abc import Callable

from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Step
from docgen.document.svg.arcs import arc
from docgen.document.svg.elements import Written
from docgen.document.svg.numbers import NUMBER, bounded

MOST_STEPS = 100_000
"""How many steps a path may have, and all paths of a drawing together."""

_COMMAND = re.compile(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])")
_NUMBER = re.compile(rf"\s*(?:,\s*)?({NUMBER})")
_FLAG = re.compile(r"\s*(?:,\s*)?([01])")
_REST = re.compile(r"\s*")


def read_path(written: Written) -> tuple[Step, ...]:
    """The steps of path data, in the units and the direction they are written in. Raises `Undrawable`."""
    return tuple(_Path(written).read())


class _Path:
    """Reads path data from left to right; `_x`, `_y` is the current point."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._value = written.value if written.value.strip() != "none" else ""
        self._at = 0
        self._steps: list[Step] = []
        self._x = self._y = 0.0
        self._start = (0.0, 0.0)
        self._control: tuple[float, float] | None = None
        self._command = ""

    def read(self) -> list[Step]:
        commands: dict[str, Callable[[], None]] = {
            "M": self._move,
            "L": self._line,
            "H": self._horizontal,
            "V": self._vertical,
            "C": self._curve,
            "S": self._smooth,
            "Q": self._quadratic,
            "T": self._smooth_quadratic,
            "A": self._arc,
            "Z": self._close,
        }
        before = ""
        while not self._ended():
            self._next()
            if not self._steps and self._command.upper() != "M":
                raise self._fault("does not begin with M")
            if self._after_close(before):
                self._steps.append(MoveTo(*self._start))
            kind = self._command.upper()
            if (kind, before) not in (("S", "C"), ("S", "S"), ("T", "Q"), ("T", "T")):
                self._control = None
            commands[kind]()
            before = kind
            if len(self._steps) > MOST_STEPS:
                raise self._fault(f"has more than {MOST_STEPS} steps")
        return self._steps

    def _after_close(self, before: str) -> bool:
        return before == "Z" and self._command not in "MmZz"

    def _next(self) -> None:
        """The next command, or the last one again where another set of numbers follows it."""
        found = _COMMAND.match(self._value, self._at)
        if found:
            self._command = found[1]
            self._at = found.end()
        elif self._command in ("", "Z", "z"):
            raise self._fault("cannot be read from here on")
        else:
            self._command = {"M": "L", "m": "l"}.get(self._command, self._command)

    def _ended(self) -> bool:
        found = _REST.match(self._value, self._at)
        return found is not None and found.end() == len(self._value)

    def _fault(self, what: str) -> Exception:
        rest = Written(self._value[self._at :].strip() or self._value, "", 0).quoted
        return self._written.fault(f"{what}: {rest}", "save the drawing anew from its program")

    def _number(self) -> float:
        found = _NUMBER.match(self._value, self._at)
        if not found:
            raise self._fault(f"wants a number after {self._command}")
        self._at = found.end()
        return bounded(float(found[1]), self._written)

    def _flag(self) -> bool:
        found = _FLAG.match(self._value, self._at)
        if not found:
            raise self._fault("wants 0 or 1 in an arc")
        self._at = found.end()
        return found[1] == "1"

    def _point(self) -> tuple[float, float]:
        x, y = self._number(), self._number()
        return (self._x + x, self._y + y) if self._command.islower() else (x, y)

    def _go(self, step: MoveTo | LineTo | CurveTo) -> None:
        self._steps.append(step)
        self._x, self._y = step.x, step.y

    def _move(self) -> None:
        self._go(MoveTo(*self._point()))
        self._start = (self._x, self._y)

    def _line(self) -> None:
        self._go(LineTo(*self._point()))

    def _horizontal(self) -> None:
        x = self._number()
        self._go(LineTo(self._x + x if self._command == "h" else x, self._y))

    def _vertical(self) -> None:
        y = self._number()
        self._go(LineTo(self._x, self._y + y if self._command == "v" else y))

    def _curve(self) -> None:
        first, second, end = self._point(), self._point(), self._point()
        self._go(CurveTo(*first, *second, *end))
        self._control = second

    def _smooth(self) -> None:
        first = self._mirrored()
        second, end = self._point(), self._point()
        self._go(CurveTo(*first, *second, *end))
        self._control = second

    def _quadratic(self) -> None:
        control, end = self._point(), self._point()
        self._go_quadratic(control, end)

    def _smooth_quadratic(self) -> None:
        self._go_quadratic(self._mirrored(), self._point())

    def _go_quadratic(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        """A parabola as the cubic that is the same curve."""
        (x, y), (to_x, to_y) = control, end
        first = (self._x + (x - self._x) * 2 / 3, self._y + (y - self._y) * 2 / 3)
        second = (to_x + (x - to_x) * 2 / 3, to_y + (y - to_y) * 2 / 3)
        self._go(CurveTo(*first, *second, *end))
        self._control = control

    def _mirrored(self) -> tuple[float, float]:
        """The last control point, mirrored at the current point."""
        if self._control is None:
            return self._x, self._y
        return 2 * self._x - self._control[0], 2 * self._y - self._control[1]

    def _arc(self) -> None:
        radii = (self._number(), self._number())
        turn, large, sweep = self._number(), self._flag(), self._flag()
        for step in arc((self._x, self._y), radii, turn, large, sweep, self._point()):
            self._go(step)

    def _close(self) -> None:
        self._steps.append(ClosePath())
        self._x, self._y = self._start
