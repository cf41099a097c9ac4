"""Finds bookmarks without words, or that lead nowhere.

Why it matters: the bookmarks are the way through a long report; one that leads nowhere is a door painted on a wall.

ISO 14289-1, 7.17; ISO 32000-1, 12.3.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.conformance.pdf.destinations import Destinations
from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import DIRECT, Key, entry, key_of, text
from docgen.findings import Finding

_MOST = 50_000
_LONG = 20


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Each such bookmark; and long files with headings and no bookmark."""
    destinations = Destinations(pdf)
    bookmarks = list(_bookmarks(entry(pdf.catalog, "/Outlines")))
    for held in bookmarks:
        said = (text(held, "/Title") or "").strip()
        if not said:
            yield Finding.error(pdf.whole, "bookmark-empty", "a bookmark of this file has no words", "take it out")
        elif not destinations.reach(held):
            words = f"the bookmark '{said[:80]}' leads nowhere"
            yield Finding.error(pdf.whole, "bookmark-leads-nowhere", words, "set where it leads anew")
    headed = any(element.role in ("H", "H1", "H2") for element in pdf.elements)
    if not bookmarks and headed and len(pdf.sheets) > _LONG:
        words = f"this file has {len(pdf.sheets)} pages and no bookmarks"
        yield Finding.warning(pdf.whole, "no-bookmarks", words, "let its headings be bookmarks")


def _bookmarks(root: Any) -> Iterator[Any]:
    stack, seen = [entry(root, "/First")], set[Key]()
    while stack and len(seen) < _MOST:
        held = stack.pop()
        key = key_of(held)
        if key == DIRECT or key in seen:
            continue
        seen.add(key)
        yield held
        stack += [entry(held, "/Next"), entry(held, "/First")]
