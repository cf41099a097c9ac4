"""The smaller file of `docgen render --compact` says the same as the usual one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from docgen.job import Job
from docgen.pipeline import render
from docgen.world import DiskWorld
from docgen.writers.pdf import writer
from tests.programs import ROOT, require
from tests.samples import every_node
from tests.writers.standards import failed
from tests.writers.test_pdf import edition, extracted
from tests.writers.test_pdf_metadata import listed


@cache
def usual() -> bytes:
    return writer.write(edition(every_node()))


@cache
def compact() -> bytes:
    return writer.write(replace(edition(every_node()), compact=True))


def structure(data: bytes, folder: Path) -> list[str]:
    """The structure tree as poppler sees it, with its text; without attributes, whose order is not said anywhere."""
    path = folder / "structure.pdf"
    path.write_bytes(data)
    told = subprocess.run([require("pdfinfo"), "-struct-text", path], capture_output=True, encoding="utf-8", check=True)
    lines = (re.sub(r"Object \d+ 0", "Object", line) for line in told.stdout.splitlines())
    return [line for line in lines if not line.lstrip().startswith("/")]


def test_it_is_smaller_and_shows_its_first_page_first(tmp_path: Path) -> None:
    assert len(compact()) < 0.9 * len(usual())
    assert listed(compact(), tmp_path)["Optimized"] == "yes"


def test_it_is_read_as_the_usual_one(tmp_path: Path) -> None:
    assert extracted(compact(), tmp_path, "-raw") == extracted(usual(), tmp_path, "-raw")
    assert structure(compact(), tmp_path) == structure(usual(), tmp_path)


def test_its_properties_are_those_of_the_usual_one() -> None:
    with pikepdf.open(BytesIO(compact())) as small, pikepdf.open(BytesIO(usual())) as large:
        assert dict(small.docinfo) == dict(large.docinfo)
        assert small.Root.Metadata.read_raw_bytes() == large.Root.Metadata.read_raw_bytes()
        assert small.pdf_version == large.pdf_version
        assert small.trailer.ID[0] == large.trailer.ID[0]


def test_it_keeps_to_the_standards() -> None:
    assert failed(compact()) == []


def test_the_same_edition_gives_the_same_bytes_anywhere() -> None:
    program = "import sys; from tests.writers.test_pdf_compact import compact; sys.stdout.buffer.write(compact())"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "86400"}
    elsewhere = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert elsewhere.stdout == compact()


@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("2*.yaml")), ids=lambda path: path.stem)
def test_the_published_reports_are_small_anyway(path: Path) -> None:
    """Four pages, four faces and three flags; most of it is letters and what says which words are what."""
    (usual_one,), (compact_one,) = (
        render(DiskWorld(), Job(str(path), ("pdf",), compact=small)).files for small in (False, True)
    )
    assert len(usual_one[1]) < 75_000
    assert len(compact_one[1]) < len(usual_one[1])
    assert failed(compact_one[1]) == []
