"""Finds text of which the file does not say the language.

Why it matters: a screen reader pronounces words by their language.

ISO 14289-1, 7.2; Matterhorn 11-001 to 11-006; ISO 32000-1, 14.9.2; BCP 47.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import text
from docgen.conformance.pdf.painting import said_in
from docgen.findings import Finding, Span
from docgen.reading.languages import language_tag

_SET = "set the language of the file, such as en or pt-BR"


def find(pdf: PdfFile) -> Iterator[Finding]:
    """A file without a language, and tags that are those of no language."""
    said = text(pdf.catalog, "/Lang")
    if not said:
        yield Finding.error(pdf.whole, "language-missing", "this file does not say in which language it is", _SET)
    else:
        yield from _judged(pdf.whole, said)
    for element in pdf.elements:
        if element.language is not None:
            yield from _judged(pdf.at(element), element.language)
    for marked in pdf.painted.marked:
        if (said := said_in(marked, "Lang")) is not None:
            yield from _judged(pdf.around(marked), said)


def _judged(place: Span, said: str) -> Iterator[Finding]:
    if language_tag(said) is None:
        yield Finding.error(place, "language-unknown", f"'{said}' is the tag of no language", _SET)
