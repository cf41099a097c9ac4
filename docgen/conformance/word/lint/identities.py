"""Finds numbers that must be given once and are given twice: of drawings, content controls and paragraphs.

Why it matters: Word calls some files with such twins damaged, and mends others by dropping one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import name, w
from docgen.findings import Finding

_PARAGRAPH = name("w14:paraId")


def find(word: WordFile) -> Iterator[Finding]:
    """Drawings, content controls and paragraphs with the number of another."""
    seen: set[tuple[str, str]] = set()
    for part, element in word.each(name("wp:docPr"), w("sdt"), w("p")):
        if element.tag == w("p"):
            kind, number = "paragraphs", element.get(_PARAGRAPH)
        elif element.tag == w("sdt"):
            found = element.find(f"{w('sdtPr')}/{w('id')}")
            kind, number = "content controls", found.get(w("val")) if found is not None else None
        else:
            kind, number = "drawings", element.get("id")
        if number is not None and (kind, number.upper()) in seen:
            said = f"two {kind} have the number {number}"
            yield Finding.error(part.span(element), "number-twice", said)
        if number is not None:
            seen.add((kind, number.upper()))
