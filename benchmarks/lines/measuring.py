"""What is measured of lines, whoever set them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from docgen.layout.rivers import Gap, rivers
from docgen.style.fonts import Face

SCALING = 0.02
"""How far any of the systems widens or narrows letters."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it was set: its words, an added hyphen among them, and the width of a space in it, if it has any."""

    words: str
    space: float | None

    @property
    def hyphenated(self) -> bool:
        """Whether a hyphen ends it, added or the word's own."""
        return self.words.endswith(("-", "\u2010", "\u00ad"))


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a table's row.

    Spaces are parts of the font's own; `pairs` are hyphenated lines in a row; `rivers` run through three lines or more.
    """

    mean: float
    widest: float
    narrowest: float
    hyphens: int
    pairs: int
    rivers: int
    lines: int


def measured(
    paragraphs: Sequence[str], set_paragraphs: Sequence[Sequence[SetLine]], face: Face, size: float, measure: float
) -> Measured:
    """The figures of these paragraphs, set in `face`. Last lines have no say in spaces."""
    natural = face.width(" ", size)
    ratios: list[float] = []
    hyphens = pairs = streams = lines = 0
    for paragraph, set_lines in zip(paragraphs, set_paragraphs, strict=True):
        lines += len(set_lines)
        streams += len(rivers([_gaps(line, face, size, measure) for line in set_lines[:-1]]))
        for at, line in enumerate(set_lines[:-1]):
            if line.space is not None:
                ratios.append(line.space / natural)
            hyphens += added(paragraph, line, set_lines[at + 1])
            pairs += line.hyphenated and set_lines[at + 1].hyphenated and at + 2 < len(set_lines)
    return Measured(mean(ratios), max(ratios), min(ratios), hyphens, pairs, streams, lines)


def _gaps(line: SetLine, face: Face, size: float, measure: float) -> list[Gap]:
    natural = face.width(" ", size)
    words = [face.width(word, size) / natural for word in line.words.split(" ")]
    return gaps(words, line.space and line.space / natural, measure / natural)


def gaps(words: Sequence[float], space: float | None, measure: float) -> list[Gap]:
    """The gaps of a line that fills `measure`, given the natural widths of its words and that of its spaces as set.

    Its letters are as much wider or narrower than natural as it takes to fill it, by `SCALING` at most. All lengths are
    in parts of the font's own space.
    """
    if space is None:
        return []
    scale = (measure - space * (len(words) - 1)) / sum(words)
    scale = min(max(scale, 1 - SCALING), 1 + SCALING)
    found = []
    x = 0.0
    for word in words[:-1]:
        x += word * scale
        found.append((x, x + space))
        x += space
    return found


def added(paragraph: str, line: SetLine, following: SetLine) -> bool:
    """Whether a line ends with a hyphen that its paragraph does not have."""
    if not line.hyphenated:
        return False
    joined = line.words[:-1].split(" ")[-1] + "-" + following.words.split(" ")[0]
    return joined.rstrip("-\u00ad\u2010") not in paragraph


def space_of(face: Face, size: float, words: str, width: float) -> float | None:
    """The width of a space in a line of plain text `width` pt wide; None for a line of one word."""
    spaces = words.count(" ")
    letters = sum(face.width(word, size) for word in words.split(" "))
    return (width - letters) / spaces if spaces else None
