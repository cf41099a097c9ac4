"""Finds artifacts of kinds that there are not.

Why it matters: a reader's program that reflows pages or skips running heads goes by what an artifact says it is.

ISO 32000-1, 14.8.2.2, table 330.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import named
from docgen.findings import Finding

_KINDS = {"Pagination", "Layout", "Page", "Background"}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Each page's first artifact of an unknown kind."""
    told = set[tuple[int, str]]()
    for marked in pdf.painted.marked:
        said = marked.properties.get("Type")
        kind = named(said)
        if marked.artifact and said is not None and kind not in _KINDS and (marked.page, kind) not in told:
            told.add((marked.page, kind))
            words = f"an artifact of this page is of the kind '{kind}', which there is not"
            yield Finding.error(pdf.on(marked.page), "artifact-kind", words, f"known are {', '.join(sorted(_KINDS))}")
