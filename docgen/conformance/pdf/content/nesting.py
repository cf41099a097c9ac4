"""Finds content marked within content: an artifact in a paragraph, a paragraph in an artifact, or one in another.

Why it matters: what is read cannot be none of the text at once; and of two marked contents in each other some programs
read only one.

ISO 14289-1, 7.1; Matterhorn 01-003 and 01-004; ISO 32000-1, 14.7.4.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.findings import Finding


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Each content within another that may not be there."""
    for marked in pdf.painted.marked:
        for outer in marked.around:
            if marked.artifact and outer.mcid is not None:
                said = "an artifact stands inside content that is read"
                yield Finding.error(
                    pdf.around(outer), "artifact-in-content", said, "end the one before the other begins"
                )
            elif marked.mcid is not None and outer.artifact:
                said = "content that is read stands inside an artifact"
                yield Finding.error(
                    pdf.around(marked), "content-in-artifact", said, "end the one before the other begins"
                )
            elif marked.mcid is not None and outer.mcid is not None:
                said = "content stands inside other content, where some programs leave out what follows it"
                yield Finding.error(
                    pdf.around(marked), "content-in-content", said, "end the one before the other begins"
                )
