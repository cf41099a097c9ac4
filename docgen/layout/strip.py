"""Strips: what a column is filled with, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol, assert_never

from docgen.document.kernel import BreakKind
from docgen.layout.page import Box, PictureBox, RuleBox, TextLine
from docgen.records import dataclass
from docgen.style.model import Align


@dataclass(frozen=True, slots=True)
class Frame:
    """The space in which a block is set, in pt.

    `left` is its distance from the column's left edge; `height` the most that a single strip may take. `role` is what
    plain body paragraphs look like in here, `align` overrides the alignment of all text, `depth` counts nested lists.
    """

    left: float
    measure: float
    height: float
    role: str | None = None
    align: Align | None = None
    depth: int = 0

    def inset(self, left: float, right: float = 0.0) -> Frame:
        """The same frame, narrower."""
        return replace(self, left=self.left + left, measure=self.measure - left - right)


class Division(Protocol):
    """A word divided between two lines of a paragraph, the first of which is its line `at`."""

    @property
    def at(self) -> int: ...

    def mended(self, first: int) -> Sequence[Strip] | None:
        """The paragraph in as many lines, this word whole, those above line `first` as they were; None where it
        cannot be set as well.
        """


@dataclass(frozen=True, slots=True)
class Ground:
    """What is behind the strips of one panel, wherever columns part them: filled strips of one colour each.

    The panel is that of the group `node`; it begins `left` pt from the column's edge and is `width` pt wide. `stripes`
    are colour, distance from its left edge and width of what runs down the whole height of each of its pieces.
    """

    node: str
    left: float
    width: float
    stripes: tuple[tuple[str, float, float], ...]

    def boxes(self, height: float) -> tuple[RuleBox, ...]:
        """What is behind a piece of that height, from its upper left corner."""
        return tuple(
            [RuleBox(self.left + at, -height, width, height, colour, self.node) for colour, at, width in self.stripes]
        )


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a column that never divides: a line of text, a picture, a row of a table.

    Its boxes are placed from its upper left corner, so their y is negative. `before` and `after` are the space it asks
    for: between two strips stands the larger of the two, at the head and foot of a column none. `keep` forbids a
    column's end behind it. `repeated` are strips set again where a column begins with this one: a table's head.
    `anchors` are the nodes that begin with it, `force` makes it the end of a column or page.

    Strips of one panel have its `ground` behind them.

    A line that ends inside a word has its `division`, so that another may be chosen where a column ends with it.

    What stands `on_grid` begins on a line of the grid. A `wide` strip runs over the page, the others through its
    columns. A `floating` one may wait for the head of a later column, or page, while the text goes on. `notes` are the
    footnotes it refers to, each as strips of its own.
    """

    height: float
    boxes: tuple[Box, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()
    repeated: tuple[Strip, ...] = ()
    force: BreakKind | None = None
    on_grid: bool = False
    wide: bool = False
    floating: bool = False
    notes: tuple[tuple[Strip, ...], ...] = ()
    division: Division | None = None
    ground: Ground | None = None


def spaced(strips: Sequence[Strip], before: float, after: float) -> list[Strip]:
    """The strips with this much space around them."""
    if not strips:
        return []
    found = list(strips)
    found[0] = replace(found[0], before=before)
    found[-1] = replace(found[-1], after=after)
    return found


def kept(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, with no column's end between them nor behind the last."""
    return [strip if strip.keep else replace(strip, keep=True) for strip in strips]


def anchored(strips: Sequence[Strip], node: str) -> list[Strip]:
    """The strips, the first of them where `node` begins. A node of no strips begins nowhere, so it is given one."""
    if not node:
        return list(strips)
    if not strips:
        return [Strip(0.0, keep=True, anchors=(node,))]
    return [replace(strips[0], anchors=(node, *strips[0].anchors)), *strips[1:]]


def space(above: Strip, below: Strip) -> float:
    """What stands between two strips: the larger of the spaces that they ask for."""
    return above.after if above.after > below.before else below.before


def depth(strips: Sequence[Strip]) -> float:
    """How much of a column the strips take, in pt, the spaces between them included."""
    return sum([strip.height for strip in strips]) + sum([space(*pair) for pair in pairwise(strips)])


def stacked(strips: Sequence[Strip], x: float = 0.0, y: float = 0.0) -> tuple[Box, ...]:
    """The boxes of strips set one below the other, the upper left corner of the first at (x, y)."""
    boxes: list[Box] = []
    previous: Strip | None = None
    for strip in strips:
        if previous is not None:
            y -= space(previous, strip)
        boxes.extend([moved(box, x, y) for box in strip.boxes])
        y -= strip.height
        previous = strip
    return tuple(boxes)


def joined(strips: Sequence[Strip]) -> Strip:
    """The strips as one, which never divides."""
    first, last = strips[0], strips[-1]
    anchors = tuple([node for strip in strips for node in strip.anchors])
    return Strip(depth(strips), stacked(strips), first.before, last.after, last.keep, anchors)


def moved(box: Box, x: float, y: float) -> Box:
    """The box, this much further right and up."""
    match box:
        case TextLine():
            return box.moved(x, y)
        case PictureBox() | RuleBox():
            return replace(box, x=box.x + x, y=box.y + y)
        case _:
            assert_never(box)
