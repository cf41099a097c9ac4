"""Finds files without a title, or that do not show it.

Why it matters: a screen reader says the title when the file is opened, and tells open files apart by it; without one it
spells the file's name.

ISO 14289-1, 7.1; Matterhorn 06-001, 06-003, 07-001 and 07-002.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.metadata import read_metadata
from docgen.conformance.pdf.objects import truth
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """No metadata, no title in it, or a title that viewers are not told to show."""
    metadata = read_metadata(pdf.catalog)
    if metadata is None:
        said = "this file has no metadata (XMP), or none that can be read"
        yield Finding.error(pdf.whole, "metadata-missing", said, "make the file with a program that writes XMP")
    elif not metadata.text("dc:title"):
        yield Finding.error(pdf.whole, "untitled", "this file has no title", "give it one, in its metadata (dc:title)")
    if not truth(pdf.catalog, "/ViewerPreferences", "/DisplayDocTitle"):
        said = "viewers are not told to show the title of this file; they show its name"
        yield Finding.error(pdf.whole, "title-not-shown", said, "set DisplayDocTitle in its viewer preferences")
