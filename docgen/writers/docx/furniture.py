"""Headers and footers: in the middle of their margins, the publisher's logo on the line beside the words.

The logo stands in the text of its header, as letters do, so that nothing floats: tab stops move it and the words to
where layout has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.document.kernel import Alignment, Figure, Furniture, Paragraph
from docgen.document.reproduction import LOGO_GAP, MOST_LOGO, Size, figure_size
from docgen.document.tree import plain
from docgen.layout.manner import Manner, PageNumbers
from docgen.layout.page import TextLine
from docgen.layout.paragraph import set_paragraph
from docgen.records import dataclass
from docgen.style.model import Align
from docgen.writers.docx.block import Tab, WordParagraph
from docgen.writers.docx.blocks import set_blocks
from docgen.writers.docx.figures import logo_run
from docgen.writers.docx.frame import Frame
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.package import Part
from docgen.writers.docx.rules import settled
from docgen.writers.docx.styles import LOGOS
from docgen.writers.docx.template import FurniturePart
from docgen.writers.docx.wordml import root, run, twips
from docgen.writers.writer import Edition

_TAB = run("<w:tab/>")

_WIDEST = 1.5
"""How much wider words can be in capitals, or where some are strong, than as their style has them."""


@dataclass(frozen=True, slots=True)
class _Margin:
    """What stands in one margin of a page, and how high: `lines` of words, beside the logo or below it."""

    words: Paragraph | None
    logo: Figure | None
    size: Size
    lines: int
    beside: bool
    room: float
    leading: float

    @classmethod
    def of(cls, page: Furniture, place: str, edition: Edition) -> _Margin:
        sheet, look = edition.style.page, edition.style.text(place)
        words, logo = (page.header, page.header_logo) if place == "header" else (page.footer, page.footer_logo)
        size = figure_size(logo, edition.pictures, MOST_LOGO * sheet.measure, sheet.height) if logo else (0.0, 0.0)
        beside, lines = False, 0
        if words is not None:
            taken = (size[0] + LOGO_GAP) * (2 if look.align is Align.CENTRE else 1)
            beside = logo is not None and _lines(words, sheet.measure - taken, edition) == 1
            lines = 1 if beside else _lines(words, sheet.measure, edition)
        room = sheet.top if place == "header" else sheet.bottom
        return cls(words, logo, size, lines, beside, room, look.leading)

    @property
    def height(self) -> float:
        """The height in pt; of a margin with nothing in it, that of a line."""
        if self.beside:
            return max(self.size[1], self.leading)
        return self.size[1] + self.lines * self.leading if self.logo or self.lines else self.leading

    @property
    def distance(self) -> float:
        """How far from the edge of the sheet it stands in the middle of its margin."""
        return max((self.room - self.height) / 2, 0.0)


class Margins:
    """The headers and footers of an edition's pages.

    `header` and `footer` are how far they stand from the edges of the sheet, in pt, which is the same on all pages of a
    section: as far as a Word template has it, else so that the highest stands in the middle of its margin.
    """

    def __init__(self, edition: Edition) -> None:
        document, base = edition.document, edition.style.base
        self._kinds = {
            (place, first): _Margin.of(document.first_page if first else document.other_pages, place, edition)
            for place in ("header", "footer")
            for first in (True, False)
        }
        self.header = base.header if base else self._least("header")
        self.footer = base.footer if base else self._least("footer")

    def of(self, part: FurniturePart) -> _Margin:
        """What stands in the margin that a part is for."""
        return self._kinds[part.place, part.first]

    def _least(self, place: str) -> float:
        return min(self._kinds[place, first].distance for first in (True, False))


def furniture_part(part: FurniturePart, frame: Frame, story: Story, margins: Margins) -> Part:
    """A header or footer; where the document has none, the empty paragraph that Word wants there."""
    edition, margin = story.ledger.edition, margins.of(part)
    words = margin.words or Paragraph(runs=(), span=edition.document.span, role=part.place)
    blocks = settled(set_blocks([words], frame, story), edition.style)
    paragraphs = [block for block in blocks if isinstance(block, WordParagraph)]
    if margin.logo is not None:
        paragraphs = list(_with_logo(margin.logo, margin, paragraphs, part.stops, story))
    if edition.style.base is None and (margin.words or margin.logo):
        if part.place == "header":
            paragraphs[0] = replace(paragraphs[0], before=_more(margin.distance - margins.header))
        else:
            paragraphs[-1] = replace(paragraphs[-1], after=_more(margin.distance - margins.footer))
    content = "".join(paragraph.xml() for paragraph in paragraphs)
    data = root("hdr" if part.place == "header" else "ftr", content)
    return Part(part.name, data.encode(), part.content_type, story.relations.all())


def _more(distance: float) -> float | None:
    return distance if distance > 0.05 else None


def _with_logo(
    logo: Figure, margin: _Margin, words: list[WordParagraph], stops: Sequence[float], story: Story
) -> Iterator[WordParagraph]:
    """The logo before or behind the words; above them where they take more than a line, alone where there are none.

    `stops` are the tab stops that the words' style has.
    """
    shown = logo_run(logo, margin.size, story)
    if margin.beside:
        joined = _joined(words[0], shown, logo.align, margin, story)
        kept = {twips(tab.at) for tab in joined.tabs}
        others = [Tab("clear", stop) for stop in stops if twips(stop) not in kept]
        yield replace(joined, tabs=tuple(sorted((*others, *joined.tabs), key=lambda tab: tab.at)))
        return
    align = {Alignment.LEFT: "left", Alignment.RIGHT: "right"}.get(logo.align, "center")
    yield WordParagraph(style=LOGOS, content=shown, width=words[0].width, align=align)
    if margin.words is not None:
        yield from words


def _joined(words: WordParagraph, logo: str, where: Alignment, margin: _Margin, story: Story) -> WordParagraph:
    """Words and logo on one line as high as the higher of them, each at its tab stop."""
    style = story.ledger.edition.style
    measure, free = style.page.measure, margin.size[0] + LOGO_GAP
    align = style.text(margin.words.role).align if margin.words is not None else Align.LEFT
    left = where is Alignment.LEFT
    stop = {
        Align.CENTRE: Tab("center", measure / 2),
        Align.RIGHT: Tab("right", measure if left else measure - free),
    }.get(align, Tab("left", free) if left else None)
    tabs = (*([stop] if stop else []), *([] if left else [Tab("right", measure)]))
    before = _TAB if stop else ""
    content = logo + before + words.content if left else before + words.content + _TAB + logo
    return replace(words, content=content, tabs=tabs, align="left", grows=True, left=None, right=None)


def _lines(words: Paragraph, measure: float, edition: Edition) -> int:
    """How many lines words take."""
    document, style = edition.document, edition.style
    look = style.text(words.role)
    manner = Manner(look, style.family, PageNumbers(), words.id, words.role, words.language or document.language)
    said = style.family.face(look.bold, look.italic).width(plain(words.runs), look.size)
    if said * _WIDEST < measure:
        return 1  # no need to ask layout
    strips = set_paragraph(words.runs, manner, 0.0, max(measure, 1.0))
    return len([box for strip in strips for box in strip.boxes if isinstance(box, TextLine)])
