"""Elements: what the structure of a document is made of (ISO 32000-1, 14.7.2 and 14.8.4)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from docgen.records import dataclass


class Tag(StrEnum):
    """The standard structure types that docgen uses (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    DIVISION = "Div"
    PARAGRAPH = "P"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    HEADING_4 = "H4"
    HEADING_5 = "H5"
    HEADING_6 = "H6"
    QUOTATION = "BlockQuote"
    CAPTION = "Caption"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    HEAD = "THead"
    ROWS = "TBody"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    CONTENTS = "TOC"
    ENTRY = "TOCI"
    FIGURE = "Figure"
    NOTE = "Note"
    REFERENCE = "Reference"
    LINK = "Link"
    SPAN = "Span"

    @classmethod
    def heading(cls, depth: int) -> Tag:
        """The heading of a depth, from 0; there are six, and what is deeper is the sixth."""
        return _HEADINGS[min(depth, len(_HEADINGS) - 1)]


_HEADINGS = (Tag.HEADING_1, Tag.HEADING_2, Tag.HEADING_3, Tag.HEADING_4, Tag.HEADING_5, Tag.HEADING_6)


class Marked(NamedTuple):
    """A marked-content sequence: the index of its page, and its number (MCID) there."""

    page: int
    number: int


class Area(NamedTuple):
    """A link's annotation: the index of its page, and the number of its object."""

    page: int
    object: int


class Attributes(NamedTuple):
    """Attributes of an element (ISO 32000-1, 14.8.5): who defines them, and names or lengths in pt by their keys."""

    owner: str
    values: Mapping[str, str | tuple[float, ...]]


class Lead(NamedTuple):
    """Where a link leads: an address, or a node of the document."""

    url: str | None
    target: str | None


@dataclass(slots=True, eq=False)
class Element:
    """A structure element with what it holds, in reading order.

    `language` is its own (BCP 47), `alternative` says in words what it shows, `identity` tells it from all others.
    A link has its `lead`, and in `words` what it is called on the page.
    """

    tag: Tag
    language: str
    kids: list[Kid]
    attributes: Attributes | None = None
    alternative: str | None = None
    identity: str | None = None
    lead: Lead | None = None
    words: str = ""

    def add(self, tag: Tag, language: str = "") -> Element:
        """Another element at the end of this one, in a language of its own or in the same."""
        element = Element(tag, language or self.language, [])
        self.kids.append(element)
        return element

    @property
    def last(self) -> Element | None:
        """The element that it ends with."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) else None


Kid: TypeAlias = Element | Marked | Area
