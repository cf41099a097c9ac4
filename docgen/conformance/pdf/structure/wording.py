"""Finds words given in place of others that are none.

Why it matters: an alternative text that is empty, or is a file's name, is read aloud instead of what could be said.

ISO 14289-1, 7.3 and 7.2; ISO 32000-1, 14.9.3 to 14.9.5.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.painting import said_in
from docgen.findings import Finding, Span

_KINDS = {"Alt": "alternative text", "ActualText": "actual text", "E": "expansion"}
_FILE = re.compile(r"\S+\.(png|jpe?g|gif|svg|tiff?|webp|bmp|pdf)", re.IGNORECASE)


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Empty ones, names of files, and characters that mean nothing."""
    for element in pdf.elements:
        for key, kind in _KINDS.items():
            said = element.text(f"/{key}")
            told = key == "Alt" and element.role in ("Figure", "Formula")  # by the rule for pictures, if it is empty
            if said is not None and (said.strip() or not told):
                yield from _judged(pdf.at(element), kind, said)
    for marked in pdf.painted.marked:
        for key, kind in _KINDS.items():
            said = said_in(marked, key)
            if said and not marked.artifact:
                yield from _judged(pdf.around(marked), kind, said)


def _judged(place: Span, kind: str, said: str) -> Iterator[Finding]:
    if not said.strip() and kind != _KINDS["ActualText"]:
        yield Finding.error(place, "wording-empty", f"the {kind} of this is empty", "say it, or take it out")
    elif _FILE.fullmatch(said.strip()):
        yield Finding.warning(
            place, "wording-is-file", f"the {kind} of this is the name of a file", "say what it shows"
        )
    elif any(unicodedata.category(one) in ("Co", "Cs", "Cn") or one == "\0" for one in said):
        words = f"the {kind} of this has characters that mean nothing to others"
        yield Finding.warning(place, "wording-private", words, "write it in common characters")
