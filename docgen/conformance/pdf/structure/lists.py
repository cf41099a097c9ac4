"""Finds lists whose items are none, or that do not say how they are counted.

Why it matters: a screen reader says "list with 5 items", and lets its user skip it, as far as the items are tagged so.

ISO 14289-1, 7.6; Matterhorn 09-005; ISO 32000-1, 14.8.4.3.3 and 14.8.5.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import named
from docgen.conformance.pdf.tree import Element
from docgen.findings import Finding

_NUMBERED = ("Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha")
_WITHIN = {"L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Lists and items with other things in them than items and their parts, and items outside lists."""
    for element in pdf.elements:
        above = element.parent.role if element.parent else ""
        if element.role == "LI" and above != "L":
            said = f"this item of a list stands in {above or 'nothing'}, not in a list"
            yield Finding.error(pdf.at(element), "item-without-list", said, "put it into a list (L)")
        if element.role == "LBody" and above != "LI":
            said = f"the text of an item (LBody) stands in {above or 'nothing'}, not in an item"
            yield Finding.error(pdf.at(element), "item-part-misplaced", said, "put it into an item (LI)")
        if element.role in _WITHIN:
            yield from _held(pdf, element, _WITHIN[element.role])
        if element.role == "L":
            yield from _numbering(pdf, element)


def _held(pdf: PdfFile, element: Element, allowed: set[str]) -> Iterator[Finding]:
    for kid in element.elements:
        if kid.role not in allowed:
            said = f"{kid.tag} stands right below {element.role}, which may hold {', '.join(sorted(allowed))}"
            yield Finding.error(pdf.at(kid), "list-part-unknown", said, "put it into the text of an item (LBody)")
    kinds = [kid.role for kid in element.elements]
    if element.contents:
        said = f"words stand right below {element.role}, in none of its parts"
        yield Finding.error(pdf.at(element), "words-outside-item", said, "put them into the text of an item (LBody)")
    if element.role == "L" and kinds and not {"LI", "L"} & set(kinds):
        yield Finding.error(pdf.at(element), "list-without-items", "this list has no items", "tag it as what it is")
    if element.role == "LI":
        if kinds.count("LBody") != 1:
            said = f"this item has {kinds.count('LBody')} texts (LBody); it should have one"
            yield Finding.error(pdf.at(element), "item-without-text", said, "give it one LBody with all that it says")
        if kinds.count("Lbl") > 1 or "Lbl" in kinds[1:]:
            said = "the number or bullet of this item (Lbl) does not stand once, before its text"
            yield Finding.error(pdf.at(element), "item-label", said, "put one Lbl before the LBody, or none")


def _numbering(pdf: PdfFile, element: Element) -> Iterator[Finding]:
    """A list with numbers has to say so; one with bullets may (ISO 32000-1, 14.8.5.5)."""
    said = named(element.attribute("List", "/ListNumbering"))
    labels = [label for item in element.elements for label in item.elements if label.role == "Lbl"]
    counted = [label for label in labels if any(map(str.isalnum, pdf.words(label)))]
    if counted and said not in _NUMBERED:
        words = "the items of this list are counted, and the list does not say how"
        yield Finding.error(pdf.at(element), "list-numbering", words, "set its ListNumbering, for instance to Decimal")
