"""A template's styles, authored with python-docx: each role's look as a Word style, and the few that have no role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from docgen.style.model import Align, Columns, PageSize, TextStyle
from docgen.style.roles import Role
from docgen.writers.docx import numbering
from docgen.writers.docx.styles import (
    CHARACTER_STYLES,
    CONTENTS_LEVELS,
    LOGOS,
    PARAGRAPH_STYLES,
    PICTURE,
    RULE,
    SECTION_END,
    TABLE,
    CharacterStyle,
    ParagraphStyle,
)
from docgen.writers.docx.wordml import NAMESPACES, attribute, twips

_KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
_ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_W = f'xmlns:w="{NAMESPACES["w"]}"'


@dataclass(frozen=True, slots=True)
class Look:
    """What of a style a template depends on."""

    page: PageSize
    columns: Columns
    family: str
    roles: tuple[tuple[str, TextStyle], ...]
    language: str

    def text(self, role: str) -> TextStyle:
        """How `role` looks."""
        return dict(self.roles)[role]


def author_styles(styles: Any, look: Look) -> None:
    """Make python-docx's `styles` the report's: all that it brings along goes but what Word cannot do without."""
    for style in list(styles):
        if style.name not in _KEPT_STYLES:
            style.delete()
    body = look.text(Role.BODY)
    _set_defaults(styles.element, body, look.language)
    for character in CHARACTER_STYLES:
        _add_character_style(styles, character)
    for paragraph in PARAGRAPH_STYLES:
        _add_paragraph_style(styles, paragraph, look.text(paragraph.role))
    _set_numbers(styles)
    for level in range(1, CONTENTS_LEVELS + 1):
        _set_contents(styles, level, look)
    for name in (PICTURE, LOGOS, RULE, SECTION_END):
        _add_structural_style(styles, name, look)
    styles.element.append(parse_xml(_table_style()))
    for paragraph in PARAGRAPH_STYLES:
        if paragraph.following:
            _by_id(styles, paragraph.id).next_paragraph_style = _by_id(styles, paragraph.following)


def _set_defaults(element: Any, body: TextStyle, language: str) -> None:
    """Defaults of the whole document: the theme's font, the body's size, the language, no space."""
    size = f'<w:sz w:val="{round(body.size * 2)}"/><w:szCs w:val="{round(body.size * 2)}"/>'
    fonts = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
        'w:cstheme="minorBidi"/>'
    )
    spoken = f'<w:lang w:val="{attribute(language)}" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults {_W}><w:rPrDefault><w:rPr>{fonts}{size}{spoken}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    element.replace(element.find(qn("w:docDefaults")), parse_xml(defaults))


def _add_paragraph_style(styles: Any, style: ParagraphStyle, look: TextStyle) -> None:
    added = _new_style(styles, style.id, style.name, WD_STYLE_TYPE.PARAGRAPH, custom=style.custom)
    font, layout = added.font, added.paragraph_format
    font.size, font.bold, font.italic = Pt(look.size), look.bold or None, look.italic or None
    font.all_caps = look.capitals or None
    if look.colour != "#000000":
        font.color.rgb = RGBColor.from_string(look.colour[1:].upper())
    layout.alignment = _ALIGNMENTS[look.align]
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.leading)
    layout.left_indent = Pt(look.indent) if look.indent else None
    if style.role == Role.QUOTE:
        layout.right_indent = Pt(look.indent)
    if style.role == Role.NOTE:
        layout.first_line_indent = Pt(-look.indent)
    layout.keep_with_next = look.keep_with_next or None
    layout.keep_together = look.keep_with_next or None
    layout.widow_control = True
    if not look.hyphenate:
        _insert(added, "<w:suppressAutoHyphens/>")
    if style.name.startswith("heading "):
        _insert(added, f'<w:outlineLvl w:val="{int(style.name[-1]) - 1}"/>')


def _set_numbers(styles: Any) -> None:
    """Bind the list styles to their numbering, which also indents them."""
    for identity, number in (("ListBullet", numbering.BULLETS), ("ListNumber", numbering.NUMBERS)):
        style = _by_id(styles, identity)
        style.paragraph_format.left_indent = None
        _insert(style, f'<w:numPr><w:numId w:val="{number}"/></w:numPr>')


def _set_contents(styles: Any, level: int, look: Look) -> None:
    style = _by_id(styles, f"TOC{level}")
    role = look.text(Role.CONTENTS)
    style.paragraph_format.left_indent = Pt(role.indent * (level - 1)) if level > 1 else None
    end = twips(look.columns.measure(look.page))
    style.paragraph_format.right_indent = Pt(2 * role.size)  # long entries end before the page numbers do
    _insert(style, f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>')


def _add_structural_style(styles: Any, name: str, look: Look) -> None:
    """A style for paragraphs that are not text: pictures, a rule, the end of a section."""
    spelled = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    style = _new_style(styles, name, spelled, WD_STYLE_TYPE.PARAGRAPH, custom=True)
    layout, body = style.paragraph_format, look.text(Role.BODY)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if name == SECTION_END:
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
        style.font.size = Pt(1)
    elif name == RULE:
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
        layout.space_before = layout.space_after = Pt(body.leading)
        _insert(style, '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:pBdr>')
    else:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout.space_before = layout.space_after = Pt(0 if name == LOGOS else body.leading)


def _table_style() -> str:
    """Rules above, below and under the heads; none between columns."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
    return (
        f'<w:style {_W} w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Report Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>'
        f"<w:tblBorders><w:top {line}/><w:bottom {line}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {line}/></w:tcBorders></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def _add_character_style(styles: Any, style: CharacterStyle) -> None:
    added = _new_style(styles, style.id, style.name, WD_STYLE_TYPE.CHARACTER)
    added.element.append(parse_xml(f"<w:rPr {_W}>{style.properties}</w:rPr>"))


def _new_style(styles: Any, identity: str, name: str, kind: Any, *, custom: bool = False) -> Any:
    style = styles.add_style(name, kind, builtin=not custom)
    style.element.set(qn("w:styleId"), identity)
    if kind == WD_STYLE_TYPE.PARAGRAPH:
        style.base_style = styles["Normal"]
    else:
        style.base_style = styles["Default Paragraph Font"]
    style.hidden, style.quick_style = False, True
    return style


def _by_id(styles: Any, identity: str) -> Any:
    return next(style for style in styles if style.style_id == identity)


# The order of what a paragraph's properties hold, as far as it is used here (ECMA-376, CT_PPrBase).
_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl"),
)


def _insert(style: Any, xml: str) -> None:
    """Put a paragraph property in its place among the others."""
    added = parse_xml(re.sub(r"^<w:(\w+)", rf"<w:\1 {_W}", xml))
    properties = style.element.get_or_add_pPr()
    rank = _ORDER.index(added.tag.rpartition("}")[2])
    later = (child for child in properties if _ORDER.index(child.tag.rpartition("}")[2]) > rank)
    following = next(later, None)
    if following is None:
        properties.append(added)
    else:
        following.addprevious(added)
