"""Fonts: their names in the file, and where Word cannot be expected to have them, the fonts themselves.

A font goes in whole. A subset would lack the letters that staff type while they edit, and of fonts under the SIL Open
Font Licence a subset may not bear the font's reserved name, by which Word finds it. In the file the first 32 bytes are
obfuscated, so that no program takes the part for a font to install (ECMA-376, part 1, 17.8.1).
"""

from __future__ import annotations

import hashlib

from docgen.style.fonts import Face
from docgen.style.model import Family
from docgen.writers.docx.package import Part, Relation
from docgen.writers.docx.wordml import attribute, root

TABLE = "word/fontTable.xml"
TABLE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OBFUSCATED = 32


def font_parts(family: Family) -> tuple[Part, ...]:
    """The table of fonts, and the fonts that are embedded."""
    names = attribute(family.word_name)
    other = f'<w:altName w:val="{attribute(family.name)}"/>' if family.name != family.word_name else ""
    faces = _faces(family) if family.embedded else {}
    embedded, relations, fonts = "", [], []
    for number, (kind, face) in enumerate(faces.items(), 1):
        key = _key(face)
        relation = Relation(f"rId{number}", "font", f"fonts/font{number}.odttf")
        embedded += f'<w:embed{kind} r:id="{relation.id}" w:fontKey="{{{key}}}"/>'
        relations.append(relation)
        fonts.append(Part(f"word/{relation.target}", obfuscated(face.data, key), _FONT_TYPE))
    table = root(
        "fonts",
        f'<w:font w:name="{names}">{other}<w:charset w:val="00"/><w:pitch w:val="variable"/>{embedded}</w:font>',
    )
    return (Part(TABLE, table.encode(), TABLE_TYPE, tuple(relations)), *fonts)


def obfuscated(data: bytes, key: str) -> bytes:
    """A font's bytes, of which the first are hidden by a key, or shown again: it is its own inverse.

    `key` is a GUID in capitals, without braces; its bytes count from its end.
    """
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(byte ^ hidden for byte, hidden in zip(data[:_OBFUSCATED], mask, strict=False)) + data[_OBFUSCATED:]


def _faces(family: Family) -> dict[str, Face]:
    """The faces as WordprocessingML calls them, in the schema's order."""
    return {
        "Regular": family.regular,
        "Bold": family.bold,
        "Italic": family.italic,
        "BoldItalic": family.bold_italic,
    }


def _key(face: Face) -> str:
    """A GUID made of the font itself, so that equal fonts give equal files."""
    digits = hashlib.sha256(face.data).hexdigest()[:32].upper()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
