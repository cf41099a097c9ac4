"""Panels: the boxes that a style sets some groups in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated

from docgen.findings import Finding, Span
from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.style.colour import Colour

LEAST_WIDTH, MOST_WIDTH = 0.25, 6.0
"""The width of an edge, in pt. Word draws none that is narrower, and none much wider (ECMA-376, part 1, 17.3.4)."""

MOST_PADDING = 30.0
"""How far an edge can stand from its text, in pt; Word has no more (ECMA-376, part 1, 17.3.4)."""


class Side(Enum):
    """A side of a panel."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A box: what is behind its text, and lines along some of its sides.

    Text keeps its distance, `padding`, from the sides that can be seen: all of a filled panel, else those with an edge.
    """

    span: Span
    fill: Annotated[Colour | None, Key("the colour behind the text, if any", ('"#eef2f7"',))] = None
    edge: Annotated[Colour | None, Key("the colour of its edges", ('"#1f3864"',))] = None
    sides: Annotated[tuple[Side, ...], Key("the sides that have an edge: top, right, bottom, left", ("[left]",))] = ()
    width: Annotated[float, Key("how thick an edge is", ("2.5",))] = 0.5
    padding: Annotated[float, Key("the space between its sides and its text", ("8",))] = 8.0

    def check(self) -> Iterator[Finding]:
        """Its edges have a colour, and Word can draw it."""
        if self.sides and self.edge is None:
            message = "its sides have an edge without a colour"
            yield Finding.error(self.span, "uncoloured-edge", message, 'add:  edge: "#1f3864"')
        if not LEAST_WIDTH <= self.width <= MOST_WIDTH:
            message, advice = "no edge can be so thick or thin", f"choose {LEAST_WIDTH:g} to {MOST_WIDTH:g} pt"
            yield Finding.error(self.span, "out-of-range", message, advice)
        if not 0.0 <= self.padding <= MOST_PADDING:
            message, advice = "no text can stand so far from its edge", f"choose a padding of 0 to {MOST_PADDING:g} pt"
            yield Finding.error(self.span, "out-of-range", message, advice)

    @property
    def is_seen(self) -> bool:
        """Whether there is anything of it; a style takes one away that it extends by leaving nothing."""
        return self.fill is not None or (self.edge is not None and bool(self.sides))

    def edged(self, side: Side) -> float:
        """How thick the edge of a side is, in pt; 0 where there is none."""
        return self.width if self.edge is not None and side in self.sides else 0.0

    def inset(self, side: Side) -> float:
        """How far its text stands from its outline on a side, in pt, the edge included."""
        edged = self.edged(side)
        return edged + self.padding if edged or self.fill is not None else 0.0
