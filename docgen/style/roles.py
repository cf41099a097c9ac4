"""The roles that a part of a document can play; a style says how each one looks."""

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
    CONTENTS_TITLE = "contents-title"
    CONTENTS = "contents"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"

    @classmethod
    def heading(cls, level: int) -> "Role":
        """The role of a heading; levels deeper than three look like the third."""
        return (cls.HEADING_1, cls.HEADING_2, cls.HEADING_3)[min(level, 3) - 1]
