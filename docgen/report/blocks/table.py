"""A table, its rows written here or in a file beside the report.

- table:
    csv: pledges.csv
    head-columns: 1
    align: [left, right, right]
    caption: What was pledged, in million euros
    notes: ["Source: the hosts' own count."]
    id: pledges
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Self

from docgen.document import tree
from docgen.document.block import Lowering, block
from docgen.document.kernel import Alignment, Cell, Node, Paragraph, Table, Width
from docgen.document.markup import Caption, Markup, read_caption
from docgen.document.runs import LineBreak, Run
from docgen.expressions import regex
from docgen.findings import Finding, Span
from docgen.reading import nodes
from docgen.reading.binding import Binder, Unbound
from docgen.reading.shapes import Key
from docgen.reading.text import Prose, Text
from docgen.records import dataclass
from docgen.report.body import CaptionLine
from docgen.report.label import Label
from docgen.style.roles import Role

_NUMBER = regex(r"[-+\u2212\u2013]?\s?[$€£¥]?\s?\d[\d.,\s'\u2019]*[%‰°]?")
_NO_NUMBER = frozenset({"", "-", "\u2212", "\u2013", "\u2014", "…", "n/a"})
"""What stands in a column of numbers where there is none."""

_ROWS = Key("its rows, each a list of cells", ("\n  - [Host, Pledged]\n  - [Geneva, 12]",))


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in a cell: lines of Markdown, each with its notes; none where nothing is written."""

    lines: tuple[Caption, ...]
    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read the Markdown of `node`, a value of the YAML or of a table in a file of its own."""
        if isinstance(node, nodes.Scalar) and (node.is_null or not node.value.strip()):
            return cls((), node.span)
        text = binder.bind(node, Prose)
        lines = tuple(read_caption(line) for line in _lines(text))
        binder.report(*(finding for line in lines for finding in line.findings))
        return cls(lines, node.span)

    @classmethod
    def schema(cls, _maker: Any) -> dict[str, Any]:
        """The JSON Schema of a cell: text, a number, or nothing."""
        return {"type": ["string", "number", "boolean", "null"]}

    @property
    def words(self) -> str:
        """The cell without marks."""
        return " ".join(tree.plain(line.runs) for line in self.lines)

    def lower(self, context: Lowering, header: bool) -> Cell:
        """One cell with one paragraph."""
        runs: list[Run] = []
        for number, line in enumerate(self.lines):
            if number:
                runs.append(LineBreak(self.span))
            runs.extend(_noted(line.runs, line, Role.TABLE, self.span, context).runs)
        role = Role.TABLE_HEAD if header else Role.TABLE
        paragraph = Paragraph(runs=tuple(runs), span=self.span, role=role)
        return Cell(children=(paragraph,), span=self.span, header=header and bool(runs))


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row."""

    cells: tuple[TableCell, ...]
    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read every cell."""
        if not isinstance(node, nodes.Sequence):
            message, advice = "a row is a list of cells", "write its cells between brackets:  - [Geneva, 12, 40 %]"
            binder.fail(node.span, "wrong-type", message, advice)
        cells = [binder.attempt(item, TableCell) for item in node.items]
        if None in cells:
            raise Unbound
        return cls(tuple(cell for cell in cells if cell is not None), node.span)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of a row: a list of cells."""
        return {"type": "array", "items": maker.of(TableCell)}


@dataclass(frozen=True, slots=True)
class SeparatedRows:
    """The rows of a table in a file of its own."""

    rows: tuple[TableRow, ...]
    span: Span

    @classmethod
    def bind(cls, node: nodes.Node, binder: Binder) -> Self:
        """Read every row. What names a file still is one that could not be read, and that has been told."""
        if not isinstance(node, nodes.Sequence):
            raise Unbound
        rows = [binder.attempt(item, TableRow) for item in node.items]
        if None in rows:
            raise Unbound
        return cls(tuple(row for row in rows if row is not None), node.span)

    @classmethod
    def schema(cls, maker: Any) -> dict[str, Any]:
        """The JSON Schema of what is written: the name of the file."""
        return dict(maker.line())


@block("table")
@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table with what can be said of it; its cells are lines of Markdown, numbers stay as they are written."""

    span: Span
    rows: Annotated[tuple[TableRow, ...], _ROWS] = ()
    csv: Annotated[SeparatedRows | None, Key("a file beside the report that its rows are in", ("pledges.csv",))] = None
    head_rows: Annotated[int, Key("how many rows name the columns", ("1",), least=1, most=5)] = 1
    head_columns: Annotated[int, Key("how many columns name the rows", ("1",), least=0, most=5)] = 0
    align: Annotated[
        tuple[Alignment, ...], Key("how each column is set: left, centre or right", ("[left, right]",))
    ] = ()
    caption: Annotated[CaptionLine | None, Key("the line above it", ("Pledges in million euros",))] = None
    notes: Annotated[tuple[CaptionLine, ...], Key("remarks below it", ('["Source: the hosts."]',))] = ()
    width: Annotated[Width, Key("how wide it stands: column or page", ("page",))] = Width.COLUMN
    id: Annotated[Label | None, Key("what cross-references call it", ("pledges",))] = None

    def check(self) -> Iterator[Finding]:
        """A table has rows from one place, all as long, some of them below the heads."""
        rows = self._rows
        if self.csv is not None and self.rows:
            advice = "take one of rows and csv out"
            yield Finding.error(self.rows[0].span, "two-tables", "this table has rows here and in a file", advice)
        elif not rows:
            advice = "write them under rows: or name a file under csv:"
            yield Finding.error(self.span.first(), "empty-table", "this table has no rows", advice)
        else:
            yield from _ragged(rows)
            yield from self._misheaded(rows)

    def lower(self, context: Lowering) -> tuple[Node, ...]:
        """One table, its rows made as long as the longest, and the notes of its cells."""
        place = self.caption.text.span() if self.caption else self.span
        caption = _noted(self.caption.runs, self.caption, Role.CAPTION, place, context).runs if self.caption else ()
        width = max((len(row.cells) for row in self._rows), default=0)
        if not width:
            return ()
        grid = [(*row.cells, *[TableCell((), row.span)] * (width - len(row.cells))) for row in self._rows]
        rows = tuple(
            tuple(
                cell.lower(context, at < self.head_rows or column < self.head_columns)
                for column, cell in enumerate(cells)
            )
            for at, cells in enumerate(grid)
        )
        notes = tuple(_noted(one.runs, one, Role.TABLE_NOTE, one.text.span(), context) for one in self.notes)
        table = Table(
            rows=rows,
            alignments=self._alignments(list(zip(*grid, strict=True)))[:width],
            span=self.span,
            head_rows=min(self.head_rows, len(rows)),
            caption=caption,
            notes=notes,
            label=self.id.value if self.id else None,
            width=self.width,
        )
        return (table,)

    @property
    def _rows(self) -> Sequence[TableRow]:
        return self.csv.rows if self.csv is not None else self.rows

    def _alignments(self, columns: Sequence[Sequence[TableCell]]) -> tuple[Alignment, ...]:
        """Each column's alignment: as is said, or to the right where there are but numbers."""
        found = [Alignment.RIGHT if _has_numbers(column[self.head_rows :]) else Alignment.DEFAULT for column in columns]
        return (*self.align, *found[len(self.align) :])

    def _misheaded(self, rows: Sequence[TableRow]) -> Iterator[Finding]:
        columns = len(rows[0].cells)
        if self.head_rows >= len(rows):
            message, advice = "this table has heads and nothing below them", "write the rows below"
            yield Finding.error(rows[-1].span, "only-heads", message, advice)
        heads = [cell for row in rows[: self.head_rows] for cell in row.cells]
        heads += [cell for row in rows for cell in row.cells[: self.head_columns]]
        if self.head_rows and not any(cell.lines for cell in heads):
            message = "this table has no heads: who hears it read hears cells, and not what they are of"
            advice = "write what the columns are in the first row"
            yield Finding.error(rows[0].span, "no-heads", message, advice)
        if self.head_columns >= columns:
            advice = f"write a number below {columns}"
            yield Finding.error(rows[0].span, "only-heads", "every column of this table names its rows", advice)
        if len(self.align) > columns:
            message = f"{len(self.align)} columns are aligned here, but the table has {columns}"
            yield Finding.error(rows[0].span, "surplus-alignment", message, "write one word for each column")


def _lines(text: Prose) -> Iterator[Text]:
    """The lines of a cell that say something."""
    for line in text.lines():
        stripped = line.strip()
        if stripped:
            yield stripped


def _noted(runs: tuple[Run, ...], said: Caption | CaptionLine, role: Role, span: Span, context: Lowering) -> Paragraph:
    """A paragraph of runs, their notes taken into the document."""
    (paragraph,) = context.markup(Markup((Paragraph(runs=runs, span=span, role=role),), said.notes, ()))
    if not isinstance(paragraph, Paragraph):
        raise TypeError("a paragraph stays one when its notes are taken out of it")
    return paragraph


def _has_numbers(column: Sequence[TableCell]) -> bool:
    """Whether a column holds numbers, and nothing else but signs for none."""
    words = [cell.words.strip() for cell in column]
    return any(map(_NUMBER.fullmatch, words)) and all(
        word.lower() in _NO_NUMBER or _NUMBER.fullmatch(word) for word in words
    )


def _ragged(rows: Sequence[TableRow]) -> Iterator[Finding]:
    """Rows with more cells than the first, or with fewer."""
    columns = len(rows[0].cells)
    for row in rows:
        count = len(row.cells)
        if count > columns:
            message = f"this row has {count} cells, the first has {columns}: it goes on here"
            advice = "a comma inside a cell needs quotation marks around the cell"
            yield Finding.error(row.cells[columns].span, "surplus-cell", message, advice)
        elif count < columns:
            message = f"this row has {count} {'cell' if count == 1 else 'cells'}, the first has {columns}"
            yield Finding.error(row.span, "missing-cell", message, "leave cells empty rather than out")
