"""Where the lines of a paragraph end: the total fit of Knuth and Plass (Software: Practice and Experience 11, 1981).

A paragraph is broken as a whole, so that its lines are as even as they can be; `shapes` says what a line costs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import NamedTuple

from docgen.layout.breakpoints import Place, Section, hung, places
from docgen.layout.items import Item, NewLine, Pass, Piece, Space
from docgen.layout.page import LineEnd
from docgen.layout.shapes import PLAIN, TOLERANCE, BreakSettings, Prices, Shape, shape_of
from docgen.style.model import Align

LADDER = 2
"""How many lines in a row may end inside words."""

LOOSEST = 1.6
"""How wide a space may become to fill a line, in em. A line that would need more is left ragged."""

# Looked up here once: in Python 3.11 members of an enumeration are slow to come by.
_SPACE, _HYPHEN, _LAST = LineEnd.SPACE, LineEnd.HYPHEN, LineEnd.LAST


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces, the space at its end left out, their natural width in pt, and how it ends.

    To fill its measure `space` pt are added to each of its spaces, then all is made `scale` times as wide; it begins
    `hang` pt left of the measure.
    """

    pieces: tuple[Piece, ...]
    width: float
    end: LineEnd
    space: float = 0.0
    scale: float = 1.0
    hang: float = 0.0


class Node(NamedTuple):
    """A place reached in the cheapest way, from which the next line begins; `run` counts lines that end in words."""

    behind: float
    glue: float
    cost: float
    run: int
    place: Place
    previous: Node | None


def break_lines(
    items: Sequence[Item],
    measure: float,
    align: Align = Align.JUSTIFY,
    settings: BreakSettings = PLAIN,
    balanced: bool = False,
) -> list[Line]:
    """Break a paragraph into lines that fill `measure` pt as evenly as they can, and are never wider.

    Words are divided only where the paragraph cannot be set well without (TeX's two passes), and those of ragged text
    only where they are too wide; of what is tied, only what fits in no line is parted. A word wider than the measure is
    divided between two of its characters where there is no other way, and the line says so (`LineEnd.FORCED`); a single
    character wider than the measure is left overfull. Centred lines, and `balanced` ragged ones, are as few as fit, and
    as equal as they can be: the last line of a title is no lonely word.
    """
    shape = shape_of(align, measure, settings, align is Align.CENTRE or (balanced and align is not Align.JUSTIFY))
    lines: list[Line] = []
    for section in _sections(items):
        chosen = _chosen(section, measure, shape)
        lines += [_line(section, begin, finish, measure, align, settings) for begin, finish in pairwise(chosen)]
    return lines


def _sections(items: Sequence[Item]) -> Iterator[Section]:
    """The items between forced line ends."""
    section: list[Piece | Space] = []
    for item in items:
        if isinstance(item, NewLine):
            yield section
            section = []
        else:
            section.append(item)
    if section or not items:
        yield section


def _chosen(section: Section, measure: float, shape: Shape) -> list[Place]:
    """The places at which the lines begin and end."""
    for upto, tolerance in shape.passes[:-1]:
        node = _fit(_places(section, upto, measure, shape), measure, shape, tolerance)
        if node:
            return _path(node)
    upto, tolerance = shape.passes[-1]
    node = _fit(_places(section, upto, measure, shape), measure, shape, tolerance, last_resort=True)
    return _path(node)


def _places(section: Section, upto: Pass, measure: float, shape: Shape) -> Iterator[Place]:
    found = places(section, upto, measure)
    return hung(found, section) if shape.protrusion else found


def _path(node: Node | None) -> list[Place]:
    found = []
    while node:
        found.append(node.place)
        node = node.previous
    return found[::-1]


def _fit(
    found: Iterator[Place], measure: float, shape: Shape, tolerance: float, last_resort: bool = False
) -> Node | None:
    """The end of the cheapest lines, none of them strained more than `tolerance`; None where there are none."""
    begin = next(found)
    active = [Node(begin.behind, begin.glue_behind, 0.0, 0, begin, None)]
    reached: list[Node] = []
    ladder = 10**9 if last_resort else LADDER
    first = 0
    for place in found:
        if place.end is _LAST:
            ladder, tolerance = 10**9, inf
            shape = _last(shape)
        reached, first = _reached(place, active, first, measure, shape, tolerance, ladder)
        if reached:
            active += reached
        elif first == len(active):
            if not last_resort:
                return None
            cost = active[-1].cost + shape.prices.overfull
            reached = [Node(place.behind, place.glue_behind, cost, 0, place, active[-1])]
            active += reached
    return min(reached, key=lambda node: node.cost, default=None)


def _last(shape: Shape) -> Shape:
    """How a last line fills its measure: not at all, where lines are not meant to be equal."""
    return shape if shape.fills_last else replace(shape, letters=0.0, fixed=inf, least=shape.runt)


def _reached(
    place: Place, active: Sequence[Node], first: int, measure: float, shape: Shape, tolerance: float, ladder: int
) -> tuple[list[Node], int]:
    """The cheapest ways to a place, and the first node yet of use.

    There are two of them where the line before ends inside a word: one by a line that does not, and one, which may lead
    no further but is kept if it is cheaper, by a line that does too. This is the innermost loop of all of layout; what
    strains a line is therefore written out here.
    """
    scaling, letters, stretch, fixed, least = shape.scaling, shape.letters, shape.stretch, shape.fixed, shape.least
    before, place_glue = place.before, place.glue
    end, price = place.end, _price(place, shape.prices)
    divides = end is not _SPACE and end is not _LAST
    cheapest = again = inf
    via: Node | None = None
    via_again: Node | None = None
    for at in range(first, len(active)):
        node = active[at]
        behind, node_glue, cost, run, _, _ = node
        width = before - behind
        glue = place_glue - node_glue
        slack = measure - width
        flex = scaling * (width - glue)
        if slack > flex:
            strain = letters + (slack - flex) / (stretch * glue + fixed)
            if strain > tolerance:
                break  # what begins later is shorter still
        elif slack > -flex:
            strain = letters * abs(slack) / flex
        else:
            narrowed = (-slack - flex) / (shape.shrink * glue + TOLERANCE)
            if narrowed > 1.0:
                first += at == first and end is not _HYPHEN  # a hyphen less, and it may fit again
                continue
            strain = letters + shape.tightness * narrowed
        cost += strain * strain + price
        if width < least:
            cost += shape.prices.runt
        if divides and run:
            cost += shape.prices.ladder
            if cost < again and run < ladder:
                again, via_again = cost, node
        elif cost < cheapest:
            cheapest, via = cost, node
    reached = []
    if via is not None:
        reached.append(Node(place.behind, place.glue_behind, cheapest, 1 if divides else 0, place, via))
    if via_again is not None and again < cheapest:
        reached.append(Node(place.behind, place.glue_behind, again, via_again.run + 1, place, via_again))
    return reached, first


def _price(place: Place, prices: Prices) -> float:
    end = place.end
    if end is _SPACE or end is _LAST:
        return prices.line + (prices.tie if place.tie else prices.sense if place.sense else 0.0)
    if end is _HYPHEN:
        return prices.line + prices.hyphen * (prices.dear if place.cut and place.cut.dear else 1.0)
    return prices.line + (prices.own if end is LineEnd.INSIDE else prices.anywhere)


def _line(section: Section, begin: Place, finish: Place, measure: float, align: Align, settings: BreakSettings) -> Line:
    pieces: list[Piece] = []
    spaces = 0
    cut = begin.cut
    for item in section[begin.resume : finish.stop]:
        if isinstance(item, Space):
            spaces += 1
            pieces.append(item.piece)
        else:
            pieces.append(item.part(cut, None) if cut else item)
        cut = None
    if finish.cut:
        divided = section[finish.stop]
        if isinstance(divided, Piece):
            pieces.append(divided.part(cut, finish.cut))
    width = finish.before + finish.right - begin.behind + begin.left
    glue = finish.glue - begin.glue_behind
    room = measure + begin.left + finish.right
    space, scale = 0.0, 1.0
    if width > room or (align is Align.JUSTIFY and finish.end is not LineEnd.LAST):
        size = pieces[0].look.size if pieces else 0.0
        space, scale = _filled(width, glue, spaces, room, LOOSEST * size, settings.scaling)
    return Line(tuple(pieces), width, finish.end, space, scale, begin.left)


def _filled(width: float, glue: float, spaces: int, room: float, loosest: float, scaling: float) -> tuple[float, float]:
    """What each space of a line grows by, in pt, and then the scale of the whole, so that it fills `room` pt."""
    letters = width - glue
    if letters <= 0.0:
        return 0.0, 1.0
    scale = min(max(room - glue, letters * (1 - scaling)), letters * (1 + scaling)) / letters
    if not spaces:
        return 0.0, scale
    space = (room - letters * scale) / spaces
    return (space / scale - glue / spaces, scale) if space <= loosest else (0.0, 1.0)
