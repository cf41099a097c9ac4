"""Fonts in Word files: named where Word has one as wide, embedded where it has not and the licence allows."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from docgen.style.fonts import Face
from docgen.style.model import Family
from docgen.writers.docx import writer
from docgen.writers.docx.embedding import obfuscated
from docgen.writers.writer import Edition
from tests.libreoffice import convert
from tests.programs import require
from tests.samples import edition, one_paragraph
from tests.style.templates import FACES, FONT, font_files
from tests.writers.opened import faults, parts, values, w, xml

TABLE = "word/fontTable.xml"


def own_family(*, embedded: bool) -> Family:
    regular, bold, italic, bold_italic = (
        Face(f"{face}.ttf", font_files()[f"QuietHarbour-{face}.ttf"]) for face in FACES
    )
    return Family(FONT, FONT, regular, bold, italic, bold_italic, embedded)


def report(*, embedded: bool) -> Edition:
    made = edition(one_paragraph("Quiet seas, every one of them."))
    return replace(made, style=replace(made.style, family=own_family(embedded=embedded)))


def test_a_font_as_wide_as_one_of_words_is_named_by_words_name_and_by_its_own() -> None:
    table = xml(writer.write(edition(one_paragraph("Some words."))), TABLE)
    assert (values(table, "font", "name"), values(table, "altName")) == (["Times New Roman"], ["Tinos"])
    assert not [name for name in parts(writer.write(edition(one_paragraph("x")))) if "fonts/" in name]


def test_a_font_that_may_not_be_embedded_is_named_alone() -> None:
    data = writer.write(report(embedded=False))
    assert values(xml(data, TABLE), "font", "name") == [FONT]
    assert not [name for name in parts(data) if "fonts/" in name]
    assert not list(xml(data, "word/settings.xml").iter(w("embedTrueTypeFonts")))


def test_all_faces_are_embedded_whole() -> None:
    """Staff type letters that are not in the report yet, and make words bold that were not."""
    data = writer.write(report(embedded=True))
    table = xml(data, TABLE)
    for number, (face, font) in enumerate(zip(FACES, font_files().values(), strict=True), 1):
        (key,) = values(table, f"embed{face}", "fontKey")
        assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", key)
        assert obfuscated(parts(data)[f"word/fonts/font{number}.odttf"], key.strip("{}")) == font
    settings = xml(data, "word/settings.xml")
    assert list(settings.iter(w("embedTrueTypeFonts")))
    assert not list(settings.iter(w("saveSubsetFonts"))), "the next who opens the file would lack letters"


def test_obfuscation_counts_the_keys_bytes_from_its_end() -> None:
    """ECMA-376, part 1, 17.8.1: the last byte of the GUID as written hides the first of the font."""
    hidden = obfuscated(b"\0" * 40, "00112233-4455-6677-8899-AABBCCDDEEFF")
    assert hidden.hex() == "ffeeddccbbaa99887766554433221100" * 2 + "00" * 8


def test_a_font_is_embedded_in_the_same_bytes_every_time() -> None:
    assert writer.write(report(embedded=True)) == writer.write(report(embedded=True))


def test_word_takes_it(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(writer.write(report(embedded=True)))
    result = OpenXmlValidator().validate(str(file))
    assert [f"{error.part_uri}: {error.description}" for error in result.errors] == []
    assert faults(file.read_bytes()) == []


@pytest.mark.parametrize("embedded", [True, False])
def test_libreoffice_sets_the_report_in_the_embedded_font_which_no_machine_has(tmp_path: Path, embedded: bool) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(writer.write(report(embedded=embedded)))
    (shown,) = convert([file], "pdf", tmp_path)
    table = subprocess.run([require("pdffonts"), shown], capture_output=True, encoding="utf-8", check=True).stdout
    assert ("QuietHarbour" in table) is embedded, table
