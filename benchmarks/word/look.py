"""The look of the report through python-docx: what a careful person sets up before filling anything in."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

MEASURE = 221.5  # pt, of a column

# What may stand behind it in the settings, of what these files have there.
_BEHIND_HYPHENATION = (
    *("w:evenAndOddHeaders", "w:drawingGridHorizontalSpacing", "w:characterSpacingControl", "w:savePreviewPicture"),
    *("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:rsids", "m:mathPr", "w:themeFontLang"),
)


def set_look(document: Document) -> None:
    """Page, styles, hyphenation, and a footer with the page's number."""
    (section,) = document.sections
    section.page_width, section.page_height = Pt(612), Pt(792)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(72)
    _style(document, "Normal", size=10, leading=0, after=11.5)
    _style(document, "Title", size=18, leading=22, before=6, after=8, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, "Subtitle", size=11, leading=14, after=6, italic=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, "Heading 1", size=10, leading=11.5, before=23, after=11.5, bold=True)
    _style(document, "Body Text", size=10, leading=11.5, after=11.5, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    _style(document, "List Number", size=10, leading=11.5, after=4)
    _style(document, "Caption", size=8.5, leading=10.5, after=11.5, italic=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    document.styles["Heading 1"].font.all_caps = True
    settings: Any = document.settings.element
    settings.insert_element_before(OxmlElement("w:autoHyphenation"), *_BEHIND_HYPHENATION)
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Normal"]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    put_field(footer, "PAGE")


def begin_columns(document: Document) -> None:
    """What follows runs in two columns."""
    set_columns(document.add_section(WD_SECTION.CONTINUOUS))


def set_columns(section: Any) -> None:
    """Set a section in two columns."""
    found = section._sectPr.find(qn("w:cols"))
    columns = found if found is not None else OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "500")
    if found is None:
        section._sectPr.append(columns)


def put_field(paragraph: Any, instruction: str, shown: str = "") -> None:
    """A field, as recipes for python-docx have it."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)


def finish_table(table: Any) -> None:
    """Make a table as wide as a column, and its first row its head."""
    for column in table.columns:
        for cell in column.cells:
            cell.width = Pt(MEASURE / len(table.columns))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _style(
    document: Document,
    name: str,
    *,
    size: float,
    leading: float,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> None:
    style: Any = next(style for style in document.styles if name in (style.name, style.style_id))
    font, layout = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = "Times New Roman", Pt(size), bold, italic
    font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    layout.line_spacing = Pt(leading) if leading else 1.0  # exact lines would cut pictures off
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.alignment = align
