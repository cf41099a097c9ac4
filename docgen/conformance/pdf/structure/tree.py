"""Finds files without a structure, and structures that do not hold together.

Why it matters: the structure is what is read aloud. Without it a program guesses; where an element names another parent
than the one that holds it, programs differ in what they read.

ISO 14289-1, 7.1; ISO 32000-1, 14.7.2 and 14.8.1; Matterhorn 01-007.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import REMAKE, PdfFile
from docgen.conformance.pdf.objects import entry, key_of, name, truth
from docgen.findings import Finding

_UNSAID = "this element does not say what it is part of"
_TAGGED = "make the file with a program that writes tagged PDF"


def find(pdf: PdfFile) -> Iterator[Finding]:
    """No structure, an empty one, one that is in doubt, and elements with a wrong parent."""
    if not truth(pdf.catalog, "/MarkInfo", "/Marked"):
        yield Finding.error(pdf.whole, "not-marked", "this file does not say that it is tagged", _TAGGED)
    if truth(pdf.catalog, "/MarkInfo", "/Suspects"):
        said = "this file says that its structure may be wrong"
        yield Finding.error(pdf.whole, "suspect-structure", said, "look it over, and take the mark off (Suspects)")
    if pdf.tree is None or not pdf.tree.elements:
        yield Finding.error(
            pdf.whole, "no-structure", "this file has no structure, so nothing tells its order", _TAGGED
        )
        return
    for fault in pdf.tree.faults:
        yield Finding.error(
            pdf.at(fault.element) if fault.element else pdf.whole, "broken-structure", fault.said, REMAKE
        )
    root = key_of(pdf.tree.held)
    for element in pdf.elements:
        above = element.parent.key if element.parent else root
        if element.stated != above:
            stated = pdf.by_key.get(element.stated)
            said = f"this element says that it is part of {pdf.path_to(stated)}, which it is not" if stated else _UNSAID
            yield Finding.error(pdf.at(element), "wrong-parent", said, REMAKE)
        if entry(element.held, "/Type") is not None and name(element.held, "/Type") != "StructElem":
            yield Finding.error(pdf.at(element), "wrong-type", "this element does not say that it is one", REMAKE)
    top = [element.role for element in pdf.tree.top]
    if top != ["Document"]:
        said = f"the structure begins with {', '.join(top[:5])}; it should be one Document"
        yield Finding.warning(pdf.at(pdf.tree.top[0]), "no-document", said, "put everything into one Document")
