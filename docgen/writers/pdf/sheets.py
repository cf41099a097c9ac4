"""The canvas: reportlab's, without what it would add of its own.

Its private members are touched in this module only. Everything a file depends on is passed in; nothing comes from
reportlab's settings, the clock, the environment, or its registry of fonts, which all documents of a process share.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObjectReference, PDFStream, PDFZCompress, xObjectName
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from docgen.style.fonts import Face

VERSION = (1, 7)


class Sheets(Canvas):
    """The pages of one document, its faces and its pictures."""

    _doc: Any
    _code: list[str]

    def __init__(self, moment: datetime, language: str) -> None:
        super().__init__(BytesIO(), pageCompression=1, invariant=1, pdfVersion=VERSION, lang=language)
        stamp = moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        self.setDateFormatter(lambda *_: stamp)
        self._digest = hashlib.sha256(stamp.encode())
        self._faces: dict[str, TTFont] = {}

    def write(self, *operators: str) -> None:
        """Add operators to the content of the current page (ISO 32000-1, annex A)."""
        self._code.extend(operators)

    def chunks(self, face: Face, text: str) -> list[tuple[str, bytes]]:
        """`text` as codes of the document's own subsets of `face`: the font's resource name and a string for each."""
        font = self._faces.get(face.path)
        if font is None:
            # Made for this document alone and never registered: a font holds its document's subsets.
            font = self._faces[face.path] = TTFont(face.name, BytesIO(face.data), asciiReadable=1)
        parts = font.splitString(text, self._doc)
        return [(font.getSubsetInternalName(subset, self._doc), codes) for subset, codes in parts]

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        """End the page, its content compressed and nothing else: reportlab would write it as ASCII, a fifth larger."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        content: bytes = page.stream.encode("latin-1")
        self._digest.update(content)
        page.Contents = PDFStream(content=content, filters=[PDFZCompress])

    def keep(self, stream: PDFStream, name: str | None = None) -> PDFObjectReference:
        """Add a stream to the document; under `name` it can be shown by `show`."""
        reference: PDFObjectReference = self._doc.Reference(stream, xObjectName(name) if name else None)
        return reference

    def data(self) -> bytes:
        """The finished file."""
        identity = self._digest.hexdigest()[:32]
        self._doc._ID = f"[<{identity}> <{identity}>]".encode()
        data: bytes = self._doc.GetPDFData(self)
        return data

    def _make_preamble(self) -> None:
        """Begin pages with nothing: reportlab's own preamble would name a font that is not embedded."""
        self._preamble = ""
