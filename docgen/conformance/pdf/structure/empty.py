"""Finds elements that hold nothing.

Why it matters: a screen reader stops at them all the same, says "blank", and makes its user wonder what is missing.

ISO 14289-1, 7.1: structure is for content.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.painting import Content
from docgen.findings import Finding

_MAY_BE = {"Document", "TD", "TH", "TR", "NonStruct", "Private", "Annot", "Form"}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Elements below which is no content at all; cells of a table may be empty, and a whole document."""
    for element in pdf.elements:
        if element.role in _MAY_BE or element.elements or element.references:
            continue
        if not any(_shows(pdf, content) for content in element.contents):
            said = f"this element ({element.tag}) holds nothing"
            yield Finding.error(pdf.at(element), "empty-element", said, "take it out")


def _shows(pdf: PdfFile, content: Content) -> bool:
    """Whether anything is painted in it; what is on no page is told by another rule."""
    return any(marked.paints for marked in pdf.marked[content]) if content in pdf.marked else True
