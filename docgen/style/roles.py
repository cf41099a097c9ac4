"""The roles that a part of a document can play; a style says how each one looks."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a node is in the document, whatever it looks like.

    Every style gives a text style to every role, so a role without one cannot happen.
    """

    LABEL = "label"
    TITLE = "title"
    BYLINE = "byline"
    DETAILS = "details"
    INTRODUCTION = "introduction"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    BODY = "body"
    LIST = "list"
    QUOTE = "quote"
    SOURCE = "source"
    CAPTION = "caption"
    TABLE = "table"
    TABLE_HEAD = "table-head"
    TABLE_NOTE = "table-note"
    CONTENTS_TITLE = "contents-title"
    CONTENTS = "contents"
    NOTE = "note"
    PANEL = "panel"
    PANEL_HEADING = "panel-heading"
    PULL_QUOTE = "pull-quote"
    NUMBERED = "numbered"
    HEADER = "header"
    FOOTER = "footer"

    @classmethod
    def heading(cls, level: int) -> "Role":
        """The role of a heading; levels deeper than three look like the third."""
        return (cls.HEADING_1, cls.HEADING_2, cls.HEADING_3)[min(level, 3) - 1]


BOXED = ("callout", "summary", "recommendation", "pull-quote")
"""The groups that docgen's own blocks make, which a style may set in panels; a package's blocks may make others."""

LIKE: Mapping[Role, Role] = {
    Role.TABLE_NOTE: Role.CAPTION,
    Role.PANEL: Role.BODY,
    Role.PANEL_HEADING: Role.HEADING_2,
    Role.PULL_QUOTE: Role.QUOTE,
    Role.NUMBERED: Role.LIST,
}
"""Roles that a style need not have, and those whose look they have then."""
