"""Line ends: a body is read with line feeds for all of them."""

from __future__ import annotations

from docgen.expressions import regex
from docgen.reading.text import Text

_LINE_END = regex(r"\r\n?")


def with_line_feeds(text: Text) -> Text:
    """The text with a line feed for every line end, which is all that the parser knows."""
    if "\r" not in text.value:
        return text
    parts: list[Text] = []
    start = 0
    for found in _LINE_END.finditer(text.value):
        parts += [text.slice(start, found.start()), text.slice(found.start(), found.end()).standing_for("\n")]
        start = found.end()
    return type(text).joined([*parts, text.slice(start)])
