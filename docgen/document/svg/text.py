"""Text set in the style's faces: where each letter stands, and its outline."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import groupby

from docgen.document.paths import Step
from docgen.document.svg.elements import Element
from docgen.document.svg.glyphs import outline
from docgen.document.svg.look import Look, inherit, shows
from docgen.document.svg.matrix import Matrix
from docgen.document.svg.numbers import read_lengths
from docgen.document.svg.shapes import Measures
from docgen.document.svg.stylesheet import Stylesheet
from docgen.records import dataclass
from docgen.style.fonts import INVISIBLE, Face
from docgen.style.model import Family

MOST_LETTERS = 5_000

_SPACES = " \t\r\n"
_AS_PATHS = "turn it into paths, or save the drawing as PNG"


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character, how it looks, and where it stands: `x`, `y` at a place of its own, `dx`, `dy` moved."""

    character: str
    look: Look
    face: Face
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0


@dataclass(slots=True)
class _Places:
    """The places that an element gives its letters one by one; `next` is the next letter's number."""

    x: Sequence[float]
    y: Sequence[float]
    dx: Sequence[float]
    dy: Sequence[float]
    next: int = 0


@dataclass(slots=True)
class _Reader:
    """Collects the letters of a <text>, white space made single spaces as browsers do."""

    sheet: Stylesheet
    family: Family
    measures: Measures
    letters: list[_Letter] = field(default_factory=list)
    places: list[_Places] = field(default_factory=list)
    hidden: int = 0

    def read(self, element: Element, look: Look, keeps_space: bool) -> None:
        """Read an element whose look is `look`."""
        for name in ("rotate", "textLength"):
            if name in element.attributes:
                raise element.fault(f"<{element.name}> has a {name}, which docgen does not draw", _AS_PATHS)
        keeps_space = element.attributes.get("xml:space", "preserve" if keeps_space else "") == "preserve"
        self.places.append(self._places(element, look))
        for part in element.content:
            if isinstance(part, str):
                for character in part:
                    self._add(character, look, keeps_space, element)
            elif part.name == "tspan":
                properties = self.sheet.properties(part)
                if shows(properties):
                    self.read(part, inherit(look, properties, self.measures.diagonal), keeps_space)
            else:
                raise part.fault(f"there is <{part.name}> inside a text, which docgen does not draw", _AS_PATHS)
        self.places.pop()

    def _places(self, element: Element, look: Look) -> _Places:
        def given(name: str, whole: float) -> list[float]:
            written = element.written(name)
            return read_lengths(written, whole, look.font_size) if written and written.value.strip() else []

        width, height = self.measures.width, self.measures.height
        return _Places(given("x", width), given("y", height), given("dx", width), given("dy", height))

    def _add(self, character: str, look: Look, keeps_space: bool, element: Element) -> None:
        if character in _SPACES:
            if not keeps_space and (not self.letters or self.letters[-1].character == " "):
                return
            character = " "
        face = self.family.face(look.bold, look.italic)
        if not face.has(character):
            what = f"a text has the character '{character}' (U+{ord(character):04X}), which the style's font has not"
            raise element.fault(what, _AS_PATHS)
        if unicodedata.bidirectional(character) in ("R", "AL"):
            raise element.fault("a text runs from right to left, which docgen does not set", _AS_PATHS)
        if len(self.letters) >= MOST_LETTERS:
            raise element.fault(f"a text has more than {MOST_LETTERS} characters", _AS_PATHS)
        self.letters.append(self._placed(_Letter(character, look, face)))

    def _placed(self, letter: _Letter) -> _Letter:
        """A letter where the innermost element that says so puts it."""
        x: float | None = None
        y: float | None = None
        dx = dy = 0.0
        for places in self.places:
            at = places.next
            places.next += 1
            x = places.x[at] if at < len(places.x) else x
            y = places.y[at] if at < len(places.y) else y
            dx = places.dx[at] if at < len(places.dx) else dx
            dy = places.dy[at] if at < len(places.dy) else dy
        return _Letter(letter.character, letter.look, letter.face, x, y, dx, dy)


def set_text(
    element: Element, look: Look, sheet: Stylesheet, family: Family, measures: Measures
) -> Iterator[tuple[Look, tuple[Step, ...]]]:
    """The outlines of a <text>, in the user's units, as many paths as it has looks. Raises `Undrawable`."""
    reader = _Reader(sheet, family, measures)
    reader.read(element, look, keeps_space=False)
    letters = reader.letters
    while letters and letters[-1].character == " ":
        letters.pop()
    placed = [placed for chunk in _chunks(letters) for placed in chunk]
    for shared, group in groupby(placed, key=lambda found: found[0].look):
        steps = tuple([step for letter, x, y in group for step in _outline(letter, x, y)])
        if steps:
            yield shared, steps


_Placed = tuple[_Letter, float, float]


def _chunks(letters: Sequence[_Letter]) -> Iterator[list[_Placed]]:
    """Letters with their places; those up to the next place of its own are aligned as one."""
    x = y = 0.0
    chunk: list[_Placed] = []
    before: _Letter | None = None
    for letter in letters:
        if letter.x is not None or letter.y is not None:
            yield _aligned(chunk, x)
            x = letter.x if letter.x is not None else x
            y = letter.y if letter.y is not None else y
            chunk, before = [], None
        x += letter.dx
        y += letter.dy
        if before and before.face == letter.face:
            x += letter.face.kern(before.character + letter.character) * letter.look.font_size
        chunk.append((letter, x, y))
        x += _advance(letter) + letter.look.letter_spacing
        before = letter
    yield _aligned(chunk, x)


def _aligned(chunk: list[_Placed], end: float) -> list[_Placed]:
    if not chunk:
        return []
    first, start, _ = chunk[0]
    back = (end - (start - first.dx)) * first.look.anchor
    return [(letter, x - back, y) for letter, x, y in chunk]


def _advance(letter: _Letter) -> float:
    """How wide a letter is; a space without a glyph of its own is as wide as a plain one."""
    character, face, size = letter.character, letter.face, letter.look.font_size
    if face.has_glyph(character):
        return face.width(character, size)
    return 0.0 if character in INVISIBLE else face.width(" ", size)


def _outline(letter: _Letter, x: float, y: float) -> tuple[Step, ...]:
    if not letter.face.has_glyph(letter.character) or letter.character == " ":
        return ()
    size = letter.look.font_size
    return Matrix(size, 0.0, 0.0, -size, x, y).steps(outline(letter.face, letter.character))
