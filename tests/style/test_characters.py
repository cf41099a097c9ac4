"""What docgen reads of a font's characters itself, beside what fontTools reads."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from docgen.style.characters import read_characters
from docgen.style.fonts import Face
from tests.style.classic import classic

FAMILY = classic().family
FACES = (FAMILY.regular, FAMILY.bold, FAMILY.italic, FAMILY.bold_italic)


def by_font_tools(data: bytes) -> tuple[str, set[int]]:
    font = TTFont(BytesIO(data))
    return font["name"].getDebugName(6), set(font.getBestCmap())


def made(characters: dict[int, str]) -> bytes:
    """A font of a few empty glyphs."""
    glyphs = [".notdef", "a", "b", "c"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(characters)
    builder.setupGlyf({name: Glyph() for name in glyphs})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"psName": "Made-Regular"})
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_the_classic_faces_are_read_as_font_tools_reads_them(face: Face) -> None:
    assert read_characters(face.data) == by_font_tools(face.data)


@pytest.mark.parametrize(
    "characters",
    [
        {0x61: "a"},
        {0x61: "a", 0x62: "c", 0x63: "b", 0x64: "a"},
        {0x61: "a", 0x62: ".notdef", 0x63: "b", 0x2013: "c"},
        {0x61: "a", 0x1F600: "b", 0x1F601: "c"},
    ],
    ids=["one", "out of order", "without a glyph", "beyond the first plane"],
)
def test_made_fonts_are_read_as_font_tools_reads_them(characters: dict[int, str]) -> None:
    data = made(characters)
    assert read_characters(data) == by_font_tools(data)


def test_a_damaged_font_is_left_to_font_tools() -> None:
    data = made({0x61: "a", 0x62: "b"})
    assert read_characters(data)
    font = TTFont(BytesIO(data))
    for tag in ("cmap", "hmtx", "head", "maxp"):
        at = font.reader.tables[tag].offset
        assert read_characters(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]) is None, tag
    assert read_characters(data[:-4]) is None
    assert read_characters(b"") is None
    assert read_characters(b"OTTO" + data[4:]) is None
