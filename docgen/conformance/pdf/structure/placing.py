"""Finds elements inside others that cannot hold them: a heading in a paragraph, a section in a list.

Why it matters: a screen reader says what it enters and leaves; a paragraph that never ends, or a heading that is part
of a sentence, leaves its user lost.

ISO 14289-1, 7.2; Matterhorn 09-002; ISO 32000-1, 14.8.4.2 to 14.8.4.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.findings import Finding

_GROUPS = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"}
_HEADINGS = {"H", "H1", "H2", "H3", "H4", "H5", "H6"}
_BLOCKS = {*_HEADINGS, "P", "L", "Table"}
_PARAGRAPHS = {*_HEADINGS, "P"}
_WORDS = {"Span", "Quote", "Link", "Reference", "Lbl", "Code"}
_CAPTIONED = {"Figure", "Table", "L", "TOC", "Formula", "Div", "Sect", "Art", "Part", "Form", "BlockQuote", "Document"}
_LABELLED = {"LI", "Note", "TOCI", "Caption", "Reference", "BibEntry", "P", "Span", "Link", *_HEADINGS}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Each element in the wrong place."""
    for element in pdf.elements:
        parent = element.parent
        above, role = parent.role if parent else "", element.role
        wrong = (
            (above in _PARAGRAPHS and role in _BLOCKS | _GROUPS - {"TOCI"})
            or (above in _WORDS and role in _BLOCKS | _GROUPS)
            or (role == "Document" and parent is not None)
            or (role in ("Sect", "Part", "Art") and above not in {"", *_GROUPS - {"Caption", "TOC", "TOCI"}})
            or (role == "Caption" and above not in _CAPTIONED)
            or (role == "Lbl" and above not in _LABELLED)
        )
        if wrong:
            said = f"{element.tag} stands in {parent.tag if parent else 'nothing'}, which cannot hold it"
            yield Finding.error(pdf.at(element), "misplaced-element", said, "put it beside, or tag it otherwise")
        if role in _GROUPS - {"Caption", "TOCI", "BlockQuote"} and element.contents:
            said = f"words stand right below {element.tag}, in no paragraph or heading"
            yield Finding.error(pdf.at(element), "words-outside-paragraph", said, "put them into a paragraph (P)")
