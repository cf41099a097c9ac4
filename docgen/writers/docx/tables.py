"""Tables: head rows that Word repeats and names, rows that stay whole."""

from __future__ import annotations

from docgen.document.kernel import Alignment, Cell, Paragraph, Table
from docgen.document.tree import plain
from docgen.layout.table import PADDING, shared_widths
from docgen.style.roles import Role
from docgen.writers.docx import styles
from docgen.writers.docx.block import Block, WordParagraph, WordTable
from docgen.writers.docx.captions import caption_content
from docgen.writers.docx.frame import Frame, SetBlocks, paragraph
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.wordml import attribute, twips

_ALIGN = {Alignment.DEFAULT: "", Alignment.LEFT: "left", Alignment.CENTRE: "center", Alignment.RIGHT: "right"}


def set_table(table: Table, frame: Frame, story: Story, set_blocks: SetBlocks) -> list[Block]:
    """A table over the whole measure, its caption above it."""
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
    widths = _widths(table, frame, story)
    rows = "".join(
        _row(row, at < table.head_rows, table, widths, frame, story, set_blocks) for at, row in enumerate(table.rows)
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    content = f"<w:tbl>{_properties(table, widths, frame.inset)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    story.space = leading
    return [*blocks, WordTable(content=content, width=frame.width)]


def _properties(table: Table, widths: list[float], inset: float) -> str:
    first_row, first_column = int(table.head_rows > 0), int(all(row[0].header for row in table.rows if row))
    look = (
        f'<w:tblLook w:val="{0x0600 + 0x20 * first_row + 0x80 * first_column:04X}" w:firstRow="{first_row}" '
        f'w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    caption = plain(table.caption)
    indent = f'<w:tblInd w:w="{twips(inset)}" w:type="dxa"/>' if inset else ""
    named = f'<w:tblCaption w:val="{attribute(caption)}"/>' if caption else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{styles.TABLE}"/><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/>{look}{named}</w:tblPr>'
    )


def _row(
    row: tuple[Cell, ...],
    head: bool,
    table: Table,
    widths: list[float],
    frame: Frame,
    story: Story,
    set_blocks: SetBlocks,
) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>'
        f"{_cell(cell, alignment, width, frame, story, set_blocks)}</w:tc>"
        for cell, alignment, width in zip(row, table.alignments, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, alignment: Alignment, width: float, frame: Frame, story: Story, set_blocks: SetBlocks) -> str:
    """A cell's blocks; Word wants a paragraph at its end."""
    role = Role.TABLE_HEAD if cell.header else Role.TABLE
    align = _ALIGN[alignment]
    inside = Frame(frame.width, width - 2 * PADDING, frame.language, role, align=align)
    blocks = set_blocks(cell.children, inside, story)
    if not blocks or not isinstance(blocks[-1], WordParagraph):
        blocks = [*blocks, paragraph(inside.style(role), "", inside, story)]
    story.space = 0.0
    return "".join(block.xml() for block in blocks)


def _widths(table: Table, frame: Frame, story: Story) -> list[float]:
    """Columns as wide as their words want, together as wide as the measure."""
    extents = []
    for column in zip(*table.rows, strict=True):
        cells = [_extent(cell, story) for cell in column]
        low, high = max(low for low, _ in cells), max(high for _, high in cells)
        extents.append((low + 2 * PADDING, high + 2 * PADDING))
    return shared_widths(extents, frame.measure - frame.inset - frame.inset_right)


def _extent(cell: Cell, story: Story) -> tuple[float, float]:
    """The least width that a cell's paragraphs need, for their longest word, and the most that they could use."""
    style = story.ledger.edition.style
    look = style.text(Role.TABLE_HEAD if cell.header else Role.TABLE)
    face = style.family.face(look.bold, look.italic)
    lines = [plain(child.runs) for child in cell.children if isinstance(child, Paragraph)]
    words = [word for line in lines for word in line.split()]
    low = max([face.width(word, look.size) for word in words], default=0.0)
    return low, max([face.width(line, look.size) for line in lines], default=0.0)
