"""A notation for flows and for pages, so that a case of pagination can be read at a glance.

A flow has a line for each block:

    text a 4            a paragraph of four lines: a1, a2, a3, a4
    text a 4 note 2 3   the same; its second line refers to a footnote of three lines
    heading Panel       a heading of the first level; `heading 2 Panel` of the second
    figure f 3          a picture three lines of the grid high, with a caption; `figure f 3 note 2` calls a note in it
    table t 5           a table of five rows under a head
    list a 4            four items
    panel a 4 b 2       a box with paragraphs of four lines and of two
    rule                a line across the measure
    break page          a forced end, of a page or of a column

Any block followed by `wide` runs over the page. Pages are shown line by line of the grid, a column beside the other:
what stands on the grid as itself, what stands between two of its lines behind a `~`, pictures as their name in
brackets, the heads of tables set again in round ones, and in bars whatever lies on the ground of a box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from docgen.document.kernel import (
    Alignment,
    Break,
    BreakKind,
    Cell,
    Document,
    Figure,
    Group,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Rule,
    Table,
    Width,
)
from docgen.document.runs import LineBreak, NoteRef, Run
from docgen.layout import lay_out
from docgen.layout.page import Page, Pages, PictureBox, RuleBox, TextLine
from docgen.style.colour import Colour
from docgen.style.model import Style
from docgen.style.panel import Panel
from docgen.style.pictures import Picture
from docgen.style.roles import Role
from tests.layout.reading import small, words
from tests.samples import SPAN, document, heading, paragraph, run, text

LINE = 11.5
CELL = 14
PANEL = "panel"
DENSITY = 150 / 72


@dataclass
class Copy:
    """What a notation says: nodes, the notes they refer to, the pictures they show."""

    nodes: list[Node] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)

    def document(self) -> Document:
        return document(*self.nodes, notes=tuple(self.notes))


def sheet(columns: int = 2, rows: int = 8, balance: bool = False) -> Style:
    """The classic style on sheets of so many lines, without margins."""
    style = small(columns=columns, height=rows * LINE, balance=balance)
    return replace(style, panels={PANEL: Panel(span=SPAN, fill=Colour("#eeeeee"), padding=LINE / 2)})


def copy_of(flow: str) -> Copy:
    """The copy that a flow stands for."""
    copy = Copy()
    for line in flow.splitlines():
        kind, *rest = line.split()
        wide = rest[-1:] == ["wide"]
        rest = rest[:-1] if wide else rest
        width = Width.PAGE if wide else Width.COLUMN
        node = _panel(rest) if kind == PANEL else _node(kind, rest, width, copy)
        if wide and not isinstance(node, Figure | Table):
            node = Group(children=(node,), span=SPAN, role="wide", width=Width.PAGE)
        copy.nodes.append(node)
    return copy


def verse(name: str, count: int, called: dict[int, list[Note]] | None = None) -> Paragraph:
    """A paragraph of `count` lines, some of which refer to notes."""
    parts: list[Run] = []
    for number in range(1, count + 1):
        parts.append(run(f"{name}{number}"))
        parts.extend(NoteRef(note.id, SPAN, note.mark) for note in (called or {}).get(number, ()))
        parts.append(LineBreak(SPAN))
    return paragraph(*parts[:-1], identity=name)


def set_copy(copy: Copy, style: Style) -> Pages:
    return lay_out(copy.document(), style, copy.pictures)


def shown(pages: Pages, columns: int = 2, rows: int = 8) -> str:
    """The pages as the notation shows them."""
    return "\n".join(line for page in pages.pages for line in _page(page, columns, rows)) + "\n"


def _node(kind: str, rest: Sequence[str], width: Width, copy: Copy) -> Node:
    match kind, rest:
        case "text", [name, count]:
            return verse(name, int(count))
        case "text", [name, count, "note", *calls]:
            called: dict[int, list[Note]] = {}
            for line, length in zip(calls[::2], calls[1::2], strict=True):
                called.setdefault(int(line), []).append(_note(len(copy.notes) + 1, int(length)))
                copy.notes.append(called[int(line)][-1])
            return verse(name, int(count), called)
        case "heading", [("2" | "3") as level, *title]:
            return heading(int(level), " ".join(title))
        case "heading", title:
            return heading(1, " ".join(title))
        case "figure", [name, height, *call]:
            pixels = int(int(height) * LINE * DENSITY)
            copy.pictures[name] = Picture(name, "png", b"", int(80 * DENSITY), pixels)
            caption: list[Run] = [run(f"on {name}")]
            if call:
                copy.notes.append(_note(len(copy.notes) + 1, int(call[1])))
                caption.append(NoteRef(copy.notes[-1].id, SPAN, copy.notes[-1].mark))
            return Figure(
                picture=text(name),
                alternative=text(name),
                span=SPAN,
                caption=tuple(caption),
                width=width,
                height=pixels / DENSITY,
                id=name,
            )
        case "table", [name, count]:
            cells = [Cell(children=(paragraph(f"{name} head", role=Role.TABLE),), span=SPAN, header=True)]
            cells += [
                Cell(children=(paragraph(f"{name}{number}", role=Role.TABLE),), span=SPAN)
                for number in range(1, int(count) + 1)
            ]
            return Table(
                rows=tuple((cell,) for cell in cells), alignments=(Alignment.LEFT,), span=SPAN, width=width, id=name
            )
        case "list", [name, count]:
            items = [paragraph(f"{name}{number}", role=Role.LIST) for number in range(1, int(count) + 1)]
            return List(items=tuple(Item(children=(item,), span=SPAN) for item in items), span=SPAN)
        case "rule", []:
            return Rule(span=SPAN)
        case "break", [what]:
            return Break(kind=BreakKind(what), span=SPAN)
        case _:
            raise ValueError(f"unknown block: {kind} {' '.join(rest)}")


def _panel(lines: Sequence[str]) -> Group:
    verses = [verse(name, int(count)) for name, count in zip(lines[::2], lines[1::2], strict=True)]
    return Group(children=tuple(verses), span=SPAN, role=PANEL, id=f"{PANEL}-{lines[0]}")


def _note(number: int, length: int) -> Note:
    parts: list[Run] = []
    for line in range(1, length + 1):
        parts += [run(f"n{number}.{line}"), LineBreak(SPAN)]
    child = paragraph(*parts[:-1], role=Role.NOTE)
    return Note(children=(child,), span=SPAN, mark=str(number), id=f"note-{number}")


def _page(page: Page, columns: int, rows: int) -> Iterator[str]:
    height = rows * LINE
    cells: dict[tuple[int, int], list[str]] = {}
    ground: set[tuple[int, int]] = set()
    for box in page.boxes:
        if isinstance(box, TextLine):
            if box.furniture and not box.node.startswith("t") and "head" not in words(box):
                continue
            down, x = height - box.y, box.fragments[0].x
            on_grid = abs(down % LINE - 9.125) < 0.01
            said = f"({words(box)})" if box.furniture else words(box)
            cells.setdefault((int(down / LINE), _column(x, page, columns)), []).append(said if on_grid else f"~{said}")
        elif isinstance(box, PictureBox):
            first, last = (height - box.y - box.height) / LINE, (height - box.y) / LINE
            for row in range(int(first + 0.01), int(last - 0.01) + 1):
                cells.setdefault((row, _column(box.x, page, columns)), []).append(f"[{box.node}]")
        elif isinstance(box, RuleBox) and box.node.startswith(PANEL):
            first, last = (height - box.y - box.height) / LINE, (height - box.y) / LINE
            ground |= {(row, _column(box.x, page, columns)) for row in range(int(first + 0.01), ceil(last - 0.01))}
        elif isinstance(box, RuleBox) and not box.node.startswith("t"):
            down = height - box.y - box.height
            cells.setdefault((int(down / LINE), _column(box.x, page, columns)), []).append("----")
    yield f"page {page.number}"
    for at in ground:
        cells[at] = [f"|{' '.join(cells.get(at, ()))}|"]
    for row in range(max((row for row, _ in cells), default=-1) + 1):
        shown = [" ".join(cells.get((row, column), ())).ljust(CELL) for column in range(columns)]
        yield f"{row + 1:3}  {'| '.join(shown)}".rstrip()


def _column(x: float, page: Page, columns: int) -> int:
    return min(columns - 1, int((x + 0.01) / ((page.width + 10) / columns)))
