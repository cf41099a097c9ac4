"""Every kind of picture that docgen takes is one that a PDF for archives may hold."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from docgen.document.kernel import Figure
from docgen.style.pictures import Unusable, decode
from docgen.writers.pdf.intent import srgb
from tests.samples import SPAN, document, paragraph, text
from tests.style.profiles import of_one_ink, with_red_and_green_exchanged
from tests.style.test_pictures import encoded
from tests.writers.standards import failed
from tests.writers.test_pdf import edition, writer

GREYS = Image.linear_gradient("L").resize((60, 40))
CLEAR = Image.merge("RGBA", (GREYS, GREYS, GREYS, GREYS.rotate(180)))


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return encoded(GREYS.convert("RGB"), "JPEG", exif=exif)


def by_hand(bits: int, colours: int, *, interlaced: bool = False) -> bytes:
    """A PNG of one pixel, of a kind that Pillow does not write (ISO/IEC 15948, clause 11)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    bands = {0: 1, 2: 3, 4: 2, 6: 4}[colours]
    header = struct.pack(">IIBBBBB", 1, 1, bits, colours, 0, 0, interlaced)
    pixel = zlib.compress(b"\0" + b"\x80" * (bands * bits // 8))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


KINDS = {
    "jpeg": encoded(GREYS.convert("RGB"), "JPEG"),
    "jpeg, grey": encoded(GREYS, "JPEG"),
    "jpeg, progressive": encoded(GREYS.convert("RGB"), "JPEG", progressive=True),
    "jpeg, of inks": encoded(GREYS.convert("CMYK"), "JPEG"),
    "jpeg, of inks with a profile": encoded(GREYS.convert("CMYK"), "JPEG", icc_profile=of_one_ink()),
    "jpeg, of other colours": encoded(GREYS.convert("RGB"), "JPEG", icc_profile=with_red_and_green_exchanged()),
    "jpeg, with the profile of sRGB": encoded(GREYS.convert("RGB"), "JPEG", icc_profile=srgb()),
    "jpeg, sideways": turned(),
    "png": encoded(GREYS.convert("RGB"), "PNG"),
    "png, grey": encoded(GREYS, "PNG"),
    "png, black and white": encoded(GREYS.convert("1"), "PNG"),
    "png, palette": encoded(GREYS.convert("P"), "PNG"),
    "png, palette, transparent": encoded(GREYS.convert("P"), "PNG", transparency=7),
    "png, grey, one tone transparent": encoded(GREYS, "PNG", transparency=7),
    "png, transparent": encoded(CLEAR, "PNG"),
    "png, grey and transparent": encoded(CLEAR.convert("LA"), "PNG"),
    "png, of other colours": encoded(CLEAR, "PNG", icc_profile=with_red_and_green_exchanged()),
    "png, 16 bits": encoded(Image.new("I;16", (60, 40), 0x8080), "PNG"),
    "png, 16 bits a colour": by_hand(16, 2),
    "png, 16 bits, transparent": by_hand(16, 6),
    "png, 16 bits, grey and transparent": by_hand(16, 4),
    "png, interlaced": by_hand(8, 2, interlaced=True),
    "webp": encoded(GREYS.convert("RGB"), "WEBP"),
    "webp, transparent": encoded(CLEAR, "WEBP", lossless=True),
    "gif": encoded(GREYS, "GIF"),
    "gif, moving": encoded(GREYS, "GIF", save_all=True, append_images=[GREYS.rotate(180)]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_picture_is_fit_for_archives(kind: str) -> None:
    picture = decode("p", KINDS[kind])
    figure = Figure(picture=text("p"), alternative=text("Tones of grey"), span=SPAN, id="f", language="en")
    data = writer.write(edition(document(paragraph("Text.", identity="p"), figure), {"p": picture}))
    assert failed(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        images = [shown for page in pdf.pages for shown in page.get("/Resources").XObject.values()]
        assert [str(image.ColorSpace) in ("/DeviceRGB", "/DeviceGray") for image in images] == [True]
        assert [image.BitsPerComponent for image in images] == [8]


@pytest.mark.parametrize("form", ["JPEG2000", "TIFF"])
def test_other_kinds_are_not_taken(form: str) -> None:
    with pytest.raises(Unusable):
        decode("p", encoded(GREYS.convert("RGB"), form))
