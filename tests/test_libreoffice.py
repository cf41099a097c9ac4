"""LibreOffice, as one reader of Word files, shows all of each report, in faces as wide as the style's own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from docgen.batch import run
from docgen.job import Exit, Job
from docgen.world import DiskWorld
from tests.programs import ROOT, convert_with_libreoffice, require
from tests.test_originals import REPORTS
from tests.test_published import published, words_of_pdf

# Tinos, and those it has its widths from and shares them with.
FAMILIES = {"LiberationSerif", "Tinos", "TimesNewRoman", "TimesNewRomanPS"}


@pytest.fixture(scope="module", params=sorted(REPORTS.values()))
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF that LibreOffice makes of a report's Word file."""
    folder = tmp_path_factory.mktemp("shown")
    (done,) = run(DiskWorld(), [Job(str(ROOT / "content" / f"{request.param}.yaml"), ("docx",), str(folder))])
    assert done.outcome.exit is Exit.DONE, done.outcome.findings
    return convert_with_libreoffice(folder / f"{request.param}.docx", "pdf", folder / "libreoffice")


def letters(words: list[str]) -> str:
    """Words without what hyphenation puts between their letters, and without what capitals a style sets them in."""
    return "".join(filter(str.isalnum, "".join(words))).casefold()


def test_every_letter_is_shown_in_its_order(shown: Path) -> None:
    assert letters(words_of_pdf(shown)) == letters(published(shown.stem))


def test_the_faces_are_as_wide_as_the_styles(shown: Path) -> None:
    table = subprocess.run([require("pdffonts"), shown], capture_output=True, encoding="utf-8", check=True).stdout
    families = {face.split("-")[0] for face in re.findall(r"^[A-Z]{6}\+(\S+)", table, re.MULTILINE)}
    assert families
    assert families <= FAMILIES
