"""The fonts of a PDF: each face once, whole in what is shown of it, and read back as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from docgen.writers.pdf import writer
from tests.samples import every_node, one_paragraph
from tests.style.classic import classic
from tests.writers.test_pdf import NAMES, edition, opened

MANY = "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180), *range(0x410, 0x450)]))


def made(text: str) -> pikepdf.Pdf:
    """The PDF of one paragraph."""
    return opened(writer.write(edition(one_paragraph(text))))


@pytest.fixture(params=["every node", "many letters"])
def pdf(request: pytest.FixtureRequest) -> pikepdf.Pdf:
    return made(f"{NAMES} {MANY}") if request.param == "many letters" else opened(writer.write(edition(every_node())))


def fonts_of(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The fonts of a document by their resource names, which mean the same on each page."""
    return {name: font for page in pdf.pages for name, font in page.Resources.Font.items()}


def names_of(pdf: pikepdf.Pdf) -> list[str]:
    return sorted(str(font.BaseFont) for font in fonts_of(pdf).values())


def read_back(font: Any) -> dict[int, str]:
    """What the font says each of its codes is read as."""
    lines = font.ToUnicode.read_bytes().decode("ascii").split("endcodespacerange")[1]
    pairs = re.findall(r"^<(\w{4})> <(\w+)>$", lines, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def shown(pdf: pikepdf.Pdf) -> Iterator[tuple[str, list[int]]]:
    """The strings that a document shows, as codes, and the resource name of their font."""
    for page in pdf.pages:
        font = ""
        for found in pikepdf.parse_content_stream(page):
            operands: list[Any] = list(found.operands)
            match str(found.operator):
                case "Tf":
                    font = str(operands[0])
                case "Tj" | "TJ":
                    parts = [operands[0]] if isinstance(operands[0], pikepdf.String) else operands[0]
                    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                    yield font, [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]


def test_each_face_is_embedded_once_and_as_a_subset() -> None:
    pdf = opened(writer.write(edition(every_node())))
    tags, faces = zip(*[name.split("+") for name in names_of(pdf)], strict=True)
    assert sorted(faces) == ["Tinos-Bold", "Tinos-BoldItalic", "Tinos-Italic", "Tinos-Regular"]
    assert all(re.fullmatch("/[A-Z]{6}", tag) for tag in tags)
    for font in fonts_of(pdf).values():
        (inner,) = font.DescendantFonts
        file = inner.FontDescriptor.FontFile2
        assert font.BaseFont == inner.BaseFont == inner.FontDescriptor.FontName
        assert file.Length1 == len(file.read_bytes()) < 12_000


def test_a_face_that_shows_nothing_is_not_there() -> None:
    faces = {name.split("+")[1] for name in names_of(made("Upright and light."))}
    assert "Tinos-Regular" in faces
    assert "Tinos-BoldItalic" not in faces


def test_every_code_shown_is_read_back_as_one_character(pdf: pikepdf.Pdf) -> None:
    known = {name: read_back(font) for name, font in fonts_of(pdf).items()}
    for name, codes in shown(pdf):
        assert set(codes) <= known[name].keys()
    for characters in known.values():
        assert all(len(character) == 1 and character not in "\0\ufeff\ufffe" for character in characters.values())
        assert len(set(characters.values())) == len(characters)


def test_every_code_is_as_wide_as_its_glyph_and_as_layout_takes_it_to_be(pdf: pikepdf.Pdf) -> None:
    family = classic().family
    faces = {face.name: face for face in (family.regular, family.bold, family.italic, family.bold_italic)}
    for font in fonts_of(pdf).values():
        (inner,) = font.DescendantFonts
        file = TTFont(BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
        order, units, numbers = file.getGlyphOrder(), file["head"].unitsPerEm, inner.CIDToGIDMap.read_bytes()
        first, widths = inner.W
        assert first == 0
        face = faces[str(font.BaseFont).split("+")[1]]
        for code, character in read_back(font).items():
            glyph = order[int.from_bytes(numbers[2 * code : 2 * code + 2], "big")]
            assert float(widths[code]) == pytest.approx(file["hmtx"][glyph][0] * 1000 / units, abs=0.01)
            drawn = character if file["glyf"][glyph].numberOfContours else " "
            assert float(widths[code]) == pytest.approx(face.width(drawn, 1000), abs=0.01)


def test_a_no_break_space_is_read_as_a_space() -> None:
    pdf = made("Article\u00a09")
    known = {name: read_back(font) for name, font in fonts_of(pdf).items()}
    assert "Article 9" in ["".join(known[name][code] for code in codes) for name, codes in shown(pdf)]


def test_letters_of_the_same_code_make_different_files() -> None:
    first, second = made("б"), made("в")
    assert first.pages[0].Contents.read_bytes() == second.pages[0].Contents.read_bytes()
    assert first.trailer.ID[0] != second.trailer.ID[0]
