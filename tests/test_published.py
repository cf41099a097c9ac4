"""The words of each file that docgen writes are the words of the published report: none lost, added or moved.

The published words were made by hand from the originals and the list of corrections (`tests/published/`); here they
are compared with what poppler and pdfium read in the PDF and what stands in the Word file's XML. Running heads and
folios are left out: in the PDF they are marked as artifacts.
"""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docgen.batch import run
from docgen.job import Exit, Job
from docgen.world import DiskWorld
from tests.programs import ROOT, require
from tests.test_originals import PUBLISHED, REPORTS, words
from tests.writers import tagged

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARGIN = 66  # pt: a little less than the style's margins, so that heads and no text are seen

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


def words_of_docx(path: Path) -> list[str]:
    """The words of the body, paragraph by paragraph."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314  docgen wrote it
    paragraphs = body.iter(f"{WORD}p")
    return words("\n".join("".join(piece.text or "" for piece in one.iter(f"{WORD}t")) for one in paragraphs))


@reports
def test_the_pdf_says_what_was_published(rendered: Path, name: str, tmp_path: Path) -> None:
    for read in tagged.readings((rendered / f"{name}.pdf").read_bytes(), tmp_path):
        assert tagged.words(read) == published(name)


@reports
def test_the_structure_of_the_pdf_tells_what_was_published(rendered: Path, name: str, tmp_path: Path) -> None:
    """Poppler tells the structure in printed capitals, and parts words where a page ends."""
    told = tagged.told_by_structure((rendered / f"{name}.pdf").read_bytes(), tmp_path)
    assert "".join(tagged.words(told)).casefold() == "".join(published(name)).casefold()


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
