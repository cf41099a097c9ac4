"""Pictures: what an image file shows and how large it is."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from docgen.cache import Recent
from docgen.records import dataclass
from docgen.style.plain_png import plain_size

if TYPE_CHECKING:
    from PIL import Image as Images

    from docgen.style.profiles import Conversion

MOST_PIXELS = 60_000_000
"""The most pixels a picture may have: a 60-megapixel photograph; unpacked it takes 180 MB."""

JPEG_QUALITY = 90

_READABLE = ("PNG", "JPEG", "WEBP", "GIF")
_ORIENTATION = 0x0112
_PHOTOGRAPHIC = ("JPEG", "WEBP")


SAVE_AGAIN = "save it as PNG or JPEG with an image program, and try again"


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded-enough image: its bytes as PNG or JPEG, upright (EXIF applied), in sRGB or grey, and its size.

    `width` and `height` are pixels; `format` is `png` or `jpeg`. A PNG may be transparent, by alpha or palette.
    """

    path: str
    format: str
    data: bytes
    width: int
    height: int


class Unusable(Exception):
    """An image that cannot be used: why, and what to do, in plain words; `code` names the fault."""

    def __init__(self, why: str, advice: str = SAVE_AGAIN, code: str = "unusable-picture") -> None:
        super().__init__(why)
        self.advice, self.code = advice, code


Pictures: TypeAlias = Mapping[str, Picture]
"""Pictures by the path that stands in `Figure.picture`."""


def decode(path: str, data: bytes) -> Picture:
    """Read an image file (PNG, JPEG, WebP, GIF). Raises `Unusable` for anything else, damaged or too large files.

    SVG files are drawings, which `docgen.document.svg` reads.

    The file's own bytes are kept where both writers can take them as they are; else an upright picture in sRGB or grey
    is written anew, photographs as JPEG, everything else and everything transparent as PNG. Of an animation the first
    frame is taken.
    """
    if not data:
        raise Unusable("the file is empty")
    size = _plain_size(data)
    return Picture(path, "png", data, *size) if size else _decode(path, data)


_LATELY: Recent[tuple[int, int]] = Recent(256)
"""The sizes of plain pictures by what their files hold: most are logos, the same in all reports of a series."""


def _plain_size(data: bytes) -> tuple[int, int] | None:
    key = sha256(data).digest()
    size = _LATELY.recall(key) or plain_size(data, MOST_PIXELS)
    if size is not None:
        _LATELY.keep(key, size)
    return size


def _decode(path: str, data: bytes) -> Picture:
    # Here and not above: a report without pictures, or with plain ones only, should not wait for Pillow.
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large files and odd EXIF; the limits here are our own
            with Image.open(BytesIO(data), formats=_READABLE) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise Unusable(_too_large(image.width, image.height))
                image.load()
                return _usable(path, data, image)
    except UnidentifiedImageError:
        raise Unusable("it is not a PNG, JPEG, WebP, GIF or SVG picture") from None
    except Image.DecompressionBombError:
        raise Unusable(f"it has more than {MOST_PIXELS // 1_000_000} million pixels; save it smaller") from None
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError) as error:
        # Pillow tells of truncated and damaged files by all of these.
        raise Unusable("the file is damaged or incomplete") from error


def _too_large(width: int, height: int) -> str:
    return f"it has {width} × {height} pixels, more than {MOST_PIXELS // 1_000_000} million; save it smaller"


def _usable(path: str, data: bytes, image: Images.Image) -> Picture:
    """The picture as both writers take it; `image` is loaded."""
    from PIL import ImageOps

    kind = image.format or ""
    convert = _conversion(image)
    turned = image.getexif().get(_ORIENTATION, 1) not in (0, 1)
    kept = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA"), "JPEG": ("L", "RGB")}.get(kind, ())
    if image.mode in kept and not (turned or convert or getattr(image, "is_animated", False)):
        return Picture(path, kind.lower(), data, image.width, image.height)
    upright = ImageOps.exif_transpose(image)
    plain = _in_rgb_or_grey(convert(upright) if convert else upright)
    photograph = kind in _PHOTOGRAPHIC and plain.mode in ("L", "RGB")
    out = BytesIO()
    if photograph:
        plain.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, exif=b"", icc_profile=None)
    else:
        plain.save(out, "PNG", exif=b"", icc_profile=None)
    return Picture(path, "jpeg" if photograph else "png", out.getvalue(), plain.width, plain.height)


def _conversion(image: Images.Image) -> Conversion | None:
    """The way to the colours of sRGB, for a picture that says its colours are others."""
    if not image.info.get("icc_profile"):
        return None
    from docgen.style.profiles import conversion

    return conversion(image)


def _in_rgb_or_grey(image: Images.Image) -> Images.Image:
    """The image as L, RGB or, where it is transparent, RGBA."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I"):  # 16 bits of grey, which `convert` would clip instead of scaling
        return image.convert("I").point(lambda value: value / 257).convert("L")
    return image.convert("RGB")
