"""Finds files that do not say which standard they follow, or say it wrongly.

Why it matters: an archive that takes PDF/A, and an agency that has to publish PDF/UA, look for the statement first.

ISO 14289-1, 5; Matterhorn 06-002; ISO 19005-2, 6.6.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.metadata import read_metadata
from docgen.findings import Finding

_PARTS = {"1": "AB", "2": "ABU", "3": "ABU", "4": "EF"}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """What the metadata say about PDF/UA and PDF/A."""
    metadata = read_metadata(pdf.catalog)
    if metadata is None:
        return
    part = metadata.text("pdfuaid:part")
    if not part:
        said = "this file does not say that it is accessible (PDF/UA)"
        yield Finding.error(pdf.whole, "no-claim", said, "let its metadata say so (pdfuaid:part), if it is")
    elif part not in ("1", "2"):
        said = f"this file says that it follows part {part} of PDF/UA, which there is not"
        yield Finding.error(pdf.whole, "wrong-claim", said, "correct its metadata (pdfuaid:part)")
    archive, level = metadata.text("pdfaid:part"), metadata.text("pdfaid:conformance")
    if archive and not (level or archive == "4"):
        said = "this file says that it is for archives (PDF/A), and not on which level"
        yield Finding.error(pdf.whole, "wrong-claim", said, "correct its metadata (pdfaid:conformance)")
    elif archive and (archive not in _PARTS or level.upper() not in _PARTS[archive] or level != level.upper()):
        said = f"this file says that it is PDF/A-{archive}{level}, which there is not"
        yield Finding.error(pdf.whole, "wrong-claim", said, "correct its metadata (pdfaid:part, pdfaid:conformance)")
