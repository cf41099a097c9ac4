"""Finds what does not stand in the flow of the text: floating pictures and tables, text boxes, frames.

Why it matters: a screen reader meets it elsewhere than readers see it, at the end of the page, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import name, w
from docgen.findings import Finding

_INLINE = "in Word, click it, Layout Options, In Line with Text"
_KINDS = {
    name("wp:anchor"): ("floating-object", "a picture or drawing floats beside the text", _INLINE),
    w("txbxContent"): ("text-box", "this stands in a text box", "move it into the text"),
    w("framePr"): ("text-frame", "this stands in a frame beside the text", "in Word, remove the frame"),
    w("tblpPr"): ("floating-table", "a table floats beside the text", "in Word, Table Properties, Text wrapping: None"),
}


def find(word: WordFile) -> Iterator[Finding]:
    """Everything that floats."""
    for part, found in word.each(*_KINDS):
        code, said, advice = _KINDS[found.tag]
        yield Finding.warning(part.span(found), code, said, advice)
