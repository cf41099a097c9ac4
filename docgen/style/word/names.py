"""The paragraph styles of Word files, one or more for every role, under the names that Word's own menus know."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.records import dataclass
from docgen.style.roles import Role


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: `id` is what paragraphs say, `name` what Word knows; `following` is the next one's id.

    `custom` styles are docgen's; the others have their names from Word. `key` is what `style.yaml` calls it, where a
    role has more than one.
    """

    id: str
    name: str
    role: Role
    following: str = ""
    custom: bool = False
    key: str = ""

    @property
    def called(self) -> str:
        """What `word: {styles: …}` calls it."""
        return self.key or self.role.value


CONTENTS_LEVELS = 3

PARAGRAPH_STYLES = (
    ParagraphStyle("Subtitle", "Subtitle", Role.LABEL, "Title"),
    ParagraphStyle("Title", "Title", Role.TITLE, "Byline"),
    ParagraphStyle("Byline", "Byline", Role.BYLINE, "EventDetails", custom=True),
    ParagraphStyle("EventDetails", "Event Details", Role.DETAILS, custom=True),
    ParagraphStyle("Introduction", "Introduction", Role.INTRODUCTION, "BodyText", custom=True),
    ParagraphStyle("Heading1", "heading 1", Role.HEADING_1, "BodyText"),
    ParagraphStyle("Heading2", "heading 2", Role.HEADING_2, "BodyText"),
    ParagraphStyle("Heading3", "heading 3", Role.HEADING_3, "BodyText"),
    ParagraphStyle("Heading4", "heading 4", Role.HEADING_3, "BodyText", key="heading-4"),
    ParagraphStyle("Heading5", "heading 5", Role.HEADING_3, "BodyText", key="heading-5"),
    ParagraphStyle("Heading6", "heading 6", Role.HEADING_3, "BodyText", key="heading-6"),
    ParagraphStyle("BodyText", "Body Text", Role.BODY),
    ParagraphStyle("ListBullet", "List Bullet", Role.LIST),
    ParagraphStyle("ListNumber", "List Number", Role.LIST, key="list-number"),
    ParagraphStyle("ListContinue", "List Continue", Role.LIST, key="list-continue"),
    ParagraphStyle("Quote", "Quote", Role.QUOTE, "BodyText"),
    ParagraphStyle("QuoteSource", "Quote Source", Role.SOURCE, "BodyText", custom=True),
    ParagraphStyle("Caption", "caption", Role.CAPTION, "BodyText"),
    ParagraphStyle("TableText", "Table Text", Role.TABLE, custom=True),
    ParagraphStyle("TableHeading", "Table Heading", Role.TABLE_HEAD, custom=True),
    ParagraphStyle("TableNote", "Table Note", Role.TABLE_NOTE, "BodyText", custom=True),
    ParagraphStyle("TOCHeading", "TOC Heading", Role.CONTENTS_TITLE, "BodyText"),
    ParagraphStyle("TOC1", "toc 1", Role.CONTENTS),
    ParagraphStyle("TOC2", "toc 2", Role.CONTENTS, key="contents-2"),
    ParagraphStyle("TOC3", "toc 3", Role.CONTENTS, key="contents-3"),
    ParagraphStyle("Panel", "Panel", Role.PANEL, custom=True),
    ParagraphStyle("PanelHeading", "Panel Heading", Role.PANEL_HEADING, "BodyText", custom=True),
    ParagraphStyle("PullQuote", "Pull Quote", Role.PULL_QUOTE, "BodyText", custom=True),
    ParagraphStyle("NumberedParagraph", "Numbered Paragraph", Role.NUMBERED, custom=True),
    ParagraphStyle("FootnoteText", "footnote text", Role.NOTE),
    ParagraphStyle("EndnoteText", "endnote text", Role.NOTE, key="endnote"),
    ParagraphStyle("Header", "header", Role.HEADER),
    ParagraphStyle("Footer", "footer", Role.FOOTER),
)
"""In the order in which Word lists them."""

STYLES_BY_KEY: Mapping[str, ParagraphStyle] = {style.called: style for style in PARAGRAPH_STYLES}
"""Each style by what `word: {styles: …}` in `style.yaml` calls it."""
