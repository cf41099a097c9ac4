"""How lines are drawn: kerned, scaled and spaced as layout measured them; and how they are read back: as written."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
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
from tests.samples import MOMENT, document, every_node, heading, paragraph
from tests.style.classic import classic
from tests.writers.tagged import extracted, outline_of, readings, told_by_structure, words
from tests.writers.test_pdf import edition, written

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
    in_order, _, by_pdfium = readings(data, tmp_path)
    assert words(in_order) == words(by_pdfium) == (PROSE * 4).split()


def test_an_added_hyphen_is_drawn_and_read_as_a_soft_one(tmp_path: Path) -> None:
    data, lines = set_in(narrow(SCALED))
    divided = [line for line in lines if line.end is LineEnd.HYPHEN]
    read = extracted(data, tmp_path, "-raw")
    assert read.count("\u00ad\n") == len(divided) > 0


# ---- the words, as programs read them that know nothing of docgen

EVERY_WORD = """
    Conference Summary Report The Harbour Dialogue on Quiet Seas
    An event hosted by the Permanent Mission of Ruritania Date: March 8, 2019 Location: Old Customs House
    Delegates met to ask how quiet a sea can be, and how quiet it must be.
    Contents Opening Remarks 1 The Fleet at Anchor 1 Tides by the Numbers 1 What Was Seen 2 Closing 3
    Opening Remarks Ambassador Vane welcomed the delegates1 and thanked the Institute for Calm Waters.
    As the French say, mer calme; see Figure 1 and the closing.
    The Fleet at Anchor Three things can be done at once: • lower the engines’ noise; • move the lanes:
    1. north 2. south
    Two steps remain AIS-B for the year: 3. The third step is patience. It takes a second paragraph to say so.
    4. The fourth is charts. A Word on Names Call signs such as Nordlicht are never split.
    Tides by the Numbers The harbour master gave the figures in Table 1. Table 1. Tides on the day of the Dialogue
    Port High tide Range, m Strelsau 06:12 1.4 Hentzau 07:40 0.9 Source: the harbour master.
    A sea is quiet when one can hear the rope. Nothing else will do. Captain Flavia Tarlenheim
    1. Figures are those of the Harbour Yearbook.
    What Was Seen The delegates walked to the pier.i
    Figure 1. Delegates on the old pier Figure 2. The harbour at noon They came back by boat.2
    The afternoon was given to charts. 2. Said on the second day.
    Closing The chair read a line of Czech: Moře je klidné.
    Une note en français clôt le rapport. Notes i. Compare Table 1 & the annex.
"""
"""The words of `every_node` page by page, notes at the foot; the drawing, the breaks and the rule have none."""


def test_every_node_is_read_in_the_order_of_the_pages(tmp_path: Path) -> None:
    in_order, _, by_pdfium = readings(writer.write(edition(every_node())), tmp_path)
    assert words(in_order) == words(by_pdfium) == EVERY_WORD.split()


def test_every_node_is_told_in_the_order_of_the_document(tmp_path: Path) -> None:
    """Poppler tells the tree; what pdfium reads in it is the golden of the structure."""
    data = writer.write(edition(every_node()))
    structure = "".join(re.findall('"(.*)"$', outline_of(data), re.MULTILINE))
    assert letters(told_by_structure(data, tmp_path)) == letters(structure)
    assert Counter(letters(structure)) == Counter(letters(EVERY_WORD))


def letters(text: str) -> str:
    return "".join(words(text)).casefold()


def test_a_words_own_hyphen_at_the_end_of_a_line_is_not_taken_for_an_added_one(tmp_path: Path) -> None:
    """Readers drop a hyphen at a line's end and join what it parts: "non-state" would become "nonstate"."""
    text = "non-state field-level intelligence-based decades/years—long " * 30
    data, lines = set_in(narrow(SCALED), text)
    assert sum(line.end is LineEnd.INSIDE for line in lines) > 5
    for read in readings(data, tmp_path):
        assert Counter(words(read)) == Counter(text.split())


def test_an_address_divided_anywhere_is_read_whole(tmp_path: Path) -> None:
    address = "https://example.org/" + "wwwwwwwwww" * 12
    for read in readings(written(paragraph(f"See {address} there.")), tmp_path):
        assert words(read) == ["See", address, "there."]


def test_letters_with_marks_that_have_no_sign_of_their_own_stay_whole(tmp_path: Path) -> None:
    text = "M\u0304 x\u0301y q\u0303, J\u0301an g\u0303uarani"
    for read in readings(written(paragraph(text)), tmp_path):
        assert words(unicodedata.normalize("NFC", read)) == words(unicodedata.normalize("NFC", text))


def test_capitals_over_lines_are_read_in_the_written_case(tmp_path: Path) -> None:
    text = "Die Große Straße der İstanbuler Ηλιούπολη zum Meer – und Nord-Ostsee-Kanal-Hafen-Behörden-Regeln am Fluß"
    for read in readings(written(heading(1, text, identity="h"), paragraph("Behind it.")), tmp_path):
        assert words(read) == [*text.split(), "Behind", "it."]


def test_what_a_face_lacks_is_read_although_nothing_is_shown(tmp_path: Path) -> None:
    text = "A word of 中文 here."
    data = written(paragraph(text))
    for read in readings(data, tmp_path):
        assert words(read) == text.split()
    codes = [bytes(part) for operands, operator in operators(data) if operator == "Tj" for part in operands]
    assert all(b"\0\0" not in {code[at : at + 2] for at in range(0, len(code), 2)} for code in codes)
