"""Where the lines of a paragraph end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from docgen.layout.capitals import capitalise
from docgen.style.fonts import Face

TOLERANCE = 0.001
"""What a line may be wider than its measure, in pt: less than any device shows, more than sums of floats err."""

EVENNESS = 1.0
"""How closely the lines of a centred paragraph are made equal, in pt."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text is set, and what it leads to. Pieces of one look stand in one fragment."""

    face: Face
    size: float
    colour: str
    language: str
    capitals: bool = False
    rise: float = 0.0
    url: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look: as `written`, as printed in `text`, and its width in pt."""

    written: str
    text: str
    look: Look
    width: float

    @classmethod
    def of(cls, written: str, look: Look) -> Piece:
        """`written` set in `look`."""
        text = capitalise(written, look.language) if look.capitals else written
        return cls(written, text, look, look.face.width(text, look.size))


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces between which no line may end."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        return sum([piece.width for piece in self.pieces])


@dataclass(frozen=True, slots=True)
class Space:
    """A space between words, where a line may end."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class NewLine:
    """A forced line end."""


Item: TypeAlias = Word | Space | NewLine


class LineEnd(Enum):
    """What a line ends with: a space, nothing at all in the middle of a word, or the paragraph's or a forced end."""

    SPACE = "space"
    INSIDE = "inside"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces, the space at its end left out, their natural width in pt, and how it ends."""

    pieces: tuple[Piece, ...]
    width: float
    end: LineEnd


def break_lines(items: Sequence[Item], measure: float) -> list[Line]:
    """Break a paragraph into lines no wider than `measure` pt, each as full as can be.

    Lines end at spaces. A word wider than the measure is the one thing divided elsewhere, between two of its
    characters, and begins a line of its own; a single character wider than the measure is left overfull.
    """
    lines: list[Line] = []
    current: list[Piece] = []
    width = 0.0
    space: Piece | None = None

    def finish(end: LineEnd) -> None:
        nonlocal width, space
        lines.append(Line(tuple(current), width, end))
        current.clear()
        width, space = 0.0, None

    for item in items:
        if isinstance(item, NewLine):
            finish(LineEnd.LAST)
        elif isinstance(item, Space):
            space = item.piece if current else None
        else:
            gap = space.width if space else 0.0
            if current and width + gap + item.width > measure + TOLERANCE:
                finish(LineEnd.SPACE)
            if space:
                current.append(space)
                width += space.width
            for part, more in _parts(item, measure):
                current.extend(part.pieces)
                width += part.width
                if more:
                    finish(LineEnd.INSIDE)
            space = None
    if current or not lines:
        finish(LineEnd.LAST)
    return lines


def break_evenly(items: Sequence[Item], measure: float) -> list[Line]:
    """Break a centred paragraph into as few lines as fit in `measure` pt, and those as equal as they can be.

    A title's last line is no lonely word: the measure is narrowed as long as no line is added.
    """
    lines = break_lines(items, measure)
    if len(lines) == 1 or any(line.end is LineEnd.INSIDE for line in lines):
        return lines
    low, high = 0.0, measure
    while high - low > EVENNESS:
        middle = (low + high) / 2
        narrower = break_lines(items, middle)
        if len(narrower) > len(lines) or any(line.end is LineEnd.INSIDE for line in narrower):
            low = middle
        else:
            lines, high = narrower, middle
    return lines


def _parts(word: Word, measure: float) -> Iterator[tuple[Word, bool]]:
    """The word in parts that fit in the measure, each with whether another follows."""
    if word.width <= measure + TOLERANCE:
        yield word, False
        return
    part: list[Piece] = []
    width = 0.0
    for cluster in _clusters(word):
        if part and width + cluster.width > measure + TOLERANCE:
            yield Word(tuple(part)), True
            part, width = [], 0.0
        part.append(cluster)
        width += cluster.width
    yield Word(tuple(part)), False


def _clusters(word: Word) -> Iterator[Piece]:
    """The word's characters, each with the combining marks that follow it."""
    for piece in word.pieces:
        start = 0
        for end in range(1, len(piece.written) + 1):
            if end == len(piece.written) or not unicodedata.combining(piece.written[end]):
                yield Piece.of(piece.written[start:end], piece.look)
                start = end
