"""The canvas: reportlab's, without what it would add of its own.

Its private members are touched in this module only. Everything a file depends on is passed in; nothing comes from
reportlab's settings, the clock, the environment, or its registry of fonts, which all documents of a process share.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas

VERSION = (1, 7)

_PRINT = 4
_PAGE_ENTRIES = (*PDFPage.__NoDefault__, "StructParents", "Tabs")


class Sheets(Canvas):
    """The pages of one document, its faces and its pictures."""

    _doc: Any
    _code: list[str]
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, moment: datetime, language: str) -> None:
        super().__init__(BytesIO(), pageCompression=1, invariant=1, pdfVersion=VERSION, lang=language)
        self._digest = hashlib.sha256(moment.astimezone(UTC).isoformat().encode())
        self._links: dict[int, PDFDictionary] = {}

    def write(self, *operators: str) -> None:
        """Add operators to the content of the current page (ISO 32000-1, annex A)."""
        self._code.extend(operators)

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        """End the page, its content compressed and nothing else: reportlab would write it as ASCII, a fifth larger.

        Its index is its key in the tree of parents; the tabulator key follows the structure (ISO 14289-1, 7.18.3).
        """
        super().showPage()
        page = self._doc.Pages.pages[-1]
        content: bytes = page.stream.encode("latin-1")
        self._digest.update(content)
        page.Contents, page.stream = packed(content), None
        page.__NoDefault__ = _PAGE_ENTRIES
        page.StructParents, page.Tabs = len(self._doc.Pages.pages) - 1, PDFName("S")

    def keep(self, part: PDFObject, name: str | None = None) -> PDFObjectReference:
        """Add a stream or a dictionary to the document; under `name` a stream can be shown by `doForm`."""
        reference: PDFObjectReference = self._doc.Reference(part, xObjectName(name) if name else None)
        return reference

    def keep_font(self, font: PDFDictionary, resource: str) -> None:
        """Add a font to the document, for all its pages to use as `resource`."""
        self._digest.update(font["BaseFont"].encode("ascii"))
        self._doc.idToObject["BasicFonts"].dict[resource] = self.keep(font)

    def page_number(self, index: int) -> int:
        """The number of a page's object; pages count from 0."""
        return self._number(f"Page{index + 1}")

    def link(self, area: tuple[float, ...], url: str | None, target: str | None) -> int:
        """Let an area of the page lead to an address or a bookmark; the number of its object (ISO 32000-1, 12.5.6.5).

        It is printed as it is: without a border, and with its flag for print set (ISO 19005-2, 6.3.2).
        """
        link = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "F": _PRINT})
        link["Rect"], link["Border"] = PDFArray(area), PDFArray([0, 0, 0])
        if url is not None:
            link["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})
        else:
            link["Dest"] = self._bookmarkReference(target)  # type: ignore[attr-defined]
        name = f"link-{len(self._links) + 1}"
        self._doc.addAnnotation(name, link)
        self._annotationrefs.append(self._doc.refAnnotation(name))
        number = self._number(self._annotationrefs[-1].name)
        self._links[number] = link
        return number

    def describe_link(self, number: int, words: str, key: int) -> None:
        """Say what a link is called, and its key in the tree of parents (ISO 14289-1, 7.18.5)."""
        link = self._links[number]
        link["Contents"], link["StructParent"] = PDFString(words), key

    def reserve(self, count: int) -> Sequence[int]:
        """The numbers of so many objects that refer to each other, and will be filled."""
        first = self._doc.objectcounter + 1
        self._doc.objectcounter += count
        for number in range(first, first + count):
            self._doc.numberToId[number] = number  # reportlab asks for a name, and a number is the shortest
            self._doc.idToObjectNumberAndVersion[number] = (number, 0)
        return range(first, first + count)

    def fill(self, number: int, written: str) -> None:
        """Fill an object that was reserved with what stands in the file."""
        data = written.encode("ascii")
        self._digest.update(data)
        self._doc.idToObject[number] = data

    def declare_structure(self, number: int) -> None:
        """Declare the object of that number to be the root of the document's structure (ISO 32000-1, 14.7.1)."""
        self.declare(StructTreeRoot=f"{number} 0 R", MarkInfo=PDFDictionary({"Marked": "true"}))

    def _number(self, name: str) -> int:
        number: int = self._doc.idToObjectNumberAndVersion[name][0]
        return number

    def declare(self, **entries: Any) -> None:
        """Add entries to the document's catalogue (ISO 32000-1, 7.7.2)."""
        catalogue = self._doc.Catalog
        catalogue.__NoDefault__ = list(dict.fromkeys((*catalogue.__NoDefault__, *entries)))
        for name, value in entries.items():
            setattr(catalogue, name, value)

    def describe(self, information: PDFInfo) -> None:
        """Give the document its information dictionary."""
        self._doc.info = information

    def identify_by(self, data: bytes) -> None:
        """Let the document's identity depend on `data`, too."""
        self._digest.update(data)

    def data(self) -> bytes:
        """The finished file."""
        identity = self._digest.hexdigest()[:32]
        self._doc._ID = f"[<{identity}> <{identity}>]".encode()
        data: bytes = self._doc.GetPDFData(self)
        return data

    def _make_preamble(self) -> None:
        """Begin pages with nothing: reportlab's own preamble would name a font that is not embedded."""
        self._preamble = ""


class Stream(PDFStream):
    """A stream: its dictionary's entries and its data, coded as they say (ISO 32000-1, 7.3.8).

    reportlab's own has no end of line behind the data, which ISO 19005-2, 6.1.7.1, demands.
    """

    def __init__(self, data: bytes, **entries: Any) -> None:
        super().__init__(PDFDictionary({**entries, "Length": len(data)}), data)

    def format(self, document: Any) -> bytes:
        """The object as it stands in the file."""
        return b"%s\nstream\n%s\nendstream\n" % (self.dictionary.format(document), self.content)


def packed(data: bytes, **entries: Any) -> Stream:
    """A stream of `data`, compressed, with more entries for its dictionary."""
    return Stream(zlib.compress(data), Filter=PDFName("FlateDecode"), **entries)
