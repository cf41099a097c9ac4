"""The styles of a Word file: one for every role, under the name that Word's own menus know where there is one."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.style.roles import Role

LEVELS = 9
"""How deep Word's lists go."""

CONTENTS_LEVELS = 3


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: `id` is what paragraphs say, `name` what Word knows; `following` is the next one's id.

    `custom` styles are docgen's; the others have their names from Word.
    """

    id: str
    name: str
    role: Role
    following: str = ""
    custom: bool = False


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A character style, and its run properties as WordprocessingML."""

    id: str
    name: str
    properties: str


PARAGRAPH_STYLES = (
    ParagraphStyle("Subtitle", "Subtitle", Role.LABEL, "Title"),
    ParagraphStyle("Title", "Title", Role.TITLE, "Byline"),
    ParagraphStyle("Byline", "Byline", Role.BYLINE, "EventDetails", custom=True),
    ParagraphStyle("EventDetails", "Event Details", Role.DETAILS, custom=True),
    ParagraphStyle("Introduction", "Introduction", Role.INTRODUCTION, "BodyText", custom=True),
    ParagraphStyle("Heading1", "heading 1", Role.HEADING_1, "BodyText"),
    ParagraphStyle("Heading2", "heading 2", Role.HEADING_2, "BodyText"),
    ParagraphStyle("Heading3", "heading 3", Role.HEADING_3, "BodyText"),
    ParagraphStyle("BodyText", "Body Text", Role.BODY),
    ParagraphStyle("ListBullet", "List Bullet", Role.LIST),
    ParagraphStyle("ListNumber", "List Number", Role.LIST),
    ParagraphStyle("ListContinue", "List Continue", Role.LIST),
    ParagraphStyle("Quote", "Quote", Role.QUOTE, "BodyText"),
    ParagraphStyle("QuoteSource", "Quote Source", Role.SOURCE, "BodyText", custom=True),
    ParagraphStyle("Caption", "caption", Role.CAPTION, "BodyText"),
    ParagraphStyle("TableText", "Table Text", Role.TABLE, custom=True),
    ParagraphStyle("TableHeading", "Table Heading", Role.TABLE_HEAD, custom=True),
    ParagraphStyle("TOCHeading", "TOC Heading", Role.CONTENTS_TITLE, "BodyText"),
    *(ParagraphStyle(f"TOC{level}", f"toc {level}", Role.CONTENTS) for level in range(1, CONTENTS_LEVELS + 1)),
    ParagraphStyle("FootnoteText", "footnote text", Role.NOTE),
    ParagraphStyle("EndnoteText", "endnote text", Role.NOTE),
    ParagraphStyle("Header", "header", Role.HEADER),
    ParagraphStyle("Footer", "footer", Role.FOOTER),
)

PICTURE = "Picture"
"""The style of paragraphs that hold pictures, whose lines are as high as they are."""

LOGOS = "Logos"
"""The style of the paragraph that holds the hosts' logos."""

RULE = "HorizontalRule"
"""The style of the paragraph whose border is a rule."""

SECTION_END = "SectionEnd"
"""The style of a paragraph that holds nothing but the end of a section, where no other can."""

TABLE = "ReportTable"
"""The style of tables."""

CHARACTER_STYLES = (
    CharacterStyle("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
    CharacterStyle("Strong", "Strong", "<w:b/><w:bCs/>"),
    CharacterStyle("Hyperlink", "Hyperlink", '<w:color w:val="0B4F9E" w:themeColor="hyperlink"/><w:u w:val="single"/>'),
    CharacterStyle("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    CharacterStyle("EndnoteReference", "endnote reference", '<w:vertAlign w:val="superscript"/>'),
)

_BY_ROLE: dict[str, str] = {}
for _style in PARAGRAPH_STYLES:
    _BY_ROLE.setdefault(_style.role, _style.id)


def paragraph_style(role: str) -> str:
    """The id of the style for a role."""
    return _BY_ROLE[role]
