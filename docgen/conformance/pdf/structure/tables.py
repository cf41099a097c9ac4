"""Finds tables that cannot be followed cell by cell.

Why it matters: a screen reader says with each cell the heads of its row and column. It can do so where every row has as
many cells as the others, there are heads, and each says whether it stands for its row or its column.

ISO 14289-1, 7.5; Matterhorn 09-004 and 15-003; ISO 32000-1, 14.8.4.3.4 and 14.8.5.7.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.conformance.pdf.file import PdfFile
from docgen.conformance.pdf.objects import items, named, text
from docgen.conformance.pdf.tree import Element
from docgen.findings import Finding

_ROWS = {"THead", "TBody", "TFoot"}
_WITHIN = {
    "Table": {"TR", "Caption", *_ROWS},
    **{rows: {"TR"} for rows in _ROWS},
    "TR": {"TH", "TD"},
}
_AROUND = {"TR": {"Table", *_ROWS}, "TH": {"TR"}, "TD": {"TR"}, **{rows: {"Table"} for rows in _ROWS}}
_SCOPES = {"Row", "Column", "Both"}
_WIDEST = 1000


def find(pdf: PdfFile) -> Iterator[Finding]:
    """Parts of tables where they cannot be, rows of different width, and heads that say not of what."""
    for element in pdf.elements:
        yield from _misplaced(pdf, element)
        if element.role == "Table":
            rows = _rows_of(element)
            yield from _grid(pdf, element, rows)
            yield from _heads(pdf, element, rows)


def _misplaced(pdf: PdfFile, element: Element) -> Iterator[Finding]:
    above = element.parent.role if element.parent else ""
    if element.role in _AROUND and above not in _AROUND[element.role]:
        said = f"{element.role} stands in {above or 'nothing'}, which is no part of a table that can have it"
        yield Finding.error(pdf.at(element), "table-part-misplaced", said, "put it where the table has it")
    if element.role in _WITHIN:
        for kid in element.elements:
            if kid.role not in _WITHIN[element.role]:
                said = f"{kid.tag} stands right below {element.role}, which may hold {_listed(_WITHIN[element.role])}"
                yield Finding.error(pdf.at(kid), "table-part-unknown", said, "put it into a cell")
    if element.role == "Table":
        kinds = [kid.role for kid in element.elements]
        for role in ("THead", "TFoot", "Caption"):
            if kinds.count(role) > 1:
                yield Finding.error(pdf.at(element), "table-part-twice", f"this table has more than one {role}")
        if "Caption" in kinds[1:-1]:
            said = "the caption of this table stands among its rows"
            yield Finding.error(pdf.at(element), "caption-among-rows", said, "put it first or last in the table")
        if "TR" in kinds and any(role in kinds for role in _ROWS):
            said = "some rows of this table are gathered (THead, TBody, TFoot) and others not"
            yield Finding.error(pdf.at(element), "rows-gathered-in-part", said, "gather all rows, or none")


def _rows_of(table: Element) -> list[Element]:
    rows: list[Element] = []
    for kid in table.elements:
        rows += [kid] if kid.role == "TR" else [row for row in kid.elements if row.role == "TR"]
    return rows


def _grid(pdf: PdfFile, table: Element, rows: list[Element]) -> Iterator[Finding]:
    """Every row as wide as the first, cells that reach over several columns and rows counted as such."""
    if not rows and table.kids:
        yield Finding.error(pdf.at(table), "table-without-rows", "this table has no rows", "tag it as what it is")
        return
    reaching: dict[int, int] = {}
    wanted = 0
    for row in rows:
        column, below = 0, {at: left - 1 for at, left in reaching.items() if left > 1}
        taken = set(reaching)
        for cell in row.elements:
            while column in taken:
                column += 1
            across, down = _span(cell, "/ColSpan"), _span(cell, "/RowSpan")
            for at in range(column, column + across):
                taken.add(at)
                if down > 1:
                    below[at] = down - 1
            column += across
        width = max(taken, default=-1) + 1
        wanted = wanted or width
        if width != wanted or len(taken) != width:
            said = f"this row of the table is {len(taken)} wide, and the first one {wanted}"
            yield Finding.error(pdf.at(row), "table-row-width", said, "give every row a cell for each column")
        reaching = below


def _heads(pdf: PdfFile, table: Element, rows: list[Element]) -> Iterator[Finding]:
    cells = [cell for row in rows for cell in row.elements]
    heads = [cell for cell in cells if cell.role == "TH"]
    if rows and not heads:
        said = "this table has no heads (TH)"
        yield Finding.error(pdf.at(table), "table-without-heads", said, "tag the first row or column as heads")
    by_headers = any(items(cell.attribute("Table", "/Headers")) for cell in cells)
    known = {cell.text("/ID") for cell in heads}
    for cell in heads:
        said = named(cell.attribute("Table", "/Scope"))
        if said not in _SCOPES and not by_headers:
            words = "this head does not say whether it stands for its row or its column"
            yield Finding.error(pdf.at(cell), "head-without-scope", words, "set its Scope to Column or Row")
    for cell in cells:
        for header in items(cell.attribute("Table", "/Headers")):
            if (said := text(header) or "") not in known:
                words = f"this cell names the head '{said}', which is not in the table"
                yield Finding.error(pdf.at(cell), "head-missing", words, "let it name a head of its table")


def _span(cell: Element, key: str) -> int:
    found = cell.attribute("Table", key)
    return min(max(found, 1), _WIDEST) if isinstance(found, int) and not isinstance(found, bool) else 1


def _listed(roles: set[str]) -> str:
    return ", ".join(sorted(roles))
