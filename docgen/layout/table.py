"""Tables: columns as wide as their content wants, rows that stay whole, thin rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document.kernel import Alignment, Cell, Heading, Paragraph, Table
from docgen.layout.page import Box, Furnishing, RuleBox
from docgen.layout.paragraph import extent
from docgen.layout.setting import CAPTION_LABEL, SetNodes, Setting, body_role
from docgen.layout.strip import Frame, Strip, anchored, depth, kept, spaced, stacked
from docgen.style.model import Align
from docgen.style.roles import Role

PADDING = 4.0
"""The space to the left and right of a cell's text, in pt; above and below it half as much."""

RULE = 0.5
"""The thickness of a table's rules, in pt."""

NOTE_GAP = 3.0
"""The space above a note below a table, in pt."""

MOST_HEAD = 0.5
"""How much of a column a head may take to be set again in every column, in parts of its height."""

UNKNOWN_WIDTH = 60.0
"""What a cell with more than paragraphs in it wants at least, in pt."""

_ALIGN = {Alignment.LEFT: Align.LEFT, Alignment.CENTRE: Align.CENTRE, Alignment.RIGHT: Align.RIGHT}


def set_table(table: Table, frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """A table over the whole measure, its caption above it and its notes below, which stay with its last row.

    Its head rows stand again wherever a column begins in it. A row stays whole unless it is higher than a column.
    """
    colour = setting.style.text(Role.TABLE).colour
    widths = _widths(table, frame, setting)

    def rows(chosen: Sequence[Sequence[Cell]], room: float) -> list[Strip]:
        inside = replace(frame, height=room - 2 * RULE)
        return [strip for row in chosen for strip in _row(row, table, widths, inside, setting, set_nodes)]

    head = _ruled(rows(table.rows[: table.head_rows], frame.height), frame, colour, table.id)
    repeats = depth(head) <= MOST_HEAD * frame.height
    head = kept(head) if repeats else head
    room = frame.height - depth(head) if repeats else frame.height
    body = _paired(_ruled(rows(table.rows[table.head_rows :], room), frame, colour, table.id, above=not head))
    again = tuple(
        replace(strip, anchors=(), boxes=tuple([_repeated(box) for box in strip.boxes])) for strip in head if repeats
    )
    caption = _caption(table, frame, setting)
    strips = [*caption, *head, *[replace(strip, repeated=again) for strip in body]]
    line = setting.style.text(Role.BODY).leading
    notes = _notes(table, frame, setting, set_nodes)
    if strips:
        strips[-1] = replace(strips[-1], keep=bool(notes), after=NOTE_GAP if notes else 0.0)
        strips.extend(notes)
    return anchored(spaced(strips, line, line), table.id)


def _notes(table: Table, frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """What stands below a table, moved in as far as its cells' text."""
    strips = set_nodes(table.notes, frame.inset(PADDING, PADDING), setting)
    between = [replace(strip, keep=True, after=NOTE_GAP if strip.after else 0.0) for strip in strips[:-1]]
    return [*between, *strips[-1:]]


def shared_widths(extents: Sequence[tuple[float, float]], measure: float) -> list[float]:
    """The widths of columns that share `measure` pt, each given as the least it needs and the most it could use.

    Where all have what they could use, the rest is shared in proportion; where they cannot even have what they need,
    so is the lack. In between those columns get what they could use that are content with no more than the others;
    long texts share what is left, so that names and numbers stay on one line.
    """
    least, most = sum([low for low, _ in extents]), sum([high for _, high in extents])
    if most <= measure:
        return [high * measure / most for _, high in extents]
    if least >= measure:
        return [low * measure / least for low, _ in extents]
    spare, wants = measure - least, {at: high - low for at, (low, high) in enumerate(extents)}
    while small := [at for at, want in wants.items() if want <= spare / len(wants)]:
        if len(small) == len(wants):
            break
        spare -= sum([wants.pop(at) for at in small])
    part = spare / sum(wants.values())
    return [low + (wants[at] * part if at in wants else high - low) for at, (low, high) in enumerate(extents)]


def _widths(table: Table, frame: Frame, setting: Setting) -> list[float]:
    extents = []
    for column in zip(*table.rows, strict=True):
        cells = [_extent(cell, setting) for cell in column]
        low, high = max(low for low, _ in cells), max(high for _, high in cells)
        extents.append((low + 2 * PADDING, high + 2 * PADDING))
    return shared_widths(extents, frame.measure)


def _extent(cell: Cell, setting: Setting) -> tuple[float, float]:
    low = high = 0.0
    for child in cell.children:
        if isinstance(child, Paragraph | Heading):
            role = body_role(child.role, Frame(0.0, 0.0, 0.0, role=_role(cell)))
            narrow, wide = extent(child.runs, setting.manner(role, "", child.language))
        else:
            narrow = wide = UNKNOWN_WIDTH
        low, high = max(low, narrow), max(high, wide)
    return low, high


def _row(
    row: Sequence[Cell], table: Table, widths: Sequence[float], frame: Frame, setting: Setting, set_nodes: SetNodes
) -> list[Strip]:
    """One row, in one strip, or in several where it is higher than the frame."""
    lefts = [frame.left + sum(widths[:at]) + PADDING for at in range(len(widths))]
    room = frame.height - PADDING
    cells = []
    for cell, alignment, width in zip(row, table.alignments, widths, strict=True):
        inside = Frame(0.0, width - 2 * PADDING, room, _role(cell), _ALIGN.get(alignment))
        cells.append(_parted(set_nodes(cell.children, inside, setting), room))
    parts = []
    for at in range(max(len(cell) for cell in cells)):
        columns = [cell[at] if at < len(cell) else [] for cell in cells]
        boxes: list[Box] = []
        for left, column in zip(lefts, columns, strict=True):
            boxes.extend(stacked(column, left, -PADDING / 2))
        anchors = tuple(anchor for column in columns for strip in column for anchor in strip.anchors)
        height = max(depth(column) for column in columns) + PADDING
        parts.append(Strip(height, tuple(boxes), anchors=anchors))
    return parts


def _parted(strips: list[Strip], room: float) -> list[list[Strip]]:
    """A cell's strips in parts that are each at most `room` pt high."""
    parts: list[list[Strip]] = [[]]
    for strip in strips:
        if parts[-1] and depth([*parts[-1], strip]) > room:
            parts.append([])
        parts[-1].append(strip)
    return parts


def _role(cell: Cell) -> Role:
    return Role.TABLE_HEAD if cell.header else Role.TABLE


def _ruled(strips: list[Strip], frame: Frame, colour: str, node: str, above: bool = True) -> list[Strip]:
    """Rows with a rule below the last and, where asked, above the first."""
    if not strips:
        return []

    def rule(y: float) -> RuleBox:
        return RuleBox(frame.left, y, frame.measure, RULE, colour, node)

    ruled = list(strips)
    if above:
        first = ruled[0]
        boxes = (rule(-RULE), *stacked([replace(first, before=0.0)], 0.0, -RULE))
        ruled[0] = replace(first, height=first.height + RULE, boxes=boxes)
    last = ruled[-1]
    ruled[-1] = replace(last, height=last.height + RULE, boxes=(*last.boxes, rule(-last.height - RULE)))
    return ruled


def _paired(rows: list[Strip]) -> list[Strip]:
    """Rows of which two stay together at either end, as the lines of a paragraph do."""
    return [replace(row, keep=True) if at in (0, len(rows) - 2) else row for at, row in enumerate(rows)]


def _repeated(box: Box) -> Box:
    """A box of a head set again: it is no longer part of what the document says."""
    return box if isinstance(box, RuleBox) else replace(box, furniture=Furnishing.REPEATED)


def _caption(table: Table, frame: Frame, setting: Setting) -> list[Strip]:
    if not table.caption and table.number is None:
        return []
    wording = setting.style.wording(table.language or setting.language)
    label = CAPTION_LABEL.format(word=wording.table, number=table.number, end=wording.number_end)
    strips = setting.text(
        table.caption, Role.CAPTION, table.id, table.language, frame, label if table.number is not None else ""
    )
    return kept(spaced(strips, 0.0, setting.style.text(Role.CAPTION).before))
