"""The closed set of nodes that every writer knows; the runs inside them stand in `runs`.

Blocks of the content language are an open set and lower to these; a writer that handles all of these handles every
block there will be. The set is closed: writers and layout match on it and end in `assert_never`.

Every node (a table's cells aside) has an id that is stable while its place in the document is (`s2.p3`, or its
label), the span of the source it came from, a role, and a language (BCP 47). Ids are given by `compose`; before that
they are empty. Reading order is the order of the children. Lengths, where a node has any, are in pt. What drawings are
made of stands in `paths`.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from docgen.document.paths import Shape
from docgen.document.properties import Properties
from docgen.document.runs import Run
from docgen.findings import Span
from docgen.reading.text import Text
from docgen.records import dataclass
from docgen.style.roles import Role


class Width(Enum):
    """How wide a block runs where the page has columns."""

    COLUMN = "column"
    PAGE = "page"


class Alignment(Enum):
    """How a table's column is set, or where a picture stands; `DEFAULT` leaves it to the style."""

    DEFAULT = "default"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class BreakKind(Enum):
    """What a forced break ends."""

    COLUMN = "column"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a paragraph counts as: a recommendation, a numbered paragraph.

    All of one `kind` are counted over the document; compose sets `number`. The `word` stands before it wherever the
    paragraph is referred to ("Recommendation 4"), and at the head of the paragraph too, `end` between them and its
    runs. Where it `hangs`, the number stands there alone, to the left of the text as in a list.
    """

    kind: str
    word: str
    end: str = " "
    hangs: bool = False
    number: int = 0

    @property
    def name(self) -> str:
        """What a reference prints."""
        return f"{self.word}\u00a0{self.number}"

    def printed(self, *, alone: bool) -> str:
        """What stands at the head of the paragraph, which may be `alone` there."""
        return self.name if alone else self.name + self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph. One with a `count` may have no runs; then it says what it counts as, and no more.

    `label` is what cross-references call one that counts.
    """

    runs: tuple[Run, ...]
    span: Span
    count: Count | None = None
    label: str | None = None
    role: str = Role.BODY
    language: str = ""
    id: str = ""

    @property
    def number_id(self) -> str:
        """The id by which pages and structure know a number that hangs beside it."""
        return f"{self.id}.number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 6. `label` is what cross-references call it."""

    level: int
    runs: tuple[Run, ...]
    span: Span
    label: str | None = None
    role: str = Role.HEADING_1
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Nodes that belong together: a section, the masthead, a row of logos, a call-out.

    `width` PAGE makes it run over all columns. A group's role names its kind; it needs no text style of its own, and
    styles may have a panel for it, in which it is set.
    """

    children: tuple[Node, ...]
    span: Span
    role: str
    width: Width = Width.COLUMN
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list."""

    children: tuple[Node, ...]
    span: Span
    role: str = Role.LIST
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A bulleted list, or a numbered one that begins at `start`. `tight` items have no space between them."""

    items: tuple[Item, ...]
    span: Span
    ordered: bool = False
    start: int = 1
    tight: bool = True
    role: str = Role.LIST
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell; `header` says that it names its row or column. Cells are never merged."""

    children: tuple[Node, ...]
    span: Span
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of equal length, the first `head_rows` repeated on every page; `alignments` has one entry a column.

    `notes` stand below it: remarks, and where it comes from. `number` is set by compose for a table with a caption or
    a label.
    """

    rows: tuple[tuple[Cell, ...], ...]
    alignments: tuple[Alignment, ...]
    span: Span
    head_rows: int = 1
    caption: tuple[Run, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    label: str | None = None
    number: int | None = None
    width: Width = Width.COLUMN
    role: str = Role.TABLE
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A vector picture of `size` (width, height) in pt."""

    shapes: tuple[Shape, ...]
    size: tuple[float, float]
    span: Span
    role: str = "drawing"
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its caption.

    `picture` is the path of an image file as the pipeline knows it (a key of `Pictures`), or a drawing. `alternative`
    says in words what it shows; it is empty only where `decorative`. `height` and `breadth` are the height and the
    width that are wanted (logos), where they are, in pt; the picture takes neither more.
    """

    picture: Text | Drawing
    alternative: Text | None
    span: Span
    decorative: bool = False
    caption: tuple[Run, ...] = ()
    label: str | None = None
    number: int | None = None
    width: Width = Width.COLUMN
    height: float | None = None
    breadth: float | None = None
    align: Alignment = Alignment.DEFAULT
    role: str = "figure"
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Quoted paragraphs, and who is quoted, in `source`."""

    children: tuple[Node, ...]
    span: Span
    source: tuple[Run, ...] = ()
    role: str = Role.QUOTE
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote. It stands in `Document.notes`, in the order of the marks that lead to it."""

    children: tuple[Node, ...]
    span: Span
    mark: str = ""
    end: bool = False
    role: str = Role.NOTE
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the heading with id `target`."""

    runs: tuple[Run, ...]
    level: int
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A table of contents down to `depth`; compose fills `entries`, layout knows their pages."""

    span: Span
    title: tuple[Run, ...] = ()
    depth: int = 2
    entries: tuple[Entry, ...] = ()
    role: str = Role.CONTENTS
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A forced end of the column or page."""

    kind: BreakKind
    span: Span
    role: str = "break"
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line across the measure, between parts."""

    span: Span
    role: str = "rule"
    language: str = ""
    id: str = ""


PUBLISHER = "publisher"
"""The role of a figure that shows the publisher's logo."""

FROM_STYLE = "style:"
"""What the name of such a figure's picture begins with: it lies in the folder of the style, not of the report."""

Node: TypeAlias = Paragraph | Heading | Group | List | Table | Figure | Drawing | Quote | Contents | Break | Rule


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands outside the text on every page: a paragraph each, and a logo in either; None where there is none."""

    header: Paragraph | None = None
    footer: Paragraph | None = None
    header_logo: Figure | None = None
    footer_logo: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document in reading order."""

    children: tuple[Node, ...]
    notes: tuple[Note, ...]
    first_page: Furniture
    other_pages: Furniture
    properties: Properties
    span: Span
    language: str
    names: frozenset[str] = frozenset()
    """The words of persons' names, which are not hyphenated."""
    role: str = "document"
    id: str = "document"
