"""A PDF that carries what it was made from: `docgen render --attach`."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from docgen.job import Job
from docgen.pipeline import render
from docgen.world import DiskWorld
from docgen.writers.pdf import writer
from docgen.writers.writer import Attachment, Relationship
from tests.programs import ROOT, require
from tests.samples import one_paragraph
from tests.writers.standards import failed
from tests.writers.test_pdf import edition

REPORT = "2013-turtle-bay-roundtable"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def rendered() -> dict[str, bytes]:
    """The published report with its sources in the PDF: its files by the ends of their names."""
    job = Job(str(ROOT / "content" / f"{REPORT}.yaml"), attach=True)
    return {path.rpartition(".")[2]: data for path, data in render(DiskWorld(), job).files}


def test_the_yaml_files_and_the_word_file_are_in_it(rendered: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(rendered["pdf"])
    subprocess.run([require("pdfdetach"), "-saveall", "report.pdf"], cwd=tmp_path, check=True)
    (tmp_path / "report.pdf").unlink()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        f"{REPORT}.docx": rendered["docx"],
        f"{REPORT}.yaml": (ROOT / "content" / f"{REPORT}.yaml").read_bytes(),
        "docgen.yaml": (ROOT / "content" / "docgen.yaml").read_bytes(),
    }


def test_each_is_known_for_what_it_is(rendered: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(rendered["pdf"])) as pdf:
        files = {str(file.UF): file for file in pdf.Root.AF}
        assert {
            name: (str(file.Desc), str(file.AFRelationship), str(file.EF.F.Subtype)) for name, file in files.items()
        } == {
            f"{REPORT}.docx": ("This report in Word format", "/Alternative", f"/{WORD}"),
            f"{REPORT}.yaml": ("Source of this report", "/Source", "/application/yaml"),
            "docgen.yaml": ("Source of this report", "/Source", "/application/yaml"),
        }
        for file in files.values():
            data, told = file.EF.F.read_bytes(), file.EF.F.Params
            assert told.Size == len(data)
            assert bytes(told.CheckSum) == hashlib.md5(data, usedforsecurity=False).digest()
            assert str(told.ModDate) == str(pdf.docinfo.ModDate)


def test_it_is_a_pdf_for_archives_that_may_carry_files(rendered: dict[str, bytes]) -> None:
    assert failed(rendered["pdf"], "3a") == []
    with pikepdf.open(BytesIO(rendered["pdf"])) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("3", "A", "1")


def test_the_same_files_give_the_same_bytes(rendered: dict[str, bytes]) -> None:
    job = Job(str(ROOT / "content" / f"{REPORT}.yaml"), ("pdf",), attach=True)
    assert [data for _, data in render(DiskWorld(), job).files] == [rendered["pdf"]]


def test_what_reviewers_are_told_is_not_carried_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding that does not stop a report stands in the Word file for reviewers, not in the one that is published."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.yaml").write_text(
        "title: A Day on Water\nhosts: [the River Institute]\ndate: 2024-05-06\n"
        "sections:\n  - heading: Opening\n    body: It began began at nine.\n",
        "utf-8",
    )
    files = dict(render(DiskWorld(), Job("report.yaml", review=True, attach=True)).files)
    with pikepdf.open(BytesIO(files["output/report.pdf"])) as pdf:
        carried = pdf.attachments["report.docx"].get_file().read_bytes()
    assert b"word/comments.xml" in files["output/report.docx"]
    assert b"word/comments.xml" not in carried


@pytest.mark.parametrize("name", ["Überblick (2024) – Ελλάδα.yaml", "a#b%c\\d.yaml"])
def test_a_file_keeps_its_name(name: str) -> None:
    carried = Attachment(name, b"title: A Day on Water\n", "application/yaml", Relationship.SOURCE)
    data = writer.write(replace(edition(one_paragraph("Delegates met.")), attachments=(carried,)))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert list(pdf.attachments) == [name]
        assert pdf.attachments[name].filename == pdf.attachments[name].description == name
    assert failed(data, "3a") == []


def test_viewers_find_each_by_its_name() -> None:
    """They look for it by halves, so names have to be in the order of their bytes (ISO 32000-1, 7.9.6)."""
    names = ["docgen.yaml", "aΩ.yaml", "b.docx"]
    carried = tuple(Attachment(name, b"", "application/yaml", Relationship.SOURCE) for name in names)
    data = writer.write(replace(edition(one_paragraph("Delegates met.")), attachments=carried))
    with pikepdf.open(BytesIO(data)) as pdf:
        listed = [bytes(name) for name in list(pdf.Root.Names.EmbeddedFiles.Names)[::2]]
        assert listed == sorted(listed)
        assert sorted(pdf.attachments) == sorted(names)


def test_another_source_makes_another_document() -> None:
    plain = edition(one_paragraph("Delegates met."))
    identities = set()
    for source in (b"a", b"b"):
        carried = Attachment("a.yaml", source, "application/yaml", Relationship.SOURCE)
        with pikepdf.open(BytesIO(writer.write(replace(plain, attachments=(carried,))))) as pdf:
            identities.add(bytes(pdf.trailer.ID[0]))
    assert len(identities) == 2
