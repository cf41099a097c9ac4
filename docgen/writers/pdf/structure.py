"""Structure: the logical tree of a document, in its own reading order, whatever pages make of it.

Pages are cut where they end; the tree knows nothing of that. A paragraph is one element, a float stands where its
author put it, and a footnote right behind the block that refers to it. ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from docgen.document import tree
from docgen.document.kernel import (
    Break,
    Cell,
    Contents,
    Document,
    Drawing,
    Figure,
    Group,
    Heading,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from docgen.document.runs import NoteRef
from docgen.layout.page import Fragment
from docgen.records import dataclass
from docgen.style.roles import Role
from docgen.writers.pdf.elements import Attributes, Element, Tag
from docgen.writers.pdf.levels import depths

NOTES_TITLE = ""
"""The node of the title that layout puts over notes."""

SECTION = "section"
"""The role of the groups that are sections."""

_TITLE_LEVEL, _NOTES_LEVEL = 0, 1
_COLUMN = Attributes("Table", {"Scope": "Column"})
_ROW = Attributes("Table", {"Scope": "Row"})
_BOTH = Attributes("Table", {"Scope": "Both"})
_NUMBERED = Attributes("List", {"ListNumbering": "Decimal"})
_BULLETED = Attributes("List", {"ListNumbering": "Disc"})


@dataclass(frozen=True, slots=True)
class Structure:
    """The tree, and which of its elements holds what layout has made of a node.

    `texts` hold its words by the node's id: a paragraph's, a caption, an item's mark, who is quoted. `figures` are the
    pictures that say something, `entries` the lines of contents, by the contents' id and their target. `notes` are the
    ids of all notes.
    """

    root: Element
    texts: Mapping[str, Element]
    figures: Mapping[str, Element]
    entries: Mapping[tuple[str, str], Element]
    notes: frozenset[str]

    def text(self, fragment: Fragment) -> Element:
        """The element that a piece of a line belongs to. Raises `ValueError` where the document has no such node."""
        if fragment.target is not None and (entry := self.entries.get((fragment.node, fragment.target))):
            return entry
        element = self.texts.get(fragment.node)
        if element is None:
            raise ValueError(f"the pages have words of a node '{fragment.node}', and the document has no such node")
        return element


def build_structure(document: Document) -> Structure:
    """The structure of a document, its elements still without content."""
    builder = _Builder(document)
    root = builder.document()
    notes = frozenset(note.id for note in document.notes)
    return Structure(root, builder.texts, builder.figures, builder.entries, notes)


class _Builder:
    """Puts up the tree from the root down."""

    def __init__(self, document: Document) -> None:
        self.texts: dict[str, Element] = {}
        self.figures: dict[str, Element] = {}
        self.entries: dict[tuple[str, str], Element] = {}
        self._document = document
        self._depths = _heading_depths(document)
        self._called = _notes_by_block(document)

    def document(self) -> Element:
        """The whole document; notes that stand behind its text are a section of their own."""
        root = Element(Tag.DOCUMENT, self._document.language, [])
        self._blocks(root, self._document.children)
        at_feet = {note.id for called in self._called.values() for note in called}
        ends = [note for note in self._document.notes if note.id not in at_feet]
        if ends:
            section = root.add(Tag.SECTION)
            self.texts[NOTES_TITLE] = section.add(Tag.heading(self._depths[NOTES_TITLE]))
            for note in ends:
                self._note(section, note)
        return root

    def _blocks(self, holder: Element, nodes: Sequence[Node]) -> None:
        for node in nodes:
            self._block(holder, node)
            for note in self._called.get(node.id, ()):
                self._note(holder, note)

    def _block(self, holder: Element, node: Node) -> None:
        match node:
            case Paragraph():
                tag = Tag.heading(self._depths[node.id]) if node.id in self._depths else Tag.PARAGRAPH
                element = self.texts[node.id] = holder.add(tag, node.language)
                if node.count is not None and node.count.hangs:
                    self.texts[node.number_id] = element.add(Tag.LABEL)
            case Heading():
                self.texts[node.id] = holder.add(Tag.heading(self._depths[node.id]), node.language)
            case Group():
                tag = Tag.SECTION if node.role == SECTION else Tag.DIVISION
                self._blocks(holder.add(tag, node.language), node.children)
            case List():
                self._list(holder, node)
            case Table():
                self._table(holder, node)
            case Figure():
                self._figure(holder, node)
            case Quote():
                quotation = holder.add(Tag.QUOTATION, node.language)
                self._blocks(quotation, node.children)
                if node.source:
                    self.texts[node.id] = quotation.add(Tag.PARAGRAPH)
            case Contents():
                self._contents(holder, node)
            case Drawing() | Break() | Rule():
                pass  # they say nothing
            case _:
                assert_never(node)

    def _list(self, holder: Element, node: List) -> None:
        """A list (ISO 14289-1, 7.6): each item's mark, and what it says."""
        element = holder.add(Tag.LIST, node.language)
        element.attributes = _NUMBERED if node.ordered else _BULLETED
        for item in node.items:
            entry = element.add(Tag.ITEM, item.language)
            self.texts[item.id] = entry.add(Tag.LABEL)
            self._words(entry.add(Tag.BODY), item)

    def _table(self, holder: Element, node: Table) -> None:
        """A table (ISO 14289-1, 7.5): its caption, then head and body. Notes stand behind it, which has but rows."""
        if node.notes:
            holder = holder.add(Tag.DIVISION, node.language)
        element = holder.add(Tag.TABLE, node.language)
        if node.caption or node.number is not None:
            self.texts[node.id] = element.add(Tag.CAPTION)
        naming = _naming_columns(node)
        for tag, rows in ((Tag.HEAD, node.rows[: node.head_rows]), (Tag.ROWS, node.rows[node.head_rows :])):
            if tag is Tag.HEAD and not rows:
                continue
            part = element.add(tag)
            for row in rows:
                line = part.add(Tag.ROW)
                for at, cell in enumerate(row):
                    self._cell(line, cell, _ROW if tag is Tag.ROWS else _BOTH if at in naming else _COLUMN)
        self._blocks(holder, node.notes)

    def _cell(self, row: Element, cell: Cell, scope: Attributes) -> None:
        element = row.add(Tag.HEADER_CELL if cell.header else Tag.CELL)
        element.attributes = scope if cell.header else None
        self._words(element, cell)

    def _figure(self, holder: Element, node: Figure) -> None:
        """A picture that says something (ISO 14289-1, 7.3), and its caption.

        An alternative text stands for all that its element holds (ISO 32000-1, 14.9.3), so captions stand beside
        pictures, not in them.
        """
        said = tree.told(node.alternative.value) if node.alternative and not node.decorative else ""
        captioned = bool(node.caption) or node.number is not None
        if captioned:
            holder = holder.add(Tag.DIVISION, node.language)
        if said:
            picture = self.figures[node.id] = holder.add(Tag.FIGURE, node.language)
            picture.alternative = said
        if captioned:
            self.texts[node.id] = holder.add(Tag.CAPTION)

    def _contents(self, holder: Element, node: Contents) -> None:
        """A table of contents; entries below another stand in it."""
        element = holder.add(Tag.CONTENTS, node.language)
        if node.title:
            self.texts[node.id] = element.add(Tag.CAPTION)
        lists, line = [element], element
        for entry, depth in zip(node.entries, depths(entry.level for entry in node.entries), strict=True):
            if depth == len(lists):
                lists.append(line.add(Tag.CONTENTS))
            del lists[depth + 1 :]
            line = lists[-1].add(Tag.ENTRY)
            self.entries[node.id, entry.target] = line.add(Tag.REFERENCE)

    def _note(self, holder: Element, note: Note) -> None:
        """A note (ISO 14289-1, 7.9): its mark, and what it says."""
        element = holder.add(Tag.NOTE, note.language)
        element.identity = note.id
        self.texts[note.id] = element.add(Tag.LABEL)
        self._words(element, note)

    def _words(self, holder: Element, part: Item | Cell | Note) -> None:
        """What an item, a cell or a note says; a paragraph that is all of it needs no element of its own."""
        match part.children:
            case (Paragraph() as only,) if only.id not in self._called and only.language in ("", holder.language):
                self.texts[only.id] = holder
            case _:
                self._blocks(holder, part.children)


def _naming_columns(table: Table) -> frozenset[int]:
    """The columns whose cells all name their rows; a head above them names both."""
    columns = zip(*table.rows[table.head_rows :], strict=True)
    return frozenset(at for at, column in enumerate(columns) if all(cell.header for cell in column))


def _heading_depths(document: Document) -> dict[str, int]:
    """How deep each heading stands, by its id: the title above all others, the one over notes beside the first ones.

    The heading of a panel stands below that of the section it is in.
    """
    levels: dict[str, int] = {}
    last = _TITLE_LEVEL
    for part in tree.walk(document):
        if isinstance(part, Heading):
            last = levels[part.id] = part.level
        elif isinstance(part, Paragraph) and part.role == Role.PANEL_HEADING:
            levels[part.id] = last + 1
        elif isinstance(part, Paragraph) and part.role == Role.TITLE:
            levels[part.id] = _TITLE_LEVEL
    levels[NOTES_TITLE] = _NOTES_LEVEL
    return dict(zip(levels, depths(levels.values()), strict=True))


def _notes_by_block(document: Document) -> Mapping[str, Sequence[Note]]:
    """The footnotes that stand behind each block, by its id: those that it is the first to refer to."""
    feet = {note.id: note for note in document.notes if not note.end}
    found: dict[str, list[Note]] = defaultdict(list)
    for identity, called in _calls(document):
        if called in feet:
            found[identity].append(feet.pop(called))
    return dict(found)


def _calls(document: Document) -> Iterator[tuple[str, str]]:
    """The blocks of the text that refer to notes, by their ids, with the notes' ids.

    A table is one block: screen readers say a column's head again in each of its cells, a note in it included. A mark
    inside a link leads where the link leads; layout finds no note by it.
    """
    for child in document.children:
        tables = [part for part in tree.walk(child) if isinstance(part, Table)]
        around = {id(inner): table.id for table in reversed(tables) for inner in tree.walk(table)}
        for part in tree.walk(child):
            for run in tree.runs(part):
                if isinstance(run, NoteRef) and not isinstance(part, Cell):
                    yield around.get(id(part), part.id), run.note
