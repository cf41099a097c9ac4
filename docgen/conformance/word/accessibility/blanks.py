"""Finds empty paragraphs, blanks and breaks that are there for the distance they make.

Why it matters: a screen reader says "blank" for each, and the distances fall apart with the next change of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import Look
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part, pieces, walk
from docgen.findings import Finding

_SPACE = "in Word, delete it and set the distance in the style, under Paragraph, Spacing"
_TABS = "in Word, delete the blanks and use one tab, an indent or a table"
_SHOWN = (w("drawing"), w("pict"), w("object"), w("separator"), w("continuationSeparator"), w("footnoteRef"))
_BLANKS = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u3000]{4,}")
_HOLDERS = {w("tc"), w("body")}


def find(word: WordFile) -> Iterator[Finding]:
    """Paragraphs that show nothing and are not needed, and rows of blanks, tabs and line breaks."""
    look = Look(word)
    for part, paragraph in word.each(w("p")):
        if not _shows(part, paragraph, look):
            if not _is_needed(paragraph):
                yield Finding.warning(part.span(paragraph), "blank-paragraph", "this paragraph is empty", _SPACE)
            continue
        if _BLANKS.search("".join(text for piece, text in pieces(paragraph) if piece.tag == w("t"))):
            said = "words are moved by a row of blanks"
            yield Finding.warning(part.span(paragraph), "blanks-in-row", said, _TABS)
        for one, said in ((w("tab"), "a row of tabs"), (w("br"), "a row of line breaks")):
            if _row_of(paragraph, one):
                yield Finding.warning(part.span(paragraph), "blanks-in-row", f"words are moved by {said}", _TABS)


def _shows(part: Part, paragraph: etree._Element, look: Look) -> bool:
    """Whether a paragraph shows anything: words, a picture, a line above or below it, or that a page or column ends."""
    if part.words(paragraph).strip() or next(walk(paragraph, *_SHOWN), None) is not None:
        return True
    breaks = (found.get(w("type")) for found in walk(paragraph, w("br")))
    borders = look.of_paragraph(paragraph, "pBdr")
    return any(kind in ("page", "column") for kind in breaks) or (borders is not None and len(borders) > 0)


def _is_needed(paragraph: etree._Element) -> bool:
    """Whether Word cannot do without it: it ends a section or the contents, or what must end with a paragraph."""
    if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None or _ends_field(paragraph):
        return True
    before, after = paragraph.getprevious(), paragraph.getnext()
    holder = paragraph.getparent()
    if holder is None or holder.tag not in _HOLDERS:
        return before is None and after is None
    if after is not None and after.tag == w("tbl"):
        return before is not None and before.tag == w("tbl")
    if after is not None and after.tag != w("sectPr"):
        return False
    ends_section = before is not None and before.find(f"{w('pPr')}/{w('sectPr')}") is not None
    return before is None or before.tag in (w("tbl"), w("tcPr")) or ends_section


def _ends_field(paragraph: etree._Element) -> bool:
    """Whether a field of several paragraphs ends here, as Word has its contents end."""
    marks = [mark.get(w("fldCharType")) for mark in paragraph.iter(w("fldChar"))]
    return marks.count("end") > marks.count("begin")


def _row_of(paragraph: etree._Element, kind: str) -> bool:
    """Whether two of a kind stand one after the other, with nothing or only blanks between them."""
    last = ""
    for piece, text in pieces(paragraph):
        if piece.tag == kind and last == kind and piece.get(w("type")) not in ("page", "column"):
            return True
        if piece.tag != w("t") or text.strip():
            last = str(piece.tag)
    return False
