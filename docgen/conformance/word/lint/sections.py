"""Finds sections that end where they may not, or have two headers for the same pages.

Why it matters: where a section ends with the contents, making them anew may take its end along, and LibreOffice loses
its footers; a section that ends in a table, a note or a header is damage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import w
from docgen.conformance.word.part import Part
from docgen.findings import Finding

_NOT_IN = (w("tc"), w("txbxContent"), w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("comment"))


def find(word: WordFile) -> Iterator[Finding]:
    """Section ends out of place, the last one missing, and headers and footers given twice."""
    body = word.document.root.find(w("body"))
    children = [child for child in body if isinstance(child.tag, str)] if body is not None else []
    if not children or children[-1].tag != w("sectPr"):
        said = "the document does not say the size and margins of its last pages"
        yield Finding.error(word.document.span(word.document.root), "section-missing", said)
    for part, section in word.each(w("sectPr")):
        if next(section.iterancestors(*_NOT_IN), None) is not None:
            said = "a section ends in a table, note, header or text box"
            yield Finding.error(part.span(section), "section-inside", said)
        given = Counter(
            (child.tag, child.get(w("type"))) for child in section.iter(w("headerReference"), w("footerReference"))
        )
        if any(times > 1 for times in given.values()):
            said = "a section has two headers or two footers for the same pages"
            yield Finding.error(part.span(section), "section-header-twice", said)
    yield from _ends_in_contents(word.document)


def _ends_in_contents(part: Part) -> Iterator[Finding]:
    """Paragraphs in which a contents field ends and a section with it."""
    kinds: list[str] = []
    for element in part.walk(w("fldChar"), w("instrText")):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            kinds.append("")
        elif kind == "end" and kinds:
            paragraph = next(element.iterancestors(w("p")), None)
            if kinds.pop().split()[:1] == ["TOC"] and _ends_section(paragraph):
                said = "a section ends where the contents end, and may go with them when they are made anew"
                yield Finding.error(part.span(element), "section-in-contents", said)
        elif kind is None and kinds:
            kinds[-1] += element.text or ""


def _ends_section(paragraph: etree._Element | None) -> bool:
    return paragraph is not None and paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None
