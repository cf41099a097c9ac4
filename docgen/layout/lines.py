"""Lines: the pieces between two places of a paragraph, made to fill their measure."""

from __future__ import annotations

from docgen.layout.breakpoints import Place, Section
from docgen.layout.hyphenate import SOFT_HYPHEN
from docgen.layout.items import NO_BREAK_SPACE, Piece, Space
from docgen.layout.page import LineEnd
from docgen.layout.rivers import WIDE, Gap
from docgen.layout.shapes import BreakSettings
from docgen.records import dataclass
from docgen.style.model import Align

LOOSEST = 1.6
"""How wide a space may become to fill a line, in em. A line that would need more is left ragged."""

STRETCHED = (" ", NO_BREAK_SPACE)
"""The spaces that stretch; thin ones and others do not."""

HYPHENS = (SOFT_HYPHEN, "-", "\u2010")
"""What stands at the end of a line whose last word goes on in the next."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces, the space at its end left out, their natural width in pt, and how it ends.

    To fill its measure `space` pt are added to each of its spaces, then all is made `scale` times as wide; it begins
    `hang` pt left of the measure. `place` is where it ends, which may stand in the middle of a word.
    """

    pieces: tuple[Piece, ...]
    width: float
    end: LineEnd
    space: float = 0.0
    scale: float = 1.0
    hang: float = 0.0
    place: Place | None = None

    @property
    def hyphened(self) -> bool:
        """Whether it ends at a hyphen, added or the word's own."""
        return self.end.divides and bool(self.pieces) and self.pieces[-1].text.endswith(HYPHENS)


def make_line(
    section: Section, begin: Place, finish: Place, measure: float, align: Align, settings: BreakSettings
) -> Line:
    """The line between two places."""
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
    return Line(tuple(pieces), width, finish.end, space, scale, begin.left, finish)


def gaps_of(line: Line) -> list[Gap]:
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
