"""Where the lines of a paragraph end: the total fit of Knuth and Plass (Software: Practice and Experience 11, 1981).

A paragraph is broken as a whole, so that its lines are as even as they can be; `shapes` says what a line costs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise
from typing import NamedTuple

from docgen.layout.breakpoints import Place, Section, hung, places
from docgen.layout.fitting import Node, fit
from docgen.layout.items import NO_BREAK_SPACE, Item, NewLine, Pass, Piece, Space
from docgen.layout.page import LineEnd
from docgen.layout.rivers import WIDE, Gap, River, rivers
from docgen.layout.shapes import PLAIN, BreakSettings, Shape, shape_of
from docgen.style.model import Align

LOOSEST = 1.6
"""How wide a space may become to fill a line, in em. A line that would need more is left ragged."""

MOST_CLOSED = 4
"""How many places at which lines would end are closed at most, to be rid of a paragraph's rivers."""

DRAINED = 1.2
"""The most strain in a line chosen so as to be rid of a river: looser ones are as bad as it is."""

AROUND = 4
"""How many lines before and behind a river are chosen anew with it, at least."""

STRETCHED = (" ", NO_BREAK_SPACE)
"""The spaces that stretch; thin ones and others do not."""


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
    shape = shape_of(align, measure, settings, align is Align.CENTRE or (balanced and align is not Align.JUSTIFY))
    lines: list[Line] = []
    for section in _sections(items):
        lines += _drained(_Stretch(section, measure, shape, align, settings))
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

    def _places(self, upto: Pass) -> Iterator[Place]:
        found = places(self.section, upto, self.measure)
        return hung(found, self.section) if self.shape.protrusion else found

    def _lines(self, path: Sequence[Place]) -> list[Line]:
        ends = pairwise(path)
        return [_line(self.section, begin, end, self.measure, self.align, self.settings) for begin, end in ends]

    def _choice(self, lines: list[Line], path: list[Place], paid: list[float], upto: Pass) -> _Choice:
        price = self.shape.prices.river
        found = rivers([_gaps(line) for line in lines]) if price else []
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


def _gaps(line: Line) -> list[Gap]:
    """Where the spaces of a line stand, if they are wide."""
    found: list[Gap] = []
    x = 0.0
    for piece in line.pieces if line.space > 0.0 else ():
        if piece.text in STRETCHED:
            width = (piece.width + line.space) * line.scale
            if width < WIDE * piece.width:
                break
            found.append((x / piece.width, (x + width) / piece.width))
        else:
            width = piece.width * line.scale
        x += width
    return found


def _path(node: Node | None) -> tuple[list[Place], list[float]]:
    """The places at which the lines begin and end, and what has been paid at each."""
    path, paid = [], []
    while node:
        path.append(node.place)
        paid.append(node.cost)
        node = node.previous
    return path[::-1], paid[::-1]


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
