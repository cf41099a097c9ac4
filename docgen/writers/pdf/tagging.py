"""Tagging: the structure as objects of the file (ISO 32000-1, 14.7).

Elements are most of a file's objects, and nothing compresses them. So they are written as short as can be: what has a
default, or is the parent's as well, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docgen.writers.pdf.elements import Area, Attributes, Element, Marked, Tag
from docgen.writers.pdf.sheets import Sheets
from docgen.writers.pdf.strings import string, text_bytes, text_string


def add_structure(sheets: Sheets, root: Element, parents: Sequence[Sequence[Element]]) -> None:
    """Add the structure to the document, without elements that hold nothing.

    `parents` are the elements of each page's marked-content sequences, by the sequences' numbers.
    """
    _prune(root)
    _Tagging(sheets, root).write(parents)


class _Tagging:
    """The elements that are written, each with the number of its object."""

    def __init__(self, sheets: Sheets, root: Element) -> None:
        self._sheets = sheets
        self._root = root
        elements = tuple(_walk(root))
        self._top, self._parents, self._names, *numbers = sheets.reserve(3 + len(elements))
        self._numbers = dict(zip(elements, numbers, strict=True))

    def write(self, parents: Sequence[Sequence[Element]]) -> None:
        """Write the tree, the way back to it from content and links, and its names."""
        fill, root = self._sheets.fill, self._root
        fill(self._numbers[root], self._element(root, self._top, ""))
        for element, number in self._numbers.items():
            for kid in element.kids:
                if isinstance(kid, Element):
                    fill(self._numbers[kid], self._element(kid, number, element.language))
        keys = [f"{key}[{self._references(marked)}]" for key, marked in enumerate(parents)]
        keys.extend(self._links(len(keys)))
        named = sorted((text_bytes(one.identity), one) for one in self._numbers if one.identity is not None)
        fill(self._parents, f"<</Nums[{' '.join(keys)}]>>")
        fill(
            self._names, f"<</Names[{' '.join(f'{string(name)} {self._references((one,))}' for name, one in named)}]>>"
        )
        trees = f"/ParentTree {self._parents} 0 R/ParentTreeNextKey {len(keys)}/IDTree {self._names} 0 R"
        fill(self._top, f"<</Type/StructTreeRoot/K {self._references((root,))}{trees}>>")
        self._sheets.declare_structure(self._top)

    def _element(self, element: Element, above: int, language: str) -> str:
        """A structure element (table 323). `above` and `language` are its parent's number and language."""
        first = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        entries = [f"/S/{element.tag}/P {above} 0 R"]
        if element.language != language:
            entries.append(f"/Lang{text_string(element.language)}")
        if element.identity is not None:
            entries.append(f"/ID{text_string(element.identity)}")
        if element.alternative is not None:
            entries.append(f"/Alt{text_string(element.alternative)}")
        if element.attributes is not None:
            entries.append(f"/A{_attributes(element.attributes)}")
        if first is not None:
            entries.append(f"/Pg {self._sheets.page_number(first)} 0 R")
        kids = [self._kid(kid, first) for kid in element.kids]
        if kids:
            entries.append(f"/K[{' '.join(kids)}]")
        return f"<<{''.join(entries)}>>"

    def _kid(self, kid: Element | Marked | Area, page: int | None) -> str:
        """What an element holds; `page` is the index of the page that it names itself."""
        if isinstance(kid, Element):
            return f"{self._numbers[kid]} 0 R"
        if isinstance(kid, Marked) and kid.page == page:
            return str(kid.number)
        place = "" if kid.page == page else f"/Pg {self._sheets.page_number(kid.page)} 0 R"
        if isinstance(kid, Marked):
            return f"<</Type/MCR{place}/MCID {kid.number}>>"
        return f"<</Type/OBJR{place}/Obj {kid.object} 0 R>>"

    def _links(self, first: int) -> Iterator[str]:
        """Number the annotations of links from `first` on, say what they are called, and where they belong."""
        for element in self._numbers:
            for kid in element.kids:
                if isinstance(kid, Area):
                    self._sheets.describe_link(kid.object, " ".join(element.words.split()), first)
                    yield f"{first} {self._references((element,))}"
                    first += 1

    def _references(self, elements: Iterable[Element]) -> str:
        return " ".join([f"{self._numbers[element]} 0 R" for element in elements])


def _prune(element: Element) -> bool:
    """Take out what holds nothing; whether the element itself is to stay.

    All rows of a table have equally many cells, so empty ones stay, and head nothing.
    """
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    if element.tag is Tag.HEADER_CELL and not element.kids:
        element.tag, element.attributes = Tag.CELL, None
    return bool(element.kids) or element.tag is Tag.CELL


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _attributes(attributes: Attributes) -> str:
    """An attribute object (ISO 32000-1, 14.7.5)."""
    values = [
        f"/{key}/{value}" if isinstance(value, str) else f"/{key}[{' '.join(f'{edge:.2f}' for edge in value)}]"
        for key, value in attributes.values.items()
    ]
    return f"<</O/{attributes.owner}{''.join(values)}>>"
