"""Pages as data: words and boxes at x, y in pt, from the lower left corner of the sheet.

Layout makes these and the PDF writer draws them; nothing is decided while drawing. Every box knows the node it belongs
to, so that tags, page numbers and a preview's way back to the source need no search.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from docgen.document.kernel import Drawing
from docgen.records import dataclass


class Lengths(dict[float, float]):
    """The lengths that places and sizes are given in, rounded, and each kept once.

    Most of a document's stand in it again and again; a number of its own for each would take a tenth of the memory.
    """

    def length(self, value: float) -> float:
        """A length to the thousandth of a pt, finer than any device can show."""
        value = round(value, 3)
        return self.setdefault(value, value)

    def scale(self, value: float) -> float:
        """A scale that moves no line's end by more than that."""
        value = round(value, 5)
        return self.setdefault(value, value)


class LineEnd(Enum):
    """What a line ends with, so that words divided between two lines can be put together again.

    `SPACE`: between two words. `HYPHEN`: inside a word, a hyphen (U+00AD) added. `INSIDE`: inside a word, after a
    hyphen, a dash or a stroke of its own, nothing added. `FORCED`: inside a word wider than the measure, where no rule
    allows it, nothing added. `LAST`: the end of the paragraph, or one that was asked for.
    """

    SPACE = "space"
    HYPHEN = "hyphen"
    INSIDE = "inside"
    FORCED = "forced"
    LAST = "last"

    @property
    def divides(self) -> bool:
        """Whether the next line goes on in the same word."""
        return self in (LineEnd.HYPHEN, LineEnd.INSIDE, LineEnd.FORCED)


class Furnishing(Enum):
    """What is on a page and no part of the text.

    `HEADER` and `FOOTER` stand in the margins of many pages, `REPEATED` is a table's head set again.
    """

    HEADER = "header"
    FOOTER = "footer"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line set in one face.

    `text` is what is printed (capitals applied, an added hyphen as U+00AD at the end); `written` what was written,
    where that differs, else None. `x` is where it begins, `width` how far it reaches (pt). `word_space` is added to
    every space (pt), then everything is made `scale` times as wide. `url` and `target` are what it links to. `node` is
    the id of the node it belongs to, `language` its own (BCP 47).
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
    scale: float = 1.0

    def moved(self, x: float) -> Fragment:
        """The fragment, this much further right."""
        return self._placed(self.x + x, self.width, self.word_space, self.scale)

    def settled(self, x: float, lengths: Lengths) -> Fragment:
        """The fragment where it stays, this much further right."""
        length, scale = lengths.length, lengths.scale(self.scale)
        return self._placed(length(self.x + x), length(self.width), length(self.word_space), scale)

    def _placed(self, x: float, width: float, word_space: float, scale: float) -> Fragment:
        # Written out: `replace` takes three times as long, and every word of a document comes through here.
        return Fragment(
            self.text,
            x,
            width,
            self.face,
            self.size,
            self.colour,
            self.node,
            self.language,
            self.written,
            word_space,
            self.rise,
            self.url,
            self.target,
            scale,
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text on its baseline `y`; `end` is what it ends with.

    Its `node` is empty in the title over notes, which layout adds to the text.
    """

    y: float
    fragments: tuple[Fragment, ...]
    node: str
    role: str
    furniture: Furnishing | None = None
    end: LineEnd = LineEnd.LAST

    def moved(self, x: float, y: float) -> TextLine:
        """The line, this much further right and up."""
        fragments = tuple([fragment.moved(x) for fragment in self.fragments]) if x else self.fragments
        return TextLine(self.y + y, fragments, self.node, self.role, self.furniture, self.end)

    def settled(self, x: float, y: float, lengths: Lengths) -> TextLine:
        """The line where it stays, this much further right and up."""
        fragments = tuple([fragment.settled(x, lengths) for fragment in self.fragments])
        return TextLine(lengths.length(self.y + y), fragments, self.node, self.role, self.furniture, self.end)


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
    furniture: Furnishing | None = None


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
