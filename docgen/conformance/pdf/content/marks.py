"""Finds marks on the pages that do not match: begun and not ended, ended and not begun, or ended elsewhere.

Why it matters: what belongs to which element can then no longer be told; programs that read aloud stop, or mix up the
page.

ISO 32000-1, 14.6.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Marks without their counterparts, and pages that cannot be read to their end."""
    for slip in pdf.painted.slips:
        yield Finding.error(pdf.on(slip.page), "unbalanced-marks", slip.said)
    for page in dict.fromkeys(pdf.painted.unread):
        yield Finding.error(pdf.on(page), "unreadable-page", "the content of this page cannot be read to its end")
