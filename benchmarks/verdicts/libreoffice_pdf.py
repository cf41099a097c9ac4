"""The report by LibreOffice: docgen's Word file, which has styles, languages and descriptions, exported with tags."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from benchmarks.word.docgen_word import maker
from benchmarks.word.report import Report

TAGGED = {"UseTaggedPDF": ("boolean", "true")}
ACCESSIBLE = {"PDFUACompliance": ("boolean", "true")}
ARCHIVE = {"SelectPdfVersion": ("long", "2")}
"""Options of the export as LibreOffice names them; version 2 is PDF/A-2b, the nearest to 2a that it has."""


def libreoffice_pdf(report: Report, options: dict[str, tuple[str, str]]) -> bytes:
    """The file."""
    said = json.dumps({key: {"type": kind, "value": value} for key, (kind, value) in options.items()})
    with tempfile.TemporaryDirectory(prefix="docgen-bench-") as folder:
        source = Path(folder) / "report.docx"
        source.write_bytes(maker(report)())
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        export = ("--convert-to", f"pdf:writer_pdf_Export:{said}", "--outdir", folder)
        command = ["soffice", profile, "--headless", *export, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return source.with_suffix(".pdf").read_bytes()


def version() -> str:
    """LibreOffice's own."""
    told = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout
    return told.split()[1]
