"""Finds tables that cannot be followed cell by cell.

Why it matters: a screen reader says with each cell the head of its column. It can do so where the table's first row is
marked as its heads, and every row has a cell for each column; a table within a table loses everybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.conformance.word.file import WordFile
from docgen.conformance.word.look import is_on
from docgen.conformance.word.names import w
from docgen.conformance.word.part import PICTURE, Part, walk
from docgen.findings import Finding

_HEAD = "in Word, put the cursor into the first row, Layout, Repeat Header Rows"
_SPLIT = "in Word, split the cells again and repeat what they say"
_UNNEST = "make two tables of it, one after the other"
_SAY = "in Word, say what the table shows under Table Properties, Alt Text"
_DELETE = "in Word, delete it; distance is a matter of the style"


def find(word: WordFile) -> Iterator[Finding]:
    """Tables without heads or description, in one another, with joined cells or with rows and columns left empty."""
    for part, table in word.each(w("tbl")):
        if next(table.iterancestors(w("tbl")), None) is not None:
            yield Finding.warning(part.span(table), "table-in-table", "a table stands within a table", _UNNEST)
        rows = table.findall(w("tr"))
        if rows and not is_on(rows[0].find(f"{w('trPr')}/{w('tblHeader')}")):
            said = "the first row of this table is not marked as its heads"
            yield Finding.error(part.span(table), "table-without-head", said, _HEAD)
        if not any(_said(table, local) for local in ("tblCaption", "tblDescription")):
            yield Finding.warning(part.span(table), "table-undescribed", "this table has no description", _SAY)
        yield from _joined(part, table)
        yield from _empty(part, rows)


def _joined(part: Part, table: etree._Element) -> Iterator[Finding]:
    for cell in (cell for row in table.iterchildren(w("tr")) for cell in row.iterchildren(w("tc"))):
        span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
        joined = [cell.find(f"{w('tcPr')}/{w(local)}") for local in ("vMerge", "hMerge")]
        if (span is not None and span.get(w("val")) != "1") or any(found is not None for found in joined):
            yield Finding.warning(part.span(cell), "cells-joined", "this cell is joined with another", _SPLIT)


def _empty(part: Part, rows: list[etree._Element]) -> Iterator[Finding]:
    says = [[bool(_words(part, cell)) for cell in row.iterchildren(w("tc"))] for row in rows]
    for row, filled in zip(rows, says, strict=True):
        if filled and not any(filled):
            yield Finding.warning(part.span(row), "row-empty", "this row of a table is empty", _DELETE)
    if len(rows) > 1 and len({len(filled) for filled in says}) == 1:
        for number, column in enumerate(zip(*says, strict=True), 1):
            if not any(column):
                said = f"column {number} of this table is empty"
                yield Finding.warning(part.span(rows[0]), "column-empty", said, _DELETE)


def _words(part: Part, cell: etree._Element) -> str:
    return "".join(part.words(paragraph) for paragraph in walk(cell, w("p"))).strip() or _pictures(cell)


def _pictures(cell: etree._Element) -> str:
    return PICTURE if next(walk(cell, w("drawing"), w("pict"), w("object")), None) is not None else ""


def _said(table: etree._Element, local: str) -> str:
    found = table.find(f"{w('tblPr')}/{w(local)}")
    return (found.get(w("val")) or "").strip() if found is not None else ""
