"""Colour profiles of pictures: what a picture's numbers mean, where they do not mean sRGB.

A page has one space of colours, and neither writer takes profiles along; so a photograph in the wider space of a camera
or telephone, or in the inks of a press, is put into sRGB, as its profile says.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import product
from typing import TypeAlias

from PIL import Image, ImageCms

Conversion: TypeAlias = Callable[[Image.Image], Image.Image]

_SPACES = {"L": "GRAY", "LA": "GRAY", "RGB": "RGB", "RGBA": "RGB", "P": "RGB", "CMYK": "CMYK"}
_STEPS = range(0, 256, 51)
_UNSEEN = 3
"""How far, of 255 and on average, colours may be off without anybody noticing."""


def conversion(image: Image.Image) -> Conversion | None:
    """The way from a picture's colours to those of sRGB; None where it has no usable profile or needs no change."""
    data, space = image.info.get("icc_profile"), _SPACES.get(image.mode)
    if not data or space is None:
        return None
    mode = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}[space]
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
        if profile.profile.xcolor_space.strip() != space:
            return None
        transform = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None  # a damaged profile; the picture itself may well be whole
    if mode != "CMYK" and not _changes(transform, mode):
        return None
    return lambda picture: _converted(picture, transform, mode)


def _changes(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether anybody would see the difference: many a profile is one of sRGB, or nearly so."""
    bands = len(mode)
    before = bytes(level for colour in product(_STEPS, repeat=bands) for level in colour)
    sample = Image.frombytes(mode, (len(before) // bands, 1), before)
    after = transform.apply(sample).convert(mode).tobytes()
    return sum(abs(old - new) for old, new in zip(before, after, strict=True)) > _UNSEEN * len(before)


def _converted(image: Image.Image, transform: ImageCms.ImageCmsTransform, mode: str) -> Image.Image:
    """The picture in RGB or grey, as transparent as it was."""
    mask = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    flat = image.convert("RGBA").convert("RGB") if mask and mode == "RGB" else image.convert(mode)
    shown = transform.apply(flat)
    if mask is not None:
        shown.putalpha(mask)
        return shown
    return shown.convert("L") if mode == "L" else shown
