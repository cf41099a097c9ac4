"""Finds files within the file that have no names, no kinds, or no business there.

Why it matters: archives take what a file carries only if it says what that is and how it belongs to the text.

ISO 14289-1, 7.11; Matterhorn 21-001; ISO 19005-2, 6.8; ISO 19005-3, 6.8.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.metadata import read_metadata
from docgen.conformance.pdf.objects import entry, in_tree, items, key_of, name, text
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Each attached file that lacks something, and attachments where the standard that the file claims has none."""
    attached = [held for _, held in in_tree(entry(pdf.catalog, "/Names", "/EmbeddedFiles"), "/Names")]
    metadata = read_metadata(pdf.catalog)
    part = metadata.text("pdfaid:part") if metadata else ""
    associated = {key_of(held) for held in items(pdf.catalog, "/AF")}
    if attached and part in ("1", "2"):
        said = f"this file carries others, and says that it is PDF/A-{part}, which may not carry such"
        yield Finding.error(pdf.whole, "attachment-forbidden", said, "make it PDF/A-3, or take them out")
    for held in attached:
        said = text(held, "/UF") or text(held, "/F") or "without a name"
        if not (text(held, "/UF") and text(held, "/F")):
            words = f"the attached file '{said}' is not named twice, for old programs and new (F, UF)"
            yield Finding.error(pdf.whole, "attachment-unnamed", words, "attach it anew")
        if not (text(held, "/Desc") or "").strip():
            words = f"the attached file '{said}' has no description"
            yield Finding.warning(pdf.whole, "attachment-undescribed", words, "say what it is")
        if part == "3" and not (name(held, "/AFRelationship") and key_of(held) in associated):
            words = f"the attached file '{said}' does not say how it belongs to the text"
            yield Finding.error(
                pdf.whole, "attachment-unrelated", words, "associate it with the file (AF, AFRelationship)"
            )
