"""The styles of a Word file: one for every role, under the name that Word's own menus know where there is one."""

from __future__ import annotations

import re
from functools import lru_cache

from docgen.records import dataclass
from docgen.style.word.names import PARAGRAPH_STYLES

LEVELS = 9
"""How deep Word's lists go."""


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A character style, and its run properties as WordprocessingML."""

    id: str
    name: str
    properties: str


PICTURE = "Picture"
"""The style of paragraphs that hold pictures, whose lines are as high as they are."""

LOGOS = "Logos"
"""The style of the paragraph that holds the hosts' logos."""

SECTION_END = "SectionEnd"
"""The style of a paragraph without words, which Word wants where a section ends and no other paragraph can end it."""

TABLE = "ReportTable"
"""The style of tables."""

CHARACTER_STYLES = (
    CharacterStyle("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
    CharacterStyle("Strong", "Strong", "<w:b/><w:bCs/>"),
    CharacterStyle("Hyperlink", "Hyperlink", '<w:u w:val="single"/>'),
    CharacterStyle("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    CharacterStyle("EndnoteReference", "endnote reference", '<w:vertAlign w:val="superscript"/>'),
)

_BY_ROLE: dict[str, str] = {}
for _style in PARAGRAPH_STYLES:
    _BY_ROLE.setdefault(_style.role, _style.id)


HEADING_STYLES = tuple(f"Heading{level}" for level in range(1, 7))
"""The ids of the styles for headings, by level."""


_IN_BLOCKS = ("Panel", "PanelHeading", "PullQuote", "NumberedParagraph")

ONLY_WHERE_USED = (*HEADING_STYLES[3:], *_IN_BLOCKS, LOGOS, SECTION_END)
"""The ids of the styles that only files have whose text is set in them: staff have no use for them.

All others are there for whoever edits the file. What they add, from a second level of headings to a note or a table,
would otherwise have Word's own look in place of the style's.
"""


def heading_style(level: int) -> str:
    """The id of the style for headings of a level, 1 to 6."""
    return HEADING_STYLES[level - 1]


def paragraph_style(role: str) -> str:
    """The id of the style for a role."""
    return _BY_ROLE[role]


@lru_cache(maxsize=32)
def without(sheet: bytes, unused: frozenset[str]) -> bytes:
    """A styles part without some styles, on which no other is based; most reports of a style lack the same."""
    return _STYLE.sub(lambda style: "" if style[1] in unused else style[0], sheet.decode()).encode()


_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*>.*?</w:style>', re.DOTALL)
