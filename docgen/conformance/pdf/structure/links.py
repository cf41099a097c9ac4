"""Finds links that are none: without anything to follow, or without words.

Why it matters: a screen reader says "link" and its words; a link that cannot be followed is a promise not kept.

ISO 14289-1, 7.18.5; Matterhorn 28-011; ISO 32000-1, 14.8.4.4.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.destinations import Destinations
from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import key_of, name
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Link elements without an annotation or words, and annotations that lead nowhere."""
    for element in pdf.elements:
        if element.role == "Link":
            inside = [reference for one in element.walk() for reference in one.references]
            if not any(name(reference.held, "/Subtype") == "Link" for reference in inside):
                said = "this is tagged as a link, and there is nothing to follow"
                yield Finding.error(pdf.at(element), "link-without-target", said, "bind it to its link, or untag it")
            if not pdf.words(element):
                said = "this link has no words"
                yield Finding.error(pdf.at(element), "link-empty", said, "let its words stand in it")
    holders = {reference.key: element for element in pdf.elements for reference in element.references}
    destinations = Destinations(pdf)
    for sheet, held in pdf.annotations:
        if name(held, "/Subtype") == "Link" and not destinations.reach(held):
            holder = holders.get(key_of(held))
            place = pdf.at(holder) if holder else pdf.on(sheet.number)
            yield Finding.error(place, "link-leads-nowhere", "this link leads nowhere", "set where it leads anew")
