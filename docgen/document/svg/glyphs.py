"""The outlines of letters."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

from docgen.document.paths import Step
from docgen.document.svg.elements import Written
from docgen.document.svg.matrix import Matrix
from docgen.document.svg.path import read_path
from docgen.style.fonts import Face


@lru_cache(maxsize=4096)
def outline(face: Face, character: str) -> tuple[Step, ...]:
    """The outline of a character that `face` has, y upwards, in em."""
    # Here and not above: a report without drawings should not wait for fontTools' pens.
    from fontTools.pens.svgPathPen import SVGPathPen

    font = _font(face)
    glyphs = font.getGlyphSet()
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.3f}")
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    em = float(font["head"].unitsPerEm)
    steps = read_path(Written(pen.getCommands(), f"the letter '{character}' of {face.path}", 1))
    return Matrix(a=1 / em, d=1 / em).steps(steps)


@lru_cache(maxsize=8)
def _font(face: Face) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(BytesIO(face.data), lazy=True)
