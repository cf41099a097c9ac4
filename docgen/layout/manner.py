"""The manner in which the runs of one paragraph are set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from docgen.layout.items import Look
from docgen.layout.shapes import PLAIN, BreakSettings
from docgen.records import dataclass
from docgen.style.model import Family, TextStyle


@dataclass
class PageNumbers:
    """The page on which each node begins, as far as an earlier pass found out.

    `asked` tells whether anything was set that depends on them, so that a second pass is worth its while.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    count: int = 0
    asked: bool = False

    def of(self, node: str) -> str:
        """The number of the page on which `node` begins."""
        self.asked = True
        return str(self.pages.get(node, 0))

    def total(self) -> str:
        """How many pages there are."""
        self.asked = True
        return str(self.count)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the runs of one paragraph are set: the text style of its role, its node, role and language.

    Links are underlined, and in `link_colour` where there is one; `plain_links` look like the text around them. The
    words of `names` are not hyphenated. `on_grid` says that its lines stand on the grid.
    """

    text: TextStyle
    family: Family
    numbers: PageNumbers
    node: str
    role: str
    language: str
    breaking: BreakSettings = PLAIN
    link_colour: str | None = None
    plain_links: bool = False
    names: frozenset[str] = frozenset()
    on_grid: bool = False

    @property
    def baseline(self) -> float:
        """The distance from a line's top to its baseline: the face stands in the middle of its leading."""
        face, size = self.family.face(self.text.bold, self.text.italic), self.text.size
        ascent = face.ascent(size)
        return ascent + (self.text.leading - ascent - face.descent(size)) / 2

    def look(
        self, *, bold: bool = False, italic: bool = False, language: str | None = None, hyphenate: bool = True
    ) -> Look:
        """The look of a run; emphasis inside italic text stands upright."""
        text = self.text
        face = self.family.face(text.bold or bold, text.italic != italic)
        return Look(
            face,
            text.size,
            text.colour,
            language or self.language,
            text.capitals,
            hyphenate=text.hyphenate and hyphenate,
        )
