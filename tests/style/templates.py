"""Word templates and font files made for tests: of a brand that does not exist."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from fontTools.ttLib import TTFont
from PIL import Image

from tests.programs import ROOT

FONT = "Quiet Harbour"
RED = RGBColor(0x7B, 0x2D, 0x26)
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
_THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@cache
def template(*, font: str = FONT, own_styles: bool = False) -> bytes:
    """An A4 sheet with two columns, a logo in its header, words in its footer and red headings in `font`."""
    document = Document()
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Pt(85), Pt(62)
    section.left_margin = section.right_margin = Pt(56)
    section.header_distance = Pt(28)
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "360")
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set_font(style, font)
    _look(document.styles["Normal"], 11, 14, after=0)
    _look(document.styles["Body Text"], 11, 14, after=7)
    _look(document.styles["Heading 1"], 15, 18, before=20, after=4, colour=RED)
    _look(document.styles["Title"], 24, 28, after=12, colour=RED)
    if own_styles:
        added = document.styles.add_style("Our Heading", WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = document.styles["Heading 1"]
        added.font.italic = True
    picture = io.BytesIO()
    Image.new("RGB", (90, 30), (123, 45, 38)).save(picture, "PNG")
    picture.seek(0)
    header = section.header.paragraphs[0]
    shown = header.add_run().add_picture(picture, height=Pt(30))
    shown._inline.docPr.set("descr", "The Harbour Institute")
    header.add_run(" Harbour Institute papers")
    section.footer.paragraphs[0].text = "Quiet seas since 1901"
    document.add_paragraph("What the template was tried with.")
    return saved(document)


def saved(document: Any) -> bytes:
    """A python-docx document as a file."""
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def repacked(data: bytes, **parts: bytes | None) -> bytes:
    """A Word file with other parts, `document` for `word/document.xml`; None takes a part out."""
    changed = {_part(name): part for name, part in parts.items()}
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            if part is not None:
                new.writestr(name, part)
    return held.getvalue()


def part(data: bytes, name: str) -> str:
    """A part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(_part(name)).decode()


@cache
def font_files(*, family: str = FONT, fs_type: int = 0) -> dict[str, bytes]:
    """The four faces of a family that no machine has: Tinos under another name, with licence bits of one's own."""
    made = {}
    for face in FACES:
        font = TTFont(ROOT / "styles" / "classic" / "fonts" / f"Tinos-{face}.ttf", recalcTimestamp=False)
        font["OS/2"].fsType = fs_type
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6, 16):
                plain = f"{family.replace(' ', '')}-{face}"
                record.string = family if record.nameID in (1, 16) else plain
        held = io.BytesIO()
        font.save(held)
        made[f"{family.replace(' ', '')}-{face}.ttf"] = held.getvalue()
    return made


def _part(name: str) -> str:
    known = {"types": "[Content_Types].xml", "relations": "word/_rels/document.xml.rels"}
    if name in known:
        return known[name]
    return name if "." in name else f"word/{name}.xml"


def _set_font(style: Any, font: str) -> None:
    style.font.name = font
    fonts = style.element.rPr.rFonts
    for name in _THEME_FONTS:
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _look(
    style: Any, size: float, leading: float, before: float = 0, after: float = 0, colour: RGBColor | None = None
) -> None:
    style.font.size = Pt(size)
    layout = style.paragraph_format
    layout.line_spacing, layout.space_before, layout.space_after = Pt(leading), Pt(before), Pt(after)
    if colour is not None:
        style.font.color.rgb = colour
        style.element.rPr.find(qn("w:color")).attrib.pop(qn("w:themeColor"), None)
