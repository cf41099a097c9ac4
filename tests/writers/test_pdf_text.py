"""How lines are drawn: kerned, scaled and spaced as layout measured them, and read back as they were written."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from docgen.document.kernel import Document
from docgen.layout import lay_out
from docgen.layout.page import LineEnd, TextLine
from docgen.style.model import Columns, PdfPart, Style
from docgen.writers.pdf import writer
from docgen.writers.writer import Edition
from tests.samples import MOMENT, document, paragraph
from tests.style.classic import classic
from tests.writers.test_pdf import extracted

SCALED = PdfPart(glyph_scaling=0.02)
PROSE = (
    "AVATAR Tours: international experts underlined the responsibilities of non-state actors’ counterparts in "
    "civil-society organizations everywhere, the Secretary-General’s among them, for nonproliferation and We. "
)


def narrow(part: PdfPart) -> Style:
    """The classic style in three columns, so that lines need all there is to fill them."""
    return replace(classic(), columns=Columns(count=3, gutter=20), pdf=part)


def set_in(style: Style, text: str = PROSE * 4) -> tuple[bytes, list[TextLine]]:
    made: Document = document(paragraph(text))
    pages = lay_out(made, style, {})
    boxes = [box for page in pages.pages for box in page.boxes]
    lines = [box for box in boxes if isinstance(box, TextLine) and not box.furniture]
    return writer.write(Edition(made, style, {}, MOMENT, pages)), lines


def operators(data: bytes) -> list[tuple[list[object], str]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [(list(found.operands), str(found.operator)) for found in pikepdf.parse_content_stream(pdf.pages[0])]


@pytest.mark.parametrize("part", [PdfPart(), PdfPart(glyph_scaling=0.02), PdfPart(0.02, protrusion=True)])
def test_lines_are_as_wide_as_layout_says(part: PdfPart, tmp_path: Path) -> None:
    data, lines = set_in(narrow(part))
    boxes = extracted(data, tmp_path, "-bbox-layout")
    drawn = [(float(left), float(right)) for left, right in re.findall(r'<line xMin="(\S+)".*xMax="(\S+)"', boxes)]
    for line in lines:
        last = line.fragments[-1]
        assert pytest.approx((line.fragments[0].x, last.x + last.width), abs=0.05) in drawn


def test_pairs_of_letters_are_kerned() -> None:
    shown = [operands for operands, operator in operators(set_in(classic(), "AVATAR")[0]) if operator == "TJ"]
    (parts,) = shown[0]
    moves = [round(float(part), 1) for part in parts if not isinstance(part, pikepdf.String)]
    assert moves == [round(-1000 * kern, 1) for _, kern in classic().family.regular.kerns("AVATAR")]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    word = [codes[at : at + 2] for at in range(0, len(codes), 2)]
    assert len(word) == len("AVATAR")
    assert [word.index(code) for code in word] == ["AVATAR".index(letter) for letter in "AVATAR"]


def test_letters_are_scaled_line_by_line_and_no_further_than_the_style_says() -> None:
    scales = {float(operands[0]) for operands, operator in operators(set_in(narrow(SCALED))[0]) if operator == "Tz"}
    assert len(scales) > 2
    assert all(98 <= scale <= 102 for scale in scales)


def test_a_style_that_scales_nothing_has_no_such_operator() -> None:
    assert not [operator for _, operator in operators(set_in(narrow(PdfPart()))[0]) if operator == "Tz"]


def test_kerning_and_scaling_put_no_gaps_into_words(tmp_path: Path) -> None:
    data, lines = set_in(narrow(SCALED))
    assert {LineEnd.HYPHEN, LineEnd.SPACE} <= {line.end for line in lines}
    read = extracted(data, tmp_path, "-raw").split("Page 1")[0]
    joined = re.sub("\u00ad\n", "", read).replace("-\n", "-").replace("\n", " ")
    assert joined.split() == (PROSE * 4).split()


def test_an_added_hyphen_is_drawn_and_read_as_a_soft_one(tmp_path: Path) -> None:
    data, lines = set_in(narrow(SCALED))
    divided = [line for line in lines if line.end is LineEnd.HYPHEN]
    read = extracted(data, tmp_path, "-raw")
    assert read.count("\u00ad\n") == len(divided) > 0
