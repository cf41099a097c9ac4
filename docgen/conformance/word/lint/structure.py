"""Finds elements that lack what they must hold: cells without a paragraph, tables without a grid, empty notes.

Why it matters: Word calls a file with such a gap unreadable and does not open it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.names import local_name, w
from docgen.conformance.word.part import Part
from docgen.findings import Finding

_NEEDS = {
    w("tbl"): (w("tblPr"), w("tblGrid"), w("tr")),
    w("tr"): (w("tc"),),
    w("sdt"): (w("sdtContent"),),
    w("num"): (w("abstractNumId"),),
    w("style"): (w("name"),),
    w("document"): (w("body"),),
}
_HOLDERS = {w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("comment"), w("txbxContent")}
_CALLED = {
    w("hdr"): "header",
    w("ftr"): "footer",
    w("txbxContent"): "text box",
    w("tbl"): "table",
    w("tr"): "table row",
    w("tc"): "table cell",
    w("sdt"): "content control",
    w("tblPr"): "properties",
    w("tblGrid"): "list of columns",
    w("sdtContent"): "content",
    w("num"): "list",
    w("abstractNumId"): "kind",
}
_BLOCKS = {w("p"), w("tbl"), w("sdt"), w("customXml"), w("altChunk")}
_INLINE = {w("r"), w("hyperlink"), w("t"), w("fldSimple")}
_NOT_IN_BODY = {w("body"), w("tc"), *_HOLDERS}


def find(word: WordFile) -> Iterator[Finding]:
    """Parts of tables, notes and headers that are not there, and runs outside of paragraphs."""
    for part in (*word.stories, *word.related("numbering"), *word.related("styles")):
        for element in part.walk():
            missing = [needed for needed in _NEEDS.get(element.tag, ()) if not _holds(element, needed)]
            for needed in missing:
                said = f"this {_name(element.tag)} has no {_name(needed)}"
                yield Finding.error(part.span(element), "missing-element", said)
            if element.tag == w("tc"):
                yield from _cell(part, element)
            elif element.tag == w("tr") and not missing:
                yield from _row(part, element)
            elif element.tag in _HOLDERS and not any(child.tag in _BLOCKS for child in element):
                said = f"this {_name(element.tag)} holds nothing, not even an empty paragraph"
                yield Finding.error(part.span(element), "missing-element", said)
            if element.tag in _NOT_IN_BODY:
                for child in element.iterchildren(*_INLINE):
                    said = f"a '{local_name(child.tag)}' stands outside of all paragraphs"
                    yield Finding.error(part.span(child), "outside-paragraph", said)


def _holds(element: etree._Element, needed: str) -> bool:
    return next(element.iter(needed), None) is not None


def _cell(part: Part, cell: etree._Element) -> Iterator[Finding]:
    held = [child.tag for child in cell if isinstance(child.tag, str) and child.tag in _BLOCKS]
    if not held or held[-1] not in (w("p"), w("sdt"), w("customXml")):
        said = "a table cell must end with a paragraph, if an empty one"
        yield Finding.error(part.span(cell), "missing-element", said)


def _row(part: Part, row: etree._Element) -> Iterator[Finding]:
    """Rows have as many cells as the table has columns, those before and after left free counted in."""
    table = next(row.iterancestors(w("tbl")), None)
    columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}")) if table is not None else 0
    cells = list(row.iterchildren(w("tc"), w("sdt"), w("customXml")))
    taken = sum(_number(cell, f"{w('tcPr')}/{w('gridSpan')}", 1) for cell in cells)
    taken += sum(_number(row, f"{w('trPr')}/{w(free)}", 0) for free in ("gridBefore", "gridAfter"))
    if columns and taken != columns and all(cell.tag == w("tc") for cell in cells):
        said = f"this row fills {taken} columns of a table that has {columns}"
        yield Finding.error(part.span(row), "uneven-row", said)


def _number(element: etree._Element, path: str, otherwise: int) -> int:
    found = element.find(path)
    said = found.get(w("val"), "") if found is not None else ""
    return int(said) if said.isdecimal() else otherwise


def _name(tag: str) -> str:
    return _CALLED.get(tag, f"'{local_name(tag)}'")
