"""Tables as they are published: sound files, one text in both formats, heads that are named and repeated."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from docgen.conformance import kind_of
from docgen.job import Job
from docgen.layout import lay_out
from docgen.layout.page import TextLine
from docgen.layout.table import shared_widths
from docgen.pipeline import prepare, publish
from docgen.world import MemoryWorld
from tests.test_documents import style_files
from tests.test_published import words_of_docx
from tests.writers import tagged
from tests.writers.standards import failed

REPORT = """\
title: Pledges for the Lower River
hosts: [the River Institute]
date: 2024-05-06
sections:
  - heading: What Was Pledged
    body:
      - As [](#pledges) and [](#actions) show, much was pledged.
      - table:
          csv: data/pledges.csv
          head-columns: 1
          caption: Pledges to the River Fund
          notes:
            - "Source: *River Fund*, annual accounts."
            - Pledges count in the year in which they were made.^[Some were paid a year later.]
          id: pledges
      - Between two tables stands a paragraph.
      - table:
          width: page
          id: actions
          notes: [All dates are provisional.]
          rows:
            - [Action, Who, Cost]
            - ["Map the wells^[Those of the *lower* basin.]", The ministry, 1 200]
            - [Train engineers, "", –]
      - table: {head-rows: 2, rows: [["", Monday, ""], [Hour, River, Lake], [Nine, Opening, Tour]]}
"""
ROWS = "".join(f"Donor {number};{number},5;{number * 2},0\n" for number in range(1, 90))
CSV = f';2022;2023\n"All ""great""\ndonors";1;2\n{ROWS}'


def written(report: str, rows: str) -> dict[str, bytes]:
    given = {"report.yaml": report.encode(), "data/pledges.csv": rows.encode()}
    done = publish(MemoryWorld({**style_files(), **given}), Job("report.yaml", attach=True)).outcome
    assert done.findings == ()
    return {path.rpartition(".")[2]: data for path, data in done.files}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return written(REPORT, CSV)


def test_both_files_are_sound(files: dict[str, bytes]) -> None:
    assert failed(files["pdf"], "3a") == []
    for kind, data in files.items():
        checker = kind_of(f"report.{kind}")
        assert checker is not None
        assert checker.examine(f"report.{kind}", data, in_review=False).findings == ()


def test_both_say_the_same(tmp_path: Path) -> None:
    """Notes apart, which a Word file has in a part of its own."""
    files = written(re.sub(r"\^\[.*?\]", "", REPORT), CSV.replace('great""\nd', 'great"" d'))
    (tmp_path / "report.docx").write_bytes(files["docx"])
    told = tagged.words(tagged.told_by_structure(files["pdf"], tmp_path))
    assert "".join(told).casefold() == "".join(words_of_docx(tmp_path / "report.docx")).casefold()


def test_the_table_from_the_file_is_attached(files: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(files["pdf"])) as pdf:
        carried = pdf.attachments["pledges.csv"]
        assert carried.get_file().read_bytes() == CSV.encode()
        assert carried.get_file().mime_type == "text/csv"


def test_word_knows_heads_and_columns_that_name_rows(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(files["docx"])) as package:
        body = package.read("word/document.xml").decode()
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", body, re.DOTALL)
    heads = [(table.count("<w:tblHeader/>"), re.findall(r'w:first(?:Row|Column)="\d"', table)) for table in tables]
    assert heads == [
        (1, ['w:firstRow="1"', 'w:firstColumn="1"']),
        (1, ['w:firstRow="1"', 'w:firstColumn="0"']),
        (2, ['w:firstRow="1"', 'w:firstColumn="0"']),
    ]
    assert len(re.findall(r'<w:pStyle w:val="TableNote"/>', body)) == 3


@pytest.mark.parametrize("count", range(60, 80, 2))
def test_notes_stay_with_the_last_row(count: int) -> None:
    rows = "".join(f"Donor {number};{number},5;{number * 2},0\n" for number in range(1, count))
    given = {"report.yaml": REPORT.encode(), "data/pledges.csv": f"Name;2022;2023\n{rows}".encode()}
    prepared = prepare(MemoryWorld({**style_files(), **given}), Job("report.yaml"))
    assert prepared.document is not None
    assert prepared.style is not None
    places = {
        text: (number, box.fragments[0].x < 300)
        for number, page in enumerate(lay_out(prepared.document, prepared.style, {}).pages)
        for box in page.boxes
        if isinstance(box, TextLine) and box.fragments
        for text in ["".join(fragment.text for fragment in box.fragments)]
    }
    below = [place for text, place in places.items() if text.startswith(("Source: ", "Pledges count"))]
    assert below == [places[f"Donor {count - 1}"]] * 2


def test_names_and_numbers_stay_on_one_line_where_long_texts_have_to_break() -> None:
    name, number, text = (20.0, 60.0), (30.0, 30.0), (40.0, 400.0)
    assert shared_widths([name, number, text], 250.0) == [60.0, 30.0, 160.0]
    assert shared_widths([text, text], 250.0) == [125.0, 125.0]
    assert sum(shared_widths([name, (40.0, 300.0), text], 250.0)) == pytest.approx(250.0)
