"""Finds embedded fonts that Word cannot unlock.

Why it matters: an embedded font is locked with the key that the font table names (ECMA-376 part 4, 15.2); with a wrong
key Word says nothing and takes another font, and lines break elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import NAMESPACES, w
from docgen.findings import Finding

_FACES = [w(f"embed{face}") for face in ("Regular", "Bold", "Italic", "BoldItalic")]
_KEY = re.compile(r"\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}")
_FONTS = (b"\0\x01\0\0", b"OTTO", b"true", b"ttcf")
_LOCKED = 32
"""How many bytes at the beginning of a font are locked."""


def find(word: WordFile) -> Iterator[Finding]:
    """Keys that are none, and fonts that their keys do not unlock."""
    table = word.only("fontTable")
    if table is None:
        return
    for face in table.walk(*_FACES):
        key = face.get(w("fontKey"), "")
        relation = word.relations.get(table.name, {}).get(face.get(f"{{{NAMESPACES['r']}}}id", ""))
        data = word.package.data.get(relation.target) if relation else None
        if not _KEY.fullmatch(key):
            yield Finding.error(table.span(face), "font-key", f"'{key}' is not the key of an embedded font")
        elif data is not None and not _unlocked(data[:_LOCKED], key).startswith(_FONTS):
            yield Finding.error(table.span(face), "font-locked", "an embedded font cannot be unlocked with its key")


def _unlocked(head: bytes, key: str) -> bytes:
    digits = bytes.fromhex(re.sub(r"\W", "", key))[::-1]
    return bytes(byte ^ digits[at % 16] for at, byte in enumerate(head))
