"""What a style holds: page, columns, roles, fonts, furniture, wording. Lengths are pt.

The parts are bound from `style.yaml` as they stand here; `Style` is the whole, ready for compose, layout and writers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from types import MappingProxyType
from typing import Annotated

from docgen.reading.shapes import Key
from docgen.records import dataclass
from docgen.style.colour import BLACK, Colour
from docgen.style.fonts import Face
from docgen.style.logo import Logo, MarginLogo
from docgen.style.panel import Panel
from docgen.style.wording import Wording


class Align(Enum):
    """How lines fill their measure."""

    LEFT = "left"
    JUSTIFY = "justify"
    CENTRE = "centre"
    RIGHT = "right"


class NotePlace(Enum):
    """Where notes stand: at the foot of the page that refers to them, or together behind the text."""

    FOOT = "foot"
    END = "end"


class Part(Enum):
    """A part of the masthead, in the usual order: the publisher's logo, then the hosts', then the words."""

    LOGO = "logo"
    LOGOS = "logos"
    LABEL = "label"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    VENUE = "venue"
    INTRODUCTION = "introduction"


@dataclass(frozen=True, slots=True)
class PageSize:
    """The sheet and what stays free on it, in pt."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Columns:
    """How many columns the running text has, and the space between them."""

    count: Annotated[int, Key("number of columns", ("2",))]
    gutter: Annotated[float, Key("space between two columns", ("25",))]
    balance: Annotated[bool, Key("whether columns end level that text does not fill, as on the last page")] = True

    def measure(self, page: PageSize) -> float:
        """The width of one column."""
        return (page.measure - self.gutter * (self.count - 1)) / self.count


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How the text of one role looks.

    `capitals` prints capitals; the document keeps the written case, and so does what is extracted from the output.
    """

    size: Annotated[float, Key("type size", ("10",))]
    leading: Annotated[float, Key("distance from baseline to baseline", ("11.5",))]
    bold: Annotated[bool, Key("set in the bold face")] = False
    italic: Annotated[bool, Key("set in the italic face")] = False
    align: Annotated[Align, Key("how lines fill their measure")] = Align.LEFT
    before: Annotated[float, Key("space above")] = 0.0
    after: Annotated[float, Key("space below")] = 0.0
    indent: Annotated[float, Key("space to the left of every line")] = 0.0
    keep_with_next: Annotated[bool, Key("never the last thing in a column")] = False
    capitals: Annotated[bool, Key("printed in capitals")] = False
    hyphenate: Annotated[bool, Key("words may be divided")] = True
    colour: Annotated[Colour, Key("colour of the text", ('"#1f3864"',))] = BLACK


@dataclass(frozen=True, slots=True)
class PdfPart:
    """What only the PDF can do. It never changes what is said."""

    glyph_scaling: Annotated[
        float, Key("how far letters of a line may be widened or narrowed, as a part of 1; at most 0.02", ("0.02",))
    ] = 0.0
    protrusion: Annotated[bool, Key("whether punctuation hangs over the edges of the lines")] = False


NOTHING_OWN = PdfPart()


@dataclass(frozen=True, slots=True)
class FurnitureText:
    """Header and footer: text with `{title}`, `{page}` and `{pages}`, empty for none; and the publisher's logo."""

    header: Annotated[str, Key("at the head of the page")] = ""
    footer: Annotated[str, Key("at the foot of the page")] = ""
    logo: Annotated[MarginLogo | None, Key("the publisher's logo in one of them", ("{in: header}",))] = None


@dataclass(frozen=True, slots=True)
class Family:
    """The four faces of a text family, and what Word calls it: a family with the same widths, or its own name.

    `embedded` says that its files go into Word files, where no family of that name can be expected.
    """

    name: str
    word_name: str
    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    embedded: bool = False

    def face(self, bold: bool, italic: bool) -> Face:
        """The face for a weight and a slant."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@dataclass(frozen=True, slots=True)
class WordBase:
    """A Word template that a style brings, looked through and found harmless.

    `data` are its bytes, `digest` tells them from others; `styles` are the names of its styles that stand for docgen's,
    by docgen's ids. `header` and `footer` are the distances of its header and footer from the edges of the sheet, pt.
    """

    path: str
    data: bytes = field(repr=False)
    digest: str
    styles: tuple[tuple[str, str], ...]
    header: float
    footer: float


NO_PALETTE: Mapping[str, Colour] = MappingProxyType({})
NO_PANELS: Mapping[str, Panel] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Style:
    """A brand, ready for compose, layout and the writers. Every `Role` has its text style.

    `panels` are the boxes that groups are set in, by their roles.
    """

    name: str
    page: PageSize
    columns: Columns
    family: Family
    roles: Mapping[str, TextStyle]
    first_page: FurnitureText
    other_pages: FurnitureText
    logo_height: float
    masthead: tuple[Part, ...]
    prints_people: bool
    pdf: PdfPart
    wordings: Mapping[str, Wording]
    palette: Mapping[str, Colour] = field(default_factory=lambda: NO_PALETTE)
    panels: Mapping[str, Panel] = field(default_factory=lambda: NO_PANELS)
    base: WordBase | None = None
    logo: Logo | None = None
    notes: NotePlace = NotePlace.FOOT

    @property
    def link(self) -> Colour | None:
        """The colour of links, which are underlined; that of their text where the palette names none `link`."""
        return self.palette.get("link")

    def text(self, role: str) -> TextStyle:
        """How `role` looks."""
        return self.roles[role]

    def speaks(self, language: str) -> bool:
        """Whether there is wording for a language (BCP 47), or at least for its primary tag."""
        return language in self.wordings or language.split("-")[0] in self.wordings

    def wording(self, language: str) -> Wording:
        """The wording for a language, by its primary tag where there is none for the region.

        A part in a language without wording, such as a quotation, is labelled in the first there is: English.
        """
        primary = language.split("-")[0]
        return self.wordings.get(language) or self.wordings.get(primary) or self.wordings["en"]
