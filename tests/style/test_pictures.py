"""Which pictures docgen takes, and what it makes of them."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from docgen.style.pictures import Picture, Unusable, decode
from docgen.writers.pdf.intent import srgb
from tests.style.profiles import of_one_ink, with_red_and_green_exchanged

RED = (200, 30, 30)


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def opened(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("form", "mode"),
    [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "L"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "RGB"), ("JPEG", "L")],
)
def test_what_both_writers_can_take_is_kept_byte_for_byte(form: str, mode: str) -> None:
    data = encoded(Image.new(mode, (7, 5)), form)
    assert decode("a", data) == Picture("a", form.lower(), data, 7, 5)


def test_a_photograph_taken_sideways_is_turned_upright() -> None:
    image = Image.new("RGB", (40, 20), RED)
    image.paste((255, 255, 255), (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter to the right
    picture = decode("a.jpg", encoded(image, "JPEG", exif=exif))
    assert (picture.width, picture.height, picture.format) == (20, 40, "jpeg")
    upright = opened(picture)
    assert upright.getexif().get(0x0112) is None
    assert min(upright.getpixel((10, 5))) > 240
    assert upright.getpixel((10, 35))[1] < 60


def test_print_colours_become_screen_colours() -> None:
    picture = decode("a.jpg", encoded(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG"))
    assert (opened(picture).mode, picture.format) == ("RGB", "jpeg")
    red, green, blue = opened(picture).getpixel((4, 4))
    assert red > 240
    assert max(green, blue) < 15


@pytest.mark.parametrize(
    ("form", "mode"),
    [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGB"), ("WEBP", "RGBA")],
)
def test_colours_are_what_the_pictures_profile_says(form: str, mode: str) -> None:
    image = Image.new("RGB", (8, 8), (255, 0, 0)).convert(mode)
    picture = decode("a", encoded(image, form, icc_profile=with_red_and_green_exchanged()))
    red, green, blue = opened(picture).convert("RGB").getpixel((4, 4))
    assert green > 240
    assert max(red, blue) < 15
    assert "icc_profile" not in opened(picture).info


def test_a_transparent_picture_with_a_profile_stays_transparent() -> None:
    image = Image.new("RGBA", (8, 8), (255, 0, 0, 77))
    picture = decode("a.png", encoded(image, "PNG", icc_profile=with_red_and_green_exchanged()))
    assert opened(picture).getpixel((4, 4))[3] == 77


def test_inks_print_what_their_profile_says() -> None:
    cyan = Image.new("CMYK", (8, 8), (255, 0, 0, 0))
    red, green, blue = opened(decode("a.jpg", encoded(cyan, "JPEG", icc_profile=of_one_ink()))).getpixel((4, 4))
    assert red > 100
    assert max(green, blue) < 30


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize(
    "profile", [srgb(), b"no profile", of_one_ink()], ids=["that of the page", "damaged", "of another space"]
)
def test_a_profile_that_says_nothing_new_leaves_the_picture_as_it_is(mode: str, profile: bytes) -> None:
    data = encoded(Image.new(mode, (7, 5)), "JPEG", icc_profile=profile)
    assert decode("a.jpg", data).data == data


def test_sixteen_bits_of_grey_become_eight() -> None:
    picture = decode("a.png", encoded(Image.new("I;16", (4, 4), 0x8080), "PNG"))
    assert (opened(picture).mode, opened(picture).getpixel((0, 0))) == ("L", 0x80)


def test_a_web_photograph_becomes_jpeg() -> None:
    picture = decode("a.webp", encoded(Image.new("RGB", (9, 6), RED), "WEBP"))
    assert (picture.format, opened(picture).format, picture.width, picture.height) == ("jpeg", "JPEG", 9, 6)


def test_transparency_survives() -> None:
    image = Image.new("RGBA", (9, 6), (*RED, 0))
    picture = decode("a.webp", encoded(image, "WEBP", lossless=True))
    assert (picture.format, opened(picture).mode, opened(picture).getpixel((0, 0))[3]) == ("png", "RGBA", 0)


def test_the_first_frame_of_an_animation_is_taken() -> None:
    frames = [Image.new("RGB", (6, 6), colour) for colour in (RED, (0, 0, 255))]
    picture = decode("a.gif", encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert picture.format == "png"
    assert opened(picture).convert("RGB").getpixel((3, 3)) == RED


def test_the_same_file_gives_the_same_bytes() -> None:
    data = encoded(Image.linear_gradient("L").convert("CMYK"), "JPEG")
    assert decode("a", data).data == decode("a", data).data


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_an_incomplete_file_is_refused(form: str) -> None:
    data = encoded(Image.effect_noise((64, 64), 90).convert("RGB"), form)
    with pytest.raises(Unusable, match=r"damaged or incomplete|not a PNG, JPEG, WebP, GIF or SVG"):
        decode("a", data[: len(data) // 2])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 and so on", "not a PNG, JPEG, WebP, GIF or SVG"),
        (encoded(Image.new("RGB", (4, 4)), "BMP"), "not a PNG, JPEG, WebP, GIF or SVG"),
    ],
)
def test_other_files_are_refused_in_plain_words(data: bytes, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        decode("a", data)


@pytest.mark.parametrize("side", [8_000, 12_000, 100_000])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked(side: int) -> None:
    with pytest.raises(Unusable, match="60 million"):
        decode("bomb.png", _png_that_claims(side))


def _png_that_claims(side: int) -> bytes:
    """A few bytes of PNG that say they are `side` pixels wide and high."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
