"""Pictures as image objects: once each, in RGB or grey, with a soft mask where they are transparent."""

from __future__ import annotations

import zlib
from io import BytesIO

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFName

from docgen.style.pictures import Picture
from docgen.writers.pdf.sheets import Sheets, Stream


def add_image(sheets: Sheets, picture: Picture, name: str) -> None:
    """Add a picture to the document under `name`. A JPEG goes in as it is."""
    with Image.open(BytesIO(picture.data)) as image:
        if picture.format == "jpeg":
            stream = _stream(image.size, image.mode, picture.data, "DCTDecode")
        else:
            stream = _packed(image.convert("L" if image.mode in ("1", "L") else "RGB"))
        if picture.format == "png" and image.has_transparency_data:
            stream.dictionary["SMask"] = sheets.keep(_packed(image.convert("RGBA").getchannel("A")))
        sheets.keep(stream, name)


def _packed(image: Image.Image) -> Stream:
    return _stream(image.size, image.mode, zlib.compress(image.tobytes(), 9), "FlateDecode")


def _stream(size: tuple[int, int], mode: str, data: bytes, coding: str) -> Stream:
    """An image dictionary and its data (ISO 32000-1, 8.9.5)."""
    return Stream(
        data,
        Type=PDFName("XObject"),
        Subtype=PDFName("Image"),
        Width=size[0],
        Height=size[1],
        ColorSpace=PDFName("DeviceGray" if mode == "L" else "DeviceRGB"),
        BitsPerComponent=8,
        Filter=PDFName(coding),
    )
