"""What a screen reader would meet in a PDF: its structure from start to end, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import name, named, text
from docgen.conformance.pdf.painting import Content, said_in
from docgen.conformance.pdf.tree import Element
from docgen.records import dataclass

_SILENT = frozenset(("Document", "Part", "Art", "Div", "NonStruct", "Private", "THead", "TBody", "TFoot", "LBody"))
"""What groups other elements and is not said."""

_KINDS = {
    "Sect": "Section",
    "P": "Paragraph",
    "BlockQuote": "Quotation",
    "Caption": "Caption",
    "TOCI": "Entry",
    "Code": "Code",
    "Formula": "Formula",
    "Form": "Form field",
    "Index": "Index",
    "Quote": "Quotation",
    "BibEntry": "Reference",
    "Annot": "Annotation",
}
_HEADINGS = {"H": "", **{f"H{level}": f" level {level}" for level in range(1, 7)}}
_WORDS = frozenset(("Span", "Lbl", "Reference", "Quote", "Code", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"))
"""What is read as part of what it stands in."""


@dataclass(frozen=True, slots=True)
class Met:
    """One thing that is met: how deep it stands, the page it begins on, what it is, and what it says.

    `language` is its own where that is another than the one before it was in.
    """

    depth: int
    page: int
    kind: str
    words: str
    language: str = ""

    def __str__(self) -> str:
        switch = f" [in {self.language}]" if self.language else ""
        return f"{'  ' * self.depth}{self.kind}{switch}{f': {self.words}' if self.words else ''}"


def met_in(pdf: PdfFile) -> Iterator[Met]:
    """Everything in a file that is read, in turn; artifacts are not."""
    if pdf.tree:
        yield from _Reading(pdf).begin()


class _Reading:
    """Goes through the structure as a screen reader does, with the language that it speaks."""

    def __init__(self, pdf: PdfFile) -> None:
        self._pdf = pdf
        self._language = text(pdf.catalog, "/Lang") or ""
        self._page = 0
        self._rows: dict[Element, int] = {}
        self._joined: set[Element] = set()

    def begin(self) -> Iterator[Met]:
        """The whole file."""
        yield Met(0, 1, "Document", self._title(), self._language)
        for element in self._pdf.tree.top if self._pdf.tree else ():
            yield from self._meet(element, 0, self._language)

    def _title(self) -> str:
        return (text(self._pdf.pdf.trailer.get("/Info"), "/Title") or "").strip()

    def _meet(self, element: Element, depth: int, language: str) -> Iterator[Met]:
        """An element and what is in it. The structure is at most `tree.MOST_LEVELS` deep, and so is this."""
        page = self._pdf.page_of(element)
        if page > self._page:
            self._page = page
            yield Met(0, page, f"— page {page} —", "")
        language = element.language or language
        if element.role in _SILENT and not element.contents:
            for kid in element.elements:
                yield from self._meet(kid, depth, language)
            return
        if element in self._joined:
            return
        kind, words = self._told(element)
        if (link := self._only_link(element, words)) is not None:
            self._joined.add(link)
            kind = f"{kind}, {_lower(self._link(link))}"
        yield Met(depth, page, kind, words, self._switch(language))
        if element.text("/Alt") is None and element.text("/ActualText") is None:
            yield from self._inside(element, depth + 1, language)

    def _inside(self, element: Element, depth: int, language: str) -> Iterator[Met]:
        """What is told apart from the words of an element: blocks, links, notes, words in another language."""
        for kid in element.kids:
            if isinstance(kid, Content):
                yield from self._marked(kid, depth, language)
            elif isinstance(kid, Element):
                if kid.role == "Lbl" and element.role in ("LI", "Note"):
                    continue
                if kid.role not in _WORDS and kid.role != "LBody":
                    yield from self._meet(kid, depth, language)
                    continue
                own = kid.language or language
                if own != language:
                    yield Met(depth, self._pdf.page_of(kid), "Words", self._pdf.words(kid), own)
                yield from self._inside(kid, depth, own)

    def _marked(self, content: Content, depth: int, language: str) -> Iterator[Met]:
        """Words that only their mark says to be in another language."""
        for marked in self._pdf.marked.get(content, ())[:1]:
            own = said_in(marked, "Lang")
            if own and own != language:
                yield Met(depth, marked.page, "Words", " ".join(marked.words.split()), own)

    def _only_link(self, element: Element, words: str) -> Element | None:
        """The link that all that an element says is in."""
        links = (one for one in element.walk() if one.role == "Link" and one is not element)
        link = next(links, None) if words and element.role != "Link" else None
        return link if link is not None and self._pdf.words(link) == words else None

    def _switch(self, language: str) -> str:
        """The language, where another was spoken before."""
        before, self._language = self._language, language
        return language if language != before else ""

    def _told(self, element: Element) -> tuple[str, str]:
        """What an element is, and what is said of it."""
        pdf, role = self._pdf, element.role
        if role in _HEADINGS:
            return f"Heading{_HEADINGS[role]}", pdf.words(element)
        if role == "L":
            items = sum(1 for kid in element.elements if kid.role == "LI")
            return f"List with {_count(items, 'item')}", ""
        if role == "LI":
            label = next((pdf.words(kid) for kid in element.elements if kid.role == "Lbl"), "")
            return f"Item {label}".strip(), self._own_words(element)
        if role == "TOC":
            entries = sum(1 for kid in element.elements if kid.role == "TOCI")
            return f"Contents with {_count(entries, 'entry', 'entries')}", ""
        if role == "Table":
            return self._table(element), ""
        if role == "TR":
            return f"Row {self._rows.get(element, 1)}", ""
        if role in ("TH", "TD"):
            return self._cell(element), self._own_words(element)
        if role == "Figure":
            return "Figure", element.text("/Alt") or element.text("/ActualText") or "(no alternative text)"
        if role == "Link":
            return self._link(element), pdf.words(element)
        if role == "Note":
            label = next((pdf.words(kid) for kid in element.elements if kid.role == "Lbl"), "")
            return f"Note {label}".strip(), self._own_words(element)
        return _KINDS.get(role, element.tag), self._own_words(element)

    def _own_words(self, element: Element) -> str:
        """What an element says before and between the blocks in it, its label aside."""
        said = element.text("/ActualText") or element.text("/Alt")
        if said is not None:
            return said
        pieces: list[str] = []
        stack: list[object] = list(reversed(element.kids))
        while stack:
            kid = stack.pop()
            if isinstance(kid, Content):
                pieces.append("".join(marked.words for marked in self._pdf.marked.get(kid, ())[:1]))
            elif isinstance(kid, Element):
                if kid.role == "Lbl" and element.role in ("LI", "Note"):
                    continue
                if kid.role in _WORDS or kid.role in ("Link", "LBody"):
                    said = kid.text("/ActualText") or kid.text("/Alt")
                    stack.extend(reversed(kid.kids)) if said is None else pieces.append(said)
        return " ".join("".join(pieces).replace("\u00ad", "").split())

    def _table(self, element: Element) -> str:
        rows = [one for one in element.walk() if one.role == "TR"]
        self._rows |= {row: number for number, row in enumerate(rows, start=1)}
        columns = max((len(row.elements) for row in rows), default=0)
        heads = [cell for row in rows for cell in row.elements if cell.role == "TH"]
        told = f"Table with {_count(len(rows), 'row')}, {_count(columns, 'column')}"
        by_scope = [
            f"{_SCOPES.get(scope, 'header cells')} {', '.join(self._pdf.words(cell) or 'blank' for cell in cells)}"
            for scope, cells in groupby(heads, key=lambda cell: named(cell.attribute("Table", "/Scope")))
        ]
        return f"{told}; {'; '.join(by_scope)}" if by_scope else f"{told}; no header cells"

    def _cell(self, element: Element) -> str:
        row = element.parent
        column = row.elements.index(element) + 1 if row else 1
        return f"{'Header cell' if element.role == 'TH' else 'Cell'}, column {column}"

    def _link(self, element: Element) -> str:
        for reference in (one for inside in element.walk() for one in inside.references):
            if address := text(reference.held, "/A", "/URI"):
                return f"Link to {address}"
            if name(reference.held, "/Subtype") == "Link":
                return "Link within the document"
        return "Link"


_SCOPES = {"Column": "column headers", "Row": "row headers", "Both": "headers of rows and columns"}


def _count(number: int, noun: str, several: str = "") -> str:
    return f"{number} {noun if number == 1 else several or f'{noun}s'}"


def _lower(told: str) -> str:
    """Words that began a line, within one; an address keeps its letters."""
    return told[:1].lower() + told[1:]
