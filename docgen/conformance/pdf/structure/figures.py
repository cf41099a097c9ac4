"""Finds pictures without words, without a place on their page, or without anything in them.

Why it matters: who does not see a picture has what its alternative text says. Programs that enlarge or reflow a page
find the picture by its area.

ISO 14289-1, 7.3; Matterhorn 13-004; ISO 32000-1, 14.8.5.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import REMAKE, PdfFile
from docgen.conformance.pdf.objects import numbers
from docgen.conformance.pdf.tree import Element
from docgen.findings import Finding

_SAY = "say in a sentence what it shows, or mark it as an artifact if it shows nothing of interest"


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Figures and formulas that lack what they need."""
    for element in pdf.elements:
        if element.role not in ("Figure", "Formula"):
            continue
        said = element.text("/Alt") or element.text("/ActualText") or ""
        if not said.strip():
            yield Finding.error(pdf.at(element), "figure-without-words", "this picture has no alternative text", _SAY)
        if element.role == "Figure":
            yield from _area(pdf, element)


def _area(pdf: PdfFile, element: Element) -> Iterator[Finding]:
    box = numbers(element.attribute("Layout", "/BBox"))
    if len(box) != 4:
        said = "this picture does not say where on the page it is (BBox)"
        yield Finding.error(pdf.at(element), "figure-without-area", said, REMAKE)
        return
    left, bottom, right, top = box
    page = pdf.sheets[pdf.page_of(element) - 1].box
    if not (left < right and bottom < top):
        yield Finding.error(pdf.at(element), "figure-area-empty", "the area of this picture is empty (BBox)", REMAKE)
    elif left < page[0] - 1 or bottom < page[1] - 1 or right > page[2] + 1 or top > page[3] + 1:
        said = "this picture is said to reach over the edge of its page (BBox)"
        yield Finding.error(pdf.at(element), "figure-off-page", said, REMAKE)
