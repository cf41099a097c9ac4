"""Finds notes that cannot be told apart, and names that two elements share.

Why it matters: a reference leads to its note by the note's name. Two of one name, or none, and it leads to the wrong
note, or nowhere.

ISO 14289-1, 7.9; Matterhorn 19-003 and 19-004; ISO 32000-1, 14.7.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import entry, in_tree, key_of, text
from docgen.conformance.pdf.tree import Element
from docgen.findings import Finding

_NAME = "give it an ID of its own"


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Notes without a name, and names given twice or not listed."""
    seen: dict[str, Element] = {}
    for element in pdf.elements:
        said = element.text("/ID")
        if element.role == "Note" and not said:
            yield Finding.error(pdf.at(element), "note-without-id", "this note has no name of its own (ID)", _NAME)
        if said and said in seen:
            words = f"this has the same name (ID) as {pdf.path_to(seen[said])}"
            yield Finding.error(pdf.at(element), "id-twice", words, _NAME)
        if said:
            seen.setdefault(said, element)
    listed = (
        {text(key): key_of(value) for key, value in in_tree(entry(pdf.tree.held, "/IDTree"), "/Names")}
        if pdf.tree
        else {}
    )
    for said, element in seen.items() if listed else ():
        if listed.get(said) != element.key:
            words = "the list of names (IDTree) does not lead to this element by its name (ID)"
            yield Finding.error(pdf.at(element), "id-unlisted", words, "make the file again")
