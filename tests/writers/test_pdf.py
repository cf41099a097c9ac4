"""What is in a PDF: words in order, links, outline, properties; and that nothing in it depends on who made it."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from docgen.document.kernel import Document, Figure, Node
from docgen.document.runs import Link
from docgen.layout import lay_out
from docgen.style.pictures import Picture, Pictures
from docgen.writers.pdf import writer
from docgen.writers.writer import Edition
from tests.programs import ROOT, require
from tests.samples import (
    MOMENT,
    SPAN,
    document,
    every_node,
    heading,
    one_paragraph,
    paragraph,
    run,
    text,
    tiny_pictures,
)
from tests.style.classic import classic
from tests.writers.tagged import extracted

NAMES = "Paweł Herczyński met Hüseyin Müftüoğlu – “in the Ελλάδα” – for 5 € …"


def edition(made: Document, pictures: Pictures | None = None) -> Edition:
    shown = tiny_pictures() if pictures is None else pictures
    return Edition(made, classic(), shown, MOMENT, lay_out(made, classic(), shown))


def written(*nodes: Node, pictures: Pictures | None = None) -> bytes:
    return writer.write(edition(document(*nodes), pictures))


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def test_the_writer_is_found_by_its_name() -> None:
    found = importlib.import_module("docgen.writers.pdf").writer
    assert (found.name, found.extension, found.needs_pages) == ("pdf", ".pdf", True)


def test_names_and_signs_are_read_back_as_written(tmp_path: Path) -> None:
    assert NAMES in " ".join(extracted(writer.write(edition(one_paragraph(NAMES))), tmp_path).split())


def test_words_at_line_ends_do_not_join(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(200)]
    lines = extracted(written(paragraph(" ".join(words))), tmp_path, "-raw").split()
    assert lines[: len(words)] == words


def test_capitals_are_read_back_in_the_written_case(tmp_path: Path) -> None:
    read = extracted(written(heading(1, "Die Große Straße zum Meer", identity="h"), paragraph("Text.")), tmp_path)
    assert "Die Große Straße zum Meer" in read


def test_markup_in_the_text_is_only_text(tmp_path: Path) -> None:
    words = r"<b>AT&T</b> (a\b) <font size=40> &amp; )Tj %PDF {x} \\"
    assert words in " ".join(extracted(written(paragraph(words)), tmp_path).split())


def test_a_justified_line_reaches_the_margin_and_spaces_stay_single(tmp_path: Path) -> None:
    words = "Proliferation networks " * 40
    boxes = extracted(written(paragraph(words)), tmp_path, "-bbox-layout")
    ends = [float(line.split('xMax="')[1].split('"')[0]) for line in boxes.splitlines() if "<line" in line]
    assert sum(abs(end - 293.5) < 0.6 for end in ends) >= 3
    assert "  " not in extracted(written(paragraph(words)), tmp_path, "-raw")


@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"TZ": "America/New_York"}])
def test_the_same_edition_gives_the_same_bytes_anywhere(environment: dict[str, str]) -> None:
    program = (
        "import sys; from docgen.writers.pdf import writer; from tests.samples import every_node; "
        "from tests.writers.test_pdf import edition; sys.stdout.buffer.write(writer.write(edition(every_node())))"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "86400", **environment},
        capture_output=True,
        check=True,
    ).stdout
    assert elsewhere == writer.write(edition(every_node()))


def test_documents_written_at_the_same_time_do_not_mix() -> None:
    """Fonts hold the characters of their document, so two documents must never share one."""
    editions = [edition(one_paragraph(chr(0x410 + number) * 30 + NAMES)) for number in range(8)]
    alone = [writer.write(one) for one in editions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(writer.write, editions)) == alone


def test_another_text_is_another_document() -> None:
    first, second = (opened(writer.write(edition(one_paragraph(words)))) for words in ("one", "two"))
    assert first.trailer.ID[0] == first.trailer.ID[1]
    assert first.trailer.ID[0] != second.trailer.ID[0]


def test_properties_say_whose_it_is_and_when_it_was() -> None:
    east = replace(edition(every_node()), moment=datetime(2019, 3, 9, 1, 30, tzinfo=timezone(timedelta(hours=9))))
    pdf = opened(writer.write(east))
    assert pdf.pdf_version == "1.7"
    assert str(pdf.docinfo.Title) == "The Harbour Dialogue on Quiet Seas"
    assert str(pdf.docinfo.Author) == "Permanent Mission of Ruritania; Institute for Calm Waters"
    assert str(pdf.docinfo.Subject) == "Conference Summary Report"
    assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20190308163000+00'00'"
    assert (str(pdf.docinfo.Creator), str(pdf.docinfo.Producer)) == ("docgen", "docgen")
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True


def test_pages_are_labelled_and_sized() -> None:
    pdf = opened(writer.write(edition(every_node())))
    assert [page.label for page in pdf.pages] == ["1", "2", "3"]
    assert [float(edge) for edge in pdf.pages[0].MediaBox] == [0, 0, 612, 792]


def test_headings_make_the_outline() -> None:
    with opened(writer.write(edition(every_node()))).open_outline() as outline:
        tree = [(entry.title, [child.title for child in entry.children]) for entry in outline.root]
    assert tree == [
        ("Opening Remarks", ["The Fleet at Anchor"]),
        ("Tides by the Numbers", []),
        ("What Was Seen", []),
        ("Closing", []),
    ]


def test_an_outline_bears_with_levels_left_out() -> None:
    made = written(*[heading(level, f"H{level}", identity=f"h{level}") for level in (3, 1, 4, 6, 2)])
    with opened(made).open_outline() as outline:
        first, second = outline.root
        assert (first.title, second.title) == ("H3", "H1")
        assert [child.title for child in second.children] == ["H4", "H2"]
        assert [child.title for child in second.children[0].children] == ["H6"]


def test_links_lead_out_and_inside() -> None:
    pdf = opened(writer.write(edition(every_node())))
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    addresses = [str(link.A.URI) for link in links if "/A" in link]
    assert addresses == ["https://example.org/?a=1&b=2"]
    inside = [link for link in links if "/Dest" in link]
    closing = next(link for link in inside if str(link.Contents) == "the closing")
    assert closing.Dest[0].objgen == pdf.pages[2].obj.objgen
    assert {str(link.Contents) for link in inside} >= {"Figure 1", "Table 1", "1", "i", "2"}


def test_an_address_with_letters_of_other_alphabets_is_written_in_ascii() -> None:
    link = Link((run("here"),), SPAN, url="https://example.org/żółw?q=a b%20c#é")
    pdf = opened(written(paragraph(link)))
    assert str(pdf.pages[0].Annots[0].A.URI) == "https://example.org/%C5%BC%C3%B3%C5%82w?q=a%20b%20c#%C3%A9"


def test_a_picture_shown_twice_is_there_once() -> None:
    harbour = Figure(picture=text("pictures/harbour.png"), alternative=text("Pier"), span=SPAN)
    pdf = opened(written(harbour, harbour))
    page = pdf.pages[0]
    images = [form for form in page.Resources.XObject.values() if form.Subtype == "/Image"]
    assert len(images) == 1
    assert page.Contents.read_bytes().count(b" Do") == 2


@pytest.mark.parametrize(
    ("mode", "form", "colours", "masked"),
    [
        ("RGB", "png", "/DeviceRGB", False),
        ("L", "png", "/DeviceGray", False),
        ("P", "png", "/DeviceRGB", False),
        ("RGBA", "png", "/DeviceRGB", True),
        ("LA", "png", "/DeviceRGB", True),
        ("RGB", "jpeg", "/DeviceRGB", False),
        ("L", "jpeg", "/DeviceGray", False),
    ],
)
def test_pictures_are_in_rgb_or_grey_and_transparent_where_they_were(
    mode: str, form: str, colours: str, masked: bool
) -> None:
    out = BytesIO()
    Image.linear_gradient("L").resize((30, 20)).convert(mode).save(out, form.upper())
    figure = Figure(picture=text("p"), alternative=text("Grey"), span=SPAN)
    pdf = opened(written(figure, pictures={"p": Picture("p", form, out.getvalue(), 30, 20)}))
    (image,) = pdf.pages[0].Resources.XObject.values()
    assert (image.Width, image.Height, str(image.ColorSpace)) == (30, 20, colours)
    assert ("/SMask" in image) is masked
    assert (image.Filter == "/DCTDecode") is (form == "jpeg")


def test_poppler_finds_nothing_to_complain_about(tmp_path: Path) -> None:
    path = tmp_path / "every.pdf"
    path.write_bytes(writer.write(edition(every_node())))
    drawn = subprocess.run([require("pdftoppm"), "-r", "20", path, tmp_path / "page"], capture_output=True, check=True)
    assert drawn.stderr == b""


def test_an_edition_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="none"):
        writer.write(replace(edition(every_node()), pages=None))


def test_a_document_of_nothing_is_a_page_with_nothing_on_it() -> None:
    assert len(opened(written()).pages) == 1
