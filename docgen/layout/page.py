"""Pages as data: words and boxes at x, y in pt, from the lower left corner of the sheet.

Layout makes these and the PDF writer draws them; nothing is decided while drawing. Every box knows the node it belongs
to, so that tags, page numbers and a preview's way back to the source need no search.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from docgen.document.kernel import Drawing


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line set in one face.

    `text` is what is printed (capitals applied, an added hyphen as U+00AD at the end); `written` what was written,
    where that differs, else None. `x` is where it begins; `word_space` is added to every space (pt). `url` and
    `target` are what it links to. `node` is the id of the node it belongs to, `language` its own (BCP 47).
    """

    text: str
    x: float
    width: float
    face: str
    size: float
    colour: str
    node: str
    language: str
    written: str | None = None
    word_space: float = 0.0
    rise: float = 0.0
    url: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text on its baseline `y`."""

    y: float
    fragments: tuple[Fragment, ...]
    node: str
    role: str
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture in its frame; `picture` is a key of `Pictures`, or a drawing to be scaled to the frame."""

    x: float
    y: float
    width: float
    height: float
    picture: str | Drawing
    alternative: str | None
    node: str


@dataclass(frozen=True, slots=True)
class RuleBox:
    """A filled strip: a rule, a table's line, the short rule over notes. Never content."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    node: str = ""


Box: TypeAlias = TextLine | PictureBox | RuleBox


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a node begins on its page: the target of links, outline entries and page references."""

    node: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, its boxes in reading order; `number` counts from 1."""

    number: int
    width: float
    height: float
    boxes: tuple[Box, ...]
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The whole document placed."""

    pages: tuple[Page, ...]

    def number_of(self, node: str) -> int | None:
        """The page on which a node begins."""
        for page in self.pages:
            if any(anchor.node == node for anchor in page.anchors):
                return page.number
        return None
