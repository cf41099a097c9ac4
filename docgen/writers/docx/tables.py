"""Tables: head rows that Word repeats and names, rows that stay whole, notes that stay with the last."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.kernel import Alignment, Cell, Paragraph, Table
from docgen.document.tree import plain
from docgen.layout.table import NOTE_GAP, PADDING, shared_widths
from docgen.records import dataclass
from docgen.style.roles import Role
from docgen.writers.docx import styles
from docgen.writers.docx.block import Block, WordParagraph, WordTable
from docgen.writers.docx.captions import caption_content
from docgen.writers.docx.frame import Frame, SetBlocks, paragraph
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.rules import settled
from docgen.writers.docx.wordml import attribute, twips

_ALIGN = {Alignment.DEFAULT: "", Alignment.LEFT: "left", Alignment.CENTRE: "center", Alignment.RIGHT: "right"}

LEAST_PADDING = 0.5
"""What is left of the space beside a cell's text where columns are narrower than their words, in pt."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table: their widths, and the space to the left and right of a cell's text, in pt."""

    widths: tuple[float, ...]
    padding: float


def set_table(table: Table, frame: Frame, story: Story, set_blocks: SetBlocks) -> list[Block]:
    """A table over the whole measure, its caption above it and its notes below."""
    style = story.ledger.edition.style
    leading = style.text(Role.BODY).leading
    story.space = 0.0
    blocks: list[Block] = []
    if table.caption or table.number is not None:
        look = style.text(Role.CAPTION)
        content = caption_content(table, style.wording(frame.language).table, "Table", look, frame, story)
        own = {"keep_next": True, "before": leading, "after": look.before}
        blocks.append(paragraph(frame.style(Role.CAPTION), content, frame, story, **own))
    else:
        story.begun.append(table.id)
    grid = _grid(table, frame, story)
    rows = "".join(_row(at, table, grid, frame, story, set_blocks) for at in range(len(table.rows)))
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in grid.widths)
    content = f"<w:tbl>{_properties(table, grid, frame.inset)}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    story.space = 0.0 if table.notes else leading
    notes = _notes(table, frame, story, set_blocks)
    return [*blocks, WordTable(content=content, width=frame.width), *notes]


def _notes(table: Table, frame: Frame, story: Story, set_blocks: SetBlocks) -> list[Block]:
    """What stands below a table, moved in as far as its cells' text, and together."""
    inside = replace(frame, inset=frame.inset + PADDING, inset_right=frame.inset_right + PADDING)
    notes = [
        replace(block, before=NOTE_GAP, left=inside.inset, right=inside.inset_right)
        for block in set_blocks(table.notes, inside, story)
        if isinstance(block, WordParagraph)
    ]
    return [*(replace(note, keep_next=True, after=0.0) for note in notes[:-1]), *notes[-1:]]


def _properties(table: Table, grid: _Grid, inset: float) -> str:
    below = table.rows[table.head_rows :]
    first_row, first_column = int(table.head_rows > 0), int(bool(below) and all(row[0].header for row in below))
    look = (
        f'<w:tblLook w:val="{0x0600 + 0x20 * first_row + 0x80 * first_column:04X}" w:firstRow="{first_row}" '
        f'w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    indent = f'<w:tblInd w:w="{twips(inset)}" w:type="dxa"/>' if inset else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{styles.TABLE}"/><w:tblW w:w="{twips(sum(grid.widths))}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/>{_margins(grid)}{look}{_alternative(table)}</w:tblPr>'
    )


def _margins(grid: _Grid) -> str:
    """The space beside the text of the cells, where it is not the style's."""
    if grid.padding == PADDING:
        return ""
    sides = "".join(f'<w:{side} w:w="{twips(grid.padding)}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _alternative(table: Table) -> str:
    """What is said of a table to who cannot see it: its caption, and what its columns are called."""
    caption = plain(table.caption)
    heads = table.rows[0] if table.head_rows and table.rows else ()
    described = "; ".join(filter(None, (_words(cell) for cell in heads)))
    said = f'<w:tblCaption w:val="{attribute(caption)}"/>' if caption else ""
    return said + (f'<w:tblDescription w:val="{attribute(described)}"/>' if described else "")


def _words(cell: Cell) -> str:
    return " ".join(plain(child.runs) for child in cell.children if isinstance(child, Paragraph))


def _row(at: int, table: Table, grid: _Grid, frame: Frame, story: Story, set_blocks: SetBlocks) -> str:
    """A row that stays whole; the heads and the first row of the body stay with the next, and so do the last two.

    Where there are notes, the last stays with them.
    """
    head, last = at < table.head_rows, len(table.rows) - 1
    kept = head or at in (table.head_rows, last - 1)
    keep_next = bool(table.notes) if at == last else kept
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>'
        f"{_cell(cell, alignment, width - 2 * grid.padding, keep_next, frame, story, set_blocks)}</w:tc>"
        for cell, alignment, width in zip(table.rows[at], table.alignments, grid.widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _cell(
    cell: Cell, alignment: Alignment, measure: float, keep_next: bool, frame: Frame, story: Story, set_blocks: SetBlocks
) -> str:
    """A cell's blocks; Word wants a paragraph at its end."""
    role = Role.TABLE_HEAD if cell.header else Role.TABLE
    inside = Frame(frame.width, measure, frame.language, role, align=_ALIGN[alignment])
    blocks = settled(set_blocks(cell.children, inside, story), story.ledger.edition.style)
    if not blocks or not isinstance(blocks[-1], WordParagraph):
        blocks = [*blocks, paragraph(inside.style(role), "", inside, story)]
    story.space = 0.0
    return "".join(
        (replace(block, keep_next=True) if keep_next and isinstance(block, WordParagraph) else block).xml()
        for block in blocks
    )


def _grid(table: Table, frame: Frame, story: Story) -> _Grid:
    """Columns as wide as their words want, together as wide as the measure."""
    measure = frame.measure - frame.inset - frame.inset_right
    needs = []
    for column in zip(*table.rows, strict=True):
        cells = [_extent(cell, story) for cell in column]
        needs.append((max(low for low, _ in cells), max(high for _, high in cells)))
    # Where not even the words find room, they get what else would be space.
    spare = (measure - sum(low for low, _ in needs)) / (2 * len(needs)) if needs else PADDING
    padding = min(PADDING, max(LEAST_PADDING, spare))
    widths = shared_widths([(low + 2 * padding, high + 2 * padding) for low, high in needs], measure)
    return _Grid(tuple(widths), padding)


def _extent(cell: Cell, story: Story) -> tuple[float, float]:
    """The least width that a cell's paragraphs need, for their longest word, and the most that they could use."""
    style = story.ledger.edition.style
    look = style.text(Role.TABLE_HEAD if cell.header else Role.TABLE)
    face = style.family.face(look.bold, look.italic)
    lines = [plain(child.runs) for child in cell.children if isinstance(child, Paragraph)]
    words = [word for line in lines for word in line.split()]
    low = max([face.width(word, look.size) for word in words], default=0.0)
    return low, max([face.width(line, look.size) for line in lines], default=0.0)
