"""`docgen verify` and `docgen render --verify` with files that are not sound, and without veraPDF."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli import main
from docgen.conformance.pdf import FOLDERS, kind, rules
from docgen.conformance.pdf import verapdf as verapdf_room
from docgen.conformance.pdf.verapdf.engine import NotInstalled
from docgen.writers.docx import writer as docx_writer
from docgen.writers.pdf import PdfWriter
from docgen.writers.writer import Edition
from tests.cases import Fence
from tests.conformance.breaking import broken
from tests.conformance.breaking_pdf import broken_pdf
from tests.conformance.sample import sound_pdf

REPORT = """\
title: A Day on Water
hosts: [the River Institute]
date: 2024-05-06
sections:
  - heading: Opening
    body: |
      It began at nine.

      1. sources
      2. mouths

      | River | Length |
      |:------|-------:|
      | Elbe  |   1094 |
"""


def docgen(*words: str) -> Result:
    return CliRunner().invoke(main, words, prog_name="docgen")


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "report.yaml"
    path.write_text(REPORT, "utf-8")
    return path


def spoil_pdfs(patch: pytest.MonkeyPatch, *changes: str) -> None:
    """Let docgen write PDFs that are broken by `changes`."""
    genuine = PdfWriter.write

    def write(self: PdfWriter, edition: Edition) -> bytes:
        return broken_pdf(genuine(self, edition), [Fence(("change",), "\n".join(changes), 0)])

    patch.setattr(PdfWriter, "write", write)


@pytest.mark.parametrize(
    ("change", "finding", "line"),
    [
        ("set H2 /S = /H4", "error[heading-skips-level]", "report.yaml:5:14"),
        ("set L /A/ListNumbering = /None", "error[list-numbering]", "report.yaml:9:10"),
        ("delete TR 2 /K/1", "error[table-row-width]", "report.yaml:14:9"),
        ("delete TH 2 /A", "error[head-without-scope]", "report.yaml:12:17"),
        ("set P 3 /P = @H1", "error[wrong-parent]", "report.yaml:7:7"),
    ],
)
def test_what_is_found_in_a_reports_pdf_leads_to_its_line(
    report: Path, monkeypatch: pytest.MonkeyPatch, change: str, finding: str, line: str
) -> None:
    spoil_pdfs(monkeypatch, change)
    result = docgen("verify", report.name)
    assert result.exit_code == 1
    (told,) = [block for block in result.output.split("report.pdf/page 1:") if finding in block]
    assert f"= also at {line}\n" in told


def test_what_is_found_in_a_reports_word_file_leads_to_its_line(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = type(docx_writer).write
    blank = Fence(("change", "word/document.xml"), "set (//w:numId)[1] @w:val = 99\n", 0)
    monkeypatch.setattr(type(docx_writer), "write", lambda self, edition: broken(genuine(self, edition), [blank]))
    result = docgen("verify", report.name)
    assert result.exit_code == 1
    assert "report.docx/word/document.xml:" in result.output
    assert "error[list-missing] this stands in list 99" in result.output
    assert "= also at report.yaml:9:10\n" in result.output


def test_a_report_that_cannot_be_made_is_told_as_ever(report: Path) -> None:
    report.write_text(REPORT.replace("date: 2024-05-06\n", ""), "utf-8")
    for option in ((), ("--outline",)):
        result = docgen("verify", *option, report.name)
        assert result.exit_code == 1
        assert "error[missing-key]" in result.output


def test_a_file_that_is_not_sound_is_not_written(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert docgen("render", report.name).exit_code == 0
    before = {path.name: path.read_bytes() for path in Path("output").iterdir()}
    spoil_pdfs(monkeypatch, "delete TR 2 /K/1")
    result = docgen("render", "--verify", report.name)
    assert result.exit_code == 4
    assert "report.yaml:1:1: error[unsound-file] docgen made a file of this report that is not sound" in result.output
    assert "report.pdf/page 1:" in result.output
    assert "error[table-row-width]" in result.output
    assert "0 reports made, 0 files in output; 1 report not made" in result.output
    assert {path.name: path.read_bytes() for path in Path("output").iterdir()} == before


def test_a_warning_keeps_no_file_from_being_written(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil_pdfs(monkeypatch, "delete catalog /PageLabels")
    assert docgen("render", "--verify", report.name).exit_code == 0
    assert docgen("verify", "output").exit_code == 1


def test_a_fault_while_looking_is_a_fault_of_docgen(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(_: object) -> list[object]:
        raise ZeroDivisionError

    monkeypatch.setitem(rules(FOLDERS[0]), "marks", find)
    for command in ("verify", "render"):
        result = docgen(command, *(["--verify"] if command == "render" else []), report.name)
        assert result.exit_code == 4
        assert "error[internal-error] docgen itself failed on this file: ZeroDivisionError" in result.output
    assert not Path("output").exists()


def test_without_verapdf_all_else_is_looked_at_and_it_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failures(*_: object) -> object:
        raise NotInstalled("No module named 'jpype'")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(verapdf_room, "failures", failures)
    for name in ("a.pdf", "b.pdf"):
        Path(name).write_bytes(sound_pdf())
    result = docgen("verify", "a.pdf", "b.pdf")
    assert result.exit_code == 0
    assert result.output == (
        "PDFs were not held against veraPDF, which is not installed:  pip install 'docgen-reports[verify]'\n"
        "2 files verified: nothing found\n"
    )
    Path("b.pdf").write_bytes(broken_pdf(sound_pdf(), [Fence(("change",), "delete Figure /Alt", 0)]))
    result = docgen("verify", "a.pdf", "b.pdf")
    assert result.exit_code == 1
    assert "error[figure-without-words] this picture has no alternative text" in result.output


def test_what_both_find_is_told_once_and_what_verapdf_finds_alone_by_its_clause() -> None:
    changes = "delete Figure /Alt\ndelete catalog /OutputIntents"
    examined = kind.examine("x.pdf", broken_pdf(sound_pdf(), [Fence(("change",), changes, 0)]), in_review=False)
    assert [(finding.code, finding.message) for finding in examined.findings] == [
        (
            "colours-undefined",
            "this page has colours in RGB, and the file does not say which RGB (ISO 19005-2:2011, 6.2.4.3)",
        ),
        ("figure-without-words", "this picture has no alternative text"),
    ]
    assert examined.findings[0].span.path == "x.pdf/page 1"
    assert [span.path for span in examined.findings[0].also] == ["x.pdf/page 2"]


def test_a_file_that_verapdf_cannot_read_is_told() -> None:
    damaged = sound_pdf().replace(b"startxref", b"startxxxx")
    codes = {finding.code for finding in kind.examine("x.pdf", damaged, in_review=False).findings}
    assert codes == {"damaged-file", "verapdf-unreadable"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged-file"),
        (b"This is no PDF.", "damaged-file"),
        (b"%PDF-1.7\n%%EOF", "damaged-file"),
        (sound_pdf()[: len(sound_pdf()) // 3], "damaged-file"),
    ],
    ids=["empty", "text", "head only", "a third"],
)
def test_what_is_no_pdf_is_told(data: bytes, code: str) -> None:
    assert {finding.code for finding in kind.examine("x.pdf", data, in_review=False).findings} == {code}
    assert kind.outline("x.pdf", data) is None


def test_a_file_with_a_password_is_told() -> None:
    import pikepdf

    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound_pdf())) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="one", user="two"))
    examined = kind.examine("x.pdf", buffer.getvalue(), in_review=False)
    assert [finding.code for finding in examined.findings] == ["locked-file"]
