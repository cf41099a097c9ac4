"""The report by docgen, as `docgen render` makes it."""

from __future__ import annotations

from benchmarks.word.docgen_word import edition
from benchmarks.word.report import Report
from docgen.writers import writer


def docgen_pdf(report: Report) -> bytes:
    """The file."""
    return writer("pdf").write(edition(report, "classic"))
