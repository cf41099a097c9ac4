"""What a screen reader meets in a PDF, in turn: its structure, as it is in the file."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.opening import open_pdf
from docgen.conformance.pdf.outline import met_in
from docgen.evidence.record import Met

_PAGE_MARK = "—"
"""What the kind of a line that only says where a page begins starts with."""

_WORDS = "Words"
"""What words within a block are called that are in a language of their own; what follows is in the block's again."""


def reading_order(name: str, data: bytes) -> Iterator[Met]:
    """What a screen reader meets in a PDF; nothing where there is no structure, or the file cannot be read."""
    opened = open_pdf(name, data).file
    language = ""
    for met in met_in(opened) if opened else ():
        own = met.language or language
        if not met.kind.startswith(_PAGE_MARK):
            yield Met(met.depth, met.page, met.kind, met.words, own)
        language = language if met.kind == _WORDS else own
