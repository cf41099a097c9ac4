"""Finds pictures that tell nothing to whom cannot see them.

Why it matters: a screen reader says a picture's alternative text, or passes over a picture marked as decorative; of
any other it says "picture", or spells the name of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import ON, name, w
from docgen.findings import Finding

_NOTHING = re.compile(
    r".*\.(png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp)"
    r"|(an? |the )?(image|picture|photo(graph)?|graphic|drawing|shape)s?( \d+)?",
    re.IGNORECASE,
)
_DESCRIBE = "in Word, right-click it, Edit Alt Text: say what it shows, or mark it as decorative"
_DRAWN, _VML, _DECORATIVE = name("wp:docPr"), name("v:shape"), name("adec:decorative")


def find(word: WordFile) -> Iterator[Finding]:
    """Drawings and old-style shapes without a description, or with one that describes nothing."""
    for part, drawn in word.each(_DRAWN, _VML):
        said = (drawn.get("descr") or drawn.get("alt") or "").strip()
        ornament = any(mark.get("val") in ON for mark in drawn.iter(_DECORATIVE))
        if not said and not ornament:
            if drawn.tag == _VML and next(drawn.iterancestors(w("r")), None) is None:
                continue
            message = "this picture has no description and is not marked as decorative"
            yield Finding.error(part.span(drawn), "picture-undescribed", message, _DESCRIBE)
        elif said and ornament:
            message = f"this picture is marked as decorative and has a description all the same: '{said}'"
            yield Finding.warning(part.span(drawn), "ornament-described", message, _DESCRIBE)
        elif said and _NOTHING.fullmatch(said):
            message = f"'{said}' does not say what this picture shows"
            yield Finding.error(part.span(drawn), "picture-poorly-described", message, _DESCRIBE)
