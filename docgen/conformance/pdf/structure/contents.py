"""Finds tables of contents whose entries are none.

Why it matters: who listens goes from an entry to its chapter; it takes entries that are tagged so and lead there.

ISO 14289-1, 7.2; Matterhorn 09-006; ISO 32000-1, 14.8.4.2, table 333.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.findings import Finding

_WITHIN = {"TOC": {"TOCI", "TOC", "Caption"}, "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"}}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Entries outside contents, other things in them, and contents without entries."""
    for element in pdf.elements:
        above = element.parent.role if element.parent else ""
        if element.role == "TOCI" and above != "TOC":
            said = f"this entry of the contents stands in {above or 'nothing'}, not in contents"
            yield Finding.error(pdf.at(element), "entry-outside-contents", said, "put it into the contents (TOC)")
        if element.role not in _WITHIN:
            continue
        allowed = _WITHIN[element.role]
        for kid in element.elements:
            if kid.role not in allowed:
                said = f"{kid.tag} stands right below {element.role}, which may hold {', '.join(sorted(allowed))}"
                yield Finding.error(pdf.at(kid), "contents-part-unknown", said, "put it into an entry (TOCI)")
        if element.role == "TOC" and element.kids and not any(kid.role in ("TOCI", "TOC") for kid in element.elements):
            yield Finding.error(pdf.at(element), "contents-without-entries", "these contents have no entries")
