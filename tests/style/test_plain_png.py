"""A plain PNG is taken as it is, as Pillow would take it."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from docgen.style import pictures
from docgen.style.pictures import MOST_PIXELS, Picture, Unusable, decode
from docgen.style.plain_png import plain_size


def png(mode: str, size: tuple[int, int] = (7, 5), **more: object) -> bytes:
    image = Image.new("RGB", size)
    image.putdata([(40 * x % 256, 7 * x % 256, x % 256) for x in range(size[0] * size[1])])
    out = BytesIO()
    image.convert(mode).save(out, "PNG", **more)
    return out.getvalue()


def by_pillow(data: bytes) -> Picture | None:
    try:
        return pictures._decode("x.png", data)
    except Unusable:
        return None


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGB", "RGBA"])
def test_plain_pictures_are_taken_as_pillow_takes_them(mode: str) -> None:
    data = png(mode, dpi=(300, 300))
    assert plain_size(data, MOST_PIXELS) == (7, 5)
    assert decode("x.png", data) == by_pillow(data)


def test_what_is_not_plain_is_left_to_pillow() -> None:
    profiled = png("RGB", icc_profile=b"profile")
    for data in (png("1"), png("P", transparency=0), profiled, png("RGB") + b"x", png("RGB")[:-1], b""):
        assert plain_size(data, MOST_PIXELS) is None
    assert plain_size(png("RGB"), 34) is None


def test_whatever_is_taken_pillow_takes_too() -> None:
    chance, taken = random.Random(5), 0  # noqa: S311 (a test's dice)
    for _ in range(1500):
        data = bytearray(png(chance.choice(("L", "P", "RGB", "RGBA")), (chance.randint(1, 9), chance.randint(1, 9))))
        for _ in range(chance.randint(0, 2)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        if plain_size(bytes(data), MOST_PIXELS):
            taken += 1
            assert decode("x.png", bytes(data)) == by_pillow(bytes(data))
    assert taken > 100
