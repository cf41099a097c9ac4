"""Where links and bookmarks lead: addresses outside, or places in the file (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

from typing import Any

import pikepdf

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import entry, in_tree, items, key_of, name, named, pairs, text


class Destinations:
    """The places of a file that can be led to."""

    def __init__(self, pdf: PdfFile) -> None:
        self._pages = set(pdf.page_numbers)
        listed = {text(key) for key, _ in in_tree(entry(pdf.catalog, "/Names", "/Dests"), "/Names")}
        self._names = listed | set(pairs(pdf.catalog, "/Dests"))

    def reach(self, held: Any) -> bool:
        """Whether a link or a bookmark leads to a place that is there, or does something else than lead to a place."""
        target = entry(held, "/Dest")
        if target is None and entry(held, "/A") is not None:
            if name(held, "/A", "/S") != "GoTo":
                return name(held, "/A", "/S") != "URI" or bool(text(held, "/A", "/URI"))
            target = entry(held, "/A", "/D")
        if isinstance(target, pikepdf.Array):
            return key_of(next(iter(items(target)), None)) in self._pages
        return (text(target) or named(target)) in self._names
