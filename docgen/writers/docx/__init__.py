"""Word: a document as a DOCX that staff can go on working in, made of Word's own styles, lists, notes and fields.

`template` makes what all reports of a style share, `body` what one report adds, `package` the file.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.document.kernel import Cell
from docgen.document.tree import walk
from docgen.writers.docx.body import parts_of
from docgen.writers.docx.languages import word_language
from docgen.writers.docx.origin import bookmark_of
from docgen.writers.docx.package import packed
from docgen.writers.docx.properties import property_parts
from docgen.writers.docx.template import template
from docgen.writers.writer import Edition


class _Docx:
    """The writer; page numbers in a table of contents are there where the edition knows its pages."""

    name = "docx"
    extension = ".docx"
    needs_pages = False
    shows_review = True

    def write(self, edition: Edition) -> bytes:
        document = edition.document
        language = word_language(document.language)
        parts = parts_of(edition, template(edition.style, language, edition.cache))
        return packed((*parts, *property_parts(document.properties, language, edition.moment)))

    def blocks(self, edition: Edition) -> Mapping[str, str]:
        """The nodes by the bookmarks that stand around them."""
        return {bookmark_of(part.id): part.id for part in walk(edition.document) if not isinstance(part, Cell)}


writer = _Docx()
