"""Finds text, lines and pictures on the pages that are neither in the structure nor artifacts.

Why it matters: nobody knows whether they are to be read. Some screen readers leave them out, others read them wherever
they happen to come.

ISO 14289-1, 7.1; Matterhorn 01-005.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.findings import Finding

_SHOWN = 60


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Each such thing, with its words where it has any."""
    advice = "tag it where it is read, or mark it as an artifact"
    for painting in pdf.painted.bare:
        words = " ".join(painting.words.split())
        thing = f"the text '{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}'" if words else painting.thing
        said = f"{thing} is neither in the structure nor an artifact"
        yield Finding.error(pdf.on(painting.page), "unmarked-content", said, advice)
