"""What stands in the way of a drawing, and in which line of its file."""

from __future__ import annotations

from docgen.style.pictures import Unusable

AS_PNG = "leave it out of the drawing, or save the drawing as PNG"


class Undrawable(Unusable):
    """An SVG file that cannot be drawn: `line` counts from 1, `advice` says what to do about it."""

    def __init__(self, line: int, what: str, advice: str = AS_PNG) -> None:
        super().__init__(f"in its line {line}, {what}", advice)
        self.line = line
