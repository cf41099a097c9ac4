"""A PDF with its meaning: pages, what they paint, the structure, and where in all that something stands.

Nobody sees a PDF's objects, so a finding is placed in what is read aloud instead: each page is a text of its own in
which a line is a structure element that begins there, in reading order, with the path to it and its words; the first
line is the page itself. Places are offsets in that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from typing import Any

import pikepdf

from docgen.conformance.pdf.objects import Key, entry, key_of, numbers
from docgen.conformance.pdf.painting import Content, Marked, Painted, read_pages
from docgen.conformance.pdf.tree import Element, Tree, read_tree
from docgen.findings import Span
from docgen.reading.text import Source
from docgen.records import dataclass

Box = tuple[float, float, float, float]

LETTER: Box = (0.0, 0.0, 612.0, 792.0)
"""A page that does not say its size; viewers take this one."""

REMAKE = "make the file again; a fault like this is its program's"
"""What to do about faults that nobody can make by hand."""

_CONTAINERS = frozenset(("Document", "Part", "Art", "Sect", "Div", "TOC", "Table", "THead", "TBody", "TFoot", "L"))
_LONGEST = 160
_UNREAD = {0xAD: None, 0xFEFF: None}  # an added hyphen, a mark of byte order


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its object, and its box in pt, left, bottom, right, top."""

    number: int
    key: Key
    held: Any
    box: Box


class PdfFile:
    """An opened file. Everything is read when it is first asked for.

    `numbers` are those of the elements whose places were asked for, by these.
    """

    def __init__(self, path: str, pdf: pikepdf.Pdf, pages: list[Any]) -> None:
        self.path, self.pdf = path, pdf
        self.numbers: dict[Span, int] = {}
        self.sheets = tuple(Sheet(number, key_of(page), page, _box(page)) for number, page in enumerate(pages, start=1))

    @property
    def whole(self) -> Span:
        """The place of what concerns the file as such."""
        return Span(self.path, 0, 0)

    @property
    def catalog(self) -> Any:
        """The root of its objects (ISO 32000-1, 7.7.2)."""
        return self.pdf.Root

    @cached_property
    def painted(self) -> Painted:
        """What its pages paint."""
        return read_pages([sheet.held for sheet in self.sheets])

    @cached_property
    def tree(self) -> Tree | None:
        """Its structure, None where it has none."""
        return read_tree(self.catalog)

    @property
    def elements(self) -> list[Element]:
        """The elements of its structure in reading order."""
        return self.tree.elements if self.tree else []

    @cached_property
    def marked(self) -> Mapping[Content, list[Marked]]:
        """The marked content that has a number: one of each, where all is well."""
        found = defaultdict(list)
        for marked in self.painted.marked:
            if content := marked.content:
                found[content].append(marked)
        return found

    @cached_property
    def owners(self) -> Mapping[Content, list[Element]]:
        """The elements that each piece of content is in: one, where all is well."""
        found = defaultdict(list)
        for element in self.elements:
            for content in element.contents:
                found[content].append(element)
        return found

    @cached_property
    def by_key(self) -> Mapping[Key, Element]:
        """The elements by the numbers of their objects."""
        return {element.key: element for element in self.elements}

    @cached_property
    def annotations(self) -> tuple[tuple[Sheet, Any], ...]:
        """Links, and whatever else is laid over the pages, each with its page."""
        return tuple((sheet, found) for sheet in self.sheets for found in _annotations(sheet))

    @cached_property
    def page_numbers(self) -> Mapping[Key, int]:
        """The numbers of the pages by those of their objects."""
        return {sheet.key: sheet.number for sheet in self.sheets}

    def page_of(self, element: Element) -> int:
        """The page on which an element begins; for one that holds nothing that of what is before it."""
        return self._pages[element.number - 1]

    def words(self, element: Element, most: int = 1_000_000) -> str:
        """What an element says, or up to about `most` characters of it."""
        said: list[str] = []
        length = 0
        for piece in self._pieces(element):
            said.append(piece)
            length += len(piece)
            if length > most:
                break
        return " ".join("".join(said).translate(_UNREAD).split())

    def at(self, element: Element) -> Span:
        """Where an element stands: its name and words in the line of its page."""
        page = self.page_of(element)
        source, line = self._source(page), self._line_numbers[element.number - 1]
        start = source.line_start(line) + len(self._above(element))
        span = Span(source.path, start, source.line_start(line) + len(source.line(line)))
        self.numbers[span] = element.number
        return span

    def on(self, page: int) -> Span:
        """The place of what concerns a page as such."""
        source = self._source(page)
        return Span(source.path, 0, len(source.line(1)))

    def around(self, marked: Marked) -> Span:
        """The place of marked content: its element, or its page where it is in none."""
        owners = (self.owners.get(one.content) for one in (marked, *marked.around) if one.content)
        owner = next((found[0] for found in owners if found), None)
        return self.at(owner) if owner else self.on(marked.page)

    def sources(self, places: Container[str]) -> tuple[Source, ...]:
        """The texts of the pages that findings stand on."""
        return tuple(self._source(sheet.number) for sheet in self.sheets if self._place(sheet.number) in places)

    def path_to(self, element: Element) -> str:
        """The way to an element: `Document > Sect 2 > Table > TR 4`."""
        return f"{self._above(element)}{self._step(element)}"

    @cached_property
    def _pages(self) -> list[int]:
        """The page of each element, by number."""
        first: dict[Element, int] = {}
        for element in self.elements:
            page = self._own_page(element)
            for one in (element, *element.ancestors) if page else ():
                if one in first:
                    break
                first[one] = page
        found, last = [], 1
        for element in self.elements:
            last = first.get(element, last)
            found.append(last)
        return found

    def _own_page(self, element: Element) -> int:
        for kid in element.kids:
            if isinstance(kid, Content):
                held = self.marked.get(kid)
                page = held[0].page if held else self.page_numbers.get(kid.owner, 0)
            else:
                page = 0 if isinstance(kid, Element) else self.page_numbers.get(kid.page, 0)
            if page:
                return page
        return 0

    @cached_property
    def _lines(self) -> dict[int, list[Element]]:
        found: dict[int, list[Element]] = defaultdict(list)
        for element in self.elements:
            found[self.page_of(element)].append(element)
        return found

    @cached_property
    def _line_numbers(self) -> list[int]:
        """The line of each element in the text of its page, by number."""
        found = [0] * len(self.elements)
        for elements in self._lines.values():
            for line, element in enumerate(elements, start=2):
                found[element.number - 1] = line
        return found

    @cached_property
    def _sources(self) -> dict[int, Source]:
        return {}

    def _place(self, page: int) -> str:
        return f"{self.path}/page {page}"

    def _source(self, page: int) -> Source:
        if page not in self._sources:
            lines = [f"page {page}", *(self._line(element) for element in self._lines.get(page, ()))]
            self._sources[page] = Source(self._place(page), "\n".join(lines))
        return self._sources[page]

    def _line(self, element: Element) -> str:
        words = "" if element.role in _CONTAINERS else self.words(element, _LONGEST)
        cut = f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
        return f"{self.path_to(element)}{f': {cut}' if cut else ''}"

    def _above(self, element: Element) -> str:
        return "".join(f"{self._step(one)} > " for one in reversed(list(element.ancestors)))

    def _step(self, element: Element) -> str:
        return self._steps[element.number - 1]

    @cached_property
    def _steps(self) -> list[str]:
        """The name of each element among those beside it: `TR 4`, and `Table` where it is the only one."""
        found = [""] * len(self.elements)
        groups = [self.tree.top if self.tree else [], *(element.elements for element in self.elements)]
        for group in groups:
            several, counted = Counter(one.tag for one in group), Counter[str]()
            for one in group:
                counted[one.tag] += 1
                tag = "".join(character for character in one.tag if character.isprintable()) or "(no type)"
                found[one.number - 1] = f"{tag} {counted[one.tag]}" if several[one.tag] > 1 else tag
        return found

    def _pieces(self, element: Element) -> Iterator[str]:
        stack: list[Any] = [element]
        while stack:
            one = stack.pop()
            if isinstance(one, Content):
                yield "".join(marked.words for marked in self.marked.get(one, ())[:1])
            elif isinstance(one, Element):
                said = one.text("/ActualText") or one.text("/Alt")
                if said is None:
                    stack.extend(reversed(one.kids))
                else:
                    yield said
                if one.role in _APART:
                    yield " "


_APART = frozenset(("P", "LI", "LBody", "Lbl", "TD", "TH", "TR", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Note"))


def _box(page: Any) -> Box:
    """The part of a page that is shown, which it may have from the pages above it (ISO 32000-1, 7.7.3.4)."""
    for key in ("/CropBox", "/MediaBox"):
        holder = page
        for _ in range(50):
            found = numbers(holder, key)
            if len(found) == 4:
                left, bottom, right, top = found
                return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
            holder = entry(holder, "/Parent")
            if holder is None:
                break
    return LETTER


def _annotations(sheet: Sheet) -> list[Any]:
    found = entry(sheet.held, "/Annots")
    held = list(found) if isinstance(found, pikepdf.Array) else []
    return [one for one in held if isinstance(one, pikepdf.Dictionary)]
