"""Finds text whose blanks at the edges get lost.

Why it matters: where a text does not say that its blanks count (`xml:space="preserve"`), Word joins two words.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import keeps_blanks
from docgen.findings import Finding

_XML_BLANKS = " \t\r\n"


def find(word: WordFile) -> Iterator[Finding]:
    """Texts, deleted texts and field codes with blanks at an edge that do not count."""
    for part, text in word.each(w("t"), w("delText"), w("instrText")):
        said = text.text or ""
        if said != said.strip(_XML_BLANKS) and not keeps_blanks(text):
            shown = " ".join(said.split()) or "a blank alone"
            message = f"Word drops the blank at the edge of '{shown}'"
            yield Finding.error(part.span(text), "blank-lost", message)
        if len(text):
            yield Finding.error(part.span(text), "markup-in-text", "a text holds markup, which Word does not read")
