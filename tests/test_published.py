"""The words of each file that docgen writes are the words of the published report: none lost, added or moved.

The published words were made by hand from the originals and the list of corrections (`tests/published/`); here they
are compared with what poppler reads in the PDF and what stands in the Word file's XML. Running heads and folios are
left out. Words that lines divide are put together where layout's own record says that it divided them, and nowhere
else: a hyphen at a line's end may be the word's own.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docgen.batch import run
from docgen.job import Exit, Job
from docgen.layout import lay_out
from docgen.layout.page import TextLine
from docgen.pipeline import prepare
from docgen.world import DiskWorld
from tests.programs import ROOT, require
from tests.test_originals import PUBLISHED, REPORTS, words

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARGIN = 66  # pt: a little less than the style's margins, so that all text and no furniture is seen

reports = pytest.mark.parametrize("name", sorted(REPORTS.values()))


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    jobs = [Job(str(ROOT / "content" / f"{name}.yaml"), folder=str(folder)) for name in REPORTS.values()]
    for done in run(DiskWorld(), jobs):
        assert done.outcome.exit is Exit.DONE, done.outcome.findings
        assert done.outcome.findings == ()
    return folder


def published(name: str) -> list[str]:
    return words((PUBLISHED / f"{name}.txt").read_text("utf-8"))


def lines_laid_out(name: str) -> list[tuple[list[str], bool]]:
    """The words of each line of the text, in the order of the pages, and whether the last goes on in the next line."""
    ready = prepare(DiskWorld(), Job(str(ROOT / "content" / f"{name}.yaml")))
    assert ready.document
    assert ready.style
    assert ready.pictures is not None
    boxes = [box for page in lay_out(ready.document, ready.style, ready.pictures).pages for box in page.boxes]
    return [
        (words("".join(part.written or part.text for part in box.fragments)), box.end.divides)
        for box in boxes
        if isinstance(box, TextLine) and not box.furniture
    ]


def put_together(read: list[str], lines: list[tuple[list[str], bool]]) -> list[str]:
    """The words read line by line, with those put together that the lines divide."""
    found: list[str] = []
    at = 0
    goes_on = False
    for expected, divided in lines:
        line = read[at : at + len(expected)]
        assert line == expected
        if goes_on:
            found[-1] = found[-1].removesuffix("\u00ad") + line[0]
            line = line[1:]
        found += line
        at += len(expected)
        goes_on = divided
    assert at == len(read)
    return found


def words_of_pdf(path: Path) -> list[str]:
    """The words that poppler finds between the margins, in the order of the page's content."""
    size = subprocess.run([require("pdfinfo"), path], capture_output=True, encoding="utf-8", check=True).stdout
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", size)
    assert found
    width, height = round(float(found[1])), round(float(found[2]))
    window = ["-x", 0, "-y", MARGIN, "-W", width, "-H", height - 2 * MARGIN]
    text = subprocess.run(
        [require("pdftotext"), "-raw", "-enc", "UTF-8", *map(str, window), path, "-"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    return words(text)


def words_of_docx(path: Path) -> list[str]:
    """The words of the body, paragraph by paragraph."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314  docgen wrote it
    paragraphs = body.iter(f"{WORD}p")
    return words("\n".join("".join(piece.text or "" for piece in one.iter(f"{WORD}t")) for one in paragraphs))


@reports
def test_the_pdf_says_what_was_published(rendered: Path, name: str) -> None:
    assert put_together(words_of_pdf(rendered / f"{name}.pdf"), lines_laid_out(name)) == published(name)


@reports
def test_the_word_file_says_what_was_published(rendered: Path, name: str) -> None:
    assert words_of_docx(rendered / f"{name}.docx") == published(name)


@reports
def test_the_running_head_names_the_report_from_page_two_on(rendered: Path, name: str) -> None:
    path = rendered / f"{name}.pdf"
    title = " ".join(published(name)[3:9])
    heads = [
        subprocess.run(
            [
                require("pdftotext"),
                "-raw",
                "-f",
                str(page),
                "-l",
                str(page),
                "-x",
                "0",
                "-y",
                "0",
                "-W",
                "612",
                "-H",
                str(MARGIN),
                path,
                "-",
            ],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for page in (1, 2, 3)
    ]
    assert [title in " ".join(head.split()) for head in heads] == [False, True, True]
