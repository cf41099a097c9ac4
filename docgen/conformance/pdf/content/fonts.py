"""Finds type that cannot be read back as words, or that not everybody has.

Why it matters: what is shown are shapes. Each has to lead back to its letter, or search, copying and reading aloud get
nothing, or nonsense; and a font that is not in the file is another one elsewhere.

ISO 14289-1, 7.21; Matterhorn 10-001, 31-009, 31-027 to 31-030; ISO 19005-2, 6.2.11.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.fonts import Font
from docgen.findings import Finding

_EMBED = "set fonts to be embedded when the file is made"
_MAP = "make the file with a program that writes what letters its shapes stand for"
_FORBIDDEN = {"\0": "U+0000", "\ufeff": "U+FEFF", "\ufffe": "U+FFFE", "\ufffd": "U+FFFD"}


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Fonts that are not in the file, and shapes that lead to no letter, or to none that there is."""
    for font in pdf.painted.fonts.values():
        if not font.shown:
            continue
        place = pdf.on(min(font.shown.values()))
        if not font.embedded:
            said = f"the font {font.name} is not in the file"
            yield Finding.error(place, "font-not-embedded", said, _EMBED)
        if font.mapping is None and not font.codec:
            said = f"the font {font.name} does not say what letters its shapes stand for"
            yield Finding.error(place, "font-without-words", said, _MAP)
        else:
            yield from _codes(pdf, font)


def _codes(pdf: PdfFile, font: Font) -> Iterator[Finding]:
    for code, page in sorted(font.shown.items()):
        place, meant = pdf.on(page), font.meaning(code)
        shape = f"shape {code} of the font {font.name}"
        if font.composite and code == 0:
            said = f"{shape} is shown, which stands for a letter that the font lacks"
            yield Finding.error(place, "missing-glyph", said, "choose a font that has the letter")
        elif not meant:
            yield Finding.error(place, "unmapped-shape", f"nothing says what letter {shape} stands for", _MAP)
        elif wrong := next((_FORBIDDEN[one] for one in meant if one in _FORBIDDEN), None):
            yield Finding.error(
                place, "mapped-to-nothing", f"{shape} is read back as {wrong}, which is no letter", _MAP
            )
        elif any(unicodedata.category(one) == "Co" for one in meant):
            said = f"{shape} is read back as a character for private use, which means nothing to others"
            yield Finding.error(place, "private-character", said, _MAP)
