"""The total fit itself: the cheapest way through the places at which lines may end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from docgen.layout.breakpoints import Place
from docgen.layout.page import LineEnd
from docgen.layout.shapes import TOLERANCE, Prices, Shape

LADDER = 2
"""How many lines in a row may end inside words."""

# Looked up here once: in Python 3.11 members of an enumeration are slow to come by.
_SPACE, _HYPHEN, _LAST = LineEnd.SPACE, LineEnd.HYPHEN, LineEnd.LAST


class Node(NamedTuple):
    """A place reached in the cheapest way, from which the next line begins; `run` counts lines that end in words."""

    behind: float
    glue: float
    cost: float
    run: int
    place: Place
    previous: Node | None


def fit(
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
    end = place.end
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
            if strain > 1.0:
                cost += shape.steepness * (strain - 1.0) ** 2
        elif slack > -flex:
            strain = letters * abs(slack) / flex
        else:
            narrowed = (-slack - flex) / (shape.shrink * glue + TOLERANCE)
            if narrowed > 1.0:
                first += at == first and end is not _HYPHEN  # a hyphen less, and it may fit again
                continue
            strain = letters + shape.tightness * narrowed
        cost += strain * strain
        if width < least:
            cost += shape.prices.runt
        if divides and run:
            cost += shape.prices.ladder
            if cost < again and run < ladder:
                again, via_again = cost, node
        elif cost < cheapest:
            cheapest, via = cost, node
    price, behind, glue = _price(place, shape.prices), place.behind, place.glue_behind
    once = [Node(behind, glue, cheapest + price, int(divides), place, via)] if via else []
    if via_again is None or again >= cheapest:
        return once, first
    return [*once, Node(behind, glue, again + price, via_again.run + 1, place, via_again)], first


def _price(place: Place, prices: Prices) -> float:
    end = place.end
    if end is _SPACE or end is _LAST:
        return prices.line + (prices.tie if place.tie else prices.sense if place.sense else 0.0)
    if end is _HYPHEN:
        return prices.line + prices.hyphen * (prices.dear if place.cut and place.cut.dear else 1.0)
    return prices.line + (prices.own if end is LineEnd.INSIDE else prices.anywhere)
