"""Drawing: one function a kind of box. Whatever takes thought belongs in layout."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import assert_never
from urllib.parse import quote

from docgen.document.kernel import Drawing
from docgen.document.paths import Cap, ClosePath, CurveTo, Join, LineTo, MoveTo, Shape
from docgen.layout.hyphenate import SOFT_HYPHEN
from docgen.layout.page import Box, Fragment, Page, PictureBox, RuleBox, TextLine
from docgen.records import dataclass
from docgen.style.pictures import Pictures
from docgen.writers.pdf.elements import Area, Attributes, Element
from docgen.writers.pdf.fonts import JOINT, SPACES, Font, is_joint
from docgen.writers.pdf.images import add_image
from docgen.writers.pdf.inline import owner_of
from docgen.writers.pdf.marking import Artifact, Marking
from docgen.writers.pdf.sheets import Sheets
from docgen.writers.pdf.structure import Structure

_URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"
_CAPS: Mapping[Cap, int] = {"butt": 0, "round": 1, "square": 2}
_JOINS: Mapping[Join, int] = {"miter": 0, "round": 1, "bevel": 2}


@dataclass
class Pen:
    """The text state of the page as the operators written so far left it; None where nothing set it yet."""

    font: tuple[str, float] | None = None
    colour: str | None = None
    scale: float = 1.0
    rise: float = 0.0


class Draughtsman:
    """Draws pages on sheets, box by box in reading order, and gives what it draws to the elements of a structure.

    `draw` is the one way in for a box and knows its node: what is marked and tagged around a box is marked there.
    """

    def __init__(
        self,
        sheets: Sheets,
        fonts: Mapping[str, Font],
        pictures: Pictures,
        destinations: Collection[str],
        structure: Structure,
    ) -> None:
        self.marking = Marking(sheets)
        self._sheets = sheets
        self._fonts = fonts
        self._pictures = pictures
        self._destinations = destinations
        self._structure = structure
        self._images: dict[str, str] = {}
        self._pen = Pen()

    def page(self, page: Page) -> None:
        """Draw one page and end it."""
        self._sheets.setPageSize((page.width, page.height))
        self._pen = Pen()
        for box in page.boxes:
            self.draw(box)
        for anchor in page.anchors:
            if anchor.node in self._destinations:
                self._sheets.bookmarkPage(anchor.node, "XYZ", left=round(anchor.x), top=round(anchor.y), zoom=0)
        self.marking.end_page()
        self._sheets.showPage()

    def draw(self, box: Box) -> None:
        """Draw one box, which belongs to the node `box.node`."""
        match box:
            case TextLine():
                self._text_line(box)
            case PictureBox():
                self._picture(box)
            case RuleBox():
                self._rule(box)
            case _:
                assert_never(box)

    def _text_line(self, line: TextLine) -> None:
        led: list[tuple[Element, list[Fragment]]] = []
        joint = line.fragments[-1] if line.fragments and is_joint(line.end) else None
        for fragment in line.fragments:
            end = JOINT if fragment is joint else ""
            if line.furniture is not None:
                self._fragment(fragment, line.y, Artifact.of(line.furniture), end)
                continue
            owner = owner_of(fragment, self._structure, self._destinations)
            self._fragment(fragment, line.y, owner.element, end)
            if owner.link is not None:
                if not led or led[-1][0] is not owner.link:
                    led.append((owner.link, []))
                led[-1][1].append(fragment)
        for link, fragments in led:
            self._area(link, fragments, line.y)

    def _fragment(self, fragment: Fragment, y: float, owner: Element | Artifact, end: str) -> None:
        """Show a fragment, and `end` behind it; where it prints other than was written, what was written goes with it.

        ActualText keeps the written case for search, copying and reading aloud, and characters that the face lacks.
        """
        font = self._fonts[fragment.face]
        written = fragment.written
        if written is None and font.lacks(fragment.text):
            written = fragment.text
        if written is not None and end:
            written += SOFT_HYPHEN
        self.marking.begin(owner, written)
        pen, operators = self._pen, []
        if pen.colour != fragment.colour:
            operators.append(f"{_rgb(fragment.colour)} rg")
        if pen.scale != fragment.scale:
            operators.append(f"{_number(fragment.scale * 100)} Tz")
        if pen.rise != fragment.rise:
            operators.append(f"{_number(fragment.rise)} Ts")
        if pen.font != (font.resource, fragment.size):
            operators.append(f"{font.resource} {_number(fragment.size)} Tf")
        pen.colour, pen.scale, pen.rise = fragment.colour, fragment.scale, fragment.rise
        pen.font = (font.resource, fragment.size)
        operators.append(f"1 0 0 1 {_number(fragment.x)} {_number(y)} Tm")
        self.marking.show(*operators, _show(fragment.text + end, fragment, font))

    def _area(self, link: Element, fragments: Sequence[Fragment], y: float) -> None:
        """Let what a line has of a link lead there."""
        first, last = fragments[0], fragments[-1]
        face = self._fonts[first.face].face
        low = y + first.rise - face.descent(first.size)
        high = y + first.rise + face.ascent(first.size)
        area = tuple(round(edge, 3) for edge in (first.x, low, last.x + last.width, high))
        url = quote(first.url, safe=_URL_CHARACTERS) if first.url is not None else None
        number = self._sheets.link(area, url, first.target)
        link.kids.append(Area(self.marking.page, number))

    def _picture(self, box: PictureBox) -> None:
        figure = self._structure.figures.get(box.node) if box.furniture is None else None
        if figure is not None:
            edges = (box.x, box.y, box.x + box.width, box.y + box.height)
            figure.attributes = Attributes("Layout", {"Placement": "Block", "BBox": edges})
        self.marking.begin(figure or (Artifact.of(box.furniture) if box.furniture else Artifact.LAYOUT))
        self.marking.paint()
        self._sheets.saveState()
        if isinstance(box.picture, Drawing):
            width, height = box.picture.size
            self._sheets.transform(box.width / width, 0, 0, box.height / height, box.x, box.y)
            for shape in box.picture.shapes:
                self._shape(shape)
        else:
            self._sheets.transform(box.width, 0, 0, box.height, box.x, box.y)
            self._sheets.doForm(self._image(box.picture))
        self._sheets.restoreState()

    def _image(self, path: str) -> str:
        """The resource name of a picture, which is added to the document when first shown."""
        name = self._images.get(path)
        if name is None:
            name = self._images[path] = f"picture-{len(self._images) + 1}"
            add_image(self._sheets, self._pictures[path], name)
        return name

    def _shape(self, shape: Shape) -> None:
        write = self._sheets.write
        if shape.fill:
            write(f"{_rgb(shape.fill)} rg")
        if shape.stroke:
            write(f"{_rgb(shape.stroke)} RG", f"{_number(shape.stroke_width)} w")
            write(f"{_CAPS[shape.cap]} J", f"{_JOINS[shape.join]} j", "4 M")
        write(*_path(shape))
        write(_painting(shape))

    def _rule(self, box: RuleBox) -> None:
        area = " ".join(_number(edge) for edge in (box.x, box.y, box.width, box.height))
        self.marking.begin(Artifact.LAYOUT)
        self.marking.paint("q", f"{_rgb(box.colour)} rg", f"{area} re f", "Q")


def _show(text: str, fragment: Fragment, font: Font) -> str:
    """The operator that shows a fragment's text, moved by each kern and behind each space (ISO 32000-1, 9.4.3).

    The word space is among the moves because the operator for it knows no spaces but those of one-byte codes.
    """
    moves = dict(font.face.kerns(text))
    if fragment.word_space:
        stretch = fragment.word_space / fragment.size
        for at, character in enumerate(text[:-1], start=1):
            if character in SPACES:
                moves[at] = moves.get(at, 0.0) + stretch
    if not moves:
        return f"<{font.encode(text)}> Tj"
    parts, start = [], 0
    for at in sorted(moves):
        parts.append(f"<{font.encode(text[start:at])}>{_number(round(moves[at] * -1000, 2))}")
        start = at
    return f"[{''.join(parts)}<{font.encode(text[start:])}>] TJ"


def _path(shape: Shape) -> Iterator[str]:
    """The steps as path operators (ISO 32000-1, 8.5.2)."""
    for step in shape.steps:
        match step:
            case MoveTo():
                yield f"{_number(step.x)} {_number(step.y)} m"
            case LineTo():
                yield f"{_number(step.x)} {_number(step.y)} l"
            case CurveTo():
                points = (step.x1, step.y1, step.x2, step.y2, step.x, step.y)
                yield f"{' '.join(_number(point) for point in points)} c"
            case ClosePath():
                yield "h"
            case _:
                assert_never(step)


def _painting(shape: Shape) -> str:
    """The operator that fills and strokes a path as asked (ISO 32000-1, 8.5.3)."""
    if shape.fill:
        return f"{'B' if shape.stroke else 'f'}{'*' if shape.even_odd else ''}"
    return "S" if shape.stroke else "n"


def _rgb(colour: str) -> str:
    """`#rrggbb` as three numbers from 0 to 1."""
    return " ".join(_number(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _number(value: float) -> str:
    """A number as PDF writes it: no exponent, no more digits than any device can show."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value else "0"
