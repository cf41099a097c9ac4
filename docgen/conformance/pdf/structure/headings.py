"""Finds headings that skip a level, come before the first, or say nothing.

Why it matters: who listens moves from heading to heading and knows by the levels where they are; a level left out
sounds like a part that is missing.

ISO 14289-1, 7.4; Matterhorn 14-002, 14-003, 14-006 and 14-007.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.findings import Finding

_LEVELS = {f"H{level}": level for level in range(1, 7)}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Headings, in the order in which they are read."""
    last = 0
    plain = None
    for element in pdf.elements:
        if element.role == "H":
            plain = plain or element
            if element.parent and sum(1 for one in element.parent.elements if one.role == "H") > 1:
                said = "two headings without a level stand in one part"
                yield Finding.error(pdf.at(element), "two-headings", said, "use H1 to H6")
        level = _LEVELS.get(element.role)
        if level is None:
            continue
        if not last and level != 1:
            yield Finding.error(
                pdf.at(element), "first-heading", f"the first heading is of level {level}", "let it be of level 1"
            )
        elif level > last + 1:
            said = f"this heading is of level {level}, and the one before it of level {last}"
            yield Finding.error(pdf.at(element), "heading-skips-level", said, f"let it be of level {last + 1}")
        if element.kids and not pdf.words(element):
            said = "this heading says nothing"
            yield Finding.error(pdf.at(element), "empty-heading", said, "give it words, or take its mark off")
        last = level
    if plain is not None and last:
        said = "some headings of this file have levels and others none"
        yield Finding.error(pdf.at(plain), "headings-mixed", said, "use H1 to H6 for all")
