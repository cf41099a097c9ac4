"""`style.yaml` as it is written: what the binder makes a style from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Self

from docgen.findings import Finding, Span
from docgen.reading.binding import Binder
from docgen.reading.nodes import Node
from docgen.reading.schema import Schema, SchemaMaker
from docgen.reading.shapes import Key, Keyed, Misread
from docgen.reading.text import Name, Text
from docgen.records import dataclass
from docgen.style.colour import Colour
from docgen.style.logo import Logo
from docgen.style.model import NOTHING_OWN, Columns, FurnitureText, NotePlace, PageSize, Part, PdfPart, TextStyle
from docgen.style.panel import Panel
from docgen.style.wording import Wording


class Paper(Enum):
    """A sheet by its name (ISO 216, ANSI/ASME Y14.1)."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pt, upright."""
        return (612.0, 792.0) if self is Paper.LETTER else (595.276, 841.89)


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A type size and its leading in pt, written as printers do: `11/12.65`."""

    size: float
    leading: float
    span: Span

    @classmethod
    def read(cls, text: Text) -> Self:
        """Read size and leading. Raises `Misread`."""
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)", text.value, re.ASCII)
        if not found:
            raise Misread("wrong-type", f"'{text}' is not a type size with its leading", "write it as 11/12.65, in pt")
        size, leading = float(found[1]), float(found[2])
        if not 6 <= size <= 24 or not size <= leading <= 2 * size:
            raise Misread(
                "out-of-range",
                f"{text} cannot be read as text",
                "choose a size of 6 to 24 pt, and a leading of its size to twice that",
            )
        return cls(size, leading, text.span())


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSheet:
    """Sheet and margins: the sheet by name, or by its width and height."""

    span: Span
    paper: Annotated[Paper | None, Key("the sheet by its name", ("a4",))] = None
    width: Annotated[float | None, Key("width of the sheet, where it has no name", ("612",))] = None
    height: Annotated[float | None, Key("height of the sheet, where it has no name", ("792",))] = None
    top: Annotated[float, Key("margin above the text", ("72",))]
    right: Annotated[float, Key("margin right of the text", ("72",))]
    bottom: Annotated[float, Key("margin below the text", ("72",))]
    left: Annotated[float, Key("margin left of the text", ("72",))]

    def check(self) -> Iterator[Finding]:
        """The sheet has a size, and room between its margins."""
        if self.paper is None and not self._is_measured:
            yield Finding.error(
                self.span, "missing-key", "this sheet has neither a name nor a width and a height", "add:  paper: a4"
            )
            return
        page = self.page
        if page.measure < 144 or page.height - page.top - page.bottom < 144:
            yield Finding.error(
                self.span, "out-of-range", "the margins leave no room for text", "leave two inches (144 pt) at least"
            )

    @property
    def _is_measured(self) -> bool:
        return self.width is not None and self.height is not None

    @property
    def page(self) -> PageSize:
        """The page in pt; a width and a height go before a name, which may be an extended style's."""
        named = self.paper.size if self.paper else (0.0, 0.0)
        width, height = (self.width, self.height) if self._is_measured else named
        return PageSize(width or 0.0, height or 0.0, self.top, self.right, self.bottom, self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFiles:
    """The family: font files beside the style, and what Word calls it."""

    span: Span
    name: Annotated[Name, Key("the family's name", ("Tinos",))]
    word_name: Annotated[
        Name | None, Key("a family with the same widths on machines with Word, if docgen knows none", ("Calibri",))
    ] = None
    embed: Annotated[bool, Key("put the files into Word files, where Word has no family with these widths")] = True
    regular: Annotated[Text, Key("the upright face", ("fonts/Tinos-Regular.ttf",))]
    bold: Annotated[Text, Key("the bold face", ("fonts/Tinos-Bold.ttf",))]
    italic: Annotated[Text, Key("the italic face", ("fonts/Tinos-Italic.ttf",))]
    bold_italic: Annotated[Text, Key("the bold italic face", ("fonts/Tinos-BoldItalic.ttf",))]


@dataclass(frozen=True, slots=True)
class OwnWording:
    """What a style says otherwise than docgen, by language: nodes, to be joined with docgen's own and then bound."""

    languages: tuple[tuple[str, Node], ...] = ()

    @classmethod
    def bind(cls, node: Node, binder: Binder) -> Self:
        """Take the languages as they stand."""
        return cls(tuple((key.value, value) for key, value in binder.entries(node)))

    @classmethod
    def schema(cls, maker: SchemaMaker) -> Schema:
        """The JSON Schema of what may be worded otherwise, by language."""
        return {"type": ["object", "null"], "additionalProperties": maker.of(Wording)}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPart:
    """What concerns Word files only: which styles of `base.docx` stand for which roles."""

    span: Span
    styles: Annotated[Keyed[Name], Key("styles of base.docx by role", ("{heading-1: Our Heading}",))] = ()


DOCGENS_OWN = OwnWording()
USUAL_MASTHEAD = tuple(part for part in Part if part is not Part.LOGO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A style as `style.yaml` describes it. Lengths are pt."""

    span: Span
    docgen_style: Annotated[int, Key("version of the style's format", ("1",), least=1, most=1)]
    name: Annotated[Name, Key("the style's name", ("classic",))]
    extends: Annotated[Name | None, Key("a style to take everything from that is not said here", ("classic",))] = None
    page: Annotated[PageSheet, Key("sheet and margins")]
    columns: Annotated[Columns, Key("the columns of the running text")]
    family: Annotated[FontFiles, Key("the text family")]
    palette: Annotated[Keyed[Colour], Key("colours by name, for wherever one is wanted; `link` is that of links")] = ()
    roles: Annotated[Keyed[TextStyle], Key("how each role looks")]
    panels: Annotated[Keyed[Panel], Key("the boxes that blocks are set in, by what they are called")] = ()
    notes: Annotated[NotePlace, Key("where notes stand: foot of the page, or end of the report")] = NotePlace.FOOT
    first_page: Annotated[FurnitureText, Key("header and footer of the first page")]
    other_pages: Annotated[FurnitureText, Key("header and footer of all other pages")]
    logo: Annotated[Logo | None, Key("the publisher's logo, to be placed by masthead, first-page and other-pages")] = (
        None
    )
    logo_height: Annotated[float, Key("height of the hosts' logos", ("42",))]
    masthead: Annotated[
        tuple[Part, ...], Key("the parts over the columns of page 1, in their order", ("[title, byline, date, venue]",))
    ] = USUAL_MASTHEAD
    wording: Annotated[OwnWording, Key("what docgen itself says, by language, where the style says it otherwise")] = (
        DOCGENS_OWN
    )
    prints_people: Annotated[bool, Key("whether sections name their speakers")] = False
    pdf: Annotated[PdfPart, Key("what only the PDF can do")] = NOTHING_OWN
    word: Annotated[WordPart | None, Key("what concerns Word files only")] = None

    def check(self) -> Iterator[Finding]:
        """Headers and footers name what can be filled in."""
        furniture = (self.first_page, self.other_pages)
        for pattern in (text for page in furniture for text in (page.header, page.footer)):
            for name in re.findall(r"\{([a-z-]+)\}", pattern):
                if name not in ("title", "page", "pages"):
                    yield Finding.error(
                        self.span.first(),
                        "furniture",
                        f"'{pattern}' cannot be filled in: nothing is called '{name}' there",
                        "in braces a header or footer may have {title}, {page}, {pages}",
                    )
