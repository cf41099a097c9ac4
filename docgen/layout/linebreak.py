"""Where the lines of a paragraph end: the total fit of Knuth and Plass (Software: Practice and Experience 11, 1981).

A paragraph is broken as a whole, so that its lines are as even as they can be; `shapes` says what a line costs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise
from math import inf
from typing import NamedTuple

from docgen.layout.breakpoints import Place, Section, hung, places
from docgen.layout.fitting import Node, fit
from docgen.layout.items import Item, NewLine, Pass, Piece, Space
from docgen.layout.lines import Line, gaps_of, make_line
from docgen.layout.rivers import River, rivers
from docgen.layout.shapes import PLAIN, BreakSettings, Shape, shape_of
from docgen.records import dataclass
from docgen.style.model import Align

MOST_CLOSED = 4
"""How many places at which lines would end are closed at most, to be rid of a paragraph's rivers."""

DRAINED = 1.2
"""The most strain in a line chosen so as to be rid of a river: looser ones are as bad as it is."""

AROUND = 4
"""How many lines before and behind a river are chosen anew with it, at least."""

NEAR = 0.15
"""How far from its old end a line may end so that its last word is whole, in parts of the measure."""


def break_lines(
    items: Sequence[Item],
    measure: float,
    align: Align = Align.JUSTIFY,
    settings: BreakSettings = PLAIN,
    balanced: bool = False,
) -> list[Line]:
    """Break a paragraph into lines that fill `measure` pt as evenly as they can, and are never wider.

    Words are divided only where the paragraph cannot be set well without (TeX's two passes, the second alone in narrow
    columns), and those of ragged text only where they are too wide; of what is tied, only what fits in no line is
    parted. A word wider than the measure is divided between two of its characters where there is no other way, and the
    line says so (`LineEnd.FORCED`); a single character wider than the measure is left overfull. Centred lines, and
    `balanced` ragged ones, are as few as fit, and as equal as they can be: the last line of a title is no lonely word.
    """
    lines: list[Line] = []
    for stretch in _stretches(items, measure, align, settings, balanced):
        lines += _drained(stretch)
    return lines


def break_otherwise(
    items: Sequence[Item],
    lines: Sequence[Line],
    at: int,
    first: int,
    measure: float,
    align: Align = Align.JUSTIFY,
    settings: BreakSettings = PLAIN,
) -> list[Line] | None:
    """The lines of a paragraph, as many, with a whole word at the end of line `at`; those above line `first` stay.

    None where there are no such lines that are hardly worse, and where the paragraph has forced line ends.
    """
    stretches = list(_stretches(items, measure, align, settings, False))
    return stretches[0].undivided(lines, at, first) if len(stretches) == 1 else None


def _stretches(
    items: Sequence[Item], measure: float, align: Align, settings: BreakSettings, balanced: bool
) -> Iterator[_Stretch]:
    shape = shape_of(align, measure, settings, align is Align.CENTRE or (balanced and align is not Align.JUSTIFY))
    for section in _sections(items):
        yield _Stretch(section, measure, shape, align, settings)


def _sections(items: Sequence[Item]) -> Iterator[Section]:
    """The items between forced line ends."""
    if NewLine not in map(type, items):
        yield [item for item in items if not isinstance(item, NewLine)]
        return
    section: list[Piece | Space] = []
    for item in items:
        if isinstance(item, NewLine):
            yield section
            section = []
        else:
            section.append(item)
    if section or not items:
        yield section


class _Choice(NamedTuple):
    """Lines, the places at which they begin and end and what has been paid there, and the rivers in them.

    `cost` is what all of it costs, `upto` the pass it was found in.
    """

    lines: list[Line]
    path: list[Place]
    paid: list[float]
    rivers: list[River]
    cost: float
    upto: Pass


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A section, and all that its lines depend on."""

    section: Section
    measure: float
    shape: Shape
    align: Align
    settings: BreakSettings

    def chosen(self) -> _Choice:
        """The cheapest lines."""
        node = None
        last = self.shape.passes[-1][0]
        for upto, tolerance in self.shape.passes:
            node = fit(self._places(upto), self.measure, self.shape, tolerance, last_resort=upto is last)
            if node:
                break
        path, paid = _path(node)
        return self._choice(self._lines(path), path, paid, upto)

    def mended(self, choice: _Choice, river: River, closed: Sequence[Place]) -> Iterator[tuple[_Choice, Place]]:
        """The choice with other lines around a river, in every way that closes one of their ends, which comes with it.

        No line ends at a `closed` place, nor is any looser than `DRAINED`.
        """
        lines, path, paid, _, _, upto = choice
        whole = [at for at, place in enumerate(path) if not place.end.divides]
        first = max([at for at in whole if at <= river.first - AROUND], default=0)
        last = min([at for at in whole if at > river.last + AROUND], default=len(path) - 1)
        # A word may as well be divided to be rid of a river.
        upto = max(upto, Pass.HYPHENS)
        between = list(_between(self._places(upto), path[first], path[last], closed))
        for end in path[max(river.first, 1) : river.last + 2]:
            node = fit((place for place in between if place != end), self.measure, self.shape, DRAINED)
            if node is None:
                continue
            inner, costs = _path(node)
            saved = paid[last] - paid[first] - node.cost
            other = self._choice(
                [*lines[:first], *self._lines(inner), *lines[last:]],
                [*path[:first], *inner, *path[last + 1 :]],
                [*paid[:first], *[paid[first] + cost for cost in costs], *[cost - saved for cost in paid[last + 1 :]]],
                upto,
            )
            yield other, end

    def undivided(self, lines: Sequence[Line], at: int, first: int) -> list[Line] | None:
        """The lines with line `at` ending between words, those around it chosen anew from line `first` on.

        None where that would be dearer by more than a word divided at a column's end.
        """
        found = list(self._places(Pass.HYPHENS))
        path = [found[0], *[line.place for line in lines if line.place]]
        whole = [number for number, place in enumerate(path) if not place.end.divides and number >= first]
        begin = max([number for number in whole if number <= at - AROUND], default=min(whole, default=len(path)))
        if begin > at:
            return None
        finish = min([number for number in whole if number > at + AROUND], default=len(path) - 1)
        between = list(_between(iter(found), path[begin], path[finish], ()))
        if between[-1:] != [path[finish]]:
            return None  # what is tied is parted here, or a word wider than its line
        least = self._cost(lines[begin:finish], path[begin : finish + 1]) + self.shape.prices.broken
        best = None
        for end in between[1:-1]:
            if end.end.divides or abs(end.before - path[at + 1].before) > NEAR * self.measure:
                continue
            inner = self._through(between, end, at + 1 - begin, finish - at - 1)
            if inner is None:
                continue
            chosen = self._lines(inner)
            cost = self._cost(chosen, inner)
            if cost <= least:
                least, best = cost, [*lines[:begin], *chosen, *lines[finish:]]
        return best

    def _through(self, between: Sequence[Place], end: Place, above: int, below: int) -> list[Place] | None:
        """The cheapest way by `end`, if it has so many lines above it and below."""
        upper = fit(_between(iter(between), between[0], end, ()), self.measure, self.shape, DRAINED)
        if upper is None or len(begun := _path(upper)[0]) != above + 1:
            return None
        lower = fit(_between(iter(between), end, between[-1], ()), self.measure, self.shape, DRAINED)
        inner = [*begun, *_path(lower)[0][1:]]
        return inner if len(inner) == above + below + 1 else None

    def _cost(self, lines: Sequence[Line], path: Sequence[Place]) -> float:
        """What lines cost that end at these places, with the rivers in them."""
        node = fit(iter(path), self.measure, self.shape, inf, last_resort=True)
        return (node.cost if node else inf) + self.shape.prices.river * len(rivers([gaps_of(line) for line in lines]))

    def _places(self, upto: Pass) -> Iterator[Place]:
        found = places(self.section, upto, self.measure)
        return hung(found, self.section) if self.shape.protrusion else found

    def _lines(self, path: Sequence[Place]) -> list[Line]:
        ends = pairwise(path)
        return [make_line(self.section, begin, end, self.measure, self.align, self.settings) for begin, end in ends]

    def _choice(self, lines: list[Line], path: list[Place], paid: list[float], upto: Pass) -> _Choice:
        price = self.shape.prices.river
        found = rivers([gaps_of(line) for line in lines]) if price else []
        return _Choice(lines, path, paid, found, paid[-1] + price * len(found), upto)


def _drained(stretch: _Stretch) -> list[Line]:
    """The cheapest lines, where a river has its price as well.

    It is not known while lines are weighed. So where there is one, the ends of the lines that it runs through are
    closed in turn, and the lines around it chosen anew; and again from the best of these, if there is another.
    """
    best = choice = stretch.chosen()
    closed: list[Place] = []
    while choice.rivers and len(closed) < MOST_CLOSED:
        ways = list(stretch.mended(choice, choice.rivers[0], closed))
        if not ways:
            break
        choice, end = min(ways, key=lambda way: way[0].cost)
        closed.append(end)
        if choice.cost < best.cost:
            best = choice
    return best.lines


def _between(found: Iterator[Place], begin: Place, end: Place, closed: Sequence[Place]) -> Iterator[Place]:
    """The places from `begin` to `end`, both included."""
    for place in dropwhile(lambda place: place != begin, found):
        if place not in closed:
            yield place
        if place == end:
            return


def _path(node: Node | None) -> tuple[list[Place], list[float]]:
    """The places at which the lines begin and end, and what has been paid at each."""
    path, paid = [], []
    while node:
        path.append(node.place)
        paid.append(node.cost)
        node = node.previous
    return path[::-1], paid[::-1]
