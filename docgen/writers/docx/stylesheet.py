"""A template's styles, authored with python-docx: each role's look as a Word style, and the few that have no role.

What a style's own Word template has already stays as it is there.
"""

from __future__ import annotations

import re
from typing import Any

from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from docgen.style.colour import BLACK, Colour
from docgen.style.model import Align
from docgen.style.roles import Role
from docgen.style.word.names import PARAGRAPH_STYLES, ParagraphStyle
from docgen.writers.docx import numbering
from docgen.writers.docx.look import Look
from docgen.writers.docx.styles import CHARACTER_STYLES, LOGOS, PICTURE, SECTION_END, TABLE, CharacterStyle
from docgen.writers.docx.theme import accent
from docgen.writers.docx.wordml import NAMESPACES, attribute, half_points, twips

CONDENSED = 0.1
"""What justified text is set tighter, in pt between letters: a hundredth of their size.

A word processor ends each line before it looks at the next, and leaves it emptier by up to four percent than layout
does, which weighs all lines of a paragraph; this takes back two, so that pages end near the PDF's.
"""

_KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
_ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_HEADING_ROLES = {Role.LABEL, Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.CONTENTS_TITLE}
"""What is set in the theme's font for headings."""
_IN_THE_BACKGROUND = {Role.CONTENTS, Role.NOTE, Role.HEADER, Role.FOOTER}
"""What Word itself puts into a text: nobody picks it from the gallery of styles."""
_W = f'xmlns:w="{NAMESPACES["w"]}"'


def clear_styles(styles: Any) -> None:
    """Take all that python-docx brings along but what Word cannot do without; of all others Word knows the names."""
    for style in list(styles):
        if style.name not in _KEPT_STYLES:
            style.delete()
    latent = (
        f'<w:latentStyles {_W} w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    )
    styles.element.replace(styles.element.find(qn("w:latentStyles")), parse_xml(latent))


def author_styles(styles: Any, look: Look) -> None:
    """Add to python-docx's `styles` each of docgen's that is not there."""
    there = {style.style_id for style in styles}
    _set_defaults(styles.element, look, brought=look.base is not None)
    for character in CHARACTER_STYLES:
        if character.id not in there:
            _add_character_style(styles, character, look)
    added = [style for style in PARAGRAPH_STYLES if style.id not in there]
    for paragraph in added:
        _add_paragraph_style(styles, paragraph, look)
    for name in (PICTURE, LOGOS, SECTION_END):
        if name not in there:
            _add_structural_style(styles, name, look)
    if TABLE not in there:
        styles.element.append(parse_xml(_table_style()))
    for paragraph in added:
        if paragraph.following:
            _by_id(styles, paragraph.id).next_paragraph_style = _by_id(styles, paragraph.following)


def tab_stops(sheet: bytes, identity: str) -> tuple[float, ...]:
    """Where a style, or one that it is based on, has tab stops, in pt; `sheet` is a styles part."""
    root: Any = parse_xml(sheet)
    by_id = {style.get(qn("w:styleId")): style for style in root.iterchildren(qn("w:style"))}
    stops: set[float] = set()
    while (style := by_id.pop(identity, None)) is not None:
        for tab in style.iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"):
            if tab.get(qn("w:val")) != "clear" and re.fullmatch(r"-?[0-9]{1,5}", tab.get(qn("w:pos"), "")):
                stops.add(int(tab.get(qn("w:pos"))) / 20)
        base = style.find(qn("w:basedOn"))
        identity = "" if base is None else base.get(qn("w:val"), "")
    return tuple(sorted(stops))


def _set_defaults(element: Any, look: Look, *, brought: bool) -> None:
    """Defaults of the whole document: the theme's font, the body's size, the language, no space.

    A template that the style brings keeps its own, but for the language.
    """
    spoken = f'<w:lang {_W} w:val="{attribute(look.language)}" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    old = element.find(qn("w:docDefaults"))
    if brought and old is not None and (properties := old.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")) is not None:
        for language in properties.findall(qn("w:lang")):
            properties.remove(language)
        later = (properties.find(qn(f"w:{name}")) for name in ("eastAsianLayout", "specVanish", "oMath"))
        following = next((found for found in later if found is not None), None)
        if following is None:
            properties.append(parse_xml(spoken))
        else:
            following.addprevious(parse_xml(spoken))
        return
    body = look.text(Role.BODY)
    # Kerning in all sizes, without which lines are wider than layout's.
    size = f'<w:kern w:val="2"/><w:sz w:val="{half_points(body.size)}"/><w:szCs w:val="{half_points(body.size)}"/>'
    defaults = parse_xml(
        f"<w:docDefaults {_W}><w:rPrDefault><w:rPr>{_theme_fonts('minor')}{size}{spoken}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    if old is None:
        element.insert(0, defaults)
    else:
        element.replace(old, defaults)


def _theme_fonts(kind: str) -> str:
    return (
        f'<w:rFonts {_W} w:asciiTheme="{kind}HAnsi" w:hAnsiTheme="{kind}HAnsi" w:eastAsiaTheme="{kind}EastAsia" '
        f'w:cstheme="{kind}Bidi"/>'
    )


def _add_paragraph_style(styles: Any, style: ParagraphStyle, look: Look) -> None:
    text = look.text(style.role)
    added = _new_style(styles, style.id, style.name, WD_STYLE_TYPE.PARAGRAPH, custom=style.custom)
    added.priority, added.quick_style = PARAGRAPH_STYLES.index(style) + 1, style.role not in _IN_THE_BACKGROUND
    font, layout = added.font, added.paragraph_format
    font.size, font.bold, font.italic = Pt(half_points(text.size) / 2), text.bold or None, text.italic or None
    font.all_caps = text.capitals or None
    if text.colour != BLACK:
        _paint(font.color, text.colour, look)
    if style.role in _HEADING_ROLES:
        added.element.get_or_add_rPr().insert(0, parse_xml(_theme_fonts("major")))
    if text.align is Align.JUSTIFY:
        _condense(added)
    layout.alignment = _ALIGNMENTS[text.align]
    layout.space_before, layout.space_after = Pt(text.before), Pt(text.after)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(text.leading)
    layout.keep_with_next = text.keep_with_next or None
    layout.keep_together = text.keep_with_next or None
    layout.widow_control = True
    if not text.hyphenate:
        _insert(added, "<w:suppressAutoHyphens/>")
    if style.name.startswith("heading "):
        _insert(added, f'<w:outlineLvl w:val="{int(style.name[-1]) - 1}"/>')
    _set_indents(added, style, look)


def _set_indents(added: Any, style: ParagraphStyle, look: Look) -> None:
    """What a style is moved in by; the items of lists are by their numbering, to which they are bound here."""
    text, layout = look.text(style.role), added.paragraph_format
    layout.left_indent = Pt(text.indent) if text.indent else None
    if style.role in (Role.QUOTE, Role.PULL_QUOTE):
        layout.right_indent = Pt(text.indent)
    elif style.role in (Role.NOTE, Role.NUMBERED):
        layout.first_line_indent = Pt(-text.indent)
    elif style.role == Role.CONTENTS:
        _set_contents(added, int(style.name[-1]), look)
    elif style.id in numbering.BY_STYLE:
        layout.left_indent = None
    if style.id in numbering.BY_STYLE:
        _insert(added, f'<w:numPr><w:numId w:val="{numbering.BY_STYLE[style.id]}"/></w:numPr>')


def _paint(colour: Any, value: Colour, look: Look) -> None:
    """Set a colour and, where it is an accent of the theme, say so: staff who change the theme change it, too."""
    colour.rgb = RGBColor.from_string(value[1:].upper())  # before the theme's, else python-docx writes black
    number = accent(value, look)
    if number is not None:
        colour.theme_color = getattr(MSO_THEME_COLOR, f"ACCENT_{number}")


def _condense(style: Any) -> None:
    """Set justified text tighter by `CONDENSED`."""
    properties = style.element.get_or_add_rPr()
    spacing = parse_xml(f'<w:spacing {_W} w:val="{-twips(CONDENSED)}"/>')
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")


def _set_contents(style: Any, level: int, look: Look) -> None:
    """Indent a level's entries; page numbers stand at the right margin.

    An indent at the right, which would end long entries before them, makes LibreOffice drop the numbers.
    """
    style.paragraph_format.left_indent = Pt(look.text(Role.CONTENTS).indent * (level - 1)) if level > 1 else None
    _insert(style, f'<w:tabs><w:tab w:val="right" w:pos="{twips(look.page.measure)}"/></w:tabs>')


def _add_structural_style(styles: Any, name: str, look: Look) -> None:
    """A style for paragraphs that are not text: pictures, the end of a section."""
    spelled = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    style = _new_style(styles, name, spelled, WD_STYLE_TYPE.PARAGRAPH, custom=True)
    layout, body = style.paragraph_format, look.text(Role.BODY)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if name == SECTION_END:
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
        style.font.size = Pt(1)
    else:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout.space_before = layout.space_after = Pt(0 if name == LOGOS else body.leading)
        if name == LOGOS:
            style.font.size = Pt(1)  # so that the line is as high as they are


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


def _add_character_style(styles: Any, style: CharacterStyle, look: Look) -> None:
    added = _new_style(styles, style.id, style.name, WD_STYLE_TYPE.CHARACTER)
    colour = ""
    if style.id == "Hyperlink":
        themed = f'w:val="{look.link[1:].upper()}" w:themeColor="hyperlink"' if look.link else 'w:val="auto"'
        colour = f"<w:color {themed}/>"
    added.element.append(parse_xml(f"<w:rPr {_W}>{colour}{style.properties}</w:rPr>"))


def _new_style(styles: Any, identity: str, name: str, kind: Any, *, custom: bool = False) -> Any:
    style = styles.add_style(name, kind, builtin=not custom)
    style.element.set(qn("w:styleId"), identity)
    if kind == WD_STYLE_TYPE.PARAGRAPH:
        style.base_style = styles["Normal"]
    else:
        style.base_style = styles["Default Paragraph Font"]
    style.hidden, style.unhide_when_used = False, False
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
