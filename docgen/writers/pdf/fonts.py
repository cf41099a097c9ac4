"""Fonts: each face once, as a composite font of the glyphs that the document shows (ISO 32000-1, 9.7).

A code is two bytes and stands for one character, so that a soft hyphen is read back as one though it is drawn with the
glyph of any other hyphen. Codes count from 1 in the order of the characters; 0 would show that a face lacks one, and is
never used (ISO 14289-1, 7.21.8).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from docgen.layout.hyphenate import SOFT_HYPHEN
from docgen.layout.page import LineEnd, Pages, TextLine
from docgen.records import dataclass
from docgen.style.fonts import Face
from docgen.style.subset import Glyph, Subset, make_subset
from docgen.writers.pdf.sheets import Sheets, packed

SPACES = " \u00a0"
"""The spaces that a line stretches. They are read back as the one that every search finds."""

JOINT = "\u2060"
"""What stands unseen where a line ends inside a word, and no hyphen was added; it is read back as a soft hyphen.

Readers take a hyphen at a line's end for one that was added there, and join "non-" and "state" to "nonstate". Behind
the word's own hyphen a soft one says that the word goes on, and keeps both. Layout has no such character in its lines.
"""

_SYMBOLIC, _ITALIC = 1 << 2, 1 << 6
_MOST_LINES = 100
_MAP_BEGIN = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_MAP_END = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Font:
    """A face in the document: its resource name, and each of its characters' code in hexadecimal.

    The code of a character that the face is `missing` is empty: nothing is shown for it.
    """

    face: Face
    resource: str
    codes: Mapping[str, str]
    missing: frozenset[str] = frozenset()

    def encode(self, text: str) -> str:
        """`text` as the codes of a string operand."""
        return "".join([self.codes[character] for character in text])

    def lacks(self, text: str) -> bool:
        """Whether the face has no glyph for a character in `text`."""
        return bool(self.missing) and not self.missing.isdisjoint(text)


def is_joint(end: LineEnd) -> bool:
    """Whether a line that ends so gets a `JOINT` behind its last character."""
    return end in (LineEnd.INSIDE, LineEnd.FORCED)


def add_fonts(sheets: Sheets, pages: Pages, faces: Mapping[str, Face]) -> dict[str, Font]:
    """Add what the pages show of each face to the document; `faces` and the fonts go by the faces' names."""
    return {
        name: _add(sheets, faces[name], characters, f"F{number}")
        for number, (name, characters) in enumerate(sorted(_shown(pages).items()), start=1)
    }


def _shown(pages: Pages) -> dict[str, set[str]]:
    """The characters that are shown in each face."""
    shown: dict[str, set[str]] = defaultdict(set)
    for page in pages.pages:
        for box in page.boxes:
            if isinstance(box, TextLine):
                for fragment in box.fragments:
                    shown[fragment.face].update(fragment.text)
                if box.fragments and is_joint(box.end):
                    shown[box.fragments[-1].face].add(JOINT)
    return shown


def _add(sheets: Sheets, face: Face, characters: set[str], resource: str) -> Font:
    blank = f"{SPACES}{JOINT}"
    subset = make_subset(face, frozenset(" " if character in blank else character for character in characters))
    glyphs = dict(subset.glyphs)
    if JOINT in characters:
        glyphs[JOINT] = glyphs.get(" ", subset.missing)
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(subset.name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([sheets.keep(_glyphs(sheets, subset, tuple(glyphs.values())))]),
            "ToUnicode": sheets.keep(packed(_to_unicode(tuple(glyphs)).encode("ascii"))),
        }
    )
    sheets.keep_font(font, resource)
    codes = {character: f"{code:04X}" for code, character in enumerate(glyphs, start=1)}
    spaces = dict.fromkeys(SPACES, codes.get(" ", ""))
    missing = characters - spaces.keys() - codes.keys()
    return Font(face, f"/{resource}", dict.fromkeys(missing, "") | spaces | codes, frozenset(missing))


def _glyphs(sheets: Sheets, subset: Subset, glyphs: Sequence[Glyph]) -> PDFDictionary:
    """The font that the codes lead to: each code's width and glyph (ISO 32000-1, 9.7.4)."""
    by_code = (subset.missing, *glyphs)
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(subset.name),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": sheets.keep(_descriptor(sheets, subset)),
            "W": PDFArray([0, PDFArray([round(glyph.advance, 2) for glyph in by_code])]),
            "CIDToGIDMap": sheets.keep(packed(b"".join(glyph.number.to_bytes(2, "big") for glyph in by_code))),
        }
    )


def _descriptor(sheets: Sheets, subset: Subset) -> PDFDictionary:
    """What is told of the face, and its file (ISO 32000-1, 9.8)."""
    design = subset.design
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(subset.name),
            "Flags": _SYMBOLIC | (_ITALIC if design.italic_angle else 0),
            "FontBBox": PDFArray([round(edge) for edge in design.box]),
            "ItalicAngle": round(design.italic_angle, 2),
            "Ascent": round(design.ascent),
            "Descent": round(design.descent),
            "CapHeight": round(design.cap_height),
            "StemV": _stem(design.weight),
            "FontFile2": sheets.keep(packed(subset.data, Length1=len(subset.data))),
        }
    )


def _stem(weight: int) -> int:
    """How thick upright stems are: required, told by no table of a font, and by no viewer asked of an embedded one."""
    return round(weight / 5)


def _to_unicode(characters: Sequence[str]) -> str:
    """The character that each code is read back as (ISO 32000-1, 9.10.3)."""
    read = [SOFT_HYPHEN if character == JOINT else character for character in characters]
    lines = [f"<{code:04X}> <{_utf_16(character)}>" for code, character in enumerate(read, start=1)]
    parts = [_MAP_BEGIN]
    for start in range(0, len(lines), _MOST_LINES):
        some = lines[start : start + _MOST_LINES]
        parts += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    return "\n".join([*parts, _MAP_END])


def _utf_16(character: str) -> str:
    return character.encode("utf-16-be").hex().upper()
