"""The canvas: reportlab's, without what it would add of its own.

Its private members are touched in this module only. Everything a file depends on is passed in; nothing comes from
reportlab's settings, the clock, the environment, or its registry of fonts, which all documents of a process share.
"""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas

VERSION = (1, 7)


class Sheets(Canvas):
    """The pages of one document, its faces and its pictures."""

    _doc: Any
    _code: list[str]

    def __init__(self, moment: datetime, language: str) -> None:
        super().__init__(BytesIO(), pageCompression=1, invariant=1, pdfVersion=VERSION, lang=language)
        at = moment.astimezone(UTC)
        stamp = f"D:{at.year:04}{at:%m%d%H%M%S}+00'00'"
        self.setDateFormatter(lambda *_: stamp)
        self._digest = hashlib.sha256(stamp.encode())

    def write(self, *operators: str) -> None:
        """Add operators to the content of the current page (ISO 32000-1, annex A)."""
        self._code.extend(operators)

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        """End the page, its content compressed and nothing else: reportlab would write it as ASCII, a fifth larger."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        content: bytes = page.stream.encode("latin-1")
        self._digest.update(content)
        page.Contents = packed(content)

    def keep(self, part: PDFObject, name: str | None = None) -> PDFObjectReference:
        """Add a stream or a dictionary to the document; under `name` a stream can be shown by `doForm`."""
        reference: PDFObjectReference = self._doc.Reference(part, xObjectName(name) if name else None)
        return reference

    def keep_font(self, font: PDFDictionary, resource: str) -> None:
        """Add a font to the document, for all its pages to use as `resource`."""
        self._digest.update(font["BaseFont"].encode("ascii"))
        self._doc.idToObject["BasicFonts"].dict[resource] = self.keep(font)

    def data(self) -> bytes:
        """The finished file."""
        identity = self._digest.hexdigest()[:32]
        self._doc._ID = f"[<{identity}> <{identity}>]".encode()
        data: bytes = self._doc.GetPDFData(self)
        return data

    def _make_preamble(self) -> None:
        """Begin pages with nothing: reportlab's own preamble would name a font that is not embedded."""
        self._preamble = ""


def packed(data: bytes, **entries: Any) -> PDFStream:
    """A stream of `data`, compressed, with more entries for its dictionary (ISO 32000-1, 7.3.8)."""
    coding = PDFArray([PDFName("FlateDecode")])
    return PDFStream(PDFDictionary({**entries, "Filter": coding}), zlib.compress(data))
